// Values that must be there.
import assert from 'node:assert/strict';
import { certain, MissingValueError } from '../../../src/domain/certain';

describe('a value that must be there', () => {
  it('is given back, whatever it is', () => {
    for (const value of [0, '', false, 'a', NaN]) assert.equal(certain(value), value);
  });

  it('is a named error where it is missing', () => {
    for (const value of [undefined, null, [1][1]]) assert.throws(() => certain(value), MissingValueError);
  });
});
