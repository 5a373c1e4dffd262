// Whether a word is rightly spelt English that the source need not have.
import compiled from '../../../data/made/everyday.txt';
import { lazy } from '../lazy';
import { partsOf, shippedAs, type Everyday } from './everydayList';

/** Read only when a word is first met that the library does not know. */
const lists = lazy(() => partsOf(compiled).map(([kind, stems]) => [kind, new Set(stems)] as const));

/**
 * What a folded word is that is rightly spelt, though the library need not know it; undefined if it is on neither list.
 */
export function everyday(word: string): Everyday | undefined {
  const name = shippedAs(word);
  return lists().find(([, stems]) => stems.has(name))?.[0];
}

/** Whether a word on the lists begins so, in its stem. */
export function beginsEveryday(letters: string): boolean {
  return lists().some(([, stems]) => [...stems].some(each => each.startsWith(letters)));
}
