// A browser page that shows a VS Code server's workbench.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { chromium, chromiumArguments } from './chromium.mjs';
import { failures } from './paths.mjs';
import { patience, slow } from './slow.mjs';

/** Whether pictures are kept of what tests show: nobody looks at them otherwise, nor at the window. */
export const pictures = Boolean(process.env.IDM_FINDINGS_PICTURES);

/** Makes the window of a page seen, or lays it out without drawing it: to draw takes a quarter of a run's processor time. */
const setSeen = (page, seen) =>
  page.evaluate(opacity => document.documentElement.style.setProperty('opacity', opacity), seen ? '1' : '0');

/**
 * @param {{ width?: number, height?: number, scale?: number, headless?: boolean, unseen?: boolean }} [options] `unseen`:
 *   what the page shows is laid out and not drawn, until something failed
 */
export async function openBrowser({ width = 1280, height = 800, scale = 1, headless = true, unseen = false } = {}) {
  const browser = await playwright.launch({
    executablePath: await chromium(),
    headless,
    args: chromiumArguments,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => undefined);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  if (slow > 1) {
    const session = await context.newCDPSession(page);
    const slower = () => session.send('Emulation.setCPUThrottlingRate', { rate: slow }).catch(() => undefined);
    await slower();
    // Another page may be drawn by another process, which knows nothing of it.
    page.on('domcontentloaded', slower);
  }
  if (unseen && !pictures) page.on('domcontentloaded', () => setSeen(page, false).catch(() => undefined));
  const lines = [];
  page.on('console', message => {
    lines.push(`[${message.type()}] ${message.text()}`);
    if (lines.length > 400) lines.shift();
  });
  page.on('pageerror', error => lines.push(`[exception] ${error.message}`));
  page.on('crash', () => lines.push('[crash] the page crashed'));
  return { browser, page, log: () => lines.join('\n') };
}

/**
 * Leaves what is needed to see why a run failed, and says where.
 * @param {string} name
 * @param {{ page: import('playwright-core').Page, log: () => string }} shown
 * @param {{ log: () => string }} server
 */
export async function keepEvidence(name, shown, server) {
  mkdirSync(failures, { recursive: true });
  const base = join(failures, name.replaceAll(/[^\w-]+/g, '-'));
  writeFileSync(`${base}.page.log`, shown.log());
  writeFileSync(`${base}.server.log`, server.log());
  await setSeen(shown.page, true).catch(() => undefined);
  await shown.page.screenshot({ path: `${base}.png`, timeout: 10_000 }).catch(() => undefined);
  return `${base}.png (screenshot), ${base}.page.log, ${base}.server.log; the server's last lines:\n${server
    .log()
    .split('\n')
    .filter(line => !/spdlog|vsda|^\s*[\]}]?\s*$/.test(line))
    .slice(-12)
    .join('\n')}`;
}
