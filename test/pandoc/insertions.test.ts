// A sample of insertions read by pandoc before and after: with our words, citation and note taken out, pandoc's
// document is the same.
import assert from 'node:assert/strict';
import { forms } from '../../src/domain/citation/options';
import { library } from '../../src/domain/corpus/bundled';
import { Draft } from '../../src/domain/draft/draft';
import { applied } from '../../src/domain/text/edits';
import { planInsertion, type Request } from '../../src/domain/insert/plan';
import { draftsToEdit } from '../insertions/drafts';
import { freshId, signs } from '../insertions/taken';
import { read } from './read';

/** So many offsets lie between two that are tried; every draft begins at another. Where it is told, all is tried there. */
const told = process.env['IDM_FINDINGS_PANDOC_STRIDE'];
const stride = Number(told ?? 37);
/**
 * To pandoc an item without words, to everybody else a mark, or a number or letter that ends a line, as a year does:
 * words beside it make words of it.
 */
const emptyItem = /^[ \t]*(?:\[\^[^\]\s]+\]:[ \t]*)?(?:[-*+]|(?:\d{1,9}|\p{Lu})\.)[ \t]*$/u;

/** Whether the line at an offset, or the last or the next one with words, is such an item. */
function besideEmptyItem(text: string, at: number): boolean {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const lines = [
    text.slice(0, at).trimEnd().split('\n').at(-1),
    text.slice(from).split('\n', 1)[0],
    text.slice(at).trimStart().split('\n', 1)[0],
  ];
  return lines.some(line => emptyItem.test(line ?? ''));
}

/**
 * Takes our citation, words and note out of what pandoc read, each of them once; undefined where one is not there once.
 * @param stop the full stop of a quotation that is a part of a sentence: behind its marks, or behind the citation
 */
function bare(after: string, request: Request, stop = ''): string | undefined {
  const { marks, words } = signs(request);
  const inNote = request.form === 'footnote';
  const cites = [
    `<Note><Para>${marks.at(-1)}.</></>`,
    ...marks.slice(2).flatMap(each => [`<Cite idm2022-1>${each}</>`, each]),
  ].flatMap(each => (stop !== '' && !each.startsWith('<Note>') ? [`${each}${stop}`, each] : [each]));
  const strip = (text: string | undefined, strings: readonly string[]): string | undefined => {
    const found = text === undefined ? undefined : strings.find(each => text.includes(each));
    return found === undefined || text === undefined
      ? undefined
      : text.replaceAll(found, '').replace(/<Para><\/>/gu, '');
  };
  const uncited = strip(after, cites);
  if (request.kind === 'citation') return uncited;
  return strip(
    uncited,
    words.flatMap(each => [
      `<BlockQuote><Para>${each}</></>`,
      ...(stop !== '' && inNote ? [`“${each}”${stop}`] : []),
      `“${each}”`,
      ...(request.kind === 'blockQuotation' ? [each] : []),
    ]),
  );
}

const drafts = draftsToEdit();

describe('insertions read by pandoc', function () {
  this.timeout(300_000);
  const kinds = ['citation', 'quotation', 'blockQuotation'] as const;
  for (const [number, [name, text]] of drafts.entries()) {
    it(`leave ${name} as it is`, () => {
      const draft = Draft.of(text, library);
      const id = freshId(text);
      const tried: { readonly request: Request; readonly at: number; readonly after: string }[] = [];
      for (let at = number % stride; at <= text.length; at += stride) {
        for (const [row, kind] of kinds.entries()) {
          for (const [column, form] of forms.entries()) {
            // At one place each kind in one form, at the next in another: pandoc reads a third.
            if (told === undefined && (row + column + Math.floor(at / stride) + number) % forms.length > 0) continue;
            const request: Request = { ids: [id], kind, form, style: 'un', language: 'en' };
            const { edits, refused } = planInsertion(draft, library, [{ start: at, end: at }], request);
            if (refused.length === 0) tried.push({ request, at, after: applied(text, edits) });
          }
        }
      }
      const [before = '', ...all] = read([text, ...tried.map(({ after }) => after)]);
      const failures = tried.flatMap(({ request: { kind, form }, request, at }, index) => {
        const after = all[index] ?? '';
        const lefts = [bare(after, request), bare(after, request, '.')];
        const left = lefts.find(each => each === before) ?? lefts[0];
        // What a block quotation parts, lists only pandoc knows among it, may go on behind it in another.
        // In a note that no mark leads to, nobody sees it.
        if (after === before || left === before || (kind === 'blockQuotation' && left !== undefined)) return [];
        if (besideEmptyItem(text, at)) return [];
        let from = 0;
        while (from < before.length && left?.[from] === before[from]) from += 1;
        const why =
          left === undefined
            ? `not there once: ${after.slice(0, 300)}`
            : `was …${before.slice(Math.max(0, from - 40), from + 80)}…\n  is …${left.slice(Math.max(0, from - 40), from + 80)}…`;
        return [
          `${kind}, ${form}, at ${JSON.stringify(`${text.slice(Math.max(0, at - 30), at)}¦${text.slice(at, at + 30)}`)}\n  ${why}`,
        ];
      });
      assert.deepEqual(failures, []);
    });
  }
});
