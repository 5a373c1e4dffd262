// Citations and notes in a drafter's own words: left alone, and restyled when asked for, if they say nothing else.
import assert from 'node:assert/strict';
import { definitionText } from '../../../src/domain/citation/cite';
import { forms, type Form } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { restyle } from '../../../src/domain/restyle/restyle';

const to = (text: string, form: Form, byHand: boolean) => restyle(library, text, { form, style: 'un', byHand });
const note = (label: string, id: string): string => `[^${label}]: ${definitionText(library, id)}`;
const day2 = '[@idm2022-1, day 2, conclusion 4]';
const day1 = '[@idm2022-1, day 1, conclusion 1]';

describe('a citation in a drafter’s own words', () => {
  const same: readonly [words: string, pandoc: string][] = [
    ['(IOM 2022, day 2, conclusion 4)', day2],
    ['(IOM, 2022: Day 2, Conclusion 4)', day2],
    ['(iom, 2022, day 2, fourth conclusion)', day2],
    ['(IDM 2022, Day 2, conclusion 4)', day2],
    ['(IOM, IDM 2022, Summary of Conclusions, day 2, conclusion 4)', day2],
    ['(IOM, International Dialogue on Migration 2022, First session, day 1, first conclusion)', day1],
    ['(IOM, *International Dialogue on Migration 2022*, session 1 (online), day 1, conclusion 1)', day1],
    [
      '(International Organization for Migration 2022, day 2, conclusions 4 & 6)',
      '[@idm2022-1, day 2, conclusions 4 and 6]',
    ],
    ['(IOM 2022, day 2, conclusion 4; IOM 2022, day 1, conclusion 1)', `${day2.slice(0, -1)}; ${day1.slice(1)}`],
  ];
  for (const [words, pandoc] of same) {
    it(`is left, and restyled when asked for: ${words}`, () => {
      const draft = `A ${words}.\n`;
      const left = to(draft, 'pandoc', false);
      assert.equal(left.text, draft);
      assert.deepEqual(
        left.skipped.map(({ text, reason }) => [text, reason]),
        [[words, 'byHand']],
      );
      assert.deepEqual(to(draft, 'pandoc', true), { text: `A ${pandoc}.\n`, skipped: [] });
    });
  }

  const keys: readonly [words: string, inText: string][] = [
    ['[@idm2022-1-d2c4]', '(IOM, 2022, day 2, fourth conclusion)'],
    ['[@{idm2022-1}, {Day 2, conclusion 4}]', '(IOM, 2022, day 2, fourth conclusion)'],
    ['[@idm2022-1, day 2,\nconclusion 4]', '(IOM, 2022, day 2, fourth conclusion)'],
  ];
  for (const [words, inText] of keys) {
    it(`is restyled when asked for: ${words.replace('\n', '\\n')}`, () => {
      assert.deepEqual(
        to(`A ${words}.\n`, 'inText', false).skipped.map(({ reason }) => reason),
        ['byHand'],
      );
      assert.deepEqual(to(`A ${words}.\n`, 'inText', true), { text: `A ${inText}.\n`, skipped: [] });
    });
  }

  const more: readonly [words: string, reason: string, says: string][] = [
    ['(IOM 2022, day 2, conclusion 4, p. 3)', 'suffix', 'p. 3'],
    ['(IOM 2022, day 2, conclusion 4?)', 'suffix', '?'],
    ['(see IOM 2022, day 2, conclusion 4)', 'prefix', 'see'],
    [
      '(IOM, *Global Compact for Migration Implementation in Practice*, as quoted in Smith 2020, p. 4, day 2, conclusion 4)',
      'ownWords',
      'as quoted in Smith 2020, p. 4',
    ],
    [
      '(IOM, *Global Compact for Migration Implementation in Practice*, pp. 4–5, day 2, conclusion 4)',
      'ownWords',
      'pp. 4–5',
    ],
    [
      '(IOM, *Global Compact for Migration Implementation in Practice*, second session, day 2, conclusion 4)',
      'ownWords',
      'second session',
    ],
    [
      '(IOM, *Global Compact for Migration Implementation in Practice*, https://example.org/x, day 2, conclusion 4)',
      'ownWords',
      'https://example.org/x',
    ],
  ];
  for (const [words, reason, says] of more) {
    it(`is never touched where it says more: ${words}`, () => {
      const draft = `A ${words}.\n`;
      for (const byHand of [false, true]) {
        const { text, skipped } = to(draft, 'pandoc', byHand);
        assert.equal(text, draft);
        assert.deepEqual(
          skipped.map(each => [each.reason, each.words]),
          [[reason, says]],
        );
      }
    });
  }

  it('with more in its braces is never touched', () => {
    const draft = 'A [@idm2022-1, {day 2, conclusion 4, emphasis added}].\n';
    const { text, skipped } = to(draft, 'inText', true);
    assert.equal(text, draft);
    assert.deepEqual(
      skipped.map(each => [each.reason, each.words]),
      [['ownWords', 'emphasis added']],
    );
  });
});

describe('a note in a drafter’s own words', () => {
  const trial =
    'IOM, International Dialogue on Migration 2022, First session, Conclusions and recommendations, day 1, first conclusion.';
  const same: readonly [label: string, words: string, pandoc: string, id: string][] = [
    ['1', trial, day1, 'idm2022-1-d1c1'],
    ['1', 'IOM 2022, Day 2, Conclusion 4', day2, 'idm2022-1-d2c4'],
    ['unhcr', '*IDM 2022*, day 2, conclusion 4.', day2, 'idm2022-1-d2c4'],
    ['idm2022-1-d2c4', 'IOM (2022), day 2, fourth conclusion.', day2, 'idm2022-1-d2c4'],
    [
      '1',
      definitionText(library, 'idm2022-1-d2c4').replace('28 February–2 March 2022', '28 February-2 March 2022'),
      day2,
      'idm2022-1-d2c4',
    ],
  ];
  for (const [label, words, pandoc, id] of same) {
    it(`is left, and restyled when asked for: [^${label}]: ${words}`, () => {
      const draft = `A.[^${label}]\n\n[^${label}]: ${words}\n`;
      for (const form of forms) {
        const left = to(draft, form, false);
        assert.equal(left.text, draft);
        assert.deepEqual(
          left.skipped.map(({ text, reason }) => [text, reason]),
          [[`[^${label}]`, 'byHand']],
        );
      }
      assert.deepEqual(to(draft, 'pandoc', true), { text: `A ${pandoc}.\n`, skipped: [] });
      assert.deepEqual(to(draft, 'footnote', true), { text: `A.[^${label}]\n\n${note(label, id)}\n`, skipped: [] });
    });
  }

  const more: readonly [label: string, words: string, says: string][] = [
    ['1', `See ${trial}`, 'See'],
    ['1', `${trial} Emphasis added.`, 'Emphasis added'],
    ['1', 'IOM 2022, day 2, conclusion 4, p. 12.', 'p. 12'],
    ['1', 'IOM 2022, day 2, conclusion 4!', '!'],
    ['1', 'IOM 2022, day 2, conclusion 4; Smith 2020.', 'Smith 2020'],
    ['idm2022-1-d2c4', 'See IOM 2022, day 2, conclusion 4.', 'See'],
    ['idm2022-1-d2c4', 'See there, day 2.', 'See there, day 2.'],
    ['idm2022-1-d2c4', 'IOM 2022, day 2, conclusion 6.', 'IOM 2022, day 2, conclusion 6.'],
    ['1', 'IOM 2022, day 2, conclusion 4.\n\n    It goes on.', 'It goes'],
  ];
  for (const [label, words, says] of more) {
    it(`is never touched where it says more: [^${label}]: ${words.replaceAll('\n', '\\n')}`, () => {
      const draft = `A.[^${label}]\n\n[^${label}]: ${words}\n`;
      for (const form of forms) {
        const { text, skipped } = to(draft, form, true);
        assert.equal(text, draft);
        assert.deepEqual(
          skipped.map(each => [each.reason, each.words]),
          [['editedNote', says]],
        );
      }
    });
  }
});
