// What is known of English, so that no English word is taken for one of another language.
import { stopWords } from '../text/commonWords';
import { fold } from '../text/folded';
import { stem } from '../text/stem';
import { americanBeginning } from './answers';
import type { Approximator } from './approximate';
import { beginsEnglish, isEnglish } from './dictionary';
import { beginsEveryday, everyday } from './everyday';
import type { Vocabulary } from './vocabulary';

export interface English {
  /** Whether a word as typed is one of the library, or rightly spelt. */
  has(typed: string): boolean;
  /** Whether some such word begins so. */
  begins(letters: string): boolean;
  /** Whether a word may be one of the library, misspelt. */
  resembles(word: string): boolean;
}

export function englishOf(vocabulary: Vocabulary, approximator: Approximator): English {
  return {
    has: typed => {
      const word = fold(typed);
      return stopWords.has(word) || vocabulary.get(word) !== undefined || isListed(word) || isEnglish(word, true);
    },
    begins: letters =>
      [letters, ...americanBeginning(letters)].some(
        beginning =>
          vocabulary.startingWith(beginning).length > 0 || beginsEnglish(beginning) || beginsEveryday(beginning),
      ),
    resembles: word => approximator.find(word, false).length > 0,
  };
}

/** Whether a word is on a list, which has stems: one that is much shorter may be another word's, as of "filles". */
const isListed = (word: string): boolean => everyday(word) !== undefined && stem(word).length >= word.length - 1;
