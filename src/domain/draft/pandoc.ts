// Pandoc citations of ours in a block.
import type { Block } from './block';
import { firstFrom } from '../text/sorted';
import type { Range } from '../text/ranges';
import { Brackets } from './brackets';
import { plain, type Citation } from './citation';
import { keyed, readTrail } from './citeText';
import type { Key, Names } from './corpusNames';

/** A bracket that holds more is no citation, but a stretch of draft. */
const maxBracket = 2000;
const blanksAndBreak = /^[ \t]*(?:\r\n|\r|\n)?[ \t]*/u;
const comma = /^,\s/u;

/** So many stretches that are no prose are passed in one step. */
const zonesAtOnce = 8_000;
/** So many keys are read in one step. */
const keysAtOnce = 64;

/**
 * Pandoc citations in a block, counted from its beginning: bracketed, narrative, and bare keys; in steps, where they
 * are many.
 */
export function* pandocCitations(block: Block, names: Names): Generator<void, Citation[]> {
  const keys: Range[] = [];
  const markers: Range[] = [];
  let seen = 0;
  for (const zone of block.zones) {
    if (++seen % zonesAtOnce === 0) yield;
    if (zone.kind !== 'citationKey') continue;
    const sign = block.text[zone.start];
    if (sign === '@') keys.push(zone);
    else if (sign === '[') markers.push(zone);
  }
  if (keys.length === 0) return [];
  const finder = new PandocFinder(block, names, keys, yield* Brackets.reading(block.prose, '[', ']', markers));
  const found: Citation[] = [];
  for (let index = 0; index < keys.length; index++) {
    if ((index + 1) % keysAtOnce === 0) yield;
    const citation = finder.citation(index);
    if (citation) found.push(citation);
  }
  return found;
}

/** A key of ours as the drafter wrote it. */
interface WrittenKey extends Key {
  readonly written: string;
}

class PandocFinder {
  #read: { readonly open: number; readonly marks: readonly number[] } | undefined;

  constructor(
    readonly block: Block,
    readonly names: Names,
    readonly keys: readonly Range[],
    readonly brackets: Brackets,
  ) {}

  citation(index: number): Citation | undefined {
    const zone = this.keys[index];
    if (!zone) return undefined;
    const written = this.block.text.slice(zone.start + 1, zone.end).replace(/^\{(.*)\}$/su, '$1');
    const key = this.names.key(written);
    if (!key) return undefined;
    const around = this.brackets.around(zone.start, maxBracket);
    const isBracket = around !== undefined && around.close - around.open <= maxBracket && this.#isCluster(around);
    return isBracket
      ? this.#inBracket(index, zone, { written, ...key }, around)
      : this.#narrative(zone, { written, ...key });
  }

  /** Not an inline note `^[…]`, nor the text of a link `[…](…)`. */
  #isCluster({ open, close }: { readonly open: number; readonly close: number }): boolean {
    return this.block.prose[open - 1] !== '^' && !this.#opensTarget(close + 1);
  }

  #opensTarget(at: number): boolean {
    const { text, zones } = this.block;
    return text[at] === '(' && zones[firstFrom(zones, at, ({ start }) => start)]?.kind === 'linkTarget';
  }

  #inBracket(
    index: number,
    zone: Range,
    key: WrittenKey,
    { open, close }: { readonly open: number; readonly close: number },
  ): Citation {
    const { words, prose } = this.block;
    const marks = this.#separators(open, close);
    const from = marks.findLast(at => at < zone.start) ?? open;
    const to = marks.find(at => at >= zone.end) ?? close;
    const begin = Math.max(this.keys[index - 1]?.end ?? 0, from + 1);
    const lead = words.slice(begin, zone.start);
    const last = Math.min(this.keys[index + 1]?.start ?? to, to);
    const trail = readTrail(prose.slice(zone.end, last), key, words.slice(zone.end, last));
    const count = marks.length + 1;
    const start = begin + (lead.length - lead.trimStart().length);
    return keyed(
      this.names,
      key,
      {
        start: count === 1 ? open : start,
        end: count === 1 ? close + 1 : to - trailing(words.slice(zone.end, to)),
        form: 'pandoc',
        written: key.written,
        prefix: plain(lead.replace(/-$/u, '')),
        suppressed: lead.endsWith('-'),
        group: { start: open, end: close + 1, count },
      },
      trail,
    );
  }

  /** Where semicolons divide a bracket; kept for the bracket's next key. */
  #separators(open: number, close: number): readonly number[] {
    if (this.#read?.open !== open) this.#read = { open, marks: separators(this.block.prose, open + 1, close) };
    return this.#read.marks;
  }

  /** `@idm2022-1 [day 2, conclusion 4]`; also a locator right after the key, as people write it. */
  #narrative(zone: Range, key: WrittenKey): Citation {
    const { prose, words } = this.block;
    const open = zone.end + (blanksAndBreak.exec(prose.slice(zone.end, zone.end + 100))?.[0].length ?? 0);
    const close = prose[open] === '[' ? this.brackets.closeOf(open) : undefined;
    const at = {
      start: zone.start,
      form: 'narrative',
      written: key.written,
      suppressed: prose[zone.start - 1] === '-',
    } as const;
    if (close !== undefined && close - open <= maxBracket && !this.#opensTarget(close + 1)) {
      const marks = separators(prose, open + 1, close);
      const first = prose.slice(open + 1, marks[0] ?? close);
      const written = words.slice(open + 1, marks[0] ?? close);
      if (!first.includes('@')) {
        const group = { start: zone.start, end: close + 1, count: marks.length + 1 };
        return keyed(this.names, key, { end: close + 1, group, ...at }, readTrail(first, key, written));
      }
    }
    const trail = comma.test(prose.slice(zone.end, zone.end + 2))
      ? readTrail(prose.slice(zone.end, zone.end + 500), key)
      : undefined;
    if (
      trail?.locator &&
      trail.mentions.some(({ conclusion, paragraph }) => conclusion !== undefined || paragraph !== undefined)
    ) {
      const { suffix: _, ...read } = trail;
      return keyed(this.names, key, { end: zone.end + trail.end, ...at }, read);
    }
    return keyed(this.names, key, { end: zone.end, ...at });
  }
}

/** Where semicolons divide a bracket into citations: not those inside pandoc's braces. */
function separators(text: string, from: number, to: number): number[] {
  const marks: number[] = [];
  let depth = 0;
  for (let at = from; at < to; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}') depth = Math.max(0, depth - 1);
    else if (text[at] === ';' && depth === 0) marks.push(at);
  }
  return marks;
}

function trailing(text: string): number {
  return text.length - text.trimEnd().length;
}
