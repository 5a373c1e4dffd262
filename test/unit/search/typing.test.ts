import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { stopWords } from '../../../src/domain/text/commonWords';
import { SearchIndex } from '../../../src/domain/search/index';
import { fold } from '../../../src/domain/text/folded';

const index = SearchIndex.build(library.findings, library);
const found = (query: string): string[] => index.search(query).map(({ finding }) => finding.id);
const beginnings = (text: string, from: number): string[] =>
  Array.from({ length: text.length - from + 1 }, (_, at) => text.slice(0, from + at));

describe('search letter by letter', () => {
  it('shows something from the first letter of every word of the findings to its last', () => {
    const words = new Set(
      library.findings.flatMap(({ text, label }) => `${text} ${label}`.toLowerCase().match(/[a-z]{4,}/gu) ?? []),
    );
    const common = [...stopWords];
    const empty = [...words]
      .filter(word => !stopWords.has(fold(word)))
      .flatMap(word => beginnings(word, 1))
      .filter(typed => !common.some(word => word.startsWith(typed)) && found(typed).length === 0);
    assert.deepEqual([...new Set(empty)], []);
    for (const typed of ['i', 'in', 'a', 'so', 'be']) assert.ok(found(typed).length > 0, typed);
  });

  it('has a finding in the list all the while its label is typed', () => {
    const lost = library.findings.flatMap(({ id, label, topics }) =>
      [label, ...topics].flatMap(text => beginnings(text, 7).filter(typed => !found(typed).includes(id))),
    );
    assert.deepEqual(lost, []);
  });

  it('calls no word missing while it may become a known one, misspelt', () => {
    for (const [known, last] of [
      ['climat', 'negotations'],
      ['migrants', 'identiy'],
      ['vaccines', 'chalenges'],
      ['missing', 'speaers'],
    ] as const) {
      const missing = beginnings(`${known} ${last}`, known.length + 2).flatMap(
        typed => index.search(typed)[0]?.without ?? [],
      );
      assert.deepEqual(missing, [], `${known} ${last}`);
    }
    for (const [typed, missing] of [
      ['drowning Lampedusa', 'Lampedusa'],
      ['drowning zorb', 'zorb'],
      ['climat negota accord', 'negota'],
      ['drowning Rome', 'Rome'],
    ] as const) {
      assert.deepEqual(index.search(typed)[0]?.without, [missing], typed);
    }
  });

  it('is not emptied by a word that is not finished, and says that what it shows is found without it', () => {
    const typed = (query: string) => index.search(query, { typing: true });
    const drowning = found('drowning');
    for (const query of beginnings('drowning Lampedusa', 'drowning '.length)) {
      assert.deepEqual(
        typed(query).map(({ finding }) => finding.id),
        drowning,
        query,
      );
    }
    assert.deepEqual(typed('drowning lamp')[0]?.without, ['lamp']);
    assert.deepEqual(typed('drowning Tapachula lamp')[0]?.without, ['Tapachula', 'lamp']);
    assert.deepEqual(
      typed('drowning day:1 lamp').map(({ finding }) => finding.day),
      typed('drowning day:1').map(() => 1),
    );
  });

  it('is emptied by a finished word of another subject, and by one that no other word goes with', () => {
    for (const query of ['drowning lamp ', 'lamp', 'lamp shade', 'rescue dog', 'the lamp'])
      assert.deepEqual(index.search(query, { typing: true }), [], query);
    assert.deepEqual(found('drowning lamp'), []);
  });

  it('knows British spellings before they are finished', () => {
    for (const [typed, id] of [
      ['labou', 'd3c5'],
      ['digitalis', 'd2c3'],
      ['stigmatisat', 'd3c2'],
      ['standardisati', 'd2c3'],
      ['organis', 'd1c6'],
    ] as const) {
      assert.ok(found(typed).slice(0, 5).includes(`idm2022-1-${id}`), `${typed}: ${found(typed).join(' ')}`);
    }
  });
});
