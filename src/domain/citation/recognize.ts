// Which citation a note's words are, by comparing them with what the styles write.
import { isCitable, isFinding, type Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import { notesPrintAccessed } from './accessed';
import { definitionText, mostShortened, sourcesInOrder, type Source } from './cite';
import { earlierNotes } from './earlier/wordings';
import { namesIn } from './letters';
import {
  isAuthorDate,
  languages,
  laterNotesDiffer,
  positions,
  styles,
  type NotePlace,
  type Position,
  type Style,
  type Wishes,
} from './options';

/** How a note's words come about. */
export interface RecognizedNote {
  readonly style: Style;
  readonly language: Language;
  readonly position: Position;
  /** The author is abbreviated as the Bluebook would have it. */
  readonly abbreviated?: true;
  /** The words are those of version 0.1.0, or lack the letter of the year, and are not written any more. */
  readonly earlier?: true;
}

/** No note of ours has more characters. */
export const longestNote = 20_000;

/** So many notes' wordings are remembered. */
const mostKnown = 500;

/** Notes' words as they are compared, and all that write them. */
type Wordings = ReadonlyMap<string, readonly RecognizedNote[]>;

const made = new WeakMap<Library, Map<string, Wordings>>();

/**
 * Which styles, languages and positions write, or once wrote, exactly these words in the note of what the ids name, in
 * their order, the styles in theirs; none where someone has edited them. Line breaks count as blanks, and the number of
 * the note referred back to ("n 3") does not matter.
 */
export function recognizeNote(library: Library, ids: readonly string[], text: string): readonly RecognizedNote[] {
  return text.length > longestNote ? [] : (wordings(library, ids)?.get(comparable(text)) ?? []);
}

/** Of several that a note may be, the one in a style and language; else in that style; else in that language. */
export function nearestNote(
  notes: readonly RecognizedNote[],
  like: { readonly style: Style; readonly language: Language },
): RecognizedNote | undefined {
  const inStyle = notes.filter(({ style }) => style === like.style);
  return (
    inStyle.find(({ language }) => language === like.language) ??
    inStyle[0] ??
    notes.find(({ language }) => language === like.language) ??
    notes[0]
  );
}

/**
 * The same for a note to which something was added on its line, before or in place of the last stop, and what was
 * added.
 */
export function recognizeBeginning(
  library: Library,
  ids: readonly string[],
  text: string,
): { readonly notes: readonly RecognizedNote[]; readonly rest: string } | undefined {
  if (/[\r\n]/u.test(text)) return undefined;
  const words = plainNote(text);
  const own = numbered(words);
  let longest = '';
  for (const key of wordings(library, ids)?.keys() ?? []) {
    const beginning = stopless(key);
    if (
      beginning.length > longest.length &&
      own.startsWith(beginning) &&
      /^[.,;:]?\s|^[,;:]/u.test(own.slice(beginning.length))
    )
      longest = beginning;
  }
  const notes =
    longest === '' ? undefined : [...(wordings(library, ids) ?? [])].find(([key]) => stopless(key) === longest)?.[1];
  return notes && { notes, rest: words.slice(words.length - (own.length - longest.length)) };
}

/** Without its last stop: what may be added to it goes before that. */
export function stopless(note: string): string {
  return note.replace(/\.$/u, '');
}

function wordings(library: Library, ids: readonly string[]): Wordings | undefined {
  if (!ids.every(id => isCitable(library, id))) return undefined;
  const known = made.get(library) ?? new Map<string, Wordings>();
  made.set(library, known);
  const key = ids.join('+');
  let notes = known.get(key);
  if (notes === undefined) {
    // Findings alone are few; what notes name together is not.
    if (known.size > mostKnown) known.clear();
    notes = notesOf(library, ids);
    known.set(key, notes);
  }
  return notes;
}

/** With the number of the note referred back to made one and the same. */
function numbered(words: string): string {
  return words.replace(/\((n )\d+\)|( note )\d+/gu, numberless);
}

/** The date of access behind an address: the drafter's own. */
const accessDate = /(?<=>) (?:accessed|consulté le|consultado el) \d{1,2}(?:er)? [\p{L} ]{3,20} \d{4}/gu;

const saysAccess = /accessed|consult/u;

/** The date of access that a note of ours gives, in its words: "accessed 1 May 2026". */
export function accessIn(text: string): string | undefined {
  return saysAccess.test(text) ? text.replace(/\s+/gu, ' ').match(accessDate)?.[0].trim() : undefined;
}

/**
 * A note in Markdown with the date of access that the drafter gave it, where its style has a place for one and it has
 * none.
 */
export function withAccess(note: string, visited: string | undefined, style: Style): string {
  return visited === undefined || !notesPrintAccessed(style) || accessIn(note) !== undefined
    ? note
    : note.replace(/\\>(?=\.?$)/u, mark => `${mark} ${visited}`);
}

/**
 * A note's words as they are compared: blanks and the mark of emphasis do not count, since formatters change both, nor
 * the blank that French has before a semicolon; nor does the date of access, which is the drafter's own.
 */
export function plainNote(text: string): string {
  const line = blanks.test(text) ? text.replace(/\s+/gu, ' ') : text;
  const words = line.replaceAll(' ;', ';').trim().replace(accessDate, '');
  return words.includes('_') ? words.replace(/\\.|_/gsu, found => (found === '_' ? '*' : found)) : words;
}

/** Blanks that are not one alone. */
const blanks = /\s\s|[^\S ]/u;

/** A note's words as two are compared: see `plainNote`; nor does the number of the note referred back to count. */
export function comparable(text: string): string {
  return numbered(plainNote(text));
}

function numberless(_whole: string, oscola: string | undefined): string {
  return oscola === undefined ? ' note 1' : '(n 1)';
}

/** Every wording of the note, the styles in their order. */
function notesOf(library: Library, ids: readonly string[]): Wordings {
  const notes = new Map<string, RecognizedNote[]>();
  const add = (style: Style, language: Language, position: Position, more: Partial<NotePlace> & Wishes = {}): void => {
    const key = plainNote(definitionText(library, ids, { style, language, position, ...more }));
    const same = notes.get(key);
    const note = {
      style,
      language,
      position,
      ...(more.bluebookAbbreviations === true ? { abbreviated: true as const } : {}),
    };
    if (same === undefined) notes.set(key, [note]);
    // A position that is worded as one before it is that.
    else if (!same.some(known => known.style === style && known.language === language)) same.push(note);
  };
  const sources = sourcesInOrder(library, ids);
  const day = dayOf(sources);
  const corpora = sources.map(({ corpus }) => corpus.id);
  const titled = corpora.filter(id => sharesAuthor(library, id));
  const references = [
    ...(corpora.length === 1 ? titled.map(id => ({ byTitle: [id] })) : []),
    ...referencesBack(corpora, titled),
  ];
  for (const style of styles) {
    const refersBack = laterNotesDiffer(style);
    for (const language of languages) {
      if (style !== 'un' && !refersBack) {
        add(style, language, 'first');
        continue;
      }
      for (const position of positions) add(style, language, position);
      add(style, language, 'ibid', { samePlace: true });
      if (style === 'un' && day !== undefined) add(style, language, 'ibid', { previousDay: day });
      for (const reference of refersBack ? references : []) add(style, language, 'subsequent', reference);
    }
  }
  // After the wordings without: "Id." is the same in both.
  for (const place of [...positions.map(position => ({ position })), ...references]) {
    add('bluebook', 'en', 'position' in place ? place.position : 'subsequent', {
      ...place,
      bluebookAbbreviations: true,
    });
  }
  addLetterless(notes, library, ids);
  addEarlier(notes, library, ids);
  return notes;
}

/** The day of the first place that a note cites, where it cites one document. */
function dayOf(sources: readonly Source[]): number | undefined {
  const entry = sources.length === 1 ? sources[0]?.entries[0] : undefined;
  return entry !== undefined && isFinding(entry) ? entry.day : undefined;
}

type Reference = Pick<NotePlace, 'firstNotes' | 'byTitle'>;

/**
 * Which of several documents an earlier note may cite: every choice of some of them.
 * @param titled those that a reference back may name by their short titles, too
 */
function referencesBack(corpora: readonly string[], titled: readonly string[]): Reference[] {
  if (corpora.length < 2 || corpora.length > mostShortened) return [];
  let choices: Required<Reference>[] = [{ firstNotes: {}, byTitle: [] }];
  for (const corpus of corpora) {
    choices = choices.flatMap(({ firstNotes, byTitle }) => {
      const known = { ...firstNotes, [corpus]: 1 };
      return [
        { firstNotes, byTitle },
        { firstNotes: known, byTitle },
        ...(titled.includes(corpus) ? [{ firstNotes: known, byTitle: [...byTitle, corpus] }] : []),
      ];
    });
  }
  return choices;
}

/**
 * Whether the library holds another document of a document's author: a note that cites both is referred back to by
 * title.
 */
function sharesAuthor(library: Library, id: string): boolean {
  const author = library.corpus(id)?.document.organization;
  return library.corpora.some(other => other.id !== id && other.document.organization === author);
}

/**
 * Author–date notes as they were written while the library held no other document of the author and year: "2022" for
 * "2022b".
 */
function addLetterless(notes: Map<string, RecognizedNote[]>, library: Library, ids: readonly string[]): void {
  for (const language of languages) {
    const names = sourcesInOrder(library, ids).map(({ corpus }) => namesIn(library, corpus, language));
    for (const style of styles.filter(isAuthorDate)) {
      const text = definitionText(library, ids, { style, language });
      const key = plainNote(names.reduce((words, { dated, year }) => words.replaceAll(dated, String(year)), text));
      if (!notes.has(key)) notes.set(key, [{ style, language, position: 'first', earlier: true }]);
    }
  }
}

/** The wordings of version 0.1.0 that none has any more. */
function addEarlier(notes: Map<string, RecognizedNote[]>, library: Library, ids: readonly string[]): void {
  const earlier = new Map<string, RecognizedNote[]>();
  for (const { text, style, language, position } of earlierNotes(sourcesInOrder(library, ids))) {
    const key = plainNote(text);
    if (notes.has(key)) continue;
    earlier.set(key, [...(earlier.get(key) ?? []), { style, language, position, earlier: true }]);
  }
  for (const [key, recognized] of earlier) notes.set(key, recognized);
}
