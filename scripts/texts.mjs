// `npm run texts` writes down all texts that a user sees: docs/texts.md, to be read, and l10n/bundle.l10n.json, to be
// translated.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../test/host/paths.mjs';
import { bundle, codeTexts } from './textsOfCode.mjs';

const introduction = `# All texts

Every text of ours that a user sees, to be read as a whole: what the manifest says, then what the code says, file by file.
Made by \`npm run texts\`; a test holds it up to date. Below a text stand what is put in for {0}, {1} … (in the code's words) and
what translators are told (→, from l10n/notes.json). The labels of findings are in data/*/labels.json, the pages of the rules in docs/rules.
`;

/** @typedef {{ readonly package: any, readonly nls: Record<string, string> }} Manifest */

function grouped(all, keyOf) {
  const groups = new Map();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

const block = lines => ['```text', ...lines, '```'];
const indented = text => text.split('\n').map(line => `    ${line}`.trimEnd());

/** A setting's name as VS Code's settings show it: "Citation: Bluebook Abbreviations". */
function settingName(key) {
  const titled = part => part.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/^./, letter => letter.toUpperCase());
  const parts = key.split('.').slice(1).map(titled);
  return `${parts.slice(0, -1).join(' › ')}: ${parts.at(-1)}`;
}

/** The settings, each with its name, what it says and what its values are called. */
function settingLines({ package: { contributes }, nls }) {
  const said = text => text?.replace(/^%(.+)%$/, (whole, key) => nls[key] ?? whole);
  const values = ({
    enum: all = [],
    enumItemLabels = [],
    markdownEnumDescriptions = [],
    enumDescriptions = markdownEnumDescriptions,
  }) =>
    all.flatMap((value, at) =>
      indented(
        [`${value}: ${said(enumItemLabels[at] ?? '(no label)')}`, said(enumDescriptions[at])]
          .filter(Boolean)
          .join('. '),
      ),
    );
  return contributes.configuration.flatMap(({ title, properties }) => [
    `## Settings: ${said(title)}`,
    '',
    ...block(
      Object.entries(properties).flatMap(([key, setting], at) => [
        ...(at > 0 ? [''] : []),
        `${settingName(key)} (${key})`,
        ...indented(said(setting.markdownDescription ?? setting.description)),
        ...(setting.patternErrorMessage ? [...indented(`otherwise: ${said(setting.patternErrorMessage)}`)] : []),
        ...values(setting),
        ...Object.entries(setting.properties ?? {}).flatMap(([name, { description }]) =>
          indented(`${name}: ${said(description)}`),
        ),
      ]),
    ),
    '',
  ]);
}

/** Everything else of the manifest, by the first word of its key. */
function manifestLines({ nls }) {
  const groups = grouped(
    Object.entries(nls).filter(([key]) => !/^(?:setting|configuration)\./.test(key)),
    ([key]) => key.split('.')[0],
  );
  return [...groups].flatMap(([group, texts]) => [
    `## Manifest: ${group}`,
    '',
    ...block(texts.flatMap(([key, text]) => [key, ...indented(text)])),
    '',
  ]);
}

function codeLines(texts) {
  return [...grouped(texts, ({ file }) => file)].flatMap(([file, of]) => [
    `## ${file}`,
    '',
    ...block(
      of.flatMap(({ place, messages, comments, note, args }, at) => [
        ...(place !== of[at - 1]?.place || at === 0 ? [place === '' ? '(module)' : place] : []),
        ...messages.flatMap(indented),
        ...args.map((arg, number) => `        {${number}} = ${arg.length > 80 ? `${arg.slice(0, 80)}…` : arg}`),
        ...[...comments, ...(note === undefined ? [] : [note])].map(comment => `        → ${comment}`),
      ]),
    ),
    '',
  ]);
}

/** The two files, by their names. */
export function textFiles() {
  const read = name => JSON.parse(readFileSync(join(root, name), 'utf8'));
  const manifest = { package: read('package.json'), nls: read('package.nls.json') };
  const texts = codeTexts(root);
  return {
    'docs/texts.md': [introduction, ...settingLines(manifest), ...manifestLines(manifest), ...codeLines(texts)].join(
      '\n',
    ),
    'l10n/bundle.l10n.json': bundle(texts),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [file, text] of Object.entries(textFiles())) writeFileSync(join(root, file), text);
}
