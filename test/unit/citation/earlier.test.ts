/**
 * The wordings of version 0.1.0, which drafts hold: test/fixtures/earlier/citations.txt lists what that version wrote.
 * They stay ours, whatever is written now.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sourcesInOrder } from '../../../src/domain/citation/cite';
import {
  earlierInText,
  earlierNotes,
  earlierPandoc,
  earlierStyles,
} from '../../../src/domain/citation/earlier/wordings';
import { languages } from '../../../src/domain/citation/options';
import { recognizeNote } from '../../../src/domain/citation/recognize';
import { citations } from '../../../src/domain/draft/citations';
import { wordingsOfInText, wordingsOfNote, bitOf } from '../../../src/domain/rules/beginnings';
import { restyle } from '../../../src/domain/restyle/restyle';
import { library } from './fixture';

interface Line {
  readonly what: string;
  readonly style: (typeof earlierStyles)[number];
  readonly language: 'en' | 'fr' | 'es';
  readonly ids: readonly string[];
  readonly text: string;
}

const lines = readFileSync('test/fixtures/earlier/citations.txt', 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('# '))
  .map((line): Line => {
    const [what = '', style, language, ids = '', text = ''] = line.split('\t');
    return { what, style, language, ids: ids.split('+'), text } as Line;
  });
const isNote = ({ what }: Line): boolean => ['first', 'subsequent', 'ibid'].includes(what);

describe('what version 0.1.0 wrote', () => {
  it('is written down for every style, language and position, and for every kind of place', () => {
    const notes = lines.filter(isNote);
    for (const style of earlierStyles)
      for (const language of languages) {
        const own = notes.filter(line => line.style === style && line.language === language);
        assert.equal(new Set(own.map(({ ids }) => ids.join())).size, 6, `${style} ${language}`);
      }
  });

  it('is what the frozen wordings give', () => {
    const notes = new Map(
      [...new Set(lines.map(({ ids }) => ids.join('+')))].map(ids => [
        ids,
        earlierNotes(sourcesInOrder(library, ids.split('+'))),
      ]),
    );
    for (const { what, style, language, ids, text } of lines) {
      const sources = sourcesInOrder(library, ids);
      if (what === 'inText') assert.equal(earlierInText(sources, style, language), text);
      else if (what === 'pandoc') assert.equal(earlierPandoc(sources, language), text);
      else
        assert.ok(
          notes
            .get(ids.join('+'))
            ?.some(
              note =>
                note.style === style && note.language === language && note.position === what && note.text === text,
            ),
          text,
        );
    }
  });

  it('is recognized as ours, in its style, language and position', () => {
    for (const { what, style, language, ids, text } of lines.filter(isNote)) {
      const found = recognizeNote(library, ids, text);
      assert.ok(
        found.some(note => note.style === style && note.language === language && note.position === what),
        `${style} ${language} ${what}: ${text}`,
      );
    }
  });

  it('tells its style and language', () => {
    for (const { what, style, language, text } of lines.filter(line => isNote(line) || line.what === 'inText')) {
      const wordings = what === 'inText' ? wordingsOfInText(library, text.slice(1, -1)) : wordingsOfNote(library, text);
      assert.notEqual(wordings & bitOf(style, language), 0, `${style} ${language} ${what}: ${text}`);
    }
  });

  it('is seen in a draft as a citation of the same places', () => {
    for (const { what, ids, text } of lines.filter(
      line => (line.what === 'inText' || line.what === 'pandoc') && line.ids.every(id => id.startsWith('idm')),
    )) {
      const found = citations(library, `As was said ${text}.\n`);
      assert.equal(found.length, 1, `${what}: ${text}`);
      assert.deepEqual(
        found[0]?.ids,
        ids.filter(id => library.corpus(id) === undefined),
        `${what}: ${text}`,
      );
      assert.equal(found[0]?.corpus, 'idm2022-1');
    }
  });

  it('is restyled in the text as what is written now is', () => {
    for (const { style, language, ids, text } of lines.filter(
      line => line.what === 'inText' && line.ids.every(id => id.startsWith('idm')),
    )) {
      const to = { form: 'inText', style: style === 'apa' ? 'iom' : 'apa', language } as const;
      const { text: restyled, skipped } = restyle(library, `As was said ${text}.\n`, to);
      assert.deepEqual(skipped, [], `${style} ${language} ${ids.join()}: ${text}`);
      assert.notEqual(restyled, `As was said ${text}.\n`);
    }
  });
});
