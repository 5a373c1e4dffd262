// The sidebar's tree: grouping, filter, title.
import vscode = require('vscode');
import { groupings as basic, byTheme, type Grouping } from '../../domain/browse/groupings';
import { entriesOf, type Row } from '../../domain/browse/rows';
import { isFinding, type Library } from '../../domain/corpus/library';
import type { Who } from '../../domain/corpus/types';
import { commands, contextKeys, views } from '../commands';
import { explainIcons } from './legend';
import { FindingsProvider, type Decorator } from './provider';
import { registerCommand } from '../notify';
import { plural } from '../plural';

/** What the tree asks of the rest of the extension. */
interface TreeServices {
  readonly library: Library;
  /** Where the chosen grouping is remembered. */
  readonly state: vscode.Memento;
  /** The ids of the findings and passages a query finds: the same search as everywhere. */
  find(query: string): ReadonlySet<string>;
  /** The citation of an entry in words, as the drafter's settings want it. */
  citation(id: string): string;
}

const groupingKey = 'tree.grouping';

/** The tree of findings in the sidebar: its grouping, its filter, and the doors for other features. */
export class FindingsTree implements vscode.Disposable {
  readonly view: vscode.TreeView<Row>;
  readonly #provider: FindingsProvider;
  readonly #decorators: Decorator[] = [];
  readonly #groupings: Grouping[] = [...basic];
  readonly #disposables: vscode.Disposable[] = [];
  #query = '';

  constructor(
    private readonly services: TreeServices,
    dragAndDropController: vscode.TreeDragAndDropController<Row>,
  ) {
    this.#provider = new FindingsProvider(services.library, id => services.citation(id), this.#decorators);
    this.view = vscode.window.createTreeView(views.findings, {
      treeDataProvider: this.#provider,
      canSelectMany: true,
      showCollapseAll: true,
      dragAndDropController,
    });
    this.#disposables.push(this.view);
    this.#show();
  }

  /** Adds a way to arrange the findings; the result takes it away again. */
  addGrouping(grouping: Grouping): vscode.Disposable {
    this.#groupings.push(grouping);
    this.#show();
    return new vscode.Disposable(() => {
      this.#groupings.splice(this.#groupings.indexOf(grouping), 1);
      this.#show();
    });
  }

  /** Has every finding's row passed through `decorator`; `refresh` when its answers change. */
  addDecorator(decorator: Decorator): vscode.Disposable {
    this.#decorators.push(decorator);
    this.refresh();
    return new vscode.Disposable(() => {
      this.#decorators.splice(this.#decorators.indexOf(decorator), 1);
      this.refresh();
    });
  }

  refresh(): void {
    this.#provider.refresh();
  }

  /** Shows and selects the row of an entry, if the grouping and the filter have one; says whether they have. */
  async reveal(id: string, options: { focus?: boolean } = {}): Promise<boolean> {
    const show = async (): Promise<boolean> => {
      const row = this.#provider.rowOf(id);
      if (row) await this.view.reveal(row, { select: true, focus: options.focus ?? false });
      return row !== undefined;
    };
    try {
      return await show();
    } catch {
      // VS Code does not know the row yet if the rows changed while the view was hidden, and now the view is shown.
      this.#provider.refresh();
      return show();
    }
  }

  get grouping(): Grouping {
    const id = this.services.state.get<string>(groupingKey);
    return this.#groupings.find(grouping => grouping.id === id) ?? byTheme;
  }

  async group(id: string): Promise<void> {
    await this.services.state.update(groupingKey, id);
    this.#show();
    // From the palette, the sidebar may be closed. The draft keeps the focus.
    const [first] = this.#provider.rows;
    if (!this.view.visible && first) await this.view.reveal(first, { select: false, focus: false, expand: false });
  }

  /** Lists the findings by who said them, and shows a group of those. */
  async showSpeaker(who: Who): Promise<void> {
    this.filter('');
    await this.group('who');
    const row = this.#provider.rows
      .flatMap(each => [each, ...each.children])
      .find(({ subject }) => subject.kind === 'who' && subject.who === who);
    if (row) await this.view.reveal(row, { select: true, focus: true, expand: true });
  }

  /** The words the tree is narrowed to; empty when it is whole. */
  get query(): string {
    return this.#query;
  }

  /** Narrows the tree to what a query finds, and says how many conclusions that is. */
  filter(query: string): void {
    this.#query = query.trim();
    this.#show();
  }

  /**
   * The view's title. Where it is the only view of the sidebar, VS Code joins its title to the sidebar's unless both
   * are the same; beside the view that helps to begin, it says what it lists.
   */
  alone(only: boolean): void {
    this.view.title = only ? vscode.l10n.t('IDM Findings') : vscode.l10n.t('Findings');
  }

  /** The conclusions shown, and all. */
  get counts(): { readonly shown: number; readonly all: number } {
    return {
      shown: [...entriesOf(this.#provider.rows)].filter(isFinding).length,
      all: this.services.library.findings.length,
    };
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #show(): void {
    const filtered = this.#query !== '';
    this.#provider.show(this.grouping, filtered ? this.services.find(this.#query) : undefined);
    // Counting makes all rows, so it is left out where nothing shows it: activation shows the whole tree.
    const found = !filtered || this.#provider.rows.length > 0;
    const { shown, all } = filtered ? this.counts : { shown: 0, all: 0 };
    this.view.description = filtered ? vscode.l10n.t('{0} of {1}', shown, all) : '';
    this.view.message = [
      // With nothing found the view is empty, and its welcome text says so and how to go on.
      ...(filtered && found
        ? [
            plural(
              shown,
              { one: '{0} of {1} conclusions matches “{2}”', other: '{0} of {1} conclusions match “{2}”' },
              all,
              this.#query,
            ),
          ]
        : []),
      ...(found && this.grouping.ours
        ? [vscode.l10n.t('Objectives of the Global Compact. Our suggestion, not the source’s')]
        : []),
    ].join(' · ');
    void vscode.commands.executeCommand('setContext', contextKeys.filtered, filtered);
    void vscode.commands.executeCommand('setContext', contextKeys.grouping, this.grouping.id);
  }
}

/** The commands that group, each also as the ticked entry of the menu. */
const groupCommands = {
  theme: [commands.groupByTheme, commands.groupByThemeActive],
  who: [commands.groupBySpeaker, commands.groupBySpeakerActive],
  objective: [commands.groupByObjective, commands.groupByObjectiveActive],
} as const;

/** The commands that arrange and narrow the tree, and the legend of its icons. */
export function registerTreeCommands(tree: FindingsTree): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(groupCommands).flatMap(([id, names]) =>
      names.map(command => registerCommand(command, () => tree.group(id))),
    ),
    registerCommand(commands.explainIcons, () => explainIcons(tree)),
    registerCommand(commands.clearFilter, () => tree.filter('')),
    registerCommand(commands.filterFindings, async (args?: { query?: unknown }) => {
      await vscode.commands.executeCommand(`${views.findings}.focus`);
      if (typeof args?.query === 'string') tree.filter(args.query);
      else askForFilter(tree);
    }),
  );
}

/** A box whose words narrow the tree as they are typed; Escape brings back what was shown before. */
function askForFilter(tree: FindingsTree): void {
  const before = tree.query;
  const box = vscode.window.createInputBox();
  const prompt = (): void => {
    const { shown, all } = tree.counts;
    box.prompt = plural(all, { one: '{1} of {0} conclusion', other: '{1} of {0} conclusions' }, shown);
  };
  let kept = false;
  box.title = vscode.l10n.t('Filter Findings');
  box.placeholder = vscode.l10n.t('Words in any order, as you remember them');
  box.value = before;
  prompt();
  box.onDidChangeValue(value => {
    tree.filter(value);
    prompt();
  });
  box.onDidAccept(() => {
    kept = true;
    box.hide();
  });
  box.onDidHide(() => {
    if (!kept) tree.filter(before);
    box.dispose();
  });
  box.show();
}
