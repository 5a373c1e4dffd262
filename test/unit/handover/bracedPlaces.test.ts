import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { applied } from '../../../src/domain/text/edits';
import { bracedPlaces } from '../../../src/domain/handover/bracedPlaces';

describe('places in braces, for note styles', () => {
  const rows: [string, string][] = [
    ['A [@idm2022-1, day 2, conclusion 4].', 'A [@idm2022-1, {day 2, conclusion 4}].'],
    [
      'A [@idm2022-1, day 1, conclusion 2, and day 2, conclusions 4 and 6].',
      'A [@idm2022-1, {day 1, conclusion 2, and day 2, conclusions 4 and 6}].',
    ],
    [
      'A [see @idm2022-1, jour 2, conclusion 4, nous soulignons; @smith, p. 3].',
      'A [see @idm2022-1, {jour 2, conclusion 4}, nous soulignons; @smith, p. 3].',
    ],
    [
      'A [@smith, p. 3; @idm2022-1, introduction, paragraph 2] B [@idm2022-1].',
      'A [@smith, p. 3; @idm2022-1, {introduction, paragraph 2}] B [@idm2022-1].',
    ],
    ['> A [-@{idm2022-1}, day 2,\n> conclusion 4].', '> A [-@{idm2022-1}, day 2,\n> conclusion 4].'],
    [
      'A [@idm2022-1, {day 2, conclusion 4}] [@idm2022-1{day 2, conclusion 4}] [@smith, day 2].',
      'A [@idm2022-1, {day 2, conclusion 4}] [@idm2022-1{day 2, conclusion 4}] [@smith, day 2].',
    ],
    [
      '`[@idm2022-1, day 2, conclusion 4]` and [^idm2022-1-d2c4]',
      '`[@idm2022-1, day 2, conclusion 4]` and [^idm2022-1-d2c4]',
    ],
  ];
  for (const [text, wanted] of rows) {
    it(JSON.stringify(text), () => {
      const draft = Draft.of(text, library);
      const made = applied(text, bracedPlaces(draft));
      assert.equal(made, wanted);
      // It is the same citation, and nothing is left to do.
      const again = Draft.of(made, library);
      assert.deepEqual(
        again.citations().map(({ ids }) => ids),
        draft.citations().map(({ ids }) => ids),
      );
      assert.deepEqual(bracedPlaces(again), []);
    });
  }
});
