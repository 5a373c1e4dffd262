/** Long work in slices, and when it waits for a person. */

/** What long work may take of one turn of the host, in milliseconds, before others have theirs. */
const slice = 6;
/** So long after a list was asked for, in milliseconds, the next letter may ask for it again. */
const typing = 150;
/** Who goes on typing holds work back no longer than this, in milliseconds. */
const longest = 1000;

/** When the last list was asked for. */
let asked = -Infinity;

/** A list is asked for, which comes first: long work waits until nobody asks any more. */
export function holdBack(): void {
  asked = Date.now();
}

/**
 * Does work that comes in steps, giving the host its turns between them.
 * @param givenUp asked before each step: where it says so, the work ends without a result
 */
export async function inSlices<T>(steps: Generator<unknown, T>, givenUp: () => boolean): Promise<T | undefined> {
  const atLast = Date.now() + longest;
  const held = (): number => Math.min(asked + typing, atLast) - Date.now();
  for (;;) {
    for (let wait = held(); wait > 0; wait = held()) await pause(wait);
    const end = Date.now() + slice;
    do {
      if (givenUp()) return undefined;
      const { done, value } = steps.next();
      if (done) return value;
    } while (Date.now() < end);
    await pause(0);
  }
}

async function pause(time: number): Promise<void> {
  await new Promise<void>(resolve => {
    setTimeout(resolve, time);
  });
}
