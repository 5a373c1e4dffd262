// The sample draft, read when it is asked for.
import text from '../../../test/fixtures/sample/declaration.md';

/**
 * A made-up declaration to try the extension on: it has a citation, places that want one, and an overstatement to mend.
 */
export const sampleText = text;
