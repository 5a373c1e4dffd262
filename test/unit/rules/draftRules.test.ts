import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cite, definitionText } from '../../../src/domain/citation/cite';
import { forms, languages, positions, styles } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { bitOf, wordingsOfInText, wordingsOfNote } from '../../../src/domain/rules/beginnings';
import { declared } from '../../../src/domain/rules/declared';
import { draftRules, type RuleSettings } from '../../../src/domain/rules/draftRules';
import { evidenceIn } from '../../../src/domain/rules/evidence';
import { property } from '../../property';

const settings: RuleSettings = { form: 'footnote', style: 'un', language: 'auto' };
const rules = (text: string, set: RuleSettings = settings): string =>
  Object.values(draftRules(Draft.of(text, library), set)).join(' ');
const finding = 'idm2022-1-d2c4';
const note = (style: (typeof styles)[number], language: (typeof languages)[number] = 'en', id = finding): string =>
  `[^${id}]: ${definitionText(library, id, { style, language })}\n`;

describe('the rules of a draft', () => {
  const rows: [string, string, Partial<RuleSettings>?][] = [
    ['Words.', 'footnote un en'],
    ['Words.', 'inText apa es', { form: 'inText', style: 'apa', language: 'es' }],
    ['---\nlang: fr-CH\n---\n', 'footnote un fr', { language: 'es' }],
    ['---\nlang: de\n---\n', 'footnote un es', { language: 'es' }],
    ['---\nlang: fr\nidm-findings:\n  language: es_AR\n---\n', 'footnote un es'],
    ['---\nidm-findings: { style: oscola, form: pandoc, language: fr }\n---\n', 'pandoc oscola fr'],
    ['---\nidm-findings: { accessed: 2026-05-01 }\n---\n', 'footnote un en 2026-05-01'],
    ['---\nidm-findings: { accessed: "2026-02-30" }\n---\n', 'footnote un en 2026-01-31', { accessed: '2026-01-31' }],
    ['---\nidm-findings: { style: harvard, form: [a] }\n---\n', 'footnote un en'],
    [`A.[^${finding}]\n\n${note('bluebook', 'fr')}`, 'footnote bluebook fr', { form: 'pandoc', language: 'es' }],
    [`---\nidm-findings:\n  style: apa\n---\nA.[^${finding}]\n\n${note('bluebook')}`, 'footnote apa en'],
    // Of several, most; of as many, the one that is set.
    [
      `${note('oscola')}${note('oscola', 'en', 'idm2022-1-d1c1')}${note('un', 'en', 'idm2022-1-d1c2')}`,
      'footnote oscola en',
    ],
    [`${note('oscola')}${note('un', 'en', 'idm2022-1-d1c2')}`, 'footnote un en'],
    [`${note('oscola')}${note('un', 'en', 'idm2022-1-d1c2')}`, 'footnote un en', { style: 'apa' }],
    ['A [@idm2022-1, jour 2, conclusion 4]. B [@idm2022-1, jour 2, conclusion 5].[^idm2022-1-d1c1]', 'pandoc un fr'],
    ['A [@idm2022-1, jour 2, conclusion 4].', 'pandoc un es', { language: 'es' }],
    ['A (IOM, 2022, day 2, fourth conclusion).', 'inText iom en', { style: 'iom' }],
    ['A (IOM, 2022, day 2, fourth conclusion).', 'inText un en', { style: 'apa' }],
    ['A (OIM, 2022, jour 2, quatrième conclusion; OIM, 2022, jour 2, cinquième conclusion).', 'inText un fr'],
    // A key that is being typed.
    ['States meet @idm2022-1.', 'footnote un en'],
    ['@idm2022-1 [day 2, conclusion 4] says so.', 'pandoc un en'],
    // What the drafter says in the sentence is no citation of ours.
    ['IOM (2022, day 2, fourth conclusion) says so.', 'footnote apa en', { style: 'apa' }],
    // A note goes on being of its style when words are added to it.
    [
      `[^${finding}]: ${definitionText(library, finding, { style: 'chicago-notes' }).slice(0, -1)}; emphasis added.`,
      'footnote chicago-notes en',
    ],
    [
      `> [^${finding}]: International Organization for Migration\n> 2022, Day 2, conclusion 4.`,
      'footnote chicago-author-date en',
    ],
    ['`(IOM, 2022, day 2, fourth conclusion)`', 'footnote apa en', { style: 'apa' }],
  ];
  for (const [text, wanted, set] of rows) {
    it(`${JSON.stringify(text.slice(0, 70))} ${JSON.stringify(set ?? {})}: ${wanted}`, () =>
      assert.equal(rules(text, { ...settings, ...set }), wanted));
  }

  it('know every wording of every style, language and position', () => {
    for (const id of [
      'idm2022-1',
      ...library.findings.map(each => each.id),
      ...library.passages.map(each => each.id),
    ]) {
      for (const style of styles) {
        for (const language of languages) {
          const has = (wordings: number): boolean => (wordings & bitOf(style, language)) !== 0;
          for (const position of positions) {
            const words = definitionText(library, id, { style, language, position, firstNote: 12 });
            assert.ok(has(wordingsOfNote(library, words)), `${style} ${language}: ${words}`);
          }
          const { text } = cite(library, [id], { form: 'inText', style, language });
          assert.ok(has(wordingsOfInText(library, text.slice(1, -1))), `${style} ${language}: ${text}`);
        }
      }
    }
  });

  it('tell what of the front matter is no rule, and where', () => {
    const text =
      '---\nidm-findings:\n  style: harvard\n  form: [footnote]\n  language: fr-CH\n  accessed: 1 May\n  colour: red\n---\n';
    const { faults } = declared(Draft.of(text, library));
    assert.deepEqual(
      faults.map(({ kind, rule, text: words }) => [kind, rule, words]),
      [
        ['value', 'style', 'harvard'],
        ['value', 'form', '[footnote]'],
        ['value', 'accessed', '1 May'],
        ['name', undefined, 'colour'],
      ],
    );
    for (const { start, end, text: words } of faults) assert.equal(text.slice(start, end), words);
    assert.deepEqual(
      declared(Draft.of('---\nidm-findings: un\n---\n', library)).faults.map(({ kind }) => kind),
      ['noFields'],
    );
    assert.deepEqual(declared(Draft.of('---\nidm-findings:\n---\n', library)).faults, []);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    `[^${finding}]`,
    '\n\n',
    '\n',
    '> ',
    '```\n',
    'Words. ',
    ' [@idm2022-1, day 1, conclusion 2]',
    ' (IOM, 2022, day 2, fourth conclusion)',
    '---\nlang: fr\n---\n',
  ),
  fc
    .tuple(fc.constantFrom(...styles), fc.constantFrom(...languages), fc.constantFrom(...forms))
    .map(([style, language, form]) =>
      form === 'footnote'
        ? `\n${note(style, language)}`
        : ` ${cite(library, [finding], { form, style, language }).text}`,
    ),
);

describe('the rules of a draft that is edited', () => {
  property(
    'the evidence of an edited draft is that of its text',
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(600), fc.nat(200), fc.array(piece, { maxLength: 2 })), { minLength: 1, maxLength: 5 }),
      (pieces, edits) => {
        const draft = Draft.of(pieces.join(''), library);
        evidenceIn(draft);
        for (const [start, length, words] of edits) draft.apply([{ start, end: start + length, text: words.join('') }]);
        const counts = (each: Draft): unknown => {
          const { forms: form, styles: style, languages: language, keyLanguages } = evidenceIn(each);
          return [form, style, language, keyLanguages].map(map =>
            [...map].toSorted(([one], [other]) => (one < other ? -1 : 1)),
          );
        };
        assert.deepEqual(counts(draft), counts(Draft.of(draft.text, library)));
      },
    ),
    { runs: 600 },
  );
});
