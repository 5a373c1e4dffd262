// Checking: the first check of a long draft in its steps, and a keystroke in it.
import { prepare } from '../../src/domain/check/check';
import { Checker, type CheckOptions } from '../../src/domain/check/checker';
import { library } from '../../src/domain/corpus/bundled';
import { Draft } from '../../src/domain/draft/draft';
import { threadTime } from '../threadTime';
import { longDraft } from './checkDraft';

const options: CheckOptions = { style: 'un', form: 'footnote', language: 'en' };
const keystrokes = 300;
/** What the editor layer takes of one turn before it lets others have theirs. */
const turn = 6;

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;

interface Measured {
  readonly first: number;
  /** As the editor layer runs them: steps until its turn is over. */
  readonly slices: readonly number[];
  readonly times: readonly number[];
  readonly problems: number;
}

function measure(text: string): Measured {
  const tools = prepare(library);
  const draft = Draft.of(text, library);
  const checker = new Checker(draft, tools);
  const slices: number[] = [];
  let problems = 0;
  const steps = checker.steps(options);
  for (let done = false; !done;) {
    const began = threadTime();
    const end = performance.now() + turn;
    while (!done && performance.now() < end) {
      const step = steps.next();
      if (step.done) {
        done = true;
        problems = step.value.length;
      }
    }
    slices.push(threadTime() - began);
  }
  const times: number[] = [];
  for (let index = 0; index < keystrokes; index++) {
    const at = Math.floor((((index * 7919) % keystrokes) / keystrokes) * draft.length);
    const began = threadTime();
    draft.apply([{ start: at, end: at, text: 'x' }]);
    checker.check(options);
    times.push(threadTime() - began);
  }
  return { first: slices.reduce((sum, slice) => sum + slice, 0), slices, times, problems };
}

export function bench(): object[] {
  const drafts = [
    ['100 KB, 200 citations', longDraft(100_000, 200)],
    ['1 MB, 2,000 citations', longDraft(1_000_000, 2_000)],
    ['2 MB, 4,000 citations', longDraft(2_000_000, 4_000)],
  ] as const;
  measure(drafts[0][1]);
  const measured = drafts.map(([name, text]) => ({ name, ...measure(text) }));
  const large = measured[1]!;
  return [
    {
      title: 'Checking a draft: first check, and a keystroke (processor time of the thread)',
      columns: ['draft', 'problems', 'first check', 'longest slice', 'keystroke p50', 'p95', 'most'],
      rows: measured.map(({ name, first, slices, times, problems }) => [
        name,
        String(problems),
        ms(first),
        ms(Math.max(...slices)),
        ms(percentile(times, 0.5)),
        ms(percentile(times, 0.95)),
        ms(Math.max(...times)),
      ]),
      gates: [
        { what: 'first check of 1 MB with 2,000 citations, ms', measured: large.first, limit: 800 },
        { what: 'its longest slice, ms', measured: Math.max(...large.slices), limit: 16 },
        { what: 'p95 of a keystroke in it, ms', measured: percentile(large.times, 0.95), limit: 10 },
      ],
    },
  ];
}
