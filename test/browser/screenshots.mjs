// `npm run screenshots`: the pictures of the README, taken from the running editor, light and dark.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.mjs';
import { openWorkbench } from '../host/workbench.mjs';
import { packageVsix } from '../package.mjs';

const draft = `${readFileSync(join(root, 'test', 'fixtures', 'sample', 'declaration.md'), 'utf8').trimEnd()}\n`;
const misquoted = `# Notes for the position paper

States agreed to establish a high-level panel on deaths in transit.[^idm2022-1-d1c1]

The dialogue also heard that “local authorities could work alone”.[^idm2022-1-d3c3]

`;

async function take(theme, vsix) {
  const definitions = misquoted + ['d1c1', 'd3c3'].map(id => `[^idm2022-1-${id}]: see the source`).join('\n');
  const workbench = await openWorkbench({
    vsix, theme, width: 1280, height: 720,
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
    await workbench.treeRows();
    await picture('sidebar');

    const end = draft.split('\n').length;
    await workbench.setCursor(end, 1);
    await workbench.type('We note the need for human mobility to be addressed @clmate negot');
    await workbench.waitForSuggest();
    await workbench.press('ControlOrMeta+Space');
    await page.locator('.suggest-details-container').waitFor({ timeout: 5000 }).catch(() => undefined);
    await picture('completion');
    await workbench.press('Escape');

    await workbench.press('ControlOrMeta+k');
    await workbench.press('q');
    await workbench.type('vacine equty');
    await workbench.waitForQuickPick('vaccine');
    await picture('quick-pick');
    await workbench.press('Escape');

    await workbench.openFile('checked.md');
    await page.locator('.squiggly-warning').first().waitFor({ timeout: 15_000 });
    await workbench.runCommand('Problems: Focus on Problems View');
    await picture('problems');
    await workbench.runCommand('View: Hide Panel').catch(() => undefined);
    await page.locator('.view-line', { hasText: 'States agreed' }).locator('span', { hasText: 'idm2022-1-d1c1' }).last().hover();
    await page.locator('.monaco-hover:visible').first().waitFor({ timeout: 8000 });
    await picture('hover');
  } finally {
    await workbench.close();
  }
}

const { vsix } = await packageVsix();
for (const theme of ['light', 'dark']) await take(theme, vsix);
