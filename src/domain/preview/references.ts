// The list of references in the preview.
import { bibliography } from '../citation/bibliography';
import { escapeHtml, toHtml } from '../citation/inline';
import type { Library } from '../corpus/library';
import type { CoreState, MarkdownIt, RenderRule } from './markdownIt';
import { runOf } from './run';

const headings = { en: 'References', fr: 'Références', es: 'Referencias' };

/** The list of references that pandoc citations need, at the end. */
export function references(md: MarkdownIt, library: Library): void {
  md.core.ruler.after('inline', 'idm_findings_references', state => addReferences(state, library));
  md.renderer.rules['idm_findings_html'] = renderHtml;
}

const renderHtml: RenderRule = (tokens, at) => tokens[at]?.meta as string;

function addReferences(state: CoreState, library: Library): void {
  const run = runOf(state.env);
  if (run === undefined || run.cited.size === 0) return;
  const cited = [...run.cited].map(corpus => ({ ids: [], corpus }));
  const items = bibliography(library, cited, run.style, run.language, run.wishes).map(
    entry => `<li id="idm-source-${escapeHtml(entry.corpus)}">${toHtml(entry.runs)}</li>\n`,
  );
  const token = new state.Token('idm_findings_html', '', 0);
  token.meta = `<section class="idm-findings-references" role="doc-bibliography">\n<h2>${headings[run.language]}</h2>\n<ul>\n${items.join('')}</ul>\n</section>\n`;
  token.block = true;
  state.tokens.push(token);
}
