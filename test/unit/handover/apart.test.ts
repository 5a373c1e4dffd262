// What pandoc would take for more of the words above stands apart from them in what it is given.
import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { setApart } from '../../../src/domain/handover/apart';

const apart = (text: string): string => setApart(Draft.of(text, library));

describe('a draft set apart for pandoc', () => {
  for (const [what, before, after] of [
    ['a list', 'W\n- a\n- b\n', 'W\n\n- a\n- b\n'],
    ['a numbered list', 'W\r\n1. a\r\n', 'W\r\n\r\n1. a\r\n'],
    ['a list in a quotation', '> W\n> - a\n', '> W\n>\n> - a\n'],
    ['a list below a quotation', '> W\n- a\n', '> W\n\n- a\n'],
    ['a list in a note', '[^1]: W\n    - a\n', '[^1]: W\n\n    - a\n'],
    ['a note', 'W.[^1]\n[^1]: N\n', 'W.[^1]\n\n[^1]: N\n'],
    ['a note below an item', '- a[^1]\n[^1]: N\n', '- a[^1]\n\n[^1]: N\n'],
    ['a table', 'W\na | b\n--|--\n1 | 2\n', 'W\n\na | b\n--|--\n1 | 2\n'],
    ['a thematic break', 'W\n***\nX\n', 'W\n\n***\nX\n'],
    ['a heading below an item', '- a\n  - b\n# H\n', '- a\n  - b\n\n# H\n'],
    ['a heading below code in an item', '- a\n\n  ```\n  b\n  ```\n# H\n', '- a\n\n  ```\n  b\n  ```\n\n# H\n'],
    ['a heading below an item in a quotation', '> - a\n> # H\n', '> - a\n>\n> # H\n'],
    ['a heading below a note', 'W[^1]\n\n[^1]: N\n# H\n', 'W[^1]\n\n[^1]: N\n\n# H\n'],
    ['a quotation below an item', '1. a\n> Q\n', '1. a\n\n> Q\n'],
    ['a quotation that begins with a list, below a note', 'W[^1]\n\n[^1]: N\n> - Q\n', 'W[^1]\n\n[^1]: N\n\n> - Q\n'],
    ['a heading of two lines', '> W\n> M\n> ---\n', '> W M\n> ---\n'],
  ] as const)
    it(`${what} is`, () => assert.equal(apart(before), after));

  for (const [what, text] of [
    ['a list apart', 'W\n\n- a\n- b\n  - c\n\n[^1]: N\n[^2]: M\n'],
    ['a year', 'It was in\n1990. It was so.\n'],
    ['a heading, a fence and a quotation', 'W\n# H\nW\n```\n- a\n```\nW\n> Q\n'],
    ['a heading and a quotation in an item', '- a\n  # H\n- b\n  > Q\n'],
    ['code and comments', '    W\n    - a\n\n<!--\nW\n- a\n-->\n'],
    ['letters right below words', 'W\n(a) a\n'],
  ] as const)
    it(`${what} is left as it is`, () => assert.equal(apart(text), text));

  it('is so once and for all', () => {
    const once = apart('W\n- a\n***\nW\n1. b\n   - c\n[^1]: N\nW\nM\n===\n');
    assert.equal(apart(once), once);
  });
});
