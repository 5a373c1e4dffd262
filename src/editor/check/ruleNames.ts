// The rules by names that can be read, in two or three words.
import vscode = require('vscode');
import type { Code, Problem } from '../../domain/check/problem';
import { withCommas } from '../lists';

/** A rule's name. Its code stands where it has to be written: in settings and comments. */
export function ruleName(code: Code): string {
  return names()[code];
}

const names = (): Readonly<Record<Code, string>> => ({
  'quote-altered': vscode.l10n.t('Quotation differs'),
  'quote-other-finding': vscode.l10n.t('Quotation from another finding'),
  'quote-spans': vscode.l10n.t('Quotation joins findings'),
  'quote-unknown': vscode.l10n.t('Quotation not in the source'),
  'quote-uncited': vscode.l10n.t('Quotation without citation'),
  'quote-omission': vscode.l10n.t('Words left out'),
  'quote-bracket': vscode.l10n.t('Words in brackets'),
  'attribution-who': vscode.l10n.t('Speaker differs'),
  'attribution-verb': vscode.l10n.t('Stronger verb'),
  'paraphrase-altered': vscode.l10n.t('Paraphrase differs'),
  'paraphrase-other-finding': vscode.l10n.t('Paraphrase of another finding'),
  'ref-unknown': vscode.l10n.t('Cites what does not exist'),
  'note-undefined': vscode.l10n.t('Note without definition'),
  'note-unused': vscode.l10n.t('Note that nothing refers to'),
  'note-duplicate': vscode.l10n.t('Note defined more than once'),
  'note-stale': vscode.l10n.t('Wording of a note'),
  'note-other-style': vscode.l10n.t('Note in another style'),
  'note-edited': vscode.l10n.t('Note edited by hand'),
  'note-before-punctuation': vscode.l10n.t('Mark before punctuation'),
  'form-mixed': vscode.l10n.t('Two forms'),
  'disable-unused': vscode.l10n.t('Comment that ignores nothing'),
  'front-matter-unknown': vscode.l10n.t('Unknown value in front matter'),
});

/** The rules of some problems, each once, with the number of its problems where there are several. */
export function ruleCounts(problems: readonly Pick<Problem, 'code'>[]): string {
  const counts = new Map<Code, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return withCommas(
    [...counts].map(([code, count]) =>
      count === 1 ? ruleName(code) : vscode.l10n.t('{0} ({1}×)', ruleName(code), count),
    ),
  );
}
