// The extensions the bench needs besides the packaged one: an empty one, a yardstick, and ours with a larger library.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../host/paths.mjs';
import { run } from '../../host/processes.mjs';

const folder = join(root, 'out', 'bench');
const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');

async function packaged(stage, name) {
  const vsix = join(folder, `${name}.vsix`);
  await run(
    process.execPath,
    [
      vsce,
      'package',
      '--no-dependencies',
      '--allow-missing-repository',
      '--skip-license',
      '--no-rewrite-relative-links',
      '--out',
      vsix,
    ],
    { cwd: stage, quiet: true },
  );
  return vsix;
}

function fresh(name) {
  const stage = join(folder, name);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  return stage;
}

const require = createRequire(import.meta.url);
const { buildExtension, extension } = require(join(root, 'esbuild.js'));
const { build } = require('esbuild');

/** Packages a small extension. @param code its whole module, in ECMAScript; it is built as ours is */
async function small(name, code) {
  const stage = fresh(name);
  writeFileSync(
    join(stage, 'package.json'),
    JSON.stringify({
      name,
      publisher: 'idm-findings',
      version: '0.0.0',
      engines: { vscode: '^1.105.0' },
      main: './dist/extension.js',
      browser: './dist/extension.js',
      activationEvents: [`onCommand:${name}.never`],
    }),
  );
  writeFileSync(join(stage, 'README.md'), `${name}: for measuring.\n`);
  const { entryPoints: _ours, ...options } = extension;
  await build({
    ...options,
    stdin: { contents: code, resolveDir: root },
    outfile: join(stage, 'dist', 'extension.js'),
  });
  return packaged(stage, name);
}

export const emptyId = 'idm-findings.empty';

/** An extension that does nothing: what activating any extension costs. */
export const emptyVsix = () => small('empty', 'export const activate = () => ({});');

export const yardstickId = 'idm-findings.yardstick';

/**
 * An extension that only loads markdown-it, as it comes in one file from its authors: a yardstick for activation, since
 * VS Code itself loads it for its Markdown preview.
 */
export const yardstickVsix = () =>
  small(
    'yardstick',
    "import MarkdownIt from 'markdown-it-14/dist/markdown-it.js';\nexport const activate = () => ({ MarkdownIt });",
  );

/** Our extension, but with a synthetic library of so many findings in place of the bundled one. */
export async function largeVsix(findings) {
  const stage = fresh('large');
  for (const name of ['package.json', 'package.nls.json', 'README.md', 'media', '.vscodeignore']) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(stage, name), { recursive: true });
  }
  await buildExtension({
    outdir: join(stage, 'dist'),
    plugins: [
      {
        name: 'large-library',
        setup(bundle) {
          bundle.onResolve({ filter: /\/bundled$/ }, ({ importer }) =>
            importer === 'large' ? undefined : { path: 'large', namespace: 'large' },
          );
          bundle.onLoad({ filter: /.*/, namespace: 'large' }, () => ({
            contents: `
            import { library as real } from './src/domain/corpus/bundled';
            import { Library } from './src/domain/corpus/library';
            import { synthetic } from './test/fixtures/search/synthetic';
            const [first] = real.corpora;
            const made = synthetic(real, ${findings} - real.findings.length);
            export const library = new Library([first, { ...first, id: made[0].corpus, findings: made, passages: [], defects: [] }]);
          `,
            resolveDir: root,
            loader: 'ts',
          }));
        },
      },
    ],
  });
  return packaged(stage, 'large');
}
