// Lists of terms and their definitions as pandoc has them: words and code to markdown-it, lists in our preview.
import {
  footnoteStart,
  htmlStart,
  isDefinition,
  isHeading,
  isThematicBreak,
  letteredMarker,
  listMarker,
} from '../draft/syntax';
import { tighten } from './lists';
import type { BlockRule, BlockState, MarkdownIt } from './markdownIt';

/** Columns that pandoc indents what a definition holds. */
const indent = 4;

/**
 * Reads such lists where pandoc does (its manual, "Extension: definition_lists"): a line of words alone, at most one
 * empty line, and below it a colon or a tilde and words.
 * @param isOn whether a rendering reads them
 */
export function definitionLists(md: MarkdownIt, isOn: (env: Record<string, unknown>) => boolean = () => true): void {
  md.block.ruler.before('list', 'idm_findings_definition_list', rule(isOn), { alt: [] });
}

function rule(isOn: (env: Record<string, unknown>) => boolean): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (silent || !isOn(state.env)) return false;
    let definition = definitionOf(state, startLine, endLine);
    if (definition === undefined) return false;
    const open = state.push('dl_open', 'dl', 1);
    const lines: [number, number] = (open.map = [startLine, 0]);
    let end = startLine;
    for (let term = startLine; definition !== undefined; definition = definitionOf(state, term, endLine)) {
      state.push('dt_open', 'dt', 1).map = [term, term + 1];
      const words = state.push('inline', '', 0);
      words.map = [term, term + 1];
      words.content = state.getLines(term, term + 1, state.blkIndent, false).trim();
      words.children = [];
      state.push('dt_close', 'dt', -1);
      let apart = definition > term + 1;
      for (let line: number | undefined = definition; line !== undefined;) {
        end = define(state, line, endLine, apart);
        const next = afterEmpty(state, end, endLine);
        apart = next > end || state.isEmpty(end - 1);
        line = next - end <= 1 && isMarked(state, next, endLine) ? next : undefined;
      }
      term = afterEmpty(state, end, endLine);
    }
    state.push('dl_close', 'dl', -1);
    lines[1] = end;
    state.line = end;
    return true;
  };
}

/** The line on which the first definition of a term begins; undefined where the line is no term. */
function definitionOf(state: BlockState, line: number, endLine: number): number | undefined {
  if (line >= endLine || state.isEmpty(line)) return undefined;
  const column = (state.sCount[line] ?? 0) - state.blkIndent;
  if (column < 0 || column > 3) return undefined;
  if (beginsOther(wordsOf(state, line))) return undefined;
  const next = line + 1 < endLine && state.isEmpty(line + 1) ? line + 2 : line + 1;
  return isMarked(state, next, endLine) ? next : undefined;
}

/** Whether a line begins something else than words. */
function beginsOther(words: string): boolean {
  if (/^[>]|^[:~][ \t]/u.test(words) || letteredMarker(words) !== undefined) return true;
  return [isHeading, isThematicBreak, htmlStart, footnoteStart, listMarker].some(begins => begins(words));
}

function isMarked(state: BlockState, line: number, endLine: number): boolean {
  const column = (state.sCount[line] ?? 0) - state.blkIndent;
  return line < endLine && !state.isEmpty(line) && column >= 0 && isDefinition(wordsOf(state, line), column);
}

/** As much of a line's words as tells what they begin. */
function wordsOf(state: BlockState, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, Math.min(state.eMarks[line] ?? start, start + 300));
}

function afterEmpty(state: BlockState, line: number, endLine: number): number {
  let next = line;
  while (next < endLine && state.isEmpty(next)) next += 1;
  return next;
}

/**
 * Reads one definition, as far as it goes.
 * @param apart whether an empty line stands before it
 * @returns the line after it
 */
function define(state: BlockState, line: number, endLine: number, apart: boolean): number {
  const open = state.push('dd_open', 'dd', 1);
  const opened = state.tokens.length;
  const lines: [number, number] = (open.map = [line, 0]);
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0) + 1;
  const end = state.eMarks[line] ?? start;
  let at = start;
  let column = (state.sCount[line] ?? 0) + 1;
  for (; at < end; at += 1) {
    const char = state.src[at];
    if (char === '\t') column += 4 - ((column + (state.bsCount[line] ?? 0)) % 4);
    else if (char === ' ') column += 1;
    else break;
  }
  const { tight, listIndent, blkIndent, parentType } = state;
  const [shift = 0, count = 0] = [state.tShift[line], state.sCount[line]];
  // In a definition lists begin apart from words, unlike in an item.
  Object.assign(state, { listIndent: -1, blkIndent: blkIndent + indent, tight: true, parentType: 'list' });
  state.tShift[line] = at - (state.bMarks[line] ?? 0);
  // Words right behind the mark stand as far in as those below them.
  state.sCount[line] = Math.max(column, state.blkIndent);
  state.md.block.tokenize(state, line, ending(state, line, endLine, blkIndent), true);
  const isTight = state.tight && !apart;
  Object.assign(state, { listIndent, blkIndent, tight, parentType });
  state.tShift[line] = shift;
  state.sCount[line] = count;
  state.push('dd_close', 'dd', -1);
  lines[1] = state.line;
  if (isTight) tighten(state, opened, 1);
  return Math.max(state.line, line + 1);
}

/**
 * The line at which a definition ends at the latest: a further one, or words below an empty line that do not stand in
 * it.
 */
function ending(state: BlockState, line: number, endLine: number, outer: number): number {
  for (let next = line + 1; next < endLine; next += 1) {
    if (state.isEmpty(next)) continue;
    const column = (state.sCount[next] ?? 0) - outer;
    if (column < indent && (state.isEmpty(next - 1) || isDefinition(wordsOf(state, next), column))) return next;
  }
  return endLine;
}
