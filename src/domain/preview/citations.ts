import { bibliography } from '../citation/bibliography';
import { entriesOf } from '../citation/cite';
import { escapeHtml, runs, toHtml } from '../citation/inline';
import { inTextSource } from '../citation/inText';
import { formatPlaces, placeOf } from '../citation/locator';
import { wordingOf } from '../citation/notes';
import { namesOf } from '../citation/titles';
import type { Library } from '../corpus/library';
import type { Citation } from '../draft/citation';
import { Draft } from '../draft/draft';
import type { CoreState, InlineRule, InlineState, MarkdownIt, RenderRule, Token } from './markdownIt';
import { runOf, verbatim, type Run } from './run';

/** Citations in the text as formatted text, and the list of references that pandoc's need. */
export function citations(md: MarkdownIt, library: Library): void {
  md.inline.ruler.before('link', 'idm_findings_citation', bracketRule(library));
  md.inline.ruler.before('link', 'idm_findings_narrative', narrativeRule(library));
  md.core.ruler.after('inline', 'idm_findings_references', state => references(state, library));
  md.core.ruler.push('idm_findings_in_text', state => inTextForms(state, library));
  md.renderer.rules['idm_findings_html'] = renderHtml;
}

const renderHtml: RenderRule = (tokens, at) => tokens[at]?.meta as string;

/** `[see @idm2022-1, day 2, conclusions 4 and 6; @other]` */
function bracketRule(library: Library): InlineRule {
  return (state, silent) => rendered(state, silent, '[', /\[[^[\]]{2,1000}\](?!\()/uy, (whole, run) => {
    if (!whole.includes('@')) return undefined;
    const found = Draft.of(whole, library).citations().filter(({ form }) => form === 'pandoc');
    if (found.length === 0) return undefined;
    if (found.some(citation => isUnknown(citation, library))) return unknownHtml(whole, run);
    let html = '';
    let at = 1;
    for (const citation of found) {
      const alone = citation.group?.count === 1;
      html += escapeHtml(whole.slice(at, alone ? 1 : citation.start)) + formatted(citation, run, library);
      at = alone ? whole.length - 1 : citation.end;
    }
    return element(`(${html}${escapeHtml(whole.slice(at, -1))})`, found, library);
  });
}

const narrative = /@(?:\{[^{}\s]+\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-]+(?=[\p{L}\p{N}_]))*)(?:[ \t]*\n?[ \t]*\[[^[\]@]{1,500}\](?!\())?/uy;

/** `@idm2022-1 [day 2, conclusion 4]`, and `@idm2022-1` alone. */
function narrativeRule(library: Library): InlineRule {
  return (state, silent) => {
    if (state.linkLevel > 0 || /[\p{L}\p{N}_]/u.test(state.src.charAt(state.pos - 1))) return false;
    return rendered(state, silent, '@', narrative, (whole, run) => {
      const [citation] = Draft.of(whole, library).citations();
      if (citation?.form !== 'narrative') return undefined;
      const document = library.corpus(citation.corpus ?? '')?.document;
      if (document === undefined || isUnknown(citation, library)) return unknownHtml(whole, run);
      const names = namesOf(document, run.language);
      const name = run.style === 'un' || run.style === 'iom' ? names.short : names.organization;
      const inside = [String(names.year), ...placeWords(citation, run, library), ...(citation.suffix ?? [])].join(', ');
      return element(`${escapeHtml(name)} (${escapeHtml(inside)})`, [citation], library);
    });
  };
}

/** A citation's HTML, and the corpora it needs in the list of references. */
interface Formatted {
  readonly html: string;
  readonly corpora: readonly string[];
}

function isUnknown({ corpus, unknown }: Citation, library: Library): boolean {
  return unknown.length > 0 || corpus === undefined || library.corpus(corpus) === undefined;
}

/** Replaces what the pattern finds at the parser's place, where `html` makes something of it. */
function rendered(
  state: InlineState,
  silent: boolean,
  first: string,
  pattern: RegExp,
  html: (whole: string, run: Run) => Formatted | undefined,
): boolean {
  const run = runOf(state.env);
  if (run === undefined || state.src.charAt(state.pos) !== first) return false;
  pattern.lastIndex = state.pos;
  const whole = pattern.exec(state.src)?.[0];
  if (whole === undefined || state.pos + whole.length > state.posMax) return false;
  const made = html(whole, run);
  if (made === undefined) return false;
  if (!silent) {
    state.push('idm_findings_html', '', 0).meta = made.html;
    for (const corpus of made.corpora) run.cited.add(corpus);
  }
  state.pos += whole.length;
  return true;
}

/** One citation of a bracket, with the words the draft has around it. */
function formatted(citation: Citation, run: Run, library: Library): string {
  const document = library.corpus(citation.corpus ?? '')?.document;
  if (document === undefined) return '';
  const names = namesOf(document, run.language);
  const source = citation.suppressed === true ? [String(names.year)] : inTextSource(names, run.style);
  const places = placeWords(citation, run, library).map(words => `, ${words}`);
  const prefix = citation.prefix === undefined ? '' : `${citation.prefix} `;
  const suffix = citation.suffix === undefined ? '' : `, ${citation.suffix}`;
  return toHtml(runs(prefix, ...source, ...places, suffix));
}

/** The places as the style words them; as the draft does, where they are none we count ("day 2"). */
function placeWords({ ids, locator }: Citation, run: Run, library: Library): string[] {
  if (ids.length === 0) return locator === undefined ? [] : [locator];
  return [formatPlaces(entriesOf(library, ids).map(placeOf), run.language, wordingOf(run.style))];
}

function element(html: string, found: readonly Citation[], library: Library): Formatted {
  const title = verbatim(library, found.flatMap(({ ids }) => ids));
  const corpora = found.flatMap(({ corpus }) => corpus ?? []);
  const attributes = title === '' ? '' : ` title="${escapeHtml(title)}"`;
  const href = `#idm-source-${escapeHtml(corpora[0] ?? '')}`;
  return { html: `<span class="idm-findings-citation"${attributes}><a href="${href}" role="doc-biblioref">${html}</a></span>`, corpora };
}

function unknownHtml(whole: string, run: Run): Formatted {
  const html = `<span class="idm-findings-unknown" title="${escapeHtml(run.words.unknown)}">${escapeHtml(whole)}</span>`;
  return { html, corpora: [] };
}

const headings = { en: 'References', fr: 'Références', es: 'Referencias' };

function references(state: CoreState, library: Library): void {
  const run = runOf(state.env);
  if (run === undefined || run.cited.size === 0) return;
  const cited = [...run.cited].map(corpus => ({ ids: [], corpus }));
  const items = bibliography(library, cited, run.style, run.language)
    .map(entry => `<li id="idm-source-${escapeHtml(entry.corpus)}">${toHtml(entry.runs)}</li>\n`);
  const token = new state.Token('idm_findings_html', '', 0);
  token.meta = `<section class="idm-findings-references" role="doc-bibliography">\n<h2>${headings[run.language]}</h2>\n<ul>\n${items.join('')}</ul>\n</section>\n`;
  token.block = true;
  state.tokens.push(token);
}

/** `(IOM, 2022, day 2, fourth conclusion)`: the words stay, the finding is shown on hover. */
function inTextForms(state: CoreState, library: Library): void {
  if (runOf(state.env) === undefined) return;
  for (const token of state.tokens) {
    if (token.children === null || !/\(.*\d/su.test(token.content)) continue;
    token.children = token.children.flatMap(child => (child.type === 'text' ? withHover(child, state, library) : [child]));
  }
}

function withHover(token: Token, { Token: TokenClass }: CoreState, library: Library): Token[] {
  const { content } = token;
  if (!content.includes('(')) return [token];
  const found = Draft.of(content, library).citations().filter(({ form, ids }) => form === 'inText' && ids.length > 0);
  if (found.length === 0) return [token];
  const pieces: Token[] = [];
  const add = (type: string, nesting: -1 | 0 | 1, text: string, meta: unknown = null): void => {
    const piece = new TokenClass(type, '', nesting);
    piece.content = text;
    piece.meta = meta;
    pieces.push(piece);
  };
  let at = 0;
  for (const { start, end, ids } of found) {
    if (start < at) continue;
    add('text', 0, content.slice(at, start));
    add('idm_findings_open', 1, '', { className: 'idm-findings-citation', title: verbatim(library, ids) });
    add('text', 0, content.slice(start, end));
    add('idm_findings_close', -1, '');
    at = end;
  }
  add('text', 0, content.slice(at));
  return pieces;
}
