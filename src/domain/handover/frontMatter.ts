/**
 * The edit that names a bibliography file in a draft's front matter, beside those it names already;
 * undefined when it does. A draft without front matter gets one.
 */
export function nameBibliography(text: string, file: string, eol: string): { start: number; end: number; text: string } | undefined {
  const front = /^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/mu.exec(text);
  if (front === null || front.index !== 0 || front[1] === undefined) {
    return { start: 0, end: 0, text: ['---', `bibliography: ${file}`, '---', '', ''].join(eol) };
  }
  const begins = front[0].indexOf('\n') + 1;
  const field = /^bibliography:[ \t]*(.*)\r?\n((?:[ \t]*-[ \t].*\r?\n|[ \t]+\S.*\r?\n)*)/mu.exec(front[1]);
  if (field === null) {
    const end = begins + front[1].length;
    return { start: end, end, text: `bibliography: ${file}${eol}` };
  }
  const value = (field[1] ?? '').trim();
  const items = field[2] ?? '';
  if (`${value}\n${items}`.split(/[\s,[\]"']+/u).includes(file)) return undefined;
  const valueStart = begins + field.index + field[0].indexOf(':') + 1;
  const valueEnd = begins + field.index + field[0].search(/\r?\n/u);
  if (value === '') {
    const end = begins + field.index + field[0].length;
    const indent = /^[ \t]*/u.exec(items)?.[0] ?? '  ';
    return { start: end, end, text: `${items === '' ? '  ' : indent}- ${file}${eol}` };
  }
  const others = value.startsWith('[') && value.endsWith(']') ? value.slice(1, -1).trim() : value;
  return { start: valueStart, end: valueEnd, text: ` [${others === '' ? '' : `${others}, `}${file}]` };
}
