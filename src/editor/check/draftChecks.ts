// Checks drafts as they are written.
import vscode = require('vscode');
import { prepare } from '../../domain/check/check';
import { Checker, type CheckOptions } from '../../domain/check/checker';
import type { Problem } from '../../domain/check/problem';
import type { Tools } from '../../domain/check/analyse';
import type { VerbScale } from '../../domain/check/attribution/scale';
import type { Library } from '../../domain/corpus/library';
import { countingEvidence } from '../../domain/rules/evidence';
import { isDraft, type Drafts } from '../drafts';
import { showError } from '../notify';
import { checksDrafts, checkSettings, scaleFault, verbScale } from './checkSettings';
import { section } from '../settings';
import { inSlices } from '../slices';

/** How long after an edit a draft is checked: soon, but not on every letter of a long one. */
const pause = (length: number): number => (length < 100_000 ? 40 : 150);

/** A check that is done: the problems of one version of a document. */
export interface Checked {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly problems: readonly Problem[];
}

interface Running {
  readonly checker: Checker;
  /** Goes up to give up a check under way. */
  turn: number;
  done?: Checked;
}

/** The scale of verbs that is set; one that cannot be used is said to be, and ours is used. */
function usableScale(): VerbScale | undefined {
  const set = verbScale();
  if (!('fault' in set)) return set.scale;
  void showError(
    vscode.l10n.t(
      'The setting idmFindings.check.verbScale cannot be used: {0}. Our own scale is used instead.',
      scaleFault(set.fault),
    ),
  );
  return undefined;
}

/** Checks every open draft as it is edited, in slices that leave the host its turns. */
export class DraftChecks implements vscode.Disposable {
  readonly #running = new Map<vscode.TextDocument, Running>();
  readonly #asked = new Map<vscode.TextDocument, Promise<Checked | undefined>>();
  readonly #checked = new vscode.EventEmitter<Checked>();
  readonly #closed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #disposables: vscode.Disposable;
  #tools: Tools | undefined;
  #disposed = false;

  /** When a draft has been checked. */
  readonly onDidCheck = this.#checked.event;
  /** When a document is no longer a draft, or closed. */
  readonly onDidClose = this.#closed.event;

  constructor(
    readonly library: Library,
    readonly drafts: Drafts,
  ) {
    const { workspace } = vscode;
    this.#disposables = vscode.Disposable.from(
      this.#checked,
      this.#closed,
      workspace.onDidOpenTextDocument(document => this.#schedule(document)),
      workspace.onDidCloseTextDocument(document => this.#forget(document)),
      drafts.onDidChange(({ document }) => this.#schedule(document)),
      workspace.onDidChangeConfiguration(change => this.#configured(change)),
    );
    for (const document of workspace.textDocuments) this.#schedule(document);
  }

  /** What checking needs of the library, prepared when first needed. */
  get tools(): Tools {
    return (this.#tools ??= prepare(this.library, usableScale()));
  }

  options(document: vscode.TextDocument): CheckOptions {
    return checkSettings(document, this.drafts.of(document));
  }

  /** The last check of a document, if it is of the document as it is now. */
  last(document: vscode.TextDocument): Checked | undefined {
    const done = this.#running.get(document)?.done;
    return done?.version === document.version ? done : undefined;
  }

  /**
   * The check of a document as it is, made now in slices if there is none: after each change anew, and for all who ask
   * at once. Where checks are off, it is told only to who asks. Undefined once the document is closed.
   */
  whenChecked(document: vscode.TextDocument): Promise<Checked | undefined> {
    const last = this.last(document);
    if (last) return Promise.resolve(last);
    let asked = this.#asked.get(document);
    if (!asked) {
      asked = this.#check(document).finally(() => this.#asked.delete(document));
      this.#asked.set(document, asked);
    }
    return asked;
  }

  /** What was found in a document's units, for the report. */
  checkerOf(document: vscode.TextDocument): Checker {
    return this.#runningOf(document).checker;
  }

  dispose(): void {
    this.#disposed = true;
    this.#disposables.dispose();
    for (const running of this.#running.values()) running.turn++;
    this.#running.clear();
  }

  #runningOf(document: vscode.TextDocument): Running {
    let running = this.#running.get(document);
    if (!running) {
      running = { checker: new Checker(this.drafts.of(document), this.tools), turn: 0 };
      this.#running.set(document, running);
    }
    return running;
  }

  async #check(document: vscode.TextDocument): Promise<Checked | undefined> {
    while (!document.isClosed && !this.#disposed) {
      const running = this.#runningOf(document);
      running.turn++;
      const problems = await this.#problemsOf(document, running);
      if (problems)
        return checksDrafts(document)
          ? this.#finish(document, running, problems)
          : { document, version: document.version, problems };
    }
    return undefined;
  }

  #schedule(document: vscode.TextDocument): void {
    if (!isDraft(document) || document.isClosed) return;
    if (!checksDrafts(document)) return;
    const waiting = this.#running.get(document);
    const turn = waiting ? ++waiting.turn : 0;
    setTimeout(
      () => {
        if (document.isClosed || (waiting && waiting.turn !== turn)) return;
        const running = waiting ?? this.#runningOf(document);
        if (!waiting && running.turn > 0) return;
        void this.#problemsOf(document, running).then(
          problems => problems && this.#finish(document, running, problems),
        );
      },
      waiting ? pause(this.drafts.of(document).length) : 0,
    );
  }

  /**
   * The problems of a document as it is, found in slices; undefined once it is another, is closed or is to be checked
   * anew.
   */
  #problemsOf(document: vscode.TextDocument, running: Running): Promise<Problem[] | undefined> {
    const { turn } = running;
    // Where checks are off, no edit gives up those under way.
    const { version } = document;
    return inSlices(
      this.#checking(document, running),
      () => running.turn !== turn || document.version !== version || document.isClosed,
    );
  }

  /** A check in steps; what the draft's own citations say of its rules is counted first, in steps, too. */
  *#checking(document: vscode.TextDocument, { checker }: Running): Generator<void, Problem[]> {
    yield* countingEvidence(checker.draft);
    return yield* checker.steps(this.options(document));
  }

  #finish(document: vscode.TextDocument, running: Running, problems: readonly Problem[]): Checked {
    const done = { document, version: document.version, problems };
    running.done = done;
    this.#checked.fire(done);
    return done;
  }

  #configured(change: vscode.ConfigurationChangeEvent): void {
    if (!change.affectsConfiguration(section)) return;
    if (change.affectsConfiguration(`${section}.check.verbScale`)) {
      this.#tools = undefined;
      for (const running of this.#running.values()) running.turn++;
      this.#running.clear();
    }
    for (const document of vscode.workspace.textDocuments) {
      if (isDraft(document) && !checksDrafts(document)) this.#forget(document);
      else this.#schedule(document);
    }
  }

  #forget(document: vscode.TextDocument): void {
    const running = this.#running.get(document);
    if (running) running.turn++;
    this.#running.delete(document);
    if (isDraft(document)) this.#closed.fire(document);
  }
}
