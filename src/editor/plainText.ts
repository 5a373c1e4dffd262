// A new file in plain text, which takes no citations: it is offered to be made Markdown.
import vscode = require('vscode');
import { isDraft, type Drafts } from './drafts';
import { showInformation } from './notify';

/** The files that it was offered for. */
const asked = new WeakSet<vscode.TextDocument>();

/**
 * Whether the file in front is new and plain text, so that it is offered to be changed to Markdown: then nothing else is
 * to be done now. Where another draft could be meant, each file is asked about once.
 * @param goOn what was asked for, to be done once the file is Markdown
 */
export function offersMarkdown(drafts: Drafts, goOn: () => unknown): boolean {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.uri.scheme !== 'untitled' || document.languageId !== 'plaintext' || isDraft(document)) return false;
  if (asked.has(document) && drafts.lastTarget() !== undefined) return false;
  asked.add(document);
  void offer(document, goOn);
  return true;
}

async function offer(document: vscode.TextDocument, goOn: () => unknown): Promise<void> {
  const change = vscode.l10n.t('Change to Markdown');
  const chosen = await showInformation(
    vscode.l10n.t('Citations need Markdown, and this new file is plain text.'),
    change,
  );
  if (chosen !== change || document.isClosed) return;
  await vscode.languages.setTextDocumentLanguage(document, 'markdown');
  await goOn();
}
