// `npm start`: an editor with the packaged extension and a sample draft, to try it as a person would.
// Desktop VS Code where it can be had, else the VS Code from npm in the browser. Ctrl+C ends it.
//   npm start -- [--port N] [--no-open]
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { install, requireNode } from '../test/host/fresh.mjs';
import { cleanUp, run, scratch, sweep } from '../test/host/processes.mjs';
import { heading, say } from '../test/host/progress.mjs';
import { prepareWorkspace } from '../test/host/workspace.mjs';

const draft = 'declaration.md';

async function main() {
  requireNode();
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } } });
  heading('Dependencies');
  await install();
  sweep();
  heading('Build and package');
  const { packageVsix } = await import('./package.mjs');
  const { vsix, size } = await packageVsix();
  say(`${vsix} (${size} bytes)`);
  const folder = scratch();
  const workspace = prepareWorkspace(join(folder, 'sample'), 'sample');
  heading('Editor');
  const { desktopVSCode } = await import('../test/host/desktop.mjs');
  const executable = await desktopVSCode();
  await (executable
    ? onDesktop({ executable, folder, workspace, vsix })
    : inBrowser({ folder, workspace, vsix, port: values.port, open: !values['no-open'] }));
}

async function onDesktop({ executable, folder, workspace, vsix }) {
  const { prepareDesktop, startDesktop } = await import('../test/host/desktop.mjs');
  const args = await prepareDesktop({ executable, folder, vsix });
  const child = startDesktop(executable, [...args, '--new-window', '--wait', workspace, join(workspace, draft)], {
    stdio: 'ignore',
  });
  say('VS Code is open with the sample draft (a copy). Close it, or press Ctrl+C here, when done.');
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}

async function inBrowser({ folder, workspace, vsix, port, open }) {
  const { startServer } = await import('../test/host/server.mjs');
  // The address is all that is needed to use this editor, terminal included: so it holds a secret.
  const token = randomBytes(12).toString('hex');
  // An address that opens a file opens it on every reload, and VS Code then restores an unsaved draft without its
  // language.
  const settings = { 'files.defaultLanguage': 'markdown' };
  const server = await startServer({ folder, vsix, token, settings, port: port ? Number(port) : undefined });
  const payload = JSON.stringify([['openFile', `vscode-remote://${server.authority}${join(workspace, draft)}`]]);
  const address = `${server.origin}/?tkn=${token}&folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(payload)}`;
  console.log(`\n    Open this address in a browser:\n\n    ${address}\n`);
  say(`The sample draft is ${draft} (a copy). Press Ctrl+C here when done.`);
  if (open) await openInBrowser(address);
  await server.ended;
}

/** Opens the person's browser, where there is a screen to show it on. */
async function openInBrowser(address) {
  const opener =
    {
      darwin: ['open', [address]],
      win32: ['rundll32', ['url.dll,FileProtocolHandler', address]],
    }[process.platform] ?? (process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open', [address]] : undefined);
  if (!opener || process.env.BROWSER === 'none') return;
  if (opener[0] === 'xdg-open' && !(process.env.PATH ?? '').split(':').some(path => existsSync(join(path, 'xdg-open'))))
    return;
  await run(opener[0], opener[1], { quiet: true, timeout: 15_000 }).catch(() => undefined);
}

main().then(
  () => {
    cleanUp();
    process.exit(0);
  },
  error => {
    console.error(`\n${error.message}`);
    process.exit(1);
  },
);
