import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { property } from '../../property';
import { createApi, type IdmFindingsApi } from '../../../src/api';
import { library } from '../../../src/domain/corpus/bundled';
import { SearchIndex } from '../../../src/domain/search';

const api = createApi(
  '0',
  library,
  () => SearchIndex.build(library.findings, library),
  () => [],
);
const any = api as unknown as Readonly<Record<keyof IdmFindingsApi, (...given: unknown[]) => unknown>>;

describe('the API, called with anything', () => {
  const rows: [keyof IdmFindingsApi, unknown[], RegExp][] = [
    ['finding', [undefined], /^id must be a string, and is undefined\.$/u],
    ['finding', [{}], /^id must be a string, and is an object\.$/u],
    ['search', [12], /^query must be a string, and is 12\.$/u],
    ['search', ['climate', 5], /^options must be an object, and is 5\.$/u],
    ['search', ['climate', { limit: 'ten' }], /^options\.limit must be a whole number from 0 on, and is "ten"\.$/u],
    ['search', ['climate', { limit: Number.NaN }], /^options\.limit must be/u],
    ['cite', ['idm2022-1-d2c4'], /^ids must be an array of strings, and is "idm2022-1-d2c4"\.$/u],
    ['cite', [['idm2022-1-d2c4', null]], /^ids\[1\] must be a string, and is null\.$/u],
    ['cite', [['idm2022-1-d2c4'], null], /^options must be an object, and is null\.$/u],
    ['cite', [['idm2022-1-d2c4'], { style: 'mla' }], /^options\.style is "mla"\. There are: "un", /u],
    ['cite', [['idm2022-1-d2c4'], { mention: 0 }], /^options\.mention must be a whole number from 1 on, and is 0\.$/u],
    ['cite', [['idm2022-1-d2c4'], { samePlace: 1 }], /^options\.samePlace must be true or false, and is 1\.$/u],
    [
      'cite',
      [['idm2022-1-d2c4'], { accessed: '1 May 2026' }],
      /^options\.accessed must be a day such as 2026-05-01, and is "1 May 2026"\.$/u,
    ],
    ['citations', [Symbol('x')], /^text must be a string, and is a symbol\.$/u],
    ['citations', ['x', 'markdown'], /^options must be an object/u],
    ['restyle', ['x'], /^options must be an object, and is null\.$/u],
    ['restyle', ['x', { form: 'pandoc' }], /^options\.style is undefined\./u],
    [
      'restyle',
      ['x', { form: 'pandoc', style: 'un', range: { start: 2 } }],
      /^options\.range\.end must be a whole number/u,
    ],
    ['restyle', ['x', { form: 'pandoc', style: 'un', eol: '\r' }], /^options\.eol is/u],
    ...(['restyle', 'check'] as const).flatMap((name): typeof rows => [
      [
        name,
        ['x', { form: 'footnote', style: 'oscola', accessed: 5 }],
        /^options\.accessed must be a day such as 2026-05-01, and is 5\.$/u,
      ],
      [name, ['x', { form: 'footnote', style: 'un', spanishMarks: 'round' }], /^options\.spanishMarks is "round"\./u],
    ]),
    [
      'restyle',
      ['x', { form: 'pandoc', style: 'un', from: 'notes' }],
      /^options\.from is "notes"\. There are: "footnote", /u,
    ],
    ...['oneWay', 'withWords', 'byHand', 'placeInBraces'].map((option): (typeof rows)[number] => [
      'restyle',
      ['x', { form: 'pandoc', style: 'un', [option]: 'yes' }],
      new RegExp(`^options\\.${option} must be true or false, and is "yes"\\.$`, 'u'),
    ]),
    ['check', [['x']], /^text must be a string, and is an array\.$/u],
    [
      'check',
      ['x', { severities: { 'quote-altred': 'off' } }],
      /^A key of options\.severities is "quote-altred"\. There are: "quote-altered"/u,
    ],
    ['check', ['x', { severities: { 'quote-altered': 'loud' } }], /^options\.severities\.quote-altered is "loud"\./u],
  ];
  for (const [name, given, message] of rows) {
    it(`${name}: ${message.source}`, () =>
      assert.throws(
        () => any[name](...given),
        error => {
          assert.ok(error instanceof TypeError || error instanceof RangeError);
          assert.match(error.message, message);
          return true;
        },
      ));
  }

  property(
    'the API names the argument that is wrong, whatever it is',
    fc.property(
      fc.constantFrom('finding', 'search', 'cite', 'check', 'citations', 'restyle'),
      fc.array(fc.anything(), { maxLength: 3 }),
      (name, given) => {
        try {
          any[name as keyof IdmFindingsApi](...given);
        } catch (error) {
          assert.match((error as Error).message, /^(?:A key of )?(?:id|ids|query|text|options)\b|^Unknown: /u);
        }
      },
    ),
    { runs: 1000 },
  );
});
