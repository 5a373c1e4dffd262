import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import manifest from '../../../package.json';
import { check, prepare } from '../../../src/domain/check/check';
import { codes, defaultSeverities } from '../../../src/domain/check/problem';
import { library } from '../../../src/domain/corpus/bundled';

const tools = prepare(library);

describe('the rules', () => {
  it('have a page each, and no page without a rule', () => {
    const pages = readdirSync('docs/rules').map(name => name.replace(/\.md$/, '')).filter(name => name !== 'README');
    assert.deepEqual(pages.toSorted(), [...codes].toSorted());
    for (const code of codes) assert.ok(readFileSync(`docs/rules/${code}.md`, 'utf8').startsWith(`# ${code}\n`), code);
  });

  it('are broken by the example on their page, and no other is', () => {
    for (const code of codes) {
      const [, example] = /```markdown\n([^]*?)```/.exec(readFileSync(`docs/rules/${code}.md`, 'utf8')) ?? [];
      assert.ok(example, `an example for ${code}`);
      assert.deepEqual([...new Set(check(example, tools).map(each => each.code))], [code], example);
    }
  });

  it('have a setting each, with their default', () => {
    const properties = Object.assign({}, ...manifest.contributes.configuration.map(group => group.properties)) as Record<string, { default: unknown }>;
    for (const code of codes) assert.equal(properties[`idmFindings.check.${code}`]?.default, defaultSeverities[code], code);
  });
});
