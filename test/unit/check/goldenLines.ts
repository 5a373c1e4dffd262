/**
 * Golden lines of attributions: `finding | verdict | sentence with ‹what is reported› | fix`. The fix is the whole sentence
 * after it, `“…”` if only the source's sentence is offered, as a quotation, and `–` if none is. A line that begins with
 * `#` is a comment.
 *
 * Verdicts are written by hand: `ok`, `who` (somebody else spoke, or more of them), `info` (continues the speaker) or
 * `verb` (a stronger verb). With UPDATE_EXPECTED set, a test writes the rest anew where the verdict is as it should be.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Range } from '../../../src/domain/text/ranges';

export interface GoldenLine {
  /** Of one or several, by their ids without the document's; nothing where none is cited. */
  readonly finding: string;
  readonly verdict: string;
  /** With its marks. */
  readonly sentence: string;
  readonly fix: string;
}

export const noFix = '–';
export const asQuotation = '“…”';

/** A sentence without its marks. */
export const unmarked = (sentence: string): string => sentence.replace(/[‹›]/gu, '');

/** A text with marks around what is reported in it. */
export function marked(text: string, reported: readonly Range[]): string {
  return reported
    .toSorted((one, other) => other.start - one.start)
    .reduce((now, { start, end }) => `${now.slice(0, start)}‹${now.slice(start, end)}›${now.slice(end)}`, text);
}

const isComment = (line: string): boolean => line === '' || line.startsWith('#');
const escaped = (cell: string): string => cell.replaceAll('|', String.raw`\|`);

function read(line: string): GoldenLine {
  const [finding = '', verdict = '', sentence = '', fix = ''] = line
    .split(' | ')
    .map(cell => cell.replaceAll(String.raw`\|`, '|'));
  return { finding, verdict, sentence, fix };
}

const written = ({ finding, verdict, sentence, fix }: GoldenLine): string =>
  [finding, verdict, sentence, fix].map(escaped).join(' | ');

export const goldenLines = (file: string): readonly GoldenLine[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => !isComment(line))
    .map(read);

/** The lines that are not what is found, each with that below it. */
export function differing(file: string, found: (line: GoldenLine) => GoldenLine): readonly string[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map(line => ({ line, now: isComment(line) ? line : written(found(read(line))), verdict: read(line).verdict }));
  if (process.env['UPDATE_EXPECTED'])
    writeFileSync(file, lines.map(({ line, now, verdict }) => (read(now).verdict === verdict ? now : line)).join('\n'));
  return lines.flatMap(({ line, now }) => (line === now ? [] : [`${line}\n  → ${now}`]));
}
