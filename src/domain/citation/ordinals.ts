// Ordinals in three languages, there and back.
import type { Language } from '../corpus/types';

export type Gender = 'feminine' | 'masculine';

const english = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
  'twenty-second',
  'twenty-third',
  'twenty-fourth',
  'twenty-fifth',
  'twenty-sixth',
  'twenty-seventh',
  'twenty-eighth',
  'twenty-ninth',
  'thirtieth',
];

const french = [
  'première',
  'deuxième',
  'troisième',
  'quatrième',
  'cinquième',
  'sixième',
  'septième',
  'huitième',
  'neuvième',
  'dixième',
  'onzième',
  'douzième',
  'treizième',
  'quatorzième',
  'quinzième',
  'seizième',
  'dix-septième',
  'dix-huitième',
  'dix-neuvième',
  'vingtième',
  'vingt et unième',
  'vingt-deuxième',
  'vingt-troisième',
  'vingt-quatrième',
  'vingt-cinquième',
  'vingt-sixième',
  'vingt-septième',
  'vingt-huitième',
  'vingt-neuvième',
  'trentième',
];

const spanish = [
  'primera',
  'segunda',
  'tercera',
  'cuarta',
  'quinta',
  'sexta',
  'séptima',
  'octava',
  'novena',
  'décima',
  'undécima',
  'duodécima',
  'decimotercera',
  'decimocuarta',
  'decimoquinta',
  'decimosexta',
  'decimoséptima',
  'decimoctava',
  'decimonovena',
  'vigésima',
  'vigesimoprimera',
  'vigesimosegunda',
  'vigesimotercera',
  'vigesimocuarta',
  'vigesimoquinta',
  'vigesimosexta',
  'vigesimoséptima',
  'vigesimoctava',
  'vigesimonovena',
  'trigésima',
];

/** Before a masculine noun: "primer párrafo", "tercer párrafo", "segundo párrafo". */
function spanishMasculine(feminine: string): string {
  return /(?:primera|tercera)$/u.test(feminine) ? feminine.slice(0, -1) : `${feminine.slice(0, -1)}o`;
}

const words: Readonly<Record<Language, Readonly<Record<Gender, readonly string[]>>>> = {
  en: { feminine: english, masculine: english },
  fr: { feminine: french, masculine: ['premier', ...french.slice(1)] },
  es: { feminine: spanish, masculine: spanish.map(spanishMasculine) },
};

function numeral(n: number, language: Language, gender: Gender): string {
  if (language === 'fr') return `${n}e`;
  if (language === 'es') return `${n}.${gender === 'feminine' ? 'ª' : 'º'}`;
  const tens = n % 100;
  const suffix = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}

/** The ordinal of `n` (from 1): a word up to the thirtieth, then a numeral ("31st", "31e", "31.ª"). */
export function ordinalWord(n: number, language: Language, gender: Gender = 'feminine'): string {
  return words[language][gender][n - 1] ?? numeral(n, language, gender);
}

const numbers: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  en: numbersOf('en'),
  fr: numbersOf('fr'),
  es: numbersOf('es'),
};

function numbersOf(language: Language): ReadonlyMap<string, number> {
  const { feminine, masculine } = words[language];
  return new Map([...feminine, ...masculine].map((word, at) => [word, (at % feminine.length) + 1]));
}

/** The number of an ordinal word or numeral in lower case, or undefined: the way back from `ordinalWord`. */
export function ordinalNumber(word: string, language: Language): number | undefined {
  const known = numbers[language].get(word);
  if (known !== undefined) return known;
  const digits = /^([1-9]\d{0,5})(?:st|nd|rd|th|e|er|re|\.[ªº])$/u.exec(word)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A regular expression's source that matches any ordinal of the language, longest first. */
export function ordinalPattern(language: Language): string {
  const longestFirst = [...numbers[language].keys()].sort((a, b) => b.length - a.length);
  const numerals = { en: 'st|nd|rd|th', fr: 'er|re|e', es: '\\.[ªº]' }[language];
  return `(?:${longestFirst.join('|')}|[1-9]\\d{0,5}(?:${numerals}))`;
}
