// The source documents, whole, as they were published.
import idm2022_1 from '../../data/idm2022-1/source.txt';

/** By the id of the corpus made of them. */
export const sourceTexts: ReadonlyMap<string, string> = new Map([['idm2022-1', idm2022_1]]);
