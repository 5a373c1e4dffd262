import vscode = require('vscode');
import { forms, styles, type Form, type Style } from '../domain/citation/options';
import type { Library } from '../domain/corpus/library';
import type { Draft } from '../domain/draft/draft';
import { planRestyle } from '../domain/restyle/restyle';
import type { Skipped, SkipReason } from '../domain/restyle/unit';
import { commands } from './commands';
import { hindrance } from './draftEdit';
import type { Drafts } from './drafts';
import { pickOne, registerCommand, showInformation, showWarning } from './notify';
import { rulesOf } from './settings';
import { formName, styleName } from './styleNames';

/** What the command takes; without form and style it asks for them. */
interface RestyleArguments {
  readonly form?: unknown;
  readonly style?: unknown;
  /** Whether the changes are shown for confirmation first: when not said, only if something was asked. */
  readonly preview?: unknown;
}

/** Rewrites the citations of the draft last active, or of what is selected there, as one undo step. */
export function registerRestyle(library: Library, drafts: Drafts): vscode.Disposable {
  return registerCommand(commands.restyleDraft, async (given: RestyleArguments = {}) => {
    const target = drafts.lastTarget();
    if (!target) {
      void showInformation(vscode.l10n.t('No Markdown draft is open.'));
      return undefined;
    }
    const { document, version, selections } = target;
    const wanted = await choose(document, drafts.of(document), given);
    if (!wanted) return undefined;
    const why = await hindrance(document, version);
    if (why !== undefined) {
      void showWarning(vscode.l10n.t('{0} Nothing was rewritten.', why));
      return undefined;
    }
    const [selection] = selections;
    const draft = drafts.of(document);
    const { edits, skipped } = planRestyle(draft, library, {
      ...wanted,
      language: rulesOf(document, draft).language,
      eol: document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
      ...(selection === undefined || selection.isEmpty
        ? {}
        : { range: { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) } }),
    });
    const preview = given.preview === undefined ? given.form === undefined || given.style === undefined : given.preview === true;
    const applied = edits.length === 0 || await apply(document, edits, preview);
    if (edits.length === 0 && skipped.length === 0) {
      void showInformation(vscode.l10n.t('Every citation has this form and style already.'));
    }
    if (!applied && !preview) void showWarning(vscode.l10n.t('{0} Nothing was rewritten.', vscode.l10n.t('The draft cannot be edited.')));
    if (applied && skipped.length > 0) void report(document, skipped, edits.length > 0);
    return { applied: applied && edits.length > 0, skipped };
  });
}

async function choose(document: vscode.TextDocument, draft: Draft, given: RestyleArguments): Promise<{ form: Form; style: Style } | undefined> {
  const now = rulesOf(document, draft);
  const form = given.form === undefined
    ? await pick(forms, formName, now.form, vscode.l10n.t('Rewrite the citations as'))
    : known(forms, given.form, vscode.l10n.t('“{0}” is no citation form: use footnote, pandoc or inText.', String(given.form)));
  if (form === undefined) return undefined;
  if (form === 'pandoc' && given.style === undefined) return { form, style: now.style };
  const style = given.style === undefined
    ? await pick(styles, styleName, now.style, vscode.l10n.t('In the style'))
    : known(styles, given.style, vscode.l10n.t('“{0}” is no citation style: use {1}.', String(given.style), styles.join(', ')));
  return style === undefined ? undefined : { form, style };
}

function known<T extends string>(choices: readonly T[], value: unknown, refusal: string): T {
  const found = choices.find(choice => choice === value);
  if (found === undefined) throw new Error(refusal);
  return found;
}

async function pick<T extends string>(choices: readonly T[], name: (choice: T) => string, now: T, title: string): Promise<T | undefined> {
  const items = choices.map(choice => ({
    choice, label: name(choice), ...(choice === now ? { description: vscode.l10n.t('as set') } : {}),
  }));
  return (await pickOne(items, title))?.choice;
}

/** With `preview` VS Code shows the changes in its refactor preview, where each can be taken or left. Whether any was made. */
async function apply(document: vscode.TextDocument, edits: readonly { start: number; end: number; text: string }[], preview: boolean): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits) {
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  }
  // The preview leaves unticked what needs confirmation, and is not shown where nothing does: an edit that changes nothing, last
  // in the list, has it shown with every citation ticked.
  const confirm = { needsConfirmation: true, label: vscode.l10n.t('Citations in another form or style') };
  if (preview) edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '', confirm);
  const { version } = document;
  // Where every tick was taken away VS Code reports success, too.
  return await vscode.workspace.applyEdit(edit, preview ? { isRefactoring: true } : {}) && document.version !== version;
}

/** Says how many were left as they are, and lists them when asked: a pick goes there. */
async function report(document: vscode.TextDocument, skipped: readonly Skipped[], rewritten: boolean): Promise<void> {
  const show = vscode.l10n.t('Show');
  const words = skipped.length === 1
    ? vscode.l10n.t('One citation was left as it is: rewriting it would lose something.')
    : vscode.l10n.t('{0} citations were left as they are: rewriting them would lose something.', skipped.length);
  if (await showInformation(words, show) !== show) return;
  const text = document.getText();
  const items = skipped.map(({ text: words_, reason, start }) => ({ label: words_.replace(/\s+/gu, ' '), detail: reasonWords(reason), start, words: words_ }));
  const chosen = await pickOne(items, vscode.l10n.t('Citations left as they are'));
  if (!chosen) return;
  // After the rewriting the place has moved; the words are the same.
  const at = rewritten ? nearest(text, chosen.words, chosen.start) : chosen.start;
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + chosen.words.length));
  await vscode.window.showTextDocument(document, { selection: range });
}

function nearest(text: string, words: string, start: number): number {
  let best = -1;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best < 0 || Math.abs(at - start) < Math.abs(best - start)) best = at;
  }
  return Math.max(best, 0);
}

function reasonWords(reason: SkipReason): string {
  switch (reason) {
    case 'prefix': return vscode.l10n.t('The words before it would be lost.');
    case 'suffix': return vscode.l10n.t('The words after it would be lost.');
    case 'bundle': return vscode.l10n.t('It stands together with citations that are not of this library.');
    case 'editedNote': return vscode.l10n.t('Its note was written or edited by hand.');
    case 'ambiguous': return vscode.l10n.t('More than one document may be meant.');
    case 'unknown': return vscode.l10n.t('It names what does not exist.');
    case 'narrative': return vscode.l10n.t('It is part of its sentence.');
    case 'wholeDocument': return vscode.l10n.t('It cites the document, and no conclusion of it.');
    case 'sentence': return vscode.l10n.t('It names a sentence; only a conclusion can be cited.');
    case 'inNote': return vscode.l10n.t('It stands in a footnote, which can have no footnotes.');
    case 'lineStart': return vscode.l10n.t('It begins a line: the footnote’s mark would be cut from its word.');
    case 'byHand': return vscode.l10n.t('Its wording is your own, which restyling back would not restore.');
    case 'beside': return vscode.l10n.t('Rewritten, it or what stands beside it would be read as something else.');
  }
}
