// Sources as a file for biblatex.
import type { Corpus, DocumentMetadata, Language } from '../../corpus/types';
import { namesWithin } from '../titles';
import { sourceOf, type ExportOptions } from './data';

/**
 * A file for biblatex: a corporate author in braces of its own, so that it is not parsed as a person's name; in English
 * titles, which biblatex may put into sentence case, braces round the names that keep their capitals, and no others;
 * TeX's characters escaped, dates as ISO 8601 ranges.
 */
export function biblatex(corpora: readonly Corpus[], options: ExportOptions = {}): string {
  return corpora.map(corpus => entry(corpus, options)).join('\n');
}

/** The languages as babel and biblatex name them. */
const languageNames: Readonly<Record<Language, string>> = { en: 'british', fr: 'french', es: 'spanish' };

function entry(corpus: Corpus, options: ExportOptions): string {
  const { id, names, days, language, accessed } = sourceOf(corpus, options);
  const titleOf = (words: string): string => (language === 'en' ? braced(words, corpus.document) : tex(words));
  const fields: readonly (readonly [string, string])[] = [
    ['author', `{${tex(names.organization)}}`],
    ['title', titleOf(names.full)],
    ['shorttitle', titleOf(names.brief)],
    ['institution', `{${tex(names.organization)}}`],
    ['location', tex(names.place)],
    ['date', String(names.year)],
    ['eventdate', days.join('/')],
    ['venue', tex(names.venue)],
    ['url', verbatim(names.url)],
    ...(accessed === undefined ? [] : [['urldate', accessed] as const]),
    ['langid', languageNames[language]],
  ];
  const lines = fields.map(([name, value]) => `  ${name.padEnd(11)} = {${value}},`);
  return `@report{${id},\n${lines.join('\n')}\n}\n`;
}

/** A title whose names, and whose words with capitals inside, keep their capitals in sentence case. */
function braced(title: string, document: DocumentMetadata): string {
  const names = namesWithin(title, document);
  const within = (at: number): boolean => names.some(([start, end]) => at >= start && at < end);
  const words = [...title.matchAll(/\p{L}+/gu)]
    .filter(({ 0: word, index }) => word.slice(1) !== word.slice(1).toLowerCase() && !within(index))
    .map(({ 0: word, index }) => [index, index + word.length] as const);
  const kept = [...names, ...words].sort(([one], [other]) => one - other);
  const parts = kept.map(
    ([start, end], at) => `${tex(title.slice(kept[at - 1]?.[1] ?? 0, start))}{${tex(title.slice(start, end))}}`,
  );
  return parts.join('') + tex(title.slice(kept.at(-1)?.[1] ?? 0));
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
