import assert from 'node:assert/strict';
import { inWholeWords } from '../../../src/domain/handover/wholeWords';

describe('The name proposed for a Word file', () => {
  const line = '# Draft resolution on the  establishment of a fund';

  it('ends at a word where the draft’s name is its first line, cut off', () => {
    assert.equal(inWholeWords('# Draft resolution on the establishme', line), '# Draft resolution on the');
    assert.equal(inWholeWords('Draft resolution on the establishme', line), 'Draft resolution on the');
  });

  it('is else the draft’s', () => {
    for (const name of [
      'Draft resolution on the establishment',
      'Draft resolution on the',
      'Draf',
      'notes on establishme',
      '',
    ])
      assert.equal(inWholeWords(name, line), name);
    assert.equal(inWholeWords('draft', ''), 'draft');
  });
});
