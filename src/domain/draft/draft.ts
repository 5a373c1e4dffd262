// The model of a draft, kept up with each edit.
import type { Library } from '../corpus/library';
import { FrontMatter } from '../markdown/frontMatter';
import type { Range } from '../text/ranges';
import type { Block } from './block';
import { Blocks, type Applied, type Change } from './blocks';
import type { Citation } from './citation';
import type { ZoneKind } from './zones';
import { collectCitations } from './collect';
import { resolvingIbids } from './ibid';
import { Labels } from './labels';
import { recognizerOf, type Recognizer } from './recognizer';

export type { Block } from './block';
export type { Applied, Change } from './blocks';
export type { Citation, CitationForm, CitationGroup } from './citation';
export type { PlaceReference } from './locator';
export type { Zone, ZoneKind } from './zones';
export type { BlockKind } from './kinds';

/** A footnote definition with its continuation paragraphs. */
export interface FootnoteDefinition extends Range {
  readonly label: string;
  /** The note's own words, without label, as they stand, lines and indentation included. */
  readonly text: string;
}

/** So many blocks are looked at for definitions in one step. */
const definitionsAtOnce = 2_000;

/** So many blocks are prepared in one step. */
const preparedAtOnce = 64;

/**
 * A Markdown text as a row of blocks that tile it, kept up to date edit by edit. The work for an
 * edit depends on the blocks it touches, not on the length of the draft, save for moving the
 * offsets of the blocks after it. Its blocks are read when they are first asked for, or in steps before (`reading`), be
 * it after it was opened or after an edit that changes all that follows. Any text is a draft: nothing is rejected.
 */
export class Draft {
  readonly #blocks: Blocks;
  #text: string | undefined;
  #version = 0;
  readonly #labels = new Labels();
  readonly #followers: ((applied: Applied) => void)[] = [];
  readonly #kept = new Map<symbol, unknown>();
  #citations: { readonly version: number; readonly list: readonly Citation[] } | undefined;
  #ibids: { readonly version: number; readonly notes: ReadonlyMap<string, Citation> } | undefined;
  #frontMatter: { readonly block: Block; readonly read: FrontMatter | undefined } | undefined;
  #definitions: { readonly version: number; readonly list: readonly FootnoteDefinition[] } | undefined;

  private constructor(
    text: string,
    readonly recognizer: Recognizer,
  ) {
    this.#text = text;
    this.#blocks = new Blocks(text, applied => {
      this.#labels.remove(applied.removed);
      this.#labels.add(applied.added);
      for (const follower of this.#followers) follower(applied);
    });
  }

  /** The draft of a text, whose citations are those of a library. */
  static of(text: string, library: Library): Draft {
    return new Draft(text, recognizerOf(library));
  }

  /** The same with its blocks read, in steps. */
  static *reading(text: string, library: Library): Generator<void, Draft> {
    const draft = Draft.of(text, library);
    yield* draft.reading();
    return draft;
  }

  /** Whether all its blocks have been read. */
  get isRead(): boolean {
    return this.#blocks.isRead;
  }

  /** Reads in steps the blocks that have not been read, for a long draft that must not hold up its host. */
  reading(): Generator<void, void> {
    return this.#blocks.reading();
  }

  /**
   * Recognizes the citations of the blocks that there are now in steps, so that `citations` need not do all at once.
   */
  *preparing(): Generator<void, void> {
    yield* this.reading();
    let done = 0;
    for (const block of this.blocks) {
      if (!this.recognizer.known(block)) yield* this.recognizer.steps(block);
      if (++done % preparedAtOnce === 0) yield;
    }
  }

  get blocks(): readonly Block[] {
    return this.#blocks.all;
  }

  /** The length of the text in UTF-16 units. */
  get length(): number {
    return this.#blocks.length;
  }

  /** The whole text; put together anew after an edit, when asked for. */
  get text(): string {
    return (this.#text ??= this.#blocks.text);
  }

  /** How its lines end: as the first one does. */
  get eol(): '\n' | '\r\n' {
    const first = this.#blocks.first?.text ?? '';
    return first[first.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
  }

  /** The text between two offsets, put together of the blocks it touches only. */
  slice(start: number, end: number): string {
    if (end <= start) return '';
    const blocks = this.blocksIn(start, end);
    const from = blocks[0]?.start ?? 0;
    return blocks
      .map(block => block.text)
      .join('')
      .slice(start - from, end - from);
  }

  /** The line an offset is on, without its line break. */
  lineAt(offset: number): { readonly start: number; readonly text: string } {
    const block = this.blockAt(offset);
    if (!block) return { start: 0, text: '' };
    const { text } = block;
    const at = offset - block.start;
    const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    const end = text.indexOf('\n', at);
    const to = end < 0 ? text.length : end;
    return { start: block.start + start, text: text.slice(start, to > start && text[to - 1] === '\r' ? to - 1 : to) };
  }

  /** Goes up with every change. */
  get version(): number {
    return this.#version;
  }

  /**
   * What another module keeps with the draft, made when first asked for. A weak map of that module's would do the same,
   * but what refers to its draft would then stay until the engine's next great collection of garbage.
   */
  kept<T>(key: symbol, make: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, make());
    return this.#kept.get(key) as T;
  }

  /** Has a listener hear of every edit from now on, once the blocks are as it left them. */
  follow(listener: (applied: Applied) => void): void {
    this.#followers.push(listener);
  }

  /** Applies changes one after the other, each in the offsets of the text as the one before left it. */
  apply(changes: readonly Change[]): readonly Applied[] {
    return changes.map(change => {
      this.#text = undefined;
      this.#version++;
      return this.#blocks.apply(change);
    });
  }

  /** The index of the block that holds an offset; the last block for the end of the text. */
  indexAt(offset: number): number {
    return this.#blocks.indexAt(offset);
  }

  /** The block that holds an offset, the last one for the end of the text; none in an empty text. */
  blockAt(offset: number): Block | undefined {
    return this.#blocks.at(this.indexAt(offset));
  }

  /** The blocks that touch `[start, end]`. */
  blocksIn(start: number, end: number): readonly Block[] {
    const last = this.indexAt(end);
    return this.#blocks.slice(this.indexAt(start), last + 1);
  }

  /**
   * What a cursor at an offset stands in. A cursor right before or after something closed, such
   * as inline code or a citation key, stands in prose.
   */
  zoneAt(offset: number): ZoneKind | 'prose' {
    const block = this.blockAt(offset);
    if (!block) return 'prose';
    if (offset === block.end && /[\r\n]$/.test(block.text)) {
      const open = block.exit.opaque?.type;
      return open === 'fence' ? 'code' : (open ?? 'prose');
    }
    const at = offset - block.start;
    if (block.kind === 'code' || block.kind === 'html' || block.kind === 'frontMatter' || block.kind === 'math')
      return block.kind;
    const zone = block.zones.find(
      ({ start, end, open }) =>
        (start < at || (start === 0 && block.kind === 'comment')) && (at < end || (open && at === end)),
    );
    return zone?.kind ?? 'prose';
  }

  /** All footnote definitions in order; the same label may occur again. */
  get footnoteDefinitions(): readonly FootnoteDefinition[] {
    if (this.#definitions?.version !== this.#version) {
      const list: FootnoteDefinition[] = [];
      for (const definition of this.#findDefinitions()) if (definition) list.push(definition);
      this.#definitions = { version: this.#version, list };
    }
    return this.#definitions.list;
  }

  /** The same in steps of some thousand blocks each; the draft must not change meanwhile. */
  *findingDefinitions(): Generator<void, readonly FootnoteDefinition[]> {
    yield* this.reading();
    const version = this.#version;
    if (this.#definitions?.version !== this.#version) {
      const list: FootnoteDefinition[] = [];
      for (const definition of this.#findDefinitions()) {
        if (definition) list.push(definition);
        else yield;
      }
      if (version !== this.#version) return list;
      this.#definitions = { version, list };
    }
    return this.#definitions.list;
  }

  /** The front matter, if the draft has any; read once for each state of it. */
  get frontMatter(): FrontMatter | undefined {
    const { first } = this.#blocks;
    if (first?.kind !== 'frontMatter') return undefined;
    if (this.#frontMatter?.block !== first) this.#frontMatter = { block: first, read: FrontMatter.of(first.text) };
    return this.#frontMatter.read;
  }

  /** The language that the front matter names (`lang: fr-FR`), as it stands there. */
  get language(): string | undefined {
    return this.frontMatter?.language;
  }

  /**
   * The citations of the draft in order; where one stands in another (a pandoc key in a note of
   * ours), the outer first. Each block is read once and kept.
   */
  citations(): readonly Citation[] {
    if (this.#citations?.version !== this.#version) {
      this.#citations = { version: this.#version, list: this.#collect(this.blocks) };
    }
    return this.#citations.list;
  }

  /** The citations that touch `[start, end]`, found without reading the rest of the draft. */
  citationsIn(start: number, end: number): readonly Citation[] {
    return this.#collect(this.blocksIn(start, end)).filter(citation => citation.start <= end && citation.end >= start);
  }

  /** The innermost citation that holds a place, its end included. */
  citationAt(offset: number): Citation | undefined {
    return this.citationsIn(offset, offset).findLast(({ start, end }) => start <= offset && offset <= end);
  }

  /**
   * What the notes cite that say "ibid" alone, by label (see `resolvingIbids`), in steps; found once for each state of
   * the draft. Those that are not ours are left out.
   */
  *findingIbids(): Generator<void, ReadonlyMap<string, Citation>> {
    yield* this.reading();
    if (this.#ibids?.version !== this.#version) {
      this.#ibids = {
        version: this.#version,
        notes: yield* resolvingIbids(this.blocks, this.recognizer, this.#labels),
      };
    }
    return this.#ibids.notes;
  }

  #collect(blocks: readonly Block[]): readonly Citation[] {
    return collectCitations(
      blocks,
      this.recognizer,
      () => this.#allLabels,
      () => {
        const steps = this.findingIbids();
        for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
      },
    );
  }

  /** Where each note of the draft is defined, be it far below. */
  get #allLabels(): Labels {
    while (!this.isRead) this.#blocks.readOn();
    return this.#labels;
  }

  /** The definitions, and nothing after some thousand blocks. */
  *#findDefinitions(): Iterable<FootnoteDefinition | undefined> {
    const { blocks } = this;
    for (let index = 0; index < blocks.length; index++) {
      if ((index + 1) % definitionsAtOnce === 0) yield undefined;
      const block = blocks[index];
      if (block?.label === undefined) continue;
      let last = index;
      for (let next = index + 1; next < blocks.length; next++) {
        if ((next + 1) % definitionsAtOnce === 0) yield undefined;
        const following = blocks[next];
        if (!following || following.label !== undefined) break;
        if (following.kind === 'blank') continue;
        if (!following.continues || !following.exit.containers.some(container => container.type === 'footnote')) break;
        last = next;
      }
      const start = block.start + block.text.indexOf('[^');
      let whole = '';
      for (let from = index; from <= last; from += definitionsAtOnce) {
        if (from > index) yield undefined;
        const some = blocks.slice(from, Math.min(from + definitionsAtOnce, last + 1));
        whole += some.map(part => part.text).join('');
      }
      const own = whole.slice(start - block.start).trimEnd();
      yield { label: block.label, start, end: start + own.length, text: own.slice(block.label.length + 4).trim() };
    }
  }
}
