// How many problems there are, in words.
import { withCommas } from '../lists';
import { plural } from '../plural';

/** "3 problems, 2 for information, 1 hint": of each only where there are some; errors and warnings are problems. */
export function problemCounts({ grave, other, hints }: Readonly<Record<'grave' | 'other' | 'hints', number>>): string {
  return withCommas([
    ...(grave > 0 || other + hints === 0 ? [plural(grave, { one: '{0} problem', other: '{0} problems' })] : []),
    ...(other > 0 ? [plural(other, { one: '{0} for information', other: '{0} for information' })] : []),
    ...(hints > 0 ? [plural(hints, { one: '{0} hint', other: '{0} hints' })] : []),
  ]);
}
