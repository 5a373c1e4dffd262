/** `<!-- idm-findings-disable-next-line code … -->` silences what follows it. */
import type { Draft } from '../draft/draft';
import { codes, type Code, type Problem } from './problem';
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

const comment = /<!--\s*idm-findings-disable-next-line\b([^>]*?)-->/g;

/** Takes out the silenced problems, and adds one for every comment that silenced nothing. */
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
    left.push(problem('disable-unused', silencer, 'information', { reference: idle.join(' ') }, () => (
      worked ? [] : [{ kind: 'removeComment', safe: true, edits: [removal(draft, silencer)] }])));
  }
  return left;
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
      const start = block.start + match.index;
      const end = start + match[0].length;
      const rest = block.text.slice(match.index + match[0].length);
      const { from, to } = rest.trim() === '' ? following(draft, at) : nextLine(block.text, match.index + match[0].length, block.start);
      found.push({ start, end, from, to, codes: (match[1] ?? '').split(/[\s,]+/).filter(code => code !== '' && code !== '-') });
    }
  });
  return found;
}

const holds = new WeakMap<object, boolean>();

function mayHold(block: { readonly text: string }): boolean {
  let holding = holds.get(block);
  if (holding === undefined) holds.set(block, (holding = block.text.includes('idm-findings-disable-next-line')));
  return holding;
}

/** The whole next block that is not blank: a paragraph may be wrapped over several lines. */
function following(draft: Draft, at: number): { from: number; to: number } {
  for (let next = at + 1; next < draft.blocks.length; next++) {
    const block = draft.blocks[next]!;
    if (block.kind === 'blank' || (block.kind === 'comment' && mayHold(block))) continue;
    return { from: block.start, to: block.end };
  }
  return { from: draft.length, to: draft.length };
}

/** The line after the comment's, where the comment stands among the words of a block. */
function nextLine(text: string, at: number, base: number): { from: number; to: number } {
  const line = text.indexOf('\n', at);
  if (line < 0) return { from: base + at, to: base + text.length };
  const end = text.indexOf('\n', line + 1);
  return { from: base + line + 1, to: base + (end < 0 ? text.length : end) };
}

/** The comment, with its line where it has one to itself. */
function removal(draft: Draft, { start, end }: Silencer): { start: number; end: number; text: string } {
  const block = draft.blockAt(start);
  const text = block?.text ?? '';
  const from = start - (block?.start ?? 0);
  const to = end - (block?.start ?? 0);
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const after = /^[ \t]*(?:\r\n|\n|$)/.exec(text.slice(to))?.[0].length;
  return text.slice(lineStart, from).trim() === '' && after !== undefined
    ? { start: start - (from - lineStart), end: end + after, text: '' }
    : { start, end, text: '' };
}
