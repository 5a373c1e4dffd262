// The draft files of a workspace.
import vscode = require('vscode');

const pattern = '**/*.{md,markdown,mdown,mkd,qmd,rmd,Rmd}';
const excluded = '**/{node_modules,.git,.quarto,_site}/**';
const ending = /\.(?:md|markdown|mdown|mkd|qmd|rmd)$/i;
const skipped = /^(?:node_modules|_site|\..*)$/;
/** No person nests folders deeper. */
const maxDepth = 32;
/** So many folders are looked through for what only looks like a draft. */
const mostFolders = 500;

const { Directory, File, SymbolicLink } = vscode.FileType;

/** The draft files of a workspace, in order of their paths. */
interface DraftFiles {
  readonly files: readonly vscode.Uri[];
  /** What has a draft's name and is no file: a pipe, a device, a link that leads nowhere. It must not be read. */
  readonly odd: readonly vscode.Uri[];
}

/**
 * Looks for drafts. Where no file search is to be had (it is not in every virtual workspace), the folders
 * are walked; links to folders are not followed there, since they may lead back.
 */
export async function draftFiles(token?: vscode.CancellationToken): Promise<DraftFiles> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map(async ({ uri }): Promise<DraftFiles> => {
      const files = await search(uri, token);
      if (files.length === 0) return walk(uri, token);
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

async function walk(folder: vscode.Uri, token: vscode.CancellationToken | undefined, depth = 0): Promise<DraftFiles> {
  const files: vscode.Uri[] = [];
  const odd: vscode.Uri[] = [];
  if (depth > maxDepth || token?.isCancellationRequested) return { files, odd };
  const below = (await entriesOf(folder)).map(async ([name, type]) => {
    const uri = vscode.Uri.joinPath(folder, name);
    if ((type & Directory) !== 0) {
      if (skipped.test(name) || (type & SymbolicLink) !== 0) return;
      const found = await walk(uri, token, depth + 1);
      files.push(...found.files);
      odd.push(...found.odd);
    } else if (isOdd(name, type)) odd.push(uri);
    else if (ending.test(name)) files.push(uri);
  });
  await Promise.all(below);
  return { files, odd };
}

function entriesOf(folder: vscode.Uri): Thenable<[string, vscode.FileType][]> {
  return vscode.workspace.fs.readDirectory(folder).then(
    read => read,
    () => [],
  );
}

function isOdd(name: string, type: vscode.FileType): boolean {
  return ending.test(name) && (type & (File | Directory)) === 0;
}
