// Asks for an earlier version of a draft, and gets it.
import vscode = require('vscode');
import { decoded, readDraft, type Read, type Unread } from './draftText';
import { gitRepository } from './git';
import { pickOne } from './notify';

/**
 * The choice of an earlier version of a draft: as it was at the last commit, as it is saved, or another file. What
 * cannot be had is not offered. Git is asked through VS Code's own extension for it, where that is there and runs: it
 * finds git, and knows what it may run.
 */

type EarlierKind = 'commit' | 'saved' | 'file';

interface EarlierVersion {
  readonly kind: EarlierKind;
  readonly text: string;
  /** What it is, for a title or a sentence: "the last commit". */
  readonly name: string;
}

type Offer = {
  readonly label: string;
  readonly description?: string;
  readonly earlier: () => Promise<EarlierVersion | undefined>;
};

/**
 * Asks which earlier version of a draft is meant, and reads it.
 * @param title the list's
 * @param given a kind or a file's address, where a caller has chosen already
 * @returns undefined where nothing was chosen
 * @throws where it cannot be had or read, with a reason for the drafter
 */
export async function chooseEarlierVersion(
  document: vscode.TextDocument,
  title: string,
  given?: unknown,
): Promise<EarlierVersion | undefined> {
  if (given instanceof vscode.Uri) return fileVersion(given);
  const commit = given === undefined || given === 'commit' ? await committed(document) : { why: '' };
  const offers = new Map<EarlierKind, Offer>();
  if ('bytes' in commit)
    offers.set('commit', {
      label: vscode.l10n.t('The last commit'),
      earlier: () => version('commit', document.uri, { bytes: commit.bytes }, vscode.l10n.t('the last commit')),
    });
  if (document.isDirty && !document.isUntitled) {
    offers.set('saved', {
      label: vscode.l10n.t('The saved version'),
      description: vscode.l10n.t('without your unsaved changes'),
      earlier: async () =>
        version('saved', document.uri, await readDraft(document.uri), vscode.l10n.t('the saved version')),
    });
  }
  offers.set('file', { label: vscode.l10n.t('Another file…'), earlier: chooseFile });
  if (given !== undefined) {
    const offer = offers.get(given as EarlierKind);
    if (!offer)
      throw new Error(
        'why' in commit && given === 'commit'
          ? commit.why
          : vscode.l10n.t('There is no earlier version called {0}.', String(given)),
      );
    return offer.earlier();
  }
  // Above the others: below the last one VS Code shows none.
  const why =
    'why' in commit
      ? [{ label: commit.why, kind: vscode.QuickPickItemKind.Separator, earlier: async () => undefined }]
      : [];
  return (await pickOne<vscode.QuickPickItem & Offer>([...why, ...offers.values()], title))?.earlier();
}

/** The draft's file as the last commit has it, or why there is none. */
async function committed({
  uri,
  isUntitled,
}: vscode.TextDocument): Promise<{ readonly bytes: Uint8Array } | { readonly why: string }> {
  if (isUntitled || uri.scheme !== 'file')
    return { why: vscode.l10n.t('No commit: the draft is not a file on this computer.') };
  const repository = await gitRepository(uri);
  if (repository === undefined) return { why: vscode.l10n.t('No commit: Git is not available here.') };
  if (!repository) return { why: vscode.l10n.t('No commit: the draft is not in an open Git repository.') };
  if (repository.state.HEAD?.commit === undefined)
    return { why: vscode.l10n.t('No commit: the draft’s Git repository has no commit yet.') };
  return repository.buffer('HEAD', uri.fsPath).then(
    bytes => ({ bytes }),
    () => ({ why: vscode.l10n.t('No commit: the last one does not have this file.') }),
  );
}

async function chooseFile(): Promise<EarlierVersion | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('The earlier version'),
      filters: { [vscode.l10n.t('Markdown drafts')]: ['md', 'markdown', 'qmd', 'rmd', 'Rmd', 'txt'] },
    })) ?? [];
  return file && fileVersion(file);
}

async function fileVersion(file: vscode.Uri): Promise<EarlierVersion> {
  return version('file', file, await readDraft(file), vscode.workspace.asRelativePath(file));
}

async function version(kind: EarlierKind, uri: vscode.Uri, file: Read, name: string): Promise<EarlierVersion> {
  const read = 'unread' in file ? file : await decoded(uri, file.bytes);
  if ('unread' in read) throw new Error(unreadable(name, read.unread));
  // As a document has it: without the mark of its encoding.
  return { kind, name, text: read.text.replace(/^\uFEFF/u, '') };
}

function unreadable(name: string, why: Unread): string {
  switch (why) {
    case 'gone':
      return vscode.l10n.t('The earlier version ({0}) could not be opened.', name);
    case 'noFile':
      return vscode.l10n.t('The earlier version ({0}) is not a regular file.', name);
    case 'tooLarge':
      return vscode.l10n.t('The earlier version ({0}) is too large: a draft has at most 4 MB.', name);
    case 'noText':
      return vscode.l10n.t('The earlier version ({0}) is not text in the encoding that VS Code expects.', name);
  }
}
