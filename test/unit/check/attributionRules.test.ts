// Each rule for attributions finds what its examples say, and the page of rules is up to date.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { bits } from '../../../src/domain/check/attribution/tags';
import { pattern } from '../../../src/domain/check/attribution/pattern';
import { phrases } from '../../../src/domain/check/attribution/rules/phrases';
import { verbPhrases } from '../../../src/domain/check/attribution/rules/verbPhrases';
import { verbRules } from '../../../src/domain/check/attribution/rules/verbs';
import { rules } from '../../../src/domain/check/attribution/rules/rules';
import { readBy, rulesTable, unmarked } from './attributionRulesTable';

const file = 'docs/attribution-rules.md';

const isVerbRule = ({ name }: { readonly name: string }): boolean => verbRules.some(each => each.name === name);

describe('the rules for attributions', () => {
  for (const rule of [...rules, ...verbRules]) {
    it(`${rule.name}: finds what its examples mark, and nothing where they mark nothing`, () => {
      for (const example of rule.matches) {
        const { places, found } = readBy(rule, unmarked(example));
        assert.deepEqual(places, [/‹(.*)›/.exec(example)?.[1]], example);
        assert.equal(found.length, rule.gives === 'nobody' ? 0 : 1, example);
      }
      // What a rule of speakers reads it only tells of where it is asserted of the dialogue.
      for (const text of rule.misses) {
        const { places, found } = readBy(rule, text);
        assert.deepEqual(rule.gives === 'nobody' || isVerbRule(rule) ? places : found, [], text);
      }
      assert.ok(rule.matches.length > 0 && rule.misses.length > 0, 'a rule has examples of both kinds');
    });
  }

  it('have names of their own', () => {
    assert.equal(new Set([...rules, ...verbRules].map(({ name }) => name)).size, rules.length + verbRules.length);
  });

  it('use every tag and phrase there is', () => {
    const used = new Set(
      [...rules, ...verbRules, ...Object.values(phrases)].flatMap(each =>
        'pattern' in each ? (each.pattern.match(/\b[A-Z_]+\b/g) ?? []) : [],
      ),
    );
    assert.deepEqual(
      [...Object.keys(bits), ...Object.keys(phrases), ...Object.keys(verbPhrases)].filter(each => !used.has(each)),
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
