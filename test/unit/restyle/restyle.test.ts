import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { cite, definitionText } from '../../../src/domain/citation/cite';
import { forms, languages, styles, type Form, type Style } from '../../../src/domain/citation/options';
import { restyle } from '../../../src/domain/restyle/restyle';
import type { Skipped } from '../../../src/domain/restyle/unit';
import { library as two } from '../citation/fixture';
import { library } from '../../../src/domain/corpus/bundled';
import { property } from '../../property';

const note = (label: string, options = {}): string =>
  `[^${label}]: ${definitionText(library, label.replace(/(c\d+|b\d+)-\d+$/u, '$1'), options)}`;
const to = (text: string, form: Form, style: Style = 'un'): string => restyle(library, text, { form, style }).text;
const skipped = (text: string, form: Form, style: Style = 'un'): [string, string][] =>
  restyle(library, text, { form, style }).skipped.map(({ text: words, reason }: Skipped) => [words, reason]);

const c4 = note('idm2022-1-d2c4');
const c6 = note('idm2022-1-d2c6');
const b2 = note('idm2022-1-b2');
const c4c6 = `[^idm2022-1-d2c4c6]: ${definitionText(library, ['idm2022-1-d2c4', 'idm2022-1-d2c6'])}`;

describe('restyling from one form to another', () => {
  const rows: [string, string, string, string][] = [
    // what is shown, footnotes, pandoc, in the text
    [
      'marks after punctuation become brackets before it',
      `One.[^idm2022-1-d2c4] Two,[^idm2022-1-d2c6] three.\n\n${c4}\n${c6}\n`,
      'One [@idm2022-1, day 2, conclusion 4]. Two [@idm2022-1, day 2, conclusion 6], three.\n',
      'One (IOM, 2022, day 2, fourth conclusion). Two (IOM, 2022, day 2, sixth conclusion), three.\n',
    ],
    [
      'marks side by side become one bracket',
      `One.[^idm2022-1-d2c4][^idm2022-1-d2c6]\n\n${c4}\n${c6}\n`,
      'One [@idm2022-1, day 2, conclusion 4; @idm2022-1, day 2, conclusion 6].\n',
      'One (IOM, 2022, day 2, fourth conclusion; IOM, 2022, day 2, sixth conclusion).\n',
    ],
    [
      'in any order',
      `One.[^idm2022-1-d2c6][^idm2022-1-d2c4]\n\n${c6}\n${c4}\n`,
      'One [@idm2022-1, day 2, conclusion 6; @idm2022-1, day 2, conclusion 4].\n',
      'One (IOM, 2022, day 2, sixth conclusion; IOM, 2022, day 2, fourth conclusion).\n',
    ],
    [
      'one note of several is one citation',
      `One.[^idm2022-1-d2c4c6]\n\n${c4c6}\n`,
      'One [@idm2022-1, day 2, conclusions 4 and 6].\n',
      'One (IOM, 2022, day 2, fourth and sixth conclusions).\n',
    ],
    [
      'one note of several, in any order',
      `One.[^idm2022-1-d2c6c4]\n\n[^idm2022-1-d2c6c4]: ${definitionText(library, ['idm2022-1-d2c6', 'idm2022-1-d2c4'])}\n`,
      'One [@idm2022-1, day 2, conclusions 6 and 4].\n',
      'One (IOM, 2022, day 2, sixth and fourth conclusions).\n',
    ],
    [
      'the document as a whole',
      `One.[^idm2022-1]\n\n${note('idm2022-1')}\n`,
      'One [@idm2022-1].\n',
      'One (IOM, 2022, summary of conclusions).\n',
    ],
    [
      'a repeat shares its definition',
      `One[^idm2022-1-d2c4] and two.[^idm2022-1-d2c4]\n\n${c4}\n`,
      'One [@idm2022-1, day 2, conclusion 4] and two [@idm2022-1, day 2, conclusion 4].\n',
      'One (IOM, 2022, day 2, fourth conclusion) and two (IOM, 2022, day 2, fourth conclusion).\n',
    ],
    [
      'quotations keep their marks',
      `He “said so”.[^idm2022-1-d2c4] “It is.”[^idm2022-1-d2c6]\n\n${c4}\n${c6}\n`,
      'He “said so” [@idm2022-1, day 2, conclusion 4]. “It is.” [@idm2022-1, day 2, conclusion 6]\n',
      'He “said so” (IOM, 2022, day 2, fourth conclusion). “It is.” (IOM, 2022, day 2, sixth conclusion)\n',
    ],
    [
      'an abbreviation keeps its stop',
      `The U.S.[^idm2022-1-d2c4] policy\n\n${c4}\n`,
      'The U.S. [@idm2022-1, day 2, conclusion 4] policy\n',
      'The U.S. (IOM, 2022, day 2, fourth conclusion) policy\n',
    ],
    [
      'a word that ends in an accented letter is no initial',
      `Un café.[^idm2022-1-d2c4] and José.[^idm2022-1-d2c4]\n\n${c4}\n`,
      'Un café [@idm2022-1, day 2, conclusion 4]. and José [@idm2022-1, day 2, conclusion 4].\n',
      'Un café (IOM, 2022, day 2, fourth conclusion). and José (IOM, 2022, day 2, fourth conclusion).\n',
    ],
    [
      'a character’s name keeps its semicolon',
      `One &copy;[^idm2022-1-d2c4] and &#8220;;[^idm2022-1-d2c4] three\n\n${c4}\n`,
      'One &copy; [@idm2022-1, day 2, conclusion 4] and &#8220; [@idm2022-1, day 2, conclusion 4]; three\n',
      'One &copy; (IOM, 2022, day 2, fourth conclusion) and &#8220; (IOM, 2022, day 2, fourth conclusion); three\n',
    ],
    [
      'lists, quotes and headings',
      `# Head[^idm2022-1-d2c4]\n\n- [^idm2022-1-d2c6] item;[^idm2022-1-b2]\n  - sub\n\n> said so.[^idm2022-1-d2c4]\n\n${c4}\n${c6}\n${b2}\n`,
      '# Head [@idm2022-1, day 2, conclusion 4]\n\n- [@idm2022-1, day 2, conclusion 6] item [@idm2022-1, introduction, paragraph 2];\n  - sub\n\n> said so [@idm2022-1, day 2, conclusion 4].\n',
      '# Head (IOM, 2022, day 2, fourth conclusion)\n\n- (IOM, 2022, day 2, sixth conclusion) item (IOM, 2022, introduction, second paragraph);\n  - sub\n\n> said so (IOM, 2022, day 2, fourth conclusion).\n',
    ],
    [
      'after other people’s definitions',
      `One[^1] two.[^idm2022-1-d2c4]\n\n[^1]: Theirs.\n${c4}\n`,
      'One[^1] two [@idm2022-1, day 2, conclusion 4].\n\n[^1]: Theirs.\n',
      'One[^1] two (IOM, 2022, day 2, fourth conclusion).\n\n[^1]: Theirs.\n',
    ],
    [
      'without a line break at the end',
      `One.[^idm2022-1-d2c4]\n\n${c4}`,
      'One [@idm2022-1, day 2, conclusion 4].',
      'One (IOM, 2022, day 2, fourth conclusion).',
    ],
    [
      'in code and comments nothing changes',
      `\`[^idm2022-1-d2c4]\` One.[^idm2022-1-d2c4]\n\n<!-- [@idm2022-1, day 2, conclusion 4] -->\n\n${c4}\n`,
      '`[^idm2022-1-d2c4]` One [@idm2022-1, day 2, conclusion 4].\n\n<!-- [@idm2022-1, day 2, conclusion 4] -->\n',
      '`[^idm2022-1-d2c4]` One (IOM, 2022, day 2, fourth conclusion).\n\n<!-- [@idm2022-1, day 2, conclusion 4] -->\n',
    ],
    [
      'a mark that begins a line is not made a definition',
      `[^1][^idm2022-1-d2c4]: so.\n\n[^1]: Theirs.\n${c4}\n`,
      '[^1] [@idm2022-1, day 2, conclusion 4]: so.\n\n[^1]: Theirs.\n',
      '[^1] (IOM, 2022, day 2, fourth conclusion): so.\n\n[^1]: Theirs.\n',
    ],
    [
      'marks apart by a blank stay apart',
      `One.[^idm2022-1-d2c4] [^idm2022-1-d2c6]\n\n${c4}\n${c6}\n`,
      'One [@idm2022-1, day 2, conclusion 4] [@idm2022-1, day 2, conclusion 6].\n',
      'One (IOM, 2022, day 2, fourth conclusion) (IOM, 2022, day 2, sixth conclusion).\n',
    ],
  ];
  for (const [what, footnote, pandoc, inText] of rows) {
    for (const eol of ['\n', '\r\n']) {
      it(`${what}${eol === '\n' ? '' : ', CRLF'}`, () => {
        const texts = { footnote, pandoc, inText };
        for (const from of forms) {
          for (const form of forms) {
            const result = restyle(library, texts[from].replaceAll('\n', eol), { form, style: 'un', eol: eol as '\n' });
            assert.equal(result.text, texts[form].replaceAll('\n', eol), `${from} to ${form}`);
            assert.deepEqual(result.skipped, [], `${from} to ${form}`);
          }
        }
      });
    }
  }

  it('takes several keys of ours in one bracket', () => {
    const bundle =
      'A [@idm2022-1, day 2, conclusion 6; @idm2022-1, introduction, paragraph 2; @idm2022-1, day 2, conclusion 4].\n';
    assert.equal(
      to(bundle, 'footnote'),
      `A.[^idm2022-1-d2c6][^idm2022-1-b2][^idm2022-1-d2c4]\n\n${c6}\n${b2}\n${c4}\n`,
    );
    assert.equal(
      to(bundle, 'inText'),
      'A (IOM, 2022, day 2, sixth conclusion; IOM, 2022, introduction, second paragraph; IOM, 2022, day 2, fourth conclusion).\n',
    );
  });

  const contained: [string, string, string][] = [
    [
      'a quotation',
      `> A.[^idm2022-1-d2c4] B.[^idm2022-1-d2c4]\n>\n> ${c4}\n>\n> C.\n`,
      '> A [@idm2022-1, day 2, conclusion 4]. B [@idm2022-1, day 2, conclusion 4].\n>\n> <!-- idm-findings-note idm2022-1-d2c4 -->\n>\n> C.\n',
    ],
    [
      'a quotation at the end',
      `> A.[^idm2022-1-d2c4] B.[^idm2022-1-d2c4]\n>\n> ${c4}\n`,
      '> A [@idm2022-1, day 2, conclusion 4]. B [@idm2022-1, day 2, conclusion 4].\n>\n> <!-- idm-findings-note idm2022-1-d2c4 -->\n',
    ],
    [
      'a list',
      `- A.[^idm2022-1-d2c4] B.[^idm2022-1-d2c4]\n\n  ${c4}\n\n- C\n`,
      '- A [@idm2022-1, day 2, conclusion 4]. B [@idm2022-1, day 2, conclusion 4].\n\n  <!-- idm-findings-note idm2022-1-d2c4 -->\n\n- C\n',
    ],
  ];
  for (const [where, footnote, pandoc] of contained) {
    it(`keeps ${where} together that notes stand in`, () => {
      assert.equal(to(footnote, 'pandoc'), pandoc);
      assert.equal(to(pandoc, 'footnote'), footnote);
      assert.equal(
        to(footnote, 'footnote', 'oscola'),
        `${footnote
          .replace('B.[^idm2022-1-d2c4]', 'B.[^idm2022-1-d2c4-2]')
          .replace(c4, note('idm2022-1-d2c4', { style: 'oscola' }))}\n[^idm2022-1-d2c4-2]: ibid.\n`,
      );
    });
  }

  it('keeps the full stop of a block quotation with its words', () => {
    const { text } = library.resolve('idm2022-1-d2c6')?.entry ?? { text: '' };
    const footnote = `> ${text}[^idm2022-1-d2c6]\n\n${c6}\n`;
    const pandoc = `> ${text} [@idm2022-1, day 2, conclusion 6]\n`;
    assert.equal(to(footnote, 'pandoc'), pandoc);
    assert.equal(to(pandoc, 'footnote'), footnote);
  });

  it('puts marks before punctuation in French and Spanish, and takes their words', () => {
    const source = '---\nlang: fr\n---\n\nUn [@idm2022-1, jour 2, conclusion 4].\n';
    const footnote = `---\nlang: fr\n---\n\nUn[^idm2022-1-d2c4].\n\n${note('idm2022-1-d2c4', { language: 'fr' })}\n`;
    assert.equal(to(source, 'footnote'), footnote);
    assert.equal(to(footnote, 'pandoc'), source);
    assert.equal(
      to(source, 'inText'),
      source.replace('[@idm2022-1, jour 2, conclusion 4]', '(OIM, 2022, jour 2, quatrième conclusion)'),
    );
  });
});

describe('restyling a draft that does not name its language', () => {
  it('takes that of its citations', () => {
    assert.equal(
      to('Un [@idm2022-1, jour 2, conclusion 4].\n', 'inText'),
      'Un (OIM, 2022, jour 2, quatrième conclusion).\n',
    );
  });
});

describe('restyling from one style to another', () => {
  it('words a note of several as the style does, wherever it stands', () => {
    const text = `A.[^idm2022-1-d2c4c6] B[^1] C.[^idm2022-1-d2c4c6]\n\n[^1]: Theirs.\n${c4c6}\n`;
    const oscola = to(text, 'footnote', 'oscola');
    assert.match(oscola, /C\.\[\^idm2022-1-d2c4c6-2\]/u);
    assert.match(
      oscola,
      /^\[\^idm2022-1-d2c4c6-2\]: International Organization for Migration \(n 1\) day 2, conclusions 4 and 6\.$/mu,
    );
    assert.equal(to(oscola, 'footnote', 'un'), text);
  });

  const un = `A.[^idm2022-1-d2c4] B[^1] C.[^idm2022-1-d2c4][^idm2022-1-d2c6] D.[^idm2022-1-d2c4]\n\n[^1]: Theirs.\n${c4}\n${c6}\n`;

  it('words later notes as the style does, counting other people’s notes', () => {
    const organization = 'International Organization for Migration';
    assert.equal(
      to(un, 'footnote', 'oscola'),
      'A.[^idm2022-1-d2c4] B[^1] C.[^idm2022-1-d2c4-2][^idm2022-1-d2c6] D.[^idm2022-1-d2c4-3]\n\n[^1]: Theirs.\n' +
        `${note('idm2022-1-d2c4', { style: 'oscola' })}\n[^idm2022-1-d2c4-2]: ${organization} (n 1) day 2, conclusion 4.\n` +
        '[^idm2022-1-d2c6]: ibid day 2, conclusion 6.\n[^idm2022-1-d2c4-3]: ibid day 2, conclusion 4.\n',
    );
  });

  for (const style of styles) {
    it(`comes back from ${style}`, () => {
      assert.equal(to(to(un, 'footnote', style), 'footnote', 'un'), un);
    });
  }

  it('brings later notes back where they stood, whatever the order of the definitions', () => {
    const oscola = to(un, 'footnote', 'oscola');
    for (const style of styles) assert.equal(to(to(oscola, 'footnote', style), 'footnote', 'oscola'), oscola, style);
    const aglc = to(un, 'footnote', 'aglc4');
    for (const style of styles) assert.equal(to(to(aglc, 'footnote', style), 'footnote', 'aglc4'), aglc, style);
  });

  it('counts inline notes and every mention, but no mark without a note, nor one inside a note', () => {
    const text = `A^[inline].[^1] B.[^9] C.[^1] D.[^idm2022-1-d2c4] E.[^1] F.[^idm2022-1-d2c4]\n\n[^1]: Theirs.\n\n    More[^1] of it.\n${c4}\n`;
    assert.match(
      to(text, 'footnote', 'oscola'),
      /\n\[\^idm2022-1-d2c4-2\]: International Organization for Migration \(n 4\) day 2, conclusion 4\.\n$/u,
    );
  });

  it('brings numbers up to date when notes have moved', () => {
    const moved = to(un, 'footnote', 'oscola').replace('A.', 'Z[^1] A.');
    assert.match(to(moved, 'footnote', 'oscola'), /\(n 2\) day 2, conclusion 4\./u);
  });

  it('rewrites only what is selected', () => {
    const text = 'A [@idm2022-1, day 2, conclusion 4].\n\nB [@idm2022-1, day 2, conclusion 6].\n';
    assert.equal(
      restyle(library, text, { form: 'inText', style: 'un', range: { start: 38, end: text.length } }).text,
      'A [@idm2022-1, day 2, conclusion 4].\n\nB (IOM, 2022, day 2, sixth conclusion).\n',
    );
  });
});

describe('what restyling leaves alone and lists', () => {
  const rows: [string, Form, string, string][] = [
    ['A [see @idm2022-1, day 2, conclusion 4].', 'footnote', '[see @idm2022-1, day 2, conclusion 4]', 'prefix'],
    ['A [-@idm2022-1, day 2, conclusion 4].', 'footnote', '[-@idm2022-1, day 2, conclusion 4]', 'prefix'],
    [
      'A [@idm2022-1, day 2, conclusion 4, emphasis added].',
      'inText',
      '[@idm2022-1, day 2, conclusion 4, emphasis added]',
      'suffix',
    ],
    [
      'A [@idm2022-1, day 2, conclusion 4; @other, p. 3].',
      'footnote',
      '[@idm2022-1, day 2, conclusion 4; @other, p. 3]',
      'bundle',
    ],
    ['A [@idm2022-1, day 2, conclusion 44].', 'footnote', '[@idm2022-1, day 2, conclusion 44]', 'unknown'],
    ['A [@idm2022-1, day 2].', 'footnote', '[@idm2022-1, day 2]', 'wholeDocument'],
    [
      'A [@idm2022-1, day 2, conclusion 4, second sentence].',
      'footnote',
      '[@idm2022-1, day 2, conclusion 4, second sentence]',
      'sentence',
    ],
    ['@idm2022-1 [day 2, conclusion 4] says.', 'footnote', '@idm2022-1 [day 2, conclusion 4]', 'narrative'],
    ['IOM (2022, day 2, fourth conclusion) says.', 'pandoc', 'IOM (2022, day 2, fourth conclusion)', 'narrative'],
    ['A.[^idm2022-1-d2c4]\n\n[^idm2022-1-d2c4]: See there, day 2.', 'pandoc', '[^idm2022-1-d2c4]', 'editedNote'],

    ['A[^1].\n\n[^1]: Theirs\n\n    and more.[^idm2022-1-d2c4]', 'footnote', '[^idm2022-1-d2c4]', 'inNote'],
    [`A.[^idm2022-1-d2c4s2]\n\n${c4.replace('d2c4]', 'd2c4s2]')}`, 'pandoc', '[^idm2022-1-d2c4s2]', 'sentence'],
    [
      'A [@idm2022-1, day 1, conclusion 2; day 2, conclusion 4].',
      'inText',
      '[@idm2022-1, day 1, conclusion 2; day 2, conclusion 4]',
      'bundle',
    ],
    ['A\n[@idm2022-1, day 2, conclusion 4].', 'footnote', '[@idm2022-1, day 2, conclusion 4]', 'lineStart'],
    ['A [@idm2022-1-d2c4].', 'footnote', '[@idm2022-1-d2c4]', 'byHand'],
    [
      '---\nlang: en\n---\nA [@idm2022-1, jour 2, conclusion 4].',
      'inText',
      '[@idm2022-1, jour 2, conclusion 4]',
      'byHand',
    ],
    ['A [@idm2022-1, day 2,\nconclusion 4].', 'footnote', '[@idm2022-1, day 2,\nconclusion 4]', 'byHand'],
    ['A (IOM, 2022, day 2, conclusion 4).', 'pandoc', '(IOM, 2022, day 2, conclusion 4)', 'byHand'],
  ];
  for (const [text, form, words, reason] of rows) {
    it(`${reason}: ${words}`, () => {
      assert.equal(to(text, form), text);
      assert.deepEqual(skipped(text, form), [[words, reason]]);
    });
  }

  it('an in-text form that two documents share', () => {
    const twins = two.corpora[0];
    assert.ok(twins !== undefined);
    const both = new (two.constructor as new (corpora: unknown[]) => typeof two)([
      twins,
      {
        ...twins,
        id: 'idm2022-2',
        findings: twins.findings.map(finding => ({
          ...finding,
          id: finding.id.replace('2022-1', '2022-2'),
          corpus: 'idm2022-2',
          sentences: [],
        })),
        passages: [],
      },
    ]);
    const inText = 'A (IOM, 2022, day 2, fourth conclusion).';
    assert.deepEqual(restyle(both, inText, { form: 'pandoc', style: 'un' }), {
      text: inText,
      skipped: [{ start: 2, end: 39, text: '(IOM, 2022, day 2, fourth conclusion)', reason: 'ambiguous' }],
    });
    const pandoc = 'A [@idm2022-2, day 2, conclusion 4].';
    assert.equal(restyle(both, pandoc, { form: 'inText', style: 'bluebook' }).skipped[0]?.reason, 'ambiguous');
    // Where the style has letters, they tell the two apart.
    assert.deepEqual(restyle(both, pandoc, { form: 'inText', style: 'un' }), {
      text: 'A (IOM, 2022b, day 2, fourth conclusion).',
      skipped: [],
    });
    assert.equal(
      restyle(both, 'A (IOM, 2022b, day 2, fourth conclusion).', { form: 'pandoc', style: 'un' }).text,
      pandoc,
    );
  });
});

describe('restyling there and back', () => {
  const ids = fc.uniqueArray(
    fc.constantFrom(...library.findings.map(({ id }) => id), ...library.passages.map(({ id }) => id)),
    { minLength: 1, maxLength: 3 },
  );
  const end = fc.constantFrom('.', ',', ';', ':', '?', '…', '');
  const word = fc.constantFrom(
    'States',
    'met',
    'U.S.',
    '“done',
    'x)',
    'été',
    '1990',
    '**bold**',
    'i.e.',
    '“so.”',
    'and/or',
    '[^1]',
    '^[inline]',
    '`code`',
  );
  const piece = fc.record({ words: fc.array(word, { minLength: 1, maxLength: 4 }), ids, end });
  const paragraph = fc.record({
    lead: fc.constantFrom('', '- ', '> ', '1. ', '# ', '- [ ] ', '> - '),
    pieces: fc.array(piece, { minLength: 1, maxLength: 3 }),
  });
  const draft = fc.record({
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
    eol: fc.constantFrom<'\n' | '\r\n'>('\n', '\r\n'),
    final: fc.boolean(),
    theirs: fc.boolean(),
    language: fc.constantFrom(...languages),
    named: fc.boolean(),
  });

  property(
    'restyling there and back gives the same text, whatever the form, the style and the line breaks',
    fc.property(
      draft,
      fc.constantFrom(...forms),
      fc.constantFrom(...forms),
      fc.constantFrom(...styles),
      fc.constantFrom(...styles),
      ({ paragraphs, eol, final, theirs, language, named }, form, other, style, own) => {
        const cited =
          (language === 'en' || !named ? '' : `---${eol}lang: ${language}${eol}---${eol}${eol}`) +
          paragraphs
            .map(
              ({ lead, pieces }) =>
                lead +
                pieces
                  .map(
                    ({ words, ids: cites, end: mark }) =>
                      `${words.join(' ')} ${cite(library, cites, { form: 'pandoc', language }).text}${mark}`,
                  )
                  .join(' '),
            )
            .join(eol + eol);
        // A mark alone in its item before a colon would define a note: such a citation is left, as is told.
        if (/^(?:[->#] |1\. |- \[ \] |> - )?(?:x\) )+\[@[^\]]+\]:/mu.test(cited)) return;
        const pandoc = cited + (theirs ? `${eol}${eol}[^1]: Theirs.` : '') + (final ? eol : '');
        const first = restyle(library, pandoc, { form, style: own, eol });
        const there = restyle(library, first.text, { form: other, style, eol });
        const back = restyle(library, there.text, { form, style: own, eol });
        assert.deepEqual([first.skipped, there.skipped, back.skipped], [[], [], []]);
        assert.equal(back.text, first.text, there.text);
        assert.equal(restyle(library, back.text, { form: 'pandoc', style: 'un', eol }).text, pandoc);
      },
    ),
    { runs: 400 },
  );

  const junk = fc
    .array(
      fc.constantFrom(
        '[^',
        'idm2022-1',
        '-d2c4',
        ']',
        ']: ',
        '[@',
        '@',
        ', day 2, conclusion 4',
        ';',
        '(IOM, 2022, ',
        'fourth conclusion)',
        ' ',
        '\n',
        '\r\n',
        '> ',
        '- ',
        '```',
        '“',
        '.',
      ),
    )
    .map(parts => parts.join(''));
  property(
    'restyling takes any text',
    fc.property(junk, fc.constantFrom(...forms), fc.constantFrom(...styles), (text, form, style) => {
      assert.equal(typeof restyle(library, text, { form, style }).text, 'string');
    }),
    { runs: 500 },
  );

  it('leaves a text without citations of ours as it is', () => {
    const plain = 'A [@other, p. 2] and [^1] (Smith, 2020).\n\n[^1]: x\n';
    for (const form of forms)
      assert.deepEqual(restyle(library, plain, { form, style: 'un' }), { text: plain, skipped: [] });
  });
});
