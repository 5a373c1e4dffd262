// The legend of the icons: what each means, as a list. Choosing one shows the findings it stands for.
import vscode = require('vscode');
import { speakers } from '../../domain/browse/attribution';
import type { Who } from '../../domain/corpus/types';
import { pickOne } from '../notify';
import { sentenceCase, whoGroup } from '../inWords';
import { whoIcon } from './icons';
import type { FindingsTree } from './view';

interface Entry extends vscode.QuickPickItem {
  readonly who: Who;
}

/** Lists who the icons stand for. */
export async function explainIcons(tree: FindingsTree): Promise<void> {
  const entries = speakers.map((who): Entry => ({
    who,
    label: sentenceCase(whoGroup(who)),
    iconPath: new vscode.ThemeIcon(whoIcon(who)),
    detail: meaning(who),
  }));
  const chosen = await pickOne(
    entries,
    vscode.l10n.t('What the icons mean: who spoke. Where several did, the icon shows the one with the least weight.'),
  );
  if (chosen) await tree.showSpeaker(chosen.who);
}

/** What the source's words for a speaker mean for a draft. */
export function meaning(who: Who): string {
  switch (who) {
    case 'consensus among speakers':
      return vscode.l10n.t('The source says that there was consensus.');
    case 'participants':
      return vscode.l10n.t('The source says “participants”, and not how many.');
    case 'speakers':
      return vscode.l10n.t('The source says “speakers”, and not how many.');
    case 'some speakers':
      return vscode.l10n.t(
        'The source says “some speakers”: a draft that names all speakers, or States, says too much.',
      );
    case 'panelists':
      return vscode.l10n.t('The source says “panelists”: those on the panels.');
    case 'discussions':
      return vscode.l10n.t('The source says that discussions touched on it.');
    case 'named':
      return vscode.l10n.t('A person or group that the background names.');
    case 'passive':
      return vscode.l10n.t('“It was noted”: somebody said it, and the source does not say who.');
    case 'unnamed':
      return vscode.l10n.t('The source names no speaker: the summary itself says it.');
  }
}
