import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { labelOf, readLabel } from '../../../src/domain/citation/labels';
import { library } from './fixture';
import { property } from '../../property';

describe('footnote labels', () => {
  const rows: [string, string[]][] = [
    ['idm2022-1-d2c4', ['idm2022-1-d2c4']],
    ['idm2022-1-b3', ['idm2022-1-b3']],
    ['idm2022-1-d1c2c3', ['idm2022-1-d1c2', 'idm2022-1-d1c3']],
    ['idm2022-1-d1c12d2c1b3', ['idm2022-1-d1c12', 'idm2022-1-d2c1', 'idm2022-1-b3']],
    ['idm2022-1-d2c1d1c1d2c2', ['idm2022-1-d2c1', 'idm2022-1-d1c1', 'idm2022-1-d2c2']],
    ['idm2022-1', ['idm2022-1']],
    ['idm2022-1+bad2022-1-d1c1', ['idm2022-1', 'bad2022-1-d1c1']],
    ['idm2022-1-d2c4c6+bad2022-1', ['idm2022-1-d2c4', 'idm2022-1-d2c6', 'bad2022-1']],
  ];
  for (const [label, ids] of rows) {
    it(`${label} and back`, () => {
      assert.equal(labelOf(ids), label);
      assert.deepEqual(readLabel(label, library), { ids, mention: 1 });
      assert.deepEqual(readLabel(labelOf(ids, 2), library), { ids, mention: 2 });
    });
  }

  it('name a finding that does not exist, too, but no document', () => {
    assert.deepEqual(readLabel('idm2022-1-d9c9c10', library)?.ids, ['idm2022-1-d9c9', 'idm2022-1-d9c10']);
    assert.equal(readLabel('idm2031-9', library), undefined);
  });

  it('of a sentence are its finding’s', () => {
    assert.deepEqual(readLabel('idm2022-1-d2c4s2-3', library), { ids: ['idm2022-1-d2c4'], mention: 3 });
  });

  for (const label of [
    '1',
    'note',
    'smith-2020',
    'd1c1',
    '-d1c1',
    'a--d1c1',
    'idm2022-1-',
    'idm2022-1-d1',
    'idm2022-1-c1',
    'idm2022-1-b1c2',
    'idm2022-1-d1c1s1c2',
    '',
    '+',
    'idm2022-1-d1c1+',
    'idm2022-1-d1c1+note',
    'idm2022-1-d1c1-0',
    'idm2022-1-d1c1'.repeat(20),
  ]) {
    it(`leaves ${label.slice(0, 40) || 'nothing'} to the drafter`, () =>
      assert.equal(readLabel(label, library), undefined));
  }

  const ids = [...library.findings, ...library.passages, ...library.corpora].map(({ id }) => id);
  property(
    'labels come back whatever they name',
    fc.property(
      fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 40 }),
      (names, mention) => {
        const label = labelOf(names, mention);
        fc.pre(label.length <= 200);
        assert.deepEqual(readLabel(label, library), { ids: names, mention });
      },
    ),
    { runs: 500 },
  );
});
