// Values that must be there, where the compiler cannot see that they are.

/** A value was not there that the code relies on: a fault of the code, not of a draft. */
export class MissingValueError extends Error {
  override readonly name = 'MissingValueError';

  constructor() {
    super('A value that must be there is missing.');
  }
}

/**
 * A value that must be there: an item at an index within a list, a part of a pattern that always matches.
 * @throws MissingValueError if it is not
 */
export function certain<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new MissingValueError();
  return value;
}
