// Fixes of problems as quick fixes.
import vscode = require('vscode');
import { silencing } from '../../domain/check/disable';
import { nameAuthor } from '../../domain/check/nameAuthor';
import type { Problem } from '../../domain/check/problem';
import type { Draft } from '../../domain/draft/draft';
import type { Library } from '../../domain/corpus/library';
import type { Edit } from '../../domain/text/edits';
import type { Range } from '../../domain/text/ranges';
import { commands } from '../commands';
import { draftSelector, isDraft } from '../drafts';
import { rangeIn } from '../ranges';
import { diagnosticSource } from './diagnostics';
import { safeEdits } from './applySafeFixes';
import { checksDrafts } from './checkSettings';
import type { DraftChecks } from './draftChecks';
import { titleOf } from './messages';
import { ruleName } from './ruleNames';

const fixAll = vscode.CodeActionKind.SourceFixAll.append('idmFindings');

/** The fixes of problems as quick fixes, and those that cannot be wrong as one action for the whole draft. */
class CheckActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix, fixAll];

  constructor(
    readonly library: Library,
    readonly checks: DraftChecks,
  ) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): vscode.CodeAction[] | Promise<vscode.CodeAction[]> {
    // The light bulb asks wherever Markdown is shown, in previews of refactorings, too.
    if (!isDraft(document) || !checksDrafts(document)) return [];
    const checked = this.checks.last(document);
    if (checked) return this.#of(document, range, context, token, checked.problems);
    const { version } = document;
    return this.checks
      .whenChecked(document)
      .then(now =>
        now?.version === version && !token.isCancellationRequested
          ? this.#of(document, range, context, token, now.problems)
          : [],
      );
  }

  #of(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
    problems: readonly Problem[],
  ): vscode.CodeAction[] | Promise<vscode.CodeAction[]> {
    if (context.only && fixAll.intersects(context.only) && !context.only.contains(vscode.CodeActionKind.QuickFix))
      return this.#all(document, problems, token);
    const start = document.offsetAt(range.start);
    const end = document.offsetAt(range.end);
    const ours = context.diagnostics.filter(({ source }) => source === diagnosticSource);
    return problems
      .filter(problem => problem.start <= end && problem.end >= start)
      .slice(0, mostOffered)
      .flatMap(problem => {
        const place = rangeIn(document, problem);
        const shown = ours.filter(diagnostic => codeOf(diagnostic) === problem.code && diagnostic.range.isEqual(place));
        const fixes = fixesOf(this.library, this.checks, document, problem);
        return [
          ...fixes.filter(each => !each.ignores).map(fix => asAction(document, fix, shown)),
          ...showing(problem, shown),
          ...fixes.filter(each => each.ignores).map(fix => asAction(document, fix, shown)),
        ];
      });
  }

  async #all(
    document: vscode.TextDocument,
    problems: readonly Problem[],
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const edits = await safeEdits(this.checks, document, problems, () => token.isCancellationRequested);
    if (!edits || edits.length === 0) return [];
    const action = new vscode.CodeAction(vscode.l10n.t('Apply all safe fixes (IDM Findings)'), fixAll);
    action.edit = editOf(document, edits);
    return [action];
  }
}

/**
 * Fixes of so many problems are offered at once, the first ones: whoever selects all of a long draft looks through no
 * thousands, and making them would hold the editor up.
 */
const mostOffered = 50;

/** What can be done about a problem: the light bulb and the report offer the same. */
export interface DraftFix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The problem's place, where a finding is chosen first. */
  readonly chooses?: Range;
  /** The label of the note that it leaves to be written. */
  readonly writes?: string | undefined;
  /** It is the one an editor proposes. */
  readonly preferred: boolean;
  /** It leaves the draft's words as they are, and says that they are meant. */
  readonly ignores: boolean;
  /** It says for whom the draft speaks: right for some drafts, and no fix of the words. */
  readonly declares?: boolean;
}

/** The fixes of a problem, and last a comment before the block that says the problem is meant. */
export function fixesOf(
  library: Library,
  checks: DraftChecks,
  document: vscode.TextDocument,
  problem: Problem,
): DraftFix[] {
  return draftFixes(library, checks.drafts.of(document), problem);
}

/** The same of a draft that is not open. */
export function draftFixes(library: Library, draft: Draft, problem: Problem): DraftFix[] {
  const author = nameAuthor(draft, problem);
  const fixes = [...problem.fixes, ...(author ? [author] : [])].map((fix, at) => ({
    title: titleOf(library, fix),
    edits: fix.edits,
    ...(fix.choose && { chooses: { start: problem.start, end: problem.end } }),
    ...(fix.kind === 'writeNote' && { writes: fix.to }),
    preferred: at === 0 && (fix.safe || fix.sure === true),
    ignores: false,
    ...(fix.kind === 'nameAuthor' && { declares: true }),
  }));
  // A comment before front matter would make it none.
  if (problem.code === 'disable-unused' || problem.code === 'front-matter-unknown') return fixes;
  return [
    ...fixes,
    {
      title: vscode.l10n.t('Ignore this problem here ({0})', ruleName(problem.code)),
      edits: [silencing(draft, problem)],
      preferred: false,
      ignores: true,
    },
  ];
}

function asAction(
  document: vscode.TextDocument,
  { title, edits, preferred, ignores, chooses, writes }: DraftFix,
  shown: vscode.Diagnostic[],
): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.diagnostics = shown;
  if (chooses) made.command = { command: commands.chooseFinding, title, arguments: [String(document.uri), chooses] };
  else made.edit = editOf(document, edits);
  if (!ignores) {
    made.isPreferred = preferred;
    if (writes !== undefined)
      made.command = { command: commands.writeNote, title: '', arguments: [String(document.uri), writes] };
    made.command ??= { command: commands.fixed, title: '' };
  }
  return made;
}

/** What opens the passage of the source that a problem is about. */
interface Showing {
  readonly title: string;
  /** The sentence, or the finding. */
  readonly id: string;
}

/**
 * The passage of the source to look at: for an attribution its sentence; for what else has no fix, what it was compared
 * with, so that no problem can only be ignored.
 */
export function showingOf({ code, data, fixes }: Problem): Showing | undefined {
  if (data.sentence !== undefined && /^(?:attribution|paraphrase)-/.test(code))
    return { title: vscode.l10n.t('Show the source’s sentence'), id: data.sentence.id };
  const id = data.where?.id ?? data.pieces?.find(piece => piece.id !== undefined)?.id;
  return id === undefined || fixes.length > 0
    ? undefined
    : { title: vscode.l10n.t('Show the passage of the source'), id };
}

function showing(problem: Problem, shown: vscode.Diagnostic[]): vscode.CodeAction[] {
  const found = showingOf(problem);
  if (!found) return [];
  const action = new vscode.CodeAction(found.title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = shown;
  action.command = { command: commands.openSource, title: action.title, arguments: [{ id: found.id }] };
  return [action];
}

export function editOf(document: vscode.TextDocument, edits: readonly Edit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const each of edits) edit.replace(document.uri, rangeIn(document, each), each.text);
  return edit;
}

function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

export function registerCheckActions(library: Library, checks: DraftChecks): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(draftSelector, new CheckActions(library, checks), {
    providedCodeActionKinds: CheckActions.kinds,
  });
}
