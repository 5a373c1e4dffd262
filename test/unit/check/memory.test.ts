import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { check, prepare } from '../../../src/domain/check/check';
import { library } from '../../../src/domain/corpus/bundled';

const tools = prepare(library);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (how?: { readonly type: 'minor' }) => void;

/** What the engine holds once all garbage is collected, in bytes. */
function held(): number {
  for (let times = 0; times < 3; times++) collect();
  return process.memoryUsage().heapUsed;
}

/** A word that no other draft has. */
const own = (number: number): string =>
  `inter${[...String(number)].map(digit => 'abcdefghij'[Number(digit)]).join('')}nationalization`;

describe('drafts that were checked and are gone', () => {
  it('leave nothing of their texts behind, whatever their words are', () => {
    const long = 'Migrants travel along the way to somewhere else. '.repeat(200);
    const read = (from: number): void => {
      for (let number = from; number < from + 300; number++) {
        const found = check(
          `${long}All States called for a high-level panel on deaths in transit and its ${own(number)} [@idm2022-1, day 1, conclusion 1].\n`,
          tools,
        );
        assert.ok(found.length > 0);
      }
    };
    read(1000);
    const before = held();
    read(2000);
    const more = (held() - before) / long.length;
    assert.ok(more < 30, `what is held of 300 texts is as much as ${more.toFixed(0)} of them`);
  });

  it('wait for no great collection of garbage', () => {
    const long = 'Migrants – they travel along the way to somewhere else. '.repeat(200);
    const read = (from: number, to: number): void => {
      for (let number = from; number < to; number++) {
        const found = check(
          `${long}They said “local authorities could never work alone in ${number}” [@idm2022-1, day 3, conclusion 3].\n`,
          tools,
        );
        assert.ok(found.length > 0);
      }
    };
    read(1000, 1100);
    const before = held();
    for (let from = 2000; from < 2300; from += 20) {
      read(from, from + 20);
      // What lives longer than two small collections is left to a great one.
      for (let times = 0; times < 2; times++) collect({ type: 'minor' });
    }
    const more = (process.memoryUsage().heapUsed - before) / long.length;
    // Some 160 in an engine of its own; some 870 while generator functions were made for each quotation.
    assert.ok(more < 300, `what is left of 300 texts is as much as ${more.toFixed(0)} of them`);
  });
});
