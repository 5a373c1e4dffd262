/**
 * The part of markdown-it that the plugin uses, as majors 14 and 15 share it. The extension gets its
 * markdown-it from VS Code at run time, so this is a port and not a dependency.
 */

export interface Token {
  readonly type: string;
  readonly nesting: -1 | 0 | 1;
  /** How deep it stands in others. */
  readonly level: number;
  /** As it was written: "*". */
  readonly markup: string;
  attrs: [string, string][] | null;
  /** Not rendered. */
  hidden: boolean;
  content: string;
  children: Token[] | null;
  map: [number, number] | null;
  meta: unknown;
  block: boolean;
}

type TokenClass = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

export interface CoreState {
  readonly src: string;
  readonly env: Record<string, unknown>;
  readonly md: MarkdownIt;
  readonly Token: TokenClass;
  tokens: Token[];
}

export interface BlockState {
  readonly src: string;
  readonly env: Record<string, unknown>;
  readonly md: MarkdownIt;
  readonly tokens: readonly Token[];
  /** Columns that the containers around take, and those around the list whose item is read: -1 in none. */
  blkIndent: number;
  listIndent: number;
  /**
   * Where each line begins and ends, the characters and columns before its words, and the columns that quotations took.
   */
  readonly bMarks: number[];
  readonly eMarks: readonly number[];
  readonly tShift: number[];
  readonly sCount: number[];
  readonly bsCount: readonly number[];
  readonly level: number;
  /** Whether no empty line parted what was read of an item. */
  tight: boolean;
  push(type: string, tag: string, nesting: -1 | 0 | 1): Token;
  line: number;
  parentType: string;
  getLines(begin: number, end: number, indent: number, keepLastLineBreak: boolean): string;
  isEmpty(line: number): boolean;
}

export interface InlineState {
  readonly src: string;
  readonly env: Record<string, unknown>;
  readonly md: MarkdownIt;
  pos: number;
  posMax: number;
  /** Words read that are no token yet. */
  pending: string;
  readonly tokens: readonly Token[];
  /** More than 0 inside the words of a link. */
  linkLevel: number;
  push(type: string, tag: string, nesting: -1 | 0 | 1): Token;
}

export type BlockRule = (state: BlockState, startLine: number, endLine: number, silent: boolean) => boolean;
export type InlineRule = (state: InlineState, silent: boolean) => boolean;
export type RenderRule = (tokens: readonly Token[], at: number) => string;

interface Ruler<Rule> {
  before(name: string, own: string, rule: Rule, options?: { readonly alt: string[] }): void;
  after(name: string, own: string, rule: Rule): void;
  push(own: string, rule: Rule): void;
  getRules(chain: string): readonly Rule[];
}

export interface MarkdownIt {
  readonly options: { html?: boolean | undefined };
  readonly core: { readonly ruler: Ruler<(state: CoreState) => void> };
  readonly block: {
    readonly ruler: Ruler<BlockRule>;
    parse(src: string, md: MarkdownIt, env: Record<string, unknown>, tokens: Token[]): void;
    /** Reads lines into the state's tokens. */
    tokenize(state: BlockState, startLine: number, endLine: number, silent?: boolean): void;
  };
  readonly inline: {
    readonly ruler: Ruler<InlineRule>;
    /** Reads from the state's place to its end into the state's tokens. */
    tokenize(state: InlineState): void;
    parse(src: string, md: MarkdownIt, env: Record<string, unknown>, tokens: Token[]): void;
  };
  readonly renderer: { readonly rules: Record<string, RenderRule | undefined> };
}
