/** What is done with a draft that is open, step by step. */
import { Checker } from '../../../src/domain/check/checker';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { countingEvidence } from '../../../src/domain/rules/evidence';
import { options, places, tools } from './entries';

/** What each step took, of all that is done with a text one after the other. */
export type Steps = readonly { readonly of: string; readonly took: readonly number[] }[];

/**
 * Opens a draft, checks it, and does so again after keystrokes.
 * @param meter what was spent so far: time, or work
 * @param keystrokes where they are
 */
export function stepsOf(text: string, meter: () => number, keystrokes: readonly number[] = places(text.length)): Steps {
  const measured = (steps: Generator<unknown, unknown>): number[] => {
    const took: number[] = [];
    for (let done = false; !done;) {
      const from = meter();
      done = steps.next().done === true;
      took.push(meter() - from);
    }
    return took;
  };
  const once = (work: () => void): number[] => {
    const from = meter();
    work();
    return [meter() - from];
  };
  const draft = Draft.of(text, library);
  const checker = new Checker(draft, tools);
  const taken = [
    { of: 'the first reading', took: measured(draft.preparing()) },
    { of: 'the first count of what its citations use', took: measured(countingEvidence(draft)) },
    { of: 'the first check', took: measured(checker.steps(options)) },
  ];
  for (const at of keystrokes) {
    taken.push(
      { of: 'following a keystroke', took: once(() => draft.apply([{ start: at, end: at, text: 'x' }])) },
      { of: 'reading after a keystroke', took: measured(draft.preparing()) },
      { of: 'counting after a keystroke', took: measured(countingEvidence(draft)) },
      { of: 'a check after a keystroke', took: measured(checker.steps(options)) },
    );
  }
  return taken;
}

/** The longest of the steps of one kind. */
export interface Longest {
  readonly of: string;
  readonly most: number;
}

export function longestOf(steps: Steps): Longest[] {
  const most = new Map<string, number>();
  for (const { of, took } of steps)
    most.set(
      of,
      took.reduce((one, other) => Math.max(one, other), most.get(of) ?? 0),
    );
  return [...most].map(([of, longest]) => ({ of, most: longest }));
}
