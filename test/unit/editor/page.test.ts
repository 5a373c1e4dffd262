import assert from 'node:assert/strict';
import { pageOf } from '../../../src/editor/webview/page';

const page = {
  language: 'en',
  title: 'Check of draft',
  styles: ['https://here/media/view.css'],
  script: 'https://here/dist/view-report.js',
  source: 'https://here',
  nonce: 'n0nce',
};

describe('the page of a view', () => {
  it('loads our styles and runs our one script, and nothing else', () => {
    const html = pageOf(page);
    const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1]?.replaceAll('&#39;', "'");
    assert.equal(
      policy,
      "default-src 'none'; style-src https://here; script-src 'nonce-n0nce'; base-uri 'none'; form-action 'none'",
    );
    assert.equal(html.match(/<script/gu)?.length, 1);
    assert.match(html, /<script nonce="n0nce" src="https:\/\/here\/dist\/view-report\.js"><\/script>/u);
    assert.doesNotMatch(html, /<style|style="|\son\w+=/u);
  });

  it('is a document of one language, with a main part and a place that screen readers listen to', () => {
    const html = pageOf({ ...page, language: 'fr' });
    assert.match(html, /^<!DOCTYPE html>\n<html lang="fr">/u);
    assert.match(html, /<main id="view"><\/main>/u);
    assert.match(html, /id="said"[^>]* aria-live="polite"/u);
  });

  it('shows the name of a file as that name', () => {
    assert.match(
      pageOf({ ...page, title: '</title><script>alert("1")</script>&amp;' }),
      /<title>&#60;\/title&#62;&#60;script&#62;alert\(&#34;1&#34;\)&#60;\/script&#62;&#38;amp;<\/title>/u,
    );
  });
});
