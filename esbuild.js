// Builds what runs: the extension's one bundle (both hosts load it), and the bundles of tests and
// build steps. `node esbuild.js [--watch] [--unit] [--pandoc] [--data]`; without a name, the extension.
const esbuild = require('esbuild');
const { readFileSync, readdirSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');

const args = new Set(process.argv.slice(2));
const watch = args.has('--watch');

/** Where each rule is explained: its page in docs/rules, and the line, from 1. A problem's code links there. */
const rulePlaces = () => Object.fromEntries(filesBelow('docs/rules', '.md').flatMap(file => readFileSync(file, 'utf8').split('\n').flatMap((text, at) => {
  const [, code] = /^## ([a-z]+-[a-z-]+)$/.exec(text) ?? [];
  return code ? [[code, { page: basename(file, '.md'), line: at + 1 }]] : [];
})));

const filesBelow = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .filter(name => name.endsWith(ending))
    .map(name => join(folder, name));

const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  // The watch task waits for esbuild's words.
  logLevel: watch ? 'info' : 'warning',
  loader: { '.txt': 'text' },
  define: { RULE_PLACES: JSON.stringify(rulePlaces()) },
  sourcemap: true,
  sourcesContent: false,
};

/** What a corpus says twice, and what the source itself says: src/domain/corpus/withWords.ts puts it back. */
function withoutRepeats(key, value) {
  if (key === 'text' || key === 'heading' || key === 'corpus' || (key === 'id' && /s\d+$/.test(value))) return undefined;
  return key === 'theme' ? { ordinal: value.ordinal } : value;
}

/** The package carries the source's words once, in source.txt: a corpus goes in without them. */
const wordsOnce = {
  name: 'words-once',
  setup(build) {
    build.onLoad({ filter: /[\\/]corpus\.json$/ }, ({ path }) => ({
      loader: 'json',
      contents: JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), withoutRepeats),
    }));
  },
};

/**
 * Every module of the editor layer shares one `vscode`: esbuild would copy the whole API for each of them, property by
 * property, which takes longer than all else when the bundle is loaded.
 */
const oneVSCode = {
  name: 'one-vscode',
  setup(build) {
    build.initialOptions.banner = { js: '"use strict"; const vscode = require("vscode");' };
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        .replace("import * as vscode from 'vscode';", '')
        .replace(/^import (\{[^}]+\}) from 'vscode';/m, 'const $1 = vscode;'),
    }));
  },
};

/** Names as short as can be: what esbuild leaves is some hundredths larger, packed. Properties keep theirs. */
const smaller = {
  name: 'smaller',
  setup(build) {
    build.onEnd(async ({ errors }) => {
      if (errors.length > 0) return;
      const { outfile } = build.initialOptions;
      const options = { ecma: 2022, toplevel: true, compress: { passes: 3, ecma: 2022, keep_fargs: false }, format: { ecma: 2022 } };
      const { code } = await require('terser').minify(readFileSync(outfile, 'utf8'), options);
      writeFileSync(outfile, code);
    });
  },
};

/** The extension: no Node API is touched, so this bundle is both `main` and `browser`. */
const extension = {
  ...common,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  platform: 'browser',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  plugins: watch ? [wordsOnce, oneVSCode] : [wordsOnce, oneVSCode, smaller],
  minify: !watch,
  sourcemap: watch,
};

/** Pure tests: one bundle a file, run by mocha in Node. */
const unit = () => ({
  ...common,
  entryPoints: filesBelow('test/unit', '.test.ts'),
  outdir: 'out/unit',
  outbase: 'test/unit',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  packages: 'external',
});

/** Tests that run the pandoc that is installed. */
const pandoc = () => ({
  ...unit(),
  entryPoints: filesBelow('test/pandoc', '.test.ts'),
  outdir: 'out/pandoc',
  outbase: 'test/pandoc',
});

/** The step that turns source documents into corpora. */
const data = {
  ...common,
  entryPoints: ['data/build.ts'],
  outfile: 'out/data/build.cjs',
  platform: 'node',
};

async function main() {
  const wanted = [
    args.has('--unit') && unit(),
    args.has('--pandoc') && pandoc(),
    args.has('--data') && data,
  ].filter(Boolean);
  if (wanted.length === 0) wanted.push(extension);
  for (const options of wanted) {
    if (watch) await (await esbuild.context(options)).watch();
    else await esbuild.build(options);
  }
}

// Required by a build step or a test, it only says how the extension is built.
module.exports = { extension, withoutRepeats };
if (require.main === module) {
  main().catch(error => {
    console.error(error.message);
    process.exit(1);
  });
}
