// The tour of a drafter who takes it only after having cited and quoted.
import { becomes } from '../host/becomes.mjs';

export const title = 'The tour, taken late';

export const hosts = ['node', 'web'];
export const options = { files: { 'own.md': '\n' } };

export const runs = {
  'has a tick at what was done before': async workbench => {
    const { page } = workbench;
    await workbench.openFile('own.md');
    await workbench.activated();
    await workbench.type('We note the risks @climate negot');
    await workbench.waitForSuggest('COP27');
    await workbench.press('Enter');
    await page.locator('.view-line', { hasText: 'idm2022-1-d2c11' }).first().waitFor();
    await workbench.runCommand('IDM Findings: Take the Tour');
    const steps = page.locator('.getting-started-step');
    await becomes(
      () =>
        steps.evaluateAll(all =>
          all
            .filter(each => each.querySelector('[aria-checked="true"]'))
            .map(each => each.querySelector('h3')?.textContent),
        ),
      ['Cite with @'],
    );
  },
};
