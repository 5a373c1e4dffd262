// Triggers typed at the offsets of the drafts in test/fixtures/drafts and completed, rendered before and after.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forms } from '../../../src/domain/citation/options';
import { typed, wrongCompletion } from '../../insertions/completed';
import { draftsToEdit } from '../../insertions/drafts';
import { freshId } from '../../insertions/taken';
import { property } from '../../property';

const drafts = draftsToEdit().map(([name, text]) => ({ name, text, id: freshId(text) }));

describe('a completion at any offset of a draft', () => {
  let tried = 0;
  let offered = 0;
  const anywhere = fc.constantFrom(...drafts).chain(each => fc.tuple(fc.constant(each), fc.nat(each.text.length)));
  property(
    'a completion changes nothing else of a draft',
    fc.property(
      anywhere,
      fc.constantFrom(...typed),
      fc.constantFrom(...forms),
      ([{ name, text, id }, at], what, form) => {
        const why = wrongCompletion(text, at, what, { ids: [id], form, style: 'un', language: 'en' });
        tried += 1;
        if (why === 'none') return;
        offered += 1;
        assert.equal(
          why,
          undefined,
          `${name}, ${what}, ${form}: ${JSON.stringify(`${text.slice(Math.max(0, at - 40), at)}¦${text.slice(at, at + 40)}`)}\n${why}`,
        );
      },
    ),
    { runs: 6000, timeout: 300_000 },
  );

  it('keeps clear of an address right behind what was typed', () => {
    for (const draft of [
      '** ‸http://a.b/c_d e** x',
      '**‸http://a.b/c** d',
      '> ** ‸http://a.b/c_d e**',
      '(‸http://a.b/c_d) e',
      '“‸http://a.b/c_d” x',
      '- ‸http://a.b/c_d',
    ]) {
      const at = draft.indexOf('‸');
      for (const what of typed) {
        for (const form of forms) {
          const why = wrongCompletion(draft.replace('‸', ''), at, what, {
            ids: ['idm2022-1-d1c3'],
            form,
            style: 'un',
            language: 'en',
          });
          assert.ok(why === undefined || why === 'none', `${draft}, ${what}, ${form}: ${why}`);
        }
      }
    }
  });

  it('was offered at a third of the offsets or more', () => assert.ok(offered > tried / 3, `${offered} of ${tried}`));
});
