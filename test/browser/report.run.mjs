// The report's view as a person uses it: a click on a problem, a fix, a walk through the picture, by mouse and by
// keyboard.
import assert from 'node:assert/strict';
import { becomes } from '../host/becomes.mjs';

export const title = 'The report’s view';

const draft = `# Notes

States agreed to establish a high-level panel on deaths in transit [@idm2022-1, day 1, conclusion 1].

The dialogue also heard that “local authorities could never work alone” [@idm2022-1, day 3, conclusion 3].
`;

export const options = { files: { 'report.md': draft }, width: 1400, height: 900 };

const focused = frame =>
  frame.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
const focusIsOn = (frame, expected, message) => becomes(() => focused(frame), expected, message);

export const runs = {
  'opens beside the draft, leads to a problem’s words, and sees its fix': async workbench => {
    const { page } = workbench;
    await workbench.openFile('report.md');
    await workbench.activated();
    await workbench.runCommand('IDM Findings: Check Draft');
    const frame = await workbench.frameWith('.problem');
    await becomes(
      () => page.locator('.editor-group-container.active .tab.active').getAttribute('data-resource-name'),
      'report.md',
      'the draft keeps the focus',
    );
    await becomes(() => frame.locator('.problem').count(), 2);
    await workbench.screenshot('report-view');

    const altered = frame.locator('.problem', { hasText: 'Quotation differs' });
    await becomes(() => altered.locator('.text.source mark').allTextContents(), ['not']);
    await altered.locator('.text.draft blockquote').click();
    await page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
    await page.locator('.statusbar-item', { hasText: '(5 selected)' }).first().waitFor();
    await page.locator('.statusbar-item', { hasText: 'Ln 5' }).first().waitFor();

    await altered.getByRole('button', { name: 'Restore the source’s words' }).focus();
    await page.keyboard.press('Enter');
    await altered.waitFor({ state: 'detached' });
    await frame.locator('#said', { hasText: 'Done: Restore the source’s words' }).waitFor({ state: 'attached' });
    await becomes(() => frame.locator('.problem').count(), 1);
    await page.locator('.editor-group-container .view-line', { hasText: 'could not work alone' }).first().click();
    await workbench.takesKeys('report.md');
    await workbench.undo();
    await altered.waitFor();
    await workbench.saves('report.md', draft, 'a fix is one undo step');
  },

  'follows what is typed, and stays where it was scrolled and what had the focus': async workbench => {
    const { page } = workbench;
    const frame = await workbench.frameWith('.problem');
    const scrolled = await frame.evaluate(() => {
      window.scrollTo(0, 300);
      return window.scrollY;
    });
    await page.locator('.editor-group-container .view-line', { hasText: 'Notes' }).first().click();
    await workbench.takesKeys('report.md');
    await workbench.press('End', 'Enter', 'Enter');
    await workbench.type('A new paragraph.');
    await frame.locator('.problem', { hasText: 'Line 7' }).first().waitFor();
    await becomes(() => frame.evaluate(() => window.scrollY), scrolled);
    // A fix elsewhere leaves the focus where it is.
    const other = frame
      .locator('.problem', { hasText: 'Quotation differs' })
      .locator('button[data-action=fix]')
      .first();
    await other.focus();
    const held = await focused(frame);
    await frame
      .locator('.problem', { hasText: 'Speaker differs' })
      .locator('button[data-action=fix]')
      .first()
      .evaluate(button => button.click());
    await frame.locator('.problem', { hasText: 'Speaker differs' }).waitFor({ state: 'detached' });
    await focusIsOn(frame, held);
  },

  'walks the picture by the arrow keys, and cites from it': async workbench => {
    const { page } = workbench;
    const frame = await workbench.frameWith('.problem');
    await becomes(() => frame.locator('.cell').count(), 26);
    const figures = await frame.locator('.grid .day, .grid .theme .heading').allInnerTexts();
    assert.equal(
      figures.filter(words => words.endsWith(' of 6 used')).length,
      2,
      `those of a day’s only theme once, of the middle theme of day 2 as well: ${figures.join('; ')}`,
    );
    await becomes(() => frame.locator('.cell[tabindex="0"]').count(), 1, 'one stop of the tabulator key');
    await frame.locator('.cell').first().focus();
    await page.keyboard.press('ArrowRight');
    await focusIsOn(frame, /^Day 1, conclusion 2, .*, not used$/);
    await page.keyboard.press('ArrowDown');
    await focusIsOn(frame, /^Day 2, conclusion 2, /);
    await page.keyboard.press('Control+End');
    await focusIsOn(frame, /^Day 3, conclusion 8, /);
    await page.keyboard.press('Enter');
    await frame.locator('.particulars').waitFor();
    await page.keyboard.press('Escape');
    await frame.locator('.particulars').waitFor({ state: 'detached' });
    await focusIsOn(frame, /^Day 3, conclusion 8, /, 'the cell has the focus again');
    await page.locator('.editor-group-container .view-line', { hasText: 'A new paragraph' }).first().click();
    await workbench.takesKeys('report.md');
    await workbench.press('End');
    await frame.locator('.cell[aria-label^="Day 2, conclusion 4"]').click();
    await frame.locator('.particulars').getByRole('button', { name: 'Cite', exact: true }).click();
    await frame.locator('.cell.cited[aria-label^="Day 2, conclusion 4"]').waitFor();
    await workbench.takesKeys('report.md');
    await workbench.type(' So we do.');
    await workbench.saves('report.md', /A new paragraph\. \[@idm2022-1, day 2, conclusion 4\] So we do\.\n/);
    await workbench.screenshot('report-picture');
  },

  'says in the menu of a finding what the buttons say, and who said which sentence': async workbench => {
    const { page } = workbench;
    const frame = await workbench.frameWith('.problem');
    const cell = frame.locator('.cell[aria-label^="Day 1, conclusion 1,"]');
    await cell.click({ button: 'right' });
    const menu = page.locator('.monaco-menu .action-label');
    await becomes(async () => (await menu.allInnerTexts()).filter(Boolean), ['Cite', 'Quote', 'Open in the Source']);
    await page.keyboard.press('Escape');
    await page.locator('.monaco-menu').waitFor({ state: 'hidden' });
    await cell.click();
    await becomes(
      () => frame.locator('.particulars blockquote em').allInnerTexts(),
      said =>
        assert.deepEqual(
          said.map(each => each.trim()),
          ['Participants:', 'Some speakers:'],
        ),
    );
    await workbench.screenshot('report-particulars');
    await frame.locator('.particulars').getByRole('button', { name: 'Close' }).click();
  },

  'shows the draft’s sentence and the source’s side by side, also beside the sidebar': async workbench => {
    const { page } = workbench;
    const frame = await workbench.frameWith('.problem');
    await page.setViewportSize({ width: 1280, height: 800 });
    if (!(await page.locator('.part.sidebar').isVisible()))
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await frame.evaluate(() => window.scrollTo(0, 0));
    const problem = frame.locator('.problem').first();
    await becomes(async () => {
      const [own, source] = await Promise.all(
        ['.text.draft', '.text.source'].map(text => problem.locator(text).boundingBox()),
      );
      return own.y === source.y && own.x < source.x;
    }, true);
    await workbench.screenshot('report-columns');
  },
};
