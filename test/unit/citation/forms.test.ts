// The table of all citation forms is what the code writes: a change of any wording shows in it, line by line.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { formsTable } from './formsTable';

const file = 'docs/citation-forms.md';

describe('the table of citation forms', () => {
  it('says what is written in every style, form, language, position and kind of place', () => {
    const table = formsTable();
    // `npm run forms` writes it, to be read line by line before it is committed.
    if (process.env['UPDATE_EXPECTED']) writeFileSync(file, table);
    const written = readFileSync(file, 'utf8').split('\n');
    const differing = table.split('\n').flatMap((line, at) => (line === written[at] ? [] : [`${at + 1}: ${line}`]));
    assert.deepEqual(
      differing.slice(0, 5),
      [],
      `${differing.length} lines of ${file} differ: write it anew with "npm run forms", and read what changed`,
    );
    assert.equal(table.split('\n').length, written.length);
  });
});
