/**
 * Where each note of a draft stands, and what it says there: first, right after, later; a place, the whole document,
 * several documents.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { definitionText } from '../../../src/domain/citation/cite';
import { languages, styles, type Style } from '../../../src/domain/citation/options';
import { noteContent, positions } from '../../../src/domain/citation/positions';
import { recognizeNote } from '../../../src/domain/citation/recognize';
import { Library } from '../../../src/domain/corpus/library';
import { property } from '../../property';
import { corpusOf, idm, library } from './fixture';

const organization = 'International Organization for Migration';
const other = 'Org \\<script\\>alert("1")\\</script\\>';

/**
 * What the notes of a draft say, each naming some ids; none is another author's. "?" before ids is a note edited by
 * hand.
 */
function notes(style: Style, ...cited: readonly string[]): string[] {
  const ids = cited.map(each =>
    each
      .replace('?', '')
      .split(' ')
      .filter(id => id !== '')
      .map(id => (id.includes('-') ? id : `idm2022-1-${id}`)),
  );
  const places = positions(ids.map((each, at) => noteContent(library, each, cited[at]?.startsWith('?') !== true)));
  return places.map((place, at) =>
    (ids[at]?.length ?? 0) === 0 ? '' : definitionText(library, ids[at] ?? [], { style, ...place }),
  );
}

/** The same without what the first note says in full. */
const later = (style: Style, ...cited: readonly string[]): string[] => notes(style, ...cited).slice(1);

describe('a note by its position', () => {
  it('is "ibid" alone for the place that the note before cites, else with its place', () => {
    assert.deepEqual(
      later('oscola', 'd2c4', 'd2c4', 'd2c5', 'b2', 'b2', 'd1c2 d2c5', 'd1c2 d2c5').map(text => text.toLowerCase()),
      [
        'ibid.',
        'ibid day 2, conclusion 5.',
        'ibid introduction, paragraph 2.',
        'ibid.',
        'ibid day 1, conclusion 2, and day 2, conclusion 5.',
        'ibid.',
      ],
    );
    assert.deepEqual(
      later('bluebook', 'd2c4', 'd2c4', 'd2c5').map(text => text.toLowerCase()),
      ['*id.*', '*id.* at day 2, conclusion 5.'],
    );
    assert.deepEqual(later('un', 'd2c4', 'd2c4', 'd2c5', 'd3c5', 'b2'), [
      'Ibid.',
      'Ibid., fifth conclusion.',
      'Ibid., day 3, fifth conclusion.',
      'Ibid., introduction, second paragraph.',
    ]);
  });

  it('names the document as a whole again after a place of it', () => {
    assert.deepEqual(later('oscola', 'd2c4', 'idm2022-1', 'idm2022-1'), [`${organization} (n 1).`, 'ibid.']);
    assert.deepEqual(later('bluebook', 'd2c4', 'idm2022-1', 'idm2022-1'), [
      `${organization}, *supra* note 1.`,
      '*Id.*',
    ]);
    assert.equal(later('un', 'd2c4', 'idm2022-1')[0], definitionText(library, 'idm2022-1'));
    assert.deepEqual(
      later('oscola', 'idm2022-1', 'd2c4').map(text => text.toLowerCase()),
      ['ibid day 2, conclusion 4.'],
    );
  });

  it('counts all notes, other people’s too, and is no "ibid" after theirs', () => {
    assert.deepEqual(
      notes('oscola', '', 'd2c4', '', 'd2c4', 'd2c4')
        .slice(3)
        .map(text => text.toLowerCase()),
      [`${organization.toLowerCase()} (n 2) day 2, conclusion 4.`, 'ibid.'],
    );
  });

  it('is no "ibid" after a note edited by hand, which may cite more', () => {
    assert.deepEqual(
      later('oscola', '?d2c4', 'd2c4').map(text => text.toLowerCase()),
      [`${organization.toLowerCase()} (n 1) day 2, conclusion 4.`],
    );
  });

  it('refers back for each of several documents that an earlier note cites', () => {
    const [mixed = '', again, both = ''] = later(
      'oscola',
      'd2c4',
      'd2c4 bad2022-1-d1c1',
      'd2c4 bad2022-1-d1c1',
      'd2c5 bad2022-1-d1c1',
    );
    assert.ok(mixed.startsWith(`${organization} (n 1) `) && mixed.includes(`; ${other}, ‘`), mixed);
    assert.equal(again, 'ibid.');
    assert.ok(both.startsWith(`${organization} (n 1) `) && both.includes(`; ${other} (n 2) `), both);
    const [single] = later('oscola', 'd2c4 bad2022-1-d1c1', 'd2c4');
    assert.ok(single?.startsWith(`${organization} (n 1) `), single);
  });

  it('in AGLC4 is “Ibid” after a note of one source only, and “(n 1)” later', () => {
    const full = definitionText(library, 'idm2022-1-d2c4', { style: 'aglc4' });
    assert.deepEqual(notes('aglc4', 'd2c4', 'd2c4', 'd2c5', '', 'd2c4', 'idm2022-1', 'idm2022-1'), [
      full,
      'Ibid.',
      'Ibid day 2, conclusion 5.',
      '',
      `${organization} (n 1) day 2, conclusion 4.`,
      `${organization} (n 1).`,
      'Ibid.',
    ]);
    const [again = ''] = later('aglc4', 'd2c4 bad2022-1-d1c1', 'd2c4 bad2022-1-d1c1');
    assert.ok(again.startsWith(`${organization} (n 1) day 2, conclusion 4; ${other} (n 1) `), again);
  });

  it('names a document in full again where the note before cites two of one author', () => {
    const two = new Library([
      corpusOf('idm2022-1', idm, [6, 12, 8], { introduction: 6, closing: 2 }),
      corpusOf('idm2022-2', idm, [3], { introduction: 1, closing: 1 }),
    ]);
    const [, place] = positions(
      [['idm2022-1-d2c4', 'idm2022-2-d1c1'], [], ['idm2022-2-d1c1']].map(ids => noteContent(two, ids)),
    ).slice(1);
    assert.equal(
      definitionText(two, 'idm2022-2-d1c1', { style: 'oscola', ...place }),
      definitionText(two, 'idm2022-2-d1c1', { style: 'oscola' }),
    );
    assert.match(
      definitionText(two, 'idm2022-2-d1c1', { style: 'chicago-notes', ...place }),
      /, \*Global Compact for Migration Implementation in Practice\*, /u,
    );
  });

  const id = fc.constantFrom(
    'idm2022-1',
    'idm2022-1-d1c2',
    'idm2022-1-d2c4',
    'idm2022-1-b2',
    'bad2022-1',
    'bad2022-1-d2c35',
  );
  const note = fc.record({ ids: fc.uniqueArray(id, { maxLength: 3 }), certain: fc.boolean() });
  property(
    'is recognized as ours, whatever stands before it',
    fc.property(
      fc.array(note, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...styles),
      fc.constantFrom(...languages),
      (draft, style, language) => {
        const places = positions(draft.map(({ ids, certain }) => noteContent(library, ids, certain)));
        draft.forEach(({ ids }, at) => {
          if (ids.length === 0) return;
          const text = definitionText(library, ids, { style, language, ...places[at] });
          assert.ok(
            recognizeNote(library, ids, text).some(
              known => known.style === style && known.language === language && known.earlier !== true,
            ),
            text,
          );
          if (/^\*?(?:ibid|id)\.\*?$/iu.test(text))
            assert.deepEqual(
              { before: draft[at - 1]?.ids, certain: draft[at - 1]?.certain },
              { before: ids, certain: true },
            );
        });
      },
    ),
    { runs: 300 },
  );
});
