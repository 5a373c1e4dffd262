// What the suites assert with: Node's own is not there in a web worker.

class AssertionError extends Error {
  constructor(
    message: string,
    readonly actual: unknown,
    readonly expected: unknown,
  ) {
    super(message);
    this.name = 'AssertionError';
  }
}

export function ok(value: unknown, message = 'expected a true value'): asserts value {
  if (!value) throw new AssertionError(message, value, true);
}

export function equal<T>(actual: T, expected: T, message = 'values differ'): void {
  if (!Object.is(actual, expected)) throw new AssertionError(message, actual, expected);
}

/** Compares plain data: arrays, objects and primitives; `undefined` members count as absent. */
export function deepEqual<T>(actual: T, expected: T, message = 'values differ'): void {
  const left = canonical(actual);
  const right = canonical(expected);
  if (left !== right) throw new AssertionError(message, actual, expected);
}

export function match(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual)) throw new AssertionError(`does not match ${String(pattern)}`, actual, String(pattern));
}

/** Fails unless the promise rejects with a message that matches; gives the error. */
export async function rejects(promise: PromiseLike<unknown>, pattern: RegExp): Promise<Error> {
  let error: unknown;
  try {
    await promise;
  } catch (caught) {
    error = caught;
  }
  if (error === undefined) throw new AssertionError('did not reject', undefined, String(pattern));
  const message = error instanceof Error ? error.message : String(error);
  match(message, pattern);
  return error instanceof Error ? error : new Error(message);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'undefined'
  );
}
