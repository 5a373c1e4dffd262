import * as vscode from 'vscode';
import type { IdmFindingsApi } from '../../src/api';
import * as assert from './run/assert';
import { definitionText } from '../../src/domain/citation/cite';
import { library } from '../../src/domain/corpus/bundled';
import { sampleText } from '../../src/editor/firstSteps/sampleText';
import { closeAll, eventually, extension, openDraft } from './run/draft';

const c4 = 'idm2022-1-d2c4';
const ask = <T>(command: string, ...args: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`vscode.execute${command}`, ...args);
const at = (editor: vscode.TextEditor): [vscode.Uri, vscode.Position] => [editor.document.uri, editor.selection.active];
const words = (hovers: readonly vscode.Hover[]): string =>
  hovers
    .flatMap(({ contents }) => contents)
    .map(content => (typeof content === 'string' ? content : content.value))
    .join('\n');
/** Text without the backslashes that keep Markdown from reading it as markup. */
const unescaped = (text: string): string => text.replace(/\\(.)/gu, '$1');
const ours = (hovers: readonly vscode.Hover[]): vscode.Hover[] =>
  hovers.filter(hover => words([hover]).includes('idmFindings.'));

describe('A citation in a draft', () => {
  let api: IdmFindingsApi;
  let text: string;

  before(async () => {
    api = await extension<IdmFindingsApi>();
    text = api.finding(c4)!.text;
  });
  afterEach(closeAll);

  it('shows the finding on hover: its words, who, where, the citation, and only our links', async () => {
    const editor = await openDraft('As was said [@idm2022-1, day 2, concl|usion 4], so.\n');
    const [hover, ...others] = ours(await ask<vscode.Hover[]>('HoverProvider', ...at(editor)));
    assert.equal(others.length, 0);
    const shown = unescaped(words([hover!]));
    assert.equal(
      shown
        .slice(shown.indexOf('*No'), shown.indexOf('---'))
        .replaceAll(/\*[^*]*:\* |\n\n/gu, match => (match === '\n\n' ? ' ' : ''))
        .trim(),
      text,
      'the words of the source',
    );
    assert.match(shown, /\n\*No speaker named:\* The COVID-19 [^*]*\n\*Speakers:\* Speakers insisted /u);
    assert.ok(
      shown.includes('Day 2, fourth conclusion') && shown.includes('The need for human rights-based predictability'),
      shown,
    );
    assert.ok(
      shown.includes('Summary of conclusions”, online, 28 February–2 March 2022, day 2, fourth conclusion'),
      shown,
    );
    assert.deepEqual(
      [...words([hover!]).matchAll(/\(command:([^?)]+)/gu)].map(match => match[1]),
      ['idmFindings.openSource', 'idmFindings.insertQuotation'],
    );
    assert.deepEqual([hover!.range!.start.character, hover!.range!.end.character], [12, 45]);
    const [content] = hover!.contents as vscode.MarkdownString[];
    assert.deepEqual(content!.isTrusted as unknown, {
      enabledCommands: ['idmFindings.openSource', 'idmFindings.insertQuotation'],
    });
    assert.ok(!content!.supportHtml, 'no HTML');
  });

  it('shows nothing beside the citation, and what is wrong with one of nothing', async () => {
    const beside = await openDraft('As was sa|id [@idm2022-1, day 2, conclusion 4], so.\n');
    assert.equal(ours(await ask<vscode.Hover[]>('HoverProvider', ...at(beside))).length, 0);
    const behind = await openDraft('As was said [@idm2022-1, day 2, conclusion 4]|, so.\n');
    assert.equal(ours(await ask<vscode.Hover[]>('HoverProvider', ...at(behind))).length, 0);
    const unknown = await openDraft('As was said [@idm2022-1, day 9, concl|usion 4], so.\n');
    assert.match(
      unescaped(words(await ask<vscode.Hover[]>('HoverProvider', ...at(unknown)))),
      /no such place: Day 9, fourth conclusion/u,
    );
  });

  it('leads to the passage in the source and nowhere else, and as a declaration to its note', async () => {
    const editor = await openDraft(`Words.[^idm20|22-1-d2c4]\n\n[^${c4}]: Note.\n`);
    type Found = vscode.LocationLink | vscode.Location;
    const asked = async (provider: string): Promise<vscode.LocationLink[]> =>
      (await ask<Found[]>(provider, ...at(editor))).map(link =>
        'targetUri' in link ? link : { targetUri: link.uri, targetRange: link.range },
      );
    const found = await asked('DefinitionProvider');
    assert.deepEqual(
      found.map(({ targetUri }) => targetUri.scheme),
      ['idm-findings'],
    );
    const [source] = found;
    const document = await vscode.workspace.openTextDocument(source!.targetUri);
    assert.equal(document.getText(source!.targetSelectionRange!).replace(/\s+/gu, ' '), text);
    const notes = await asked('DeclarationProvider');
    assert.deepEqual(
      notes.map(({ targetUri, targetSelectionRange }) => [
        targetUri.toString(),
        editor.document.getText(targetSelectionRange),
      ]),
      [[editor.document.uri.toString(), `[^${c4}]`]],
    );
  });

  it('is a link to the source, and the others of its finding are highlighted', async () => {
    const editor = await openDraft(
      `A.[^idm20|22-1-d2c4] B [@idm2022-1, day 2, conclusions 4 and 6] C (IOM, 2022, day 1, first conclusion).\n\n[^${c4}]: Note.\n`,
    );
    const links = await ask<vscode.DocumentLink[]>('LinkProvider', editor.document.uri, 10);
    const own = links.filter(({ target }) => target?.scheme === 'command');
    assert.deepEqual(
      own.map(({ range }) => editor.document.getText(range)),
      [`[^${c4}]`, '[@idm2022-1, day 2, conclusions 4 and 6]', '(IOM, 2022, day 1, first conclusion)', `[^${c4}]`],
    );
    assert.equal(own[0]!.target!.path, 'idmFindings.citation.follow');
    assert.deepEqual(JSON.parse(own[0]!.target!.query), [c4]);
    const highlights = await ask<vscode.DocumentHighlight[]>('DocumentHighlights', ...at(editor));
    assert.deepEqual(
      highlights.map(({ range }) => editor.document.getText(range)),
      [`[^${c4}]`, '[@idm2022-1, day 2, conclusions 4 and 6]', `[^${c4}]`],
    );
  });

  it('is found again from the source across the drafts of the workspace', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const closed = vscode.Uri.joinPath(folder, 'references', 'closed.qmd');
    const write = (content: string) => vscode.workspace.fs.writeFile(closed, new TextEncoder().encode(content));
    try {
      await write('One\r\ntwo @idm2022-1 [day 2, conclusion 4].\r\n');
      const editor = await openDraft(
        'Open (IOM, 2022, day 2, fourth conclusion) and [@idm2022-1, day 1, concl|usion 1].\n',
      );
      const [link] = await ask<vscode.LocationLink[]>(
        'DefinitionProvider',
        editor.document.uri,
        new vscode.Position(0, 10),
      );
      const places = async (): Promise<string[]> => {
        const found = await ask<vscode.Location[]>('ReferenceProvider', link!.targetUri, link!.targetRange.start);
        return found
          .map(
            ({ uri, range }) =>
              `${uri.path.split('/').at(-1)} ${range.start.line}:${range.start.character}-${range.end.character}`,
          )
          .sort();
      };
      const draft = editor.document.uri.path.split('/').at(-1)!;
      await eventually('both drafts to be found', async () => (await places()).length === 2);
      assert.deepEqual(await places(), ['closed.qmd 1:16-35', `${draft} 0:5-42`]);
      await write('One\r\n');
      assert.deepEqual(await places(), [`${draft} 0:5-42`]);
      const others = await ask<vscode.Location[]>('ReferenceProvider', ...at(editor));
      // Drafts that other tests left open may cite it, too.
      const here = others.filter(({ uri }) => uri.toString() === editor.document.uri.toString());
      assert.deepEqual(
        here.map(({ range }) => editor.document.getText(range)),
        ['@idm2022-1, day 1, conclusion 1'],
      );
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'references'), { recursive: true });
    }
  });

  it('is listed once, wherever the cursor is in it, also where VS Code takes it for a link', async () => {
    const drafts = [
      `A.[^${c4}] B.[^${c4}] C.\n\n[^${c4}]: Note.\n`,
      'A [@idm2022-1, day 2, conclusion 4] B [@idm2022-1, day 2, conclusion 4] C [see @idm2022-1, day 2, conclusion 4; @idm2022-1, day 1, conclusion 1] D @idm2022-1 [day 2, conclusion 4].\n',
      'A (IOM, 2022, day 2, fourth conclusion) B ^[IOM, 2022, day 2, fourth conclusion.] C.[^1]\n\n[^1]: IOM, 2022, day 2, fourth conclusion.\n',
      sampleText,
    ];
    for (const draft of drafts) {
      const { document } = await openDraft(draft);
      const cited = api.citations(document.getText(), { languageId: 'markdown' });
      // Of a long draft some of the offsets, its citations' ends among them.
      const step = document.getText().length > 300 ? 25 : 1;
      const offsets = cited.flatMap(({ start, end }) => [
        start,
        end,
        ...Array.from(
          { length: Math.ceil((Math.min(end, start + 60) - start) / step) },
          (_, index) => start + index * step,
        ),
      ]);
      for (const offset of new Set(offsets)) {
        const found = await ask<vscode.Location[]>('ReferenceProvider', document.uri, document.positionAt(offset));
        const own = found.filter(({ uri }) => uri.toString() === document.uri.toString()).map(({ range }) => range);
        const twice = own.filter((range, index) =>
          own.some((other, place) => place !== index && other.intersection(range)?.isEmpty === false),
        );
        assert.deepEqual(
          twice.map(range => document.getText(range)),
          [],
          `at ${offset} of ${draft}`,
        );
      }
      await closeAll();
    }
  });

  it('lists a note where it is marked, and its definition where nothing marks it', async () => {
    const editor = await openDraft(`A.[^idm20|22-1-d2c4] B.[^${c4}]\n\n[^${c4}]: Note.\n[^${c4}-2]: Note.\n`);
    const found = await ask<vscode.Location[]>('ReferenceProvider', ...at(editor));
    assert.deepEqual(
      found.map(({ range }) => editor.document.getText(range)),
      [`^${c4}`, `^${c4}`, `[^${c4}-2]: Note.`],
    );
  });

  describe('whose label is renamed', () => {
    const c6 = 'idm2022-1-d2c6';
    const note = (id: string): string => `[^${id}]: ${definitionText(library, id)}\n`;
    const rename = (editor: vscode.TextEditor, name: string): Thenable<vscode.WorkspaceEdit> =>
      ask('DocumentRenameProvider', ...at(editor), name);
    const offered = (editor: vscode.TextEditor): Promise<string> =>
      Promise.resolve(
        vscode.commands.executeCommand<{ placeholder: string }>('vscode.prepareRename', ...at(editor)),
      ).then(({ placeholder }) => placeholder, String);

    it('has it renamed at every mark and at the note, which then cites that', async () => {
      const editor = await openDraft(
        `A.[^idm2022-1-d|2c4] B.[^${c4}] \`[^${c4}]\` C.[^1]\n\n${note(c4)}[^1]: Theirs.\n`,
      );
      await eventually('our rename', async () => (await offered(editor)) === c4);
      assert.ok(await vscode.workspace.applyEdit(await rename(editor, c6)));
      assert.equal(
        editor.document.getText(),
        `A.[^${c6}] B.[^${c6}] \`[^${c4}]\` C.[^1]\n\n${note(c6)}[^1]: Theirs.\n`,
      );
    });

    it('is renamed so however fast F2 comes: before anybody heard that the cursor is on it', async () => {
      const { document } = await openDraft(`|A.[^${c4}] B.[^${c4}]\n\n${note(c4)}`);
      const found = await vscode.commands.executeCommand<{ placeholder: string }>(
        'vscode.prepareRename',
        document.uri,
        document.positionAt(6),
      );
      assert.equal(found.placeholder, c4);
    });

    it('is left alone where the new label says nothing, and nobody else renames half of it', async () => {
      const editor = await openDraft(`A.[^idm2022-1-d|2c4] B.[^${c4}]\n\n${note(c4)}`);
      await eventually('our rename', async () => (await offered(editor)) === c4);
      assert.deepEqual((await rename(editor, 'panel')).size, 0);
    });

    it('is offered on every place of the label, and not on other people’s notes, nor in a note’s words', async () => {
      const editor = await openDraft(`A.[^${c4}] B.[^1]\n\n${note(c4)}[^1]: Theirs.\n`);
      const whole = editor.document.getText();
      const places = [2, 4, 10, 2 + c4.length + 3, whole.lastIndexOf(`[^${c4}]`) + 5];
      for (const place of places) {
        editor.selection = new vscode.Selection(editor.document.positionAt(place), editor.document.positionAt(place));
        await eventually(`our rename at ${place}`, async () => (await offered(editor)) === c4);
      }
      for (const place of [0, whole.indexOf('[^1]') + 2, whole.indexOf('Organization'), whole.lastIndexOf('Theirs')]) {
        editor.selection = new vscode.Selection(editor.document.positionAt(place), editor.document.positionAt(place));
        await eventually(`nothing of ours at ${place}`, async () => (await offered(editor)) !== c4);
      }
    });
  });

  it('is given to other extensions with its range and what it cites', async () => {
    const found = api.citations('x [see @idm2022-1, day 2, conclusions 4 and 6; @other] y', { languageId: 'markdown' });
    assert.deepEqual(
      found.map(({ start, end, form, ids, corpus, locator, prefix }) => ({
        start,
        end,
        form,
        ids,
        corpus,
        locator,
        prefix,
      })),
      [
        {
          start: 3,
          end: 45,
          form: 'pandoc',
          ids: [c4, 'idm2022-1-d2c6'],
          corpus: 'idm2022-1',
          locator: 'day 2, conclusions 4 and 6',
          prefix: 'see',
        },
      ],
    );
  });
});
