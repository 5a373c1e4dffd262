// Handing a draft over: restyling with VS Code's refactor preview, and the Markdown preview.
import assert from 'node:assert/strict';
import { becomes } from '../host/becomes.mjs';
import { readFileSync } from 'node:fs';
import { domain } from './domain.mjs';

export const title = 'Handing over';

const draft =
  '# Declaration\n\nWe note the needs [@idm2022-1, day 2, conclusion 4].\n\nWe agree [see @idm2022-1, day 2, conclusion 6].\n';
const shown = `# Declaration

Access matters.[^idm2022-1-d2c4] Cities matter.[^1] Access matters.[^idm2022-1-d2c4]

Data are needed [@idm2022-1, day 2, conclusions 4 and 6] (IOM, 2022, day 3, first conclusion), and [@idm2022-1, day 9, conclusion 1].

[^1]: Not ours.
[^idm2022-1-d2c4]: International Organization for Migration, day 2, fourth conclusion.
`;

export const options = {
  files: {
    'restyle.md': draft,
    'preview.md': shown,
    'problems.md': 'We note [@idm2022-1, day 9, conclusion 1].\n',
    'since.md': 'We note this.\n',
  },
};

const { cite } = domain();
const refactor = page => page.locator('.bulk-edit-panel');

export const runs = {
  'restyles after VS Code’s refactor preview, in one undo step': async workbench => {
    const { page } = workbench;
    await workbench.openFile('restyle.md');
    await workbench.activated();
    await workbench.runCommand('IDM Findings: Restyle the Citations…');
    await workbench.waitForQuickPick('UN Editorial Manual');
    await workbench.screenshot('restyle-list');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    const finds = async (words, expected, message) => {
      await page.locator('.quick-input-widget input.input').fill(words);
      await becomes(
        () => rows.evaluateAll(all => all.map(each => each.ariaLabel.split(',', 1)[0])),
        [expected],
        message,
      );
      await rows.and(page.locator('.focused')).filter({ hasText: expected }).waitFor();
    };
    await finds('Pandoc', 'Pandoc citations', 'a form is found by its name');
    await finds('OSCOLA', 'OSCOLA', 'and so is a style');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: 'OSCOLA: choose the form' }).waitFor();
    await becomes(
      async () => (await workbench.waitForQuickPick('Footnotes'))[0],
      /^Pandoc citations.*current/,
      'Enter keeps the form',
    );
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await workbench.runCommand('IDM Findings: Restyle the Citations…');
    await workbench.waitForQuickPick('UN Editorial Manual');
    await finds('Footnotes', 'Footnotes');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: 'Footnotes: choose the style' }).waitFor();
    await page.locator('.quick-input-list').getByText('Day 2, Conclusion 4').first().waitFor();
    await workbench.calm(rows);
    await page.keyboard.press('Enter');
    await refactor(page).waitFor();
    await page
      .locator('.tab.active', { hasText: 'restyle.md: before and after restyling (UN Editorial Manual, Footnotes)' })
      .waitFor();
    assert.equal(
      readFileSync(workbench.path('restyle.md'), 'utf8'),
      draft,
      'nothing is written before it is confirmed',
    );
    await page.locator('.monaco-diff-editor .modified-in-monaco-diff-editor').getByText('We note the needs.').waitFor();
    await page.locator('.monaco-diff-editor .original-in-monaco-diff-editor').getByText('We note the needs').waitFor();
    await workbench.screenshot('restyle-preview');
    const ticks = () =>
      refactor(page)
        .locator('.edit-checkbox')
        .evaluateAll(all => all.map(one => one.ariaChecked === 'true'));
    await becomes(ticks, [true, false, true, true], 'the file and its citations are ticked; the first changes nothing');
    await refactor(page).locator('.monaco-list-row', { hasText: '# Declaration' }).waitFor();
    await page.getByRole('button', { name: 'Apply' }).first().click();
    await refactor(page).waitFor({ state: 'hidden' });
    await page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
    const [{ label, text }] = cite(['idm2022-1-d2c4']).definitions;
    await workbench.saves(
      'restyle.md',
      `# Declaration\n\nWe note the needs.[^${label}]\n\nWe agree [see @idm2022-1, day 2, conclusion 6].\n\n[^${label}]: ${text}\n`,
    );
    await workbench.runCommand('Notifications: Show Notifications');
    await page.getByText('One citation was left as it is').first().waitFor();
    await page.keyboard.press('Escape');
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.runCommand('IDM Findings: Show Citations Left as They Are…');
    await becomes(
      async () => (await workbench.waitForQuickPick('[see @idm'))[0],
      /Line 5.*These words before it would be lost: “see”/s,
      'the list stays at hand',
    );
    await workbench.screenshot('restyle-left');
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await page.locator('.editor-group-container.active .monaco-editor .view-line').first().click();
    await workbench.takesKeys('restyle.md');
    await workbench.undo();
    await workbench.saves('restyle.md', draft);
  },

  'copies formatted text, with plain text for what takes none': async workbench => {
    const { page } = workbench;
    await workbench.openFile('preview.md');
    await workbench.runCommand('IDM Findings: Copy the Draft as…');
    await workbench.waitForQuickPick('Formatted text');
    await workbench.screenshot('copy-as');
    await page.locator('.quick-input-list .monaco-list-row[aria-label^="Formatted text"]').click();
    await page
      .locator('.notification-toast', { hasText: 'Formatted text copied: paste it into Word or an e-mail.' })
      .waitFor();
    await workbench.takesKeys('preview.md');
    await becomes(() => page.locator('.tab', { hasText: 'Copy' }).count(), 0, 'the page is gone');
    const held = () =>
      page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        return Object.fromEntries(
          await Promise.all(item.types.map(async type => [type, await (await item.getType(type)).text()])),
        );
      });
    await becomes(held, ({ 'text/html': html, 'text/plain': plain }) => {
      assert.match(html, /<h1[^>]*>Declaration<\/h1>/);
      assert.match(html, /<sup[^>]*>/);
      assert.match(plain, /^Declaration\n\nAccess matters\.\[1\]/);
    });
    await workbench.runCommand('IDM Findings: Copy the Draft as…');
    await workbench.waitForQuickPick('Formatted text');
    await page.locator('.quick-input-list .monaco-list-row[aria-label^="Markdown"]').click();
    await page.locator('.statusbar-item', { hasText: 'Copied as Markdown.' }).waitFor();
  },

  'offers the versions that a draft can be compared with, and says why not the others': async workbench => {
    const { page } = workbench;
    await workbench.openFile('since.md');
    const offers = async expected => {
      await workbench.runCommand('IDM Findings: What Changed in the Citations…');
      await page.locator('.quick-input-title', { hasText: 'Compare the citations with' }).waitFor();
      await becomes(
        async () => (await page.locator('.quick-input-widget').innerText()).replaceAll(/\s+/g, ' '),
        expected,
      );
    };
    await offers(saved => {
      assert.match(
        saved,
        /Another file….*No commit: Git is not available here\.|No commit: Git is not available here\..*Another file…/,
      );
      assert.doesNotMatch(saved, /saved version/, 'nothing is unsaved');
    });
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await workbench.setCursor(1, 1);
    await workbench.type('So (IOM, 2022, day 1, first conclusion). ');
    await offers(/The saved version ?without your unsaved changes/);
    await workbench.screenshot('earlier-version');
    await page.locator('.quick-input-list .monaco-list-row[aria-label^="The saved version"]').click();
    await page.getByText('day 1, first conclusion is cited now').first().waitFor();
  },

  'shows notes, citations, references and what is unknown in the preview': async workbench => {
    await workbench.openFile('preview.md');
    await workbench.runCommand('Markdown: Open Preview to the Side');
    // The preview may be drawn several times, in a new frame even, until all who add to it have.
    const shows = async () => {
      const frame = await workbench.frameWith('.idm-findings-notes');
      // All at once: a frame that is taken away meanwhile would be waited for in vain.
      return frame.evaluate(() => {
        const all = selector => [...document.querySelectorAll(selector)];
        return {
          marks: all('sup.idm-findings-note').map(mark => mark.textContent),
          notes: all('.idm-findings-notes li').length,
          references: all('.idm-findings-references li').length,
          title: all('.idm-findings-citation')[0]?.getAttribute('title').slice(0, 35),
          unknown: all('.idm-findings-unknown')[0]?.textContent,
          standsOut: new Set(all('.idm-findings-unknown, body').map(each => getComputedStyle(each).color)).size === 2,
          leads: all('a[href^="#idm-"]').map(
            link => document.getElementById(link.getAttribute('href').slice(1)) !== null,
          ),
        };
      });
    };
    await becomes(shows, {
      marks: ['1', '2', '3'],
      notes: 3,
      references: 1,
      title: 'The COVID-19 pandemic has illustrated'.slice(0, 35),
      unknown: '[@idm2022-1, day 9, conclusion 1]',
      standsOut: true,
      leads: Array(7).fill(true),
    });
  },

  'says how many problems a draft has before it goes to Word, and shows the first': async workbench => {
    const { page } = workbench;
    await workbench.openFile('problems.md');
    await workbench.activated();
    await workbench.runCommand('IDM Findings: Export the Draft to Word…');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('The check found a problem in the draft.').waitFor();
    await becomes(
      () => page.evaluate(() => document.activeElement?.textContent),
      'Export Anyway',
      'Enter exports, as was asked for',
    );
    await dialog.getByRole('button', { name: 'Look First' }).click();
    await page.locator('.markers-panel').getByText('ref-unknown').first().waitFor();
    await dialog.waitFor({ state: 'hidden' });
  },

  'saves a new draft before it goes to Word, and offers no Open in a browser': async workbench => {
    const { page } = workbench;
    await workbench.runCommand('IDM Findings: New Draft');
    await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    await page.locator('.editor-group-container.active .monaco-editor.focused[data-uri^="untitled:"]').waitFor();
    await workbench.type('Declaration on a fund for the establishment of shelters');
    await workbench.runCommand('IDM Findings: Export the Draft to Word…');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('Save the draft first.').waitFor();
    await workbench.screenshot('save-first');
    await dialog.getByRole('button', { name: 'Save…' }).click();
    const input = page.locator('.quick-input-widget:visible input.input:focus');
    const proposes = name => becomes(async () => (await input.inputValue()).split('/').at(-1), name);
    await proposes('Declaration on a fund for the establishm.md');
    await input.fill(workbench.path('Declaration on a fund for the establishm.md'));
    await input.press('Enter');
    await proposes('Declaration on a fund for the.docx');
    await page.locator('.quick-input-title', { hasText: 'Export to Word' }).waitFor();
    await workbench.screenshot('export-where');
    await input.press('Enter');
    const told = page.locator('.notification-toast', { hasText: 'Exported to' });
    await told.waitFor();
    assert.equal(await told.getByRole('button', { name: 'Open', exact: true }).count(), 0);
    await workbench.screenshot('exported');
  },
};
