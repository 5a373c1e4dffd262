// Marks in the definitions of notes, on their way to Word: pandoc reads none there (`[^label]`), and would print them
// as they stand.
import { readLabel } from '../citation/labels';
import type { Library } from '../corpus/library';
import type { Block, Draft } from '../draft/draft';
import { applied, joined, type Edit } from '../text/edits';
import { removed } from '../markdown/removeDefinitions';
import type { Range } from '../text/ranges';

/** So deep notes stand in notes, and so long one may get: else a draft could be made of any length. */
const deepest = 10;
const longest = 5000;

interface MarksInNotes {
  /** What writes the marks as notes in place (`^[…]`), which pandoc reads there. */
  readonly edits: readonly Edit[];
  /**
   * The marks that stay, and are printed: their definition is no plain words, stands in itself, or is not there for a
   * label of ours.
   */
  readonly left: readonly Range[];
}

/**
 * The marks that stand in definitions of notes, ours and other people's. Each becomes a note in place with the words of
 * its definition, its paragraphs on one line. Measured with pandoc 2.17; of two definitions of a label it takes the
 * last. `[^word]` that nothing defines is no mark, unless the label is ours.
 */
export function marksInNotes(draft: Draft, library: Library): MarksInNotes {
  const within = draft.blocks.filter(block => block.inNote && marksOf(block).length > 0);
  if (within.length === 0) return { edits: [], left: [] };
  const written = new Written(draft);
  const edits: Edit[] = [];
  const left: Range[] = [];
  for (const block of within) {
    for (const { start, end, label } of marksOf(block)) {
      const at = { start: block.start + start, end: block.start + end };
      const words = written.note(label, 0);
      // A stroke would part the cells of a table.
      if (words !== undefined && !(block.kind === 'table' && words.includes('|'))) edits.push({ ...at, text: words });
      else if (written.defines(label) || readLabel(label, library) !== undefined) left.push(at);
    }
  }
  return { edits, left };
}

/**
 * What `[^label]` stands in a block where its words are read, counted from its beginning; not the one that it defines.
 */
function marksOf({ text, zones, label: own }: Block): readonly (Range & { readonly label: string })[] {
  if (!text.includes('[^')) return [];
  return zones
    .filter(({ kind, start }) => kind === 'citationKey' && text.startsWith('[^', start))
    .map(({ start, end }) => ({ start, end, label: text.slice(start + 2, end - 1) }))
    .filter(({ start, end, label }) => label !== own || text[end] !== ':' || text.slice(0, start).trim() !== '');
}

/** Notes as they stand in place, each made once. */
class Written {
  readonly #places: ReadonlyMap<string, Range>;
  readonly #made = new Map<string, string | undefined>();

  constructor(readonly draft: Draft) {
    this.#places = new Map(draft.footnoteDefinitions.map(definition => [definition.label, definition]));
  }

  defines(label: string): boolean {
    return this.#places.has(label);
  }

  /** A label's note, in place; none where it cannot stand there. */
  note(label: string, depth: number): string | undefined {
    if (this.#made.has(label)) return this.#made.get(label);
    // Until it is made, what asks for it stands in it.
    this.#made.set(label, undefined);
    const words = depth < deepest ? this.#words(label, depth) : undefined;
    const note = words === undefined || words.length > longest || !isBalanced(words) ? undefined : `^[${words}]`;
    this.#made.set(label, note);
    return note;
  }

  #words(label: string, depth: number): string | undefined {
    const place = this.#places.get(label);
    if (place === undefined) return undefined;
    const parts: string[] = [];
    for (const block of this.draft.blocksIn(place.start, place.end - 1)) {
      if (block.kind === 'blank') continue;
      if (block.kind !== 'footnoteDefinition' || block.exit.containers.at(-1)?.type !== 'footnote') return undefined;
      let words = block.words;
      for (const mark of marksOf(block).toReversed()) {
        const note = this.note(mark.label, depth + 1);
        if (note === undefined && this.defines(mark.label)) return undefined;
        if (note !== undefined) words = words.slice(0, mark.start) + note + words.slice(mark.end);
      }
      const own = block.label === undefined ? words : words.slice(words.indexOf(']:') + 2);
      parts.push(own.trim().replace(/\\?[ \t]{0,20}\r?\n[ \t]*/gu, ' '));
    }
    const all = parts.join(' ').trim();
    return all === '' ? undefined : all;
  }
}

/**
 * Whether the brackets of words are paired, those in code as well, for pandoc looks at no code there; but not those
 * behind a backslash.
 */
function isBalanced(words: string): boolean {
  let open = 0;
  for (const { 0: sign } of words.matchAll(/\\[\s\S]|[[\]]/gu)) {
    if (sign === '[') open++;
    else if (sign === ']' && --open < 0) return false;
  }
  return open === 0 && !words.endsWith('\\');
}

/**
 * A draft with the marks in its notes written in place. Definitions that have only such marks go, lest pandoc warn that
 * nothing uses them.
 */
export function withNotesInPlace(draft: Draft, library: Library): string {
  const { edits } = marksInNotes(draft, library);
  if (edits.length === 0) return draft.text;
  const written = new Set(edits.map(({ start, end }) => draft.text.slice(start + 2, end - 1)));
  const others = new Set(
    draft.blocks.flatMap(({ inNote, text }) =>
      inNote ? [] : [...text.matchAll(/\[\^([^\s[\]]{1,200})\]/gu)].map(([, label = '']) => label),
    ),
  );
  const gone = draft.footnoteDefinitions.filter(({ label }) => written.has(label) && !others.has(label));
  const stays = ({ start }: Edit): boolean =>
    !gone.some(definition => definition.start <= start && start < definition.end);
  return applied(draft.text, joined([...edits.filter(stays), ...removed(draft.text, gone)]));
}
