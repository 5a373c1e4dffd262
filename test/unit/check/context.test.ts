import { strict as assert } from 'node:assert';
import { asserted } from '../../../src/domain/check/attribution/context';
import { draftersOf } from '../../../src/domain/check/drafters';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';

describe('whether a mention is asserted of the dialogue', () => {
  const said = (text: string, tense?: 'past' | 'base'): boolean => {
    const start = text.indexOf('States agreed');
    return asserted(text, start, start + 'States agreed'.length, false, tense);
  };
  const rows: [string, boolean][] = [
    ['At the dialogue, States agreed that', true],
    ['It is not said that States agreed that', false],
    ['It is not said; noting that States agreed that', true],
    ['The claim that\n  States agreed that', false],
    ['In the Global Compact for Safe, Orderly and Regular Migration, States agreed that', true],
    ['In the Global Compact, States agreed that', false],
    ['In the New York Declaration for Refugees and Migrants, States agreed that', false],
    ['By the 2030 Agenda for Sustainable Development States agreed that', false],
    ['The Compact, in which States agreed that', false],
    ['It was back in 2018, States agreed that', false],
    ['It was back in 2022, States agreed that', true],
    ['If all States agreed that', false],
    ['States agreed, in the Global Compact, that', false],
    ['States agreed years ago, since 2019, that', true],
    ['States agreed since 2019 that', false],
    ['States agreed in the Vienna Convention that', false],
    [`${'In the Global Compact '.repeat(20)}. At the session States agreed that`, true],
  ];
  for (const [text, expected] of rows)
    it(`${expected ? '' : 'not '}in ${JSON.stringify(text.slice(-80))}`, () => assert.equal(said(text), expected));

  it('not where it is wished for', () => assert.equal(said('We propose that States agreed', 'base'), false));
});

describe('whom a draft speaks for', () => {
  const of = (text: string): readonly string[] => draftersOf(Draft.of(text, library));
  it('is what its front matter says', () => {
    assert.deepEqual(of('---\nidm-findings: { authors: [the Mayors, Alliance of Cities] }\n---\n\nSo.\n'), [
      'alliance of cities',
      'cities',
      'mayors',
    ]);
    assert.deepEqual(of('---\nidm-findings:\n  authors: The Sponsors\n---\n\nSo.\n'), ['sponsors']);
  });
  it('is told by title, genre and opening words', () => {
    assert.deepEqual(of('# Declaration of the Ministers of the Sahel\n\nSo.\n'), ['ministers']);
    assert.deepEqual(of('We, the Heads of State and Government of the region, meeting in Rabat,\n'), [
      'heads of state and government',
    ]);
    assert.deepEqual(of('*The Heads of Delegation*,\n\nrecalling\n'), ['heads of delegation']);
    assert.ok(of('Memorandum of understanding\n\nSo.\n').includes('parties'));
    assert.deepEqual(of('# Statement of the Norwegian Refugee Council\n\nSo.\n'), ['norwegian refugee council']);
  });
  it('is who met to adopt it, but at the dialogue', () => {
    assert.deepEqual(of('So.\n\nThe Ministers, meeting in Nairobi, recalled the Global Compact.\n'), ['ministers']);
    assert.deepEqual(of('The Mayors, having met in Rabat, agreed.\n'), ['mayors']);
    assert.deepEqual(of('The Ministers, meeting at the International Dialogue on Migration, agreed.\n'), []);
    assert.deepEqual(of('The Member States, meeting in Geneva, agreed.\n'), []);
  });
  it('is each of its sponsors, whatever their names hold', () => {
    assert.deepEqual(of('Sponsors: Egypt, Trinidad and Tobago and the Gambia\n'), [
      'egypt',
      'gambia',
      'trinidad and tobago',
    ]);
    assert.deepEqual(of('*Submitted by Antigua and Barbuda, Bosnia and Herzegovina, and São Tomé and Príncipe*\n'), [
      'antigua and barbuda',
      'bosnia and herzegovina',
      'são tomé and príncipe',
    ]);
    assert.deepEqual(of('Co-sponsored by Saint Vincent and the Grenadines and Norway\n'), [
      'norway',
      'saint vincent and the grenadines',
    ]);
  });
  it('is nobody where nothing tells it', () => {
    assert.deepEqual(of('# What States said\n\nThe Ministers met, and States agreed.\n'), []);
  });
});
