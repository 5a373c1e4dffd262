/** Reporting verbs whose parts stand apart: "called repeatedly for", "for which they called". */
import { wordAt } from './claimWords';
import { adverbs, overall, unitedAt } from './lexicon/functionWords';
import type { Scale, VerbForm } from './scale';
import type { TaggedWords } from './tags';

const farthest = 12;
const comma = /,/;
const isAdverb = (word = ''): boolean => adverbs.has(word) || word.endsWith('ly');

/** Where "at the Dialogue", "in the second panel" ends, if it begins at `at`. */
export function pastOccasion({ lower, apart, speakers }: TaggedWords, at: number): number {
  if (!/^(?:at|in|during|throughout)$/.test(lower[at] ?? '') || apart[at]) return at;
  for (let here = at + 1; here < Math.min(at + 6, lower.length) && !apart[here]; here++) {
    const found = speakers[here];
    if (found?.voice === 'dialogue' || /^(?:panels?|online)$/.test(wordAt(lower, here)))
      return here + (found?.length ?? 1);
  }
  return at;
}

/** Where an aside in commas ends that begins at `at`, if one does; -1 where another mark parts it. */
function pastCommas({ lower, before, apart }: TaggedWords, at: number, end: number): number {
  if (!comma.test(before[at] ?? '')) return at;
  let here = at + 1;
  for (; here < end && !comma.test(before[here] ?? ''); here++) if (here < lower.length && apart[here]) return -1;
  return here;
}

/** Where the adverbs end, and phrases such as "with one voice", that begin at `at`; whether they say that it was all. */
function pastAdverbs({ lower, apart }: TaggedWords, at: number): { readonly to: number; readonly united: boolean } {
  let to = at;
  let united = false;
  while (to < lower.length && !apart[to]) {
    const more = isAdverb(lower[to]) ? 1 : unitedAt(lower, to);
    if (more === 0) break;
    united ||= more > 1;
    to += more;
  }
  return { to, united };
}

/** "Called repeatedly for", "called, at the Dialogue and after, for": the particle stands apart. */
export function splitVerb(
  words: TaggedWords,
  scale: Scale,
  at: number,
): { readonly to: number; readonly verb: VerbForm; readonly all: boolean } | undefined {
  const { lower } = words;
  const head = lower[at + 1] === 'attention' ? 2 : 1;
  const { to, united } = pastAdverbs(words, at + head);
  const behind = pastCommas(words, to, at + farthest);
  const particle = behind < 0 ? behind : pastOccasion(words, behind);
  if (particle <= at + head || !/^(?:for|on|upon|to|out|of|against)$/.test(lower[particle] ?? '')) return undefined;
  const verb = scale.at([...lower.slice(at, at + head), wordAt(lower, particle)], 0);
  if (verb?.words.length !== head + 1 || verb.tense === 'gerund') return undefined;
  const all = united || lower.slice(at + head, particle).some(word => overall.has(word));
  return { to: particle + 1, verb, all };
}

/** "For which they called": the verb's particle stands before the subject. @param from where its adverbs begin */
export function strandedVerb({ lower }: TaggedWords, scale: Scale, from: number, at: number): VerbForm | undefined {
  for (let which = from - 1; which > 0 && from - which < 6; which--) {
    if (!/^(?:which|whom)$/.test(wordAt(lower, which))) continue;
    const whole = [lower[at] ?? '', wordAt(lower, which - 1)];
    const verb = scale.at(whole, 0);
    return verb?.words.length === 2 ? { ...verb, words: whole.slice(0, 1) } : undefined;
  }
  return undefined;
}
