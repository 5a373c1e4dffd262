// English numbers in words.

/** "one" to "twelve": each stands at its number less one. */
export const cardinals: readonly string[] = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
