// Asks before a file is replaced.
import vscode = require('vscode');
import { askWarning } from './notify';

/** Asks whether a file that is there may be replaced. */
export async function askOverwrite(uri: vscode.Uri): Promise<boolean> {
  const replace = vscode.l10n.t('Replace');
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return (
    (await askWarning(
      vscode.l10n.t('The file {0} exists already. Replace it?', name),
      vscode.l10n.t('Its present contents would be lost: {0}', uri.path),
      replace,
    )) === replace
  );
}
