import assert from 'node:assert/strict';
import { cite } from '../../../src/domain/citation/cite';
import { languages, positions, type CiteOptions, type Style } from '../../../src/domain/citation/options';
import { citations } from '../../../src/domain/draft/citations';
import { library as real } from '../../../src/domain/corpus/bundled';
import { library } from './fixture';

const organization = 'International Organization for Migration';
const title =
  'International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches: Summary of Conclusions';
const heading = title.replace(': Summary of Conclusions', '');
const url =
  'https://www.iom.int/global-compact-migration-implementation-practice-successes-challenges-and-innovative-approaches';

function noteOf(options: CiteOptions, id = 'idm2022-1-d2c4'): string | undefined {
  return cite(library, [id], options).definitions[0]?.text;
}

function labels(style: Style): (string | undefined)[] {
  return [
    cite(library, ['idm2022-1-d2c4'], { style }).definitions[0]?.label,
    cite(library, ['idm2022-1-d2c4'], { style, position: 'subsequent' }).definitions[0]?.label,
    cite(library, ['idm2022-1-d2c4'], { style, position: 'subsequent', mention: 3 }).text,
  ];
}

describe('the notes of each style', () => {
  const ibid = { position: 'ibid' as const };
  const later = { position: 'subsequent' as const };
  const rows: [CiteOptions, string][] = [
    [{ style: 'un', ...ibid }, 'Ibid., day 2, fourth conclusion.'],
    [{ style: 'un', ...ibid, previousDay: 2 }, 'Ibid., fourth conclusion.'],
    [{ style: 'un', ...ibid, previousDay: 1 }, 'Ibid., day 2, fourth conclusion.'],
    [{ style: 'iom' }, 'IOM, 2022, day 2, fourth conclusion.'],
    [
      { style: 'chicago-notes' },
      `${organization}, *${title}*, February 28–March 2, 2022, online (${organization}, 2022), day 2, conclusion 4, ${url}.`,
    ],
    [
      { style: 'chicago-notes', ...later },
      `${organization}, *Global Compact for Migration Implementation in Practice*, day 2, conclusion 4.`,
    ],
    [
      { style: 'chicago-notes', ...ibid },
      `${organization}, *Global Compact for Migration Implementation in Practice*, day 2, conclusion 4.`,
    ],
    [{ style: 'chicago-author-date' }, `${organization} 2022, day 2, conclusion 4.`],
    [{ style: 'apa' }, `${organization}, 2022, Day 2, Conclusion 4.`],
    [{ style: 'oscola' }, `${organization}, ‘${title}’ (${organization} 2022) day 2, conclusion 4 \\<<${url}>\\>.`],
    [{ style: 'oscola', ...ibid }, 'ibid day 2, conclusion 4.'],
    [{ style: 'oscola', ...ibid, samePlace: true }, 'ibid.'],
    [{ style: 'un', ...ibid, samePlace: true }, 'Ibid.'],
    [{ style: 'bluebook', ...ibid, samePlace: true }, '*Id.*'],
    [
      { style: 'oscola', accessed: '2026-05-01' },
      `${organization}, ‘${title}’ (${organization} 2022) day 2, conclusion 4 \\<<${url}>\\> accessed 1 May 2026.`,
    ],
    [{ style: 'oscola', ...later }, `${organization} (n 1) day 2, conclusion 4.`],
    [{ style: 'oscola', ...later, firstNote: 12 }, `${organization} (n 12) day 2, conclusion 4.`],
    [{ style: 'bluebook' }, `${organization}, *${title}* day 2, conclusion 4 (2022), ${url}.`],
    [{ style: 'bluebook', ...ibid }, '*Id.* at day 2, conclusion 4.'],
    [{ style: 'iso690' }, `${organization} 2022, day 2, conclusion 4.`],
    [{ style: 'iso690', ...later }, `${organization} 2022, day 2, conclusion 4.`],
    [
      { style: 'iso690', language: 'fr' },
      'Organisation internationale pour les migrations 2022, jour 2, conclusion 4.',
    ],
    [
      { style: 'aglc4' },
      `${organization}, *${heading}* (Summary of Conclusions, 2022) day 2, conclusion 4 \\<<${url}>\\>.`,
    ],
    [
      { style: 'aglc4', accessed: '2026-05-01' },
      `${organization}, *${heading}* (Summary of Conclusions, 2022) day 2, conclusion 4 \\<<${url}>\\>.`,
    ],
    [{ style: 'aglc4', ...ibid }, 'Ibid day 2, conclusion 4.'],
    [{ style: 'aglc4', ...ibid, samePlace: true }, 'Ibid.'],
    [{ style: 'aglc4', ...later, firstNote: 12 }, `${organization} (n 12) day 2, conclusion 4.`],
    [{ style: 'aglc4', ...ibid, language: 'es' }, 'Ibid día 2, conclusión 4.'],
    [
      { style: 'aglc4', ...later, language: 'fr' },
      'Organisation internationale pour les migrations (n 1) jour 2, conclusion 4.',
    ],
    [{ style: 'bluebook', ...later, firstNote: 3 }, `${organization}, *supra* note 3, at day 2, conclusion 4.`],
  ];
  for (const [options, text] of rows) {
    it(`${Object.values(options).join(' ')}: ${text}`, () => assert.equal(noteOf(options), text));
  }

  it('repeats the whole first note in the UN style', () => {
    assert.equal(noteOf({ style: 'un', position: 'subsequent' }), noteOf({ style: 'un' }));
  });

  it('gives later notes a label of their own only where they are worded differently', () => {
    assert.deepEqual(labels('oscola'), ['idm2022-1-d2c4', 'idm2022-1-d2c4-2', '[^idm2022-1-d2c4-3]']);
    assert.deepEqual(labels('aglc4'), labels('oscola'));
    assert.deepEqual(labels('iso690'), labels('un'));
    assert.deepEqual(labels('un'), ['idm2022-1-d2c4', 'idm2022-1-d2c4', '[^idm2022-1-d2c4]']);
  });
});

describe('the in-text form of each style', () => {
  const rows: [Style, string][] = [
    ['un', '(IOM, 2022, day 2, fourth conclusion)'],
    ['iom', '(IOM, 2022, day 2, fourth conclusion)'],
    ['chicago-author-date', `(${organization} 2022, day 2, conclusion 4)`],
    ['apa', `(${organization}, 2022, Day 2, Conclusion 4)`],
    [
      'chicago-notes',
      `(${organization}, *Global Compact for Migration Implementation in Practice*, day 2, conclusion 4)`,
    ],
    ['oscola', `(${organization}, ‘Global Compact for Migration Implementation in Practice’, day 2, conclusion 4)`],
    ['bluebook', `(${organization}, *Global Compact for Migration Implementation in Practice*, day 2, conclusion 4)`],
    ['iso690', `(${organization} 2022, day 2, conclusion 4)`],
    ['aglc4', `(${organization}, *Global Compact for Migration Implementation in Practice*, day 2, conclusion 4)`],
  ];
  for (const [style, text] of rows) {
    it(`${style}: ${text}`, () =>
      assert.equal(cite(library, ['idm2022-1-d2c4'], { form: 'inText', style }).text, text));
  }
});

describe('the other languages', () => {
  it('take the official French title and French words', () => {
    assert.equal(
      noteOf({ language: 'fr' }),
      'Organisation internationale pour les migrations, «\u00a0Dialogue international sur la migration 2022\u00a0: ' +
        'Mise en œuvre concrète du Pacte mondial sur les migrations\u00a0: succès, défis et approches novatrices – Résumé des conclusions\u00a0», ' +
        'en ligne, 28 février–2 mars 2022, jour 2, quatrième conclusion.',
    );
    assert.equal(
      cite(library, ['idm2022-1-d2c4'], { form: 'inText', language: 'fr' }).text,
      '(OIM, 2022, jour 2, quatrième conclusion)',
    );
    assert.equal(
      cite(library, ['idm2022-1-d2c4'], { form: 'pandoc', language: 'fr' }).text,
      '[@idm2022-1, jour 2, conclusion 4]',
    );
  });

  it('take the official Spanish title and Spanish words', () => {
    assert.equal(
      noteOf({ language: 'es' }),
      'Organización Internacional para las Migraciones, “Diálogo Internacional sobre la Migración 2022: ' +
        'La aplicación del Pacto Mundial para la Migración en la práctica: logros, retos y enfoques innovadores – Síntesis de conclusiones”, ' +
        'en línea, 28 de febrero a 2 de marzo de 2022, día 2, cuarta conclusión.',
    );
    assert.equal(
      cite(library, ['idm2022-1-d2c4', 'idm2022-1-d2c6'], { form: 'inText', language: 'es' }).text,
      '(OIM, 2022, día 2, cuarta y sexta conclusiones)',
    );
  });
});

describe('a note of a later style under a label of someone else’s', () => {
  for (const style of ['iso690', 'aglc4'] as const) {
    for (const language of languages) {
      it(`cites what its words say: ${style}, ${language}`, () => {
        for (const id of ['idm2022-1-d2c4', 'idm2022-1-b2']) {
          for (const position of positions) {
            const text = cite(real, [id], { style, language, position }).definitions[0]?.text ?? '';
            const ids = citations(library, `A.[^7]\n\n[^7]: ${text}\n`).flatMap(each => each.ids);
            // "Ibid" does not say what it cites.
            assert.deepEqual([...new Set(ids)], text.startsWith('Ibid') ? [] : [id], text);
          }
        }
      });
    }
  }

  it('cites it with the author in capitals, too', () => {
    assert.deepEqual(
      citations(library, 'So (ORGANISATION INTERNATIONALE POUR LES MIGRATIONS, 2022, jour 2, conclusion 4).').map(
        ({ ids }) => ids,
      ),
      [['idm2022-1-d2c4']],
    );
  });
});
