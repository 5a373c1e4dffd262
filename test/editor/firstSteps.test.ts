import * as vscode from 'vscode';
import * as assert from './run/assert';
import { closeAll, eventually, extension } from './run/draft';

const { executeCommand } = vscode.commands;
const active = () => vscode.window.activeTextEditor?.document;

describe('The first steps', () => {
  before(() => extension());
  // VS Code asks before it closes an untitled draft with words in it, unless they are thrown away first.
  afterEach(async () => {
    for (const document of vscode.workspace.textDocuments.filter(
      ({ isUntitled, isClosed }) => isUntitled && !isClosed,
    )) {
      await vscode.window.showTextDocument(document);
      await executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await closeAll();
  });

  it('open the sample as an untitled Markdown draft, once, with the one problem that the tour mends', async () => {
    await executeCommand('idmFindings.openSample');
    const sample = active()!;
    assert.equal(sample.uri.scheme, 'untitled');
    assert.equal(sample.languageId, 'markdown');
    assert.match(sample.getText(), /^---\ntitle: Joint declaration/u);
    const problems = await eventually('a problem', () => {
      const found = vscode.languages.getDiagnostics(sample.uri).filter(({ source }) => source === 'IDM Findings');
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      problems.map(({ range }) => sample.getText(range)),
      ['States agreed to'],
    );
    await executeCommand('idmFindings.newDraft');
    assert.ok(active() !== sample);
    await executeCommand('idmFindings.openSample');
    assert.equal(active(), sample);
  });

  it('open a new draft: empty, untitled, and a citation goes into it', async () => {
    await executeCommand('idmFindings.newDraft');
    const draft = active()!;
    assert.equal([draft.uri.scheme, draft.languageId, draft.getText()].join(), 'untitled,markdown,');
    await vscode.window.activeTextEditor!.edit(builder =>
      builder.insert(new vscode.Position(0, 0), 'We note the risks.'),
    );
    await executeCommand('idmFindings.insertCitation', { ids: ['idm2022-1-d1c1'], form: 'pandoc' });
    assert.match(draft.getText(), /^We note the risks\. \[@idm2022-1, day 1, conclusion 1\]$/u);
  });

  it('open the tour when asked, and only then', async () => {
    const tours = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ label }) => /^(?:Welcome|Walkthrough)/u.test(label));
    assert.deepEqual(tours(), []);
    await executeCommand('idmFindings.takeTour');
    await eventually('the tour', () => tours().length > 0);
  });

  it('leave an empty draft empty, and hide the hint for good when told to', async () => {
    const hint = () => vscode.workspace.getConfiguration('idmFindings').get('hint.inEmptyDrafts');
    assert.equal(hint(), true);
    await executeCommand('idmFindings.newDraft');
    assert.equal(active()!.getText(), '');
    await executeCommand('idmFindings.hideHint');
    await eventually('the setting', () => hint() === false);
    await vscode.workspace
      .getConfiguration('idmFindings')
      .update('hint.inEmptyDrafts', undefined, vscode.ConfigurationTarget.Global);
  });
});
