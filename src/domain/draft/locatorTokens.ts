// The words and marks that locators consist of, in three languages.
import { cardinals } from '../text/cardinals';
import { ordinalNumber, ordinalPattern } from '../citation/ordinals';
import { lazy } from '../lazy';
import { lowerCase } from '../lowerCase';

/** What a locator counts. */
export type Unit = 'day' | 'conclusion' | 'paragraph' | 'sentence';

/** One word or mark of a locator, in whichever of the three languages. */
export type Token =
  | { readonly type: 'unit'; readonly unit: Unit; readonly start: number; readonly end: number }
  | { readonly type: 'part'; readonly part: 'introduction' | 'closing'; readonly start: number; readonly end: number }
  | {
      readonly type: 'number';
      readonly value: number;
      readonly ordinal: boolean;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly type: 'place';
      readonly day: number;
      readonly number: number;
      readonly sentence?: number;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly type: 'and' | 'comma' | 'to' | 'filler' | 'sign' | 'preposition';
      readonly start: number;
      readonly end: number;
    };

const units: Readonly<Record<Unit, string>> = {
  day: 'days?|jours?|journées?|d[ií]as?|[dj]\\.',
  conclusion: 'conclusions?|conclusi[oó]n(?:es)?|concls?\\.?|cc?\\.',
  paragraph: 'paragraph(?:e?s|e)?|p[aá]rrafos?|paras?\\.?',
  sentence: 'sentences?|phrases?|oraci[oó]n(?:es)?|frases?',
};
const parts = {
  introduction: 'introduction|introducci[oó]n',
  closing: 'closing paragraphs|paragraphes de clôture|párrafos finales|closing|clôture|cierre',
} as const;

/** A word boundary that knows accents. */
const ends = '(?![\\p{L}\\p{N}])';
const languages = ['en', 'fr', 'es'] as const;
const pattern = lazy(
  () =>
    new RegExp(
      [
        `(?<blank>\\s+)`,
        `(?<code>d(?<day>\\d{1,3})[. ]?c(?<number>\\d{1,3})(?:[. ]?s(?<sentence>\\d{1,3}))?)${ends}`,
        `(?<ordinal>${languages.map(ordinalPattern).join('|')}|first|1ère)${ends}`,
        `(?<closing>${parts.closing})${ends}`,
        `(?<introduction>${parts.introduction})${ends}`,
        ...Object.entries(units).map(([unit, words]) => `(?<${unit}Unit>${words})${ends}`),
        `(?<cardinal>${cardinals.join('|')})${ends}`,
        `(?<digits>\\d{1,6})(?!\\d|[.]\\d)`,
        `(?<and>and|et|y|e|or|ou|o)${ends}|(?<amp>&)`,
        `(?<to>to|through|à|au|a|al)${ends}|(?<dash>[–—-])`,
        `(?<comma>[,;:])`,
        `(?<sign>(?:nos?\\.|n[º°]s?|nr\\.)${ends}|#)`,
        `(?<preposition>(?:of|on|in|at|from|du|de|des|del)${ends})`,
        `(?<filler>(?:the|le|la|les|l['’]|el|los|las|nos?|nr)${ends})`,
      ].join('|'),
      'uy',
    ),
);

/** Longer locators than this do not occur; what follows is left unread. */
const maxTokens = 200;

/** The tokens a text begins with, blanks left out, up to the first word that no locator has. */
export function locatorTokens(text: string): readonly Token[] {
  const source = lowerCase(text.slice(0, 2000));
  const tokens: Token[] = [];
  const words = pattern();
  for (let at = 0; at < source.length && tokens.length < maxTokens;) {
    words.lastIndex = at;
    const match = words.exec(source);
    if (!match?.groups) break;
    const token = tokenOf(match.groups, at, words.lastIndex);
    if (token) tokens.push(token);
    at = words.lastIndex;
  }
  return tokens;
}

function tokenOf(found: Record<string, string | undefined>, start: number, end: number): Token | undefined {
  const at = { start, end };
  if (found['blank'] !== undefined) return undefined;
  if (found['code'] !== undefined) {
    const place = { type: 'place', day: Number(found['day']), number: Number(found['number']), ...at } as const;
    return found['sentence'] === undefined ? place : { sentence: Number(found['sentence']), ...place };
  }
  const number = numberOf(found);
  if (number !== undefined) return { type: 'number', ...number, ...at };
  for (const part of ['introduction', 'closing'] as const)
    if (found[part] !== undefined) return { type: 'part', part, ...at };
  for (const unit of ['day', 'conclusion', 'paragraph', 'sentence'] as const) {
    if (found[`${unit}Unit`] !== undefined) return { type: 'unit', unit, ...at };
  }
  if (found['and'] !== undefined || found['amp'] !== undefined) return { type: 'and', ...at };
  if (found['to'] !== undefined || found['dash'] !== undefined) return { type: 'to', ...at };
  for (const type of ['comma', 'sign', 'preposition'] as const) if (found[type] !== undefined) return { type, ...at };
  return { type: 'filler', ...at };
}

function numberOf({
  ordinal,
  cardinal,
  digits,
}: Record<string, string | undefined>): { readonly value: number; readonly ordinal: boolean } | undefined {
  if (ordinal !== undefined) return { value: ordinalValue(ordinal), ordinal: true };
  if (cardinal !== undefined) return { value: cardinals.indexOf(cardinal) + 1, ordinal: false };
  return digits === undefined ? undefined : { value: Number(digits), ordinal: false };
}

function ordinalValue(word: string): number {
  for (const language of languages) {
    const value = ordinalNumber(word, language);
    if (value !== undefined) return value;
  }
  return 1;
}
