import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { definitionText } from '../../../src/domain/citation/cite';
import { forms, languages, styles } from '../../../src/domain/citation/options';
import { check, prepare } from '../../../src/domain/check/check';
import { fixAll } from '../../../src/domain/check/fixAll';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { wordingsOfNote } from '../../../src/domain/rules/beginnings';
import { inOrder } from '../../../src/domain/text/edits';
import { property } from '../../property';
import { fixedAll } from './fixedAll';

const tools = prepare(library);
const id = (short: string): string => `idm2022-1-${short}`;
const mark = (short: string): string => `[^${id(short)}]`;
const note = (short: string, style: (typeof styles)[number] = 'un'): string =>
  `${mark(short)}: ${definitionText(library, id(short), { style })}`;

describe('what cannot be wrong, fixed all at once', () => {
  it('is done, and nothing else is', () => {
    const comment = '<!-- idm-findings-disable-next-line quote-spans -->';
    const kept = `Speakers said “local authorities could never work alone” ${'[@idm2022-1, day 3, conclusion 3]'}.`;
    assert.equal(
      fixedAll(
        `${kept}\n\n${comment}\nSo${mark('d1c1')}. And so${mark('d1c2')}, so.${mark('d1c2')}\n\n${note('d1c1', 'apa')}\n${note('d1c1', 'apa')}\n\n${mark('d1c9')} ends.\n`,
      ),
      `${kept}\n\nSo.${mark('d1c1')} And so,${mark('d1c2')} so.${mark('d1c2')}\n\n${note('d1c1', 'apa')}\n${note('d1c2', 'apa')}\n\n${mark('d1c9')} ends.\n`,
    );
  });

  it('goes on problem by problem, also where none has a fix that cannot be wrong', () => {
    const other = `“${library.findings[9]!.text}” [@idm2022-1, day 1, conclusion 1].\n\n`;
    const draft = Draft.of(other.repeat(200), library);
    const problems = check(draft, tools);
    let steps = 0;
    for (const steady = fixAll(draft, problems, () => assert.fail()); steady.next().done !== true;) steps += 1;
    assert.ok(problems.length >= 200 && steps >= 200, `${problems.length} problems, ${steps} steps`);
  });

  it('leaves a comment that parts two lists', () => {
    for (const text of [
      '- a\n<!-- idm-findings-disable-next-line quote-spans -->\n- b\n',
      '-\n<!-- idm-findings-disable-next-line quote-spans -->\n-\n',
    ])
      assert.equal(fixedAll(text), text);
  });

  it('leaves what would change a link or somebody else’s mark', () => {
    for (const text of [
      `So [it is${mark('d1c1')}](u).`,
      `So ![it is${mark('d1c1')}][u].`,
      `So [a [b${mark('d1c1')}] c](u)`,
      `So[^1]${mark('d1c1')}, so.\n\n[^1]: x\n${note('d1c1')}`,
    ]) {
      assert.equal(fixedAll(text), text);
    }
  });

  const piece = fc.oneof(
    fc.constantFrom(
      'So it is',
      '.',
      ',',
      ' and ',
      '\n',
      '\n\n',
      '\r\n',
      '- ',
      '> ',
      '“',
      '”',
      '\n<!-- idm-findings-disable-next-line quote-spans -->\n',
      '\n<!-- idm-findings-disable-next-line quote-altered form-mixed -->\n',
      '<!-- idm-findings-disable-next-line quote-spans -->',
      mark('d1c1'),
      mark('d1c2'),
      mark('d3c3'),
      '[^1]',
      '\n[^1]: x\n',
    ),
    fc
      .tuple(fc.constantFrom('d1c1', 'd1c2', 'd3c3'), fc.constantFrom(...styles))
      .map(([short, style]) => `\n${note(short, style)}\n`),
    fc.constantFrom('d1c1', 'd1c2').map(short => `\n${note(short)}`),
  );
  let changed = 0;
  property(
    'fix all leaves nothing more to do, and no fewer words',
    fc.property(fc.array(piece, { maxLength: 24 }), pieces => {
      const text = pieces.join('');
      const once = fixedAll(text);
      if (once !== text) changed++;
      assert.equal(fixedAll(once), once, text);
      assert.equal(once.split('So it is').length, text.split('So it is').length, text);
    }),
    { runs: 500 },
  );

  property(
    'fix all turns no note to another style or language',
    fc.property(fc.array(piece, { maxLength: 24 }), pieces => {
      const text = pieces.join('');
      const wordings = (each: string): Map<string, number> =>
        new Map(
          Draft.of(each, library)
            .footnoteDefinitions.toReversed()
            .map(({ label, text: words }) => [label, wordingsOfNote(library, words)]),
        );
      const before = wordings(text);
      for (const [label, wording] of wordings(fixedAll(text)))
        if (before.has(label)) assert.equal(wording, before.get(label), text);
    }),
    { runs: 300 },
  );

  it('had drafts to change', () => {
    assert.ok(changed > 200, `${changed} drafts changed`);
  });
});

describe('every fix', () => {
  const words = fc
    .constantFrom('d1c1', 'd2c4', 'd3c3')
    .map(short => library.resolve(id(short))!.entry.sentences[0]!.text.split(' ').slice(0, 12));
  const quoted = fc
    .record({
      words,
      at: fc.nat(11),
      other: fc.constantFrom('never', '', 'the the'),
      marks: fc.constantFrom('“”', '""', '«»', '> '),
      stop: fc.constantFrom('', '.', ' ;', ' !', ','),
      after: fc.constantFrom('', '.', ' :', ','),
      cite: fc.constantFrom(
        mark('d1c1'),
        mark('d2c4'),
        mark('d9c9'),
        '[@idm2022-1, day 2, conclusion 4]',
        ' (IOM, 2022, day 1, first conclusion)',
        '[^1]',
        '',
      ),
    })
    .map(({ words: list, at, other, marks, stop, after, cite }) => {
      const said = list.with(at, other).join(' ') + stop;
      return marks === '> '
        ? `> ${said}${cite}${after}\n\n`
        : `It said ${marks.charAt(0)}${said}${marks.charAt(1)}${cite}${after} `;
    });

  let tried = 0;
  property(
    'no fix has edits that overlap, in any language and form',
    fc.property(
      fc.array(quoted, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...languages),
      fc.constantFrom(...forms),
      (pieces, language, form) => {
        const text = `${pieces.join('')}\n\n[^1]: x\n`;
        for (const problem of check(text, tools, { language, form })) {
          for (const { kind, edits } of problem.fixes) {
            tried++;
            let end = 0;
            for (const edit of inOrder(edits)) {
              assert.ok(edit.start >= end && edit.end >= edit.start && edit.end <= text.length, `${kind} in ${text}`);
              ({ end } = edit);
            }
          }
        }
      },
    ),
    { runs: 300 },
  );

  it('was tried', () => assert.ok(tried > 300, `${tried} fixes`));
});
