/**
 * What each weight of the search earns: how many of the kept queries have an accepted finding first, and among the first
 * five, with all weights as they are, and with each in turn as if it were not there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { library } from '../../src/domain/corpus/bundled';
import { SearchIndex } from '../../src/domain/search/index';
import { weights } from '../../src/domain/search/weights';

interface Query {
  readonly query: string;
  readonly accept: readonly string[];
}

const queries = readdirSync('test/fixtures/search')
  // The locked queries judge, and are not to be tuned by.
  .filter(name => name.endsWith('.json') && name !== 'locked.json')
  .flatMap(name => JSON.parse(readFileSync(`test/fixtures/search/${name}`, 'utf8')) as Query[]);

/** Weights that change nothing by another number than 0: a factor or a share that is 1 or all. */
const without: Readonly<Record<string, number>> = {
  'field.label': 1,
  'field.topic': 1,
  'answer.apart': 1,
  'answer.finished': 1,
  'worth.unknown': 0.05,
  'worth.weak': 1,
  'score.covers': 1,
  'score.uncovered': 1,
  'score.damping': 0.01,
  'score.damped': 1_000_000,
};

interface Score {
  readonly first: number;
  readonly five: number;
  /** Queries that mean nothing here, and find nothing. */
  readonly silent: number;
}

function measured(): Score {
  const index = SearchIndex.build(library.findings, library);
  let [first, five, silent] = [0, 0, 0];
  for (const { query, accept } of queries) {
    const ids = index.search(query).map(({ finding }) => finding.id);
    if (accept.length === 0) silent += ids.length === 0 ? 1 : 0;
    else if (accept.includes(ids[0] ?? '')) [first, five] = [first + 1, five + 1];
    else if (ids.slice(0, 5).some(id => accept.includes(id))) five += 1;
  }
  return { first, five, silent };
}

export function bench(): object[] {
  const all = measured();
  const meant = queries.filter(({ accept }) => accept.length > 0).length;
  const change = (now: number, before: number): string =>
    now === before ? '' : `${now > before ? '+' : '−'}${Math.abs(now - before)}`;
  const rows = Object.entries(weights).flatMap(([group, own]) =>
    Object.keys(own).map(name => {
      const values = own as unknown as Record<string, number>;
      const before = values[name] ?? 0;
      const gone = without[`${group}.${name}`] ?? 0;
      values[name] = gone;
      const now = measured();
      values[name] = before;
      return [
        `${group}.${name}`,
        before,
        gone,
        change(now.first, all.first),
        change(now.five, all.five),
        change(now.silent, all.silent),
      ];
    }),
  );
  return [
    {
      title: 'Search: what each weight earns',
      columns: ['weight', 'as it is', 'without', 'first', 'first five', 'silent'],
      rows: [['all', '', '', all.first, all.five, all.silent], ...rows],
      notes: [
        `${meant} queries that mean something here, ${queries.length - meant} that do not. Below the first row, what changes without the weight.`,
      ],
    },
  ];
}
