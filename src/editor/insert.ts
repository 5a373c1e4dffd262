// Carries out insertions, and the commands for them.
import vscode = require('vscode');
import type { Form } from '../domain/citation/options';
import { isCitable, UnknownIdsError, type Library } from '../domain/corpus/library';
import type { Draft } from '../domain/draft/draft';
import type { Request, Target } from '../domain/insert/plan';
import type { Kind } from '../domain/insert/trigger';
import type { AccessDate } from './askAccessed';
import { applied, eolOf, hindrance, workspaceEdit } from './draftEdit';
import type { Drafts, InsertTarget } from './drafts';
import { newDraft } from './firstSteps/documents';
import { registerCommand, showInformation, showWarning } from './notify';
import { placesInBraces } from './ownStyle';
import { offersMarkdown } from './plainText';
import { insertions } from './planInsertion';
import type { Recent } from './recent';
import { rulesOf } from './settings';
import { refusalText } from './inWords';
import { withCommas } from './lists';
import { certain } from '../domain/certain';
import { commands } from './commands';

/** What a person or another extension asks to insert; what is left out is as the settings say. */
interface InsertRequest {
  readonly ids: readonly string[];
  readonly kind: Kind;
  readonly form?: Form;
  /**
   * Which of their words are quoted, where not all: of each id, in their order. They are the source's own, as
   * `selectedIn` gives them.
   */
  readonly words?: readonly (string | undefined)[];
}

/** Writes citations and quotations into drafts, each as one undo step, and never where it is not safe. */
export class Inserter {
  /** Drafts whose own style puts places in braces, as last read. */
  readonly #braces = new WeakMap<vscode.TextDocument, boolean>();
  readonly #reading = new WeakSet<vscode.TextDocument>();
  readonly #inserted = new vscode.EventEmitter<{ document: vscode.TextDocument; carets: readonly number[] }>();
  /** After a draft was written to, with the offsets where its cursors go. */
  readonly onDidInsert = this.#inserted.event;

  constructor(
    readonly library: Library,
    readonly drafts: Drafts,
    readonly recent: Recent,
    readonly access: AccessDate,
  ) {}

  /**
   * Inserts at the cursors of a target, after what is selected there.
   *
   * Where the draft has changed since the target was taken, takes no citation there, or refuses the edit, nothing is
   * inserted: the text goes to the clipboard and a message says so. Where it was inserted, one types on: the draft gets
   * the focus, wherever it was asked for.
   *
   * @returns whether it was inserted
   * @throws UnknownIdsError naming every id that names nothing
   */
  async insert(target: InsertTarget, request: InsertRequest): Promise<boolean> {
    const { document } = target;
    if (target.selections.length === 0) {
      void askForPlace(document);
      return false;
    }
    const asked = this.requestFor(document, request);
    await this.access.ask(asked);
    if (asked.form === 'pandoc') this.#braces.set(document, await placesInBraces(document, this.drafts.of(document)));
    const full = this.requestFor(document, request);
    const why = await hindrance(document, target.version);
    if (why !== undefined) return refuse(insertions().insertedText(this.library, full), why);
    const targets = target.selections.map(({ end }) => ({
      start: document.offsetAt(end),
      end: document.offsetAt(end),
    }));
    const done = await this.insertAt(document, targets, full, target.viewColumn);
    if (done) await giveFocus(document, target.viewColumn);
    return done;
  }

  /** Inserts at offsets of a draft as it is now, replacing the triggers there. */
  async insertAt(
    document: vscode.TextDocument,
    targets: readonly Target[],
    request: Request,
    viewColumn?: vscode.ViewColumn,
  ): Promise<boolean> {
    const plan = insertions().planInsertion(this.drafts.of(document), this.library, targets, request);
    const { version } = document;
    const [refusal] = plan.refused;
    if (refusal !== undefined && plan.edits.length === 0)
      return refuse(insertions().insertedText(this.library, request), refusalText(refusal));
    if (plan.edits.length > 0 && !(await applied(document, workspaceEdit(document, plan.edits)))) {
      return refuse(insertions().insertedText(this.library, request), vscode.l10n.t('The draft cannot be edited.'));
    }
    this.recent.use(request.ids);
    this.#inserted.fire({ document, carets: plan.carets });
    // Who has typed on meanwhile has the cursor where it belongs.
    const typedOn = document.version > version + 1;
    await this.#place(document, typedOn ? [] : plan.carets, viewColumn);
    if (refusal !== undefined)
      void showWarning(vscode.l10n.t('{0} Nothing was inserted at that cursor.', refusalText(refusal)));
    return true;
  }

  /** Inserts into the draft last active, at its last cursors; with none open, says so. */
  async insertInLast(request: InsertRequest): Promise<boolean> {
    this.#known(request.ids);
    this.#quotable(request);
    const target = this.drafts.lastTarget();
    if (target) return this.insert(target, request);
    if (offersMarkdown(this.drafts, () => this.insertInLast(request))) return false;
    void this.#offerElsewhere(request);
    return false;
  }

  /** With no draft to insert into: in a new one, or to the clipboard. */
  async #offerElsewhere(request: InsertRequest): Promise<void> {
    const create = vscode.l10n.t('New Draft');
    const copy = vscode.l10n.t('Copy Instead');
    const why =
      vscode.window.activeNotebookEditor === undefined
        ? vscode.l10n.t('No Markdown draft is open to insert into.')
        : vscode.l10n.t('A citation cannot be inserted into a notebook from here.');
    const choice = await showInformation(why, create, copy);
    if (choice === copy)
      await vscode.env.clipboard.writeText(
        insertions().insertedText(this.library, { ...rulesOf(undefined, undefined), ...request }),
      );
    if (choice !== create) return;
    await newDraft();
    await this.insertInLast(request);
  }

  /** A request with everything the draft's own rules and the settings say. */
  requestFor(document: vscode.TextDocument, request: InsertRequest): Request {
    this.#known(request.ids);
    this.#quotable(request);
    const draft = this.drafts.of(document);
    const { form: ruled, ...rules } = rulesOf(document, draft);
    const form = request.form ?? ruled;
    const placeInBraces = form === 'pandoc' && this.#placesInBraces(document, draft);
    const { ids, kind, words } = request;
    return {
      ids,
      kind,
      ...(words === undefined ? {} : { words }),
      form,
      ...rules,
      placeInBraces,
      eol: eolOf(document),
    };
  }

  /**
   * Completion cannot wait for a file to be read: what was read before counts, and it is read anew for the next time.
   */
  #placesInBraces(document: vscode.TextDocument, draft: Draft): boolean {
    if (!this.#reading.has(document)) {
      this.#reading.add(document);
      void placesInBraces(document, draft).then(found => {
        this.#braces.set(document, found);
        this.#reading.delete(document);
      });
    }
    return this.#braces.get(document) ?? false;
  }

  #known(ids: readonly string[]): void {
    const unknown = ids.filter(id => !isCitable(this.library, id));
    if (unknown.length > 0) throw new UnknownIdsError(unknown);
  }

  /** A document as a whole has no words to quote. */
  #quotable({ ids, kind }: InsertRequest): void {
    if (kind === 'citation' || !ids.some(id => this.library.corpus(id))) return;
    throw new Error(vscode.l10n.t('A document as a whole can be cited, but not quoted. Nothing was inserted.'));
  }

  /** Puts the cursors behind what was inserted, and shows a draft that was hidden. */
  async #place(
    document: vscode.TextDocument,
    carets: readonly number[],
    viewColumn?: vscode.ViewColumn,
  ): Promise<void> {
    const selections = carets.map(
      caret => new vscode.Selection(document.positionAt(caret), document.positionAt(caret)),
    );
    const visible = vscode.window.visibleTextEditors.filter(editor => editor.document === document);
    // Of several editors of one draft the one inserted into: the others' cursors stay.
    const meant =
      visible.find(editor => editor.viewColumn === viewColumn) ??
      visible.find(editor => editor === vscode.window.activeTextEditor);
    const editor =
      meant ??
      (viewColumn === undefined ? visible[0] : undefined) ??
      (await vscode.window.showTextDocument(document, {
        preserveFocus: true,
        preview: false,
        ...(viewColumn === undefined ? {} : { viewColumn }),
      }));
    // VS Code mostly has them there already. What is set arrives late, and would take back the cursor of who types on.
    if (selections.length > 0 && !sameSelections(editor.selections, selections)) editor.selections = selections;
    // What a view inserts may be where nobody looks.
    const [first] = selections;
    if (first) editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

function sameSelections(one: readonly vscode.Selection[], other: readonly vscode.Selection[]): boolean {
  return one.length === other.length && one.every((selection, at) => selection.isEqual(certain(other[at])));
}

/** Gives a draft the focus where it is in view in a tab of its own: not a notebook's cell, nor a comparison's side. */
async function giveFocus(document: vscode.TextDocument, viewColumn: vscode.ViewColumn | undefined): Promise<void> {
  const shown = vscode.window.visibleTextEditors.filter(editor => editor.document === document);
  const column = (shown.find(editor => editor.viewColumn === viewColumn) ?? shown[0])?.viewColumn;
  const input = vscode.window.tabGroups.all.find(group => group.viewColumn === column)?.activeTab?.input;
  if (column === undefined || !(input instanceof vscode.TabInputText)) return;
  if (input.uri.toString() === document.uri.toString())
    await vscode.window.showTextDocument(document, { viewColumn: column });
}

/** A draft that is only seen in a preview has no cursor yet. */
async function askForPlace(document: vscode.TextDocument): Promise<void> {
  const open = vscode.l10n.t('Open Draft');
  const why = vscode.l10n.t(
    'Nothing was inserted: the preview shows {0}, which has no cursor yet. Open it, and put the cursor where the citation goes.',
    vscode.workspace.asRelativePath(document.uri),
  );
  if ((await showInformation(why, open)) === open)
    await vscode.window.showTextDocument(document, { preview: false, viewColumn: vscode.ViewColumn.Beside });
}

async function refuse(text: string, why: string): Promise<false> {
  await vscode.env.clipboard.writeText(text);
  void showWarning(vscode.l10n.t('{0} The text was copied.', why));
  return false;
}

/** What the insertion commands take, from key bindings and other extensions. */
interface CommandArguments {
  readonly ids?: unknown;
  readonly form?: unknown;
}

/** The insertion commands: with ids they need no dialog, without they open it. */
export function registerInsertCommands(inserter: Inserter): vscode.Disposable {
  const kinds: readonly (readonly [command: string, kind: Kind])[] = [
    [commands.insertCitation, 'citation'],
    [commands.insertQuotation, 'quotation'],
    [commands.insertBlockQuotation, 'blockQuotation'],
  ];
  return vscode.Disposable.from(
    ...kinds.map(([command, kind]) =>
      registerCommand(command, async (given?: CommandArguments) => {
        const ids = readIds(given?.ids);
        if (!ids) return vscode.commands.executeCommand(commands.pickCitation, { kind });
        try {
          return await inserter.insertInLast({ ids, kind, ...readForm(given?.form) });
        } catch (error) {
          if (!(error instanceof UnknownIdsError)) throw error;
          throw new Error(vscode.l10n.t('No finding has the id {0}. Nothing was inserted.', withCommas(error.ids)), {
            cause: error,
          });
        }
      }),
    ),
  );
}

function readIds(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const ids = (Array.isArray(value) ? value : [value]) as unknown[];
  if (ids.length === 0) return undefined;
  return ids.map(String);
}

function readForm(value: unknown): { form?: Form } {
  if (value === undefined || value === null) return {};
  if (value === 'footnote' || value === 'pandoc' || value === 'inText') return { form: value };
  throw new Error(vscode.l10n.t('“{0}” is not a citation form: use footnote, pandoc or inText.', String(value)));
}
