/** The letters that tell apart documents of one author and year: 2022a, 2022b. */
import type { Library } from '../corpus/library';
import type { Corpus, Language } from '../corpus/types';
import { isAuthorDate, type Style } from './options';
import { namesOf, type Names } from './titles';

const made = new WeakMap<Library, ReadonlyMap<string, string>>();

/**
 * The letter of a document among those of its author and year in the library, by the order of their English titles; ''
 * where it is the only one, or the library does not hold it. It is the same in every language: "OIM" is French and
 * Spanish, and "OIM, 2022b" must mean one document.
 */
export function letterOf(library: Library, id: string): string {
  let letters = made.get(library);
  if (letters === undefined) made.set(library, (letters = lettersOf(library.corpora)));
  return letters.get(id) ?? '';
}

function lettersOf(corpora: readonly Corpus[]): ReadonlyMap<string, string> {
  const alike = new Map<string, Corpus[]>();
  for (const corpus of corpora) {
    const key = `${corpus.document.year} ${corpus.document.organization}`;
    alike.set(key, [...(alike.get(key) ?? []), corpus]);
  }
  return new Map(
    [...alike.values()]
      .filter(({ length }) => length > 1)
      .flatMap(group =>
        group
          .map(({ id, document }) => ({ id, title: namesOf(document, 'en').full }))
          .sort((a, b) => a.title.localeCompare(b.title, 'en') || a.id.localeCompare(b.id, 'en'))
          .map(({ id }, at): [string, string] => [id, letter(at)]),
      ),
  );
}

/** a to z, then aa to zz. */
function letter(at: number): string {
  const last = String.fromCharCode(97 + (at % 26));
  return at < 26 ? last : letter(Math.floor(at / 26) - 1) + last;
}

const lettered = new WeakMap<Names, Map<string, Names>>();

/** The names of a document as citations in this language print them, its year with the letter it has in the library. */
export function namesIn(library: Library, { id, document }: Corpus, language: Language): Names {
  const names = namesOf(document, language);
  const own = letterOf(library, id);
  if (own === '') return names;
  const known = lettered.get(names) ?? new Map<string, Names>();
  lettered.set(names, known);
  const withLetter = known.get(own) ?? { ...names, dated: `${names.year}${own}` };
  known.set(own, withLetter);
  return withLetter;
}

/**
 * Whether a style names sources by author and year, in the text or in notes, and so tells two of one year apart by
 * letters.
 */
export function hasLetters(style: Style): boolean {
  return style === 'un' || isAuthorDate(style);
}

/** The year as a style writes it where nothing else names the document. */
export function yearIn(names: Names, style: Style): string {
  return hasLetters(style) ? names.dated : String(names.year);
}
