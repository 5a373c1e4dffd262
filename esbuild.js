// Builds what runs: the extension for both hosts, and the bundles of tests and
// build steps. `node esbuild.js [--watch] [--unit] [--pandoc] [--insertions] [--hostile] [--data]`; without a name, the
// extension.
const esbuild = require('esbuild');
const { mkdirSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');

const args = new Set(process.argv.slice(2));
const watch = args.has('--watch');

const filesBelow = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => join(folder, name));

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  // The watch task waits for esbuild's words.
  logLevel: watch ? 'info' : 'warning',
  loader: { '.txt': 'text', '.md': 'text' },
  // Patterns are made where they are used, not read with the bundle: it takes a tenth of a millisecond to read a
  // literal with the letters of every alphabet (\p{L}), and activation read a hundred of them. esbuild offers this for
  // old engines.
  supported: { 'regexp-sticky-and-unicode-flags': false },
  sourcemap: true,
  sourcesContent: false,
};

/**
 * The extension in one file, as a web worker host loads it. No Node API is touched: the same sources run in both hosts.
 */
const extension = /** @type {import('esbuild').BuildOptions} */ ({
  ...common,
  absWorkingDir: __dirname,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/web.js',
  platform: 'browser',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  minify: !watch,
  sourcemap: watch,
});

/** The scripts of webviews: each page loads its own, `dist/view-NAME.js`, made of `src/webview/NAME.view.ts`. */
const views = () =>
  Object.fromEntries(filesBelow('src/webview', '.view.ts').map(file => [`view-${basename(file, '.view.ts')}`, file]));

/** The name of the file that holds what `require(asked)` of our sources gives. */
const partName = asked => `part-${basename(asked)}`;

/**
 * Writes the extension for both hosts: `web.js`, one file, since a web worker can load no other; and for the Node host
 * `extension.js` with a file for each module that a `require` of our sources asks for, and for what these share. It
 * takes time to read code, also code that never runs, so that the Node host reads at activation only what activation
 * needs.
 * @param {{ outdir?: string, plugins?: import('esbuild').Plugin[] }} [options]
 */
async function buildExtension({ outdir = join(__dirname, 'dist'), plugins = [] } = {}) {
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await esbuild.build({ ...extension, plugins, outfile: join(outdir, 'web.js'), metafile: true });
  await esbuild.build({ ...extension, plugins: [], entryPoints: views(), outfile: undefined, outdir, format: 'iife' });
  const asked = Object.entries(metafile.inputs)
    .filter(([file]) => !file.includes('node_modules/'))
    .flatMap(([, { imports }]) => imports.filter(({ kind, external }) => kind === 'require-call' && !external));
  const parts = new Map(
    asked.map(({ original, path }) => [partName(original), original.startsWith('.') ? `./${path}` : original]),
  );
  const { outputFiles } = await esbuild.build({
    ...extension,
    outfile: undefined,
    entryPoints: {
      extension: 'src/extension.ts',
      ...Object.fromEntries([...parts.keys()].map(name => [name, `part:${name}`])),
    },
    outdir,
    chunkNames: 'shared-[hash]',
    format: 'esm',
    // In the file, so that the step below reads it and leads a debugger on to the sources.
    sourcemap: watch ? 'inline' : false,
    splitting: true,
    write: false,
    plugins: [
      {
        name: 'parts',
        setup(bundle) {
          // A part is only asked for once the extension is there. With what that imports in each of them, esbuild puts
          // all that activation needs in one file: opening a file takes as long as reading 3 KB of code.
          bundle.onResolve({ filter: /^part:/ }, ({ path }) => ({
            path: path.slice('part:'.length),
            namespace: 'part',
          }));
          bundle.onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({
            contents: `import './src/extension.ts'; export * from '${parts.get(path)}';`,
            resolveDir: __dirname,
          }));
          bundle.onResolve({ filter: /./ }, ({ kind, path, importer }) =>
            kind === 'require-call' && parts.has(partName(path)) && !importer.includes('node_modules')
              ? { path: `./${partName(path)}.js`, external: true }
              : undefined,
          );
        },
      },
      ...plugins,
    ],
  });
  mkdirSync(outdir, { recursive: true });
  for (const { path, text } of outputFiles.filter(file => file.path.endsWith('.js'))) {
    // Only ECMAScript modules can be split, and only CommonJS modules can be loaded at once.
    const { code } = await esbuild.transform(text, {
      sourcefile: path,
      format: 'cjs',
      target: common.target,
      minify: extension.minify,
      sourcemap: watch ? 'inline' : false,
    });
    writeFileSync(path, code);
  }
}

/** What runs in Node. */
const inNode = /** @type {import('esbuild').BuildOptions} */ ({
  ...common,
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  packages: 'external',
});

/**
 * Tests for mocha, many files in one bundle: so the engine reads and optimizes what they test once, not once a file.
 * @param {string} outfile
 * @param {string[]} files
 */
const together = (outfile, files) => ({
  ...inNode,
  outExtension: undefined,
  stdin: {
    contents: files
      .toSorted()
      .map(file => `require(${JSON.stringify(`./${file.replaceAll('\\', '/')}`)});`)
      .join('\n'),
    resolveDir: __dirname,
    sourcefile: basename(outfile),
  },
  outfile,
});

const hostileTests = join('test', 'unit', 'hostile');
const isHostile = file => file.startsWith(hostileTests);
const unitTests = () => filesBelow(join('test', 'unit'), '.test.ts');

/** Pure tests but those of hostile texts. */
const unit = () =>
  together(
    'out/unit/unit.test.cjs',
    unitTests().filter(file => !isHostile(file)),
  );

/** Pure tests of hostile texts, apart: they count what the sources in their bundle do. */
const hostileUnit = () => together('out/unit/hostile.test.cjs', unitTests().filter(isHostile));

/** The tests of one file. */
const oneFile = file => ({ ...inNode, entryPoints: [file], outdir: 'out/oneFile', outbase: 'test/unit' });

/** Tests that run the pandoc that is installed. */
const pandoc = () => together('out/pandoc/pandoc.test.cjs', filesBelow(join('test', 'pandoc'), '.test.ts'));

/** Insertions at every offset of the drafts that are kept for it. */
const insertions = () => ({
  ...inNode,
  entryPoints: ['test/insertions/every.ts'],
  outdir: 'out/insertions',
  outbase: 'test/insertions',
});

/** Hostile texts of every shape and size, over every way in. */
const hostile = () => ({
  ...inNode,
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
  const wanted = /** @type {(import('esbuild').BuildOptions | false)[]} */ ([
    args.has('--unit') && unit(),
    args.has('--unit') && hostileUnit(),
    args.has('--pandoc') && pandoc(),
    args.has('--insertions') && insertions(),
    args.has('--hostile') && hostile(),
    args.has('--data') && data,
  ]).filter(options => options !== false);
  if (wanted.length === 0) {
    if (watch) {
      wanted.push({
        ...extension,
        entryPoints: { extension: 'src/extension.ts', ...views() },
        outfile: undefined,
        outdir: 'dist',
        write: false,
        plugins: [
          {
            name: 'again',
            setup: bundle => {
              bundle.onEnd(({ errors }) => (errors.length === 0 ? buildExtension() : undefined));
            },
          },
        ],
      });
    } else await buildExtension();
  }
  for (const options of wanted) {
    if (watch) await (await esbuild.context(options)).watch();
    else await esbuild.build(options);
  }
}

// Required by a build step or a test, it only says how the extension is built.
module.exports = { common, extension, buildExtension, oneFile };
if (require.main === module) {
  main().catch(error => {
    console.error(error.message);
    process.exit(1);
  });
}
