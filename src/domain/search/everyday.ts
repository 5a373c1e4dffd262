// Whether a word is rightly spelt English that the source need not have.
import compiled from '../../../data/made/everyday.txt';
import { partsOf, shippedAs, type Everyday } from './everydayList';

let known: readonly (readonly [Everyday, ReadonlySet<string>])[] | undefined;

/**
 * What a folded word is that is rightly spelt, though the library need not know it; undefined if it is on neither list.
 */
export function everyday(word: string): Everyday | undefined {
  // Read only when a word is first met that the library does not know.
  known ??= partsOf(compiled).map(([kind, stems]) => [kind, new Set(stems)] as const);
  const name = shippedAs(word);
  return known.find(([, stems]) => stems.has(name))?.[0];
}
