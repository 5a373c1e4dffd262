// A keystroke in a draft with many citations: the model, the detector, what is coloured, and the sidebar's counts.
import { library } from '../../src/domain/corpus/bundled';
import { Draft } from '../../src/domain/draft/draft';
import { mentionsOf, sameCounts } from '../../src/domain/draft/mentions';
import { longDraft } from './checkDraft';

/** What an editor shows of a draft at once, in characters. */
const screen = 4000;
const keystrokes = 600;

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;

interface Measured {
  readonly first: number;
  readonly times: readonly number[];
}

/** Types at places spread over the draft, and asks after each key what the extension asks. */
function type(text: string): Measured {
  const began = performance.now();
  const draft = Draft.of(text, library);
  let mentions = mentionsOf(draft.citations(), library);
  const first = performance.now() - began;
  const times: number[] = [];
  for (let index = 0; index < keystrokes; index++) {
    const at = Math.floor((((index * 7919) % keystrokes) / keystrokes) * draft.length);
    const start = performance.now();
    draft.apply([{ start: at, end: at, text: index % 9 === 0 ? ' [@idm2022-1, day 2, conclusion 4] ' : 'x' }]);
    draft.citationsIn(Math.max(0, at - screen / 2), at + screen / 2);
    draft.citationAt(at);
    const now = mentionsOf(draft.citations(), library);
    sameCounts(now, mentions);
    mentions = now;
    times.push(performance.now() - start);
  }
  return { first, times };
}

export function bench(): object[] {
  const drafts = [
    ['100 KB, 200 citations', longDraft(100_000, 200)],
    ['1 MB, 2,000 citations', longDraft(1_000_000, 2000)],
    ['4 MB, 8,000 citations', longDraft(4_000_000, 8000)],
  ] as const;
  for (const [, text] of drafts.slice(0, 2)) type(text);
  const measured = drafts.map(([name, text]) => ({ name, ...type(text) }));
  return [
    {
      title: 'Keystroke to fresh citations (detector, colours, counts)',
      columns: ['draft', 'first reading', 'p50', 'p95', 'most'],
      rows: measured.map(({ name, first, times }) => [
        name,
        ms(first),
        ms(percentile(times, 0.5)),
        ms(percentile(times, 0.95)),
        ms(Math.max(...times)),
      ]),
      gates: [
        {
          what: 'p95 of a keystroke in 1 MB with 2,000 citations, ms',
          measured: percentile(measured[1]!.times, 0.95),
          limit: 10,
        },
      ],
    },
  ];
}
