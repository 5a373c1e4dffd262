// The fix of a citation of what does not exist: the drafter chooses the finding that was meant.
import vscode = require('vscode');
import type { Draft } from '../../domain/draft/draft';
import { sentenceAt } from '../../domain/draft/sentenceAt';
import type { Range } from '../../domain/text/ranges';
import { commands } from '../commands';
import { applied, hindrance } from '../draftEdit';
import type { Finder } from '../finder';
import { registerCommand, showWarning } from '../notify';
import { editOf } from './actions';
import { pickOneFinding, searching, type Section } from '../quickPick';
import type { DraftChecks } from './draftChecks';

/** Lets the drafter choose, and makes the citation at a place of a draft name the finding. */
export function registerChooseFinding(checks: DraftChecks, finder: Finder): vscode.Disposable {
  return registerCommand(commands.chooseFinding, async (uri: string, { start, end }: Range) => {
    const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri);
    if (!document) return false;
    const { version } = document;
    const checked = await checks.whenChecked(document);
    const problem = checked?.problems.find(
      each => each.code === 'ref-unknown' && each.start === start && each.end === end,
    );
    const choose = problem?.fixes.find(fix => fix.choose)?.choose;
    if (!choose) return false;
    const id = await pickOneFinding({
      ...searching(checks.library, finder),
      list: findings(finder, saidAt(checks.drafts.of(document), start)),
    });
    if (id === undefined) return false;
    const why = await hindrance(document, version);
    if (why === undefined && (await applied(document, editOf(document, choose(id))))) return true;
    void showWarning(
      vscode.l10n.t('{0} The citation was not changed.', why ?? vscode.l10n.t('The draft cannot be edited.')),
    );
    return false;
  });
}

/** What is cited at a place: the sentence there, or of a note's definition the one that its first mark stands in. */
function saidAt(draft: Draft, at: number): string {
  const definition = draft.footnoteDefinitions.find(({ start, end }) => start <= at && at < end);
  const mark = definition && draft.text.indexOf(`[^${definition.label}]`);
  const place = definition && mark !== undefined && mark < definition.start ? mark : at;
  return sentenceAt(draft, place)?.text ?? draft.blockAt(place)?.text ?? '';
}

/**
 * What words find, and before any are typed what bears on what is said: without the document as a whole, which has no
 * place to put in place of the one that does not exist.
 */
function findings(finder: Finder, said: string): (query: string) => readonly Section[] {
  return query =>
    (query === '' ? finder.listFor(said) : finder.list(query)).map(section => ({
      ...section,
      candidates: section.candidates.filter(candidate => 'entry' in candidate),
    }));
}
