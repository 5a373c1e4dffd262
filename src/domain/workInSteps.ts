/** Work that is done once: in steps by whoever has time, and at once by whoever cannot wait. */
export class WorkInSteps {
  #left: Generator<unknown, void> | undefined;

  constructor(steps: Generator<unknown, void>) {
    this.#left = steps;
  }

  /** Does what is left, a step at a time; several may take turns at it. */
  *steps(): Generator<void, void> {
    while (this.#goesOn()) yield;
  }

  /** Does all that is left. */
  finish(): void {
    while (this.#goesOn());
  }

  /** Whether anything is left once the next step is done. */
  #goesOn(): boolean {
    if (this.#left?.next().done) this.#left = undefined;
    return this.#left !== undefined;
  }
}
