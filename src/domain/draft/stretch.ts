/** A stretch of a draft of which no blocks are known yet. */
export class Stretch {
  constructor(
    readonly text: string,
    /** Where it stands in the draft now, in UTF-16 units. */
    public start: number,
  ) {}

  get end(): number {
    return this.start + this.text.length;
  }
}
