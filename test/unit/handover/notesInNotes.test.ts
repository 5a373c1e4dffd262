import assert from 'node:assert/strict';
import { withoutNotesInNotes } from '../../../src/domain/handover/notesInNotes';
import type { Json } from '../../../src/domain/handover/pandocJson';

const str = (c: string): Json => ({ t: 'Str', c });
const space: Json = { t: 'Space' };
const para = (...inlines: Json[]): Json => ({ t: 'Para', c: inlines });
const note = (...blocks: Json[]): Json => ({ t: 'Note', c: blocks });
const made = (...blocks: Json[]): readonly Json[] => withoutNotesInNotes({ meta: {}, blocks }).blocks;

describe('notes in notes on their way to Word', () => {
  it('stand in parentheses where their mark stood, at any depth', () => {
    assert.deepEqual(
      made(para(str('A'), note(para(str('One.'), note(para(str('Two'), space, note(para(str('three'))))))))),
      [
        para(
          str('A'),
          note(para(str('One.'), space, str('('), str('Two'), space, str('('), str('three'), str(')'), str(')'))),
        ),
      ],
    );
  });

  it('keep the words of each of their paragraphs', () => {
    assert.deepEqual(made(para(note(para(note(para(str('a')), { t: 'CodeBlock', c: [['', [], []], 'b'] }))))), [
      para(note(para(str('('), str('a'), space, str('b'), str(')')))),
    ]);
  });

  it('are all that changes', () => {
    const blocks = [
      para(str('A'), note(para(str('a'))), note(para(str('b')))),
      { t: 'BlockQuote', c: [para(note(para(str('c'))))] },
    ];
    assert.deepEqual(made(...blocks), blocks);
  });
});
