import { strict as assert } from 'node:assert';
import { parted } from '../../../src/domain/check/attribution/apart';
import { AttributionJudge } from '../../../src/domain/check/attribution/judge';
import { check, prepare } from '../../../src/domain/check/check';
import { Checker } from '../../../src/domain/check/checker';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';

describe('what stands between two mentions', () => {
  const apart = [
    ', ',
    '; ',
    ' – ',
    ' (',
    '. ',
    ', and ',
    ', whereas the ',
    ', in which ',
    '; at which the ',
    ', and that\nthe ',
    ',',
    ' and ',
    ' but the ',
    ' while a ',
    ' and noting that some ',
    ', And That ',
  ];
  for (const between of apart) it(`parts them: ${JSON.stringify(between)}`, () => assert.equal(parted(between), true));
  const joined = [
    '',
    ' ',
    ' the ',
    ' of ',
    ', of ',
    ', which ',
    ', on which ',
    ' in which ',
    ', andy ',
    ' sand ',
    ', 3 the ',
    ' we seek. Some ',
    'whereas ',
    ' noting; all ',
  ];
  for (const between of joined)
    it(`does not part them: ${JSON.stringify(between)}`, () => assert.equal(parted(between), false));

  it('is read once, however many words lead on', () => {
    const judge = new AttributionJudge(library);
    const problems = (times: number) => {
      const text = `States agreed that x, ${'whereas '.repeat(times)}Q States agreed that climate action matters.`;
      return judge.judge(text, text, { start: 0, end: text.length, cited: ['idm2022-1-d2c4'] }).length;
    };
    assert.equal(problems(40), problems(1));
    assert.equal(parted(`, ${'whereas '.repeat(100_000)}Q `), false);
    assert.equal(parted(`, ${'whereas '.repeat(100_000)}`), true);
  });
});

describe('a speaker who stands apart from the verb', () => {
  const tools = prepare(library);
  const said = (text: string): string[] =>
    check(text, tools)
      .filter(({ code }) => code.startsWith('attribution'))
      .map(({ start, end }) => text.slice(start, end));
  const panel = 'the establishment of a high-level panel on deaths in transit [@idm2022-1, day 1, conclusion 1]';
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [
      `Member States “called for the establishment of a high-level panel on deaths in transit” [@idm2022-1, day 1, conclusion 1].`,
      ['Member States “called for'],
    ],
    [
      `Some speakers “called for the establishment of a high-level panel on deaths in transit” [@idm2022-1, day 1, conclusion 1].`,
      [],
    ],
    [`Member States:\n\n- met online;\n- called for ${panel}.\n`, ['Member States']],
    [`Some speakers:\n\n- met online;\n- called for ${panel}.\n`, []],
    [`The demands of Member States:\n\n- called for ${panel}.\n`, []],
    [`| Who | What |\n|---|---|\n| Member States | called for ${panel} |\n`, ['Member States | called for']],
    [`States joined on the first day. They called for ${panel}.`, ['They called for']],
    [`Some speakers joined from twenty States. They called for ${panel}.`, []],
    [`States met in Marrakesh in 2018. They called for ${panel}.`, []],
    [`States met some speakers. They called for ${panel}.`, []],
    [`Having called for ${panel}, States left.`, ['States']],
    [`Having called for ${panel}, some speakers left.`, []],
    [
      `States emphasized that data on trafficking were still limited [@idm2022-1, day 1, conclusion 5] and called for ${panel}.`,
      ['States emphasized', 'called for'],
    ],
    [`Member States:\n\n- called for ${panel}.\n`, ['Member States:\n\n- called for']],
    [
      `Member States:\n\n- call for ${panel};\n- called for ${panel}.\n`,
      ['Member States:\n\n- call for', 'called for'],
    ],
    [`# Recommendations\n\nMember States:\n\n- call for ${panel}.\n`, []],
    [`We recommend that States:\n\n- call for ${panel}.\n`, []],
    [`| Who | What |\n|---|---|\n| Member States | call for ${panel} |\n`, ['Member States | call for']],
    [`| Who | Action |\n|---|---|\n| Member States | call for ${panel} |\n`, []],
    [
      `Participants emphasized that data on trafficking were still limited [@idm2022-1, day 1, conclusion 5] and we called for ${panel}.`,
      [],
    ],
  ];
  for (const [text, expected] of rows)
    it(`${expected.length > 0 ? 'is seen' : 'is no other'} in ${JSON.stringify(text.slice(0, 70))}`, () =>
      assert.deepEqual(said(text), expected));

  it('is found again after edits above the list, in order, and nothing is put in its place', () => {
    const draft = Draft.of(`Member States:\n\n- met online;\n- called for ${panel}.\n`, library);
    const checker = new Checker(draft, tools);
    const options = { style: 'un', form: 'footnote', language: 'en' } as const;
    checker.check(options);
    for (const edit of [
      { start: 0, end: 0, text: 'At the Dialogue, ' },
      { start: 33, end: 33, text: '- and so on;\n' },
      { start: 17, end: 23, text: 'Certain' },
    ]) {
      draft.apply([edit]);
      const found = checker.check(options);
      assert.deepEqual(
        found.map(({ code, start, end }) => [code, start, end]),
        check(draft.text, tools, options).map(({ code, start, end }) => [code, start, end]),
      );
      assert.deepEqual(
        found.flatMap(({ fixes }) => fixes),
        [],
      );
    }
  });
});
