// The list of British words and their American spelling: made of a British and an American spelling list for Hunspell.
import { certain } from '../certain';

/** British endings and the American ones they may become: whether they do in a word, the spelling lists say. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/is(ation)/u, 'iz$1'],
  [/is(e[drs]?|ers|ing|abl[ey])$/u, 'iz$1'],
  [/ys(e[drs]?|ers|ing)$/u, 'yz$1'],
  [/our/u, 'or'],
  [/tre/u, 'ter'],
  [/tred$/u, 'tered'],
  [/ogue$/u, 'og'],
  [/amme/u, 'am'],
  [/ll/u, 'l'],
  [/l(ment)?$/u, 'll$1'],
  [/ence/u, 'ense'],
  [/ise$/u, 'ice'],
  [/[ao]e/u, 'e'],
  [/ement/u, 'ment'],
  [/eing$/u, 'ing'],
  [/ey/u, 'ay'],
  [/mould/u, 'mold'],
  [/plough/u, 'plow'],
  [/cheque/u, 'check'],
  [/sceptic/u, 'skeptic'],
];

/** What the British list has only as a part of other words. */
const further = ['defence defense', 'offence offense', 'pretence pretense', 'skilful skillful', 'wilful willful'];

/** The words of a Hunspell dictionary that are no names. */
function baseForms(dic: string): ReadonlySet<string> {
  const words = dic
    .split(/\r?\n/u)
    .slice(1)
    .map(line => line.split('/')[0] ?? '');
  return new Set(words.filter(word => /^[a-z]{4,}$/u.test(word)));
}

/** Whether a word is of a list, or a plain form of one of its words. */
function isForm(words: ReadonlySet<string>, word: string): boolean {
  const bases = [
    word,
    ...['s', 'd', 'ed', 'ing', 'er'].map(end => (word.endsWith(end) ? word.slice(0, -end.length) : '')),
  ];
  return bases.some(base => words.has(base));
}

/**
 * Makes of two Hunspell dictionaries what ships: each British word that American English has not, with its American
 * spelling, one pair a line, in order.
 */
export function compileVariants(british: string, american: string): string {
  const theirs = baseForms(american);
  const pairs = [...baseForms(british)]
    .filter(word => !isForm(theirs, word))
    .flatMap(word => {
      const found = spellings
        .flatMap(([ending, other]) => (ending.test(word) ? [word.replace(ending, other)] : []))
        .find(other => isForm(theirs, other));
      return found === undefined ? [] : [`${word} ${found}`];
    });
  return [...new Set([...pairs, ...further])].sort().join('\n');
}

/** The pairs of the list that ships. */
export const pairsOf = (list: string): [british: string, american: string][] =>
  list
    .split('\n')
    .filter(Boolean)
    .map(line => {
      const [british, american] = line.split(' ');
      return [certain(british), certain(american)];
    });
