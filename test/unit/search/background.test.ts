import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { backgroundNamed } from '../../../src/domain/search/background';

describe('background that is named by where it stands', () => {
  const rows: readonly (readonly [query: string, ids: string])[] = [
    ['introduction', 'b1 b2 b3 b4 b5 b6'],
    ['Intro', 'b1 b2 b3 b4 b5 b6'],
    ['closing', 'b7 b8'],
    ['back', 'b1 b2 b3 b4 b5 b6 b7 b8'],
    ['introduction, para. 2', 'b2'],
    // The fourth paragraph of the introduction is the list of panels, which is no paragraph to cite.
    ['introduction 5', 'b4'],
    ['closing paragraph 2', 'b8'],
    ['closing 3', ''],
    ['int', ''],
    ['introduction of visas', ''],
    ['backgrounds', ''],
    ['', ''],
  ];
  for (const [query, ids] of rows)
    it(`“${query}”: ${ids}`, () =>
      assert.equal(
        backgroundNamed(library, query)
          .map(({ id }) => id.split('-').at(-1))
          .join(' '),
        ids,
      ));
});
