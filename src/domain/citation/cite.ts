import type { Corpus, Finding, Language, Passage } from '../corpus/types';
import type { Library } from '../corpus/library';
import { runs, toMarkdown, type Run } from './inline';
import { inText } from './inText';
import { labelOf } from './labels';
import { comparePlaces, formatPlaces, placeOf } from './locator';
import { note } from './notes';
import { checkOptions, laterNotesDiffer, type CiteOptions, type NotePlace, type Style } from './options';
import { namesOf } from './titles';

/** What to write into a draft: the citation, and the footnote definitions it needs. */
export interface Citation {
  readonly text: string;
  readonly definitions: readonly Definition[];
}

/** A footnote definition: the line is `[^label]: text`. */
export interface Definition {
  readonly label: string;
  readonly text: string;
}

/** Thrown when ids are asked for that the library does not hold; names them all. */
export class UnknownIdsError extends Error {
  override readonly name = 'UnknownIdsError';

  constructor(readonly ids: readonly string[]) {
    super(`Unknown: ${ids.join(', ')}`);
  }
}

/** One document of the library and what of it is cited. */
export interface Source {
  readonly corpus: Corpus;
  readonly entries: readonly (Finding | Passage)[];
}

/**
 * The citation of findings, sentences (their finding is cited) and background passages.
 *
 * Footnotes come one mark after the other in the order of `ids`; the other forms gather what one
 * document says, in its order. Defaults: footnote, UN style, English, first position.
 *
 * @throws {UnknownIdsError} naming every id the library does not hold.
 * @throws {RangeError} for a form, style or language there is not.
 */
export function cite(library: Library, ids: readonly string[], options: CiteOptions = {}): Citation {
  checkOptions(options);
  const sources = sourcesOf(library, ids);
  const { form = 'footnote', style = 'un', language = 'en' } = options;
  if (form === 'footnote') {
    const entries = entriesOf(library, ids);
    const labels = entries.map(({ id }) => labelOf(id, mentionOf(options)));
    return {
      text: labels.map(label => `[^${label}]`).join(''),
      definitions: entries.map((entry, at) => ({
        label: labels[at] ?? entry.id,
        text: definitionText(library, entry.id, options),
      })),
    };
  }
  if (sources.length === 0) return { text: '', definitions: [] };
  const text = form === 'pandoc'
    ? pandocCitation(sources, language)
    : toMarkdown(inTextCitation(sources, style, language));
  return { text, definitions: [] };
}

/** A later note has a label of its own only in a style that words it differently. */
function mentionOf({ style = 'un', position = 'first', mention }: CiteOptions): number {
  if (!laterNotesDiffer(style)) return 1;
  return mention ?? (position === 'first' ? 1 : 2);
}

/** `[@idm2022-1, day 2, conclusions 4 and 6]`, several documents apart by semicolons. */
export function pandocCitation(sources: readonly Source[], language: Language): string {
  const items = sources.map(({ corpus, entries }) =>
    `@${corpus.id}, ${formatPlaces(entries.map(placeOf), language, 'numbers')}`);
  return `[${items.join('; ')}]`;
}

/** `(IOM, 2022, day 2, fourth conclusion)`, several documents apart by semicolons. */
export function inTextCitation(sources: readonly Source[], style: Style, language: Language): Run[] {
  const inside = sources.flatMap(({ corpus, entries }, at) => [
    ...(at === 0 ? [] : runs('; ')),
    ...inText({ names: namesOf(corpus.document, language), places: entries.map(placeOf), language }, style),
  ]);
  return runs('(', ...inside, ')');
}

/** What the note of a finding or passage says, as Markdown on one line. */
export function definitionText(library: Library, id: string, options: CiteOptions = {}): string {
  return toMarkdown(noteRuns(library, [id], options));
}

/**
 * What a note says that cites these ids of one document.
 *
 * @throws {UnknownIdsError}
 */
export function noteRuns(library: Library, ids: readonly string[], options: CiteOptions = {}): Run[] {
  const { style = 'un', language = 'en', position = 'first', firstNote, previousDay } = options;
  const at: NotePlace = {
    position,
    ...(firstNote === undefined ? {} : { firstNote }),
    ...(previousDay === undefined ? {} : { previousDay }),
  };
  return sourcesOf(library, ids).flatMap(({ corpus, entries }) =>
    note({ names: namesOf(corpus.document, language), places: entries.map(placeOf), language }, style, at));
}

/** The locator of an id in words ("day 2, fourth conclusion") or numbers ("day 2, conclusion 4"). */
export function locatorText(
  library: Library,
  id: string,
  language: Language = 'en',
  wording: 'words' | 'numbers' = 'words',
): string {
  return formatPlaces(entriesOf(library, [id]).map(placeOf), language, wording);
}

/**
 * The findings and passages that ids name, each once, in the order of the ids.
 *
 * @throws {UnknownIdsError}
 */
export function entriesOf(library: Library, ids: readonly string[]): (Finding | Passage)[] {
  const unknown = ids.filter(id => library.resolve(id) === undefined);
  if (unknown.length > 0) throw new UnknownIdsError([...new Set(unknown)]);
  return [...new Set(ids.flatMap(id => library.resolve(id)?.entry ?? []))];
}

/**
 * The documents that ids name, in the order of the ids; what is cited of each in document order.
 *
 * @throws {UnknownIdsError}
 */
export function sourcesOf(library: Library, ids: readonly string[]): Source[] {
  return sourcesInOrder(library, ids).map(({ corpus, entries }) => ({
    corpus,
    entries: entries.toSorted((a, b) => comparePlaces(placeOf(a), placeOf(b))),
  }));
}

/**
 * As `sourcesOf`, but what is cited of each document stays in the order of the ids.
 *
 * @throws {UnknownIdsError}
 */
export function sourcesInOrder(library: Library, ids: readonly string[]): Source[] {
  const byCorpus = new Map<string, (Finding | Passage)[]>();
  for (const entry of entriesOf(library, ids)) {
    byCorpus.set(entry.corpus, [...(byCorpus.get(entry.corpus) ?? []), entry]);
  }
  return [...byCorpus].flatMap(([id, entries]) => {
    const corpus = library.corpus(id);
    return corpus === undefined ? [] : [{ corpus, entries }];
  });
}
