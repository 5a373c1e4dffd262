// The first minute of a new user: what the sidebar offers while no draft is open, the tour, the sample, and the hint in
// an empty draft.
import assert from 'node:assert/strict';
import { becomes, calms } from '../host/becomes.mjs';

export const title = 'The first steps';

export const hosts = ['node', 'web'];
export const options = { width: 1600 };

const welcome = (page, words) => page.locator('.sidebar .welcome-view').getByText(words, { exact: true });
const step = (page, words) => page.locator('.getting-started-step', { hasText: words }).first();
/** Waits until the hint is there, or is not. VS Code draws it by CSS: it is in no text of the page, nor read aloud. */
const hinted = (page, wanted) =>
  page.waitForFunction(
    there =>
      [...document.querySelectorAll('.editor-group-container.active .view-line span')].some(each =>
        getComputedStyle(each, '::after').content.includes('Type @'),
      ) === there,
    wanted,
  );

export const runs = {
  'offer a new draft, a sample and the tour while no draft is open, beside the findings': async workbench => {
    const { page } = workbench;
    await page.locator('.activitybar .action-item a[aria-label^="IDM Findings"]').first().click();
    await welcome(page, 'Take the Tour').waitFor();
    await workbench.treeRows();
    await becomes(() => page.locator('.part.sidebar .pane-header .title').allInnerTexts(), ['Findings', 'Get Started']);
    assert.equal(await page.locator('.getting-started-step').count(), 0, 'the tour does not open by itself');
    await welcome(page, 'Take the Tour').click();
    await step(page, 'Open a sample draft').waitFor();
    await becomes(() => page.locator('.getting-started-step').count(), 6);
  },

  'open the sample from the tour, and tick the step': async workbench => {
    const { page } = workbench;
    await becomes(
      () =>
        step(page, 'Open a sample draft').locator('[role="checkbox"], .codicon').first().getAttribute('aria-checked'),
      'false',
    );
    await step(page, 'Open a sample draft').getByText('Open a Sample Draft', { exact: true }).click();
    await page.locator('.view-line', { hasText: 'Joint declaration' }).first().waitFor();
    await page.locator('.part.sidebar .welcome-view').first().waitFor({ state: 'hidden' });
    await page.locator('.tab', { hasText: 'Welcome' }).click();
    await page.locator('.getting-started-step [aria-checked="true"]').first().waitFor();
  },

  'say in an empty draft that @ offers findings, and hide it for good when told to': async workbench => {
    const { page } = workbench;
    await workbench.runCommand('IDM Findings: New Draft');
    await page.locator('.editor-group-container.active .monaco-editor.focused[data-uri^="untitled:"]').waitFor();
    await hinted(page, true);
    assert.equal(await page.locator('.empty-editor-hint').count(), 0, 'and not over VS Code’s own hint');
    await workbench.type('W');
    await hinted(page, false);
    await workbench.press('Backspace');
    await hinted(page, true);
    const hover = await workbench.hoverOver(
      page.locator('.editor-group-container.active .view-line').first(),
      'Don’t show this hint again',
      { x: 100, y: 9 },
    );
    await calms(() => hover.innerText());
    await hover.getByText('Don’t show this hint again').click();
    await hinted(page, false);
  },

  'tick “Cite with @” when a finding was cited so': async workbench => {
    const { page } = workbench;
    await page.locator('.editor-group-container.active .view-line').first().click();
    await workbench.takesKeys();
    await workbench.type('We note the risks @climate negot', 40);
    await workbench.waitForSuggest('COP27');
    await workbench.press('Enter');
    await page.locator('.view-line', { hasText: 'idm2022-1-d2c11' }).first().waitFor();
    await page.locator('.tab', { hasText: 'Welcome' }).click();
    await page.waitForFunction(
      () => document.querySelectorAll('.getting-started-step [aria-checked="true"]').length >= 2,
    );
  },

  'change a new file of plain text to Markdown where a citation is asked for, and insert it': async workbench => {
    const { page } = workbench;
    await workbench.runCommand('File: New Untitled Text File');
    await page.locator('.editor-group-container.active .monaco-editor.focused[data-uri^="untitled:"]').waitFor();
    await workbench.type('States meet');
    await workbench.runCommand('IDM Findings: Restyle the Citations…');
    const toast = page.locator('.notification-toast', { hasText: 'this new file is plain text' });
    await toast.waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
    await toast.waitFor({ state: 'hidden' });
    // Each new file is asked about, since it may be meant.
    await workbench.runCommand('File: New Untitled Text File');
    await page.locator('.editor-group-container.active .monaco-editor.focused[data-uri^="untitled:"]').waitFor();
    await workbench.type('We note');
    await workbench.runCommand('IDM Findings: Insert Citation…');
    await toast.getByRole('button', { name: 'Change to Markdown' }).click();
    await workbench.waitForQuickPick();
    await page.keyboard.type('COP27');
    await workbench.waitForQuickPick('COP27');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'We note[^idm2022-1-d2c11]' }).first().waitFor();
  },
};
