/** `<!-- idm-findings-disable-next-line code … -->` silences what follows it. */
import type { Block, Draft } from '../draft/draft';
import { WithBlocks } from '../draft/withBlocks';
import type { Edit } from '../text/edits';
import { codes, type Code, type Problem } from './problem';
import { problem } from './noteChecker';
import { certain } from '../certain';
import { append } from '../longLists';

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
const codesIn = (words: string): string[] => [
  ...new Set(
    certain(words.split(/(?:^|\s)--\s/, 1)[0])
      .split(/[\s,]+/)
      .filter(code => code !== '' && code !== '-'),
  ),
];

const comment = /<!--\s*idm-findings-disable-next-line\b((?:[^<>]|<(?!!))*?)-->/g;

/** What is left of a draft's problems, and what its comments silence, in the draft's order. */
export interface Silenced {
  readonly left: Problem[];
  readonly ignored: readonly Problem[];
}

/**
 * Takes out the silenced problems in steps, and adds one for every comment that silenced nothing, or not all it names.
 * @param active whether a code is checked at all in this draft: one that is not is not missed
 */
export function* silence(
  draft: Draft,
  problems: Problem[],
  active: (code: Code) => boolean,
): Generator<void, Silenced> {
  const silencers = yield* find(draft);
  if (silencers.length === 0) return { left: problems, ignored: [] };
  const targets = targetsOf(silencers);
  yield;
  const silenced = silencedBy([...new Set(targets.values())], problems);
  const left = problems.filter(each => !silenced.has(each));
  let seen = 0;
  for (const silencer of silencers) {
    if (++seen % atOnce === 0) yield;
    const worked = certain(targets.get(silencer)).silenced;
    const idle = silencer.codes.filter(code => !worked.has(code as Code) && (!isCode(code) || active(code)));
    if (silencer.codes.length > 0 ? idle.length === 0 : worked.size > 0) continue;
    left.push(
      problem('disable-unused', silencer, 'information', { reference: idle.join(' ') }, () => {
        const { edit, ownLine } = removal(draft, silencer);
        // A code that does not exist may be a slip for one that is wanted; a comment among words may change how they are
        // read.
        const safe = idle.every(isCode) && ownLine;
        return [
          idle.length === silencer.codes.length
            ? { kind: 'removeComment', safe, edits: [edit] }
            : { kind: 'removeCodes', to: idle.join(' '), safe, edits: [without(draft, silencer, idle)] },
        ];
      }),
    );
  }
  return { left, ignored: [...silenced] };
}

/** A place that comments silence, some of them the same, and what they silenced there. */
interface Target {
  readonly from: number;
  readonly to: number;
  /** The codes that one of them names; whether one names none. */
  readonly codes: Set<string>;
  all: boolean;
  readonly silenced: Set<Code>;
}

/** What each comment silences. */
function targetsOf(silencers: readonly Silencer[]): ReadonlyMap<Silencer, Target> {
  const places = new Map<string, Target>();
  return new Map(
    silencers.map(silencer => {
      const { from, to } = silencer;
      const key = `${from} ${to}`;
      const target = places.get(key) ?? { from, to, codes: new Set<string>(), all: false, silenced: new Set<Code>() };
      places.set(key, target);
      for (const code of silencer.codes) target.codes.add(code);
      if (silencer.codes.length === 0) target.all = true;
      return [silencer, target];
    }),
  );
}

/**
 * The problems that begin in a target and have a code it silences; the targets are told. Of two targets one holds the
 * other, or they are apart.
 */
function silencedBy(targets: readonly Target[], problems: readonly Problem[]): ReadonlySet<Problem> {
  const inOrder = targets.toSorted((one, other) => one.from - other.from || other.to - one.to);
  const found = new Set<Problem>();
  const open: Target[] = [];
  let next = 0;
  for (const each of problems.toSorted((one, other) => one.start - other.start)) {
    for (; next < inOrder.length && certain(inOrder[next]).from <= each.start; next++) {
      while (open.length > 0 && certain(open.at(-1)).to <= certain(inOrder[next]).from) open.pop();
      open.push(certain(inOrder[next]));
    }
    while (open.length > 0 && certain(open.at(-1)).to <= each.start) open.pop();
    for (const target of open) {
      if (!target.all && !target.codes.has(each.code)) continue;
      target.silenced.add(each.code);
      found.add(each);
    }
  }
  return found;
}

/** The comment that silences a problem, before the block in which it begins. */
export function silencing(draft: Draft, { code, start }: Pick<Problem, 'code' | 'start'>): Edit {
  const at = draft.blockAt(start)?.start ?? start;
  const line = draft.text.slice(at).split(/\r?\n/, 1)[0] ?? '';
  const lead = /^(?:[ \t]*>)*[ \t]*/.exec(line)?.[0] ?? '';
  return {
    start: at,
    end: at,
    text: `${lead}<!-- idm-findings-disable-next-line ${code} -->${draft.text.includes('\r\n') ? '\r\n' : '\n'}`,
  };
}

/** So many blocks are looked at in one step. */
const atOnce = 2_000;

/** Whether the draft has such a comment at all; in steps. */
export function* silences(draft: Draft): Generator<void, boolean> {
  let passed = 0;
  for (const block of draft.blocks) {
    if (mayHold(block)) return true;
    if (++passed % atOnce === 0) yield;
  }
  return false;
}

const isCode = (code: string): code is Code => (codes as readonly string[]).includes(code);

function* find(draft: Draft): Generator<void, Silencer[]> {
  const found: Silencer[] = [];
  const { blocks } = draft;
  const hidden = hiddenFromBrowsers(blocks);
  const behind = new Following(draft);
  yield;
  for (let at = blocks.length - 1; at >= 0; at--) {
    if (at % atOnce === 0) yield;
    const block = certain(blocks[at]);
    const read = block.kind !== 'code' && block.kind !== 'frontMatter' && mayHold(block) && !hidden.has(block);
    if (read) append(found, silencersIn(block, behind).toReversed());
    behind.pass(block, blocks[at + 1]);
  }
  return found.toReversed();
}

function silencersIn(block: Block, behind: Following): Silencer[] {
  const found: Silencer[] = [];
  const { text, zones } = block;
  const words = text.trimEnd().length;
  let next = 0;
  for (const { 0: whole, 1: named = '', index } of text.matchAll(comment)) {
    while (next < zones.length && certain(zones[next]).end <= index) next++;
    const zone = zones[next];
    // One that stands in another comment is words of that, and its end the other's.
    const within = zone !== undefined && zone.start <= index ? zone : undefined;
    if (
      within?.kind === 'comment'
        ? isOpen(text.slice(within.start, index)) || block.entry.opaque !== undefined
        : within && within.kind !== 'html'
    )
      continue;
    const end = index + whole.length;
    const { from, to } = end >= words ? behind.of(block) : nextLine(text, end, block.start);
    found.push({ start: block.start + index, end: block.start + end, from, to, codes: codesIn(named) });
  }
  return found;
}

/** Whether a comment is begun in a text and not ended. */
const isOpen = (text: string): boolean => text.lastIndexOf('<!--') > text.lastIndexOf('-->');

/**
 * The blocks behind a comment that was left open: to a browser, it goes on to the end of the next comment, whoever
 * wrote that.
 */
function hiddenFromBrowsers(blocks: readonly Block[]): ReadonlySet<Block> {
  const hidden = new Set<Block>();
  let open = false;
  for (const block of blocks) {
    if (open) hidden.add(block);
    if (block.kind === 'html' || block.kind === 'comment')
      open = isOpen(block.text) || (open && !block.text.includes('-->'));
  }
  return hidden;
}

const holds = new WithBlocks<boolean>();

function mayHold(block: Block): boolean {
  let holding = holds.get(block);
  if (holding === undefined) holds.set(block, (holding = block.text.includes('idm-findings-disable-next-line')));
  return holding;
}

/**
 * The whole next block that is not blank, since a paragraph may be wrapped over several lines; a block quotation whole.
 * Goes through the draft from its end.
 */
class Following {
  #first: Block | undefined;
  /** Where the block quotation ends that the first is in. */
  #quoteEnd = 0;

  constructor(readonly draft: Draft) {}

  /** What follows a block, once all behind it are passed. */
  of({ quoted }: Block): { from: number; to: number } {
    const first = this.#first;
    if (!first) return { from: this.draft.length, to: this.draft.length };
    return { from: first.start, to: first.quoted && !quoted ? this.#quoteEnd : first.end };
  }

  pass(block: Block, next: Block | undefined): void {
    if (block.quoted && !next?.quoted) this.#lastEnd = block.end;
    if (block.kind === 'blank' || block.kind === 'comment') return;
    this.#first = block;
    this.#quoteEnd = block.quoted ? this.#lastEnd : block.end;
  }

  #lastEnd = 0;
}

/** The line after the comment's, where the comment stands among the words of a block. */
function nextLine(text: string, at: number, base: number): { from: number; to: number } {
  const line = text.indexOf('\n', at);
  if (line < 0) return { from: base + at, to: base + text.length };
  const end = text.indexOf('\n', line + 1);
  return { from: base + line + 1, to: base + (end < 0 ? text.length : end) };
}

/** The comment without the codes that silence nothing; its reason stays. */
function without(
  draft: Draft,
  { start, end }: Silencer,
  idle: readonly string[],
): { start: number; end: number; text: string } {
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
  // Without its line what it parts would be one.
  const goes = ownLine && !parts(block, before, behind);
  return {
    ownLine,
    edit: goes ? { start: start - (from - lineStart), end: end + after, text: '' } : { start, end, text: '' },
  };
}

/** Whether a comment that is a block parts those before and behind it. */
function parts(parting: Block | undefined, before: Block | undefined, behind: Block | undefined): boolean {
  if (before === undefined || behind === undefined || before.kind === 'blank' || behind.kind === 'blank') return false;
  if (behind.label !== undefined && before.label !== undefined) return false;
  // An empty line between two items of a list would part their words.
  const inItem = parting?.exit.containers.some(({ type }) => type === 'item') === true;
  const begins = behind.prefixes.some(({ start, end }) => /[-*+.)]/.test(behind.text.slice(start, end)));
  return !(inItem && begins);
}
