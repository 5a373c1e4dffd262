import assert from 'node:assert/strict';
import { check, prepare } from '../../../src/domain/check/check';
import { forms, styles } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { planInsertion } from '../../../src/domain/insert/plan';
import type { Kind } from '../../../src/domain/insert/trigger';
import { draftRules, type RuleSettings } from '../../../src/domain/rules/draftRules';
import { applied } from '../../../src/domain/text/edits';

const kinds: readonly Kind[] = ['citation', 'quotation', 'blockQuotation'];
const settings: RuleSettings = { form: 'footnote', style: 'un', language: 'auto' };
const rulesOf = (text: string, set: RuleSettings = settings): ReturnType<typeof draftRules> =>
  draftRules(Draft.of(text, library), set);
const french = 'Les États ont souligné que la coopération est au cœur des solutions.\n';
const spanish = 'Los Estados señalaron que la cooperación con las comunidades es el centro de su respuesta.\n';

describe('the language that a draft is plainly in', () => {
  const rows: readonly (readonly [text: string, language: string])[] = [
    [french, 'fr'],
    [spanish, 'es'],
    [`# Note de position\n\n- Pour les migrants\n- Avec les villes et leurs habitants\n`, 'fr'],
    [`---\ntitle: The dead of the sea\n---\n\n${french}`, 'fr'],
    // Nothing is certain in a few words.
    ['# Note de position\n', 'en'],
    ['La migration est un phénomène mondial.\n', 'en'],
    ['Les Misérables and Médecins du Monde.\n', 'en'],
    // A name or two is no language.
    [
      'Médecins du Monde, the Organisation internationale de la Francophonie and the Union des Comores told the session of their work with the dead and the missing.\n',
      'en',
    ],
    // The front matter goes before, whichever language it names.
    [`---\nlang: en\n---\n\n${french}`, 'en'],
    [`---\nlang: de\n---\n\n${french}`, 'en'],
    [`---\nidm-findings:\n  language: es\n---\n\n${french}`, 'es'],
    // So do the citations that the draft has.
    [`${french}\nOui (IOM, 2022, day 2, fourth conclusion).\n`, 'en'],
    [`${french}\nOui [@idm2022-1, day 2, conclusion 4].\n`, 'en'],
    [`${spanish}\nSí (OIM, 2022).\n`, 'es'],
    [`${french}\nOui (OIM, 2022).\n`, 'fr'],
    // Two languages are none.
    [
      `${french}\nStates noted that cooperation is at the heart of the response and of all that follows from it.\n`,
      'en',
    ],
    [`${french}${spanish}`, 'en'],
    // A quotation of the source is in its language, whatever the draft is in.
    [
      `${french}\nIls ont dit : « The need to improve the identification of the dead and the missing was noted by States ».\n`,
      'fr',
    ],
    [
      `${french}\n> The need to improve the identification of the dead was noted by the States that were there.\n`,
      'fr',
    ],
    // Near languages are not taken for ours.
    [
      'Os Estados salientaram que a cooperação com as comunidades é o centro da resposta dos governos e não uma opção.\n',
      'en',
    ],
    [
      'Gli Stati hanno sottolineato che la cooperazione con le comunità è il centro della risposta dei governi.\n',
      'en',
    ],
    [
      'Els Estats van subratllar que la cooperació amb les comunitats és el centre de la resposta dels governs.\n',
      'en',
    ],
    [
      'Die Staaten betonten, dass die Zusammenarbeit mit den Gemeinden im Zentrum des Handelns und des Erfolgs steht.\n',
      'en',
    ],
    ['```\nles des du et au aux dans pour qui est sont ont\n```\n', 'en'],
    ['', 'en'],
  ];
  for (const [text, language] of rows)
    it(`${language}: ${JSON.stringify(text).slice(0, 80)}`, () => assert.equal(rulesOf(text).language, language));

  it('is asked for only where the settings leave it to the draft', () => {
    assert.equal(rulesOf(french, { ...settings, language: 'en' }).language, 'en');
    assert.equal(rulesOf(french, { ...settings, language: 'es' }).language, 'es');
  });

  it('follows the draft as it is typed', () => {
    const draft = Draft.of('', library);
    for (const [at, text] of [...french].entries()) draft.apply([{ start: at, end: at, text }]);
    assert.equal(draftRules(draft, settings).language, 'fr');
    draft.apply([{ start: 0, end: french.length, text: 'Words.\n' }]);
    assert.equal(draftRules(draft, settings).language, 'en');
  });

  it('is that of what is inserted, which raises no warning', () => {
    const tools = prepare(library);
    for (const text of [french, spanish])
      for (const form of forms)
        for (const style of styles)
          for (const kind of kinds) {
            let now = text;
            const { language } = rulesOf(text);
            for (const id of ['idm2022-1-d2c4', 'idm2022-1-d1c1', 'idm2022-1-b8']) {
              const set: RuleSettings = { form, style, language: 'auto' };
              const draft = Draft.of(now, library);
              const rules = draftRules(draft, set);
              assert.equal(rules.language, language, now);
              const at = text.trimEnd().length - 1;
              const { edits } = planInsertion(draft, library, [{ start: at, end: at }], { ids: [id], kind, ...rules });
              now = applied(now, edits);
              const problems = check(now, tools, draftRules(Draft.of(now, library), set));
              assert.deepEqual(
                problems.map(({ code }) => code),
                [],
                now,
              );
            }
            if (kind === 'quotation' && language === 'fr') assert.match(now, /«\u00A0/u);
          }
  });
});
