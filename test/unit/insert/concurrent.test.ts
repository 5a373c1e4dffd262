// Insertions into a draft that others edit at the same time: what meets in the editor is edits of one text, in turn.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forms, languages } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { planInsertion, type Request } from '../../../src/domain/insert/plan';
import { inOrder } from '../../../src/domain/text/edits';
import { draftsToEdit } from '../../insertions/drafts';
import { property } from '../../property';

const drafts = draftsToEdit().filter(([, text]) => text.length < 6000);
const kinds = ['citation', 'quotation', 'blockQuotation'] as const;
const ids = library.findings.map(({ id }) => id);

/** What somebody else does, and then an insertion; places are shares of the draft's length. */
const turn = fc.record({
  typed: fc.array(
    fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), lines: fc.constantFrom('', '\n', '\n\n') }),
    { maxLength: 3 },
  ),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  id: fc.constantFrom(...ids),
  kind: fc.constantFrom(...kinds),
  form: fc.constantFrom(...forms),
  language: fc.constantFrom(...languages),
});

/** The first character of a text that another does not hold behind those before it; blanks do not count. */
function lost(before: string, after: string): string | undefined {
  let at = 0;
  for (const character of before.replaceAll(/\s/gu, '')) {
    at = after.indexOf(character, at) + 1;
    if (at === 0) return character;
  }
  return undefined;
}

describe('an insertion beside the edits of others', () => {
  property(
    'nothing is lost of a draft that is edited beside insertions',
    fc.property(fc.constantFrom(...drafts), fc.array(turn, { minLength: 10, maxLength: 10 }), ([name, text], turns) => {
      const draft = Draft.of(text, library);
      let words = 0;
      for (const { typed, at, ...request } of turns) {
        for (const { at: share, lines } of typed) {
          const place = Math.floor(share * draft.length);
          draft.apply([{ start: place, end: place, text: `${lines}w${words++}q${lines}` }]);
        }
        const place = Math.floor(at * draft.length);
        const before = draft.text;
        const asked: Request = { ids: [request.id], style: 'un', ...request };
        const target = [{ start: place, end: place }];
        const { edits } = planInsertion(draft, library, target, asked);
        // What is kept of a draft through its edits says the same as the draft read anew.
        assert.deepEqual(edits, planInsertion(Draft.of(before, library), library, target, asked).edits, name);
        // As an editor reports them: each in the offsets of a text that those behind it have changed.
        draft.apply(inOrder(edits).toReversed());
        assert.equal(lost(before, draft.text), undefined, name);
      }
    }),
    { runs: 100, timeout: 120_000 },
  );
});
