// Where sentences end.
import assert from 'node:assert/strict';
import { isAbbreviated, isFinished, sentenceEnds, type Reading } from '../../../src/domain/text/sentences';

/** The sentences of a text, each without the blanks around it. */
function sentences(text: string, reading?: Reading): string[] {
  const ends = sentenceEnds(text, reading);
  return ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end).trim());
}

describe('sentences', () => {
  const cases: [string, string[]][] = [
    ['One thing. Another! A third? Yes…', ['One thing.', 'Another!', 'A third?', 'Yes…']],
    ['He said “yes.” (She did not.) “Why?”', ['He said “yes.”', '(She did not.)', '“Why?”']],
    ['It was 2022. 5 speakers agreed.', ['It was 2022.', '5 speakers agreed.']],
    [
      'Mr. Smith, H.E. Ms. Ali and Prof. Li of St. Kitts spoke.',
      ['Mr. Smith, H.E. Ms. Ali and Prof. Li of St. Kitts spoke.'],
    ],
    [
      'See No. 5, art. 3, para. 2, pp. 4 and e.g. Annex B. of it',
      ['See No. 5, art. 3, para. 2, pp. 4 and e.g. Annex B. of it'],
    ],
    ['Prices rose 2.5 per cent. and fell', ['Prices rose 2.5 per cent. and fell']],
    ['One thing; another', ['One thing; another']],
    ['', ['']],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(sentences(text), expected);
    });
  }

  it('of a draft also end at semicolons and the edges of cells', () => {
    assert.deepEqual(sentences('One; two | three. Four', { breaks: true }), ['One;', 'two |', 'three.', 'Four']);
  });

  it('do not end within what is taken as one', () => {
    const text = 'They said “One. Two. Three.” Then they left. All did.';
    const whole = [{ start: text.indexOf('“'), end: text.indexOf('”') + 1 }];
    assert.deepEqual(sentences(text, { whole }), ['They said “One. Two. Three.”', 'Then they left.', 'All did.']);
  });

  it('are finished by a stop and what closes behind it', () => {
    for (const text of ['Yes.', 'Yes!', '(Yes.)', '“Yes?”']) assert.ok(isFinished(text), text);
    for (const text of ['Yes', 'Yes,', 'Yes:', '']) assert.ok(!isFinished(text), text);
  });

  it('go on behind an abbreviation', () => {
    for (const text of ['the approx.', 'Smith et al.', 'U.N.', 'a paras.', '(J.', 'É.'])
      assert.ok(isAbbreviated(text), text);
    for (const text of ['a dialogue.', 'a festival.', 'an été.', 'señorés.', 'etc', ''])
      assert.ok(!isAbbreviated(text), text);
  });
});
