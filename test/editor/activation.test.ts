import * as vscode from 'vscode';
import * as assert from './run/assert';
import { extension, extensionId } from './run/draft';

describe('The packaged extension', () => {
  it('is installed, not loaded from the sources', () => {
    const found = vscode.extensions.getExtension(extensionId);
    assert.ok(found, 'it is not there');
    assert.match(found.extensionUri.path, /extensions\/idm-findings\.idm-findings-\d/);
  });

  it('activates and says its version', async () => {
    const api = await extension<{ version: string }>();
    assert.equal(api.version, vscode.extensions.getExtension(extensionId)?.packageJSON.version);
  });
});
