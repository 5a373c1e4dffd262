import assert from 'node:assert/strict';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { sentenceAt } from '../../../src/domain/draft/sentenceAt';

/** What is found at the `|` of a text, with `^` where a citation for it goes. */
function found(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const sentence = sentenceAt(Draft.of(text, library), offset);
  if (!sentence) return undefined;
  const from = text.indexOf(sentence.text);
  return `${text.slice(from, sentence.end)}^${text.slice(sentence.end, from + sentence.text.length)}`.trim();
}

describe('the sentence at a place of a draft', () => {
  const rows: [text: string, sentence: string | undefined][] = [
    ['Cities meet. They wo|rk with partners. So it is.\n', 'They work with partners^.'],
    ['|Cities meet. They work.\n', 'Cities meet^.'],
    ['Cities meet.| They work.\n', 'Cities meet^.'],
    ['Cities meet. They work|\n', 'They work^'],
    ['- Cities of para. 3 me|et; they work;\n- Others.\n', '- Cities of para. 3 meet; they work^;'],
    ['Do they meet|?\n', 'Do they meet^?'],
    ['# Cities me|et\n', undefined],
    ['| a | b |\n|---|---|\n| c | d |\n', undefined],
    ['```\ncode |here.\n```\n', undefined],
    ['|\n', undefined],
  ];
  for (const [text, sentence] of rows)
    it(JSON.stringify(text), () => {
      assert.equal(found(text), sentence);
    });

  it('is parted from the next by a stop with the mark of a note behind it, and has no mark in its words', () => {
    const text = 'One is.[^idm2022-1-d1c1] Two is.[^own] Three is[^idm2022-1-d2c9].\n\n[^own]: Mine.\n';
    const at = (words: string): [words: string | undefined, behind: string] => {
      const sentence = sentenceAt(Draft.of(text, library), text.indexOf(words) + 1);
      return [sentence?.text.trim().replace(/\s+/gu, ' '), text.slice(0, sentence?.end)];
    };
    assert.deepEqual(at('One'), ['One is.', 'One is.[^idm2022-1-d1c1]']);
    assert.deepEqual(at('Two'), ['Two is.', 'One is.[^idm2022-1-d1c1] Two is.[^own]']);
    assert.deepEqual(at('Three'), ['Three is .', text.slice(0, text.indexOf('.\n\n'))]);
  });
});
