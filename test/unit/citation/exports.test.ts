import assert from 'node:assert/strict';
import { Cite } from '@citation-js/core';
import { exportFormatNamed, exportSources } from '../../../src/domain/citation/exports';
import type { Language } from '../../../src/domain/corpus/types';
import { cslFaults } from './cslSchema';
import { library } from './fixture';

const [idm, hostile] = library.corpora;
assert.ok(idm !== undefined && hostile !== undefined);
const organization = 'International Organization for Migration';
const full =
  'International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches: Summary of Conclusions';
const title =
  'International Dialogue on Migration 2022: Global Compact for Migration implementation in practice: Successes, challenges and innovative approaches: Summary of conclusions';
const french =
  'Dialogue international sur la migration 2022\u00A0: Mise en œuvre concrète du Pacte mondial sur les migrations\u00a0: succès, défis et approches novatrices\u00A0: Résumé des conclusions';
const spanish =
  'Diálogo Internacional sobre la Migración 2022: La aplicación del Pacto Mundial para la Migración en la práctica: logros, retos y enfoques innovadores: Síntesis de conclusiones';
const url =
  'https://www.iom.int/global-compact-migration-implementation-practice-successes-challenges-and-innovative-approaches';
const accessed = '2026-05-01';
const languages: readonly Language[] = ['en', 'fr', 'es'];

describe('exported sources', () => {
  it('as CSL-JSON, with the title in sentence case', () => {
    assert.deepEqual(JSON.parse(exportSources([idm], 'csl-json', { accessed })), [
      {
        id: 'idm2022-1',
        type: 'report',
        title,
        'title-short': 'Global Compact for Migration implementation in practice',
        author: [{ literal: organization }],
        issued: { 'date-parts': [[2022]] },
        publisher: organization,
        'publisher-place': 'Geneva',
        'event-place': 'online',
        'event-date': {
          'date-parts': [
            [2022, 2, 28],
            [2022, 3, 2],
          ],
        },
        URL: url,
        accessed: { 'date-parts': [[2026, 5, 1]] },
        language: 'en-GB',
      },
    ]);
  });

  it('as biblatex, with braces round names only', () => {
    assert.equal(
      exportSources([idm], 'biblatex', { accessed }),
      `@report{idm2022-1,
  author      = {{${organization}}},
  title       = {{International Dialogue on Migration 2022}: {Global Compact for Migration} Implementation in Practice: Successes, Challenges and Innovative Approaches: Summary of Conclusions},
  shorttitle  = {{Global Compact for Migration} Implementation in Practice},
  institution = {{${organization}}},
  location    = {Geneva},
  date        = {2022},
  eventdate   = {2022-02-28/2022-03-02},
  venue       = {online},
  url         = {${url}},
  urldate     = {2026-05-01},
  langid      = {british},
}
`,
    );
  });

  it('as RIS, ended by CRLF', () => {
    assert.equal(
      exportSources([idm], 'ris', { accessed }),
      [
        'TY  - RPRT',
        'ID  - idm2022-1',
        `AU  - ${organization}`,
        `TI  - ${title}`,
        'ST  - Global Compact for Migration Implementation in Practice',
        'PY  - 2022',
        'DA  - 2022///',
        'N1  - International Dialogue on Migration 2022, online, 28 February–2 March 2022',
        `PB  - ${organization}`,
        'CY  - Geneva',
        `UR  - ${url}`,
        'Y2  - 2026/05/01/',
        'LA  - en-GB',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });

  it('say no date of access where the drafter said none', () => {
    assert.doesNotMatch(
      ['csl-json', 'biblatex', 'ris'].map(format => exportSources([idm], exportFormatNamed(format)!)).join(''),
      /accessed|urldate|Y2|2026/u,
    );
  });

  it('have the official names and titles of the language asked for', () => {
    for (const [language, words, tag, langid] of [
      ['fr', french, 'fr-FR', 'french'],
      ['es', spanish, 'es-ES', 'spanish'],
    ] as const) {
      const [item] = JSON.parse(exportSources([idm], 'csl-json', { language })) as [Record<string, unknown>];
      assert.deepEqual(
        [item['title'], item['language'], item['publisher']],
        [words, tag, idm.document.titles[language].organization],
      );
      const bib = exportSources([idm], 'biblatex', { language });
      assert.ok(
        bib.includes(` = {${words.replaceAll('\u00A0', '~')}},\n`) && bib.includes(`langid      = {${langid}}`),
        bib,
      );
      assert.ok(exportSources([idm], 'ris', { language }).includes(`\r\nLA  - ${tag}\r\n`));
    }
  });

  it('are CSL-JSON as its schema has it, whatever the names', () => {
    for (const language of languages) {
      for (const options of [{ language }, { language, accessed }]) {
        assert.deepEqual(cslFaults(JSON.parse(exportSources([idm, hostile], 'csl-json', options))), []);
      }
    }
    assert.deepEqual(cslFaults([{ id: 1, titel: 'x', issued: { 'date-parts': [[]] }, author: [{ name: 'x' }] }]), [
      '0: no type',
      '0.titel: no such field',
      '0.issued: no date',
      '0.author: no names',
    ]);
  });

  it('keep hostile names inside their fields', () => {
    const bib = exportSources([hostile], 'biblatex', { accessed });
    assert.match(
      bib,
      /^ {2}title {7}= \{\{Series \*bold\* \[link\]\(x\)\} 2022: A\\_b\\_ `code` \\\$x\\\$ \\textasciicircum\{\}y\\textasciicircum\{\} \\\{brace\\\} \\& "quote" @key: Doc \\# Heading\},$/mu,
    );
    assert.equal(bib.split('\n').length, 14);
    assert.equal(exportSources([hostile], 'ris', { accessed }).split('\r\n').length, 15);
    assert.equal(JSON.parse(exportSources([hostile, idm], 'csl-json')).length, 2);
  });

  it('are empty lists for no documents', () => {
    assert.deepEqual(
      [exportSources([], 'csl-json'), exportSources([], 'biblatex'), exportSources([], 'ris')],
      ['[]\n', '', ''],
    );
  });

  it('know biblatex by the name it had before', () => {
    assert.deepEqual(['bibtex', 'ris', 'word', undefined].map(exportFormatNamed), [
      'biblatex',
      'ris',
      undefined,
      undefined,
    ]);
  });
});

// citation-js reads them: no code of ours, nor pandoc's, which reads them in test/pandoc.
describe('exported sources, read by another program', () => {
  before(() => Promise.all([import('@citation-js/plugin-bibtex'), import('@citation-js/plugin-ris')]));

  const wanted = { en: [full, title], fr: [french, french], es: [spanish, spanish] } as const;

  for (const language of languages) {
    it(`are the same document from biblatex and RIS (${language})`, () => {
      const names = idm.document.titles[language];
      const options = { language, accessed };
      const bib = readBy(exportSources([idm], 'biblatex', options));
      assert.deepEqual(
        [bib['type'], bib['title'], bib['publisher'], bib['URL'], bib['issued'], bib['accessed'], bib['event-date']],
        [
          'report',
          wanted[language][0],
          names.organization,
          url,
          date(2022),
          date(2026, 5, 1),
          {
            'date-parts': [
              [2022, 2, 28],
              [2022, 3, 2],
            ],
          },
        ],
      );
      assert.match(
        JSON.stringify(bib['author']),
        new RegExp(`^\\[\\{"(?:family|literal)":"${names.organization}"\\}\\]$`, 'u'),
      );
      const ris = readBy(exportSources([idm], 'ris', options));
      assert.deepEqual(
        [ris['type'], ris['title'], ris['publisher'], ris['URL'], ris['issued'], ris['accessed'], ris['language']],
        [
          'report',
          wanted[language][1].replaceAll('\u00A0', ' '),
          names.organization,
          url,
          date(2022),
          date(2026, 5, 1),
          { en: 'en-GB', fr: 'fr-FR', es: 'es-ES' }[language],
        ],
      );
    });
  }

  it('are two documents where two are exported', () => {
    for (const format of ['biblatex', 'ris', 'csl-json'] as const)
      assert.equal(new Cite(exportSources([idm, hostile], format)).data.length, 2, format);
  });
});

function readBy(text: string): Record<string, unknown> {
  const [item, more] = new Cite(text).data;
  assert.ok(item && more === undefined);
  return item;
}

function date(...parts: number[]): unknown {
  return { 'date-parts': [parts] };
}
