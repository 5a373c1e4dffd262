// The rows of the sidebar as VS Code shows them.
import vscode = require('vscode');
import { isFinding } from '../../domain/corpus/library';
import type { Corpus, Finding, Passage } from '../../domain/corpus/types';
import { oneSpeaker } from '../../domain/browse/attribution';
import { entriesOf, type Row, type Subject } from '../../domain/browse/rows';
import { namesOf } from '../../domain/citation/titles';
import { commands } from '../commands';
import { withCommas } from '../lists';
import { plural } from '../plural';
import { conclusionCount, dayName, placeOf, sentenceCase, whoGroup, whoSaid } from '../inWords';
import { whoIcon } from './icons';
import { meaning } from './legend';
import { numbered } from './numbered';
export { tooltipOf } from './tooltip';

/** A row as VS Code shows it, without what is costly and seldom looked at (see `tooltipOf`). */
export function itemOf(row: Row, filtered: boolean): vscode.TreeItem {
  const { subject } = row;
  if (subject.kind === 'entry') return entryItem(row, subject.entry);
  if (subject.kind === 'mention') return mentionItem(row, subject);
  if (subject.kind === 'document') return documentItem(row, subject.corpus);
  const { label, icon, whole } = groupWords(row);
  const item = new vscode.TreeItem(label, stateOf(row, filtered));
  item.id = row.id;
  item.contextValue = 'group';
  item.iconPath = new vscode.ThemeIcon(icon);
  const { size, count } = countOf(row);
  item.tooltip = [label, whole, count].filter(line => line !== undefined).join('\n');
  item.description = String(size);
  item.accessibilityInformation = {
    label: withCommas([label, count, whole].filter(part => part !== undefined)),
    role: 'treeitem',
  };
  return item;
}

function entryItem(row: Row, entry: Finding | Passage): vscode.TreeItem {
  const label = numbered(entry);
  const item = new vscode.TreeItem(
    label,
    row.children.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None,
  );
  item.id = row.id;
  item.contextValue = isFinding(entry) ? 'finding' : 'passage';
  item.iconPath = new vscode.ThemeIcon(isFinding(entry) ? whoIcon(oneSpeaker(entry).who) : 'note');
  item.command = { command: commands.openRow, title: vscode.l10n.t('Open in the Source'), arguments: [row] };
  item.accessibilityInformation = { label: withCommas([label, whoSaid(entry), placeOf(entry)]), role: 'treeitem' };
  return item;
}

/** A document, to be cited as a whole; a click opens it. */
function documentItem(row: Row, { document }: Corpus): vscode.TreeItem {
  const label = vscode.l10n.t('The document as a whole');
  const item = new vscode.TreeItem(
    label,
    row.children.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None,
  );
  const { label: named } = namesOf(document, 'en');
  item.id = row.id;
  item.contextValue = 'document';
  item.iconPath = new vscode.ThemeIcon('file-text');
  item.command = { command: commands.openRow, title: vscode.l10n.t('Open in the Source'), arguments: [row] };
  item.accessibilityInformation = { label: withCommas([label, named]), role: 'treeitem' };
  return item;
}

/** A place in the draft: a click goes there. */
function mentionItem(row: Row, { number, of, before }: Extract<Subject, { kind: 'mention' }>): vscode.TreeItem {
  const which = vscode.l10n.t('citation {0} of {1}', number, of);
  // The words tell the place, and stand where a narrow sidebar shows them and no theme dims them.
  const label = before === '' ? vscode.l10n.t('{0} of {1}', number, of) : lastWords(before);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.id = row.id;
  item.contextValue = 'mention';
  item.iconPath = new vscode.ThemeIcon('arrow-small-right');
  item.tooltip = [before, sentenceCase(which), vscode.l10n.t('Go to this place in the draft')]
    .filter(line => line !== '')
    .join('\n');
  item.command = {
    command: commands.goToMention,
    title: vscode.l10n.t('Go to this place in the draft'),
    arguments: [row],
  };
  item.accessibilityInformation = {
    label: before === '' ? which : vscode.l10n.t('{0}: {1}', which, before),
    role: 'treeitem',
  };
  return item;
}

/** The words right before a citation tell its place best: as many of the last as a narrow sidebar shows. */
function lastWords(text: string): string {
  const most = 22;
  if (text.length <= most) return text;
  const end = text.slice(-most);
  const blank = end.indexOf(' ');
  return `…${blank < 0 || blank > most / 2 ? end : end.slice(blank + 1)}`;
}

function stateOf({ subject, parent }: Row, filtered: boolean): vscode.TreeItemCollapsibleState {
  const open =
    filtered ||
    subject.kind === 'day' ||
    subject.kind === 'theme' ||
    (subject.kind === 'corpus' && parent === undefined);
  return open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

/** How many conclusions are below a row; of background, how many paragraphs. The number, and what it counts. */
function countOf(row: Row): { readonly size: number; readonly count: string } {
  const entries = [...entriesOf([row])];
  const findings = entries.filter(isFinding).length;
  if (findings > 0 || entries.length === 0) return { size: findings, count: conclusionCount(findings) };
  const size = entries.length;
  return { size, count: plural(size, { one: '{0} paragraph', other: '{0} paragraphs' }) };
}

interface GroupWords {
  /** Short enough for a narrow sidebar. */
  readonly label: string;
  readonly icon: string;
  /** What the label shortens, or what it means, for the tooltip and the screen reader. */
  readonly whole?: string;
}

function groupWords({ subject }: Row): GroupWords {
  switch (subject.kind) {
    case 'corpus': {
      const { series, session } = subject.corpus.document.titles.en;
      return { label: namesOf(subject.corpus.document, 'en').label, icon: 'library', whole: `${series}: ${session}` };
    }
    case 'day': {
      const { number, title, label } = subject.day;
      return {
        icon: 'calendar',
        ...shortTitle(title, label, short => vscode.l10n.t('{0}: {1}', dayName(number), short)),
      };
    }
    case 'theme':
      return { icon: 'list-unordered', ...shortTitle(subject.heading, subject.label) };
    case 'who':
      return { label: sentenceCase(whoGroup(subject.who)), icon: whoIcon(subject.who), whole: meaning(subject.who) };
    case 'objective': {
      const { title, label } = subject;
      return {
        label: vscode.l10n.t('{0}: {1}', subject.objective, label),
        icon: 'target',
        whole: vscode.l10n.t(
          'Global Compact objective {0}: {1}. That these conclusions bear on it is our suggestion, not the source’s.',
          subject.objective,
          title,
        ),
      };
    }
    case 'noObjective':
      return { label: vscode.l10n.t('No objective suggested'), icon: 'circle-large-outline' };
    case 'background':
      return {
        label: vscode.l10n.t('Background'),
        icon: 'book',
        whole: vscode.l10n.t('Background: the paragraphs before and after the conclusions'),
      };
    case 'entry':
    case 'document':
    case 'mention':
      return { label: '', icon: 'quote' };
  }
}

/** A heading by our short title, and the heading with it; without one the heading itself. */
function shortTitle(
  heading: string,
  label: string | undefined,
  wrap = (title: string): string => title,
): Pick<GroupWords, 'label' | 'whole'> {
  return label === undefined
    ? { label: wrap(heading) }
    : { label: wrap(label), whole: vscode.l10n.t('{0} (the source’s own title; the short one is ours)', heading) };
}
