// Our part in VS Code's Markdown preview.
import vscode = require('vscode');
import { languages, styles } from '../domain/citation/options';
import type { Library } from '../domain/corpus/library';
import type { Draft } from '../domain/draft/draft';
import type { PreviewSettings } from '../domain/preview/run';
import type { Drafts } from './drafts';
import { section } from './settings';

/** What the built-in Markdown preview asks the extension for: its markdown-it with our citations rendered. */
export function extendMarkdownIt(library: Library, drafts: Drafts): <Md>(md: Md) => Md {
  const modelOf = (text: string): Draft | undefined => drafts.withText(text);
  return md => require('../domain/preview/plugin').findingsPlugin(md, library, previewSettings, modelOf);
}

/** Renders open previews anew when a setting changes that they show. */
export function registerPreviewRefresh(): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(change => {
    const shown = ['citation.style', 'citation.bluebookAbbreviations', 'draft.language'].some(key =>
      change.affectsConfiguration(`${section}.${key}`),
    );
    if (shown) void vscode.commands.executeCommand('markdown.preview.refresh');
  });
}

/** The preview does not say which draft it renders, so these are the settings for Markdown in general. */
function previewSettings(): PreviewSettings {
  const settings = vscode.workspace.getConfiguration(section, { languageId: 'markdown' });
  const style = settings.get('citation.style');
  const language = settings.get('draft.language');
  return {
    style: styles.find(choice => choice === style) ?? 'un',
    language: languages.find(choice => choice === language) ?? 'auto',
    bluebookAbbreviations: settings.get('citation.bluebookAbbreviations') === true,
    words: {
      unknown: vscode.l10n.t('No such finding'),
      again: vscode.l10n.t('See note'),
      undefined: vscode.l10n.t('This note has no definition'),
      back: vscode.l10n.t('Back to the text'),
    },
  };
}
