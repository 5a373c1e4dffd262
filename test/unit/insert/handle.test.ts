import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { namesAccount } from '../../../src/domain/insert/handle';
import { SearchIndex } from '../../../src/domain/search';

const index = SearchIndex.build(library.findings, library);
const isAccount = (query: string) => namesAccount(query, word => index.knows(word));

describe('an account of a social network', () => {
  it('has capitals inside, underscores, or digits among its letters', () => {
    for (const query of [
      'UNmigration',
      'UNm',
      'IOM_news',
      'IOM_',
      'iom2022',
      'IOMchief',
      'McKinsey',
      'Migration4Development',
      'unhcr_es',
      'IOMÉthiopie',
      'ABC123def',
      'UNmigration reports that',
      'iom_news says',
    ]) {
      assert.equal(isAccount(query), true, query);
    }
  });

  it('is no word that a drafter searches with', () => {
    for (const query of [
      '',
      'climate',
      'Climate',
      'COVAX',
      'SDGs',
      'IMRF',
      'LGBTIQ',
      'Éducation',
      'COP27',
      'cop27',
      'COVID-19',
      '2030',
      '2030 agenda',
      '28 February',
      'day2',
      'day2 youth',
      'gcm8',
      'd2c4',
      'd2c4s1',
      'd2',
      'climate UNmigration',
      'day:2',
      'by:some',
      'Global Compact',
    ]) {
      assert.equal(isAccount(query), false, query);
    }
  });

  it('is read in time that does not grow with what follows', () => {
    assert.equal(isAccount(`${'a1'.repeat(20_000)}!`), false);
    assert.equal(isAccount(`${'aB'.repeat(20_000)}`), true);
  });
});
