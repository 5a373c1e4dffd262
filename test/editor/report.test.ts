// The report's view: what it tells its page, and what it does when the page says that something was clicked.
import * as vscode from 'vscode';
import { library } from '../../src/domain/corpus/bundled';
import { DraftChecks } from '../../src/editor/check/draftChecks';
import { ReportOnDraft } from '../../src/editor/check/reportOnDraft';
import { ReportOnWorkspace } from '../../src/editor/check/reportOnWorkspace';
import { statusWords } from '../../src/editor/check/status';
import { ReportView, type ReportPanel } from '../../src/editor/check/reportView';
import { checkAll } from '../../src/editor/check/workspaceCheck';
import { Drafts } from '../../src/editor/drafts';
import { nameOf } from '../../src/editor/check/examine';
import type { PanelOptions } from '../../src/editor/webview/panel';
import type { FromReport, ShownProblem, ShownReport, ToReport } from '../../src/webview/reportMessages';
import * as assert from './run/assert';
import { closeAll, eventually, extension, openDraft } from './run/draft';

const c3 = 'idm2022-1-d3c3';
const cite = '[@idm2022-1, day 3, conclusion 3]';
const altered = `They said “local authorities could never work alone” ${cite}.\n`;

/** A panel that remembers what it was told. */
class Page implements ReportPanel {
  readonly said: ToReport[] = [];
  title = '';
  open = false;
  visible = false;
  constructor(readonly options: PanelOptions<FromReport>) {}
  show(title: string): void {
    this.title = title;
    this.open = true;
    this.visible = true;
    this.options.ready();
  }
  adopt(): void {
    /* VS Code's own panels are adopted only. */
  }
  rename(title: string): void {
    this.title = title;
  }
  say(message: ToReport): void {
    this.said.push(message);
  }
  /** Ends once VS Code has noticed a click. */
  noticing: Promise<void> = Promise.resolve();
  noticed(): Promise<void> {
    return this.noticing;
  }
  dispose(): void {
    this.open = false;
  }
  turn(visible: boolean): void {
    this.visible = visible;
    this.options.turned?.(visible);
  }
  get report(): ShownReport | undefined {
    return this.said.flatMap(message => (message.kind === 'report' ? [message.report] : [])).at(-1);
  }
}

describe('The view of the report', () => {
  let checks: DraftChecks;
  let drafts: Drafts;
  let view: ReportView;
  let page: Page;

  before(() => extension());
  beforeEach(() => {
    drafts = new Drafts(library);
    checks = new DraftChecks(library, drafts);
    view = new ReportView(
      checks,
      vscode.extensions.getExtension('idm-findings.idm-findings')!.extensionUri,
      () => undefined,
      options => (page = new Page(options)),
    );
  });
  afterEach(async () => {
    view.dispose();
    checks.dispose();
    drafts.dispose();
    await closeAll();
  });

  const shown = (): Promise<ShownReport> => eventually('a report', () => page.report);
  const problem = (code: string): ShownProblem => page.report!.draft!.problems.find(each => each.code === code)!;
  const text = ({ texts }: ShownProblem, kind: string): string =>
    texts
      .find(each => each.kind === kind)!
      .text.map(each => (typeof each === 'string' ? each : `<${each.mark}>`))
      .join('');

  it('shows the drafter’s sentence, the source’s and the proposed one', async () => {
    const { document } = await openDraft(`A sentence before. ${altered}`);
    view.show(new ReportOnDraft(checks, document.uri));
    const { draft, title } = await shown();
    assert.match(title, /^Check of test-draft-\d+\.md$/);
    assert.equal(draft!.problems.length, 1);
    const found = problem('quote-altered');
    assert.equal(text(found, 'draft'), `They said “local authorities could <never> work alone” ${cite}.`);
    assert.equal(text(found, 'source'), 'However, it was noted that local authorities could <not> work alone.');
    assert.equal(text(found, 'proposed'), `They said “local authorities could <not> work alone” ${cite}.`);
    assert.equal(found.place, 'Line 1');
  });

  it('goes on with an untitled draft under the name that it is saved by', async () => {
    const untitled = await vscode.workspace.openTextDocument({ language: 'markdown', content: `Before. ${altered}` });
    await vscode.window.showTextDocument(untitled);
    view.show(new ReportOnDraft(checks, untitled.uri));
    await shown();
    const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'saved-under-a-name.md');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(untitled.getText()));
    try {
      await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(untitled);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await eventually('the report under the new name', () => page.report?.title === 'Check of saved-under-a-name.md');
      assert.equal(page.report!.status, undefined);
      assert.equal(page.report!.draft!.problems.length, 1);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(file);
    }
  });

  it('says of an untitled draft that was thrown away that this is how it was', async () => {
    const untitled = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: `Thrown away. ${altered}`,
    });
    await vscode.window.showTextDocument(untitled);
    view.show(new ReportOnDraft(checks, untitled.uri));
    await shown();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const { words } = await eventually('what is said of it', () => page.report?.status);
    assert.equal(
      words,
      'The untitled draft is closed. This report shows it as it was. If you saved it, check the saved draft.',
    );
    assert.equal(page.report!.draft!.problems.length, 1);
    assert.deepEqual(page.report!.tools, []);
  });

  it('shows the passage of the source where nothing else but ignoring could be done', async () => {
    const passive =
      'On day 1, better data collection was called for by Member States [@idm2022-1, day 1, conclusion 3].';
    const { document } = await openDraft(`${passive}\n`);
    view.show(new ReportOnDraft(checks, document.uri));
    await shown();
    const found = problem('attribution-who');
    assert.deepEqual(found.fixes, ['Ignore this problem here (Speaker differs)']);
    assert.deepEqual(found.shows, { name: 'Show the source’s sentence', id: 'idm2022-1-d1c3s1' });
    assert.equal(found.rule, 'Speaker differs');
    assert.equal(found.proposes, false);
  });

  it('proposes a fix of the words, and not to say for whom the draft speaks', async () => {
    const claim = 'The Ministers agreed on vaccine equity [@idm2022-1, day 2, conclusion 6].';
    const { document } = await openDraft(`${claim}\n\n${altered}`);
    view.show(new ReportOnDraft(checks, document.uri));
    await shown();
    const speaker = problem('attribution-who');
    assert.match(speaker.fixes[0]!, /speaks for/u);
    assert.equal(speaker.proposes, false);
    assert.equal(problem('quote-altered').proposes, true);
  });

  it('counts information and hints apart, as remarks', async () => {
    const { document } = await openDraft(`${altered}\nAs it says[^${c3}].\n\n[^${c3}]: By hand.\n`);
    view.show(new ReportOnDraft(checks, document.uri));
    const { draft } = await shown();
    const hints = draft!.problems.filter(({ grade }) => grade === 'hint' || grade === 'information').length;
    assert.ok(hints > 0 && hints < draft!.problems.length);
    assert.equal(draft!.problemsTitle, `Problems (${draft!.problems.length - hints}) and remarks (${hints})`);
  });

  it('fixes with exactly the edit of the light bulb, as one undo step', async () => {
    const { document } = await openDraft(altered);
    view.show(new ReportOnDraft(checks, document.uri));
    await shown();
    const { key, fixes } = problem('quote-altered');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 1, 0),
      'quickfix',
    );
    const offered = actions.filter(({ edit }) => edit).map(({ title }) => title);
    assert.deepEqual(
      fixes.filter(each => offered.includes(each)),
      fixes,
    );
    for (const [at, name] of fixes.entries()) {
      const before = document.getText();
      const edits = actions.find(({ title }) => title === name)!.edit!.get(document.uri);
      const expected = edits
        .toSorted((one, other) => document.offsetAt(other.range.start) - document.offsetAt(one.range.start))
        .reduce(
          (made, { range, newText }) =>
            made.slice(0, document.offsetAt(range.start)) + newText + made.slice(document.offsetAt(range.end)),
          before,
        );
      await view.hear({ kind: 'fix', draft: 0, key, fix: at, name });
      assert.equal(document.getText(), expected, name);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before, `${name} is one undo step`);
    }
  });

  it('follows the draft, and keeps the keys of what stays', async () => {
    const editor = await openDraft(`${altered}\nAnd “data protection was never first in the minds” ${cite}.\n`);
    const { document } = editor;
    view.show(new ReportOnDraft(checks, document.uri));
    await shown();
    const [first, second] = page.report!.draft!.problems;
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'New words.\n\n'));
    await eventually('the lines moved', () => page.report!.draft!.problems[0]?.place === 'Line 3');
    assert.deepEqual(
      page.report!.draft!.problems.map(({ key }) => key),
      [first!.key, second!.key],
    );
    await view.hear({ kind: 'fix', draft: 0, key: first!.key, fix: 0, name: first!.fixes[0]! });
    await eventually('the problem went', () => page.report!.draft!.problems.length === 1);
  });

  it('makes nothing while it is hidden, and is up to date when it is seen again', async () => {
    const editor = await openDraft(altered);
    view.show(new ReportOnDraft(checks, editor.document.uri));
    await shown();
    page.turn(false);
    const before = page.said.length;
    // Listened for before: on a busy machine the check is over before the edit is said to be made.
    const checked = new Promise<void>(resolve => {
      checks.onDidCheck(() => resolve());
    });
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'New words.\n\n'));
    await checked;
    await eventually(
      'the pause of the view is over',
      () =>
        new Promise(resolve => {
          setTimeout(() => resolve(true), 400);
        }),
    );
    assert.equal(page.said.length, before);
    page.turn(true);
    await eventually('the report', () => page.report!.draft!.problems[0]?.place === 'Line 3');
  });

  it('has, on the workspace, the figures of a draft and the sums follow what is fixed in it', async () => {
    const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'figures');
    const [listed, told] = ['listed.md', 'told.md'].map(name => vscode.Uri.joinPath(folder, name)) as [
      vscode.Uri,
      vscode.Uri,
    ];
    await vscode.workspace.fs.createDirectory(folder);
    try {
      for (const uri of [listed, told])
        await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${altered}\nAgain: ${altered}`));
      const { extensionUri } = vscode.extensions.getExtension('idm-findings.idm-findings')!;
      const { token } = new vscode.CancellationTokenSource();
      const result = await checkAll(checks, extensionUri, () => undefined, token);
      const report = new ReportOnWorkspace(checks, result);
      view.show(report);
      const { rows } = await shown();
      const row = (uri: vscode.Uri): string =>
        page.report!.rows!.list.find(({ name }) => name === nameOf(uri))!.figures.replace(/\..*/u, '');
      const at = rows!.list.find(({ name }) => name === nameOf(told))!.at;
      const sums = (): number => Number(/\d+/u.exec(page.report!.figures[1]!)?.[0]);
      const before = sums();
      const cell = page
        .report!.picture!.days.flatMap(({ themes }) => themes.flatMap(({ cells }) => cells))
        .find(({ id }) => id === c3)!;
      const place = cell.places.find(({ name }) => name === `${nameOf(told)}, line 1`)!;
      assert.equal(place.worst, 'flagged');
      await view.hear({ kind: 'place', draft: place.draft, at: place.at });
      await eventually('the draft', () => vscode.window.activeTextEditor?.document.uri.path === told.path);
      assert.match(row(told), /^2 problems|^Problems: 2/u);
      await view.hear({ kind: 'row', draft: at });
      const problems = (): readonly ShownProblem[] | undefined =>
        page.report!.rows!.list.find(each => each.at === at)?.told?.problems;
      const [first] = await eventually('the draft’s problems', problems);
      await view.hear({ kind: 'fix', draft: at, key: first!.key, fix: 0, name: first!.fixes[0]! });
      await eventually('one problem less', () => problems()?.length === 1);
      assert.match(row(told), /^1 problem\b|^Problems: 1/u);
      assert.equal(sums(), before - 1);
      // One that is listed only has no problems shown, but figures.
      const editor = await vscode.window.showTextDocument(listed);
      await editor.edit(edit => edit.replace(new vscode.Range(0, 0, 9, 0), 'Nothing is cited.\n'));
      await eventually('its figures', () => !/[12] problem|Problems: [12]/u.test(row(listed)));
      assert.equal(sums(), before - 3);
      assert.match((await report.markdown()) ?? '', new RegExp(`\\b${before - 3} `, 'u'));
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });

  it('keeps its report when a tab from before the window was loaded takes the place of its own', async () => {
    const { document } = await openDraft(altered);
    const { extensionUri } = vscode.extensions.getExtension('idm-findings.idm-findings')!;
    const real = new ReportView(checks, extensionUri, () => undefined);
    try {
      real.show(new ReportOnDraft(checks, document.uri));
      const panel = vscode.window.createWebviewPanel('idmFindings.report', 'Before', vscode.ViewColumn.Beside);
      real.restore(panel, { workspace: true }, () => new ReportOnWorkspace(checks, undefined));
      assert.match(panel.title, /^Check of test-draft-\d+\.md$/u);
      assert.match((await real.copy()) ?? '', /could never work alone/u);
    } finally {
      real.dispose();
    }
  });

  it('refuses a fix of words that are not there any more', async () => {
    const editor = await openDraft(altered);
    view.show(new ReportOnDraft(checks, editor.document.uri));
    await shown();
    const { key, fixes } = problem('quote-altered');
    await editor.edit(edit => edit.replace(new vscode.Range(0, 0, 0, 5), 'It was heard,'));
    await editor.edit(edit => edit.replace(new vscode.Range(0, 0, 1, 0), 'Nothing is left.'));
    await view.hear({ kind: 'fix', draft: 0, key, fix: 0, name: fixes[0]! });
    assert.equal(editor.document.getText().trim(), 'Nothing is left.');
    assert.ok(
      page.said.some(
        message => message.kind === 'say' && message.words === 'Not done. The draft changed in the meantime.',
      ),
    );
  });

  it('says what was not judged, item by item, and never “no problem” of a flagged sentence', async () => {
    const { document } = await openDraft(
      `${altered}\nAccess mattered ${cite}. It was “the weather of a long and rainy day”.\n`,
    );
    view.show(new ReportOnDraft(checks, document.uri));
    const { draft } = await shown();
    assert.deepEqual(
      draft!.items.map(({ what, state, verdict, problems, unjudged }) => [
        what,
        state,
        /no problem/u.test(verdict),
        problems.length,
        unjudged.join(' '),
      ]),
      [
        ['Quotation', 'flagged', false, 1, ''],
        ['Citation, pandoc', 'flagged', false, 1, 'The speaker was not checked: none was recognized in the sentence.'],
        ['Citation, pandoc', 'open', true, 0, 'The speaker was not checked: none was recognized in the sentence.'],
        [
          'Quotation',
          'open',
          false,
          0,
          'No source is cited for these words, and they are not recognized as the source’s.',
        ],
      ],
    );
  });

  it('says what comments ignore, and certifies nothing there', async () => {
    const wrong = 'States agreed to establish a panel [@idm2022-1, day 1, conclusion 1].\n';
    const { document } = await openDraft(`<!-- idm-findings-disable-next-line attribution-who -->\n${wrong}`);
    const report = new ReportOnDraft(checks, document.uri);
    view.show(report);
    const { draft, figures } = await shown();
    assert.equal(figures[1], 'Problems that comments in the draft ignore: 1.');
    assert.equal(draft!.none.problems, 'No problem is left. Problems that comments in the draft ignore: 1.');
    assert.deepEqual(
      draft!.items.map(({ state, verdict, unjudged }) => [state, /no problem/u.test(verdict), unjudged]),
      [['open', false, ['A comment in the draft ignores a problem here (Speaker differs).']]],
    );
    const markdown = (await report.markdown()) ?? '';
    assert.match(markdown, /Problems that comments in the draft ignore: 1\./u);
    assert.match(markdown, /ignored here: Speaker differs \|/u);
    assert.match(markdown, /None, but for those that comments in the draft ignore\./u);
  });

  it('says of a draft in another language once, and not under each citation, that no speaker was checked', async () => {
    const { document } = await openDraft(
      `---\nidm-findings:\n  language: fr\n---\n\nL’accès compte ${cite}. L’accès compte encore ${cite}.\n`,
    );
    view.show(new ReportOnDraft(checks, document.uri));
    const { draft } = await shown();
    assert.deepEqual(draft!.notes, ['The draft is not in English, so who is said to have spoken was not checked.']);
    assert.deepEqual(
      draft!.items.map(({ state, unjudged }) => [state, unjudged]),
      [
        ['open', []],
        ['open', []],
      ],
    );
  });

  it('says in the status bar no more than was checked', () => {
    const options = { style: 'un', form: 'footnote' } as const;
    const none = { grave: 0, other: 0, hints: 0, ignored: 0, cites: true };
    assert.equal(
      statusWords(none, { ...options, language: 'en' }),
      'IDM Findings found no problem in what it could check of this draft. Click for the report, which also says what was not checked.',
    );
    for (const language of ['fr', 'es'] as const) {
      assert.equal(
        statusWords(none, { ...options, language }),
        'IDM Findings found no problem in the quotations and citations of this draft. The draft is not in English, so attributions were not checked. Click for the report, which also says what was not checked.',
      );
    }
    assert.match(
      statusWords({ ...none, ignored: 2 }, { ...options, language: 'en' }),
      /Comments in the draft ignore 2 problems\. Click/u,
    );
    assert.match(
      statusWords({ ...none, grave: 3, hints: 2 }, { ...options, language: 'en' }),
      /^IDM Findings, in this draft: 3 problems, 2 remarks\. Click/u,
    );
    assert.match(
      statusWords(none, { ...options, language: 'en', severities: { 'attribution-who': 'off' } }),
      /The settings turn these rules off: attribution-who\./u,
    );
  });

  it('shows the dialogue with how each finding is used, and leads to its places', async () => {
    const { document } = await openDraft(`First.\n\n${altered}`);
    view.show(new ReportOnDraft(checks, document.uri));
    const { picture } = await shown();
    const cells = picture!.days.flatMap(({ themes }) => themes.flatMap(each => each.cells));
    assert.equal(cells.length, library.findings.length);
    const cell = cells.find(({ id }) => id === c3)!;
    assert.equal(cell.use, 'flagged');
    assert.match(cell.name, /^Day 3, conclusion 3, “[^”]+” \(our label\), .*, cited once, with 1 problem$/u);
    assert.equal(cell.number, '3.3');
    assert.equal(cell.label, library.resolve(c3)!.entry.label);
    assert.deepEqual(
      cell.places.map(({ name, says }) => [name, says]),
      [[`${vscode.workspace.asRelativePath(document.uri)}, line 3`, 'with a problem']],
    );
    assert.equal(cells.filter(({ use }) => use === 'unused').length, 25);
    const several = cells.find(({ number }) => number === '1.1')!;
    assert.equal(several.who, 'partly some speakers, partly participants', 'a cell claims the least first');
    assert.deepEqual(
      several.spoken.map(({ who, text: said }) => [who, said.split(' ').slice(0, 3).join(' ')]),
      [
        ['Participants:', 'Participants mentioned the'],
        ['Some speakers:', 'Some speakers called'],
      ],
    );
    for (const { number, who, spoken } of cells) {
      const names = who.replaceAll('partly ', '').split(', ');
      for (const turn of spoken.map(each => each.who.replace(/:$/u, '').toLowerCase()).filter(Boolean))
        assert.ok([...names, 'no speaker named'].includes(turn), `${number} is said to be by “${who}” and “${turn}”`);
    }
    assert.deepEqual(
      cells.find(({ number }) => number === '2.9')!.spoken.map(({ who }) => who),
      [''],
      'one speaker stands above the words already',
    );
    await view.hear({ kind: 'place', draft: 0, at: cell.places[0]!.at });
    await eventually(
      'the place',
      () =>
        vscode.window.activeTextEditor?.document === document &&
        vscode.window.activeTextEditor.selection.active.line === 2,
    );
  });

  it('goes to the words of a problem', async () => {
    const { document } = await openDraft(`First.\n\n${altered}`);
    view.show(new ReportOnDraft(checks, document.uri));
    await shown();
    await view.hear({ kind: 'go', draft: 0, key: problem('quote-altered').key });
    await eventually('the selection', () => document.getText(vscode.window.activeTextEditor?.selection) === 'never');
  });

  it('goes there only once VS Code knows that the report was clicked in, to where the words are then', async () => {
    const editor = await openDraft(`|First.\n\n${altered}`);
    const { document } = editor;
    view.show(new ReportOnDraft(checks, document.uri));
    await shown();
    let notice = (): void => undefined;
    page.noticing = new Promise(resolve => {
      notice = resolve;
    });
    const went = view.hear({ kind: 'go', draft: 0, key: problem('quote-altered').key });
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'New words.\n\n'));
    await eventually('the lines moved', () => page.report!.draft!.problems[0]?.place === 'Line 5');
    assert.equal(vscode.window.activeTextEditor!.selection.isEmpty, true);
    notice();
    await went;
    await eventually('the selection', () => document.getText(vscode.window.activeTextEditor?.selection) === 'never');
  });

  it('cites a finding in the draft', async () => {
    const { document } = await openDraft('Access mattered|.\n');
    view.show(new ReportOnDraft(checks, document.uri));
    await shown();
    await view.hear({ kind: 'finding', id: c3, does: 'cite' });
    await eventually('the citation', () => document.getText().includes(`[^${c3}]`));
  });

  it('follows a draft that is renamed', async () => {
    const { document } = await openDraft(altered);
    const { uri } = document;
    view.show(new ReportOnDraft(checks, uri));
    await shown();
    const renamed = uri.with({ path: uri.path.replace('test-draft', 'renamed-draft') });
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed);
    await vscode.workspace.applyEdit(edit);
    try {
      await eventually(
        'the new name',
        () =>
          /renamed-draft/u.test(page.report?.title ?? '') &&
          /renamed-draft/u.test(page.title) &&
          page.report?.status === undefined,
      );
    } finally {
      await closeAll().catch(() => undefined);
      await vscode.workspace.fs.delete(renamed);
    }
  });
});
