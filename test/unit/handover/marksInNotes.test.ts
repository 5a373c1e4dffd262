// Marks in notes become notes in place for pandoc, or are named.
import assert from 'node:assert/strict';
import { definitionText } from '../../../src/domain/citation/cite';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { marksInNotes } from '../../../src/domain/handover/marksInNotes';
import { inWord } from '../../../src/domain/handover/writtenOut';

const label = 'idm2022-1-d2c4';
const own = definitionText(library, [label], { style: 'un', language: 'en' });
const made = (text: string) => inWord(Draft.of(text, library), library, { style: 'un', language: 'en' });
const left = (text: string): string[] => made(text).marksLeft.map(({ start, end }) => text.slice(start, end));

describe('marks in notes on their way to Word', () => {
  for (const [what, before, after] of [
    [
      'ours, marked nowhere else',
      `A.[^x]\n\n[^x]: See theirs.[^${label}]\n\n[^${label}]: ${own}\n`,
      `A.[^x]\n\n[^x]: See theirs.^[${own}]\n`,
    ],
    [
      'ours, marked elsewhere too',
      `A.[^x] B.[^${label}]\n\n[^x]: See.[^${label}]\n\n[^${label}]: ${own}\n`,
      `A.[^x] B.[^${label}]\n\n[^x]: See.^[${own}]\n\n[^${label}]: ${own}\n`,
    ],
    [
      "other people's, on several lines",
      'A.[^x]\n\n[^x]: See\n    more.[^y]\n\n[^y]: One\n    *two* [three](u).\n\n    Four.\n',
      'A.[^x]\n\n[^x]: See\n    more.^[One *two* [three](u). Four.]\n',
    ],
    ['in one another', 'A.[^x]\n\n[^x]: B.[^y]\n\n[^y]: C.[^z]\n\n[^z]: D.\n', 'A.[^x]\n\n[^x]: B.^[C.^[D.]]\n'],
    ['in a note in place in a note', 'A.[^x]\n\n[^x]: B.^[C.[^z]]\n\n[^z]: D.\n', 'A.[^x]\n\n[^x]: B.^[C.^[D.]]\n'],
    [
      'of the last definition of two, as pandoc takes it',
      'A.[^x][^z]\n\n[^x]: B.[^z]\n\n[^z]: D.\n\n[^z]: E.\n',
      'A.[^x][^z]\n\n[^x]: B.^[E.]\n\n[^z]: D.\n\n[^z]: E.\n',
    ],
    [
      'in a paragraph of its own',
      'A.[^x]\n\n[^x]: B.\n\n    C.[^z]\n\n[^z]: D.\n',
      'A.[^x]\n\n[^x]: B.\n\n    C.^[D.]\n',
    ],
    ['in a quotation', '> A.[^x]\n>\n> [^x]: B.[^z]\n>\n> [^z]: D\n>     e.\n', '> A.[^x]\n>\n> [^x]: B.^[D e.]\n'],
  ] as const)
    it(`${what}, become notes in place`, () => {
      assert.equal(made(before).text.trimEnd(), after.trimEnd());
      assert.deepEqual(left(before), []);
    });

  for (const [what, text, marks] of [
    ['of a list', 'A.[^x]\n\n[^x]: B.[^z]\n\n[^z]: D:\n\n    - e\n', ['[^z]']],
    ['of a quotation', 'A.[^x]\n\n[^x]: B.[^z]\n\n[^z]: > D\n', ['[^z]']],
    ['of a table', 'A.[^x]\n\n[^x]: B.[^z]\n\n[^z]: D\n\n    a | b\n    --|--\n    1 | 2\n', ['[^z]']],
    ['of code', 'A.[^x]\n\n[^x]: B.[^z]\n\n[^z]: D\n\n    ```\n    e\n    ```\n', ['[^z]']],
    ['of a heading', 'A.[^x]\n\n[^x]: B.[^z]\n\n[^z]: D\n\n    # E\n', ['[^z]']],
    ['in a circle', 'A.[^x]\n\n[^x]: B.[^z]\n\n[^z]: D.[^x]\n', ['[^z]', '[^x]']],
    ['of ours that nothing defines', `A.[^x]\n\n[^x]: B.[^${label}]\n`, [`[^${label}]`]],
    ['with brackets that are not paired', 'A.[^x]\n\n[^x]: B.[^z]\n\n[^z]: `a]` b\n', ['[^z]']],
    [
      'that would be far down',
      `A.[^n0]\n\n${Array.from({ length: 13 }, (_, at) => `[^n${at}]: B.[^n${at + 1}]\n`).join('\n')}\n[^n13]: C\n`,
      ['[^n1]', '[^n2]'],
    ],
  ] as const)
    it(`${what}, stay and are named`, () => assert.deepEqual(left(text).slice(0, marks.length), marks));

  for (const [what, text] of [
    ['code', 'A.[^x]\n\n[^x]: `[^y]` and `a[^y]`.\n\n[^y]: B.\n'],
    ['a pattern', 'A.[^x]\n\n[^x]: Not [^a-z].\n'],
    ['marks in the text and in notes in place', 'A.[^x] B.^[C.[^x]]\n\n[^x]: D.\n'],
  ] as const)
    it(`${what}, are left as they are`, () => {
      assert.equal(made(text).text, text);
      assert.deepEqual(left(text), []);
    });

  it('make no draft of any length', () => {
    const text = `A.[^n0]\n\n${Array.from({ length: 30 }, (_, at) => `[^n${at}]: ${`B.[^n${at + 1}]`.repeat(50)}\n`).join('\n')}\n[^n30]: C\n`;
    const { edits } = marksInNotes(Draft.of(text, library), library);
    assert.ok(edits.every(edit => edit.text.length <= 5003));
  });
});
