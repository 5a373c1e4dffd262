/**
 * The report on one draft, as its view shows it: made of the draft's last check, and made anew as the draft changes.
 */
import vscode = require('vscode');
import { reportModel } from '../../domain/check/reportModel';
import { tallyOf } from '../../domain/check/tally';
import type { Range } from '../../domain/text/ranges';
import type { ShownReport } from '../../webview/reportMessages';
import { checksDrafts, rulesOff } from './checkSettings';
import { inSlices } from '../slices';
import { draftFixes } from './actions';
import type { DraftChecks } from './draftChecks';
import { examineOpen, nameOf, openDraft } from './examine';
import { mostPlaces, pictureWords } from './reportPicture';
import type { Subject } from './reportSubject';
import { reportText, tallyWords } from './reportText';
import { draftWords, placesOf, type Limits, type Telling } from './reportWords';
import { Turns } from './turns';
import { namedLines, useLines } from './usePlaces';

/** So much of a draft is shown at first, and so much more each time. */
const first: Limits = { problems: 50, items: 100 };
const further: Limits = { problems: 100, items: 200 };

export class ReportOnDraft implements Subject {
  #limits = first;
  #places: ReadonlyMap<string, Range> = new Map();
  /** As it was last made: what a draft that was closed is shown by. */
  #last: ShownReport | undefined;

  constructor(
    readonly checks: DraftChecks,
    readonly uri: vscode.Uri,
  ) {}

  get title(): string {
    const name = nameOf(this.uri);
    return vscode.l10n.t('Check of {0}', name.split('/').at(-1) ?? name);
  }

  changed(uri: vscode.Uri): boolean {
    return uri.toString() === this.uri.toString();
  }

  uriOf(): vscode.Uri {
    return this.uri;
  }

  placeOf(_draft: number, key: string): Range | undefined {
    return this.#places.get(key);
  }

  more(_draft: number, what: 'problems' | 'items' | 'rows'): void {
    if (what !== 'rows') this.#limits = { ...this.#limits, [what]: this.#limits[what] + further[what] };
  }

  async make(givenUp: () => boolean): Promise<ShownReport | undefined> {
    const document = openDraft(this.uri);
    if (!document) return this.#closed();
    const { version } = document;
    const over = (): boolean => givenUp() || document.isClosed || document.version !== version;
    const { library } = this.checks;
    const on = checksDrafts(document);
    // While a check is under way, the report of the one before stays: it is followed by this one's.
    const checked =
      this.checks.last(document) ?? (on && this.#last ? undefined : await this.checks.whenChecked(document));
    if (!checked || over()) return undefined;
    const options = this.checks.options(document);
    const { language } = options;
    const checker = this.checks.checkerOf(document);
    const model = await inSlices(reportModel(checker, checked.problems, language), over);
    if (!model) return undefined;
    const telling: Telling = {
      at: 0,
      model,
      language,
      off: rulesOff(options),
      text: ({ start, end }) => checker.draft.slice(Math.max(0, start), Math.min(end, checker.draft.length)),
      lineOf: offset => document.positionAt(offset).line + 1,
      fixes: ({ problem }) => draftFixes(library, checker.draft, problem),
    };
    const draft = await inSlices(draftWords(library, telling, this.#limits), over);
    if (!draft) return undefined;
    this.#places = placesOf(model);
    this.#last = {
      ...this.#frame(tallyWords(tallyOf(model.report, checked.problems, model.ignored))),
      draft,
      picture: pictureWords(library, model.uses, id =>
        namedLines(useLines(model.uses.get(id)?.places ?? [], telling.lineOf), mostPlaces).map(line => ({
          ...line,
          draft: 0,
          name: nameOf(this.uri),
        })),
      ),
      ...(on
        ? {}
        : {
            status: {
              words: vscode.l10n.t(
                'The settings turn checks off for this draft. Problems are shown in this report only.',
              ),
            },
          }),
    };
    return this.#last;
  }

  async markdown(): Promise<string | undefined> {
    const document = openDraft(this.uri);
    if (!document) return undefined;
    const draft = await examineOpen(this.checks, document);
    if (!draft) return undefined;
    const { problems, report } = draft;
    const told = await new Turns().run(reportModel(draft.checker, problems, draft.language));
    return reportText(this.checks.library, [{ ...draft, told }], {
      tally: tallyOf(report, problems, told.ignored),
      coverage: report.coverage,
    });
  }

  /** What is left to say of a draft that is no longer open. */
  #closed(): ShownReport {
    const last = this.#last ?? this.#frame([]);
    const action = { does: 'openDraft' as const, name: vscode.l10n.t('Open the Draft') };
    return {
      ...last,
      tools: [],
      status:
        this.uri.scheme === 'untitled'
          ? {
              words: vscode.l10n.t(
                'The untitled draft is closed. This report shows it as it was. If you saved it, check the saved draft.',
              ),
            }
          : {
              words: this.#last
                ? vscode.l10n.t('The draft was closed. This report shows it as it was.')
                : vscode.l10n.t('The draft is not open.'),
              action,
            },
    };
  }

  #frame(figures: readonly string[]): ShownReport {
    return {
      title: vscode.l10n.t('Check of {0}', nameOf(this.uri)),
      figures,
      tools: [
        { does: 'copy', name: vscode.l10n.t('Copy as Markdown') },
        { does: 'save', name: vscode.l10n.t('Save as Markdown…') },
      ],
      kept: { draft: this.uri.toString() },
    };
  }
}
