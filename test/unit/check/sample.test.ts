import assert from 'node:assert/strict';
import { check, prepare } from '../../../src/domain/check/check';
import { library } from '../../../src/domain/corpus/bundled';
import sample from '../../fixtures/sample/declaration.md';

describe('the sample draft', () => {
  const problems = check(sample, prepare(library));

  it('has one problem, the one that the tour mends', () => {
    assert.deepEqual(
      problems.map(({ code, start, end }) => `${code}: ${sample.slice(start, end)}`),
      ['attribution-who: States agreed to'],
    );
  });

  it('has a fix for it, after which nothing is left', () => {
    const fix = problems[0]!.fixes[0]!;
    const mended = [...fix.edits]
      .sort((a, b) => b.start - a.start)
      .reduce((text, { start, end, text: words }) => text.slice(0, start) + words + text.slice(end), sample);
    assert.match(mended, /some speakers called for/);
    assert.deepEqual(check(mended, prepare(library)), []);
  });
});
