/** Going through the problems of a report: where one goes, the next takes its place. */

/** The problem that has the focus, before the page is drawn anew. */
interface Held {
  /** Where the problem is gone: the next one stands where it stood, and has the focus. */
  follow(): void;
}

/** @returns undefined where no problem has the focus: a button that was clicked has it */
export function heldIn(view: Element): Held | undefined {
  const problem = document.activeElement?.closest<HTMLElement>('.problem');
  const section = problem?.closest('section');
  if (!problem || !section || !view.contains(section)) return undefined;
  const { top } = problem.getBoundingClientRect();
  const all = problemsOf(section);
  const at = all.indexOf(problem);
  const others = [...all.slice(at + 1), ...all.slice(0, at).toReversed()];
  return {
    follow() {
      if (problem.isConnected || !section.isConnected) return;
      const next = others.find(each => each.isConnected) ?? section.querySelector('[data-key="none"]');
      if (!next) return;
      // One that began above the window was looked at from its end: the next is read from its beginning.
      window.scrollBy(0, next.getBoundingClientRect().top - Math.max(0, top));
      // Somebody who is typing in the draft meanwhile types on there.
      if (document.hasFocus()) (next.querySelector('button') ?? (next as HTMLElement)).focus({ preventScroll: true });
    },
  };
}

const problemsOf = (section: Element): HTMLElement[] => [...section.querySelectorAll<HTMLElement>('.problem')];
