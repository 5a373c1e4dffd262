// Quotations of ours in a block quotation of the draft's: the marks say what is quoted, and the check keeps silent.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forms, languages } from '../../../src/domain/citation/options';
import { check, prepare } from '../../../src/domain/check/check';
import { library } from '../../../src/domain/corpus/bundled';
import type { Language } from '../../../src/domain/corpus/types';
import { Draft } from '../../../src/domain/draft/draft';
import { planInsertion, type Request } from '../../../src/domain/insert/plan';
import { applied } from '../../../src/domain/text/edits';
import { draftsToEdit } from '../../insertions/drafts';
import { property } from '../../property';

const tools = prepare(library);
const ids = library.findings.flatMap(({ id, sentences }) => [id, ...sentences.map(sentence => sentence.id)]);
/** What drafters write in real drafts, without quotations and citations, each with the places between its words. */
const lines = draftsToEdit()
  .flatMap(([, text]) => text.split(/\r?\n/u))
  .filter(line => Draft.of(line, library).citations().length === 0 && /^\p{Lu}[^[\]@“”"«»`|<>*_$\\]{20,}$/u.test(line));
const leads = ['Quoted', 'As it says,', 'The summary states that', 'We *note*', 'And:\n>'].map(lead => `${lead} `);

const found = (text: string, language: Language): string[] =>
  check(text, tools, { language, form: 'footnote', style: 'un' })
    .filter(({ code }) => code.startsWith('quote-'))
    .map(({ code, start, end }) => `${code} ‹${text.slice(start, end)}›`);

function quoted(text: string, at: number, request: Request): string {
  const { edits } = planInsertion(Draft.of(text, library), library, [{ start: at, end: at }], request);
  return applied(text, edits);
}

const asked = fc.record({
  ids: fc.constantFrom(...ids).map(id => [id]),
  kind: fc.constant('quotation' as const),
  form: fc.constantFrom(...forms),
  language: fc.constantFrom(...languages),
  style: fc.constant('un' as const),
});

describe('a quotation in a block quotation', () => {
  property(
    'is no problem at once, whatever words lead to it',
    fc.property(
      fc.constantFrom(...leads),
      fc.constantFrom('', '.', ' and more.', '\n> And the rest of it.'),
      fc.constantFrom('> ', '> > ', '- > ', 'As noted.\n\n> '),
      asked,
      (lead, rest, prefix, request) => {
        const before = prefix + lead;
        assert.deepEqual(found(quoted(before + rest, before.length, request), request.language), []);
      },
    ),
    { runs: 500 },
  );

  property(
    'is no problem at once, at any place of a drafter’s words',
    fc.property(fc.constantFrom(...lines), fc.nat(), asked, (line, place, request) => {
      const text = `> ${line}\n`;
      const places = [...text.matchAll(/ /gu)].map(({ index }) => index);
      const after = quoted(text, places[place % places.length] ?? text.length - 1, request);
      const before = found(text, request.language);
      const fresh = found(after, request.language).filter(each => !before.includes(each));
      assert.deepEqual(fresh, [], after);
    }),
    { runs: 500 },
  );

  const wrong = 'However, it was noted that local authorities could never work alone';
  const cited = '[@idm2022-1, day 3, conclusion 3]';
  const rows: [what: string, text: string, expected: string[]][] = [
    [
      'is compared where it is altered',
      `> Quoted “local authorities could never work alone” ${cited}`,
      ['quote-altered ‹never›'],
    ],
    [
      'is compared with what is cited above',
      'As noted [@idm2022-1, day 3, conclusion 3]:\n\n> Quoted “local authorities could never work alone”',
      ['quote-altered ‹never›'],
    ],
    [
      'is the whole block where a word of it only is marked',
      `> ${wrong.replace('noted', '“noted”')} ${cited}`,
      ['quote-altered ‹“noted” that local authorities could never›'],
    ],
    [
      'is the whole block where the source’s own marks are in it',
      `> ${library.resolve('idm2022-1-b2')!.entry.text.replace('aimed to', 'never')} [@idm2022-1-b2]`,
      ['quote-altered ‹never›'],
    ],
    [
      'is none where the draft says that the words are its own',
      `> Our own summary: free identity documents for everybody ${cited}`,
      [],
    ],
    ['is none in French', `> En bref : des papiers d’identité gratuits pour tous ${cited}`, []],
    ['is none in Spanish', `> Nuestro resumen: papeles de identidad gratuitos para todos ${cited}`, []],
    [
      'is one where nothing says so',
      `> Free identity documents for everybody ${cited}`,
      ['quote-unknown ‹Free identity documents for everybody›'],
    ],
    [
      'is compared in marks in the draft’s own words',
      `> In short: they “could never work alone” ${cited}`,
      ['quote-altered ‹never›'],
    ],
  ];
  for (const [what, text, expected] of rows) it(what, () => assert.deepEqual(found(text, 'en'), expected));
});
