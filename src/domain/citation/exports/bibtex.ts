import type { Corpus } from '../../corpus/types';
import { namesOf } from '../titles';

/**
 * BibTeX for biblatex: a corporate author and titles in braces of their own (so that neither name
 * parsing nor case changing touches them), TeX's characters escaped, dates as ISO 8601 ranges.
 */
export function bibtex(corpora: readonly Corpus[]): string {
  return corpora.map(entry).join('\n');
}

function entry({ id, document }: Corpus): string {
  const names = namesOf(document, 'en');
  const { start, end } = document.dates;
  const fields: readonly (readonly [string, string])[] = [
    ['author', `{${tex(names.organization)}}`],
    ['title', `{${tex(names.full)}}`],
    ['shorttitle', `{${tex(names.brief)}}`],
    ['institution', `{${tex(names.organization)}}`],
    ['location', tex(names.place)],
    ['date', String(names.year)],
    ['eventtitle', `{${tex(names.series)}}`],
    ['eventdate', start === end ? start : `${start}/${end}`],
    ['venue', tex(names.venue)],
    ['url', verbatim(names.url)],
    ['langid', 'english'],
  ];
  const lines = fields.map(([name, value]) => `  ${name.padEnd(11)} = {${value}},`);
  return `@report{${id},\n${lines.join('\n')}\n}\n`;
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '–': '--',
  '—': '---',
  '“': '``',
  '”': "''",
  '‘': '`',
  '’': "'",
  '\u00a0': '~',
};

/** Words as TeX reads them, on one line, with balanced braces whatever they hold. */
function tex(text: string): string {
  return text
    .replace(/(?:(?!\u00a0)\s)+/gu, ' ')
    .replace(/[\\{}~^–—“”‘’\u00a0]|[&%$#_]/gu, character => commands[character] ?? `\\${character}`);
}

/** An address: biblatex reads the field verbatim, so only braces and backslashes could break out. */
function verbatim(url: string): string {
  return url.replace(/[\\{}\s]/gu, character => encodeURIComponent(character));
}
