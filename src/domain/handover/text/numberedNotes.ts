// The notes of a draft as text: numbered as they are mentioned, their texts one below the other.
import type { Block } from '../../draft/draft';
import { linkLabel } from '../../draft/linkLabels';
import { Repeats } from '../../preview/repeats';
import { decoded } from './entities';
import { plainWords, type Surroundings } from './plainWords';
import { certain } from '../../certain';

/** The blocks of a note, and how many containers they stand in. */
interface Note {
  readonly depth: number;
  readonly blocks: Block[];
}

/** A draft's blocks without those of its notes, and the notes by label: the first of each. */
export function withoutNotes(blocks: readonly Block[]): {
  readonly body: readonly Block[];
  readonly notes: ReadonlyMap<string, Note>;
} {
  const body: Block[] = [];
  const notes = new Map<string, Note>();
  let open: Note | undefined;
  for (const block of blocks) {
    const depth = block.exit.containers.findIndex(({ type }) => type === 'footnote') + 1;
    if (block.label !== undefined) {
      open = { depth, blocks: [] };
      if (!notes.has(block.label)) notes.set(block.label, open);
    }
    if (depth > 0) open?.blocks.push(block);
    else body.push(block);
  }
  return { body, notes };
}

export function addressesOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  for (const { kind, words } of blocks) {
    if (kind !== 'linkDefinition') continue;
    const [, label = '', rest = ''] = /^\s*\[((?:\\.|[^\\[\]]){1,999})\]:(.*)$/su.exec(words) ?? [];
    const address = /^\s*(?:<([^<>\n]*)>|(\S+))/u.exec(rest);
    const key = linkLabel(label);
    if (!addresses.has(key)) addresses.set(key, decoded(address?.[1] ?? address?.[2] ?? ''));
  }
  return addresses;
}

/** Of a note by its label, or of one that stands in the text. */
type Mention = { readonly label: string } | { readonly words: string };

/** Numbers the notes of a draft as they are mentioned. */
export class NumberedNotes implements Surroundings {
  readonly #mentions: Mention[] = [];
  readonly #first = new Map<string, number>();
  readonly #texts = new Map<string, string>();
  #inNotes = false;

  /** @param textOf what a note says, as text */
  constructor(
    readonly notes: ReadonlyMap<string, Note>,
    readonly addresses: ReadonlyMap<string, string>,
    readonly source: Surroundings['source'],
    readonly textOf: (note: Note, around: Surroundings) => string,
  ) {}

  mark(label: string): string | undefined {
    if (!this.notes.has(label)) return undefined;
    // A mark within a note is no mention of its own: it tells where the other note stands.
    const known = this.#inNotes ? this.#first.get(label) : undefined;
    if (known !== undefined) return `[${known}]`;
    const number = this.#mentions.push({ label });
    if (!this.#first.has(label)) this.#first.set(label, number);
    return `[${number}]`;
  }

  inlineNote(words: string): string {
    return this.#inNotes ? `(${plainWords(words, this)})` : `[${this.#mentions.push({ words })}]`;
  }

  /** The texts of the notes mentioned, one below the other. */
  all(): string {
    this.#inNotes = true;
    const repeats = new Repeats();
    const lines: string[] = [];
    for (let at = 0; at < this.#mentions.length; at += 1) {
      lines.push(`[${at + 1}] ${this.#noteText(certain(this.#mentions[at]), at + 1, repeats)}`.trimEnd());
    }
    return lines.join(lines.some(line => line.includes('\n')) ? '\n\n' : '\n');
  }

  #noteText(mention: Mention, number: number, repeats: Repeats): string {
    if (!('label' in mention)) return plainWords(mention.words, this);
    const text = this.#textOf(mention.label);
    const same = repeats.of(mention.label, number, text.length);
    return same === undefined ? text : `[${same}]`;
  }

  #textOf(label: string): string {
    const known = this.#texts.get(label);
    if (known !== undefined) return known;
    const note = this.notes.get(label);
    const text = note === undefined ? '' : this.textOf(note, this);
    this.#texts.set(label, text);
    return text;
  }
}
