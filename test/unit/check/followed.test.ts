import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { preparingReferences, referencesIn, referencesOf } from '../../../src/domain/check/followed';
import { Draft } from '../../../src/domain/draft/draft';
import { mentionsOf } from '../../../src/domain/draft/mentions';

const reference = 'seventh conclusion of day 3 of the IDM 2022';
const text = [
  `Cities act [@idm2022-1, day 3, conclusion 3]. The ${reference} says more.`,
  '',
  '```',
  `The ${reference}`,
  '```',
  '',
  'On day 2 of the IDM 2022, the sixth conclusion recalls COVAX, and the ninth conclusion of day 3 of the IDM 2022 nothing.',
  '',
].join('\n');

describe('a place named in a sentence', () => {
  const draft = Draft.of(text, library);
  const at = text.indexOf(reference);

  it('is found where it stands, beside citations, and not in code', () => {
    assert.deepEqual(
      referencesOf(draft).map(({ ids, unknown }) => [ids, unknown.length]),
      [
        [['idm2022-1-d3c3'], 0],
        [['idm2022-1-d3c7'], 0],
        [['idm2022-1-d2c6'], 0],
        [[], 1],
      ],
    );
    const [found] = referencesIn(draft, at + 3, at + 3);
    assert.equal(text.slice(found?.start, found?.end), reference);
  });

  it('counts as a place that cites', () => {
    assert.equal(mentionsOf(referencesOf(draft), library).get('idm2022-1-d3c7')?.length, 1);
  });

  it('is no citation for what rewrites citations', () => {
    assert.equal(draft.citations().length, 1);
  });

  it('of a long draft is read in steps, and found the same', () => {
    const long = Draft.of(`${text}\n`.repeat(400), library);
    let steps = 0;
    for (const _ of preparingReferences(long)) steps++;
    // Each step reads some blocks for citations, or for named places.
    assert.ok(steps > (2 * long.blocks.length) / 100, `${steps} steps for ${long.blocks.length} blocks`);
    assert.equal(referencesOf(long).length, 400 * referencesOf(draft).length);
  });

  it('moves with its paragraph', () => {
    const edited = Draft.of(text, library);
    referencesOf(edited);
    edited.apply([{ start: 0, end: 0, text: 'Now.\n\n' }]);
    assert.equal(referencesIn(edited, at + 9, at + 9)[0]?.start, at + 6);
  });

  it('of a day that is named first takes its conclusion from behind the name', () => {
    const [only] = referencesOf(Draft.of('On the second day of the IDM 2022, conclusion 6 recalls COVAX.', library));
    assert.deepEqual(only?.ids, ['idm2022-1-d2c6']);
  });
});
