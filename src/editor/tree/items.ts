import vscode = require('vscode');
import { isFinding } from '../../domain/corpus/library';
import type { Corpus, Finding, Passage, Who } from '../../domain/corpus/types';
import { listedUnder } from '../../domain/browse/attribution';
import { entriesOf, type Row, type Subject } from '../../domain/browse/rows';
import { namesOf } from '../../domain/citation/titles';
import { commands } from '../commands';
import { findingMarkdown } from '../findingMarkdown';
import { escapeMarkdown } from '../markdown';
import { conclusionCount, dayName, placeOf, whoName, whoSaid } from '../words';

/** A row as VS Code shows it, without what is costly and seldom looked at (see `tooltipOf`). */
export function itemOf(row: Row, filtered: boolean): vscode.TreeItem {
  const { subject } = row;
  if (subject.kind === 'entry') return entryItem(row, subject.entry);
  if (subject.kind === 'mention') return mentionItem(row, subject);
  if (subject.kind === 'document') return documentItem(row, subject.corpus);
  const { label, icon, tooltip } = groupWords(row);
  const item = new vscode.TreeItem(label, stateOf(row, filtered));
  item.id = row.id;
  item.contextValue = 'group';
  item.iconPath = new vscode.ThemeIcon(icon);
  item.tooltip = tooltip ?? label;
  const count = countOf(row);
  const description = subject.kind === 'objective' ? `${vscode.l10n.t('our suggestion')} · ${count}` : count;
  item.description = description;
  item.accessibilityInformation = { label: `${tooltip ?? label}, ${description}`, role: 'treeitem' };
  return item;
}

/** Place, who said it, the words and the citation. */
export function tooltipOf(entry: Finding | Passage, citation: string): vscode.MarkdownString {
  return findingMarkdown(entry).appendMarkdown(`\n---\n\n${escapeMarkdown(citation)}\n`);
}

function entryItem(row: Row, entry: Finding | Passage): vscode.TreeItem {
  const item = new vscode.TreeItem(entry.label, row.children.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None);
  const who = whoSaid(entry);
  item.id = row.id;
  item.description = who;
  item.contextValue = isFinding(entry) ? 'finding' : 'passage';
  item.iconPath = new vscode.ThemeIcon(isFinding(entry) ? whoIcon(listedUnder(entry)[0] ?? 'unnamed') : 'note');
  item.command = { command: commands.openRow, title: vscode.l10n.t('Open in the Source'), arguments: [row] };
  item.accessibilityInformation = { label: `${entry.label}, ${who}, ${placeOf(entry)}`, role: 'treeitem' };
  return item;
}

/** A document, to be cited as a whole; a click opens it. */
function documentItem(row: Row, { document }: Corpus): vscode.TreeItem {
  const label = vscode.l10n.t('The document as a whole');
  const item = new vscode.TreeItem(label, row.children.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None);
  const { brief } = namesOf(document, 'en');
  item.id = row.id;
  item.description = brief;
  item.contextValue = 'document';
  item.iconPath = new vscode.ThemeIcon('file-text');
  item.command = { command: commands.openRow, title: vscode.l10n.t('Open in the Source'), arguments: [row] };
  item.accessibilityInformation = { label: `${label}, ${brief}`, role: 'treeitem' };
  return item;
}

/** A place in the draft: a click goes there. */
function mentionItem(row: Row, { number, of, before }: Extract<Subject, { kind: 'mention' }>): vscode.TreeItem {
  const which = vscode.l10n.t('mention {0} of {1}', number, of);
  const item = new vscode.TreeItem(which, vscode.TreeItemCollapsibleState.None);
  item.id = row.id;
  item.description = before;
  item.contextValue = 'mention';
  item.iconPath = new vscode.ThemeIcon('arrow-small-right');
  item.tooltip = vscode.l10n.t('Go to this place in the draft');
  item.command = { command: commands.goToMention, title: vscode.l10n.t('Go to this place in the draft'), arguments: [row] };
  item.accessibilityInformation = { label: before === '' ? which : `${which}: ${before}`, role: 'treeitem' };
  return item;
}

function stateOf({ subject, parent }: Row, filtered: boolean): vscode.TreeItemCollapsibleState {
  const open = filtered || subject.kind === 'day' || subject.kind === 'theme' || (subject.kind === 'corpus' && parent === undefined);
  return open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function countOf(row: Row): string {
  const entries = [...entriesOf([row])];
  const findings = entries.filter(isFinding).length;
  return findings > 0 || entries.length === 0
    ? conclusionCount(findings)
    : entries.length === 1 ? vscode.l10n.t('1 paragraph') : vscode.l10n.t('{0} paragraphs', entries.length);
}

interface GroupWords {
  readonly label: string;
  readonly icon: string;
  readonly tooltip?: string;
}

function groupWords({ subject }: Row): GroupWords {
  switch (subject.kind) {
    case 'corpus': {
      const { series, session } = subject.corpus.document.titles.en;
      return { label: series, icon: 'library', tooltip: `${series}: ${session}` };
    }
    case 'day': return { label: `${dayName(subject.day.number)}: ${subject.day.title}`, icon: 'calendar' };
    case 'theme': return { label: subject.heading, icon: 'list-unordered' };
    case 'who': return { label: sentenceCase(whoName(subject.who)), icon: whoIcon(subject.who) };
    case 'objective': {
      const title = subject.title ?? '';
      return {
        label: vscode.l10n.t('Objective {0}: {1}', subject.objective, title),
        icon: 'target',
        tooltip: vscode.l10n.t('Global Compact objective {0}: {1}. That these conclusions bear on it is our suggestion, not the source’s.', subject.objective, title),
      };
    }
    case 'noObjective': return { label: vscode.l10n.t('No objective suggested'), icon: 'circle-slash' };
    case 'background': return {
      label: vscode.l10n.t('Background'),
      icon: 'book',
      tooltip: vscode.l10n.t('Background: the paragraphs before and after the conclusions, which are not conclusions'),
    };
    case 'entry':
    case 'document':
    case 'mention': return { label: '', icon: 'quote' };
  }
}

/** An icon for each speaker: the row of a finding shows who spoke first in it even where the words are cut off. */
function whoIcon(who: Who): string {
  switch (who) {
    case 'consensus among speakers': return 'check-all';
    case 'participants': return 'organization';
    case 'speakers': return 'megaphone';
    case 'some speakers': return 'mic';
    case 'panelists': return 'account';
    case 'discussions': return 'comment-discussion';
    case 'named': return 'person';
    case 'passive': return 'comment';
    case 'unnamed': return 'circle-slash';
  }
}

function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
