// Where the rows of a list stand that a new one takes the place of, while the editor still shows the old one.

/** Where rows stand in a list as it was sent. */
export interface Rows<Row> {
  readonly from: number;
  readonly rows: readonly Row[];
}

/**
 * A list in which no row stands at a place of the list before. VS Code tells which rows are checked or in focus by their
 * places alone, and late: what it says of the list that it still shows would be read against the new one. So in the
 * former places stand the former rows, as something that is not shown.
 * @param rows the rows of the new list, in order
 * @param former the rows of the last list that had some
 * @param unshown makes what is not shown; of a former row, if it stands in its place
 * @returns the new list, and where its rows stand in it
 */
export function apart<Row>(
  rows: readonly Row[],
  former: Rows<Row>,
  unshown: (row?: Row) => Row,
): { readonly all: readonly Row[]; readonly from: number } {
  const blanks = (count: number): Row[] => Array.from({ length: count }, () => unshown());
  const kept = former.rows.map(row => unshown(row));
  if (rows.length <= former.from) return { all: [...rows, ...blanks(former.from - rows.length), ...kept], from: 0 };
  return { all: [...blanks(former.from), ...kept, ...rows], from: former.from + former.rows.length };
}
