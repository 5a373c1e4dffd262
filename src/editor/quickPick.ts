// The list of findings that Insert Citation… shows.
import vscode = require('vscode');
import { isFinding, type Library } from '../domain/corpus/library';
import { namesOf } from '../domain/citation/titles';
import type { Corpus, Finding, Passage, Sentence } from '../domain/corpus/types';
import type { Kind } from '../domain/insert/trigger';
import type { Range } from '../domain/text/ranges';
import type { Finder } from './finder';
import { filterBegun, type FilterBegun, type FilterValue } from '../domain/search/filters';
import { filterDetails, filterMeaning, filterName } from './filterWords';
import { apart, type Rows } from './listPlaces';
import { plainItem } from './notify';
import { openSource } from './source';
import { numbered } from './tree/numbered';
import { findingCount, foundWithout, onlyWordIn, partOf, whoSaid } from './inWords';

/** A finding or passage on the list, or a document to be cited as a whole: found by a query, or there without one. */
export type Candidate = {
  readonly id: string;
  /** The words around the match; the beginning of the text where nothing was searched. */
  readonly excerpt: string;
  /** Where in the excerpt the words stand that matched. */
  readonly marks?: readonly Range[];
} & (
  | {
      readonly entry: Finding | Passage;
      /** The sentence through which it was found. */
      readonly sentence?: Sentence;
      /** The words that it was found without. */
      readonly without?: readonly string[];
      /** The only word that it has in common with those of the draft, which say more. */
      readonly only?: string;
    }
  | { readonly document: Corpus }
);

/** A heading in the list and what stands under it; without a title, no heading. */
export interface Section {
  readonly title?: string;
  readonly candidates: readonly Candidate[];
}

/** What the quick pick asks of the rest of the extension. */
interface PickServices {
  readonly library: Library;
  /** The list for a query, best first; for an empty one the recently used, then all. */
  list(query: string): readonly Section[];
  /** The values for the filter that a query ends in; undefined where it ends in none. */
  filter(query: string): FilterBegun | undefined;
}

/** A list of what is searched for. */
export function searching(library: Library, finder: Finder): PickServices {
  return { library, list: query => finder.list(query), filter: query => filterBegun(library, query) };
}

/** What a drafter picked: the ids in the order they were picked, and how they go in. */
interface Picked {
  readonly ids: readonly string[];
  readonly kind: Kind;
}

interface Item extends vscode.QuickPickItem {
  readonly candidate?: Candidate;
  /** The words that the row makes of those typed so far: a value of a filter. */
  readonly asks?: string;
  /** It stands, unseen, where a row of the list before stood: what that was. */
  readonly former?: Item;
}

interface FormButton extends vscode.QuickInputButton {
  readonly does: Kind | 'openSource';
}

/**
 * Lets the drafter pick findings in a native list.
 * @param query what is searched at first
 * @param kind what Enter inserts
 * @param asked what the list answers, where it is more than what Enter does, and of which words of the draft
 * @returns what was picked, or undefined if the list was left or the source opened instead
 */
export async function pickFindings(
  services: PickServices,
  query: string,
  kind: Kind,
  asked: { readonly title?: string; readonly placeholder?: string } = {},
): Promise<Picked | undefined> {
  const list = new FindingsList(services, query, kind, asked);
  try {
    return await list.result;
  } finally {
    list.dispose();
  }
}

/**
 * Lets the drafter choose the one finding that is meant: a click or Enter takes it.
 * @returns its id, or undefined as above
 */
export async function pickOneFinding(services: PickServices): Promise<string | undefined> {
  const list = new FindingsList(services, '', 'citation', { title: vscode.l10n.t('Choose the Finding'), one: true });
  try {
    return (await list.result)?.ids[0];
  } finally {
    list.dispose();
  }
}

/** After this many milliseconds a confirmation is not waited for any longer. */
const longestConfirmation = 3000;

class FindingsList {
  readonly result: Promise<Picked | undefined>;
  readonly #pick = vscode.window.createQuickPick<Item>();
  readonly #buttons: readonly FormButton[];
  /** What is checked, over all queries: an item that a new query does not find stays checked. */
  readonly #checked = new Map<string, Candidate>();
  /** The last list that had rows. */
  #sent: Rows<Item> = { from: 0, rows: [] };
  /** The checks last sent with a new list, until the editor has confirmed that it shows the list. */
  #unconfirmed: ReadonlySet<string> | undefined;
  /** Whether the words or the checks changed while a confirmation was awaited. */
  #stale = false;
  #resolve: (picked: Picked | undefined) => void = () => undefined;

  /** @param one whether one finding is chosen, and nothing inserted */
  constructor(
    private readonly services: PickServices,
    query: string,
    private readonly kind: Kind,
    private readonly how: { readonly title?: string; readonly placeholder?: string; readonly one?: boolean },
  ) {
    const pick = this.#pick;
    // What Enter does needs no button, which would take room from the words.
    this.#buttons = formButtons().filter(({ does }) => (how.one ? does === 'openSource' : does !== kind));
    this.result = new Promise(resolve => {
      this.#resolve = resolve;
    });
    pick.placeholder = how.placeholder ?? vscode.l10n.t('Words as you remember them');
    pick.canSelectMany = !how.one;
    pick.buttons = this.#buttons;
    pick.value = query;
    keepOrder(pick);
    pick.onDidChangeValue(() => this.#show());
    pick.onDidChangeActive(items => this.#seen(items));
    // Where one is chosen, to select it is to choose it.
    if (!how.one) pick.onDidChangeSelection(items => this.#check(items));
    pick.onDidAccept(() => this.#accept());
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
   * Lists what the words find, or the values of a filter that they end in. The editor tells of checks late, and may still
   * show the list before: the next list waits until the editor has confirmed this one.
   */
  #show(): void {
    this.#stale = this.#unconfirmed !== undefined;
    if (this.#stale) return;
    const items = this.#listed(this.#pick.value.trimStart());
    const rows = items.filter(isRow);
    const { all, from } = apart(items, this.#sent, unseen);
    if (rows.length > 0) this.#sent = { from, rows: items };
    this.#pick.items = all;
    const title = this.how.title ?? titleOf(this.kind);
    this.#pick.title = rows.length > 0 ? title : vscode.l10n.t('{0}: no finding matches', title);
    const checked = rows.filter(({ candidate }) => candidate && this.#checked.has(candidate.id));
    this.#pick.selectedItems = checked;
    if (rows.length > 0) this.#await(new Set(checked.flatMap(({ candidate }) => candidate?.id ?? [])));
    // A list with check boxes focuses no row by itself, and Enter is to take the best one.
    this.#pick.activeItems = rows.slice(0, 1);
  }

  #listed(query: string): Item[] {
    const filter = this.services.filter(query);
    const sections = filter ? [] : this.services.list(query.trim() === '' ? '' : query);
    const listed = new Set(sections.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
    const others = [...this.#checked.values()].filter(({ id }) => !listed.has(id));
    return [
      ...(filter ? filter.values.map(value => filterItem(value, query.slice(0, filter.start))) : []),
      ...[...sections, { title: vscode.l10n.t('also selected'), candidates: others }].flatMap(section =>
        this.#items(section),
      ),
    ];
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

  /** What the editor has checked: all of it, whether in this list or in the one before. */
  #check(items: readonly Item[]): void {
    const former = items.flatMap(item => item.former ?? []);
    const now = new Map(
      (former.length > 0 ? former : items).flatMap(({ candidate }) =>
        candidate ? [[candidate.id, candidate] as const] : [],
      ),
    );
    const asks = items.find(item => item.asks !== undefined)?.asks;
    if (former.length > 0) {
      // Checked while this list was on its way, which shows no such check.
      this.#setChecked(now);
      this.#stale = true;
    } else if (asks !== undefined) this.#ask(asks);
    else if (this.#unconfirmed && !sameKeys(now, this.#unconfirmed)) {
      if (now.size === 0 || this.#unconfirmed.size > 0) return;
      this.#setChecked(now);
      this.#confirmed();
    } else if (this.#unconfirmed) {
      if (now.size > 0) this.#confirmed();
    } else this.#setChecked(now);
  }

  #setChecked(now: ReadonlyMap<string, Candidate>): void {
    for (const id of this.#checked.keys()) if (!now.has(id)) this.#checked.delete(id);
    for (const [id, candidate] of now) if (!this.#checked.has(id)) this.#checked.set(id, candidate);
  }

  /** A row of this list in focus says that the editor shows it; where rows are checked, so does that they are. */
  #seen(items: readonly Item[]): void {
    if (this.#unconfirmed?.size === 0 && items.some(isRow)) this.#confirmed();
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
   * best, and so for words whose list has to wait.
   */
  #focusedItem(): Item | undefined {
    if (this.#stale) return this.#listed(this.#pick.value.trimStart()).find(isRow);
    const [active] = this.#pick.activeItems;
    return active?.former ?? active ?? this.#pick.items.find(isRow);
  }

  /** Enter: goes on with a value of a filter, or inserts. */
  #accept(): void {
    const asks = this.#focusedItem()?.asks;
    if (asks === undefined) this.#finish(this.kind);
    else this.#ask(asks);
  }

  #ask(words: string): void {
    this.#pick.value = words;
    this.#show();
  }

  /**
   * A row's button does it for that row, or for all that are checked if the row is; one above the list for the checked,
   * else the focused.
   */
  #press({ does }: FormButton, item: Item | undefined): void {
    const candidate = item?.candidate ?? this.#focusedItem()?.candidate;
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
    const focused = own ?? this.#focusedItem()?.candidate;
    const useChecked = this.#checked.size > 0 && (own === undefined || this.#checked.has(own.id));
    const alone = focused ? [focused.id] : [];
    const ids = useChecked ? [...this.#checked.keys()] : alone;
    if (ids.length > 0) this.#resolve({ ids, kind });
  }
}

/** Whether something of the list is a row that is shown. */
function isRow({ candidate, asks }: Item): boolean {
  return candidate !== undefined || asks !== undefined;
}

/** A heading without words shows nothing. */
function unseen(former?: Item): Item {
  return { label: '', kind: vscode.QuickPickItemKind.Separator, ...(former ? { former } : {}) };
}

/** @param before what is typed before the filter */
function filterItem(value: FilterValue, before: string): Item {
  const description = [filterMeaning(value), findingCount(value.count)].filter(Boolean).join(' · ');
  return {
    asks: `${before}${value.typed} `,
    ...plainItem({ label: filterName(value), description, detail: filterDetails(value) }),
    alwaysShow: true,
  };
}

function wordsOf(candidate: Candidate): { readonly label: string; readonly description: string } {
  if ('entry' in candidate) {
    const { entry, sentence, without, only } = candidate;
    // A conclusion's number says its day.
    const part = isFinding(entry) ? [] : [partOf(entry)];
    return {
      label: numbered(entry),
      description: [
        // What it is worth comes first: a row has room for little.
        ...(only === undefined ? [] : [onlyWordIn(only)]),
        whoSaid(entry, sentence),
        ...part,
        ...(without ? [foundWithout(without)] : []),
      ].join(' · '),
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
