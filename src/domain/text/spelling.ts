// British and American spelling.
import compiled from '../../../data/made/variants.txt';
import { lazy } from '../lazy';
import { pairsOf } from './variantsList';

/** What words end in, in their forms and those made of them: "organises", "organised", "organising", "organisation". */
const endings = ['', 's', 'ed', 'er', 'ers', 'ing', 'able', 'ation', 'ations'] as const;

/** A form of a word; an "e" at its end gives way to the vowel that an ending begins with. */
const formOf = (word: string, ending: string): string =>
  word.endsWith('e') && /^[aei]/u.test(ending) ? word.slice(0, -1) + ending : word + ending;

const variants = lazy(() => {
  const found = new Map<string, string>();
  for (const [british, american] of pairsOf(compiled)) {
    for (const ending of endings) {
      const form = formOf(british, ending);
      if (!found.has(form)) found.set(form, formOf(american, ending));
    }
  }
  return found;
});

/** A word in American spelling, by a list of variants; in lower case. */
export function americanized(lower: string): string {
  return variants().get(lower) ?? lower;
}
