// Insertions at the offsets of the drafts in test/fixtures/drafts, rendered before and after. A sample here; `npm run
// insertions` tries every offset.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forms, languages } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { planInsertion, type Request } from '../../../src/domain/insert/plan';
import { draftsToEdit } from '../../insertions/drafts';
import { freshId, wrong } from '../../insertions/taken';
import { property } from '../../property';

const kinds = ['citation', 'quotation', 'blockQuotation'] as const;
const drafts = draftsToEdit().map(([name, text]) => ({
  name,
  text,
  draft: Draft.of(text, library),
  id: freshId(text),
}));

/** What may take no citation, and how much of the drafts that is at most. */
const refusable = 0.2;

describe('an insertion at any offset of a draft', () => {
  it('has drafts to try', () => assert.ok(drafts.length >= 40));

  const anywhere = fc.constantFrom(...drafts).chain(each => fc.tuple(fc.constant(each), fc.nat(each.text.length)));
  property(
    'an insertion changes nothing else of a draft',
    fc.property(
      anywhere,
      fc.constantFrom(...kinds),
      fc.constantFrom(...forms),
      fc.constantFrom(...languages),
      ([{ name, text, draft, id }, at], kind, form, language) => {
        const request: Request = { ids: [id], kind, form, style: 'un', language };
        const { edits, refused } = planInsertion(
          draft,
          draft.recognizer.names.library,
          [{ start: at, end: at }],
          request,
        );
        if (refused.length > 0) return assert.deepEqual(edits, []);
        const why = wrong(text, edits, request);
        assert.equal(
          why,
          undefined,
          `${name}: ${JSON.stringify(`${text.slice(Math.max(0, at - 40), at)}¦${text.slice(at, at + 40)}`)}\n${why}`,
        );
      },
    ),
    { runs: 16_000, timeout: 300_000 },
  );

  it('is refused in code and the like only', () => {
    let all = 0;
    let refused = 0;
    for (const { text, draft, id } of drafts) {
      for (let at = 0; at <= text.length; at += 3) {
        all += 1;
        const plan = planInsertion(draft, draft.recognizer.names.library, [{ start: at, end: at }], {
          ids: [id],
          kind: 'citation',
          form: 'footnote',
          style: 'un',
          language: 'en',
        });
        if (plan.refused.length === 0) continue;
        refused += 1;
        const zone = draft.zoneAt(at);
        const block = draft.blockAt(at);
        assert.ok(
          zone !== 'prose' || block?.kind !== 'paragraph' || plan.refused[0] !== 'code',
          JSON.stringify(text.slice(at - 20, at + 20)),
        );
      }
    }
    assert.ok(refused / all < refusable, `${refused} of ${all} refused`);
  });
});
