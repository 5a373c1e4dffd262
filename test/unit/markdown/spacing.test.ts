// The blanks around a citation.
import assert from 'node:assert/strict';
import {
  endsInBrackets,
  isClosing,
  isOpen,
  keepsMarkApart,
  takesBrackets,
  takesMark,
} from '../../../src/domain/markdown/spacing';

/** Each test, texts for which it holds, and texts for which it does not. */
const cases: [(text: string) => boolean, string[], string[]][] = [
  [isOpen, ['a ', 'a (', '“', 'a–', 'a/'], ['', 'a', 'a.', 'a)', 'a”']],
  [isClosing, [' a', '.', ', a', ')', '” a', '»'], ['', 'a', '(a', '“a', '–']],
  [keepsMarkApart, ['a (', 'a |', 'a\\', 'a ^', 'a **', '_', 'a –'], ['', 'a', 'a.', 'a**', 'a*', 'a ”']],
  [endsInBrackets, ['[a]', '[@key]', '![a]'], ['', 'a', '[^note]', '^[inline note]', '[a]:']],
  [takesBrackets, ['[a]', '(a)', '[^a]'], ['', 'a', '{a}', ' [a]']],
  [takesMark, ['(a)', '{.a}', '[a]'], ['', '[^a]', 'a', ' (a)']],
];

describe('beside a citation', () => {
  for (const [test, yes, no] of cases) {
    it(test.name, () => {
      for (const text of yes) assert.ok(test(text), text);
      for (const text of no) assert.ok(!test(text), text);
    });
  }
});
