/** Restyling changes nothing but our citations, on any text, and twice is the same as once. */
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { property } from '../../property';
import { cite } from '../../../src/domain/citation/cite';
import { forms, styles, type Form, type Style } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { citations } from '../../../src/domain/draft/citations';
import { restyle } from '../../../src/domain/restyle/restyle';
import { realDrafts } from '../realDrafts';
import { withoutOurs } from '../rendered';

/** What a text cites, in order. */
const cited = (text: string): string[] =>
  citations(library, text)
    .filter(({ form }) => form !== 'footnoteDefinition')
    .flatMap(({ ids, corpus }) =>
      (ids.length > 0 ? ids.map(id => library.resolve(id)?.entry.id) : [corpus]).map(String),
    );

/** Restyles a text, and asserts what holds whatever the text is. */
function restyled(text: string, form: Form, style: Style, byHand = false): string {
  const once = restyle(library, text, { form, style, byHand }).text;
  const told = `to ${form}, ${style}: ${JSON.stringify(text)} became ${JSON.stringify(once)}`;
  assert.equal(restyle(library, once, { form, style, byHand }).text, once, `once more, ${told}`);
  assert.deepEqual(cited(once), cited(text), `cites something else, ${told}`);
  return once;
}

const id = fc.constantFrom('idm2022-1-d2c4', 'idm2022-1-d1c1', 'idm2022-1-b2');
const place = fc
  .constantFrom(...realDrafts)
  .chain(({ text, places }) => fc.constantFrom(...places).map(at => ({ text, at })));
/**
 * Some readers take a note right below another line for more of its row, quotation or item: its words are ours all the
 * same.
 */
const below = /\n(?!\[\^[^\]\n]+\]:)[^\n]*\S[^\n]*\n\[\^[^\]\n]+\]:/u;

describe('restyling a draft', () => {
  let changed = 0;
  property(
    'leaves everything but our citations as a reader sees it',
    fc.property(
      place,
      id,
      fc.constantFrom(...forms),
      fc.constantFrom(...forms),
      fc.constantFrom(...styles),
      ({ text, at }, cites, from, form, style) => {
        const { text: citation, definitions } = cite(library, [cites], { form: from });
        const notes = definitions
          .filter(({ label }) => !text.includes(`[^${label}]:`))
          .map(each => `\n\n[^${each.label}]: ${each.text}\n`)
          .join('');
        const draft = text.slice(0, at) + citation + text.slice(at) + notes;
        const once = restyled(draft, form, style);
        if (once !== draft) changed++;
        if (!below.test(draft))
          assert.equal(
            withoutOurs(once),
            withoutOurs(draft),
            `${JSON.stringify(draft)} became ${JSON.stringify(once)}`,
          );
      },
    ),
    { runs: 600 },
  );

  it('had citations to rewrite', () => assert.ok(changed > 200, `${changed} drafts changed`));

  const piece = fc.constantFrom(
    '[^idm2022-1-d2c4]',
    '[^idm2022-1-d1c1-2]',
    '[@idm2022-1, day 2, conclusion 4]',
    '[@idm2022-1, day 1, conclusion 1; @idm2022-1-b2]',
    '(IOM, 2022, day 2, fourth conclusion)',
    '(IOM 2022, day 2, conclusion 4)',
    '[^2]',
    '\n\n[^2]: International Organization for Migration 2022, day 2, conclusion 4.\n\n',
    '[^é-3]',
    '\n\n[^é-3]: ibid day 2, conclusion 5.\n',
    '[^4]',
    '\n\n[^4]: IDM 2022, day 2, conclusion 4\n',
    '\n\n[^idm2022-1-d2c4]: International Organization for Migration, note.\n\n',
    '[@smith2020]',
    '[halted]',
    '[^1]',
    '^[inline]',
    '(x)',
    '{.y}',
    '\n\n[^1]: x\n\n',
    '[halted]: u',
    'word',
    'word ',
    '. ',
    '.',
    ', ',
    ': ',
    '; ',
    '!',
    '?',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '  \n',
    '\\',
    '\\\n',
    '> ',
    '- ',
    '-',
    '1.',
    '1. ',
    '# ',
    '#',
    '* ',
    '*',
    '**',
    '_',
    '^',
    '~',
    '`',
    '```\n',
    '$',
    '|',
    '\n|-|-|\n',
    '<!-- ',
    ' -->',
    '<b>',
    '</b>',
    '<div>\n',
    '“',
    '”',
    '(',
    ')',
    '[',
    ']',
    '![',
    '](u)',
    'https://iom.int/a',
    '&amp',
    ';',
    '---\n',
    ':::',
    '\t',
    '    ',
    'U.S.',
    'İ',
  );
  property(
    'is the same done once or twice on any text, and loses no citation',
    fc.property(
      fc.array(piece, { maxLength: 20 }),
      fc.constantFrom(...forms),
      fc.constantFrom(...styles),
      fc.boolean(),
      (pieces, form, style, byHand) => {
        restyled(pieces.join(''), form, style, byHand);
      },
    ),
    { runs: 2500 },
  );

  const rows: [string, Form, string][] = [
    ['[@smith2020] [@idm2022-1, day 2, conclusion 4]', 'inText', '[@smith2020] (IOM, 2022, day 2, fourth conclusion)'],
    ['[^1](IOM, 2022, day 2, fourth conclusion) so', 'pandoc', '[^1] [@idm2022-1, day 2, conclusion 4] so'],
    [
      '[halted] (IOM, 2022, day 2, fourth conclusion)[other]',
      'pandoc',
      '[halted] [@idm2022-1, day 2, conclusion 4] [other]',
    ],
    ['[^1] (IOM, 2022, day 2, fourth conclusion)[^2]', 'pandoc', '[^1] [@idm2022-1, day 2, conclusion 4] [^2]'],
    ['10^2^(IOM, 2022, day 2, fourth conclusion)', 'pandoc', '10^2^ [@idm2022-1, day 2, conclusion 4]'],
    [
      'A [link with [@idm2022-1, day 2, conclusion 4] in it](u)',
      'inText',
      'A [link with [@idm2022-1, day 2, conclusion 4] in it](u)',
    ],
    ['A [@idm2022-1, day 2, conclusion 4]{.mark}', 'inText', 'A [@idm2022-1, day 2, conclusion 4]{.mark}'],
    ['**Item:*[^idm2022-1-d2c4]* text', 'pandoc', '**Item:*[^idm2022-1-d2c4]* text'],
    ['**[link](u)*[^idm2022-1-d2c4]* so', 'inText', '**[link](u)*[^idm2022-1-d2c4]* so'],
    ['**Item:**[^idm2022-1-d2c4] text', 'pandoc', '**Item:** [@idm2022-1, day 2, conclusion 4] text'],
    [
      '**A:*[^idm2022-1-d2c4]* so\n\n**B:**[^idm2022-1-d2c4] text *it*[^idm2022-1-d2c4] is',
      'pandoc',
      '**A:*[^idm2022-1-d2c4]* so\n\n**B:** [@idm2022-1, day 2, conclusion 4] text *it* [@idm2022-1, day 2, conclusion 4] is',
    ],
    ['#[^idm2022-1-d2c4] no heading', 'pandoc', '#[^idm2022-1-d2c4] no heading'],
    ['*[^idm2022-1-d2c4]so* it is', 'pandoc', '*[@idm2022-1, day 2, conclusion 4]so* it is'],
    [
      'As @smith (IOM, 2022, day 2, fourth conclusion) says',
      'pandoc',
      'As @smith (IOM, 2022, day 2, fourth conclusion) says',
    ],
    ['A [link][^idm2022-1-d2c4] to be\n\n[link]: u', 'pandoc', 'A [link][^idm2022-1-d2c4] to be\n\n[link]: u'],
    ['A [word][^idm2022-1-d2c4]\n\n[link]: u', 'pandoc', 'A [word] [@idm2022-1, day 2, conclusion 4]\n\n[link]: u'],
    ['As @smith[^idm2022-1-d2c4] says', 'pandoc', 'As @smith[^idm2022-1-d2c4] says'],
    ['(IOM, 2022, day 2, fourth conclusion): so', 'pandoc', '(IOM, 2022, day 2, fourth conclusion): so'],
  ];
  for (const [text, form, expected] of rows)
    it(`to ${form}: ${text}`, () => assert.equal(restyled(text, form, 'un'), expected));

  const note = (text: string): string => restyled(text, 'footnote', 'un').split('\n\n')[0] ?? '';
  const marks: [string, string][] = [
    ['[@smith2020] [@idm2022-1, day 2, conclusion 4].', '[@smith2020] [^idm2022-1-d2c4].'],
    ['[halted] (IOM, 2022, day 2, fourth conclusion)(x)', '[halted] [^idm2022-1-d2c4] (x)'],
    ['[^1] [@idm2022-1, day 2, conclusion 4][^2]', '[^1][^idm2022-1-d2c4][^2]'],
    ['See https://iom.int/a [@idm2022-1, day 2, conclusion 4].', 'See https://iom.int/a.[^idm2022-1-d2c4]'],
    ['10^2^ [@idm2022-1, day 2, conclusion 4]', '10^2^ [^idm2022-1-d2c4]'],
    ['A\\ [@idm2022-1, day 2, conclusion 4]', 'A\\ [^idm2022-1-d2c4]'],
    ['A ^[note [@idm2022-1, day 2, conclusion 4]]', 'A ^[note (IOM, 2022, day 2, fourth conclusion)]'],
    ['#. (IOM, 2022, day 2, fourth conclusion) Numbered by pandoc', '#. [^idm2022-1-d2c4] Numbered by pandoc'],
    ['a) [@idm2022-1, day 2, conclusion 4] Lettered', 'a) [^idm2022-1-d2c4] Lettered'],
    ['So [@idm2022-1, day 2, conclusion 4]![img](u)', 'So[^idm2022-1-d2c4]![img](u)'],
    ['So [@idm2022-1, day 2, conclusion 4].5', 'So[^idm2022-1-d2c4].5'],
  ];
  for (const [text, expected] of marks) it(`to notes: ${text}`, () => assert.equal(note(text), expected));

  const marked = '[^idm2022-1-d2c4]';
  const keyed = '[@idm2022-1, day 2, conclusion 4]';
  /** What a later note says depends on how the draft counts its notes once it has them, not before. */
  const countedAnew: [string, string][] = [
    ['a mark that will be a note stands before brackets', `${marked}[@smith2020]${marked}`],
    ['a citation between brackets becomes a note', `${marked}${keyed}[halted]${marked}`],
    ['a note written in place stands before a citation that becomes one', `^[inline]${keyed} and ${marked}`],
    ['a mark is defined in code alone', `${marked} so${marked}\n\n<pre>\n${marked}: x\n`],
  ];
  for (const [title, text] of countedAnew)
    it(`counts the notes as they will be: ${title}`, () => {
      for (const style of styles) restyled(text, 'footnote', style);
    });
});
