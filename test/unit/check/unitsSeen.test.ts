import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { prepare } from '../../../src/domain/check/check';
import { Checker, type CheckOptions } from '../../../src/domain/check/checker';
import { reportOf } from '../../../src/domain/check/report';
import { UnitsSeen } from '../../../src/domain/check/unitsSeen';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { markdownIn } from '../../markdownFiles';
import { property } from '../../property';

const tools = prepare(library);
const texts = markdownIn('test/fixtures').map(path => readFileSync(path, 'utf8'));
/** What stands in those drafts between empty lines, and, of lists and notes, each line of its own. */
const paragraphs = texts
  .filter(text => text.length < 20_000)
  .flatMap(text => text.split(/\n{2,}|\n(?=[-*\d>[])/))
  .concat(
    Array.from({ length: 400 }, () => [
      'Member States:',
      'Some speakers:',
      '- called for data.',
      '- agreed that all migrants must be protected [@idm2022-1, day 2, conclusion 4].',
      '> climate action matters',
    ]).flat(),
  );

/** All that a check of a draft tells, but for its fixes. */
function told(text: string, seen?: UnitsSeen, language: CheckOptions['language'] = 'en'): unknown {
  const checker = new Checker(Draft.of(text, library), tools, seen);
  const problems = checker
    .check({ style: 'un', form: 'footnote', language })
    .map(({ code, severity, start, end, data }) => ({ code, severity, start, end, data }));
  return { problems, ignored: checker.ignored.length, report: reportOf(library, checker.analysed(language)) };
}

describe('units that other drafts have too', () => {
  it('are found with the same problems, in the drafts that we keep, one after the other and once more', () => {
    const seen = new UnitsSeen();
    for (const text of [...texts, ...texts, ...texts])
      assert.deepEqual(told(text, seen), told(text), text.slice(0, 200));
  });

  it('in another language are other units', () => {
    const seen = new UnitsSeen();
    for (const text of texts.slice(0, 40))
      for (const language of ['en', 'fr', 'es'] as const)
        assert.deepEqual(told(text, seen, language), told(text, undefined, language));
  });

  property(
    'What was found in the paragraphs of other drafts is what is found in those of this one',
    fc.property(
      fc.array(fc.array(fc.nat(paragraphs.length - 1), { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 5 }),
      drafts => {
        const seen = new UnitsSeen();
        // The first draft's paragraphs stand in all the others, too, in other surroundings.
        const [shared = []] = drafts;
        for (const own of drafts) {
          const text = own.flatMap((at, index) => [paragraphs[at], paragraphs[shared[index] ?? at]]).join('\n\n');
          assert.deepEqual(told(text, seen), told(text));
        }
      },
    ),
    { runs: 300 },
  );

  it('are looked at twice, and no more', () => {
    const seen = new UnitsSeen();
    const text = 'States agreed that climate action matters [@idm2022-1, day 2, conclusion 4].';
    const first = new Checker(Draft.of(`# One draft\n\n${text}`, library), tools, seen);
    const second = new Checker(Draft.of(`# Another draft\n\n${text}`, library), tools, seen);
    const facts = (checker: Checker): unknown => [...checker.analysed('en')].at(-1)?.facts;
    facts(new Checker(Draft.of(`# A draft before\n\n${text}`, library), tools, seen));
    assert.equal(facts(first), facts(second));
    assert.notEqual(facts(first), facts(new Checker(Draft.of(`# One draft\n\n${text}`, library), tools)));
  });

  it('of long drafts are not kept, and of many drafts only the last', () => {
    const seen = new UnitsSeen();
    const unit = 'Some speakers called for data [@idm2022-1, day 3, conclusion 4].';
    const facts = (text: string): unknown =>
      [...new Checker(Draft.of(text, library), tools, seen).analysed('en')].at(-1)?.facts;
    const code = (size: number): string => `\`\`\`\n${'word\n'.repeat(size / 5)}\`\`\`\n\n`;
    const long = code(240_000) + unit;
    assert.notEqual(facts(long), facts(long));
    facts(`# A draft before\n\n${unit}`);
    const before = facts(`# A draft\n\n${unit}`);
    assert.equal(facts(`# Another\n\n${unit}`), before);
    for (let number = 0; number < 25; number++)
      for (let time = 0; time < 2; time++) facts(`${code(190_000)}${unit} ${number}`);
    assert.notEqual(facts(`# A third\n\n${unit}`), before);
  });
});
