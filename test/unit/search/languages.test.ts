import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { library } from '../../../src/domain/corpus/bundled';
import { SearchIndex } from '../../../src/domain/search/index';
import { compileLanguages, languagesOf, readLanguages, rootOf } from '../../../src/domain/search/languagesList';

const index = SearchIndex.build(library.findings, library);
const source = readFileSync('data/languages.txt', 'utf8');

const idsOf = (query: string): string[] =>
  index.search(query, { typing: true }).map(({ finding }) => finding.id.replace('idm2022-1-', ''));

/** What makes a hit known: for comparing the results of two queries whole. */
const resultsOf = (query: string): unknown[] =>
  index.search(query).map(({ finding, ranges, best }) => [finding.id, ranges, best?.id]);

describe('the list of French and Spanish terms', () => {
  const [french, spanish] = languagesOf(source).map(({ groups }) => groups);

  it('is compiled as committed, and read as it is written', () => {
    assert.equal(readFileSync('data/made/languages.txt', 'utf8'), compileLanguages(source));
    assert.deepEqual(readLanguages(compileLanguages(source)), languagesOf(source));
  });

  it('has at least 800 terms of each language', () => {
    for (const groups of [french, spanish])
      assert.ok(groups!.flatMap(({ terms }) => terms).length >= 800, String(groups!.length));
  });

  it('stands for English that the findings know, but for words of the background and of drafting', () => {
    const strange = new Set(
      [french, spanish]
        .flatMap(groups => groups!.map(({ english }) => english))
        .filter(term => idsOf(term).length === 0),
    );
    assert.deepEqual([...strange].sort(), [
      'General Assembly',
      'IOM',
      'International Dialogue on Migration',
      'conditions',
      'eliminate',
      'measures',
      'public',
    ]);
  });

  it('gives a term one meaning, but where accents make the difference or a word has two', () => {
    const twice = [french, spanish].flatMap(groups => {
      const meanings = new Map<string, Set<string>>();
      for (const { terms, english } of groups!) {
        for (const term of terms) {
          const roots = term.map(rootOf).join(' ');
          meanings.set(roots, (meanings.get(roots) ?? new Set()).add(english));
        }
      }
      return [...meanings].filter(([, all]) => all.size > 1).map(([roots]) => roots);
    });
    assert.deepEqual(twice, ['trait', 'medic']);
  });
});

describe('a query in French or Spanish', () => {
  it('finds what the English words find, by the words that matched', () => {
    for (const [query, english] of [
      ['vacunas', 'vaccines '],
      ['traite des êtres humains', 'trafficking in persons '],
      ['personnes en situation irrégulière', 'irregular migrants '],
      ['seguridad social', 'social protection '],
      ['cambio climático y salud', 'climate change health services '],
    ] as const) {
      assert.notDeepEqual(resultsOf(query), [], query);
      assert.deepEqual(resultsOf(query), resultsOf(`${english}`), query);
    }
    const [first] = index.search('vacuna');
    assert.ok(first!.ranges.some(({ start, end }) => first!.finding.text.slice(start, end) === 'vaccines'));
    assert.equal(first!.without, undefined);
  });

  it('may be in the plural, feminine or without accents, with any articles', () => {
    for (const [one, other] of [
      ['discriminación', 'discriminacion'],
      ['ciudad', 'las ciudades'],
      ['protection des données', 'protection de donnees'],
      ['travailleuses', 'travailleur'],
      ['identité juridique', 'l’identité juridique'],
      ["pénurie de main-d'œuvre", 'penurie de main d oeuvre'],
      ['autorités nationales', 'autorité nationale'],
    ] as const) {
      assert.notDeepEqual(idsOf(one), [], one);
      assert.deepEqual(idsOf(one), idsOf(other), `${one}, ${other}`);
    }
  });

  it('may be half-typed', () => {
    for (const [typed, id] of [
      ['vacun', 'd2c6'],
      ['jeun', 'd3c4'],
      ['cambio cl', 'd2c11'],
      ['traite des êtres h', 'd1c5'],
      ['trata de per', 'd1c5'],
      ['migrants disparu', 'd1c1'],
    ] as const)
      assert.equal(idsOf(typed)[0], id, typed);
  });

  it('may have abbreviations', () => {
    for (const [abbreviation, english] of [
      ['ODD', 'SDG'],
      ['ODS', 'SDG'],
      ['ods', 'SDG'],
      ['EPU', 'UPR'],
      ['OIT', 'ILO'],
      ['ACNUR', 'UNHCR'],
    ] as const) {
      assert.notDeepEqual(idsOf(abbreviation), [], abbreviation);
      assert.deepEqual(idsOf(abbreviation).sort(), idsOf(english).sort(), abbreviation);
    }
    assert.deepEqual(idsOf('odd'), [], 'an English word in small letters');
  });

  it('says which of its words no finding has', () => {
    assert.deepEqual(index.search('ahogados en Lampedusa')[0]?.without, ['Lampedusa']);
    assert.deepEqual(idsOf('ahogados en Lampedusa').sort(), idsOf('shipwreck in Lampedusa').sort());
  });

  it('keeps to filters', () => {
    assert.deepEqual(idsOf('day:2 salud'), idsOf('day:2 health services'));
  });

  it('finds nothing for what is none of the field', () => {
    for (const query of [
      'recette de cuisine',
      'match de rugby',
      'pneus d’hiver',
      'appartement à louer',
      'horario de trenes',
      'partido de fútbol',
      'declaración de la renta',
      'teléfono móvil',
    ])
      assert.deepEqual(idsOf(query), [], query);
  });
});

describe('an English query', () => {
  it('is never taken for French or Spanish, finished or not', () => {
    for (const query of ['travail', 'patente', 'ventilation', 'monday', 'mond', 'odd', 'pays'])
      assert.deepEqual(idsOf(query), [], query);
    assert.deepEqual(idsOf('formation'), ['d3c6'], '“human capital formation”');
    assert.equal(idsOf('harmonis')[0], 'd2c3');
    assert.equal(idsOf('who pays for adaptation')[0], 'd2c12');
  });
});
