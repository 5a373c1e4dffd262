import assert from 'node:assert/strict';
import { selfContained } from '../../../src/domain/handover/pandocDocument';
import { readDocument, type Json } from '../../../src/domain/handover/pandocJson';
import { withResolutionStyles } from '../../../src/domain/handover/template/unParagraphs';

/** Inlines as pandoc reads them: tags are raw. */
const inlines = (written: string): Json[] =>
  written
    .split(/(<[^>]*>| )/u)
    .filter(part => part !== '')
    .map(part => {
      if (part === ' ') return { t: 'Space' };
      return part.startsWith('<') ? { t: 'RawInline', c: ['html', part] } : { t: 'Str', c: part };
    });
const para = (written: string): Json => ({ t: 'Para', c: inlines(written) });
const document = (...blocks: Json[]): string => JSON.stringify({ 'pandoc-api-version': [1, 22], meta: {}, blocks });
/** The blocks as they go to Word. */
const toWord = (...blocks: Json[]): Json =>
  readDocument(selfContained(document(...blocks), new Map()).json).blocks as Json;
const under = (words: string): Json => ({ t: 'Underline', c: inlines(words) });

describe('words between <u> and </u>', () => {
  it('are underlined in Word', () => {
    assert.deepEqual(toWord(para('<u>Noting with</u> a <U class="x">b</U >')), [
      { t: 'Para', c: [under('Noting with'), ...inlines(' a '), under('b')] },
    ]);
    assert.deepEqual(toWord({ t: 'BlockQuote', c: [{ t: 'Plain', c: [{ t: 'Emph', c: inlines('<u>a</u>') }] }] }), [
      { t: 'BlockQuote', c: [{ t: 'Plain', c: [{ t: 'Emph', c: [under('a')] }] }] },
    ]);
  });

  it('are underlined once, and only where both tags stand', () => {
    assert.deepEqual(toWord(para('<u>a <u>b</u> c</u>')), [{ t: 'Para', c: [under('a b c')] }]);
    assert.deepEqual(toWord(para('<u>a <u>b</u>'), para('c</u><ul><b>d</b><u></u>')), [
      { t: 'Para', c: [...inlines('a '), under('b')] },
      { t: 'Para', c: inlines('c<x>d').filter(inline => (inline as { t: string }).t === 'Str') },
    ]);
    const many = toWord(para('<u>'.repeat(2000) + 'a' + '</u>'.repeat(2000)));
    assert.deepEqual(many, [{ t: 'Para', c: [under('a')] }]);
  });

  it('open the paragraphs of a resolution', () => {
    const list: Json = {
      t: 'OrderedList',
      c: [
        [1, { t: 'Decimal' }, { t: 'Period' }],
        [[para('<u>Urges</u> States to act;')], [para('<u>Decides</u> to go on.')]],
      ],
    };
    const read = readDocument(
      selfContained(document(para('THE GENERAL ASSEMBLY,'), para('<u>Recalling</u> it,'), list), new Map()).json,
    );
    const styled = JSON.stringify(withResolutionStyles(read, 'en'));
    assert.deepEqual(
      [...styled.matchAll(/"custom-style","([^"]+)"/gu)].map(([, style]) => style),
      ['Adopting Body', 'Preambular Paragraph', 'Operative Paragraph', 'Operative Paragraph'],
    );
  });
});
