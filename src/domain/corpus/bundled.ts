import idm2022_1 from '../../../data/idm2022-1/corpus.json';
import source2022_1 from '../../../data/idm2022-1/source.txt';
import { Library } from './library';
import type { Corpus } from './types';
import { withWords } from './withWords';

/** Made unchangeable, down to its words: other extensions get these very objects. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}

/** The corpora the extension ships with. */
export const library = new Library(frozen([withWords(idm2022_1 as Corpus, source2022_1)]));
