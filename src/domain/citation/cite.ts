// What to write for a citation, in every form, style and language.
import type { Corpus, Finding, Language, Passage } from '../corpus/types';
import { isCitable, UnknownIdsError, type Library } from '../corpus/library';
import { runs, toMarkdown, type Run } from './inline';
import { inText } from './inText';
import { labelOf, longestLabel } from './labels';
import { namesIn } from './letters';
import { comparePlaces, formatPlaces, placeOf, type Wording } from './locator';
import { note, type SourcePlace } from './noteText';
import { checkOptions, laterNotesDiffer, wishesIn, type CiteOptions, type Style, type Wishes } from './options';

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

/** One document of the library and what of it is cited: nothing where it is cited as a whole. */
export interface Source {
  readonly corpus: Corpus;
  readonly entries: readonly (Finding | Passage)[];
}

/**
 * The citation of findings, sentences (their finding is cited), background passages, and whole
 * documents by the id of their corpus.
 *
 * It is one in every form: what one document says is gathered in the document's order, and one
 * footnote names it all. Defaults: footnote, UN style, English, first position.
 *
 * @throws {UnknownIdsError} naming every id the library does not hold.
 * @throws {RangeError} for a form, style or language there is not.
 */
export function cite(library: Library, ids: readonly string[], options: CiteOptions = {}): Citation {
  checkOptions(options);
  const sources = sourcesOf(library, ids);
  const { form = 'footnote', style = 'un', language = 'en' } = options;
  if (form === 'footnote') {
    const mention = mentionOf(options);
    const definitions = notesFor(sources).map(({ ids: noted, sources: cited }) => ({
      label: labelOf(noted, mention),
      text: toMarkdown(noteOf(library, cited, options)),
    }));
    return { text: definitions.map(({ label }) => `[^${label}]`).join(''), definitions };
  }
  if (sources.length === 0) return { text: '', definitions: [] };
  const text =
    form === 'pandoc'
      ? pandocCitation(sources, language, options.placeInBraces)
      : toMarkdown(inTextCitation(library, sources, style, language, wishesIn(options)));
  return { text, definitions: [] };
}

/**
 * The labels of the nth notes that cite these ids.
 *
 * @throws {UnknownIdsError}
 */
export function labelsFor(library: Library, ids: readonly string[], mention: number): string[] {
  return notesFor(sourcesOf(library, ids)).map(noted => labelOf(noted.ids, mention));
}

/** What one note cites. */
interface Noted {
  readonly ids: readonly string[];
  readonly sources: readonly Source[];
}

/** What each note cites: one note for all, unless no label can name it all. */
function notesFor(sources: readonly Source[]): Noted[] {
  const ids = sources.flatMap(({ corpus, entries }) =>
    entries.length === 0 ? [corpus.id] : entries.map(({ id }) => id),
  );
  if (ids.length === 0) return [];
  // Room for the number of a later note.
  if (ids.length === 1 || labelOf(ids).length + 7 <= longestLabel) return [{ ids, sources }];
  return sources.flatMap(({ corpus, entries }) =>
    entries.length === 0
      ? [{ ids: [corpus.id], sources: [{ corpus, entries }] }]
      : entries.map(entry => ({ ids: [entry.id], sources: [{ corpus, entries: [entry] }] })),
  );
}

/** A later note has a label of its own only in a style that words it differently. */
function mentionOf({ style = 'un', position = 'first', mention }: CiteOptions): number {
  if (!laterNotesDiffer(style)) return 1;
  return mention ?? (position === 'first' ? 1 : 2);
}

/**
 * `[@idm2022-1, day 2, conclusions 4 and 6]`, several documents apart by semicolons; a whole one is `@idm2022-1`.
 * @param braces whether the place goes into braces: `[@idm2022-1, {day 2, conclusions 4 and 6}]`
 */
export function pandocCitation(sources: readonly Source[], language: Language, braces = false): string {
  const items = sources.map(({ corpus, entries }) => {
    const place = formatPlaces(entries.map(placeOf), language, 'numbers');
    return entries.length === 0 ? `@${corpus.id}` : `@${corpus.id}, ${braces ? `{${place}}` : place}`;
  });
  return `[${items.join('; ')}]`;
}

/** What stands between several documents: French has a no-break space before a semicolon. */
export const between: Readonly<Record<Language, string>> = { en: '; ', fr: '\u00a0; ', es: '; ' };

/**
 * `(IOM, 2022, day 2, fourth conclusion)`, several documents apart by semicolons; `2022b` where the library has two of
 * the author and year.
 */
export function inTextCitation(
  library: Library,
  sources: readonly Source[],
  style: Style,
  language: Language,
  wishes: Wishes = {},
): Run[] {
  const inside = sources.flatMap(({ corpus, entries }, at) => [
    ...(at === 0 ? [] : runs(between[language])),
    ...inText({ names: namesIn(library, corpus, language), places: entries.map(placeOf), language, wishes }, style),
  ]);
  return runs('(', ...inside, ')');
}

/** What the note of a finding, passage or document says, or of several, as Markdown on one line. */
export function definitionText(library: Library, ids: string | readonly string[], options: CiteOptions = {}): string {
  return toMarkdown(noteRuns(library, typeof ids === 'string' ? [ids] : ids, options));
}

/**
 * What a note says that cites these ids, in their order; several documents apart by semicolons.
 *
 * @throws {UnknownIdsError}
 */
export function noteRuns(library: Library, ids: readonly string[], options: CiteOptions = {}): Run[] {
  return noteOf(library, sourcesInOrder(library, ids), options);
}

function noteOf(library: Library, sources: readonly Source[], options: CiteOptions): Run[] {
  const { style = 'un', language = 'en' } = options;
  const wishes = wishesIn(options);
  const again =
    options.samePlace === true &&
    options.position === 'ibid' &&
    (sources.length > 1
      ? style === 'oscola'
      : style === 'un' || (laterNotesDiffer(style) && style !== 'chicago-notes'));
  const notes = (again ? sources.slice(0, 1) : sources).map(({ corpus, entries }) =>
    note(
      { names: namesIn(library, corpus, language), places: entries.map(placeOf), language, wishes },
      style,
      placeAmong(sources, corpus.id, options),
    ),
  );
  return notes
    .flatMap((runsOfNote, index) => (index === 0 ? runsOfNote : [...runs(between[language]), ...runsOfNote]))
    .concat(runs(stopAfter(notes.at(-1))));
}

/** A note of more documents names each in full: who reads it again must be able to try what each may be worded as. */
export const mostShortened = 4;

/** The note that first cites a document, where one note is told of for all documents. */
function firstAmong(position: SourcePlace['position'], firstNote: number | undefined): number | undefined {
  return position === 'first' ? undefined : (firstNote ?? 1);
}

/** Where one document's citation stands, as one of those in its note. */
function placeAmong(
  sources: readonly Source[],
  corpus: string,
  { style, position = 'first', firstNote, firstNotes, previousDay, samePlace, byTitle = [] }: CiteOptions,
): SourcePlace {
  const titled = byTitle.includes(corpus) ? { byTitle: true } : {};
  if (sources.length > 1) {
    // Only OSCOLA's "ibid" may mean several sources, all those of the note before.
    if (samePlace === true && position === 'ibid' && style === 'oscola') return { position, samePlace };
    const own = firstNotes === undefined ? firstAmong(position, firstNote) : firstNotes[corpus];
    return own === undefined || sources.length > mostShortened
      ? { position: 'first' }
      : { position: 'subsequent', firstNote: own, ...titled };
  }
  return {
    position,
    ...titled,
    ...(firstNote === undefined ? {} : { firstNote }),
    ...(previousDay === undefined ? {} : { previousDay }),
    ...(samePlace === undefined || position !== 'ibid' ? {} : { samePlace }),
  };
}

/** The full stop of a note, where its words do not end with one. */
function stopAfter(words: readonly Run[] | undefined): string {
  return words === undefined || words.at(-1)?.text.endsWith('.') === true ? '' : '.';
}

/** The locator of an id in words ("day 2, fourth conclusion") or numbers ("day 2, conclusion 4"). */
export function locatorText(
  library: Library,
  id: string,
  language: Language = 'en',
  wording: Wording = 'words',
): string {
  return formatPlaces(entriesOf(library, [id]).map(placeOf), language, wording);
}

/**
 * The findings and passages that ids name, each once, in the order of the ids; whole documents name none.
 *
 * @throws {UnknownIdsError}
 */
export function entriesOf(library: Library, ids: readonly string[]): (Finding | Passage)[] {
  const unknown = ids.filter(id => !isCitable(library, id));
  if (unknown.length > 0) throw new UnknownIdsError([...new Set(unknown)]);
  return [...new Set(ids.flatMap(id => library.resolve(id)?.entry ?? []))];
}

/**
 * The documents that ids name, in the order of the ids; what is cited of each in document order. A
 * document whose places are named too is not cited as a whole.
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
  // Most that is cited is one place, and a list of findings has a citation for each of its rows.
  const one = ids.length === 1 && ids[0] !== undefined ? library.resolve(ids[0]) : undefined;
  if (one) return [{ corpus: one.corpus, entries: [one.entry] }];
  const byCorpus = new Map<string, (Finding | Passage)[]>();
  const entries = new Set(entriesOf(library, ids));
  for (const id of ids) {
    const entry = library.resolve(id)?.entry;
    const corpus = entry?.corpus ?? id;
    const gathered = byCorpus.get(corpus) ?? [];
    byCorpus.set(corpus, gathered);
    if (entry !== undefined && entries.delete(entry)) gathered.push(entry);
  }
  return [...byCorpus].flatMap(([id, gathered]) => {
    const corpus = library.corpus(id);
    return corpus === undefined ? [] : [{ corpus, entries: gathered }];
  });
}
