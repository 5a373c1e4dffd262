// Says which citations a restyling left alone.
import vscode = require('vscode');
import type { Skipped, SkipReason } from '../domain/restyle/unit';
import { pickOne, showInformation } from './notify';
import { plural } from './plural';
import { rangeIn } from './ranges';

/**
 * Says how many citations were left as they are, and lists them when asked: a pick goes there.
 * @param force rewrites those, too, whose own wording is lost by it
 */
export async function reportSkipped(
  document: vscode.TextDocument,
  skipped: readonly Skipped[],
  rewritten: boolean,
  force: () => Promise<void>,
): Promise<void> {
  const show = vscode.l10n.t('Show');
  const words = plural(skipped.length, {
    one: 'One citation was left as it is: restyling it would lose something.',
    other: '{0} citations were left as they are: restyling them would lose something.',
  });
  if ((await showInformation(words, show)) !== show) return;
  const text = document.getText();
  const places = skipped.map(({ text: own, reason, start }) => ({
    label: own.replace(/\s+/gu, ' '),
    detail: reasonWords(reason),
    start,
    words: own,
  }));
  const all = skipped.some(({ reason }) => reason === 'byHand')
    ? [
        {
          label: vscode.l10n.t('Restyle these, too'),
          detail: vscode.l10n.t('Those in your own wording, which restyling back will not restore.'),
          start: -1,
          words: '',
        },
      ]
    : [];
  const chosen = await pickOne([...all, ...places], vscode.l10n.t('Citations left as they are'));
  if (!chosen) return;
  if (chosen.start < 0) return force();
  // After the rewriting the place has moved; the words are the same.
  const at = rewritten ? nearest(text, chosen.words, chosen.start) : chosen.start;
  const range = rangeIn(document, { start: at, end: at + chosen.words.length });
  await vscode.window.showTextDocument(document, { selection: range });
}

function nearest(text: string, words: string, start: number): number {
  let best = -1;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best < 0 || Math.abs(at - start) < Math.abs(best - start)) best = at;
  }
  return Math.max(best, 0);
}

function reasonWords(reason: SkipReason): string {
  switch (reason) {
    case 'prefix':
      return vscode.l10n.t('The words before it would be lost.');
    case 'suffix':
      return vscode.l10n.t('The words after it would be lost.');
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
      return vscode.l10n.t('Its wording is your own, which restyling back would not restore.');
    case 'beside':
      return vscode.l10n.t('Restyled, it or the text next to it would be read as something else.');
  }
}
