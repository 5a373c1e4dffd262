/** A line number in a report: where it stands there, and the line it names of which draft. */
export interface LineLink {
  /** From 0, as editors count. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Which of the report's drafts, from 0. */
  readonly draft: number;
  /** From 1, as the report counts. */
  readonly target: number;
}

/** The line numbers of a report's tables, each to be a link into its draft. */
export function lineLinks(report: string): LineLink[] {
  const links: LineLink[] = [];
  let draft = -1;
  report.split('\n').forEach((text, line) => {
    if (text.startsWith('## ')) draft++;
    const number = /^\| (\d+) \|/.exec(text)?.[1];
    if (number !== undefined) links.push({ line, start: 2, end: 2 + number.length, draft, target: Number(number) });
  });
  return links;
}
