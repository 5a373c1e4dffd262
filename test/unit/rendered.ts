/**
 * What a reader sees of a draft when our citations are taken out: two drafts that differ in those only have it in
 * common.
 */
import MarkdownIt from 'markdown-it-15';
import footnotes from 'markdown-it-footnote';

const md = new MarkdownIt({ html: true, linkify: false }).use(footnotes as never);
const label = (tokens: { readonly meta: unknown }[], at: number): string =>
  (tokens[at]?.meta as { label?: string } | null)?.label ?? '';
md.renderer.rules['footnote_ref'] = (tokens, at) => `\uE001${label(tokens, at)}\uE002`;
md.renderer.rules['footnote_anchor'] = () => '';
md.renderer.rules['footnote_block_open'] = () => '';
md.renderer.rules['footnote_block_close'] = () => '';
md.renderer.rules['footnote_open'] = (tokens, at) => `\uE003${label(tokens, at)}\uE004`;
md.renderer.rules['footnote_close'] = () => '\uE005';

const names =
  '(?:IOM|OIM|International Organization for Migration|Organisation internationale pour les migrations|Organización Internacional para las Migraciones)';
const ours = new RegExp(
  [
    String.raw`\uE001idm2022[^\uE002]*\uE002`,
    String.raw`\[\^idm2022[^\]\s]*\]`,
    String.raw`\[@idm2022-1(?:, (?:day|jour|d[ií]a|intro|clos|párr|para)[^()[\]<>]{0,200})?\]`,
    // In the text, in any style: the year is there, once more in parentheses, or the short title.
    String.raw`\(${names},? [^()]{0,300}?(?:\([^()]*\)[^()]*)?\)`,
  ].join('|'),
  'giu',
);

/**
 * The HTML of a draft without our citations, our notes and the comments that hold their places; without blanks, since a
 * citation has one more or less beside it.
 */
export function withoutOurs(markdown: string): string {
  return md
    .render(markdown)
    .replace(/\uE003idm2022[^\uE005]*\uE005|<!-- idm-findings-note [^>]*-->/gu, '')
    .replace(ours, found =>
      found.startsWith('(') && !/2022|Implementation in Practice|Mise en œuvre concrète|en la práctica/u.test(found)
        ? found
        : '',
    )
    .replace(/\s+/gu, '');
}
