import vscode = require('vscode');
import { UnknownIdsError } from '../domain/citation/cite';
import { wishesIn } from '../domain/citation/options';
import type { Library } from '../domain/corpus/library';
import { copiedHtml } from '../domain/handover/copiedHtml';
import { copyFormats, copyOfFindings, plainDraft, standalone, type CopyFormat } from '../domain/handover/copy';
import { commands } from './commands';
import type { Drafts } from './drafts';
import { pickOne, registerCommand, showError, showInformation } from './notify';
import { rulesOf } from './settings';
import { withCommas } from './lists';

interface CopyArguments {
  readonly format?: unknown;
  /** Findings to copy; the draft or what is selected in it when not given. */
  readonly ids?: unknown;
}

/** Copies findings with their references, or a draft, as plain text, Markdown or HTML source. */
export function registerCopyAs(library: Library, drafts: Drafts): vscode.Disposable {
  return registerCommand(commands.copyAs, async (given: CopyArguments = {}) => {
    const format = await chooseFormat(given.format);
    if (!format) return undefined;
    const text = Array.isArray(given.ids)
      ? ofFindings(library, drafts, given.ids.map(String), format)
      : await ofDraft(library, drafts, format);
    if (text !== undefined) await vscode.env.clipboard.writeText(text);
    return text;
  });
}

async function chooseFormat(given: unknown): Promise<CopyFormat | undefined> {
  if (given !== undefined) {
    const found = copyFormats.find(format => format === given);
    if (found === undefined) throw new Error(vscode.l10n.t('“{0}” is not a format: use text, markdown or html.', String(given)));
    return found;
  }
  const items = [
    { label: vscode.l10n.t('Text'), description: vscode.l10n.t('without Markdown’s marks, notes numbered'), format: 'text' as const },
    { label: 'Markdown', description: vscode.l10n.t('with its footnotes'), format: 'markdown' as const },
    { label: vscode.l10n.t('HTML source'), description: vscode.l10n.t('as the preview shows it'), format: 'html' as const },
  ];
  return (await pickOne(items, vscode.l10n.t('Copy as')))?.format;
}

function ofFindings(library: Library, drafts: Drafts, ids: readonly string[], format: CopyFormat): string {
  const document = drafts.lastTarget()?.document;
  try {
    return copyOfFindings(library, ids, {
      format, ...rulesOf(document, document && drafts.of(document)),
    });
  } catch (error) {
    if (!(error instanceof UnknownIdsError)) throw error;
    throw new Error(vscode.l10n.t('No finding has the id {0}. Nothing was copied.', withCommas(error.ids)), { cause: error });
  }
}

async function ofDraft(library: Library, drafts: Drafts, format: CopyFormat): Promise<string | undefined> {
  const target = drafts.lastTarget();
  if (!target) {
    void showInformation(vscode.l10n.t('No Markdown draft is open.'));
    return undefined;
  }
  const { document, selections: [selection] } = target;
  const draft = drafts.of(document);
  const markdown = selection === undefined || selection.isEmpty
    ? draft.text
    : standalone(draft, document.offsetAt(selection.start), document.offsetAt(selection.end));
  if (format === 'markdown') return markdown;
  if (format === 'text') {
    const { style, language, ...wishes } = rulesOf(document, draft);
    return plainDraft(library, markdown, style, language, wishesIn(wishes));
  }
  try {
    const title = markdown === draft.text ? draft.frontMatter?.textOf('title') : undefined;
    return copiedHtml(await vscode.commands.executeCommand<string>('markdown.api.render', markdown), title);
  } catch {
    void showError(vscode.l10n.t('The HTML comes from VS Code’s Markdown preview, which is not available here.'));
    return undefined;
  }
}
