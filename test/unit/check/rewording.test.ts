import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { definitionText } from '../../../src/domain/citation/cite';
import { check, prepare } from '../../../src/domain/check/check';
import type { Fix, Problem } from '../../../src/domain/check/problem';
import { library } from '../../../src/domain/corpus/bundled';
import { inSentence } from '../../../src/domain/corpus/inSentence';
import { asQuotation, differing, goldenLines, marked, noFix, unmarked, type GoldenLine } from './goldenLines';

const tools = prepare(library);
const ordinals = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];
/** `{d1c1}` is a footnote of ours, `{p:d1c1}` a pandoc citation, `{t:d1c1}` one in the text. */
const placeholder = /\{(?:([pt]):)?d(\d)c(\d+)\}/g;
function citation(form: string | undefined, day: string, ordinal: string): string {
  if (form === 'p') return ` [@idm2022-1, day ${day}, conclusion ${ordinal}]`;
  if (form === 't') return ` (IOM, 2022, day ${day}, ${ordinals[Number(ordinal)]} conclusion)`;
  return `[^idm2022-1-d${day}c${ordinal}]`;
}

/** A claim as a whole draft, with the notes it needs. */
function draft(claim: string): string {
  const text = claim.replace(placeholder, (_, form: string | undefined, day: string, ordinal: string) =>
    citation(form, day, ordinal),
  );
  const notes = new Set([...text.matchAll(/\[\^(idm2022-1-d\d+c\d+)\]/g)].map(match => match[1]!));
  return [text, ...[...notes].map(id => `[^${id}]: ${definitionText(library, id)}`)].join('\n\n') + '\n';
}

function applied(text: string, { edits: [edit] }: Fix): string {
  return text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end);
}

const attributions = (text: string) => check(text, tools).filter(each => each.code.startsWith('attribution-'));

const file = 'test/unit/check/rewording.txt';
const golden = goldenLines(file).map(line => ({ ...line, claim: unmarked(line.sentence) }));

/** A draft of a claim as the claim is written: with placeholders for its citations, and without notes. */
function asWritten(text: string, claim: string): string {
  return [...claim.matchAll(placeholder)].reduce(
    (now, [short, form, day, ordinal]) => now.replace(citation(form, day!, ordinal!), short),
    text.split('\n\n[^idm')[0]!.trimEnd(),
  );
}

/** What the check says of a line's claim in a draft. */
function outcome({ finding, sentence }: GoldenLine): GoldenLine {
  const claim = unmarked(sentence);
  const text = draft(claim);
  const problems = attributions(text);
  const fixes = problems.flatMap(each => each.fixes);
  const [reworded] = fixes.filter(each => each.kind === 'reword');
  const quoted = fixes.some(each => each.kind === 'quoteSource') ? asQuotation : noFix;
  return {
    finding,
    verdict: verdictOf(problems),
    sentence: asWritten(marked(text, problems), claim),
    fix: reworded ? asWritten(applied(text, reworded), claim) : quoted,
  };
}

function verdictOf([first]: readonly Problem[]): string {
  if (!first) return 'ok';
  if (first.data.continued) return 'info';
  return first.code === 'attribution-who' ? 'who' : 'verb';
}

describe('a claim worded anew', () => {
  it('reads as the golden file has it, which was read line by line', () => {
    const reworded = golden.filter(({ fix }) => fix !== noFix && fix !== asQuotation);
    assert.ok(golden.length >= 330 && reworded.length >= 100, `${golden.length}, ${reworded.length}`);
    assert.equal(differing(file, outcome).join('\n'), '');
  });

  it('has every claim of the sets', () => {
    const claims = new Set(golden.map(({ claim }) => claim));
    for (const set of ['rewording', 'near-the-source']) {
      for (const line of readFileSync(`test/fixtures/claims/${set}.txt`, 'utf8').split('\n')) {
        if (line !== '' && !line.startsWith('# ')) assert.ok(claims.has(line), line);
      }
    }
  });

  it('leaves nothing of ours to say of it, whichever fix is taken', () => {
    for (const { claim } of golden) {
      const text = draft(claim);
      const before = check(text, tools);
      for (const problem of attributions(text)) {
        for (const fix of problem.fixes) {
          const after = check(applied(text, fix), tools);
          assert.ok(
            after.filter(each => each.code.startsWith('attribution-')).length < attributions(text).length,
            applied(text, fix),
          );
          assert.ok(after.length < before.length, `${applied(text, fix)}\n${after.map(each => each.code).join()}`);
        }
      }
    }
  });

  it('quotes a sentence word for word, only the claim gives way, and the fix knows where it is only the nearest', () => {
    let near = 0;
    for (const { claim } of golden) {
      const text = draft(claim);
      for (const problem of attributions(text)) {
        const fix = problem.fixes.find(each => each.kind === 'quoteSource');
        if (!fix) continue;
        assert.equal(fix.nearest, problem.data.nearest, claim);
        if (fix.nearest) near++;
        const [edit] = fix.edits;
        const { id, text: whole } = library.resolve(problem.data.sentence!.id)!.sentence!;
        const words = inSentence(library, id, whole).replace(/\.$/, '');
        assert.equal(words.slice(1), whole.slice(1).replace(/\.$/, ''), 'but for the first letter');
        assert.ok(
          edit!.text.endsWith(`he summary of conclusions states that “${words}”`) ||
            edit!.text.includes(` states that “${words}”`),
          edit!.text,
        );
        assert.equal(fix.edits.length, 1);
        assert.match(text.slice(edit!.end), /^(?:[.,;]?\s*(?:\[[@^]|\(IOM)|[.,;]?\s*$)/, applied(text, fix));
      }
    }
    assert.ok(near > 0);
  });

  it('tears no emphasis, and loses no link, code, tag or comment', () => {
    const quoted =
      'he summary of conclusions states that “some speakers called for the establishment of a high-level panel on deaths in transit to bring continued attention to the issue”';
    const rest = 'called for a panel on deaths in transit';
    const cases: readonly (readonly [claim: string, reworded: string | undefined, quoted: string | undefined])[] = [
      [`***Member States ${rest}.***{d1c1}`, `***Some speakers ${rest}.***{d1c1}`, `***T${quoted}.***{d1c1}`],
      [`_Noting that Member States_ ${rest},{d1c1}`, `_Noting that some speakers_ ${rest},{d1c1}`, undefined],
      [
        `**Noting that Member States called** for a panel on deaths in transit,{d1c1}`,
        `**Noting that some speakers called** for a panel on deaths in transit,{d1c1}`,
        undefined,
      ],
      [`[Member States](https://iom.int) ${rest}.{d1c1}`, `[Some speakers](https://iom.int) ${rest}.{d1c1}`, undefined],
      [
        `Member States called for [a panel](https://iom.int) on deaths in transit.{d1c1}`,
        'Some speakers called for [a panel](https://iom.int) on deaths in transit.{d1c1}',
        undefined,
      ],
      [`<b>Member States</b> ${rest}.{d1c1}`, `<b>Some speakers</b> ${rest}.{d1c1}`, undefined],
      [
        `Member States called for a \`panel\` on deaths in transit.{d1c1}`,
        'Some speakers called for a `panel` on deaths in transit.{d1c1}',
        undefined,
      ],
      [
        `Member States called <!-- sic --> for a panel on deaths in transit.{d1c1}`,
        'Some speakers called <!-- sic --> for a panel on deaths in transit.{d1c1}',
        undefined,
      ],
      [`- [ ] Member States ${rest}.{d1c1}`, `- [ ] Some speakers ${rest}.{d1c1}`, `- [ ] T${quoted}.{d1c1}`],
      [`MEMBER STATES ${rest.toUpperCase()}.{d1c1}`, undefined, undefined],
    ];
    const cite = (text: string): string => text.replace('{d1c1}', citation(undefined, '1', '1'));
    for (const [claim, ...expected] of cases) {
      const text = draft(claim);
      const found = ['reword', 'quoteSource']
        .map(kind => attributions(text)[0]?.fixes.find(each => each.kind === kind))
        .map(fix => fix && applied(text, fix).split('\n\n[^idm')[0]);
      assert.deepEqual(
        found,
        expected.map(each => each && cite(each)),
        claim,
      );
    }
  });
});
