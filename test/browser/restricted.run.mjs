// A folder that nobody trusts: drafts are written, cited and checked as everywhere, and no setting of the folder's that
// could do harm is heard.
import assert from 'node:assert/strict';
import { becomes } from '../host/becomes.mjs';

export const title = 'A restricted window';
export const hosts = ['node', 'web'];
const draft =
  'Speakers called for data.\n\nStates agreed to share data on missing migrants [@idm2022-1, day 1, conclusion 2].\n\n';

export const options = {
  restricted: true,
  files: {
    'draft.md': draft,
    '.vscode/settings.json': JSON.stringify({
      'idmFindings.check.verbScale': [['[Repair](command:workbench.action.terminal.new)'], ['a'], ['b'], ['c'], ['d']],
      'idmFindings.check.severities': { 'attribution-who': 'off' },
      'idmFindings.pandoc.path': '/tmp/harm',
      'idmFindings.word.template': '/etc/passwd',
      'idmFindings.citation.styleFile': '/etc/passwd',
    }),
  },
};

const active = '.editor-group-container.active';

export const runs = {
  'says that it is restricted, and checks the draft all the same': async workbench => {
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.openFile('draft.md');
    await workbench.page.locator(`${active} .squiggly-warning`).first().waitFor();
  },

  'hears none of the folder’s settings that are restricted': async workbench => {
    const { page } = workbench;
    // The check has read its settings by now: an error in them would have been told.
    assert.equal(await page.locator('.notifications-toasts .notification-list-item').count(), 0);
    await workbench.press('F1');
    const input = await workbench.quickInput('>');
    await input.fill('>IDM Findings: Export');
    const offered = page.locator('.quick-input-list .monaco-list-row');
    await becomes(
      () => offered.evaluateAll(rows => rows.map(row => row.getAttribute('aria-label'))),
      labels => {
        assert.match(labels.join('\n'), /^IDM Findings: Export(?!.*to Word)/, 'the list is that for these words');
        assert.deepEqual(
          labels.filter(each => each.includes('to Word')),
          [],
        );
      },
    );
    await workbench.press('Escape');
  },

  'offers findings, and inserts one with its note': async workbench => {
    const { page } = workbench;
    await workbench.setCursor(5);
    await workbench.activated();
    await workbench.type('They discussed @missing');
    await workbench.waitForSuggest('issing');
    await page.keyboard.press('Enter');
    await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
    await workbench.saves('draft.md', /They discussed ?\[[@^]idm2022-1/);
    await workbench.undo();
  },

  'opens the source to read, and the report': async workbench => {
    await workbench.runCommand('IDM Findings: Read the Source');
    await workbench.frameWith('.entry');
    await workbench.runCommand('IDM Findings: Check Draft');
    await workbench.frameWith('.problem, [data-key^="problem"], h2');
  },
};
