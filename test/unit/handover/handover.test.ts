import assert from 'node:assert/strict';
import { cite, definitionText } from '../../../src/domain/citation/cite';
import { languages } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { copyOfFindings, plainDraft, standalone } from '../../../src/domain/handover/copy';
import { isRemote, selfContained, takenIn, withSources } from '../../../src/domain/handover/pandocDocument';
import { isTooDeep } from '../../../src/domain/handover/pandocJson';
import { hasSourceList, planSourceList } from '../../../src/domain/handover/sourceList';

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function changed(text: string, edit: Replacement | undefined): string {
  return edit === undefined ? text : text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

const entry =
  'International Organization for Migration (IOM) (2022). *International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches: Summary of Conclusions*. Geneva.';
const block = `<!-- idm-findings-sources -->\n- ${entry}\n<!-- /idm-findings-sources -->`;

describe('the list of sources in a draft', () => {
  const plan = (text: string, style: 'un' | 'oscola' = 'un', eol = '\n', language: 'en' | 'fr' | 'es' = 'en') => {
    const planned = planSourceList(Draft.of(text, library), library, { style, language, eol });
    return { ...planned, text: changed(text, planned.edit) };
  };
  const cited = 'A [@idm2022-1, day 2, conclusion 4].';
  const list = `## Sources\n\n${block}`;
  const note = '[^1]: Theirs.\n\n    More.';

  for (const [where, before] of [
    ['behind words', 'Words.\n\nMine '],
    ['behind a mark of a note', '[^1]'],
    ['behind a blank', ' '],
    ['in a quotation', '> '],
    ['below a list item that leaves code open', '- ~~~\n\n'],
  ]) {
    it(`is found again ${where}`, () => {
      const once = plan(`${cited}\n\n${before}<!-- idm-findings-sources --><!-- /idm-findings-sources -->\n`);
      assert.ok(once.edit);
      assert.deepEqual([plan(once.text).edit, plan(once.text).refused], [undefined, undefined], once.text);
    });
  }

  /** What it is about, the draft, and the draft with its list. */
  const places: [string, string, string][] = [
    ['the end', `${cited}\n`, `${cited}\n\n${list}\n`],
    ['an end without a line break', cited, `${cited}\n\n${list}\n`],
    ['blank lines at the end', `${cited}\n\n\n`, `${cited}\n\n${list}\n\n\n`],
    ['the notes', `${cited}[^1]\n\n${note}\n`, `${cited}[^1]\n\n${list}\n\n${note}\n`],
    [
      'notes and what stands between them',
      `${cited}[^1]\n\n${note}\n\n[a]: u\n\n[^2]: x\n`,
      `${cited}[^1]\n\n${list}\n\n${note}\n\n[a]: u\n\n[^2]: x\n`,
    ],
    ['notes right below a paragraph', `${cited}[^1]\n[^1]: x`, `${cited}[^1]\n\n${list}\n\n[^1]: x`],
    [
      'the heading of the notes',
      `# T\n\n## A\n\n${cited}[^1]\n\n## Notes\n\n${note}\n`,
      `# T\n\n## A\n\n${cited}[^1]\n\n${list}\n\n## Notes\n\n${note}\n`,
    ],
    ['not notes in the middle', `${cited}[^1]\n\n${note}\n\nB.\n`, `${cited}[^1]\n\n${note}\n\nB.\n\n${list}\n`],
    [
      'a quotation, list and table',
      `${cited}\n\n> a\n\n- b\n\n| c |\n|---|\n| d |\n`,
      `${cited}\n\n> a\n\n- b\n\n| c |\n|---|\n| d |\n\n${list}\n`,
    ],
    [
      'sections of the first level',
      `# A\n\n${cited}\n\n# B\n\nb\n`,
      `# A\n\n${cited}\n\n# B\n\nb\n\n${list.slice(1)}\n`,
    ],
    [
      'sections of the third level below a title',
      `# T\n\n### A\n\n${cited}\n`,
      `# T\n\n### A\n\n${cited}\n\n#${list}\n`,
    ],
    [
      'a title in the front matter',
      `---\ntitle: T\n---\n\n${cited}\n`,
      `---\ntitle: T\n---\n\n${cited}\n\n${list.slice(1)}\n`,
    ],
    [
      'a title in the front matter and above the draft',
      `---\ntitle: T\n---\n\n<!-- Try it. -->\n\n# Title\n\n${cited}\n`,
      `---\ntitle: T\n---\n\n<!-- Try it. -->\n\n# Title\n\n${cited}\n\n${list}\n`,
    ],
    [
      'a title twice and sections of the third level',
      `---\ntitle: T\n---\n\nT\n===\n\n### A\n\n${cited}\n`,
      `---\ntitle: T\n---\n\nT\n===\n\n### A\n\n${cited}\n\n#${list}\n`,
    ],
    [
      'a title in the front matter and one section',
      `---\ntitle: T\n---\n\nAbstract.\n\n# A\n\n## B\n\n${cited}\n`,
      `---\ntitle: T\n---\n\nAbstract.\n\n# A\n\n## B\n\n${cited}\n\n${list.slice(1)}\n`,
    ],
    ['a heading that is there', `${cited}\n\n# References\n`, `${cited}\n\n# References\n\n${block}\n`],
    [
      'a heading with sources',
      `${cited}\n\nBibliography\n---\n\n- Smith.\n\n### Of others\n\n- Lee.\n\n## After\n`,
      `${cited}\n\nBibliography\n---\n\n- Smith.\n\n### Of others\n\n- Lee.\n\n${block}\n\n## After\n`,
    ],
    [
      'a heading with sources before notes',
      `${cited}\n\n## V. Sources {#s} ##\n\n[^1]: x\n`,
      `${cited}\n\n## V. Sources {#s} ##\n\n${block}\n\n[^1]: x\n`,
    ],
    [
      'a heading of another language',
      `${cited}\n\n## **Bibliografía**:\n\n::: {#refs}\n:::\n`,
      `${cited}\n\n## **Bibliografía**:\n\n::: {#refs}\n:::\n\n${block}\n`,
    ],
    ['a quotation with an empty line at its end', `${cited}\n\n> a\n>`, `${cited}\n\n> a\n>\n\n${list}\n`],
    ['a definition just begun', `${cited}\n\nTerm\n\n: `, `${cited}\n\nTerm\n\n: \n\n${list}\n`],
    ['a heading in a quotation', `${cited}\n\n> # Sources\n>\n> a\n`, `${cited}\n\n> # Sources\n>\n> a\n\n${list}\n`],
  ];
  for (const [what, draft, wanted] of places) {
    it(`has its place: ${what}`, () => {
      for (const eol of ['\n', '\r\n']) {
        const { text } = plan(draft.replaceAll('\n', eol), 'un', eol);
        assert.equal(text, wanted.replaceAll('\n', eol));
        assert.equal(plan(text, 'un', eol).edit, undefined, 'a second time nothing changes');
      }
    });
  }

  it('has a heading in the draft’s language', () => {
    assert.match(plan(cited, 'un', '\n', 'es').text, /\n\n## Fuentes\n\n<!-- /u);
    assert.match(plan(cited, 'un', '\n', 'fr').text, /\n\n## Sources\n\n<!-- /u);
  });

  it('is not found in code', () => {
    const shown = `\`\`\`\n${block}\n\`\`\`\n\n${cited}`;
    assert.equal(plan(shown).text, `${shown}\n\n${list}\n`);
    assert.ok(!hasSourceList(Draft.of(shown, library), library));
  });

  it('is brought up to date where it is, and stays when it says the right thing', () => {
    const { text } = plan(`${cited}\n\n${block}\n\nAfter.\n`, 'oscola');
    assert.equal(plan(text, 'oscola').edit, undefined);
    const oscola = plan(`${cited}\n\n${block}\n\nAfter.\n`, 'oscola');
    assert.ok(
      oscola.updated && oscola.text.includes('‘International Dialogue') && oscola.text.endsWith('-->\n\nAfter.\n'),
    );
    assert.equal(plan(oscola.text).text, `${cited}\n\n${block}\n\nAfter.\n`);
    assert.ok(hasSourceList(Draft.of(text, library), library) && !hasSourceList(Draft.of(cited, library), library));
  });

  for (const language of languages) {
    it(`has the drafter’s date of access in ISO 690, and is ours with any date: ${language}`, () => {
      const listed = (text: string, accessed?: string) => {
        const planned = planSourceList(Draft.of(text, library), library, {
          style: 'iso690',
          language,
          eol: '\n',
          ...(accessed === undefined ? {} : { accessed }),
        });
        assert.equal(planned.refused, undefined);
        return changed(text, planned.edit);
      };
      const undated = listed(`${cited}\n`);
      const dated = listed(undated, '2026-05-01');
      assert.match(dated, / \\\[(?:viewed 1 May 2026|consulté le 1er mai 2026|consulta: 1 de mayo de 2026)\\\]/u);
      assert.equal(listed(dated, '2026-05-01'), dated);
      assert.equal(listed(dated), undated);
      assert.equal(plan(dated).refused, undefined);
    });
  }

  const after = 'After the list, words of the drafter’s.\n';
  const refused: [string, string, string, string][] = [
    ['its closing mark was lost', block.replace(/\n<!-- \/.*$/u, ''), 'unpaired', '<!-- idm-findings-sources -->'],
    ['its opening mark was lost', block.replace(/^.*\n/u, ''), 'unpaired', '<!-- /idm-findings-sources -->'],
    [
      'a closing mark was lost before another list',
      `${block.replace(/\n<!-- \/.*$/u, '')}\n\n${after}\n${block}`,
      'unpaired',
      '<!-- idm-findings-sources -->',
    ],
    ['words stand in it', block.replace('\n<!-- /', '\n\nMy words.\n\n<!-- /'), 'foreign', 'My words.'],
    [
      'somebody else’s source stands in it',
      block.replace('\n<!-- /', '\n- Smith (2020). Work.\n<!-- /'),
      'foreign',
      'Smith (2020). Work.',
    ],
    [
      'one of its entries was written on',
      block.replace('Geneva.', 'Geneva. Read in May.'),
      'foreign',
      `${entry} Read in May.`,
    ],
  ];
  for (const [why, faulty, code, words] of refused) {
    it(`is not written over where ${why}, and the place is told`, () => {
      const draft = `${cited}\n\n${faulty}\n\n${after}`;
      const planned = plan(draft);
      assert.equal(planned.text, draft);
      assert.deepEqual(
        [planned.refused?.why, draft.slice(planned.refused?.start, planned.refused?.end)],
        [code, words],
      );
    });
  }

  it('keeps in its quotation or list item when it is brought up to date', () => {
    for (const lead of ['> ', '  ', '> > ']) {
      const draft = `${lead === '  ' ? '- a\n\n' : ''}${block
        .split('\n')
        .map(line => lead + line)
        .join('\n')}\n\n${cited}\n`;
      const oscola = plan(draft, 'oscola').text;
      assert.ok(
        oscola
          .split('\n')
          .slice(lead === '  ' ? 2 : 0, 3)
          .every(line => line.startsWith(lead)),
        oscola,
      );
      assert.equal(plan(oscola).text, draft);
    }
  });

  it('has marks of its own, and none in longer comments, code, front matter or words', () => {
    for (const shown of [
      `<!-- see\n${block.split('\n')[0]}`,
      `\`${block.split('\n')[0]}\``,
      `---\na: "${block.split('\n')[0]}"\n---`,
      `<!-- the mark <!-- idm-findings-sources -->`,
      `    ${block.split('\n')[0]}`,
    ]) {
      assert.ok(!hasSourceList(Draft.of(`${shown}\n\n${cited}`, library), library), shown);
    }
  });

  for (const open of ['```\ncode', '~~~', '<!-- a comment', '<script>', '<?php', '$$\nx']) {
    it(`comes before ${open.replace('\n', ' ')} that is never closed, once`, () => {
      // A blank line ends mathematics that are open.
      for (const tail of open.startsWith('$$') ? ['', '\n'] : ['', '\n', '\n\nwords\n']) {
        const draft = `${cited}\n\n${open}${tail}`;
        const once = planSourceList(Draft.of(draft, library), library, { style: 'un', language: 'en', eol: '\n' });
        const text = changed(draft, once.edit);
        assert.equal(text, `${cited}\n\n${list}\n\n${open}${tail}`);
        assert.equal(
          planSourceList(Draft.of(text, library), library, { style: 'un', language: 'en', eol: '\n' }).edit,
          undefined,
        );
      }
      const alone = `${open}\n${cited}`;
      assert.equal(
        planSourceList(Draft.of(alone, library), library, { style: 'un', language: 'en', eol: '\n' }).edit,
        undefined,
      );
    });
  }

  it('is not written for a draft that cites nothing, nor counted as a citation', () => {
    assert.deepEqual(plan('Nothing [@other].'), { sources: 0, updated: false, text: 'Nothing [@other].' });
    assert.equal(plan(block).sources, 0);
  });
});

describe('a document as pandoc read it', () => {
  const image = (target: string): unknown => ({ t: 'Image', c: [['', [], []], [], [target, '']] });
  const document = (meta: unknown, ...targets: string[]): string =>
    JSON.stringify({
      'pandoc-api-version': [1, 22],
      meta,
      blocks: [{ t: 'BlockQuote', c: [{ t: 'Para', c: [{ t: 'Note', c: [{ t: 'Para', c: targets.map(image) }] }] }] }],
    });

  it('names every address that would be fetched, however deep, once', () => {
    const meta = {
      bibliography: {
        t: 'MetaList',
        c: [
          { t: 'MetaInlines', c: [{ t: 'Str', c: 'https://a.org/x' }] },
          { t: 'MetaString', c: 'local.bib' },
        ],
      },
      csl: {
        t: 'MetaInlines',
        c: [{ t: 'Link', c: [['', [], []], [{ t: 'Str', c: 'HTTP://b.org' }], ['HTTP://x.org', 'title']] }],
      },
      title: image('http://t.org/t.png'),
    };
    const targets = [
      'http://c.org',
      'http://c.org',
      '//d.org/x',
      '\\\\server\\x.png',
      'C:\\x.png',
      'x/y.png',
      'file:///x',
      'file:/x',
      'file://localhost/x',
      'file:///C:/x',
      'data:image/png;base64,x',
      'a%20b.png',
      'ftp://e.org',
      'file://server/x.png',
      'file:////server/x.png',
      'FILE:\\\\server\\x.png',
      '%2F%2Fserver/x.png',
      'http%3A//f.org',
    ];
    const { files, images } = takenIn(document(meta, ...targets));
    assert.deepEqual(
      [...files, ...images].filter(isRemote).map(address => address.slice(0, 12)),
      [
        'https://a.or',
        'HTTP://b.org',
        'http://t.org',
        'http://c.org',
        '//d.org/x',
        '\\\\server\\x.p',
        'ftp://e.org',
        'file://serve',
        'file:////ser',
        'FILE:\\\\serve',
        '%2F%2Fserver',
        'http%3A//f.o',
      ],
    );
  });

  it('gets the sources as references beside its own', () => {
    const own = { t: 'MetaMap', c: { id: { t: 'MetaString', c: 'own' } } };
    const json = withSources(
      document({ references: { t: 'MetaList', c: [own] } }),
      new Map(),
      '[{"id":"a","issued":{"date-parts":[[2022]]}}]',
      { language: 'en' },
    );
    const { meta } = JSON.parse(json) as { meta: Record<string, unknown> };
    const text = (c: string): unknown => ({ t: 'MetaString', c });
    const list = (...c: unknown[]): unknown => ({ t: 'MetaList', c });
    assert.deepEqual(meta, {
      references: list(own, {
        t: 'MetaMap',
        c: { id: text('a'), issued: { t: 'MetaMap', c: { 'date-parts': list(list(text('2022'))) } } },
      }),
    });
  });

  it('is refused when it is none', () => {
    for (const text of ['{}', '[]', '"x"', 'null', '{"meta":{}}', 'nonsense'])
      for (const read of [
        takenIn,
        (given: string) => withSources(given, new Map(), '[]', { language: 'en' }),
        (given: string) => selfContained(given, new Map()),
      ])
        assert.throws(() => read(text), text);
  });
});

describe('copies', () => {
  const { text: words } = library.resolve('idm2022-1-d2c4s1')?.sentence ?? { text: '' };
  const note = definitionText(library, 'idm2022-1-d2c4');
  const options = { form: 'footnote', style: 'un', language: 'en' } as const;

  it('of findings carry the words and the full reference', () => {
    const ids = ['idm2022-1-d2c4s1'];
    assert.equal(copyOfFindings(library, ids, { ...options, format: 'text' }), `“${words}”\n${note}`);
    assert.equal(
      copyOfFindings(library, ids, { ...options, format: 'markdown' }),
      `“${words}”[^idm2022-1-d2c4]\n\n[^idm2022-1-d2c4]: ${note}`,
    );
    assert.equal(
      copyOfFindings(library, ids, { ...options, form: 'inText', format: 'markdown' }),
      `“${words.slice(0, -1)}” ${cite(library, ids, { form: 'inText' }).text}.`,
    );
    assert.equal(
      copyOfFindings(library, ids, { ...options, format: 'html' }),
      `<blockquote><p>${words}</p></blockquote>\n<p>${note}</p>`,
    );
    assert.throws(() => copyOfFindings(library, ['nobody'], { ...options, format: 'text' }), /nobody/u);
  });

  it('of a stretch of a draft bring its footnotes along', () => {
    const draft = Draft.of('A.[^1] B.[^2]\n\nC.\n\n[^1]: One\n    more.\n[^2]: Two.\n', library);
    assert.equal(standalone(draft, 0, 6), 'A.[^1]\n\n[^1]: One\n    more.\n');
    assert.equal(standalone(draft, 15, 17), 'C.');
  });

  it('of a draft as text have its citations written out', () => {
    assert.equal(
      plainDraft(library, 'A [@idm2022-1, day 2, conclusion 4].\n', 'un', 'en'),
      'A (IOM, 2022, day 2, fourth conclusion).\n',
    );
    assert.equal(plainDraft(library, 'A [see @idm2022-1, day 2; @b].\n', 'un', 'en'), 'A (see IOM, 2022, day 2; b).\n');
    assert.equal(
      plainDraft(library, `A.[^idm2022-1-d2c4]\n\n[^idm2022-1-d2c4]: ${note}\n`, 'un', 'en'),
      `A.[1]\n\n[1] ${note}\n`,
    );
  });
});

describe('a document that pandoc read', () => {
  it('is told where it is nested too deeply to be gone through', () => {
    const nested = (depth: number): string =>
      `{"pandoc-api-version":[1,22],"meta":{},"blocks":${'[{"t":"BlockQuote","c":'.repeat(depth)}[]${'}]'.repeat(depth)}}`;
    assert.equal(isTooDeep(nested(700)), false);
    assert.equal(isTooDeep(nested(100_000)), true);
    assert.equal(isTooDeep(JSON.stringify(['["'.repeat(9_000), '\\'])), false);
    assert.doesNotThrow(() => selfContained(withSources(nested(700), new Map(), '[]', { language: 'en' }), new Map()));
  });
});
