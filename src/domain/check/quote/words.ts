/**
 * Classes of words whose omission changes what a sentence says. The lists are ours: English, short,
 * and used only to grade an omission the drafter has marked, never to pass or fail a quotation.
 */
import type { Token } from './tokens';

/** What leaving the words out may change; `plain` when none of the classes is touched. */
export type WordClass = 'negation' | 'quantifier' | 'modal' | 'attribution' | 'plain';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const negations = list(
  'not no never nor neither none nobody nothing nowhere without cannot hardly scarcely barely seldom rarely '
  + "don't doesn't didn't isn't aren't wasn't weren't won't wouldn't shouldn't couldn't can't mustn't hasn't haven't hadn't needn't",
);
const quantifiers = list(
  'some several many most few fewer all every each both only numerous majority minority half almost nearly mostly partly mainly largely',
);
/** The first word makes a quantifier of "than" or its like after it: "more than 144 countries". */
const comparatives: Readonly<Record<string, string>> = { more: 'than', less: 'than', at: 'least', up: 'to', fewer: 'than' };
const modals = list('must should shall may might can could would will ought need needs needed imperative critical');
const attributions = list(
  'participants speakers panelists panellists discussions consensus delegates noted mentioned emphasized highlighted underlined stressed insisted called expressed pointed reported drew',
);

/** The gravest class among the words of `tokens` from `from` to `to`. */
export function gravest(tokens: readonly Token[], from: number, to: number): WordClass {
  let found: WordClass = 'plain';
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    if (token?.kind !== 'word') continue;
    const word = token.norm.toLowerCase();
    if (negations.has(word)) return 'negation';
    const following = tokens[index + 1]?.norm.toLowerCase();
    const quantity = quantifiers.has(word)
      // "at least" counts only where both words are left out.
      || (index + 1 < to && Object.hasOwn(comparatives, word) && comparatives[word] === following);
    if (quantity) found = 'quantifier';
    else if (found !== 'quantifier' && modals.has(word)) found = 'modal';
    else if (found === 'plain' && attributions.has(word)) found = 'attribution';
  }
  return found;
}
