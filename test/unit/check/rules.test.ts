import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import manifest from '../../../package.json';
import { check, prepare } from '../../../src/domain/check/check';
import { codes, defaultSeverities, type Code } from '../../../src/domain/check/problem';
import { library } from '../../../src/domain/corpus/bundled';

const tools = prepare(library);
const found = (draft: string): string[] => [...new Set(check(draft, tools).map(({ code }) => code))];

/** Each rule's page, by its code. */
const pages = new Map(
  readdirSync('docs/rules')
    .filter(name => name !== 'README.md')
    .map(name => [name.replace(/\.md$/u, ''), readFileSync(`docs/rules/${name}`, 'utf8')]),
);
const page = (code: Code): string => pages.get(code) ?? '';

/** The drafts in the fenced blocks after "Wrong:" or "Right:" on a page. */
function examples(code: Code, word: 'Wrong' | 'Right'): string[] {
  const [, section = ''] = page(code).split(`\n${word}:\n`);
  return [...section.split(/\n(?:Right:|## )/u)[0]!.matchAll(/```markdown\n([^]*?)```/gu)].map(match => match[1]!);
}

describe('the rules', () => {
  it('have a page each, and no page is without a rule', () => {
    assert.deepEqual([...pages.keys()].toSorted(), [...codes].toSorted());
  });

  it('are explained in the same order on every page', () => {
    for (const code of codes) {
      assert.equal(page(code).split('\n')[0], `# ${code}`);
      assert.deepEqual(
        [...page(code).matchAll(/^## (.*)$/gmu)].map(match => match[1]),
        ['What it finds', 'Why', 'Examples', 'How to fix it', 'How to configure it'],
        code,
      );
    }
  });

  it('are each broken by the wrong examples on their page, and no other is', () => {
    for (const code of codes) {
      const wrong = examples(code, 'Wrong');
      assert.ok(wrong.length > 0, `an example for ${code}`);
      for (const draft of wrong) assert.deepEqual(found(draft), [code], draft);
    }
  });

  it('are kept by the right examples on their page, and so are all others', () => {
    for (const code of codes) {
      const right = examples(code, 'Right');
      assert.ok(right.length > 0, `an example for ${code}`);
      for (const draft of right) assert.deepEqual(found(draft), [], draft);
    }
  });

  it('are silenced as their page says', () => {
    for (const code of codes) {
      if (code === 'disable-unused' || code === 'front-matter-unknown') continue;
      const [comment] =
        /<!-- idm-findings-disable-next-line .*-->/u.exec(page(code).split('## How to configure it')[1]!) ?? [];
      assert.equal(comment, `<!-- idm-findings-disable-next-line ${code} -- the reason -->`);
    }
  });

  it('have a row each in the table of severities, with their default, which their page and the list of rules say', () => {
    const properties = Object.assign(
      {},
      ...manifest.contributes.configuration.map(group => group.properties),
    ) as Record<string, { default?: unknown; properties?: Record<string, { default: unknown }> }>;
    const rows = properties['idmFindings.check.severities']?.properties ?? {};
    assert.deepEqual(Object.keys(rows).toSorted(), [...codes].toSorted());
    // So that the table shows every row before any is set.
    assert.deepEqual(properties['idmFindings.check.severities']?.default, defaultSeverities);
    const list = readFileSync('docs/rules/README.md', 'utf8');
    // VS Code shows the codes alone in the table: what they mean is said above it.
    const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
    const above = texts['setting.check.severities']!;
    // And on each row what the report calls the rule.
    const names = readFileSync('src/editor/check/ruleNames.ts', 'utf8');
    for (const code of codes) {
      assert.ok(above.includes(`\`${code}\`: `), code);
      const [, name] = new RegExp(`'${code}': vscode\\.l10n\\.t\\('([^']+)'\\)`, 'u').exec(names) ?? [];
      assert.ok(texts[`setting.check.${code}`]!.startsWith(`${name}. `), code);
      assert.equal(rows[code]?.default, defaultSeverities[code], code);
      assert.ok(page(code).includes(`Default severity: ${defaultSeverities[code]}`), code);
      assert.ok(page(code).includes(`\`idmFindings.check.severities\`, give \`${code}\``), code);
      assert.match(
        list,
        new RegExp(`^\\| \\[${code}\\]\\(${code}\\.md\\) \\|.*\\| ${defaultSeverities[code]}\\b`, 'mu'),
      );
    }
  });
});
