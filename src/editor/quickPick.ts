// The list of findings that Insert Citation… shows.
import vscode = require('vscode');
import { isFinding, type Library } from '../domain/corpus/library';
import { namesOf } from '../domain/citation/titles';
import type { Corpus, Finding, Passage, Sentence } from '../domain/corpus/types';
import type { Kind } from '../domain/insert/trigger';
import { plainItem } from './notify';
import { openSource } from './source';
import { numbered } from './tree/numbered';
import { foundWithout, partOf, whoSaid } from './inWords';

/** A finding or passage on the list, or a document to be cited as a whole: found by a query, or there without one. */
export type Candidate = {
  readonly id: string;
  /** The words around the match; the beginning of the text where nothing was searched. */
  readonly excerpt: string;
} & (
  | {
      readonly entry: Finding | Passage;
      /** The sentence through which it was found. */
      readonly sentence?: Sentence;
      /** The words that it was found without. */
      readonly without?: readonly string[];
    }
  | { readonly document: Corpus }
);

/** A heading in the list and what stands under it; without a title, no heading. */
export interface Section {
  readonly title?: string;
  readonly candidates: readonly Candidate[];
}

/** What the quick pick asks of the rest of the extension. */
export interface PickServices {
  readonly library: Library;
  /** The list for a query, best first; for an empty one the recently used, then all. */
  list(query: string): readonly Section[];
}

/** What a drafter picked: the ids in the order they were picked, and how they go in. */
export interface Picked {
  readonly ids: readonly string[];
  readonly kind: Kind;
}

interface Item extends vscode.QuickPickItem {
  readonly candidate?: Candidate;
}

interface FormButton extends vscode.QuickInputButton {
  readonly does: Kind | 'openSource';
}

/**
 * Lets the drafter pick findings in a native list.
 * @param query what is searched at first
 * @param kind what Enter inserts
 * @returns what was picked, or undefined if the list was left or the source opened instead
 */
export async function pickFindings(services: PickServices, query: string, kind: Kind): Promise<Picked | undefined> {
  const list = new FindingsList(services, query, kind);
  try {
    return await list.result;
  } finally {
    list.dispose();
  }
}

/** After this many milliseconds a confirmation is not waited for any longer. */
const longestConfirmation = 3000;

class FindingsList {
  readonly result: Promise<Picked | undefined>;
  readonly #pick = vscode.window.createQuickPick<Item>();
  readonly #buttons = formButtons();
  /** What is checked, over all queries: an item that a new query does not find stays checked. */
  readonly #checked = new Map<string, Candidate>();
  /** The checks last sent with a new list, until the editor has confirmed them. */
  #unconfirmed: ReadonlySet<string> | undefined;
  /** Whether the words changed while a confirmation was awaited. */
  #stale = false;
  #resolve: (picked: Picked | undefined) => void = () => undefined;

  constructor(
    private readonly services: PickServices,
    query: string,
    private readonly kind: Kind,
  ) {
    const pick = this.#pick;
    this.result = new Promise(resolve => {
      this.#resolve = resolve;
    });
    pick.title = titleOf(kind);
    pick.placeholder = vscode.l10n.t('Words as you remember them');
    pick.canSelectMany = true;
    pick.buttons = this.#buttons.slice(1);
    pick.value = query;
    keepOrder(pick);
    pick.onDidChangeValue(() => this.#show());
    pick.onDidChangeSelection(items => this.#check(items));
    pick.onDidAccept(() => this.#finish(kind));
    pick.onDidTriggerButton(button => this.#press(button as FormButton, undefined));
    pick.onDidTriggerItemButton(({ button, item }) => this.#press(button as FormButton, item));
    pick.onDidHide(() => this.#resolve(undefined));
    this.#show();
    pick.show();
  }

  dispose(): void {
    this.#pick.dispose();
  }

  /**
   * Lists what the words find. The editor names rows by their place in the list and tells of checks late: with checks
   * in the list, the next one waits until the editor has confirmed them, lest its answer be read against another list.
   */
  #show(): void {
    this.#stale = this.#unconfirmed !== undefined;
    if (this.#stale) return;
    const sections = this.services.list(this.#pick.value.trim());
    const listed = new Set(sections.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
    const others = [...this.#checked.values()].filter(({ id }) => !listed.has(id));
    const items = [...sections, { title: vscode.l10n.t('also selected'), candidates: others }].flatMap(section =>
      this.#items(section),
    );
    const rows = items.filter(({ candidate }) => candidate !== undefined);
    this.#pick.items = items;
    this.#pick.selectedItems = rows.filter(({ candidate }) => candidate && this.#checked.has(candidate.id));
    if (this.#checked.size > 0) this.#await(new Set(this.#checked.keys()));
    // A list with check boxes focuses no row by itself, and Enter is to take the best one.
    this.#pick.activeItems = rows.slice(0, 1);
  }

  #items({ title, candidates }: Section): Item[] {
    const heading = { label: title ?? '', kind: vscode.QuickPickItemKind.Separator };
    const rows = candidates
      .filter(candidate => 'entry' in candidate || this.kind === 'citation')
      .map((candidate): Item => ({
        candidate,
        ...plainItem({ ...wordsOf(candidate), detail: candidate.excerpt }),
        alwaysShow: true,
        // A document has no words to quote.
        buttons:
          'entry' in candidate
            ? this.#buttons
            : this.#buttons.filter(({ does }) => does === 'citation' || does === 'openSource'),
      }));
    return title !== undefined && rows.length > 0 ? [heading, ...rows] : rows;
  }

  #check(items: readonly Item[]): void {
    const now = new Map(items.flatMap(({ candidate }) => (candidate ? [[candidate.id, candidate] as const] : [])));
    if (this.#unconfirmed) {
      if (sameKeys(now, this.#unconfirmed)) this.#confirmed();
      return;
    }
    for (const id of this.#checked.keys()) if (!now.has(id)) this.#checked.delete(id);
    for (const [id, candidate] of now) if (!this.#checked.has(id)) this.#checked.set(id, candidate);
  }

  #await(checks: ReadonlySet<string>): void {
    this.#unconfirmed = checks;
    setTimeout(() => {
      if (this.#unconfirmed === checks) this.#confirmed();
    }, longestConfirmation);
  }

  #confirmed(): void {
    this.#unconfirmed = undefined;
    if (this.#stale) this.#show();
  }

  /**
   * The focused row; right after a new list came, when the editor has not yet said that the best row is focused, the
   * best.
   */
  #focused(): Candidate | undefined {
    return (this.#pick.activeItems[0] ?? this.#pick.items.find(({ candidate }) => candidate !== undefined))?.candidate;
  }

  /**
   * A row's button does it for that row, or for all that are checked if the row is; one above the list for the checked,
   * else the focused.
   */
  #press({ does }: FormButton, item: Item | undefined): void {
    const candidate = item?.candidate ?? this.#focused();
    if (does === 'openSource') {
      if (!candidate) return;
      this.#resolve(undefined);
      void openSource(
        this.services.library,
        'entry' in candidate ? (candidate.sentence?.id ?? candidate.id) : candidate.id,
      );
    } else {
      this.#finish(does, item?.candidate);
    }
  }

  #finish(kind: Kind, own?: Candidate): void {
    const focused = own ?? this.#focused();
    const useChecked = this.#checked.size > 0 && (own === undefined || this.#checked.has(own.id));
    const alone = focused ? [focused.id] : [];
    const ids = useChecked ? [...this.#checked.keys()] : alone;
    if (ids.length > 0) this.#resolve({ ids, kind });
  }
}

function wordsOf(candidate: Candidate): { readonly label: string; readonly description: string } {
  if ('entry' in candidate) {
    const { entry, without } = candidate;
    // A conclusion's number says its day.
    const part = isFinding(entry) ? [] : [partOf(entry)];
    return {
      label: numbered(entry),
      description: [whoSaid(entry), ...part, ...(without ? [foundWithout(without)] : [])].join(' · '),
    };
  }
  return {
    label: vscode.l10n.t('The document as a whole'),
    description: namesOf(candidate.document.document, 'en').label,
  };
}

/**
 * Keeps our ranking. A quick pick sorts what matches by label on each key, and `alwaysShow` only
 * keeps the rest from being hidden. `sortByLabel` turns that off; it is in every VS Code since 1.44 though its typing
 * is still a proposal, so that the order is proven by a test in the running editor.
 */
function keepOrder(pick: vscode.QuickPick<Item>): void {
  pick.matchOnDescription = false;
  pick.matchOnDetail = false;
  (pick as { sortByLabel?: boolean }).sortByLabel = false;
}

function sameKeys(map: ReadonlyMap<string, unknown>, keys: ReadonlySet<string>): boolean {
  return map.size === keys.size && [...keys].every(key => map.has(key));
}

function titleOf(kind: Kind): string {
  switch (kind) {
    case 'citation':
      return vscode.l10n.t('Insert Citation');
    case 'quotation':
      return vscode.l10n.t('Insert Quotation');
    case 'blockQuotation':
      return vscode.l10n.t('Insert Block Quotation');
  }
}

function formButtons(): readonly FormButton[] {
  const button = (icon: string, tooltip: string, does: FormButton['does']): FormButton => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    does,
  });
  return [
    button('insert', vscode.l10n.t('Insert the citation only'), 'citation'),
    button('quote', vscode.l10n.t('Insert as a quotation'), 'quotation'),
    button('indent', vscode.l10n.t('Insert as a block quotation'), 'blockQuotation'),
    button('go-to-file', vscode.l10n.t('Open in the source'), 'openSource'),
  ];
}
