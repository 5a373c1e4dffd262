// Text that is not ours in every place that shows it, in the real editor: fifty hostile payloads, and no link, command
// or icon comes of any.
import assert from 'node:assert/strict';
import { becomes, calms } from '../host/becomes.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { domain } from './domain.mjs';

export const title = 'Hostile text';

const payloads = JSON.parse(readFileSync(new URL('../hostile/payloads.json', import.meta.url), 'utf8'));
const onLine = payloads.map(payload => payload.replace(/\s+/g, ' ').trim());
const words = domain().library.resolve('idm2022-1-d2c4').entry.sentences[0].text.split(' ');

/** Each payload inside a quotation, right before a citation, and as what stands before one that cannot be restyled. */
const drafts = {
  'hostile/quoted.md': `# Quoted\n\n${onLine
    .map(
      payload =>
        `They said “${words.slice(0, 5).join(' ')} ${payload} ${words.slice(5, 14).join(' ')}” ${payload} [@idm2022-1, day 2, conclusion 4].`,
    )
    .join('\n\n')}\n`,
  'restyled.md': `# Restyled\n\n${onLine
    .filter(payload => !/[;@`<|]/.test(payload))
    .toSorted((one, other) => Number(other.includes('$(')) - Number(one.includes('$(')))
    .map(payload => `It is so [see ${payload.replaceAll(/[[\]]/g, '')} @idm2022-1, day 2, conclusion 4].`)
    .join('\n\n')}\n`,
  'named.md': `# Named\n\n${onLine.map((payload, at) => `So it is.[^idm2022-1-${at}${payload.replaceAll(/[\s[\]^]/g, '')}]`).join('\n\n')}\n`,
  '.vscode/settings.json': '{}\n',
  'fetching.md': `---\nbibliography: "\`http://a/[Repair](command:workbench.action.terminal.new)\`"\n---\n\nSo it is.\n`,
  'taking.md': 'So it is ![a](<../[Repair](command:x) $(alert).png>) ![b](</etc/passwd>) `<w:r/>`{=openxml}.\n',
};

export const options = {
  files: drafts,
  width: 1500,
  height: 950,
  settings: {
    'editor.autoClosingBrackets': 'never',
    'editor.autoClosingQuotes': 'never',
    'editor.unusualLineTerminators': 'off',
  },
};

/** JSON in ASCII alone: an editor asks about some of the other characters. */
const json = value =>
  JSON.stringify(value).replace(/[^ -~]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** So many payloads a notification can hold: it is cut after 1,000 characters. */
const together = 9;

/** What in an element would run, lead somewhere or be an icon. */
const alive = (locator, icons = '.codicon') =>
  locator.evaluateAll(
    (all, selector) =>
      all
        .flatMap(element => [...element.querySelectorAll(`a[href], a[data-href], button, img, script, ${selector}`)])
        .map(found => found.outerHTML),
    icons,
  );

const active = '.editor-group-container.active';

/** Exports the active draft to Word, into the file that is offered. */
async function exportToWord({ page, runCommand }) {
  await runCommand('IDM Findings: Export the Draft to Word…');
  const input = page.locator('.quick-input-widget:visible input.input:focus');
  await becomes(() => input.inputValue(), /\.docx$/);
  await input.press('Enter');
}

export const runs = {
  'is only text in a notification about a setting': async workbench => {
    const { page } = workbench;
    await workbench.openFile('named.md');
    await workbench.activated();
    const message = page.locator('.notifications-toasts .notification-list-item-message', { hasText: 'verbScale' });
    for (let at = 0; at < payloads.length; at += together) {
      const verb = payloads.slice(at, at + together).join(' ¦ ');
      await workbench.openFile('settings.json');
      await workbench.press('ControlOrMeta+A');
      await page.keyboard.insertText(json({ 'idmFindings.check.verbScale': [[verb], ['a'], ['b'], ['c'], ['d']] }));
      await workbench.press('ControlOrMeta+S');
      await becomes(
        async () => (await message.first().innerText()).replace(/\s+/g, ' '),
        said => {
          assert.ok(said.includes('¦'), said);
          for (const payload of onLine.slice(at, at + together).filter(each => /^[\w$()-]+$/.test(each)))
            assert.ok(said.includes(payload), `${payload} in ${said}`);
        },
      );
      assert.deepEqual(await alive(message), [], verb);
      await workbench.runCommand('Notifications: Clear All Notifications');
      await message.first().waitFor({ state: 'hidden' });
      await workbench.takesKeys('settings.json');
      await workbench.press('ControlOrMeta+A');
      await page.keyboard.insertText('{}');
      await workbench.press('ControlOrMeta+S');
    }
  },

  'is only text in the Problems panel and in hovers': async workbench => {
    const { page } = workbench;
    await workbench.openFile('quoted.md');
    await page.locator(`${active} .squiggly-warning, ${active} .squiggly-error`).first().waitFor();
    await workbench.runCommand('Problems: Focus on Problems View');
    const rows = page.locator('.markers-panel .monaco-list-row');
    const filter = page.getByPlaceholder('Filter (e.g. text').first();
    for (const text of ['does not exist in the source', 'differs']) {
      await filter.fill(text);
      await rows.filter({ hasText: text }).nth(3).waitFor();
      // The rule's code is a link of ours; the icons before a row say how grave it is.
      await becomes(
        () =>
          rows
            .locator('a:not(.label-name)')
            .evaluateAll(all => all.map(link => link.textContent).filter(label => label !== '')),
        links => assert.ok(links.length > 0 && links.every(link => /^\(?[a-z-]+\)?$/.test(link)), links.join()),
      );
      assert.deepEqual(
        await rows.locator('.monaco-highlighted-label .codicon').evaluateAll(all => all.map(icon => icon.outerHTML)),
        [],
      );
    }
    await filter.fill('');
    await workbench.screenshot('hostile-problems');
    await workbench.press('ControlOrMeta+J');
    await rows.first().waitFor({ state: 'hidden' });
    const hover = await workbench.hoverOver(
      page.locator(`${active} .view-line`, { hasText: 'Repair' }).first().locator('span span').nth(1),
      'differs',
    );
    await calms(() => hover.innerText());
    const leads = await hover
      .locator('a')
      .evaluateAll(all => all.map(link => link.textContent.trim()).filter(text => text !== ''));
    assert.ok(
      leads.every(text =>
        /^(?:quote-|attribution-|note-|ref-|View Problem|Quick Fix|No quick|Open in the Source|About the Rule [a-z-]+$|Insert Quotation|\(?Summary|quoted)/.test(
          text,
        ),
      ),
      leads.join(' ¦ '),
    );
    await page.mouse.move(5, 5);
  },

  'is only text in the sidebar': async workbench => {
    const { page } = workbench;
    await workbench.showSidebar();
    await workbench.runCommand('IDM Findings: Show Findings Cited in This Draft');
    const mention = page.locator('.sidebar .monaco-list-row[aria-label^="citation "]');
    await workbench.treeRow('1.1').waitFor({ state: 'hidden' });
    await workbench.calm();
    await page.locator('.sidebar .pane-body .monaco-list').first().focus();
    await workbench.press('Home');
    for (let tries = 0; tries < 6 && (await mention.count()) === 0; tries++) {
      await workbench.press('ArrowRight');
      await workbench.calm();
      await workbench.press('ArrowDown');
    }
    await mention.first().waitFor();
    await workbench.screenshot('hostile-sidebar');
    const seen = new Set();
    for (let screen = 0; screen < 12; screen++) {
      for (const label of await mention.evaluateAll(all => all.map(row => row.ariaLabel))) seen.add(label);
      assert.deepEqual(await alive(mention.locator('.monaco-icon-label-container')), []);
      await workbench.press('PageDown');
      await calms(() =>
        page.locator('.sidebar .pane-body .monaco-list-row.focused').first().getAttribute('data-index'),
      );
    }
    assert.ok(seen.size > 20, `${seen.size} mentions seen`);
  },

  'is only text in the report': async workbench => {
    const { page } = workbench;
    await workbench.openFile('quoted.md');
    await workbench.runCommand('IDM Findings: Check Draft');
    const frame = await workbench.frameWith('.problem');
    await page.locator('.tab', { hasText: 'Check of' }).waitFor();
    const found = () =>
      frame.evaluate(() => ({
        live: [
          ...document.querySelectorAll(
            '#view :is(a, img, script, iframe, style, form, input, object, [href], [src], [style])',
          ),
        ].map(each => each.outerHTML.slice(0, 120)),
        handlers: [...document.querySelectorAll('#view *')].flatMap(each =>
          [...each.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => name),
        ),
        lines: new Set([...document.querySelectorAll('button[data-action=go]')].map(each => each.textContent)).size,
        odd: [...document.querySelectorAll('button[data-action=go]')]
          .map(each => each.textContent)
          .filter(each => !/^Line \d+$/.test(each)),
      }));
    await becomes(
      async () => {
        const { lines, ...others } = await found();
        return { ...others, lines: lines > 50 };
      },
      { live: [], handlers: [], lines: true, odd: [] },
    );
    await workbench.screenshot('hostile-report');
  },

  'is only text in what Word export says, and in what it asks': async workbench => {
    const { page } = workbench;
    writeFileSync(
      join(dirname(workbench.folder), '[Repair](command:x) $(alert).png'),
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNiAAAABgADNjd8qAAAAABJRU5ErkJggg==',
        'base64',
      ),
    );
    await workbench.openFile('fetching.md');
    await exportToWord(workbench);
    const refusal = page.locator('.notification-list-item-message', { hasText: 'pandoc would fetch' });
    await refusal.first().waitFor();
    await becomes(
      () => refusal.first().innerText(),
      /http:\/\/a\/\[Repair\] \(command:workbench\.action\.terminal\.new\)/,
    );
    assert.deepEqual(await alive(refusal), []);
    await workbench.runCommand('Notifications: Clear All Notifications');

    await workbench.openFile('taking.md');
    await exportToWord(workbench);
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.filter({ hasText: 'outside its folder' }).waitFor();
    await becomes(() => dialog.innerText(), /\[Repair\] \(command:x\) \$\(alert\)\.png/);
    assert.deepEqual(await alive(dialog.locator('.dialog-message-container'), '.codicon-alert'), []);
    await workbench.screenshot('hostile-dialog');
    await dialog.getByRole('button', { name: 'Leave Them Out' }).click();
    const told = page.locator('.notification-list-item-message', { hasText: 'Exported to' });
    await told.first().waitFor();
    await becomes(
      async () => (await told.first().innerText()).replaceAll('\u00A0', ' '),
      /raw Word code.*outside the draft’s folder/,
    );
    assert.deepEqual(await alive(told), []);
    await workbench.runCommand('Notifications: Clear All Notifications');
  },

  'is only text in the list of what was not restyled': async workbench => {
    const { page } = workbench;
    await workbench.openFile('restyled.md');
    await workbench.runCommand('IDM Findings: Restyle the Citations…');
    await workbench.waitForQuickPick('UN Editorial Manual');
    await page.locator('.quick-input-widget:visible input.input:focus').waitFor();
    await workbench.type('Footnotes');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Footnotes' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: 'Footnotes: choose the style' }).waitFor();
    await workbench.waitForQuickPick('UN Editorial Manual');
    await workbench.calm(page.locator('.quick-input-list .monaco-list-row'));
    await page.keyboard.press('Enter');
    const message = page.locator('.notification-list-item', { hasText: 'left as they are' });
    await message.first().waitFor();
    await message.first().getByRole('button', { name: 'Show' }).click();
    await becomes(
      () => workbench.waitForQuickPick('$(warning) all is well'),
      shown => assert.ok(shown.length > 8, `${shown.length} rows`),
    );
    const rows = page.locator('.quick-input-list .monaco-list-row .quick-input-list-rows');
    await workbench.calm(page.locator('.quick-input-list .monaco-list-row'));
    assert.deepEqual(await rows.locator('.codicon').evaluateAll(all => all.map(icon => icon.outerHTML)), []);
    assert.equal(await rows.locator('a[href]').count(), 0);
    await becomes(
      async () => (await rows.allInnerTexts()).join('\n').replaceAll('\u00A0', ' '),
      text => {
        for (const icon of ['$(warning) all is well', '$(sync~spin)', '$(loading~spin)$(check)'])
          assert.ok(text.includes(icon), `${icon} in ${text}`);
      },
    );
    await workbench.screenshot('hostile-list');
    await page.keyboard.press('Escape');
  },
};
