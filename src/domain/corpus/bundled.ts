import idm2022_1 from '../../../data/idm2022-1/corpus.json';
import source2022_1 from '../../../data/idm2022-1/source.txt';
import { Library } from './library';
import type { Corpus } from './types';
import { withWords } from './withWords';

/** The corpora the extension ships with. */
export const library = new Library([withWords(idm2022_1 as Corpus, source2022_1)]);
