import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { listedUnder, saidBy } from '../../../src/domain/browse/attribution';
import { byObjective, bySpeaker, byTheme, groupings } from '../../../src/domain/browse/groupings';
import { objectiveLabel, objectiveTitle } from '../../../src/domain/browse/objectives';
import { entriesOf, rowOf, type Row } from '../../../src/domain/browse/rows';
import { library } from '../../../src/domain/corpus/bundled';
import { Library } from '../../../src/domain/corpus/library';
import { property } from '../../property';

/** A tree as indented lines: what a person would see, in codes. */
function outline(rows: readonly Row[], depth = 0): string[] {
  return rows.flatMap(({ subject, children }) => {
    return [' '.repeat(depth) + nameOf(subject), ...outline(children, depth + 1)];
  });
}

function nameOf(subject: Row['subject']): string {
  if ('day' in subject) return `day ${subject.day.number}`;
  if ('heading' in subject) return 'theme';
  if ('who' in subject) return subject.who;
  if ('objective' in subject) return `objective ${subject.objective}`;
  return 'entry' in subject ? subject.entry.id.replace('idm2022-1-', '') : subject.kind;
}

function walk(rows: readonly Row[]): Row[] {
  return rows.flatMap(row => [row, ...walk(row.children)]);
}

const d = (day: number, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `  d${day}c${from + i}`);

const background = ['background', ' b1', ' b2', ' b3', ' b4', ' b5', ' b6', ' b7', ' b8', 'document'];

describe('groupings', () => {
  it('by day and theme, all 26 in the order of the source, then background and the document as a whole', () => {
    assert.deepEqual(outline(byTheme.rows(library)), [
      'day 1',
      ' theme',
      ...d(1, 1, 6),
      'day 2',
      ' theme',
      ...d(2, 1, 3),
      ' theme',
      ...d(2, 4, 9),
      ' theme',
      ...d(2, 10, 12),
      'day 3',
      ' theme',
      ...d(3, 1, 4),
      ' theme',
      ...d(3, 5, 8),
      ...background,
    ]);
  });

  it('by speaker, a finding under everyone it names, under nobody only where it names no one', () => {
    const tree = outline(bySpeaker.rows(library));
    assert.deepEqual(tree.slice(0, 2), ['consensus among speakers', ' d1c4']);
    const group = (who: string): string[] => {
      const start = tree.indexOf(who) + 1;
      const length = tree.slice(start).findIndex(line => !line.startsWith(' '));
      return tree.slice(start, start + length).map(line => line.trim());
    };
    assert.deepEqual(group('some speakers'), ['d1c1']);
    assert.deepEqual(group('panelists'), ['d2c7']);
    assert.deepEqual(group('discussions'), ['d2c7']);
    assert.deepEqual(group('passive'), ['d3c2', 'd3c3']);
    assert.deepEqual(group('unnamed'), ['d1c2', 'd1c6', 'd2c11', 'd2c12', 'd3c4', 'd3c7']);
    assert.ok(group('participants').includes('d1c1') && group('speakers').includes('d1c4'));
    assert.deepEqual(tree.slice(-background.length), background);
  });

  it('by suggested objective, in the order of their numbers', () => {
    const rows = byObjective.rows(library);
    const numbers = rows.flatMap(({ subject }) => (subject.kind === 'objective' ? [subject.objective] : []));
    assert.deepEqual(
      numbers,
      [...new Set(library.findings.flatMap(finding => finding.objectives))].sort((a, b) => a - b),
    );
    for (const { subject, children } of rows) {
      if (subject.kind !== 'objective') continue;
      assert.equal(subject.title, objectiveTitle(subject.objective));
      assert.ok(children.length > 0);
    }
    assert.equal(objectiveTitle(0), undefined);
    assert.equal(objectiveTitle(24), undefined);
    assert.match(objectiveTitle(23) ?? '', /^Strengthen international cooperation/);
  });

  it('have short titles of ours for all 23 objectives, each once, and for every day and theme', () => {
    const labels = Array.from({ length: 23 }, (_, index) => objectiveLabel(index + 1) ?? '');
    assert.ok(
      labels.every(label => label.length > 2 && label.length <= 17),
      labels.join(),
    );
    assert.equal(new Set(labels).size, 23);
    assert.equal(objectiveLabel(24), undefined);
    const named = walk(byTheme.rows(library)).flatMap(({ subject }) => {
      if (subject.kind === 'day') return [subject.day.label];
      return subject.kind === 'theme' ? [subject.label] : [];
    });
    assert.equal(named.length, 3 + 6);
    assert.ok(named.every(label => label !== undefined && !label.startsWith('The need')));
  });

  it('keeps only what a filter keeps, and no empty group', () => {
    assert.deepEqual(outline(byTheme.rows(library, new Set(['idm2022-1-d2c11', 'idm2022-1-b3', 'no-such-id']))), [
      'day 2',
      ' theme',
      '  d2c11',
      'background',
      ' b3',
    ]);
    assert.deepEqual(outline(byTheme.rows(library, new Set(['idm2022-1']))), ['document']);
    assert.deepEqual(byTheme.rows(library, new Set()), []);
  });

  it('shows the corpora as rows when there are several', () => {
    const [corpus] = library.corpora;
    assert.ok(corpus);
    const two = new Library([corpus, { ...corpus, id: 'other', findings: [], passages: [] }]);
    assert.deepEqual(
      byTheme.rows(two).map(row => [row.id, row.subject.kind]),
      [
        ['theme/idm2022-1', 'corpus'],
        ['theme/other', 'corpus'],
      ],
    );
    assert.deepEqual(outline(byTheme.rows(two).slice(1)), ['corpus', ' document']);
  });

  const ids = [...library.findings, ...library.passages].map(({ id }) => id);
  property(
    'every finding is in every grouping, ids are unique and the same each time, parents are right',
    fc.property(fc.constantFrom(...groupings), fc.option(fc.subarray(ids)), (grouping, kept) => {
      const keep = kept ? new Set(kept) : undefined;
      const rows = grouping.rows(library, keep);
      assert.deepEqual([...entriesOf(rows)].map(({ id }) => id).sort(), [...(kept ?? ids)].sort());
      const all = walk(rows);
      assert.equal(new Set(all.map(row => row.id)).size, all.length);
      assert.deepEqual(
        walk(grouping.rows(library, keep)).map(row => row.id),
        all.map(row => row.id),
      );
      for (const row of all) for (const child of row.children) assert.equal(child.parent, row);
      for (const row of rows) assert.equal(row.parent, undefined);
    }),
    { runs: 100 },
  );

  it('finds the row of an entry', () => {
    const rows = byTheme.rows(library);
    assert.equal(rowOf(rows, 'idm2022-1-d3c8')?.id, 'theme/day3/theme2/idm2022-1-d3c8');
    assert.equal(rowOf(rows, 'idm2022-1-d3c9'), undefined);
    assert.equal(rowOf(rows, 'idm2022-1')?.id, 'theme/document');
  });
});

describe('who said it', () => {
  const finding = (id: string) => {
    const entry = library.resolve(`idm2022-1-${id}`)?.entry;
    assert.ok(entry);
    return entry;
  };

  it("is the set of the sentences' attributions, never one for all", () => {
    assert.deepEqual(saidBy(finding('d1c1')), { named: ['participants', 'some speakers'], partlyUnnamed: false });
    assert.deepEqual(saidBy(finding('d1c3')), { named: ['participants'], partlyUnnamed: true });
    assert.deepEqual(saidBy(finding('d2c11')), { named: [], partlyUnnamed: true });
    assert.deepEqual(listedUnder(finding('d2c11')), ['unnamed']);
  });

  it('of one sentence is its own', () => {
    const sentence = library.resolve('idm2022-1-d1c1s2')?.sentence;
    assert.ok(sentence);
    assert.deepEqual(saidBy(sentence), { named: ['some speakers'], partlyUnnamed: false });
  });
});
