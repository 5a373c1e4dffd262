// Reads one block of Markdown.
import { scanFrontMatter } from '../markdown/frontMatter';
import { matchContainers, openContainers } from './containers';
import { LineReader, lineAt, Pace, type LineSpan } from './lines';
import { proseKind, type BlockKind, type Scanned } from './kinds';
import { scanLinkDefinition } from './linkDefinition';
import { scanParagraph } from './paragraph';
import { base, beginning, stateOf, type Container, type Opaque, type State } from './state';
import { closes, fenceStart, htmlStart, isHeading, isMathLine, isMathStart, isThematicBreak } from './syntax';

/**
 * Reads the block that begins at `start` (the beginning of a line before the end of the text),
 * knowing of what stands before it only the state `entry`.
 */
export function scanBlock(text: string, start: number, entry: State): Scanned {
  const steps = scanningBlock(text, start, entry);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same in steps of some thousand lines each. */
export function* scanningBlock(text: string, start: number, entry: State): Generator<void, Scanned> {
  if (entry === beginning) {
    const { span, looked } = scanFrontMatter(text);
    if (span !== undefined)
      return { kind: 'frontMatter', end: span.end, exit: base, containers: [], prefixes: [], looked };
    const scanned = yield* scanningBlock(text, start, base);
    return { ...scanned, looked: Math.max(scanned.looked, looked) };
  }
  const line = lineAt(text, start);
  const reader = new LineReader(text, line);
  const matched = matchContainers(reader, entry.containers);
  const going = reader.blank ? entry.containers.slice(0, matched) : begun(entry.containers.slice(0, matched));
  if (entry.opaque && matched === entry.containers.length) return yield* scanOpaque(text, line, going, entry.opaque);
  if (reader.blank) return yield* scanBlank(text, line, going, entry.term === true);
  const { containers, label } = openContainers(reader, going, mayDefine(entry, matched));
  const scanned = yield* scanLeaf(text, line, reader, containers);
  return label === undefined ? scanned : { label, ...scanned };
}

/** Whether a line in which so many containers go on may begin a definition: of a term before it, or a further one. */
function mayDefine({ containers, term }: State, matched: number): boolean {
  const ended = containers[matched];
  return ended === undefined ? term === true : ended.type === 'item' && ended.defines === true;
}

/** Containers once something stands in them. */
function begun(containers: readonly Container[]): readonly Container[] {
  const last = containers.at(-1);
  return last?.type === 'item' && last.empty
    ? [...containers.slice(0, -1), { type: 'item', indent: last.indent }]
    : containers;
}

function* scanLeaf(
  text: string,
  line: LineSpan,
  reader: LineReader,
  containers: readonly Container[],
): Generator<void, Scanned> {
  const single = (kind: BlockKind): Scanned => ({
    kind,
    end: line.next,
    exit: stateOf(containers),
    containers,
    prefixes: [{ start: 0, end: reader.contentStart - line.start }],
    looked: line.next,
  });
  if (reader.blank) return single(proseKind(containers));
  if (reader.indent > 3) return yield* scanIndented(text, line, containers);
  const rest = reader.rest;
  const opaque = fenceStart(rest);
  if (opaque) return yield* scanOpaque(text, line, containers, opaque, rest);
  const html = htmlStart(rest);
  if (html)
    return 'opaque' in html
      ? yield* scanOpaque(text, line, containers, html.opaque, rest)
      : yield* scanToBlank(text, line, containers, 'html');
  if (isHeading(rest)) return single('heading');
  if (isThematicBreak(rest)) return single('thematicBreak');
  if (isMathLine(rest)) return single('math');
  if (isMathStart(rest)) return yield* scanMath(text, line, containers, rest);
  const definition = rest.startsWith('[') ? scanLinkDefinition(text, line, reader.contentStart, containers) : undefined;
  return definition ?? (yield* scanParagraph(text, line, reader.contentStart, containers));
}

/** @param term whether a term may stand before: one empty line may part it from its definition */
function* scanBlank(
  text: string,
  first: LineSpan,
  containers: readonly Container[],
  term: boolean,
): Generator<void, Scanned> {
  let line = first;
  let looked = line.next;
  const pace = new Pace(line.next);
  while (line.next < text.length) {
    if (pace.isOver(line.next)) yield;
    const next = lineAt(text, line.next);
    looked = next.next;
    const reader = new LineReader(text, next);
    if (matchContainers(reader, containers) < containers.length || !reader.blank) break;
    line = next;
  }
  return {
    kind: 'blank',
    end: line.next,
    exit: stateOf(containers, undefined, term && line === first),
    containers,
    prefixes: [],
    looked,
  };
}

function* scanIndented(text: string, first: LineSpan, containers: readonly Container[]): Generator<void, Scanned> {
  let line = first;
  let looked = line.next;
  const pace = new Pace(line.next);
  while (line.next < text.length) {
    if (pace.isOver(line.next)) yield;
    const next = lineAt(text, line.next);
    looked = next.next;
    const reader = new LineReader(text, next);
    if (matchContainers(reader, containers) < containers.length || reader.blank || reader.indent < 4) break;
    line = next;
  }
  return { kind: 'code', end: line.next, exit: stateOf(containers), containers, prefixes: [], looked };
}

/** A block that ends before a blank line, or after a line that `ends` says closes it. */
function* scanToBlank(
  text: string,
  first: LineSpan,
  containers: readonly Container[],
  kind: BlockKind,
  ends?: (content: string) => boolean,
): Generator<void, Scanned> {
  let line = first;
  let looked = line.next;
  const pace = new Pace(line.next);
  while (line.next < text.length) {
    if (pace.isOver(line.next)) yield;
    const next = lineAt(text, line.next);
    looked = next.next;
    const reader = new LineReader(text, next);
    if (matchContainers(reader, containers) < containers.length || reader.blank) break;
    line = next;
    if (ends?.(reader.rest)) break;
  }
  return { kind, end: line.next, exit: stateOf(containers), containers, prefixes: [], looked };
}

/** So many lines of mathematics are read over empty lines: where nothing closes it in them, it ends at the first. */
const mathLines = 60;

/** No block looks at more blocks after it to tell where it ends. */
export const farthestLook = mathLines;

/** Display mathematics, up to the line that its closing marks end: some readers let empty lines stand in it. */
function* scanMath(
  text: string,
  first: LineSpan,
  containers: readonly Container[],
  opening: string,
): Generator<void, Scanned> {
  const closing = (content: string): boolean => content.trimEnd().endsWith('$$');
  let line = first;
  const lines = opening.includes('$$', 2) ? 0 : mathLines;
  for (let count = 1; count < lines && line.next < text.length; count += 1) {
    line = lineAt(text, line.next);
    const reader = new LineReader(text, line);
    if (matchContainers(reader, containers) < containers.length) break;
    if (!reader.rest.includes('$$')) continue;
    // The marks may have attributes behind them; in the midst of words they begin something else.
    if (!closing(reader.rest) && !/^\$\$ *\{[^{}]*\}\s*$/u.test(reader.rest)) break;
    return { kind: 'math', end: line.next, exit: stateOf(containers), containers, prefixes: [], looked: line.next };
  }
  const scanned = yield* scanToBlank(text, first, containers, 'math', closing);
  return { ...scanned, looked: Math.max(scanned.looked, line.next) };
}

/**
 * What is open goes on to its end, but a block of it only to the next blank line: so an edit in a
 * long piece of code, or in a draft whose fence was just opened, costs little.
 */
function* scanOpaque(
  text: string,
  first: LineSpan,
  containers: readonly Container[],
  opaque: Opaque,
  opening?: string,
): Generator<void, Scanned> {
  const kind: BlockKind = opaque.type === 'fence' ? 'code' : opaque.type;
  const result = (end: number, looked: number, open: boolean): Scanned => ({
    kind,
    end,
    exit: stateOf(containers, open ? opaque : undefined),
    containers,
    prefixes: [],
    looked,
  });
  if (opening !== undefined && closes(opaque, opening, 0, true)) return result(first.next, first.next, false);
  let line = opening === undefined ? first : { ...first, next: first.next };
  let at = opening === undefined ? first.start : first.next;
  let end = at;
  let looked = first.next;
  const pace = new Pace(at);
  while (at < text.length) {
    if (pace.isOver(at)) yield;
    line = lineAt(text, at);
    looked = line.next;
    const reader = new LineReader(text, line);
    if (matchContainers(reader, containers) < containers.length) return result(end, looked, true);
    end = line.next;
    at = line.next;
    if (closes(opaque, reader.rest, reader.indent, false)) return result(end, looked, false);
    if (reader.blank) return result(end, looked, true);
  }
  return result(text.length, text.length, true);
}
