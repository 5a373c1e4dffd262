// Notes under labels of the drafter's own that are worded as ours: restyled as others are.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check, prepare } from '../../../src/domain/check/check';
import { definitionText } from '../../../src/domain/citation/cite';
import { forms, languages, styles, type Form, type Style } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { restyle } from '../../../src/domain/restyle/restyle';
import { property } from '../../property';

const tools = prepare(library);
const note = (label: string, id: string, style: Style = 'un', language: 'en' | 'fr' | 'es' = 'en'): string =>
  `[^${label}]: ${definitionText(library, id, { style, language })}`;
const to = (text: string, form: Form, style: Style = 'un') => restyle(library, text, { form, style });
const organization = 'International Organization for Migration';

describe('restyling notes under labels of the drafter’s own', () => {
  const text = `A.[^2] B.[^unhcr] C.[^1] D.[^3]\n\n[^1]: Theirs.\n${note('2', 'idm2022-1-d2c4')}\n${note('unhcr', 'idm2022-1-d2c6')}\n${note('3', 'idm2022-1-b2')}\n`;

  it('keeps label and place, and words them by where they stand', () => {
    const { text: oscola, skipped } = to(text, 'footnote', 'oscola');
    assert.equal(
      oscola,
      `A.[^2] B.[^unhcr] C.[^1] D.[^3]\n\n[^1]: Theirs.\n${note('2', 'idm2022-1-d2c4', 'oscola')}\n[^unhcr]: ibid day 2, conclusion 6.\n[^3]: ${organization} (n 1) introduction, paragraph 2.\n`,
    );
    assert.deepEqual(skipped, []);
  });

  for (const style of styles) {
    it(`comes back from notes in ${style}, as they were`, () => {
      const there = to(text, 'footnote', style).text;
      assert.equal(to(there, 'footnote', style).text, there);
      assert.equal(to(there, 'footnote', 'un').text, text);
    });
  }

  it('writes them in other forms, and takes their definitions out', () => {
    assert.equal(
      to(text, 'pandoc').text,
      'A [@idm2022-1, day 2, conclusion 4]. B [@idm2022-1, day 2, conclusion 6]. C.[^1] D [@idm2022-1, introduction, paragraph 2].\n\n[^1]: Theirs.\n',
    );
    assert.equal(
      to(`A.[^2]\n\n${note('2', 'idm2022-1-d2c4')}\n\nB.\n`, 'inText').text,
      'A (IOM, 2022, day 2, fourth conclusion).\n\nB.\n',
    );
  });

  it('gives them labels of ours on the way back', () => {
    const draft = `A.[^2] B.[^2]\n\n${note('2', 'idm2022-1-d2c4')}\n`;
    const label = 'idm2022-1-d2c4';
    assert.equal(to(to(draft, 'pandoc').text, 'footnote').text, draft.replaceAll('[^2]', `[^${label}]`));
  });

  it('words a note that has several marks in full, since it stands after different notes', () => {
    const draft = `A.[^1] B.[^2] C.[^2]\n\n${note('1', 'idm2022-1-d2c4')}\n${note('2', 'idm2022-1-d2c6')}\n`;
    assert.equal(
      to(draft, 'footnote', 'oscola').text,
      `A.[^1] B.[^2] C.[^2]\n\n${note('1', 'idm2022-1-d2c4', 'oscola')}\n${note('2', 'idm2022-1-d2c6', 'oscola')}\n`,
    );
  });

  it('rewords them where they are marked in notes', () => {
    const draft = `A.[^x]\n\n[^x]: See.[^2]\n\n${note('2', 'idm2022-1-d2c4')}\n`;
    assert.deepEqual(to(draft, 'footnote', 'oscola'), {
      text: draft.replace(note('2', 'idm2022-1-d2c4'), note('2', 'idm2022-1-d2c4', 'oscola')),
      skipped: [],
    });
  });

  it('rewords no note for one mark of it that others have, too', () => {
    const draft = `A.[^2]\n\nB.[^2]\n\n${note('2', 'idm2022-1-d2c4')}\n`;
    const { text: made } = restyle(library, draft, {
      form: 'footnote',
      style: 'oscola',
      range: { start: 0, end: draft.indexOf('B.') },
    });
    assert.equal(
      made,
      `A.[^idm2022-1-d2c4]\n\nB.[^2]\n\n${note('2', 'idm2022-1-d2c4')}\n${note('idm2022-1-d2c4', 'idm2022-1-d2c4', 'oscola')}\n`,
    );
  });

  const left: readonly [what: string, draft: string][] = [
    ['says “see”', `A.[^2]\n\n${note('2', 'idm2022-1-d2c4').replace(': ', ': See ')}\n`],
    ['says more', `A.[^2]\n\n${note('2', 'idm2022-1-d2c4')} Emphasis added.\n`],
    ['has more paragraphs', `A.[^2]\n\n${note('2', 'idm2022-1-d2c4')}\n\n    And more.\n`],
    ['is defined twice', `A.[^2]\n\n${note('2', 'idm2022-1-d2c4')}\n${note('2', 'idm2022-1-d2c4')}\n`],
  ];
  for (const [what, draft] of left) {
    it(`leaves and lists one that ${what}`, () => {
      for (const form of forms) {
        const { text: made, skipped } = to(draft, form, 'oscola');
        assert.equal(made, draft);
        assert.deepEqual(
          skipped.map(({ reason }) => reason),
          ['editedNote'],
        );
      }
    });
  }

  const id = fc.constantFrom('idm2022-1-d2c4', 'idm2022-1-d2c6', 'idm2022-1-d1c1', 'idm2022-1-b2', 'idm2022-1');
  const label = fc.constantFrom('1', '2', 'unhcr', 'note-3', 'é', 'ours');
  const piece = fc.record({ label, end: fc.constantFrom('.', ',', ' '), own: fc.boolean(), lead: fc.boolean() });
  property(
    'comes back, is the same twice, and raises no warning that was not there',
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      fc.dictionary(label, id, { minKeys: 1 }),
      fc.constantFrom(...styles),
      fc.constantFrom(...forms),
      fc.constantFrom(...languages),
      id,
      (pieces, ids, style, form, language, ownId) => {
        const marks = pieces.map(
          each => `${each.lead ? '\n\n' : ' '}word${each.end}[^${each.own ? ownId : each.label}]`,
        );
        const notes = Object.entries(ids).map(([name, cited]) => note(name, cited, 'un', language));
        const draft = `---\nlang: ${language}\n---\n\nSo${marks.join('')} [^${ownId}]\n\n${[...notes, note(ownId, ownId, 'un', language)].join('\n')}\n`;
        const rules = { style, form, language } as const;
        const there = restyle(library, draft, rules).text;
        assert.equal(restyle(library, there, rules).text, there, draft);
        if (form === 'footnote') assert.equal(restyle(library, there, { ...rules, style: 'un' }).text, draft, there);
        const codes = (words: string, how: Style): string[] =>
          check(words, tools, { ...rules, style: how })
            .filter(({ code }) => code.startsWith('note-') && code !== 'note-unused' && code !== 'note-undefined')
            .map(({ code }) => code);
        assert.deepEqual(
          codes(there, style).filter(code => !codes(draft, 'un').includes(code)),
          [],
          there,
        );
      },
    ),
    { runs: 300 },
  );
});
