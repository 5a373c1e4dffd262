// British and American spelling.

/** British endings and the American ones they become; both spellings end in the same word. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/is(ation)/u, 'iz$1'],
  [/(.{3})is(e[drs]?|ers|ing|abl[ey])$/u, '$1iz$2'],
  [/ys(e[drs]?|ers|ing)$/u, 'yz$1'],
  [/([^aeiouhtpfy]|[aei])our(s|ed|ing|ers?|able|al|ly|hoods?|ites?|ful)?$/u, '$1or$2'],
  [/(?<=.{2})tre(s?)$/u, 'ter$1'],
  [/(?<=.{2})tred$/u, 'tered'],
  [/programme/u, 'program'],
  [/([ei])ll(ing|ed|ers?|ists?)$/u, '$1l$2'],
  [/(def|off|lic|pret)ence/u, '$1ense'],
  [/^(p|ana|gyn|leuk)?aed/u, '$1ed'],
  [/(judg|acknowledg)ement/u, '$1ment'],
  [/^ageing$/u, 'aging'],
  [/(enrol|fulfil|instal)l?(ment)/u, '$1$2'],
];

const mayDiffer = /our|[iy]s[aei]|tre|amme|ll|ence|aed|ement|ageing/u;

/** A word in American spelling; in lower case. For comparing only: other words than British ones may change, too. */
export function americanized(lower: string): string {
  if (lower.length < 5 || !mayDiffer.test(lower)) return lower;
  let result = lower;
  for (const [british, american] of spellings) result = result.replace(british, american);
  return result;
}
