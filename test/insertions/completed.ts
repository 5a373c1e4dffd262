// What accepting a row of the completion's list does to a draft in which a trigger was typed, as
// src/editor/completion.ts plans it.
import { library } from '../../src/domain/corpus/bundled';
import { Draft } from '../../src/domain/draft/draft';
import { applied, type Edit } from '../../src/domain/text/edits';
import type { Range } from '../../src/domain/text/ranges';
import { planInsertion, type Request } from '../../src/domain/insert/plan';
import { triggerAt } from '../../src/domain/insert/trigger';
import { packed, wrong } from './taken';
import { rendered } from './rendered';

/** What is typed to be completed, `‸` where the cursor is; the editor has closed the brackets and quotation marks. */
export const typed = [
  ' @climate‸',
  '@"climate‸"',
  ' @>climate‸',
  '@climate‸',
  '[@climate‸]',
  ' [@climate‸]',
  ' [see @climate‸]',
  ' [-@climate‸]',
  ' [@climate‸; @smith]',
  ' §climate‸',
  ';;"climate‸"',
  ' [#climate‸]',
  ' [see %%climate‸]',
] as const;
/** The signs that begin those of them that do not begin with `@`. */
const signs = /§|;;|#|%%/u;

const word = 'xqzw';

/**
 * Why completing what was typed at an offset is wrong; undefined where it is right, 'none' where nothing is offered.
 */
export function wrongCompletion(
  text: string,
  at: number,
  what: string,
  wanted: Omit<Request, 'kind'>,
): string | undefined {
  if (isNoPlace(text, at, what, wanted)) return 'none';
  const full = text.slice(0, at) + what.replace('‸', '') + text.slice(at);
  const cursor = at + what.indexOf('‸');
  const draft = Draft.of(full, library);
  const line = draft.lineAt(cursor);
  const trigger = triggerAt(
    line.text,
    cursor - line.start,
    key => library.corpus(key) !== undefined,
    signs.exec(what)?.[0],
  );
  if (trigger === undefined) return 'none';
  const target = { start: line.start + trigger.start, end: line.start + trigger.end, bundled: trigger.bundled };
  if (!['prose', 'citationKey'].includes(draft.zoneAt(target.start))) return 'none';
  const request: Request = { ...wanted, kind: trigger.kind };
  const { edits, refused } = planInsertion(draft, library, [target], request);
  if (refused.length > 0) return edits.length > 0 ? 'refused, and written' : 'none';
  const after = applied(full, edits);
  if (!trigger.bundled) return wrongInProse(text, full, target, edits, request);
  // In a bracket begun by hand, the key alone is another.
  const [was, is] = [full, after].map(each => packed(JSON.stringify(rendered(each))));
  const key = edits.map(edit => packed(edit.text)).join('');
  return was === is?.replace(key, packed(full.slice(target.start, target.end)))
    ? undefined
    : `the rest changed:\n  was ${was}\n  is  ${is}`;
}

/** Whether nobody asks for an insertion at a place, or what is typed there makes something else of it. */
function isNoPlace(text: string, at: number, what: string, wanted: Omit<Request, 'kind'>): boolean {
  // No cursor stands between CR and LF.
  if (text.slice(at - 1, at + 1) === '\r\n') return true;
  // Whoever types into a mark of Markdown's takes it apart.
  if (
    /[-*_=<>!^~`[\]:{}&|\\#+]{2}/u.test(text.slice(at - 1, at + 1)) ||
    /\[\^[^\s[\]]*$|^[ \t]*\d+$/mu.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))
  )
    return true;
  // So does who types brackets into brackets.
  if (/^ ?\[/u.test(what) && /\[[^[\]\n]*$/u.test(text.slice(Math.max(0, at - 200), at))) return true;
  // A dash without its blank is no mark of an item any more.
  if (!what.startsWith(' ') && /^[ \t]*[-+*]$/u.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))) return true;
  const place = Draft.of(text, library);
  return (
    place.zoneAt(at) !== 'prose' ||
    planInsertion(place, library, [{ start: at, end: at }], { ...wanted, kind: 'citation' }).refused.length > 0
  );
}

/** Why completing a trigger in prose, which a whole citation takes the place of, is wrong. */
function wrongInProse(
  text: string,
  full: string,
  target: Range,
  edits: readonly Edit[],
  request: Request,
): string | undefined {
  const [before, behind] = [full.slice(0, target.start), full.slice(target.end)];
  // What is typed may swallow the notes below it: the line under a table becomes a row.
  if (rendered(before + word + behind).notes.length < rendered(text).notes.length) return 'none';
  // The blank before it may stay. Words typed at some places change the draft by themselves: before an item's mark,
  // say. Then they stand for the trigger.
  return (
    wrong(full, edits, request, text) &&
    wrong(full, edits, request, before + behind) &&
    wrong(full, edits, request, before + word + behind, word)
  );
}
