// Stretches of a text, as everything here counts them.

/** A stretch of a text: offsets in UTF-16 units, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
