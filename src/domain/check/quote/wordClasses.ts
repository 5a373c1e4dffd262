/**
 * Classes of words whose omission changes what a sentence says. The lists are ours: English, short,
 * and used only to grade an omission the drafter has marked, never to pass or fail a quotation.
 */
import { onlyReporting, reportingWords } from '../../corpus/reportingVerbs';
import type { Token } from './tokens';

/** What leaving the words out may change; `plain` when none of the classes is touched. */
export type WordClass = 'negation' | 'quantifier' | 'modal' | 'attribution' | 'plain';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const negations = list(
  'not no never nor neither none nobody nothing nowhere without cannot hardly scarcely barely seldom rarely',
);
const quantifiers = list(
  'some several many most more few fewer less all any every each both only numerous majority minority half almost nearly mostly partly mainly largely ' +
    'two three four five six seven eight nine ten dozen dozens hundred hundreds thousand thousands million millions billion billions percent cent',
);
/** The first word makes a quantifier of "than" or its like after it: "at least 144 countries". */
const comparatives: Readonly<Record<string, string>> = { at: 'least', up: 'to' };
const modals = list('must should shall may might can could would will ought need needs needed imperative critical');
const speakers = list('participants speakers panelists panellists discussions consensus delegates');
const attributes = (word: string): boolean => speakers.has(word) || onlyReporting.has(word);

/** The class of one word, in lower case. */
export function classOf(word: string): WordClass {
  if (negations.has(word) || word.endsWith("n't")) return 'negation';
  if (quantifiers.has(word)) return 'quantifier';
  if (modals.has(word)) return 'modal';
  return attributes(word) ? 'attribution' : 'plain';
}

/** Whether a word, in lower case, is a verb of the source's that reports. */
export function isReporting(word: string): boolean {
  return reportingWords.has(word);
}

/** The gravest class among the words of `tokens` from `from` to `to`. */
export function gravest(tokens: readonly Token[], from: number, to: number): WordClass {
  let found: WordClass = 'plain';
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    if (token?.kind !== 'word') continue;
    const word = token.norm.toLowerCase();
    if (negations.has(word) || word.endsWith("n't")) return 'negation';
    const following = tokens[index + 1]?.norm.toLowerCase();
    const quantity =
      quantifiers.has(word) ||
      // "at least" counts only where both words are left out.
      (index + 1 < to && Object.hasOwn(comparatives, word) && comparatives[word] === following);
    if (quantity) found = 'quantifier';
    else if (found !== 'quantifier' && modals.has(word)) found = 'modal';
    else if (found === 'plain' && attributes(word)) found = 'attribution';
  }
  return found;
}

const prefixes = /^(?:un|in|im|il|ir|dis|non|de|anti)$/i;

/** Whether letters added to a word in brackets turn its sense: `[un]safe`, `should[n't]`, `use[less]`. */
export function negates({ before, inside, after }: NonNullable<Token['edited']>): boolean {
  const word = inside.toLowerCase();
  return (
    negations.has(word) ||
    word.endsWith("n't") ||
    (before === '' && prefixes.test(word)) ||
    (after === '' && word === 'less')
  );
}
