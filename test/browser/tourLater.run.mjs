// The tour of a drafter who takes it only after having cited and quoted.
import { becomes } from '../host/becomes.mjs';

export const title = 'The tour, taken late';

export const hosts = ['node', 'web'];
const overstated =
  'States agreed to the establishment of a high-level panel on deaths in transit.[^idm2022-1-d1c1]\n\n[^idm2022-1-d1c1]: See the source.\n';
export const options = { files: { 'own.md': '\n', 'overstated.md': overstated } };

export const runs = {
  'has a tick at what was done before': async workbench => {
    const { page } = workbench;
    await workbench.openFile('own.md');
    await workbench.activated();
    await workbench.type('We note the risks @climate negot');
    await workbench.waitForSuggest('COP27');
    await workbench.press('Enter');
    await page.locator('.view-line', { hasText: 'idm2022-1-d2c11' }).first().waitFor();
    // A fix by the light bulb's keys.
    await workbench.openFile('overstated.md');
    await page.locator('.squiggly-warning').first().waitFor();
    await workbench.setCursor(1, 3);
    await workbench.runCommand('Quick Fix...');
    await page.locator('.action-widget .action').first().waitFor();
    await workbench.press('Enter');
    await page.locator('.view-line', { hasText: 'Some speakers called for' }).first().waitFor();
    await workbench.runCommand('IDM Findings: Take the Tour');
    const steps = page.locator('.getting-started-step');
    await becomes(
      () =>
        steps.evaluateAll(all =>
          all
            .filter(each => each.querySelector('[aria-checked="true"]'))
            .map(each => each.querySelector('h3')?.textContent),
        ),
      ['Cite with @', 'Fix a problem'],
    );
  },
};
