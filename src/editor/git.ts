// What VS Code's own extension for git tells others, where it is there and runs.
import vscode = require('vscode');

/** Of its interface, what is used here (extensions/git/src/api/git.d.ts of VS Code). */
interface Repository {
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined };
  buffer(ref: string, path: string): Promise<Uint8Array>;
  /** What the repository's own configuration says; it may fail where that says nothing. */
  getConfig(key: string): Promise<string>;
  /** What the user's configuration says, likewise. */
  getGlobalConfig(key: string): Promise<string>;
}
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}

/**
 * The open repository that a file is in.
 * @returns null where it is in none; undefined where there is no git, or it is switched off
 */
export async function gitRepository(uri: vscode.Uri): Promise<Repository | null | undefined> {
  const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
  try {
    return (git?.isActive === false ? await git.activate() : git?.exports)?.getAPI(1).getRepository(uri);
  } catch {
    // It is there, but switched off, or finds no git.
    return undefined;
  }
}

/** The name that commits of a file would bear; undefined where git does not say it. */
export async function gitUserName(uri: vscode.Uri): Promise<string | undefined> {
  const repository = uri.scheme === 'file' ? await gitRepository(uri) : undefined;
  if (!repository) return undefined;
  for (const ask of ['getConfig', 'getGlobalConfig'] as const) {
    const name = await repository[ask]('user.name').then(
      said => said.trim(),
      () => '',
    );
    if (name !== '') return name;
  }
  return undefined;
}
