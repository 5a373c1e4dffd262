/** A line number in a report: where it stands there, and the line it names of which draft. */
interface LineLink {
  /** From 0, as editors count. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Which of the report's drafts, from 0. */
  readonly draft: number;
  /** From 1, as the report counts. */
  readonly target: number;
}

/** The line numbers that begin the rows and the list items of a report, each to be a link into its draft. */
export function lineLinks(report: string): LineLink[] {
  const links: LineLink[] = [];
  let draft = -1;
  report.split('\n').forEach((text, line) => {
    if (text.startsWith('## ')) draft++;
    const [begins = '', number] = /^(?:\| |- \p{L}{1,20} )(\d+)(?= \||:)/u.exec(text) ?? [];
    if (number !== undefined)
      links.push({ line, start: begins.length - number.length, end: begins.length, draft, target: Number(number) });
  });
  return links;
}
