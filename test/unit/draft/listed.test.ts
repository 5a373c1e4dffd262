/** The places that a list of references shows: each citation once, and what is in its brackets. */
import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { listed } from '../../../src/domain/draft/listed';

const c4 = 'idm2022-1-d2c4';
const shown = (text: string): string[] =>
  listed(Draft.of(text, library), library).map(({ start, end }) => text.slice(start, end));

describe('a list of citations', () => {
  it('has a note where it is marked, and its definition only where nothing marks it', () => {
    assert.deepEqual(shown(`A.[^${c4}] B.[^${c4}]\n\n[^${c4}]: Note.\n[^${c4}-2]: Note.\n`), [
      `^${c4}`,
      `^${c4}`,
      `[^${c4}-2]: Note.`,
    ]);
    assert.deepEqual(shown('A.[^1]\n\n[^1]: IOM, 2022, day 2, fourth conclusion.\n'), ['^1']);
  });

  it('has what stands in the brackets around citations, once', () => {
    assert.deepEqual(
      shown(
        'A [see @idm2022-1, day 2, conclusion 4]. B [@idm2022-1, day 2, conclusion 4; @idm2022-1, day 1, conclusion 1] C',
      ),
      ['see @idm2022-1, day 2, conclusion 4', '@idm2022-1, day 2, conclusion 4; @idm2022-1, day 1, conclusion 1'],
    );
    assert.deepEqual(shown('A @idm2022-1 [day 2, conclusion 4] says. ^[See IOM, 2022, day 2, fourth conclusion.]'), [
      'day 2, conclusion 4',
      'See IOM, 2022, day 2, fourth conclusion.',
    ]);
    assert.deepEqual(
      listed(Draft.of('[@idm2022-1, day 2, conclusion 4; @idm2022-1, day 1, conclusion 1]', library), library).map(
        ({ entries }) => entries,
      ),
      [[c4, 'idm2022-1-d1c1']],
    );
  });

  it('has others as they are, also beside brackets that are none of theirs', () => {
    const cited = '(IOM, 2022, day 2, fourth conclusion)';
    for (const text of [
      cited,
      `[ ] ${cited}`,
      `[a] ${cited} [b]`,
      `open [ ${cited}`,
      `a ] ${cited}`,
      `@idm2022-1-d2c4 says`,
    ])
      assert.deepEqual(shown(text), [text.includes('IOM') ? cited : '@idm2022-1-d2c4'], text);
  });
});
