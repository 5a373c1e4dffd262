// What pandoc reads of a draft and of exported sources, beside what we read.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { cite, definitionText } from '../../src/domain/citation/cite';
import { exportSources } from '../../src/domain/citation/exports';
import { forms } from '../../src/domain/citation/options';
import { library } from '../../src/domain/corpus/bundled';
import { citations } from '../../src/domain/draft/citations';
import { restyle } from '../../src/domain/restyle/restyle';

describe('the detector, beside pandoc', () => {
  /** The keys of a text that pandoc's reader takes for citations of ours, in order. */
  function keys(text: string): string[] {
    const found: string[] = [];
    JSON.parse(
      spawnSync('pandoc', ['--from=markdown', '--to=json'], { input: text, encoding: 'utf8' }).stdout,
      (name, value: unknown) => {
        if (name === 'citationId' && String(value).startsWith('idm')) found.push(String(value));
        return value;
      },
    );
    return found;
  }

  const cite4 = '[@idm2022-1, day 2, conclusion 4]';
  const lines = [
    cite4,
    '@idm2022-1 [day 1, conclusion 1] says',
    '[see @idm2022-1; @other, p. 3; -@idm2022-1]',
    'a @{idm2022-1}, b -@idm2022-1',
    "a (@idm2022-1) “@idm2022-1” '@idm2022-1' {@idm2022-1} *@idm2022-1* ~~@idm2022-1~~ x_@idm2022-1",
    'x @idm2022-1. y @idm2022-1’s z @idm2022-1-d2c4, @idm2022-1_',
    '\\@idm2022-1 \\[@idm2022-1\\]',
    '`@idm2022-1` ``a ` [@idm2022-1]`` `@idm2022-1',
    'x $@idm2022-1$ costs $5 and @idm2022-1 $6',
    'me@idm2022-1 <http://x.org/@idm2022-1> <me@idm2022-1.org>',
    '<b title="@idm2022-1">@idm2022-1</b> <!-- @idm2022-1 --> @idm2022-1',
    '[a @idm2022-1](http://x.org) [a [@idm2022-1] b](u "@idm2022-1") ![c [@idm2022-1]](x.png) [@idm2022-1](x)',
    'a ^[note @idm2022-1] [[@idm2022-1]] [@idm2022-1]{.x} [@idm2022-1 [x] y]',
    '[@idm2022-1,\nday 2] b',
    `# Head ${cite4}`,
    `Head ${cite4}\n===`,
    `> a ${cite4}\n> > b ${cite4}\nlazy @idm2022-1`,
    `- a ${cite4}\n- b\n\n  c @idm2022-1\n\n      code @idm2022-1\n\n1. d @idm2022-1`,
    `| a ${cite4} | b |\n|---|---|\n| c | @idm2022-1 |`,
    `Term\n:   d ${cite4}`,
    `x[^1]\n\n[^1]: a @idm2022-1\nb @idm2022-1\n\n    c ${cite4}\n\nd`,
    `\`\`\`\n${cite4}\n\`\`\``,
    `~~~ {.r}\n\n${cite4}\n~~~\n`,
    `    ${cite4}`,
    `<!-- a\n\n${cite4} -->`,
    `$$\n${cite4}\n$$`,
    `::: note\n${cite4}\n:::`,
    `[r]: http://x.org/@idm2022-1\n\n@idm2022-1`,
    `---\nabstract: text\n---\n\n${cite4}`,
  ];
  for (const text of lines) {
    for (const eol of ['\n', '\r\n']) {
      it(`finds what pandoc finds in ${JSON.stringify(text.replaceAll('\n', eol))}`, () => {
        const given = text.replaceAll('\n', eol);
        const ours = citations(library, given).flatMap(({ form, key = '' }) =>
          form === 'pandoc' || form === 'narrative' ? [key] : [],
        );
        assert.deepEqual(ours, keys(given));
      });
    }
  }
});

describe('the exported bibliography, read by pandoc', () => {
  const endings = { 'csl-json': 'json', biblatex: 'bib' } as const;
  for (const format of ['csl-json', 'biblatex'] as const) {
    it(`resolves citations in HTML (${format})`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'idm-sources-'));
      const file = join(folder, `sources.${endings[format]}`);
      writeFileSync(file, exportSources(library.corpora, format));
      const { stdout, stderr } = spawnSync(
        'pandoc',
        ['--citeproc', `--bibliography=${file}`, '--to=html', '--wrap=none'],
        {
          input: 'A [@idm2022-1, day 2, conclusion 4].\n',
          encoding: 'utf8',
        },
      );
      rmSync(folder, { recursive: true });
      assert.equal(stderr, '');
      assert.match(
        stdout,
        /<p>A <span class="citation" data-cites="idm2022-1">\(International Organization for Migration 2022, day 2, conclusion 4\)<\/span>\.<\/p>/u,
      );
      assert.match(
        stdout.replace(/<\/?span[^>]*>/gu, ''),
        /“International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches: Summary of Conclusions\.”/u,
      );
      assert.match(
        stdout,
        /https:\/\/www\.iom\.int\/global-compact-migration-implementation-practice-successes-challenges-and-innovative-approaches/u,
      );
    });
  }

  it('leaves footnotes as footnotes in HTML', () => {
    const { text } = restyle(library, 'A [@idm2022-1, day 2, conclusion 4]. B [@idm2022-1, day 2, conclusion 4].\n', {
      form: 'footnote',
      style: 'un',
    });
    const { stdout } = spawnSync('pandoc', ['--to=html', '--wrap=none'], { input: text, encoding: 'utf8' });
    const notes = [...stdout.matchAll(/<li id="fn\d"[^>]*><p>(.*?)<a href="#fnref/gu)].map(([, note]) => note);
    assert.deepEqual(notes, [definitionText(library, 'idm2022-1-d2c4'), definitionText(library, 'idm2022-1-d2c4')]);
  });

  it('has one entry for the document, whichever form the draft takes', () => {
    for (const form of forms) {
      const { text } = cite(library, ['idm2022-1-d2c4'], { form });
      assert.ok(!text.includes('@idm2022-1-d'), text);
    }
    assert.equal((JSON.parse(exportSources(library.corpora, 'csl-json')) as unknown[]).length, 1);
  });
});
