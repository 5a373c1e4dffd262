/**
 * Real documents that cite nothing of ours raise nothing. A share of those in node_modules; `npm run bench --
 * documents` reads all.
 */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { check, prepare } from '../../../src/domain/check/check';
import { library } from '../../../src/domain/corpus/bundled';
import { markdownIn } from '../../markdownFiles';

const tools = prepare(library);

describe('documents that cite nothing of ours', () => {
  it('raise nothing', () => {
    const texts = markdownIn('node_modules')
      .map(file => ({ file, text: readFileSync(file, 'utf8') }))
      .filter(({ text }) => text.length < 8_000)
      .slice(0, 200);
    assert.ok(texts.length >= 200, `${texts.length} documents`);
    assert.deepEqual(
      texts.flatMap(({ file, text }) =>
        check(text, tools).map(({ code, start, end }) => `${code} in ${file}: ${text.slice(start, end)}`),
      ),
      [],
    );
  });
});
