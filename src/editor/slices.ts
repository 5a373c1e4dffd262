/** What long work may take of one turn of the host, in milliseconds, before others have theirs. */
const slice = 6;

/**
 * Does work that comes in steps, giving the host its turns between them.
 * @param givenUp asked before each step: where it says so, the work ends without a result
 */
export async function inSlices<T>(steps: Generator<unknown, T>, givenUp: () => boolean): Promise<T | undefined> {
  for (;;) {
    const end = Date.now() + slice;
    do {
      if (givenUp()) return undefined;
      const { done, value } = steps.next();
      if (done) return value;
    } while (Date.now() < end);
    await new Promise<void>(resolve => {
      setTimeout(resolve, 0);
    });
  }
}
