// What lines of Markdown and pandoc hold besides words, and the words without it.
import { scanInline } from '../../draft/zones';

/** A heading's words without `{#identifier .class}` behind them. */
export function withoutAttributes(text: string): string {
  const trimmed = text.trimEnd();
  const open = trimmed.endsWith('}') ? trimmed.lastIndexOf('{') : -1;
  return open >= 0 && !'{])`'.includes(trimmed.charAt(open - 1) || ' ') && /^\{\s*[#.\-\w]/u.test(trimmed.slice(open))
    ? trimmed.slice(0, open)
    : text;
}

/** A heading's words without the marks that close it. */
export function withoutClosing(text: string): string {
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  return end === 0 || /[ \t]/u.test(text.charAt(end - 1)) ? text.slice(0, end) : text;
}

/** A line that begins or ends a division: `::: {.note}`, `::: note`, `:::`. */
export function isDivLine(line: string): boolean {
  if (!line.startsWith(':::')) return false;
  let at = 3;
  while (line[at] === ':') at += 1;
  const rest = line.slice(at).trim();
  return rest === '' || (rest.startsWith('{') && rest.includes('}')) || !/\s/u.test(rest.replace(/\s:+$/u, ''));
}

/** The line between the rows of pandoc's grid tables. */
export function isGridLine(line: string): boolean {
  return line.length > 2 && line.startsWith('+') && line.endsWith('+') && /^[-+=:]+$/u.test(line);
}

/** The cells of a table's row, without the pipes. */
export function cellsOf(line: string): string[] {
  const cells = [''];
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (char === '\\' && line[at + 1] === '|') {
      cells[cells.length - 1] += '|';
      at += 1;
    } else if (char === '|') cells.push('');
    else cells[cells.length - 1] += char;
  }
  if (cells.length > 1 && cells[0]?.trim() === '') cells.shift();
  if (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop();
  return cells;
}

/** HTML without its tags and comments. */
export function withoutTags(html: string): string {
  let text = '';
  let at = 0;
  for (const { kind, start, end } of scanInline(html)) {
    if (kind !== 'html' && kind !== 'comment') continue;
    text += html.slice(at, start);
    at = end;
  }
  return text + html.slice(at);
}
