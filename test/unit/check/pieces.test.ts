import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { check, prepare } from '../../../src/domain/check/check';
import { Checker, type CheckOptions } from '../../../src/domain/check/checker';
import { piecesOf } from '../../../src/domain/check/pieces';
import { partsOf } from '../../../src/domain/check/prose';
import { unitsOf } from '../../../src/domain/check/units';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { property } from '../../property';

const options: CheckOptions = { style: 'un', form: 'footnote', language: 'en' };
const tools = prepare(library);
const key = '[@idm2022-1, day 2, conclusion 4]';
const sentences = [
  'Migration is discussed here. ',
  `All States agreed that climate action matters to migrants ${key}. `,
  `It was said that “climate action is a matter of great taste for everybody” ${key}. `,
  '“Nobody said this at all in any of the rooms.” ',
  '`code ” “` ',
  'A long ( parenthesis “of one. Two. Three.” ',
  `So [see @smith, p. 3; @idm2022-1, day 2, conclusion 4; and others] it is.\n`,
];

function drained<T>(steps: Generator<unknown, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

describe('a unit that is long', () => {
  property(
    'is cut in pieces that leave nothing out, tear no citation and are not long',
    fc.property(fc.array(fc.constantFrom(...sentences), { minLength: 150, maxLength: 700 }), chosen => {
      const draft = Draft.of(chosen.join(''), library);
      for (const unit of unitsOf(draft)) {
        if (!unit) continue;
        const parts = drained(partsOf(draft, unit, library, { labels: new Map(), raised: new Map() }));
        const pieces = [...piecesOf(unit, parts)];
        assert.equal(pieces[0]!.start, 0);
        assert.equal(pieces.at(-1)!.end, parts.text.length);
        pieces.slice(1).forEach(({ start }, at) => assert.equal(start, pieces[at]!.end));
        for (const { start, end } of pieces) assert.ok(end > start && end - start <= 12_500, `${end - start}`);
        for (const { start, end } of parts.citations.all)
          assert.ok(pieces.every(piece => piece.end <= start || piece.end >= end));
      }
    }),
    { runs: 60 },
  );

  it('is checked as its sentences are in short ones', () => {
    const sentence = `All States agreed that climate action matters to migrants ${key}. It was “a matter of great taste for everybody in the room” ${key}. `;
    const alone = check(sentence, tools, options).map(({ code }) => code);
    assert.ok(alone.length > 0);
    const found = check(sentence.repeat(300), tools, options);
    assert.equal(found.length, 300 * alone.length);
    for (const { start, end } of found) assert.ok(start >= 0 && end > start && end <= sentence.length * 300);
  });

  for (const [name, draft] of Object.entries({
    'one paragraph': 'States agreed on nothing here. '.repeat(8_000),
    'one block quotation': `> ${'words of somebody else and '.repeat(9_000)}\n>\n> ${key}\n`,
    'a table': `| a | b |\n|---|---|\n${`| “so it is” said | ${key} |\n`.repeat(4_000)}`,
    'one word': 'a'.repeat(250_000),
  })) {
    it(`gives way after every few thousand characters of ${name}`, () => {
      let steps = 0;
      for (const walk = new Checker(Draft.of(draft, library), tools).steps(options); !walk.next().done;) steps++;
      assert.ok(steps >= draft.length / 9_000 - 1, `${steps} steps`);
    });
  }
});
