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

  it('leaves what only looks like a note’s mark, or like a heading’s', () => {
    const text =
      'It is[^note 1], and[^note 1] is a link.\n[^ a] and [^] are words, [^two words]: too.\n\n[^note 1]: annex.md\n\n' +
      '[^note 2]: See the annex.\n\n#\u00a0Words\n\n##\u2003Words\n\n[^real]: A note[^note 1].\n\nThe end.[^real]\n';
    const draft = Draft.of(text, library);
    for (let at = 0; at <= text.length; at += 1) {
      for (const kind of kinds) {
        for (const form of forms) {
          const request: Request = { ids: ['idm2022-1-d1c3'], kind, form, style: 'un', language: 'en' };
          const { edits, refused } = planInsertion(draft, library, [{ start: at, end: at }], request);
          if (refused.length === 0)
            assert.equal(
              wrong(text, edits, request),
              undefined,
              `${kind}, ${form}: ${text.slice(0, at)}¦${text.slice(at)}`,
            );
        }
      }
    }
  });

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
