// What corpus.json holds: `npm run data` writes it from a Corpus, and `npm test` checks that it is still that.
import type { Corpus } from '../../src/domain/corpus/types';

declare const corpus: Corpus;
export default corpus;
