import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { prepare } from '../../../src/domain/check/check';
import { Checker } from '../../../src/domain/check/checker';
import { bar, reportOf } from '../../../src/domain/check/report';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';

describe('the report', () => {
  const text = readFileSync('test/fixtures/check/position-paper.md', 'utf8');
  const report = reportOf(library, new Checker(Draft.of(text, library), prepare(library)).analysed('en'));

  it('has every quotation that is ours to judge, with its verdict', () => {
    assert.deepEqual(report.quotations.map(({ text: words, verdict }) => `${verdict.kind}: ${words.split(' ').slice(0, 4).join(' ')}`), [
      'exact: solving cases of missing', 'exact: called for the establishment', 'altered: Lacking legal documents makes', 'exact: For migrants, lacking proof',
      'altered: Participants underlined that States', 'spans: The migratory context is', 'otherFinding: the exclusive use of', 'unknown: a world without borders',
      'tooShort: data protection first', 'exact: better data collection to',
    ]);
  });

  it('has every citation, and not those in code', () => {
    assert.equal(report.citations.length, 13);
    assert.deepEqual([...new Set(report.citations.map(each => each.form))].toSorted(), ['footnote', 'inText']);
    assert.ok(report.citations.every(({ start, end }) => /IOM|\[\^idm/.test(text.slice(start, end))));
  });

  it('tells by day and theme what is used', () => {
    assert.deepEqual(report.coverage.map(({ day, findings }) => `${day}: ${findings.map(each => each.uses).join(' ')}`), [
      '1: 2 2 4 0 0 0', '2: 2 1 2', '2: 0 0 0 0 0 0', '2: 0 0 0', '3: 0 0 0 0', '3: 0 0 0 0',
    ]);
  });

  it('draws a bar that is empty only for nothing and full only for all', () => {
    assert.deepEqual([bar(0, 26, 6), bar(1, 26, 6), bar(13, 26, 6), bar(25, 26, 6), bar(26, 26, 6), bar(0, 0, 6)],
      ['░░░░░░', '█░░░░░', '███░░░', '█████░', '██████', '░░░░░░']);
  });
});
