// Makes the VSIX, and fails unless it holds exactly what belongs in it and stays small.
// `node test/package.mjs [--out FILE]`; as a module: `packageVsix()`.
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './host/paths.mjs';
import { run } from './host/processes.mjs';
import { tightenZip, zipEntries } from './host/zip.mjs';

const limit = 150 * 1024;

/** What every VSIX holds, as vsce names it inside. */
const always = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/package.json',
  'extension/package.nls.json',
  'extension/readme.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
  'extension/NOTICE',
  'extension/dist/extension.js',
];

/** What it may hold besides. */
const allowed = [
  /^extension\/package\.nls\.[a-z-]+\.json$/,
  /^extension\/media\/[\w/.-]+\.(svg|png|css|json)$/,
  /^extension\/docs\/rules\/[\w-]+\.md$/,
];

/**
 * What is for whoever has the repository is left out: of the manifest the scripts and what we build with; of the README the
 * pictures, which the package has not, how to build, and what leads to files that stay behind.
 */
function forUsers(name, content) {
  if (name === 'extension/readme.md') {
    const withoutPictures = content.toString('utf8').replace(/^!\[.*\]\(docs\/images\/.*\)\n+/gm, '');
    return Buffer.from(withoutPictures.replace(/^## (?:Try it|More)\n[^]*?(?=^## |(?![^]))/gm, ''));
  }
  if (name !== 'extension/package.json') return content;
  const { scripts: _scripts, devDependencies: _devDependencies, ...manifest } = JSON.parse(content.toString('utf8'));
  return Buffer.from(JSON.stringify(manifest));
}

/** What is wrong with a VSIX of these entries and this size: empty when nothing is. */
export function faults(names, size) {
  return [
    ...always.filter(name => !names.includes(name)).map(name => `${name} is missing`),
    ...names.filter(name => !always.includes(name) && !allowed.some(pattern => pattern.test(name))).map(name => `${name} does not belong in it`),
    ...(size > limit ? [`it has ${size} bytes; at most ${limit} are allowed`] : []),
  ];
}

/**
 * Builds the extension and packages it.
 * @param {string} [out] the VSIX's path
 * @returns {Promise<{ vsix: string, size: number, bundle: number }>}
 */
export async function packageVsix(out) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const vsix = resolve(out ?? join(root, `${name}-${version}.vsix`));
  mkdirSync(dirname(vsix), { recursive: true });
  await run(process.execPath, ['esbuild.js'], { cwd: root, quiet: true });
  await run(process.execPath, [
    join(root, 'node_modules', '@vscode', 'vsce', 'vsce'), 'package', '--no-dependencies',
    '--allow-missing-repository', '--no-rewrite-relative-links', '--no-update-package-json', '--out', vsix,
  ], { cwd: root, quiet: true });
  // Imported here: in a fresh clone this file is read before anything is installed.
  const { default: zopfli } = await import('@gfx/zopfli');
  await tightenZip(vsix, bytes => zopfli.deflateAsync(bytes, { blocksplittingmax: 0 }), forUsers);
  const size = statSync(vsix).size;
  const wrong = faults(zipEntries(vsix).map(entry => entry.name), size);
  if (wrong.length > 0) throw new Error(`The VSIX is not as it should be:\n  ${wrong.join('\n  ')}`);
  return { vsix, size, bundle: statSync(join(root, 'dist', 'extension.js')).size };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--out');
  packageVsix(at > 0 ? process.argv[at + 1] : undefined).then(({ vsix, size, bundle }) => {
    for (const { name, packed } of zipEntries(vsix)) console.log(`${String(packed).padStart(8)}  ${name}`);
    console.log(`${existsSync(vsix) ? relative(process.cwd(), vsix) : vsix}: ${size} bytes (at most ${limit}); bundle ${bundle} bytes`);
  }, error => {
    console.error(error.message);
    process.exit(1);
  });
}
