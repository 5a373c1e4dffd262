// Builds what runs: the extension's one bundle (both hosts load it), and the bundles of tests and
// build steps. `node esbuild.js [--watch] [--unit] [--pandoc] [--insertions] [--hostile] [--data]`; without a name, the extension.
const esbuild = require('esbuild');
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const args = new Set(process.argv.slice(2));
const watch = args.has('--watch');

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
  // Patterns are made where they are used, not read with the bundle: it takes a tenth of a millisecond to read a literal
  // with the letters of every alphabet (\p{L}), and activation read a hundred of them. esbuild offers this for old engines.
  supported: { 'regexp-sticky-and-unicode-flags': false },
  sourcemap: true,
  sourcesContent: false,
};

/** The extension: no Node API is touched, so this bundle is both `main` and `browser`. */
const extension = {
  ...common,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  platform: 'browser',
  mainFields: ['module', 'main'],
  external: ['vscode'],
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

/** Insertions at every offset of the drafts that are kept for it. */
const insertions = () => ({
  ...unit(),
  entryPoints: ['test/insertions/every.ts'],
  outdir: 'out/insertions',
  outbase: 'test/insertions',
});

/** Hostile texts of every shape and size, over every way in. */
const hostile = () => ({
  ...unit(),
  entryPoints: ['test/hostile/hostile.ts'],
  outdir: 'out/hostile',
  outbase: 'test/hostile',
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
    args.has('--insertions') && insertions(),
    args.has('--hostile') && hostile(),
    args.has('--data') && data,
  ].filter(Boolean);
  if (wanted.length === 0) wanted.push(extension);
  for (const options of wanted) {
    if (watch) await (await esbuild.context(options)).watch();
    else await esbuild.build(options);
  }
}

// Required by a build step or a test, it only says how the extension is built.
module.exports = { common, extension };
if (require.main === module) {
  main().catch(error => {
    console.error(error.message);
    process.exit(1);
  });
}
