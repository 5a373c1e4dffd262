import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import MarkdownIt14 from 'markdown-it-14';
import MarkdownIt15 from 'markdown-it-15';
import footnote from 'markdown-it-footnote';
import { Draft } from '../../../src/domain/draft/draft';
import { findingsPlugin } from '../../../src/domain/preview/plugin';
import type { PreviewSettings } from '../../../src/domain/preview/run';
import { library } from '../citation/fixture';
import { property } from '../../property';

const source =
  'International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches: Summary of Conclusions';
const defaults: PreviewSettings = { style: 'un', language: 'auto' };
const words = (day: number, number: number): string => `Conclusion ${number} of day ${day}. It has two sentences.`;
const mark = (number: number, title: string): string =>
  `<sup class="idm-findings-note"${title === '' ? '' : ` title="${title}"`}><a href="#idm-note-${number}" id="idm-mark-${number}" role="doc-noteref">${number}</a></sup>`;
const between = '<sup class="idm-findings-between" aria-hidden="true">, </sup>';
const back = (number: number): string =>
  ` <a href="#idm-mark-${number}" class="idm-findings-back" role="doc-backlink" title="Back to the text" aria-label="Back to the text">\u21a9\ufe0e</a>`;
const notes = (...items: string[]): string =>
  `<section class="idm-findings-notes" role="doc-endnotes">\n<hr>\n<ol>\n${items.map((item, at) => `<li id="idm-note-${at + 1}">${item}</li>\n`).join('')}</ol>\n</section>\n`;
const references = `<section class="idm-findings-references" role="doc-bibliography">\n<h2>References</h2>\n<ul>\n<li id="idm-source-idm2022-1">International Organization for Migration (IOM) (2022). <em>${source}</em>. Geneva.</li>\n</ul>\n</section>\n`;
const cited = (title: string, html: string): string =>
  `<span class="idm-findings-citation" title="${title}"><a href="#idm-source-idm2022-1" role="doc-biblioref">${html}</a></span>`;

for (const [major, MarkdownIt] of [
  [14, MarkdownIt14],
  [15, MarkdownIt15],
] as const) {
  const render = (text: string, settings: PreviewSettings = defaults): string =>
    findingsPlugin(new MarkdownIt({ html: true, linkify: true }), library, () => settings).render(text);

  describe(`the preview, markdown-it ${major}: footnotes`, () => {
    it('renders marks, and notes with links back', () => {
      assert.equal(
        render('Data are needed.[^idm2022-1-d2c4]\n\n[^idm2022-1-d2c4]: IOM, *title*, day 2.\n\nAfter.\n'),
        `<p>Data are needed.${mark(1, words(2, 4))}</p>\n<p>After.</p>\n${notes(`<p>IOM, <em>title</em>, day 2.${back(1)}</p>\n`)}`,
      );
    });

    it('numbers each mention anew, other people’s notes among them', () => {
      assert.equal(
        render(
          'A[^idm2022-1-d1c1] b[^x] c[^idm2022-1-d1c1][^idm2022-1-b1].\n\n[^x]: Theirs.\n[^idm2022-1-d1c1]: Ours.\n[^idm2022-1-b1]: Back.',
        ),
        `<p>A${mark(1, words(1, 1))} b${mark(2, '')} c${mark(3, words(1, 1))}${between}${mark(4, 'Paragraph 1.')}.</p>\n` +
          notes(
            `<p>Ours.${back(1)}</p>\n`,
            `<p>Theirs.${back(2)}</p>\n`,
            `<p>Ours.${back(3)}</p>\n`,
            `<p>Back.${back(4)}</p>\n`,
          ),
      );
    });

    it('separates marks that stand side by side, other people’s too, and no others', () => {
      const html = render(
        'A[^x][^idm2022-1-d1c1][^x] b[^idm2022-1-d1c1] [^x].\n\n[^x]: Theirs.\n[^idm2022-1-d1c1]: Ours.',
      );
      assert.equal(
        html.slice(0, html.indexOf('</p>')),
        `<p>A${mark(1, '')}${between}${mark(2, words(1, 1))}${between}${mark(3, '')} b${mark(4, words(1, 1))} ${mark(5, '')}.`,
      );
    });

    it('leaves a draft without marks of ours as it is', () => {
      const text = 'A[^1] [b] @c and a@b.org [x](y) `[@idm2022-1]`.\n\n[^1]: Note.\n';
      assert.equal(render(text), new MarkdownIt({ html: true, linkify: true }).render(text));
    });

    it('renders notes with labels of the drafter’s own that are references to us', () => {
      assert.equal(
        render('A[^3].\n\n[^3]: See IOM, 2022, day 2, fourth conclusion.'),
        `<p>A${mark(1, words(2, 4))}.</p>\n${notes(`<p>See IOM, 2022, day 2, fourth conclusion.${back(1)}</p>\n`)}`,
      );
    });

    it('shows the words of all that a note names, or the title of the document', () => {
      assert.equal(
        render('A[^idm2022-1-d1c1d2c4] b[^idm2022-1].\n\n[^idm2022-1-d1c1d2c4]: Both.\n[^idm2022-1]: All.'),
        `<p>A${mark(1, `${words(1, 1)}\n\n${words(2, 4)}`)} b${mark(2, source)}.</p>\n${notes(`<p>Both.${back(1)}</p>\n`, `<p>All.${back(2)}</p>\n`)}`,
      );
    });

    it('prints a note again for each mention, until that comes to 50,000 characters: then it refers to the first', () => {
      const long = 'word '.repeat(4_000).trim();
      const html = render(`${'A[^idm2022-1-d1c1] '.repeat(5)}\n\n[^idm2022-1-d1c1]: ${long}\n`);
      assert.equal(html.split(long).length - 1, 3);
      assert.ok(
        html.includes(
          `<li id="idm-note-4">See note <a href="#idm-note-1">1</a>${back(4)}</li>\n<li id="idm-note-5">See note <a href="#idm-note-1">1</a>${back(5)}</li>\n`,
        ),
        html.slice(-400),
      );
      assert.ok(render(`${'A[^idm2022-1-d1c1] '.repeat(4_000)}\n\n[^idm2022-1-d1c1]: ${long}\n`).length < 3_000_000);
    });

    it('takes marks in code and comments for no marks', () => {
      const text =
        '`[^idm2022-1-d1c1]` A[^1]\n\n```\n[^idm2022-1-d1c1]\n```\n\n<!-- [^idm2022-1-d1c1] -->\n\n[^1]: Theirs.\n';
      assert.equal(render(text), new MarkdownIt({ html: true, linkify: true }).render(text));
    });

    it('marks a note that is not defined, and an id that names nothing', () => {
      assert.equal(
        render('A[^idm2022-1-d1c1] b[^idm2022-1-d9c9] c[^idm2022-1-d8c8].\n\n[^idm2022-1-d8c8]: Eight.'),
        '<p>A<span class="idm-findings-unknown" title="This note has no definition">[^idm2022-1-d1c1]</span>' +
          ' b<span class="idm-findings-unknown" title="No such finding">[^idm2022-1-d9c9]</span>' +
          ` c${mark(1, 'No such finding').replace('-note"', '-note idm-findings-unknown"')}.</p>\n${notes(`<p>Eight.${back(1)}</p>\n`)}`,
      );
    });

    it('knows the labels of later notes', () => {
      assert.match(
        render('A[^idm2022-1-d2c4-2].\n\n[^idm2022-1-d2c4-2]: ibid, Day 2.'),
        new RegExp(`title="${words(2, 4)}"`, 'u'),
      );
    });

    it('reads definitions that go on, in lists and quotes', () => {
      assert.equal(
        render('> - A[^idm2022-1-d1c1]\n>\n> [^idm2022-1-d1c1]: one\n> two\n>\n>     three\n>\n> rest\n'),
        `<blockquote>\n<ul>\n<li>A${mark(1, words(1, 1))}</li>\n</ul>\n<p>rest</p>\n</blockquote>\n${notes(`<p>one\ntwo</p>\n<p>three${back(1)}</p>\n`)}`,
      );
    });

    it('does not follow a note into itself', () => {
      assert.equal(
        render('A[^idm2022-1-d1c1].\n\n[^idm2022-1-d1c1]: see [^idm2022-1-d1c1].'),
        `<p>A${mark(1, words(1, 1))}.</p>\n${notes(`<p>see [^idm2022-1-d1c1].${back(1)}</p>\n`)}`,
      );
    });

    it('shows escaped brackets and addresses in a note', () => {
      assert.match(
        render('A[^idm2022-1-d1c1].\n\n[^idm2022-1-d1c1]: at \\<<https://www.iom.int/x>\\>, Day 1.'),
        /at &lt;<a href="https:\/\/www\.iom\.int\/x">https:\/\/www\.iom\.int\/x<\/a>&gt;, Day 1\./u,
      );
    });
  });

  describe(`the preview, markdown-it ${major}: beside markdown-it-footnote`, () => {
    for (const ours of ['first', 'last']) {
      it(`joins its notes, each mention anew, loaded ${ours}`, () => {
        const md = new MarkdownIt();
        const add = (): unknown => findingsPlugin(md, library, () => defaults);
        if (ours === 'first') add();
        footnote(md as never);
        if (ours === 'last') add();
        const html = md.render(
          'A[^idm2022-1-d1c1] b[^x] c[^idm2022-1-d1c1] d[^x] e[^idm2022-1-d2c2].\n\n[^x]: Theirs.\n\n[^idm2022-1-d1c1]: Ours.',
        );
        const theirs = (id: number, sub = ''): string =>
          `<sup class="footnote-ref"><a href="#fn${id}" id="fnref${id}${sub}">[${id}${sub}]</a></sup>`;
        const own = (id: number): string =>
          `<span class="idm-findings-note" title="${words(1, 1)}">${theirs(id)}</span>`;
        assert.equal(
          html.slice(0, html.indexOf('<hr')),
          `<p>A${own(1)} b${theirs(2)} c${own(3)} d${theirs(2, ':1')} e<span class="idm-findings-unknown" title="This note has no definition">[^idm2022-1-d2c2]</span>.</p>\n`,
        );
        assert.deepEqual(
          [...html.matchAll(/<li id="(fn\d)" class="footnote-item"><p>(\w+)\./gu)].map(([, id, word]) => [id, word]),
          [
            ['fn1', 'Ours'],
            ['fn2', 'Theirs'],
            ['fn3', 'Ours'],
          ],
        );
        assert.ok(!html.includes('idm-findings-notes'));
      });
    }

    it('refers to a note’s first mention once its repeats come to 50,000 characters', () => {
      const md = new MarkdownIt();
      footnote(md as never);
      findingsPlugin(md, library, () => defaults);
      const long = 'word '.repeat(4_000).trim();
      const html = md.render(`${'A[^idm2022-1-d1c1] '.repeat(5)}\n\n[^idm2022-1-d1c1]: ${long}\n`);
      assert.equal(html.split(long).length - 1, 3);
      assert.ok(html.includes('<a href="#fn1" id="fnref1:2">[1:2]</a>'), html.slice(0, 2000));
    });

    it('prints a short note a thousand times at most: the other plugin copies all notes for each', () => {
      const md = new MarkdownIt();
      footnote(md as never);
      findingsPlugin(md, library, () => defaults);
      const html = md.render(`${'A[^idm2022-1-d1c1] '.repeat(3_000)}\n\n[^idm2022-1-d1c1]: Short.\n`);
      assert.ok(html.split('Short.').length - 1 <= 1_000, `${html.split('Short.').length - 1} times`);
      assert.equal(html.split('idm-findings-note"').length - 1, 3_000);
    });
  });

  describe(`the preview, markdown-it ${major}: pandoc citations`, () => {
    it('renders formatted text and the list of references', () => {
      assert.equal(
        render('Data [@idm2022-1, day 2, conclusions 4 and 6].'),
        `<p>Data ${cited(`${words(2, 4)}\n\n${words(2, 6)}`, '(IOM, 2022, day 2, fourth and sixth conclusions)')}.</p>\n${references}`,
      );
    });

    it('keeps prefixes, suffixes and other people’s keys', () => {
      assert.equal(
        render('X [see @idm2022-1, day 1, conclusion 1, for more; @other, p. 3; -@idm2022-1, day 2, conclusion 4].'),
        `<p>X ${cited(`${words(1, 1)}\n\n${words(2, 4)}`, '(see IOM, 2022, day 1, first conclusion, for more; @other, p. 3; 2022, day 2, fourth conclusion)')}.</p>\n${references}`,
      );
    });

    it('renders the Markdown around a citation, brackets within it too', () => {
      assert.equal(
        render('A [*see* [e.g.] @idm2022-1, day 2,\nconclusion 4 [“so”], **emphasis** added; `x`].'),
        `<p>A ${cited(words(2, 4), '(<em>see</em> [e.g.] IOM, 2022, day 2, fourth conclusion [“so”], <strong>emphasis</strong> added; <code>x</code>)')}.</p>\n${references}`,
      );
    });

    it('renders every key of a bracket once, however they are joined', () => {
      assert.equal(
        render('[@idm2022-1 and @other; {x} @{idm2022-1}, {day 1, conclusion 2}, too and @idm2022-1-d1c1]'),
        `<p>${cited(`${words(1, 2)}\n\n${words(1, 1)}`, '(IOM, 2022 and @other; {x} IOM, 2022, day 1, second conclusion, too and IOM, 2022, day 1, first conclusion)')}</p>\n${references}`,
      );
    });

    it('is no link in a link, nor around one', () => {
      const plain = cited(words(2, 4), '(IOM, 2022, day 2, fourth conclusion)').replace(/<\/?a[^>]*>/gu, '');
      assert.equal(
        render('[a [@idm2022-1, day 2, conclusion 4] b](https://x.org) ![c [@idm2022-1, day 2, conclusion 4]](d.png)'),
        `<p><a href="https://x.org">a ${plain} b</a> <img src="d.png" alt="c (IOM, 2022, day 2, fourth conclusion)"></p>\n${references}`,
      );
      assert.equal(
        render('[see [it](https://x.org) @idm2022-1, day 2, conclusion 4]'),
        `<p>${plain.replace('(IOM', '(see <a href="https://x.org">it</a> IOM')}</p>\n${references}`,
      );
    });

    it('renders what follows a narrative key', () => {
      assert.equal(
        render(
          '@idm2022-1, day 2, conclusion 4, says. -@idm2022-1 [day 2, conclusion 4, *n*; @other, p. 3] @idm2022-1 [p. 3]',
        ),
        `<p>${cited(words(2, 4), 'IOM (2022), day 2, conclusion 4')}, says. ${cited(words(2, 4), '(2022, day 2, fourth conclusion, <em>n</em>; @other, p. 3)')}` +
          ` ${cited('', 'IOM (2022, p. 3)').replace(' title=""', '')}</p>\n${references}`,
      );
    });

    it('renders the narrative form, and the whole document', () => {
      assert.equal(
        render('@idm2022-1 [day 2, conclusion 4] says. See @idm2022-1.'),
        `<p>${cited(words(2, 4), 'IOM (2022, day 2, fourth conclusion)')} says. See ${cited('', 'IOM (2022)').replace(' title=""', '')}.</p>\n${references}`,
      );
    });

    it('takes an id as a key', () => {
      assert.match(render('[@idm2022-1-d2c4s1]'), /\(IOM, 2022, day 2, fourth conclusion\)/u);
    });

    it('marks keys and places that do not exist', () => {
      const unknown = (text: string): string =>
        `<span class="idm-findings-unknown" title="No such finding">${text}</span>`;
      assert.equal(
        render('[@idm2022-1, day 9, conclusion 4] [@idm2022-1-d9c9] @idm2031-2 [see @idm2022-1; @idm2022-7]'),
        `<p>${unknown('[@idm2022-1, day 9, conclusion 4]')} ${unknown('[@idm2022-1-d9c9]')} ${unknown('@idm2031-2 [see @idm2022-1; @idm2022-7]').replace(' [see @idm2022-1; @idm2022-7]</span>', '</span> ')}${unknown('[see @idm2022-1; @idm2022-7]')}</p>\n`,
      );
    });

    it('follows style and language', () => {
      assert.match(
        render('[@idm2022-1, day 2, conclusion 4]', { style: 'chicago-author-date', language: 'en' }),
        />\(International Organization for Migration 2022, day 2, conclusion 4\)</u,
      );
      assert.match(
        render('---\nlang: fr-CH\n---\n\n[@idm2022-1, jour 2, conclusion 4]'),
        />\(OIM, 2022, jour 2, quatrième conclusion\)<[\s\S]*<h2>Références<\/h2>/u,
      );
      assert.match(
        render('[@idm2022-1, day 2, conclusion 4]', { style: 'apa', language: 'es' }),
        /día 2, conclusión 4/u,
      );
      assert.match(render('x\n\n---\nlang: fr\n---\n\n[@idm2022-1, day 2, conclusion 4]'), /<h2>References/u);
    });

    it('shows the finding on hover of an in-text form, whose words stay', () => {
      assert.equal(
        render('Access (IOM, 2022, day 2, fourth conclusion) and (Smith, 2020).'),
        `<p>Access <span class="idm-findings-citation" title="${words(2, 4)}">(IOM, 2022, day 2, fourth conclusion)</span> and (Smith, 2020).</p>\n`,
      );
    });

    it('shows it also over a title in italics and the end of a line', () => {
      const hover = (html: string): string =>
        `<span class="idm-findings-citation" title="${words(2, 4)}">${html}</span>`;
      assert.equal(
        render(
          '**A** (International Organization for Migration, *Global Compact for Migration Implementation in Practice*, Day 2,\nconclusion 4) b (IOM, 2022, day 2, fourth conclusion)',
        ),
        `<p><strong>A</strong> ${hover('(International Organization for Migration, <em>Global Compact for Migration Implementation in Practice</em>, Day 2,\nconclusion 4)')} b ${hover('(IOM, 2022, day 2, fourth conclusion)')}</p>\n`,
      );
      assert.equal(
        render('*A (IOM, 2022, day 2, fourth conclusion)* and (IOM, 2022, day 2, 40th conclusion)'),
        `<p><em>A ${hover('(IOM, 2022, day 2, fourth conclusion)')}</em> and <span class="idm-findings-unknown" title="No such finding">(IOM, 2022, day 2, 40th conclusion)</span></p>\n`,
      );
    });

    it('leaves links, code, addresses and other people’s citations alone', () => {
      for (const text of [
        '[@idm2022-1](https://x.org)',
        '`[@idm2022-1, day 2, conclusion 4]`',
        'me@idm2022-1.org',
        '[@other, p. 2]',
        '@other says',
        '[text @ x]',
        '    [@idm2022-1]',
      ]) {
        assert.equal(render(text), new MarkdownIt({ html: true, linkify: true }).render(text), text);
      }
    });
  });

  describe(`the preview, markdown-it ${major}: lists as pandoc has them`, () => {
    const key = '[@idm2022-1, day 2, conclusion 4]';
    const body = (text: string): string =>
      render(text)
        .replace(/<section[^]*/u, '')
        .replace(/<span class="idm-findings-citation"[^]*?<\/span>/gu, 'CITED');

    it('reads them, items in items and second paragraphs', () => {
      assert.equal(
        body(`1. A\n\n    (a) B\n\n        (i) C ${key}\n\n            D\n\n    (b) E\n`),
        '<ol>\n<li>\n<p>A</p>\n<ol type="a" class="idm-findings-list-lower-alpha-both">\n<li>\n<p>B</p>\n<ol type="i" class="idm-findings-list-lower-roman-both">\n' +
          '<li>\n<p>C CITED</p>\n<p>D</p>\n</li>\n</ol>\n</li>\n<li>\n<p>E</p>\n</li>\n</ol>\n</li>\n</ol>\n',
      );
    });

    it('counts on from where they begin, and begins anew where the marks change', () => {
      assert.equal(
        body(`c) A ${key}\nd) B\n\niv. C\nv. D\n`),
        '<ol type="a" start="3" class="idm-findings-list-lower-alpha-after">\n<li>A CITED</li>\n<li>B</li>\n</ol>\n<ol type="i" start="4">\n<li>C</li>\n<li>D</li>\n</ol>\n',
      );
    });

    it('reads examples with labels', () => {
      assert.equal(
        body(`(@good) A\n\n    B ${key}\n\n(@) C\n`),
        '<ol type="1" class="idm-findings-list-decimal-both">\n<li>\n<p>A</p>\n<p>B CITED</p>\n</li>\n<li>\n<p>C</p>\n</li>\n</ol>\n',
      );
    });

    it('reads terms and definitions, and no code in them', () => {
      assert.equal(
        body(`T\n\n:   A\n\n    B ${key}\n\n    (a) C\n\nU\n~ D\nE\n~ F\n\nG\n`),
        '<dl>\n<dt>T</dt>\n<dd>\n<p>A</p>\n<p>B CITED</p>\n<ol type="a" class="idm-findings-list-lower-alpha-both">\n<li>C</li>\n</ol>\n</dd>\n' +
          '<dt>U</dt>\n<dd>D\nE</dd>\n<dd>F</dd>\n</dl>\n<p>G</p>\n',
      );
      assert.equal(
        body(`> T\n> : A ${key}\n`),
        '<blockquote>\n<dl>\n<dt>T</dt>\n<dd>A CITED</dd>\n</dl>\n</blockquote>\n',
      );
      assert.equal(body(`- # T\n  : A ${key}\n`), '<ul>\n<li>\n<h1>T</h1>\n: A CITED</li>\n</ul>\n');
    });

    it('takes letters right below words for words', () => {
      assert.equal(body(`A ${key}\n(a) B\n`), '<p>A CITED\n(a) B</p>\n');
    });

    it('leaves them as they are in a draft that cites nothing of ours', () => {
      const text = '(a) A\n\n    B\n';
      assert.equal(render(text), new MarkdownIt({ html: true, linkify: true }).render(text));
    });

    it('renders the notes of others beside pandoc citations of ours', () => {
      assert.match(render(`A[^1] ${key}\n\n[^1]: B\n`), /<li id="idm-note-1"><p>B/u);
    });
  });

  describe(`the preview, markdown-it ${major}: hostile input`, () => {
    it('escapes names, titles and words of the draft', () => {
      const html = render(
        '[<i>&"\' @bad2022-1, day 1, conclusion 1 <b>] @{bad2022-1} [^bad2022-1-d1c1]\n\n[^bad2022-1-d1c1]: n',
      );
      assert.ok(html.includes("(&lt;i&gt;&amp;&quot;' O&lt;R&gt;G, 2022, day 1, first conclusion &lt;b&gt;)"), html);
      assert.ok(html.includes('Org &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; (O&lt;R&gt;G) (2022).'), html);
      assert.ok(!/<script|<i>|<b>|href="javascript/u.test(html), html);
    });

    const md = findingsPlugin(new MarkdownIt({ linkify: true }), library, () => ({
      style: 'chicago-notes',
      language: 'auto',
    }));
    const anything = fc
      .array(
        fc.constantFrom(
          '[@idm2022-1',
          ', day 2',
          ', conclusion 4',
          ']',
          '; ',
          '@other',
          'see ',
          '*',
          '**',
          '_',
          '`',
          '\\',
          '[',
          '](x)',
          '(',
          ')',
          '@idm2022-1',
          ' [day 1, conclusion 1]',
          '-',
          '(IOM, 2022, day 2, fourth conclusion)',
          'International Organization for Migration, *IDM 2022 Summary of Conclusions*, Day 2, conclusion 4',
          '\n',
          '\n\n',
          '> ',
          '- ',
          '(a) ',
          '(ii) ',
          '#. ',
          '| a | b |\n|---|---|\n|',
          '[^idm2022-1-d2c4]',
          '[^idm2022-1-d2c4]: ',
          '[^x]',
          '[^x]: ',
          '    ',
          'http://x.org',
          '{',
          '}',
          '!',
          'x',
          '^[',
          '<',
          '&amp;',
          '"',
          'day 9, conclusion 99',
        ),
        { maxLength: 25 },
      )
      .map(parts => parts.join(''));
    property(
      `gives sound HTML, the same each time, whatever it is given, markdown-it ${major}`,
      fc.property(anything, draft => {
        const html = md.render(draft);
        assert.equal(md.render(draft), html);
        const open: string[] = [];
        for (const [, end, tag = ''] of html.matchAll(
          /<(\/?)(a|blockquote|em|li|ol|p|section|span|strong|sup|td|ul)\b[^>]*>/gu,
        )) {
          if (end === '/') assert.equal(open.pop(), tag, html);
          else {
            assert.ok(tag !== 'a' || !open.includes('a'), html);
            open.push(tag);
          }
        }
        assert.deepEqual(open, [], html);
        const ids = [...html.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
        assert.equal(new Set(ids).size, ids.length, html);
      }),
      { runs: 1000 },
    );

    const edited = fc.tuple(anything, anything, anything, fc.nat(), fc.nat());
    let model: Draft | undefined;
    const withModel = findingsPlugin(
      new MarkdownIt({ linkify: true }),
      library,
      () => ({ style: 'chicago-notes', language: 'auto' }),
      () => model,
    );
    property(
      `renders a draft by its model, kept up with an edit, as without it, markdown-it ${major}`,
      fc.property(edited, ([before, put, settings, from, to]) => {
        const text = settings.includes('[') ? `---\nidm-findings:\n  style: iom\n---\n${before}` : before;
        const [start = 0, end = 0] = [from, to].map(at => at % (text.length + 1)).sort((a, b) => a - b);
        model = Draft.of(text, library);
        withModel.render(text);
        model.apply([{ start, end, text: put }]);
        const after = text.slice(0, start) + put + text.slice(end);
        assert.equal(withModel.render(after), md.render(after));
      }),
      { runs: 500 },
    );

    it('takes what it knows of a draft from the model there is', () => {
      const text = 'A [@idm2022-1, day 2, conclusion 4].';
      const inChicago = render(text, { style: 'chicago-author-date', language: 'auto' });
      const inFrontMatter = Draft.of(`---\nidm-findings:\n  style: chicago-author-date\n---\n${text}`, library);
      const asked: string[] = [];
      const it = findingsPlugin(
        new MarkdownIt({ html: true, linkify: true }),
        library,
        () => defaults,
        src => {
          asked.push(src);
          return inFrontMatter;
        },
      );
      assert.notEqual(inChicago, render(text));
      assert.equal(it.render(text), inChicago);
      assert.deepEqual(asked, [text]);
    });

    it('never throws', () => {
      for (const each of [
        '[^',
        '[^]',
        '[^idm2022-1-d1c1',
        '[^idm2022-1-d1c1]:',
        '[@',
        '@',
        '[@idm2022-1',
        '[@idm2022-1;]',
        '@{idm2022-1',
        '[^idm2022-1-d1c1]\n\n[^idm2022-1-d1c1]:',
        '[^__proto__] [^idm2022-1-d1c1]\n\n[^__proto__]: x',
        `${'[@idm2022-1, '.repeat(5_000)}`,
        `${'@idm2022-1 ['.repeat(5_000)}`,
        '[^idm2022-1-d1c1]'.repeat(2_000),
      ]) {
        assert.equal(typeof render(each), 'string');
      }
    });
  });
}
