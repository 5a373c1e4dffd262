import { strict as assert } from 'node:assert';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { entries } from '../../hostile/growth/entries';
import { shortLines } from '../../hostile/growth/shapes';

/** More than the arguments of a call can be: the stack holds some hundred thousand. */
const lines = 150_000;

describe('a draft of as many lines as the stack cannot hold', function () {
  this.timeout(60_000);

  // `npm run hostile` takes the others, which take longer.
  for (const name of ['lines of code', 'indented lines of code', 'rows of one bar', 'rules between nothing']) {
    const text = shortLines[name]!(lines * 4);

    it(`${name}: each way in comes to its end`, () => {
      for (const way of ['copy as text', 'list of sources', 'insert, footnote'])
        assert.doesNotThrow(entries[way]!(text), way);
    });

    it(`${name}: pasted into a draft and cut again, it is as it was`, () => {
      const draft = Draft.of('Before.\n\nBehind.\n', library);
      draft.apply([{ start: 9, end: 9, text }]);
      assert.equal(draft.citations().length, 0);
      draft.apply([{ start: 9, end: 9 + text.length, text: '' }]);
      assert.deepEqual(
        draft.blocks.map(block => block.text),
        Draft.of('Before.\n\nBehind.\n', library).blocks.map(block => block.text),
      );
    });
  }
});
