import assert from 'node:assert/strict';
import MarkdownIt14 from 'markdown-it-14';
import MarkdownIt15 from 'markdown-it-15';
import { escapeMarkdown, paragraph, tableCell } from '../../../src/editor/markdown';
import { iconless, unlinked } from '../../../src/editor/plain';
import payloads from '../../hostile/payloads.json';

/** A text's words as they read when what must not be in them is a blank, or gone. */
const words = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();
/** What HTML shows. */
const shown = (html: string): string =>
  html
    .replace(/<[^>]*>/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&')
    .trim();

describe('a paragraph that is read as it stands', () => {
  it('has no sign but where there would be markup', () => {
    assert.equal(
      paragraph('Migrants (COP27), States; “all” of them: it’s high-level.'),
      'Migrants (COP27), States; “all” of them: it’s high-level.',
    );
    assert.deepEqual(
      ['1. One', '2) Two', '- Three', '+ Four', '# Five', '> Six', '=== Seven', '*Eight*'].map(paragraph),
      ['1\\. One', '2\\) Two', '\\- Three', '\\+ Four', '\\# Five', '\\> Six', '\\=== Seven', '\\*Eight\\*'],
    );
  });
});

describe('text that is not ours', () => {
  it('comes in at least fifty hostile kinds', () => {
    assert.ok(new Set(payloads).size >= 50);
  });

  for (const payload of payloads) {
    it(`stays text: ${JSON.stringify(payload)}`, () => {
      // In a notification, between words of ours that could complete a link, and twice in a row.
      for (const message of [payload, `Not used: [${payload}](command:x)`, `(${payload}${payload})`]) {
        const told = unlinked(message);
        assert.doesNotMatch(told, /\]\(|[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
        assert.equal(
          told.trim().replaceAll('] (', ']('),
          words(message).replaceAll('] (', ']('),
          'its words are all there',
        );
      }
      // In a list: every icon's dollar sign follows a backslash that is not shown.
      assert.equal(iconless(payload).replace(/\\\$(\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\))/gu, '$$$1'), payload);
      for (const [icon] of iconless(payload).matchAll(/.?\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/gu))
        assert.ok(icon.startsWith('\\'), icon);
      // In Markdown: a hover, and a cell and a heading of the report.
      for (const MarkdownIt of [MarkdownIt14, MarkdownIt15]) {
        const md = new MarkdownIt({ html: true, linkify: true });
        // As VS Code's preview has it: what has no scheme is no address.
        md.linkify.set({ fuzzyLink: false });
        for (const text of [escapeMarkdown(payload), tableCell(payload), paragraph(payload)]) {
          assert.equal(shown(md.renderInline(text)), words(payload));
          assert.doesNotMatch(md.renderInline(text), /<(?!br)/u, text);
        }
        const html = md.render(
          `# ${tableCell(payload)}\n\n| a | b |\n| --- | --- |\n| ${tableCell(payload)} | ${tableCell(payload)} |\n`,
        );
        assert.doesNotMatch(html.replace(/<\/?(?:h1|table|thead|tbody|tr|th|td)>/gu, ''), /</u, html);
        assert.equal(html.match(/<td>/gu)?.length, 2, 'a cell stays one');
        const alone = md
          .render(`**Before**\n\n${paragraph(payload)}\n`)
          .replace(/^<p><strong>Before<\/strong><\/p>\n/u, '');
        assert.equal(shown(alone), words(payload));
        assert.match(alone, /^(?:<p>[^<]*<\/p>\n)?$/u, 'a paragraph stays one');
      }
      // The report is read in an editor, too, which makes links of these anywhere in a line.
      assert.doesNotMatch(tableCell(payload), /(?:https?|file):\/|\/\/|[\n\r]/iu);
    });
  }
});
