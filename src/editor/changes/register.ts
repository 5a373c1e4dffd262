// The command that compares a draft with an earlier version of it.
import vscode = require('vscode');
import { Checker } from '../../domain/check/checker';
import { changesBetween, type Changes } from '../../domain/changes/changes';
import { Draft } from '../../domain/draft/draft';
import type { DraftChecks } from '../check/draftChecks';
import { Lines, nameOf } from '../check/examine';
import type { TextReports } from '../check/textReports';
import { Turns } from '../check/turns';
import { commands } from '../commands';
import { chooseEarlierVersion } from '../earlierVersion';
import { registerCommand, showInformation, showProgress } from '../notify';
import { checkSettings } from '../check/checkSettings';
import { changesText } from './changesText';

interface ChangesArguments {
  /** `commit`, `saved`, or the address of a file. Asked for when not said. */
  readonly since?: unknown;
}

/** "What Changed in the Citations…": the draft last active beside an earlier version of it, as a report. */
export function registerChanges(checks: DraftChecks, reports: TextReports): vscode.Disposable {
  return registerCommand(commands.showChanges, async (given?: ChangesArguments) => {
    const document = checks.drafts.lastTarget()?.document;
    if (!document) {
      void showInformation(vscode.l10n.t('Open a Markdown draft to compare it with an earlier version.'));
      return undefined;
    }
    const earlier = await chooseEarlierVersion(document, vscode.l10n.t('Compare the citations with'), given?.since);
    if (!earlier) return undefined;
    // As it is now: who types on while it is compared has a report on the draft as it was.
    const text = document.getText();
    const options = checkSettings(document, checks.drafts.of(document));
    const found = await compared(checks, document.uri, earlier.text, text);
    if (!found) return undefined;
    const [now, before] = [new Lines(document.uri, text), new Lines(document.uri, earlier.text)];
    const name = nameOf(document.uri);
    await reports.show(
      vscode.l10n.t('Changes in {0}', name.split('/').at(-1) ?? name),
      document.uri,
      changesText(checks.library, {
        name,
        earlier: earlier.name,
        changes: found,
        english: options.language === 'en',
        lineOf: offset => now.positionAt(offset).line + 1,
        lineBefore: offset => before.positionAt(offset).line + 1,
      }),
    );
    return found;
  });
}

/** The changes between two texts; undefined where it was cancelled. */
async function compared(
  checks: DraftChecks,
  uri: vscode.Uri,
  before: string,
  after: string,
): Promise<Changes | undefined> {
  try {
    return await showProgress(vscode.l10n.t('Comparing the citations'), async (_tell, token) => {
      const turns = new Turns(token);
      const version = async (text: string) => {
        const checker = new Checker(await turns.run(Draft.reading(text, checks.library)), checks.tools);
        return { checker, language: checkSettings({ uri, languageId: 'markdown' }, checker.draft).language };
      };
      return turns.run(changesBetween(await version(before), await version(after)));
    });
  } catch (error) {
    if (error instanceof vscode.CancellationError) return undefined;
    throw error;
  }
}
