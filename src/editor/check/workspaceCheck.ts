// Checks every draft of the workspace.
import vscode = require('vscode');
import { coverageOf } from '../../domain/check/report';
import { addUses, usesOf, type Use } from '../../domain/check/reportModel';
import {
  nothingTold,
  problemsIn,
  sumOf,
  tallyOf,
  tellsAnything,
  worseFirst,
  type Tally,
} from '../../domain/check/tally';
import { UnitsSeen } from '../../domain/check/unitsSeen';
import { draftFiles } from '../citations/draftFiles';
import { readDraft, type Unread } from '../draftText';
import { isDraft } from '../drafts';
import type { Told as Tell } from '../notify';
import { diagnosticOf } from './diagnostics';
import type { DraftChecks } from './draftChecks';
import { examine, nameOf, type Examined } from './examine';
import type { Sum } from './reportText';
import { Turns } from './turns';
import { namedLines, useLines, type UseLine } from './usePlaces';

/** So many files are read while others are checked: enough to hide the way to the disk, or to a remote one. */
const ahead = 12;
/** So many problems of drafts that are not open the Problems panel gets, of one draft and in all. */
const mostProblems = { draft: 100, all: 2000 } as const;

/** So many lines on which a draft uses a finding are kept. */
const mostLines = 3;

/** What a draft tells in figures: its model and text are gone. */
export interface Figures {
  readonly tally: Tally;
  /** How often it uses each finding; where, in `lines` only. */
  readonly uses: ReadonlyMap<string, Use>;
  /** The first lines on which it uses each, those with something wrong before the others. */
  readonly lines: ReadonlyMap<string, readonly UseLine[]>;
}

/** A draft that has something to tell. */
export interface CheckedDraft extends Figures {
  readonly uri: vscode.Uri;
}

/** What the figures of several drafts come to. */
export interface Sums {
  readonly sum: Sum;
  /** How often the drafts together use each finding. */
  readonly uses: ReadonlyMap<string, Use>;
}

/** What a check of the workspace keeps. */
export interface WorkspaceResult extends Sums {
  readonly checked: number;
  /** The worst first. */
  readonly told: readonly CheckedDraft[];
  readonly unread: readonly { readonly name: string; readonly why: Unread }[];
  /** The problems of the worst drafts that are not open. */
  readonly problems: readonly (readonly [uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]])[];
}

/**
 * Checks every draft of the workspace, one after the other: of each only figures are kept. Nothing is shown or changed.
 * @throws {vscode.CancellationError} when it is cancelled
 */
export async function checkAll(
  checks: DraftChecks,
  extension: vscode.Uri,
  tell: Tell,
  token: vscode.CancellationToken,
): Promise<WorkspaceResult> {
  const turns = new Turns(token);
  const { files: saved, odd } = await draftFiles(token);
  // What was never saved is checked as it is in its editor, as every open draft is.
  const files = [...saved, ...unsaved()];
  turns.check();
  const told: CheckedDraft[] = [];
  const unread: { name: string; why: Unread }[] = odd.map(uri => ({ name: nameOf(uri), why: 'noFile' }));
  const worst = new WorstProblems();
  const seen = new UnitsSeen();
  let checked = 0;
  let shown = 0;
  const reading = files.slice(0, ahead).map(readDraft);
  for (const [at, uri] of files.entries()) {
    const next = files[at + ahead];
    if (next) reading.push(readDraft(next));
    const examined = await examine(checks, uri, turns, reading.shift(), seen);
    if (typeof examined === 'string') unread.push({ name: nameOf(uri), why: examined });
    else if (examined) {
      checked++;
      const figures = figuresOf(checks, examined);
      if (tellsAnything(figures.tally)) told.push({ uri, ...figures });
      if (!examined.open && examined.problems.length > 0)
        worst.add(figures.tally, uri, () => diagnosticsOf(checks, extension, examined));
    }
    const percent = Math.floor((100 * (at + 1)) / files.length);
    if (percent > shown) tell(percent - shown, `${at + 1} / ${files.length}`);
    shown = percent;
  }
  told.sort((one, other) => worseFirst(one.tally, other.tally) || (one.uri.path < other.uri.path ? -1 : 1));
  return { checked, told, unread, ...sumsOf(checks, told), problems: worst.kept() };
}

export function figuresOf({ library }: DraftChecks, { report, problems, checker, lineOf }: Examined): Figures {
  const uses = new Map<string, Use>();
  const found = usesOf(library, report, problems, checker.ignored);
  addUses(uses, found);
  const lines = new Map([...found].map(([id, { places }]) => [id, namedLines(useLines(places, lineOf), mostLines)]));
  return { tally: tallyOf(report, problems, checker.ignored.length), uses, lines };
}

export function sumsOf({ library }: DraftChecks, drafts: readonly Figures[]): Sums {
  const uses = new Map<string, Use>();
  for (const each of drafts) addUses(uses, each.uses);
  const cited = new Map([...uses].map(([id, use]) => [id, use.cited]));
  const tally = drafts.length === 0 ? nothingTold : sumOf(drafts.map(each => each.tally));
  return { uses, sum: { tally, coverage: coverageOf(library, cited) } };
}

/** The untitled drafts that hold anything. */
function unsaved(): vscode.Uri[] {
  return vscode.workspace.textDocuments
    .filter(document => document.isUntitled && isDraft(document) && document.getText().trim() !== '')
    .map(({ uri }) => uri);
}

function diagnosticsOf(
  { library }: DraftChecks,
  extension: vscode.Uri,
  { problems, placing }: Examined,
): vscode.Diagnostic[] {
  return problems.slice(0, mostProblems.draft).map(problem => diagnosticOf(library, extension, placing, problem));
}

/**
 * The problems of the worst drafts seen so far: never more than twice as many as are shown in the end, and none made in
 * vain.
 */
class WorstProblems {
  #drafts: { readonly tally: Tally; readonly uri: vscode.Uri; readonly diagnostics: readonly vscode.Diagnostic[] }[] =
    [];
  #count = 0;
  /** The least bad draft that is kept, once not all are. */
  #least: Tally | undefined;

  add(tally: Tally, uri: vscode.Uri, make: () => readonly vscode.Diagnostic[]): void {
    if (this.#least && worseFirst(tally, this.#least) >= 0) return;
    const diagnostics = make();
    this.#drafts.push({ tally, uri, diagnostics });
    this.#count += diagnostics.length;
    if (this.#count > 2 * mostProblems.all) this.#prune();
  }

  kept(): WorkspaceResult['problems'] {
    this.#prune();
    return this.#drafts.map(({ uri, diagnostics }) => [uri, diagnostics]);
  }

  #prune(): void {
    this.#drafts.sort((one, other) => worseFirst(one.tally, other.tally));
    let count = 0;
    const all = this.#drafts.length;
    this.#drafts = this.#drafts.filter(({ diagnostics }) => (count += diagnostics.length) <= mostProblems.all);
    if (this.#drafts.length < all) this.#least = this.#drafts.at(-1)?.tally;
    this.#count = this.#drafts.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  }
}

/** How many problems there are in all. */
export function problemsOf({ sum }: WorkspaceResult): number {
  return problemsIn(sum.tally);
}
