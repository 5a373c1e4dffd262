/**
 * A regular expression as the graph a backtracking matcher walks: the characters it reads, the choices between them,
 * and the assertions that stand on the way. Bounded repetitions of more than a few turns are loops that know their
 * bound.
 */
import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** One character to be read: which, written as an expression, and the loops it stands in, from the outermost. */
interface Read {
  readonly raw: string;
  /** How many characters the outermost loop round it reads at most; 0 where it stands in none. */
  readonly bound: number;
}

/**
 * What must hold at a place. `behind` and `ahead` are of one character, given as an expression; `unsure` may hold or
 * not.
 */
export type Assertion =
  | { readonly kind: 'start' | 'end' | 'word' | 'notWord' | 'unsure' }
  | { readonly kind: 'behind' | 'ahead'; readonly raw: string; readonly negate: boolean };

type Step =
  /** `turn`: which way goes round a loop once more. */
  | { readonly kind: 'choice'; readonly to: number[]; turn?: number }
  | { readonly kind: 'read'; readonly read: number; to: number }
  | { readonly kind: 'assert'; readonly assertion: Assertion; to: number }
  | { readonly kind: 'accept' }
  | { readonly kind: 'dead' };

export interface Graph {
  readonly steps: readonly Step[];
  readonly reads: readonly Read[];
  readonly start: number;
}

/** Repetitions of no more turns are written out; others are loops. */
const writtenOut = 5;

/** The graph of an expression. Throws an error where it holds what cannot be judged: a loop in a lookbehind. */
export function graphOf(source: string, flags: string): Graph {
  const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, flags.includes('u'));
  const builder = new Builder();
  return {
    steps: builder.steps,
    reads: builder.reads,
    start: builder.disjunction(pattern.alternatives, builder.add({ kind: 'accept' })),
  };
}

class Builder {
  readonly steps: Step[] = [];
  readonly reads: Read[] = [];
  #bound = 0;

  add(step: Step): number {
    return this.steps.push(step) - 1;
  }

  /** Each builder of a part is told where the part leads to, and says where it begins. */
  disjunction(alternatives: readonly AST.Alternative[], to: number): number {
    const starts = alternatives.map(({ elements }) =>
      elements.toReversed().reduce((next, element) => this.#element(element, next), to),
    );
    return starts.length === 1 ? starts[0]! : this.add({ kind: 'choice', to: starts });
  }

  #element(element: AST.Element, to: number): number {
    switch (element.type) {
      case 'Group':
      case 'CapturingGroup':
        return this.disjunction(element.alternatives, to);
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        return this.add({ kind: 'read', read: this.reads.push({ raw: element.raw, bound: this.#bound }) - 1, to });
      case 'Quantifier':
        return this.#repeated(element, to);
      case 'Assertion':
        return this.#assertion(element, to);
      case 'Backreference': {
        // It reads what its group has read.
        const group = [element.resolved].flat()[0]!;
        return this.disjunction(group.alternatives, to);
      }
    }
  }

  #repeated(quantifier: AST.Quantifier, to: number): number {
    const { element, min, max, greedy } = quantifier;
    const optional = (inner: number, next: number) =>
      this.add({ kind: 'choice', to: greedy ? [inner, next] : [next, inner] });
    if (max <= writtenOut || (max === min && max <= 2 * writtenOut)) {
      let next = to;
      for (let turn = max; turn > 0; turn--) {
        const inner = this.#element(element, next);
        next = turn > min ? optional(inner, to) : inner;
      }
      return next;
    }
    const outer = this.#bound;
    if (outer === 0) this.#bound = max * longest(element);
    const loop: Step & { kind: 'choice' } = { kind: 'choice', to: [] };
    const head = this.add(loop);
    const inner = this.#element(element, head);
    loop.to.push(...(greedy ? [inner, to] : [to, inner]));
    loop.turn = inner;
    // One turn of those it must make, so that it cannot be passed by.
    const begin = min > 0 ? this.#element(element, head) : head;
    this.#bound = outer;
    return begin;
  }

  #assertion(assertion: AST.Assertion, to: number): number {
    const assert = (what: Assertion) => this.add({ kind: 'assert', assertion: what, to });
    if (assertion.kind === 'start' || assertion.kind === 'end') return assert({ kind: assertion.kind });
    if (assertion.kind === 'word') return assert({ kind: assertion.negate ? 'notWord' : 'word' });
    const { negate, alternatives } = assertion as AST.LookaroundAssertion;
    const raw = alternatives.map(each => each.raw).join('|');
    const single = alternatives.every(
      ({ elements: [only, ...others] }) => only && others.length === 0 && only.type.startsWith('Character'),
    );
    if (assertion.kind === 'lookahead') {
      if (single) return assert({ kind: 'ahead', raw, negate });
      // What it looks at is read, then what follows is read from the same place.
      const looked = this.disjunction(alternatives, this.add({ kind: 'dead' }));
      return this.add({ kind: 'choice', to: [looked, assert({ kind: 'unsure' })] });
    }
    if (single) return assert({ kind: 'behind', raw, negate });
    if (alternatives.some(each => longestOf(each.elements) === Infinity))
      throw new Error('a loop in a lookbehind: read backwards by a scanner instead');
    return assert({ kind: 'unsure' });
  }
}

/** The most characters an element can read. */
function longest(element: AST.Element): number {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return Math.max(...element.alternatives.map(each => longestOf(each.elements)));
    case 'Quantifier':
      // Without a bound and of nothing, it is nothing.
      return longest(element.element) === 0 || element.max === 0 ? 0 : element.max * longest(element.element);
    case 'Assertion':
      return 0;
    case 'Backreference':
      return Math.max(...[element.resolved].flat()[0]!.alternatives.map(each => longestOf(each.elements)));
    default:
      return 1;
  }
}

function longestOf(elements: readonly AST.Element[]): number {
  return elements.reduce((sum, element) => sum + longest(element), 0);
}
