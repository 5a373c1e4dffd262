/** What a report is of: one draft, or the drafts of the workspace. */
import type * as vscode from 'vscode';
import type { Range } from '../../domain/text/ranges';
import type { ShownReport } from '../../webview/reportMessages';

export interface Subject {
  /** What its tab is called. */
  readonly title: string;
  /** The draft it is of; undefined where it is of the workspace. */
  readonly uri?: vscode.Uri;
  /** A draft has changed, or was opened or closed. @returns whether the report has to be made anew */
  changed(uri: vscode.Uri): boolean;
  /** The draft that has a number in the report. */
  uriOf(draft: number): vscode.Uri | undefined;
  /** Where in it something stands that has a key there. */
  placeOf(draft: number, key: string): Range | undefined;
  /** More is to be shown of a draft, or more drafts. */
  more(draft: number, what: 'problems' | 'items' | 'rows'): void;
  /** A draft of the workspace is to be told. */
  tell?(draft: number): void;
  /** What is shown; undefined where it was given up, or where what is shown stays. */
  make(givenUp: () => boolean): Promise<ShownReport | undefined>;
  /** The same as Markdown; undefined where there is nothing to make it of. */
  markdown(token?: vscode.CancellationToken): Promise<string | undefined>;
}
