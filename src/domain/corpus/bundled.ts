// The library that the extension ships with.
import { Library } from './library';

/** The library of the corpora the extension ships with: they are read when it is first asked for something. */
export const library = new Library(() => require('./bundledCorpora').corpora);
