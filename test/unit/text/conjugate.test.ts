// The forms of verbs.
import assert from 'node:assert/strict';
import { conjugate } from '../../../src/domain/text/conjugate';
import { onlyReporting, pastPhrases, reportingForms, reportingWords } from '../../../src/domain/corpus/reportingVerbs';

describe('a verb', () => {
  const cases: [string, string][] = [
    ['note', 'note notes noted noted noting'],
    ['stress', 'stress stresses stressed stressed stressing'],
    ['reply', 'reply replies replied replied replying'],
    ['convey', 'convey conveys conveyed conveyed conveying'],
    ['commit', 'commit commits committed committed committing'],
    ['agree', 'agree agrees agreed agreed agreeing'],
    ['draw', 'draw draws drew drawn drawing'],
    ['be', 'are is were been being'],
  ];
  for (const [base, forms] of cases) {
    it(`has the forms ${forms}`, () => {
      const { base: first, third, past, participle, gerund } = conjugate(base);
      assert.equal([first, third, past, participle, gerund].join(' '), forms);
    });
  }
});

describe('the verbs with which a summary reports', () => {
  it('are in the past, a phrase before the verb it begins with', () => {
    assert.ok(pastPhrases.includes('drew attention to') && pastPhrases.includes('called for'));
    pastPhrases.forEach((phrase, at) => {
      assert.ok(!pastPhrases.slice(at + 1).some(later => later.startsWith(`${phrase} `)), phrase);
    });
  });

  it('are told from adjectives', () => {
    assert.ok(reportingWords.has('shared') && !onlyReporting.has('shared') && !reportingForms.has('sharing'));
    assert.ok(reportingWords.has('called') && onlyReporting.has('called') && reportingForms.has('calling'));
  });
});
