// The sidebar's marks on what the draft cites, and the way there and back.
import vscode = require('vscode');
import { citedGrouping } from '../../domain/browse/cited';
import type { Row } from '../../domain/browse/rows';
import type { Library } from '../../domain/corpus/library';
import { citedEntries } from '../../domain/draft/mentions';
import { commands, contextKeys } from '../commands';
import { isDraft, type Drafts } from '../drafts';
import { withCommas } from '../lists';
import { registerCommand, showInformation } from '../notify';
import { plural } from '../plural';
import { rangeIn } from '../ranges';
import { counted } from '../tree/numbered';
import type { FindingsTree } from '../tree/view';
import { sentenceCase } from '../inWords';
import type { ActiveMentions } from './activeMentions';
import { citationAtCursor } from './located';

/** The tree follows the draft last active: marks on what it cites, a grouping of it, and the way there and back. */
export function registerTreeMarks(
  library: Library,
  drafts: Drafts,
  tree: FindingsTree,
  mentions: ActiveMentions,
): vscode.Disposable {
  return vscode.Disposable.from(
    tree.addGrouping(citedGrouping(id => mentions.places(id))),
    tree.addDecorator({
      mark: (id, item) => mark(item, mentions.count(id)),
      note: id => (mentions.count(id) === 0 ? undefined : sentenceCase(citedTimes(mentions.count(id)))),
    }),
    mentions.onDidChange(({ counts }) => {
      if (counts || tree.grouping.id === 'cited') tree.refresh();
    }),
    ...[commands.groupByCited, commands.groupByCitedActive].map(command =>
      registerCommand(command, () => tree.group('cited')),
    ),
    registerCommand(commands.goToMention, (row: Row) => goTo(row, mentions)),
    registerCommand(commands.revealInTree, () => reveal(library, drafts, tree)),
    followCursor(drafts),
  );
}

function citedTimes(count: number): string {
  return plural(count, { one: 'cited once in the draft', other: 'cited {0} times in the draft' });
}

/**
 * Marks the row of what the draft cites: how often beside its number, and its icon coloured. A file decoration would
 * need the row to have an address, and VS Code takes a row with an address for a file when it is dragged into an
 * editor.
 */
function mark(item: vscode.TreeItem, count: number): void {
  if (count === 0 || typeof item.label !== 'string') return;
  item.label = counted(item.label, count);
  if (item.iconPath instanceof vscode.ThemeIcon) {
    item.iconPath = new vscode.ThemeIcon(item.iconPath.id, new vscode.ThemeColor('idmFindings.citedForeground'));
  }
  if (item.accessibilityInformation) {
    item.accessibilityInformation = {
      ...item.accessibilityInformation,
      label: withCommas([item.accessibilityInformation.label, citedTimes(count)]),
    };
  }
}

/** Selects the place a row stands for; counted anew, since the draft may have changed since the row was made. */
async function goTo({ subject }: Row, mentions: ActiveMentions): Promise<void> {
  const { document } = mentions;
  if (subject.kind !== 'mention' || !document) return;
  const place = mentions.places(subject.cited)[subject.number - 1];
  if (!place) return;
  const selection = rangeIn(document, place.citation);
  const editor = await vscode.window.showTextDocument(document, { selection, preserveFocus: false });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Shows the row of what the citation under the cursor cites, taking away a filter that hides it. */
async function reveal(library: Library, drafts: Drafts, tree: FindingsTree): Promise<boolean> {
  const target = drafts.lastTarget();
  const cursor = target?.selections[0]?.active;
  const citation = target && cursor && citationAtCursor(drafts.of(target.document), target.document, cursor);
  const [id] = citation ? citedEntries(citation, library) : [];
  if (id === undefined) {
    void showInformation(vscode.l10n.t('Put the cursor in a citation first.'));
    return false;
  }
  if (await tree.reveal(id)) return true;
  tree.filter('');
  return tree.reveal(id);
}

/** Keeps a context key that says whether the cursor is in a citation, for menus. */
function followCursor(drafts: Drafts): vscode.Disposable {
  let told: boolean | undefined;
  const follow = (editor: vscode.TextEditor | undefined): void => {
    const cursor = editor?.selection.active;
    const on =
      editor !== undefined &&
      cursor !== undefined &&
      isDraft(editor.document) &&
      citationAtCursor(drafts.of(editor.document), editor.document, cursor) !== undefined;
    if (on === told) return;
    told = on;
    void vscode.commands.executeCommand('setContext', contextKeys.onCitation, on);
  };
  const first = setTimeout(() => follow(vscode.window.activeTextEditor), 0);
  return vscode.Disposable.from(
    { dispose: () => clearTimeout(first) },
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) follow(textEditor);
    }),
  );
}
