import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { library } from '../../../src/domain/corpus/bundled';
import { SearchIndex } from '../../../src/domain/search/index';
import { synthetic } from '../../fixtures/search/synthetic';

const queries = (JSON.parse(readFileSync('test/fixtures/search/queries.json', 'utf8')) as { query: string }[])
  .map(({ query }) => query)
  .filter((_, at) => at % 5 === 0);

/** The least time, of several rounds, that all queries take: the one least disturbed. */
function cost(size: number): number {
  const index = SearchIndex.build(synthetic(library, size), library);
  const rounds = Array.from({ length: 5 }, () => {
    const start = performance.now();
    for (const query of queries) index.search(query, { limit: 20 });
    return performance.now() - start;
  });
  return Math.min(...rounds);
}

describe('search in a growing library', () => {
  it('grows at most twice over linear from 1,000 to 10,000 findings', function () {
    this.timeout(120_000);
    const [thousand, tenThousand] = [cost(1_000), cost(10_000)];
    assert.ok(tenThousand <= thousand * 20, `${thousand} ms, then ${tenThousand} ms`);
  });
});
