/**
 * A claim worded as the source words it: speaker, verb and what leads on from it are the source's, and the draft's
 * words stay from where they are the source's own. Where that cannot be shown of the whole claim there is no rewording:
 * the result is right by construction, or is not offered.
 */
import type { Sentence } from '../../../corpus/types';
import type { SpeakerMention } from '../mention';
import { callBand } from '../scale';
import { align, alignDemand, type Alignment } from './align';
import { aside, trailing } from './aside';
import { clausesOf, documentName, type Clause } from './clauses';
import { leadOf, occasionAt, type Lead } from './lead';
import { placed, type Rewording } from './placed';
import {
  after,
  concluding,
  isClause,
  isNoun,
  ofOne,
  referredTo,
  several,
  short,
  simple,
  trimmed,
  type Stated,
} from './stated';

/** Speakers' adverbs that stay. */
const kept = /\b(also|likewise|thus|therefore|indeed)\b/i;
/** What speakers tell of, not what they want. */
const telling = /^(?:mentioned|reported on)$/;
const existing = new Set(['efforts', 'initiatives', 'progress']);
/** Whom "it" cannot mean. */
const manySpeakers = /^(?:participants|(?:some )?speakers|panelists)$/;
/** "called for" as a noun, with what stands between speaker and thing. */
const nominal: readonly (readonly [verb: string, noun: readonly [before: string, after: string]])[] = [
  ['called for', ['call by', 'for']],
  ['expressed commitment to', ['commitment expressed by', 'to']],
];

/** Undefined where the claim's clause is not one that the source's sentence has. */
export function reword(stated: Stated, sentence: Sentence): Rewording | undefined {
  const { text, mention, from } = stated;
  // "Delegations debated the need to …": as the source has it, that would be more than the draft says.
  if (!short(stated) || mention.relative || mention.verb?.band === 0 || !simple(text, mention)) return undefined;
  const lead = leadOf(text.slice(from, mention.start));
  if (referredTo(text, stated.to)) return undefined;
  const one = ofOne(text, stated.to);
  if (one && !several(stated)) return undefined;
  for (const clause of clausesOf(sentence.id)) {
    // "It" would mean the document, or the consensus.
    if (one && !manySpeakers.test(clause.speaker)) continue;
    const found = lead ? leading(stated, clause, lead) : trailing(stated, clause);
    if (found) return found;
  }
  return undefined;
}

function leading(stated: Stated, clause: Clause, lead: Lead): Rewording | undefined {
  const { text, mention, to, end } = stated;
  if (!after.test(text.slice(end, to))) return undefined;
  if (lead.kind === 'as' || mention.shape === 'according') return aside(stated, clause, lead);
  if (!mayLead(stated, clause, lead)) return undefined;
  const occasion = occasionOf(stated);
  const head = lead.kind === 'noun' ? nounOf(clause, hasArticle(stated)) : headOf(clause, stated, occasion);
  if (!head) return undefined;
  const begins = text.startsWith(occasion, mention.end) ? mention.end + occasion.length : mention.end;
  const last = trimmed(text, end);
  const found = align(text, begins, last, clause) ?? alignDemand(text, begins, last, clause);
  if (!found || isThereAlready(mention, clause, found)) return undefined;
  const words = [head.words, ...found.reading.words.slice(0, found.seam)].join(' ').replace(/,$/, '');
  return placed(stated, mention.start, found.from, words, head.speakerEnd);
}

/** Whether a clause may stand behind what the sentence begins with, in the place of the draft's claim. */
function mayLead({ text, mention, from }: Stated, { speaker }: Clause, { kind, occasion }: Lead): boolean {
  const isDocument = speaker === documentName;
  if (isDocument && (occasion || kind === 'document')) return false;
  // "The conclusions show that it was noted that …".
  if (speaker === '' && kind === 'document') return false;
  if (isDocument && concluding.test(text.slice(from, mention.end))) return false;
  const said = text.slice(mention.start, mention.end);
  return kind === 'noun' ? isNoun(mention, said) : !isNoun(mention, said) && isClause(mention, said);
}

/** " at the Dialogue", behind the mention or within it. */
function occasionOf({ text, mention: { shape, subject, end } }: Stated): string {
  const behind = occasionAt(text.slice(end, end + 120));
  return behind === '' && shape === 'clause' ? occasionAt(text.slice(subject.end, end)) : behind;
}

const hasArticle = ({ text, mention: { start } }: Stated): boolean =>
  text.slice(start - 4, start).toLowerCase() === 'the ';

/** "States called for progress": what the draft wants is there already where the source has "reported on progress". */
const isThereAlready = ({ verb }: SpeakerMention, { head }: Clause, { reading }: Alignment): boolean =>
  (verb?.band ?? 0) >= callBand && telling.test(head[1]) && existing.has(reading.normal[0] ?? '');

interface Head {
  readonly words: string;
  readonly speakerEnd: number;
}

function headOf({ speaker, head: [lead, verb] }: Clause, { text, mention }: Stated, occasion: string): Head {
  const said = text.slice(mention.start, mention.end);
  const adverb = kept.exec(said)?.[1]?.toLowerCase() ?? (/\bfurther(?:more)?\b/i.test(said) ? 'also' : undefined);
  const words = [lead, adverb, verb].filter(Boolean).join(' ');
  // "Speakers at the Dialogue", "consensus among speakers at the Dialogue", "it was noted at the Dialogue".
  const named = /(?:(?:some )?speakers|participants|panelists|discussions|noted)(?= )/.exec(words);
  const at = named ? named.index + named[0].length : words.length;
  const speakerEnd = speaker === '' ? at : speaker.length;
  return { words: words.slice(0, at) + (speaker === documentName ? '' : occasion) + words.slice(at), speakerEnd };
}

function nounOf({ speaker, head: [lead, verb] }: Clause, article: boolean): Head | undefined {
  const the = article ? '' : 'the ';
  if (lead === 'there was')
    return { words: `${the}${verb}`, speakerEnd: the.length + 'consensus among speakers'.length };
  const noun = nominal.find(([each]) => each === verb)?.[1];
  if (!noun) return undefined;
  const before = `${the}${noun[0]} ${speaker}`;
  return { words: `${before} ${noun[1]}`, speakerEnd: before.length };
}
