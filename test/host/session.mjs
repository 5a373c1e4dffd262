// One window of the npm VS Code that runs a test module in its extension host.
import { join } from 'node:path';
import { keepEvidence, openBrowser } from './browser.mjs';
import { patience } from './slow.mjs';

/**
 * Opens a window whose extension host calls `run()` of `runner/index.js`. Give `shown` to open it in
 * a browser that is there already.
 * @param {{ server: { origin: string, authority: string, log: () => string }, runner: string, workspace: string,
 *   timeout: number, onLine: (text: string, type: string) => void, unseen?: boolean }} options
 * @returns {Promise<{ ended: Promise<number>, evidence: (name: string) => Promise<string>, close: () => Promise<void>
 *   }>} `ended`: the code it ended with; rejects after `timeout` ms or when the page crashes
 */
export async function openSession({ server, runner, workspace, timeout, onLine, unseen = false }) {
  const shown = await openBrowser({ unseen });
  const ended = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The suite did not end within ${timeout / 1000} s.`)), timeout);
    const end = (settle, value) => {
      clearTimeout(timer);
      settle(value);
    };
    shown.page.on('crash', () => end(reject, new Error('The page with VS Code crashed.')));
    void shown.page.exposeFunction('codeAutomationLog', (type, args) => onLine(args.map(String).join(' '), type));
    void shown.page.exposeFunction('codeAutomationExit', code => end(resolve, code));
  });
  ended.catch(() => undefined);
  const inServer = path =>
    `vscode-remote://${server.authority}${path.startsWith('/') ? '' : '/'}${path.replaceAll('\\', '/')}`;
  const payload = JSON.stringify([
    ['extensionDevelopmentPath', inServer(runner)],
    ['extensionTestsPath', inServer(join(runner, 'index.js'))],
    ['skipWelcome', 'true'],
  ]);
  const close = () => shown.browser.close().catch(() => undefined);
  const evidence = name => keepEvidence(name, shown, server);
  try {
    await shown.page.goto(
      `${server.origin}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(payload)}`,
      { timeout: 4 * patience },
    );
  } catch (error) {
    error.message += `\nSee ${await evidence('opening')}`;
    await close();
    throw error;
  }
  return { ended, evidence, close };
}
