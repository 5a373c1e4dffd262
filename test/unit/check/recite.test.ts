import assert from 'node:assert/strict';
import { cite, definitionText } from '../../../src/domain/citation/cite';
import { forms, languages, styles } from '../../../src/domain/citation/options';
import { check, prepare } from '../../../src/domain/check/check';
import type { CheckOptions } from '../../../src/domain/check/checker';
import { library } from '../../../src/domain/corpus/bundled';
import { applied, inOrder } from '../../../src/domain/text/edits';

const tools = prepare(library);
const id = (short: string): string => `idm2022-1-${short}`;
const words = 'local authorities could not work alone';
/** The finding whose words they are is cited instead, whatever form is set. */
const forOther: Partial<CheckOptions>[] = forms.map(form => ({ form }));

function recited(text: string, options: Partial<CheckOptions> = {}): string {
  const problem = check(text, tools, options).find(each => each.code === 'quote-other-finding');
  const fix = problem?.fixes.find(({ kind }) => kind === 'moveCitation');
  assert.ok(fix, `a fix in ${text}`);
  return applied(text, inOrder(fix.edits));
}

const note = (short: string, options = {}): string => `[^${id(short)}]: ${definitionText(library, id(short), options)}`;

describe('citing another finding instead', () => {
  const rows: [what: string, before: string, after: string][] = [
    ['pandoc', `“${words}” [@idm2022-1, day 2, conclusion 4].`, `“${words}” [@idm2022-1, day 3, conclusion 3].`],
    [
      'pandoc with words around',
      `“${words}” [see @idm2022-1, day 2, conclusion 4, emphasis added].`,
      `“${words}” [see @idm2022-1, day 3, conclusion 3, emphasis added].`,
    ],
    [
      'pandoc in another’s words',
      `“${words}” [@idm2022-1, Day 2, conclusion 4].`,
      `“${words}” [@idm2022-1, Day 3, conclusion 3].`,
    ],
    [
      'pandoc over two lines',
      `“${words}” [@idm2022-1, day 2,\nconclusion 4].`,
      `“${words}” [@idm2022-1, day 3, conclusion 3].`,
    ],
    ['a key that names the place', `“${words}” [@idm2022-1-d2c4].`, `“${words}” [@idm2022-1-d3c3].`],
    [
      'narrative',
      `@idm2022-1 [day 2, conclusion 4] says “${words}”.`,
      `@idm2022-1 [day 3, conclusion 3] says “${words}”.`,
    ],
    [
      'in the text',
      `“${words}” (IOM, 2022, day 2, fourth conclusion).`,
      `“${words}” (IOM, 2022, day 3, third conclusion).`,
    ],
    [
      'in the text, another style',
      `“${words}” (International Organization for Migration 2022, Day 2, conclusion 4).`,
      `“${words}” (International Organization for Migration 2022, Day 3, conclusion 3).`,
    ],
    [
      'in the text, before the verb',
      `IOM (2022, day 2, fourth conclusion) says “${words}”.`,
      `IOM (2022, day 3, third conclusion) says “${words}”.`,
    ],
    [
      'a note of ours',
      `“${words}”.[^${id('d2c4')}]\n\n${note('d2c4')}\n`,
      `“${words}”.[^${id('d3c3')}]\n\n${note('d3c3')}\n`,
    ],
    [
      'a note that is cited elsewhere',
      `“${words}”.[^${id('d2c4')}] So.[^${id('d2c4')}]\n\n${note('d2c4')}\n`,
      `“${words}”.[^${id('d3c3')}] So.[^${id('d2c4')}]\n\n${note('d2c4')}\n${note('d3c3')}\n`,
    ],
    [
      'a note that may be cited in a comment',
      `“${words}”.[^${id('d2c4')}] <!-- [^${id('d2c4')}] -->\n\n${note('d2c4')}\n`,
      `“${words}”.[^${id('d3c3')}] <!-- [^${id('d2c4')}] -->\n\n${note('d2c4')}\n${note('d3c3')}\n`,
    ],
    [
      'a note that is there already',
      `“${words}”.[^${id('d2c4')}] So.[^${id('d3c3')}]\n\n${note('d2c4')}\n${note('d3c3')}\n`,
      `“${words}”.[^${id('d3c3')}] So.[^${id('d3c3')}]\n\n${note('d3c3')}\n`,
    ],
    [
      'a note without a definition',
      `“${words}”.[^${id('d2c4')}]\n`,
      `“${words}”.[^${id('d3c3')}]\n\n${note('d3c3')}\n`,
    ],
    ['a note at the very end', `“${words}”.[^${id('d2c4')}]`, `“${words}”.[^${id('d3c3')}]\n\n${note('d3c3')}`],
    [
      'a note in another language',
      `“${words}”.[^${id('d2c4')}]\n\n${note('d2c4', { language: 'fr' })}\n`,
      `“${words}”.[^${id('d3c3')}]\n\n${note('d3c3', { language: 'fr' })}\n`,
    ],
    [
      'a note in another style',
      `“${words}”.[^${id('d2c4')}]\n\n${note('d2c4', { style: 'apa' })}\n`,
      `“${words}”.[^${id('d3c3')}]\n\n${note('d3c3', { style: 'apa' })}\n`,
    ],
    [
      'a note edited by hand',
      `“${words}”.[^${id('d2c4')}]\n\n[^${id('d2c4')}]: My words.\n`,
      `“${words}”.[^${id('d3c3')}]\n\n[^${id('d2c4')}]: My words.\n${note('d3c3')}\n`,
    ],
    [
      'a note of the drafter’s own',
      `“${words}”.[^1]\n\n[^1]: See IOM, 2022, day 2, fourth conclusion, and more.\n`,
      `“${words}”.[^1]\n\n[^1]: See IOM, 2022, day 3, third conclusion, and more.\n`,
    ],
    [
      'within a note',
      `So.[^1]\n\n[^1]: They said “${words}” (IOM, 2022, day 2, fourth conclusion).\n`,
      `So.[^1]\n\n[^1]: They said “${words}” (IOM, 2022, day 3, third conclusion).\n`,
    ],
  ];
  for (const [what, before, after] of rows) {
    it(`keeps ${what}`, () => {
      for (const options of forOther) assert.equal(recited(before, options), after, options.form);
      if (before.includes('\n'))
        assert.equal(recited(before.replaceAll('\n', '\r\n')), after.replaceAll('\n', '\r\n'), 'CRLF');
    });
  }

  it('leaves no problem behind in any form, style and language', () => {
    for (const form of forms) {
      for (const style of styles) {
        for (const language of languages) {
          const { text, definitions } = cite(library, [id('d2c4')], { form, style, language });
          const own = definitions.map(each => `[^${each.label}]: ${each.text}\n`).join('');
          const draft = `---\nlang: ${language}\n---\n\nThey said “${words}”${form === 'footnote' ? text : ` ${text}`}.\n${own && `\n${own}`}`;
          const options = { form, style, language };
          const problems = (of: string): string[] =>
            check(of, tools, options)
              .map(({ code }) => code)
              .filter(code => code !== 'note-before-punctuation');
          assert.deepEqual(problems(draft), ['quote-other-finding'], draft);
          assert.deepEqual(problems(recited(draft, options)), [], recited(draft, options));
        }
      }
    }
  });

  it('words a later note as one, and keeps the number that it refers back to', () => {
    const draft = `A.[^1] B.[^${id('d1c1')}] C.[^2] “${words}”.[^${id('d2c4')}]\n\n[^1]: x\n${note('d1c1', { style: 'oscola' })}\n[^2]: y\n${note('d2c4', { style: 'oscola', position: 'subsequent', firstNote: 2 })}\n`;
    assert.deepEqual(
      check(draft, tools, { style: 'oscola' }).map(({ code }) => code),
      ['quote-other-finding'],
    );
    assert.deepEqual(check(recited(draft, { style: 'oscola' }), tools, { style: 'oscola' }), []);
  });
});
