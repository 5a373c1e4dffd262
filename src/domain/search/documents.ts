/** Documents found by their names, to be cited as a whole: the findings' own search never finds a document. */
import type { Library } from '../corpus/library';
import type { Corpus, Language } from '../corpus/types';
import { namesOf } from '../citation/titles';
import { wordsIn } from '../text/words';

/** A document that a query names. */
interface DocumentHit {
  readonly corpus: Corpus;
  /** The query is the beginning of one of its names: it comes before the findings, else after them. */
  readonly first: boolean;
}

interface Known {
  /** Its names, as words apart by blanks. */
  readonly names: readonly string[];
  readonly words: readonly string[];
}

const languages: readonly Language[] = ['en', 'fr', 'es'];
const known = new WeakMap<Corpus, Known>();
/** No name of a document has more words. */
const mostWords = 30;

/** The documents that every word of a query belongs to; one word alone has to be an id or the initials of a series. */
export function documentsFound(library: Library, query: string): DocumentHit[] {
  const asked = wordsOf(query.slice(0, 300));
  if (asked.length > mostWords) return [];
  // A finding is asked for by its numbers, 1.4, which ids and years have, too.
  if (!asked.some(word => /\p{L}/u.test(word))) return [];
  const phrase = asked.join(' ');
  return library.corpora.flatMap(corpus => {
    const { names, words } = nameWords(corpus);
    if (!asked.every(word => words.some(name => name.startsWith(word)))) return [];
    const short = names.slice(0, 2).some(name => name.startsWith(phrase) && phrase.length > 1);
    if (asked.length === 1) return short ? [{ corpus, first: true }] : [];
    return [{ corpus, first: short || names.some(name => name.startsWith(phrase)) }];
  });
}

function nameWords(corpus: Corpus): Known {
  const found = known.get(corpus);
  if (found) return found;
  const { id, document } = corpus;
  const { label } = namesOf(document, 'en');
  const titles = languages.flatMap(language => {
    const { series, document: kind } = document.titles[language];
    return [series, kind, `${document.organizationShort} ${series}`];
  });
  const names = [id, label, ...titles, 'whole document', 'entire document', 'document as a whole'].map(name =>
    wordsOf(name).join(' '),
  );
  const others = languages.flatMap(language => Object.values(document.titles[language]));
  const words = [...new Set([...names, ...others, String(document.year)].flatMap(wordsOf))];
  const made = { names, words };
  known.set(corpus, made);
  return made;
}

/** Words in lower case without accents. */
function wordsOf(text: string): readonly string[] {
  return wordsIn(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
}
