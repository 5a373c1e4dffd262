// In-text citations in the preview.
import type { Library } from '../corpus/library';
import { placeholder } from '../draft/block';
import { Draft } from '../draft/draft';
import { firstFrom } from '../text/sorted';
import type { CoreState, MarkdownIt, Token } from './markdownIt';
import { runOf, verbatim, type Run } from './run';
import { append } from '../longLists';

/**
 * `(IOM, 2022, day 2, fourth conclusion)`: the words stay as they are, the finding is shown on hover; a
 * place that our document does not have is marked.
 */
export function inTextForms(md: MarkdownIt, library: Library): void {
  md.core.ruler.push('idm_findings_in_text', state => {
    const run = runOf(state.env);
    if (run === undefined) return;
    for (const token of state.tokens) {
      // Most paragraphs have no parenthesis: looking for one costs next to nothing.
      if (token.children !== null && token.content.includes('(') && /^[^(]*\([^\d]*\d/u.test(token.content))
        token.children = withHover(token.children, state, run, library);
    }
  });
}

/**
 * What tokens are to the detector: words, emphasis as it was written (a title may stand in it), and nothing it reads.
 */
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
  const found = Draft.of(words.join(''), library)
    .citations()
    .filter(
      ({ form, ids, corpus, unknown }) => form === 'inText' && corpus !== undefined && ids.length + unknown.length > 0,
    );
  const { tokens, starts } = cutAt(
    children,
    words,
    found.flatMap(({ start, end }) => [start, end]),
    TokenClass,
  );
  const result: Token[] = [];
  let done = 0;
  for (const { start, end, ids, unknown } of found) {
    // Nothing is as long as nothing: an offset is where the first token after it begins, and where the last before it
    // ends.
    const from = firstFrom(starts, start, at => at);
    const to = firstFrom(starts, end + 1, at => at) - 1;
    if (from < done || starts[from] !== start || starts[to] !== end || to < from || !isBalanced(tokens.slice(from, to)))
      continue;
    const meta =
      unknown.length > 0
        ? { className: 'idm-findings-unknown', title: run.words.unknown }
        : { className: 'idm-findings-citation', title: verbatim(library, ids) };
    const open = Object.assign(new TokenClass('idm_findings_open', '', 1), { meta });
    append(result, tokens.slice(done, from));
    result.push(open);
    append(result, tokens.slice(from, to));
    result.push(new TokenClass('idm_findings_close', '', -1));
    done = to;
  }
  return [...result, ...tokens.slice(done)];
}

/** The tokens, those of text cut in two at offsets within them, and where each begins, with the end of the last. */
function cutAt(
  children: readonly Token[],
  words: readonly string[],
  offsets: readonly number[],
  TokenClass: CoreState['Token'],
): { readonly tokens: readonly Token[]; readonly starts: readonly number[] } {
  const cuts = [...new Set(offsets)].sort((a, b) => a - b);
  const tokens: Token[] = [];
  const starts: number[] = [];
  let at = 0;
  let next = 0;
  children.forEach((token, index) => {
    const end = at + (words[index]?.length ?? 0);
    while ((cuts[next] ?? Infinity) <= at) next++;
    if (token.type !== 'text' || (cuts[next] ?? Infinity) >= end) {
      tokens.push(token);
      starts.push(at);
    } else {
      for (let from = at; from < end;) {
        const to = Math.min(cuts[next] ?? end, end);
        tokens.push(Object.assign(new TokenClass('text', '', 0), { content: token.content.slice(from - at, to - at) }));
        starts.push(from);
        from = to;
        if (to < end) next++;
      }
    }
    at = end;
  });
  return { tokens, starts: [...starts, at] };
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
