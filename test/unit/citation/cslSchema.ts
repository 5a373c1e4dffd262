// What the schema of CSL-JSON data (citation-style-language/schema, csl-data.json, version 1.0.2) asks of a list of
// sources, as far as our exports go: an entry has a type and an id, and no field but those of the schema, each with a
// value of its kind.

const types: ReadonlySet<unknown> = new Set([
  'article',
  'book',
  'document',
  'pamphlet',
  'paper-conference',
  'report',
  'webpage',
]);
const texts =
  'abstract annote event-place genre keyword language note publisher publisher-place source title title-short URL'.split(
    ' ',
  );
const dates = 'accessed available-date event-date issued original-date submitted'.split(' ');
const names = 'author chair editor organizer'.split(' ');
const partsOfName: ReadonlySet<string> = new Set([
  'family',
  'given',
  'dropping-particle',
  'non-dropping-particle',
  'suffix',
  'literal',
]);

/** What is wrong with CSL-JSON, each fault with its place; nothing where all is right. */
export function cslFaults(data: unknown): string[] {
  if (!Array.isArray(data)) return ['no list'];
  return data.flatMap((item: unknown, at) => {
    if (!isObject(item)) return [`${at}: no entry`];
    return [
      ...(types.has(item['type']) ? [] : [`${at}: no type`]),
      ...(['string', 'number'].includes(typeof item['id']) ? [] : [`${at}: no id`]),
      ...Object.entries(item).flatMap(([name, value]) =>
        name === 'type' || name === 'id' ? [] : fieldFaults(`${at}.${name}`, name, value),
      ),
    ];
  });
}

function fieldFaults(place: string, name: string, value: unknown): string[] {
  if (texts.includes(name)) return typeof value === 'string' ? [] : [`${place}: no text`];
  if (dates.includes(name)) return isDate(value) ? [] : [`${place}: no date`];
  if (names.includes(name)) return Array.isArray(value) && value.every(isName) ? [] : [`${place}: no names`];
  return [`${place}: no such field`];
}

function isDate(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).join() !== 'date-parts') return false;
  const parts = value['date-parts'];
  return (
    Array.isArray(parts) &&
    parts.length >= 1 &&
    parts.length <= 2 &&
    parts.every(part => Array.isArray(part) && part.length >= 1 && part.length <= 3 && part.every(Number.isInteger))
  );
}

function isName(value: unknown): boolean {
  return (
    isObject(value) && Object.entries(value).every(([name, part]) => partsOfName.has(name) && typeof part === 'string')
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
