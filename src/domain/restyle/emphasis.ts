// Citations whose other form would change the emphasis around them.
import type { Block, Draft } from '../draft/draft';
import { linkLabels } from '../draft/linkLabels';
import { keepsStructure } from '../insert/unchanged';
import { inOrder, type Edit } from '../text/edits';

/** Edits no further apart are read together. */
const together = 4000;
/** Of more in one such stretch, which change it together, none is tried alone. */
const mostTried = 8;

/**
 * Of edits that change citations only, those that would make emphasis of marks beside them that made none, or the
 * reverse: what a mark does depends on the characters at its sides, and a bracket may have a blank before it where a note's
 * mark has none. Without these, the others change nothing.
 *
 * @param edits in order, apart
 */
export function breaking(draft: Draft, edits: readonly Edit[]): Edit[] {
  const suspects = edits.filter(edit => flanksOtherwise(draft.text, edit));
  return stretches(draft, suspects).flatMap(({ block, edits: some }) => {
    const keeps = (tried: readonly Edit[]): boolean =>
      keepsStructure(
        block.words,
        tried.map(({ start, end, text }) => ({ start: start - block.start, end: end - block.start, text })),
        linkLabels(draft),
      );
    if (keeps(some)) return [];
    return some.length > mostTried ? some : leftOver(some, keeps);
  });
}

/** The edits that cannot be made with the others: each is tried until none more can be. */
function leftOver(edits: readonly Edit[], keeps: (tried: readonly Edit[]) => boolean): readonly Edit[] {
  let made: readonly Edit[] = [];
  let left = edits;
  for (let before = -1; before !== left.length;) {
    before = left.length;
    for (const edit of left) {
      const tried = inOrder([...made, edit]);
      if (keeps(tried)) made = tried;
    }
    left = edits.filter(edit => !made.includes(edit));
  }
  return left;
}

/** What a mark of emphasis does depends on which of these stands at its side. */
const kinds = [/[\p{P}\p{S}]/u, /\S/u];
const kindOf = (char: string): number => kinds.findIndex(kind => kind.test(char));

/** Whether a mark of emphasis beside an edit has a character of another kind at its side after it. */
function flanksOtherwise(text: string, { start, end, text: words }: Edit): boolean {
  return (
    (isMark(text[start - 1]) && kindOf(text.charAt(start)) !== kindOf(words.charAt(0) || text.charAt(end))) ||
    (isMark(text[end]) && kindOf(text.charAt(end - 1)) !== kindOf(words.at(-1) ?? text.charAt(start - 1)))
  );
}

const isMark = (char = ''): boolean => /[*_~]/u.test(char);

interface Together {
  readonly block: Block;
  readonly edits: Edit[];
}

/** The edits that are read together: those of one block, not far from each other. */
function stretches(draft: Draft, edits: readonly Edit[]): Together[] {
  const found: Together[] = [];
  for (const edit of edits) {
    const block = draft.blockAt(edit.start);
    const last = found.at(-1);
    if (block === undefined) continue;
    const near = last?.block === block && edit.end - (last.edits[0]?.start ?? 0) <= together;
    if (near) last.edits.push(edit);
    else found.push({ block, edits: [edit] });
  }
  return found;
}
