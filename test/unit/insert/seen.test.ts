// What was seen to go wrong, each with what must come of it. `‸` is the cursor, `N` our mark, `D` our definition.
import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { applied } from '../../../src/domain/text/edits';
import { partAround } from '../../../src/domain/insert/inline';
import { inSentence } from '../../../src/domain/corpus/inSentence';
import { planInsertion, quotedText, type Request } from '../../../src/domain/insert/plan';
import { triggerAt } from '../../../src/domain/insert/trigger';

const id = 'idm2022-1-d2c4';
const key = '@idm2022-1, day 2, conclusion 4';

/** The draft after an insertion at `‸`, with our parts as single letters. */
function insert(marked: string, request: Partial<Request> = {}): string {
  const at = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const draft = Draft.of(text, library);
  const line = draft.lineAt(at);
  const trigger = triggerAt(line.text, at - line.start, corpus => library.corpus(corpus) !== undefined);
  const target = trigger
    ? { start: line.start + trigger.start, end: line.start + trigger.end, bundled: trigger.bundled }
    : { start: at, end: at };
  const { edits, refused } = planInsertion(draft, library, [target], {
    ids: [id],
    kind: 'citation',
    form: 'footnote',
    style: 'un',
    language: 'en',
    ...request,
  });
  if (refused.length > 0) return refused.join();
  return applied(text, edits)
    .replaceAll(quotedText(library, id), 'Q')
    .replaceAll(inSentence(library, id, quotedText(library, id)).replace(/\.$/u, ''), 'q')
    .replace(/\[\^idm2022-1-d2c4\]: .*/gu, 'D')
    .replaceAll('[^idm2022-1-d2c4]', 'N')
    .replaceAll(`[${key}]`, 'C');
}

describe('an insertion seen to go wrong', () => {
  const marks: [name: string, before: string, after: string][] = [
    ['in a key', 'No[^no‸te] it.\n\n[^note]: x\n', 'No[^note]N it.\n\n[^note]: x\nD\n'],
    ['in a link’s text', 'See [one‸ two](url) now.\n', 'See [one two](url)N now.\n\nD\n'],
    ['after another’s citation', 'So [@smith2020]‸ it is.\n', 'So [@smith2020] N it is.\n\nD\n'],
    ['after a shortcut link', 'So [halted]‸.\n\n[halted]: /u\n', 'So [halted].N\n\n[halted]: /u\n\nD\n'],
    [
      'after a shortcut link in the middle',
      'So [halted]‸ it\n\n[halted]: /u\n',
      'So [halted] N it\n\n[halted]: /u\n\nD\n',
    ],
    ['after a row’s last pipe', '| a | b |‸\n|---|---|\n| c | d |\n', '| a | bN |\n|---|---|\n| c | d |\n\nD\n'],
    [
      'in a trigger after a row’s last pipe',
      '| a | b |\n|---|---|\n| c | d | @climate‸\n',
      '| a | b |\n|---|---|\n| c | dN |\n\nD\n',
    ],
    [
      'in a trigger after a heading row’s last pipe',
      '| a | b | @climate‸\n|---|---|\n| c | d |\n',
      '| a | bN |\n|---|---|\n| c | d |\n\nD\n',
    ],
    [
      'in a trigger after a row without outer pipes',
      'a | b\n---|---\nc | d @climate‸\n',
      'a | b\n---|---\nc | dN\n\nD\n',
    ],
    [
      'in a trigger that is a row’s last cell',
      '| a | b |\n|---|---|\n| c | @climate‸\n',
      '| a | b |\n|---|---|\n| c | N\n\nD\n',
    ],
    [
      'in a trigger after an escaped pipe',
      '| a | b |\n|---|---|\n| c | d \\| @climate‸\n',
      '| a | b |\n|---|---|\n| c | d \\| N\n\nD\n',
    ],
    ['in a row of dashes', 'a | b\n--‸|--\nc | d\n', 'a | bN\n--|--\nc | d\n\nD\n'],
    ['at a hard break of blanks', 'One  ‸\ntwo\n', 'OneN  \ntwo\n\nD\n'],
    ['at a hard break of a backslash', 'One\\‸\ntwo\n', 'OneN\\\ntwo\n\nD\n'],
    ['after a heading’s attributes', '## T {#sec}‸\n', '## TN {#sec}\n\nD\n'],
    ['after a heading’s closing marks', '## T ##‸\n', '## TN ##\n\nD\n'],
    ['at the end of strong words', '**words‸**\n', '**words**N\n\nD\n'],
    ['in emphasis that holds the trigger alone', '_@climate‸_\n', '_N_\n\nD\n'],
    ['at a bare address', 'At https://iom.int/a‸ now\n', 'At https://iom.int/a N now\n\nD\n'],
    ['after a bare address and its stop', 'At https://iom.int/a.‸\n', 'At https://iom.int/a. N\n\nD\n'],
    ['in a code span', 'A `co‸de` b\n', 'A `code`N b\n\nD\n'],
    ['after a backslash', 'A \\‸* b\n', 'A \\*N b\n\nD\n'],
    [
      'at a bare address that a link goes on from',
      'At ht‸tps://i.j/k,[@l],[m],n. Then\n',
      'At https://i.j/k,[@l],[m],n. N Then\n\nD\n',
    ],
    ['in what a link goes on over', 'At https://i.j/k,[l‸],n so\n', 'At https://i.j/k,[l],n N so\n\nD\n'],
    [
      'in a bare address that is followed closely by punctuation and a dash',
      'At https://i.j/k‸,—so it is\n',
      'At https://i.j/k,—so N it is\n\nD\n',
    ],
    [
      'between a mark and a link’s label, where the mark is its text',
      'So [^d]‸[e] it\n\n[^d]: x\n\n[e]: /u\n',
      'So [^d][e] N it\n\n[^d]: x\nD\n\n[e]: /u\n',
    ],
    ['at an item whose first line is empty', '-‸\n  words\n', '- N\n  words\n\nD\n'],
    ['at an item without words', 'So:\n\n1.‸\n', 'So:\n\n1. N\n\nD\n'],
    ['below an item without words', '- a\n-\n‸\n  words\n', '- a\n-\n\nN\n\n  words\n\nD\n'],
    ['at an item without words that would take in what is below it', '-‸\n\n  words\n', 'noWords'],
    ['at an item without words that a paragraph follows', '-‸\nwords\n', 'noWords'],
    ['at an item without words that code follows', '-‸\n      code\n', 'noWords'],
    [
      'in a draft that ends in a comment left open in an item',
      'So‸\n\n- x\n\n  <!-- open\n  on',
      'SoN\n\n- x\n\n  <!-- open\n  on\n\nD',
    ],
    ['before parentheses', 'word‸(a)\n', 'wordN (a)\n\nD\n'],
    ['between two blanks', 'Two ‸ and.\n', 'TwoN and.\n\nD\n'],
    ['in a word', 'Dia‸logue on\n', 'DialogueN on\n\nD\n'],
    ['in a number', 'The 1‸,000 States\n', 'The 1,000N States\n\nD\n'],
    ['directly after a stop', 'vaccines.@vaccine‸\n', 'vaccines.N\n\nD\n'],
    ['directly after a mark', 'A.[^x]@vacc‸\n\n[^x]: y\n', 'A.[^x]N\n\n[^x]: y\nD\n'],
    ['in a row of marks', '---‸\n', 'noWords'],
    ['in code', '```\nx‸\n```\n', 'code'],
    ['in front matter', '---\ntitle: x‸\n---\n', 'frontMatter'],
    ['where a link is defined', '[a]: /u‸rl\n', 'linkDefinition'],
    ['where a link is defined on two lines', 'So [a].\n\n[a]:\n  /u‸rl\n', 'linkDefinition'],
    ['in the title of a link on lines of its own', '[a]: /url\n  "one‸\n  two"\n', 'linkDefinition'],
    [
      'in a link that is defined on two lines',
      'So [a‸ b] it\n\n[a\nb]:\n/url\n',
      'So [a b] N it\n\n[a\nb]:\n/url\n\nD\n',
    ],
    ['in mathematics with an empty line', '$$\nx\n\ny‸\n$$\n', 'math'],
    [
      'below a line with mathematics in it',
      '$$ a $$ in a line\n\nb‸\n\n$$\nx\n$$\n',
      '$$ a $$ in a line\n\nbN\n\n$$\nx\n$$\n\nD\n',
    ],
    ['below mathematics that nothing closes', '$$\nx\n\ny‸\n', '$$\nx\n\nyN\n\nD\n'],
    ['in TOML front matter', '+++\ntitle = "x‸"\n\n[a]\n+++\n\nText\n', 'frontMatter'],
    ['in the title of a pandoc title block', '% Title‸\n% Author\n\nText\n', 'frontMatter'],
    [
      'in the last line of a pandoc title block',
      '% Title\n  goes on\n% Author; Other\n% 20‸22\n\nText\n',
      'frontMatter',
    ],
  ];
  for (const [name, before, after] of marks) it(`${name}, as a footnote`, () => assert.equal(insert(before), after));

  it('in an inline note, where pandoc and Word lose a mark: the source is written out', () => {
    assert.match(
      insert('Text^[So it is‸.] on\n'),
      /^Text\^\[So it is International Organization for Migration, .*, day 2, fourth conclusion\.\] on\n$/u,
    );
  });

  const texts: [name: string, before: string, after: string, form?: 'pandoc' | 'footnote' | 'inText'][] = [
    ['before a colon that begins an item', '- ‸: word\n', '- : C word\n', 'pandoc'],
    ['with a prefix', 'A [see @climate‸].\n', `A [see ${key}].\n`, 'footnote'],
    ['with a prefix, in the text', 'A [see @climate‸].\n', `A [see ${key}].\n`, 'inText'],
    ['without its author', 'A [-@climate‸].\n', `A [-${key}].\n`, 'pandoc'],
    ['before another’s', 'A [@climate‸; @smith].\n', `A [${key}; @smith].\n`, 'footnote'],
    ['behind a number that begins a line', '- a\n  1.‸\n  2. b\n', '- a\n  C 1.\n  2. b\n', 'pandoc'],
    ['in a bracket that is prose', 'A [we note @climate‸].\n', 'A [we note C].\n', 'pandoc'],
  ];
  for (const [name, before, after, form = 'pandoc'] of texts)
    it(`${name}, as ${form}`, () => assert.equal(insert(before, { form }), after));

  const block = { kind: 'blockQuotation', form: 'pandoc' } as const;
  const blocks: [name: string, before: string, after: string][] = [
    ['at a lazy line of an item', '* See\nmore:‸\n* two\n', '* See\nmore:\n\n  > Q C\n\n* two\n'],
    ['at an indented line of an item', '- One\n  two‸\n', '- One\n  two\n\n  > Q C\n'],
    ['in a setext title', 'Title‸\n=====\n\nText\n', 'Title\n=====\n\n> Q C\n\nText\n'],
    ['before what would be an item', 'Dialogue‸ - Summary\n', 'Dialogue - Summary\n\n> Q C\n'],
    ['before what would be a quotation', 'report,‸ >25%\n', 'report, >25%\n\n> Q C\n'],
    [
      'at the beginning of what stands right below a quotation',
      '- a\n\n  > b\n  >\n  >     c\n‸  d\n',
      '- a\n\n  > b\n  >\n  >     c\n\n  > Q C\n\n  d\n',
    ],
    ['at the beginning of what stands right below a title', '# T\n‸Words\n', '# T\n\n> Q C\n\nWords\n'],
    ['at the words of an item whose first line is empty', '- a\n-\n  ‸words\n', '- a\n-\n  > Q C\n\n  words\n'],
    [
      'in items that only pandoc knows',
      'a) one‸ so\nb) two\n   goes on\n\nText\n',
      'a) one so\n\n   > Q C\n\nb) two\n   goes on\n\nText\n',
    ],
    [
      'in an item that only pandoc knows in another',
      '- one\n  (i) two‸\n  (ii) three\n- four\n',
      '- one\n  (i) two\n\n      > Q C\n\n  (ii) three\n- four\n',
    ],
    ['in a quotation below which a note’s label goes on with it', '> a‸\n[^3]: b\n', '> a\n[^3]: b\n>\n> > Q C\n'],
    ['in a nested quotation that goes on lazily', '> a\n>\n> > b‸\nc\n', '> a\n>\n> > b\n> >\n> > > Q C\n> >\n> > c\n'],
    ['in strong words', 'A **b‸ c** d\n', 'A **b c** d\n\n> Q C\n'],
  ];
  for (const [name, before, after] of blocks)
    it(`a block quotation ${name}`, () => assert.equal(insert(before, block), after));
  it('a block quotation in a table without outer pipes', () => {
    assert.equal(insert('a | b‸\n--|--\nc | d\n', block), `a | b “q” C.\n--|--\nc | d\n`);
  });
});

describe('the part of a paragraph that is read for a place', () => {
  it('is bounded, holds the place, and is cut at blanks', () => {
    for (const text of ['[a] '.repeat(65_536), 'x'.repeat(100_000), 'One two three.', '']) {
      for (const at of [0, text.length >> 1, text.length]) {
        const { from, to } = partAround(text, at, at);
        assert.ok(from <= at && at <= to && to - from <= 8000, `${from} ${at} ${to}`);
      }
    }
  });
});
