/** How version 0.1.0 worded places. Frozen: drafts hold these words; what is written now is in ../locator.ts. */
import type { Language, Passage } from '../../corpus/types';
import type { Place } from '../locator';
import { ordinalWord, type Gender } from '../ordinals';

type Noun = readonly [one: string, many: string, gender: Gender];

interface Vocabulary {
  readonly day: string;
  readonly parts: Readonly<Record<Passage['part'], string>>;
  readonly nouns: Readonly<Record<Place['kind'], Noun>>;
  readonly and: string;
}

const vocabularies: Readonly<Record<Language, Vocabulary>> = {
  en: {
    day: 'day',
    and: 'and',
    parts: { introduction: 'introduction', closing: 'closing paragraphs' },
    nouns: {
      conclusion: ['conclusion', 'conclusions', 'feminine'],
      paragraph: ['paragraph', 'paragraphs', 'masculine'],
    },
  },
  fr: {
    day: 'jour',
    and: 'et',
    parts: { introduction: 'introduction', closing: 'paragraphes de clôture' },
    nouns: {
      conclusion: ['conclusion', 'conclusions', 'feminine'],
      paragraph: ['paragraphe', 'paragraphes', 'masculine'],
    },
  },
  es: {
    day: 'día',
    and: 'y',
    parts: { introduction: 'introducción', closing: 'párrafos finales' },
    nouns: { conclusion: ['conclusión', 'conclusiones', 'feminine'], paragraph: ['párrafo', 'párrafos', 'masculine'] },
  },
};

/** With ordinals ("fourth conclusion"), or with numbers; those of the styles began with a capital. */
type EarlierWording = 'words' | 'numbers' | 'capitalNumbers';

/** The words for places, those of one day or part together; `alone` leaves out the day or part of the first. */
export function earlierPlaces(
  places: readonly Place[],
  language: Language,
  wording: EarlierWording,
  alone = false,
): string {
  const { and } = vocabularies[language];
  const groups = neighbours(places).map((group, at) => {
    const numbered = counted(group, language, wording);
    return alone && at === 0 ? numbered : `${whereabouts(group[0], language, wording)}, ${numbered}`;
  });
  const last = groups.pop() ?? '';
  return groups.length === 0 ? last : `${groups.join(', ')}, ${and} ${last}`;
}

type Group = [Place, ...Place[]];

function neighbours(places: readonly Place[]): Group[] {
  const groups: Group[] = [];
  for (const place of places) {
    const group = groups.at(-1);
    if (group !== undefined && partOf(group[0]) === partOf(place)) group.push(place);
    else groups.push([place]);
  }
  return groups;
}

function partOf(place: Place): string | number {
  return place.kind === 'conclusion' ? place.day : place.part;
}

function whereabouts(place: Place, language: Language, wording: EarlierWording): string {
  const { day, parts } = vocabularies[language];
  const words = place.kind === 'conclusion' ? `${day} ${place.day}` : parts[place.part];
  return wording === 'capitalNumbers' ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

function counted(group: Group, language: Language, wording: EarlierWording): string {
  const { nouns, and } = vocabularies[language];
  const [one, many, gender] = nouns[group[0].kind];
  const noun = group.length === 1 ? one : many;
  const numbers = group.map(({ number }) =>
    wording === 'words' ? ordinalWord(number, language, gender) : String(number),
  );
  const last = numbers.pop() ?? '';
  const list = numbers.length === 0 ? last : `${numbers.join(', ')} ${and} ${last}`;
  return wording === 'words' ? `${list} ${noun}` : `${noun} ${list}`;
}
