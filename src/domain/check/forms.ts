/**
 * One finding cited in two forms: a footnote here, a pandoc citation there. Within a note it can
 * only be cited in another form than by a note.
 */
import type { Analysed } from './checker';
import type { CitedForm } from './cited';
import type { UnitFacts } from './facts';
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
  for (const { form } of analysed) {
    if (++seen % atOnce === 0) yield;
    if (form === undefined) continue;
    if (form === 'several') return true;
    only ??= form;
    if (form !== only) return true;
  }
  return false;
}

/** The form of all citations of a unit outside of notes; nothing where it has none. */
export function formOf({ cites, inNote }: UnitFacts): CitedForm | 'several' | undefined {
  const first = inNote ? undefined : cites[0]?.form;
  return first === undefined || cites.every(({ form }) => form === first) ? first : 'several';
}
