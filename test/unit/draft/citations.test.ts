import assert from 'node:assert/strict';
import { definitionText } from '../../../src/domain/citation/cite';
import { languages, styles } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { citations } from '../../../src/domain/draft/citations';
import { Draft, type Citation, type PlaceReference } from '../../../src/domain/draft/draft';

const place = ({ day, conclusion, part, paragraph, sentence }: PlaceReference): string =>
  [
    day && `day ${day}`,
    conclusion && `conclusion ${conclusion}`,
    part,
    paragraph && `paragraph ${paragraph}`,
    sentence && `sentence ${sentence}`,
  ]
    .filter(Boolean)
    .join(' ');

/** Everything a citation says, on one line. */
function line({ form, ids, corpus, locator, prefix, suffix, unknown, suppressed, label }: Citation): string {
  return [
    form,
    corpus ?? '?',
    ids.map(id => id.replace('idm2022-1-', '')).join('+') || '-',
    locator && `at “${locator}”`,
    prefix && `after “${prefix}”`,
    suffix && `before “${suffix}”`,
    suppressed && 'suppressed',
    unknown.length > 0 && `unknown: ${unknown.map(place).join(', ')}`,
    label && label !== `${ids[0]}` && `label ${label}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Asserts the citations of a text in which each is marked ⟦so⟧, in order of their beginnings. */
function check(marked: string, ...expected: string[]): void {
  const text = marked.replace(/[⟦⟧]/gu, '');
  const starts: number[] = [];
  const ranges: [number, number][] = [];
  let at = 0;
  for (const char of marked) {
    if (char === '⟦') starts.push(at);
    else if (char === '⟧') ranges.push([starts.pop() ?? -1, at]);
    else at += char.length;
  }
  ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const found = citations(library, text, { languageId: 'markdown' });
  assert.deepEqual(found.map(line), expected, text);
  assert.deepEqual(
    found.map(({ start, end }) => text.slice(start, end)),
    ranges.map(([start, end]) => text.slice(start, end)),
  );
  assert.deepEqual(
    found.map(({ start, end }) => [start, end]),
    ranges,
  );
}

describe('footnotes of ours', () => {
  it('are markers and definitions', () =>
    check(
      'Recalling the call.⟦[^idm2022-1-d2c4]⟧⟦[^idm2022-1-d1c1-2]⟧ And one of another’s.[^other]\n\n⟦[^idm2022-1-d2c4]: International Organization for Migration, “International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches – Summary of conclusions”, online, 28 February–2 March 2022, day 2, fourth conclusion.⟧\n\n[^other]: Else.\n',
      'footnote idm2022-1 d2c4',
      'footnote idm2022-1 d1c1 label idm2022-1-d1c1-2',
      'footnoteDefinition idm2022-1 d2c4',
    ));
  it('may name a sentence, a background paragraph, or what does not exist', () =>
    check(
      '⟦[^idm2022-1-d2c4s2]⟧ ⟦[^idm2022-1-b3]⟧ ⟦[^idm2022-1-d9c1]⟧ ⟦[^idm2022-1-b99]⟧ ⟦[^idm2023-1-d1c1]⟧ [^idea] [^2]',
      'footnote idm2022-1 d2c4s2',
      'footnote idm2022-1 b3',
      'footnote idm2022-1 - unknown: day 9 conclusion 1 label idm2022-1-d9c1',
      'footnote idm2022-1 - unknown: paragraph 99 label idm2022-1-b99',
      'footnote idm2023-1 - unknown: day 1 conclusion 1 label idm2023-1-d1c1',
    ));
  it('may name several places, of several documents, or the document as a whole', () =>
    check(
      '⟦[^idm2022-1-d1c2c3]⟧ ⟦[^idm2022-1-b3d2c4d3c1-2]⟧ ⟦[^idm2022-1]⟧ ⟦[^idm2022-1-2]⟧ ⟦[^idm2022-1-d1c2c19]⟧ ⟦[^idm2022-1-d1c2+idm2031-1-d1c1]⟧ [^note-d1c2c3]\n\n⟦[^idm2022-1-d1c2c3]: Edited.⟧\n',
      'footnote idm2022-1 d1c2+d1c3 label idm2022-1-d1c2c3',
      'footnote idm2022-1 b3+d2c4+d3c1 label idm2022-1-b3d2c4d3c1-2',
      'footnote idm2022-1 - label idm2022-1',
      'footnote idm2022-1 - label idm2022-1-2',
      'footnote idm2022-1 d1c2 unknown: day 1 conclusion 19 label idm2022-1-d1c2c19',
      'footnote idm2022-1 d1c2 unknown: day 1 conclusion 1 label idm2022-1-d1c2+idm2031-1-d1c1',
      'footnoteDefinition idm2022-1 d1c2+d1c3 label idm2022-1-d1c2c3',
    ));
  it('hold other citations, the outer first, but their own words are none', () =>
    check(
      '⟦[^idm2022-1-d2c4]: IOM, 2022, day 2, fourth conclusion; cf. ⟦[@idm2022-1, day 1, conclusion 2]⟧.⟧\n',
      'footnoteDefinition idm2022-1 d2c4',
      'pandoc idm2022-1 d1c2 at “day 1, conclusion 2”',
    ));
  it('with labels of the drafter’s own cite where their definition is a reference to us', () =>
    check(
      'Words.⟦[^3]⟧ More.[^4]\n\n⟦[^3]: See IOM, 2022, day 2, fourth conclusion.⟧\n[^4]: UNHCR, 2022, day 2.\n⟦[^5]: International Organization for Migration, “International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches – Summary of conclusions”, online, 28 February–2 March 2022, day 2, fourth conclusion.⟧',
      'footnote idm2022-1 d2c4 at “day 2, fourth conclusion” label 3',
      'footnoteDefinition idm2022-1 d2c4 at “day 2, fourth conclusion” after “See” label 3',
      'footnoteDefinition idm2022-1 d2c4 at “day 2, fourth conclusion” label 5',
    ));
  it('with labels of the drafter’s own may refer back to an earlier note, or cite the introduction', () =>
    check(
      '⟦[^2]: International Organization for Migration (n 1), Day 3, conclusion 1.⟧\n⟦[^3]: International Organization for Migration (n 1) day 3, conclusion 1.⟧\n' +
        '⟦[^4]: International Organization for Migration, *supra* note 12, Day 3, conclusion 1.⟧\n⟦[^5]: International Organization for Migration, *supra* note 1, at day 3, conclusion 1.⟧\n' +
        '[^6]: World Health Organization (n 1), day 3, conclusion 1.\n[^7]: International Organization for Migration (n 1).\n' +
        '⟦[^8]: IOM, “International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches – Summary of conclusions”, online, introduction, second paragraph.⟧\n',
      ...[2, 3, 4, 5].map(
        label =>
          `footnoteDefinition idm2022-1 d3c1 at “${label % 2 === 0 ? 'D' : 'd'}ay 3, conclusion 1” label ${label}`,
      ),
      'footnoteDefinition idm2022-1 b2 at “introduction, second paragraph” label 8',
    ));
});

describe('pandoc citations', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['a ⟦[@idm2022-1, day 2, conclusion 4]⟧.', 'pandoc idm2022-1 d2c4 at “day 2, conclusion 4”'],
    ['a ⟦[@idm2022-1, day 2, conclusions 4 and 6]⟧.', 'pandoc idm2022-1 d2c4+d2c6 at “day 2, conclusions 4 and 6”'],
    [
      '[⟦see @idm2022-1, day 2, conclusions 4 and 6⟧; @other]',
      'pandoc idm2022-1 d2c4+d2c6 at “day 2, conclusions 4 and 6” after “see”',
    ],
    [
      '[@other, p. 4; ⟦cf. -@idm2022-1, Day 2, conclusions 4–6, emphasis added⟧]',
      'pandoc idm2022-1 d2c4+d2c5+d2c6 at “Day 2, conclusions 4–6” after “cf.” before “emphasis added” suppressed',
    ],
    ['⟦[-@idm2022-1, day 2, fourth conclusion]⟧', 'pandoc idm2022-1 d2c4 at “day 2, fourth conclusion” suppressed'],
    ['⟦[@idm2022-1, {day 2, conclusion 4}]⟧', 'pandoc idm2022-1 d2c4 at “day 2, conclusion 4”'],
    [
      '⟦[@idm2022-1{day 2, conclusions 4; 6}, and more]⟧',
      'pandoc idm2022-1 d2c4+d2c6 at “day 2, conclusions 4; 6” before “and more”',
    ],
    ['⟦[@{idm2022-1}, day 1, conclusion 1]⟧', 'pandoc idm2022-1 d1c1 at “day 1, conclusion 1”'],
    [
      '⟦[@idm2022-1, day 2, conclusion 4, second sentence]⟧',
      'pandoc idm2022-1 d2c4s2 at “day 2, conclusion 4, second sentence”',
    ],
    ['⟦[@idm2022-1, d. 2, concl. 4]⟧', 'pandoc idm2022-1 d2c4 at “d. 2, concl. 4”'],
    ['⟦[@idm2022-1, day 2, nos. 4, 6 and 8]⟧', 'pandoc idm2022-1 d2c4+d2c6+d2c8 at “day 2, nos. 4, 6 and 8”'],
    ['⟦[@idm2022-1, day 2, conclusion 4, at 3]⟧', 'pandoc idm2022-1 d2c4 at “day 2, conclusion 4” before “at 3”'],
    [
      '⟦[@idm2022-1, day 2, conclusions 4 and 6, in 2022]⟧',
      'pandoc idm2022-1 d2c4+d2c6 at “day 2, conclusions 4 and 6” before “in 2022”',
    ],
    [
      '⟦[@idm2022-1, on day 2, the fourth and the sixth conclusions]⟧',
      'pandoc idm2022-1 d2c4+d2c6 at “on day 2, the fourth and the sixth conclusions”',
    ],
    [
      '[⟦@idm2022-1, day 2, conclusion 4⟧; ⟦see @idm2022-1-d2c6 and @other⟧]',
      'pandoc idm2022-1 d2c4 at “day 2, conclusion 4”',
      'pandoc idm2022-1 d2c6 after “see” before “and”',
    ],
    ['⟦[@idm2022-1, introduction, paragraph 2]⟧', 'pandoc idm2022-1 b2 at “introduction, paragraph 2”'],
    ['⟦[@idm2022-1]⟧', 'pandoc idm2022-1 -'],
    ['⟦[@idm2022-1, p. 3]⟧', 'pandoc idm2022-1 - before “p. 3”'],
    ['⟦[@idm2022-1-d2c4]⟧', 'pandoc idm2022-1 d2c4'],
    ['⟦[@idm2022-1-d2c4, second sentence]⟧', 'pandoc idm2022-1 d2c4s2 at “second sentence”'],
    [
      '[⟦@idm2022-1, day 1, conclusion 1⟧; ⟦@idm2022-1, day 3, conclusion 2⟧]',
      'pandoc idm2022-1 d1c1 at “day 1, conclusion 1”',
      'pandoc idm2022-1 d3c2 at “day 3, conclusion 2”',
    ],
    [
      '⟦[@idm2022-1, day 1, conclusion 2, and day 2, conclusion 4]⟧',
      'pandoc idm2022-1 d1c2+d2c4 at “day 1, conclusion 2, and day 2, conclusion 4”',
    ],
    ['⟦[@idm2022-1, day 9, conclusion 1]⟧', 'pandoc idm2022-1 - at “day 9, conclusion 1” unknown: day 9 conclusion 1'],
    [
      '⟦[@idm2022-1, day 2, conclusions 4 and 40]⟧',
      'pandoc idm2022-1 d2c4 at “day 2, conclusions 4 and 40” unknown: day 2 conclusion 40',
    ],
    ['⟦[@idm2023-1, day 2, conclusion 4]⟧', 'pandoc idm2023-1 - at “day 2, conclusion 4” unknown: day 2 conclusion 4'],
    ['⟦[@IDM2022-1, day 2, conclusion 4]⟧', 'pandoc idm2022-1 d2c4 at “day 2, conclusion 4”'],
    ['> said ⟦[@idm2022-1,\n> day 2,\n> conclusion 4]⟧ so', 'pandoc idm2022-1 d2c4 at “day 2, conclusion 4”'],
    ['as ⟦@idm2022-1 [day 2, conclusion 4]⟧ says', 'narrative idm2022-1 d2c4 at “day 2, conclusion 4”'],
    ['as ⟦@idm2022-1\n[day 2, conclusion 4]⟧ says', 'narrative idm2022-1 d2c4 at “day 2, conclusion 4”'],
    ['_⟦@idm2022-1 [day 2, conclusion 4]⟧ says_', 'narrative idm2022-1 d2c4 at “day 2, conclusion 4”'],
    ['as ⟦@idm2022-1⟧ says', 'narrative idm2022-1 -'],
    ['as ⟦@idm2022-1-d2c4⟧ says', 'narrative idm2022-1 d2c4'],
    ['as ⟦@idm2022-1, day 2, conclusion 4⟧, says', 'narrative idm2022-1 d2c4 at “day 2, conclusion 4”'],
    ['as ⟦@idm2022-1⟧, day 2 being', 'narrative idm2022-1 -'],
    ['⟦@idm2022-1⟧ [@other]', 'narrative idm2022-1 -'],
    ['⟦@idm2022-1⟧ [a link](http://x.org)', 'narrative idm2022-1 -'],
    ['^[See ⟦@idm2022-1 [day 1, conclusion 1]⟧.]', 'narrative idm2022-1 d1c1 at “day 1, conclusion 1”'],
    ['[⟦@idm2022-1⟧, day 2', 'narrative idm2022-1 -'],
  ];
  for (const [text, ...expected] of cases) it(text.replace(/\n/gu, '⏎'), () => check(text, ...expected));
});

describe('in-text citations', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['So it is ⟦(IOM, 2022, day 2, fourth conclusion)⟧.', 'inText idm2022-1 d2c4 at “day 2, fourth conclusion”'],
    [
      '⟦(IOM, 2022, day 2, fourth and sixth conclusions)⟧',
      'inText idm2022-1 d2c4+d2c6 at “day 2, fourth and sixth conclusions”',
    ],
    ['⟦(IOM 2022: day 2, conclusion 4)⟧', 'inText idm2022-1 d2c4 at “day 2, conclusion 4”'],
    [
      '⟦(International Organization for Migration 2022, Day 2, conclusion 4)⟧',
      'inText idm2022-1 d2c4 at “Day 2, conclusion 4”',
    ],
    [
      '⟦(International Organization\nfor Migration, 2022, Day 2, conclusion 4)⟧',
      'inText idm2022-1 d2c4 at “Day 2, conclusion 4”',
    ],
    [
      '⟦(International Organization for Migration (IOM), 2022, Day 2, conclusions 4–6)⟧',
      'inText idm2022-1 d2c4+d2c5+d2c6 at “Day 2, conclusions 4–6”',
    ],
    [
      '⟦(International Organization for Migration, *IDM 2022 Summary of Conclusions*, Day 2, conclusion 4)⟧',
      'inText idm2022-1 d2c4 at “Day 2, conclusion 4”',
    ],
    [
      '⟦(International Organization for Migration, ‘IDM 2022 Summary of Conclusions’, Day 2, conclusion 4)⟧',
      'inText idm2022-1 d2c4 at “Day 2, conclusion 4”',
    ],
    [
      '⟦(see IOM, 2022, day 2, fourth conclusion, emphasis added)⟧',
      'inText idm2022-1 d2c4 at “day 2, fourth conclusion” after “see” before “emphasis added”',
    ],
    ['(UNHCR, 2021; ⟦IOM, 2022, day 2, fourth conclusion⟧)', 'inText idm2022-1 d2c4 at “day 2, fourth conclusion”'],
    [
      '⟦(IOM, 2022, day 2, fourth conclusion; day 3, first conclusion)⟧',
      'inText idm2022-1 d2c4+d3c1 at “day 2, fourth conclusion; day 3, first conclusion”',
    ],
    ['As ⟦IOM (2022), day 2, fourth conclusion⟧, says', 'inText idm2022-1 d2c4 at “day 2, fourth conclusion”'],
    ['⟦(see IOM (2022), day 2, fourth conclusion)⟧', 'inText idm2022-1 d2c4 at “day 2, fourth conclusion” after “see”'],
    ['As ⟦IOM (2022, day 2, fourth conclusion)⟧ says', 'inText idm2022-1 d2c4 at “day 2, fourth conclusion”'],
    ['As in ⟦IOM, 2022, day 2, fourth conclusion⟧, it', 'inText idm2022-1 d2c4 at “day 2, fourth conclusion”'],
    ['⟦(OIM, 2022, jour 2, quatrième conclusion)⟧', 'inText idm2022-1 d2c4 at “jour 2, quatrième conclusion”'],
    [
      '⟦(Organización Internacional para las Migraciones, 2022, día 2, cuarta conclusión)⟧',
      'inText idm2022-1 d2c4 at “día 2, cuarta conclusión”',
    ],
    ['⟦(IOM, 2022, introduction, second paragraph)⟧', 'inText idm2022-1 b2 at “introduction, second paragraph”'],
    [
      '⟦(IOM, 2022, day 2, fourth conclusion, first sentence)⟧',
      'inText idm2022-1 d2c4s1 at “day 2, fourth conclusion, first sentence”',
    ],
    ['⟦(IOM, 2022, day 2, fortieth conclusion)⟧', 'inText idm2022-1 - at “day 2” before “fortieth conclusion”'],
    [
      '⟦(IOM, 2022, day 2, 40th conclusion)⟧',
      'inText idm2022-1 - at “day 2, 40th conclusion” unknown: day 2 conclusion 40',
    ],
    ['⟦(IOM, 2023, day 2, fourth conclusion)⟧', 'inText ? - at “day 2, fourth conclusion” unknown: day 2 conclusion 4'],
    [
      'See ⟦IOM, International Dialogue on Migration 2022, First session, Conclusions, day 2, fourth conclusion⟧.',
      'inText idm2022-1 d2c4 at “day 2, fourth conclusion”',
    ],
    ['See ⟦IDM 2022, session 1 (online), day 2, conclusion 4⟧.', 'inText idm2022-1 d2c4 at “day 2, conclusion 4”'],
    [
      'See ⟦IOM, “International Dialogue on Migration 2022: Summary of conclusions”, 2022, day 2, fourth conclusion⟧.',
      'inText idm2022-1 d2c4 at “day 2, fourth conclusion”',
    ],
    [
      'See ⟦IOM, International Dialogue on Migration 2022: Summary of Conclusions (Geneva, 2022), day 2, conclusion 4⟧.',
      'inText idm2022-1 d2c4 at “day 2, conclusion 4”',
    ],
    [
      '⟦(IOM, 2022, Summary of conclusions, day 2, fourth conclusion)⟧',
      'inText idm2022-1 d2c4 at “day 2, fourth conclusion”',
    ],
    ['See IDM 2022, session 2 (online), day 2, conclusion 4.'],
    ['(IOM, 2022)'],
    ['(IOM, 2022, p. 4)'],
    ['(IOMX, 2022, day 2, fourth conclusion)'],
    ['IOM said in 2022 that on day 2, fourth conclusion'],
  ];
  for (const [text, ...expected] of cases) it(text.replace(/\n/gu, '⏎'), () => check(text, ...expected));
});

describe('no citation', () => {
  const cases = [
    '`[@idm2022-1, day 2, conclusion 4]`',
    '```\n[^idm2022-1-d2c4]\n```',
    '    [@idm2022-1]',
    '<!-- (IOM, 2022, day 2, fourth conclusion) -->',
    '---\nbibliography: "@idm2022-1"\n---\n',
    '<div title="@idm2022-1">',
    '[x](@idm2022-1)',
    'me@idm2022-1.org',
    'https://x.org/@idm2022-1',
    '\\[^idm2022-1-d2c4]',
    '\\@idm2022-1',
    '@idmother [@other, day 2, conclusion 4]',
    '$@idm2022-1$',
    '@idm',
    '',
  ];
  for (const text of cases) it(`is in ${JSON.stringify(text)}`, () => check(text));
});

describe('a citation that', () => {
  it('stands after a letter whose lower case is longer is found where it is', () =>
    check(
      `İstanbul ⟦(IOM, 2022, Day 2, Fourth Conclusion)⟧ İ ⟦[@idm2022-1, Day 2, conclusion 4, İ]⟧`,
      'inText idm2022-1 d2c4 at “Day 2, Fourth Conclusion”',
      'pandoc idm2022-1 d2c4 at “Day 2, conclusion 4” before “İ”',
    ));

  it('stands right after a bare address is no part of it', () =>
    check(
      'See https://iom.int/a.⟦[^idm2022-1-d2c4]⟧ and www.iom.int⟦[@idm2022-1-d1c1]⟧ and https://iom.int/a[b]c.',
      'footnote idm2022-1 d2c4',
      'pandoc idm2022-1 d1c1',
    ));

  it('stands in a note whose words are set off by blanks is found', () =>
    check(
      'So.[^own]\n\n[^own]:    See ⟦[@idm2022-1, day 2, conclusion 4]⟧.\n',
      'pandoc idm2022-1 d2c4 at “day 2, conclusion 4”',
    ));
});

describe('a full note under a label of the drafter’s own', () => {
  for (const style of styles) {
    it(`is a citation, wherever the style puts the place (${style})`, () => {
      for (const language of languages) {
        for (const id of ['idm2022-1-d2c4', 'idm2022-1-b2']) {
          const note = definitionText(library, id, { style, language });
          const found = Draft.of(`A.[^1]\n\n[^1]: ${note}\n`, library)
            .citations()
            .map(({ form, ids, label }) => `${form} ${ids.join(' ')} ${label}`);
          assert.deepEqual(found, [`footnote ${id} 1`, `footnoteDefinition ${id} 1`], note);
        }
      }
    });
  }
});
