import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { check, prepare } from '../../../src/domain/check/check';
import type { CheckOptions } from '../../../src/domain/check/checker';
import { silencing } from '../../../src/domain/check/disable';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import type { Edit } from '../../../src/domain/text/edits';

const tools = prepare(library);
const wrong = 'local authorities could never work alone';
const bad = `They said “${wrong}” [@idm2022-1, day 3, conclusion 3].`;
const comment = (codes: string): string => `<!-- idm-findings-disable-next-line ${codes} -->`;
const altered = comment('quote-altered');

const apply = (text: string, { start, end, text: words }: Edit): string =>
  text.slice(0, start) + words + text.slice(end);
const told = (text: string, options?: Partial<CheckOptions>): string[] =>
  check(text, tools, options).map(each => `${each.code} ‹${text.slice(each.start, each.end)}›`);

describe('comments that silence what follows', () => {
  const quiet: readonly (readonly [what: string, text: string])[] = [
    ['CRLF', `${altered}\r\n${bad}`],
    ['a paragraph of several lines', `${altered}\nOne.\nTwo.\n${bad}`],
    ['a heading', `${altered}\n# ${bad}`],
    ['a table', `${altered}\n| a | b |\n|---|---|\n| ${bad} | c |`],
    ['a block quotation', `${altered}\n> ${wrong} [@idm2022-1, day 3, conclusion 3]`],
    [
      'all paragraphs of a block quotation',
      `${altered}\n> First, they said.\n>\n> “${wrong}” [@idm2022-1, day 3, conclusion 3]`,
    ],
    ['within a block quotation', `> ${altered}\n> ${bad}`],
    ['a list item', `${altered}\n- ${bad}\n- x`],
    ['nested in a list', `- a\n\n  ${altered}\n\n  ${bad}`],
    ['the next line of an item', `- a ${altered}\n  ${bad}`],
    ['a definition', `x[^idm2022-1-d1c1]\n\n${comment('note-edited')}\n[^idm2022-1-d1c1]: Mine.`],
    ['two comments, two codes', `${altered}\n${comment('attribution-who')}\n${bad.replace('They', 'States')}`],
    ['somebody else’s comment between', `${altered}\n<!-- markdownlint-disable-next-line -->\n${bad}`],
    ['with a reason', `${comment('quote-altered -- we shorten on purpose')}\n${bad}`],
    [
      'a code for what is checked in English only',
      `---\nlang: fr\n---\n\n${comment('attribution-who note-before-punctuation')}\nRien.`,
    ],
  ];
  for (const [what, text] of quiet) it(`${what}: quiet`, () => assert.deepEqual(told(text), []));

  const loud: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    ['the item after the next', `${altered}\n- a\n- ${bad}`, [`disable-unused ‹${altered}›`, 'quote-altered ‹never›']],
    [
      'in code',
      `\`${altered}\`\n${bad}\n\n~~~\n${altered}\n~~~\n${bad}`,
      ['quote-altered ‹never›', 'quote-altered ‹never›'],
    ],
    [
      'before code',
      `${comment('')}\n~~~\nx\n~~~\n${bad}`,
      [`disable-unused ‹${comment('')}›`, 'quote-altered ‹never›'],
    ],
  ];
  for (const text of [
    `<!-- mine\n\n${altered}\n`,
    `<!-- mine ${altered}\n`,
    `Mine <!-- ${altered} so\n`,
    `<div>\n<!-- mine\n</div>\n\n${altered}\n`,
  ]) {
    it(`words of another comment: neither ${JSON.stringify(text)}`, () => assert.deepEqual(check(text, tools), []));
  }
  for (const [what, text, expected] of loud) it(`${what}: not`, () => assert.deepEqual(told(text), expected));
});

describe('comments that silence nothing', () => {
  const fixes: readonly (readonly [codes: string, left: string, kind: string, safe: boolean])[] = [
    ['quote-spans', '', 'removeComment', true],
    ['quote-wrong', '', 'removeComment', false],
    ['quote-altered attribution-who', `${altered}\n`, 'removeCodes', true],
    ['note-edited, quote-altered -- on purpose', `${comment('quote-altered -- on purpose')}\n`, 'removeCodes', true],
    ['quote-altered quote-wrong', `${altered}\n`, 'removeCodes', false],
  ];
  for (const [codes, left, kind, safe] of fixes) {
    it(codes, () => {
      const text = `${comment(codes)}\n${bad}`;
      const unused = check(text, tools).find(({ code }) => code === 'disable-unused');
      assert.deepEqual(
        unused?.fixes.map(fix => [fix.kind, fix.safe]),
        [[kind, safe]],
      );
      assert.equal(apply(text, unused!.fixes[0]!.edits[0]!), `${left}${bad}`);
    });
  }
});

it('a comment that parts two paragraphs leaves an empty line', () => {
  const text = `One.\n${altered}\nTwo.\n`;
  const [unused] = check(text, tools);
  assert.equal(apply(text, unused!.fixes[0]!.edits[0]!), 'One.\n\nTwo.\n');
});

describe('the comment that a problem is silenced with', () => {
  const drafts = ['resolution', 'declaration', 'position-paper'].map(name =>
    readFileSync(`test/fixtures/check/${name}.md`, 'utf8'),
  );
  const others = [
    `- a\n- ${bad}`,
    `1. ${bad}\n2. ${bad}`,
    `> First.\n>\n> “${wrong}” [@idm2022-1, day 3, conclusion 3]`,
    `> - ${wrong} [@idm2022-1, day 3, conclusion 3]`,
    `- x\n\n  > ${wrong} [@idm2022-1, day 3, conclusion 3]`,
    ...[24, 25, 60].map(depth => `${'> '.repeat(depth)}${wrong} [@idm2022-1, day 3, conclusion 3]`),
  ];
  it('silences it and nothing else of another code, and is not idle', () => {
    for (const text of [...drafts, ...others, ...others.map(each => each.replaceAll('\n', '\r\n'))]) {
      const draft = Draft.of(text, library);
      const before = check(text, tools).filter(({ code }) => code !== 'disable-unused');
      for (const problem of before) {
        const after = check(apply(text, silencing(draft, problem)), tools);
        const count = (list: typeof before, same: boolean): number =>
          list.filter(({ code }) => code !== 'disable-unused' && (code === problem.code) === same).length;
        assert.ok(count(after, true) < count(before, true), `${problem.code} in ${text}`);
        assert.equal(count(after, false), count(before, false));
        assert.equal(
          after.filter(({ code }) => code === 'disable-unused').length,
          check(text, tools).length - before.length,
        );
      }
    }
  });
});
