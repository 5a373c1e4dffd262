// The extensions the bench needs besides the packaged one: an empty one, and ours with a larger library.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../host/paths.mjs';
import { run } from '../../host/processes.mjs';

const folder = join(root, 'out', 'bench');
const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');

async function packaged(stage, name) {
  const vsix = join(folder, `${name}.vsix`);
  await run(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--no-rewrite-relative-links', '--out', vsix], { cwd: stage, quiet: true });
  return vsix;
}

function fresh(name) {
  const stage = join(folder, name);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  return stage;
}

export const emptyId = 'idm-findings.empty';

/** An extension that does nothing: what activating any extension costs. */
export async function emptyVsix() {
  const stage = fresh('empty');
  writeFileSync(join(stage, 'package.json'), JSON.stringify({
    name: 'empty', publisher: 'idm-findings', version: '0.0.0', engines: { vscode: '^1.105.0' },
    main: './extension.js', browser: './extension.js', activationEvents: ['onCommand:empty.never'],
  }));
  writeFileSync(join(stage, 'extension.js'), "'use strict';\nexports.activate = () => ({});\n");
  writeFileSync(join(stage, 'README.md'), 'Nothing.\n');
  return packaged(stage, 'empty');
}

/** Our extension, but with a synthetic library of so many findings in place of the bundled one. */
export async function largeVsix(findings) {
  const stage = fresh('large');
  for (const name of ['package.json', 'package.nls.json', 'README.md', 'media', '.vscodeignore']) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(stage, name), { recursive: true });
  }
  const require = createRequire(import.meta.url);
  const { extension } = require(join(root, 'esbuild.js'));
  await require('esbuild').build({
    ...extension,
    outfile: join(stage, 'dist', 'extension.js'),
    plugins: [{
      name: 'large-library',
      setup(build) {
        build.onResolve({ filter: /\/bundled$/ }, ({ importer }) =>
          (importer === 'large' ? undefined : { path: 'large', namespace: 'large' }));
        build.onLoad({ filter: /.*/, namespace: 'large' }, () => ({
          contents: `
            import { library as real } from './src/domain/corpus/bundled';
            import { Library } from './src/domain/corpus/library';
            import { synthetic } from './test/fixtures/search/synthetic';
            const [first] = real.corpora;
            const made = synthetic(real, ${findings} - real.findings.length);
            export const library = new Library([first, { ...first, id: made[0].corpus, findings: made, passages: [], defects: [] }]);
          `,
          resolveDir: root, loader: 'ts',
        }));
      },
    }],
  });
  return packaged(stage, 'large');
}
