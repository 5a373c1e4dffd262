import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { forms, languages } from '../../../src/domain/citation/options';
import { freshMarks } from '../../../src/domain/insert/afterMark';
import type { Request } from '../../../src/domain/insert/plan';
import { property } from '../../property';
import { Typist } from './typist';

const request: Request = { ids: ['idm2022-1-d2c4'], kind: 'citation', form: 'footnote', style: 'un', language: 'en' };
const mark = '[^idm2022-1-d2c4]';

/** A text whose cursors are `‸`, after a citation there and some typing; without the definition. */
function typed(
  text: string,
  words: string,
  given: { request?: Partial<Request>; late?: number; keys?: boolean } = {},
): string {
  const parts = text.split('‸');
  const carets = parts.slice(0, -1).map((_part, at) => parts.slice(0, at + 1).join('').length);
  const typist = new Typist(parts.join(''), carets).insert({ ...request, ...given.request });
  const language = given.request?.language ?? 'en';
  if (given.keys) {
    typist.press(words);
    typist.settle(language);
  } else typist.type(words, { language, late: given.late ?? 0 });
  return typist.shown
    .replace(/\n*^\[\^idm[^\]]*\]: .*$/gmu, '')
    .replaceAll(/\[\^idm[^\]]*\]/gu, '※')
    .trimEnd();
}

describe('punctuation typed right after a new mark', () => {
  const rows: [text: string, words: string, after: string][] = [
    ['So it is‸', '.', 'So it is.※‸'],
    ['So it is‸\n\nMore.\n', '. Next', 'So it is.※ Next‸\n\nMore.'],
    ['So it is‸', ', and', 'So it is,※ and‸'],
    ['So it is‸', ';', 'So it is;※‸'],
    ['So it is‸', ':', 'So it is:※‸'],
    ['Is it‸', '?!', 'Is it?!※‸'],
    ['So it is‸', '...', 'So it is...※‸'],
    ['So it is‸', '…', 'So it is…※‸'],
    ['They said “so it is‸', '”.', 'They said “so it is”.※‸'],
    ['They said “so it is‸', '.”', 'They said “so it is.”※‸'],
    ['They said "so it is‸', '",', 'They said "so it is",※‸'],
    ["They said 'so it is‸", "'.", "They said 'so it is'.※‸"],
    ['They said «so it is‸', '».', 'They said «so it is».※‸'],
    ['They said “so it is.‸', '”', 'They said “so it is.”※‸'],
    ['It is **so‸', '** and', 'It is **so※** and‸'],
    ['# Title‸\n', '.', '# Title.※‸'],
    ['- item‸\n- item\n', ';', '- item;※‸\n- item'],
    ['| a‸ | b |\n|---|---|\n', '.', '| a.※‸ | b |\n|---|---|'],
    ['One[^1]‸\n\n[^1]: x\n', '.', 'One.[^1]※‸\n\n[^1]: x'],
    ['One‸ and two‸', ',', 'One,※‸ and two,※‸'],
  ];
  for (const [text, words, after] of rows) {
    it(`${text.replaceAll('\n', '⏎')} + ${words}`, () => {
      assert.equal(typed(text, words), after);
      for (const late of [1, 2, 9]) assert.equal(typed(text, words, { late }), after, `typed ${late} keys ahead`);
    });
  }

  const kept: [text: string, words: string, after: string][] = [
    ['So it is‸', ' and', 'So it is※ and‸'],
    ['So it is‸', 'x.', 'So it is※x.‸'],
    ['So it is‸', ' .', 'So it is※ .‸'],
    ['So it is‸', '"', 'So it is※"‸'],
    ['So it is‸', '”', 'So it is※”‸'],
    ["The migrants' rights‸", "'", "The migrants' rights※'‸"],
    ['So it is (‸', '.', 'So it is (※.‸'],
    ['‸', '.', '※.‸'],
    ['- ‸', '.', '- ※.‸'],
    ['So it is‸', ')', 'So it is※)‸'],
  ];
  for (const [text, words, after] of kept)
    it(`stays: ${text} + ${words}`, () => assert.equal(typed(text, words), after));

  it('takes a mark with it that the editor closed', () => {
    assert.equal(typed('They said "so it is‸', '""', { keys: true }), 'They said "so it is"※‸');
    assert.equal(typed('So it is‸', '""', { keys: true }), 'So it is※""‸');
  });
  it('stays after the mark in French and Spanish, and after brackets', () => {
    assert.equal(typed('C’est dit‸', '.', { request: { language: 'fr' } }), 'C’est dit※.‸');
    assert.equal(
      typed('So it is‸', '.', { request: { form: 'pandoc' } }),
      'So it is [@idm2022-1, day 2, conclusion 4].‸',
    );
  });
  it('is moved where several keys come as one change', () => {
    assert.equal(typed('So it is‸', '. Next', { keys: true }), 'So it is.※ Next‸');
    assert.equal(typed('So it is‸', '?! Next', { keys: true }), 'So it is?!※ Next‸');
    assert.equal(typed('So “it is‸', '”.', { keys: true }), 'So “it is”.※‸');
  });

  const quoted = (
    words: string,
    language: Request['language'] = 'en',
    { form = 'footnote', ...given }: { late?: number; keys?: boolean; form?: Request['form'] } = {},
  ): string =>
    typed('They said: ‸', words, {
      ...given,
      request: { kind: 'quotation', ids: ['idm2022-1-d3c3s1'], language, form },
    });
  const within = (words: string, given: { late?: number; keys?: boolean } = {}): string =>
    typed('They said that ‸', words, { ...given, request: { kind: 'quotation', ids: ['idm2022-1-d3c3s1'] } });
  const ways = [{}, { late: 1 }, { late: 9 }, { keys: true }];
  it('is left out where a quotation just inserted ends in a stop of its own', () => {
    for (const given of ways) {
      assert.match(quoted('.', 'en', given), /^They said: “[^”]*[^.]\.”※‸$/u);
      assert.match(quoted('. Next', 'en', given), /^They said: “[^”]*[^.]\.”※ Next‸$/u);
      assert.match(quoted('.', 'fr', given), /^They said: «[^»]*[^.]»※\.‸$/u);
      assert.match(quoted('. Next', 'fr', given), /^They said: «[^»]*[^.]»※\. Next‸$/u);
      assert.match(quoted('.', 'es', given), /^They said: “[^”]*[^.]”※\.‸$/u);
    }
  });
  it('takes the place of the stop behind a quotation within a sentence, or is left out as a second stop', () => {
    for (const given of ways) {
      assert.match(within('.', given), /^They said that “[^”]*[^.]”\.※‸$/u);
      assert.match(within('. Next', given), /^They said that “[^”]*[^.]”\.※ Next‸$/u);
      assert.match(within(', and', given), /^They said that “[^”]*[^.]”,※ and‸$/u);
      assert.match(within(';', given), /^They said that “[^”]*[^.]”;※‸$/u);
    }
    assert.match(within(' and'), /”\.※ and‸$/u);
    assert.match(within('?'), /”\.※\?‸$/u);
  });
  it('is left out where the drafter’s sentence ended before the mark', () => {
    for (const given of ways) {
      assert.equal(typed('So it is.‸', '. Next', given), 'So it is.※ Next‸');
      assert.equal(typed('They said “so it is.”‸', '.', given), 'They said “so it is.”※‸');
      assert.equal(typed('One.‸\n\nTwo‸', '.', given), 'One.※‸\n\nTwo.※‸');
    }
  });
  it('is left out once, and no other sign is', () => {
    assert.match(quoted('..'), /[^.]\.”※\.‸$/u);
    assert.match(quoted('..', 'fr'), /»※\.\.‸$/u);
    for (const sign of ['?', '…', '"', ' .', 'x.', ' x;'])
      assert.ok(quoted(sign).endsWith(`.”※${sign}‸`), quoted(sign));
    for (const sign of ['?', '…', '"', ' .', 'x.', ' x;', '  ;'])
      assert.ok(quoted(sign, 'fr').endsWith(`»※.${sign}‸`), quoted(sign, 'fr'));
    assert.equal(typed('So it is...‸', '.'), 'So it is...※.‸');
    assert.equal(typed('Is it?‸', '.'), 'Is it?※.‸');
  });

  it('gives way within a quotation after which the sentence goes on', () => {
    for (const given of ways) {
      for (const sign of [',', ';', ':']) {
        assert.ok(quoted(sign, 'en', given).endsWith(`other”${sign}※‸`), quoted(sign, 'en', given));
        assert.ok(quoted(`${sign} and`, 'en', given).endsWith(`other”${sign}※ and‸`));
        assert.ok(
          quoted(`${sign} and`, 'en', { ...given, form: 'inText' }).endsWith(`conclusion)${sign} and‸`),
          quoted(`${sign} and`, 'en', { ...given, form: 'inText' }),
        );
      }
      assert.equal(typed('He said: “So it is, etc.”‸', ', and', given), 'He said: “So it is, etc.”※, and‸');
      assert.equal(typed('He said: “So it is...”‸', ',', given), 'He said: “So it is...”※,‸');
    }
    assert.ok(quoted(' ;').endsWith('other”※ ;‸'), quoted(' ;'));
    assert.equal(typed('He said: "So it is."‸', ', and'), 'He said: "So it is",※ and‸');
  });

  it('stays behind an abbreviation and its citation: the sentence has no stop yet', () => {
    for (const words of ['etc.', 'in the U.S.', 'after 5 p.m.', 'Smith et al.'])
      for (const form of ['inText', 'pandoc'] as const)
        for (const given of ways) {
          const after = typed(`So it is, ${words}‸`, '. Next', { ...given, request: { form } });
          assert.match(after, /[)\]]\. Next‸$/u);
        }
    assert.equal(typed('So it is, etc.‸', '. Next'), 'So it is, etc.※ Next‸');
  });
  it('does not look into a block for a pair of parentheses that the editor closed', () => {
    const never = (): never => assert.fail('looked');
    assert.deepEqual(
      freshMarks([{ start: 0, end: 0, text: '()' }], () => true, never),
      [],
    );
  });

  it('takes the place of the stop that a quotation was given behind its citation', () => {
    for (const sign of [',', ';', ':', ', and', ' ;', ' :', '\u00A0;', '\u202F; et'])
      for (const given of ways) {
        assert.ok(quoted(sign, 'fr', given).endsWith(`»※${sign}‸`));
        assert.ok(quoted(sign, 'en', { ...given, form: 'pandoc' }).endsWith(`conclusion 3]${sign}‸`));
        assert.ok(quoted(sign, 'es', { ...given, form: 'inText' }).endsWith(`tercera conclusión)${sign}‸`));
      }
    assert.match(within(' ;'), /[^.]”※ ;‸$/u);
    assert.equal(typed('So it is.‸', ' ;'), 'So it is.※ ;‸');
  });
  it('does so in the words of a note of ours, too', () => {
    for (const note of [`${mark}: Their own words, and‸`, `${mark}: Their own words.\nThey said‸`])
      for (const given of ways) {
        const quoting: Request = { ...request, kind: 'quotation', ids: ['idm2022-1-d3c3s1'] };
        const after = (words: string): string => {
          const text = `A.${mark}\n\n${note}`;
          const typist = new Typist(text.replace('‸', ''), [text.indexOf('‸')]);
          typist.insert(quoting).type(words, { late: 'late' in given ? given.late : 0 });
          return typist.shown;
        };
        assert.ok(after(', and').endsWith('third conclusion), and‸'), after(', and'));
        assert.ok(after('.').endsWith('third conclusion).‸'), after('.'));
      }
  });

  const everyWay = languages.flatMap(language =>
    forms.flatMap(form => (['quotation', 'blockQuotation'] as const).map(kind => ({ language, form, kind }))),
  );
  for (const { language, form, kind } of everyWay)
    it(`is one stop after a ${kind} in ${language}, ${form}, in prose and in a note`, () => {
      for (const text of [
        'They said ‸',
        'They said ‸\n\nMore.\n',
        'A.[^1]\n\n[^1]: They said ‸',
        '> They said ‸',
        '- ‸',
        '‸',
      ])
        for (const given of ways)
          for (const words of ['.', '. Next']) {
            const asked = { kind, form, language, ids: ['idm2022-1-d3c3s1'] };
            const [own] = typed(text, words, { ...given, request: asked }).split('‸');
            assert.match(own!, /each other[^.]*\.[^.]*$/u);
          }
    });

  property(
    'is never lost, garbled or doubled, however fast it is typed',
    fc.property(
      fc.constantFrom('So it is‸', 'They said “so it is‸', 'One‸ and two‸\nand more', '| a‸ |\n|---|\n', 'Is "it‸ so'),
      fc.stringMatching(/^[.,;:!?”" a]{0,8}$/u),
      fc.nat(9),
      (text, words, late) => {
        // At several cursors of one paragraph a quotation mark typed at one may close what another's opened.
        fc.pre(!(/[”"]/u.test(words) && text.split('‸').length > 2));
        const plain = (shown: string): string => [...shown.replaceAll('※', '').replaceAll(mark, '')].sort().join('');
        const cursors = text.split('‸').length - 1;
        const expected = [...text.trimEnd(), ...words.repeat(cursors).trimEnd()].sort().join('');
        const after = typed(text, words, { late });
        assert.equal(plain(after).replaceAll(' ', ''), expected.replaceAll(' ', ''));
        assert.equal(after.split('※').length - 1, cursors);
        // With time to move or without, the same comes of it.
        assert.equal(after, typed(text, words));
      },
    ),
    { runs: 500 },
  );

  property(
    'is all there but for a stop that is a second one or gives way, however fast it is typed',
    fc.property(
      fc.constantFrom('So it is.‸', 'They said “so it is.”‸', 'They said “so it is.‸'),
      fc.constantFrom('en', 'fr', 'es'),
      fc.stringMatching(/^[.,;:!?”" a]{0,8}$/u),
      fc.nat(9),
      (text, language, words, late) => {
        const plain = (shown: string): string => [...shown.replaceAll(/[※ ]/gu, '')].sort().join('');
        const after = typed(text, words, { late, request: { language } });
        const without = words.startsWith('.') ? words.slice(1) : words;
        const given = /^ ?[,;:]/u.test(words) ? text.replace('.”', '”') : text;
        assert.ok(
          [text + words, text + without, given + words].some(each => plain(after) === plain(each)),
          after,
        );
        assert.equal(after, typed(text, words, { request: { language } }));
      },
    ),
    { runs: 500 },
  );
});
