// Builds the extension and packages it as a VSIX; fails unless that holds exactly what belongs in it.
// `node scripts/package.mjs [--out FILE]`; as a module: `packageVsix()`.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../test/host/paths.mjs';
import { run } from '../test/host/processes.mjs';
import { deadLinks, packagedReadme } from './links.mjs';
import { zipEntries } from './zip.mjs';

/** The most bytes a VSIX may have. */
export const limit = 3 * 1024 * 1024;

/**
 * The time that all files in the VSIX bear, in seconds since 1970, unless SOURCE_DATE_EPOCH says another: the earliest
 * that a ZIP can say. With it vsce writes the same bytes whenever it packs the same files.
 */
const packedAt = process.env.SOURCE_DATE_EPOCH || '315532800';

/** The most bytes that activation may read in the Node host. */
export const startLimit = 100_000;

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
  'extension/dist/web.js',
];

/** What it may hold besides. */
const allowed = [
  /^extension\/package\.nls\.[a-z-]+\.json$/,
  /^extension\/media\/[\w/.-]+\.(svg|png|css|json)$/,
  /^extension\/dist\/(?:part|shared|view)-\w+\.js$/,
  /^extension\/docs\/rules\/[\w-]+\.md$/,
];

/** What is wrong with a VSIX of these entries and this size: empty when nothing is. */
export function faults(names, size) {
  return [
    ...always.filter(name => !names.includes(name)).map(name => `${name} is missing`),
    ...names
      .filter(name => !always.includes(name) && !allowed.some(pattern => pattern.test(name)))
      .map(name => `${name} does not belong in it`),
    ...(size > limit ? [`it has ${size} bytes; at most ${limit} are allowed`] : []),
  ];
}

/**
 * Copies what .vscodeignore lets into the VSIX to a folder of its own: a ZIP says who may read a file, and there that
 * does not depend on how the project was checked out.
 * @returns {Promise<string>} the folder
 */
async function stage() {
  // Imported here: in a fresh clone this file is read before anything is installed.
  const { listFiles, PackageManager } = await import('@vscode/vsce');
  const folder = join(root, 'out', 'package');
  rmSync(folder, { recursive: true, force: true });
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  for (const file of files) {
    const copy = join(folder, file);
    mkdirSync(dirname(copy), { recursive: true });
    if (file === 'README.md') writeFileSync(copy, packagedReadme(readFileSync(join(root, file), 'utf8'), root));
    else copyFileSync(join(root, file), copy);
    chmodSync(copy, 0o644);
  }
  const dead = deadLinks(
    folder,
    files.filter(file => file.endsWith('.md')),
  );
  if (dead.length > 0) throw new Error(`Links that lead nowhere in the package:\n  ${dead.join('\n  ')}`);
  return folder;
}

/** The bytes of `extension.js` and of what it requires as it is loaded. */
function sizeAtStart(folder, file = 'extension.js', read = new Set()) {
  if (read.has(file)) return 0;
  read.add(file);
  const text = readFileSync(join(folder, file), 'utf8');
  const required = [...text.matchAll(/require\("\.\/(shared-\w+\.js)"\)/g)].map(([, name]) => name);
  return required.reduce((sum, name) => sum + sizeAtStart(folder, name, read), statSync(join(folder, file)).size);
}

/**
 * Builds the extension and packages it. The same sources give the same bytes.
 * @param {string} [out] the VSIX's path; unless told, NAME-VERSION.vsix in the project's root folder
 * @returns {Promise<{ vsix: string, size: number, bundle: number }>} its path, its size and that of what activation
 *   reads in the Node host, in bytes
 */
export async function packageVsix(out) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const vsix = resolve(out ?? join(root, `${name}-${version}.vsix`));
  mkdirSync(dirname(vsix), { recursive: true });
  await run(process.execPath, ['esbuild.js'], { cwd: root, quiet: true });
  const staged = await stage();
  await run(
    process.execPath,
    [
      join(root, 'node_modules', '@vscode', 'vsce', 'vsce'),
      'package',
      '--no-dependencies',
      '--allow-missing-repository',
      '--no-rewrite-relative-links',
      '--out',
      vsix,
    ],
    {
      cwd: staged,
      quiet: true,
      // A ZIP says local times, so the time zone is one, too.
      env: { ...process.env, SOURCE_DATE_EPOCH: packedAt, TZ: 'UTC' },
    },
  );
  const size = statSync(vsix).size;
  const wrong = faults(
    zipEntries(vsix).map(entry => entry.name),
    size,
  );
  const bundle = sizeAtStart(join(root, 'dist'));
  if (bundle > startLimit) wrong.push(`activation reads ${bundle} bytes; at most ${startLimit} are allowed`);
  if (wrong.length > 0) throw new Error(`The VSIX is not as it should be:\n  ${wrong.join('\n  ')}`);
  return { vsix, size, bundle };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--out');
  packageVsix(at > 0 ? process.argv[at + 1] : undefined).then(
    ({ vsix, size, bundle }) => {
      for (const { name, packed } of zipEntries(vsix)) console.log(`${String(packed).padStart(8)}  ${name}`);
      console.log(
        `${relative(process.cwd(), vsix)}: ${size} bytes (at most ${limit}); ${bundle} bytes read at activation`,
      );
    },
    error => {
      console.error(error.message);
      process.exit(1);
    },
  );
}
