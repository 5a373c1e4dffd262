// The command that copies findings or a draft in several formats.
import vscode = require('vscode');
import { wishesIn } from '../domain/citation/options';
import { UnknownIdsError, type Library } from '../domain/corpus/library';
import { copiedHtml, withoutInnerLinks } from '../domain/handover/copiedHtml';
import { copyFormats, copyOfFindings, plainDraft, standalone, type CopyFormat } from '../domain/handover/copy';
import { commands } from './commands';
import type { Drafts } from './drafts';
import { writeFormatted } from './formattedClipboard';
import { pickOne, registerCommand, showError, showInformation, showStatus, showWarning } from './notify';
import { rulesOf } from './settings';
import { withCommas } from './lists';

interface CopyArguments {
  readonly format?: unknown;
  /** Findings to copy; the draft or what is selected in it when not given. */
  readonly ids?: unknown;
}

/** How a copy is put on the clipboard: HTML to be pasted as formatted text, or as the tags that it is made of. */
type Way = CopyFormat | 'htmlSource';
const ways: readonly Way[] = [...copyFormats, 'htmlSource'];

/** How long the status bar says what was copied, in milliseconds. */
const shownFor = 5000;

/** Copies findings with their references, or a draft, as plain text, Markdown, formatted text (HTML) or HTML source. */
export function registerCopyAs(library: Library, drafts: Drafts, extension: vscode.Uri): vscode.Disposable {
  return registerCommand(commands.copyAs, async (given: CopyArguments = {}) => {
    const way = await chooseWay(given.format);
    if (!way) return undefined;
    const made = (format: CopyFormat): Promise<string | undefined> =>
      Array.isArray(given.ids)
        ? Promise.resolve(ofFindings(library, drafts, given.ids.map(String), format))
        : ofDraft(library, drafts, format);
    const copied = await made(way === 'htmlSource' ? 'html' : way);
    if (copied === undefined) return undefined;
    if (way === 'html') {
      await putFormatted(extension, withoutInnerLinks(copied), (await made('text')) ?? '');
      return copied;
    }
    await vscode.env.clipboard.writeText(copied);
    showStatus(copiedWords(way), shownFor);
    return copied;
  });
}

function copiedWords(way: Exclude<Way, 'html'>): string {
  switch (way) {
    case 'text':
      return vscode.l10n.t('Copied as text.');
    case 'markdown':
      return vscode.l10n.t('Copied as Markdown.');
    case 'htmlSource':
      return vscode.l10n.t('Copied as HTML source.');
  }
}

/** Formatted text is copied by a page that takes the eye: a notification says what came of it. */
async function putFormatted(extension: vscode.Uri, html: string, text: string): Promise<void> {
  if (await writeFormatted(extension, html, text)) {
    void showInformation(vscode.l10n.t('Formatted text copied: paste it into Word or an e-mail.'));
    return;
  }
  await vscode.env.clipboard.writeText(html);
  void showWarning(vscode.l10n.t('The HTML source was copied: formatted text cannot be copied here.'));
}

async function chooseWay(given: unknown): Promise<Way | undefined> {
  if (given !== undefined) {
    const found = ways.find(way => way === given);
    if (found === undefined)
      throw new Error(vscode.l10n.t('“{0}” is not a format: use text, markdown, html or htmlSource.', String(given)));
    return found;
  }
  const items = [
    {
      label: vscode.l10n.t('Text'),
      description: vscode.l10n.t('without Markdown’s marks, notes numbered'),
      way: 'text' as const,
    },
    {
      label: vscode.l10n.t('Formatted text'),
      description: vscode.l10n.t('for Word and e-mail, as the preview shows it'),
      way: 'html' as const,
    },
    { label: 'Markdown', description: vscode.l10n.t('with its footnotes'), way: 'markdown' as const },
    {
      label: vscode.l10n.t('HTML source'),
      description: vscode.l10n.t('the same as formatted text, as tags'),
      way: 'htmlSource' as const,
    },
  ];
  return (await pickOne(items, vscode.l10n.t('Copy the draft as')))?.way;
}

function ofFindings(library: Library, drafts: Drafts, ids: readonly string[], format: CopyFormat): string {
  const document = drafts.lastTarget()?.document;
  try {
    return copyOfFindings(library, ids, {
      format,
      ...rulesOf(document, document && drafts.of(document)),
    });
  } catch (error) {
    if (!(error instanceof UnknownIdsError)) throw error;
    throw new Error(vscode.l10n.t('No finding has the id {0}. Nothing was copied.', withCommas(error.ids)), {
      cause: error,
    });
  }
}

async function ofDraft(library: Library, drafts: Drafts, format: CopyFormat): Promise<string | undefined> {
  const target = drafts.lastTarget();
  if (!target) {
    void showInformation(vscode.l10n.t('No Markdown draft is open.'));
    return undefined;
  }
  const {
    document,
    selections: [selection],
  } = target;
  const draft = drafts.of(document);
  const markdown =
    selection === undefined || selection.isEmpty
      ? draft.text
      : standalone(draft, document.offsetAt(selection.start), document.offsetAt(selection.end));
  if (format === 'markdown') return markdown;
  if (format === 'text') {
    const { style, language, ...wishes } = rulesOf(document, draft);
    return plainDraft(library, markdown, style, language, wishesIn(wishes));
  }
  try {
    // Front matter of other kinds is words to the preview, and its title among them.
    const named = draft.frontMatter?.kind === 'yaml' ? draft.frontMatter.title : undefined;
    const title = markdown === draft.text ? named : undefined;
    return copiedHtml(await vscode.commands.executeCommand<string>('markdown.api.render', markdown), title);
  } catch {
    void showError(vscode.l10n.t('The HTML comes from VS Code’s Markdown preview, which is not available here.'));
    return undefined;
  }
}
