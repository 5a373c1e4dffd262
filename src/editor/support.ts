// The command What Supports This?….
import vscode = require('vscode');
import type { Hit, SearchIndex } from '../domain/search';
import { excerpt } from '../domain/search/excerpt';
import { commands } from './commands';
import { draftSelector, isDraft, targetOf, type Drafts } from './drafts';
import type { Finder } from './finder';
import type { Inserter } from './insert';
import { registerCommand, showInformation } from './notify';
import { pickFindings, searching, type Section } from './quickPick';
import { certain } from '../domain/certain';

/** As many findings as can be weighed at a glance. */
const limit = 10;

const kind = vscode.CodeActionKind.Refactor.append('idmFindings.support');

/**
 * "What supports this?": the findings that bear on the selected words of a draft, or on the
 * paragraph under the cursor, best first; one pick cites. With `{ text }` the command returns the hits and
 * shows nothing.
 */
export function registerSupport(inserter: Inserter, finder: Finder, index: () => SearchIndex): vscode.Disposable {
  const { library, drafts } = inserter;
  return vscode.Disposable.from(
    registerCommand(commands.findSupport, async (given?: { readonly text?: unknown }) => {
      if (typeof given?.text === 'string') return index().support(given.text, { limit });
      const editor = vscode.window.activeTextEditor;
      if (!editor || !isDraft(editor.document)) {
        void showInformation(vscode.l10n.t('Select words of a Markdown draft first.'));
        return undefined;
      }
      const target = targetOf(editor);
      const supporting = sections(index().support(claimOf(editor, drafts), { limit }));
      if (certain(supporting[0]).candidates.length === 0) {
        void showInformation(vscode.l10n.t('No finding bears on these words.'));
        return undefined;
      }
      const picked = await pickFindings(
        { ...searching(library, finder), list: words => (words === '' ? supporting : finder.list(words)) },
        '',
        'citation',
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

/** The selected words, else the block the cursor is in. */
function claimOf({ document, selection }: vscode.TextEditor, drafts: Drafts): string {
  if (!selection.isEmpty) return document.getText(selection);
  return drafts.of(document).blockAt(document.offsetAt(selection.active))?.text ?? '';
}

function sections(hits: readonly Hit[]): readonly Section[] {
  return [
    {
      title: vscode.l10n.t('findings that bear on it'),
      candidates: hits.map(hit => ({
        id: hit.finding.id,
        entry: hit.finding,
        excerpt: excerpt(hit, 130).text,
        ...(hit.sentence ? { sentence: hit.sentence } : {}),
      })),
    },
  ];
}
