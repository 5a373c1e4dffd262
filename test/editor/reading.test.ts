// The source to read: where it opens, what it tells its page, and what it does when the page says that something was
// chosen.
import * as vscode from 'vscode';
import { library } from '../../src/domain/corpus/bundled';
import { check, prepare } from '../../src/domain/check/check';
import { AccessDate } from '../../src/editor/askAccessed';
import { ActiveMentions } from '../../src/editor/citations/activeMentions';
import { Drafts } from '../../src/editor/drafts';
import { Finder } from '../../src/editor/finder';
import { Inserter } from '../../src/editor/insert';
import { ReadingView, type ReadingPanel } from '../../src/editor/reading/readingView';
import { Recent } from '../../src/editor/recent';
import { searchIndex } from '../../src/editor/searchIndex';
import type { PanelOptions } from '../../src/editor/webview/panel';
import type { FromReading, ShownReading, ToReading } from '../../src/webview/readingMessages';
import * as assert from './run/assert';
import { closeAll, eventually, extension, openDraft } from './run/draft';

const c1 = 'idm2022-1-d1c1';

/** A panel that remembers what it was told. */
class Page implements ReadingPanel {
  readonly said: ToReading[] = [];
  open = false;
  visible = false;
  constructor(readonly options: PanelOptions<FromReading>) {}
  show(): void {
    this.open = true;
    this.visible = true;
    this.options.ready();
  }
  adopt(): void {
    /* VS Code's own panels are adopted only. */
  }
  say(message: ToReading): void {
    this.said.push(message);
  }
  async noticed(): Promise<void> {
    /* Nobody clicks in it. */
  }
  dispose(): void {
    this.open = false;
  }
  last<K extends ToReading['kind']>(kind: K): Extract<ToReading, { kind: K }> | undefined {
    return this.said.findLast((message): message is Extract<ToReading, { kind: K }> => message.kind === kind);
  }
  get shown(): ShownReading {
    return this.last('document')!.shown;
  }
  ask(message: FromReading): Promise<unknown> {
    return Promise.resolve(this.options.hear(message));
  }
}

const memento = (): vscode.Memento => {
  const held = new Map<string, unknown>();
  return {
    keys: () => [...held.keys()],
    get: (key: string) => held.get(key) as undefined,
    update: async (key: string, value: unknown) => {
      held.set(key, value);
    },
  };
};

describe('The source to read', () => {
  let disposables: vscode.Disposable[];
  let view: ReadingView;
  let page: Page;

  before(() => extension());
  beforeEach(() => {
    const drafts = new Drafts(library);
    const recent = new Recent(memento());
    const inserter = new Inserter(library, drafts, recent, new AccessDate(memento()));
    const mentions = new ActiveMentions(library, drafts);
    const finder = new Finder(library, () => searchIndex(library), recent);
    const { extensionUri } = vscode.extensions.getExtension('idm-findings.idm-findings')!;
    view = new ReadingView(
      { inserter, finder, mentions, extension: extensionUri },
      options => (page = new Page(options)),
    );
    disposables = [view, mentions, drafts];
  });
  afterEach(async () => {
    vscode.Disposable.from(...disposables).dispose();
    await closeAll();
  });

  /** The places of words in a block that holds them. */
  const places = (words: string): { from: { block: number; at: number }; to: { block: number; at: number } } => {
    const { at, text } = page.shown.blocks.find(block => block.text.includes(words))!;
    const from = text.indexOf(words);
    return { from: { block: at, at: from }, to: { block: at, at: from + words.length } };
  };

  it('opens beside the draft, which stays in view with the focus, once for all passages', async () => {
    const draft = await openDraft('One|.\n');
    const tabs = (): vscode.Tab[] =>
      vscode.window.tabGroups.all
        .flatMap(group => group.tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview);
    await vscode.commands.executeCommand('idmFindings.openSource', { id: c1, preserveFocus: true });
    const [tab] = await eventually('the source in a tab', () => (tabs().length > 0 ? tabs() : undefined));
    assert.ok(tab!.group.viewColumn !== draft.viewColumn, 'in another group');
    await eventually('the draft with the focus', () => vscode.window.activeTextEditor?.document === draft.document);
    await vscode.commands.executeCommand('idmFindings.openSource', { id: 'idm2022-1-d3c2s1', preserveFocus: true });
    assert.equal(tabs().length, 1);
    assert.ok(
      vscode.window.visibleTextEditors.some(({ document }) => document === draft.document),
      'the draft is not covered',
    );
    await assert.rejects(
      Promise.resolve(vscode.commands.executeCommand('idmFindings.openSource', { id: 'idm2022-1-d9c9' })),
      /idm2022-1-d9c9/u,
    );
  });

  it('shows the whole document, and goes to a passage until the page is there', async () => {
    view.open('idm2022-1-d1c1s2', false);
    assert.deepEqual(
      page.shown.parts.map(({ name }) => name),
      ['Introduction', 'Day 1', 'Day 2', 'Day 3', 'Closing'],
    );
    const entry = page.shown.blocks.find(block => block.entry?.id === c1)!.entry!;
    assert.equal(entry.margin, '1.1');
    assert.deepEqual(
      entry.sentences.map(({ who }) => who),
      ['Participants', 'Some speakers'],
    );
    const go = page.last('go')!;
    assert.equal(go.id, 'idm2022-1-d1c1s2');
    page.options.ready();
    assert.equal(page.said.filter(({ kind }) => kind === 'go').length, 2, 'drawn anew, it goes there still');
    await page.ask({ kind: 'there', turn: go.turn });
    page.options.ready();
    assert.equal(page.said.filter(({ kind }) => kind === 'go').length, 2);
  });

  it('finds what the quick pick finds', async () => {
    view.open('idm2022-1', false);
    await page.ask({ kind: 'search', query: ' drowning ' });
    const found = page.last('found')!;
    assert.equal(found.query, 'drowning');
    assert.ok(found.rows.length > 0 && found.rows.every(({ id }) => library.resolve(id)));
    await page.ask({ kind: 'search', query: 'drowning lamp' });
    assert.match(page.last('found')!.rows[0]!.description, / · without “lamp”$/);
    await page.ask({ kind: 'search', query: 'xyzzyq' });
    assert.deepEqual(
      [page.last('found')!.rows.length, page.last('found')!.summary],
      [0, 'Nothing in the source matches “xyzzyq”.'],
    );
  });

  it('quotes selected words, and the check is clean', async () => {
    const { document } = await openDraft('As the session heard,| there is more.\n');
    view.open(c1, false);
    await page.ask({ kind: 'does', what: 'quote', chosen: places('a high-level panel on deaths in transit') });
    assert.ok(document.getText().includes(`“a high-level panel on deaths in transit”`), document.getText());
    assert.deepEqual(check(document.getText(), prepare(library), { style: 'un', language: 'en' }), []);
    assert.match(page.last('say')!.words, /^Quoted in test-draft-\d+\.md\.$/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'As the session heard, there is more.\n');
  });

  it('cites a conclusion, and copies words with their source', async () => {
    const { document } = await openDraft('One|.\n');
    view.open(c1, false);
    await page.ask({ kind: 'does', what: 'cite', chosen: { id: c1 } });
    assert.ok(document.getText().startsWith(`One.[^${c1}]`), document.getText());
    await page.ask({ kind: 'does', what: 'copy', chosen: places('missing persons') });
    assert.match(
      await vscode.env.clipboard.readText(),
      /^“missing persons”\nInternational Organization for Migration, .*day 1, first conclusion\.$/,
    );
    await page.ask({ kind: 'does', what: 'copy', chosen: places('Facilitating regular migration') });
    assert.equal(await vscode.env.clipboard.readText(), 'Facilitating regular migration');
    await page.ask({ kind: 'does', what: 'cite', chosen: { id: 'idm2022-1-d9c9' } });
    await page.ask({
      kind: 'does',
      what: 'quote',
      chosen: { from: { block: 1e9, at: -1 }, to: { block: 0, at: Number.NaN } },
    });
    assert.equal(page.last('say')!.words, 'Headings can be copied, but not cited.');
  });

  it('marks what the draft cites, and leads to the next place of it', async () => {
    const text = `|A.[^${c1}]\n\nB [@idm2022-1, day 1, conclusion 1] C [@idm2022-1, day 2, conclusion 4].\n\n[^${c1}]: Note.\n`;
    const editor = await openDraft(text);
    view.open('idm2022-1', false);
    const cited = await eventually('what it cites', () => {
      const last = page.last('cited')?.cited;
      return last && last.entries.length > 0 ? last : undefined;
    });
    assert.deepEqual(
      cited.entries.map(({ id, sign }) => [id, sign]),
      [
        [c1, '2×'],
        ['idm2022-1-d2c4', '1×'],
      ],
    );
    assert.match(cited.summary!, /^Cited in test-draft-\d+\.md: 2 of 26 conclusions$/);
    const selected = (): string => editor.document.getText(vscode.window.activeTextEditor!.selection);
    for (const place of [`[^${c1}]`, '[@idm2022-1, day 1, conclusion 1]', `[^${c1}]`]) {
      await page.ask({ kind: 'next', id: c1 });
      await eventually(place, () => selected() === place);
    }
    await page.ask({ kind: 'next' });
    await eventually('the next of any', () => selected() === '[@idm2022-1, day 1, conclusion 1]');
  });
});
