// A blank left for a citation before the punctuation of a sentence goes: what is inserted is as it would be without it.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forms, languages } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import type { Language } from '../../../src/domain/corpus/types';
import { Draft } from '../../../src/domain/draft/draft';
import { planInsertion, type Request } from '../../../src/domain/insert/plan';
import { applied } from '../../../src/domain/text/edits';
import { draftsToEdit } from '../../insertions/drafts';
import { freshId } from '../../insertions/taken';
import { property } from '../../property';

const kinds = ['citation', 'quotation', 'blockQuotation'] as const;
/** French sets a blank before the others. */
const signs: Record<Language, string> = { en: '.,;:!?', es: '.,;:!?', fr: '.,' };

/** Places of a draft right behind a word and before a sign that ends a sentence or a part of it. */
function placesIn(text: string, language: Language): number[] {
  const found: number[] = [];
  for (const { index } of text.matchAll(/(?<=\s\p{L}+)[.,;:!?](?=\s|$)/gu))
    if (signs[language].includes(text[index] ?? '')) found.push(index);
  return found;
}

const drafts = draftsToEdit().map(([name, text]) => ({ name, text, id: freshId(text) }));

/** Whether it is written right there, and not where the next place is that may hold it. */
function isWrittenAt(text: string, at: number, request: Request): boolean {
  const { edits } = planInsertion(Draft.of(text, library), library, [{ start: at, end: at }], request);
  return edits.some(({ start, end }) => start <= at + 1 && end >= at - 1);
}

function inserted(text: string, at: number, request: Request): string {
  const { edits } = planInsertion(Draft.of(text, library), library, [{ start: at, end: at }], request);
  return applied(text, edits);
}

describe('a blank before the punctuation that a citation is inserted at', () => {
  let tried = 0;
  const anywhere = fc.tuple(fc.constantFrom(...languages), fc.constantFrom(...drafts)).chain(([language, draft]) =>
    fc.record({
      language: fc.constant(language),
      draft: fc.constant(draft),
      at: fc.constantFrom(...placesIn(draft.text, language), 0),
    }),
  );
  property(
    'what is inserted before or behind it is as it is without it',
    fc.property(
      anywhere,
      fc.constantFrom(...kinds),
      fc.constantFrom(...forms),
      fc.constantFrom(' ', '  ', '\t'),
      ({ language, draft: { name, text, id }, at }, kind, form, blank) => {
        if (at === 0) return;
        const request: Request = { ids: [id], kind, form, style: 'un', language };
        const apart = text.slice(0, at) + blank + text.slice(at);
        // Where a blank makes something else of the place, nothing can be said.
        const was = inserted(text, at, request);
        if (!isWrittenAt(text, at, request) || Draft.of(apart, library).zoneAt(at) !== 'prose') return;
        tried += 1;
        for (const cursor of [at, at + blank.length]) {
          const is = inserted(apart, cursor, request);
          // A block that may not be divided is left as it is.
          if (kind === 'blockQuotation' && is.startsWith(apart.slice(0, at + blank.length + 1))) continue;
          assert.equal(is, was, `${name}, ${language}, ${kind}, ${form}, ${cursor - at}`);
        }
      },
    ),
    { runs: 1500, timeout: 300_000 },
  );

  it('was tried often', () => assert.ok(tried > 500, String(tried)));

  it('stays with its words before a block quotation, which the blank does not', () => {
    for (const [draft, words] of [
      ['Recalling that ‸;\n', 'Recalling that;\n\n> '],
      ['Recalling that‸ ;\n', 'Recalling that;\n\n> '],
      ['- Recalling that ‸, we\n', '- Recalling that,\n\n  > '],
    ] as const) {
      const request = { ids: ['idm2022-1-d2c4'], kind: 'blockQuotation', form: 'pandoc', style: 'un' } as const;
      const is = inserted(draft.replace('‸', ''), draft.indexOf('‸'), { ...request, language: 'en' });
      assert.equal(is.slice(0, words.length), words);
    }
  });

  const kept: [language: Language, draft: string, after: string][] = [
    ['en', 'We note negotiations ‸...', 'We note negotiations※ ...'],
    ['en', 'We note negotiations‸ . . .', 'We note negotiations※ . . .'],
    ['en', 'We note negotiations‸ .5 times', 'We note negotiations※ .5 times'],
    ['fr', 'Nous notons les négociations ‸; et', 'Nous notons les négociations※ ; et'],
    ['fr', 'Nous notons les négociations‸ !', 'Nous notons les négociations※ !'],
  ];
  for (const [language, draft, after] of kept)
    it(`stays in ${language}: ${draft}`, () => {
      const request = { ids: ['idm2022-1-d2c4'], kind: 'citation', form: 'footnote', style: 'un', language } as const;
      const text = inserted(draft.replace('‸', ''), draft.indexOf('‸'), request);
      assert.equal(text.split('\n')[0]?.replace('[^idm2022-1-d2c4]', '※'), after);
    });
});
