/**
 * So many characters of notes are printed again where they are mentioned again; then a note refers to its first
 * mention.
 */
const mostRepeated = 50_000;
/**
 * A note counts as longer by so many, for what is written around it: some plugins copy all notes for each one, and
 * thousands of short ones would take seconds.
 */
const around = 50;

/**
 * Pandoc prints a note anew for each mention. Some drafts mention a long note so often that this would be hundreds of
 * megabytes: what is printed again is counted.
 */
export class Repeats {
  readonly #first = new Map<string, number>();
  #printed = 0;

  /**
   * @param place the number of the note that a mention would get
   * @param length how many characters the note has
   * @returns the place of the same note, if this mention is to refer to it; undefined if the note is to be printed
   */
  of(label: string, place: number, length: number): number | undefined {
    const first = this.#first.get(label);
    if (first === undefined) {
      this.#first.set(label, place);
      return undefined;
    }
    if (this.#printed + length + around > mostRepeated) return first;
    this.#printed += length + around;
    return undefined;
  }
}
