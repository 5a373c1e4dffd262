import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { applied, joined, type Edit } from '../../../src/domain/text/edits';
import { addedDefinitions } from '../../../src/domain/markdown/footnotes';

const notes = [
  { label: 'a', text: 'Ours.' },
  { label: 'b', text: 'Too.' },
];

/** A draft with `[^a]` and `[^b]` defined, and other edits of the same step made. */
function defined(text: string, beside: readonly Edit[] = []): string {
  const draft = Draft.of(text, library);
  return applied(text, joined([...beside, ...addedDefinitions(draft, notes, { eol: draft.eol, beside })]));
}

const ours = '[^a]: Ours.\n[^b]: Too.';

describe('adding footnote definitions', () => {
  const cases: [name: string, before: string, after: string][] = [
    ['to an empty draft', '', ours],
    ['at the end, a blank line between', 'Text.\n', `Text.\n\n${ours}\n`],
    ['without a final line break where the draft has none', 'Text.', `Text.\n\n${ours}`],
    ['after blank lines that are there', 'Text.\n\n', `Text.\n\n${ours}\n`],
    ['after a last line of blanks only', 'Text.\n     ', `Text.\n     \n${ours}`],
    ['after a long line', `${'Text '.repeat(1_000)}\n`, `${'Text '.repeat(1_000)}\n\n${ours}\n`],
    ['after long blanks behind words', `Text.${' '.repeat(5_000)}`, `Text.${' '.repeat(5_000)}\n\n${ours}`],
    ['after a long line of blanks', `Text.\n${' '.repeat(5_000)}`, `Text.\n${' '.repeat(5_000)}\n${ours}`],
    ['after a list', '- One\n  - Two\n', `- One\n  - Two\n\n${ours}\n`],
    ['after front matter', '---\nlang: en\n---', `---\nlang: en\n---\n\n${ours}`],
    ['below a plain last definition', 'T.[^1]\n\n[^1]: X.\n', `T.[^1]\n\n[^1]: X.\n${ours}\n`],
    [
      'below it in the middle of a draft',
      'T.[^1]\n\n[^1]: X\ny.\n\nText.\n',
      `T.[^1]\n\n[^1]: X\ny.\n${ours}\n\nText.\n`,
    ],
    ['at the end where something follows the last definition closely', '[^1]: X.\n# H\n', `[^1]: X.\n# H\n\n${ours}\n`],
    [
      'apart from a note of several paragraphs',
      '[^1]: X.\n\n    Y.\n\nText.\n',
      `[^1]: X.\n\n    Y.\n\n${ours}\n\nText.\n`,
    ],
    ['apart from a note that ends in a list', '[^1]: X:\n    - Y\n', `[^1]: X:\n    - Y\n\n${ours}\n`],
    ['apart from a note that is a quotation', '[^1]: > X.\n', `[^1]: > X.\n\n${ours}\n`],
    ['apart from a note that ends in code', '[^1]: X.\n\n        code\n', `[^1]: X.\n\n        code\n\n${ours}\n`],
    [
      'not behind a note without words, whose words pandoc takes from below',
      '[^1]:\n\nText\n',
      `[^1]:\n\nText\n\n${ours}\n`,
    ],
    ['not into a quotation', '> A.\n>\n> [^1]: X.\n>\n> B.\n', `> A.\n>\n> [^1]: X.\n>\n> B.\n\n${ours}\n`],
    [
      'not into a list item',
      '- A.\n\n    [^1]: X.\n\n    More.\n- B.\n',
      `- A.\n\n    [^1]: X.\n\n    More.\n- B.\n\n${ours}\n`,
    ],
    ['not into a table', '| a |\n|---|\n| b |', `| a |\n|---|\n| b |\n\n${ours}`],
    ['before an open fence', 'Text.\n```\ncode\n\ncode\n', `Text.\n\n${ours}\n\n\`\`\`\ncode\n\ncode\n`],
    ['before an open comment', 'Text.\n\n<!-- not\n\nclosed\n', `Text.\n\n${ours}\n\n<!-- not\n\nclosed\n`],
    ['before open HTML', 'Text.\n\n<script>\nlet a;\n', `Text.\n\n${ours}\n\n<script>\nlet a;\n`],
    ['before open mathematics', 'Text.\n\n$$\nx\n', `Text.\n\n${ours}\n\n$$\nx\n`],
    [
      'before the paragraph in which open mathematics begin',
      'One.\n\nText.\n$$\nx\n',
      `One.\n\n${ours}\n\nText.\n$$\nx\n`,
    ],
    ['apart from a definition right below a quotation', '> Q.\n[^1]: X.\n', `> Q.\n[^1]: X.\n\n${ours}\n`],
    [
      'apart from definitions right below a table',
      '| a |\n|---|\n[^1]: X.\n[^2]: Y.\n\nText.\n',
      `| a |\n|---|\n[^1]: X.\n[^2]: Y.\n\n${ours}\n\nText.\n`,
    ],
    ['before a draft that is open from its beginning', '```\ncode', `${ours}\n\n\`\`\`\ncode`],
    ['after code that a quotation closes', '> ```\n> code\n', `> \`\`\`\n> code\n\n${ours}\n`],
    ['below a definition, with an open fence after it', '[^1]: X.\n\n```\ncode', `[^1]: X.\n${ours}\n\n\`\`\`\ncode`],
    ['with the line breaks of the draft', 'Text.\r\n', `Text.\r\n\r\n${ours.replace('\n', '\r\n')}\r\n`],
  ];
  for (const [name, before, after] of cases) {
    it(name, () => {
      assert.equal(defined(before), after);
      const draft = Draft.of(after, library);
      assert.deepEqual(
        draft.footnoteDefinitions.filter(({ label }) => !/^\d$/u.test(label)).map(({ label, text }) => [label, text]),
        [
          ['a', 'Ours.'],
          ['b', 'Too.'],
        ],
      );
    });
  }

  it('reads of a long line no more than tells that it has words: many notes may lack theirs there', () => {
    const draft = Draft.of('So it was. '.repeat(20_000), library);
    const slice = draft.slice.bind(draft);
    let read = 0;
    Object.defineProperties(draft, {
      slice: { value: (from: number, to: number) => ((read += to - from), slice(from, to)) },
      lineAt: { value: () => assert.fail('the whole line is read') },
    });
    addedDefinitions(draft, notes, { eol: '\n' });
    assert.ok(read < 10_000, `${read}`);
  });

  it('adds them behind what the same step writes at their place', () => {
    assert.equal(defined('', [{ start: 0, end: 0, text: '[^a]' }]), `[^a]\n\n${ours}`);
    assert.equal(defined('A.\n', [{ start: 3, end: 3, text: 'B.' }]), `A.\nB.\n\n${ours}\n`);
    assert.equal(defined('A.\n\n', [{ start: 4, end: 4, text: 'B.' }]), `A.\n\nB.\n\n${ours}\n`);
    assert.equal(defined('A @x', [{ start: 1, end: 4, text: '[^a]' }]), `A[^a]\n\n${ours}`);
    assert.equal(
      defined('[^1]: See @x\n\nB.', [{ start: 10, end: 12, text: 'ours' }]),
      `[^1]: See ours\n${ours}\n\nB.`,
    );
  });
});
