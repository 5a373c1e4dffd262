import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { definitionText } from '../../../src/domain/citation/cite';
import { check, prepare } from '../../../src/domain/check/check';
import { Checker, type CheckOptions } from '../../../src/domain/check/checker';
import { type Code, type Fix, type Problem } from '../../../src/domain/check/problem';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import type { Edit } from '../../../src/domain/text/edits';
import { property } from '../../property';

const tools = prepare(library);
const options: CheckOptions = { style: 'un', form: 'footnote', language: 'en' };
const id = (short: string): string => `idm2022-1-${short}`;
const note = (short: string): string => `[^${id(short)}]: ${definitionText(library, id(short))}\n`;

function apply(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { start, end, text: words } of edits.toSorted((a, b) => b.start - a.start))
    result = result.slice(0, start) + words + result.slice(end);
  return result;
}

/** The problems of a text but for undefined notes, each as `code ‹words›`. */
function found(text: string, given: Partial<CheckOptions> = {}): string[] {
  return check(text, tools, given)
    .filter(each => each.code !== 'note-undefined')
    .map(each => `${each.code} ‹${text.slice(each.start, each.end)}›`);
}

function fixed(text: string, code: Code, kind: Fix['kind']): string {
  const fix = check(text, tools)
    .find(each => each.code === code)
    ?.fixes.find(each => each.kind === kind);
  assert.ok(fix, `${kind} for ${code}`);
  return apply(text, fix.edits);
}

describe('what is a quotation, and whose', () => {
  const wrong = 'local authorities could never work alone';
  const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    ['curly marks', `They said “${wrong}”.[^${id('d3c3')}]`, ['quote-altered ‹never›']],
    ['straight marks', `They said "${wrong}".[^${id('d3c3')}]`, ['quote-altered ‹never›']],
    ['French marks', `They said « ${wrong} ».[^${id('d3c3')}]`, ['quote-altered ‹never›']],
    ['marks written as entities', `They said &ldquo;${wrong}&rdquo;.[^${id('d3c3')}]`, ['quote-altered ‹never›']],
    [
      'a note of several conclusions, whichever is quoted',
      `They said “local authorities could not work alone”.[^${id('d1c3d3c3')}] They said “The migratory context is highly sensitive”.[^${id('d1c3d3c3')}]`,
      [],
    ],
    [
      'a note of several conclusions, with a word altered',
      `They said “${wrong}”.[^${id('d1c3d3c3')}]`,
      ['quote-altered ‹never›'],
    ],
    [
      'a note of several conclusions, none of which is quoted',
      `They said “local authorities could not work alone”.[^${id('d1c3d2c4')}]`,
      ['quote-other-finding ‹“local authorities could not work alone”›'],
    ],
    ['a note of the document as a whole', `They said “local authorities could not work alone”.[^idm2022-1]`, []],
    ['a block quotation with its citation', `> ${wrong} [@idm2022-1, day 3, conclusion 3]`, ['quote-altered ‹never›']],
    [
      'a block quotation introduced with a citation',
      `As noted:[^${id('d3c3')}]\n\n> ${wrong}`,
      ['quote-altered ‹never›'],
    ],
    [
      'a block quotation with a line for its source',
      `> ${wrong}\n>\n> — IOM summary [@idm2022-1, day 3, conclusion 3]`,
      ['quote-altered ‹never›'],
    ],
    [
      'a list in a block quotation',
      `> - local authorities could not work alone\n> - The migratory context is highly sensitive. [@idm2022-1, day 1, conclusion 3]\n`,
      ['quote-other-finding ‹local authorities could not work alone›'],
    ],
    [
      'an alert is no quotation',
      `> [!NOTE]\n> Take care of local authorities that work alone. [@idm2022-1, day 3, conclusion 3]`,
      [],
    ],
    [
      'over two lines',
      `They said “local authorities could\nnever work alone”.[^${id('d3c3')}]`,
      ['quote-altered ‹never›'],
    ],
    ['over list items', `They asked for “better data collection:\n\n`, []],
    [
      'a citation by another in the same sentence answers for it',
      `They said “${wrong}”,[^7] and more.[^${id('d3c3')}]\n\n[^7]: x`,
      [],
    ],
    [
      'a citation in the next sentence does not',
      `They said “we all live on one small planet”. And more.[^${id('d3c3')}]`,
      [],
    ],
    [
      'a citation before it in the sentence does',
      `As the summary says,[^${id('d3c3')}] “${wrong}”.`,
      ['quote-altered ‹never›'],
    ],
    ['a pandoc citation', `They said “${wrong}” [see @idm2022-1, day 3, conclusion 3].`, ['quote-altered ‹never›']],
    ['a narrative citation', `@idm2022-1 [day 3, conclusion 3] says “${wrong}”.`, ['quote-altered ‹never›']],
    ['an in-text citation', `They said “${wrong}” (IOM, 2022, day 3, third conclusion).`, ['quote-altered ‹never›']],
    [
      'a note of the drafter’s own that refers to us',
      `They said “${wrong}”.[^1]\n\n[^1]: IOM, 2022, day 3, third conclusion.`,
      ['quote-altered ‹never›'],
    ],
    ['code is no prose', `\`“${wrong}”[^${id('d3c3')}]\`\n\n\`\`\`\n“${wrong}”[^${id('d3c3')}]\n\`\`\``, []],
    ['an apostrophe opens nothing', `The migrants' rights and the 'so-called' States' duties.[^${id('d3c3')}]`, []],
    ['a scare quote is too short', `The “zero draft”.[^${id('d3c3')}]`, []],
    [
      'the title of the session',
      `The session on “Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches” was held.[^${id('d3c3')}]`,
      [],
    ],
    [
      'nested marks',
      `They said “that ‘local authorities’ could not work alone”.[^${id('d3c3')}]`,
      ['quote-altered ‹‘local authorities’›'],
    ],
    [
      'a bracket with another’s key first',
      `They said “${wrong}” [@smith2020, p. 3; @idm2022-1, day 3, conclusion 3].`,
      ['quote-altered ‹never›'],
    ],
    [
      'a bracket with another’s key last',
      `They said “${wrong}” [see @idm2022-1, day 3, conclusion 3; @smith2020].`,
      ['quote-altered ‹never›'],
    ],
    [
      'a bracket with another’s key, whose words they are',
      'They said “no border was ever drawn by those who cross it” [@smith2020, p. 3; @idm2022-1, day 3, conclusion 3].',
      [],
    ],
    [
      'a note of another’s beside ours',
      `They said “${wrong}”.[^7][^${id('d3c3')}]\n\n[^7]: x`,
      ['quote-altered ‹never›'],
    ],
    [
      'words after those cited, of anybody',
      `They said “local authorities could not work alone”,[^${id('d3c3')}] and one called it “a tragedy for all who hope”.`,
      [],
    ],
    [
      'words after those cited, ours',
      `They said “local authorities could not work alone”,[^${id('d3c3')}] and that it was “critical that villages engage with local private partners”.`,
      ['quote-altered ‹villages›'],
    ],
    [
      'words struck out',
      `They said “local authorities could <del>not</del> work alone” and “could ~~not~~ work alone”.[^${id('d3c3')}]`,
      ['quote-altered ‹<del>not</del>›', 'quote-altered ‹~~not~~›'],
    ],
    [
      'words turned round',
      `They said “local authorities could \u202Enot\u202C work alone”.[^${id('d3c3')}]`,
      ['quote-altered ‹\u202E›'],
    ],
    [
      'another’s reference in parentheses',
      `They “save lives and establish coordinated international efforts” (A/RES/73/195, para. 24), as was said.[^${id('d3c3')}]`,
      [],
    ],
    [
      'another’s reference in parentheses, of our words',
      `They said “${wrong}” (Smith, 2020), as was said.[^${id('d3c3')}]`,
      ['quote-altered ‹never›'],
    ],
    ['the document as a whole', `They said “${wrong}” [@idm2022-1].`, ['quote-altered ‹never›']],
    ['the document as a whole, exact', 'They said “local authorities could not work alone” [@idm2022-1].', []],
    [
      'a name that another conclusion has',
      `The “Global Compact for Safe, Orderly and Regular Migration” counts.[^${id('d3c3')}]`,
      [],
    ],
    ['a title that none has', `The “Marrakech Partnership for the Movement of Persons” counts.[^${id('d3c3')}]`, []],
    [
      'a name that is like one of the source',
      `The “United Nations Framework Convention on Climate Change” counts.[^${id('d2c11')}]`,
      [],
    ],
    [
      'a name that is altered',
      `The “High-Level Political Forum on Unsustainable Development” counts.[^${id('d2c7')}]`,
      ['quote-altered ‹Unsustainable›'],
    ],
    [
      'straight marks within straight ones',
      `They saw "especially an occasion "to set out some issues and concerns [...] some timely, some never urgent"".[^${id('b4')}]`,
      ['quote-altered ‹never urgent"›'],
    ],
    [
      'straight marks of which the last is missing',
      `They saw "especially no occasion "to set out some issues and concerns".[^${id('b4')}]`,
      ['quote-altered ‹no›'],
    ],
    [
      'a slip of the pen before a quotation',
      `They "saw it. They said "local authorities could never work alone".[^${id('d3c3')}]`,
      ['quote-altered ‹never›'],
    ],
    [
      'a straight mark of the source, left open',
      `They saw “especially an occasion "to set out every issue and concern”.[^${id('b4')}]`,
      ['quote-altered ‹every issue and concern›'],
    ],
    [
      'code in a quotation',
      `They said “local \`authorities\` could never work alone”.[^${id('d3c3')}]`,
      ['quote-altered ‹never›'],
    ],
    ['nothing in marks', `The marks “” and “…”.[^${id('d3c3')}]`, []],
    [
      'a line for the source without a citation',
      `As noted:[^${id('d3c3')}]\n\n> ${wrong}.\n>\n> — IOM, 2022`,
      ['quote-altered ‹never›'],
    ],
    [
      'a line for the source without a dash',
      `> However, it was noted that local authorities could not work alone.\n> IOM summary, day 3 [@${id('d3c3')}]`,
      [],
    ],
    [
      'a source after the last stop',
      `> However, it was noted that local authorities could not work alone. — IOM [@${id('d3c3')}]`,
      [],
    ],
    [
      'a dash in the words is not the source',
      `> it was noted that local authorities could not work – at least not alone [@${id('d3c3')}]`,
      ['quote-altered ‹– at least not›'],
    ],
    [
      'a claim after a dash is not the source',
      `> However, it was noted that local authorities could not work alone. — All States agreed [@${id('d3c3')}]`,
      ['quote-altered ‹— All States agreed›'],
    ],
    [
      'a note within the words of a block quotation',
      `As noted:[^${id('d3c3')}]\n\n> local authorities[^7] could never work alone.\n\n[^7]: x`,
      ['quote-altered ‹never›'],
    ],
    [
      'a block quotation with a long quotation in it',
      `> Global Compact for Safe, Orderly and Regular Migration, which never states: ${library.resolve(id('b2'))!.entry.text.match(/"[^"]*"/)![0]} The IDM session aimed to encourage dialogue [@${id('b2')}]`,
      ['quote-altered ‹never›'],
    ],
    [
      'the drafter’s exclamation before a mark',
      `They said “local authorities could not work alone!”[^${id('d3c3')}]\n\n> local authorities could not work alone![^${id('d3c3')}]`,
      ['quote-altered ‹!›', 'quote-altered ‹!›'],
    ],
    [
      'uncited, six words',
      'It was said that “it was noted that local authorities could not work alone”.',
      ['quote-uncited ‹“it was noted that local authorities could not work alone”›'],
    ],
    [
      'cited after a semicolon',
      'It was said that “it was noted that local authorities could not work alone”; we share that view.[^idm2022-1-d3c3]',
      [],
    ],
    ['uncited, five words', 'It was said that “authorities could not work alone”.', []],
    [
      'uncited, the Compact’s name',
      'We recall the “Global Compact for Safe, Orderly and Regular Migration” and its aims.',
      [],
    ],
    [
      'uncited, somebody else’s words',
      'It was said that “all human beings are born free and equal in dignity and rights”.',
      [],
    ],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(found(text), expected));
});

describe('references and notes', () => {
  const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    ['a conclusion that does not exist', `So.[^${id('d2c14')}]`, [`ref-unknown ‹[^${id('d2c14')}]›`]],
    [
      'a document that does not exist',
      `So.[^idm2031-1-d2c4] So [@idm2031-1].`,
      ['ref-unknown ‹[^idm2031-1-d2c4]›', 'ref-unknown ‹[@idm2031-1]›'],
    ],
    [
      'a day that does not exist',
      'So [@idm2022-1, day 4, conclusion 2].',
      ['ref-unknown ‹[@idm2022-1, day 4, conclusion 2]›'],
    ],
    [
      'an in-text place that does not exist',
      'So (IOM, 2022, day 1, ninth conclusion).',
      ['ref-unknown ‹(IOM, 2022, day 1, ninth conclusion)›'],
    ],
    ['somebody else’s keys', 'So [@smith2020, p. 3] and @jones2011.', []],
    ['a note nobody refers to', note('d1c1'), [`note-unused ‹${note('d1c1').trim()}›`]],
    [
      'a note defined twice',
      `So.[^${id('d1c1')}]\n\n${note('d1c1')}\n${note('d1c1')}`,
      [`note-duplicate ‹${note('d1c1').trim()}›`],
    ],
    [
      'notes worded in one style, whichever',
      `So.[^${id('d1c1')}]\n\n[^${id('d1c1')}]: ${definitionText(library, id('d1c1'), { style: 'oscola' })}\n`,
      [],
    ],
    [
      'a note worded in another style',
      `---\nidm-findings: { style: un }\n---\nSo.[^${id('d1c1')}]\n\n[^${id('d1c1')}]: ${definitionText(library, id('d1c1'), { style: 'oscola' })}\n`,
      [`note-other-style ‹[^${id('d1c1')}]: ${definitionText(library, id('d1c1'), { style: 'oscola' })}›`],
    ],
    [
      'a note edited by hand',
      `So.[^${id('d1c1')}]\n\n[^${id('d1c1')}]: My words.`,
      [`note-edited ‹[^${id('d1c1')}]: My words.›`],
    ],
    [
      'a note before the stop',
      `So[^${id('d1c1')}]. And[^${id('d1c2')}][^2], so on[^2].\n\n[^2]: x`,
      [`note-before-punctuation ‹[^${id('d1c1')}].›`, `note-before-punctuation ‹[^${id('d1c2')}][^2],›`],
    ],
    ['a note amid an address', `So (https[^${id('d1c1')}]://example.org/x)`, []],
    ['a note after the stop', `So.[^${id('d1c1')}] “And,”[^${id('d1c2')}] so on;[^${id('d1c3')}]`, []],
    [
      'one finding in two forms',
      `So.[^${id('d1c1')}] And [@idm2022-1, day 1, conclusion 1].`,
      ['form-mixed ‹[@idm2022-1, day 1, conclusion 1]›'],
    ],
    ['two findings in two forms', `So.[^${id('d1c1')}] And [@idm2022-1, day 1, conclusion 2].`, []],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(found(text), expected));

  it('a mark without a definition', () => {
    const told = (text: string): string[] =>
      check(text, tools).map(each => `${each.code} ‹${text.slice(each.start, each.end)}›`);
    assert.deepEqual(told(`So.[^${id('d1c1')}]`), [`note-undefined ‹[^${id('d1c1')}]›`]);
    assert.deepEqual(told('A class [^a-z] in prose.'), []);
  });

  it('leaves French and Spanish drafts their place of the mark', () => {
    assert.deepEqual(found(`---\nlang: fr\n---\n\nAinsi[^${id('d1c1')}].`), []);
    assert.deepEqual(found(`Así[^${id('d1c1')}].`, { language: 'es' }), []);
  });
});

describe('fixes', () => {
  const cite = `[^${id('d3c3')}]`;
  it('restore the source’s words', () => {
    assert.equal(
      fixed(`They said “Local *authorities* could never work alone,”${cite} so.`, 'quote-altered', 'restore'),
      `They said “Local authorities could not work alone,”${cite} so.`,
    );
  });
  it('are proposed only where they are right whatever was meant', () => {
    const proposed = (text: string): readonly string[] =>
      check(text, tools).flatMap(({ fixes: [first] }) => (first?.safe || first?.sure ? [first.kind] : []));
    assert.deepEqual(proposed(`They said “local authorities could never work alone”.${cite}\n\n${note('d3c3')}`), [
      'restore',
    ]);
    // Little of it is the source's: it may be somebody else's words beside the citation.
    assert.deepEqual(
      proposed(`They said “local authorities can not work by themselves”.${cite}\n\n${note('d3c3')}`),
      [],
    );
    assert.deepEqual(proposed(`States noted that local authorities could not work alone.${cite}\n\n${note('d3c3')}`), [
      'reword',
    ]);
    assert.deepEqual(
      proposed(`States noted that local authorities alone could not do the work.${cite}\n\n${note('d3c3')}`),
      [],
    );
  });
  it('restore no word of the sentence behind, or before', () => {
    const of = (words: string, place: string): string =>
      fixed(`It was noted that “${words}” [@idm2022-1, ${place}].\n`, 'quote-altered', 'restore');
    assert.match(
      of('local authorities could not work on their own', 'day 3, conclusion 3'),
      /“local authorities could not work alone” \[/,
    );
    assert.match(
      of(
        'the speakers in the hall called for the establishment of a high-level panel on deaths in transit',
        'day 1, conclusion 1',
      ),
      /“Some speakers called for the establishment of a high-level panel on deaths in transit” \[/,
    );
  });

  it('marks no omission that turns the sense round', () => {
    const kinds = check(
      'It says “criminal justice should target smuggled and trafficked migrants” [@idm2022-1, day 1, conclusion 6].\n',
      tools,
    ).flatMap(each => each.fixes.map(({ kind }) => kind));
    assert.ok(kinds.includes('restore') && !kinds.includes('markOmission'), kinds.join());
  });

  it('restore them where the document as a whole is cited', () => {
    assert.equal(
      fixed('They said “local authorities could never work alone” [@idm2022-1].', 'quote-altered', 'restore'),
      'They said “local authorities could not work alone” [@idm2022-1].',
    );
  });
  it('mark an omission', () => {
    assert.equal(
      fixed(`They said “it was that authorities could not work alone”.${cite}`, 'quote-altered', 'markOmission'),
      `They said “it was […] that […] authorities could not work alone”.${cite}`,
    );
  });
  it('drop the marks', () => {
    assert.equal(
      fixed(`They said “we never said a thing like that”.${cite}`, 'quote-unknown', 'paraphrase'),
      `They said we never said a thing like that.${cite}`,
    );
  });
  it('move the citation, with its definition', () => {
    assert.equal(
      fixed(
        `They said “local authorities could not work alone”.[^${id('d1c1')}]\n\n${note('d1c1')}`,
        'quote-other-finding',
        'moveCitation',
      ),
      `They said “local authorities could not work alone”.${cite}\n\n${note('d3c3')}`,
    );
  });
  it('add the citation, with its definition', () => {
    assert.equal(
      fixed('They said “it was noted that local authorities could not work alone”.\n', 'quote-uncited', 'addCitation'),
      `They said “it was noted that local authorities could not work alone”.${cite}\n\n${note('d3c3')}`,
    );
  });
  it('swap mark and stop, blanks and all', () => {
    assert.equal(fixed(`So ${cite}, then.`, 'note-before-punctuation', 'swap'), `So,${cite} then.`);
    // Right before them it would be a link's text, or have attributes.
    for (const after of ['(x)', '[x](u)', '{.x}']) {
      assert.deepEqual(
        check(`So${cite}.${after}`, tools)
          .filter(({ code }) => code === 'note-before-punctuation')
          .map(({ fixes }) => fixes.length),
        [0],
        after,
      );
    }
  });
  it('define, refresh, remove', () => {
    assert.equal(fixed(`So.${cite}\n`, 'note-undefined', 'define'), `So.${cite}\n\n${note('d3c3')}`);
    assert.equal(fixed(`So.${cite}\n\n${cite}: Mine.\n`, 'note-edited', 'refresh'), `So.${cite}\n\n${note('d3c3')}`);
    assert.equal(
      fixed(`So.${cite}\n\n${note('d3c3')}${note('d3c3')}`, 'note-duplicate', 'removeDefinition'),
      `So.${cite}\n\n${note('d3c3')}`,
    );
  });
  it('word an attribution as the source does', () => {
    assert.equal(
      fixed(
        `*Recalling* that **Member States** called for a high-level panel on deaths in transit,[^${id('d1c1')}]`,
        'attribution-who',
        'reword',
      ),
      `*Recalling* that **some speakers** called for a high-level panel on deaths in transit,[^${id('d1c1')}]`,
    );
  });
  it('write the speaker that the message tells the drafter to write', () => {
    const cases = [
      ['States agreed to establish a high-level panel on deaths in transit', 'd1c1'],
      ['States decided on coherence with ongoing political and policy processes', 'd2c7'],
      ['The panellists and States called for coherence with ongoing political and policy processes', 'd2c7'],
    ] as const;
    for (const [claim, finding] of cases) {
      const [problem] = check(`${claim}.[^${id(finding)}]\n`, tools).filter(({ code }) => code === 'attribution-who');
      const reworded = problem?.fixes.find(({ kind }) => kind === 'reword')?.to;
      assert.ok(
        reworded?.toLowerCase().startsWith(`${problem?.data.sentence?.who} called for`),
        `${claim}: ${reworded}`,
      );
    }
  });
  it('quote the source’s sentence in place of a claim', () => {
    const cases: readonly (readonly [claim: string, quoted: string])[] = [
      [
        `Member States demanded that such a panel on deaths in transit be established.[^${id('d1c1')}]`,
        `The summary of conclusions states that “some speakers called for the establishment of a high-level panel on deaths in transit to bring continued attention to the issue”.[^${id('d1c1')}]`,
      ],
      [
        `2. *Notes* that **Governments** insisted that migrant youth be included in all stages of policy;[^${id('d3c4')}]`,
        `2. *Notes* that the summary of conclusions states that “migrant youth should be included in all stages of policy and programme design, implementation and review, so that they can be part of the solution to make migration safe for everyone”;[^${id('d3c4')}]`,
      ],
      [
        `1. *Recalling* that better data collection was called for by Member States,[^${id('d1c3')}]`,
        `1. *Recalling* that the summary of conclusions states that “participants drew attention to the need for better data collection to enable identification of dead and missing migrants and to inform policy responses, and for better data protection”,[^${id('d1c3')}]`,
      ],
      [
        '- States (IOM, 2022, day 2, eleventh conclusion) decided to work together on climate change ahead of COP27.',
        '- The summary of conclusions (IOM, 2022, day 2, eleventh conclusion) states that “ahead of the United Nations Climate Change Conference 2022 (COP27), States and actors at national and regional levels should work together to ensure that human mobility induced by climate change is fully accounted for and addressed in global negotiations”.',
      ],
    ];
    for (const [claim, quoted] of cases) assert.equal(fixed(claim, 'attribution-who', 'quoteSource'), quoted);
  });
  it('quote nothing where it is not certain which words are the claim, or which sentence it is of', () => {
    for (const claim of [
      `Member States demanded that a panel on deaths in transit be established, and we agree.[^${id('d1c1')}]`,
      `As Member States demanded, a panel on deaths in transit must be established.[^${id('d1c1')}]`,
      `Member States demanded that a panel on deaths in transit be established.[^${id('d1c1')}] They will pay for it.`,
      `Member States who demanded that a panel on deaths in transit be established will pay for it.[^${id('d1c1')}]`,
      `Everyone agreed that criminal justice is important.[^${id('d1c6')}]`,
      `States agreed that countries must act together by strengthening humanitarian plans.[^${id('d3c2')}]`,
    ]) {
      for (const { fixes } of check(claim, tools)) assert.ok(!fixes.some(each => each.kind === 'quoteSource'), claim);
    }
  });
});

describe('comments that silence', () => {
  const bad = `They said “local authorities could never work alone”.[^${id('d3c3')}]`;
  const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    [
      'the next paragraph',
      `<!-- idm-findings-disable-next-line quote-altered -->\n${bad}\n\n${bad}`,
      ['quote-altered ‹never›'],
    ],
    ['over a blank line', `<!-- idm-findings-disable-next-line quote-altered -->\n\n${bad}`, []],
    ['all codes', `<!-- idm-findings-disable-next-line -->\n${bad}`, []],
    [
      'another code only',
      `<!-- idm-findings-disable-next-line quote-unknown -->\n${bad}`,
      ['disable-unused ‹<!-- idm-findings-disable-next-line quote-unknown -->›', 'quote-altered ‹never›'],
    ],
    [
      'the next line within a paragraph',
      `One line <!-- idm-findings-disable-next-line quote-altered -->\nand “local authorities could never work alone”[^${id('d3c3')}]`,
      [],
    ],
    [
      'nothing',
      `<!-- idm-findings-disable-next-line quote-altered -->\nFine.`,
      ['disable-unused ‹<!-- idm-findings-disable-next-line quote-altered -->›'],
    ],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(found(text), expected));

  it('a code that is off is not missed', () => {
    assert.deepEqual(
      found(`<!-- idm-findings-disable-next-line quote-altered -->\n${bad}`, {
        severities: { 'quote-altered': 'off' },
      }),
      [],
    );
  });
});

describe('severities', () => {
  it('are what is set, and off is off', () => {
    const text = `States noted that “local authorities could [never] work alone”.[^${id('d3c3')}]\n\n${note('d3c3')}`;
    const severities = (given: CheckOptions['severities']): string[] =>
      check(text, tools, given ? { severities: given } : {}).map(each => `${each.code} ${each.severity}`);
    assert.deepEqual(severities(undefined), ['attribution-who warning', 'quote-bracket warning']);
    assert.deepEqual(severities({ 'attribution-who': 'off', 'quote-bracket': 'error' }), ['quote-bracket error']);
  });
});

const fragments = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '“',
        '”',
        '"',
        '«',
        '»',
        '‘',
        '’',
        '[^',
        ']',
        `[^${id('d1c1')}]`,
        `[^${id('d2c5')}]`,
        `[^${id('d9c9')}]`,
        '[^1]',
        '[@idm2022-1, day 2, conclusion 4]',
        '[@other]',
        '(IOM, 2022, day 1, first conclusion)',
        '> ',
        '\n',
        '\n\n',
        '\n> ',
        '\n- ',
        '…',
        '[…]',
        '[not]',
        '. ',
        ', ',
        ': ',
        '`',
        '<!-- idm-findings-disable-next-line -->',
        `\n[^${id('d1c1')}]: `,
        '\n[^1]: IOM, 2022, day 1, first conclusion.\n',
        '---\n',
        '\r\n',
        'States agreed that ',
        'as noted by participants ',
        'there was consensus among speakers on ',
        '😀',
        '\ud83d',
        '\u202e',
        '|',
        '\n|---|\n',
        '$$',
        '```\n',
      ),
      fc.constantFrom(...library.findings.flatMap(finding => finding.sentences.map(sentence => sentence.text))),
      fc.constantFrom(...library.findings.flatMap(finding => finding.text.split(' ').slice(0, 12))),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''));

describe('hostile text', () => {
  const cite = `[^${id('d3c3')}]`;
  const hostile: Readonly<Record<string, (count: number) => string>> = {
    'straight marks': count => `${'a "b '.repeat(count)}${cite}`,
    'pairs of marks': count => `${'"a b c d e f g" '.repeat(count / 2)}${cite}`,
    'nested marks': count => `${'“"'.repeat(count)}${'”'.repeat(count)}${cite}`,
    'sentences with a quotation each': count => 'He said “it was … not noted”. [@idm2022-1] '.repeat(count / 4),
    'quotations with a citation each in one sentence': count => `“a b c d e” ${cite}, `.repeat(count / 4),
    'notes side by side': count => `“a b c d e” ${cite.repeat(count)}`,
    citations: count => `“a b c d e” [${'@smith, p. 3; '.repeat(count)}@idm2022-1-d1c1]`,
    brackets: count => `“${'['.repeat(count)}a${']'.repeat(count)}” ${cite}`,
    'bracketed letters': count => `“${'a[b]'.repeat(count)}” ${cite}`,
    'nested ellipses': count => `“${'[ … [ … ] '.repeat(count)}” ${cite}`,
    'one long line': count => `“${'migrants and the need to '.repeat(count / 3)}” ${cite}`,
    dashes: count => `> a\n> ${'— A '.repeat(count)}${cite}`,
  };
  for (const [what, make] of Object.entries(hostile)) {
    it(`takes time in proportion: ${what}`, () => {
      const took = (count: number): number => {
        const start = process.cpuUsage();
        check(make(count), tools);
        return process.cpuUsage(start).user / 1000;
      };
      const few = took(1000);
      const many = took(4000);
      // Four times as long a text; as much again, and a little, for what else the machine does.
      assert.ok(many < 8 * few + 150, `${few.toFixed(0)} ms, then ${many.toFixed(0)} ms`);
    });
  }
});

const panel = 'a high-level panel on deaths in transit';

/** Lines of drafts in which what is found in one depends on others, be they far from it. */
const surroundings: readonly (readonly string[])[] = [
  [
    '# Recommendations\n\n',
    'Member States:\n\n',
    `- called for ${panel} [@idm2022-1, day 1, conclusion 1];\n`,
    '- met online;\n',
    `- call for ${panel} [@idm2022-1, day 1, conclusion 1].\n`,
    '\n',
  ],
  [
    `All States called for ${panel}.[^a]\n\n`,
    'It was “a need for safe passage everywhere and always”.[^b]\n\n',
    `<div>\nAll States called for ${panel}.[^a]\n</div>\n\n`,
    '[^a]: IOM, 2022, day 1, first conclusion.\n\n',
    '[^b]: Ibid., second conclusion.\n\n',
    '[^a]: Smith, p. 4.\n\n',
    '    “Quoted words of it all here and never there”.\n',
  ],
  [
    '[not]: /x\n\n',
    'They “called [not] for the establishment of a panel” [@idm2022-1, day 1, conclusion 1].\n\n',
    '<div>\nThey “called [not] for the establishment of a panel” (IOM, 2022, day 1, first conclusion).\n</div>\n\n',
    '[not]: /y\n',
  ],
  [
    'Participants noted [@idm2022-1, day 1, conclusion 1]:\n\n',
    '> Some of the speakers called for a high-level panel.\n\n',
    '<!-- idm-findings-disable-next-line -->\n\n',
    '> Nobody said this at all in any of the rooms.\n\n',
    '[@smith, p. 3]:\n\n',
  ],
  [
    '---\ntitle: Statement of the Governments\n---\n\n',
    '# Declaration of the Ministers\n\n',
    'We, the States, meet here.\n\n',
    `States called for ${panel} [@idm2022-1, day 1, conclusion 1].\n\n`,
    `The Ministers called for ${panel} [@idm2022-1, day 1, conclusion 1].\n\n`,
  ],
  [
    'So.[^idm2022-1-d1c1]\n\n',
    'So.[^idm2022-1-d2c4] So [@idm2022-1, day 2, conclusion 4].\n\n',
    '[^idm2022-1-d1c1]: Ibid.\n\n',
    '[^idm2022-1-d2c4]: By hand.\n\n',
    '```\n',
    '<!-- idm-findings-disable-next-line note-edited -->\n',
  ],
];

const pick = fc.constantFrom(...library.findings);
/** Paragraphs with one thing wrong each. */
const sentence = fc.oneof(
  fc.tuple(pick, fc.nat(), fc.constantFrom('', 'not ', 'never ', 'other ')).map(([finding, at, word]) => {
    const words = finding.sentences[at % finding.sentences.length]!.text.split(' ').slice(0, 24);
    words.splice(3 + (at % (words.length - 3)), word ? 0 : 1, ...(word ? [word.trim()] : []));
    return `It was said that “${words.join(' ')}”.[^${finding.id}]`;
  }),
  fc
    .tuple(pick, pick)
    .map(([finding, other]) => `It was said that “${finding.text.split(' ').slice(0, 9).join(' ')}”.[^${other.id}]`),
  pick.map(finding => `It was said that “${finding.text.split(' ').slice(1, 14).join(' ')}”.`),
  fc
    .tuple(
      pick,
      fc.constantFrom(
        'States agreed that',
        'IOM recommends that',
        'All participants noted that',
        'The session decided that',
      ),
    )
    .map(
      ([finding, lead]) =>
        `${lead} ${finding.sentences[0]!.text.replace(/^(?:Participants|Speakers)\b.*?\b(?:that|for|to)\b/, '').toLowerCase()}[^${finding.id}]`,
    ),
  pick.map(finding => `So it is[^${finding.id}].`),
  pick.map(finding => `So it is.[^${finding.id}]\n\n[^${finding.id}]: By hand.`),
  pick.map(finding => `[^${finding.id}]: ${definitionText(library, finding.id, { style: 'apa' })}`),
  fc.constantFrom(
    'So.[^idm2022-1-d7c2]',
    'So [@idm2022-1, day 2, conclusion 19].',
    '<!-- idm-findings-disable-next-line quote-spans -->\n\nSo.',
  ),
);

describe('any text', () => {
  property(
    'any text is checked without an exception, every range and edit inside it',
    fc.property(fragments, text => {
      for (const { start, end, fixes, data } of check(text, tools)) {
        const ranges = [{ start, end }, ...(data.differences ?? []), ...fixes.flatMap(fix => fix.edits)];
        for (const range of ranges)
          assert.ok(
            range.start >= 0 && range.start <= range.end && range.end <= text.length,
            JSON.stringify([range, text.length]),
          );
      }
    }),
    { runs: 400 },
  );

  const plain = ({ code, start, end, severity, data, fixes }: Problem): unknown => [
    code,
    start,
    end,
    severity,
    data,
    fixes.map(({ choose, ...fix }) => ({ ...fix, chosen: choose?.(id('d3c8')) })),
  ];
  const edited = fc
    .oneof(
      { weight: 1, arbitrary: fc.constant({ text: fragments, words: fragments }) },
      {
        weight: 4,
        arbitrary: fc.constantFrom(...surroundings).map(pieces => ({
          text: fc.subarray([...pieces], { minLength: pieces.length - 2 }).map(parts => parts.join('')),
          words: fc.oneof(
            fc.constantFrom(...pieces),
            fc.constantFrom('', 'Some ', 'At the Dialogue, ', '> ', '```\n', '<!--\n', '-->\n', '$$\n', '---\n'),
          ),
        })),
      },
    )
    .chain(({ text, words }) =>
      fc.tuple(
        text,
        fc.array(
          fc.record({
            at: fc.nat(),
            length: fc.oneof(fc.constant(0), fc.nat(30)),
            words,
            line: fc.boolean(),
            cut: fc.boolean(),
            undone: fc.boolean(),
            read: fc.nat(2),
            steps: fc.option(fc.nat(12)),
          }),
          { maxLength: 4 },
        ),
      ),
    );
  property(
    'any text is the same to check anew and after edits, where checks between were given up, too',
    fc.property(edited, ([text, edits]) => {
      const draft = Draft.of(text, library);
      const checker = new Checker(draft, tools);
      const same = (): void =>
        assert.deepEqual(
          checker.check(options).map(plain),
          new Checker(Draft.of(draft.text, library), tools).check(options).map(plain),
          JSON.stringify(draft.text),
        );
      checker.check(options);
      for (const { at, length, words: given, line, cut, undone, read, steps } of edits) {
        const before = draft.text;
        const near = at % (before.length + 1);
        const start = line ? before.lastIndexOf('\n', near - 1) + 1 : near;
        const end =
          line && cut ? before.indexOf('\n', start) + 1 || before.length : Math.min(start + length, before.length);
        const words = line && cut && length % 2 === 0 ? '' : given;
        draft.apply([{ start, end, text: words }]);
        const reading = draft.reading();
        for (let step = 0; step < read; step++) reading.next();
        const checking = checker.steps(options);
        for (let left = steps ?? 0; left > 0 && checking.next().done !== true;) left--;
        if (steps === null) same();
        if (undone) draft.apply([{ start, end: start + words.length, text: before.slice(start, end) }]);
      }
      same();
    }),
    { runs: 600 },
  );

  let tried = 0;
  const kinds = new Set<string>();
  property(
    'any text is clean for a check after its fix',
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), parts => {
      const text = `${parts.join('\n\n')}\n`;
      const before = check(text, tools);
      for (const each of before) {
        for (const fix of each.fixes) {
          if (each.code === 'attribution-who' && each.severity === 'information') continue;
          tried++;
          kinds.add(`${each.code} ${fix.kind}`);
          const after = apply(text, fix.choose?.(id('d3c8')) ?? fix.edits);
          const count = (list: readonly Problem[]): number => list.filter(other => other.code === each.code).length;
          assert.ok(count(check(after, tools)) < count(before), `${each.code} ${fix.kind}\n${text}\n→ ${after}`);
        }
      }
    }),
    { runs: 160 },
  );

  it('had enough fixes of enough kinds among them', () => {
    assert.ok(tried > 300 && kinds.size >= 10, `${tried} fixes: ${[...kinds].join(', ')}`);
  });
});
