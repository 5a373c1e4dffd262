import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json';
import words from '../../../package.nls.json';
import { forms, languages, styles } from '../../../src/domain/citation/options';
import { commands } from '../../../src/editor/commands';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => readFileSync(join('src', name), 'utf8'));
const code = files.join('\n');
const contributes = manifest.contributes as unknown as {
  commands: { command: string }[];
  configuration: {
    properties: Record<
      string,
      { readonly type: string; readonly enum?: readonly string[]; readonly enumItemLabels?: readonly string[] }
    >;
  }[];
};

describe('the manifest', () => {
  it('contributes no setting that no code reads', () => {
    const keys = contributes.configuration.flatMap(group => Object.keys(group.properties));
    assert.ok(keys.length > 0);
    assert.deepEqual(
      keys.filter(key => {
        const own = key.replace(/^idmFindings\./u, '');
        const family = own.slice(0, own.lastIndexOf('.') + 1);
        return !code.includes(`'${own}'`) && !code.includes(`\`${family}\${`);
      }),
      [],
    );
  });

  it('offers the forms, styles and languages of the code, each with a name', () => {
    const settings = new Map(contributes.configuration.flatMap(group => Object.entries(group.properties)));
    const offered = (key: string): readonly string[] | undefined => settings.get(`idmFindings.${key}`)?.enum;
    assert.deepEqual(offered('citation.form'), forms);
    assert.deepEqual(offered('citation.style'), styles);
    assert.deepEqual(offered('draft.language'), ['auto', ...languages]);
    for (const [key, { enum: choices, enumItemLabels: names }] of settings)
      if (choices !== undefined && names !== undefined) assert.equal(names.length, choices.length, key);
  });

  it('names commands and choices by signs that a keyboard has: lists find by what is typed', () => {
    const names = Object.entries(words).filter(([key]) => /^(?:command|setting\..*\.style)\./u.test(key));
    assert.ok(names.length > 20);
    // An ellipsis ends a name, and a tick begins one.
    assert.deepEqual(
      names.filter(([, name]) => /[^ -~]/u.test(name.replace(/^✓ |…$/gu, ''))),
      [],
    );
    // What commands do that begin alike is found by the first word of one of them.
    const titles = names.flatMap(([key, name]) => (key.startsWith('command.') ? [name] : []));
    assert.deepEqual(
      titles.filter(title => title.includes('Restyle')),
      ['Restyle the Citations…'],
    );
  });

  it('contributes the commands of the code, but for those that only rows, hovers, links and fixes run', () => {
    const internal: readonly string[] = [
      commands.openRule,
      commands.explainLinkValidation,
      commands.goToMention,
      commands.chooseFinding,
      commands.writeNote,
      commands.fixed,
      commands.followCitation,
    ];
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).toSorted(),
      Object.values(commands)
        .filter(command => !internal.includes(command) && !command.startsWith('idmFindings.completion.'))
        .toSorted(),
    );
  });

  it('contributes no command that no code registers', () => {
    // Where a command is only named to be run: by code, a row, a button or a link.
    const runs = /(?:executeCommand\(|commandLink\(|command: |includes\()\s*$/u;
    const registered = new Set(
      files
        .filter(text => /registerCommand\(/u.test(text))
        .flatMap(text =>
          [...text.matchAll(/(?<!vscode\.)\bcommands\.(\w+)/gu)].flatMap(({ 1: name = '', index }) =>
            runs.test(text.slice(Math.max(0, index - 40), index)) ? [] : [name],
          ),
        ),
    );
    assert.deepEqual(
      Object.keys(commands).filter(name => !registered.has(name)),
      [],
    );
  });

  it('offers a command once in each menu, and not beside the submenu that has it', () => {
    interface Item {
      readonly command?: string;
      readonly submenu?: string;
      readonly group?: string;
    }
    const menus = manifest.contributes.menus as unknown as Record<string, readonly Item[]>;
    const twice = Object.entries(menus).flatMap(([menu, items]) => {
      // An icon on a row is offered in the row's menu as well.
      const listed = items.filter(({ group = '' }) => !group.startsWith('inline'));
      const offered = listed.flatMap(({ command, submenu }) =>
        submenu === undefined ? [command] : (menus[submenu] ?? []).map(item => item.command),
      );
      return offered.filter((command, at) => offered.indexOf(command) < at).map(command => `${menu}: ${command}`);
    });
    assert.deepEqual(twice, []);
    assert.ok(menus['idmFindings.editor']?.some(({ command }) => command === 'idmFindings.showChanges'));
  });

  it('lets a workspace that is not trusted choose among our words only, and set nothing else', () => {
    const settings = contributes.configuration.flatMap(group => Object.entries(group.properties));
    const free = settings
      .filter(([, { type, enum: choices }]) => type !== 'boolean' && choices === undefined)
      .map(([key]) => key);
    assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.toSorted(), free.toSorted());
  });

  it('has words for every key, and no key unused', () => {
    const used = new Set([...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/gu)].map(match => match[1]!));
    assert.deepEqual(
      [...used].filter(key => !(key in words)),
      [],
    );
    assert.deepEqual(
      Object.keys(words).filter(key => !used.has(key)),
      [],
    );
  });

  it('offers inserting, quoting and what supports the words in the draft’s own menu, and cites before it quotes everywhere', () => {
    const menus = manifest.contributes.menus as unknown as Record<
      string,
      readonly { readonly command?: string; readonly submenu?: string; readonly group?: string }[]
    >;
    const inOrder = (menu: string, of = ''): (string | undefined)[] =>
      (menus[menu] ?? [])
        .filter(({ group = '' }) => group.startsWith(of))
        .toSorted((one, other) => ((one.group ?? '') < (other.group ?? '') ? -1 : 1))
        .map(({ command, submenu }) => command ?? submenu);
    assert.ok(inOrder('editor/context').includes('idmFindings.editor'));
    assert.deepEqual(inOrder('idmFindings.editor').slice(0, 4), [
      commands.pickCitation,
      commands.insertQuotation,
      commands.insertBlockQuotation,
      commands.findSupport,
    ]);
    // A row's buttons, the source's and the report's menu have one order.
    assert.deepEqual(inOrder('view/item/context', 'inline'), [
      'idmFindings.row.insertCitation',
      'idmFindings.row.insertQuotation',
    ]);
    assert.deepEqual(inOrder('editor/title', 'navigation'), [
      'idmFindings.citePassageHere',
      'idmFindings.quotePassageHere',
    ]);
    assert.deepEqual(inOrder('webview/context', '1_insert'), ['idmFindings.report.cite', 'idmFindings.report.quote']);
  });
});
