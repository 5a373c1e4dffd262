// The colours of citations in drafts.
import vscode = require('vscode');
import { isDraft, type Drafts } from '../drafts';
import { rangeIn } from '../ranges';
import { section } from '../settings';
import { inSlices } from '../slices';
import { labelSpan } from './located';

const setting = 'decorations.enabled';

/**
 * Colours the citations that can be seen, and no others: so that the cost is the same in any draft.
 * Citations of what does not exist get a colour of their own.
 */
export function registerDecorations(drafts: Drafts): vscode.Disposable {
  const known = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor('idmFindings.citationForeground'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const unknown = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor('idmFindings.unknownCitationForeground'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const paint = (editor: vscode.TextEditor): void => {
    if (!isDraft(editor.document)) return;
    const draft = drafts.of(editor.document);
    // What is to be read of a long draft is read in turns: what can be seen may depend on what is far below.
    if (!draft.isRead) {
      const { version } = editor.document;
      void inSlices(draft.reading(), () => editor.document.version !== version || editor.document.isClosed).then(() => {
        if (draft.isRead) paint(editor);
      });
      return;
    }
    const on = vscode.workspace.getConfiguration(section, editor.document).get(setting, true);
    const { citations, missing } = on ? visible(drafts, editor) : { citations: [], missing: [] };
    editor.setDecorations(known, citations);
    editor.setDecorations(unknown, missing);
  };
  const paintAll = (): void => vscode.window.visibleTextEditors.forEach(paint);
  // Reading the draft that is open is no part of activation.
  const first = setTimeout(paintAll, 0);
  return vscode.Disposable.from(
    { dispose: () => clearTimeout(first) },
    known,
    unknown,
    vscode.window.onDidChangeVisibleTextEditors(paintAll),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => paint(textEditor)),
    vscode.workspace.onDidOpenTextDocument(paintAll),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(`${section}.${setting}`)) paintAll();
    }),
    drafts.onDidChange(({ document }) => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) paint(editor);
    }),
  );
}

function visible(drafts: Drafts, editor: vscode.TextEditor): { citations: vscode.Range[]; missing: vscode.Range[] } {
  const { document, visibleRanges } = editor;
  const draft = drafts.of(document);
  const citations: vscode.Range[] = [];
  const missing: vscode.Range[] = [];
  const seen = new Set<number>();
  for (const range of visibleRanges) {
    for (const citation of draft.citationsIn(document.offsetAt(range.start), document.offsetAt(range.end))) {
      if (seen.has(citation.start)) continue;
      seen.add(citation.start);
      const lost = citation.unknown.length > 0 || (citation.ids.length === 0 && citation.corpus === undefined);
      (lost ? missing : citations).push(rangeIn(document, labelSpan(citation)));
    }
  }
  return { citations, missing };
}
