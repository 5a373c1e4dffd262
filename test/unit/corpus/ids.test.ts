import * as assert from 'node:assert/strict';
import {
  conclusionPlace,
  corpusIdOf,
  entryIdOf,
  idAt,
  namesSentence,
  passagePlace,
  sentenceId,
} from '../../../src/domain/corpus/ids';
import { library } from '../../../src/domain/corpus/bundled';

describe('ids', () => {
  it('are made of a document, a place in it, and a sentence there, and taken apart again', () => {
    for (const [place, entry] of [
      [conclusionPlace(2, 14), 'idm2022-1-d2c14'],
      [passagePlace(3), 'idm2022-1-b3'],
    ] as const) {
      const id = idAt('idm2022-1', place);
      assert.equal(id, entry);
      assert.equal(sentenceId(id, 2), `${entry}s2`);
      assert.equal(entryIdOf(`${entry}s2`), entry);
      assert.deepEqual([entry, `${entry}s2`].map(corpusIdOf), ['idm2022-1', 'idm2022-1']);
      assert.deepEqual([entry, `${entry}s2`, place, `${place}s2`].map(namesSentence), [false, true, false, true]);
    }
  });

  it('of documents may look like places', () => {
    assert.deepEqual(['idm2022-1', 'talks1', 'b1', 'd2c4'].map(entryIdOf), ['idm2022-1', 'talks1', 'b1', 'd2c4']);
    assert.deepEqual(['idm2022-1', 'talks1', 'b1', 'd2c4', 'a-b1c2'].map(corpusIdOf), [
      'idm2022-1',
      'talks1',
      'b1',
      'd2c4',
      'a-b1c2',
    ]);
  });

  it('of everything in the source follow this grammar', () => {
    for (const entry of [...library.findings, ...library.passages]) {
      assert.equal(corpusIdOf(entry.id), entry.corpus);
      assert.equal(entryIdOf(entry.id), entry.id);
      assert.deepEqual(
        entry.sentences.map(({ id }) => id),
        entry.sentences.map((_sentence, at) => sentenceId(entry.id, at + 1)),
      );
    }
  });
});
