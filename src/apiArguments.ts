/** What other extensions pass to the API, which may be anything: each check names the argument that is wrong. */

type Shape = Readonly<Record<string, (name: string, value: unknown) => void>>;

/** @throws {TypeError} naming the argument */
export function requireText(name: string, value: unknown): void {
  if (typeof value !== 'string') throw wrong(name, 'a string', value);
}

/** @throws {TypeError} naming the argument, and which of its items is wrong */
export function requireTexts(name: string, value: unknown): void {
  if (!Array.isArray(value)) throw wrong(name, 'an array of strings', value);
  (value as unknown[]).forEach((item, at) => requireText(`${name}[${at}]`, item));
}

/** Options by name, each optional; options that are not named here are nobody's business. @throws {TypeError} */
export function requireOptions(name: string, value: unknown, shape: Shape): void {
  if (value === undefined) return;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(name, 'an object', value);
  for (const [key, check] of Object.entries(shape)) {
    const given: unknown = (value as Readonly<Record<string, unknown>>)[key];
    if (given !== undefined) check(`${name}.${key}`, given);
  }
}

/** A whole number from a least one on. @throws {TypeError} */
export function wholeFrom(least: number): (name: string, value: unknown) => void {
  return (name, value) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least)
      throw wrong(name, `a whole number from ${least} on`, value);
  };
}

/** Yes or no. @throws {TypeError} */
export function requireBoolean(name: string, value: unknown): void {
  if (typeof value !== 'boolean') throw wrong(name, 'true or false', value);
}

/** A day as ISO 8601 has it, "2026-05-01". @throws {TypeError} */
export function requireDay(name: string, value: unknown): void {
  if (typeof value !== 'string' || !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(value))
    throw wrong(name, 'a day such as 2026-05-01', value);
}

/** One of several words. @throws {RangeError} naming the argument and the words */
export function oneOf(words: readonly string[]): (name: string, value: unknown) => void {
  return (name, value) => {
    if (typeof value !== 'string' || !words.includes(value))
      throw new RangeError(`${name} is ${shown(value)}. There are: ${words.map(shown).join(', ')}.`);
  };
}

/** An object that has one value for some of several keys. @throws {RangeError | TypeError} */
export function record(
  keys: readonly string[],
  check: (name: string, value: unknown) => void,
): (name: string, value: unknown) => void {
  return (name, value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(name, 'an object', value);
    for (const [key, each] of Object.entries(value)) {
      oneOf(keys)(`A key of ${name}`, key);
      check(`${name}.${key}`, each);
    }
  };
}

/** A stretch of a text. @throws {TypeError} */
export function stretch(name: string, value: unknown): void {
  requireOptions(name, value, { start: wholeFrom(0), end: wholeFrom(0) });
  const { start, end } = value as { readonly start?: unknown; readonly end?: unknown };
  wholeFrom(0)(`${name}.start`, start);
  wholeFrom(0)(`${name}.end`, end);
}

function wrong(name: string, wanted: string, value: unknown): TypeError {
  return new TypeError(`${name} must be ${wanted}, and is ${shown(value)}.`);
}

/** A value in a few words. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
