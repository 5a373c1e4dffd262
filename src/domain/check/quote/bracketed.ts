/**
 * What the drafter's words in brackets change in a quotation: who spoke, how many, how binding it is, or whether it is
 * so at all. An explanation changes none of it. The lists of words are ours.
 */
import { voiceAt, type Voice } from '../attribution/voices';
import type { Who } from '../../corpus/types';
import type { Gap } from './align';
import type { SourceText } from './source';
import type { Token } from './tokens';
import { classOf, gravest, isReporting } from './wordClasses';

/** What bracketed words change; undefined where they only explain. */
export type Change = 'negation' | 'quantifier' | 'modal' | 'speaker';

const remark =
  /^(?:sic|recte|(?:our |my )?emphasis(?: is)?(?: added| ours| mine| supplied| omitted| in (?:the )?original)?|italics (?:added|ours|mine|in (?:the )?original)|(?:foot)?notes? omitted|(?:internal )?(?:citations?|references?) omitted)$/i;

/** A remark on the quotation, no words in it: "[sic]", "[emphasis added]". */
export function isRemark(quote: readonly Token[], { at, close = at, from, to }: Gap): boolean {
  return (
    from === to &&
    remark.test(
      quote
        .slice(at + 1, close)
        .filter(({ kind }) => kind === 'word')
        .map(({ norm }) => norm)
        .join(' '),
    )
  );
}

/** "[will]" for "would" is a change of tense. */
const sameModal: Readonly<Record<string, string>> = {
  would: 'will',
  could: 'can',
  might: 'may',
  needs: 'need',
  needed: 'need',
};
const lower = (list: readonly Token[]): string[] =>
  list.filter(({ kind }) => kind === 'word').map(({ norm }) => sameModal[norm.toLowerCase()] ?? norm.toLowerCase());

/** Words added to a sentence and read with it are few; an explanation is longer. */
const mostAdded = 4;

/** What the words in a bracket change. */
export function changeOf(quote: readonly Token[], gap: Gap, source: SourceText): Change | undefined {
  const { at, close = at, from, to } = gap;
  if (gravest(quote, at, close) === 'negation') return 'negation';
  // A sentence of the drafter's own, before one of the source's, says nothing in it.
  if (from === to && /^[.!?…]$/.test(quote[close - 1]?.norm ?? '') && source.sentenceStarts.includes(from))
    return undefined;
  const words = lower(quote.slice(at + 1, close));
  const replaced = lower(source.tokens.slice(from, to));
  const said = changeOfSpeaker(quote, gap, words, replaced, source);
  if (said) return said;
  if (replaced.length > 0) return graver(words.filter(word => !replaced.includes(word)));
  // At the beginning of a quotation a bracket may have the source's word before it.
  const isWordBefore = at === 0 && words.at(-1) === lower(source.tokens.slice(Math.max(0, from - 1), from))[0];
  return isWordBefore ? undefined : changeOfAdded(words);
}

/**
 * What words change that replace nothing: what reads as a part of the sentence begins with the word that counts ("[all]
 * migrants", "[at least some]").
 */
function changeOfAdded(words: readonly string[]): Change | undefined {
  if (words.length > mostAdded) return undefined;
  return graver(words.slice(0, 1)) ?? (/^(?:at|up)$/.test(words[0] ?? '') ? graver(words.slice(0, 3)) : undefined);
}

/** Whether a bracket has each word of those it replaces that counts. */
export function keeps(quote: readonly Token[], { at, close = at, from, to }: Gap, source: SourceText): boolean {
  const words = lower(quote.slice(at + 1, close));
  return lower(source.tokens.slice(from, to)).every(word => words.includes(word) || classOf(word) === 'plain');
}

function graver(words: readonly string[]): 'quantifier' | 'modal' | undefined {
  const classes = words.map((word, at) => (obliges(word, words[at + 1]) ? 'modal' : classOf(word)));
  return (['quantifier', 'modal'] as const).find(each => classes.includes(each));
}

/** "[has to]", "[are to]", "[is obliged to]": what binds as a modal does. */
const obliges = (word: string, next: string | undefined): boolean =>
  (next === 'to' && /^(?:has|have|had|is|are|was|were)$/.test(word)) || /^(?:obliged|obligated|compelled)$/.test(word);

/** A pronoun names nobody: what is lost by it is told of as an omission. */
const pronouns = /^(?:they|it|he|she|we|who|which|that|these|those|this)$/;
const whose: Readonly<Partial<Record<Who, Voice>>> = {
  'some speakers': 'speakers',
  speakers: 'speakers',
  'consensus among speakers': 'speakers',
  participants: 'participants',
  panelists: 'panelists',
  discussions: 'discussions',
};

/**
 * Whether the bracket, right before a verb that reports or after "consensus among", lets somebody else speak than the
 * source does.
 */
function changeOfSpeaker(
  quote: readonly Token[],
  gap: Gap,
  words: readonly string[],
  replaced: readonly string[],
  source: SourceText,
): Change | undefined {
  if (words.every(word => pronouns.test(word)) || !maySpeak(quote, gap)) return undefined;
  const voice = voiceIn(words);
  const former = voiceIn(replaced);
  if (former !== undefined) return voice === former ? undefined : 'speaker';
  const subject = isSubject(quote, gap);
  if (voice === undefined && !subject) return undefined;
  const sentence = source.sentenceStarts.findLastIndex(start => start <= gap.from);
  const who = source.entry?.sentences[sentence]?.attribution.who;
  if (who === undefined || whose[who] !== voice) return 'speaker';
  const isSome = words.some(word => /^(?:some|few|several|certain)$/.test(word));
  return subject && who === 'some speakers' && !isSome ? 'quantifier' : undefined;
}

/** The first words behind a bracket, in lower case. */
const wordsBehind = (quote: readonly Token[], { at, close = at }: Gap): string[] =>
  quote
    .slice(close + 1, close + 5)
    .filter(({ kind }) => kind === 'word')
    .slice(0, 3)
    .map(({ norm }) => norm.toLowerCase());

/** Whether whoever a bracket names speaks: a verb that reports follows, or it is "consensus among [them]". */
function maySpeak(quote: readonly Token[], gap: Gap): boolean {
  const before = quote.slice(Math.max(0, gap.at - 3), gap.at);
  return before.some(({ norm }) => norm.toLowerCase() === 'consensus') || wordsBehind(quote, gap).some(isReporting);
}

/** Where the quotation begins with it, the bracket stands in place of the subject, whatever it names. */
function isSubject(quote: readonly Token[], gap: Gap): boolean {
  const verb = wordsBehind(quote, gap).find(word => !/^(?:also|further)$/.test(word));
  return !quote.slice(0, gap.at).some(({ kind }) => kind === 'word') && isReporting(verb ?? '');
}

function voiceIn(words: readonly string[]): Voice | undefined {
  for (let at = 0; at < words.length; at++) {
    const found = voiceAt(words, at);
    if (found) return found.voice;
  }
  return undefined;
}
