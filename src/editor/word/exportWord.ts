// The command that exports a draft to Word.
import vscode = require('vscode');
import type { Library } from '../../domain/corpus/library';
import type { Draft } from '../../domain/draft/draft';
import { inWholeWords } from '../../domain/handover/wholeWords';
import { inWord, type DraftInWord } from '../../domain/handover/writtenOut';
import type { Range } from '../../domain/text/ranges';
import { askOverwrite } from '../askOverwrite';
import type { DraftChecks } from '../check/draftChecks';
import { commands, contextKeys } from '../commands';
import type { Drafts } from '../drafts';
import { withCommas } from '../lists';
import { OwnStyleError, ownStyleOf, type OwnStyleFound } from '../ownStyle';
import { askWarning, registerCommand, showError, showInformation, showProgress, showWarning } from '../notify';
import { plural } from '../plural';
import { pandocPath, rulesOf } from '../settings';
import { nodeFiles, type LocalFiles } from './files';
import { lookOf } from './look';
import { mayGoOn } from './lookFirst';
import { exportToWord, type DraftForWord, type Missed, type Refusal } from './pandoc';
import { hasProcesses, nodeProcesses, NotFoundError, type Processes } from './processes';
import type { LeftOut } from './taking';

const howToGet = 'https://pandoc.org/installing.html';

export interface ExportArguments {
  /** Where to write; asked for when not given. */
  readonly output?: unknown;
  /** Whether a file that is there may be replaced, where `output` is given: asked for when not said. */
  readonly overwrite?: unknown;
}

/**
 * Exports a draft to Word through pandoc. Offered only where programs can be run and the workspace is
 * trusted: a context key of our own says so, since a browser may well have a Node host behind it.
 */
export function registerExportWord(library: Library, drafts: Drafts, checks: DraftChecks): vscode.Disposable {
  const offer = (): void =>
    void vscode.commands.executeCommand(
      'setContext',
      contextKeys.canExportWord,
      hasProcesses() && vscode.workspace.isTrusted,
    );
  offer();
  return vscode.Disposable.from(
    vscode.workspace.onDidGrantWorkspaceTrust(offer),
    registerCommand(commands.exportWord, async (given: ExportArguments = {}) => {
      const ready = await readyToExport(drafts);
      if (typeof ready === 'string') return refuse(ready);
      const { processes, files, document } = ready;
      const output =
        given.output instanceof vscode.Uri
          ? await allowed(given.output, given.overwrite)
          : (await mayGoOn(checks, document)) && (await askWhere(document));
      if (!output) return false;
      const draft = await draftForWord(document, drafts.of(document), library);
      if (typeof draft === 'string') return refuse(draft);
      sayWhatIsLeft(document, draft);

      const pandoc = pandocPath();
      let missed: Missed | undefined;
      const look = await lookOf(files, document, drafts.of(document));
      if (typeof look === 'string') return refuse(look);
      try {
        const refusal = await showProgress(vscode.l10n.t('Exporting to Word…'), (_tell, token) =>
          exportToWord(processes, files, {
            pandoc,
            ...draft,
            output: output.fsPath,
            token,
            ...look,
            askOutside,
            tell: what => {
              missed = what;
            },
          }),
        );
        if (refusal) return refuse(refusalWords(refusal));
      } catch (error) {
        if (!(error instanceof NotFoundError)) throw error;
        void sayHowToGet(pandoc);
        return false;
      }
      void sayExported(output, missed);
      return true;
    }),
  );
}

/**
 * The draft last active and what exports it. A draft that is no file yet can be saved first.
 * @returns in words, why nothing can be exported; no words where the drafter did not save
 */
export async function readyToExport(
  drafts: Drafts,
): Promise<
  { readonly processes: Processes; readonly files: LocalFiles; readonly document: vscode.TextDocument } | string
> {
  const processes = nodeProcesses();
  const files = nodeFiles();
  if (!processes || !files)
    return vscode.l10n.t('Export to Word needs VS Code on a computer: a browser cannot run programs.');
  if (!vscode.workspace.isTrusted) return vscode.l10n.t('Export to Word runs pandoc. Trust this workspace first.');
  const target = drafts.lastTarget()?.document;
  if (!target) return vscode.l10n.t('No Markdown draft is open.');
  const document = target.isUntitled ? await savedFirst(target) : target;
  if (!document) return '';
  if (document.uri.scheme !== 'file') return vscode.l10n.t('Save the draft on this computer first.');
  return { processes, files, document };
}

/** An untitled draft as the file that it is saved as; undefined where it is not saved. */
async function savedFirst(draft: vscode.TextDocument): Promise<vscode.TextDocument | undefined> {
  const save = vscode.l10n.t('Save…');
  const chosen = await askWarning(
    vscode.l10n.t('Save the draft first.'),
    vscode.l10n.t('Pandoc reads images and other files from its folder.'),
    save,
  );
  if (chosen !== save) return undefined;
  // VS Code saves only what a tab shows, and shows the file in its place.
  const file = await vscode.workspace.save(draft.uri);
  return file && vscode.workspace.openTextDocument(file);
}

/**
 * A draft as it goes to Word from a document's folder, by its own rules.
 * @param draft the document's, or an earlier version of it
 * @returns in words, why the style file that the setting names cannot be used
 */
export async function draftForWord(
  document: vscode.TextDocument,
  draft: Draft,
  library: Library,
): Promise<(DraftForWord & Pick<DraftInWord, 'left' | 'marksLeft'>) | string> {
  let own: OwnStyleFound;
  try {
    own = await ownStyleOf(document, draft);
  } catch (error) {
    if (!(error instanceof OwnStyleError)) throw error;
    return error.message;
  }
  // The drafter set it: it is not asked about wherever it lies.
  const csl = own.style?.isSet === true ? own.style.uri.fsPath : undefined;
  return {
    ...inWord(draft, library, rulesOf(document, draft), own.style, own.unusable !== undefined),
    csl,
    unusableStyle: own.unusable,
    folder: vscode.Uri.joinPath(document.uri, '..').fsPath,
    roots: (vscode.workspace.workspaceFolders ?? [])
      .filter(({ uri }) => uri.scheme === 'file')
      .map(({ uri }) => uri.fsPath)
      .concat(csl ?? []),
  };
}

/** Says which citations and marks of a document's draft Word shows otherwise than in the draft's style. */
export function sayWhatIsLeft(
  document: vscode.TextDocument,
  { left, marksLeft }: Pick<DraftInWord, 'left' | 'marksLeft'>,
): void {
  const linesOf = (places: readonly Range[]): string =>
    lineNumbers(places.map(({ start }) => document.positionAt(start).line + 1));
  if (left.length > 0) void showInformation(leftWords(linesOf(left)));
  if (marksLeft.length > 0) void showInformation(marksLeftWords(linesOf(marksLeft)));
}

/** So many lines are named. */
const mostNamed = 10;

function lineNumbers(lines: readonly number[]): string {
  const all = [...new Set(lines)];
  return withCommas([...all.slice(0, mostNamed).map(String), ...(all.length > mostNamed ? ['…'] : [])]);
}

/** Says which citations do not come out in the draft's style. */
function leftWords(lines: string): string {
  return vscode.l10n.t(
    'The citations on these lines are in pandoc’s own style: {0}. They share a bracket with other works, or leave out the author.',
    lines,
  );
}

/** Says which marks do not become notes. */
function marksLeftWords(lines: string): string {
  return vscode.l10n.t(
    'The footnote marks on these lines are plain text in Word: {0}. They stand in notes, and what they refer to is missing or does not fit into a note.',
    lines,
  );
}

/** A file to write to, where none is there or it may be replaced. */
export async function allowed(output: vscode.Uri, overwrite: unknown): Promise<vscode.Uri | undefined> {
  const there =
    overwrite !== true &&
    (await vscode.workspace.fs.stat(output).then(
      () => true,
      () => false,
    ));
  return !there || (overwrite === undefined && (await askOverwrite(output))) ? output : undefined;
}

/** Says why nothing was exported. */
export function refuse(words: string): false {
  if (words !== '') void showError(words);
  return false;
}

export function refusalWords(refusal: Refusal): string {
  switch (refusal.why) {
    case 'cancelled':
      return '';
    case 'remote':
      return vscode.l10n.t(
        'The draft refers to addresses that pandoc would fetch: {0}. Save them beside the draft and refer to the files.',
        withCommas(refusal.addresses.slice(0, 5)),
      );
    case 'tooOld':
      return vscode.l10n.t('This pandoc is too old: version 2.15 or later is needed.');
    case 'tooDeep':
      return vscode.l10n.t(
        'The draft is nested too deeply to be exported: quotations in quotations, or lists in lists.',
      );
    case 'failed':
      return vscode.l10n.t('Pandoc could not export the draft: {0}', refusal.message);
  }
}

/** @param named the name to offer, by the draft's: both without their ending */
export function askWhere(draft: vscode.TextDocument, named = (name: string) => name): Thenable<vscode.Uri | undefined> {
  const { path } = draft.uri;
  const name = inWholeWords(path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/u, ''), draft.lineAt(0).text);
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export to Word'),
    defaultUri: vscode.Uri.joinPath(draft.uri, '..', `${named(name)}.docx`),
    filters: { [vscode.l10n.t('Word document')]: ['docx'] },
  });
}

/** Asks once for all files that would be taken in from elsewhere: who wrote the draft may not be who exports it. */
export async function askOutside(paths: readonly string[]): Promise<boolean | undefined> {
  const take = vscode.l10n.t('Put Them In');
  const leave = vscode.l10n.t('Leave Them Out');
  const chosen = await askWarning(
    vscode.l10n.t(
      'The draft takes in files from outside its folder and the workspace. Put them into the Word document?',
    ),
    firstOf(paths),
    take,
    leave,
  );
  return chosen === undefined ? undefined : chosen === take;
}

/**
 * Says what the document is called, and offers to open it where VS Code can. Where it was written the drafter has just
 * said, and a notification without a button shows one line.
 */
export async function sayExported(output: vscode.Uri, missed: Missed | undefined): Promise<void> {
  const open = vscode.l10n.t('Open');
  const offered = opensOutside(output) ? [open] : [];
  const name = output.path.slice(output.path.lastIndexOf('/') + 1);
  const chosen = missed
    ? await showWarning(
        vscode.l10n.t('Exported to {0}, which differs from the draft: {1}', name, missedWords(missed)),
        ...offered,
      )
    : await showInformation(vscode.l10n.t('Exported to {0}.', name), ...offered);
  if (chosen === open) await vscode.env.openExternal(output);
}

/**
 * Whether a program outside VS Code can open a file: one on the computer that shows VS Code. In a browser, opening it
 * would only hang the tab.
 */
function opensOutside(file: vscode.Uri): boolean {
  return file.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
}

function missedWords({ warnings, leftOut, raw }: Missed): string {
  const words = [
    ...(raw > 0
      ? [
          plural(raw, {
            one: 'raw Word code is left out at one place, since it could run or fetch something',
            other: 'raw Word code is left out at {0} places, since it could run or fetch something',
          }),
        ]
      : []),
    ...leftOut.map(({ name, why }) => vscode.l10n.t('{0} ({1})', name, leftOutWords(why))),
    ...warnings,
  ];
  return firstOf(words);
}

function leftOutWords(why: LeftOut): string {
  switch (why) {
    case 'missing':
      return vscode.l10n.t('there is no such file');
    case 'tooLarge':
      return vscode.l10n.t('it is too large');
    case 'outside':
      return vscode.l10n.t('it is outside the draft’s folder and the workspace');
    case 'noImage':
      return vscode.l10n.t('it is not an image that Word can show');
    case 'outward':
      return vscode.l10n.t('this SVG image refers to other files');
    case 'outwardStyle':
      return vscode.l10n.t('this style refers to other files');
  }
}

/** The first few of a list, and that there are more. */
function firstOf(words: readonly string[]): string {
  const shown = words.slice(0, 5);
  return (
    words.length > shown.length ? [...shown, vscode.l10n.t('and {0} more', words.length - shown.length)] : shown
  ).join(' · ');
}

export async function sayHowToGet(pandoc: string): Promise<void> {
  const how = vscode.l10n.t('How to Get Pandoc');
  const set = vscode.l10n.t('Set the Path');
  const chosen = await showError(
    vscode.l10n.t(
      'There is no program “{0}”. Word export needs pandoc 2.15 or later: on Debian and Ubuntu “apt install pandoc”, on macOS “brew install pandoc”, on Windows “winget install JohnMacFarlane.Pandoc”, or from {1}.',
      pandoc,
      howToGet,
    ),
    how,
    set,
  );
  if (chosen === how) await vscode.env.openExternal(vscode.Uri.parse(howToGet));
  if (chosen === set) await vscode.commands.executeCommand('workbench.action.openSettings', 'idmFindings.pandoc.path');
}
