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
});
