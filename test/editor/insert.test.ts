import * as vscode from 'vscode';
import type { IdmFindingsApi } from '../../src/api';
import { library } from '../../src/domain/corpus/bundled';
import { AccessDate } from '../../src/editor/askAccessed';
import { FindingCompletionProvider } from '../../src/editor/completion';
import { Drafts } from '../../src/editor/drafts';
import { Inserter } from '../../src/editor/insert';
import { Recent } from '../../src/editor/recent';
import { searchIndex } from '../../src/editor/searchIndex';
import * as assert from './run/assert';
import { closeAll, eventually, extension, openDraft } from './run/draft';

const c4 = 'idm2022-1-d2c4';
const run = (command: string, argument?: unknown) => vscode.commands.executeCommand(`idmFindings.${command}`, argument);

describe('The insertion commands', () => {
  let def4: string;

  before(async () => {
    const api = await extension<IdmFindingsApi>();
    const [definition] = api.cite([c4]).definitions;
    def4 = `[^${definition!.label}]: ${definition!.text}`;
  });
  afterEach(closeAll);

  it('insert a footnote at every cursor as one undo step', async () => {
    const editor = await openDraft('One|.\n\nTwo | and.\n');
    assert.equal(await run('insertCitation', { ids: [c4] }), true);
    assert.equal(editor.document.getText(), `One.[^${c4}]\n\nTwo[^${c4}] and.\n\n${def4}\n`);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'One.\n\nTwo  and.\n');
  });

  it('insert after a selection, deleting nothing', async () => {
    const editor = await openDraft('Access matters.\n');
    editor.selection = new vscode.Selection(0, 0, 0, 6);
    await run('insertCitation', { ids: [c4], form: 'pandoc' });
    assert.equal(editor.document.getText(), 'Access [@idm2022-1, day 2, conclusion 4] matters.\n');
    await eventually('the cursor behind it', () => editor.selection.active.character === 40);
  });

  it('show what they inserted where the draft was scrolled away from it', async () => {
    const editor = await openDraft(`${'A line.\n\n'.repeat(300)}We thank all|.\n`);
    const line = editor.selection.active.line;
    editor.revealRange(new vscode.Range(0, 0, 0, 0), vscode.TextEditorRevealType.AtTop);
    const shows = () => editor.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line);
    await eventually('the beginning', () => !shows());
    await run('insertCitation', { ids: [c4], form: 'pandoc' });
    await eventually('what was inserted', shows);
  });

  it('leave the cursor of who types on at once where it is', async () => {
    const { document } = await openDraft('We thank all|\n');
    const typed = new Promise<void>(resolve => {
      const listener = vscode.workspace.onDidChangeTextDocument(change => {
        if (change.document !== document || !document.getText().includes(`[^${c4}]`)) return;
        listener.dispose();
        resolve(vscode.commands.executeCommand('type', { text: ' and' }) as Promise<void>);
      });
    });
    await Promise.all([run('insertCitation', { ids: [c4] }), typed]);
    await vscode.commands.executeCommand('type', { text: ' more' });
    assert.equal(document.getText(), `We thank all[^${c4}] and more\n\n${def4}\n`);
  });

  it('insert one note for several findings, and cite the document as a whole', async () => {
    const api = await extension<IdmFindingsApi>();
    const line = (ids: string[]) =>
      api
        .cite(ids)
        .definitions.map(({ label, text }) => `[^${label}]: ${text}`)
        .join();
    const several = await openDraft('One|.\n');
    await run('insertCitation', { ids: ['idm2022-1-d1c3', 'idm2022-1-d1c2'] });
    assert.equal(
      several.document.getText(),
      `One.[^idm2022-1-d1c2c3]\n\n${line(['idm2022-1-d1c2', 'idm2022-1-d1c3'])}\n`,
    );
    assert.ok(several.document.getText().includes('day 1, second and third conclusions.'));
    const whole = await openDraft('One|.\n');
    await run('insertCitation', { ids: ['idm2022-1'] });
    assert.equal(whole.document.getText(), `One.[^idm2022-1]\n\n${line(['idm2022-1'])}\n`);
    const pandoc = await openDraft('One|.\n');
    await run('insertCitation', { ids: ['idm2022-1'], form: 'pandoc' });
    assert.equal(pandoc.document.getText(), 'One [@idm2022-1].\n');
    await assert.rejects(Promise.resolve(run('insertQuotation', { ids: ['idm2022-1'] })), /quoted/u);
    assert.equal(pandoc.document.getText(), 'One [@idm2022-1].\n');
  });

  it('insert quotations and block quotations verbatim', async () => {
    const api = await extension<IdmFindingsApi>();
    const { text } = api.finding(c4)!;
    const quotation = await openDraft('Recalling|\n');
    await run('insertQuotation', { ids: [c4], form: 'inText' });
    const part = `t${text.slice(1, -1)}`;
    assert.equal(quotation.document.getText(), `Recalling “${part}” (IOM, 2022, day 2, fourth conclusion).\n`);
    const alone = await openDraft('Recalling:|\n');
    await run('insertQuotation', { ids: [c4], form: 'inText' });
    assert.equal(
      alone.document.getText(),
      `Recalling: “${text.slice(0, -1)}” (IOM, 2022, day 2, fourth conclusion).\n`,
    );
    const block = await openDraft('Recalling| we ask.\n');
    await run('insertBlockQuotation', { ids: [c4], form: 'inText' });
    assert.equal(block.document.getText(), `Recalling\n\n> ${text} (IOM, 2022, day 2, fourth conclusion)\n\nwe ask.\n`);
  });

  it('write the line breaks of a CRLF draft', async () => {
    const editor = await openDraft('One|.\r\nTwo.\r\n');
    await run('insertCitation', { ids: [c4] });
    assert.equal(editor.document.getText(), `One.[^${c4}]\r\nTwo.\r\n\r\n${def4}\r\n`);
  });

  it('insert into the draft last active when another document has the focus', async () => {
    const { document } = await openDraft('One|.\n');
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'Plain.' }),
      { preview: false },
    );
    await run('insertCitation', { ids: [c4] });
    assert.equal(document.getText(), `One.[^${c4}]\n\n${def4}\n`);
  });

  describe('in a new file of plain text', () => {
    const plain = async (content: string): Promise<vscode.TextEditor> => {
      const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
      const editor = await vscode.window.showTextDocument(document, { preview: false });
      editor.selection = new vscode.Selection(0, content.length, 0, content.length);
      // A preview that was in front a moment ago may still be so for the commands, which then mean its draft.
      await eventually('the new file in front', () => {
        const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
        const isInFront = input instanceof vscode.TabInputText && String(input.uri) === String(document.uri);
        return isInFront && vscode.window.activeTextEditor?.document === document;
      });
      return editor;
    };
    const accepted = async (what: string, done: () => boolean): Promise<void> => {
      await eventually(what, async () => {
        await vscode.commands.executeCommand('notification.acceptPrimaryAction');
        return done();
      });
    };

    beforeEach(async () => {
      await closeAll();
      await vscode.commands.executeCommand('notifications.clearAll');
    });

    it('offer to change it to Markdown, and go on', async () => {
      const { document } = await plain('States meet');
      assert.equal(await run('insertCitation', { ids: [c4], form: 'pandoc' }), false);
      assert.equal(document.getText(), 'States meet');
      await accepted('the citation', () => document.getText() !== 'States meet');
      assert.deepEqual(
        [document.languageId, document.getText()],
        ['markdown', 'States meet [@idm2022-1, day 2, conclusion 4]'],
      );
      // From now on it is the draft.
      await run('insertCitation', { ids: ['idm2022-1-d2c5'], form: 'pandoc' });
      assert.match(document.getText(), /conclusion 5\]$/u);
    });

    it('offer the same before they restyle, check, or look for support', async () => {
      for (const command of ['restyleDraft', 'checkDraft', 'findSupport', 'insertBibliography', 'pickCitation']) {
        const { document } = await plain('States meet (IOM, 2022, day 2, fourth conclusion)');
        await run(command, { form: 'pandoc', style: 'un' });
        assert.equal(document.languageId, 'plaintext', command);
        await accepted(`${command} goes on`, () => document.languageId === 'markdown');
        if (command === 'restyleDraft')
          await eventually('the restyling', () => document.getText().endsWith('[@idm2022-1, day 2, conclusion 4]'));
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        await closeAll();
      }
    });

    it('leave every other language alone', async () => {
      const document = await vscode.workspace.openTextDocument({ language: 'json', content: '{}' });
      await vscode.window.showTextDocument(document, { preview: false });
      await run('restyleDraft', { form: 'pandoc', style: 'un' });
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      assert.deepEqual([document.languageId, document.getText()], ['json', '{}']);
    });
  });

  it('insert into no other draft from a notebook', async () => {
    const editor = await openDraft('One|.\n');
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'Words of the cell', 'markdown');
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
    await vscode.window.showNotebookDocument(notebook);
    await eventually('the notebook', () => vscode.window.activeNotebookEditor !== undefined);
    assert.equal(await run('insertCitation', { ids: [c4] }), false);
    assert.equal(editor.document.getText(), 'One.\n');
  });

  it('reject unknown ids, naming them, and insert nothing', async () => {
    const editor = await openDraft('One|.\n');
    let message = '';
    try {
      await run('insertCitation', { ids: [c4, 'idm2022-1-d9c9', 'nope'] });
    } catch (error) {
      message = (error as Error).message;
    }
    assert.match(message, /idm2022-1-d9c9, nope/u);
    assert.equal(editor.document.getText(), 'One.\n');
  });

  it('take R Markdown by its file ending', async () => {
    const uri = vscode.Uri.parse('untitled:draft.qmd');
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'One'));
    await run('insertCitation', { ids: [c4], form: 'pandoc' });
    assert.equal(editor.document.getText(), 'One [@idm2022-1, day 2, conclusion 4]');
  });

  it('goes into no other draft than the one whose preview is in front', async () => {
    const shown = (await openDraft('Shown.\n')).document;
    const name = shown.uri.path.slice(shown.uri.path.lastIndexOf('/') + 1);
    const other = (await openDraft('Other|.\n')).document;
    const inFront = (): boolean =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.endsWith(name) === true &&
      vscode.window.activeTextEditor === undefined;
    await vscode.commands.executeCommand('markdown.showPreview', shown.uri);
    await eventually('the preview is in front', inFront);
    await vscode.commands.executeCommand('idmFindings.insertCitation', { ids: ['idm2022-1-d2c4'], form: 'pandoc' });
    assert.equal(other.getText(), 'Other.\n');
    assert.equal(shown.getText(), '[@idm2022-1, day 2, conclusion 4] Shown.\n');
  });

  it('asks for the place where only a preview shows the draft', async () => {
    const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'only-previewed.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('Shown.\n'));
    try {
      const other = (await openDraft('Other|.\n')).document;
      await vscode.commands.executeCommand('markdown.showPreview', uri);
      await eventually(
        'the preview has the draft',
        () =>
          vscode.workspace.textDocuments.some(document => document.uri.path === uri.path) &&
          vscode.window.activeTextEditor === undefined,
      );
      assert.equal(
        await vscode.commands.executeCommand('idmFindings.insertCitation', { ids: ['idm2022-1-d2c4'] }),
        false,
      );
      assert.equal(other.getText(), 'Other.\n');
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(uri);
    }
  });
});

describe('Completion after @', () => {
  afterEach(closeAll);

  const type = async (text: string) => {
    for (const character of text) await vscode.commands.executeCommand('type', { text: character });
  };

  const wordsOf = ({ label, detail }: vscode.CompletionItemLabel) => `${label}${detail ?? ''}`.replace('\u2060', '');

  /** The rows offered at the cursor, as VS Code would list them. */
  const offered = async (editor: vscode.TextEditor, trigger?: string) => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      editor.selection.active,
      trigger,
    );
    // VS Code adds the words of the document, whose labels are strings.
    return list.items.flatMap(({ label }) => (typeof label === 'string' ? [] : [wordsOf(label)]));
  };

  /** Types, and accepts the first row once `editor` would show it. */
  const accept = async (editor: vscode.TextEditor) => {
    const before = editor.document.getText();
    // What the list asked for before is answered before this is: the rows are for all that was typed.
    await offered(editor);
    await eventually('the accepted suggestion', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText() !== before;
    });
  };

  const cop = 'idm2022-1-d2c11';
  const definition = async () => {
    const api = await extension<IdmFindingsApi>();
    const [found] = api.cite([cop]).definitions;
    return `[^${found!.label}]: ${found!.text}`;
  };

  for (const [name, before, after] of [
    ['before more text', 'States meet | soon.\n', 'States meet[^ID] soon.\n\nDEF\n'],
    ['before punctuation', 'States meet |.\n\nMore.\n', 'States meet.[^ID]\n\nMore.\n\nDEF\n'],
    ['at the very end without a final newline', 'States meet |', 'States meet[^ID]\n\nDEF'],
    ['at the very end in a list item', '- One\n  - States meet |', '- One\n  - States meet[^ID]\n\nDEF'],
    ['in CRLF', 'States meet |\r\nMore.\r\n', 'States meet[^ID]\r\nMore.\r\n\r\nDEF\r\n'],
  ] as const) {
    it(`replaces the whole trigger ${name}, and one undo brings it back`, async () => {
      const editor = await openDraft(before);
      await type('@climate negot');
      const typed = before.replace('|', '@climate negot');
      assert.equal(editor.document.getText(), typed);
      await accept(editor);
      assert.equal(editor.document.getText(), after.replace('ID', cop).replace('DEF', await definition()));
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), typed);
    });
  }

  it('consumes the brackets around it', async () => {
    const editor = await openDraft('States meet |');
    await type('[@climate negot');
    await accept(editor);
    assert.equal(editor.document.getText(), `States meet[^${cop}]\n\n${await definition()}`);
  });

  for (const query of ['international dialogue', 'idm2022-1', 'IDM 2022', 'summary of conclusions']) {
    it(`offers the document as a whole for “${query}”`, async () => {
      const api = await extension<IdmFindingsApi>();
      const editor = await openDraft('States meet |.\n');
      await type(`@${query}`);
      await accept(editor);
      assert.equal(
        editor.document.getText(),
        `States meet.[^idm2022-1]\n\n[^idm2022-1]: ${api.cite(['idm2022-1']).definitions[0]!.text}\n`,
      );
    });
  }

  it('serves several cursors, each by its own surroundings', async () => {
    const editor = await openDraft('One |.\nTwo | and\n');
    await type('@climate negot');
    await accept(editor);
    await eventually('both insertions', () => editor.document.getText().startsWith('One.'));
    assert.equal(editor.document.getText(), `One.[^${cop}]\nTwo[^${cop}] and\n\n${await definition()}\n`);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'One @climate negot.\nTwo @climate negot and\n');
  });

  it('offers nothing in e-mail addresses, after a full stop, in a key', async () => {
    for (const text of ['mail me@climate|', 'A @climate negotiations. |', '[@idm2022-1|]', '[@idm2022-1, day 2|]']) {
      assert.deepEqual(await offered(await openDraft(text), '@'), [], text);
    }
  });

  it('offers nothing in code, front matter, link targets, HTML, comments', async () => {
    for (const text of [
      '```\n@climate|\n```\n',
      '`x @climate|`',
      '---\ntitle: @climate|\n---\n',
      '[a](@climate|)',
      '<a href="@climate|">',
      '<!-- @climate| -->',
    ]) {
      assert.deepEqual(await offered(await openDraft(text), '@'), [], text);
    }
  });

  it('offers the findings for the words before the cursor on request', async () => {
    const editor = await openDraft('We call for human mobility in climate negotiations |');
    const labels = await offered(editor);
    const api = await extension<IdmFindingsApi>();
    assert.equal(labels[0], `2.11 ${(api.finding(cop) as { label: string }).label}`);
    assert.deepEqual(await offered(editor, ' '), []);
  });

  it('offers nothing by itself where an account of a social network is named, but does on request', async () => {
    for (const account of ['@UNmigration|', '@IOM_news|', '@iom2022|', 'Thanks to @UNmigration staff|']) {
      const editor = await openDraft(account);
      assert.deepEqual(await offered(editor, account.at(-2)), [], account);
    }
    for (const words of ['@COP27|', '@cop27|', '@COVAX|', '@day2|'])
      assert.ok((await offered(await openDraft(words), words.at(-2))).length > 0, words);
    assert.ok((await offered(await openDraft('@UNmigration health|'))).length > 0);
  });

  it('offers the values of a filter, and then what it leaves', async () => {
    const editor = await openDraft('States meet |.\n');
    await type('@day:');
    assert.deepEqual(await offered(editor, ':'), [
      'day:1 Risks and vulnerabilities',
      'day:2 Regular migration',
      'day:3 Migrants’ inclusion',
    ]);
    await type('2');
    assert.match((await offered(editor, '2'))[0]!, /^2\.1 /u);
    const speakers = await openDraft('States meet @by:so|');
    assert.match((await offered(speakers, 'o'))[0]!, /^\d\.\d+ /u);
    const objectives = await openDraft('States meet @gcm:|');
    assert.ok((await offered(objectives, ':')).includes('gcm:8 Saving lives'));
    const themes = await openDraft('States meet @"theme:|');
    assert.deepEqual((await offered(themes, ':'))[3], 'Day 2 Climate and disaster policies');
    assert.ok(
      (await offered(await openDraft('States meet @by:|'), ':')).includes('by:speakers'),
      'without saying it twice',
    );
  });

  it('offers to quote sentences first, and after those of a conclusion all of it, where nothing is asked for', async () => {
    const rows = await offered(await openDraft('Recalling @"|'), '"');
    const whole = rows.findIndex(row => !row.includes('“'));
    assert.ok(whole > 0, rows.join(', '));
    assert.equal(rows[whole]!.split(' ')[0], rows[whole - 1]!.split(' ')[0]);
  });

  it('has all edits of a row before the row is resolved: whoever accepts at once would get no note from later ones', async () => {
    const editor = await openDraft('States meet @COP27|\n\nMore.\n');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      editor.selection.active,
      undefined,
      0,
    );
    const [{ documentation, additionalTextEdits = [] }] = items as [vscode.CompletionItem];
    assert.equal(documentation, undefined);
    assert.equal(
      additionalTextEdits
        .map(({ newText }) => newText)
        .join('')
        .trim(),
      await definition(),
    );
  });

  it('says beside a row who said what, and of a sentence its own words first', async () => {
    const beside = async (text: string) => {
      const editor = await openDraft(text);
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        editor.selection.active,
        undefined,
        1,
      );
      return (items[0]!.documentation as vscode.MarkdownString).value;
    };
    assert.match(
      await beside('States meet @missing migrants panel|'),
      /^\*\*Day 1, first conclusion\*\* · partly some speakers, partly participants\n\nFound by “[^*\n]*\n\n\*Participants:\* Participants mentioned [^*]*\.\n\n\*Some speakers:\* Some speakers called for [^*]*\.\n\n$/u,
    );
    assert.match(
      await beside('States meet @COP27|'),
      /^\*\*Day 2, eleventh conclusion\*\* · no speaker named\n\nFound by “[^*\n]*\n\nAhead of [^*\\]* \(COP27\), [^*\\]*\.\n\n$/u,
    );
    const left = /A paragraph before this one only leads in to a list/u;
    assert.match(await beside('States meet @introduction 5|'), left);
    assert.equal(left.test(await beside('States meet @introduction 3|')), false);
    assert.match(
      await beside('States meet @"exclusive use of data|'),
      /^\*\*Day 1, third conclusion, third sentence\*\* · no speaker named\n\nFound by “[^*\n]*\n\nThe exclusive use [^*]*\n\n\*Before it:\* Participants drew [^*]*\.\n\n$/u,
    );
  });

  it('offers paragraphs of the introduction and the closing after the conclusions, to be cited and quoted', async () => {
    assert.deepEqual(await offered(await openDraft('States meet @Vitorino|'), 'o'), ['Director General’s opening']);
    const named = await offered(await openDraft('States meet @introduction|'), 'n');
    assert.deepEqual(named.slice(-6, -4), ['The session and its theme', 'Mandate and aims']);
    const both = await offered(await openDraft('States meet @government delegates|'), 's');
    assert.match(both[0]!, /^\d\.\d/u);
    assert.ok(both.includes('Delegates’ closing views'), both.join(', '));
    const enough = await offered(await openDraft('States meet @migrants|'), 's');
    assert.ok(enough.length === 5 && enough.every(label => /^\d\.\d/u.test(label)), enough.join(', '));
    const editor = await openDraft('States meet |\n');
    await type('@Vitorino');
    await accept(editor);
    assert.match(
      editor.document.getText(),
      /^States meet\[\^idm2022-1-b4\]\n\n\[\^idm2022-1-b4\]: .*, introduction, fifth paragraph\.\n$/u,
    );
    const [quoted] = await offered(await openDraft('States meet @"Vitorino|'), 'o');
    assert.match(quoted!, /^“.*Vitorino.*”$/u);
  });

  it('offers to quote the sentence that matches best before whole conclusions', async () => {
    const rows = await offered(await openDraft('Recalling @"deterrence|'), ' ');
    assert.match(rows[0]!, /^1\.2 “.*deter.*”$/u);
    assert.equal(rows[1], '1.2 The dead and families');
  });

  it('begins with another sign where one is set, and with `@` where none can be', async () => {
    const setting = vscode.workspace.getConfiguration('idmFindings');
    try {
      await setting.update('completion.trigger', ';;', vscode.ConfigurationTarget.Global);
      const editor = await openDraft('States meet |.\n');
      await type(';;climate negot');
      await accept(editor);
      assert.equal(editor.document.getText(), `States meet.[^${cop}]\n\n${await definition()}\n`);
      assert.deepEqual(await offered(await openDraft('States meet @climate|'), 'e'), []);
      await setting.update('completion.trigger', 'xx', vscode.ConfigurationTarget.Global);
      assert.ok((await offered(await openDraft('States meet @climate|'), 'e')).length > 0);
    } finally {
      await setting.update('completion.trigger', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('opens the list again where its own words come to find something, and leaves a new trigger to VS Code', async () => {
    const editor = await openDraft('@IOM_news\n\n');
    const { document } = editor;
    const last = (text: string): Thenable<boolean> => editor.edit(edit => edit.replace(document.lineAt(2).range, text));
    const drafts = new Drafts(library);
    const memento = { keys: () => [], get: () => undefined, update: async () => undefined };
    const provider = new FindingCompletionProvider(
      library,
      () => searchIndex(library),
      drafts,
      new Inserter(library, drafts, new Recent(memento), new AccessDate(memento)),
    );
    const token = new vscode.CancellationTokenSource().token;
    const list = (line: number, character: number): void => {
      provider.provideCompletionItems(document, new vscode.Position(line, character), token, {
        triggerKind: vscode.CompletionTriggerKind.TriggerCharacter,
        triggerCharacter: '@',
      });
    };
    try {
      list(0, 9);
      await last('@');
      assert.equal(
        provider.reopens(document, new vscode.Position(2, 1), false),
        false,
        'a new trigger after an account',
      );
      await last('@qqqq');
      list(2, 5);
      await last('@');
      assert.equal(
        provider.reopens(document, new vscode.Position(2, 1), true),
        true,
        'letters that found nothing are taken back',
      );
    } finally {
      drafts.dispose();
    }
  });

  it('offers nothing where that is turned off', async () => {
    const setting = vscode.workspace.getConfiguration('idmFindings');
    const editor = await openDraft('States meet @climate|');
    try {
      await setting.update('completion.enabled', false, vscode.ConfigurationTarget.Global);
      assert.deepEqual([await offered(editor, 'e'), await offered(editor)], [[], []]);
    } finally {
      await setting.update('completion.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
    assert.ok((await offered(editor, 'e')).length > 0);
  });
});
