// Dates as each language writes them.
import assert from 'node:assert/strict';
import { formatDates } from '../../../src/domain/citation/titles';

const dates = (start: string, end: string): string[] =>
  (['en', 'fr', 'es'] as const).map(language => formatDates({ start, end }, language));

describe('dates of a session', () => {
  const rows: readonly (readonly [
    what: string,
    start: string,
    end: string,
    ...written: readonly [en: string, fr: string, es: string],
  ])[] = [
    ['one day', '2022-10-01', '2022-10-01', '1 October 2022', '1er octobre 2022', '1 de octubre de 2022'],
    [
      'two days',
      '2022-10-24',
      '2022-10-25',
      '24–25 October 2022',
      '24 et 25 octobre 2022',
      '24 y 25 de octubre de 2022',
    ],
    [
      'two days of two months',
      '2022-10-31',
      '2022-11-01',
      '31 October–1 November 2022',
      '31 octobre et 1er novembre 2022',
      '31 de octubre y 1 de noviembre de 2022',
    ],
    [
      'two days of two years',
      '2022-12-31',
      '2023-01-01',
      '31 December 2022–1 January 2023',
      '31 décembre 2022 et 1er janvier 2023',
      '31 de diciembre de 2022 y 1 de enero de 2023',
    ],
    [
      'three days',
      '2022-10-24',
      '2022-10-26',
      '24–26 October 2022',
      '24–26 octobre 2022',
      '24 a 26 de octubre de 2022',
    ],
    [
      'three days over a month’s end',
      '2022-02-28',
      '2022-03-02',
      '28 February–2 March 2022',
      '28 février–2 mars 2022',
      '28 de febrero a 2 de marzo de 2022',
    ],
  ];
  for (const [what, start, end, ...written] of rows)
    it(`are right: ${what}`, () => assert.deepEqual(dates(start, end), written));
});
