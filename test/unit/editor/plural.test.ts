import assert from 'node:assert/strict';
import { pluralForm, type PluralTexts } from '../../../src/editor/pluralForms';

const texts: PluralTexts = { one: '{0} note', other: '{0} notes' };
const key = (form: { message: string; comment: string }): string => `${form.message}/${form.comment}`;
const keyFor = (message: string, number: string): string => `${message}/Plural form “${number}”; {0} is the number.`;

describe('a text about a number of things', () => {
  const asked = (count: number, language: string, translation?: Record<string, string>): string =>
    key(pluralForm(texts, count, language, translation));

  it('has two forms in English', () => {
    assert.deepEqual(
      [0, 1, 2, 21].map(count => pluralForm(texts, count, 'en', undefined).message),
      ['{0} notes', '{0} note', '{0} notes', '{0} notes'],
    );
  });

  it('has the forms of a translation’s language', () => {
    const all = Object.fromEntries(
      ['zero', 'one', 'two', 'few', 'many', 'other'].map(number => [
        keyFor(number === 'one' ? '{0} note' : '{0} notes', number),
        number,
      ]),
    );
    const chosen = (language: string, counts: number[]): (string | undefined)[] =>
      counts.map(count => all[asked(count, language, all)]);
    assert.deepEqual(chosen('ar', [0, 1, 2, 3, 11, 100]), ['zero', 'one', 'two', 'few', 'many', 'other']);
    assert.deepEqual(chosen('ru', [1, 2, 5, 21]), ['one', 'few', 'many', 'one']);
    assert.deepEqual(chosen('fr', [0, 1, 2]), ['one', 'one', 'other']);
    assert.deepEqual(chosen('zh-cn', [1, 2]), ['other', 'other']);
  });

  it('has the general form where a translation leaves one out, and English where it has none', () => {
    const general = keyFor('{0} notes', 'other');
    assert.equal(asked(2, 'ar', { [general]: 'x' }), general);
    assert.equal(asked(1, 'ar', { [general]: 'x' }), general);
    // Zero is singular in French, and plural in the English that is shown in place of it.
    assert.equal(asked(0, 'fr', {}), general);
    assert.equal(asked(1, 'fr', {}), keyFor('{0} note', 'one'));
  });
});
