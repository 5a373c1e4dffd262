// A check of a large workspace that is cancelled by hand leaves nothing behind; one that is let go on shows its report.
import assert from 'node:assert/strict';
import { becomes, stays } from '../host/becomes.mjs';

export const title = 'Checking a workspace';

const draft = number =>
  `They said “local authorities could never work alone in ${number}” [@idm2022-1, day 3, conclusion 3].\n\n`.repeat(20);

export const options = {
  files: Object.fromEntries(
    Array.from({ length: 2500 }, (_draft, number) => [`drafts/draft-${number}.md`, draft(number)]),
  ),
  width: 1500,
  height: 950,
};

const problems = page => page.locator('.statusbar-item[id="status.problems"]').first().getAttribute('aria-label');
const progress = page =>
  page.locator('.notification-list-item', { hasText: 'Checking the workspace’s drafts' }).first();

export const runs = {
  'can be cancelled at any moment, and then has changed nothing': async workbench => {
    const { page } = workbench;
    const before = await becomes(() => problems(page), 'No Problems');
    for (const share of [0, 1]) {
      await workbench.runCommand('IDM Findings: Check Every Draft of the Workspace');
      await progress(page).waitFor();
      // Once as soon as it can be, once in the midst of it.
      if (share > 0)
        await progress(page)
          .filter({ hasText: /\d{3} \/ 2/ })
          .waitFor();
      await progress(page).getByRole('button', { name: 'Cancel' }).click();
      await progress(page).waitFor({ state: 'hidden' });
      await stays(
        async () => ({
          reports: await page.locator('.tab', { hasText: 'Check of the workspace' }).count(),
          problems: await problems(page),
        }),
        { reports: 0, problems: before },
      );
    }
  },

  'shows the worst drafts and leads to the others': async workbench => {
    const { page } = workbench;
    await workbench.runCommand('IDM Findings: Check Every Draft of the Workspace');
    const tab = page.locator('.tab', { hasText: 'Check of the workspace' });
    // It takes as long as it takes: a person sees how far it is.
    await tab.first().waitFor({ timeout: 300_000 });
    const frame = await workbench.frameWith('details.row .problem');
    await becomes(() => frame.locator('details.row').count(), 50, 'the rest on demand');
    await becomes(
      () => frame.locator('.problem').count(),
      20,
      'only the first draft is told, and as much of it as can be read',
    );
    await frame.locator('details.row > summary').nth(1).click();
    await frame.locator('details.row').nth(1).locator('.problem').first().waitFor();
    await becomes(() => frame.locator('.row').nth(1).innerText(), /Show more \(\d+ left\)/);
    await frame.getByRole('button', { name: 'Show more (24' }).click();
    await frame.locator('details.row').nth(99).waitFor();
    await becomes(
      () => problems(page),
      told => assert.notEqual(told, 'No Problems'),
    );
    await workbench.screenshot('workspace-report');
  },
};
