import idm2022_1 from '../../../data/idm2022-1/corpus.json';
import { Library } from './library';

/** Made unchangeable, down to its words: other extensions get these very objects. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}

/** The corpora the extension ships with. */
export const library = new Library(frozen([idm2022_1]));
