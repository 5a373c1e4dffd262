// Our views in a window too narrow for columns of their own: none is half outside it, and none makes a third column.
import assert from 'node:assert/strict';
import { becomes } from '../host/becomes.mjs';

export const title = 'Views in a narrow window';

const draft =
  '# Notes\n\nStates agreed to establish a high-level panel on deaths in transit [@idm2022-1, day 1, conclusion 1].\n';
export const options = { files: { 'narrow.md': draft }, width: 400, height: 800 };

/** Where each column begins and ends. */
const columns = page =>
  page.locator('.editor-group-container').evaluateAll(all =>
    all.map(each => {
      const { left, right } = each.getBoundingClientRect();
      return [Math.round(left), Math.round(right)];
    }),
  );

/** Opens a view, and waits until it is in so many columns, all of them within the window and wide enough for it. */
async function opens(workbench, command, selector, { count, width }) {
  await workbench.runCommand(command);
  await workbench.frameWith(selector);
  await becomes(
    () => columns(workbench.page),
    found => {
      assert.equal(found.length, count);
      assert.ok(found.at(-1)[1] <= width, `the last column ends at ${found.at(-1)[1]}`);
    },
  );
  const frame = await workbench.frameWith(selector);
  await becomes(
    () => frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    0,
    'nothing is to be scrolled sideways',
  );
  await workbench.goToTab('narrow.md');
}

export const runs = {
  'where two columns have no room, open as a tab over the draft': async workbench => {
    await workbench.openFile('narrow.md');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.activated();
    const room = { count: 1, width: 400 };
    await opens(workbench, 'IDM Findings: Read the Source', '.entry', room);
    await opens(workbench, 'IDM Findings: Check Draft', '.problem', room);
    await opens(workbench, 'IDM Findings: Read the Source', '.entry', room);
  },

  'beside a draft in the second column, open in the first': async workbench => {
    const { page } = workbench;
    await page.setViewportSize({ width: 900, height: 800 });
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('notes.md');
    await workbench.runCommand('View: Split Editor Right');
    await workbench.openFile('narrow.md');
    const room = { count: 2, width: 900 };
    await opens(workbench, 'IDM Findings: Read the Source', '.entry', room);
    await opens(workbench, 'IDM Findings: Check Draft', '.problem', room);
  },
};
