// A finding's name where there is little room.
import vscode = require('vscode');
import { isFinding } from '../../domain/corpus/library';
import type { Finding, Passage } from '../../domain/corpus/types';

/**
 * "1.4 Pathways to undercut smuggling": day and count first, which nothing then cuts off, and our label. Background has
 * no number.
 */
export function numbered(entry: Finding | Passage): string {
  return isFinding(entry) ? `${entry.day}.${entry.ordinal} ${entry.label}` : entry.label;
}

/**
 * The same with how often the draft cites it: "1.4 (2×) Pathways to undercut smuggling". In brackets and behind the
 * number, so that nobody reads the two as one; before the words, where narrow sidebars show it, too.
 */
export function counted(label: string, count: number): string {
  const number = /^\d{1,4}\.\d{1,4}(?= )/u.exec(label)?.[0];
  return number === undefined
    ? vscode.l10n.t('({0}×) {1}', count, label)
    : vscode.l10n.t('{0} ({1}×) {2}', number, count, label.slice(number.length + 1));
}
