// `npm run screenshots`: the pictures of the README, taken from the running editor, light and dark.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.mjs';
import { openWorkbench } from '../host/workbench.mjs';
import { packageVsix } from '../../scripts/package.mjs';

const draft = `${readFileSync(join(root, 'test', 'fixtures', 'sample', 'declaration.md'), 'utf8').trimEnd()}\n`;
const misquoted = `# Notes for the position paper

States agreed to establish a high-level panel on deaths in transit.[^idm2022-1-d1c1]

The dialogue also heard that “local authorities could work alone”.[^idm2022-1-d3c3]

`;

async function take(theme, vsix) {
  const definitions = misquoted + ['d1c1', 'd3c3'].map(id => `[^idm2022-1-${id}]: see the source`).join('\n');
  const workbench = await openWorkbench({
    vsix,
    theme,
    width: 1280,
    height: 720,
    files: { 'declaration.md': draft, 'notes.md': misquoted, 'checked.md': `${definitions}\n` },
    settings: { 'editor.minimap.enabled': false, 'workbench.activityBar.location': 'default' },
  });
  const { page } = workbench;
  const picture = async name => {
    await page.waitForTimeout(700);
    await workbench.screenshot(join(root, 'docs', 'images', `${name}-${theme}.png`));
  };
  try {
    await workbench.openFile('declaration.md');
    await page.locator('.activitybar .action-item a[aria-label^="IDM Findings"]').first().click();
    // The groups are open at once, and get their rows one after the other.
    await workbench.treeRow('3.1').waitFor();
    await page.mouse.move(900, 600);
    await workbench.activated();
    await picture('sidebar');

    const line = draft.split('\n').findIndex(text => text.startsWith('3. '));
    await workbench.setCursor(line + 1, draft.split('\n')[line].length);
    await workbench.type(' @clmate chnge', 60);
    await workbench.waitForSuggest('COP27');
    await workbench.press('ControlOrMeta+Space');
    await page
      .locator('.suggest-details-container')
      .waitFor({ timeout: 5000 })
      .catch(() => undefined);
    // Where it opened the command palette, it may rest on something that says what it is.
    await page.mouse.move(900, 650);
    await picture('completion');
    await workbench.press('Enter');
    await page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });

    await workbench.press('ControlOrMeta+k', 'q');
    await page
      .locator('.quick-input-widget:visible .quick-input-title')
      .filter({ hasText: 'Insert Citation' })
      .waitFor();
    await workbench.waitForQuickPick();
    await workbench.type('vacine equty');
    await workbench.waitForQuickPick('vaccine');
    await picture('quick-pick');
    await workbench.press('Escape');

    await workbench.openFile('checked.md');
    await page.locator('.squiggly-warning').first().waitFor({ timeout: 15_000 });
    await workbench.runCommand('Problems: Focus on Problems View');
    // Where nothing says what it is while the mouse rests.
    await page.mouse.move(900, 420);
    await picture('problems');
    await workbench.runCommand('View: Hide Panel').catch(() => undefined);
    const mark = page
      .locator('.view-line', { hasText: 'States agreed' })
      .locator('span', { hasText: 'idm2022-1-d1c1' })
      .last();
    await workbench.hoverOver(mark, 'Open in the Source');
    await picture('hover');

    await page.locator('.monaco-hover:visible a', { hasText: 'Open in the Source' }).first().click();
    const frame = await workbench.frameWith('.entry.chosen');
    await frame.locator('#idm2022-1-d1c1s2').hover();
    await picture('reading');
  } finally {
    await workbench.close();
  }
}

const { vsix } = await packageVsix();
for (const theme of ['light', 'dark']) await take(theme, vsix);
