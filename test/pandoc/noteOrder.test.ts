// The notes of a draft are counted as pandoc counts them, or said to be uncertain.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { draftsToEdit } from '../insertions/drafts';
import { property } from '../property';
import { counted, countedByPandoc, difference, draftWithNotes, tagged } from './noteOrder';

/** So many batches of generated drafts are read. */
const batches = Number(process.env['IDM_FINDINGS_NOTES'] ?? 2);
const inBatch = 30;

describe('the order of notes', function () {
  this.timeout(300_000);
  it('is pandoc’s in every draft that we keep', () => {
    const drafts = draftsToEdit().map(([name, text]) => [name, tagged(text)] as const);
    const read = countedByPandoc(drafts.map(([, text]) => text));
    assert.deepEqual(
      drafts.flatMap(([name, text], at) => {
        const why = difference(text, read[at]!);
        return why === undefined ? [] : [`${name}: ${why}`];
      }),
      [],
    );
  });
  property(
    'notes are counted as pandoc counts them, or said to be uncertain',
    fc.property(fc.array(draftWithNotes, { minLength: inBatch, maxLength: inBatch }), drafts => {
      const read = countedByPandoc(drafts);
      const failures = drafts.flatMap((text, at) => difference(text, read[at]!) ?? []);
      assert.deepEqual(failures, []);
      // Nearly half of such drafts hold nothing odd.
      assert.ok(drafts.filter(text => counted(text).certain).length >= inBatch / 6);
    }),
    { runs: batches, timeout: 300_000 },
  );
});
