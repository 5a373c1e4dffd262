// Pandoc citations with their place in braces, as note styles want it: read, checked and restyled like those without.
import assert from 'node:assert/strict';
import { check, prepare } from '../../../src/domain/check/check';
import { cite } from '../../../src/domain/citation/cite';
import { languages } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { insertedText } from '../../../src/domain/insert/plan';
import { restyle } from '../../../src/domain/restyle/restyle';

const braced = { form: 'pandoc', placeInBraces: true } as const;

describe('places in braces', () => {
  const tools = prepare(library);
  const entries = [...library.findings, ...library.passages].map(({ id }) => [id]);
  const cited = [
    ...entries,
    ['idm2022-1'],
    ['idm2022-1-d1c2', 'idm2022-1-d2c4', 'idm2022-1-d2c6'],
    ['idm2022-1-b1', 'idm2022-1-d3c1'],
  ];

  it('are written where they are asked for', () => {
    assert.equal(
      cite(library, ['idm2022-1-d2c6', 'idm2022-1-d2c4'], braced).text,
      '[@idm2022-1, {day 2, conclusions 4 and 6}]',
    );
    assert.equal(cite(library, ['idm2022-1-d2c4'], { form: 'pandoc' }).text, '[@idm2022-1, day 2, conclusion 4]');
    assert.equal(cite(library, ['idm2022-1'], braced).text, '[@idm2022-1]');
    assert.equal(
      insertedText(library, { ids: ['idm2022-1-d2c4'], kind: 'citation', style: 'un', language: 'fr', ...braced }),
      '[@idm2022-1, {jour 2, conclusion 4}]',
    );
  });

  it('are found, and nothing is wrong with them', () => {
    for (const language of languages) {
      for (const ids of cited) {
        const text = `Words ${cite(library, ids, { ...braced, language }).text}.\n`;
        const [citation, more] = Draft.of(text, library).citations();
        assert.deepEqual([citation?.ids, more], [ids[0] === 'idm2022-1' ? [] : ids, undefined], text);
        assert.deepEqual(
          check(text, tools, { form: 'pandoc', language }).map(({ code }) => code),
          [],
          text,
        );
      }
    }
  });

  it('come back from every other form', () => {
    const text = `${cited.map(ids => `Words ${cite(library, ids, braced).text}.`).join('\n\n')}\n`;
    for (const form of ['footnote', 'inText'] as const) {
      const there = restyle(library, text, { form, style: 'iom', placeInBraces: true });
      assert.deepEqual(there.skipped, []);
      assert.equal(restyle(library, there.text, { ...braced, style: 'iom' }).text, text);
    }
  });
});
