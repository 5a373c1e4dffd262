// A draft in a Git repository that VS Code has open. In the Node host only; Git is off in the editors of the tests
// otherwise.
import * as vscode from 'vscode';
import { closeAll, eventually } from './draft';

/** Node's own modules, in the host that has them. */
export const node = (globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }).process
  ?.getBuiltinModule;

let count = 0;

/**
 * Shows a draft that is committed in one wording and has another now, while a test runs.
 * @param author whose name the repository's configuration has
 */
export async function withCommitted(
  earlier: string,
  now: string,
  author: string,
  test: (draft: vscode.Uri) => Promise<void>,
): Promise<void> {
  const { execFileSync } = node!('node:child_process') as {
    execFileSync(file: string, words: readonly string[], options: object): unknown;
  };
  // Each has a folder of its own: what VS Code still knows of one cannot be taken for the next.
  const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, `kept-${++count}`);
  const draft = vscode.Uri.joinPath(folder, 'draft.md');
  const settings = vscode.workspace.getConfiguration('git');
  const git = (...words: string[]): unknown => execFileSync('git', words, { cwd: folder.fsPath, stdio: 'pipe' });
  const write = (text: string): Thenable<void> => vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
  await write(earlier);
  try {
    git('init', '-q');
    git('config', 'user.name', author);
    git('config', 'user.email', 'a@example.org');
    git('add', '.');
    git('commit', '-qm', 'Earlier');
    await settings.update('enabled', true, vscode.ConfigurationTarget.Global);
    interface Api {
      openRepository(root: vscode.Uri): Promise<unknown>;
    }
    const found = await eventually('Git', async () => {
      const exported = await vscode.extensions
        .getExtension<{ readonly enabled: boolean; getAPI(version: 1): Api }>('vscode.git')
        ?.activate();
      return exported?.enabled ? exported.getAPI(1) : undefined;
    });
    await eventually('the repository', () => found.openRepository(folder));
    await write(now);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(draft));
    await test(draft);
  } finally {
    await settings.update('enabled', false, vscode.ConfigurationTarget.Global);
    await closeAll();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  }
}
