// One block of a draft: its text, and what in it is no prose.
import type { Range } from '../text/ranges';
import { scanInline, scanningInline, type Zone, type ZoneKind } from './zones';
import type { BlockKind, Scanned } from './kinds';
import type { Recognized } from './recognizer';
import type { State } from './state';
import { Tile } from './tile';
import { certain } from '../certain';

/** Stands for a character that is no prose, in a block's `prose`. */
export const placeholder = '\uFFFC';

const whole: Partial<Record<BlockKind, ZoneKind>> = {
  frontMatter: 'frontMatter',
  code: 'code',
  html: 'html',
  math: 'math',
};

/** So many zones, or beginnings of lines, are looked at in one step. */
const zonesAtOnce = 4_000;
/** So many characters are looked at in one step. */
const charactersAtOnce = 64_000;

function drained<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** A text that is put together of many pieces, some of them in each step: some hundred thousand take 10 ms. */
class Pieces {
  readonly #joined: string[] = [];
  #parts: string[] = [];

  add(one: string, other: string): void {
    this.#parts.push(one, other);
  }

  /** Puts together what was added so far. */
  join(): void {
    this.#joined.push(this.#parts.join(''));
    this.#parts = [];
  }

  /** The whole, with what it ends with. */
  with(end: string): string {
    this.#parts.push(end);
    this.join();
    return this.#joined.join('');
  }
}

/** What a backslash escapes means only itself. */
function* withoutEscapes(text: string): Generator<void, string> {
  // Most blocks have none.
  if (!text.includes('\\')) return text;
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    const to = from + charactersAtOnce;
    let escapes = 0;
    while (to - escapes > from && text[to - escapes - 1] === '\\') escapes++;
    // A backslash at the end of a part goes with what it escapes.
    const end = to + (escapes % 2);
    // What the engine replaces, it puts together only when all is read at once.
    parts.push(
      text
        .slice(from, end)
        .split(/\\[!-/:-@[-`{-~]/)
        .join(placeholder.repeat(2)),
    );
    from = end;
    if (from < text.length) yield;
  }
  return parts.length === 1 ? certain(parts[0]) : parts.join('');
}

/**
 * One block of a draft. Its text never changes: an edit replaces the blocks it touches, and only
 * moves the others. So a block may serve as the key of a cache of what was found in it, counted
 * from its own beginning.
 */
export class Block extends Tile {
  readonly kind: BlockKind;
  readonly text: string;
  /** Whether the block stands in a block quotation, at any depth. */
  readonly quoted: boolean;
  /** Whether it stands in a list item or footnote definition that an earlier block began. */
  readonly continues: boolean;
  /** Whether it stands in a footnote's definition, its beginning or its continuation. */
  readonly inNote: boolean;
  /** The label of the footnote definition that begins here. */
  readonly label: string | undefined;
  /** Markers and indentation before the words of each line, counted from the block's beginning. */
  readonly prefixes: readonly Range[];
  /** What was open before and after the block. */
  readonly entry: State;
  readonly exit: State;
  /** So much of the text after it was looked at to tell where it ends: less or more once that text is another. */
  ahead: number;
  /**
   * What a recognizer found in the block. It is kept here and not in a map of the recognizer's: a weak map that lives
   * long makes the engine keep what it holds until the next great collection of garbage, and thousands of drafts may be
   * read before that.
   */
  recognized: { readonly by: object; readonly found: Recognized } | undefined;
  /**
   * What other modules found in it, each after the module's own key, see `WithBlocks`. There are few, and a map for each
   * of some hundred thousand blocks would take several times the memory.
   */
  kept: unknown[] | undefined;
  #zones: readonly Zone[] | undefined;
  #words: string | undefined;
  #prose: string | undefined;

  constructor(text: string, offset: number, start: number, entry: State, scanned: Scanned) {
    super(start + offset);
    this.kind = scanned.kind;
    this.text = text.slice(start, scanned.end);
    this.quoted = scanned.containers.some(container => container.type === 'quote');
    this.inNote = scanned.containers.some(container => container.type === 'footnote');
    this.continues = scanned.label === undefined && scanned.containers.length > 0 && entry.containers.length > 0;
    this.label = scanned.label;
    this.prefixes = scanned.prefixes;
    this.entry = entry;
    this.exit = scanned.exit;
    this.ahead = scanned.looked - scanned.end;
  }

  /** What in the block is no prose, in order, counted from its beginning. */
  get zones(): readonly Zone[] {
    return (this.#zones ??= this.#findZones());
  }

  /** Finds the zones in steps, where the block is long and they are not known yet. */
  *findingZones(): Generator<void, void> {
    this.#words ??= yield* this.#blanking();
    if (this.#zones === undefined && this.#isScanned) this.#zones = yield* scanningInline(this.words);
  }

  /** Finds the prose in steps, where the block is long and it is not known yet. */
  *findingProse(): Generator<void, void> {
    yield* this.findingZones();
    this.#prose ??= yield* this.#masking();
  }

  /** The block's text with the prefixes of its lines blanked: same length. */
  get words(): string {
    return (this.#words ??= drained(this.#blanking()));
  }

  /**
   * The words with everything that is no prose replaced by `placeholder`, character by character
   * (so that offsets stay), but citation keys left as they are.
   */
  get prose(): string {
    return (this.#prose ??= drained(this.#masking()));
  }

  *#blanking(): Generator<void, string> {
    const blanked = new Pieces();
    let at = 0;
    let seen = 0;
    for (const { start, end } of this.prefixes) {
      if (++seen % zonesAtOnce === 0) {
        blanked.join();
        yield;
      }
      if (end === start) continue;
      blanked.add(this.text.slice(at, start), ' '.repeat(end - start));
      at = end;
    }
    return at === 0 ? this.text : blanked.with(this.text.slice(at));
  }

  *#masking(): Generator<void, string> {
    const { words } = this;
    const masked = new Pieces();
    let at = 0;
    let seen = 0;
    for (const { kind, start, end } of this.zones) {
      if (++seen % zonesAtOnce === 0) {
        masked.join();
        yield;
      }
      if (kind === 'citationKey') continue;
      masked.add(words.slice(at, start), placeholder.repeat(end - start));
      at = end;
    }
    return yield* withoutEscapes(at === 0 ? words : masked.with(words.slice(at)));
  }

  /** Whether its zones are those of its words, read from left to right. */
  get #isScanned(): boolean {
    const { kind } = this;
    return (
      whole[kind] === undefined &&
      kind !== 'blank' &&
      kind !== 'thematicBreak' &&
      kind !== 'comment' &&
      kind !== 'linkDefinition'
    );
  }

  #findZones(): readonly Zone[] {
    const length = this.text.length;
    const kind = whole[this.kind];
    if (kind) return [{ kind, start: 0, end: length, open: true }];
    if (this.kind === 'blank' || this.kind === 'thematicBreak') return [];
    if (this.kind === 'comment') return this.#commentZones();
    if (this.kind === 'linkDefinition') {
      const target = this.text.indexOf(']:') + 2;
      const end = this.text.trimEnd().length;
      return [{ kind: 'linkTarget', start: target, end: Math.max(end, target), open: true }];
    }
    return scanInline(this.words);
  }

  #commentZones(): readonly Zone[] {
    const begins = this.entry.opaque ? 0 : this.text.indexOf('<!--') + 2;
    const close = this.text.indexOf('-->', begins);
    if (close < 0) return [{ kind: 'comment', start: 0, end: this.text.length, open: true }];
    return [{ kind: 'comment', start: 0, end: close + 3 }, ...scanInline(this.text, close + 3)];
  }
}
