import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSign, signCharacters, triggerAt, wordsBefore } from '../../../src/domain/insert/trigger';
import { property } from '../../property';

const isCorpus = (key: string) => key === 'idm2022-1';
function at(marked: string) {
  const cursor = marked.indexOf('‸');
  return triggerAt(marked.slice(0, cursor) + marked.slice(cursor + 1), cursor, isCorpus);
}

describe('a trigger', () => {
  it('starts anywhere but in a word', () => {
    for (const before of [
      '',
      'Text ',
      '(',
      '—',
      '–',
      '“',
      '- ',
      '> ',
      '\t',
      '*',
      'vaccines.',
      '“yes”',
      'a;',
      '[^x]',
      '👍',
      'x)',
    ]) {
      assert.deepEqual(
        at(`${before}@climate negot‸`),
        {
          kind: 'citation',
          start: before.length,
          end: before.length + 14,
          query: 'climate negot',
          bundled: false,
        },
        before,
      );
    }
  });

  it('takes the bracket and the one the editor closed', () => {
    assert.deepEqual(at('x [@clim‸] y'), { kind: 'citation', start: 2, end: 9, query: 'clim', bundled: false });
    assert.deepEqual(at('x [@clim‸ y'), { kind: 'citation', start: 2, end: 8, query: 'clim', bundled: false });
  });

  it('asks for a quotation or a block quotation', () => {
    assert.deepEqual(at('@"two words‸'), { kind: 'quotation', start: 0, end: 11, query: 'two words', bundled: false });
    assert.deepEqual(at('[@"two‸"]'), { kind: 'quotation', start: 0, end: 8, query: 'two', bundled: false });
    assert.deepEqual(at('@>two‸'), { kind: 'blockQuotation', start: 0, end: 5, query: 'two', bundled: false });
  });

  it('keeps a bracket that holds more than it, with all of that', () => {
    for (const text of [
      '[see @clim‸]',
      '[See also @clim‸]',
      '[e.g., @clim‸]',
      '[-@clim‸]',
      '[@clim‸; @smith]',
      '[@clim‸, emphasis added]',
      '[@smith; @clim‸; @doe]',
      '[voir @clim‸]',
    ]) {
      assert.deepEqual(
        { ...at(text), query: '' },
        { kind: 'citation', start: text.indexOf('@clim'), end: text.indexOf('‸'), query: '', bundled: true },
        text,
      );
    }
    for (const text of ['[States agreed @clim‸]', '[[@clim‸]]', '^[see @clim‸]', '![@clim‸](x)', '[@clim‸ and more]']) {
      assert.deepEqual(
        { ...at(text), query: '' },
        { kind: 'citation', start: text.indexOf('@clim'), end: text.indexOf('‸'), query: '', bundled: false },
        text,
      );
    }
  });

  it('knows a bracket that holds other citations', () => {
    assert.equal(at('[see @un2018, p. 3; @clim‸]')?.bundled, true);
    assert.equal(at('[link](x) @clim‸')?.bundled, false);
    assert.equal(at('[@un2018] @clim‸')?.bundled, false);
  });

  it('keeps the number of a conclusion, and no other stop', () => {
    for (const query of ['2.4', '2.', '2.12']) assert.equal(at(`A @${query}‸`)?.query, query);
    for (const none of ['2.4.', 'climate.', '2.4 climate', '1.5 degrees'])
      assert.equal(at(`A @${none}‸`), undefined, none);
  });

  it('keeps blanks, hyphens, apostrophes, colons and digits', () => {
    for (const query of [
      'day 2 ',
      'anti-trafficking',
      "migrants' rights",
      'day:2 vaccine',
      'COVID-19',
      'migrants’',
      '',
    ]) {
      assert.equal(at(`A @${query}‸`)?.query, query);
    }
  });

  it('begins with another sign, where one is set, and then no longer with `@`', () => {
    for (const sign of ['§', ';;', '#', '%%', '@@']) {
      const of = (marked: string) => triggerAt(marked.replace('‸', ''), marked.indexOf('‸'), isCorpus, sign);
      const length = sign.length;
      assert.deepEqual(
        of(`Text ${sign}climate negot‸`),
        { kind: 'citation', start: 5, end: 18 + length, query: 'climate negot', bundled: false },
        sign,
      );
      assert.deepEqual(
        of(`Text ${sign}"climate‸"`),
        { kind: 'quotation', start: 5, end: 14 + length, query: 'climate', bundled: false },
        sign,
      );
      assert.deepEqual(
        of(`[${sign}climate‸]`),
        { kind: 'citation', start: 0, end: 9 + length, query: 'climate', bundled: false },
        sign,
      );
      assert.equal(of(`${sign}idm2022-1‸`)?.query, 'idm2022-1', sign);
      for (const text of [
        `word${sign}climate‸`,
        `${sign} ‸`,
        `${sign}climate. ‸`,
        'Text @climate‸',
        `${sign}${'x'.repeat(81)}‸`,
      ])
        assert.equal(of(text), undefined, text);
      assert.equal(of(`${sign}${'x'.repeat(80)}‸`)?.query.length, 80);
    }
  });

  it('takes one to three of its characters for a sign, and nothing else', () => {
    for (const sign of ['@', '§', ';;', '###', '=%', ...signCharacters]) assert.equal(readSign(sign), sign);
    for (const value of [
      '',
      'a',
      '1',
      ' ',
      '-',
      '.',
      '@ ',
      'a@',
      ';;;;',
      '"',
      '>',
      '[',
      '\\',
      ':',
      '/',
      7,
      null,
      undefined,
      ['@'],
      {},
    ])
      assert.equal(readSign(value), undefined, String(value));
  });

  it('is none in an e-mail address, after sentence punctuation, in a key, or when too long', () => {
    for (const text of [
      'mail a.b@example‸',
      'snake_@clim‸',
      '\\@clim‸',
      'été@clim‸',
      '𝒳@clim‸',
      '@climate. ‸',
      '@climate, then‸',
      '@climate; ‸',
      '@climate! ‸',
      '@clim‸ate',
      '@ ‸',
      'no trigger‸',
      '[@idm2022-1‸',
      '@idm2022-1, day 2‸',
      '[@idm2022-1-d2c4‸]',
      '[@idm2022-1]‸',
      `@${'x'.repeat(81)}‸`,
      '@<b‸',
    ]) {
      assert.equal(at(text), undefined, text);
    }
    assert.equal(at(`@${'x'.repeat(80)}‸`)?.query.length, 80);
  });

  it('is none in a comment or an attribute that is still being written', () => {
    for (const text of [
      'To do <!-- ask @anna‸',
      '<!-- ask @anna‸>',
      '<a href="x" title="@clim‸>',
      "See <span class='@clim‸",
    ]) {
      assert.equal(at(text), undefined, text);
    }
    for (const text of ['<!-- done --> @clim‸', 'if a < b, "@clim‸', '<b class="x">@clim‸', '<a> = "@clim‸']) {
      assert.equal(at(text)?.query, 'clim', text);
    }
  });

  property(
    'a trigger is found in any line at any place without fail',
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(), (line, seed) => {
      const cursor = seed % (line.length + 1);
      const trigger = triggerAt(line, cursor, isCorpus);
      assert.ok(!trigger || (trigger.start < cursor && trigger.end >= cursor && trigger.end <= line.length));
    }),
    { runs: 400 },
  );
});

describe('the words before the cursor', () => {
  it('are the last eight of the sentence', () => {
    assert.equal(
      wordsBefore('First. We call for one two three four five six seven', 52),
      'for one two three four five six seven',
    );
    assert.equal(wordsBefore('Done. ', 6), '');
  });
});
