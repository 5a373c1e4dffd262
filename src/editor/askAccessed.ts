// The date of access: asked for once, where a style prints it and nobody has said it yet.
import vscode = require('vscode');
import { accessDate, notesPrintAccessed } from '../domain/citation/accessed';
import type { Form, Style } from '../domain/citation/options';
import { askText, showWarning } from './notify';
import { section } from './settings';

const key = 'askedForDateOfAccess';

/** Asks when the document's page was looked at, and remembers the answer as the setting. */
export class AccessDate {
  constructor(private readonly memento: vscode.Memento) {}

  /**
   * Asks, if a note is about to be written in a style that prints the date, none is said, and it was never asked
   * before. Today is proposed; an empty answer, or none, means that none is printed.
   */
  async ask({
    form,
    style,
    accessed,
  }: {
    readonly form: Form;
    readonly style: Style;
    readonly accessed?: string;
  }): Promise<void> {
    if (form !== 'footnote' || accessed !== undefined || !notesPrintAccessed(style) || this.memento.get(key) === true)
      return;
    await this.memento.update(key, true);
    const said = await askText(
      vscode.l10n.t('On which day did you look at the document’s web page?'),
      vscode.l10n.t(
        'The style prints this date. Leave it empty to print none. It is saved in the setting {0}.',
        `${section}.citation.dateOfAccess`,
      ),
      today(),
      words =>
        words.trim() === '' || accessDate(words) !== undefined
          ? undefined
          : vscode.l10n.t('Write year, month and day, such as {0}.', '2026-05-01'),
    );
    const date = accessDate(said);
    if (date === undefined) return;
    try {
      await vscode.workspace
        .getConfiguration(section)
        .update('citation.dateOfAccess', date, vscode.ConfigurationTarget.Global);
    } catch {
      // The citation is inserted all the same, and the next one asks again.
      await this.memento.update(key, undefined);
      void showWarning(
        vscode.l10n.t(
          'The date could not be saved in the setting {0}: VS Code could not write the settings.',
          `${section}.citation.dateOfAccess`,
        ),
      );
    }
  }
}

/** Where the drafter is. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
}
