import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { prepare } from '../../../src/domain/check/check';
import { Checker } from '../../../src/domain/check/checker';
import { differing, edited, marked } from '../../../src/domain/check/comparison';
import { reportOf } from '../../../src/domain/check/report';
import {
  addUses,
  codesOf,
  gravity,
  reportModel,
  useOf,
  usesOf,
  type ReportModel,
  type Use,
} from '../../../src/domain/check/reportModel';
import { library } from '../../../src/domain/corpus/bundled';
import type { Language } from '../../../src/domain/corpus/types';
import { Draft } from '../../../src/domain/draft/draft';

const tools = prepare(library);
const d1c1 = 'idm2022-1-d1c1';
const d3c3 = 'idm2022-1-d3c3';

function modelOf(checker: Checker, language: Language = 'en'): ReportModel {
  const problems = checker.check({ style: 'un', form: 'footnote', language });
  const steps = reportModel(checker, problems, language);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
const model = (text: string, language?: Language): ReportModel =>
  modelOf(new Checker(Draft.of(text, library), tools), language);
/** Items as text: which, its verdict or how far the speaker was judged, and the codes of its problems. */
const items = (text: string, language?: Language): string[] =>
  model(text, language).items.map(
    item =>
      `${item.kind} ${item.kind === 'citation' ? item.spoken : item.verdict.kind}: ${item.problems.map(({ problem }) => problem.code).join(' ') || 'none'}`,
  );

describe('the model of the report', () => {
  it('has with a citation and with a quotation each problem of their sentence', () => {
    assert.deepEqual(
      items(
        `All States said that “local authorities could never work alone” [@idm2022-1, day 3, conclusion 3]. The weather was good.\n`,
      ),
      ['quotation altered: attribution-who quote-altered', 'citation compared: attribution-who quote-altered'],
    );
  });

  it('has with a citation that its sentence says otherwise what is cited', () => {
    const text = 'The COVAX Facility had donated 2 billion doses (IOM, 2022, day 2, sixth conclusion).\n';
    assert.deepEqual(items(text), ['citation noSpeaker: paraphrase-altered']);
    assert.equal(useOf(model(text).uses.get('idm2022-1-d2c6')), 'flagged');
  });

  it('knows a sentence of which hardly a word is in what it cites, and a speaker whose words are not there', () => {
    const strange = (text: string): (string | boolean)[][] =>
      model(text).items.flatMap(item => (item.kind === 'citation' ? [[item.spoken, item.strange]] : []));
    const cite = '[@idm2022-1, day 2, conclusion 4]';
    assert.deepEqual(strange(`Participants stressed including migrants in national vaccination plans ${cite}.\n`), [
      ['unrelated', true],
    ]);
    assert.deepEqual(strange(`Labour markets will need the skills of newcomers ${cite}.\n`), [['noSpeaker', true]]);
    assert.deepEqual(strange(`The pandemic exacerbated inequalities of migrants ${cite}.\n`), [['noSpeaker', false]]);
    assert.deepEqual(strange(`This matters ${cite}.\n`), [['noSpeaker', false]]);
    // Each citation of a sentence is held against it by itself.
    assert.deepEqual(
      strange(`Inequalities exacerbated by the pandemic ${cite} and else [@idm2022-1, day 3, conclusion 8].\n`),
      [
        ['noSpeaker', false],
        ['noSpeaker', true],
      ],
    );
  });

  it('says of a sentence nothing that is its neighbour’s', () => {
    const text =
      'The Dialogue heard that “local authorities could never work alone” [@idm2022-1, day 3, conclusion 3]. Access mattered [@idm2022-1, day 1, conclusion 1].\n';
    assert.deepEqual(items(text), [
      'quotation altered: quote-altered',
      'citation noSpeaker: quote-altered',
      'citation noSpeaker: none',
    ]);
  });

  it('says of a citation nothing that is wrong with another one in its sentence, nor does the picture', () => {
    const text = 'See [@idm2022-1, day 9, conclusion 1] and (IOM, 2022, day 2, fourth conclusion).\n';
    assert.deepEqual(items(text), ['citation noSpeaker: ref-unknown', 'citation noSpeaker: none']);
    assert.equal(useOf(model(text).uses.get('idm2022-1-d2c4')), 'cited');
  });

  it('begins a sentence with what opens its first word: emphasis, a quotation', () => {
    const begun = (text: string): string[] =>
      model(text).items.map(({ sentence }) => text.slice(sentence.start, sentence.end).trimEnd());
    assert.deepEqual(
      begun(
        '1. *Recall* that access mattered [@idm2022-1, day 1, conclusion 1]. **“Panels** matter” [@idm2022-1, day 1, conclusion 2].\n',
      ).filter((each, at, all) => all.indexOf(each) === at),
      [
        '*Recall* that access mattered [@idm2022-1, day 1, conclusion 1].',
        '**“Panels** matter” [@idm2022-1, day 1, conclusion 2].',
      ],
    );
  });

  it('takes a note mark after a full stop for its sentence’s, and has the problems of its note', () => {
    assert.deepEqual(
      items(`Access mattered. States agreed to establish a panel.[^${d1c1}] So be it.\n\n[^${d1c1}]: By hand.\n`),
      ['citation compared: attribution-who note-edited'],
    );
  });

  it('has with an item the rules of what comments ignore there, and counts it', () => {
    const ignored = (text: string): [number, readonly (readonly string[])[]] => {
      const found = model(text);
      return [found.ignored, found.items.map(item => codesOf(item.ignored))];
    };
    const cite = '[@idm2022-1, day 1, conclusion 1]';
    const wrong = `States agreed to establish a panel ${cite}.\n`;
    const comment = '<!-- idm-findings-disable-next-line attribution-who -->\n';
    assert.deepEqual(ignored(wrong), [0, [[]]]);
    assert.deepEqual(ignored(`${comment}${wrong}\nAccess mattered ${cite}.\n`), [1, [['attribution-who'], []]]);
    assert.deepEqual(
      ignored(
        `${comment}All States said that “local authorities could not work alone” [@idm2022-1, day 3, conclusion 3].\n`,
      ),
      [1, [['attribution-who'], ['attribution-who']]],
    );
    assert.deepEqual(
      ignored(
        `Access mattered.[^${d1c1}]\n\n<!-- idm-findings-disable-next-line note-edited -->\n[^${d1c1}]: By hand.\n`,
      ),
      [1, [['note-edited']]],
    );
  });

  it('forgets what was ignored once the comment is gone', () => {
    const comment = '<!-- idm-findings-disable-next-line -->\n';
    const draft = Draft.of(
      `${comment}States agreed to establish a panel [@idm2022-1, day 1, conclusion 1].\n`,
      library,
    );
    const checker = new Checker(draft, tools);
    assert.equal(modelOf(checker).ignored, 1);
    draft.apply([{ start: 0, end: comment.length, text: '' }]);
    assert.equal(modelOf(checker).ignored, 0);
  });

  it('says of each citation how far the speaker was judged', () => {
    const cite = '[@idm2022-1, day 1, conclusion 1]';
    assert.deepEqual(items(`Access mattered ${cite}.\n`), ['citation noSpeaker: none']);
    for (const denied of [
      'No participant said that a panel was needed',
      'Would speakers call for a panel? Access mattered',
    ])
      assert.match(items(`${denied} ${cite}.\n`)[0]!, denied.endsWith('mattered') ? /noSpeaker/u : /notSaid/u, denied);
    assert.deepEqual(
      items(
        `The summary of conclusions states: “However, it was noted that local authorities could not work alone” [@idm2022-1, day 3, conclusion 3].\n`,
      ),
      ['quotation exact: none', 'citation document: none'],
    );
    assert.deepEqual(items(`L’accès compte ${cite}.\n`, 'fr'), ['citation language: none']);
    assert.deepEqual(items('As the whole dialogue shows [@idm2022-1].\n'), ['citation noConclusion: none']);
    assert.deepEqual(items(`Speakers noted it [@smith2020; @idm2022-1, day 1, conclusion 1].\n`), [
      'citation mixed: none',
    ]);
  });

  it('puts the worst first, and each into its sentence', () => {
    const text = readFileSync('test/fixtures/check/position-paper.md', 'utf8');
    const { problems } = model(text);
    const order = problems.map(({ problem }) => gravity.indexOf(problem.severity));
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
    assert.ok(problems.length > 5);
    for (const { start, end, sentence, key } of problems) {
      assert.ok(sentence.start <= start && sentence.end >= end, key);
      assert.ok(sentence.end - sentence.start < 1500, key);
    }
  });

  it('knows how each finding is used', () => {
    const text =
      `It was said that “local authorities could not work alone” [@idm2022-1, day 3, conclusion 3]. Access mattered [@idm2022-1, day 1, conclusion 1], twice [@idm2022-1, day 1, conclusion 1]. ` +
      'It was “a world without any borders” [@idm2022-1, day 3, conclusion 4].\n';
    const { uses } = model(text);
    assert.deepEqual(
      [d1c1, d3c3, 'idm2022-1-d3c4', 'idm2022-1-d2c1'].map(
        id => `${useOf(uses.get(id))} ${uses.get(id)?.cited ?? 0} ${uses.get(id)?.quoted ?? 0}`,
      ),
      ['cited 2 0', 'quoted 1 1', 'flagged 1 0', 'unused 0 0'],
    );
  });

  it('tells a finding with a problem from one with a remark only, and where each is', () => {
    const text =
      'Access mattered.[^idm2022-1-d1c1] States agreed to a high-level panel on deaths in transit [@idm2022-1, day 1, conclusion 1].\n\n' +
      'Vaccines matter.[^idm2022-1-d2c4]\n\n[^idm2022-1-d1c1]: As said.\n[^idm2022-1-d2c4]: See our own words on this.\n';
    const { uses } = model(text);
    const [first, second] = [d1c1, 'idm2022-1-d2c4'].map(id => uses.get(id)!);
    assert.deepEqual([useOf(first), useOf(second)], ['flagged', 'remarked']);
    assert.deepEqual([second!.flagged, second!.remarked], [0, 1]);
    const at = (worst: string): string[] =>
      first!.places.filter(place => place.worst === worst).map(place => text.slice(place.at, place.at + 6));
    assert.deepEqual(at('flagged').slice(0, 1), ['States']);
    assert.deepEqual(at('remarked'), ['[^idm2']);
  });

  it('does not certify a finding whose only problem a comment ignores', () => {
    const comment = '<!-- idm-findings-disable-next-line -->\n';
    const uses = (text: string, id: string): string => {
      const draft = Draft.of(text, library);
      const checker = new Checker(draft, tools);
      const problems = checker.check({ style: 'un', form: 'footnote', language: 'en' });
      const all = new Map<string, Use>();
      addUses(all, usesOf(library, reportOf(library, checker.analysed('en')), problems, checker.ignored));
      return [model(text).uses, all].map(each => `${useOf(each.get(id))} ${each.get(id)?.ignored ?? 0}`).join(', ');
    };
    const claim = 'States called for a high-level panel on deaths in transit [@idm2022-1, day 1, conclusion 1].\n';
    const altered = 'It was said that “local authorities could never work alone” [@idm2022-1, day 3, conclusion 3].\n';
    assert.deepEqual(
      [uses(claim, d1c1), uses(comment + claim, d1c1)],
      ['flagged 0, flagged 0', 'ignored 1, ignored 1'],
    );
    assert.deepEqual(
      [uses(altered, d3c3), uses(comment + altered, d3c3)],
      ['flagged 0, flagged 0', 'ignored 1, ignored 1'],
    );
    assert.equal(uses(`${comment}${claim}\n${claim}`, d1c1), 'flagged 1, flagged 1');
  });

  it('keeps its keys while something is written before them', () => {
    const text = `“Local authorities could never work alone” [@idm2022-1, day 3, conclusion 3]. Access mattered [@idm2022-1, day 1, conclusion 1].\n`;
    const draft = Draft.of(text, library);
    const checker = new Checker(draft, tools);
    const before = modelOf(checker);
    draft.apply([{ start: 0, end: 0, text: 'A new paragraph, with words.\n\n' }]);
    const after = modelOf(checker);
    assert.deepEqual(
      after.items.map(({ key }) => key),
      before.items.map(({ key }) => key),
    );
    assert.deepEqual(
      after.problems.map(({ key }) => key),
      before.problems.map(({ key }) => key),
    );
    assert.deepEqual(
      after.items.map(({ start }) => start),
      before.items.map(({ start }) => start + 30),
    );
    assert.equal(new Set(after.items.map(({ key }) => key)).size, after.items.length);
  });

  it('after an edit is what a new draft’s is', () => {
    const text = readFileSync('test/fixtures/check/position-paper.md', 'utf8');
    const draft = Draft.of(text, library);
    const checker = new Checker(draft, tools);
    modelOf(checker);
    const at = text.indexOf('. ', 400);
    draft.apply([{ start: at, end: at, text: ' [@idm2022-1, day 1, conclusion 1]' }]);
    const plain = ({ items: all, problems, uses }: ReportModel) => [
      all.map(({ key, start, end, sentence, problems: own }) => [key, start, end, sentence, own.map(each => each.key)]),
      problems.map(({ key, start, sentence }) => [key, start, sentence]),
      [...uses],
    ];
    assert.deepEqual(plain(modelOf(checker)), plain(model(draft.text)));
  });

  it('never says “none found” in a sentence that is flagged, in any draft that is kept', () => {
    let seen = 0;
    for (const name of ['test/fixtures/drafts', 'test/fixtures/check', 'test/fixtures/sample']
      .flatMap(folder => readdirSync(folder).map(each => `${folder}/${each}`))
      .filter(each => each.endsWith('.md'))) {
      const text = readFileSync(name, 'utf8');
      const found = model(text);
      for (const item of found.items) {
        seen++;
        assert.ok(item.sentence.start <= item.start && item.sentence.end >= item.start, `${name}: ${item.key}`);
        for (const told of found.problems) {
          const near = told.start < item.sentence.end && told.end > item.sentence.start;
          const onIt = told.start < item.end && told.end > item.start;
          // What is wrong with one citation is not said of another.
          const ofWords = item.kind === 'quotation' || /^(?:quote|attribution)-/u.test(told.problem.code);
          if (near && (ofWords || onIt))
            assert.ok(item.problems.includes(told), `${name}: ${item.key} lacks ${told.key}`);
        }
      }
    }
    assert.ok(seen > 20, String(seen));
  });
});

describe('texts side by side', () => {
  const shown = (text: string, ranges: { start: number; end: number }[]): string =>
    marked(text, ranges)
      .map(each => (each.differs ? `<${each.text}>` : each.text))
      .join('');

  it('mark the words that differ, neighbours together', () => {
    assert.equal(
      shown('They could never work alone', differing('They could never work alone', 'They could not work alone')),
      'They could <never> work alone',
    );
    assert.equal(
      shown('all the participants called', differing('all the participants called', 'speakers called')),
      '<all the participants> called',
    );
    assert.equal(
      shown(
        'Lacking papers makes it harder.',
        differing('Lacking papers makes it harder.', '“lacking papers made it harder”', true),
      ),
      'Lacking papers <makes> it harder.',
    );
    assert.equal(shown('the same', differing('the same', 'the same')), 'the same');
    assert.equal(
      shown('documents.[^idm2022-1-d2c12]', differing('documents.[^idm2022-1-d2c12]', 'documents.[^idm2022-1-d2c14]')),
      'documents.<[^idm2022-1-d2c12]>',
    );
  });

  it('are whole, whatever is marked', () => {
    assert.equal(
      shown('abcdef', [
        { start: 4, end: 9 },
        { start: -1, end: 2 },
        { start: 1, end: 3 },
      ]),
      '<ab><c>d<ef>',
    );
  });

  it('show a stretch after its edits, where any is within it', () => {
    const at = { start: 10, end: 20 };
    assert.equal(
      edited('0123456789', at, [
        { start: 12, end: 14, text: 'xy' },
        { start: 20, end: 20, text: '!' },
        { start: 90, end: 95, text: 'note' },
      ]),
      '01xy456789!',
    );
    assert.equal(edited('0123456789', at, [{ start: 21, end: 22, text: '' }]), undefined);
  });
});
