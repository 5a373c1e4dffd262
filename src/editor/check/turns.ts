// Long work in short turns, which can be cancelled.
import vscode = require('vscode');

/** What is done may take of one turn of the host, in milliseconds, before others have theirs. */
const slice = 6;

/** Long work in turns of the host, that ends at once when it is cancelled. */
export class Turns {
  #end = Date.now() + slice;

  constructor(readonly token?: Pick<vscode.CancellationToken, 'isCancellationRequested'>) {}

  /** @throws {vscode.CancellationError} when the work was cancelled */
  check(): void {
    if (this.token?.isCancellationRequested) throw new vscode.CancellationError();
  }

  /** Waits for the next turn if this one is over. */
  async pause(): Promise<void> {
    this.check();
    if (Date.now() < this.#end) return;
    await new Promise<void>(resolve => {
      setTimeout(resolve, 0);
    });
    this.check();
    this.#end = Date.now() + slice;
  }

  /** Runs steps to their end. */
  async run<T>(steps: Generator<unknown, T>): Promise<T> {
    for (;;) {
      await this.pause();
      // Waiting costs more than most steps do.
      do {
        const { done, value } = steps.next();
        if (done) return value;
      } while (Date.now() < this.#end);
    }
  }
}
