import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { SearchIndex } from '../../../src/domain/search/index';
import { KeptMarks } from '../../../src/domain/search/keptMarks';
import { Marks, Vocabulary } from '../../../src/domain/search/vocabulary';
import { synthetic } from '../../fixtures/search/synthetic';

const marksOf = (...numbers: number[]): Marks => {
  const marks = new Marks();
  for (const number of numbers) marks.push(number, 10 * number, 10 * number + 5, number - 1);
  return marks;
};

describe('what is kept of the texts that are searched', () => {
  it('is as it was read, text by text', () => {
    const kept = new KeptMarks();
    const texts = [
      marksOf(3, 1, 2),
      marksOf(),
      marksOf(...Array.from({ length: 5_000 }, (_, at) => at + 1)),
      marksOf(7),
    ];
    for (const marks of texts) kept.add(marks);
    texts.forEach((marks, number) => {
      const { terms, starts, ends, places } = kept.get(number)!;
      assert.deepEqual(
        [[...terms], [...starts], [...ends], [...places]],
        [marks.terms, marks.starts, marks.ends, marks.places],
      );
    });
    assert.equal(kept.get(texts.length), undefined);
  });

  it('ends where there is no more room', () => {
    const kept = new KeptMarks();
    for (let number = 0; number < 40_010; number++) kept.add(marksOf(1));
    assert.notEqual(kept.get(39_999), undefined);
    assert.equal(kept.get(40_000), undefined);
  });

  it('is not read again by a search', () => {
    const entries = synthetic(library, 300);
    const index = SearchIndex.build(entries, library);
    const { read } = Vocabulary.prototype;
    let reads = 0;
    Vocabulary.prototype.read = function (this: Vocabulary, text: string) {
      reads++;
      return read.call(this, text);
    };
    try {
      assert.ok(
        ['missing migrants', 'climat negotations', '"regular pathways"', 'labour sh'].every(
          query => index.search(query).length > 0,
        ),
      );
      assert.equal(reads, 0);
    } finally {
      Vocabulary.prototype.read = read;
    }
  });
});
