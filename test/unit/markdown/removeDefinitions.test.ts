import { strict as assert } from 'node:assert';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { applied } from '../../../src/domain/text/edits';
import { removed } from '../../../src/domain/markdown/removeDefinitions';

/** A text without its notes called x. */
const without = (text: string): string =>
  applied(
    text,
    removed(
      text,
      Draft.of(text, library).footnoteDefinitions.filter(({ label }) => label === 'x'),
    ),
  );

describe('a note taken out', () => {
  const rows: [string, string, string][] = [
    ['keeps paragraphs apart', 'One\n[^x]: n\n\nTwo\n', 'One\n\nTwo\n'],
    ['goes with the blank line beside it', 'One\n\n[^x]: n\n\nTwo\n', 'One\n\nTwo\n'],
    ['goes from among others', '[^a]: 1\n[^x]: n\n[^b]: 2\n', '[^a]: 1\n[^b]: 2\n'],
    ['goes from the end with the blank line before it', 'One\n\n[^x]: n\n', 'One\n'],
    ['makes no heading of the words before a rule', 'One\n[^x]: n\n---\n', 'One\n\n---\n'],
    ['makes no heading in a quotation', '> One\n> [^x]: n\n> ---\n', '> One\n>\n> ---\n'],
    ['makes no front matter at the beginning', '[^x]: n\n---\na: b\n---\n', '\n---\na: b\n---\n'],
    ['makes no front matter over a blank line', '[^x]: n\n\n---\na: b\n---\n', '\n\n---\na: b\n---\n'],
    ['leaves the mark of its list item', '- [^x]: n\n- Two\n', '- \n- Two\n'],
    ['keeps CRLF', 'One\r\n\r\n[^x]: n\r\n\r\nTwo\r\n', 'One\r\n\r\nTwo\r\n'],
  ];
  for (const [what, text, expected] of rows) it(what, () => assert.equal(without(text), expected));
});
