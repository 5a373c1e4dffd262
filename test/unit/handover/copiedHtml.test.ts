import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it-15';
import footnote from 'markdown-it-footnote';
import { copiedHtml, withoutInnerLinks } from '../../../src/domain/handover/copiedHtml';
import { findingsPlugin } from '../../../src/domain/preview/plugin';
import { library } from '../citation/fixture';

const draft =
  'A.[^idm2022-1-d2c4][^x]\n\n[^x]: Theirs, with [a link](https://example.org).\n[^idm2022-1-d2c4]: Ours.\n';

describe('HTML that is copied', () => {
  it('has superscripts and notes, and no arrows back, by whichever plugin they come', () => {
    const own = new MarkdownIt();
    const beside = new MarkdownIt();
    footnote(beside as never);
    for (const md of [own, beside]) {
      const rendered = findingsPlugin(md, library, () => ({ style: 'un', language: 'auto' })).render(draft);
      const html = copiedHtml(rendered);
      assert.ok(rendered.includes('\u21a9') && !html.includes('\u21a9'), html);
      assert.match(html, /<sup(?: class="footnote-ref")?><a href="#[^"]*" id="[^"]*"/u);
      assert.match(html, /Theirs, with <a href="https:\/\/example\.org">a link<\/a>\./u);
      assert.equal(copiedHtml(html), html);
    }
  });

  it('has no findings’ words on hover and none of our classes, and keeps where links and marks lead', () => {
    const rendered = findingsPlugin(new MarkdownIt(), library, () => ({ style: 'un', language: 'auto' })).render(
      `${draft}\nB [@idm2022-1, day 2, conclusion 4], [@idm2022-1, day 9, conclusion 1] and [C](https://example.org "Theirs").\n`,
    );
    assert.match(rendered, / class="idm-findings-citation" title="[^"]+"/u);
    const html = copiedHtml(rendered.replaceAll('<a href="', '<a data-href="x" href="'));
    assert.doesNotMatch(html, /data-href|idm-findings-/u);
    assert.deepEqual(
      [...html.matchAll(/ title="([^"]*)"/gu)].map(([, title]) => title),
      ['Theirs'],
    );
    const led = [...html.matchAll(/ href="#([^"]+)"/gu)].map(([, id]) => html.includes(` id="${id}"`));
    assert.deepEqual(
      led,
      led.map(() => true),
    );
    assert.ok(led.length >= 3, html);
  });

  it('keeps the classes of others, with their words on hover where none is ours', () => {
    assert.equal(
      copiedHtml('<ol class="idm-findings-list-alpha-both code-line"><li class="task-list-item" title="A">a</li></ol>'),
      '<ol class="code-line"><li class="task-list-item" title="A">a</li></ol>',
    );
  });

  it('has no front matter, however the preview shows it', () => {
    for (const shown of [
      '<table class="frontmatter" data-vscode-context=\'{"a":1}\'><tbody><tr><th>idm-findings</th><td><code>style: un</code></td></tr></tbody></table>\n',
      '<pre class="frontmatter hljs" data-vscode-context=\'{}\'><code class="language-yaml">idm-findings:</code></pre>\n',
      '<div class="frontmatter-error" role="alert"><strong>Failed</strong><pre>line 1</pre></div>\n',
    ])
      assert.equal(copiedHtml(`${shown}<p>A</p>`), '<p>A</p>');
    const own = '<p>A</p>\n<table class="frontmatter"><tbody></tbody></table>';
    assert.equal(copiedHtml(own), own);
  });

  it('can do without links to places in it, which a browser makes addresses of the page they are copied from', () => {
    assert.equal(
      withoutInnerLinks('<p>A<sup><a href="#n1" id="r1">1</a></sup> <a href="https://example.org/#b">B</a></p>'),
      '<p>A<sup>1</sup> <a href="https://example.org/#b">B</a></p>',
    );
  });

  it('begins with the title, as text, where it has no heading of the first level', () => {
    assert.equal(
      copiedHtml('<p data-line="0" class="code-line" dir="auto">A</p>', 'B & <i>'),
      '<h1>B &amp; &lt;i&gt;</h1>\n<p>A</p>',
    );
    assert.equal(copiedHtml('<h1 id="a">A</h1>', 'B'), '<h1 id="a">A</h1>');
    assert.equal(copiedHtml('<p>A</p>', ' '), '<p>A</p>');
  });
});
