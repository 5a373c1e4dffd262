import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { SearchIndex } from '../../../src/domain/search';
import { filterBegun, onlyFilters } from '../../../src/domain/search/filters';

const index = SearchIndex.build(library.findings, library);
const typedOf = (query: string) => filterBegun(library, query)?.values.map(({ typed }) => typed);

describe('a filter being typed', () => {
  it('has the values that leave findings, each saying how many', () => {
    assert.deepEqual(
      filterBegun(library, 'day:')?.values.map(({ typed, count }) => [typed, count]),
      [
        ['day:1', 6],
        ['day:2', 12],
        ['day:3', 8],
      ],
    );
    assert.deepEqual(
      filterBegun(library, 'theme:')?.values.map(({ typed, day }) => [typed, day]),
      [
        ['day:1 theme:1', 1],
        ['day:2 theme:1', 2],
        ['day:2 theme:2', 2],
        ['day:2 theme:3', 2],
        ['day:3 theme:1', 3],
        ['day:3 theme:2', 3],
      ],
    );
    assert.deepEqual(typedOf('by:'), [
      'by:consensus',
      'by:participants',
      'by:speakers',
      'by:some',
      'by:panelists',
      'by:discussions',
      'by:passive',
      'by:nobody',
    ]);
    assert.deepEqual(typedOf('gcm:')?.slice(0, 4), ['gcm:1', 'gcm:2', 'gcm:4', 'gcm:5']);
  });

  it('finds with each value as many as it says', () => {
    for (const field of ['day', 'theme', 'by', 'gcm']) {
      for (const { typed, count } of filterBegun(library, `${field}:`)!.values)
        assert.equal(index.search(`${typed} `, { limit: 100 }).length, count, typed);
    }
  });

  it('asks for all that it leaves where no word is typed besides', () => {
    for (const field of ['day', 'theme', 'by', 'gcm'])
      for (const { typed } of filterBegun(library, `${field}:`)!.values) {
        assert.ok(onlyFilters(typed) && onlyFilters(`${typed} `), typed);
        assert.ok(!onlyFilters(`${typed} health`) && !onlyFilters(`health ${typed}`), typed);
      }
    assert.ok(onlyFilters('day:2 by:speakers ') && !onlyFilters('') && !onlyFilters('day:2 “health”'));
  });

  it('keeps the values that begin as typed, or whose words do', () => {
    assert.deepEqual(typedOf('by:s'), ['by:consensus', 'by:speakers', 'by:some']);
    assert.deepEqual(typedOf('gcm:sav'), ['gcm:8']);
    assert.deepEqual(typedOf('theme:soc'), ['day:3 theme:1', 'day:3 theme:2']);
  });

  it('stands at the end of a query, after words or other filters', () => {
    assert.equal(filterBegun(library, 'vaccines by:')?.start, 9);
    assert.equal(filterBegun(library, 'day:2 by:pa')?.start, 6);
    assert.equal(filterBegun(library, 'By:')?.start, 0);
    assert.equal(filterBegun(library, 'objective:')?.values[0]?.typed, 'gcm:1');
    for (const query of ['by: ', 'nearby:', 'by', 'day:2 ', 'climate', 'conclusion:', 'note:'])
      assert.equal(filterBegun(library, query), undefined, query);
  });

  it('is done where its value is typed: then findings are wanted', () => {
    for (const query of ['day:2', 'by:speakers', 'by:some', 'by:pas', 'gcm:8', 'theme:climate', 'theme:3']) {
      assert.equal(typedOf(query), undefined, query);
      assert.ok(index.search(query).length > 0, query);
    }
  });

  it('has all its values where what is typed means nothing', () => {
    assert.deepEqual(typedOf('by:zzz'), typedOf('by:'));
    assert.deepEqual(typedOf('day:9'), ['day:1', 'day:2', 'day:3']);
  });
});
