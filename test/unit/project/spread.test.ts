import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A list spread into a call that takes as many arguments as there are things in it. */
const spread = /(?:\.(?:push|unshift|concat|splice)|Math\.(?:max|min))\(\s*(?:[^(){}]*?,\s*)?\.\.\./gu;

describe('A list that grows with a draft', () => {
  it('is spread into no call: the stack holds its arguments, and src/domain/longLists.ts does the same without it', () => {
    const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && name !== join('domain', 'longLists.ts'))
      .flatMap(name =>
        [...readFileSync(join('src', name), 'utf8').matchAll(spread)].map(([call]) => `src/${name}: ${call}`),
      );
    assert.deepEqual(found, []);
  });
});
