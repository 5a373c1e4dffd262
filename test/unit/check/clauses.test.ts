import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { clausesOf, documentName, sentencesWithClauses } from '../../../src/domain/check/attribution/rewording/clauses';
import { library } from '../../../src/domain/corpus/bundled';

const lines = readFileSync('data/idm2022-1/clauses.txt', 'utf8')
  .split('\n')
  .filter(line => line && !line.startsWith('#'))
  .map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const);
const sentence = (short: string): { text: string; who: string; verbs: readonly string[] } => {
  const found = library.resolve(`idm2022-1-${short}`)?.sentence;
  assert.ok(found, short);
  return { text: found.text, who: found.attribution.who, verbs: found.attribution.verbs };
};
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];

describe('the clauses of the conclusions', () => {
  it('name the speaker of the sentence, and one of its verbs', () => {
    for (const [short, line] of lines) {
      const { who, verbs } = sentence(short);
      const head = line.slice(0, line.indexOf('^')).replaceAll(/[~<>]/g, '').replaceAll(/\s+/g, ' ').trim();
      const said = verbs.filter(verb => head.includes(verb === 'insisted on' ? 'insisted on the fact that' : verb));
      if (who === 'unnamed') assert.equal(head, '@ states that', short);
      else if (who === 'passive') assert.match(head, /^(?:it was noted that|@ refers to)$/, short);
      else if (who === 'consensus among speakers') assert.equal(head, 'there was consensus among speakers on', short);
      else
        assert.ok(
          head.startsWith({ discussions: 'the discussions' }[who] ?? who) && said.length > 0,
          `${short} ${head}`,
        );
    }
  });

  it('have the words of the source, in its order', () => {
    for (const [short, line] of lines) {
      const source = words(sentence(short).text);
      // Of alternatives the first is the source's; what is ours is marked.
      const mine = words(
        line
          .slice(line.indexOf('^'))
          .replaceAll(/<[^>]*>/g, ' ')
          .replaceAll(/\{([^/}]*)[^}]*\}/g, '$1'),
      );
      let at = 0;
      for (const word of mine) {
        const next = source.indexOf(word, at);
        assert.ok(next >= 0, `${short}: “${word}” of ${line}`);
        at = next + 1;
      }
    }
  });

  it('are read: every one has a place to begin and a place to end', () => {
    for (const id of sentencesWithClauses()) {
      for (const { speaker, head, readings } of clausesOf(id)) {
        assert.ok(
          speaker === documentName ||
            /speakers|participants|panelists|discussions/.test(speaker) ||
            head[0] === 'it was' ||
            head[0] === 'there was',
          id,
        );
        assert.ok(head[1].length > 0 && readings.length > 0, id);
        for (const { words: all, seams, cuts } of readings)
          assert.ok(
            seams.has(0) && cuts.has(all.length) && !all.some(each => /[[\]{}|^<>~@]/.test(each)),
            `${id}: ${all.join(' ')}`,
          );
      }
    }
  });
});
