// Pandoc citations in the preview.
import type { Run as Piece } from '../citation/inline';
import { entriesOf } from '../citation/cite';
import { inTextSource } from '../citation/inText';
import { namesIn, yearIn } from '../citation/letters';
import { formatPlaces, placeOf } from '../citation/locator';
import { wordingOf } from '../citation/noteText';
import type { Names } from '../citation/titles';
import type { Library } from '../corpus/library';
import type { Citation } from '../draft/citation';
import { Draft } from '../draft/draft';
import { citationKeyAt } from '../draft/zones';
import type { Range } from '../text/ranges';
import type { InlineState, MarkdownIt } from './markdownIt';
import { runOf, verbatim, type Run } from './run';

/** Pandoc citations of ours as formatted text that leads to the list of references. */
export function citations(md: MarkdownIt, library: Library): void {
  md.inline.ruler.before('link', 'idm_findings_citation', (state, silent) => {
    const first = state.src.charAt(state.pos);
    const run = runOf(state.env);
    // Looking for the end of a link's text, markdown-it takes the brackets as they are: they are in pairs.
    if (run === undefined || silent || (first !== '[' && first !== '@')) return false;
    const found = citationsAt(state, run, library);
    const end = found[0]?.group?.end ?? found[0]?.end ?? 0;
    if (found.length === 0 || end > state.posMax) return false;
    const writer = new Writer(state, run, library);
    if (found.some(citation => isUnknown(citation, library))) writer.unknown(end);
    else if (first === '[') writer.bracket(found, end);
    else writer.narrative(found[0] as Citation, end);
    state.pos = end;
    return true;
  });
}

/**
 * The citations that begin at the parser's place: those of one bracket, or a narrative key; in a link's words no key is
 * one.
 */
function citationsAt({ src, pos, linkLevel }: InlineState, run: Run, library: Library): readonly Citation[] {
  let known = run.inline.get(src);
  if (known === undefined) run.inline.set(src, (known = byPlace(src, library)));
  const found = known.get(pos) ?? [];
  return linkLevel > 0 && src.charAt(pos) === '@' ? [] : found;
}

function byPlace(src: string, library: Library): ReadonlyMap<number, readonly Citation[]> {
  const places = new Map<number, Citation[]>();
  if (!src.includes('@')) return places;
  for (const citation of Draft.of(src, library).citations()) {
    if (citation.form !== 'pandoc' && citation.form !== 'narrative') continue;
    const start = citation.group?.start ?? citation.start;
    const same = places.get(start);
    if (same === undefined) places.set(start, [citation]);
    else same.push(citation);
  }
  return places;
}

function isUnknown({ corpus, unknown }: Citation, library: Library): boolean {
  return unknown.length > 0 || corpus === undefined || library.corpus(corpus) === undefined;
}

/**
 * Writes one citation as tokens. What the draft says around it is parsed as the Markdown it is, save
 * HTML, which might end the citation's own element.
 */
class Writer {
  constructor(
    readonly state: InlineState,
    readonly run: Run,
    readonly library: Library,
  ) {}

  unknown(end: number): void {
    const { state, run } = this;
    const text = state.src.slice(state.pos, end);
    state.push('idm_findings_open', '', 1).meta = { className: 'idm-findings-unknown', title: run.words.unknown, text };
    state.push('idm_findings_close', '', -1);
  }

  /** `[see @idm2022-1, day 2, conclusions 4 and 6; @other]` */
  bracket(found: readonly Citation[], end: number): void {
    this.#element(found, () => {
      this.#text('(');
      const close = this.#trimmed(end - 1);
      let at = this.state.pos + 1;
      for (const citation of found) {
        const { start: from, end: to } = this.#key(citation, at);
        this.#markdown(at, citation.suppressed === true ? from - 1 : from);
        this.#pieces(this.#source(citation));
        at = citation.group?.count === 1 ? close : citation.end;
        const next = found[found.indexOf(citation) + 1];
        if (next !== undefined && next.start < at) at = this.#key(next, to).start - (next.suppressed === true ? 1 : 0);
        this.#trail(citation, to, at);
      }
      this.#markdown(at, close);
      this.#text(')');
    });
  }

  /** `@idm2022-1 [day 2, conclusion 4]`, `@idm2022-1` alone, and with its place after a comma. */
  narrative(citation: Citation, end: number): void {
    const { state, run } = this;
    const names = this.#names(citation);
    const { end: to } = this.#key(citation, state.pos);
    if (citation.suppressed === true && state.pending.endsWith('-')) state.pending = state.pending.slice(0, -1);
    this.#element([citation], () => {
      const name = run.style === 'un' || run.style === 'iom' ? names.short : names.organization;
      this.#text(`${citation.suppressed === true ? '' : `${name} `}(${yearIn(names, run.style)}`);
      if (citation.group === undefined) {
        this.#text(')');
        this.#markdown(to, end);
        return;
      }
      this.#trail(citation, state.src.indexOf('[', to) + 1, this.#trimmed(end - 1));
      this.#text(')');
    });
  }

  /**
   * An element that shows the findings' words on hover, and leads to the references where it is in no link and has
   * none.
   */
  #element(found: readonly Citation[], write: () => void): void {
    const { state, run, library } = this;
    const corpora = found.flatMap(({ corpus }) => corpus ?? []);
    for (const corpus of corpora) run.cited.add(corpus);
    const title = verbatim(
      library,
      found.flatMap(({ ids }) => ids),
    );
    state.push('idm_findings_open', '', 1).meta = { className: 'idm-findings-citation', title };
    const open = state.push('link_open', 'a', 1);
    open.attrs = [
      ['href', `#idm-source-${corpora[0] ?? ''}`],
      ['role', 'doc-biblioref'],
    ];
    const inner = state.tokens.length;
    state.linkLevel++;
    write();
    state.linkLevel--;
    const close = state.push('link_close', 'a', -1);
    const hasLinks = state.tokens
      .slice(inner, -1)
      .some(({ type }) => type === 'link_open' || type === 'footnote_ref' || type === 'idm_findings_mark');
    open.hidden = close.hidden = state.linkLevel > 0 || hasLinks;
    state.push('idm_findings_close', '', -1);
  }

  #trimmed(end: number): number {
    return this.state.src.slice(0, end).trimEnd().length;
  }

  /** Where the key itself stands, from its `@`. */
  #key({ key = '' }: Citation, from: number): Range {
    const { src } = this.state;
    for (let start = src.indexOf('@', from); start >= 0; start = src.indexOf('@', start + 1)) {
      const found = citationKeyAt(src, start);
      if (found === `@${key}` || found === `@{${key}}`) return { start, end: start + found.length };
    }
    return { start: from, end: from };
  }

  #source(citation: Citation): readonly (string | Piece)[] {
    const names = this.#names(citation);
    return citation.suppressed === true
      ? [yearIn(names, this.run.style)]
      : inTextSource(names, this.run.style, this.run.wishes);
  }

  #names({ corpus: id = '' }: Citation): Names {
    const corpus = this.library.corpus(id);
    if (corpus === undefined) throw new Error(`No corpus ${id}`);
    return namesIn(this.library, corpus, this.run.language);
  }

  /**
   * The place as the style words it (as the draft does, where it is none we count), and what the draft says after it.
   */
  #trail({ ids, locator = '' }: Citation, from: number, to: number): void {
    const { state, run, library } = this;
    const words =
      ids.length > 0 ? formatPlaces(entriesOf(library, ids).map(placeOf), run.language, wordingOf(run.style)) : locator;
    if (words !== '') this.#text(`, ${words}`);
    const said = state.src.slice(from, to);
    const rest = lengthOf(said, locator);
    if (/^[^\s,.;:)]/u.test(said.slice(rest))) this.#text(', ');
    this.#markdown(from + rest, to);
  }

  #pieces(pieces: readonly (string | Piece)[]): void {
    for (const piece of pieces) {
      const { text, as } = typeof piece === 'string' ? { text: piece } : piece;
      if (as === 'italic') this.state.push('em_open', 'em', 1);
      this.#text(text);
      if (as === 'italic') this.state.push('em_close', 'em', -1);
    }
  }

  #text(text: string): void {
    this.state.pending += text;
  }

  #markdown(from: number, to: number): void {
    const { state } = this;
    if (from >= to) return;
    const { pos, posMax, md } = state;
    const { html } = md.options;
    Object.assign(state, { pos: from, posMax: to });
    md.options.html = false;
    try {
      md.inline.tokenize(state);
    } finally {
      md.options.html = html;
      Object.assign(state, { pos, posMax });
    }
  }
}

/** How much of a text its locator takes, with the comma and braces around it: blanks count for nothing. */
function lengthOf(text: string, locator: string): number {
  if (locator === '') return 0;
  let at = /^\s*(?:[,:]\s*)?\{?/u.exec(text)?.[0].length ?? 0;
  for (let left = locator.replace(/\s/gu, '').length; left > 0 && at < text.length; at++)
    if (/\S/u.test(text.charAt(at))) left--;
  return /^\s*\}/u.test(text.slice(at)) ? at + text.slice(at).indexOf('}') + 1 : at;
}
