/**
 * What a quotation changes at its beginning or in brackets: quantity, modal, speaker. Where it is told of, where it is
 * not, and what the fix puts back.
 */
import { strict as assert } from 'node:assert';
import { check, prepare } from '../../../src/domain/check/check';
import { library } from '../../../src/domain/corpus/bundled';
import { applied } from '../../../src/domain/text/edits';

const tools = prepare(library);
const quotes = (text: string): string[] =>
  check(text, tools)
    .filter(({ code }) => code.startsWith('quote-'))
    .map(({ code, severity, start, end }) => `${severity} ${code} ‹${text.slice(start, end)}›`);
const panel = 'called for the establishment of a high-level panel';
const at = (place: string): string => `[@idm2022-1, day ${place[1]}, conclusion ${place[3]}]`;

describe('the word of quantity before a quotation', () => {
  const told: readonly (readonly [string, string])[] = [
    [`“Speakers ${panel}” ${at('d1c1')}.`, 'Speakers'],
    [`It records that “[s]peakers ${panel}” ${at('d1c1')}.`, '[s]peakers'],
    [`It records that “… speakers ${panel}” ${at('d1c1')}.`, '… speakers'],
    [`Every one of the “speakers ${panel}” ${at('d1c1')}.`, 'speakers'],
    [`Most “speakers ${panel}” ${at('d1c1')}.`, 'speakers'],
    [`Many things were said. “Speakers ${panel}” ${at('d1c1')}.`, 'Speakers'],
    [`It is said that “States still lacked” such systems ${at('d2c2')}.`, 'States'],
    [`Cities can address “the challenges experienced by migrant communities” ${at('d3c3')}.`, 'the'],
    [`Cities can address the “challenges experienced by migrant communities” ${at('d3c3')}.`, 'challenges'],
    ['At the end “government delegates applauded the diversity of perspectives” [@idm2022-1].', 'government'],
  ];
  for (const [text, words] of told)
    it(`is missed: ${text}`, () => assert.deepEqual(quotes(text), [`warning quote-omission ‹${words}›`]));

  const silent: readonly string[] = [
    `Some “speakers ${panel}” ${at('d1c1')}.`,
    `Only a few of those “speakers ${panel}” ${at('d1c1')}.`,
    `Not all “speakers ${panel}” ${at('d1c1')}.`,
    `These “speakers ${panel}” ${at('d1c1')}.`,
    `Some speakers “${panel}” ${at('d1c1')}.`,
    `Several “States still lacked” such systems ${at('d2c2')}.`,
    `The text is about “migrants, including those in need of protection” ${at('d3c5')}.`,
    `He wanted to set out “issues and concerns [...] some timely, some urgent” [@idm2022-1].`,
    `There were “speakers and moderators” of many kinds [@idm2022-1].`,
    `“Speakers called for people on the move” ${at('d2c1')}.`,
    '“Speakers called for” a good deal [@idm2022-1].',
    `Some of “the challenges experienced by migrant communities” remain ${at('d3c3')}.`,
    `70 per cent “represented governments from approximately 150 countries” [@idm2022-1].`,
  ];
  for (const text of silent) it(`is said, or not needed: ${text}`, () => assert.deepEqual(quotes(text), []));

  const fixed: readonly (readonly [string, string])[] = [
    [`“Speakers ${panel}” ${at('d1c1')}.`, `“Some speakers ${panel}” ${at('d1c1')}.`],
    [`It says that “[s]peakers ${panel}” ${at('d1c1')}.`, `It says that “some speakers ${panel}” ${at('d1c1')}.`],
    [`It says that “[…] speakers ${panel}” ${at('d1c1')}.`, `It says that “some speakers ${panel}” ${at('d1c1')}.`],
    [
      `It says that “*speakers called* for the establishment” ${at('d1c1')}.`,
      `It says that “*some speakers called* for the establishment” ${at('d1c1')}.`,
    ],
    [
      `It says that “States still lacked” them ${at('d2c2')}.`,
      `It says that “many States still lacked” them ${at('d2c2')}.`,
    ],
    [
      `To address “the challenges experienced by migrant communities” ${at('d3c3')}.`,
      `To address “some of the challenges experienced by migrant communities” ${at('d3c3')}.`,
    ],
  ];
  for (const [text, expected] of fixed) {
    it(`is put back: ${text}`, () => {
      const [problem] = check(text, tools);
      const fix = problem?.fixes.find(({ kind }) => kind === 'restore');
      assert.ok(fix?.sure);
      assert.equal(applied(text, fix.edits), expected);
      assert.deepEqual(quotes(expected), []);
    });
  }
});

describe('words in brackets', () => {
  const told: readonly (readonly [string, string])[] = [
    [`“[All] speakers ${panel}” ${at('d1c1')}.`, 'warning quote-bracket ‹[All]›'],
    [`“[Speakers] ${panel}” ${at('d1c1')}.`, 'warning quote-bracket ‹[Speakers]›'],
    [`“[The youth envoy] ${panel}” ${at('d1c1')}.`, 'warning quote-bracket ‹[The youth envoy]›'],
    [`“[The] speakers ${panel}” ${at('d1c1')}.`, 'warning quote-omission ‹[The]›'],
    [
      `“regular pathways [should] be enhanced to support legal migration” [@idm2022-1, day 2, conclusion 12].`,
      'warning quote-bracket ‹[should]›',
    ],
    [`“[most] migrant youth should be included in all stages” ${at('d3c4')}.`, 'warning quote-bracket ‹[most]›'],
    [`“local authorities could not work [entirely] alone” ${at('d3c3')}.`, 'information quote-bracket ‹[entirely]›'],
  ];
  for (const [text, expected] of told)
    it(`change what is said: ${text}`, () => assert.deepEqual(quotes(text), [expected]));

  const silent: readonly string[] = [
    `“Some speakers [sic] ${panel}” ${at('d1c1')}.`,
    `“local authorities could not work alone [emphasis added]” ${at('d3c3')}.`,
    `“local [sic] authorities could not work alone” ${at('d3c3')}.`,
  ];
  for (const text of silent) it(`only remark: ${text}`, () => assert.deepEqual(quotes(text), []));

  it('that explain are shown', () => {
    for (const words of [
      'they [the speakers] also mentioned',
      'they [i.e. all of them] also mentioned',
      '[t]hey also mentioned the need for countries [of all regions of the world]',
    ]) {
      assert.ok(
        quotes(`It says that “${words}” [@idm2022-1, day 2, conclusion 6].`).every(line =>
          line.startsWith('information'),
        ),
        words,
      );
    }
  });

  it('that only change the tense are no other modal', () => {
    assert.deepEqual(
      quotes(`It “[would] allow for more targeted strategies in future” [@idm2022-1, day 3, conclusion 7].`).filter(
        line => line.startsWith('warning'),
      ),
      [],
    );
  });
});
