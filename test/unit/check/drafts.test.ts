import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { check, prepare } from '../../../src/domain/check/check';
import type { Problem } from '../../../src/domain/check/problem';
import { library } from '../../../src/domain/corpus/bundled';

const tools = prepare(library);
const folder = 'test/fixtures/check';

/** One line a problem: where, how grave, what, the words it is about, and what the message tells. */
function line(text: string, { code, start, end, severity, data, fixes }: Problem): string {
  const before = text.slice(0, start).split('\n');
  const told = [
    data.where && `source ${data.where.id ?? 'heading'}`,
    data.pieces && `pieces ${data.pieces.map(piece => piece.id).join(', ')}`,
    data.differences && data.differences.map(each => `${each.text || '∅'} → ${each.source || '∅'}`).join(', '),
    data.omission && `${data.omission.graveness}: ${data.omission.text}`,
    data.bracket && `bracket: ${data.bracket.text}`,
    data.sentence && `${data.sentence.who} in ${data.sentence.id}`,
    data.suggestion && `did you mean ${data.suggestion}`,
  ]
    .filter(Boolean)
    .join('; ');
  const words = text.slice(start, end).replace(/\s+/g, ' ');
  const shown = words.length > 70 ? `${words.slice(0, 40)} … ${words.slice(-25)}` : words;
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${severity} ${code} ‹${shown}›${told && ` (${told})`}${fixes.length > 0 ? ` [${fixes.map(fix => fix.kind + (fix.safe ? '!' : '')).join(', ')}]` : ''}`;
}

describe('whole drafts', () => {
  for (const name of ['resolution', 'declaration', 'position-paper']) {
    it(`${name}: every problem, and no other`, () => {
      const text = readFileSync(`${folder}/${name}.md`, 'utf8');
      const found = `${check(text, tools)
        .map(each => line(text, each))
        .join('\n')}\n`;
      // UPDATE_EXPECTED=1 writes what was found, to be read line by line before it is committed.
      if (process.env['UPDATE_EXPECTED']) writeFileSync(`${folder}/${name}.expected.txt`, found);
      assert.equal(found, readFileSync(`${folder}/${name}.expected.txt`, 'utf8'));
    });
  }
});
