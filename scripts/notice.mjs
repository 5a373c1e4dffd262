// Writes the end of NOTICE: the licence of every library that the extension's bundle holds, in full.
// `node scripts/notice.mjs` (`npm run notice`); with `--check` it writes nothing and fails if NOTICE is not what it
// would be.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../test/host/paths.mjs';

const notice = join(root, 'NOTICE');
const heading = 'Libraries in the bundle\n-----------------------\n';

/**
 * Licences under which a library may go into the bundle, by their SPDX identifiers: each asks only that its text goes
 * with it.
 */
const permitted = ['(MIT AND BSD)', '0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** Packages that lists below data/made are made of: no code of theirs is bundled, but their words are. */
const ofData = ['node_modules/dictionary-en', 'node_modules/dictionary-en-gb'];

/** The folders of the packages that the bundle holds code of, by what esbuild says it read. */
async function bundledPackages() {
  const require = createRequire(import.meta.url);
  const { extension } = require('../esbuild.js');
  const { metafile } = await require('esbuild').build({
    ...extension,
    absWorkingDir: root,
    write: false,
    metafile: true,
    sourcemap: false,
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const folders = Object.entries(inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? []);
  return [...new Set(folders)].sort();
}

/** What NOTICE says of one package: its name, its address, its licence and the licence's text. */
function entryOf(folder) {
  const { name, license, homepage } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  if (!permitted.includes(license))
    throw new Error(`${name} is under the licence ${license}, which is none of ${permitted.join(', ')}.`);
  const texts = readdirSync(join(root, folder))
    .filter(file => /^(?:licen[cs]e|copying|notice)(?:\.(?:md|txt))?$/i.test(file))
    .sort();
  if (!texts.some(file => !/^notice/i.test(file))) throw new Error(`${name} comes without the text of its licence.`);
  const title = `${name} (${license})${homepage ? `, ${homepage}` : ''}`;
  return [
    title,
    '-'.repeat(name.length),
    '',
    ...texts.map(
      file =>
        `${readFileSync(join(root, folder, file), 'utf8')
          .replaceAll('\r\n', '\n')
          .trim()}\n`,
    ),
  ].join('\n');
}

/**
 * The whole of NOTICE as it should be.
 * @returns {Promise<{ text: string, packages: string[] }>} `packages`: the folders of the packages it names
 */
export async function noticeText() {
  const [ours] = readFileSync(notice, 'utf8').split(heading);
  const packages = [...(await bundledPackages()), ...ofData].sort();
  return {
    text: `${ours}${heading}\nWritten by \`npm run notice\`.\n\n${packages.map(entryOf).join('\n\n')}`,
    packages,
  };
}

/** Fails if NOTICE is not what `npm run notice` would write. */
export async function checkNotice() {
  const { text, packages } = await noticeText();
  if (readFileSync(notice, 'utf8') !== text)
    throw new Error('NOTICE does not hold the licences of what is bundled now. Run "npm run notice" and commit it.');
  return packages;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const work = process.argv.includes('--check')
    ? checkNotice()
    : noticeText().then(({ text, packages }) => {
        writeFileSync(notice, text);
        return packages;
      });
  work.then(
    packages =>
      console.log(
        `NOTICE holds the licences of ${packages.length} bundled libraries: ${packages.map(folder => folder.replace(/^.*node_modules\//, '')).join(', ')}`,
      ),
    error => {
      console.error(error.message);
      process.exit(1);
    },
  );
}
