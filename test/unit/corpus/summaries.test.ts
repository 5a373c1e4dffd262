import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import description from '../../../data/idm2022-1/document.json';
import labels from '../../../data/idm2022-1/labels.json';
import { parseSummary, type LabelFile } from '../../../src/domain/corpus/parse';
import type { Corpus } from '../../../src/domain/corpus/types';

/** A small summary as others may be: two days, three themes, five conclusions. */
const summary = (mark = '-'): string => `Title

Summary of conclusions

--

An introduction.

The panels:

Day 1:

${mark} Panel 1: One

The outcomes are below.

Day 1: First day

The need to act.

${mark} Participants noted one thing. It was so.
${mark} Speakers called for two things.

The need for more.

${mark} Third.

Day 2: Second day

The need to end.

${mark} Fourth thing.
 ${mark} Fifth thing over
 two lines.

Closing paragraph.
`;

const label = { label: 'Label of it', topics: [], objectives: [] };
const labelled = (...keys: string[]): LabelFile => ({
  findings: Object.fromEntries(keys.filter(key => key.startsWith('d')).map(key => [key, label])),
  passages: Object.fromEntries(keys.filter(key => key.startsWith('b')).map(key => [key, 'Label'])),
});
const five = ['d1c1', 'd1c2', 'd1c3', 'd2c1', 'd2c2'];
const parsed = (text: string, keys = [...five, 'b1', 'b2', 'b3']): Corpus =>
  parseSummary(text, { ...description, defects: [] }, labelled(...keys)).corpus;

describe('a summary built otherwise', () => {
  for (const mark of ['-', '•', '–', '—', '*', '+', '·', '▪', '◦', '‣', '1.', '2)', '(a)', 'b)']) {
    it(`with ${mark} before its conclusions`, () => {
      const corpus = parsed(summary(mark));
      assert.deepEqual(
        corpus.findings.map(({ id, theme, text }) => `${id} ${theme.ordinal} ${text}`),
        [
          'idm2022-1-d1c1 1 Participants noted one thing. It was so.',
          'idm2022-1-d1c2 1 Speakers called for two things.',
          'idm2022-1-d1c3 2 Third.',
          'idm2022-1-d2c1 1 Fourth thing.',
          'idm2022-1-d2c2 1 Fifth thing over two lines.',
        ],
      );
      assert.deepEqual(
        corpus.passages.map(({ text }) => text),
        ['An introduction.', 'The outcomes are below.', 'Closing paragraph.'],
      );
      assert.deepEqual(
        corpus.panels.map(({ day, title }) => [day, title]),
        [[1, 'One']],
      );
    });
  }

  const same: readonly (readonly [what: string, change: (text: string) => string])[] = [
    ['line ends of Windows', text => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', text => `\uFEFF${text}`],
    ['a lost mark', text => text.replace('- Speakers', '\nSpeakers')],
    ['a page break in a conclusion', text => text.replace('over\n', 'over\n\n')],
    ['a heading in other markup', text => text.replace('Day 2: Second day', '**Day 2: Second day**')],
    ['a number that begins a line', text => text.replace('two lines.', '19. lines.')],
  ];
  for (const [what, change] of same) {
    it(`with ${what}`, () => {
      const corpus = parsed(change(summary()));
      assert.deepEqual(
        [corpus.findings.length, corpus.passages.length, corpus.days.map(({ title }) => title)],
        [5, 3, ['First day', 'Second day']],
      );
    });
  }

  it('with more days, and without panels or closing', () => {
    const text = `${summary()
      .replace(/The panels:[^]*?The outcomes/, 'The outcomes')
      .replace('\nClosing paragraph.\n', '')}\nDay 3: Third day\n\nThe need for it.\n\n- X.\n`;
    assert.deepEqual(
      parsed(text, [...five, 'd3c1', 'b1', 'b2']).findings.map(({ id }) => id.slice(10)),
      [...five, 'd3c1'],
    );
  });

  it('of the same document with line ends of Windows has the same words and defects', () => {
    const source = readFileSync('data/idm2022-1/source.txt', 'utf8');
    const words = (text: string): unknown => {
      const { findings, passages, defects } = parseSummary(text, description, labels).corpus;
      return [...findings, ...passages, ...defects].map(each => each.text);
    };
    assert.deepEqual(words(source.replaceAll('\n', '\r\n')), words(source));
  });

  it('does not end a sentence after a title', () => {
    const [finding] = parsed(summary().replace('It was so.', 'Ms. Pope agreed, e.g. Dr. Who. It was so.')).findings;
    assert.deepEqual(
      finding!.sentences.map(({ text }) => text),
      ['Participants noted one thing.', 'Ms. Pope agreed, e.g. Dr. Who.', 'It was so.'],
    );
  });
});

describe('a summary that is not built as expected', () => {
  const refused: readonly (readonly [what: string, text: string, message: string])[] = [
    ['no rule', 'no rule at all', 'line 1: no rule "--" ends the title'],
    ['no day', 'T\n\n--\n\nText.\n', 'line 6: no heading "Day N: title" starts the conclusions'],
    ['no theme', 'T\n\n--\n\nDay 1: One\n\n- A conclusion.\n', 'line 7: a conclusion without a theme'],
    ['no label', summary().replaceAll('Day 2:', 'Day 9:'), 'line 32: no label for d9c1'],
    ['no mark known', summary('>'), 'line 17: no list of conclusions after this heading'],
    [
      'a heading of a day in other words',
      summary().replace('Day 1: First', 'Day One: First'),
      'line 21: a list item that is no panel of a day, and no heading "Day N: title" before it',
    ],
    ['days out of order', summary().replace('Day 2: Second', 'Day 1: Second'), 'line 28: days that are not in order'],
    [
      'a theme without conclusions',
      summary().replace('- Third.\n\n', ''),
      'line 26: a theme without conclusions before this',
    ],
    [
      'a day without conclusions',
      summary().replace(/- Fourth[^]*?lines\.\n\n/, ''),
      'line 28: a day without conclusions',
    ],
    ['an empty item', summary().replace('- Third.', '-\n- Third.'), 'line 26: neither a heading nor a sentence'],
    [
      'a list within a conclusion',
      summary().replace('- Third.', '- Third:\n  - one;\n  - two.'),
      'line 26: a conclusion that leads in to a list',
    ],
    ['a list after the closing', `${summary()}\nAnnex:\n\n- A.\n`, 'line 36: no label for d2c3'],
    [
      'a page break before a name',
      summary().replace('over\n two', 'over\n\n COVID'),
      'line 35: it may go on with the conclusion before, which breaks off',
    ],
  ];
  for (const [what, text, message] of refused) {
    it(`is refused with what and where: ${what}`, () =>
      assert.throws(() => parsed(text), { name: 'SourceError', message }));
  }

  it('is refused where a label has no text', () => {
    assert.throws(() => parsed(summary(), [...five, 'd2c3', 'b1', 'b2', 'b3']), {
      name: 'SourceError',
      message: 'line 37: a label for d2c3, which the text does not have',
    });
  });
});
