import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';

const kinds = (text: string): string[] =>
  Draft.of(text, library).blocks.map(block => `${block.kind}: ${JSON.stringify(block.text)}`);

/** The zone at the cursor that `¦` marks. */
function zone(marked: string): string {
  const offset = marked.indexOf('¦');
  assert.notEqual(offset, -1);
  return Draft.of(marked.replace('¦', ''), library).zoneAt(offset);
}

describe('the blocks of a draft', () => {
  it('are read as Markdown has them', () => {
    const text = [
      '---',
      'lang: fr',
      '---',
      '# Title',
      'Words',
      'go on',
      '',
      '- one',
      '- two',
      '',
      '      code',
      '',
      '      para',
      '',
      '> said',
      '> more',
      'lazily',
      '',
      '| a | b |',
      '|---|---|',
      '| 1 | 2 |',
      '',
      '```',
      'code',
      '',
      'code',
      '```',
      '<!-- a',
      '',
      'b --> c',
      '',
      '[^n]: Note',
      '',
      '    more',
      '',
      '[x]: /url',
      '',
      '$$',
      'x',
      '$$',
      '<div>',
      'x',
      '</div>',
      '',
      'Setext',
      '---',
      '***',
      '',
    ].join('\n');
    assert.deepEqual(kinds(text), [
      'frontMatter: "---\\nlang: fr\\n---\\n"',
      'heading: "# Title\\n"',
      'paragraph: "Words\\ngo on\\n"',
      'blank: "\\n"',
      'listItem: "- one\\n"',
      'listItem: "- two\\n"',
      'blank: "\\n"',
      'code: "      code\\n"',
      'blank: "\\n"',
      'code: "      para\\n"',
      'blank: "\\n"',
      'blockQuote: "> said\\n> more\\nlazily\\n"',
      'blank: "\\n"',
      'table: "| a | b |\\n|---|---|\\n| 1 | 2 |\\n"',
      'blank: "\\n"',
      'code: "```\\ncode\\n\\n"',
      'code: "code\\n```\\n"',
      'comment: "<!-- a\\n\\n"',
      'comment: "b --> c\\n"',
      'blank: "\\n"',
      'footnoteDefinition: "[^n]: Note\\n"',
      'blank: "\\n"',
      'footnoteDefinition: "    more\\n"',
      'blank: "\\n"',
      'linkDefinition: "[x]: /url\\n"',
      'blank: "\\n"',
      'math: "$$\\nx\\n$$\\n"',
      'html: "<div>\\nx\\n</div>\\n"',
      'blank: "\\n"',
      'heading: "Setext\\n---\\n"',
      'thematicBreak: "***\\n"',
    ]);
  });

  it('take a table for one right below words', () => {
    assert.deepEqual(
      kinds('Words\ngo on\na | b\n--|--\n1 | 2\n\n- item\n  | x |\n  |---|\n  | 1 |\n').filter(
        kind => !kind.startsWith('blank'),
      ),
      [
        'paragraph: "Words\\ngo on\\n"',
        'table: "a | b\\n--|--\\n1 | 2\\n"',
        'listItem: "- item\\n"',
        'table: "  | x |\\n  |---|\\n  | 1 |\\n"',
      ],
    );
  });

  it('take indentation in a list for the list’s own', () => {
    assert.deepEqual(
      kinds(
        '1. item\n\n    goes on\n\n       code?\n\n   - inner\n\n     - deeper\n\n       words\n\nout\n\n    code\n',
      ).filter(kind => !kind.startsWith('blank')),
      [
        'listItem: "1. item\\n"',
        'listItem: "    goes on\\n"',
        'code: "       code?\\n"',
        'listItem: "   - inner\\n"',
        'listItem: "     - deeper\\n"',
        'listItem: "       words\\n"',
        'paragraph: "out\\n"',
        'code: "    code\\n"',
      ],
    );
  });

  it('end an item without words at an empty line', () => {
    assert.deepEqual(
      kinds('-\n  words\n- \n\n  none\n\n- -\n\n  words\n').filter(kind => !kind.startsWith('blank')),
      [
        'listItem: "-\\n"',
        'listItem: "  words\\n"',
        'listItem: "- \\n"',
        'paragraph: "  none\\n"',
        'listItem: "- -\\n"',
        'listItem: "  words\\n"',
      ],
    );
  });

  it('close a fence where its list or quotation ends', () => {
    assert.deepEqual(kinds('> ~~~\n> code\nwords\n\n- ```\n  code\n  ```\n  words\n- ```\nout'), [
      'code: "> ~~~\\n> code\\n"',
      'paragraph: "words\\n"',
      'blank: "\\n"',
      'code: "- ```\\n  code\\n  ```\\n"',
      'listItem: "  words\\n"',
      'code: "- ```\\n"',
      'paragraph: "out"',
    ]);
  });

  it('know CRLF, a lone CR and a text without a final line break', () => {
    assert.deepEqual(kinds('a\r\nb\r\n\r\n# c\rd'), [
      'paragraph: "a\\r\\nb\\r\\n"',
      'blank: "\\r\\n"',
      'heading: "# c\\r"',
      'paragraph: "d"',
    ]);
    assert.deepEqual(kinds(''), []);
  });

  it('have front matter only at the beginning, only when closed', () => {
    assert.deepEqual(kinds('---\nlang: fr\n'), ['thematicBreak: "---\\n"', 'paragraph: "lang: fr\\n"']);
    assert.equal(Draft.of('---\nlang: fr-CA # c\n...\n', library).language, 'fr-CA');
    assert.equal(Draft.of('---\nlang: "es"\r\n---\r\n', library).language, 'es');
    assert.equal(Draft.of('words\n\n---\nlang: fr\n---\n', library).language, undefined);
  });
});

describe('what a cursor stands in', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['prose', 'wor¦ds'],
    ['prose', '¦'],
    ['prose', '@¦'],
    ['code', 'a `co¦de` b'],
    ['prose', 'a `code`¦ b'],
    ['prose', 'a ¦`code` b'],
    ['code', 'a ``co`\n¦de`` b'],
    ['prose', 'a `no¦t code'],
    ['prose', 'a \\`no¦t` code'],
    ['code', '```\n¦\n```'],
    ['code', '```\nx¦'],
    ['code', '```\n¦'],
    ['prose', '```\nx\n```\n¦'],
    ['code', 'para\n\n    co¦de'],
    ['frontMatter', '---\nti¦tle: x\n---\nwords'],
    ['prose', '---\ntitle: x\n---\n¦words'],
    ['comment', 'a <!-- b¦ --> c'],
    ['comment', '<!-- b\n\nc¦'],
    ['comment', '<!-- b\n¦'],
    ['prose', '<!-- b --> c¦'],
    ['html', 'a <b class="x ¦y"> c'],
    ['html', '<div>\nx¦\n'],
    ['linkTarget', '[a](http://x.o¦rg)'],
    ['linkTarget', '[a](x "ti¦tle")'],
    ['linkTarget', '[a](x¦'],
    ['prose', '[a](x)¦'],
    ['linkTarget', '[a]: http://x¦'],
    ['autolink', 'see https://x.org/a¦'],
    ['prose', 'see https://x.org/a ¦'],
    ['autolink', '<https://x¦.org>'],
    ['autolink', 'someone@exam¦'],
    ['autolink', 'some.one@¦'],
    ['autolink', 'some¦one@example.org'],
    ['citationKey', 'see @idm20¦22-1'],
    ['prose', 'see @climate¦'],
    ['prose', 'see @climate negot¦'],
    ['prose', '[@climate negot¦]'],
    ['citationKey', '[@idm2¦022-1, day 2]'],
    ['prose', '[@idm2022-1, da¦y 2]'],
    ['citationKey', 'x.[^idm¦2022-1-d2c4]'],
    ['prose', 'x.[^idm2022-1-d2c4]¦'],
    ['citationKey', 'x.[^idm¦'],
    ['math', 'a $x+¦y$ b'],
    ['prose', 'costs $5 and¦ $6'],
    ['prose', 'costs $5–¦$6 million'],
    ['math', '$$\nx¦\n$$'],
    ['prose', '$$\nx\n\n¦words'],
    ['prose', '> “@¦'],
    ['prose', 'a—@key¦'],
  ];
  for (const [expected, marked] of cases) {
    it(`${JSON.stringify(marked)}: ${expected}`, () => assert.equal(zone(marked), expected));
  }
});

describe('footnote definitions', () => {
  it('are found with their continuation paragraphs', () => {
    const text =
      'x[^a]\n\n[^a]: One\n  lazily\n\n    two\n\n    - three\n\nout\n\n> [^b]: quoted\n\n[^c]:\n[^c]: again\n';
    const { footnoteDefinitions } = Draft.of(text, library);
    assert.deepEqual(
      footnoteDefinitions.map(({ label, text: words, start, end }) => [label, words, text.slice(start, end)]),
      [
        ['a', 'One\n  lazily\n\n    two\n\n    - three', '[^a]: One\n  lazily\n\n    two\n\n    - three'],
        ['b', 'quoted', '[^b]: quoted'],
        ['c', '', '[^c]:'],
        ['c', 'again', '[^c]: again'],
      ],
    );
  });
});

describe('an edit', () => {
  const paragraph = 'Words of a draft, with `code` and a note.[^n]\n\n';

  it('replaces the blocks it touches and keeps the others', () => {
    const draft = Draft.of(paragraph.repeat(1000), library);
    const before = draft.blocks;
    const at = paragraph.length * 500 + 5;
    const [applied] = draft.apply([{ start: at, end: at, text: 'x' }]);
    assert.ok(applied && applied.added.length <= 4, `${applied?.added.length}`);
    assert.equal(draft.blocks.length, before.length);
    assert.equal(draft.blocks.filter((block, index) => block !== before[index]).length, applied.added.length);
    assert.equal(draft.blocks.at(-1)?.end, paragraph.length * 1000 + 1);
  });

  it('that opens a fence reaches to the end, and the next inside it does not', () => {
    const draft = Draft.of(paragraph.repeat(1000), library);
    draft.apply([{ start: 0, end: 0, text: '```\n' }]);
    assert.ok(draft.blocks.every(block => block.kind === 'code'));
    const [applied] = draft.apply([{ start: 5000, end: 5000, text: 'x' }]);
    assert.ok(applied && applied.added.length <= 4, `${applied?.added.length}`);
  });

  it('that opens a fence reads no more at once than a step, and the rest in steps', () => {
    const draft = Draft.of(paragraph.repeat(4000), library);
    draft.citations();
    const [applied] = draft.apply([{ start: 0, end: 0, text: '```\n' }]);
    assert.ok(applied && applied.added.length < 500, `${applied?.added.length}`);
    assert.equal(draft.zoneAt(5000), 'code');
    assert.equal(draft.isRead, false);
    let steps = 0;
    for (const _ of draft.reading()) steps++;
    assert.ok(steps > 8, `${steps} steps`);
    assert.ok(draft.blocks.every(block => block.kind === 'code'));
  });

  for (const [what, line] of Object.entries({
    'a paragraph': 'word\n',
    'a quotation': '> word\n',
    'blank lines': '\n',
    HTML: '<b>\n',
    'code that is set in': '    word\n',
  })) {
    it(`in ${what} of many lines is read in steps, too`, () => {
      const text = `First.\n\n${line.repeat(5000)}\nLast.\n`;
      const draft = Draft.of(text, library);
      const opening = [...draft.reading()].length;
      assert.ok(opening >= 4, `${opening} steps`);
      const shape = ({ blocks }: Draft): unknown =>
        blocks.map(block => [block.kind, block.start, block.text, block.prefixes, block.exit.key]);
      const at = 8 + line.length * 2500;
      draft.apply([{ start: at, end: at, text: line }]);
      assert.equal(draft.isRead, false);
      for (const _ of [1, 2]) draft.reading().next();
      draft.apply([{ start: at, end: at + line.length, text: '' }]);
      draft.reading().next();
      assert.deepEqual(shape(draft), shape(Draft.of(text, library)));
    });
  }

  it('far below what opens mathematics may close it', () => {
    const opened = '$$\na\n\nb\n\nc\n\nd\n';
    const draft = Draft.of(opened, library);
    assert.equal(draft.blocks[0]?.end, 5);
    draft.apply([{ start: opened.length, end: opened.length, text: '$$\n' }]);
    assert.deepEqual(
      draft.blocks.map(({ kind }) => kind),
      ['math'],
    );
  });

  it('while definitions are being found leaves none of those found before it', () => {
    const draft = Draft.of('[^a]: x\n\nword\n\n'.repeat(3000), library);
    const finding = draft.findingDefinitions();
    for (const _ of draft.reading()) continue;
    finding.next();
    draft.apply([{ start: 0, end: 0, text: '[^b]: y\n\n' }]);
    while (finding.next().done !== true) continue;
    assert.equal(draft.footnoteDefinitions[0]?.label, 'b');
  });

  it('far below may close mathematics that looks farther since an edit between', () => {
    const opened = '$$\na\n\nb $$ c\n\nd\n\ne\n';
    const draft = Draft.of(opened, library);
    assert.equal(draft.blocks[0]?.end, 5);
    draft.apply([{ start: opened.indexOf(' $$'), end: opened.indexOf(' c'), text: '' }]);
    draft.apply([{ start: draft.length, end: draft.length, text: '$$\n' }]);
    assert.deepEqual(
      draft.blocks.map(({ kind }) => kind),
      ['math'],
    );
  });

  it('far below may close front matter, and open it again', () => {
    const draft = Draft.of('---\n' + paragraph.repeat(20), library);
    draft.apply([{ start: draft.length, end: draft.length, text: '---\n' }]);
    assert.deepEqual(
      draft.blocks.map(block => block.kind),
      ['frontMatter'],
    );
    draft.apply([{ start: draft.length - 2, end: draft.length - 1, text: '' }]);
    assert.equal(draft.blocks[0]?.kind, 'thematicBreak');
  });

  it('outside the text is brought inside it', () => {
    const draft = Draft.of('abc', library);
    draft.apply([
      { start: -5, end: 1, text: 'x' },
      { start: 99, end: 120, text: 'y' },
      { start: 2, end: 1, text: 'z' },
    ]);
    assert.equal(draft.text, 'xbzcy');
  });
});
