// Drives the whole editor as a person would: a real VS Code in a browser, with the packaged
// extension, keys and clicks. For the browser-driven runs, screenshots and a quick look.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { becomes, calms } from './becomes.mjs';
import { keepEvidence, openBrowser, pictures } from './browser.mjs';
import { discard, scratch, sweep } from './processes.mjs';
import { startServer } from './server.mjs';
import { patience, slow } from './slow.mjs';
import { prepareWorkspace } from './workspace.mjs';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', 'high contrast': 'Default High Contrast' };

/**
 * A server and a browser with nothing shown yet, for one window after another. Always `close()` it.
 * @param {object} [options]
 * @param {string} [options.vsix] the packaged extension
 * @param {boolean} [options.restricted] whether folders are not trusted
 * @param {number} [options.scale]
 * @param {boolean} [options.unseen] whether windows are laid out and not drawn, until something failed
 */
export async function openEditor({ vsix, restricted = false, scale, unseen = false } = {}) {
  sweep();
  const folder = scratch();
  const server = await startServer({ folder, vsix, restricted });
  const shown = await openBrowser({ scale, unseen });
  const editor = { folder, vsix, server, shown, restricted, windows: 0 };
  const close = async () => {
    await shown.browser.close().catch(() => undefined);
    server.stop();
    discard(folder);
  };
  return {
    /**
     * A window of a new user, on a fresh copy of a workspace, in place of the one before.
     * @param {WindowOptions} [options]
     */
    open: options => openWindow({ ...editor, windows: ++editor.windows, close }, options),
    close,
  };
}

/**
 * Opens one such window in an editor of its own. Always `close()` it.
 * @param {WindowOptions & Parameters<typeof openEditor>[0]} options
 */
export async function openWorkbench({ vsix, restricted, scale, ...options }) {
  const editor = await openEditor({ vsix, restricted, scale });
  try {
    return await editor.open(options);
  } catch (error) {
    await editor.close();
    throw error;
  }
}

/**
 * Forgets all that the windows before have left: what VS Code stored in the browser and with its server, and what was
 * copied. What is kept is code that the browser has read and compiled: a window costs half of what an editor's first
 * one does.
 */
async function forget({ page }, server) {
  // Of the same origin as the window was, so that the browser keeps the process; a draft that is not saved is dropped.
  await page.goto(`${server.origin}/version`);
  await page.evaluate(() => {
    sessionStorage.clear();
    return navigator.clipboard.writeText('');
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: server.origin,
    storageTypes: 'cookies,indexeddb,local_storage',
  });
  await session.detach();
  await page.mouse.move(-1, -1);
  rmSync(server.user, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/**
 * @typedef {object} WindowOptions
 * @property {string} [workspace] a folder of test/fixtures to copy
 * @property {Record<string, string>} [files] files to put into it, by name
 * @property {object} [settings] user settings besides the quiet ones
 * @property {'node' | 'web'} [host] the extension host the extension runs in
 * @property {'light' | 'dark'} [theme]
 * @property {number} [width]
 * @property {number} [height]
 */

/**
 * @param {{ folder: string, vsix?: string, server: Awaited<ReturnType<typeof startServer>>, shown: Awaited<ReturnType<
 *   typeof openBrowser>>, restricted: boolean, windows: number, close: () => Promise<void> }} editor `windows`: how many
 *   it has shown, with this one
 * @param {WindowOptions} [options]
 */
async function openWindow(
  { folder, vsix, server, shown, restricted, windows, close },
  {
    workspace = 'workspace',
    files = {},
    settings = {},
    host = 'node',
    theme = 'light',
    width = 1280,
    height = 800,
  } = {},
) {
  const { page } = shown;
  const opened = prepareWorkspace(join(folder, String(windows), 'workspace'), workspace);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(opened, name)), { recursive: true });
    writeFileSync(join(opened, name), text);
  }
  let user = {
    'workbench.colorTheme': themes[theme],
    'editor.minimap.enabled': false,
    'window.commandCenter': false,
    'editor.cursorBlinking': 'solid',
    'editor.accessibilitySupport': 'off',
    'files.autoSave': 'off',
    'window.title': '${activeEditorShort}${separator}${rootName}',
    ...(host === 'web' ? { 'remote.extensionKind': { 'idm-findings.idm-findings': ['web'] } } : {}),
    ...(restricted
      ? { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' }
      : {}),
    ...settings,
  };
  if (windows > 1) await forget(shown, server);
  server.set(user);
  await page.setViewportSize({ width, height });
  const workbench = {
    page,
    /** The opened folder, on disk. */
    folder: opened,
    path: name => (isAbsolute(name) ? name : join(opened, name)),
    /** What the browser's console and the server said. */
    log: () => `${shown.log()}\n--- server\n${server.log()}`,

    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    /** Types as a person does, key by key. */
    async type(text, delay = 30) {
      await page.keyboard.type(text, { delay });
    },
    /** The input of the list that a key opened, once it is there: one that is still closing has no such beginning. */
    async quickInput(beginning) {
      const input = page.locator('.quick-input-widget:visible input.input:focus');
      await becomes(
        () => input.inputValue(),
        value => assert.ok(beginning === '' ? value === '' : value.startsWith(beginning), value),
      );
      return input;
    },
    async openFile(name) {
      await page.keyboard.press('ControlOrMeta+P');
      const input = await workbench.quickInput('');
      await input.fill(name);
      await page
        .locator('.quick-input-list .monaco-list-row.focused')
        .filter({ hasText: name.split('/').at(-1) })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page
        .locator(`.tab.active[data-resource-name="${name.split('/').at(-1)}"]`)
        .first()
        .waitFor();
      await workbench.takesKeys(name);
    },
    /**
     * Waits until the keys go to the active editor and, if a file is named, until it shows that: a tab is there before
     * what it stands for, and until then the keys go to the file before.
     */
    async takesKeys(name = '') {
      const shows = name && `[data-uri$="/${encodeURIComponent(name.split('/').at(-1))}"]`;
      await page.locator(`.editor-group-container.active .monaco-editor.focused${shows}`).first().waitFor();
    },
    /** Goes back to an open draft by its tab. */
    async goToTab(name) {
      await page.locator(`.tab[data-resource-name="${name}"]`).first().click();
      await workbench.takesKeys(name);
    },
    /** Waits until rows stay where and what they are: a click on one that is moved meanwhile goes to another. */
    async calm(rows = page.locator('.sidebar .pane-body .monaco-list-row')) {
      await calms(() => rows.evaluateAll(all => all.map(each => `${each.style.top} ${each.textContent}`).join('\n')));
    },
    /** Runs a command by its title in the command palette. */
    async runCommand(title) {
      await page.keyboard.press('F1');
      const input = await workbench.quickInput('>');
      await input.fill(`>${title}`);
      await page
        .locator(`.quick-input-list .monaco-list-row:is([aria-label="${title}"], [aria-label^="${title},"])`)
        .first()
        .click();
    },
    /** Waits until the extension answers: a person starts typing later than a script. */
    async activated() {
      const inDraft = await page.locator('.editor-group-container.active .monaco-editor.focused').count();
      await workbench.pickCitation();
      await page.keyboard.press('Escape');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      // Keys that are typed before the draft has the focus again go to nothing.
      if (inDraft > 0) await workbench.takesKeys();
    },
    /** Opens our quick pick, and types a query once it takes keys. */
    async pickCitation(query = '') {
      await workbench.runCommand('IDM Findings: Insert Citation…');
      await page
        .locator('.quick-input-widget:visible .quick-input-title')
        .filter({ hasText: 'Insert Citation' })
        .waitFor();
      await workbench.waitForQuickPick();
      await page.locator('.quick-input-widget:visible input.input:focus').waitFor();
      await workbench.type(query);
    },
    /** Shows our sidebar. */
    async showSidebar() {
      await page.locator('.activitybar .action-item a[aria-label^="IDM Findings"]').click();
      await workbench.treeRow('1.1').waitFor();
      await workbench.calm();
    },
    /** A row of the sidebar's tree, by the beginning of its label. */
    treeRow: label => page.locator(`.sidebar .monaco-list-row[aria-label^="${label}"]`).first(),
    /**
     * Rests the mouse over an element, or a place in it, until a hover says `words`; a hover is lost where what is
     * below was drawn anew.
     */
    async hoverOver(element, words, position) {
      const hover = page.locator('.monaco-hover:visible', { hasText: words }).first();
      for (let tries = 1; ; tries++) {
        await element.hover(position ? { position, force: true } : {});
        const there = await hover.waitFor({ timeout: 8_000 * slow }).then(
          () => true,
          error => {
            if (tries === 4) throw error;
          },
        );
        if (there) return hover;
        await page.mouse.move(5, 5);
      }
    },
    /**
     * Drags a row of the sidebar onto a place of the active editor, and lets go once the editor shows where it would be
     * dropped: a drag begins only some way after the button is pressed, and the editor takes nothing before.
     */
    async drop(row, { x, y }) {
      const from = await row.boundingBox();
      await page.mouse.move(from.x + 150, from.y + 10);
      await page.mouse.down();
      await page.mouse.move(from.x + 180, from.y + 12, { steps: 4 });
      const target = page.locator('.editor-group-container.active .dnd-target').first();
      for (let moves = 0; ; moves++) {
        await page.mouse.move(x - (moves % 2), y, { steps: 10 });
        if (
          await target.waitFor({ timeout: 1000 * slow }).then(
            () => true,
            error => {
              if (moves === 20) throw error;
            },
          )
        )
          break;
      }
      await page.mouse.up();
    },
    /**
     * Chooses from the context menu of a row. A menu ignores the first moment's clicks, lest the one that opened it
     * choose: so until one is heard.
     */
    async chooseFromMenu(row, label) {
      await workbench.calm();
      await row.click({ button: 'right' });
      const entry = page.locator('.monaco-menu .action-item').filter({ hasText: label }).first();
      await entry.waitFor();
      await becomes(
        async () => {
          // One that was heard late has closed it meanwhile.
          await entry.click({ timeout: 1000 * slow }).catch(() => undefined);
          await entry.waitFor({ state: 'hidden', timeout: 1000 * slow });
        },
        undefined,
        'the menu closes',
      );
    },
    /** Puts the cursor at a line and column, both from 1. */
    async setCursor(line, column = 1) {
      await page.keyboard.press('Control+G');
      const input = await workbench.quickInput(':');
      await input.fill(`:${line}:${column}`);
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await workbench.takesKeys();
    },
    /**
     * The labels in the open completion list, waiting for one; with `text`, until the row that Enter would take has it:
     * the list of an earlier key may hold that row further down.
     */
    async waitForSuggest(text) {
      const rows = page.locator('.suggest-widget.visible .monaco-list-row');
      const wanted = page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: text });
      await (text ? wanted : rows).first().waitFor();
      return rows.evaluateAll(list => list.map(row => row.getAttribute('aria-label') ?? row.textContent));
    },
    async suggestIsOpen() {
      return page.locator('.suggest-widget.visible .monaco-list-row').first().isVisible();
    },
    /** The rows of the open quick pick, waiting for one (or for `text` in it). */
    async waitForQuickPick(text) {
      const rows = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
      await (text ? rows.filter({ hasText: text }) : rows).first().waitFor();
      return rows.evaluateAll(list => list.map(row => row.getAttribute('aria-label') ?? row.textContent));
    },
    /** The rows of a tree in the sidebar. */
    async treeRows() {
      const rows = page.locator('.sidebar .pane-body .monaco-list-row');
      await rows.first().waitFor();
      return rows.evaluateAll(list => list.map(row => row.getAttribute('aria-label') ?? row.textContent));
    },
    /** Saves the active editor and reads the file: the whole document, byte for byte. */
    async savedText(name) {
      const file = workbench.path(name);
      await page.keyboard.press('ControlOrMeta+S');
      // The tab's mark comes and goes a frame late, so the file has to stay the same for a while, too.
      let text = '';
      for (let calm = 0, tries = 0; calm < 3 && tries < 100; tries++) {
        await page.waitForTimeout(100);
        const now = readFileSync(file, 'utf8');
        calm = now === text && (await page.locator('.tab.active.dirty').count()) === 0 ? calm + 1 : 0;
        text = now;
      }
      return text;
    },
    /** Saves the active editor until its file `becomes` as expected, and gives its text. */
    saves: (name, expected, message) => becomes(() => workbench.savedText(name), expected, message),
    /**
     * A line of the active editor as it is drawn, by its number among those in view, from 1, where none is wrapped:
     * saving would change the steps of undo.
     */
    drawnLine(number) {
      return page.locator('.editor-group-container.active .view-line').evaluateAll(
        (lines, wanted) =>
          lines
            .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
            .at(wanted - 1)
            ?.textContent.replaceAll('\u00A0', ' ') ?? '',
        number,
      );
    },
    async undo() {
      await page.keyboard.press('ControlOrMeta+Z');
    },
    /** Loads the window again, until the file that was in front is drawn again and takes the keys. */
    async reload() {
      const inFront = page.locator('.editor-group-container.active .monaco-editor[data-uri]:visible').first();
      const uri = (await inFront.count()) > 0 ? await inFront.getAttribute('data-uri') : undefined;
      await page.reload();
      await ready(page, vsix !== undefined);
      // Menus and the palette go by the editor in front, and an editor that is still to come takes the keys from them.
      if (uri)
        await page
          .locator(`.editor-group-container.active .monaco-editor.focused[data-uri="${uri}"]`)
          .first()
          .waitFor();
    },
    /** Changes user settings, and loads the window anew: nothing watches the settings file here. */
    async set(changes) {
      user = { ...user, ...changes };
      server.set(user);
      await workbench.reload();
    },
    /** Waits until VS Code has stored words in the browser, which it does some seconds after they were kept. */
    async stored(words, timeout = patience) {
      for (const end = Date.now() + timeout; Date.now() < end; await page.waitForTimeout(200))
        if ((await page.evaluate(storedTexts)).includes(words)) return;
      throw new Error(`VS Code has not stored ${words}`);
    },
    theme: name => workbench.set({ 'workbench.colorTheme': themes[name] }),
    /** A picture. One of a plain name goes to out/screenshots, where pictures are kept; a path is taken as it is. */
    async screenshot(name) {
      if (!name.endsWith('.png') && !pictures) return undefined;
      const path = name.endsWith('.png') ? name : join('out', 'screenshots', `${name}.png`);
      mkdirSync(dirname(path), { recursive: true });
      await page.screenshot({ path });
      return path;
    },
    /** The document of the webview that shows something: it is in a frame inside the webview's frame. */
    async frameWith(selector, timeout = patience) {
      for (const end = Date.now() + timeout; Date.now() < end; await page.waitForTimeout(100)) {
        for (const frame of page.frames())
          if (
            await frame
              .locator(selector)
              .first()
              .isVisible()
              .catch(() => false)
          )
            return frame;
      }
      throw new Error(`No webview shows ${selector}.`);
    },
    evidence: name => keepEvidence(name, shown, server),
    close,
  };
  try {
    await page.goto(`${server.origin}/?folder=${encodeURIComponent(opened)}`, { timeout: 4 * patience });
    await ready(page, vsix !== undefined);
  } catch (error) {
    error.message += `\nSee ${await workbench.evidence('opening')}`;
    throw error;
  }
  return workbench;
}

/**
 * All that VS Code has stored in the browser, without the strokes that strings in strings have before their marks. Runs
 * in the page.
 */
async function storedTexts() {
  const asked = request =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  const texts = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      texts.push(...(await asked(database.transaction(store).objectStore(store).getAll())));
    database.close();
  }
  return texts
    .filter(text => typeof text === 'string')
    .join('\n')
    .replaceAll('\\', '');
}

/**
 * The workbench is drawn, and with `ours` knows what our extension contributes: a palette opened before lists none of
 * it.
 */
async function ready(page, ours) {
  await page
    .locator('.monaco-workbench .part.statusbar .statusbar-item')
    .first()
    .waitFor({ timeout: 4 * patience });
  await page
    .locator('.monaco-workbench .sidebar .monaco-list-row')
    .first()
    .waitFor({ timeout: 4 * patience });
  if (ours)
    await page
      .locator('.activitybar .action-item a[aria-label^="IDM Findings"]')
      .first()
      .waitFor({ timeout: 4 * patience });
}
