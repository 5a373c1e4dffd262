/**
 * On a problem, below what VS Code shows of it: the ways to the source's sentence and to the page of the rule, both
 * beside the draft.
 */
import vscode = require('vscode');
import type { Problem } from '../../domain/check/problem';
import { commands } from '../commands';
import { draftSelector, isDraft } from '../drafts';
import { commandLink } from '../markdown';
import { rangeIn } from '../ranges';
import { checksDrafts } from './checkSettings';
import type { DraftChecks } from './draftChecks';

/** What the links of the hover may run: nothing but these. */
const enabledCommands = [commands.openSource, commands.openRule] as const;

export function registerProblemHover(checks: DraftChecks): vscode.Disposable {
  return vscode.languages.registerHoverProvider(draftSelector, {
    provideHover: (document, position) => {
      if (!isDraft(document) || !checksDrafts(document)) return undefined;
      const offset = document.offsetAt(position);
      // Right behind it, too: there VS Code still shows the problem.
      const [first, ...others] = (checks.last(document)?.problems ?? []).filter(
        ({ start, end }) => start <= offset && offset <= end,
      );
      return first && new vscode.Hover(linksOf([first, ...others]), rangeIn(document, first));
    },
  });
}

function linksOf(problems: readonly Problem[]): vscode.MarkdownString {
  const sources = problems.flatMap(({ data }) => data.pieces?.[0]?.id ?? data.where?.id ?? data.sentence?.id ?? []);
  const links = [
    ...[...new Set(sources)].map(id =>
      commandLink(commands.openSource, { id, preserveFocus: true }, vscode.l10n.t('Open in the Source')),
    ),
    ...[...new Set(problems.map(({ code }) => code))].map(code =>
      commandLink(commands.openRule, code, vscode.l10n.t('About the Rule {0}', code)),
    ),
  ];
  const markdown = new vscode.MarkdownString().appendMarkdown(links.join(' · '));
  markdown.isTrusted = { enabledCommands };
  return markdown;
}
