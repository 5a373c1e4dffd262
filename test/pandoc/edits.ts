// Random edits of the drafts in test/fixtures.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

/** The drafts. */
export const drafts = readdirSync('test/fixtures/drafts')
  .filter(name => name.endsWith('.md') && name !== 'README.md')
  .map(name => readFileSync(`test/fixtures/drafts/${name}`, 'utf8'));

/** What a draft gets besides words: notes, lists, cells, headings, images, links. */
const added = [
  'word',
  '*stress*',
  'x[^idm2022-1-d2c4]',
  '^[A note of *mine*.]',
  '\n\nA paragraph more.\n\n',
  '\n\n# A heading\n\n',
  '\n\n1. one\n2. two\n\n',
  '\n\n- point\n\n',
  '\n\n| a | b |\n|---|---|\n| c | d |\n\n',
  '[link](https://example.org/)',
  '![i](data:image/png;base64,iVBORw0KGgo=)',
  '$a^2$',
  '\n\n> quoted\n\n',
  '\n',
  '“said”',
  ' ',
];
type Edit = readonly [at: number, removed: number, put: string];
/** One edit, anywhere as likely as elsewhere: where, as a part of the draft's length, how much goes, and what comes. */
export const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.noBias(fc.nat(999_999)).map(at => at / 1_000_000),
  fc.oneof(fc.nat(8), fc.nat(60)),
  fc.oneof(fc.constant(''), fc.constantFrom(...added)),
);

/** A draft after edits, one after the other. Its front matter stays: YAML that is none is no draft for pandoc. */
export function edited(draft: string, edits: readonly Edit[]): string {
  const [head = ''] = /^---\r?\n[^]*?\n(?:---|\.\.\.)\r?\n/u.exec(draft) ?? [];
  return (
    head +
    edits.reduce((made, [at, removed, put]) => {
      const start = Math.floor(at * made.length);
      return made.slice(0, start) + put + made.slice(start + removed);
    }, draft.slice(head.length))
  );
}
