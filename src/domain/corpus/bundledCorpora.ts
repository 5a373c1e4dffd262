// The corpora the extension ships with, as data/build.ts made them.
import idm2022_1 from '../../../data/idm2022-1/corpus.json';
import type { Corpus } from './types';

/** Made unchangeable, down to its words: other extensions get these very objects. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}

export const corpora: readonly Corpus[] = frozen([idm2022_1]);
