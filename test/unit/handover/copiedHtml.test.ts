import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it-15';
import footnote from 'markdown-it-footnote';
import { copiedHtml } from '../../../src/domain/handover/copiedHtml';
import { findingsPlugin } from '../../../src/domain/preview/plugin';
import { library } from '../citation/fixture';

const draft = 'A.[^idm2022-1-d2c4][^x]\n\n[^x]: Theirs, with [a link](https://example.org).\n[^idm2022-1-d2c4]: Ours.\n';

describe('HTML that is copied', () => {
  it('has superscripts and notes, and no arrows back, by whichever plugin they come', () => {
    const own = new MarkdownIt();
    const beside = new MarkdownIt();
    footnote(beside as never);
    for (const md of [own, beside]) {
      const rendered = findingsPlugin(md, library, () => ({ style: 'un', language: 'auto' })).render(draft);
      const html = copiedHtml(rendered);
      assert.ok(rendered.includes('\u21a9') && !html.includes('\u21a9'), html);
      assert.match(html, /<sup class="[^"]*"[^>]*><a href="#[^"]*" id="[^"]*"/u);
      assert.match(html, /Theirs, with <a href="https:\/\/example\.org">a link<\/a>\./u);
      assert.equal(copiedHtml(html), html);
    }
  });

  it('begins with the title, as text, where it has no heading of the first level', () => {
    assert.equal(copiedHtml('<p data-line="0" class="code-line" dir="auto">A</p>', 'B & <i>'), '<h1>B &amp; &lt;i&gt;</h1>\n<p>A</p>');
    assert.equal(copiedHtml('<h1 id="a">A</h1>', 'B'), '<h1 id="a">A</h1>');
    assert.equal(copiedHtml('<p>A</p>', ' '), '<p>A</p>');
  });
});
