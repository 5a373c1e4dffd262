import type { Edit, Problem } from './problem';

/**
 * The edits of the fixes that cannot be wrong, for the draft as it was checked; where two would
 * overlap, the first. Several insertions at one place go in order. Once they are made none is left, but for
 * comments whose problem went with them.
 */
export function safeEdits(problems: readonly Problem[]): Edit[] {
  const taken: Edit[] = [];
  for (const problem of problems) {
    const fix = problem.fixes.find(each => each.safe);
    if (!fix || fix.edits.some(edit => taken.some(other => edit.start < other.end && other.start < edit.end))) continue;
    // One finding's definition is added once, however often it is cited.
    if (fix.edits.every(edit => taken.some(other => other.start === edit.start && other.end === edit.end && other.text === edit.text))) continue;
    taken.push(...fix.edits);
  }
  return taken;
}
