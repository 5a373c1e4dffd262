import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { cite, definitionText } from '../../../src/domain/citation/cite';
import { languages, styles, type CiteOptions } from '../../../src/domain/citation/options';
import { check, prepare } from '../../../src/domain/check/check';
import type { CheckOptions } from '../../../src/domain/check/checker';
import type { Limit } from '../../../src/domain/check/suggest';
import type { Problem } from '../../../src/domain/check/problem';
import { library } from '../../../src/domain/corpus/bundled';
import { restyle } from '../../../src/domain/restyle/restyle';
import type { Edit } from '../../../src/domain/text/edits';

const tools = prepare(library);
const id = (short: string): string => `idm2022-1-${short}`;
const mark = (short: string): string => `[^${id(short)}]`;
const note = (short: string, options?: CiteOptions): string =>
  `${mark(short)}: ${definitionText(library, id(short), options)}\n`;

function apply(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { start, end, text: words } of edits.toSorted((a, b) => b.start - a.start))
    result = result.slice(0, start) + words + result.slice(end);
  return result;
}

const told = (text: string, options?: Partial<CheckOptions>): string[] =>
  check(text, tools, options).map(each => `${each.code} ‹${text.slice(each.start, each.end)}›`);
const unknown = (text: string, options?: Partial<CheckOptions>): Problem | undefined =>
  check(text, tools, options).find(each => each.code === 'ref-unknown');

/** What the drafter chooses where a place does not exist. */
const chosen = 'd3c8';

/** A draft after the first fix of its first problem of a code, which must be gone. */
function mended(text: string, code: Problem['code'], options?: Partial<CheckOptions>): string {
  const count = (draft: string): number => check(draft, tools, options).filter(each => each.code === code).length;
  const [fix] = check(text, tools, options).find(each => each.code === code)?.fixes ?? [];
  assert.ok(fix, `a fix for ${code} in ${text}`);
  const after = apply(text, fix.choose?.(id(chosen)) ?? fix.edits);
  assert.ok(count(after) < count(text), after);
  return after;
}

describe('a reference to what does not exist', () => {
  const suggested: readonly (readonly [label: string, id: string | undefined])[] = [
    ['idm2022-1-d2c4s9', 'd2c4'],
    ['idm2022-1-b3s99', 'b3'],
    ['idm2021-2-d1c1', 'd1c1'],
    ['idm20222-1-d2c4', 'd2c4'],
    ['IDM2022-1-D2C4', 'd2c4'],
    ['idm_2022-1-d2c4', 'd2c4'],
    ['idm2022–1-d2c4', 'd2c4'],
    ['idm2022-1d2c4', 'd2c4'],
    ['idm2022-d2c4', 'd2c4'],
    ['idm2022-1-d2c4a', 'd2c4'],
    ['idm2022-1-x', undefined],
    ['idm2022-1-d2', undefined],
    ['idm2022-1-note', undefined],
  ];
  for (const [label, short] of suggested) {
    it(`${label}: ${short ?? 'nothing is near'}`, () => {
      const found = unknown(`So.[^${label}]`);
      assert.deepEqual(
        [found?.data.reference, found?.data.suggestion, found?.fixes.length],
        [label, short && id(short), short ? 1 : 0],
      );
    });
  }

  const limits: readonly (readonly [reference: string, limit: Limit])[] = [
    ['[^idm2022-1-d2c13]', { kind: 'conclusion', number: 13, last: 12, day: 2 }],
    ['[^idm2022-1-d0c0]', { kind: 'day', number: 0, last: 3 }],
    ['[^idm2022-1-d4c1]', { kind: 'day', number: 4, last: 3 }],
    ['[^idm2022-1-d1c2c19]', { kind: 'conclusion', number: 19, last: 6, day: 1 }],
    ['[^idm2022-1-b9]', { kind: 'paragraph', number: 9, last: 8 }],
    ['[@idm2022-1, day 9, conclusion 1]', { kind: 'day', number: 9, last: 3 }],
    ['[@idm2022-1-d2c14]', { kind: 'conclusion', number: 14, last: 12, day: 2 }],
    ['[@idm2022-1, conclusion 27]', { kind: 'conclusion', number: 27, last: 26 }],
    ['(IOM, 2022, day 3, conclusion 10; UN, 2019)', { kind: 'conclusion', number: 10, last: 8, day: 3 }],
  ];
  for (const [reference, limit] of limits)
    it(`${reference}: what the source has, no guess, and a choice`, () => {
      const problem = unknown(`So ${reference}.`);
      assert.deepEqual(problem?.data.limit, limit);
      assert.equal(problem?.data.suggestion, undefined);
      assert.deepEqual(
        problem?.fixes.map(({ kind, safe, sure, edits }) => ({ kind, safe, sure, edits })),
        [{ kind: 'chooseReference', safe: false, sure: undefined, edits: [] }],
      );
    });

  it('is reported in a note of the drafter’s own, too, and its mark cites nothing', () => {
    const written =
      'IOM, International Dialogue on Migration 2022, First session, Conclusions and recommendations, day 4, second conclusion';
    const problem = unknown(`So it is.[^1]\n\n[^1]: ${written}.\n`);
    assert.equal(problem?.data.reference, written);
    assert.deepEqual(problem?.data.limit, { kind: 'day', number: 4, last: 3 });
  });

  const silent = [
    'idm-note',
    'idm',
    'idmc2022',
    'smith2020-d1c1',
    'iom2022-1-d2c4',
    '1',
    'idm2022-1-d2c4s2',
    'idm2022-1-b3s1',
  ];
  it('is none that is somebody else’s, or exists', () => {
    assert.deepEqual(
      silent.flatMap(label => unknown(`So.[^${label}]`) ?? []),
      [],
    );
    assert.deepEqual(
      told(
        'So [@smith2020, day 9] (UN, 2022, day 9) [@idm2022-1] [@idm2022-1, day 2] [@idm2022-1, p. 3] @idm2022-1 [day 2, conclusion 4].',
      ),
      [],
    );
  });

  const changed: readonly (readonly [before: string, after: string | undefined])[] = [
    ['[@idm2022-1, day 2, conclusions 4 and 16]', '[@idm2022-1, day 2, conclusion 4, and day 3, conclusion 8]'],
    ['[@idm2022-1, conclusion 27]', '[@idm2022-1, day 3, conclusion 8]'],
    ['[@idm2022-1, conclusion 4]', undefined],
    [
      '[see @idm2022-1, day 3, conclusion 9, emphasis added; @other, p. 3]',
      '[see @idm2022-1, day 3, conclusion 8, emphasis added; @other, p. 3]',
    ],
    ['[-@idm2022-1, day 3, conclusion 9]', '[-@idm2022-1, day 3, conclusion 8]'],
    ['[@idm2022-1, jour 2, conclusion 14]', '[@idm2022-1, jour 3, conclusion 8]'],
    ['[@idm2022-1, introduction, paragraph 12]', '[@idm2022-1, day 3, conclusion 8]'],
    ['@idm2022-1 [day 4, conclusion 1] said', '@idm2022-1 [day 3, conclusion 8] said'],
    ['[@idm2022-2]', '[@idm2022-1]'],
    ['[see @idm2022-2, day 2, conclusion 4]', '[see @idm2022-1, day 2, conclusion 4]'],
    ['[@idm2022-1-d2c14]', '[@idm2022-1, day 3, conclusion 8]'],
    ['IOM (2022, day 4, first conclusion) said', 'IOM (2022, day 3, eighth conclusion) said'],
    [
      '(International Organization for Migration, 2022, day 4, first conclusion)',
      '(International Organization for Migration, 2022, day 3, eighth conclusion)',
    ],
    ['(IOM, 2022, day 3, conclusion 10; UN, 2019)', '(IOM, 2022, day 3, conclusion 8; UN, 2019)'],
    ['(IOM, 2021, day 2, first conclusion)', '(IOM, 2022, day 2, first conclusion)'],
  ];
  for (const [before, after] of changed) {
    it(`${before} becomes ${after ?? 'nothing else'}`, () => {
      if (after === undefined) assert.deepEqual(unknown(`So ${before}.`)?.fixes, []);
      else assert.equal(mended(`So ${before}.`, 'ref-unknown'), `So ${after}.`);
    });
  }

  it('takes a label’s other marks and its definition along', () => {
    assert.equal(
      mended(`So.${mark('d2c14')} And.${mark('d2c14')}\n\n${mark('d2c14')}: x\n`, 'ref-unknown'),
      `So.${mark('d3c8')} And.${mark('d3c8')}\n\n${mark('d3c8')}: x\n`,
    );
  });
  it('mends the place of several that does not exist', () => {
    assert.equal(
      mended(`So.${mark('d1c2c19')}\n\n${mark('d1c2c19')}: x\n`, 'ref-unknown'),
      `So.${mark('d1c2d3c8')}\n\n${mark('d1c2d3c8')}: x\n`,
    );
    assert.equal(unknown(`So.${mark('d1c2c3')}`), undefined);
  });
  it('takes the form in which the draft cites the chosen finding, so that nothing is mixed', () => {
    const other = {
      footnote: `Or.${mark('d3c8')}\n\n${note('d3c8')}`,
      pandoc: 'Or [@idm2022-1, day 3, conclusion 8].\n',
      inText: 'Or (IOM, 2022, day 3, eighth conclusion).\n',
    };
    const own = {
      footnote: `So.${mark('d2c14')}`,
      pandoc: 'So [@idm2022-1, day 2, conclusion 14].',
      inText: 'So (IOM, 2022, day 2, conclusion 14).',
    };
    const cited = {
      footnote: `So.${mark('d3c8')}`,
      pandoc: 'So [@idm2022-1, day 3, conclusion 8].',
      inText: 'So (IOM, 2022, day 3, eighth conclusion).',
    };
    for (const draftForm of ['footnote', 'pandoc', 'inText'] as const)
      for (const ownForm of ['footnote', 'pandoc', 'inText'] as const)
        for (const first of [true, false]) {
          const [rest, notes = ''] = other[draftForm].split('\n\n');
          const text = `${(first ? [own[ownForm], rest] : [rest, own[ownForm]]).join('\n\n')}\n\n${notes}`;
          const after = mended(text, 'ref-unknown', { form: draftForm });
          if (draftForm !== ownForm || ownForm !== 'inText') assert.ok(after.includes(cited[draftForm]), after);
          assert.deepEqual(told(after, { form: draftForm }), [], text);
        }
  });
  it('defines nothing twice', () => {
    const text = `So.${mark('d2c14')} And.${mark('d3c8')}\n\n${mark('d2c14')}: x\n${note('d3c8')}`;
    assert.deepEqual(told(mended(text, 'ref-unknown')), [`note-unused ‹${mark('d2c14')}: x›`]);
  });
});

describe('notes', () => {
  const d1c1 = note('d1c1');
  const clean: readonly (readonly [what: string, text: string, options?: Partial<CheckOptions>])[] = [
    ['CRLF', `So.${mark('d1c1')}\r\n\r\n${d1c1.trim()}\r\n`],
    ['defined before it is used', `${d1c1}\nSo.${mark('d1c1')}\n`],
    [
      'wrapped, indented or not',
      `So.${mark('d1c1')}\n\n${d1c1.replace('Implementation in', 'Implementation\n    in').replace('Successes, ', 'Successes,\n')}`,
    ],
    ['words on the line after the label', `So.${mark('d1c1')}\n\n${d1c1.replace(': ', ':\n    ')}`],
    [
      'emphasis as a formatter writes it',
      `So.${mark('d1c1')}\n\n${note('d1c1', { style: 'chicago-notes' }).replaceAll('*', '_')}`,
      { style: 'chicago-notes' },
    ],
    ['used in another note', `So.[^1]\n\n[^1]: See also.${mark('d1c1')}\n\n${d1c1}`],
    ['used in a note’s second paragraph', `So.[^1]\n\n[^1]: See also.\n\n    And this.${mark('d1c1')}\n\n${d1c1}`],
    [
      'used in a table, a heading, a list and emphasis',
      `# T${mark('d1c1')}\n\n| a | b |\n|---|---|\n| *x*${mark('d1c2')} | y |\n\n- We wrote.${mark('b3')}\n\n${d1c1}${note('d1c2')}${note('b3')}`,
    ],
    ['used in raw HTML', `<div>\nT${mark('d1c1')}\n</div>\n\n${d1c1}`],
    ['defined in a list', `- So.${mark('d1c1')}\n\n  ${d1c1}`],
    ['somebody else’s, defined or in a draft that defines none', 'So.[^1] So.[^2]\n'],
    ['inline', 'So.^[An inline note, with [brackets].]\n'],
    [
      'code, comments and escapes',
      `\`${mark('d1c1')}\` <!-- ${mark('d1c2')} --> \\${mark('d1c3')}\n\n    ${mark('d1c4')}\n\n~~~\n${mark('d1c5')}\n~~~\n`,
    ],
    ['character classes', 'The classes [^a-z], [^0-9] and [^a-zA-Z_] here.[^1]\n\n[^1]: x\n'],
    ['a sentence’s label', `So.${mark('d1c1s2')}\n\n${mark('d1c1s2')}: ${definitionText(library, id('d1c1'))}\n`],
    [
      'cited in the text within a note',
      `So.[^1] So.${mark('d1c1')}\n\n[^1]: A note of ours (IOM, 2022, day 1, first conclusion).\n${d1c1}`,
    ],
    [
      'a note of several right after one of the same day',
      `So.${mark('d1c1')} So.${mark('d1c2c3')} So.${mark('d1c4')}\n\n${d1c1}${mark('d1c2c3')}: Ibid., second and third conclusions.\n${mark('d1c4')}: Ibid., fourth conclusion.\n`,
    ],
    ['before an image', `So.${mark('d1c1')} And${mark('d1c1')}![x](y.png)\n\n${d1c1}`],
    [
      'before a stop with no words before, or none in their cell or brackets',
      `${mark('d1c1')}. So.\n\n- ${mark('d1c1')}, so\n\n1. ${mark('d1c1')}; so\n\nSo (${mark('d1c1')}.)\n\n| a | b |\n|---|---|\n| x | ${mark('d1c1')}. |\n\n${d1c1}`,
    ],
    ['French', `---\nlang: fr\n---\n\nAinsi${mark('d1c1')}.\n\n${note('d1c1', { language: 'fr' })}`],
    [
      'a short form where ibid. would be',
      `So.${mark('d1c1')} So.${mark('d1c2')}\n\n${note('d1c1', { style: 'bluebook' })}${note('d1c2', { style: 'bluebook', position: 'subsequent' })}`,
      { style: 'bluebook' },
    ],
  ];
  for (const [what, text, options] of clean) it(`are right: ${what}`, () => assert.deepEqual(told(text, options), []));

  it('are defined in the very words that inserting writes, in every style and language', () => {
    for (const style of styles) {
      for (const language of languages) {
        const { text, definitions } = cite(library, [id('d2c4')], { style, language });
        assert.equal(
          mended(`So.${text}\n`, 'note-undefined', { style, language }),
          `So.${text}\n\n[^${definitions[0]!.label}]: ${definitions[0]!.text}\n`,
        );
      }
    }
  });
  it('are defined so where they name several places or the document, and reworded so', () => {
    for (const style of styles) {
      for (const language of languages) {
        for (const ids of [[id('d1c2'), id('d1c3')], [id('b2'), id('d2c4')], ['idm2022-1']]) {
          const {
            text,
            definitions: [definition],
          } = cite(library, ids, { style, language });
          const lines = (words: string | undefined): string => `So.${text}\n\n[^${definition?.label}]: ${words}\n`;
          const other = style === 'apa' ? 'un' : 'apa';
          assert.equal(mended(`So.${text}\n`, 'note-undefined', { style, language }), lines(definition?.text));
          assert.deepEqual(told(lines(definition?.text), { style, language }), []);
          assert.equal(
            mended(lines(definition?.text), 'note-other-style', { style: other, language }),
            lines(definitionText(library, ids, { style: other, language })),
          );
          assert.deepEqual(
            check(lines('Edited.'), tools, { style, language }).map(({ code }) => code),
            ['note-edited'],
          );
        }
      }
    }
  });
  it('worded as version 0.1.0 did are brought up to date, each told of once', () => {
    const lines = readFileSync('test/fixtures/earlier/citations.txt', 'utf8')
      .split('\n')
      .map(line => line.split('\t'));
    const style = 'oscola';
    const first = note('d1c1', { style });
    for (const [position, , , cited, words = ''] of lines.filter(
      ([what, in_, language]) => in_ === style && language === 'en' && what !== 'inText',
    )) {
      if (cited !== id('d2c4')) continue;
      const text =
        `So.${mark('d1c1')}${position === 'subsequent' ? ' So.[^1]' : ''} So.${mark('d2c4')}\n\n${first}[^1]: x\n${mark('d2c4')}: ${words}\n`.replace(
          position === 'subsequent' ? '' : '[^1]: x\n',
          '',
        );
      assert.deepEqual(
        check(text, tools, { style }).map(({ code, fixes }) => [code, fixes.map(({ safe }) => safe)]),
        [['note-stale', [true]]],
        words,
      );
      assert.deepEqual(told(mended(text, 'note-stale', { style }), { style }), []);
    }
  });
  it('on a document as a whole are brought up to date where they do not name it', () => {
    const text = `So.[^idm2022-1]\n\n[^idm2022-1]: IOM, 2022.\n`;
    assert.deepEqual(told(text, { style: 'iom' }), ['note-stale ‹[^idm2022-1]: IOM, 2022.›']);
    assert.equal(mended(text, 'note-stale', { style: 'iom' }), text.replace('2022.', '2022, summary of conclusions.'));
  });
  it('keep the date on which the page was looked at, whatever day it is', () => {
    const style = 'oscola';
    const dated = note('d1c1', { style, accessed: '2026-05-01' });
    assert.match(dated, /> accessed 1 May 2026\.\n$/u);
    // AGLC4 has no date of access.
    assert.match(
      restyle(library, `So.${mark('d1c1')}\n\n${dated}`, { form: 'footnote', style: 'aglc4' }).text,
      /\\>\.\n$/u,
    );
    const text = `So.${mark('d1c1')}\n\n${dated}`;
    assert.deepEqual(told(text, { style }), []);
    assert.match(
      mended(text.replace('conclusion 1 ', 'conclusion 1, '), 'note-edited', { style }),
      /> accessed 1 May 2026\.\n$/u,
    );
  });
  it('are right as ibid alone after a note on the same place only', () => {
    const text = (before: string): string =>
      `So.${mark(before)} So.[^idm2022-1-d1c1-2]\n\n${note(before, { style: 'oscola' })}[^idm2022-1-d1c1-2]: ibid.\n`;
    assert.deepEqual(told(text('d1c1'), { style: 'oscola' }), []);
    assert.match(mended(text('d1c2'), 'note-stale', { style: 'oscola' }), /: ibid day 1, conclusion 1\.\n$/iu);
    const edited = text('d1c1').replace('International Organization', 'See Smith; International Organization');
    assert.deepEqual(
      check(edited, tools, { style: 'oscola' }).map(({ code }) => code),
      ['note-edited', 'note-stale'],
    );
    assert.match(mended(edited, 'note-stale', { style: 'oscola' }), /Migration \(n 1\) day 1, conclusion 1\.\n$/iu);
  });
  it('in another case are one problem, not two', () => {
    const text = 'So.[^Note]\n\n[^note]: x\n';
    assert.deepEqual(told(text), ['note-undefined ‹[^Note]›']);
    assert.equal(mended(text, 'note-undefined'), 'So.[^note]\n\n[^note]: x\n');
  });
  it('keep what the drafter added to a wording of old', () => {
    const old = note('d1c1', { style: 'apa' }).replace(/\.\n$/, '; emphasis added.\n');
    const text = `So.${mark('d1c1')}\n\n${old}`;
    assert.deepEqual(
      check(text, tools).map(({ code, fixes }) => [code, fixes.map(({ safe }) => safe)]),
      [['note-edited', [false]]],
    );
    assert.deepEqual(
      check(text, tools, { style: 'un' }).map(({ code, fixes }) => [code, fixes.map(({ safe }) => safe)]),
      [['note-other-style', [false]]],
    );
    assert.equal(
      mended(text, 'note-other-style', { style: 'un' }),
      `So.${mark('d1c1')}\n\n${d1c1.replace(/\.\n$/, '; emphasis added.\n')}`,
    );
  });
  it('are not swapped with a stop where the mark begins a line', () => {
    assert.deepEqual(
      check(`So\n${mark('d1c1')}. And\n\n${d1c1}`, tools).map(({ code, fixes }) => [code, fixes.length]),
      [['note-before-punctuation', 0]],
    );
  });
  for (const [where, text] of [
    ['in front matter', '---\nabstract: "So.[^x]"\n---\n\nSo.\n'],
    ['in a line that begins with a comment', '<!-- c --> So.[^x]\n'],
    ['in the lines of a comment’s block', '<!-- c\n--> So.[^x]\n'],
    ['in HTML', '<div>So.[^x]</div>\n'],
    ['in another case', 'So.[^X]\n'],
    ['in a link definition', '[a]: b "So[^x]"\n'],
    ['in words set in', 'So.\n\n    So.[^x]\n'],
  ] as const) {
    it(`are used ${where}`, () =>
      assert.deepEqual(
        told(`${text}\n[^x]: n\n`).filter(each => each.startsWith('note-unused')),
        [],
      ));
  }
  for (const [where, text] of [
    ['in a fence', '```\n[^x]\n```\n'],
    ['in code', 'So `[^x]`.\n'],
    ['anywhere', 'So.\n'],
  ] as const) {
    it(`are not used ${where}`, () => assert.deepEqual(told(`${text}\n[^x]: n\n`), ['note-unused ‹[^x]: n›']));
  }
  it('of ours with words of the drafter’s are not removed unseen', () => {
    const twice = `So.${mark('d1c1')}\n\n${d1c1.trimEnd()} And so it is.\n${d1c1.trimEnd()} And so it is.\n`;
    assert.deepEqual(
      check(twice, tools)
        .find(({ code }) => code === 'note-duplicate')
        ?.fixes.map(({ safe }) => safe),
      [false],
    );
  });
  it('between two lists are not removed unseen, since the lists would be one', () => {
    const text = `So.${mark('d1c1')}\n\n${d1c1}\n- a\n\n${d1c1}\n- b\n`;
    assert.deepEqual(
      check(text, tools)
        .find(({ code }) => code === 'note-duplicate')
        ?.fixes.map(({ safe }) => safe),
      [false],
    );
  });
});

describe('the date of access', () => {
  it('is neither asked for nor taken out of a note, and goes into one that is reworded', () => {
    const said = { style: 'oscola', form: 'footnote', language: 'en', accessed: '2026-05-01' } as const;
    const first = definitionText(library, 'idm2022-1-d2c4', { style: 'oscola' });
    const dated = definitionText(library, 'idm2022-1-d2c4', said);
    assert.match(dated, /accessed 1 May 2026\.$/u);
    const draftWith = (words: string): string => `Climate matters.[^idm2022-1-d2c4]\n\n[^idm2022-1-d2c4]: ${words}\n`;
    for (const words of [first, dated]) assert.deepEqual(check(draftWith(words), tools, said), [], words);
    const [stale] = check(draftWith('ibid day 2, conclusion 4.'), tools, said);
    assert.equal(stale?.data.expected, dated);
  });
});

describe('a mark of the drafter’s own without a note', () => {
  it('gets one that is still to be written, which raises no problem', () => {
    const text = `So.[^own] And.${mark('d3c8')}\n\n${note('d3c8')}`;
    const after = mended(text, 'note-undefined');
    assert.equal(after, `${text}[^own]: \n`);
    assert.deepEqual(told(after), []);
  });
});
