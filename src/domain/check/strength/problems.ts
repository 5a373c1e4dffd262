/** The problems of cited clauses that say otherwise than the source, in the draft's own words; in steps. */
import type { Claim } from '../attribution/judge';
import type { LocalProblem } from '../facts';
import { offsetAfter, offsetOf, type Prose } from '../prose';
import type { Range } from '../../text/ranges';
import { rewordEdit } from '../rewordEdit';
import { mask } from '../told';
import type { Overstatement, StrengthJudge } from './strengthJudge';
import type { Read } from './words';

/** @param words the words of claims that were read already */
export function* paraphraseProblems(
  judge: StrengthJudge,
  prose: Prose,
  claims: readonly Claim[],
  words: ReadonlyMap<Claim, Read> = new Map(),
): Generator<void, LocalProblem[]> {
  if (claims.length === 0) return [];
  const { chars } = prose.view;
  const masked = mask(prose);
  const kind = prose.unit.blocks[0]?.kind;
  const listed = kind === 'listItem' || kind === 'heading' || kind === 'table';
  const found: LocalProblem[] = [];
  for (const claim of claims) {
    // What the note answers for only was read for who spoke.
    if (claim.uncited) continue;
    for (const each of judge.judge(chars, masked, claim, { listed, words: words.get(claim) }))
      found.push(problemOf(prose, each));
    const agreed = listed ? undefined : judge.agreedBehind(chars, claim);
    // What has a citation of its own is of another text.
    if (agreed && !prose.citations.some(each => isAt(prose, agreed, each))) found.push(problemOf(prose, agreed));
    yield;
  }
  return found;
}

/** Whether a citation stands in what was found, or right behind it. */
function isAt({ view }: Prose, { start, end }: Range, cited: Range): boolean {
  return cited.start > offsetOf(view, start) && cited.start <= offsetAfter(view, end) + 2;
}

function problemOf(prose: Prose, { start, end, instead, added, sentence, unclear, fix }: Overstatement): LocalProblem {
  const { view } = prose;
  const { who, verbs } = sentence.attribution;
  const edit = fix && editOf(prose, fix);
  return {
    code: 'paraphrase-altered',
    start: offsetOf(view, start),
    end: offsetAfter(view, end),
    severity: unclear ? 'information' : 'warning',
    data: {
      said: view.chars.slice(start, end),
      ...(instead !== undefined && { instead }),
      ...(added && { added }),
      sentence: { id: sentence.id, text: sentence.text, who, verbs },
    },
    fixes: ({ base }) =>
      edit
        ? [
            {
              kind: 'reword',
              to: fix.words,
              safe: false,
              sure: true,
              edits: [{ start: base + edit.start, end: base + edit.end, text: edit.text }],
            },
          ]
        : [],
  };
}

/** The edit in the unit's text; words that are only taken in stand before a place. */
function editOf(
  prose: Prose,
  fix: NonNullable<Overstatement['fix']>,
): { start: number; end: number; text: string } | undefined {
  if (fix.end > fix.start)
    return rewordEdit(prose, { start: fix.start, end: fix.end, text: fix.text, words: fix.words, speakerEnd: 0 });
  const at = offsetOf(prose.view, fix.start);
  return { start: at, end: at, text: fix.text };
}
