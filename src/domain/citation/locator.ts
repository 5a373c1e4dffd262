// The words for a place of the source in a citation, in every style and language.
import type { Finding, Language, Passage } from '../corpus/types';
import { isFinding } from '../corpus/library';
import { ordinalNumber, ordinalPattern, ordinalWord, type Gender } from './ordinals';

/**
 * Where in the document a citation points. The document numbers nothing itself: a conclusion is
 * counted through its day, a background paragraph through its part (see docs/citation-styles.md).
 */
export type Place =
  | { readonly kind: 'conclusion'; readonly day: number; readonly number: number }
  | { readonly kind: 'paragraph'; readonly part: Passage['part']; readonly number: number };

/**
 * In words a reader can check ("fourth conclusion"), or with numbers ("conclusion 4"); with a serial comma in English
 * ("conclusions 4, 5, and 6"), and as APA has it, in English too ("Day 2, Conclusions 4, 5, and 6", "Introduction,
 * para. 2"). `capitalNumbers` is how earlier versions wrote.
 */
export type Wording = 'words' | 'numbers' | 'serialNumbers' | 'apaNumbers' | 'capitalNumbers';

interface Noun {
  readonly one: string;
  readonly many: string;
  readonly gender: Gender;
}

interface Vocabulary {
  readonly day: string;
  readonly parts: Readonly<Record<Passage['part'], string>>;
  readonly conclusion: Noun;
  readonly paragraph: Noun;
  readonly and: string;
}

const vocabularies: Readonly<Record<Language, Vocabulary>> = {
  en: {
    day: 'day',
    parts: { introduction: 'introduction', closing: 'closing paragraphs' },
    conclusion: { one: 'conclusion', many: 'conclusions', gender: 'feminine' },
    paragraph: { one: 'paragraph', many: 'paragraphs', gender: 'masculine' },
    and: 'and',
  },
  fr: {
    day: 'jour',
    parts: { introduction: 'introduction', closing: 'paragraphes de clôture' },
    conclusion: { one: 'conclusion', many: 'conclusions', gender: 'feminine' },
    paragraph: { one: 'paragraphe', many: 'paragraphes', gender: 'masculine' },
    and: 'et',
  },
  es: {
    day: 'día',
    parts: { introduction: 'introducción', closing: 'párrafos finales' },
    conclusion: { one: 'conclusión', many: 'conclusiones', gender: 'feminine' },
    paragraph: { one: 'párrafo', many: 'párrafos', gender: 'masculine' },
    and: 'y',
  },
};

/** The place of a finding or passage. */
export function placeOf(entry: Finding | Passage): Place {
  return isFinding(entry)
    ? { kind: 'conclusion', day: entry.day, number: entry.ordinal }
    : { kind: 'paragraph', part: entry.part, number: entry.paragraph };
}

/** Document order: introduction, conclusions by day, closing paragraphs. */
export function comparePlaces(a: Place, b: Place): number {
  return rank(a) - rank(b) || a.number - b.number;
}

function rank(place: Place): number {
  if (place.kind === 'conclusion') return place.day;
  return place.part === 'introduction' ? -1 : Number.MAX_SAFE_INTEGER;
}

/**
 * The words for one or more places, in the order given, neighbours of one day or part together:
 * "day 2, fourth and sixth conclusions", "day 1, conclusion 2, and day 2, conclusion 4",
 * "introduction, second paragraph". `alone` leaves out the day or part of the first group.
 */
export function formatPlaces(places: readonly Place[], language: Language, wording: Wording, alone = false): string {
  const vocabulary = vocabularies[language];
  const groups = neighbours(places).map((group, at) => {
    const numbered = numberedPlaces(group, language, wording);
    return alone && at === 0 ? numbered : `${whereabouts(group[0], language, wording)}, ${numbered}`;
  });
  const last = groups.pop() ?? '';
  return groups.length === 0 ? last : `${groups.join(', ')}, ${vocabulary.and} ${last}`;
}

type Group = readonly [Place, ...Place[]];

function neighbours(places: readonly Place[]): Group[] {
  const groups: [Place, ...Place[]][] = [];
  for (const place of places) {
    const group = groups.at(-1);
    if (group !== undefined && rank(group[0]) === rank(place)) group.push(place);
    else groups.push([place]);
  }
  return groups;
}

function whereabouts(place: Place, language: Language, wording: Wording): string {
  const vocabulary = vocabularies[language];
  const words = place.kind === 'conclusion' ? `${vocabulary.day} ${place.day}` : vocabulary.parts[place.part];
  return wording === 'capitalNumbers' || isApaInEnglish(language, wording) ? capitalized(words) : words;
}

/** APA capitalizes a noun before a number ("Chapter 4"), and abbreviates paragraphs ("para. 2"). */
const apaNouns = {
  conclusion: { one: 'Conclusion', many: 'Conclusions' },
  paragraph: { one: 'para.', many: 'paras.' },
} as const;

/** In French and Spanish nobody does as APA does. */
function isApaInEnglish(language: Language, wording: Wording): boolean {
  return language === 'en' && wording === 'apaNumbers';
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function numberedPlaces(group: Group, language: Language, wording: Wording): string {
  const vocabulary = vocabularies[language];
  const noun = vocabulary[group[0].kind];
  const apa = isApaInEnglish(language, wording);
  const { one, many } = apa ? apaNouns[group[0].kind] : noun;
  const name = group.length === 1 ? one : many;
  const serial =
    language === 'en' && group.length > 2 && (wording === 'serialNumbers' || wording === 'apaNumbers') ? ',' : '';
  const list = (items: readonly string[]): string =>
    items.length === 1
      ? (items[0] ?? '')
      : `${items.slice(0, -1).join(', ')}${serial} ${vocabulary.and} ${items.at(-1) ?? ''}`;
  return wording === 'words'
    ? `${list(group.map(({ number }) => ordinalWord(number, language, noun.gender)))} ${name}`
    : `${name} ${list(group.map(({ number }) => String(number)))}`;
}

/** A locator as read: its places, and how it words them. */
interface ParsedLocator {
  readonly places: readonly Place[];
  readonly language: Language;
  readonly wording: Wording;
}

interface Grammar {
  readonly language: Language;
  readonly group: RegExp;
  readonly item: RegExp;
  readonly joint: RegExp;
}

const grammars: readonly Grammar[] = (['en', 'fr', 'es'] as const).map(language => {
  const { day, parts, conclusion, paragraph, and } = vocabularies[language];
  const ordinal = ordinalPattern(language);
  const between = `(?:, (?:${and} )?| ${and} )`;
  const ordinals = `${ordinal}(?:${between}${ordinal})*`;
  const numbers = `\\d{1,6}(?:${between}\\d{1,6})*`;
  const counted = (noun: Noun): string =>
    `(?:${ordinals} (?:${noun.many}|${noun.one})|(?:${noun.many}|${noun.one}${language === 'en' && noun === paragraph ? '|paras?\\.' : ''}) ${numbers})`;
  return {
    language,
    group: new RegExp(
      `(?:${day} (?<day>\\d{1,4}), (?<conclusions>${counted(conclusion)})|` +
        `(?<part>${parts.introduction}|${parts.closing}), (?<paragraphs>${counted(paragraph)}))`,
      'uy',
    ),
    item: new RegExp(`${ordinal}|\\d{1,6}`, 'gu'),
    joint: new RegExp(`; |, (?:${and} )?| ${and} `, 'uy'),
  };
});

/**
 * Reads a locator that is one as a whole, in any of the languages, either wording and any letter
 * case; line breaks and runs of blanks count as one blank. Undefined for anything else. The way back
 * from `formatPlaces`; drafts are read by the detector, which is more forgiving.
 */
export function parseLocator(text: string): ParsedLocator | undefined {
  const plain = text.slice(0, 2_000).replace(/\s+/gu, ' ').trim();
  const lower = plain.toLowerCase();
  for (const grammar of grammars) {
    const places = readGroups(lower, grammar);
    if (places === undefined) continue;
    return { places, language: grammar.language, wording: wordingOf(plain) };
  }
  return undefined;
}

/** How a locator is worded. */
function wordingOf(locator: string): Wording {
  if (!/^[^,]*, (?:conclusi|p[aá]r)/iu.test(locator)) return 'words';
  if (/^\p{Lu}[^,]*, (?:\p{Lu}|paras?\.)/u.test(locator)) return 'apaNumbers';
  if (/^\p{Lu}/u.test(locator)) return 'capitalNumbers';
  return /\d, and \d/u.test(locator) ? 'serialNumbers' : 'numbers';
}

function readGroups(text: string, { language, group, item, joint }: Grammar): Place[] | undefined {
  const { parts } = vocabularies[language];
  const places: Place[] = [];
  for (let at = 0; ; at = joint.lastIndex) {
    group.lastIndex = at;
    const found = group.exec(text)?.groups;
    if (found === undefined) return undefined;
    for (const [word] of (found['conclusions'] ?? found['paragraphs'] ?? '').matchAll(item)) {
      const number = ordinalNumber(word, language) ?? Number(word);
      places.push(
        found['part'] === undefined
          ? { kind: 'conclusion', day: Number(found['day']), number }
          : { kind: 'paragraph', part: found['part'] === parts.closing ? 'closing' : 'introduction', number },
      );
    }
    if (group.lastIndex === text.length) return places;
    joint.lastIndex = group.lastIndex;
    if (!joint.test(text)) return undefined;
  }
}
