// Front matter: recognized and read.
import { lineAt } from '../draft/lines';
import { lazy } from '../lazy';
import { linesIn } from '../text/lineIndex';
import type { Range } from '../text/ranges';
import type { ParsedNode } from 'yaml';

/**
 * YAML between `---` lines, TOML between `+++` lines, JSON between braces, or pandoc's title block: lines that begin
 * with `%`.
 */
type FrontMatterKind = 'yaml' | 'toml' | 'json' | 'titleBlock';

/** Front matter at the beginning of a text, in UTF-16 units. */
export interface FrontMatterSpan {
  readonly kind: FrontMatterKind;
  /** What stands between the marks, whole lines; all lines of a title block. */
  readonly content: Range;
  /** After the line that closes it. */
  readonly end: number;
}

/** Front matter that is not closed within so many characters is none: an unclosed mark costs no more than this. */
const frontMatterLimit = 32768;
/** A field longer than this is not read: no value that we look for is, and YAML nested deep takes long. */
const longestField = 1000;

const marks = [
  // A blank line after the opening mark makes it a rule, as pandoc reads it.
  { kind: 'yaml', opens: /^\uFEFF?---[ \t]{0,100}$/u, closes: /^(?:---|\.\.\.)[ \t]{0,100}$/u, blankFirst: false },
  { kind: 'toml', opens: /^\uFEFF?\+\+\+[ \t]{0,100}$/u, closes: /^\+\+\+[ \t]{0,100}$/u, blankFirst: true },
  { kind: 'json', opens: /^\uFEFF?\{[ \t]{0,100}$/u, closes: /^\}[ \t]{0,100}$/u, blankFirst: true },
] as const;

/** The YAML library, loaded when a value is first read. */
export const yaml = lazy(() => require('yaml'));

/** The front matter of a text, if it has any, and how far the text was read to tell. */
export function scanFrontMatter(text: string): { readonly span?: FrontMatterSpan; readonly looked: number } {
  let line = lineAt(text, 0);
  const opening = text.slice(0, line.end);
  if (/^\uFEFF?%(?:[ \t]|$)/u.test(opening)) return scanTitleBlock(text);
  const mark = marks.find(({ opens }) => opens.test(opening));
  if (mark === undefined) return { looked: line.next };
  const start = line.next;
  while (line.next < text.length && line.next < frontMatterLimit) {
    line = lineAt(text, line.next);
    const words = text.slice(line.start, line.end);
    if (line.start === start && !mark.blankFirst && words.trim() === '') break;
    if (mark.closes.test(words)) {
      return { span: { kind: mark.kind, content: { start, end: line.start }, end: line.next }, looked: line.next };
    }
  }
  return { looked: line.next };
}

/** Title, authors and date: at most three lines that begin with `%`, each with the indented lines below it. */
function scanTitleBlock(text: string): { readonly span?: FrontMatterSpan; readonly looked: number } {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  let end = start;
  let fields = 0;
  for (;;) {
    const line = lineAt(text, end);
    const words = text.slice(line.start, line.end);
    if (words.startsWith('%') && fields < 3) fields++;
    else if (end === start || !/^[ \t]+\S/u.test(words))
      return { span: { kind: 'titleBlock', content: { start, end }, end }, looked: line.next };
    end = line.next;
    if (end > frontMatterLimit) return { looked: end };
    if (end === text.length) return { span: { kind: 'titleBlock', content: { start, end }, end }, looked: end };
  }
}

/** A value in front matter, with its place in the draft. */
export type FrontMatterValue = Range &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'list'; readonly items: readonly FrontMatterValue[] }
    | { readonly kind: 'fields'; readonly fields: readonly FrontMatterField[] }
  );

export interface FrontMatterField {
  readonly name: string;
  /** Where its name stands, quotation marks included. */
  readonly key: Range;
  /** None where nothing stands after the colon, or what we do not follow (`*alias`). */
  readonly value?: FrontMatterValue | undefined;
}

/** The front matter of a draft. It stands at the beginning, so that its offsets are the draft's. */
export class FrontMatter {
  #places: ReadonlyMap<string, Range> | undefined;
  readonly #known = new Map<string, FrontMatterField | undefined>();

  /** @param text of the draft, up to the end of the front matter at least */
  constructor(
    readonly text: string,
    readonly span: FrontMatterSpan,
  ) {}

  /** The front matter at the beginning of a text. */
  static of(text: string): FrontMatter | undefined {
    const { span } = scanFrontMatter(text);
    return span && new FrontMatter(text.slice(0, span.end), span);
  }

  get kind(): FrontMatterKind {
    return this.span.kind;
  }

  /**
   * A field at the top level; undefined where there is none, where it is longer than any we look for, and in TOML, JSON
   * and title blocks. Each field is read by itself, so that one half written does not hide the others.
   */
  field(name: string): FrontMatterField | undefined {
    if (!this.#known.has(name)) this.#known.set(name, this.kind === 'yaml' ? this.#read(name) : undefined);
    return this.#known.get(name);
  }

  /** The words of a field whose value is no list and has no fields of its own. */
  textOf(name: string): string | undefined {
    const value = this.field(name)?.value;
    return value?.kind === 'text' ? value.text : undefined;
  }

  /** The draft's title, however the front matter is written; undefined where it names none. */
  get title(): string | undefined {
    const { start, end } = this.span.content;
    const content = this.text.slice(start, end);
    switch (this.kind) {
      case 'yaml':
        return this.textOf('title');
      case 'toml':
        return tomlTitle(content);
      case 'json':
        return jsonTitle(`{${content}}`);
      case 'titleBlock':
        return blockTitle(content);
    }
  }

  /** Who it says has written the draft: persons and bodies, by name; in YAML and title blocks. */
  get authors(): readonly string[] {
    if (this.kind === 'titleBlock')
      return blockAuthors(this.text.slice(this.span.content.start, this.span.content.end));
    return authorFields.flatMap(name => {
      const value = this.field(name)?.value;
      return value ? namesIn(value) : [];
    });
  }

  /** The language it names (`lang: fr-FR`), as it stands there. */
  get language(): string | undefined {
    const named = this.textOf('lang') ?? this.textOf('language');
    return named !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/u.test(named) ? named : undefined;
  }

  #read(name: string): FrontMatterField | undefined {
    this.#places ??= new Map([...this.#fieldLines()].toReversed().map(place => [place.name, place]));
    // All in braces, over however many lines.
    const { content } = this.span;
    const place = this.#places.get(name) ?? (this.text[content.start] === '{' ? content : undefined);
    if (place === undefined || place.end - place.start > longestField) return undefined;
    const { contents } = readYaml(this.text.slice(place.start, place.end));
    const value = contents && valueOf(contents, place.start);
    return value?.kind === 'fields' ? value.fields.find(field => field.name === name) : undefined;
  }

  /**
   * The lines of each field: its own and those below that are indented further or are items of its list, up to the last
   * with words. Of two with one name, the first.
   */
  *#fieldLines(): Generator<{ readonly name: string } & Range> {
    const {
      text,
      span: { content },
    } = this;
    let indent: number | undefined;
    let open: { name: string; start: number; end: number } | undefined;
    for (let line = lineAt(text, content.start); line.start < content.end; line = lineAt(text, line.next)) {
      const words = text.slice(line.start, line.end).trimEnd();
      const own = /[^ ]/u.exec(words)?.index;
      if (own === undefined || words[own] === '#') continue;
      indent ??= own;
      if (own > indent || /^ *-(?: |$)/u.test(words)) {
        if (open) open.end = line.next;
        continue;
      }
      if (open) yield open;
      const name = fieldName(words.slice(own));
      open = name === undefined ? undefined : { name, start: line.start, end: line.next };
    }
    if (open) yield open;
  }
}

/** The title on a line of TOML of its own: `title = "A title"`. */
function tomlTitle(content: string): string | undefined {
  const line = linesIn(content).find(each => /^\s{0,20}title\s{0,20}=/u.test(each)) ?? '';
  const [, double, single] =
    /^\s{0,20}(?:"([^"]{0,500})"|'([^']{0,500})')/u.exec(line.slice(line.indexOf('=') + 1)) ?? [];
  return double ?? single;
}

function jsonTitle(content: string): string | undefined {
  const data = attempt(() => JSON.parse(content) as { readonly title?: unknown });
  return typeof data?.title === 'string' ? data.title : undefined;
}

/** The title of a title block: its first field, with the indented lines that go on with it. */
function blockTitle(content: string): string | undefined {
  const [first = '', ...rest] = linesIn(content);
  const next = rest.findIndex(line => line.startsWith('%'));
  const more = next < 0 ? rest : rest.slice(0, next);
  const words = [first.slice(1), ...more].map(line => line.trim()).filter(Boolean);
  return words.length === 0 ? undefined : words.join(' ');
}

/** The authors of a title block: its second field, one on each line, or parted by semicolons. */
function blockAuthors(content: string): string[] {
  const lines = linesIn(content);
  const from = lines.findIndex((line, at) => at > 0 && line.startsWith('%'));
  if (from < 0) return [];
  const next = lines.findIndex((line, at) => at > from && line.startsWith('%'));
  return lines
    .slice(from, next < 0 ? undefined : next)
    .flatMap(line => line.replace(/^%/u, '').split(';'))
    .map(name => name.trim())
    .filter(Boolean);
}

/** The fields that name who has written a draft, or brings it in. */
const authorFields = ['author', 'authors', 'institute', 'organization', 'organisation', 'sponsors', 'delegation'];

/** The names in a field of authors: a text, a list of them, or `{ name: … }`. */
function namesIn(value: FrontMatterValue): string[] {
  switch (value.kind) {
    case 'text':
      return [value.text];
    case 'list':
      return value.items.flatMap(namesIn);
    case 'fields':
      return value.fields.flatMap(({ name, value: own }) =>
        own?.kind === 'text' && /^(?:name|literal|affiliation|institute)$/u.test(name) ? [own.text] : [],
      );
  }
}

/** The name on the line of a field: `name:`, `"name" :`. */
function fieldName(words: string): string | undefined {
  const [, , quoted, plain] = /^(?:(["'])([^"']{1,100})\1|([\w-]{1,100}))[ \t]{0,9}:(?: |$)/u.exec(words) ?? [];
  return quoted ?? plain;
}

/** What the YAML library makes of a text. */
interface Yaml {
  readonly contents?: ParsedNode | null;
  /** Whether it is not right as it stands. */
  readonly broken: boolean;
  /** What it says; undefined where its aliases would make far too much of it. */
  data(): Record<string, unknown> | undefined;
}

/** Reads YAML. One that is nested too deep has no contents. */
export function readYaml(text: string): Yaml {
  try {
    // Comparing every key with every other takes long where there are thousands.
    const document = yaml().parseDocument(text, {
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
      schema: 'failsafe',
    });
    return {
      contents: document.contents,
      broken: document.errors.length > 0,
      data: () => attempt(() => document.toJS() as Record<string, unknown>),
    };
  } catch {
    return { broken: true, data: () => undefined };
  }
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/**
 * @param base where the text that was read stands in the draft
 * @param depth how deep a value may be nested
 */
function valueOf(node: ParsedNode, base: number, depth = 8): FrontMatterValue | undefined {
  if (depth === 0) return undefined;
  const { isMap, isScalar, isSeq } = yaml();
  const [start, end] = node.range;
  const place = { start: start + base, end: end + base };
  if (isScalar(node)) return start === end ? undefined : { kind: 'text', text: String(node.value), ...place };
  if (isSeq<ParsedNode>(node))
    return { kind: 'list', items: node.items.flatMap(item => valueOf(item, base, depth - 1) ?? []), ...place };
  if (!isMap<ParsedNode, ParsedNode | null>(node)) return undefined;
  const fields = node.items.flatMap(({ key, value }): FrontMatterField[] => {
    const name = valueOf(key, base, 1);
    return name?.kind === 'text'
      ? [
          {
            name: name.text,
            key: { start: name.start, end: name.end },
            value: value === null ? undefined : valueOf(value, base, depth - 1),
          },
        ]
      : [];
  });
  return { kind: 'fields', fields, ...place };
}
