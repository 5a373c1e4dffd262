// Front matter: edited, all else in it left as it is.
import type { Pair, ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import type { Edit } from '../text/edits';
import { readYaml, scanFrontMatter, yaml, type FrontMatterSpan } from './frontMatter';

/**
 * Why front matter is not edited: it is TOML or a title block, it is YAML that cannot be read, or what stands
 * there could not be kept as it is.
 */
type FrontMatterRefusal = 'toml' | 'json' | 'titleBlock' | 'broken' | 'unsafe';

/** What to write; undefined where it stands there already. */
export type FrontMatterEdit = { readonly edit: Edit | undefined } | { readonly refused: FrontMatterRefusal };

type Fields = YAMLMap.Parsed<ParsedNode, ParsedNode | null>;
/** The contents of front matter as data, for comparison. */
type Data = unknown;

/**
 * The edit that gives a field a value: a field at the top level, or one in another (`['idm-findings', 'style']`). All
 * else stays as it is, its order and remarks too. A draft without front matter gets one.
 *
 * @param text the draft's
 */
export function setField(
  text: string,
  path: readonly [string] | readonly [string, string],
  value: string,
  eol: string,
): FrontMatterEdit {
  const [name, inner] = path;
  const line = inner === undefined ? `${name}: ${scalar(value)}` : `${name}:${eol}  ${inner}: ${scalar(value)}`;
  const changed = (data: Record<string, Data>): Data =>
    inner === undefined
      ? { ...data, [name]: value }
      : { ...data, [name]: { ...(data[name] === '' ? {} : (data[name] as object)), [inner]: value } };
  return edited(text, line, eol, changed, (root, span) => {
    const { isMap, isScalar } = yaml();
    const found = pairOf(root, name);
    if (found === undefined) return undefined;
    if (inner === undefined)
      return isScalar(found.value) || found.value === null ? replaced(text, found, value, span) : 'unsafe';
    if (isMap<ParsedNode, ParsedNode | null>(found.value))
      return setInner(found.value as Fields, inner, value, text, span, eol);
    if (found.value !== null && !(isScalar(found.value) && found.value.value === '' && isEmpty(found.value)))
      return 'unsafe';
    const at = span.content.start + (found.value ?? found.key).range[1];
    const end = lineEnd(text, at);
    return {
      start: end,
      end,
      text: `${eol}${' '.repeat(columnOf(text, span.content.start + found.key.range[0]) + 2)}${inner}: ${scalar(value)}`,
    };
  });
}

/**
 * The edit that takes out again what `setField` wrote, where it stands just as it was written: what it leaves is the text
 * that `setField` would write the same into.
 *
 * @param written the words that were put in
 * @param at where the value stands, which is among them
 */
export function takenBack(
  text: string,
  path: readonly [string, string],
  { value, written, at }: { readonly value: string; readonly written: string; readonly at: number },
  eol: string,
): Edit | undefined {
  const start = text.lastIndexOf(written, at);
  const end = start + written.length;
  if (start < 0 || end <= at) return undefined;
  const again = setField(text.slice(0, start) + text.slice(end), path, value, eol);
  const edit = 'refused' in again ? undefined : again.edit;
  return edit?.start === start && edit.end === start && edit.text === written ? { start, end, text: '' } : undefined;
}

/**
 * The edit that adds an item to a field that holds one or several, such as `bibliography`. Where a file is
 * named, `./` before it makes no difference.
 */
export function addToField(text: string, name: string, item: string, eol: string): FrontMatterEdit {
  const changed = (data: Record<string, Data>): Data => {
    const before = listed(data[name]);
    return before.some(each => isSame(each, item)) ? data : { ...data, [name]: [...before, item] };
  };
  return edited(text, `${name}: ${scalar(item)}`, eol, changed, (root, span, data) =>
    addIn(root, name, listed(data[name]), item, text, span, eol),
  );
}

/** The same for a field in another, `['idm-findings', 'authors']`. */
export function addToInner(
  text: string,
  [name, inner]: readonly [string, string],
  item: string,
  eol: string,
): FrontMatterEdit {
  const outer = (data: Record<string, Data>): Record<string, Data> => data[name] as Record<string, Data>;
  const changed = (data: Record<string, Data>): Data => {
    const before = listed(outer(data)[inner]);
    return before.some(each => isSame(each, item))
      ? data
      : { ...data, [name]: { ...outer(data), [inner]: [...before, item] } };
  };
  return edited(text, `${name}:${eol}  ${inner}: ${scalar(item)}`, eol, changed, (root, span, data) => {
    const fields = pairOf(root, name)?.value;
    return yaml().isMap<ParsedNode, ParsedNode | null>(fields)
      ? addIn(fields as Fields, inner, listed(outer(data)[inner]), item, text, span, eol)
      : 'unsafe';
  });
}

/** Whether two items are one: where a file is named, `./` before it makes no difference. */
function isSame(other: unknown, item: string): boolean {
  return String(other).trim().replace(/^\.\//u, '') === item;
}

/** What a field holds that may hold one or several. */
function listed(before: Data = ''): readonly Data[] {
  if (Array.isArray(before)) return before;
  const only = String(before).trim();
  return ['', 'null', '~'].includes(only) ? [] : [only];
}

/** Adds an item to a field of some fields; undefined where there is no such field. */
function addIn(
  fields: Fields,
  name: string,
  before: readonly Data[],
  item: string,
  text: string,
  span: FrontMatterSpan,
  eol: string,
): ReturnType<Change> {
  const { isScalar, isSeq } = yaml();
  const found = pairOf(fields, name);
  if (found === undefined) return undefined;
  if (before.some(each => isSame(each, item))) return 'done';
  const { value } = found;
  const base = span.content.start;
  if (value === null || (isScalar(value) && isEmpty(value))) {
    const end = lineEnd(text, base + (value ?? found.key).range[1]);
    return {
      start: end,
      end,
      text: `${eol}${' '.repeat(columnOf(text, base + found.key.range[0]))}  - ${scalar(item)}`,
    };
  }
  if (isSeq<ParsedNode>(value)) return addItem(value, item, text, span, eol);
  if (!isScalar(value)) return 'unsafe';
  const [start, end] = [base + value.range[0], base + value.range[1]];
  const own = text.slice(start, end);
  const asItem = /^["']/u.test(own) || /^[^,[\]{}\r\n|>][^,[\]{}\r\n]*$/u.test(own) ? own : undefined;
  const names = before.map(each => asItem ?? scalar(String(each)));
  const list = `[${[...names, scalar(item)].join(', ')}]`;
  return names.length === 0
    ? { start, end, text: scalar(item) }
    : { start, end: start + own.trimEnd().length, text: list };
}

type Change = (root: Fields, span: FrontMatterSpan, data: Record<string, Data>) => Edit | 'done' | 'unsafe' | undefined;

/**
 * Finds the edit and tries it: what the front matter says afterwards must be what it said before, with that one change.
 * @param line what a draft gets whose front matter lacks the field
 */
function edited(
  text: string,
  line: string,
  eol: string,
  changed: (data: Record<string, Data>) => Data,
  change: Change,
): FrontMatterEdit {
  const { span } = scanFrontMatter(text);
  if (span === undefined) return { edit: begun(text, line, eol) };
  if (span.kind !== 'yaml') return { refused: span.kind };
  const before = readYaml(text.slice(span.content.start, span.content.end));
  if (before.broken) return { refused: 'broken' };
  const root = before.contents ?? undefined;
  const fields = root && fieldsIn(root);
  if (fields === 'none') return { refused: 'broken' };
  const data = fields === undefined ? {} : before.data();
  if (data === undefined) return { refused: 'unsafe' };
  const wanted = fields && change(fields, span, data);
  if (wanted === 'done') return { edit: undefined };
  if (wanted === 'unsafe') return { refused: 'unsafe' };
  const edit = wanted ?? added(text, span, fields, line, eol);
  return edit !== undefined && says(text, edit, changed(data)) ? { edit } : { refused: 'unsafe' };
}

/** Front matter for a draft that has none. */
function begun(text: string, line: string, eol: string): Edit {
  const at = text.startsWith('\uFEFF') ? 1 : 0;
  return { start: at, end: at, text: ['---', line, '---', '', ''].join(eol) };
}

/** The fields that YAML consists of; undefined where nothing is written, `none` where it is something else. */
function fieldsIn(root: ParsedNode): Fields | undefined | 'none' {
  const { isMap, isScalar } = yaml();
  if (isScalar(root) && isEmpty(root)) return undefined;
  return isMap<ParsedNode, ParsedNode | null>(root) ? (root as Fields) : 'none';
}

/** A field of its own: the last one, or where all stands in braces the first one. */
function added(
  text: string,
  { content }: FrontMatterSpan,
  root: Fields | undefined,
  line: string,
  eol: string,
): Edit | undefined {
  const first = root?.items[0];
  if (root?.flow === true) return undefined;
  const indent = first === undefined ? '' : ' '.repeat(columnOf(text, content.start + first.key.range[0]));
  return {
    start: content.end,
    end: content.end,
    text: line
      .split(eol)
      .map(each => indent + each + eol)
      .join(''),
  };
}

function setInner(
  fields: Fields,
  name: string,
  value: string,
  text: string,
  span: FrontMatterSpan,
  eol: string,
): Edit | 'unsafe' {
  const found = pairOf(fields, name);
  if (found !== undefined) return yaml().isCollection(found.value) ? 'unsafe' : replaced(text, found, value, span);
  const line = `${name}: ${scalar(value)}`;
  const [first] = fields.items;
  // Before the first field no list, remark or text over several lines ends.
  const at = span.content.start + (first === undefined ? fields.range[0] + 1 : first.key.range[0]);
  if (fields.flow === true) return { start: at, end: at, text: first === undefined ? line : `${line}, ` };
  return { start: at, end: at, text: `${line}${eol}${' '.repeat(columnOf(text, at))}` };
}

function replaced(
  text: string,
  { key, value }: Pair<ParsedNode, ParsedNode | null>,
  words: string,
  { content }: FrontMatterSpan,
): Edit {
  if (value === null || isEmpty(value)) {
    const at = text.indexOf(':', content.start + key.range[1]) + 1;
    return { start: at, end: at, text: ` ${scalar(words)}` };
  }
  const [start, end] = [content.start + value.range[0], content.start + value.range[1]];
  const quote = /^["'](?=[\w-]*["']$)/u.exec(text.slice(start, end))?.[0] ?? '';
  return { start, end, text: quote !== '' && /^[\w-]*$/u.test(words) ? quote + words + quote : scalar(words) };
}

function addItem(
  list: YAMLSeq<ParsedNode>,
  item: string,
  text: string,
  { content }: FrontMatterSpan,
  eol: string,
): Edit | 'unsafe' {
  const last = list.items.at(-1);
  const [start = 0] = list.range ?? [];
  const at = content.start + (last?.range[1] ?? start + 1);
  if (list.flow === true) return { start: at, end: at, text: last === undefined ? scalar(item) : `, ${scalar(item)}` };
  const dash = content.start + start;
  const end = last === undefined || /[\r\n]/u.test(text.slice(at - 1, at)) ? undefined : lineEnd(text, at);
  return end === undefined
    ? 'unsafe'
    : { start: end, end, text: `${eol}${' '.repeat(columnOf(text, dash))}- ${scalar(item)}` };
}

/** A value as YAML writes it: plain where nothing in it could mean something else. */
function scalar(value: string): string {
  return /^[A-Za-z][\w./-]*$/u.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(value)
    ? value
    : JSON.stringify(value);
}

function pairOf(fields: Fields, name: string): Pair<ParsedNode, ParsedNode | null> | undefined {
  const { isScalar } = yaml();
  const found = fields.items.filter(({ key }) => isScalar(key) && key.value === name);
  // The last of several is what readers of YAML take, if they take any.
  return found.at(-1);
}

function isEmpty({ range }: ParsedNode): boolean {
  return range[0] === range[1];
}

function columnOf(text: string, at: number): number {
  return at - Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) - 1;
}

function lineEnd(text: string, at: number): number {
  const found = text.slice(at).search(/[\r\n]/u);
  return found < 0 ? text.length : at + found;
}

/** Whether a text so edited has front matter that says this. */
function says(text: string, { start, end, text: words }: Edit, wanted: Data): boolean {
  const after = text.slice(0, start) + words + text.slice(end);
  const { span } = scanFrontMatter(after);
  if (span?.kind !== 'yaml' || after.length - span.end !== text.length - (scanFrontMatter(text).span?.end ?? 0))
    return false;
  const { data, broken } = readYaml(after.slice(span.content.start, span.content.end));
  return !broken && inOrderOfNames(data()) === inOrderOfNames(wanted);
}

/** Data for comparison: the order of fields does not count, and one item says what a list of one does. */
function inOrderOfNames(data: Data): string {
  return (
    JSON.stringify(data, (_name, value: Data) => {
      if (Array.isArray(value)) return value.length === 1 ? (value[0] as Data) : value;
      return value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
        : value;
    }) ?? ''
  );
}
