// Our forms beside those that citeproc produces with the styles' own CSL files. Where ours depart on purpose, the
// difference is named here.
import assert from 'node:assert/strict';
import { bibliography, entryText } from '../../../src/domain/citation/bibliography';
import { inTextCitation, noteRuns, sourcesOf } from '../../../src/domain/citation/cite';
import { toText } from '../../../src/domain/citation/inline';
import type { Style } from '../../../src/domain/citation/options';
import { noteContent, positions } from '../../../src/domain/citation/positions';
import { Library } from '../../../src/domain/corpus/library';
import type { Language } from '../../../src/domain/corpus/types';
import { Citeproc } from './citeproc';
import { summary } from './fixture';

const library = new Library([summary]);
const places = [4, 5, 5, undefined, 6];
const place = (number: number): string => `day 2, conclusion ${number}`;

/** What we write in a draft of notes on these conclusions of day 2; `undefined` is somebody else's note. */
function ours(style: Style): string[] {
  const notes = places.map(number => (number === undefined ? [] : [`idm2022-1-d2c${number}`]));
  const at = positions(notes.map(ids => (ids.length === 0 ? { corpora: [] } : noteContent(library, ids))));
  return notes.flatMap((ids, index) =>
    ids.length === 0 ? [] : [toText(noteRuns(library, ids, { style, ...at[index] }))],
  );
}

/** The same notes as citeproc prints them. */
function theirs(name: string, locale: string, citeproc = new Citeproc(name, 'en', locale)): string[] {
  return places.flatMap((number, at) =>
    number === undefined ? [] : [citeproc.cites({ locator: place(number), label: '' }, at + 1)],
  );
}

const entryOf = (style: Style, language: Language): string =>
  bibliography(library, [{ ids: [], corpus: summary.id }], style, language)
    .map(entryText)
    .join();
const inText = (style: Style): string =>
  toText(inTextCitation(library, sourcesOf(library, ['idm2022-1-d2c4']), style, 'en'));
const suffixed = (citeproc: Citeproc): string => citeproc.cites({ suffix: `, ${place(4)}` }, 0);

describe('our forms beside citeproc’s', () => {
  it('are the same in OSCOLA: first, right after, the same place, later, and in the list', () => {
    const citeproc = new Citeproc('oscola', 'en', 'en-GB');
    assert.deepEqual(ours('oscola'), theirs('oscola', 'en-GB', citeproc));
    assert.equal(entryOf('oscola', 'en'), citeproc.entry());
  });

  it('are the same in the Bluebook but for two commas: none before the first place, one before “at”', () => {
    assert.deepEqual(
      ours('bluebook'),
      theirs('bluebook-law-review', 'en-US').map(note =>
        note.replace(/(Conclusions), (day)/u, '$1 $2').replace(/(note \d) (at)/u, '$1, $2'),
      ),
    );
  });

  it('are the same in AGLC4 but for the first note, whose parentheses hold the kind of document and not the publisher', () => {
    const [first = '', ...later] = ours('aglc4');
    const [theirFirst = '', ...theirLater] = theirs('australian-guide-to-legal-citation', 'en-GB');
    assert.deepEqual(later, theirLater);
    assert.equal(
      first
        .replace(
          ' (Summary of Conclusions, 2022)',
          ': Summary of Conclusions (International Organization for Migration, 2022)',
        )
        .replace(/\.$/u, ''),
      theirFirst.replace(/ \(‘.*’\)\.$/u, ''),
    );
  });

  it('are the same in APA, but for the capitals of the place, and in the list the publisher, who is the author, and the session, which citeproc leaves out', () => {
    const citeproc = new Citeproc('apa', 'en', 'en-US');
    assert.equal(inText('apa').toLowerCase(), suffixed(citeproc).toLowerCase());
    assert.equal(
      entryOf('apa', 'en').replace('Online, February 28–March 2, 2022. ', ''),
      citeproc.entry().replace('. International Organization for Migration. http', '. http'),
    );
  });

  it('are the same in ISO 690, in the text and in the list of each language, but for how “online” stands apart and the stop that Spanish ends with', () => {
    const blank = (words: string): string => words.replace(/\s+/gu, ' ');
    for (const [language, locale] of [
      ['en', 'en-US'],
      ['fr', 'fr-FR'],
      ['es', 'es-ES'],
    ] as const) {
      const citeproc = new Citeproc(`iso690-author-date-${language}`, language, locale);
      if (language === 'en') assert.equal(inText('iso690'), suffixed(citeproc));
      const entry = citeproc.entry().replace(language === 'es' ? /\.$/u : '', '');
      assert.equal(
        blank(entryOf('iso690', language)),
        blank(entry).replace('. Online. ', ' [online]. ').replace('. [en línea]', ' [en línea]'),
      );
    }
  });
});
