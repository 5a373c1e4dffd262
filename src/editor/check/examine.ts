// Checks a draft for a report, be it open or not.
import vscode = require('vscode');
import { Checker, type CheckOptions } from '../../domain/check/checker';
import { isOwnReport } from '../../domain/check/ownReport';
import { reportOf } from '../../domain/check/report';
import type { UnitsSeen } from '../../domain/check/unitsSeen';
import { Draft } from '../../domain/draft/draft';
import { countingEvidence } from '../../domain/rules/evidence';
import { LineIndex } from '../../domain/text/lineIndex';
import { decoded, readDraft, type Unread } from '../draftText';
import { isDraft } from '../drafts';
import { checkSettings, rulesOff } from './checkSettings';
import type { Placing } from './diagnostics';
import type { DraftChecks } from './draftChecks';
import type { ReportedDraft } from './reportText';
import type { Turns } from './turns';

/** A checked draft, with where its offsets are. */
export interface Examined extends ReportedDraft {
  readonly uri: vscode.Uri;
  readonly placing: Placing;
  /** What it was checked by. */
  readonly checker: Checker;
  /** Whether it is open in an editor, where its problems are kept up as it changes. */
  readonly open: boolean;
}

/** Where the offsets of a text that is not open as a document are. */
export class Lines {
  readonly #lines: LineIndex;

  constructor(
    readonly uri: vscode.Uri,
    text: string,
  ) {
    this.#lines = new LineIndex(text);
  }

  positionAt(offset: number): vscode.Position {
    const { line, character } = this.#lines.placeOf(offset);
    return new vscode.Position(line, character);
  }
}

/** Checks a draft that is open: as it is in the editor. Undefined if it is closed meanwhile. */
export async function examineOpen(checks: DraftChecks, document: vscode.TextDocument): Promise<Examined | undefined> {
  const checked = await checks.whenChecked(document);
  if (!checked) return undefined;
  const { problems } = checked;
  const options = checks.options(document);
  const checker = checks.checkerOf(document);
  const report = reportOf(checks.library, checker.analysed(options.language));
  return {
    ...reported(document.uri, options),
    report,
    problems,
    checker,
    open: true,
    placing: document,
    lineOf: offset => document.positionAt(offset).line + 1,
  };
}

/** What is open under an address, if it is a draft. */
export function openDraft(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    document => !document.isClosed && document.uri.toString() === uri.toString() && isDraft(document),
  );
}

/**
 * Checks a draft of the workspace, as it is in the editor where it is open, else as it is on disk.
 * @param reading the draft's file, where it is being read already
 * @param seen what was found in other drafts; with it, the problems of a draft that is not open have no fixes
 * @returns why not, where it cannot be read; undefined for a report of ours
 */
export async function examine(
  checks: DraftChecks,
  uri: vscode.Uri,
  turns: Turns,
  reading = readDraft(uri),
  seen?: UnitsSeen,
): Promise<Examined | Unread | undefined> {
  const open = openDraft(uri);
  if (open && isOwnReport(open.getText())) return undefined;
  const examined = open && (await examineOpen(checks, open));
  if (examined) return examined;
  const file = await reading;
  await turns.pause();
  const read = 'unread' in file ? file : await decoded(uri, file.bytes);
  if ('unread' in read) return read.unread;
  if (isOwnReport(read.text)) return undefined;
  const { library, tools } = checks;
  const checker = new Checker(await turns.run(Draft.reading(read.text, library)), tools, seen);
  await turns.run(countingEvidence(checker.draft));
  const options = checkSettings({ uri, languageId: 'markdown' }, checker.draft);
  const problems = await turns.run(checker.steps(options));
  const placing = new Lines(uri, read.text);
  const report = reportOf(library, checker.analysed(options.language));
  return {
    ...reported(uri, options),
    report,
    problems,
    checker,
    open: false,
    placing,
    lineOf: offset => placing.positionAt(offset).line + 1,
  };
}

/** A draft's name as a person knows it. */
export const nameOf = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri);

/** What of a report does not depend on what was found. */
function reported(
  uri: vscode.Uri,
  options: CheckOptions,
): Pick<ReportedDraft, 'name' | 'language' | 'off'> & { readonly uri: vscode.Uri } {
  return { uri, name: nameOf(uri), language: options.language, off: rulesOff(options) };
}
