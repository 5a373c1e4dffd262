// Words of the drafter's around a pandoc citation ("see") on the way to Word and to plain text: they stand around what
// we write.
import assert from 'node:assert/strict';
import { definitionText } from '../../../src/domain/citation/cite';
import { library } from '../../../src/domain/corpus/bundled';
import { styles, type Style } from '../../../src/domain/citation/options';
import { Draft } from '../../../src/domain/draft/draft';
import { plainDraft } from '../../../src/domain/handover/copy';
import { leftToPandoc, writtenOut } from '../../../src/domain/handover/writtenOut';
import type { Language } from '../../../src/domain/corpus/types';

const key = 'idm2022-1';
const author = 'International Organization for Migration';
/** A draft as pandoc gets it, without the list of sources, its notes in order. */
const out = (text: string, style: Style, language: Language = 'en'): { body: string; notes: string[] } => {
  const all = writtenOut(Draft.of(text, library), library, { style, language });
  const notes = [...all.matchAll(/^\[\^([^\]]+)\]: (.*)$/gmu)];
  const marks = [...all.matchAll(/\[\^([^\]]+)\](?!:)/gu)].map(([, label]) => label);
  return {
    body: all.split(/\n\n(?:#|\[\^|<!--)/u)[0] ?? '',
    notes: marks.map(label => notes.find(note => note[1] === label)?.[2] ?? ''),
  };
};
const un = (ids: string, language: Language = 'en'): string =>
  definitionText(library, `${key}-${ids}`, { style: 'un', language });

describe('words around a citation on the way to Word', () => {
  it('stand before a note’s words and behind them', () => {
    const { body, notes } = out(
      `A [see @${key}, day 2, conclusion 4]. B [@${key}, day 2, conclusion 4, *emphasis* added].\n`,
      'un',
    );
    assert.match(body, /^A\.\[\^[^\]]+\] B\.\[\^[^\]]+\]$/u);
    assert.deepEqual(notes, [`See ${un('d2c4')}`, un('d2c4').replace(/\.$/u, ', *emphasis* added.')]);
  });

  it('are no other note’s: the same finding without words has its own', () => {
    for (const style of styles.filter(each => each === 'un' || each === 'oscola')) {
      const { notes } = out(
        `A [see @${key}, day 2, conclusion 4]. B [@${key}, day 2, conclusion 4]. C [cf. @${key}, day 2, conclusion 4].\n`,
        style,
      );
      assert.deepEqual(
        notes.map(note => /^(?:See|Cf\.) /u.exec(note)?.[0]),
        ['See ', undefined, 'Cf. '],
        notes.join('\n'),
      );
    }
  });

  it('make later notes no “ibid”, since they may name other works, and may have “ibid” themselves', () => {
    const text = (second: string, third: string): string =>
      `A [@${key}, day 2, conclusion 4]. B [${second}@${key}, day 2, conclusion 5]. C [${third}@${key}, day 2, conclusion 5].\n`;
    assert.deepEqual(out(text('see ', ''), 'oscola').notes.slice(1), [
      'See ibid day 2, conclusion 5.',
      `${author} (n 1) day 2, conclusion 5.`,
    ]);
    assert.deepEqual(out(text('', 'see '), 'aglc4').notes.slice(1), ['Ibid day 2, conclusion 5.', 'See ibid.']);
    assert.deepEqual(out(text('', 'see '), 'bluebook').notes.slice(1), ['*Id.* at day 2, conclusion 5.', 'See *id.*']);
  });

  it('stand in parentheses where the style cites in the text', () => {
    assert.equal(
      out(`A [see @${key}, day 2, conclusion 4, emphasis added].\n`, 'iom').body,
      'A (see IOM, 2022, day 2, fourth conclusion, emphasis added).',
    );
    assert.equal(
      out(`A [see @${key}; cf. @${key}, day 3, conclusion 1].\n`, 'apa').body,
      `A (see ${author}, 2022, Summary of conclusions; cf. ${author}, 2022, Day 3, Conclusion 1).`,
    );
    assert.equal(
      out(`A [voir @${key}, jour 2, conclusion 4].\n`, 'iom', 'fr').body,
      'A (voir OIM, 2022, jour 2, quatrième conclusion).',
    );
    assert.equal(
      plainDraft(library, `A [see @${key}, day 2, conclusion 4].\n`, 'un', 'en'),
      'A (see IOM, 2022, day 2, fourth conclusion).\n',
    );
  });

  it('come from brackets broken over lines, and from keys in braces or with places', () => {
    assert.equal(
      out(`> A [see\n> @${key}, day 2,\n> conclusion 4, emphasis\n> added].\n`, 'iom').body,
      '> A (see IOM, 2022, day 2, fourth conclusion, emphasis added).',
    );
    assert.equal(
      out(`A [see @{${key}}, {day 2, conclusion 4}, emphasis added].\n`, 'iom').body,
      'A (see IOM, 2022, day 2, fourth conclusion, emphasis added).',
    );
    assert.equal(
      out(`A [see @${key}-d2c4, emphasis added].\n`, 'iom').body,
      'A (see IOM, 2022, day 2, fourth conclusion, emphasis added).',
    );
  });

  it('are left to pandoc where there is a note in them, and keep another author’s reference', () => {
    const noted = `A [see theirs[^1] and @${key}, day 2, conclusion 4].\n\n[^1]: Theirs.\n`;
    assert.equal(
      writtenOut(Draft.of(noted, library), library, { style: 'un', language: 'en' }).split('\n')[0],
      noted.split('\n')[0],
    );
    assert.equal(
      out(`A [@${key}, day 2, conclusion 4, and @smith2020].\n`, 'iom').body,
      'A (IOM, 2022, day 2, fourth conclusion, and @smith2020).',
    );
  });

  it('are not taken where pandoc has to write the citation, which is told', () => {
    const text = `A [see @${key}, day 2, conclusion 4].\n\nB [@smith2020; @${key}, day 2, conclusion 4].\n\nC [-@${key}, day 2, conclusion 4].\n\n@${key} [day 2, conclusion 4] says.\n`;
    const draft = Draft.of(text, library);
    for (const style of styles) {
      const left = leftToPandoc(draft, library, { style, language: 'en' }).map(({ start, end }) =>
        text.slice(start, end),
      );
      assert.deepEqual(left, [`[@smith2020; @${key}, day 2, conclusion 4]`, `[-@${key}, day 2, conclusion 4]`]);
      assert.ok(left.every(words => writtenOut(draft, library, { style, language: 'en' }).includes(words)));
    }
    assert.deepEqual(
      leftToPandoc(Draft.of(`---\ncsl: own.csl\n---\n\n${text}`, library), library, { style: 'un', language: 'en' }),
      [],
    );
    assert.deepEqual(
      leftToPandoc(Draft.of(`A [@${key}, day 2, conclusion 4].\n`, library), library, { style: 'un', language: 'en' }),
      [],
    );
  });
});
