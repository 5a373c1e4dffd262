/** `<!-- idm-findings-disable-next-line code … -->` silences what follows it. */
import type { Draft } from '../draft/draft';
import { codes, type Code, type Edit, type Problem } from './problem';
import { problem } from './notes';

interface Silencer {
  readonly start: number;
  readonly end: number;
  /** What it silences: problems that begin here. */
  readonly from: number;
  readonly to: number;
  /** The codes named; none means every code. */
  readonly codes: readonly string[];
}

/** The codes named before the reason, which may follow two hyphens. */
const codesIn = (words: string): string[] => [...new Set(words.split(/(?:^|\s)--\s/, 1)[0]!.split(/[\s,]+/).filter(code => code !== '' && code !== '-'))];

const comment = /<!--\s*idm-findings-disable-next-line\b((?:[^<>]|<(?!!))*?)-->/g;

/**
 * Takes out the silenced problems, and adds one for every comment that silenced nothing, or not all it names.
 * @param active whether a code is checked at all in this draft: one that is not is not missed
 */
export function silence(draft: Draft, problems: Problem[], active: (code: Code) => boolean): Problem[] {
  const silencers = find(draft);
  if (silencers.length === 0) return problems;
  const used = new Map<Silencer, Set<string>>();
  const left = problems.filter(each => {
    let silenced = false;
    for (const silencer of silencers) {
      if (each.start < silencer.from || each.start >= silencer.to) continue;
      if (silencer.codes.length > 0 && !silencer.codes.includes(each.code)) continue;
      silenced = true;
      used.set(silencer, (used.get(silencer) ?? new Set()).add(each.code));
    }
    return !silenced;
  });
  for (const silencer of silencers) {
    const worked = used.get(silencer);
    const idle = silencer.codes.filter(code => !worked?.has(code) && (!isCode(code) || active(code)));
    if (silencer.codes.length > 0 ? idle.length === 0 : worked) continue;
    left.push(problem('disable-unused', silencer, 'information', { reference: idle.join(' ') }, () => {
      const { edit, ownLine } = removal(draft, silencer);
      // A code that does not exist may be a slip for one that is wanted; a comment among words may change how they are read.
      const safe = idle.every(isCode) && ownLine;
      return [idle.length === silencer.codes.length
        ? { kind: 'removeComment', safe, edits: [edit] }
        : { kind: 'removeCodes', to: idle.join(' '), safe, edits: [without(draft, silencer, idle)] }];
    }));
  }
  return left;
}

/** The comment that silences a problem, before the block in which it begins. */
export function silencing(draft: Draft, { code, start }: Pick<Problem, 'code' | 'start'>): Edit {
  const at = draft.blockAt(start)?.start ?? start;
  const line = draft.text.slice(at).split(/\r?\n/, 1)[0] ?? '';
  const lead = /^(?:[ \t]*>)*[ \t]*/.exec(line)?.[0] ?? '';
  return { start: at, end: at, text: `${lead}<!-- idm-findings-disable-next-line ${code} -->${draft.text.includes('\r\n') ? '\r\n' : '\n'}` };
}

/** Whether the draft has such a comment at all. */
export function silences(draft: Draft): boolean {
  return draft.blocks.some(mayHold);
}

const isCode = (code: string): code is Code => (codes as readonly string[]).includes(code);

function find(draft: Draft): Silencer[] {
  const found: Silencer[] = [];
  draft.blocks.forEach((block, at) => {
    if (block.kind === 'code' || block.kind === 'frontMatter' || !mayHold(block)) return;
    for (const match of block.text.matchAll(comment)) {
      const within = block.zones.find(({ start, end }) => start <= match.index && match.index < end);
      // One that stands in another comment is words of that, and its end the other's.
      if (within !== undefined && (within.kind === 'comment' ? isOpen(block.text.slice(within.start, match.index)) || block.entry.opaque !== undefined : within.kind !== 'html')) continue;
      // To a browser, what a line of HTML leaves open goes on to the end of ours.
      if (isOpen(wordsBefore(draft, at))) continue;
      const start = block.start + match.index;
      const end = start + match[0].length;
      const rest = block.text.slice(match.index + match[0].length);
      const { from, to } = rest.trim() === '' ? following(draft, at) : nextLine(block.text, match.index + match[0].length, block.start);
      found.push({ start, end, from, to, codes: codesIn(match[1] ?? '') });
    }
  });
  return found;
}

/** Whether a comment is begun in a text and not ended. */
const isOpen = (text: string): boolean => text.lastIndexOf('<!--') > text.lastIndexOf('-->');

/** The HTML or comment above a block. */
function wordsBefore({ blocks }: Draft, at: number): string {
  let before = at - 1;
  while (blocks[before]?.kind === 'blank') before--;
  const block = blocks[before];
  return block?.kind === 'html' || block?.kind === 'comment' ? block.text : '';
}

const holds = new WeakMap<object, boolean>();

function mayHold(block: { readonly text: string }): boolean {
  let holding = holds.get(block);
  if (holding === undefined) holds.set(block, (holding = block.text.includes('idm-findings-disable-next-line')));
  return holding;
}

/** The whole next block that is not blank, since a paragraph may be wrapped over several lines; a block quotation whole. */
function following({ blocks, length }: Draft, at: number): { from: number; to: number } {
  let first = at + 1;
  while (blocks[first]?.kind === 'blank' || blocks[first]?.kind === 'comment') first++;
  const block = blocks[first];
  if (!block) return { from: length, to: length };
  let last = first;
  if (block.quoted && !blocks[at]?.quoted) while (blocks[last + 1]?.quoted) last++;
  return { from: block.start, to: blocks[last]!.end };
}

/** The line after the comment's, where the comment stands among the words of a block. */
function nextLine(text: string, at: number, base: number): { from: number; to: number } {
  const line = text.indexOf('\n', at);
  if (line < 0) return { from: base + at, to: base + text.length };
  const end = text.indexOf('\n', line + 1);
  return { from: base + line + 1, to: base + (end < 0 ? text.length : end) };
}

/** The comment without the codes that silence nothing; its reason stays. */
function without(draft: Draft, { start, end }: Silencer, idle: readonly string[]): { start: number; end: number; text: string } {
  const block = draft.blockAt(start);
  const text = block?.text.slice(start - block.start, end - block.start) ?? '';
  const [head = ''] = /^<!--\s*idm-findings-disable-next-line/.exec(text) ?? [];
  const reason = text.slice(head.length).search(/(?:^|\s)--\s|(?<!\s)\s*-->$/);
  const kept = codesIn(text.slice(head.length, head.length + reason)).filter(code => !idle.includes(code));
  return { start: start + head.length, end: start + head.length + reason, text: ` ${kept.join(' ')}` };
}

/** The comment, with its line where it has one to itself. */
function removal(draft: Draft, { start, end }: Silencer): { readonly edit: Edit; readonly ownLine: boolean } {
  const block = draft.blockAt(start);
  const text = block?.text ?? '';
  const from = start - (block?.start ?? 0);
  const to = end - (block?.start ?? 0);
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const after = /^[ \t]*(?:\r\n|\n|$)/.exec(text.slice(to))?.[0].length;
  const ownLine = text.slice(lineStart, from).trim() === '' && after !== undefined;
  const at = draft.indexAt(start);
  const [before, behind] = [draft.blocks[at - 1], draft.blocks[at + 1]];
  // Without its line what it parts would be one; but an empty line between two items of a list would part their words.
  const items = block?.exit.containers.some(({ type }) => type === 'item') === true && behind?.prefixes.some(prefix => /[-*+.)]/.test(behind.text.slice(prefix.start, prefix.end))) === true;
  const parts = before !== undefined && before.kind !== 'blank' && behind !== undefined && behind.kind !== 'blank' && (behind.label === undefined || before.label === undefined) && !items;
  return { ownLine, edit: ownLine && !parts ? { start: start - (from - lineStart), end: end + after, text: '' } : { start, end, text: '' } };
}
