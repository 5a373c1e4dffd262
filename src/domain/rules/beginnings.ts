// The styles and languages that a citation's first words tell.
import { definitionText, inTextCitation, locatorText, sourcesInOrder } from '../citation/cite';
import { earlierInText, earlierNotes, earlierStyles } from '../citation/earlier/wordings';
import { toMarkdown } from '../citation/inline';
import { languages, laterNotesDiffer, positions, styles, type Style } from '../citation/options';
import { comparable } from '../citation/recognize';
import type { Library } from '../corpus/library';
import type { Corpus, Language } from '../corpus/types';

/** The styles and languages that word a citation in one way; a bit each, see `bitOf`. */
export type Wordings = number;

/** The bit of a style in a language. */
export function bitOf(style: Style, language: Language): Wordings {
  return 1 << (styles.indexOf(style) * languages.length + languages.indexOf(language));
}

/** How citations begin, up to the number of their day or the words of their paragraph; longest first. */
interface Beginnings {
  readonly notes: readonly (readonly [words: string, wordings: Wordings])[];
  readonly inText: readonly (readonly [words: string, wordings: Wordings])[];
}

const made = new WeakMap<Library, Beginnings>();

/** The styles and languages whose notes begin as a note does, whatever place it names or a drafter added to it. */
export function wordingsOfNote(library: Library, note: string): Wordings {
  return wordingsOf(beginningsOf(library).notes, note);
}

/** The same for what stands in the parentheses of an in-text citation. */
export function wordingsOfInText(library: Library, words: string): Wordings {
  return wordingsOf(beginningsOf(library).inText, words);
}

function wordingsOf(beginnings: Beginnings['notes'], words: string): Wordings {
  // No beginning of ours is longer.
  const own = comparable(words.slice(0, 1_000));
  return beginnings.find(([beginning]) => own.startsWith(beginning))?.[1] ?? 0;
}

function beginningsOf(library: Library): Beginnings {
  const steps = findingBeginnings(library);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** Makes in steps, where they are not known yet, the beginnings that the wordings of a citation are told by. */
export function* findingBeginnings(library: Library): Generator<void, Beginnings> {
  const known = made.get(library);
  if (known) return known;
  const found = {
    notes: yield* collected(library, noteBeginnings),
    inText: yield* collected(library, inTextBeginnings),
  };
  made.set(library, found);
  return found;
}

type Wording = (library: Library, id: string, style: Style, language: Language) => readonly string[];

function* collected(library: Library, wording: Wording): Generator<void, [string, Wordings][]> {
  const found = new Map<string, Wordings>();
  for (const corpus of library.corpora) {
    for (const id of examplesOf(corpus)) {
      for (const style of styles) {
        for (const language of languages) {
          yield;
          for (const words of wording(library, id, style, language)) {
            const beginning = comparable(upToPlace(words, id === corpus.id ? '' : locatorText(library, id, language)));
            found.set(beginning, (found.get(beginning) ?? 0) | bitOf(style, language));
          }
        }
      }
    }
  }
  return [...found].toSorted(([one], [other]) => other.length - one.length);
}

/** One of each kind of place: all others of a document are cited in the same words. */
function examplesOf({ id, findings, passages }: Corpus): string[] {
  const parts = new Map(passages.map(passage => [passage.part, passage.id]));
  return [id, ...findings.slice(0, 1).map(finding => finding.id), ...parts.values()];
}

function noteBeginnings(library: Library, id: string, style: Style, language: Language): string[] {
  const now = [false, true].flatMap(bluebookAbbreviations =>
    positions.map(position => definitionText(library, id, { style, language, position, bluebookAbbreviations })),
  );
  const before = earlierNotes(sourcesInOrder(library, [id]))
    .filter(note => note.style === style && note.language === language)
    .map(({ text }) => text);
  const again =
    style === 'un' || laterNotesDiffer(style)
      ? [definitionText(library, id, { style, language, position: 'ibid', samePlace: true })]
      : [];
  return [...now, ...again, ...before].map(text => text.replace(/\.$/u, ''));
}

function inTextBeginnings(library: Library, id: string, style: Style, language: Language): string[] {
  const sources = sourcesInOrder(library, [id]);
  const before = earlierStyles.filter(each => each === style).map(each => earlierInText(sources, each, language));
  const now = [false, true].map(bluebookAbbreviations =>
    toMarkdown(inTextCitation(library, sources, style, language, { bluebookAbbreviations })),
  );
  return [...now, ...before].map(text => text.slice(1, -1));
}

/** "IOM, 2022, day " of "IOM, 2022, day 2, fourth conclusion"; "IOM, 2022, introduction, " of a paragraph there. */
function upToPlace(words: string, locator: string): string {
  const begins = /^\p{L}+(?: \p{L}+)*(?:, |(?= \d))/u.exec(locator)?.[0] ?? '';
  const at = begins === '' ? -1 : words.toLowerCase().lastIndexOf(begins.toLowerCase());
  return at < 0 ? words : words.slice(0, at + begins.length);
}
