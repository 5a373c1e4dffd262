import type { Library } from '../corpus/library';
import { placeholder } from '../draft/block';
import { Draft } from '../draft/draft';
import type { CoreState, MarkdownIt, Token } from './markdownIt';
import { runOf, verbatim, type Run } from './run';

/**
 * `(IOM, 2022, day 2, fourth conclusion)`: the words stay as they are, the finding is shown on hover; a
 * place that our document does not have is marked.
 */
export function inTextForms(md: MarkdownIt, library: Library): void {
  md.core.ruler.push('idm_findings_in_text', state => {
    const run = runOf(state.env);
    if (run === undefined) return;
    for (const token of state.tokens) {
      if (token.children !== null && /^[^(]*\([^\d]*\d/u.test(token.content)) token.children = withHover(token.children, state, run, library);
    }
  });
}

/** What tokens are to the detector: words, emphasis as it was written (a title may stand in it), and nothing it reads. */
function wordsOf(tokens: readonly Token[]): string[] {
  let depth = 0;
  return tokens.map(token => {
    if (token.type === 'idm_findings_close') depth--;
    const words = depth > 0 ? placeholder.repeat(Math.max(token.content.length, 1)) : wordOf(token);
    if (token.type === 'idm_findings_open') depth++;
    return words;
  });
}

function wordOf({ type, content, markup }: Token): string {
  if (type === 'text') return content.replace(/[\\`<>@$[\]]/gu, placeholder);
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  return /^(?:em|strong)_/u.test(type) ? markup : placeholder;
}

function withHover(children: Token[], { Token: TokenClass }: CoreState, run: Run, library: Library): Token[] {
  const words = wordsOf(children);
  const found = Draft.of(words.join(''), library).citations().filter(({ form, ids, corpus, unknown }) => form === 'inText' && corpus !== undefined && ids.length + unknown.length > 0);
  let result = children;
  let starts = startsOf(words);
  // From the last to the first, so that the offsets before stay.
  for (const { start, end, ids, unknown } of found.toReversed()) {
    const cut = (offset: number): void => {
      const at = starts.findLastIndex(begin => begin < offset);
      const token = result[at];
      const inside = offset - (starts[at] ?? 0);
      if (token === undefined || token.type !== 'text' || inside >= token.content.length) return;
      const [before, after] = [token.content.slice(0, inside), token.content.slice(inside)].map(content => Object.assign(new TokenClass('text', '', 0), { content }));
      result = [...result.slice(0, at), ...(before && after ? [before, after] : []), ...result.slice(at + 1)];
      starts = startsOf(wordsOf(result));
    };
    cut(start);
    cut(end);
    const from = starts.indexOf(start);
    const to = starts.lastIndexOf(end);
    if (from < 0 || to < 0 || !isBalanced(result.slice(from, to))) continue;
    const meta = unknown.length > 0
      ? { className: 'idm-findings-unknown', title: run.words.unknown }
      : { className: 'idm-findings-citation', title: verbatim(library, ids) };
    const open = Object.assign(new TokenClass('idm_findings_open', '', 1), { meta });
    result = [...result.slice(0, from), open, ...result.slice(from, to), new TokenClass('idm_findings_close', '', -1), ...result.slice(to)];
  }
  return result;
}

/** Where each of them begins, and the last ends. */
function startsOf(words: readonly string[]): number[] {
  let at = 0;
  return [0, ...words.map(word => (at += word.length))];
}

/** Whether no element begins in a stretch that does not end in it. */
function isBalanced(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const { nesting } of tokens) {
    depth += nesting;
    if (depth < 0) return false;
  }
  return depth === 0;
}
