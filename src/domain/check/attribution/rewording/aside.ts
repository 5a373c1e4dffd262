/**
 * "As States agreed, …", "…, States agreed, …", "… was called for by States": claims that stand beside what they say,
 * or after it.
 */
import type { SpeakerMention } from '../mention';
import { callBand } from '../scale';
import { alignWords } from './align';
import { documentName, type Clause } from './clauses';
import { leadOf, type Lead } from './lead';
import { placed, type Rewording } from './placed';
import { after, isClause, trimmed, type Stated } from './stated';
import { wordsOf, type Word } from './clauseWords';

/** Verbs with which something "was called for by" somebody. */
const agents = /^(?:called for|mentioned|emphasized|highlighted)$/;
/** Verbs that "as" can stand before, and "by" after. */
const plain = /^(?:highlighted|emphasized|underlined|noted|pointed out|states) that$/;

/** "As States agreed, …", "According to States, …". */
export function aside(stated: Stated, clause: Clause, { kind, passive, occasion }: Lead): Rewording | undefined {
  const { text, mention, end } = stated;
  const comma = /^,\s+/.exec(text.slice(mention.end));
  const begins = mention.end + (comma?.[0].length ?? 0);
  const words = comma && !occasion ? wordsOf(text, begins, trimmed(text, end)) : undefined;
  if (!words || !states(words, begins, clause)) return undefined;
  return asideOf(stated, clause, kind === 'as', passive === true);
}

/** "…, as States agreed", "…, States agreed, …", "… was called for by States". */
export function trailing(stated: Stated, clause: Clause): Rewording | undefined {
  const { text, mention, from, to, end } = stated;
  const before = text.slice(from, mention.start);
  const rest = text.slice(mention.end, to);
  const within = /^,\s/.test(rest) && after.test(text.slice(end, to));
  if (!within && !after.test(rest)) return undefined;
  const link = linkAtEnd(before);
  if (!link || (link.kind === 'passive' && (within || !isDoneBy(mention, clause)))) return undefined;
  const goesOn = within ? wordsOf(text, mention.end, trimmed(text, end)) : [];
  if (!goesOn || !isSaidBefore(stated, clause, before.slice(0, link.index), goesOn)) return undefined;
  return link.kind === 'passive'
    ? placed(stated, mention.start, mention.end, `${clause.head[1]} by ${clause.speaker}`)
    : asideOf(stated, clause, link.kind !== 'comma', link.kind === 'as was');
}

/** What stands between a claim's content and the mention behind it: "was", ", as", ", as was", or a comma alone. */
interface Link {
  readonly kind: 'passive' | 'as' | 'as was' | 'comma';
  readonly index: number;
}

function linkAtEnd(before: string): Link | undefined {
  const passive = /\s(?:was|were|has been|have been|had been)\s+(?:also\s+)?$/.exec(before);
  if (passive) return { kind: 'passive', index: passive.index };
  const link = /,\s+(?:(as)(\s+(?:was|were))?\s+)?$/.exec(before);
  if (!link) return undefined;
  const [, as, was] = link;
  if (!as) return { kind: 'comma', index: link.index };
  return { kind: was ? 'as was' : 'as', index: link.index };
}

/** Whether a thing may be said to have been called for, or mentioned, by the clause's speaker. */
function isDoneBy({ shape, verb }: SpeakerMention, { head: [, said] }: Clause): boolean {
  // "Efforts to … were demanded by States": the source tells of efforts, and nobody wants them.
  const isOnlyTold = said === 'mentioned' && (verb?.band ?? 0) >= callBand;
  return shape === 'agent' && agents.test(said) && !isOnlyTold;
}

/**
 * Whether what stands before a mention, and goes on behind it, is all that a clause says: from its beginning, or after
 * "Noting that".
 */
function isSaidBefore({ text, from }: Stated, clause: Clause, content: string, goesOn: readonly Word[]): boolean {
  const begins = [0, ...[...content.matchAll(/\s\b/g)].slice(0, mostBegins).map(each => each.index + 1)];
  return begins.some(at => {
    const lead = leadOf(content.slice(0, at));
    if (lead?.kind !== 'clause' || lead.occasion) return false;
    const words = wordsOf(text, from + at, from + content.length);
    return words !== undefined && states([...words, ...goesOn], from + at, clause);
  });
}
const mostBegins = 24;

/** Whether the words are all that a clause says after its verb. */
function states(words: readonly Word[], start: number, clause: Clause): boolean {
  const found = alignWords(words, start, clause);
  return found !== undefined && found.seam === 0 && found.from === start;
}

function asideOf(stated: Stated, clause: Clause, as: boolean, passive: boolean): Rewording | undefined {
  const { text, mention } = stated;
  const said = text.slice(mention.start, mention.end);
  const { speaker } = clause;
  if (!plain.test(clause.head[1])) return undefined;
  if (!as && mention.shape === 'according') return accordingTo(stated, clause);
  // "As agreed by States", "as was agreed". "As noted" alone would be what the drafter noted before.
  if (as && !passive && speaker === '' && mention.shape !== 'clause') return undefined;
  if (as && hasNoSubject(mention, said)) return placed(stated, mention.start, mention.end, doneBy(clause));
  if (passive || !isClause(mention, said) || mention.shape === 'consensus') return undefined;
  return placed(stated, mention.start, mention.end, insertion(clause, as), speaker.length || undefined);
}

/** "According to States", "in the view of States". */
function accordingTo(stated: Stated, { speaker }: Clause): Rewording | undefined {
  const { text, mention } = stated;
  return /^(?:according to|in the (?:view|opinion|eyes) of)\b/i.test(text.slice(mention.start, mention.end))
    ? placed(stated, mention.start, mention.end, `according to ${speaker || documentName}`)
    : undefined;
}

/** "Agreed by States", "agreed", behind "as"; not "it was agreed". */
const hasNoSubject = ({ shape }: SpeakerMention, said: string): boolean =>
  shape === 'agent' || (shape === 'passive' && !/^it\b/i.test(said));

/** The clause's verb without the "that" behind it. */
const bareVerb = ({ head: [, verb] }: Clause): string => verb.replace(/ that$/, '');

/** What stands behind "as": "emphasized by participants". */
function doneBy(clause: Clause): string {
  const { speaker } = clause;
  if (speaker === '') return bareVerb(clause);
  return speaker === documentName ? `stated in ${speaker}` : `${bareVerb(clause)} by ${speaker}`;
}

/** What stands between commas: "participants emphasized", "it was noted"; behind "as", "was noted". */
function insertion(clause: Clause, as: boolean): string {
  const verb = bareVerb(clause);
  if (clause.speaker !== '') return `${clause.speaker} ${verb}`;
  return as ? `was ${verb}` : `it was ${verb}`;
}
