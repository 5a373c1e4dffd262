import assert from 'node:assert/strict';
import { withNotesApart } from '../../../src/domain/handover/adjacentNotes';
import type { Json } from '../../../src/domain/handover/pandocJson';

const note = (words: string): Json => ({ t: 'Note', c: [{ t: 'Para', c: [{ t: 'Str', c: words }] }] });
const comma: Json = { t: 'Superscript', c: [{ t: 'Str', c: ',\u00a0' }] };
const str: Json = { t: 'Str', c: 'A' };
const para = (...inlines: Json[]): Json => ({ t: 'Para', c: inlines });
const apart = (...blocks: Json[]): readonly Json[] => withNotesApart({ meta: {}, blocks }).blocks;

describe('notes side by side on their way to Word', () => {
  it('are separated by a superscript comma, at any depth', () => {
    assert.deepEqual(apart({ t: 'BulletList', c: [[para(str, note('a'), note('b'), note('c'))]] }), [
      { t: 'BulletList', c: [[para(str, note('a'), comma, note('b'), comma, note('c'))]] },
    ]);
  });

  it('stay as they are where anything stands between them', () => {
    const blocks = [para(note('a'), { t: 'Space' }, note('b')), para(note('a')), para(note('b'), comma, note('c'))];
    assert.deepEqual(apart(...blocks), blocks);
  });

  it('are separated once', () => {
    const once = apart(para(note('a'), note('b')));
    assert.deepEqual(apart(...once), once);
  });
});
