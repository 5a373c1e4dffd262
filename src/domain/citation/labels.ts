/** A footnote label of ours: the id of what it cites, and which of its notes it is. */
export interface Label {
  readonly id: string;
  /** From 1: `idm2022-1-d2c4` is the first, `idm2022-1-d2c4-2` the second. */
  readonly mention: number;
}

/** The label of a finding's or passage's nth note. */
export function labelOf(id: string, mention = 1): string {
  return mention > 1 ? `${id}-${mention}` : id;
}

/** The id and mention a label of ours names, or undefined for anyone else's label. */
export function readLabel(label: string): Label | undefined {
  const [, id, mention] = /^([a-z0-9]+(?:-[a-z0-9]+)*-(?:d\d+c\d+|b\d+))(?:s\d+)?(?:-([1-9]\d{0,5}))?$/u.exec(label) ?? [];
  return id === undefined ? undefined : { id, mention: mention === undefined ? 1 : Number(mention) };
}
