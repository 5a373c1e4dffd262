// The draft files of a workspace.
import vscode = require('vscode');
import { isOdd, walk, type Walked } from './draftWalk';

const pattern = '**/*.{md,markdown,mdown,mkd,qmd,rmd,Rmd}';
const excluded = '**/{node_modules,.git,.quarto,_site}/**';
/** So many folders are looked through for what only looks like a draft. */
const mostFolders = 500;

/** The draft files of a workspace, in order of their paths; what is odd must not be read. */
type DraftFiles = Walked<vscode.Uri>;

/**
 * Looks for drafts. Where no file search is to be had (it is not in every virtual workspace), the folders
 * are walked; links to folders are not followed there, since they may lead back.
 */
export async function draftFiles(token?: vscode.CancellationToken): Promise<DraftFiles> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map(async ({ uri }): Promise<DraftFiles> => {
      const files = await search(uri, token);
      if (files.length === 0) return walked(uri, token);
      return { files, odd: await oddBeside([uri, ...files.map(file => vscode.Uri.joinPath(file, '..'))], token) };
    }),
  );
  return { files: inOrder(found.flatMap(({ files }) => files)), odd: inOrder(found.flatMap(({ odd }) => odd)) };
}

/** Each once: workspace folders may lie in one another. */
function inOrder(files: readonly vscode.Uri[]): vscode.Uri[] {
  return [...new Map(files.map(file => [file.toString(), file])).values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function search(folder: vscode.Uri, token: vscode.CancellationToken | undefined): Promise<vscode.Uri[]> {
  try {
    return await vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), excluded, undefined, token);
  } catch {
    return [];
  }
}

/** A file search passes over what is no file: it is looked for where drafts are. */
async function oddBeside(
  folders: readonly vscode.Uri[],
  token: vscode.CancellationToken | undefined,
): Promise<vscode.Uri[]> {
  const each = new Map(folders.map(folder => [folder.toString(), folder]));
  const found: vscode.Uri[] = [];
  for (const folder of [...each.values()].slice(0, mostFolders)) {
    if (token?.isCancellationRequested) break;
    for (const [name, type] of await entriesOf(folder))
      if (isOdd(name, type)) found.push(vscode.Uri.joinPath(folder, name));
  }
  return found;
}

const walked = (folder: vscode.Uri, token: vscode.CancellationToken | undefined): Promise<DraftFiles> =>
  walk(
    {
      entries: entriesOf,
      within: (uri, name) => vscode.Uri.joinPath(uri, name),
      cancelled: () => token?.isCancellationRequested === true,
    },
    folder,
  );

function entriesOf(folder: vscode.Uri): Thenable<[string, vscode.FileType][]> {
  return vscode.workspace.fs.readDirectory(folder).then(
    read => read,
    () => [],
  );
}
