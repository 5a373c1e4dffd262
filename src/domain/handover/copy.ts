// The words of findings with their reference, for the clipboard.
import { cite, noteRuns } from '../citation/cite';
import { escapeHtml, runs, toHtml, toText } from '../citation/inline';
import { inTextSource } from '../citation/inText';
import { quotation, quotationMarks, wishesIn, type Form, type Style, type Wishes } from '../citation/options';
import { namesIn } from '../citation/letters';
import { noLibrary, type Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import { Draft } from '../draft/draft';
import { restyle } from '../restyle/restyle';
import { plainText } from './text/plainText';

export const copyFormats = ['text', 'markdown', 'html'] as const;
export type CopyFormat = (typeof copyFormats)[number];

interface CopyOptions extends Wishes {
  readonly format: CopyFormat;
  readonly form: Form;
  readonly style: Style;
  readonly language: Language;
}

/**
 * The verbatim words of findings, sentences or passages, each with its full reference, as plain
 * text, Markdown or HTML source.
 *
 * @throws {UnknownIdsError}
 */
export function copyOfFindings(
  library: Library,
  ids: readonly string[],
  { format, form, style, language, ...wishes }: CopyOptions,
): string {
  const how = { style, language, ...wishesIn(wishes) };
  const { definitions } = cite(library, ids, { form, ...how });
  const { open, close } = quotationMarks(language, how);
  const quoted = ids.map(id => {
    const resolved = library.resolve(id);
    const words = (resolved?.sentence ?? resolved?.entry)?.text ?? '';
    const reference = noteRuns(library, [id], how);
    if (format === 'text') return `${open}${words}${close}\n${toText(reference)}`;
    if (format === 'html') return `<blockquote><p>${escapeHtml(words)}</p></blockquote>\n<p>${toHtml(reference)}</p>`;
    const { text } = cite(library, [id], { form, ...how });
    return quotation(words, form === 'footnote' ? text : ` ${text}`, how);
  });
  const notes = format === 'markdown' ? definitions.map(({ label, text }) => `[^${label}]: ${text}`).join('\n') : '';
  return [...quoted, ...(notes === '' ? [] : [notes])].join('\n\n');
}

/** A stretch of a draft that stands alone: the definitions of its footnotes are added. */
export function standalone(draft: Draft, start: number, end: number): string {
  const part = draft.text.slice(start, end);
  const own = new Set(Draft.of(part, noLibrary).footnoteDefinitions.map(({ label }) => label));
  const marked = new Set([...part.matchAll(/\[\^([^\s[\]]+)\]/gu)].map(([, label]) => label));
  const missing = draft.footnoteDefinitions.filter(({ label }) => marked.has(label) && !own.has(label));
  const lines = missing.map(definition => draft.text.slice(definition.start, definition.end));
  return lines.length === 0 ? part : `${part.trimEnd()}\n\n${lines.join('\n')}\n`;
}

/**
 * A draft as plain text (text/plainText.ts): pandoc citations of our documents are written out in the text, notes
 * numbered, with their texts at the end. What only pandoc can write, such as a citation of several people's works,
 * stands in parentheses.
 */
export function plainDraft(
  library: Library,
  markdown: string,
  style: Style,
  language: Language,
  wishes: Wishes = {},
): string {
  const { text } = restyle(library, markdown, {
    ...wishes,
    form: 'inText',
    style,
    language,
    from: 'pandoc',
    oneWay: true,
    withWords: true,
  });
  const draft = Draft.of(text, library);
  return plainText(draft, written => {
    const corpus = library.corpus(draft.recognizer.names.key(written)?.corpus ?? '');
    return corpus && toText(runs(...inTextSource(namesIn(library, corpus, language), style, wishes)));
  });
}
