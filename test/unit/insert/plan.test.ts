import assert from 'node:assert/strict';
import fc from 'fast-check';
import { definitionText } from '../../../src/domain/citation/cite';
import { library } from '../../../src/domain/corpus/bundled';
import { insertedText, planInsertion, type Request } from '../../../src/domain/insert/plan';
import { triggerAt } from '../../../src/domain/insert/trigger';
import { Draft } from '../../../src/domain/draft/draft';
import { property } from '../../property';

const c4 = 'idm2022-1-d2c4';
const title =
  'International Organization for Migration, “International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches – Summary of conclusions”, online, 28 February–2 March 2022';
const def4 = `[^${c4}]: ${title}, day 2, fourth conclusion.`;
const isCorpus = (key: string) => library.corpus(key) !== undefined;

/** The draft after an insertion at each `‸`; a trigger before it is replaced. `‸` marks the cursors afterwards. */
function insert(draft: string, request: Partial<Request> = {}): string {
  const cursors: number[] = [];
  let text = draft;
  for (let at = text.indexOf('‸'); at >= 0; at = text.indexOf('‸')) {
    cursors.push(at);
    text = text.slice(0, at) + text.slice(at + 1);
  }
  const view = Draft.of(text, library);
  const targets = cursors.map(cursor => {
    const line = view.lineAt(cursor);
    const trigger = triggerAt(line.text, cursor - line.start, isCorpus);
    return trigger
      ? { start: line.start + trigger.start, end: line.start + trigger.end, bundled: trigger.bundled }
      : { start: cursor, end: cursor };
  });
  const { edits, carets } = planInsertion(view, library, targets, {
    ids: [c4],
    kind: 'citation',
    form: 'footnote',
    style: 'un',
    language: 'en',
    ...request,
  });
  let result = text;
  for (const edit of edits.toReversed()) result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  for (const caret of carets.toReversed()) result = `${result.slice(0, caret)}‸${result.slice(caret)}`;
  return result;
}

describe('planning many insertions at one place', () => {
  it('plans each as if it were the only one', () => {
    const text = 'Access @clim, it matters (see “this”). **It** is,\nso.\n';
    const draft = Draft.of(text, library);
    for (const target of [
      { start: 7, end: 12 },
      { start: 24, end: 24 },
    ]) {
      for (const language of ['en', 'fr'] as const) {
        for (const form of ['footnote', 'pandoc', 'inText'] as const) {
          for (const kind of ['citation', 'quotation', 'blockQuotation'] as const) {
            for (const id of [c4, 'idm2022-1-d1c1']) {
              const request: Request = { ids: [id], kind, form, style: 'un', language };
              assert.deepEqual(
                planInsertion(draft, library, [target], request),
                planInsertion(Draft.of(text, library), library, [target], request),
                `${language} ${form} ${kind}`,
              );
            }
          }
        }
      }
    }
  });
});

describe('inserting a footnote', () => {
  const cases: [name: string, before: string, after: string][] = [
    ['after the words, its blank gone', 'Access matters @clim‸\n', `Access matters[^${c4}]‸\n\n${def4}\n`],
    ['after the punctuation that follows', 'Access matters @clim‸.\n', `Access matters.[^${c4}]‸\n\n${def4}\n`],
    [
      'after the punctuation already there',
      'Access matters. @clim‸\nMore.\n',
      `Access matters.[^${c4}]‸\nMore.\n\n${def4}\n`,
    ],
    ['before a word that follows, with one blank', 'Access @clim‸ matters.\n', `Access[^${c4}]‸ matters.\n\n${def4}\n`],
    ['at a cursor between blank and word', 'Access ‸matters.\n', `Access[^${c4}]‸ matters.\n\n${def4}\n`],
    ['after a closing mark and its stop', 'He said “yes‸”.\n', `He said “yes”.[^${c4}]‸\n\n${def4}\n`],
    ['after a stop and its closing mark', 'He said "yes‸."\n', `He said "yes."[^${c4}]‸\n\n${def4}\n`],
    ['after the end of emphasis', 'It is **vital‸**, we say.\n', `It is **vital**,[^${c4}]‸ we say.\n\n${def4}\n`],
    [
      'at the very end of a draft without a last line break',
      'Access matters @clim‸',
      `Access matters[^${c4}]‸\n\n${def4}`,
    ],
    ['in a list item there', '- One\n- Access matters @clim‸', `- One\n- Access matters[^${c4}]‸\n\n${def4}`],
    ['in an empty list item', '- @clim‸', `- [^${c4}]‸\n\n${def4}`],
    ['in a quote', '> Access matters @clim‸\n', `> Access matters[^${c4}]‸\n\n${def4}\n`],
    ['in a draft with blank lines at its end', 'Access @clim‸\n\n', `Access[^${c4}]‸\n\n${def4}\n`],
    ['where brackets were opened and closed', 'Access matters [@clim‸].\n', `Access matters.[^${c4}]‸\n\n${def4}\n`],
    ['in an empty cell of a table', '| a | @clim‸ |\n', `| a | [^${c4}]‸ |\n\n${def4}\n`],
    [
      'after a colon where it would begin a line before it, as a definition does',
      '@clim‸: more\n',
      `:[^${c4}]‸ more\n\n${def4}\n`,
    ],
    ['in an empty draft', '@clim‸', `[^${c4}]‸\n\n${def4}`],
    ['after a dash', 'Access—@clim‸\n', `Access—[^${c4}]‸\n\n${def4}\n`],
    [
      'after a long run of heading marks, which are words there',
      `${'#'.repeat(40)} Access @clim‸\n`,
      `${'#'.repeat(40)} Access[^${c4}]‸\n\n${def4}\n`,
    ],
    [
      'in the place of a trigger that keeps bold from ending where it stands',
      '**bold^[in bold]**@clim‸\n',
      `**bold^[in bold]**[^${c4}]‸\n\n${def4}\n`,
    ],
    ['in the place of a trigger behind a backslash', 'One\\ @clim‸\ntwo\n', `One\\ [^${c4}]‸\ntwo\n\n${def4}\n`],
    [
      'where a mark of pandoc’s lists stays one that a trigger was typed into',
      '(@@"clim‸"good) A.\n',
      `(@good) [^${c4}]‸A.\n\n${def4}\n`,
    ],
    [
      'outside of an inline note that the cursor is not in',
      'Q‸uoted.^[A note.]\n',
      `Quoted.[^${c4}]‸^[A note.]\n\n${def4}\n`,
    ],
    [
      'apart from an address that the trigger stood right behind',
      'See https://a.org/b_(c),[@clim‸] so.\n',
      `See https://a.org/b_(c), [^${c4}]‸ so.\n\n${def4}\n`,
    ],
    ['never jumping what opens something', 'Access @clim‸ (see below)\n', `Access[^${c4}]‸ (see below)\n\n${def4}\n`],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(insert(before), after));

  it('defines a finding once, after the last definition', () => {
    assert.equal(insert(`A.[^1]\n\n[^1]: Other.\n\nB @x‸.\n`), `A.[^1]\n\n[^1]: Other.\n${def4}\n\nB.[^${c4}]‸\n`);
    assert.equal(insert(`A.[^${c4}]\n\nB @x‸\n\n${def4}\n`), `A.[^${c4}]\n\nB[^${c4}]‸\n\n${def4}\n`);
  });

  it('writes no mark twice at one place', () => {
    assert.equal(insert(`A.[^${c4}] @x‸ B.\n\n${def4}\n`), `A.[^${c4}]‸ B.\n\n${def4}\n`);
    assert.equal(insert(`A @x‸.[^${c4}]\n\n${def4}\n`), `A.‸[^${c4}]\n\n${def4}\n`);
  });

  it('serves several cursors, each by its own surroundings', () => {
    assert.equal(
      insert('One @x‸.\nTwo @x‸ and\nThree‸\n'),
      `One.[^${c4}]‸\nTwo[^${c4}]‸ and\nThree[^${c4}]‸\n\n${def4}\n`,
    );
  });

  it('keeps apart what it writes on empty lines right below one another', () => {
    const inText = '(IOM, 2022, day 2, fourth conclusion)';
    const apart = [
      ['A.\n\n‸\n‸\n‸\n\nB.\n', `A.\n\n> … ${inText}‸\n\n> … ${inText}‸\n\n> … ${inText}‸\n\nB.\n`],
      ['‸\r\n‸\r\nB.\r\n', `> … ${inText}‸\r\n\r\n> … ${inText}‸\r\n\r\nB.\r\n`],
      ['> A.\n> ‸\n> ‸\n> B.\n', `> A.\n>\n> > … ${inText}‸\n>\n> > … ${inText}‸\n>\n> B.\n`],
      ['- A.\n  ‸\n  ‸\n- B.\n', `- A.\n\n  > … ${inText}‸\n\n  > … ${inText}‸\n\n- B.\n`],
    ] as const;
    for (const [draft, after] of apart)
      assert.equal(
        insert(draft, { kind: 'blockQuotation', form: 'inText' }).replace(/> [A-Z][^\n]{20,}?(?= \(IOM)/gu, '> …'),
        after,
      );
    assert.equal(insert('‸\n‸\n', { form: 'inText' }), `${inText}‸\n\n${inText}‸\n`);
  });

  it('cites several findings in one note, and keeps the finding’s label for a sentence', () => {
    assert.equal(
      insert('One‸.', { ids: [`${c4}s2`, 'idm2022-1-d2c5'] }),
      `One.[^${c4}c5]‸\n\n${def4.replace(`[^${c4}]`, `[^${c4}c5]`).replace('fourth conclusion', 'fourth and fifth conclusions')}`,
    );
  });

  it('leaves notes of one finding each beside a note of both', () => {
    assert.match(
      insert(`One.[^${c4}]‸\n\n${def4}`, { ids: [c4, 'idm2022-1-d2c5'] }),
      /^One\.\[\^idm2022-1-d2c4\]\[\^idm2022-1-d2c4c5\]‸\n\n.*\n\[\^idm2022-1-d2c4c5\]: [^\n]*$/u,
    );
  });

  it('writes the line breaks of the draft', () => {
    assert.equal(insert('One @x‸.\r\nTwo.\r\n'), `One.[^${c4}]‸\r\nTwo.\r\n\r\n${def4}\r\n`);
    assert.equal(
      insert('One @x‸.\r\nTwo.\r\n\r\n[^1]: X.\r\n'),
      `One.[^${c4}]‸\r\nTwo.\r\n\r\n[^1]: X.\r\n${def4}\r\n`,
    );
  });

  it('goes before punctuation in French', () => {
    assert.match(insert('L’accès compte @x‸.\n', { language: 'fr' }), /^L’accès compte\[\^idm2022-1-d2c4\]‸\.\n/u);
  });

  it('goes before punctuation in French also where it stands there already', () => {
    const fr = { language: 'fr' } as const;
    const lines = (text: string) => insert(text, fr).split('\n')[0];
    assert.equal(lines('L’accès compte. @x‸\n'), `L’accès compte[^${c4}].‸`);
    assert.equal(lines('L’accès compte.‸ Fin.\n'), `L’accès compte[^${c4}].‸ Fin.`);
    assert.equal(lines('L’accès compte ; @x‸ fin.\n'), `L’accès compte[^${c4}] ;‸ fin.`);
    assert.equal(lines('L’accès[^1]. @x‸\n'), `L’accès[^1][^${c4}].‸`);
    assert.equal(lines(`L’accès[^${c4}]. @x‸\n`), `L’accès[^${c4}].‸`);
    assert.equal(lines('1. @x‸\n'), `1. [^${c4}]‸`);
    assert.equal(insert('Compte.\r\n\r\n- ab. @x‸', fr).split('\r\n')[2], `- ab[^${c4}].‸`);
  });

  it('writes out the source inside a footnote, where no footnote can be', () => {
    assert.equal(insert('A.[^1]\n\n[^1]: See @x‸\n'), `A.[^1]\n\n[^1]: See ${title}, day 2, fourth conclusion‸\n`);
  });

  it('counts the notes before it, other people’s too, and none after it', () => {
    const oscola = { style: 'oscola', ids: ['idm2022-1-d2c5'] } as const;
    const first = `[^${c4}]: ${definitionText(library, c4, { style: 'oscola' })}`;
    const later = insert(`A[^1] b[^${c4}] c[^2] d‸.\n\n${first}\n[^1]: x\n[^2]: y\n`, oscola);
    assert.match(
      later,
      /^\[\^idm2022-1-d2c5\]: International Organization for Migration \(n 2\) day 2, conclusion 5\.$/mu,
    );
    const before = insert(`A‸ b[^${c4}].\n\n${first}\n`, oscola);
    assert.ok(
      before.includes(`[^idm2022-1-d2c5]: ${definitionText(library, 'idm2022-1-d2c5', { style: 'oscola' })}`),
      before,
    );
    const several = insert('A‸ and b‸.\n', oscola);
    assert.match(
      several,
      /^\[\^idm2022-1-d2c5-2\]: International Organization for Migration \(n 1\) day 2, conclusion 5\.$/mu,
    );
  });

  it('gives later notes of a style their own label and wording', () => {
    const once = insert('A‸.\n\nB.\n', { style: 'chicago-notes' }).replace('‸', '');
    const twice = insert(once.replace('B.', 'B‸.'), { style: 'chicago-notes' });
    assert.match(twice, /B\.\[\^idm2022-1-d2c4-2\]‸/u);
    assert.match(
      twice,
      /\n\[\^idm2022-1-d2c4-2\]: International Organization for Migration, \*Global Compact for Migration Implementation in Practice\*, .*\n$/u,
    );
  });
});

describe('inserting into a paragraph of any length', () => {
  const sentence = 'Some *words* of [a link](x) and `code`. ';
  const words = sentence.repeat(500);
  for (const line of [words, words.replace(/\. /gu, '.\n')]) {
    it(`does what it does in a short one, ${line.includes('\n') ? 'line by line' : 'on one line'}`, () => {
      for (const at of [3, 99, 100, 101, 199, 200, 300, 480].map(count => count * sentence.length)) {
        const short = insert('Access‸ matters.\n');
        const long = insert(`${line.slice(0, at)}Access‸ matters.${line.slice(at)}\n`);
        assert.ok(long.includes(`${short.slice(0, short.indexOf(' matters'))} matters.`), long.slice(at - 20, at + 60));
      }
    });
  }
});

describe('inserting the other forms', () => {
  it('puts a citation in the text before the punctuation, with one blank', () => {
    assert.equal(
      insert('Access matters @clim‸.', { form: 'pandoc' }),
      'Access matters [@idm2022-1, day 2, conclusion 4]‸.',
    );
    assert.equal(
      insert('Access matters‸.', { form: 'inText' }),
      'Access matters (IOM, 2022, day 2, fourth conclusion)‸.',
    );
    assert.equal(
      insert('Access matters [@clim‸]', { form: 'pandoc' }),
      'Access matters [@idm2022-1, day 2, conclusion 4]‸',
    );
    assert.equal(
      insert('‸Access', { form: 'pandoc', ids: [c4, 'idm2022-1-d2c6'] }),
      '[@idm2022-1, day 2, conclusions 4 and 6]‸ Access',
    );
  });

  it('takes the parentheses round it for the citation’s own', () => {
    assert.equal(
      insert('Access (@clim‸) matters.', { form: 'inText' }),
      'Access (IOM, 2022, day 2, fourth conclusion)‸ matters.',
    );
    assert.equal(insert('Access (‸).', { form: 'inText' }), 'Access (IOM, 2022, day 2, fourth conclusion)‸.');
    assert.equal(
      insert('Access (see @clim‸).', { form: 'inText' }),
      'Access (see (IOM, 2022, day 2, fourth conclusion)‸).',
    );
    assert.equal(insert('Access (@clim‸)', { form: 'pandoc' }), 'Access ([@idm2022-1, day 2, conclusion 4]‸)');
    assert.equal(insert('Access (@clim‸).'), `Access ([^${c4}]‸).\n\n${def4}`);
  });

  it('adds a key to a bracket that holds others’', () => {
    assert.equal(
      insert('It is so [see @un2018, p. 3; @clim‸].'),
      'It is so [see @un2018, p. 3; @idm2022-1, day 2, conclusion 4‸].',
    );
  });
});

describe('inserting quotations', () => {
  const s1 = library.resolve('idm2022-1-d1c1s2')!.sentence!.text;
  /** As a part of a sentence. */
  const part = `s${s1.slice(1, -1)}`;
  const quote = { ids: ['idm2022-1-d1c1s2'], kind: 'quotation' } as const;
  const def1 = `[^idm2022-1-d1c1]: ${title}, day 1, first conclusion.`;

  it('quotes verbatim between curly marks', () => {
    assert.equal(insert('As was said: @"panel‸\n', quote), `As was said: “${s1}”[^idm2022-1-d1c1]‸\n\n${def1}\n`);
    assert.equal(insert('As was said @"panel‸.', quote), `As was said “${part}”.[^idm2022-1-d1c1]‸\n\n${def1}`);
    assert.equal(
      insert('As was said [@"panel‸].', { ...quote, form: 'pandoc' }),
      `As was said “${part}” [@idm2022-1, day 1, conclusion 1]‸.`,
    );
  });

  it('takes the curly marks round it for its own', () => {
    assert.equal(
      insert('So “@"panel‸” it is.\n', { ...quote, form: 'pandoc' }),
      `So “${part}” [@idm2022-1, day 1, conclusion 1]‸ it is.\n`,
    );
    assert.equal(
      insert('So “‸”.\n', { ...quote, form: 'inText' }),
      `So “${part}” (IOM, 2022, day 1, first conclusion)‸.\n`,
    );
    assert.equal(
      insert('So “yes ‸”.\n', { ...quote, form: 'inText' }),
      `So “yes “${part}” (IOM, 2022, day 1, first conclusion)‸”.\n`,
    );
  });

  it('begins small within a sentence, and leaves the stop outside', () => {
    const cases: readonly (readonly [before: string, after: string])[] = [
      ['It states that @"panel‸\n', `It states that “${part}”.[^idm2022-1-d1c1]‸`],
      ['It states that, @"panel‸\n', `It states that, “${part}”.[^idm2022-1-d1c1]‸`],
      ['*Noting* that @"panel‸, we ask.\n', `*Noting* that “${part}”,[^idm2022-1-d1c1]‸ we ask.`],
      ['It says [@smith2020] that **so** @"panel‸\n', `It says [@smith2020] that **so** “${part}”.[^idm2022-1-d1c1]‸`],
      ['It states: @"panel‸\n', `It states: “${s1}”[^idm2022-1-d1c1]‸`],
      ['It is so. @"panel‸\n', `It is so. “${s1}”[^idm2022-1-d1c1]‸`],
      ['It is so.[^1] @"panel‸\n', `It is so.[^1] “${s1}”[^idm2022-1-d1c1]‸`],
      ['1. @"panel‸\n', `1. “${s1}”[^idm2022-1-d1c1]‸`],
      ['- [ ] @"panel‸\n', `- [ ] “${s1}”[^idm2022-1-d1c1]‸`],
      ['(a) @"panel‸\n', `(a) “${s1}”[^idm2022-1-d1c1]‸`],
      ['| Day 1 | @"panel‸ |\n|---|---|\n', `| Day 1 | “${s1}”[^idm2022-1-d1c1]‸ |`],
    ];
    for (const [before, after] of cases) assert.equal(insert(before, quote).split('\n')[0], after, before);
    assert.equal(
      insert('It states that @"panel‸\n', { ...quote, form: 'pandoc' }),
      `It states that “${part}” [@idm2022-1, day 1, conclusion 1].‸\n`,
    );
  });

  it('keeps the capital of a name, and of words that begin no sentence of the source', () => {
    const covid = library.resolve('idm2022-1-d2c6')!.entry.text;
    const words = covid.slice(covid.indexOf('COVAX'), covid.indexOf(', which'));
    const asked = { ids: ['idm2022-1-d2c6'], kind: 'quotation', words: [words] } as const;
    assert.ok(insert('It names the @"panel‸\n', asked).startsWith(`It names the “${words}”[^idm2022-1-d2c6]`));
    const theirs = { ids: ['idm2022-1-d1c1s1'], kind: 'quotation', words: ['Participants mentioned'] } as const;
    assert.ok(insert('It names the @"panel‸\n', theirs).startsWith('It names the “participants mentioned”'));
  });

  const block = { ids: ['idm2022-1-d1c1s2'], kind: 'blockQuotation', form: 'pandoc' } as const;
  const cited = `> ${s1} [@idm2022-1, day 1, conclusion 1]‸`;
  const blocks: [name: string, before: string, after: string][] = [
    ['on a line of its own', 'A.\n\n@>panel‸\n', `A.\n\n${cited}\n`],
    ['apart from the lines around it', 'A.\n@>panel‸\nB.\n', `A.\n\n${cited}\n\nB.\n`],
    [
      'in the middle of a line, the rest following it',
      'Recalling @>panel‸ we ask.\n',
      `Recalling\n\n${cited}\n\nwe ask.\n`,
    ],
    ['with the punctuation left to its words', 'Recalling @>panel‸: we ask.\n', `Recalling:\n\n${cited}\n\nwe ask.\n`],
    ['in a list item', '- Recalling @>panel‸ we ask.\n- Two\n', `- Recalling\n\n  ${cited}\n\n  we ask.\n- Two\n`],
    ['in a quote', '> Recalling @>panel‸\n', `> Recalling\n>\n> ${cited}\n`],
    ['at the end of a draft', 'Recalling @>panel‸', `Recalling\n\n${cited}`],
    ['in a footnote', 'A.[^1]\n\n[^1]: See @>panel‸ here.\n', `A.[^1]\n\n[^1]: See\n\n    ${cited}\n\n    here.\n`],
    ['alone in a footnote', 'A.[^1]\n\n[^1]: @>panel‸\n', `A.[^1]\n\n[^1]:\n\n    ${cited}\n`],
    [
      'in the cell of a table as a quotation, which no block fits into',
      '| a | @>panel‸ |\n',
      `| a | “${s1.slice(0, -1)}” [@idm2022-1, day 1, conclusion 1].‸ |\n`,
    ],
    ...['> A.', '- A.', '[^1]: A.', '> A  ', '| a |\n|---|\n| b |'].map((above): [string, string, string] => [
      `on the one empty line below ${JSON.stringify(above)}, and what is below stays none of it`,
      `${above}\n@>panel‸\nB.\n`,
      `${above}\n\n${cited}\n\nB.\n`,
    ]),
    ['on the one empty line below a line that breaks', 'A  \n@>panel‸\nB.\n', `A  \n\n${cited}\n\nB.\n`],
    ['in a quotation whose lines all have its mark', '> A.\n> @>panel‸\n> B.\n', `> A.\n>\n> ${cited}\n>\n> B.\n`],
    [
      'on the one empty line below an item of a note that goes on',
      '[^1]: A:\n\n    - B\n@>panel‸\n    C.\n',
      `[^1]: A:\n\n    - B\n\n    ${cited}\n\n    C.\n`,
    ],
    ['on the one empty line between quotations', '> - A\n@>panel‸\n> B.\n', `> - A\n\n${cited}\n\n> B.\n`],
    ['right below an empty line of a quotation', '> A.\n>\n@>panel‸\n\nB.\n', `> A.\n>\n\n${cited}\n\nB.\n`],
    ['right below a table', '| a |\n|---|\n| b |\n@>panel‸\n', `| a |\n|---|\n| b |\n\n${cited}\n`],
    ['with CRLF', 'A.\r\nRecalling @>panel‸ we ask.\r\n', `A.\r\nRecalling\r\n\r\n${cited}\r\n\r\nwe ask.\r\n`],
  ];
  for (const [name, before, after] of blocks)
    it(`makes a block quotation ${name}`, () => assert.equal(insert(before, block), after));

  it('keeps a note that it adds apart from a block quotation in the last one', () => {
    const both = insert('A‸.[^1]\n\n[^1]: B‸.\n', { ...block, form: 'footnote' });
    assert.match(both, /\n {4}> [^\n]*\n\n\[\^idm2022-1-d1c1\]: /u);
  });

  it('parts no note and no citation from the words before it', () => {
    for (const [before, after] of [
      ['A‸bc.[^a] D.\n', `Abc.[^a]\n\n${cited}\n\nD.\n`],
      ['A‸bc.^[So.] D.\n', `Abc.^[So.]\n\n${cited}\n\nD.\n`],
      ['A‸bc [@smith, p. 4]. D.\n', `Abc [@smith, p. 4].\n\n${cited}\n\nD.\n`],
      ['> A‸bc.^[A note\n> on two lines.] D.\n', `> Abc.^[A note\n> on two lines.]\n>\n> ${cited}\n>\n> D.\n`],
      ['> Abc @>panel‸.^[A note\n> on two lines.] D.\n', `> Abc.^[A note\n> on two lines.]\n>\n> ${cited}\n>\n> D.\n`],
      ['They a‸gree. [Link](mailto:a@b) D.\n', `They agree.\n\n${cited}\n\n[Link](mailto:a@b) D.\n`],
    ] as const)
      assert.equal(insert(before, block), after);
  });

  it('is what goes on the clipboard where there is no draft', () => {
    const request = { ids: [c4], kind: 'citation', form: 'footnote', style: 'un', language: 'en' } as const;
    assert.equal(insertedText(library, request), `[^${c4}]\n\n${def4}`);
  });
});

describe('a blank that a line ends with', () => {
  it('goes before what reads on from it, and none is left behind', () => {
    const quoted = insert('They add: ‸\n\nNext.\n', { kind: 'quotation', ids: ['idm2022-1-d1c1s2'] }).split('\n')[0];
    assert.match(quoted ?? '', /^They add: “[^”]+”\[\^idm2022-1-d1c1\]‸$/u);
    assert.equal(
      insert('Access matters ‸\r\n', { form: 'inText' }),
      'Access matters (IOM, 2022, day 2, fourth conclusion)‸\r\n',
    );
    // Two break the line.
    assert.match(insert('Access matters  ‸\nso.\n', { form: 'inText' }), /conclusion\)‸ {2}\nso/u);
  });
});

describe('any insertion', () => {
  const draft = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '\n',
          '\r\n',
          '- ',
          '> ',
          ' ',
          '.',
          ',',
          '"',
          '”',
          '**',
          '[^1]: x',
          '[^1]',
          '[@a; ',
          ']',
          '@',
          '@"',
          '@>',
          '\t',
          'word',
          '🙂',
        ),
        fc.string({ maxLength: 5 }),
      ),
      { maxLength: 30 },
    )
    .map(parts => parts.join(''));

  property(
    'an insertion keeps every character of the draft but blanks and the trigger, in place and in order',
    fc.property(
      draft,
      fc.nat(),
      fc.constantFrom('citation', 'quotation', 'blockQuotation'),
      fc.constantFrom('footnote', 'pandoc', 'inText'),
      (text, seed, kind, form) => {
        const cursor = seed % (text.length + 1);
        const { edits, refused } = planInsertion(Draft.of(text, library), library, [{ start: cursor, end: cursor }], {
          ids: [c4],
          kind,
          form,
          style: 'un',
          language: 'en',
        } as Request);
        let from = 0;
        for (const edit of edits) {
          assert.ok(
            edit.start >= from && edit.end >= edit.start && edit.end <= text.length,
            'edits are in order and inside',
          );
          const lost = text.slice(edit.start, edit.end).replace(/\s/gu, '');
          // In order, though something may now stand between: "()" becomes "(IOM, …)".
          let kept = -1;
          for (const character of lost)
            assert.ok((kept = edit.text.indexOf(character, kept + 1)) >= 0, `lost ${JSON.stringify(lost)}`);
          from = edit.end;
        }
        if (refused.length > 0) return assert.deepEqual(edits, []);
        assert.ok(edits.some(edit => edit.text.includes('conclusion') || edit.text.includes('[^')));
      },
    ),
    { runs: 2000 },
  );

  it('refuses ids that exist nowhere, naming them all', () => {
    assert.throws(() => insert('A‸', { ids: ['idm2022-1-d9c9', c4, 'nope'] }), /idm2022-1-d9c9, nope/u);
  });
});
