import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { forms, languages, laterNotesDiffer, styles } from '../../../src/domain/citation/options';
import { check, prepare } from '../../../src/domain/check/check';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { planInsertion } from '../../../src/domain/insert/plan';
import { restyle } from '../../../src/domain/restyle/restyle';
import { property } from '../../property';

const tools = prepare(library);
const paragraphs = [
  'We met in the morning and spoke of many things.',
  'It was late, and the room was full; nobody left.',
  '- One item of the list',
  '# A heading',
  'Another sentence here. And a second one!',
  'See the note.[^1]',
];
const ids = [...library.findings, ...library.passages].flatMap(({ id, sentences }) => [id, sentences.at(-1)!.id]);

const insertion = fc.record({
  kind: fc.constantFrom('citation', 'citation', 'quotation', 'blockQuotation' as const),
  ids: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 2 }),
  block: fc.nat(),
  before: fc.boolean(),
});
const writing = fc.record({
  texts: fc.array(fc.constantFrom(...paragraphs), { minLength: 1, maxLength: 5 }),
  insertions: fc.array(insertion, { minLength: 1, maxLength: 5 }),
  form: fc.constantFrom(...forms),
  style: fc.constantFrom(...styles),
  language: fc.constantFrom(...languages),
  crlf: fc.boolean(),
  final: fc.boolean(),
  restyled: fc.record({ form: fc.constantFrom(...forms), style: fc.constantFrom(...styles) }),
});
type Writing = typeof writing extends fc.Arbitrary<infer T> ? T : never;

/**
 * A draft of words that say nothing of the findings, with citations inserted in it as a drafter would, once a block.
 */
function written({ texts, insertions, form, style, language, crlf, final }: Writing): string {
  const own = texts.some(text => text.includes('[^1]')) ? ['[^1]: A note of our own.'] : [];
  let text = [`---\nlang: ${language}\n---`, ...texts, ...own].join('\n\n') + (final ? '\n' : '');
  if (crlf) text = text.replaceAll('\n', '\r\n');
  const plain = new Set(texts);
  for (const { kind, ids: cited, block, before } of insertions) {
    const places = Draft.of(text, library).blocks.filter(each => plain.has(each.text.trim()));
    const place = places[block % Math.max(places.length, 1)];
    if (!place) break;
    const at = place.start + place.text.trimEnd().length - (before && /[.!]\s*$/.test(place.text) ? 1 : 0);
    const { edits } = planInsertion(Draft.of(text, library), library, [{ start: at, end: at }], {
      ids: cited,
      kind,
      form,
      style,
      language,
    });
    for (const edit of edits.toReversed()) text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  return text;
}

describe('a draft that we have written', () => {
  property(
    'has no problem after inserting, nor after restyling, in any style, form and language',
    fc.property(writing, given => {
      const { form, style, restyled } = given;
      const text = written(given);
      // Where later notes differ, one inserted before the first makes that one a later note: it is told so.
      const told = check(text, tools, { form, style }).filter(
        ({ code }) => code !== 'note-stale' || !laterNotesDiffer(style),
      );
      assert.deepEqual(
        told.map(({ code, start, end }) => [code, text.slice(start, end)]),
        [],
      );
      const after = restyle(library, text, restyled);
      if (after.skipped.length > 0) return;
      assert.deepEqual(
        check(after.text, tools, restyled).map(({ code, start, end }) => [code, after.text.slice(start, end)]),
        [],
      );
    }),
    { runs: 250 },
  );
});
