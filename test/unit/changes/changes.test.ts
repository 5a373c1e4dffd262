// What changed between two versions: each kind of change on a real draft, edits that change nothing we tell of, and
// what holds of any two texts.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { prepare } from '../../../src/domain/check/check';
import { Checker } from '../../../src/domain/check/checker';
import { changesBetween, type Changes } from '../../../src/domain/changes/changes';
import { library } from '../../../src/domain/corpus/bundled';
import type { Language } from '../../../src/domain/corpus/types';
import { Draft } from '../../../src/domain/draft/draft';
import { property } from '../../property';

const tools = prepare(library);

function changes(before: string, after: string, language: Language = 'en'): Changes {
  const version = (text: string) => ({ checker: new Checker(Draft.of(text, library), tools), language });
  const steps = changesBetween(version(before), version(after));
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const id = (each: string): string => each.replace('idm2022-1-', '');

/** Each change on a line, mirrored where asked: before and after exchanged. */
function lines({ citations, quotations, attributions }: Changes, mirrored = false): string[] {
  const opposite: Readonly<Record<string, string>> = {
    added: 'removed',
    removed: 'added',
    strengthened: 'weakened',
    weakened: 'strengthened',
  };
  const kind = (each: string): string => (mirrored ? (opposite[each] ?? each) : each);
  const sides = (one: string, other: string): string => (mirrored ? `${other} > ${one}` : `${one} > ${other}`);
  return [
    ...attributions.map(
      each => `${kind(each.kind)} ${each.in.join('+')}: ${sides(each.before.said ?? '-', each.after.said ?? '-')}`,
    ),
    ...quotations.map(each =>
      each.kind === 'altered'
        ? `quotation altered: ${sides(each.before.verdict.kind, each.after.verdict.kind)}`
        : `quotation ${kind(each.kind)}`,
    ),
    ...citations.map(each => {
      const what = each.ids.map(id).join('+');
      switch (each.kind) {
        case 'replaced':
          return `replaced: ${sides(each.from.map(id).join('+'), what)}`;
        case 'moved':
          return `moved (${each.how}): ${what}`;
        case 'restyled':
          return `restyled (${each.how}): ${sides(...each.forms)}: ${what}`;
        default:
          return `${kind(each.kind)}: ${what}`;
      }
    }),
  ];
}

const base = `---
title: A position on pathways
---

# Pathways and identity

The States met in Geneva, and this paper sums up what concerns us.

Some speakers called for a high-level panel on deaths in transit.[^idm2022-1-d1c1] We support it.

Participants drew attention to the need for better data collection to enable identification of missing migrants.[^idm2022-1-d1c3] Speakers insisted that access to services boosted predictability [@idm2022-1, day 2, conclusion 4].

- Speakers mentioned initiatives to harness the skills of migrants (IOM, 2022, day 3, conclusion 5).
- We note that “lacking proof of legal identity increases the risks of unsafe and irregular migration”.[^idm2022-1-d2c1]

There was consensus among speakers on the need to expand regular migration pathways.[^idm2022-1-d1c4]

A last word is our own, and it closes the paper.

[^idm2022-1-d1c1]: IOM, International Dialogue on Migration 2022, day 1, conclusion 1.
[^idm2022-1-d1c3]: IOM, International Dialogue on Migration 2022, day 1, conclusion 3.
[^idm2022-1-d2c1]: IOM, International Dialogue on Migration 2022, day 2, conclusion 1.
[^idm2022-1-d1c4]: IOM, International Dialogue on Migration 2022, day 1, conclusion 4.
`;
const panel = 'Some speakers called for a high-level panel on deaths in transit.[^idm2022-1-d1c1] We support it.\n\n';
const list = '- Speakers mentioned initiatives to harness the skills of migrants (IOM, 2022, day 3, conclusion 5).\n';

type Edit = readonly [name: string, from: string, to: string, ...expected: string[]];

/** Edits of the draft, and what is told of each. */
const told: readonly Edit[] = [
  // Citations
  [
    'a citation more',
    'this paper sums up what concerns us.',
    'this paper sums up what concerns us.[^idm2022-1-d1c2]',
    'added: d1c2',
  ],
  [
    'a pandoc citation more in a bracket',
    '[@idm2022-1, day 2, conclusion 4]',
    '[@idm2022-1, day 2, conclusion 4; @idm2022-1, day 2, conclusion 5]',
    'added: d2c5',
  ],
  [
    'a sentence more, with its citation',
    'A last word',
    'Climate change adaptation must be complemented by financing.[^idm2022-1-d2c12]\n\nA last word',
    'added: d2c12',
  ],
  ['the document as a whole', 'what concerns us.', 'what concerns us [@idm2022-1].', 'added: idm2022-1'],
  [
    'a citation of what does not exist',
    'what concerns us.',
    'what concerns us [@idm2022-1, day 9, conclusion 1].',
    'added: ?[@idm2022-1, day 9, conclusion 1]',
  ],
  ['a citation less', 'transit.[^idm2022-1-d1c1]', 'transit.', 'removed: d1c1'],
  ['a sentence less', panel, '', 'removed: d1c1'],
  ['an item less', list, '', 'removed: d3c5'],
  ['the mark only, in an item', ' (IOM, 2022, day 3, conclusion 5)', '', 'removed: d3c5'],
  ['another finding', 'migrants.[^idm2022-1-d1c3]', 'migrants.[^idm2022-1-d1c2]', 'replaced: d1c3 > d1c2'],
  ['another place in the text', 'day 3, conclusion 5)', 'day 3, conclusion 6)', 'replaced: d3c5 > d3c6'],
  ['another place in a bracket', 'day 2, conclusion 4]', 'day 2, conclusion 8]', 'replaced: d2c4 > d2c8'],
  ['a finding more in a place', 'day 2, conclusion 4]', 'day 2, conclusions 4 and 5]', 'added: d2c5'],
  [
    'to another sentence',
    'transit.[^idm2022-1-d1c1] We support it.',
    'transit. We support it.[^idm2022-1-d1c1]',
    'moved (other): d1c1',
  ],
  [
    'within its sentence',
    'for a high-level panel on deaths in transit.[^idm2022-1-d1c1]',
    'for a high-level panel[^idm2022-1-d1c1] on deaths in transit.',
    'moved (within): d1c1',
  ],
  // Form and style
  [
    'another form',
    'transit.[^idm2022-1-d1c1]',
    'transit [@idm2022-1, day 1, conclusion 1].',
    'restyled (form): footnote > pandoc: d1c1',
  ],
  [
    'from the text to a note',
    ' (IOM, 2022, day 3, conclusion 5).',
    '.[^idm2022-1-d3c5]',
    'restyled (form): inText > footnote: d3c5',
  ],
  [
    'a note with other words',
    'Migration 2022, day 1, conclusion 4.',
    'Migration (2022), day 1, conclusion 4.',
    'restyled (wording): footnote > footnote: d1c4',
  ],
  // Attributions
  [
    'some speakers to speakers',
    'Some speakers called for',
    'Speakers called for',
    'strengthened speaker: Some speakers called for > Speakers called for',
  ],
  [
    'some speakers to participants',
    'Some speakers called for',
    'Participants called for',
    'strengthened speaker: Some speakers called for > Participants called for',
  ],
  [
    'some speakers to States',
    'Some speakers called for',
    'States called for',
    'strengthened speaker: Some speakers called for > States called for',
  ],
  [
    'some speakers to all',
    'Some speakers called for',
    'All speakers called for',
    'strengthened speaker: Some speakers called for > All speakers called for',
  ],
  [
    'participants to States',
    'Participants drew attention to',
    'Member States drew attention to',
    'strengthened speaker: Participants drew attention to > Member States drew attention to',
  ],
  [
    'a verb of calls',
    'Participants drew attention to',
    'Participants called for',
    'strengthened verb: Participants drew attention to > Participants called for',
  ],
  [
    'a verb of decision',
    'Speakers insisted that',
    'Speakers agreed that',
    'strengthened verb: Speakers insisted > Speakers agreed',
  ],
  [
    'speaker and verb',
    'Speakers mentioned initiatives',
    'States demanded initiatives',
    'strengthened speaker+verb: Speakers mentioned > States demanded',
  ],
  [
    'speakers to consensus',
    'Speakers insisted that access',
    'There was consensus that access',
    'strengthened speaker+verb: Speakers insisted > There was consensus',
  ],
  [
    'a speaker where none was',
    'There was consensus among speakers on the need',
    'There is a need',
    'weakened speaker: There was consensus among speakers > -',
  ],
  [
    'consensus to speakers',
    'There was consensus among speakers on',
    'Speakers noted',
    'weakened speaker+verb: There was consensus among speakers > Speakers noted',
  ],
  [
    'participants to some',
    'Participants drew attention to',
    'Some participants drew attention to',
    'weakened speaker: Participants drew attention to > Some participants drew attention to',
  ],
  [
    'a weaker verb',
    'Speakers insisted that',
    'Speakers noted that',
    'weakened verb: Speakers insisted > Speakers noted',
  ],
  [
    'nobody named any more',
    'Participants drew attention to the need',
    'There is a need',
    'weakened speaker: Participants drew attention to > -',
  ],
  [
    'stronger and weaker',
    'Some speakers called for',
    'Participants noted',
    'otherwise speaker+verb: Some speakers called for > Participants noted',
  ],
  [
    'a reservation lost',
    'Speakers mentioned initiatives',
    'Reportedly, speakers mentioned initiatives',
    'weakened hedge: Speakers mentioned > speakers mentioned',
  ],
  // Quotations
  [
    'a word of a quotation',
    'lacking proof of legal identity',
    'lacking evidence of legal identity',
    'quotation altered: exact > altered',
  ],
  [
    'a quotation cut',
    'increases the risks of unsafe and irregular migration',
    'increases the risks of irregular migration',
    'quotation altered: exact > altered',
  ],
  [
    'a quotation cut as is right',
    'unsafe and irregular migration',
    'unsafe […] migration',
    'quotation altered: exact > exact',
  ],
  [
    'no longer quoted',
    '“lacking proof of legal identity increases the risks of unsafe and irregular migration”',
    'lacking proof of legal identity increases the risks of unsafe and irregular migration',
    'quotation removed',
  ],
  [
    'a quotation more',
    'to harness the skills of migrants',
    'to harness “the skills that many migrants, including those in need of protection, already possessed”',
    'quotation added',
  ],
  // Several at once
  [
    'who said it, and what it cites',
    'Some speakers called for a high-level panel on deaths in transit.[^idm2022-1-d1c1]',
    'States called for a high-level panel on deaths in transit.[^idm2022-1-d1c2]',
    'strengthened speaker: Some speakers called for > States called for',
    'replaced: d1c1 > d1c2',
  ],
  [
    'who said it, in another form',
    'Some speakers called for a high-level panel on deaths in transit.[^idm2022-1-d1c1]',
    'States called for a high-level panel on deaths in transit [@idm2022-1, day 1, conclusion 1].',
    'strengthened speaker: Some speakers called for > States called for',
    'restyled (form): footnote > pandoc: d1c1',
  ],
];

/** Edits that change nothing of what is told. */
const untold: readonly Edit[] = [
  ['a letter of the drafter’s own', 'met in Geneva', 'met in  Genoa'],
  ['a paragraph of the drafter’s own', 'A last word', 'Another paragraph, also of our own.\n\nA last word'],
  ['a paragraph before all', '# Pathways', 'A preface.\n\n# Pathways'],
  ['a heading', '# Pathways and identity', '## On identity and pathways'],
  ['front matter', 'title: A position', 'author: A person\ntitle: A position'],
  ['a paragraph divided', '[^idm2022-1-d1c3] Speakers insisted', '[^idm2022-1-d1c3]\n\nSpeakers insisted'],
  [
    'paragraphs joined',
    '[^idm2022-1-d1c1] We support it.\n\nParticipants',
    '[^idm2022-1-d1c1] We support it. Participants',
  ],
  ['lines broken', 'better data collection to enable', 'better data\ncollection to enable'],
  ['emphasis', 'better data collection', '*better* data collection'],
  ['a synonym of the same band', 'Speakers insisted that', 'Speakers recommended that'],
  ['words of the claim', 'a high-level panel on deaths in transit', 'a panel on deaths in transit of a high level'],
  ['the mark before the stop', 'transit.[^idm2022-1-d1c1]', 'transit[^idm2022-1-d1c1].'],
  [
    'straight marks',
    '“lacking proof of legal identity increases the risks of unsafe and irregular migration”',
    '"lacking proof of legal identity increases the risks of unsafe and irregular migration"',
  ],
  ['a quotation’s first letter', '“lacking proof', '“Lacking proof'],
  ['a comment', '\nA last word', '\n<!-- a note to ourselves -->\n\nA last word'],
  ['code', '\nA last word', '\n    [@idm2022-1, day 1, conclusion 2]\n\nA last word'],
  ['somebody else’s note', 'it closes the paper.', 'it closes the paper.[^own]\n\n[^own]: Smith 2020.'],
  ['somebody else’s key', 'it closes the paper.', 'it closes the paper [@smith2020, p. 3].'],
  [
    'the order of the definitions',
    '[^idm2022-1-d1c3]: IOM, International Dialogue on Migration 2022, day 1, conclusion 3.\n[^idm2022-1-d2c1]: IOM, International Dialogue on Migration 2022, day 2, conclusion 1.\n',
    '[^idm2022-1-d2c1]: IOM, International Dialogue on Migration 2022, day 2, conclusion 1.\n[^idm2022-1-d1c3]: IOM, International Dialogue on Migration 2022, day 1, conclusion 3.\n',
  ],
  ['the sentence goes on', 'pathways.[^idm2022-1-d1c4]', 'pathways for all who need them.[^idm2022-1-d1c4]'],
  ['a sentence divided after its citation', 'and this paper sums up', 'and more. This paper sums up'],
  ['line ends', '\n', '\r\n'],
];

const edited = ([name, from, to]: Edit): string => {
  assert.ok(base.includes(from), `the draft has what “${name}” changes`);
  return from === '\n' ? base.replaceAll(from, to) : base.replace(from, () => to);
};

describe('what changed in the citations', () => {
  for (const edit of told) {
    it(`tells of ${edit[0]}, and the opposite when it is undone`, () => {
      assert.deepEqual(lines(changes(base, edited(edit))), edit.slice(3));
      assert.deepEqual(lines(changes(edited(edit), base), true).toSorted(), edit.slice(3).toSorted());
    });
  }
  for (const edit of untold)
    it(`has nothing to tell of ${edit[0]}`, () => assert.deepEqual(lines(changes(base, edited(edit))), []));

  it('tells of a sentence that moved, and not of those it passed', () => {
    assert.deepEqual(
      lines(
        changes(
          base,
          base.replace(panel, '').replace('A last word', () => `${panel}A last word`),
        ),
      ),
      ['moved (sentence): d1c1'],
    );
  });

  it('tells of a whole draft in another form as restyled only', () => {
    const whole = base
      .replaceAll(
        /\[\^idm2022-1-d(\d)c(\d)\](?!:)/gu,
        (_mark, day: string, conclusion: string) => ` [@idm2022-1, day ${day}, conclusion ${conclusion}]`,
      )
      .replaceAll(/\[\^idm.*\n/gu, '');
    assert.deepEqual(
      [...new Set(lines(changes(base, whole)).map(each => each.replace(/: d\dc\d$/u, '')))],
      ['restyled (form): footnote > pandoc'],
    );
  });

  it('looks for no speaker in drafts that are not in English', () => {
    assert.deepEqual(lines(changes(base, base.replace('Some speakers called', 'States called'), 'fr')), []);
  });

  it('says what the source says of who spoke', () => {
    const [change] = changes(base, base.replace('Some speakers called', 'States called')).attributions;
    assert.deepEqual(change?.source && { id: change.source.id, who: change.source.who, verbs: change.source.verbs }, {
      id: 'idm2022-1-d1c1s2',
      who: 'some speakers',
      verbs: ['called for'],
    });
    assert.deepEqual([change?.before.verdict, change?.after.verdict], ['faithful', 'who']);
  });

  it('has places that hold the words on either side', () => {
    const after = base
      .replace('Some speakers called', 'All States agreed with and called')
      .replace('lacking proof', 'lacking any proof')
      .replace('day 3, conclusion 5', 'day 3, conclusion 6');
    const { attributions, quotations, citations } = changes(base, after);
    assert.deepEqual(
      attributions.map(({ after: { start, end, said } }) => after.slice(start, end) === said),
      [true, true],
    );
    assert.deepEqual(
      quotations.map(
        each =>
          each.kind === 'altered' &&
          after.slice(each.after.start, each.after.end) === each.after.text &&
          base.slice(each.before.start, each.before.end) === each.before.text,
      ),
      [true],
    );
    assert.deepEqual(
      citations.map(each =>
        each.kind === 'replaced'
          ? [base.slice(each.before.start, each.before.end), after.slice(each.after.start, each.after.end)]
          : [],
      ),
      [['(IOM, 2022, day 3, conclusion 5)', '(IOM, 2022, day 3, conclusion 6)']],
    );
  });

  const texts = [
    base,
    ...['declaration', 'position-paper', 'resolution'].map(name =>
      readFileSync(`test/fixtures/check/${name}.md`, 'utf8'),
    ),
  ];

  property(
    'a draft has no changes to itself, however it is put together',
    fc.property(
      fc.shuffledSubarray(
        texts.flatMap(text => text.split('\n\n')),
        { maxLength: 24 },
      ),
      parts => {
        const text = parts.join('\n\n');
        return lines(changes(text, text)).length === 0;
      },
    ),
    { runs: 20 },
  );

  const replacements = fc.constantFrom(
    'Some speakers',
    'States',
    'agreed',
    '[^idm2022-1-d1c2]',
    ' [@idm2022-1, day 3, conclusion 2]',
    '“data”',
    '',
    '. ',
    '\n\n',
  );
  const edits = fc.array(fc.record({ at: fc.nat(), to: replacements, length: fc.constantFrom(0, 0, 3, 20) }), {
    maxLength: 6,
  });
  const anyVersion = fc
    .record({ parts: fc.shuffledSubarray(base.split('\n\n')), whole: fc.boolean(), edits })
    .map(({ parts, whole, edits: all }) => {
      let text = whole ? base : parts.join('\n\n');
      for (const { at, to, length } of all)
        text = text.slice(0, at % (text.length + 1)) + to + text.slice((at % (text.length + 1)) + length);
      return text;
    });

  property(
    'changes undone are the same changes with their sides exchanged',
    fc.property(anyVersion, anyVersion, (one, other) => {
      assert.deepEqual(lines(changes(other, one), true).toSorted(), lines(changes(one, other)).toSorted());
    }),
    { runs: 40 },
  );
});
