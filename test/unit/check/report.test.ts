import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { prepare } from '../../../src/domain/check/check';
import { Checker } from '../../../src/domain/check/checker';
import { bar, reportOf } from '../../../src/domain/check/report';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { lineLinks } from '../../../src/editor/check/reportLinks';

describe('the report', () => {
  const text = readFileSync('test/fixtures/check/position-paper.md', 'utf8');
  const report = reportOf(library, new Checker(Draft.of(text, library), prepare(library)).analysed('en'));

  it('has every quotation that is ours to judge, with its verdict', () => {
    assert.deepEqual(
      report.quotations.map(({ text: words, verdict }) => `${verdict.kind}: ${words.split(' ').slice(0, 4).join(' ')}`),
      [
        'exact: solving cases of missing',
        'exact: called for the establishment',
        'altered: Lacking legal documents makes',
        'exact: For migrants, lacking proof',
        'altered: Participants underlined that States',
        'spans: The migratory context is',
        'otherFinding: the exclusive use of',
        'unknown: a world without borders',
        'tooShort: data protection first',
        'exact: better data collection to',
      ],
    );
  });

  it('has the quotations that are not judged, and why', () => {
    const draft = Draft.of(
      '“We the peoples of the United Nations” said so.[^1] It was “saving succeeding generations from the scourge of war”. A “zero draft”. And “no such thing” [@idm2022-1, day 9, conclusion 1].\n\n[^1]: The Charter.\n',
      library,
    );
    const { quotations } = reportOf(library, new Checker(draft, prepare(library)).analysed('en'));
    assert.deepEqual(
      quotations.map(({ text: words, verdict, claimed }) => [
        words.split(' ', 2).join(' '),
        verdict.kind === 'notJudged' ? verdict.why : verdict.kind,
        claimed,
      ]),
      [
        ['We the', 'otherSource', true],
        ['saving succeeding', 'uncited', false],
        ['no such', 'unknownSource', true],
      ],
    );
  });

  it('has its line numbers lead into the draft they are of', () => {
    assert.deepEqual(
      lineLinks(
        '# Check\n\n## a.md\n\n| Line | x |\n| --- | --- |\n| 12 | y |\n\n## b.md\n\n| 3 | z |\n\n## Coverage\n\n| Day 1 | 3 |\n',
      ),
      [
        { line: 6, start: 2, end: 4, draft: 0, target: 12 },
        { line: 10, start: 2, end: 3, draft: 1, target: 3 },
      ],
    );
  });

  it('has those of a list lead there, too', () => {
    assert.deepEqual(lineLinks('# Changes\n\n## a.md\n\n- Line 12: y\n  - Before: 3\n- z (it was on line 3)\n'), [
      { line: 4, start: 7, end: 9, draft: 0, target: 12 },
    ]);
  });

  it('has every citation, and not those in code', () => {
    assert.equal(report.citations.length, 13);
    assert.deepEqual([...new Set(report.citations.map(each => each.form))].toSorted(), ['footnote', 'inText']);
    assert.ok(report.citations.every(({ start, end }) => /IOM|\[\^idm/.test(text.slice(start, end))));
  });

  it('tells by day and theme what is used', () => {
    assert.deepEqual(
      report.coverage.map(({ day, findings }) => `${day}: ${findings.map(each => each.uses).join(' ')}`),
      ['1: 2 2 4 0 0 0', '2: 2 1 2', '2: 0 0 0 0 0 0', '2: 0 0 0', '3: 0 0 0 0', '3: 0 0 0 0'],
    );
  });

  it('leaves words that may be another’s to them, and names out', () => {
    const draft =
      'They said “no border was ever drawn by those who cross it” [@smith2020; @idm2022-1-d3c3]. The “Marrakech Partnership for the Movement of Persons” [@idm2022-1-d3c3].';
    const { quotations } = reportOf(library, new Checker(Draft.of(draft, library), prepare(library)).analysed('en'));
    assert.deepEqual(
      quotations.map(({ text: words, verdict }) => [words, verdict]),
      [['no border was ever drawn by those who cross it', { kind: 'notJudged', why: 'otherSource' }]],
    );
  });

  it('draws a bar that is empty only for nothing and full only for all', () => {
    assert.deepEqual(
      [bar(0, 26, 6), bar(1, 26, 6), bar(13, 26, 6), bar(25, 26, 6), bar(26, 26, 6), bar(0, 0, 6)],
      ['░░░░░░', '█░░░░░', '███░░░', '█████░', '██████', '░░░░░░'],
    );
  });
});
