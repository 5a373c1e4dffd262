import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { documentsFound } from '../../../src/domain/search/documents';

const found = (query: string): string[] =>
  documentsFound(library, query).map(({ corpus, first }) => `${corpus.id} ${first ? 'first' : 'last'}`);

describe('documents by their names', () => {
  for (const query of [
    'idm2022-1',
    'idm2022',
    'idm',
    'IDM 2022',
    'international dialogue',
    'International Dialogue on Mig',
    'summary of conclusions',
    'whole document',
    'dialogue international sur',
    'síntesis de con',
    'diálogo internacional',
    'IOM International Dialogue',
  ]) {
    it(`“${query}” before the findings`, () => assert.deepEqual(found(query), ['idm2022-1 first']));
  }
  for (const query of ['migration dialogue', 'global compact', 'challenges and innovative approaches']) {
    it(`“${query}” after them`, () => assert.deepEqual(found(query), ['idm2022-1 last']));
  }
  for (const query of [
    '',
    ' ',
    'i',
    'international',
    'summary',
    'migration',
    'climate',
    'climate migration',
    'international cooperation',
    '@',
    'x'.repeat(1000),
    'international dialogue on climate',
    'day:2 youth',
    // Numbers are a finding’s, though the id of a document holds them, too.
    '1.1',
    '1',
    '2022',
    '2022 1',
  ]) {
    it(`“${query.slice(0, 40)}” not at all`, () => assert.deepEqual(found(query), []));
  }
});
