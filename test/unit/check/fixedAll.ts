import { strict as assert } from 'node:assert';
import { prepare } from '../../../src/domain/check/check';
import { Checker } from '../../../src/domain/check/checker';
import { fixAll } from '../../../src/domain/check/fixAll';
import type { Problem } from '../../../src/domain/check/problem';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { applied } from '../../../src/domain/text/edits';
import { draftRules } from '../../../src/domain/rules/draftRules';

const tools = prepare(library);

/**
 * A text after all fixes that cannot be wrong, made at once as an editor makes them, by the rules of the draft as it
 * comes to be.
 */
export function fixedAll(text: string): string {
  const again = (draft: Draft): Generator<void, Problem[]> =>
    new Checker(draft, tools).steps(draftRules(draft, { style: 'un', form: 'footnote', language: 'auto' }));
  const draft = Draft.of(text, library);
  const first = again(draft);
  let problems = first.next();
  while (!problems.done) problems = first.next();
  const steps = fixAll(draft, problems.value, again);
  let edits = steps.next();
  while (!edits.done) edits = steps.next();
  let end = -1;
  for (const edit of edits.value) {
    assert.ok(edit.start > end && edit.end >= edit.start, 'edits are in order and touch no other');
    ({ end } = edit);
  }
  return applied(text, edits.value);
}
