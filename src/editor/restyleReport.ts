// Says which citations a restyling left alone.
import vscode = require('vscode');
import type { Skipped, SkipReason } from '../domain/restyle/unit';
import { short } from './check/messages';
import { pickOne, showInformation } from './notify';
import { plural } from './plural';
import { rangeIn } from './ranges';

/** What is to be done about citations that were left: nothing, list them, or restyle those worded by hand. */
type Answer = 'show' | 'restyle' | undefined;

/**
 * Says how many citations a restyling left as they are, and offers what can be done about them.
 * @param byHand so many of them only lose their own wording
 */
export async function tellLeft(count: number, byHand: number): Promise<Answer> {
  const show = vscode.l10n.t('Show');
  const restyle = byHand > 0 ? [restyleWords(byHand)] : [];
  const words = plural(count, {
    one: 'One citation was left as it is: restyling it would lose something. “Show Citations Left as They Are” says what.',
    other:
      '{0} citations were left as they are: restyling them would lose something. “Show Citations Left as They Are” says what.',
  });
  const answer = await showInformation(words, ...restyle, show);
  if (answer === undefined) return undefined;
  return answer === show ? 'show' : 'restyle';
}

function restyleWords(byHand: number): string {
  return plural(byHand, {
    one: 'Restyle the One Worded by Hand, Too',
    other: 'Restyle the {0} Worded by Hand, Too',
  });
}

/** Says what the comments are that hold the places of notes, where a restyling wrote some. */
export function tellHeld(count: number): void {
  if (count > 0)
    void showInformation(
      plural(count, {
        one: 'The comment “idm-findings-note” in the draft says where a note stood, in case you restyle back. You may delete it: the note then comes back below the others.',
        other:
          'The {0} comments “idm-findings-note” in the draft say where notes stood, in case you restyle back. You may delete them: the notes then come back below the others.',
      }),
    );
}

/** Lists the citations that a restyling leaves as they are, with where and why: a pick goes there. */
export async function listLeft(
  document: vscode.TextDocument,
  skipped: readonly Skipped[],
  byHand: number,
): Promise<Answer> {
  if (skipped.length === 0) {
    void showInformation(vscode.l10n.t('Restyling leaves no citation of this draft as it is.'));
    return undefined;
  }
  const places = skipped.map(left => ({
    label: left.text.replace(/\s+/gu, ' '),
    description: vscode.l10n.t('Line {0}', document.positionAt(left.start).line + 1),
    detail: reasonWords(left),
    left,
  }));
  const restyle =
    byHand > 0
      ? [
          {
            label: restyleWords(byHand),
            detail: plural(byHand, {
              one: 'It says nothing else. Restyling back will not restore its wording.',
              other: 'These {0} say nothing else. Restyling back will not restore their wording.',
            }),
            left: undefined,
          },
        ]
      : [];
  const chosen = await pickOne([...restyle, ...places], vscode.l10n.t('Citations left as they are'));
  if (!chosen) return undefined;
  if (chosen.left === undefined) return 'restyle';
  await vscode.window.showTextDocument(document, { selection: rangeIn(document, chosen.left) });
  return undefined;
}

/** So much of what would be lost is shown. */
const longestWords = 80;

/** Why a citation is left, with what it says that would be lost. */
function reasonWords({ reason, words }: Pick<Skipped, 'reason' | 'words'>): string {
  if (words === undefined) return plainReason(reason);
  const said = short(words, longestWords);
  switch (reason) {
    case 'prefix':
      return vscode.l10n.t('These words before it would be lost: “{0}”.', said);
    case 'suffix':
      return vscode.l10n.t('These words after it would be lost: “{0}”.', said);
    case 'editedNote':
      return vscode.l10n.t('Its note has words of its own: “{0}”.', said);
    case 'byHand':
      return vscode.l10n.t('Its note is worded by hand: “{0}”.', said);
    default:
      return vscode.l10n.t('It has words of its own: “{0}”.', said);
  }
}

function plainReason(reason: SkipReason): string {
  switch (reason) {
    case 'prefix':
      return vscode.l10n.t('It leaves out the author (“-@”), which other forms cannot do.');
    case 'suffix':
    case 'ownWords':
      return vscode.l10n.t('It has words of its own.');
    case 'bundle':
      return vscode.l10n.t('It stands together with citations of other works.');
    case 'editedNote':
      return vscode.l10n.t('Its note was written or edited by hand.');
    case 'ambiguous':
      return vscode.l10n.t('More than one document may be meant.');
    case 'unknown':
      return vscode.l10n.t('It names something that does not exist.');
    case 'narrative':
      return vscode.l10n.t('Its sentence needs it as a word, as in “IOM (2022) states”.');
    case 'wholeDocument':
      return vscode.l10n.t('It cites a day or a part of the document, and no conclusion.');
    case 'sentence':
      return vscode.l10n.t('It names a sentence; only a conclusion can be cited.');
    case 'inNote':
      return vscode.l10n.t('It stands in a footnote, which cannot have footnotes of its own.');
    case 'lineStart':
      return vscode.l10n.t('It begins a line, so its footnote mark would be cut off from the word before.');
    case 'byHand':
      return vscode.l10n.t('It is worded by hand. Restyling back would not restore its wording.');
    case 'beside':
      return vscode.l10n.t('Restyled, it or the text next to it would be read as something else.');
  }
}
