// Views that stood behind another tab when the window was loaded again: VS Code hands them over when they come into view.
import { becomes } from '../host/becomes.mjs';

export const title = 'Views after the window was loaded again';

const draft = 'They said “local authorities could never work alone” [@idm2022-1, day 3, conclusion 3].\n';

export const options = {
  files: { 'first.md': draft, 'second.md': draft, 'third.md': draft },
  width: 1500,
  height: 900,
};

/** Has a file that was never open in front of a view, and loads the window again. */
async function loadedBehind(workbench, frame, tab, file) {
  const { page } = workbench;
  await frame.locator('h1').first().click();
  await page.locator('.editor-group-container.active .tab.active', { hasText: tab }).waitFor();
  await workbench.openFile(file);
  await workbench.stored(`/${file}"`);
  await workbench.set({});
  await page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
  await page.locator('.tab', { hasText: tab }).waitFor();
}

/** One tab of a view is there, which shows something, also when it is clicked. */
async function isOne(workbench, tab, shows) {
  const tabs = workbench.page.locator('.tab', { hasText: tab });
  await workbench.frameWith(shows);
  await becomes(() => tabs.count(), 1);
  await tabs.click();
  await workbench.frameWith(shows);
}

export const runs = {
  'have one report, the one just made': async workbench => {
    await workbench.openFile('first.md');
    await workbench.activated();
    const check = 'IDM Findings: Check Every Draft of the Workspace';
    await workbench.runCommand(check);
    await loadedBehind(workbench, await workbench.frameWith('details.row'), 'Check of the workspace', 'second.md');
    await workbench.activated();
    await workbench.runCommand(check);
    await isOne(workbench, 'Check of the workspace', 'details.row');
  },

  'have one source, the one just opened': async workbench => {
    const read = 'IDM Findings: Read the Source';
    await workbench.goToTab('first.md');
    await workbench.runCommand(read);
    await loadedBehind(workbench, await workbench.frameWith('article'), 'Source', 'third.md');
    await workbench.activated();
    await workbench.runCommand(read);
    await isOne(workbench, 'Source', 'article');
  },
};
