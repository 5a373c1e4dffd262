import assert from 'node:assert/strict';
import { exportSources } from '../../../src/domain/citation/exports';
import { library } from './fixture';

const [idm, hostile] = library.corpora;
assert.ok(idm !== undefined && hostile !== undefined);
const organization = 'International Organization for Migration';
const title = 'International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches: Summary of Conclusions';
const url = 'https://www.iom.int/global-compact-migration-implementation-practice-successes-challenges-and-innovative-approaches';

describe('exported sources', () => {
  it('as CSL-JSON', () => {
    assert.deepEqual(JSON.parse(exportSources([idm], 'csl-json')), [{
      id: 'idm2022-1',
      type: 'report',
      title,
      'title-short': 'IDM 2022 Summary of Conclusions',
      author: [{ literal: organization }],
      issued: { 'date-parts': [[2022]] },
      publisher: organization,
      'publisher-place': 'Geneva',
      'event-title': 'International Dialogue on Migration 2022',
      'event-place': 'online',
      'event-date': { 'date-parts': [[2022, 2, 28], [2022, 3, 2]] },
      URL: url,
      language: 'en',
    }]);
  });

  it('as BibTeX for biblatex', () => {
    assert.equal(exportSources([idm], 'bibtex'), `@report{idm2022-1,
  author      = {{${organization}}},
  title       = {{${title}}},
  shorttitle  = {{IDM 2022 Summary of Conclusions}},
  institution = {{${organization}}},
  location    = {Geneva},
  date        = {2022},
  eventtitle  = {{International Dialogue on Migration 2022}},
  eventdate   = {2022-02-28/2022-03-02},
  venue       = {online},
  url         = {${url}},
  langid      = {english},
}
`);
  });

  it('as RIS, ended by CRLF', () => {
    assert.equal(exportSources([idm], 'ris'), [
      'TY  - RPRT', 'ID  - idm2022-1', `AU  - ${organization}`, `TI  - ${title}`, 'ST  - IDM 2022 Summary of Conclusions',
      'T3  - International Dialogue on Migration 2022', 'PY  - 2022',
      'N1  - International Dialogue on Migration 2022, online, 28 February–2 March 2022',
      `PB  - ${organization}`, 'CY  - Geneva', `UR  - ${url}`, 'LA  - en', 'ER  - ', '',
    ].join('\r\n'));
  });

  it('keeps hostile names inside their fields', () => {
    const bib = exportSources([hostile], 'bibtex');
    assert.match(bib, /^ {2}title {7}= \{\{Series \*bold\* \[link\]\(x\) 2022: A\\_b\\_ `code` \\\$x\\\$ \\textasciicircum\{\}y\\textasciicircum\{\} \\\{brace\\\} \\& "quote" @key: Doc \\# Heading\}\},$/mu);
    assert.equal(bib.split('\n').length, 14);
    assert.equal(exportSources([hostile], 'ris').split('\r\n').length, 14);
    assert.equal(JSON.parse(exportSources([hostile, idm], 'csl-json')).length, 2);
  });

  it('are empty lists for no documents', () => {
    assert.deepEqual([exportSources([], 'csl-json'), exportSources([], 'bibtex'), exportSources([], 'ris')], ['[]\n', '', '']);
  });
});
