import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { check, prepare } from '../../../src/domain/check/check';
import { library } from '../../../src/domain/corpus/bundled';
import { inSentence } from '../../../src/domain/corpus/inSentence';
import { verbatim } from '../../../src/domain/corpus/sentences';
import { Draft } from '../../../src/domain/draft/draft';
import { planInsertion } from '../../../src/domain/insert/plan';
import {
  blocksOf,
  inFlow,
  inSource,
  joinedLines,
  placedSentences,
  selectedIn,
} from '../../../src/domain/reading/sourceBlocks';
import { property } from '../../property';

const source = readFileSync('data/idm2022-1/source.txt', 'utf8');
const corpus = library.corpus('idm2022-1')!;
const blocks = blocksOf(corpus, source);
const shown = blocks.filter(({ role }) => !['mark', 'markup', 'rule'].includes(role));

describe('the document as one would print it', () => {
  it('holds every character that is not blank once, in order', () => {
    let at = 0;
    for (const { start, end, role } of blocks) {
      assert.equal(source.slice(at, start).trim(), '', `before ${role} at ${start}`);
      assert.ok(start >= at && end > start);
      at = end;
    }
    assert.equal(source.slice(at).trim(), '');
    const letters = (text: string): string => text.replace(/\s+/gu, '');
    const signs = blocks
      .filter(block => !shown.includes(block))
      .map(({ start, end }) => letters(source.slice(start, end)));
    assert.deepEqual([...new Set(signs)].sort(), ['-', '--', '</u>', '<u>', '•']);
    assert.equal(
      blocks
        .map(({ text, start, end, role }) => (role === 'markup' ? letters(source.slice(start, end)) : letters(text)))
        .join(''),
      letters(source).replace('<u>Day3</u>:', 'Day3:'),
    );
  });

  it('names what each block is', () => {
    const count = (role: string): number => blocks.filter(block => block.role === role).length;
    assert.deepEqual(
      Object.fromEntries(
        ['title', 'rule', 'paragraph', 'panelDay', 'panel', 'day', 'theme', 'finding', 'passage'].map(role => [
          role,
          count(role),
        ]),
      ),
      { title: 3, rule: 1, paragraph: 1, panelDay: 3, panel: 7, day: 3, theme: 6, finding: 26, passage: 8 },
    );
    assert.equal(blocks.find(({ role }) => role === 'paragraph')?.text, 'The panels addressed the following themes:');
    assert.deepEqual(
      blocks.filter(({ role }) => role === 'panelDay').map(({ text }) => text),
      ['Day 1:', 'Day 2:', 'Day 3:'],
    );
  });

  it('flows: no line of a paragraph is broken, and a finding says its words', () => {
    for (const { text, entry } of shown) {
      assert.doesNotMatch(text, /\n|\s\s|^\s|\s$/u);
      if (entry) assert.equal(text, entry.text);
    }
  });

  it('has one line for each block, every offset meaning the same character', () => {
    const joined = joinedLines(source, blocks);
    assert.equal(joined.length, source.length);
    assert.equal(joined.replace(/\s/gu, ' '), source.replace(/\s/gu, ' '));
    for (const { start, end, entry } of blocks) {
      assert.doesNotMatch(joined.slice(start, end), /[\r\n]/u);
      if (entry) assert.equal(verbatim(joined, start, end), entry.text);
    }
    assert.ok(source.split('\n').length > joined.split('\n').length);
  });

  it('knows where each sentence stands', () => {
    for (const block of blocks) {
      for (const { sentence, from, to } of placedSentences(block)) {
        assert.equal(block.text.slice(from, to), sentence.text);
        assert.deepEqual(inSource(source, block, from, to), { start: sentence.start, end: sentence.end });
      }
    }
  });

  property(
    'leads from a place in the flow to the source and back',
    fc.property(fc.nat(shown.length - 1), fc.nat(), fc.nat(), (which, one, other) => {
      const block = shown[which]!;
      const [from, to] = [one % block.text.length, other % block.text.length].sort((a, b) => a - b) as [number, number];
      const stretch = inSource(source, block, from, to + 1);
      assert.equal(inFlow(source, block, stretch.start), from);
      if (!block.text.includes(':') || block.entry)
        assert.equal(verbatim(source, stretch.start, stretch.end), block.text.slice(from, to + 1).trim());
    }),
  );
});

describe('what was selected', () => {
  const at = (words: string): { start: number; end: number } => {
    const start = source.indexOf(words);
    assert.ok(start >= 0, words);
    return { start, end: start + words.length };
  };

  it('is a finding or a sentence where it is one whole, else its words', () => {
    const [finding] = corpus.findings;
    assert.deepEqual(selectedIn(corpus, source, finding!), [{ id: 'idm2022-1-d1c1' }]);
    assert.deepEqual(selectedIn(corpus, source, finding!.sentences[1]!), [{ id: 'idm2022-1-d1c1s2' }]);
    assert.deepEqual(selectedIn(corpus, source, at('missing persons required')), [
      { id: 'idm2022-1-d1c1s1', words: 'missing persons required' },
    ]);
    assert.deepEqual(
      selectedIn(corpus, source, { start: finding!.start, end: finding!.sentences[1]!.start }),
      [{ id: 'idm2022-1-d1c1s1' }],
      'a blank behind is none',
    );
  });

  it('makes half words whole, and goes over a line’s end', () => {
    const { start, end } = at('level\n panel');
    assert.deepEqual(selectedIn(corpus, source, { start: start + 1, end: end - 1 }), [
      { id: 'idm2022-1-d1c1s2', words: 'high-level panel' },
    ]);
  });

  it('takes of each finding its part, and of a heading nothing', () => {
    const [one, two] = corpus.findings;
    const parts = selectedIn(corpus, source, { start: one!.sentences[1]!.start, end: two!.sentences[0]!.end });
    assert.deepEqual(parts, [{ id: 'idm2022-1-d1c1s2' }, { id: 'idm2022-1-d1c2s1' }]);
    assert.deepEqual(selectedIn(corpus, source, corpus.days[0]!), []);
    assert.deepEqual(selectedIn(corpus, source, { start: 5, end: 5 }), []);
  });
});

describe('selected words quoted in a draft', () => {
  const tools = prepare(library);
  const texts = ['', 'We recall the session.\n', 'As it says\n', '- One point\n'];

  property(
    'are verbatim, and the check finds nothing in what was inserted',
    fc.property(
      fc.nat(corpus.findings.length - 1),
      fc.nat(),
      fc.integer({ min: 1, max: 400 }),
      fc.constantFrom(...texts),
      fc.constantFrom('footnote' as const, 'pandoc' as const, 'inText' as const),
      fc.constantFrom('en' as const, 'fr' as const, 'es' as const),
      (which, from, length, text, form, language) => {
        const finding = corpus.findings[which]!;
        const start = finding.start + (from % (finding.end - finding.start));
        const selected = selectedIn(corpus, source, { start, end: Math.min(start + length, finding.end) });
        fc.pre(selected.length > 0);
        const [{ id, words }] = selected as [{ id: string; words?: string }];
        if (words !== undefined) assert.ok(finding.text.includes(words));
        const at = text.trimEnd().length;
        const plan = planInsertion(Draft.of(text, library), library, [{ start: at, end: at }], {
          ids: [id],
          kind: 'quotation',
          words: [words],
          form,
          style: 'un',
          language,
        });
        let result = text;
        for (const edit of plan.edits.toReversed())
          result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
        const quoted = words ?? library.resolve(id)!.sentence?.text ?? finding.text;
        // Within a sentence they begin small.
        const begun = /^(?:As it says|- One point)/u.test(text) ? inSentence(library, id, quoted) : quoted;
        assert.ok(result.includes(begun.replace(/\.$/u, '')), result);
        // Whoever selects words behind "some" is told what that leaves out.
        const problems = check(result, tools, { style: 'un', language }).filter(
          ({ data }) => !('omission' in data && data.omission.leading !== undefined),
        );
        assert.deepEqual(
          problems.map(({ code }) => code),
          [],
          result,
        );
      },
    ),
    { runs: 60 },
  );
});
