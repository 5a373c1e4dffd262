import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { library } from '../../../src/domain/corpus/bundled';
import { judge, type Verdict } from '../../../src/domain/check/quote/judge';
import { SourceIndex } from '../../../src/domain/check/quote/source';
import { visible } from '../../../src/domain/check/quote/visible';
import { alteredKinds } from './altered';
import { honestKinds } from './honest';
import { samples, type Sample } from './quotations';
import { property } from '../../property';
import { threadTime } from '../../threadTime';

const index = new SourceIndex(library);

function verdict(quote: string, ...cited: string[]): Verdict {
  const text = `Before “${quote}” after.`;
  return judge(
    index,
    text,
    visible(text, 8, 8 + quote.length),
    cited.map(id => `idm2022-1-${id}`),
  );
}

/** What a judge of a quotation reads at a glance. */
function told(found: Verdict): string {
  switch (found.kind) {
    case 'exact':
    case 'otherFinding':
      return [
        found.kind,
        ...found.permitted.toSorted(),
        ...found.omissions.map(each => `${each.graveness}(${each.text})`),
        ...found.brackets.map(
          each => `[${each.text}${each.replaced && ` for ${each.replaced}`}${each.change ? `, ${each.change}` : ''}]`,
        ),
      ].join(' ');
    case 'altered':
      return `altered ${found.differences.map(each => `‹${each.text}|${each.source}›`).join('')}`;
    case 'tooShort':
      return `tooShort ${found.words}`;
    case 'spans':
      return `spans ${found.where.map(each => each.id).join(' ')}`;
    case 'unknown':
      return `unknown ${found.nearest?.id ?? '-'}`;
  }
}

const list = (wrong: readonly (readonly [Sample, string])[]): string =>
  wrong.map(([sample, found]) => `${sample.kind} ${sample.cited}: ${sample.quote}\n    → ${found}`).join('\n');

describe('quotations, labelled set', () => {
  const honest = samples(honestKinds, library.findings, 14, 20220228);
  const altered = samples(alteredKinds, library.findings, 20, 20220302);

  it('has at least 300 of each, of every kind', () => {
    assert.ok(honest.length >= 300, `${honest.length} honest`);
    assert.ok(altered.length >= 300, `${altered.length} altered`);
    const kinds = new Set([...honest, ...altered].map(sample => sample.kind));
    assert.deepEqual(
      [...Object.keys(honestKinds), ...Object.keys(alteredKinds)].filter(kind => !kinds.has(kind)),
      [],
    );
  });

  it('flags no honest one', () => {
    const wrong = honest
      .map(sample => [sample, told(verdict(sample.quote, sample.cited.slice(10)))] as const)
      .filter(([, found]) => !/^exact(?: initialCase| finalPunctuation| correction| plain\([^)]*\))*$/.test(found));
    assert.equal(list(wrong), '');
  });

  it('calls no altered one exact', () => {
    const wrong = altered
      .map(sample => [sample, told(verdict(sample.quote, sample.cited.slice(10)))] as const)
      .filter(([, found]) => /^exact(?! (?:quantifier|negation|\[))|^tooShort/.test(found));
    assert.equal(list(wrong), '');
  });
});

describe('quotations, verdicts', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['d3c3', 'it was noted that local authorities could not work alone', 'exact finalPunctuation'],
    ['d3c3', 'It was noted that local authorities could not work alone,', 'exact finalPunctuation initialCase'],
    ['d3c3', 'it was noted that local authorities could work alone', 'altered ‹|not›'],
    ['d3c3', 'it was noted that local authorities could … work alone', 'exact finalPunctuation negation(not)'],
    [
      'd3c3',
      'it was noted that local authorities could [never] work alone',
      'exact finalPunctuation negation(not) [never for not, negation]',
    ],
    ['d3c3', 'that [those bodies] could not work alone', 'exact finalPunctuation [those bodies for local authorities]'],
    ['d1c1', 'local authorities could not work alone', 'otherFinding finalPunctuation'],
    ['d1c1', 'called for the … a high-level panel', 'exact plain(establishment of)'],
    ['d1c1', 'called for the [...] panel on deaths in transit', 'exact plain(establishment of a high-level)'],
    ['d1c1', 'a high-level panel … called for the establishment', 'altered'],
    ['d1c1', 'level panel on deaths in transit', 'altered'],
    ['d3c6', 'countries of origin and destination [...] positive labour market outcomes in both', 'altered'],
    [
      'd3c8',
      'contribute to labour markets at home or abroad … Speakers reported on progress on upskilling young men',
      'altered',
    ],
    ['d1c1', 'Some speakers call[ed] for the establishment of a high-level panel', 'exact [call[ed] for called]'],
    ['b1', 'session of IOM‘s International Dialogue', 'exact'],
    ['d3c3', 'that local authorit[ies] could not work alone', 'exact finalPunctuation [authorit[ies] for authorities]'],
    ['d1c4', 'the need to expand [ir]regular migration pathways', 'exact [[ir]regular for regular, negation]'],
    [
      'd1c6',
      'criminal justice should[n’t] target organized criminal networks',
      'exact [should[n’t] for should, negation]',
    ],
    [
      'd1c6',
      'criminal justice [can] target organized criminal networks',
      'exact modal(should) [can for should, modal]',
    ],
    ['d2c5', '[a] cautious approach should be taken regarding the increasing calls', 'exact initialCase'],
    ['d2c6', 'had donated 1 … doses of COVID-19 vaccines', 'exact quantifier(billion)'],
    ['d2c10', 'move towards … improved regular migration for people affected', 'exact quantifier(more and)'],
    ['d2c4', 'migrants – are to the societies they reside in', 'altered ‹–|›'],
    ['d2c4', 'The COVID - 19 pandemic has illustrated how integral', 'altered'],
    ['d1c1', 'panel on', 'exact'],
    ['d1c1', 'the establishment of a panel, … to bring continued attention', 'altered'],
    ['d1c1', 'the establishment of a high-level panel, … to bring continued attention', 'altered ‹,|›'],
    [
      'd1c1',
      'the establishment of a high-level panel. … to bring continued attention',
      'exact finalPunctuation plain(on deaths in transit)',
    ],
    ['d1c1', 'zero draft', 'tooShort 2'],
    ['d1c1', 'the sum of all hopes of a just world', 'unknown'],
    ['d1c3', 'for better data protection … needs to be assured', 'exact sentences'],
    ['d1c5', 'the effectiveness of anti-trafficking responses', 'exact correction finalPunctuation'],
    ['d1c6', 'increasing human security, creating jobs', 'altered ‹,|›'],
    [
      'd2c7',
      'Panellists called for coherence with ongoing political and policy processes',
      'altered ‹Panellists|Panelists›',
    ],
    ['b4', 'to set out some issues and concerns [...] some timely, some urgent', 'exact'],
    ['b4', 'an occasion ‘to set out some issues and concerns’', 'exact finalPunctuation'],
    ['b4', 'an occasion ‘to set out some issues […] some urgent’', 'exact finalPunctuation quantifier'],
    [
      'd1c1',
      'Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches',
      'exact',
    ],
    [
      'd1c4',
      'consensus among speakers on the need to expand regular migration pathways and to undercut criminal smuggling',
      'altered',
    ],
    [
      'd1c1',
      'some speakers called for the establishment of a high-level panel. Actions to identify migrants who have already died',
      'spans idm2022-1-d1c1 idm2022-1-d1c2',
    ],
  ];
  for (const [cited, quote, expected] of cases) {
    it(`${cited}: ${quote}`, () => {
      const found = told(verdict(quote, cited));
      assert.ok(found.startsWith(expected), found);
    });
  }
});

describe('quotations, any text', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        '…',
        '...',
        '[',
        ']',
        '(',
        '[…]',
        '“',
        '”',
        '*',
        '_',
        '[^x]',
        '[@x]',
        '<!--',
        '-->',
        '&quot;',
        '\\',
        '\n',
        '> ',
        '- ',
        '](',
        '"',
        "'",
        '.',
        ',',
        '\u00ad',
        '\ud800',
      ),
      fc.constantFrom(...library.findings.map(finding => finding.text)),
      fc.constantFrom(...library.findings.flatMap(finding => finding.text.split(' '))),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 60 },
  );

  property(
    'gets a verdict whose places lie inside it',
    fc.property(
      pieces,
      fc.boolean(),
      fc.subarray(
        library.findings.map(finding => finding.id),
        { maxLength: 3 },
      ),
      (parts, spaced, cited) => {
        const text = parts.join(spaced ? ' ' : '');
        const found = judge(index, text, visible(text), cited);
        const edited =
          found.kind === 'exact' || found.kind === 'otherFinding' ? [...found.omissions, ...found.brackets] : [];
        for (const { start, end } of found.kind === 'altered' ? found.differences : edited)
          assert.ok(start >= 0 && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
      },
    ),
    { runs: 300 },
  );

  it('is judged in time, however many ellipses and brackets it has', () => {
    const hostile = [
      'a[b]'.repeat(5000),
      `${'a'.repeat(50)}[${'b'.repeat(20)}`.repeat(500),
      `${'of migrants and the … '.repeat(20)}x`,
      '… the '.repeat(99),
      '[x] '.repeat(99),
      '… [a] '.repeat(49),
      'the … of … and … '.repeat(33),
      `${'['.repeat(5000)}x`,
      '"'.repeat(20000),
      'and '.repeat(20000),
    ];
    for (const quote of hostile) {
      const start = process.cpuUsage();
      verdict(quote, 'd1c1', 'd2c1');
      const { user } = process.cpuUsage(start);
      assert.ok(user < 1_500_000, `${quote.slice(0, 12)} ${user / 1000} ms`);
    }
  });
});

describe('the visible characters of a part', () => {
  it('cost no more where the words go on behind it', () => {
    const parts = 2000;
    const length = 1000;
    const text = 'a'.repeat(parts * length);
    const took = (read: (at: number) => unknown): number => {
      const from = threadTime();
      for (let at = 0; at < text.length; at += length) read(at);
      return threadTime() - from;
    };
    const alone = took(at => visible(text.slice(at, at + length)));
    const within = took(at => visible(text, at, at + length));
    assert.ok(within < 4 * alone + 50, `${within} ms, alone ${alone} ms`);
  });
});
