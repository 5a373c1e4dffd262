// The command Insert Citation….
import vscode = require('vscode');
import type { Kind } from '../domain/insert/trigger';
import { commands } from './commands';
import { isDraft, targetOf } from './drafts';
import type { Finder } from './finder';
import type { Inserter } from './insert';
import { registerCommand } from './notify';
import { offersMarkdown } from './plainText';

/** What may be passed to the dialog: what Enter inserts, and words to search for at first. */
interface Arguments {
  readonly kind?: unknown;
  readonly query?: unknown;
}

/** Longer selections are no query a person would type; the search reads their beginning. */
const longestQuery = 500;

/**
 * `IDM Findings: Insert Citation…`. Where it inserts is settled when it opens: the active draft with its cursors, else
 * the draft last active.
 */
export function registerPickCitation(inserter: Inserter, finder: Finder): vscode.Disposable {
  const { library, drafts } = inserter;
  return registerCommand(commands.pickCitation, async (args?: Arguments) => {
    if (offersMarkdown(drafts, () => vscode.commands.executeCommand(commands.pickCitation, args))) return false;
    const editor = vscode.window.activeTextEditor;
    const inDraft = editor !== undefined && isDraft(editor.document);
    const target = inDraft ? targetOf(editor) : drafts.lastTarget();
    const selected = inDraft ? selectedText(editor) : '';
    const query = typeof args?.query === 'string' ? args.query : selected;
    const { pickFindings, searching } = require('./quickPick');
    const picked = await pickFindings(searching(library, finder), query, kindOf(args?.kind));
    if (!picked) return false;
    return target ? inserter.insert(target, picked) : inserter.insertInLast(picked);
  });
}

function selectedText({ document, selection }: vscode.TextEditor): string {
  return document.getText(selection).replace(/\s+/gu, ' ').trim().slice(0, longestQuery);
}

function kindOf(value: unknown): Kind {
  return value === 'quotation' || value === 'blockQuotation' ? value : 'citation';
}
