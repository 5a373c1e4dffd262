interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A blank line after the opening mark makes it a rule, as pandoc reads it. */
const frontMatter = /^(\uFEFF?---[ \t]*\r?\n)(?![ \t]*\r?\n)([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/mu;
/** The field with what of it stands on the lines below: items, or the rest of its value. */
const field = /^(?:bibliography|"bibliography"|'bibliography')[ \t]*:(.*)((?:(?:\r?\n[ \t]*(?:#.*)?)*\r?\n(?:[ \t]*-(?=[ \t]).*|[ \t]+\S.*|\].*))*)/mu;
/** A line's words, and the remark after them; what stands in quotation marks is no remark. */
const words = /^(?:"[^"]*"|'[^']*'|(?<![^ \t])(?!#)[^]|(?<=[^ \t])[^])*/u;

/**
 * The edit that names a bibliography file in a draft's front matter, beside those it names already;
 * undefined when it does. A draft without front matter gets one.
 */
export function nameBibliography(text: string, file: string, eol: string): Edit | undefined {
  const front = frontMatter.exec(text);
  if (front === null || front.index !== 0) {
    const at = text.startsWith('\uFEFF') ? 1 : 0;
    return { start: at, end: at, text: ['---', `bibliography: ${file}`, '---', '', ''].join(eol) };
  }
  const [, mark = '', fields = ''] = front;
  const found = field.exec(fields);
  if (found === null) {
    const end = mark.length + fields.length;
    return { start: end, end, text: `bibliography: ${file}${eol}` };
  }
  const [whole, onLine = '', below = ''] = found;
  const start = mark.length + found.index + whole.indexOf(':') + 1;
  const end = mark.length + found.index + whole.length;
  const items = below.split(/\r?\n/u).filter(line => !/^[ \t]*(?:#|$)/u.test(line));
  const indent = items.length === 0 ? '  ' : /^([ \t]*)-[ \t]/u.exec(items[0] ?? '')?.[1];
  if (withoutComment(onLine) === '' && indent !== undefined) {
    return items.some(item => isNamed(item.replace(/^[ \t]*-/u, ''), file)) ? undefined : { start: end, end, text: `${eol}${indent}- ${file}` };
  }
  const names = namesIn([onLine, ...items].map(withoutComment).join(' ').trim());
  if (names.split(',').some(name => isNamed(name, file))) return undefined;
  const value = names === '' ? ` ${file}` : ` [${names}, ${file}]`;
  // A remark on the same line stays.
  return items.length > 0 ? { start, end, text: value } : { start, end: start + (words.exec(onLine)?.[0] ?? '').trimEnd().length, text: value };
}

/** A value's line without the remark after it. */
function withoutComment(line: string): string {
  return (words.exec(line)?.[0] ?? '').trim();
}

/** The names in a value, apart by commas, as they are written: of one name, of a list in brackets, of a text over several lines. */
function namesIn(value: string): string {
  if (/^(?:null|~|""|'')?$/u.test(value)) return '';
  const list = /^\[(.*?),?\s*\]$/u.exec(value.replace(/^[|>][-+\d]*[ \t]*/u, ''));
  return (list?.[1] ?? value.replace(/^[|>][-+\d]*[ \t]*/u, '')).trim();
}

function isNamed(name: string, file: string): boolean {
  return withoutComment(name).replace(/^["']|["']$/gu, '').replace(/^\.\//u, '') === file;
}
