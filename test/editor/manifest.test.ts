import * as vscode from 'vscode';
import * as assert from './run/assert';
import { extension, extensionId } from './run/draft';

describe('The commands', () => {
  it('that are contributed are registered, and the reverse', async () => {
    await extension();
    const manifest = vscode.extensions.getExtension(extensionId)!.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const contributed = manifest.contributes.commands.map(({ command }) => command);
    // VS Code makes commands of its own for a view, under the view's id.
    const registered = (await vscode.commands.getCommands(true)).filter(
      command => command.startsWith('idmFindings.') && !/^idmFindings\.(?:findings|start)\./u.test(command),
    );
    assert.deepEqual(
      contributed.filter(command => !registered.includes(command)),
      [],
    );
    // What only our own items call: never in the palette, so not contributed.
    const internal = [
      'idmFindings.check.chooseFinding',
      'idmFindings.check.writeNote',
      'idmFindings.check.fixed',
      'idmFindings.citation.follow',
      'idmFindings.completion.accept',
      'idmFindings.completion.accepted',
      'idmFindings.completion.continue',
      'idmFindings.row.goToMention',
      'idmFindings.explainLinkValidation',
      'idmFindings.openRule',
    ];
    assert.deepEqual(
      registered.filter(command => !contributed.includes(command) && !internal.includes(command)),
      [],
    );
  });
});
