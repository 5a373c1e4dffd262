import vscode = require('vscode');

const pattern = '**/*.{md,markdown,mdown,mkd,qmd,rmd,Rmd}';
const excluded = '**/{node_modules,.git,.quarto,_site}/**';
const ending = /\.(?:md|markdown|mdown|mkd|qmd|rmd)$/i;
const skipped = /^(?:node_modules|_site|\..*)$/;
/** Folders nested deeper than this are links that go round in circles. */
const maxDepth = 32;

/**
 * The draft files of the workspace, in order of their paths. Where no file search is to be had (it is not
 * in every virtual workspace), the folders are walked.
 */
export async function draftFiles(token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(async ({ uri }) => {
    const files = await search(uri, token);
    return files.length > 0 ? files : walk(uri, token);
  }));
  return found.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function search(folder: vscode.Uri, token: vscode.CancellationToken | undefined): Promise<vscode.Uri[]> {
  try {
    return await vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), excluded, undefined, token);
  } catch {
    return [];
  }
}

async function walk(folder: vscode.Uri, token: vscode.CancellationToken | undefined, depth = 0): Promise<vscode.Uri[]> {
  if (depth > maxDepth || token?.isCancellationRequested) return [];
  const entries = await vscode.workspace.fs.readDirectory(folder).then(read => read, () => []);
  const below = entries.map(async ([name, type]): Promise<vscode.Uri[]> => {
    const uri = vscode.Uri.joinPath(folder, name);
    if ((type & vscode.FileType.Directory) !== 0) return skipped.test(name) ? [] : walk(uri, token, depth + 1);
    return ending.test(name) ? [uri] : [];
  });
  return (await Promise.all(below)).flat();
}
