// Footnotes in the preview.
import { isCitable, type Library } from '../corpus/library';
import { readLabel } from '../citation/labels';
import { namesOf } from '../citation/titles';
import type { Draft } from '../draft/draft';
import { recognizerOf } from '../draft/recognizer';
import type { BlockRule, BlockState, CoreState, InlineRule, InlineState, MarkdownIt, Token } from './markdownIt';
import { noteRenderers, type Mark, type Wrapping } from './noteHtml';
import { runOf, verbatim, type Noted, type PreviewWords, type Run } from './run';
import { append } from '../longLists';

/** What the footnote marks of a draft cite, by label: labels of ours, and others whose note is a reference to us. */
export function notesOf(draft: Draft): ReadonlyMap<string, Noted> {
  const lengths = new Map(draft.footnoteDefinitions.toReversed().map(({ label, text }) => [label, text.length]));
  const marks = draft.citations().filter(({ form }) => form === 'footnote');
  return new Map(marks.map(({ label = '', ids }) => [label, { ids, length: lengths.get(label) ?? 0 }]));
}

/** Whether another plugin renders footnotes: markdown-it-footnote, and what is built on it. */
export function hasOtherFootnotes(md: MarkdownIt): boolean {
  return md.renderer.rules['footnote_ref'] !== undefined;
}

function isOurs(library: Library, label: string): boolean {
  return readLabel(label, library) !== undefined && recognizerOf(library).names.label(label) !== undefined;
}

/** Footnotes: definitions, marks, and the list of notes with its links back. */
export function footnotes(md: MarkdownIt, library: Library): void {
  md.block.ruler.before('reference', 'idm_findings_definition', definition, { alt: ['paragraph', 'reference'] });
  md.inline.ruler.before('link', 'idm_findings_mark', markRule(library));
  md.core.ruler.after('inline', 'idm_findings_notes', notesRule);
  Object.assign(md.renderer.rules, noteRenderers);
}

/** `[^label]: text`, with the lines that go on with it: lazily, or after a blank line when indented. */
const definition: BlockRule = (state, startLine, endLine, silent) => {
  const run = runOf(state.env);
  if (run?.footnotes !== true || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const first = lineAt(state, startLine);
  const found = /^ {0,3}\[\^([^\s\]]{1,200})\]:[ \t]*/u.exec(first);
  if (found?.[1] === undefined) return false;
  if (silent) return true;
  const next = endOfDefinition(state, startLine, endLine);
  const lines = [first.slice(found[0].length)];
  for (let line = startLine + 1; line < next; line++) lines.push(lineAt(state, line).replace(/^(?: {1,4}|\t)/u, ''));
  if (!run.definitions.has(found[1])) run.definitions.set(found[1], lines.join('\n'));
  state.line = next;
  return true;
};

function lineAt(state: BlockState, line: number): string {
  return state.getLines(line, line + 1, state.blkIndent, false);
}

function endOfDefinition(state: BlockState, startLine: number, endLine: number): number {
  const interrupts = state.md.block.ruler.getRules('paragraph');
  const parent = state.parentType;
  state.parentType = 'paragraph';
  let next = startLine + 1;
  for (let line = next; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    const indented = (state.sCount[line] ?? 0) - state.blkIndent >= 4;
    const lazy = line === next && !interrupts.some(rule => rule(state, line, endLine, true));
    if ((state.sCount[line] ?? 0) < state.blkIndent || (!indented && !lazy)) break;
    next = line + 1;
  }
  state.parentType = parent;
  return next;
}

function markRule(library: Library): InlineRule {
  return (state, silent) => {
    const run = runOf(state.env);
    if (run === undefined || !state.src.startsWith('[^', state.pos)) return false;
    const pattern = /\[\^([^\s\]]{1,200})\]/uy;
    pattern.lastIndex = state.pos;
    const [mark, label] = pattern.exec(state.src) ?? [];
    if (mark === undefined || label === undefined || state.pos + mark.length > state.posMax) return false;
    const ours = isOurs(library, label);
    const done = run.footnotes
      ? ownMark(state, run, library, label, ours, silent)
      : ours && othersMark(state, run, library, label, silent);
    if (done) state.pos += mark.length;
    return done;
  };
}

function ownMark(
  state: InlineState,
  run: Run,
  library: Library,
  label: string,
  ours: boolean,
  silent: boolean,
): boolean {
  if (run.inNote) return false;
  const words = run.definitions.get(label);
  if (words === undefined) return ours && undefinedMark(state, run, library, label, silent);
  if (silent) return true;
  const same = run.repeats.of(label, run.notes.length + 1, words.length);
  run.notes.push(same === undefined ? { label } : { same });
  const title = ours ? hover(library, run.words, label) : verbatim(library, run.noted.get(label)?.ids ?? []);
  const meta: Mark = { number: run.notes.length, title, unknown: ours && !isKnown(library, label) };
  if (state.pending === '' && state.tokens.at(-1)?.type === 'idm_findings_mark')
    state.push('idm_findings_between', '', 0);
  state.push('idm_findings_mark', '', 0).meta = meta;
  return true;
}

/**
 * Another plugin renders the notes: ours join its list, each mention as a note of its own, and get
 * their hover from an element around them.
 */
function othersMark(state: InlineState, run: Run, library: Library, label: string, silent: boolean): boolean {
  const notes = state.env['footnotes'] as
    | { refs?: Record<string, number>; list?: { label: string; count: number }[] }
    | undefined;
  if (notes?.refs?.[`:${label}`] === undefined) return undefinedMark(state, run, library, label, silent);
  if (silent) return true;
  const list = (notes.list ??= []);
  const known = isKnown(library, label);
  wrap(state, {
    className: `idm-findings-note${known ? '' : ' idm-findings-unknown'}`,
    title: hover(library, run.words, label),
  });
  const id = run.repeats.of(label, list.length, run.noted.get(label)?.length ?? 0);
  const first = id === undefined ? undefined : list[id];
  state.push('footnote_ref', '', 0).meta = { id: id ?? list.length, subId: first?.count ?? 0, label };
  if (first) first.count++;
  else list.push({ label, count: 1 });
  state.push('idm_findings_close', '', -1);
  return true;
}

function undefinedMark(state: InlineState, run: Run, library: Library, label: string, silent: boolean): boolean {
  if (silent) return true;
  const words = isKnown(library, label) ? run.words.undefined : run.words.unknown;
  wrap(state, { className: 'idm-findings-unknown', title: words, text: `[^${label}]` });
  state.push('idm_findings_close', '', -1);
  return true;
}

function wrap(state: InlineState, wrapping: Wrapping): void {
  state.push('idm_findings_open', '', 1).meta = wrapping;
}

function isKnown(library: Library, label: string): boolean {
  return readLabel(label, library)?.ids.every(id => isCitable(library, id)) === true;
}

function hover(library: Library, words: PreviewWords, label: string): string {
  const ids = readLabel(label, library)?.ids ?? [];
  return verbatim(library, ids) || ids.flatMap(id => documentName(library, id)).join('\n\n') || words.unknown;
}

/** A document cited as a whole has no words to show, but a title. */
function documentName(library: Library, id: string): string[] {
  const document = library.corpus(id)?.document;
  return document === undefined ? [] : [namesOf(document, 'en').full];
}

/** Puts the notes mentioned at the end, each mention as a note of its own, as pandoc does. */
function notesRule(state: CoreState): void {
  const run = runOf(state.env);
  if (run === undefined || run.notes.length === 0) return;
  const add = (type: string, nesting: -1 | 0 | 1, meta: unknown = null): void => {
    const token = new state.Token(type, '', nesting);
    token.meta = meta;
    token.block = true;
    state.tokens.push(token);
  };
  run.inNote = true;
  add('idm_findings_notes_open', 1);
  run.notes.forEach((note, at) => {
    const tokens: Token[] = [];
    if ('same' in note) {
      add('idm_findings_note_open', 1, { number: at + 1 });
      add('idm_findings_again', 0, { number: note.same, title: run.words.again });
      add('idm_findings_back', 0, { number: at + 1, title: run.words.back });
      add('idm_findings_note_close', -1);
      return;
    }
    state.md.block.parse(run.definitions.get(note.label) ?? '', state.md, state.env, tokens);
    for (const token of tokens) {
      token.map = null;
      if (token.type === 'inline') state.md.inline.parse(token.content, state.md, state.env, (token.children ??= []));
    }
    const last = tokens.at(-1)?.type === 'paragraph_close' ? tokens.pop() : undefined;
    add('idm_findings_note_open', 1, { number: at + 1 });
    append(state.tokens, tokens);
    add('idm_findings_back', 0, { number: at + 1, title: run.words.back });
    if (last !== undefined) state.tokens.push(last);
    add('idm_findings_note_close', -1);
  });
  add('idm_findings_notes_close', -1);
  run.inNote = false;
}
