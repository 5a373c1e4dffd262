// Gives VS Code the rows of the sidebar.
import vscode = require('vscode');
import type { Library } from '../../domain/corpus/library';
import { byTheme, type Grouping } from '../../domain/browse/groupings';
import { citableOf, rowOf, type Row } from '../../domain/browse/rows';
import { lazy } from '../../domain/lazy';

/** How rows look, loaded when the first is shown. */
const items = lazy(() => require('./items'));

/** What another feature knows of what can be cited, such as that the draft cites it. */
export interface Decorator {
  /** Adds it to the row. */
  mark(id: string, item: vscode.TreeItem): void;
  /** Says it in words, where the mouse rests on the row. */
  note(id: string): string | undefined;
}

/** The rows of the current grouping, narrowed to those a filter keeps, as VS Code asks for them. */
export class FindingsProvider implements vscode.TreeDataProvider<Row> {
  readonly #changed = new vscode.EventEmitter<Row | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #grouping: Grouping = byTheme;
  #keep: ReadonlySet<string> | undefined;
  #rows: readonly Row[] | undefined;

  constructor(
    private readonly library: Library,
    private readonly citation: (id: string) => string,
    private readonly decorators: readonly Decorator[],
  ) {}

  /** Arranges the rows anew. `keep` is the ids wanted, all where undefined. */
  show(grouping: Grouping, keep: ReadonlySet<string> | undefined): void {
    this.#grouping = grouping;
    this.#keep = keep;
    this.refresh();
  }

  refresh(): void {
    this.#rows = undefined;
    this.#changed.fire(undefined);
  }

  get rows(): readonly Row[] {
    return (this.#rows ??= this.#grouping.rows(this.library, this.#keep));
  }

  /** The row that stands for an entry, if the grouping and the filter show it. */
  rowOf(id: string): Row | undefined {
    return rowOf(this.rows, id);
  }

  getChildren(row?: Row): Row[] {
    return [...(row ? row.children : this.rows)];
  }

  getParent(row: Row): Row | undefined {
    return row.parent;
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const item = items().itemOf(row, this.#keep !== undefined);
    const id = citableOf(row);
    if (id !== undefined) for (const decorator of this.decorators) decorator.mark(id, item);
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    const id = citableOf(row);
    if (id === undefined) return item;
    const notes = this.decorators.flatMap(decorator => decorator.note(id) ?? []);
    item.tooltip =
      row.subject.kind === 'entry'
        ? items().tooltipOf(row.subject.entry, this.citation(id), notes)
        : [this.citation(id), ...notes].join('\n');
    return item;
  }
}
