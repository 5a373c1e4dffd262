/**
 * The report on the drafts of the workspace, as its view shows it: the worst first, each told when somebody opens it.
 */
import vscode = require('vscode');
import { gravity, reportModel } from '../../domain/check/reportModel';
import { nothingTold, tellsAnything } from '../../domain/check/tally';
import type { Range } from '../../domain/text/ranges';
import type { ShownDraft, ShownReport, ShownRow } from '../../webview/reportMessages';
import { draftFixes } from './actions';
import type { DraftChecks } from './draftChecks';
import { examine, nameOf } from './examine';
import { mostPlaces, pictureWords, type PlaceInDraft } from './reportPicture';
import type { Subject } from './reportSubject';
import { reportText, tallyWords, unreadWords, type ReportedDraft } from './reportText';
import { draftWords, placesOf, type Limits } from './reportWords';
import { Turns } from './turns';
import { namedLines } from './usePlaces';
import { figuresOf, sumsOf, type CheckedDraft, type Figures, type Sums, type WorkspaceResult } from './workspaceCheck';

/**
 * So many drafts are listed at first and each time more; so many are told at once; and so many has the report as
 * Markdown.
 */
const listed = 50;
const mostTold = 12;
const inMarkdown = 40;
/** So much of a draft is shown at first, and so much more each time. */
const first: Limits = { problems: 20, items: 30 };

/** What a draft tells that is gone, or cannot be read any more. */
const noFigures: Figures = { tally: nothingTold, uses: new Map(), lines: new Map() };

/** A draft that is told, in words; its model and its text are gone. */
interface Told {
  readonly draft: ShownDraft | undefined;
  readonly places: ReadonlyMap<string, Range>;
  readonly limits: Limits;
}

export class ReportOnWorkspace implements Subject {
  #rows = listed;
  /** The drafts that are told, by their number: the one opened last is the last. */
  readonly #told = new Map<number, Told>();
  readonly #gone = new Set<number>();
  /** Those to be told, for the first time or anew. */
  readonly #wanted = new Map<number, Limits>([[0, first]]);
  /** Those that are not told, but whose figures have to follow. */
  readonly #moved = new Set<number>();
  /** The drafts in the order of the check, each with its figures when it was last looked at. */
  readonly #drafts: CheckedDraft[];
  readonly #numbers: ReadonlyMap<string, number>;
  /** What their figures come to; undefined since one of them changed. */
  #sums: Sums | undefined;

  /** @param result of the last check; undefined where there was none since the window was loaded */
  constructor(
    readonly checks: DraftChecks,
    readonly result: WorkspaceResult | undefined,
  ) {
    this.#drafts = [...(result?.told ?? [])];
    this.#numbers = new Map(this.#drafts.map(({ uri }, at) => [uri.toString(), at]));
    this.#sums = result;
  }

  get title(): string {
    return vscode.l10n.t('Check of the workspace');
  }

  changed(uri: vscode.Uri): boolean {
    const at = this.#numbers.get(uri.toString());
    if (at !== undefined) {
      const told = this.#told.get(at);
      if (told) this.#wanted.set(at, told.limits);
      else this.#moved.add(at);
    }
    return this.#wanted.size + this.#moved.size > 0;
  }

  uriOf(draft: number): vscode.Uri | undefined {
    return this.result?.told[draft]?.uri;
  }

  placeOf(draft: number, key: string): Range | undefined {
    return this.#told.get(draft)?.places.get(key);
  }

  tell(draft: number): void {
    if (!this.#told.has(draft)) this.#wanted.set(draft, first);
  }

  more(draft: number, what: 'problems' | 'items' | 'rows'): void {
    if (what === 'rows') this.#rows += listed;
    else {
      const limits = this.#told.get(draft)?.limits ?? first;
      this.#wanted.set(draft, { ...limits, [what]: limits[what] * 4 });
    }
  }

  async make(givenUp: () => boolean): Promise<ShownReport | undefined> {
    const { result } = this;
    if (!result) return this.#unchecked();
    for (const [at, limits] of this.#wanted) {
      const told = await this.#tellOf(at, limits, givenUp);
      if (!told) return undefined;
      this.#wanted.delete(at);
      this.#told.delete(at);
      this.#told.set(at, told);
      this.#moved.delete(at);
      const [oldest] = this.#told.keys();
      if (oldest !== undefined && this.#told.size > mostTold) this.#told.delete(oldest);
    }
    for (const at of this.#moved) {
      if (!(await this.#look(at, givenUp))) return undefined;
      this.#moved.delete(at);
    }
    const { checked, unread } = result;
    const { sum, uses } = this.#summed();
    const telling = this.#telling();
    const left = this.#drafts.length - this.#rows;
    return {
      title: this.title,
      kept: { workspace: true },
      figures: [
        vscode.l10n.t('Drafts checked: {0}; with citations, quotations or problems: {1}.', checked, telling),
        ...tallyWords(sum.tally),
        ...unreadWords({ unread, gone: [] }, name => name),
      ],
      tools: [
        { does: 'again', name: vscode.l10n.t('Check Again') },
        { does: 'copy', name: vscode.l10n.t('Copy as Markdown') },
        { does: 'save', name: vscode.l10n.t('Save as Markdown…') },
      ],
      rows: {
        title: vscode.l10n.t('Drafts, the most serious problems first ({0})', this.#drafts.length),
        list: this.#drafts.slice(0, this.#rows).map((draft, at) => this.#row(at, draft)),
        loading: vscode.l10n.t('Checking this draft…'),
        ...(left > 0 && { more: vscode.l10n.t('Show more ({0} left)', left) }),
      },
      picture: pictureWords(this.checks.library, uses, id => this.#placesOf(id)),
    };
  }

  async markdown(token?: vscode.CancellationToken): Promise<string | undefined> {
    if (!this.result) return undefined;
    const { checked, unread } = this.result;
    const turns = new Turns(token);
    const drafts: ReportedDraft[] = [];
    const gone: string[] = [];
    for (const [at, { uri }] of this.#drafts.slice(0, inMarkdown).entries()) {
      const examined = await examine(this.checks, uri, turns);
      this.#follow(at, examined);
      if (typeof examined !== 'object') gone.push(nameOf(uri));
      else
        drafts.push({
          ...examined,
          told: await turns.run(reportModel(examined.checker, examined.problems, examined.language)),
        });
    }
    const telling = this.#telling();
    return reportText(this.checks.library, drafts, this.#summed().sum, { checked, telling, unread, gone });
  }

  /** How many of the listed drafts have something to tell as they are now. */
  #telling(): number {
    return this.#drafts.filter(({ tally }) => tellsAnything(tally)).length;
  }

  /** Where the drafts use a finding, those with the most serious problems first. */
  #placesOf(id: string): readonly PlaceInDraft[] {
    const places = this.#drafts.flatMap(({ uri, lines }, draft) =>
      (lines.get(id) ?? []).map(line => ({ uri, draft, ...line })),
    );
    return namedLines(places, mostPlaces).map(({ uri, ...place }) => ({ name: nameOf(uri), ...place }));
  }

  #summed(): Sums {
    return (this.#sums ??= sumsOf(this.checks, this.#drafts));
  }

  /** A draft was looked at again: its figures, and the sums, are those of now. */
  #follow(at: number, examined: Awaited<ReturnType<typeof examine>>): void {
    const before = this.#drafts[at];
    if (!before) return;
    const there = typeof examined === 'object';
    if (there) this.#gone.delete(at);
    else this.#gone.add(at);
    this.#drafts[at] = { uri: before.uri, ...(there ? figuresOf(this.checks, examined) : noFigures) };
    this.#sums = undefined;
  }

  /** Looks at a draft again for its figures. @returns whether it was not given up */
  async #look(at: number, givenUp: () => boolean): Promise<boolean> {
    const uri = this.uriOf(at);
    try {
      if (uri) this.#follow(at, await examine(this.checks, uri, turnsUntil(givenUp)));
      return true;
    } catch (error) {
      if (error instanceof vscode.CancellationError) return false;
      throw error;
    }
  }

  #row(at: number, { uri, tally }: CheckedDraft): ShownRow {
    const grade = gravity.find(each => tally.problems[each] > 0);
    const told = this.#told.get(at)?.draft;
    return {
      at,
      name: nameOf(uri),
      ...(grade && { grade }),
      ...(told && { told }),
      figures: this.#gone.has(at) ? vscode.l10n.t('deleted, or no longer readable') : tallyWords(tally).join(' '),
    };
  }

  /** @returns undefined where it was given up */
  async #tellOf(at: number, limits: Limits, givenUp: () => boolean): Promise<Told | undefined> {
    const uri = this.uriOf(at);
    if (!uri) return { draft: undefined, places: new Map(), limits };
    const turns = turnsUntil(givenUp);
    try {
      const examined = await examine(this.checks, uri, turns);
      this.#follow(at, examined);
      if (typeof examined !== 'object') return { draft: undefined, places: new Map(), limits };
      const { checker, problems, language, off, lineOf } = examined;
      const model = await turns.run(reportModel(checker, problems, language));
      const draft = await turns.run(
        draftWords(
          this.checks.library,
          {
            at,
            model,
            language,
            off,
            lineOf,
            text: ({ start, end }) => checker.draft.slice(Math.max(0, start), Math.min(end, checker.draft.length)),
            fixes: ({ problem }) => draftFixes(this.checks.library, checker.draft, problem),
          },
          limits,
        ),
      );
      return { draft, places: placesOf(model), limits };
    } catch (error) {
      if (error instanceof vscode.CancellationError) return undefined;
      throw error;
    }
  }

  #unchecked(): ShownReport {
    return {
      title: this.title,
      figures: [],
      tools: [],
      kept: { workspace: true },
      status: {
        words: vscode.l10n.t('The drafts have not been checked since this window was opened.'),
        action: { does: 'again', name: vscode.l10n.t('Check All Drafts') },
      },
    };
  }
}

function turnsUntil(givenUp: () => boolean): Turns {
  return new Turns({
    get isCancellationRequested() {
      return givenUp();
    },
  });
}
