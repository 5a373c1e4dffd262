// The command What Supports This?….
import vscode = require('vscode');
import type { Hit, SearchIndex } from '../domain/search';
import { sentenceAt } from '../domain/draft/sentenceAt';
import { commands } from './commands';
import { draftSelector, isDraft, targetOf, type Drafts, type InsertTarget } from './drafts';
import { found, type Finder } from './finder';
import type { Inserter } from './insert';
import { registerCommand, showInformation } from './notify';
import { offersMarkdown } from './plainText';
import { pickFindings, searching, type Section } from './quickPick';
import { certain } from '../domain/certain';
import { betweenBlanks } from '../domain/text/words';

/** As many findings as can be weighed at a glance. */
const limit = 10;

const kind = vscode.CodeActionKind.Refactor.append('idmFindings.support');

/**
 * "What supports this?": the findings that bear on the selected words of a draft, or on the
 * sentence under the cursor, best first; one pick cites behind them. With `{ text }` the command returns the hits and
 * shows nothing.
 */
export function registerSupport(inserter: Inserter, finder: Finder, index: () => SearchIndex): vscode.Disposable {
  const { library, drafts } = inserter;
  return vscode.Disposable.from(
    registerCommand(commands.findSupport, async (given?: { readonly text?: unknown }) => {
      if (typeof given?.text === 'string') return index().support(given.text, { limit });
      if (offersMarkdown(drafts, () => vscode.commands.executeCommand(commands.findSupport))) return undefined;
      const editor = vscode.window.activeTextEditor;
      if (!editor || !isDraft(editor.document)) {
        void showInformation(vscode.l10n.t('Select words of a Markdown draft first.'));
        return undefined;
      }
      const { claim, target } = askedFor(editor, drafts);
      const supporting = sections(index().support(claim, { limit }), claim);
      const isFound = certain(supporting[0]).candidates.length > 0;
      if (!isFound && !(await searchesInstead())) return undefined;
      const services = searching(library, finder);
      const picked = await pickFindings(
        isFound ? { ...services, list: words => (words === '' ? supporting : finder.list(words)) } : services,
        '',
        'citation',
        { title: vscode.l10n.t('What Supports This?'), placeholder: shortened(claim) },
      );
      return picked ? inserter.insert(target, picked) : false;
    }),
    vscode.languages.registerCodeActionsProvider(
      draftSelector,
      {
        provideCodeActions(_document, range) {
          if (range.isEmpty) return [];
          const title = vscode.l10n.t('Find findings that support this…');
          const action = new vscode.CodeAction(title, kind);
          action.command = { command: commands.findSupport, title };
          return [action];
        },
      },
      { providedCodeActionKinds: [kind] },
    ),
  );
}

/** Says that nothing bears on the words; whether the drafter searches by words of their own instead. */
async function searchesInstead(): Promise<boolean> {
  const search = vscode.l10n.t('Search by Words');
  return (await showInformation(vscode.l10n.t('No finding bears on these words.'), search)) === search;
}

/**
 * What is to be supported, and where the citation goes: the selected words, and behind them; else the sentence that the
 * cursor is in, and its end; where there are no sentences, the block, and the cursor.
 */
function askedFor(editor: vscode.TextEditor, drafts: Drafts): { claim: string; target: InsertTarget } {
  const { document, selection } = editor;
  const target = targetOf(editor);
  if (!selection.isEmpty) return { claim: document.getText(selection), target };
  const draft = drafts.of(document);
  const cursor = document.offsetAt(selection.active);
  const sentence = sentenceAt(draft, cursor);
  if (!sentence) return { claim: draft.blockAt(cursor)?.text ?? '', target };
  const end = document.positionAt(sentence.end);
  return { claim: sentence.text, target: { ...target, selections: [new vscode.Selection(end, end)] } };
}

/** So much of what was asked about stands in the list's empty field. */
const longestShown = 80;

/** What was asked about, in one line. A placeholder is shown as it is: nothing in it becomes an icon or a link. */
function shortened(claim: string): string {
  const line = betweenBlanks(claim).join(' ');
  return `“${line.length > longestShown ? `${line.slice(0, longestShown).trimEnd()}…` : line}”`;
}

function sections(hits: readonly Hit[], claim: string): readonly Section[] {
  return [{ candidates: hits.map(hit => found(hit, claim)) }];
}
