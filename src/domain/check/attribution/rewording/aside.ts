/**
 * "As States agreed, …", "…, States agreed, …", "… was called for by States": claims that stand beside what they say,
 * or after it.
 */
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
  const passive = /\s(?:was|were|has been|have been|had been)\s+(?:also\s+)?$/.exec(before);
  const link = passive ?? /,\s+(?:(as)(\s+(?:was|were))?\s+)?$/.exec(before);
  if (!link || (passive && (within || mention.shape !== 'agent' || !agents.test(clause.head[1])))) return undefined;
  // "Efforts to … were demanded by States": the source tells of efforts, and nobody wants them.
  if (passive && clause.head[1] === 'mentioned' && (mention.verb?.band ?? 0) >= callBand) return undefined;
  const goesOn = within ? wordsOf(text, mention.end, trimmed(text, end)) : [];
  // The clause begins with the sentence, or after "Noting that".
  const content = before.slice(0, link.index);
  const begins = [0, ...[...content.matchAll(/\s\b/g)].slice(0, 24).map(each => each.index + 1)].some(at => {
    const lead = leadOf(content.slice(0, at));
    const words = lead?.kind === 'clause' && !lead.occasion ? wordsOf(text, from + at, from + link.index) : undefined;
    return words && goesOn && states([...words, ...goesOn], from + at, clause);
  });
  if (!begins) return undefined;
  return passive
    ? placed(stated, mention.start, mention.end, `${clause.head[1]} by ${clause.speaker}`)
    : asideOf(stated, clause, link[1] !== undefined, link[2] !== undefined);
}

/** Whether the words are all that a clause says after its verb. */
function states(words: readonly Word[], start: number, clause: Clause): boolean {
  const found = alignWords(words, start, clause);
  return found !== undefined && found.seam === 0 && found.from === start;
}

function asideOf(stated: Stated, clause: Clause, as: boolean, passive: boolean): Rewording | undefined {
  const { text, mention } = stated;
  const said = text.slice(mention.start, mention.end);
  const verb = clause.head[1].replace(/ that$/, '');
  const { speaker } = clause;
  if (!plain.test(clause.head[1])) return undefined;
  if (!as && mention.shape === 'according') {
    if (!/^(?:according to|in the (?:view|opinion|eyes) of)\b/i.test(said)) return undefined;
    return placed(stated, mention.start, mention.end, `according to ${speaker || documentName}`);
  }
  // "As agreed by States", "as was agreed". "As noted" alone would be what the drafter noted before.
  if (as && !passive && speaker === '' && mention.shape !== 'clause') return undefined;
  if (as && (mention.shape === 'agent' || (mention.shape === 'passive' && !/^it\b/i.test(said)))) {
    const by = speaker === documentName ? `stated in ${speaker}` : `${verb} by ${speaker}`;
    const words = speaker === '' ? verb : by;
    return placed(stated, mention.start, mention.end, words);
  }
  if (passive || !isClause(mention, said) || mention.shape === 'consensus') return undefined;
  return placed(
    stated,
    mention.start,
    mention.end,
    speaker === '' ? `${as ? '' : 'it '}was ${verb}` : `${speaker} ${verb}`,
    speaker.length || undefined,
  );
}
