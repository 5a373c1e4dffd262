// Each rule for attributions finds what its examples say, and the page of rules is up to date.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { bits } from '../../../src/domain/check/attribution/tags';
import { pattern } from '../../../src/domain/check/attribution/pattern';
import { phrases } from '../../../src/domain/check/attribution/rules/phrases';
import { rules } from '../../../src/domain/check/attribution/rules/rules';
import { readBy, rulesTable, unmarked } from './attributionRulesTable';

const file = 'docs/attribution-rules.md';

describe('the rules for attributions', () => {
  for (const rule of rules) {
    it(`${rule.name}: finds what its examples mark, and nothing where they mark nothing`, () => {
      for (const example of rule.matches) {
        const { places, found } = readBy(rule, unmarked(example));
        assert.deepEqual(places, [/‹(.*)›/.exec(example)?.[1]], example);
        assert.equal(found.length, rule.gives === 'nobody' ? 0 : 1, example);
      }
      for (const text of rule.misses) assert.deepEqual(readBy(rule, text).found, [], text);
      if (rule.gives === 'nobody')
        for (const text of rule.misses) assert.deepEqual(readBy(rule, text).places, [], text);
      assert.ok(rule.matches.length > 0 && rule.misses.length > 0, 'a rule has examples of both kinds');
    });
  }

  it('have names of their own', () => {
    assert.equal(new Set(rules.map(({ name }) => name)).size, rules.length);
  });

  it('use every tag and phrase there is', () => {
    const used = new Set(
      [...rules, ...Object.values(phrases)].flatMap(each =>
        'pattern' in each ? (each.pattern.match(/\b[A-Z_]+\b/g) ?? []) : [],
      ),
    );
    assert.deepEqual(
      [...Object.keys(bits), ...Object.keys(phrases)].filter(each => !used.has(each)),
      [],
    );
  });

  it('are on their page as they are', () => {
    const table = rulesTable();
    // `npm run attribution-rules` writes it, to be read line by line before it is committed.
    if (process.env['UPDATE_EXPECTED']) writeFileSync(file, table);
    const written = readFileSync(file, 'utf8').split('\n');
    const differing = table.split('\n').flatMap((line, at) => (line === written[at] ? [] : [`${at + 1}: ${line}`]));
    assert.deepEqual(
      differing.slice(0, 5),
      [],
      `${differing.length} lines of ${file} differ: write it anew with "npm run attribution-rules", and read what changed`,
    );
    assert.equal(table.split('\n').length, written.length);
  });
});

describe('the language of the rules', () => {
  const wrong: readonly (readonly [source: string, error: RegExp])[] = [
    ['NOUM by', /no tag “NOUM”/],
    ['(by / from', /lacks a bracket/],
    ['by)', /“\)” is too much/],
    ['by ?? x', /no tag/],
    ['by [x]', /cannot be read/],
  ];
  for (const [source, error] of wrong)
    it(`refuses “${source}”`, () => assert.throws(() => pattern(source, phrases), error));
});
