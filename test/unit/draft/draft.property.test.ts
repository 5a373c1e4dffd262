import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { library } from '../../../src/domain/corpus/bundled';
import type { Block } from '../../../src/domain/draft/block';
import { Blocks } from '../../../src/domain/draft/blocks';
import { Draft, type Change } from '../../../src/domain/draft/draft';
import { property } from '../../property';

/** Pieces that open, close and interrupt every kind of block, in every line ending. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\r\n\r\n') },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '---\n',
      '---',
      '...\n',
      '```\n',
      '````',
      '~~~\n',
      '```js\n',
      '<!--',
      '-->',
      '<div>\n',
      '</div>',
      '<pre>\n',
      '</pre>',
      '<?x',
      '?>',
      '<![CDATA[',
      ']]>',
      '$$\n',
      '$$',
      'b $$ c\n',
      '> ',
      '>> ',
      '- ',
      '* ',
      '10. ',
      '2) ',
      '1. ',
      '    ',
      '\t',
      '  ',
      '[^a]: ',
      '[^idm2022-1-d2c4]: ',
      '[x]: /url ',
      '# ',
      '===\n',
      '| a | b |\n',
      '|---|---|\n',
      '***\n',
      '\uFEFF',
      '[^a]',
      '@idm2022-1',
      '[@idm2022-1, day 2, conclusion 4]',
      '`',
      '``',
      '$',
      'https://x.org',
      'a@b.org',
      '](x)',
      '\\',
      'lang: fr\n',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'word',
      ' ',
      '(IOM, 2022, day 2, fourth conclusion)',
      'IOM',
      ', 2022',
      ', day 2',
      ', conclusions 4 and 6',
      '; ',
      '[',
      ']',
      '(',
      ')',
      '{',
      '}',
      '[-@idm2022-1',
      'a b c',
      '\uD83D',
      '\uDE00',
      'é',
      'ʼ',
    ),
  },
);
/** Of few kinds of pieces, too, which open, close and interrupt the same over and over. */
const pieces = fc.oneof(
  fc.array(piece, { maxLength: 40 }),
  fc
    .array(piece, { minLength: 2, maxLength: 4 })
    .chain(few => fc.array(fc.constantFrom('a\n', '\n', ...few), { maxLength: 40 })),
);
const markdown = fc.tuple(fc.constantFrom('', '', '---\n'), pieces).map(([begin, rest]) => begin + rest.join(''));

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  text: fc.array(piece, { maxLength: 4 }).map(parts => parts.join('')),
});

function shape({ blocks }: { readonly blocks: readonly Block[] }): unknown {
  return blocks.map(block => [
    block.start,
    block.end,
    block.kind,
    block.text,
    block.quoted,
    block.continues,
    block.label,
    block.prefixes,
    block.entry.key,
    block.exit.key,
    block.zones,
    block.words,
    block.prose,
  ]);
}

describe('Draft under random edits', function () {
  this.timeout(60_000);

  property(
    'a draft is after any edits what it would be read anew',
    fc.property(markdown, fc.array(edit, { minLength: 1, maxLength: 12 }), (before, edits) => {
      const draft = Draft.of(before, library);
      let expected = before;
      for (const { at, length, text: inserted } of edits) {
        const start = Math.floor(at * expected.length);
        const end = Math.min(start + length, expected.length);
        const change: Change = { start, end, text: inserted };
        draft.apply([change]);
        expected = expected.slice(0, start) + inserted + expected.slice(end);
        assert.equal(draft.text, expected);
        const fresh = Draft.of(expected, library);
        assert.deepEqual(shape(draft), shape(fresh));
        assert.deepEqual(draft.citations(), fresh.citations());
        assert.deepEqual(draft.footnoteDefinitions, fresh.footnoteDefinitions);
      }
    }),
    { runs: 1000 },
  );

  property(
    'it is so however little of it has been read between them',
    fc.property(
      markdown,
      fc.array(fc.tuple(edit, fc.nat(4), fc.option(fc.double({ min: 0, max: 1, noNaN: true }))), {
        minLength: 1,
        maxLength: 12,
      }),
      (before, edits) => {
        const told = new Set<Block>();
        const blocks = new Blocks(
          before,
          ({ removed, added }) => {
            for (const block of removed) assert.ok(told.delete(block));
            for (const block of added) told.add(block);
          },
          1,
        );
        let expected = before;
        for (const [{ at, length, text: inserted }, steps, place] of edits) {
          const start = Math.floor(at * expected.length);
          const end = Math.min(start + length, expected.length);
          blocks.apply({ start, end, text: inserted });
          expected = expected.slice(0, start) + inserted + expected.slice(end);
          assert.equal(blocks.text, expected);
          assert.equal(blocks.length, expected.length);
          for (let step = 0; step < steps && !blocks.isRead; step++) blocks.readOn();
          if (place === null) continue;
          const offset = Math.floor(place * expected.length);
          const fresh = Draft.of(expected, library);
          const index = blocks.indexAt(offset);
          assert.equal(index, fresh.indexAt(offset));
          assert.deepEqual(
            shape({ blocks: blocks.slice(0, index + 1) }),
            shape({ blocks: fresh.blocks.slice(0, index + 1) }),
          );
        }
        assert.deepEqual(shape({ blocks: blocks.all }), shape(Draft.of(expected, library)));
        assert.deepEqual(
          [...told].sort((one, other) => one.start - other.start),
          blocks.all,
        );
      },
    ),
    { runs: 1000 },
  );

  property(
    'any text is tiled with blocks, and keeps every zone inside its block, in order',
    fc.property(fc.oneof(markdown, fc.string({ unit: 'binary', maxLength: 200 })), content => {
      const draft = Draft.of(content, library);
      let at = 0;
      for (const block of draft.blocks) {
        assert.equal(block.start, at);
        assert.ok(block.text.length > 0);
        assert.equal(block.words.length, block.text.length);
        assert.equal(block.prose.length, block.text.length);
        let last = 0;
        for (const zone of block.zones) {
          assert.ok(
            zone.start >= last && zone.end >= zone.start && zone.end <= block.text.length,
            JSON.stringify(zone),
          );
          last = zone.end;
        }
        at = block.end;
      }
      assert.equal(at, content.length);
      for (const { start, end, group } of draft.citations()) {
        assert.ok(start >= 0 && start < end && end <= content.length);
        assert.ok(!group || (group.start <= start && end <= group.end));
      }
      for (let offset = 0; offset <= content.length; offset++) draft.zoneAt(offset);
    }),
    { runs: 500 },
  );
});
