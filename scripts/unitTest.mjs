// Runs the unit tests of one file: `node scripts/unitTest.mjs test/unit/FOLDER/NAME.test.ts [WORDS OF A TITLE]`.
// Only that file is bundled, so that it takes a second or two. In this process, so that a debugger stops in it
// (.vscode/launch.json).
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import Mocha from 'mocha';
import { root } from '../test/host/paths.mjs';

const require = createRequire(import.meta.url);
const [file = '', ...words] = process.argv.slice(2);
const name = relative(join(root, 'test', 'unit'), resolve(root, file));
if (name.startsWith('..') || !name.endsWith('.test.ts') || !existsSync(resolve(root, file))) {
  console.error(
    `“${file}” is no file of unit tests. Name one: node scripts/unitTest.mjs test/unit/search/hits.test.ts`,
  );
  process.exit(1);
}
process.chdir(root);
const { oneFile } = require(join(root, 'esbuild.js'));
await require('esbuild').build(oneFile(join('test', 'unit', name)));
const mocha = new Mocha({ timeout: process.execArgv.some(each => each.startsWith('--inspect')) ? 0 : 60_000 });
if (words.join(' ').trim() !== '') mocha.fgrep(words.join(' ').trim());
mocha.addFile(join(root, 'out', 'oneFile', name.replace(/\.ts$/, '.cjs')));
mocha.run(failed => {
  process.exitCode = failed > 0 ? 1 : 0;
});
