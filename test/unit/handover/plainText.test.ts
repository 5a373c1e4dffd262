import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { plainDraft } from '../../../src/domain/handover/copy';
import { plainText } from '../../../src/domain/handover/text/plainText';
import { property } from '../../property';

const plain = (text: string): string => plainText(Draft.of(text, library));

describe('a draft as text', () => {
  for (const name of readdirSync('test/fixtures/texts').filter(file => file.endsWith('.txt'))) {
    it(`is what a reader would type: ${name}`, () => {
      const draft = readFileSync(`test/fixtures/drafts/${name.replace('.txt', '.md')}`, 'utf8');
      const text = plainDraft(library, draft, 'un', 'en');
      // UPDATE_EXPECTED=1 writes what was made, to be read line by line before it is committed.
      if (process.env['UPDATE_EXPECTED']) writeFileSync(`test/fixtures/texts/${name}`, text);
      assert.equal(text, readFileSync(`test/fixtures/texts/${name}`, 'utf8'));
    });
  }

  it('is made of every draft, and its lines end as the draft’s do', () => {
    for (const name of readdirSync('test/fixtures/drafts').filter(
      file => file.endsWith('.md') && file !== 'README.md',
    )) {
      const draft = readFileSync(`test/fixtures/drafts/${name}`, 'utf8');
      const text = plainDraft(library, draft, 'un', 'en');
      assert.equal(/(?<!\r)\n/u.test(text) && Draft.of(draft, library).eol === '\r\n', false, name);
      if (!/code|fence|tables/u.test(name)) assert.doesNotMatch(text, /idm2022-1, day|<!--|^#{1,6} |^> /mu, name);
    }
  });

  it('has no marks in a long paragraph either, wherever they stand', () => {
    for (const [written, said] of [
      ['[two words](https://b.org)', 'two words (https://b.org)'],
      ['*two words*', 'two words'],
      ['`two words`', 'two words'],
      ['[see @smith, p. 3]', '(see smith, p. 3)'],
    ] as const) {
      for (let before = 3_960; before < 4_010; before += 1) {
        const words = `${'It was said. '.repeat(400).slice(0, before - 1)} `;
        assert.equal(
          plain(`${words}${written} and so on. ${words}\n`),
          `${words}${said} and so on. ${words}`.trimEnd().replace(/ +/gu, ' ') + '\n',
          `${written} after ${before}`,
        );
      }
    }
  });

  const rows: [what: string, markdown: string, text: string][] = [
    ['begins with the title', '---\ntitle: A *new* contract\n---\n\nB.\n', 'A new contract\n\nB.\n'],
    ['begins with the title of TOML, whatever is in it', '+++\ntitle = "A = B" # ours\n+++\n\nC.\n', 'A = B\n\nC.\n'],
    ['has the title once', '---\ntitle: A\n---\n# A\nB.\n', 'A\n\nB.\n'],
    ['has headings between empty lines', 'A\n# B #\nC\n\nD\n===\nE\n', 'A\n\nB\n\nC\n\nD\n\nE\n'],
    [
      'has an address where it is no more than the words',
      '[a](https://b.org) [b.org](https://b.org/) <https://c.org> [d][] [e](#f)\n\n[d]: /d\n',
      'a (https://b.org) b.org https://c.org d (/d) e\n',
    ],
    [
      'has other people’s citations in parentheses',
      'A [see @b, p. 3; -@c] and @d [p. 4].\n',
      'A (see b, p. 3; c) and d (p. 4).\n',
    ],
    ['has tables in columns', '| a | *b* |\n|---|:-:|\n| `c` | \\| |\n|  | d |\n', 'a\tb\nc\t|\n\td\n'],
    ['counts lists on', '3. a\n3. b\n   - c\n   - d\n\n#. e\n#. f\n', '3. a\n4. b\n    • c\n    • d\n\n1. e\n2. f\n'],
    ['keeps code', 'A `*b*`:\n\n```js\n# *c*\n\n  d\n```\n\n    > e\n', 'A *b*:\n\n# *c*\n\n  d\n\n> e\n'],
    ['has quotations as words', '> A\n> > b\nc\n', 'A\n\nb c\n'],
    [
      'numbers each mention of a note',
      'A[^x] b^[c *d*] e[^x][^none]\n\n[^x]: F [^y]\n[^y]: G\n',
      'A[1] b[2] e[3][^none]\n\n[1] F [4]\n[2] c d\n[3] F [4]\n[4] G\n',
    ],
    ['has the paragraphs of a note', 'A[^x]\n\n[^x]: B\n\n    C\n', 'A[1]\n\n[1] B\n\nC\n'],
    [
      'has neither comments nor tags',
      'A <!-- b --> <u>c</u>&amp;d<br>e\n\n<!--\nf\n\ng\n-->\n\n<div>\nh\n</div>\n',
      'A c&d\ne\n\nh\n',
    ],
    [
      'has no pieces for other formats',
      'A `x`{=latex}b\n\n```{=openxml}\n<w:p/>\n```\n\n::: {.c}\n[d]{.e}\n:::\n',
      'A b\n\nd\n',
    ],
    ['is nothing for nothing', '\n', ''],
  ];
  for (const [what, markdown, text] of rows) it(what, () => assert.equal(plain(markdown), text));

  const word = fc.stringMatching(/^q[a-z]{2,6}$/u);
  /** Words with marks, and what is to be read of them. */
  const marked = word.chain(text =>
    fc.constantFrom<[string, string]>(
      [text, text],
      [`*${text}*`, text],
      [`**${text}**`, text],
      [`_${text}_`, text],
      [`***${text}***`, text],
      [`~~${text}~~`, text],
      [`\`${text}\``, text],
      [`[${text}](https://qa.org/${text})`, `${text} https qa org ${text}`],
      [`[*${text}*](<#${text}> "no")`, text],
      [`![${text}](no.png)`, text],
      [`<u>${text}</u>`, text],
      [`${text} <!-- no -->`, text],
      [`[${text}]{.no}`, text],
      [`[@${text}, p. 3]`, `${text} p 3`],
      [`@${text}`, text],
      [`\\*${text}`, text],
    ),
  );
  const words = fc
    .array(marked, { minLength: 1, maxLength: 4 })
    .map(all => [all.map(([written]) => written).join(' '), all.map(([, read]) => read).join(' ')] as const);
  const block = fc.tuple(words, words, fc.nat(9)).map(([[a, readA], [b, readB], kind]): readonly [string, string] => {
    const both = `${readA} ${readB}`;
    switch (kind) {
      case 0:
        return [`## ${a} ##\n${b}`, both];
      case 1:
        return [`- ${a}\n- ${b}`, both];
      case 2:
        return [`1. ${a}\n\n    (a) ${b}`, `1 ${readA} a ${readB}`];
      case 3:
        return [`> ${a}\n>\n> > ${b}`, both];
      case 4:
        return [`| ${a} | ${b} |\n|---|---|\n| ${b} | ${a} |`, `${both} ${readB} ${readA}`];
      case 5:
        return [`::: {.no}\n${a}\n:::\n\n${b}`, both];
      case 6:
        return [`<!-- no\n\n*no* -->\n\n${a}\n${b}`, both];
      case 7:
        return [`${a}\n---\n\n***\n\n${b}`, both];
      case 8:
        return [`\`\`\`no\nqcode\n\`\`\`\n\n${a}  \n${b}`, `qcode ${both}`];
      default:
        return [`${a}\n${b}`, both];
    }
  });
  const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

  property(
    'plain text has the words of a draft in order, and none of its marks',
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), blocks => {
      const text = plain(
        `---\ntitle: qtitle\nno: no\n---\n\n${blocks.map(([written]) => written).join('\n\n***\n\n')}\n`,
      );
      assert.deepEqual(tokens(text), tokens(`qtitle ${blocks.map(([, read]) => read).join(' ')}`));
      assert.doesNotMatch(text.replace(/(?<=[ \t]|^)\*(?=q)/gmu, ''), /[#*_~`|<>[\]{}@]|---|:::/u);
    }),
    { runs: 100 },
  );
});
