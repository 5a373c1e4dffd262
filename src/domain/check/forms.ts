/**
 * One finding cited in two forms: a footnote here, a pandoc citation there. Within a note it can
 * only be cited in another form than by a note.
 */
import type { Analysed } from './checker';
import type { CitedForm } from './cited';
import { problem } from './noteChecker';
import type { Problem } from './problem';

/** So many units or citations are looked at in one step. */
const atOnce = 4_000;

/** A problem at every citation whose form is not that of the finding's first; in steps. */
export function* formsMixed(analysed: readonly Analysed[]): Generator<void, Problem[]> {
  if (!(yield* hasSeveralForms(analysed))) return [];
  let seen = 0;
  const first = new Map<string, CitedForm>();
  const found: Problem[] = [];
  for (const { base, facts } of analysed) {
    if (++seen % atOnce === 0) yield;
    if (facts.inNote) continue;
    for (const { form, entries, start, end } of facts.cites) {
      if (++seen % atOnce === 0) yield;
      const mixed = entries.find(entry => (first.get(entry) ?? form) !== form);
      for (const entry of entries) if (!first.has(entry)) first.set(entry, form);
      if (mixed === undefined) continue;
      const expected = first.get(mixed) ?? form;
      found.push(
        problem(
          'form-mixed',
          { start: base + start, end: base + end },
          'hint',
          { cited: [mixed], reference: form, expected },
          () => [],
        ),
      );
    }
  }
  return found;
}

/** Whether a draft cites in more than one form outside of its notes: hardly any does. */
function* hasSeveralForms(analysed: readonly Analysed[]): Generator<void, boolean> {
  let only: CitedForm | undefined;
  let seen = 0;
  for (const {
    facts: { cites, inNote },
  } of analysed) {
    if (++seen % atOnce === 0) yield;
    if (inNote) continue;
    for (const { form } of cites) {
      if (++seen % atOnce === 0) yield;
      only ??= form;
      if (form !== only) return true;
    }
  }
  return false;
}
