// Notes that say only "ibid" or "Id." cite what the note before them does, where that is ours alone; after anybody
// else's they never do.
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { check, prepare } from '../../../src/domain/check/check';
import { cite, definitionText } from '../../../src/domain/citation/cite';
import { languages, styles } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { readIbid } from '../../../src/domain/draft/ibid';
import { mentionsOf } from '../../../src/domain/draft/mentions';
import { restyle } from '../../../src/domain/restyle/restyle';
import { property } from '../../property';

const full = (
  id: string,
  style: (typeof styles)[number] = 'oscola',
  language: (typeof languages)[number] = 'en',
): string => definitionText(library, id, { style, language });

/** A draft with a sentence for each note, in order. */
const drafted = (...notes: readonly string[]): string =>
  `${notes.map((_, at) => `Sentence ${at}.[^${at + 1}]`).join(' ')}\n\n${notes.map((note, at) => `[^${at + 1}]: ${note}\n`).join('\n')}`;

/** What each note with a mark cites, by label. */
const cited = (text: string | Draft): Record<string, string> =>
  Object.fromEntries(
    (typeof text === 'string' ? Draft.of(text, library) : text)
      .citations()
      .flatMap(({ form, label, ids, corpus }) => (form === 'footnote' ? [[label, ids.join('+') || corpus]] : [])),
  );

describe('a note that says only "ibid"', () => {
  it('is read with and without a place, in the words of every style', () => {
    for (const words of ['ibid', 'Ibid', 'Ibid.', '*Id.*', '_Id._', 'ibid.', 'See ibid', 'Ibidem.'])
      assert.deepEqual(readIbid(words)?.place, undefined, words);
    for (const words of [
      'ibid day 2, conclusion 5',
      'Ibid., day 2, fifth conclusion.',
      '*Id.* at day 2, conclusion 5.',
      'Ibid., jour 2, cinquième conclusion.',
      'voir ibid día 2, conclusión 5',
    ]) {
      assert.deepEqual(readIbid(words)?.place?.mentions, [{ day: 2, conclusion: 5 }], words);
    }
    for (const words of [
      '',
      'Idea',
      'ID card',
      'ibid, p. 5',
      'Ibid. Emphasis added.',
      'ibid; Smith 2020',
      'Idem',
      'ibid day 2, conclusion 5; Smith',
      'Smith, ibid',
      'ibid see day 2, conclusion 5 above',
    ]) {
      assert.equal(readIbid(words), undefined, words);
    }
  });

  it('cites the place of the note before, or its own of the same document', () => {
    assert.deepEqual(
      cited(
        drafted(full('idm2022-1-d2c4'), 'ibid', 'ibid day 2, conclusion 5', 'ibid', 'ibid introduction, paragraph 2'),
      ),
      {
        1: 'idm2022-1-d2c4',
        2: 'idm2022-1-d2c4',
        3: 'idm2022-1-d2c5',
        4: 'idm2022-1-d2c5',
        5: 'idm2022-1-b2',
      },
    );
    const whole = `One.[^idm2022-1] Two.[^2] Three.[^3]\n\n[^idm2022-1]: ${full('idm2022-1', 'bluebook')}\n\n[^2]: *Id.*\n\n[^3]: *Id.* at day 1, conclusions 2 and 3.\n`;
    assert.deepEqual(cited(whole), { 'idm2022-1': 'idm2022-1', 2: 'idm2022-1', 3: 'idm2022-1-d1c2+idm2022-1-d1c3' });
    assert.deepEqual(cited(drafted(full('idm2022-1-d2c4', 'un'), 'Ibid., fifth conclusion.')), {
      1: 'idm2022-1-d2c4',
      2: 'idm2022-1-d2c5',
    });
    assert.deepEqual(cited(drafted(`See ${full('idm2022-1-d2c4')}`, 'See ibid')), {
      1: 'idm2022-1-d2c4',
      2: 'idm2022-1-d2c4',
    });
  });

  it('follows the order of the marks, not that of the definitions', () => {
    const text = `One.[^b] Two.[^a] Three.[^c]\n\n[^a]: ibid\n\n[^c]: Smith 2020.\n\n[^b]: ${full('idm2022-1-d2c4')}\n`;
    assert.deepEqual(cited(text), { a: 'idm2022-1-d2c4', b: 'idm2022-1-d2c4' });
    assert.deepEqual(cited(text.replace('Two.[^a] Three.[^c]', 'Three.[^c] Two.[^a]')), { b: 'idm2022-1-d2c4' });
  });

  it('goes on from a note with a label of ours, and from ours in every style and language', () => {
    const labelled = `One.[^idm2022-1-d2c4] Two.[^x]\n\n[^idm2022-1-d2c4]: ${full('idm2022-1-d2c4')}\n\n[^x]: Ibid.\n`;
    assert.deepEqual(cited(labelled), { 'idm2022-1-d2c4': 'idm2022-1-d2c4', x: 'idm2022-1-d2c4' });
    for (const style of styles)
      for (const language of languages)
        assert.equal(
          cited(drafted(full('idm2022-1-d2c4', style, language), 'ibid'))[2],
          'idm2022-1-d2c4',
          `${style} ${language}`,
        );
  });

  const ours = full('idm2022-1-d2c4');
  /** The numbers of the notes that say "ibid", where it is not the second. */
  const noteOf: Record<string, number> = { 'as the first note': 1, 'after somebody else’s note': 3 };
  for (const [why, text] of Object.entries({
    'after somebody else’s note': drafted(ours, 'Smith 2020, p. 5.', 'ibid'),
    'as the first note': drafted('ibid', ours),
    'after a note of ours with more in it': drafted(`${ours}; Smith 2020`, 'ibid'),
    'after a note of ours with a second paragraph': `One.[^1] Two.[^2]\n\n[^1]: ${ours}\n\n    And Smith 2020.\n\n[^2]: ibid\n`,
    'after an inline note': `One.[^1] Other.^[Smith 2020] Two.[^2]\n\n[^1]: ${ours}\n\n[^2]: ibid\n`,
    'after another author’s key': `One.[^1] Other [@smith2020]. Two.[^2]\n\n[^1]: ${ours}\n\n[^2]: ibid\n`,
    'after HTML that may hold a note': `One.[^1]\n\n<div>Other.[^3]</div>\n\nTwo.[^2]\n\n[^1]: ${ours}\n\n[^2]: ibid\n\n[^3]: Smith.\n`,
    'with two marks': `One.[^1] Two.[^2] Three.[^2]\n\n[^1]: ${ours}\n\n[^2]: ibid\n`,
    'defined twice': `One.[^1] Two.[^2]\n\n[^1]: ${ours}\n\n[^2]: ibid\n\n[^2]: Smith.\n`,
    'with a second paragraph': `One.[^1] Two.[^2]\n\n[^1]: ${ours}\n\n[^2]: ibid\n\n    And Smith 2020.\n`,
    'with a page': drafted(ours, 'ibid, p. 5'),
    'with a paragraph of no part': drafted(ours, 'ibid, para. 5'),
  }))
    it(`is not ours ${why}`, () => assert.equal(cited(text)[noteOf[why] ?? 2], undefined));

  it('names what does not exist, and nothing goes on from there', () => {
    const citations = Draft.of(drafted(ours, 'ibid day 2, conclusion 99', 'ibid'), library)
      .citations()
      .filter(({ form }) => form === 'footnote');
    assert.deepEqual(
      citations.map(({ label, ids, unknown }) => [label, ids.length, unknown.length]),
      [
        ['1', 1, 0],
        ['2', 0, 1],
      ],
    );
  });

  it('is found where it stands, and at its definition', () => {
    const text = drafted(ours, 'ibid day 2, conclusion 5');
    const draft = Draft.of(text, library);
    assert.deepEqual(draft.citationAt(text.indexOf('[^2]') + 1)?.ids, ['idm2022-1-d2c5']);
    const definition = draft.citationAt(text.indexOf('ibid'));
    assert.deepEqual(
      [definition?.form, definition?.ids, definition?.locator],
      ['footnoteDefinition', ['idm2022-1-d2c5'], 'day 2, conclusion 5'],
    );
    assert.equal(text.slice(definition?.start, definition?.end), '[^2]: ibid day 2, conclusion 5');
  });

  it('counts in the tree', () => {
    const mentions = mentionsOf(
      Draft.of(drafted(ours, 'ibid', 'ibid day 2, conclusion 5', 'ibid'), library).citations(),
      library,
    );
    assert.deepEqual(
      [...mentions].map(([id, places]) => [id, places.length]),
      [
        ['idm2022-1-d2c4', 2],
        ['idm2022-1-d2c5', 2],
      ],
    );
  });

  it('answers for the quotation and the claim before it', () => {
    const words = (library.resolve('idm2022-1-d2c5')?.entry.text ?? '').split(/\s+/u);
    const altered = [...words.slice(0, 6), 'entirely', ...words.slice(6, 12)].join(' ');
    const tools = prepare(library);
    const codes = (second: string): string[] =>
      check(
        `One.[^1] It says “${altered}”.[^2] Participants called for the establishment of a high-level panel.[^3]\n\n[^1]: ${ours}\n\n[^2]: ${second}\n\n[^3]: ibid day 1, conclusion 1\n`,
        tools,
      )
        .map(({ code }) => code)
        .filter(code => /^(?:quote|attribution)/u.test(code));
    assert.deepEqual(codes('ibid day 2, conclusion 5'), ['quote-altered', 'attribution-who']);
    assert.deepEqual(codes('Smith 2020, p. 5.'), []);
  });

  it('is checked anew where the note before it becomes another’s', () => {
    const draft = Draft.of(drafted(ours, 'ibid', 'ibid'), library);
    assert.deepEqual(Object.keys(cited(draft)), ['1', '2', '3']);
    const { text } = draft;
    draft.apply([{ start: text.indexOf(ours), end: text.indexOf(ours) + ours.length, text: 'Smith 2020, p. 5.' }]);
    assert.deepEqual(cited(draft), {});
  });

  it('keeps its source when the draft is restyled', () => {
    const { text: key } = cite(library, ['idm2022-1-d3c1'], { form: 'pandoc' });
    const text = `One.[^idm2022-1-d2c4] Key ${key}. Two.[^x]\n\n[^idm2022-1-d2c4]: ${ours}\n\n[^x]: Ibid.\n`;
    for (const form of ['footnote', 'pandoc', 'inText'] as const) {
      for (const style of styles) {
        const after = restyle(library, drafted(ours, 'ibid', 'ibid day 2, conclusion 5'), {
          form,
          style,
          language: 'en',
        });
        assert.deepEqual(
          Draft.of(after.text, library)
            .citations()
            .filter(each => each.form !== 'footnoteDefinition')
            .flatMap(({ ids }) => ids),
          ['idm2022-1-d2c4', 'idm2022-1-d2c4', 'idm2022-1-d2c5'],
          `${form} ${style}`,
        );
        if (form === 'footnote')
          assert.deepEqual(cited(after.text), { 1: 'idm2022-1-d2c4', 2: 'idm2022-1-d2c4', 3: 'idm2022-1-d2c5' });
        const mixed = restyle(library, text.replace(` Key ${key}.`, ''), { form, style, language: 'en' });
        if (form === 'footnote') assert.equal(cited(mixed.text)['x'], 'idm2022-1-d2c4', style);
        else
          assert.equal(mixed.text.match(/day 2, (?:conclusion 4|fourth conclusion)/giu)?.length, 2, `${form} ${style}`);
      }
    }
  });

  type Kind = 'ours' | 'labelled' | 'theirs' | 'more' | 'ibid' | 'place' | 'inline' | 'key' | 'undefined';
  const kinds: readonly Kind[] = [
    'ours',
    'labelled',
    'theirs',
    'more',
    'ibid',
    'ibid',
    'place',
    'inline',
    'key',
    'undefined',
  ];
  const note = fc.record({
    kind: fc.constantFrom(...kinds),
    id: fc.constantFrom('idm2022-1-d1c2', 'idm2022-1-d2c4', 'idm2022-1-b2'),
    style: fc.constantFrom(...styles),
    language: fc.constantFrom(...languages),
    newBlock: fc.boolean(),
  });

  /** A draft of such notes, and what each "ibid" in it cites by the rule: the note before, where that is certain. */
  function made(notes: readonly (typeof note extends fc.Arbitrary<infer T> ? T : never)[]): {
    readonly text: string;
    readonly expected: Record<string, string>;
  } {
    let body = '';
    const definitions: string[] = [];
    const expected: Record<string, string> = {};
    let before: string | undefined;
    notes.forEach(({ kind, id, style, language, newBlock }, at) => {
      const label = kind === 'labelled' ? `${id}-${at + 100}` : `n${at}`;
      const marks: Record<string, string> = { inline: '^[Smith 2020]', key: ' [@smith2020]' };
      body += `Words ${at}${marks[kind] ?? `[^${label}]`}${newBlock ? '\n\n' : ' '}`;
      if (kind === 'undefined') return;
      const says: Record<string, string> = {
        ours: full(id, style, language),
        labelled: full(id, style, language),
        theirs: 'Smith 2020, p. 5.',
        more: `${full(id, style, language).replace(/\.$/u, '')}; Smith 2020.`,
        ibid: 'Ibid.',
        place: 'Ibid., day 3, conclusion 1.',
      };
      const words = says[kind];
      if (words !== undefined) definitions.push(`[^${label}]: ${words}`);
      if (kind === 'place' || kind === 'ibid') {
        before = before === undefined || kind === 'ibid' ? before : 'idm2022-1-d3c1';
        if (before !== undefined) expected[label] = before;
      } else before = kind === 'ours' || kind === 'labelled' ? id : undefined;
    });
    return { text: `${body}\n\n${definitions.join('\n\n')}\n`, expected };
  }

  const ibids = (draft: Draft): Record<string, string> => {
    const said = new Set(
      draft.footnoteDefinitions.flatMap(({ label, text }) => (text.startsWith('Ibid') ? [label] : [])),
    );
    return Object.fromEntries(Object.entries(cited(draft)).filter(([label]) => said.has(label)));
  };

  property(
    '“ibid” cites what the note before does, and is never ours after another’s',
    fc.property(fc.array(note, { maxLength: 12 }), notes => {
      const { text, expected } = made(notes);
      assert.deepEqual(ibids(Draft.of(text, library)), expected);
    }),
    { runs: 200 },
  );

  property(
    '“ibid” cites after edits what it would in a draft read anew, there and in the whole',
    fc.property(
      fc.array(note, { minLength: 1, maxLength: 8 }),
      fc.array(note, { minLength: 1, maxLength: 8 }),
      fc.nat(),
      fc.nat(),
      (one, other, from, length) => {
        const draft = Draft.of(made(one).text, library);
        draft.citations();
        const { text: added } = made(other);
        const start = from % (draft.length + 1);
        draft.apply([{ start, end: Math.min(draft.length, start + (length % 40)), text: added }]);
        const fresh = Draft.of(draft.text, library);
        const all = fresh.citations();
        for (const { start: at, end } of all)
          assert.deepEqual(
            draft.citationsIn(at, end),
            all.filter(each => each.start <= end && each.end >= at),
          );
        assert.deepEqual(draft.citations(), all);
      },
    ),
    { runs: 40 },
  );
});
