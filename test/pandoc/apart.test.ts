// What stands right below words reaches pandoc as what it is in the preview.
import assert from 'node:assert/strict';
import { library } from '../../src/domain/corpus/bundled';
import { Draft } from '../../src/domain/draft/draft';
import { setApart } from '../../src/domain/handover/apart';
import { read } from './read';

describe('a draft set apart, read by pandoc', () => {
  const cases = [
    ['W\n- a\n', '<BulletList>'],
    ['W\n1. a\n', '<OrderedList>'],
    ['> W\n> - a\n', '<BlockQuote><Para>W</><BulletList>'],
    ['W.[^1]\n[^1]: N\n', '<Note>'],
    ['W\na | b\n--|--\n1 | 2\n', '<Table>'],
    ['W\n***\nX\n', '<HorizontalRule>'],
    ['W\nM\n---\n', '<Header>WM'],
    ['W.[^1]\n\n[^1]: N\n    - a\n', '<BulletList>'],
    ['T\n: W\n    - a\n', '<DefinitionList>T<Para>W</><BulletList>'],
    ['T\n: W\n: X\n', '<DefinitionList>T<Para>W</><Para>X</>'],
    ['- a\n# H\n', '<Para>a</></><Header>H'],
    ['W[^1]\n\n[^1]: N\n# H\n', '<Para>N</></></><Header>H'],
    ['- a\n> Q\n', '<Para>a</></><BlockQuote>'],
    ['W[^1]\n\n[^1]: N\n> - Q\n', '<Para>N</></></><BlockQuote>'],
  ] as const;
  it('has lists, notes, tables, breaks and headings where the preview has them', () => {
    const found = read(cases.map(([text]) => setApart(Draft.of(text, library))));
    for (const [index, [text, part]] of cases.entries())
      assert.ok(found[index]?.includes(part), `${JSON.stringify(text)}: ${found[index]}`);
  });
});
