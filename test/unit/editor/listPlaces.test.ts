import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { apart, type Rows } from '../../../src/editor/listPlaces';
import { property } from '../../property';

const unshown = (row?: string): string => (row === undefined ? '' : `was ${row}`);

describe('lists one after the other', () => {
  it('have no place in common, and the former rows stand where they stood', () => {
    assert.deepEqual(apart(['c', 'd', 'e'], { from: 0, rows: ['a', 'b'] }, unshown), {
      all: ['was a', 'was b', 'c', 'd', 'e'],
      from: 2,
    });
    assert.deepEqual(apart(['f'], { from: 2, rows: ['c', 'd', 'e'] }, unshown), {
      all: ['f', '', 'was c', 'was d', 'was e'],
      from: 0,
    });
    assert.deepEqual(apart([], { from: 0, rows: ['f'] }, unshown), { all: ['was f'], from: 0 });
    assert.deepEqual(apart(['a'], { from: 0, rows: [] }, unshown), { all: ['a'], from: 0 });
  });

  property(
    'tell each place of the one before, and do not grow without end',
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 }), sizes => {
      let sent: Rows<string> = { from: 0, rows: [] };
      sizes.forEach((size, number) => {
        const rows = Array.from({ length: size }, (_, at) => `${number}.${at}`);
        const { all, from } = apart(rows, sent, unshown);
        assert.deepEqual(all.slice(from, from + size), rows);
        sent.rows.forEach((row, at) => assert.equal(all[sent.from + at], `was ${row}`));
        assert.ok(all.length <= 160, String(all.length));
        if (size > 0) sent = { from, rows };
      });
    }),
  );
});
