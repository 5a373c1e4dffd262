// What words are kept so that a reader can follow: not the blanks between words that all changed.
import type { Step } from '../differences';
import type { Token } from './paragraph';
import { certain } from '../certain';
import { append } from '../longLists';

/**
 * The steps without shreds: white space between two changes changes with them, and little that is left of a paragraph
 * is not kept.
 */
export function readably(given: readonly Step[], was: readonly Token[], is: readonly Token[]): Step[] {
  const blank = (token: Token | undefined): boolean =>
    typeof token?.content === 'string' && token.content.trim() === '';
  const kept = given.filter(({ old, made }) => old !== undefined && made !== undefined);
  const size = (tokens: readonly Token[]): number => tokens.filter(token => !blank(token)).length;
  if (4 * kept.filter(({ old }) => !blank(was[certain(old)])).length < Math.min(size(was), size(is)))
    return broken(given, () => true);
  const isKept = (at: number): boolean =>
    given[at] === undefined || (given[at].old !== undefined && given[at].made !== undefined);
  return broken(given, at => {
    let [from, to] = [at, at];
    const isBlank = (place: number): boolean => {
      const old = given[place]?.old;
      return old !== undefined && blank(was[old]);
    };
    if (!isBlank(at)) return false;
    while (isKept(from) && isBlank(from)) from--;
    while (isKept(to) && isBlank(to)) to++;
    return given[from] !== undefined && given[to] !== undefined && !isKept(from) && !isKept(to);
  });
}

/** The steps with some of what is kept deleted and inserted instead. */
function broken(given: readonly Step[], breaks: (at: number) => boolean): Step[] {
  const result: Step[] = [];
  let [old, made]: [Step[], Step[]] = [[], []];
  for (const [at, step] of [...given, undefined].entries()) {
    if (step && (step.old === undefined || step.made === undefined || breaks(at))) {
      if (step.old !== undefined) old.push({ old: step.old });
      if (step.made !== undefined) made.push({ made: step.made });
      continue;
    }
    append(result, [...old, ...made]);
    if (step) result.push(step);
    [old, made] = [[], []];
  }
  return result;
}
