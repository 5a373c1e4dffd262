import { Library } from '../../../src/domain/corpus/library';
import type { Corpus, DocumentMetadata, Finding, Passage } from '../../../src/domain/corpus/types';

/** A corpus with as many conclusions a day, and background paragraphs, as said. */
export function corpusOf(
  id: string,
  document: DocumentMetadata,
  perDay: readonly number[],
  paragraphs: { introduction: number; closing: number },
): Corpus {
  const findings = perDay.flatMap((count, at) =>
    Array.from({ length: count }, (_, ordinal) => finding(id, at + 1, ordinal + 1)),
  );
  const { introduction, closing } = paragraphs;
  const passages = Array.from({ length: introduction + closing }, (_, at) =>
    passage(
      id,
      at + 1,
      at < introduction ? 'introduction' : 'closing',
      at < introduction ? at + 1 : at - introduction + 1,
    ),
  );
  return { id, document, days: [], panels: [], themes: [], findings, passages, defects: [] };
}

function finding(corpus: string, day: number, ordinal: number): Finding {
  const id = `${corpus}-d${day}c${ordinal}`;
  return {
    id,
    corpus,
    day,
    ordinal,
    theme: { ordinal: 1, heading: 'The need to test.' },
    text: `Conclusion ${ordinal} of day ${day}. It has two sentences.`,
    start: 0,
    end: 0,
    sentences: [1, 2].map(number => ({
      id: `${id}s${number}`,
      text: '',
      start: 0,
      end: 0,
      attribution: { who: 'unnamed', verbs: [] },
    })),
    label: `Label ${day}.${ordinal}`,
    topics: [],
    objectives: [],
  };
}

function passage(corpus: string, ordinal: number, part: Passage['part'], paragraph: number): Passage {
  const id = `${corpus}-b${ordinal}`;
  return {
    id,
    corpus,
    ordinal,
    part,
    paragraph,
    text: `Paragraph ${ordinal}.`,
    start: 0,
    end: 0,
    sentences: [],
    label: `Background ${ordinal}`,
  };
}

const english = {
  organization: 'International Organization for Migration',
  series: 'International Dialogue on Migration 2022',
  session: 'Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches',
  document: 'Summary of conclusions',
  venue: 'online',
};

export const idm: DocumentMetadata = {
  organization: 'International Organization for Migration',
  organizationShort: 'IOM',
  series: 'International Dialogue on Migration',
  year: 2022,
  dates: { start: '2022-02-28', end: '2022-03-02' },
  venue: 'online',
  place: 'Geneva',
  url: 'https://www.iom.int/global-compact-migration-implementation-practice-successes-challenges-and-innovative-approaches',
  titles: {
    en: english,
    fr: {
      organization: 'Organisation internationale pour les migrations',
      series: 'Dialogue international sur la migration 2022',
      session: 'Mise en œuvre concrète du Pacte mondial sur les migrations : succès, défis et approches novatrices',
      document: 'Résumé des conclusions',
      venue: 'en ligne',
    },
    es: {
      organization: 'Organización Internacional para las Migraciones',
      series: 'Diálogo Internacional sobre la Migración 2022',
      session: 'La aplicación del Pacto Mundial para la Migración en la práctica: logros, retos y enfoques innovadores',
      document: 'Síntesis de conclusiones',
      venue: 'en línea',
    },
  },
  sha256: '',
};

const hostileTitles = {
  organization: 'Org <script>alert("1")</script>',
  series: 'Series *bold* [link](x)',
  session: 'A_b_ `code` $x$ ^y^ {brace} & "quote" @key',
  document: 'Doc\n\n# heading',
  venue: 'Rome',
};

/** Another document, of the same year, whose every name tries to break out of where it is put. */
const hostile: DocumentMetadata = {
  ...idm,
  organization: hostileTitles.organization,
  organizationShort: 'O<R>G',
  dates: { start: '2022-05-03', end: '2022-05-05' },
  url: 'javascript:alert(1)',
  titles: { en: hostileTitles, fr: hostileTitles, es: hostileTitles },
};

export const library = new Library([
  corpusOf('idm2022-1', idm, [6, 12, 8], { introduction: 6, closing: 2 }),
  corpusOf('bad2022-1', hostile, [2, 35], { introduction: 1, closing: 1 }),
]);

const session = (title: string, series: string, document: string, organization: string, venue: string) => ({
  organization,
  series,
  session: title,
  document,
  venue,
});

/** A second document of the same author and year, invented for what cites two. */
const invented: Corpus = corpusOf(
  'idm2022-2',
  {
    ...idm,
    dates: { start: '2022-10-24', end: '2022-10-25' },
    venue: 'Geneva',
    url: 'https://example.org/second-session',
    titles: {
      en: session(
        'Second Session',
        'International Dialogue on Migration 2022',
        'Summary of conclusions',
        idm.titles.en.organization,
        'Geneva',
      ),
      fr: session(
        'Deuxième session',
        'Dialogue international sur la migration 2022',
        'Résumé des conclusions',
        idm.titles.fr.organization,
        'Genève',
      ),
      es: session(
        'Segunda sesión',
        'Diálogo Internacional sobre la Migración 2022',
        'Síntesis de conclusiones',
        idm.titles.es.organization,
        'Ginebra',
      ),
    },
  },
  [4],
  { introduction: 1, closing: 1 },
);

/** What is bundled today, in short. */
export const summary = corpusOf('idm2022-1', idm, [6, 12, 8], { introduction: 6, closing: 2 });
/** Two documents of one author and year, told apart by letters. */
export const twoOfOneYear = new Library([summary, invented]);
