import { strict as assert } from 'node:assert';
import { nestedMarks } from '../../../src/editor/nestedMarks';

describe('quotation marks within those of a message', () => {
  const rows: [words: string, shown: string][] = [
    ['Quoted “', 'Quoted ‘'],
    ['he “noted” it', 'he ‘noted’ it'],
    ['states: "We invite" ("all"), "each"', 'states: ‘We invite’ (‘all’), ‘each’'],
    ['the “never”."', 'the ‘never’.’'],
    ['« mots » l’été', '« mots » l’été'],
  ];
  for (const [words, shown] of rows) it(words, () => assert.equal(nestedMarks(words), shown));
});
