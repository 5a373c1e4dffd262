/** Rules by the words they may begin with, so that at most words of a text few are tried, or none. */
import { certain } from '../../../certain';
import { pattern, type Kind, type Pattern, type Phrases } from '../pattern';
import { beginsClause, type TaggedWords } from '../tags';

/** A rule with its pattern, ready to be read. */
interface Compiled<R> extends Pattern {
  readonly rule: R;
}

/** The rules to be tried at a word, in their order. @throws where a pattern cannot be read */
export function triedAt<R extends { readonly pattern: string }>(
  rules: readonly R[],
  phrases: Phrases,
): (words: TaggedWords, at: number) => readonly Compiled<R>[] {
  const compiled = rules.map((rule): Compiled<R> => ({ rule, ...pattern(rule.pattern, phrases) }));
  // By what begins at the word: a bit each for a verb, a name and a clause.
  const beginning = (fits: (first: Pattern['first']) => boolean): readonly (readonly Compiled<R>[])[] =>
    Array.from({ length: 8 }, (_, found) =>
      compiled.filter(
        ({ first }) => fits(first) || (typeof first === 'string' && (found & (1 << kinds.indexOf(first))) !== 0),
      ),
    );
  const atAnyWord = beginning(first => first === undefined);
  const words = new Set(compiled.flatMap(({ first }) => (typeof first === 'object' ? [...first] : [])));
  const byWord = new Map(
    [...words].map(word => [
      word,
      beginning(first => first === undefined || (typeof first === 'object' && first.has(word))),
    ]),
  );
  const atClauses = compiled.some(({ first }) => first === 'clause');
  return (tagged, at) =>
    certain(
      (byWord.get(tagged.lower[at] ?? '') ?? atAnyWord)[
        (tagged.verbs[at] ? 1 : 0) + (tagged.speakers[at] ? 2 : 0) + (atClauses && beginsClause(tagged, at) ? 4 : 0)
      ],
    );
}
const kinds: readonly Kind[] = ['verb', 'speaker', 'clause'];
