import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { planSourceList } from '../../../src/domain/handover/sourceList';
import { planInsertion } from '../../../src/domain/insert/plan';
import { planRestyle } from '../../../src/domain/restyle/restyle';
import { applied, type Edit } from '../../../src/domain/text/edits';
import { fixedAll } from '../check/fixedAll';

/** What a draft's end may leave open: whatever came behind it would be code, a comment, HTML or a formula. */
const opened = [
  '```\ncode\n',
  '~~~\ncode',
  '<pre>\nx\n\ny',
  '<!--\nx\n\ny\n',
  '<script>\nx',
  '<![CDATA[\nx',
  '<?php\nx\n\ny',
  '$$\na\n',
];

const edited = (text: string, plan: (draft: Draft) => readonly Edit[]): string =>
  applied(text, plan(Draft.of(text, library)));
const mark = 'So it is.[^idm2022-1-d2c4]\n\n';
const key = 'So it is [@idm2022-1, day 2, conclusion 4].\n\n';

/** Everything that writes something below the text, with a draft that it has something to write to. */
const writers: Readonly<Record<string, readonly [draft: string, write: (text: string) => string]>> = {
  'fix all': [mark, fixedAll],
  'an insertion': [
    key,
    text =>
      edited(
        text,
        draft =>
          planInsertion(draft, library, [{ start: 5, end: 5 }], {
            ids: ['idm2022-1-d1c1'],
            kind: 'citation',
            form: 'footnote',
            style: 'un',
            language: 'en',
          }).edits,
      ),
  ],
  'a restyle': [
    key,
    text => edited(text, draft => planRestyle(draft, library, { form: 'footnote', style: 'un' }).edits),
  ],
  'a list of sources': [
    key,
    text =>
      edited(text, draft => {
        const { edit } = planSourceList(draft, library, { style: 'un', language: 'en', eol: '\n' });
        return edit ? [edit] : [];
      }),
  ],
};

describe('what a draft’s end leaves open', () => {
  for (const [name, [text, write]] of Object.entries(writers)) {
    for (const open of opened) {
      it(`takes nothing of ${name}: ${JSON.stringify(open)}`, () => {
        const once = write(text + open);
        assert.notEqual(once, text + open);
        assert.ok(once.endsWith(`\n\n${open}`), once);
        const { blocks, footnoteDefinitions } = Draft.of(once, library);
        assert.equal(
          blocks.filter(block => /idm-findings-sources|^\[\^/u.test(block.text) && block.entry.opaque !== undefined)
            .length,
          0,
        );
        assert.equal(footnoteDefinitions.length, once.split('\n[^').length - 1);
        if (name !== 'an insertion') assert.equal(write(once), once);
      });
    }
  }

  // What a quotation, an item or a note leaves open ends with it, in CommonMark and in pandoc.
  for (const open of [
    '- item\n\n  ```\n  code\n',
    '1. ```\n   code',
    '> ```\n> code\n',
    '- <!-- x\n',
    '- $$\n  a\n',
    '[^own]: x\n\n    ```\n    code\n',
  ])
    it(`is nothing that goes on where it stands in something else: ${JSON.stringify(open)}`, () => {
      for (const [name, [text, write]] of Object.entries(writers)) {
        const once = write(text + open);
        assert.ok(once.startsWith(text.slice(0, 5)) && once.includes(open.trimEnd()), name);
        const { footnoteDefinitions } = Draft.of(once, library);
        assert.equal(footnoteDefinitions.length, once.match(/^\[\^/gmu)?.length ?? 0, name);
      }
    });

  it('is named by its own place where no list can stand before it', () => {
    const text = 'So it is [@idm2022-1, day 2, conclusion 4].\n$$\na\n';
    const { refused } = planSourceList(Draft.of(text, library), library, { style: 'un', language: 'en', eol: '\n' });
    assert.deepEqual(refused, { why: 'open', start: text.indexOf('$$'), end: text.length });
  });
});
