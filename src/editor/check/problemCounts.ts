// How many problems there are, in words.
import { withCommas } from '../lists';
import { plural } from '../plural';

/** "3 problems, 2 remarks": of each only where there are some. */
export function problemCounts({ problems, remarks }: Readonly<Record<'problems' | 'remarks', number>>): string {
  return withCommas([
    ...(problems > 0 || remarks === 0 ? [plural(problems, { one: '{0} problem', other: '{0} problems' })] : []),
    ...(remarks > 0 ? [plural(remarks, { one: '{0} remark', other: '{0} remarks' })] : []),
  ]);
}
