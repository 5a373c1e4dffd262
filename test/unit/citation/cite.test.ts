import assert from 'node:assert/strict';
import { UnknownIdsError } from '../../../src/domain/corpus/library';
import { cite, locatorText } from '../../../src/domain/citation/cite';
import type { CiteOptions, Style } from '../../../src/domain/citation/options';
import { citations } from '../../../src/domain/draft/citations';
import { library } from './fixture';

const source =
  'International Organization for Migration, “International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches – Summary of conclusions”, online, 28 February–2 March 2022';

describe('cite as a footnote', () => {
  it('gives the mark and the definition the UN Editorial Manual asks for', () => {
    assert.deepEqual(cite(library, ['idm2022-1-d2c4']), {
      text: '[^idm2022-1-d2c4]',
      definitions: [{ label: 'idm2022-1-d2c4', text: `${source}, day 2, fourth conclusion.` }],
    });
  });

  const together: [string, string[], string, string][] = [
    [
      'of one day',
      ['idm2022-1-d1c3', 'idm2022-1-d1c2'],
      'idm2022-1-d1c2c3',
      `${source}, day 1, second and third conclusions.`,
    ],
    [
      'of several days, each once',
      ['idm2022-1-d3c8', 'idm2022-1-d1c1', 'idm2022-1-d3c8s2'],
      'idm2022-1-d1c1d3c8',
      `${source}, day 1, first conclusion, and day 3, eighth conclusion.`,
    ],
    [
      'of the background',
      ['idm2022-1-b2', 'idm2022-1-b7'],
      'idm2022-1-b2b7',
      `${source}, introduction, second paragraph, and closing paragraphs, first paragraph.`,
    ],
    [
      'of the background and the conclusions',
      ['idm2022-1-d2c4', 'idm2022-1-b2', 'idm2022-1-d2c6'],
      'idm2022-1-b2d2c4c6',
      `${source}, introduction, second paragraph, and day 2, fourth and sixth conclusions.`,
    ],
  ];
  for (const [what, ids, label, text] of together) {
    it(`names several places ${what} in one note`, () => {
      assert.deepEqual(cite(library, ids), { text: `[^${label}]`, definitions: [{ label, text }] });
    });
  }

  it('names several documents in one note, apart by a semicolon', () => {
    const { text, definitions } = cite(library, ['idm2022-1-d2c4', 'bad2022-1-d1c1', 'idm2022-1-d2c6'], {
      style: 'iom',
    });
    assert.equal(text, '[^idm2022-1-d2c4c6+bad2022-1-d1c1]');
    assert.deepEqual(
      definitions.map(each => each.text),
      ['IOM, 2022, day 2, fourth and sixth conclusions; O\\<R\\>G, 2022, day 1, first conclusion.'],
    );
  });

  it('names a later note of several by its number', () => {
    assert.equal(
      cite(library, ['idm2022-1-d1c3', 'idm2022-1-d1c2'], { style: 'oscola', mention: 3 }).text,
      '[^idm2022-1-d1c2c3-3]',
    );
  });

  it('cites the finding of a sentence', () => {
    assert.deepEqual(cite(library, ['idm2022-1-d2c4s2']), cite(library, ['idm2022-1-d2c4']));
  });

  it('cites a background paragraph by its place', () => {
    assert.deepEqual(cite(library, ['idm2022-1-b2']).definitions, [
      { label: 'idm2022-1-b2', text: `${source}, introduction, second paragraph.` },
    ]);
  });

  it('escapes what Markdown would read as markup, on one line', () => {
    const [definition] = cite(library, ['bad2022-1-d2c35']).definitions;
    assert.equal(
      definition?.text,
      'Org \\<script\\>alert("1")\\</script\\>, “Series \\*bold\\* \\[link\\](x) 2022: ' +
        'A\\_b\\_ \\`code\\` \\$x\\$ \\^y\\^ {brace} & "quote" \\@key – Doc \\# heading”, Rome, 3–5 May 2022, day 2, 35th conclusion.',
    );
  });
});

describe('cite for pandoc', () => {
  const cases: [string[], string][] = [
    [['idm2022-1-d2c4'], '[@idm2022-1, day 2, conclusion 4]'],
    [['idm2022-1-d2c6', 'idm2022-1-d2c4s1'], '[@idm2022-1, day 2, conclusions 4 and 6]'],
    [
      ['idm2022-1-d1c2', 'idm2022-1-d2c4', 'idm2022-1-d2c6'],
      '[@idm2022-1, day 1, conclusion 2, and day 2, conclusions 4 and 6]',
    ],
    [['idm2022-1-b2'], '[@idm2022-1, introduction, paragraph 2]'],
    [['idm2022-1-d2c4', 'bad2022-1-d1c1'], '[@idm2022-1, day 2, conclusion 4; @bad2022-1, day 1, conclusion 1]'],
  ];
  for (const [ids, text] of cases) {
    it(text, () => assert.deepEqual(cite(library, ids, { form: 'pandoc' }), { text, definitions: [] }));
  }
});

describe('cite in the text', () => {
  const cases: [string[], Style, string][] = [
    [['idm2022-1-d2c4'], 'un', '(IOM, 2022, day 2, fourth conclusion)'],
    [['idm2022-1-d2c4', 'idm2022-1-d2c6'], 'iom', '(IOM, 2022, day 2, fourth and sixth conclusions)'],
    [
      ['idm2022-1-d2c4', 'bad2022-1-d1c1'],
      'un',
      '(IOM, 2022, day 2, fourth conclusion; O\\<R\\>G, 2022, day 1, first conclusion)',
    ],
  ];
  for (const [ids, style, text] of cases) {
    it(text, () => assert.deepEqual(cite(library, ids, { form: 'inText', style }), { text, definitions: [] }));
  }
});

describe('cite a document as a whole', () => {
  const notes: [Style, string][] = [
    ['un', `${source}.`],
    ['iom', 'IOM, 2022, summary of conclusions.'],
    ['chicago-author-date', 'International Organization for Migration 2022, summary of conclusions.'],
    ['apa', 'International Organization for Migration, 2022, Summary of conclusions.'],
    ['iso690', 'International Organization for Migration 2022, summary of conclusions.'],
  ];
  for (const [style, text] of notes) {
    it(`in a note, ${style}`, () => {
      assert.deepEqual(cite(library, ['idm2022-1'], { style }), {
        text: '[^idm2022-1]',
        definitions: [{ label: 'idm2022-1', text }],
      });
    });
  }

  it('in a later note, without a second full stop', () => {
    assert.equal(
      cite(library, ['idm2022-1'], { style: 'un', position: 'ibid', samePlace: true }).definitions[0]?.text,
      'Ibid.',
    );
    assert.equal(
      cite(library, ['idm2022-1'], { style: 'bluebook', position: 'ibid', samePlace: true, mention: 2 }).definitions[0]
        ?.text,
      '*Id.*',
    );
    assert.equal(
      cite(library, ['idm2022-1'], { style: 'bluebook', position: 'ibid', mention: 2 }).text,
      '[^idm2022-1-2]',
    );
  });

  it('never as “ibid.” after a note on a place of it: that would be the place', () => {
    const words = (style: Style): string | undefined =>
      cite(library, ['idm2022-1'], { style, position: 'ibid', firstNote: 3 }).definitions[0]?.text;
    assert.equal(words('un'), `${source}.`);
    assert.equal(words('oscola'), 'International Organization for Migration (n 3).');
    assert.equal(words('bluebook'), 'International Organization for Migration, *supra* note 3.');
    assert.equal(words('aglc4'), 'International Organization for Migration (n 3).');
  });

  const inTexts: [Style, 'en' | 'fr' | 'es', string][] = [
    ['un', 'en', '(IOM, 2022, summary of conclusions)'],
    ['iom', 'fr', '(OIM, 2022, résumé des conclusions)'],
    ['un', 'es', '(OIM, 2022, síntesis de conclusiones)'],
    ['chicago-author-date', 'en', '(International Organization for Migration 2022, summary of conclusions)'],
    ['apa', 'en', '(International Organization for Migration, 2022, Summary of conclusions)'],
    [
      'chicago-notes',
      'en',
      '(International Organization for Migration, *Global Compact for Migration Implementation in Practice*)',
    ],
    [
      'oscola',
      'en',
      '(International Organization for Migration, ‘Global Compact for Migration Implementation in Practice’)',
    ],
    [
      'bluebook',
      'en',
      '(International Organization for Migration, *Global Compact for Migration Implementation in Practice*)',
    ],
    [
      'aglc4',
      'en',
      '(International Organization for Migration, *Global Compact for Migration Implementation in Practice*)',
    ],
    ['iso690', 'en', '(International Organization for Migration 2022, summary of conclusions)'],
    ['iso690', 'fr', '(Organisation internationale pour les migrations 2022, résumé des conclusions)'],
    ['iso690', 'es', '(Organización Internacional para las Migraciones 2022, síntesis de conclusiones)'],
  ];
  for (const [style, language, text] of inTexts) {
    it(`in the text so that it is no other of the author's: ${text}`, () => {
      assert.equal(cite(library, ['idm2022-1'], { form: 'inText', style, language }).text, text);
      assert.deepEqual(
        citations(library, `So ${text}.`).map(({ form, ids, corpus, start, end }) => [form, ids, corpus, start, end]),
        [['inText', [], 'idm2022-1', 3, 3 + text.length]],
      );
    });
  }

  it('for pandoc, and not where places of it are named too', () => {
    assert.equal(cite(library, ['idm2022-1'], { form: 'pandoc' }).text, '[@idm2022-1]');
    assert.equal(
      cite(library, ['idm2022-1', 'idm2022-1-d2c4'], { form: 'pandoc' }).text,
      '[@idm2022-1, day 2, conclusion 4]',
    );
  });
});

describe('what cite is asked for', () => {
  it('is refused as a whole when an id is unknown, naming every unknown one', () => {
    assert.throws(
      () => cite(library, ['idm2022-1-d2c4', 'idm2022-1-d9c9', 'nonsense', 'nonsense']),
      (error: unknown) =>
        error instanceof UnknownIdsError &&
        error.message === 'Unknown: idm2022-1-d9c9, nonsense' &&
        error.ids.length === 2,
    );
  });

  it('is refused when there is no such style, form or language', () => {
    for (const options of [{ style: 'none' }, { form: 'x' }, { language: 'de' }, { position: 'last' }]) {
      assert.throws(() => cite(library, ['idm2022-1-d2c4'], options as CiteOptions), RangeError);
    }
  });

  it('may be nothing', () => {
    for (const form of ['footnote', 'pandoc', 'inText'] as const) {
      assert.deepEqual(cite(library, [], { form }), { text: '', definitions: [] });
    }
  });

  it('has a locator of its own', () => {
    assert.equal(locatorText(library, 'idm2022-1-d2c4'), 'day 2, fourth conclusion');
    assert.equal(locatorText(library, 'idm2022-1-d2c4s2', 'es', 'numbers'), 'día 2, conclusión 4');
  });
});
