/**
 * The word of quantity that a quotation cuts off at its beginning: “speakers called for …” where the source has “Some
 * speakers called for …”. The lists are ours. They hold only words without which the source's statement would be about
 * more: not numbers, not "more" or "all".
 */
import type { SourceText } from './source';
import type { Token } from './tokens';
import { betweenBlanks } from '../../text/words';
import { certain } from '../../certain';
import { greatest } from '../../longLists';

/**
 * How much a word says there were, in the languages of drafts; one that says no more than the source's may stand in its
 * place.
 */
const amounts: ReadonlyMap<string, number> = new Map(
  [
    'few minority peu minorité pocos pocas minoría',
    'some several certain part parts number various couple certains certaines quelques plusieurs divers diverses partie nombre algunos algunas varios varias diversos diversas ciertos ciertas parte número',
    'many numerous half nombreux nombreuses beaucoup moitié muchos muchas numerosos numerosas mitad',
    'most majority plupart majorité mayoría',
  ].flatMap((words, much) => words.split(' ').map(word => [word, much])),
);
const partitive = new Set('some several many few most half majority minority part parts'.split(' '));
const direct = new Set('some several many few certain numerous most various'.split(' '));
const determiners = new Set('the these those their its our this that'.split(' '));
/** After these, or a mark, what follows is a clause's subject. */
const clauseBefore = new Set(
  'that which whom who where when while although though as because if whether since but'.split(' '),
);
const finite = new Set(
  'is are was were be been has have had do does did must should shall may might can could will would needs'.split(' '),
);
/** The subject's verb is looked for so far. */
const farthest = 14;

/** The draft's own words before a quotation are read so far. */
const farthestBefore = 9;

const negations = new Set('not never without nor neither'.split(' '));
/** So many words of the source before a negation say what is denied. */
const governingWords = 8;
/** With these a draft goes on with a verb: "the need to “request proof …”". */
const leadsToVerb = /^(?:to|must|should|shall|may|might|can|could|will|would)$/;
/** Words by which a draft itself denies it. */
const denies =
  /\b(?:not(?! (?:just|only|merely|simply|solely)\b)|no|never|nor|neither|without|nobody|nothing|none|cannot|rather than|instead of|opposed to|as against|stop|refrain\w*|avoid\w*|exclud\w*|exempt\w*|spar(?:e|es|ed|ing)|forb\w+|prohibit\w*|protect\w*|wrong\w*|cease\w*|end(?:s|ed|ing)?)\b|n['’]t\b|(?<!\p{L})(?:ne|n['’]|pas|aucune?|jamais|ni|sans|rien|personne|sin|nunca|jamás|ning[uú]n\p{L}*|nadie|nada|tampoco)(?!\p{L})/iu;

/** Tokens of the source from the word of quantity on, up to, not including, `to`: the quotation's first. */
export interface Limit {
  readonly from: number;
  readonly to: number;
  /**
   * Of a negation: where the source's words before it begin, by which a draft's are known to go on with what is denied.
   */
  readonly governing?: number;
}

/** What stands right before the token `from`, where words quoted from there to `to` are about more without it. */
export function limitBefore({ tokens, sentenceStarts }: SourceText, from: number, to: number): Limit | undefined {
  if (from < 1 || sentenceStarts.includes(from)) return undefined;
  const word = (at: number): string => (tokens[at]?.kind === 'word' ? tokens[at].norm.toLowerCase() : '');
  if (negations.has(word(from - 1)) && to - from > 2)
    return { from: from - 1, to: from, governing: Math.max(0, from - 1 - governingWords) };
  // "some of the challenges": without the words before, all of them. "A majority of States" likewise.
  const of = from - (determiners.has(word(from - 1)) ? 2 : 1);
  if (word(of) === 'of' && of > 0 && partitive.has(word(of - 1)) && to - from > 2) return { from: of - 1, to: from };
  const length = lengthBefore(word, from);
  const first = from - length;
  if (length === 0 || first < 0 || !beginsClause(tokens, sentenceStarts, first)) return undefined;
  return hasVerb(word, from, Math.min(to, from + farthest)) ? { from: first, to: from } : undefined;
}

function hasVerb(word: (at: number) => string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (finite.has(word(at)) || /[^e]ed$/.test(word(at))) return true;
  return false;
}

/** How many words a quantity right before a place has: "some", "60 percent", "60 per cent"; 0 if there is none. */
function lengthBefore(word: (at: number) => string, at: number): number {
  if (word(at - 1) === 'percent') return 2;
  if (word(at - 1) === 'cent' && word(at - 2) === 'per') return 3;
  return direct.has(word(at - 1)) ? 1 : 0;
}

/**
 * Whether a token may begin a clause's subject; an object without its quantity ("set out some issues") is about no
 * more.
 */
function beginsClause(tokens: readonly Token[], sentenceStarts: readonly number[], at: number): boolean {
  const before = tokens[at - 1];
  if (!before || sentenceStarts.includes(at)) return true;
  return before.kind === 'word'
    ? clauseBefore.has(before.norm.toLowerCase())
    : /^[,;:–-]$/.test(before.norm) && !before.glued;
}

/** Whether the draft's words before a quotation say a quantity that is no greater than the source's. */
export function saysQuantity(before: string, limit: string): boolean {
  const words =
    certain(before.split(/[.:;!?]/).at(-1))
      .toLowerCase()
      .match(/[\p{L}\p{N}%'’]+/gu)
      ?.slice(-farthestBefore) ?? [];
  const most = greatest(betweenBlanks(limit.toLowerCase()).map(word => amounts.get(word) ?? -1));
  // "These “speakers called for …”": those spoken of before.
  if (
    /^(?:these|those|such|same|former|latter|ces|ceux|celles|tels|telles|mêmes|estos|estas|esos|esas|tales|dichos|dichas|mismos|mismas)$/.test(
      words.at(-1) ?? '',
    )
  )
    return true;
  return words.some((word, at) => {
    if (/^(?:percent|%|\d+%)$/.test(word) || (word === 'per' && words[at + 1] === 'cent')) return true;
    // "Not all", "not every".
    if (/^(?:all|every|each)$/.test(word)) return /^(?:not|hardly)$/.test(words[at - 1] ?? '');
    return (amounts.get(word) ?? Infinity) <= Math.max(most, 1);
  });
}

/**
 * Whether a draft, by its words around a quotation, asserts what the source denies: it leads to the quoted words as the
 * source does to its negation ("should target “smuggled migrants …”"), and denies nothing itself. Where it only speaks
 * of the words, nothing is turned round.
 */
export function turnsRound(before: string, after: string, governing: string): boolean {
  const clause = certain(before.split(/[.;!?]/).at(-1));
  if (denies.test(clause) || denies.test(certain(after.split(/[.;!?]/)[0]))) return false;
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
  const [own, source] = [wordsOf(clause).slice(-3), wordsOf(governing)];
  if (leadsToVerb.test(source.at(-1) ?? '')) return leadsToVerb.test(own.at(-1) ?? '');
  const verbAt = source.findIndex(word => leadsToVerb.test(word)) + 1;
  const verb = verbAt > 0 ? source[verbAt]?.slice(0, 5) : undefined;
  return verb !== undefined && verb.length > 4 && own.some(word => word.startsWith(verb));
}
