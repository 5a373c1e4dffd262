import assert from 'node:assert/strict';
import { bibliography, corporaCited, entryText, withoutAccess } from '../../../src/domain/citation/bibliography';
import { toMarkdown } from '../../../src/domain/citation/inline';
import { positions, type NoteContent } from '../../../src/domain/citation/positions';
import { languages, styles, type Style } from '../../../src/domain/citation/options';
import { library as real } from '../../../src/domain/corpus/bundled';
import { library } from './fixture';

const organization = 'International Organization for Migration';
const title =
  'International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches: Summary of Conclusions';
const url =
  'https://www.iom.int/global-compact-migration-implementation-practice-successes-challenges-and-innovative-approaches';
const cited = [{ ids: ['idm2022-1-d2c4'] }];

describe('the list of sources', () => {
  const rows: [Style, string][] = [
    ['un', `${organization} (IOM) (2022). *${title}*. Geneva.`],
    ['iom', `${organization} (IOM), 2022. *${title}*. IOM, Geneva.`],
    ['chicago-notes', `${organization}. *${title}*. February 28–March 2, 2022, online. ${organization}, 2022. ${url}.`],
    [
      'chicago-author-date',
      `${organization}. 2022. *${title}*. February 28–March 2, 2022, online. ${organization}. ${url}.`,
    ],
    [
      'apa',
      `${organization}. (2022). *International Dialogue on Migration 2022: Global Compact for Migration implementation in practice: Successes, challenges and innovative approaches: Summary of conclusions*. Online, February 28–March 2, 2022. ${url}`,
    ],
    ['oscola', `${organization}, ‘${title}’ (${organization} 2022) \\<<${url}>\\>`],
    ['bluebook', `${organization}, *${title}* (2022), ${url}.`],
    [
      'iso690',
      `${organization.toUpperCase()}, 2022. *International Dialogue on Migration 2022: Global Compact for Migration implementation in practice: Successes, challenges and innovative approaches: Summary of conclusions* \\[online\\]. Geneva: ${organization}. Available from: ${url}`,
    ],
    [
      'aglc4',
      `${organization}, *${title.replace(': Summary of Conclusions', '')}* (Summary of Conclusions, 2022) \\<<${url}>\\>`,
    ],
  ];
  for (const [style, text] of rows) {
    it(`${style}: ${text}`, () => {
      const entries = bibliography(real, cited, style);
      assert.deepEqual(
        entries.map(({ corpus, runs }) => [corpus, toMarkdown(runs)]),
        [['idm2022-1', text]],
      );
    });
  }

  it('takes the official titles of the draft’s language', () => {
    const [entry] = bibliography(real, cited, 'iom', 'es');
    assert.equal(
      entry && entryText(entry),
      'Organización Internacional para las Migraciones (OIM), 2022. Diálogo Internacional sobre la Migración 2022: ' +
        'La aplicación del Pacto Mundial para la Migración en la práctica: logros, retos y enfoques innovadores: Síntesis de conclusiones. OIM, Ginebra.',
    );
  });

  it('gives the date of access in ISO 690 where the drafter said it, and nowhere else', () => {
    const text = (style: Style, language: 'en' | 'fr' | 'es'): string =>
      bibliography(real, cited, style, language, { accessed: '2026-05-01' }).map(entryText).join();
    assert.ok(
      text('iso690', 'en').endsWith(`Geneva: ${organization} [viewed 1 May 2026]. Available from: ${url}`),
      text('iso690', 'en'),
    );
    assert.ok(
      text('iso690', 'fr').endsWith(
        `Résumé des conclusions [en ligne]. Genève\u00a0: Organisation internationale pour les migrations. Disponible à l’adresse\u00a0: ${url} [consulté le 1er mai 2026]`,
      ),
      text('iso690', 'fr'),
    );
    assert.ok(text('iso690', 'fr').startsWith('ORGANISATION INTERNATIONALE POUR LES MIGRATIONS, 2022. Dialogue'));
    assert.ok(
      text('iso690', 'es').endsWith(
        `Síntesis de conclusiones [en línea]. Ginebra: Organización Internacional para las Migraciones [consulta: 1 de mayo de 2026]. Disponible en: ${url}`,
      ),
      text('iso690', 'es'),
    );
    assert.ok(text('iso690', 'es').startsWith('ORGANIZACIÓN INTERNACIONAL PARA LAS MIGRACIONES, 2022. Diálogo'));
    for (const style of styles.filter(each => each !== 'iso690'))
      assert.doesNotMatch(text(style, 'en'), /2026/u, style);
    for (const language of languages) {
      const [entry] = bibliography(real, cited, 'iso690', language);
      assert.equal(withoutAccess(text('iso690', language)), entry && entryText(entry));
      const [dated] = bibliography(real, cited, 'iso690', language, { accessed: '2026-05-01' });
      assert.equal(withoutAccess(toMarkdown(dated?.runs ?? [])), toMarkdown(entry?.runs ?? []));
    }
  });

  it('names each document once, in order, and nothing for ids it does not know', () => {
    const citations = [
      { ids: ['bad2022-1-d1c1'] },
      { ids: ['idm2022-1-d1c1', 'idm2022-1-b1'] },
      { ids: [], corpus: 'idm2022-1' },
      { ids: ['nobody'], corpus: 'x' },
    ];
    assert.deepEqual(
      bibliography(library, citations, 'un').map(({ corpus }) => corpus),
      ['idm2022-1', 'bad2022-1'],
    );
    assert.deepEqual(
      corporaCited(library, citations).map(({ id }) => id),
      ['bad2022-1', 'idm2022-1'],
    );
    assert.deepEqual(bibliography(library, [], 'un'), []);
  });
});

describe('where each note stands', () => {
  const ours = (corpus: string, day?: number): NoteContent => ({ corpora: [corpus], day });
  const theirs: NoteContent = { corpora: [] };

  it('counts other people’s notes, and gives ibid. only right after a note of the same single source', () => {
    assert.deepEqual(positions([theirs, ours('a', 2), ours('a', 2), theirs, ours('a', 1), ours('b'), ours('a')]), [
      { number: 1, position: 'first' },
      { number: 2, position: 'first' },
      { number: 3, position: 'ibid', firstNote: 2, previousDay: 2 },
      { number: 4, position: 'first' },
      { number: 5, position: 'subsequent', firstNote: 2 },
      { number: 6, position: 'first' },
      { number: 7, position: 'subsequent', firstNote: 2 },
    ]);
  });

  it('gives no ibid. after a note of two sources, which is a first note for both', () => {
    assert.deepEqual(positions([{ corpora: ['a', 'b'] }, ours('b')]), [
      { number: 1, position: 'first' },
      { number: 2, position: 'subsequent', firstNote: 1 },
    ]);
  });
});
