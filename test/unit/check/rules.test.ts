import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import manifest from '../../../package.json';
import { check, prepare } from '../../../src/domain/check/check';
import { codes, defaultSeverities } from '../../../src/domain/check/problem';
import { library } from '../../../src/domain/corpus/bundled';

const tools = prepare(library);

/** The sections of all pages, by the code that is their heading. */
const sections = new Map(readdirSync('docs/rules').filter(name => name !== 'README.md').flatMap(name =>
  readFileSync(`docs/rules/${name}`, 'utf8').split(/^## /m).slice(1).map(section => [/^.*/.exec(section)![0], section] as const)));

describe('the rules', () => {
  it('have a section each on one page, and no section is without a rule', () => {
    assert.deepEqual([...sections.keys()].toSorted(), [...codes].toSorted());
  });

  it('are found at the line where their section begins', () => {
    for (const code of codes) {
      const { page, line } = RULE_PLACES[code]!;
      assert.equal(readFileSync(`docs/rules/${page}.md`, 'utf8').split('\n')[line - 1], `## ${code}`);
    }
  });

  it('are broken by the example in their section, and no other is', () => {
    for (const [code, section] of sections) {
      const [, example] = /```markdown\n([^]*?)```/.exec(section) ?? [];
      assert.ok(example, `an example for ${code}`);
      assert.deepEqual([...new Set(check(example, tools).map(each => each.code))], [code], example);
    }
  });

  it('have a setting each, with their default', () => {
    const properties = Object.assign({}, ...manifest.contributes.configuration.map(group => group.properties)) as Record<string, { default: unknown }>;
    for (const code of codes) assert.equal(properties[`idmFindings.check.${code}`]?.default, defaultSeverities[code], code);
  });
});
