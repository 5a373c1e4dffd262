// Numbers of a bench, and how they are shown.

/** The value below which `share` of the values lie (nearest rank). */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

export const median = values => percentile(values, 0.5);

export const ms = value => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

/**
 * @typedef {object} Gate a bound that fails the bench when it is not kept
 * @property {string} what
 * @property {number} measured
 * @property {number} limit the most allowed
 *
 * @typedef {object} Report one table
 * @property {string} title
 * @property {string[]} columns
 * @property {(string | number)[][]} rows
 * @property {string[]} [notes]
 * @property {Gate[]} [gates]
 */

/** A report as a Markdown table, which reads well in a terminal too. */
export function table({ title, columns, rows, notes = [], gates = [] }) {
  const cells = [columns, ...rows].map(row => row.map(String));
  const widths = columns.map((_name, index) => Math.max(3, ...cells.map(row => row[index]?.length ?? 0)));
  const line = row =>
    `| ${widths.map((width, index) => (index === 0 ? (row[index] ?? '').padEnd(width) : (row[index] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, index) => (index === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [head, ...body] = cells;
  return [
    `### ${title}`,
    '',
    line(head),
    rule,
    ...body.map(line),
    '',
    ...notes.map(note => `${note}\n`),
    ...gates.map(
      ({ what, measured, limit }) =>
        `${measured <= limit ? 'kept' : 'NOT KEPT'}: ${what}: ${measured.toFixed(2)} (at most ${limit})\n`,
    ),
  ].join('\n');
}
