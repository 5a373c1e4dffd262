/**
 * HTML blocks: what a reader sees between their tags is the draft's own prose, and is checked as such. Nothing is
 * offered there: CommonMark shows a citation in HTML as it stands, and only pandoc reads it, so what a fix would have
 * to write depends on the program.
 */
import { Block } from '../draft/block';
import type { Draft } from '../draft/draft';
import { WithBlocks } from '../draft/withBlocks';
import type { Range } from '../text/ranges';

/** Tags that begin or end a stretch of words. */
const blockTag =
  'address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|legend|li|main|menu|nav|ol|optgroup|option|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|br';
/** What stands in these is not shown as prose, or is somebody's own code. */
const silent =
  'script|style|pre|code|textarea|template|svg|math|head|title|select|iframe|object|noscript|q|blockquote|cite|del';
const tag = new RegExp(String.raw`<(/?)(${silent}|${blockTag})(?=[\s/>])[^<>]{0,1000}>`, 'gi');
const isSilent = new RegExp(`^(?:${silent})$`, 'i');

/** A block that is no markup of words: a declaration, a script, a style. */
const opaque = /^\s*<(?:[?!]|script\b|pre\b|style\b|textarea\b)/i;

const none = Symbol('no prose');
const proseIn = new WithBlocks<Block | typeof none>();

/** An HTML block that may cite us, as the prose its words are; undefined for any other. */
export function htmlProse(draft: Draft, block: Block): Block | undefined {
  if (block.kind !== 'html') return undefined;
  let prose = proseIn.get(block);
  if (prose === undefined) {
    prose = mayCite(draft, block) ? asProse(block) : none;
    proseIn.set(block, prose);
  }
  return prose === none ? undefined : prose;
}

function mayCite(draft: Draft, { text, quoted, entry, exit }: Block): boolean {
  return !quoted && !entry.opaque && !exit.opaque && draft.recognizer.names.mayCite.test(text) && !opaque.test(text);
}

function asProse({ text, entry, exit, prefixes }: Block): Block {
  return new Block(text, 0, 0, entry, {
    kind: 'paragraph',
    end: text.length,
    exit,
    containers: exit.containers,
    prefixes,
    looked: text.length,
  });
}

/**
 * The stretches of words of an HTML block, in order: between the tags that part them, and outside of what is not shown
 * or is quoted.
 */
export function* htmlStretches(text: string): Iterable<Range> {
  let start = 0;
  let hidden: string | undefined;
  let depth = 0;
  for (const { 0: found, 1: closes, 2: written = '', index } of text.matchAll(tag)) {
    const name = written.toLowerCase();
    if (hidden === undefined) {
      if (hasWords.test(text.slice(start, index))) yield { start, end: index };
      if (!closes && isSilent.test(name) && !found.endsWith('/>')) [hidden, depth] = [name, 1];
    } else if (name === hidden) depth += closes ? -1 : 1;
    if (depth === 0) hidden = undefined;
    start = index + found.length;
  }
  if (hidden === undefined && hasWords.test(text.slice(start))) yield { start, end: text.length };
}
const hasWords = /\p{L}/u;
