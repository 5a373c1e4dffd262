// What the draft last active cites.
import vscode = require('vscode');
import type { CitedPlace } from '../../domain/browse/cited';
import type { Library } from '../../domain/corpus/library';
import { mentionsOf, sameCounts, wordsBefore, type Mentions } from '../../domain/draft/mentions';
import { followed } from '../draftModel';
import type { Drafts } from '../drafts';
import { inSlices } from '../slices';

const none: Mentions = new Map();
/** Changes that follow each other so fast are told once. */
const pause = 150;

/** What the draft last active cites, kept up with it. */
export class ActiveMentions implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<{ readonly counts: boolean }>();
  readonly #disposables: vscode.Disposable;
  #mentions: Mentions = none;
  #timer: unknown;

  /** When the draft's citations may stand elsewhere; `counts` when one came or went. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly library: Library,
    private readonly drafts: Drafts,
  ) {
    this.#disposables = vscode.Disposable.from(
      this.#changed,
      drafts.onDidActivate(() => this.#soon()),
      // After the window was loaded again a draft may be in view that nobody has gone to.
      drafts.onDidComeOrGo(() => this.#soon()),
      drafts.onDidChange(({ document }) => {
        if (document === this.document) this.#soon();
      }),
    );
    this.#soon();
  }

  get document(): vscode.TextDocument | undefined {
    return this.drafts.lastTarget()?.document;
  }

  count(id: string): number {
    return this.#mentions.get(id)?.length ?? 0;
  }

  /** The places that cite an entry now. */
  places(id: string): readonly CitedPlace[] {
    const document = this.document;
    if (!document) return [];
    const draft = this.drafts.of(document);
    return (mentionsOf(followed().referencesOf(draft), this.library).get(id) ?? []).map(citation => ({
      citation,
      before: wordsBefore(draft, citation, 60),
    }));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#disposables.dispose();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#prepare(), pause);
  }

  /** Reads a draft just opened piece by piece, so that a long one does not hold up what else is asked. */
  async #prepare(): Promise<void> {
    const document = this.document;
    const timer = this.#timer;
    if (document) await inSlices(followed().preparingReferences(this.drafts.of(document)), () => this.#timer !== timer);
    if (this.#timer === timer) this.#update();
  }

  #update(): void {
    const document = this.document;
    const mentions = document ? mentionsOf(followed().referencesOf(this.drafts.of(document)), this.library) : none;
    const counts = !sameCounts(mentions, this.#mentions);
    this.#mentions = mentions;
    this.#changed.fire({ counts });
  }
}
