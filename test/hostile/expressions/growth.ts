/**
 * How the work of a backtracking matcher grows with the text: the two shapes of ambiguity that make it more than linear
 * (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991; Weideman et al., "Analyzing matching time
 * behavior of backtracking regular expression matchers by using ambiguity of NFA", 2016), for an expression that is
 * tried at every place of a text.
 */
import { automatonOf, type Automaton } from './automaton';

interface Growth {
  readonly kind: 'linear' | 'polynomial' | 'exponential';
  /** Characters whose repetition shows it. */
  readonly pump?: string;
  /** The most steps a bounded loop may cost at each place of the text. */
  readonly perCharacter: number;
}

/**
 * The growth of the work of an expression, tried at every place of a text as all searching, scanning and replacing
 * does.
 */
export function growthOf(source: string, flags: string): Growth {
  const automaton = automatonOf(source, flags);
  // A match that is complete ends one search; a scan of all matches goes on right behind it.
  const scans = /[gy]/.test(flags);
  const loops = loopsOf(automaton);
  const sets = new SetsOfStates(automaton);
  for (const loop of loops) {
    if (loop.states.some(state => automaton.before.has(state))) continue;
    const pump = twoWaysRound(automaton, loop.states);
    if (pump !== undefined) return { kind: 'exponential', pump, perCharacter: Infinity };
  }
  let perCharacter = 1;
  /** The product of the bounds on the longest chain of loops that ends with a loop. */
  const cost = new Map<Loop, number>();
  // In the order in which loops are reached.
  for (const second of loops.toReversed()) {
    let most = 1;
    const leading = leadingTo(automaton, second);
    for (const first of loops) {
      if (first === second || second.states.some(state => automaton.before.has(state))) continue;
      if (Math.min(first.bound, second.bound) <= 1 || !first.states.some(state => leading.has(state))) continue;
      // Most have none even where matches that succeed count, which is quickly seen.
      const pump =
        fromLoopToLoop(automaton, sets, first, second, leading, scans, false) &&
        fromLoopToLoop(automaton, sets, first, second, leading, scans, true);
      if (pump === undefined) continue;
      if (second.bound === Infinity && first.bound === Infinity)
        return { kind: 'polynomial', pump, perCharacter: Infinity };
      most = Math.max(most, (cost.get(first) ?? 1) * Math.min(first.bound, second.bound));
    }
    cost.set(second, most);
    perCharacter = Math.max(perCharacter, most);
  }
  return { kind: 'linear', perCharacter };
}

const tooMany = 200_000;

interface Loop {
  readonly states: readonly number[];
  readonly bound: number;
  /** Where each symbol leads from a state of the loop and stays in it. */
  readonly within: ReadonlyMap<number, readonly (readonly number[])[]>;
}

/** The strongly connected parts that hold a way round, those reached last first (Tarjan). */
function loopsOf({ next, bound, initial }: Automaton): Loop[] {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const loops: Loop[] = [];
  const visit = (state: number): void => {
    order.set(state, order.size);
    low.set(state, order.get(state)!);
    open.push(state);
    isOpen.add(state);
    for (const to of new Set(next[state]!.flat())) {
      if (!order.has(to)) {
        visit(to);
        low.set(state, Math.min(low.get(state)!, low.get(to)!));
      } else if (isOpen.has(to)) low.set(state, Math.min(low.get(state)!, order.get(to)!));
    }
    if (low.get(state) !== order.get(state)) return;
    const states = open.splice(open.indexOf(state));
    for (const each of states) isOpen.delete(each);
    if (states.length > 1 || next[state]!.some(to => to.includes(state))) {
      const inside = new Set(states);
      loops.push({
        states,
        bound: Math.max(...states.map(each => bound[each]!)),
        within: new Map(states.map(each => [each, next[each]!.map(to => to.filter(one => inside.has(one)))])),
      });
    }
  };
  visit(initial);
  return loops;
}

/** Whether a loop can be gone round in two ways on the same characters: the work doubles with each turn. */
function twoWaysRound(automaton: Automaton, states: readonly number[]): string | undefined {
  const inside = new Set(states.filter(state => !automaton.complete[state]));
  const { next, symbols } = automaton;
  for (const state of inside) {
    const twice = next[state]!.findIndex(to => to.some((each, at) => inside.has(each) && to.indexOf(each) !== at));
    if (twice >= 0) return symbols[twice]!;
  }
  const back = new Map<string, [number, number][]>();
  const seen = new Map<string, string>();
  const queue: [number, number][] = [];
  for (const state of inside) {
    seen.set(`${state},${state}`, '');
    queue.push([state, state]);
  }
  for (const [first, second] of queue) {
    const word = seen.get(`${first},${second}`)!;
    symbols.forEach((symbol, at) => {
      for (const one of next[first]![at]!) {
        for (const other of next[second]![at]!) {
          if (!inside.has(one) || !inside.has(other)) continue;
          const key = `${one},${other}`;
          back.set(key, [...(back.get(key) ?? []), [first, second]]);
          if (seen.has(key)) continue;
          seen.set(key, word + symbol);
          queue.push([one, other]);
        }
      }
    });
  }
  // Those from which the two ways meet again.
  const meeting = new Set<string>();
  const found = [...inside].map(state => `${state},${state}`);
  for (const key of found) {
    for (const [first, second] of back.get(key) ?? []) {
      const from = `${first},${second}`;
      if (first === second || meeting.has(from)) continue;
      meeting.add(from);
      found.push(from);
    }
  }
  for (const key of meeting) if (seen.get(key)) return seen.get(key);
  return undefined;
}

/**
 * Whether some characters lead round one loop, round another, and from the first to the second: each turn may then be
 * taken in either, and a match that fails tries them all.
 *
 * @param leading the states from which the second can be reached
 * @param failing whether to look at the sets of states a match is in, too, and so for texts on which it does fail
 */
function fromLoopToLoop(
  automaton: Automaton,
  sets: SetsOfStates,
  first: Loop,
  second: Loop,
  leading: ReadonlySet<number>,
  scans: boolean,
  failing: boolean,
): string | undefined {
  const { next, complete, before } = automaton;
  const ways = new Map<number, readonly (readonly number[])[]>();
  const search: Search = {
    automaton,
    sets: failing ? sets : undefined,
    first,
    second,
    goingOn: new Map(first.states.map(state => [state, symbolsWithin(first, state)])),
    waysFrom(state) {
      const found = ways.get(state) ?? next[state]!.map(to => to.filter(each => leading.has(each)));
      ways.set(state, found);
      return found;
    },
  };
  for (const q of second.states) {
    for (const p of first.states) {
      // Where these characters complete a match by either loop alone, none fails; where a single search is all there
      // is, by any way.
      const matched = before.has(p) && scans ? [q] : [p, q];
      if (!leading.has(p) || matched.some(each => complete[each])) continue;
      const word = wordBetween(search, p, q, matched);
      if (word !== undefined) return word;
    }
  }
  return undefined;
}

/** What a search from one loop to another goes by. */
interface Search {
  readonly automaton: Automaton;
  /** Where sets of states are looked at, too. */
  readonly sets: SetsOfStates | undefined;
  readonly first: Loop;
  readonly second: Loop;
  /** The symbols that stay in the first loop, by the state. */
  readonly goingOn: ReadonlyMap<number, readonly number[]>;
  /** Where each symbol leads from a state, if the second loop can be reached from there. */
  waysFrom(state: number): readonly (readonly number[])[];
}

/** Characters that lead from a state of the first loop back to it and to one of the second, and from that back to it. */
function wordBetween(search: Search, p: number, q: number, matched: readonly number[]): string | undefined {
  const { automaton, sets } = search;
  const seen = new Map<number, Set<number>>();
  const queue: Reached[] = [{ one: p, way: p, two: q, matched: sets?.of(matched) ?? 0, symbol: -1, from: undefined }];
  for (const at of queue) {
    if (queue.length > tooMany) throw new Error('too large to be judged');
    goOn(search, at, seen, queue);
    const round = at.from && at.one === p && at.way === q && at.two === q;
    if (round && (!sets || sets.mayFail(at.matched))) return wordOf(at, automaton.symbols);
  }
  return undefined;
}

/**
 * Puts where one more character leads into the queue. This is most of the work of judging: one number stands for three
 * states, and a word is put together only once it is asked for.
 *
 * @param seen by the set of states that a match is in
 */
function goOn(search: Search, at: Reached, seen: Map<number, Set<number>>, queue: Reached[]): void {
  const { automaton, sets, first, second, goingOn, waysFrom } = search;
  const { length } = automaton.next;
  const [oneNext, wayNext, twoNext] = [first.within.get(at.one)!, waysFrom(at.way), second.within.get(at.two)!];
  for (const symbol of goingOn.get(at.one)!) {
    if (twoNext[symbol]!.length === 0 || wayNext[symbol]!.length === 0) continue;
    const matched = sets?.after(at.matched, symbol) ?? 0;
    if (sets?.completes(matched)) continue;
    const seenThere = seen.get(matched) ?? new Set();
    seen.set(matched, seenThere);
    for (const way of wayNext[symbol]!) {
      for (const one of oneNext[symbol]!) {
        for (const two of twoNext[symbol]!) {
          const states = (one * length + way) * length + two;
          if (seenThere.has(states)) continue;
          seenThere.add(states);
          queue.push({ one, way, two, matched, symbol, from: at });
        }
      }
    }
  }
}

/** Where some characters have led, in both loops and between them. */
interface Reached {
  readonly one: number;
  readonly way: number;
  readonly two: number;
  /** The states that a match is in, by the number of their set. */
  readonly matched: number;
  /** The last of these characters, by its number, and where those before it had led; none at the start. */
  readonly symbol: number;
  readonly from: Reached | undefined;
}

/** The characters that have led there. */
function wordOf(reached: Reached, symbols: readonly string[]): string {
  let word = '';
  for (let at = reached; at.from; at = at.from) word = symbols[at.symbol]! + word;
  return word;
}

/** The symbols that lead from a state of a loop to one of the same loop. */
function symbolsWithin(loop: Loop, state: number): readonly number[] {
  return loop.within.get(state)!.flatMap((to, symbol) => (to.length > 0 ? [symbol] : []));
}

/** The states from which a loop can be reached. */
function leadingTo({ next }: Automaton, loop: Loop): ReadonlySet<number> {
  const from: number[][] = next.map(() => []);
  next.forEach((bySymbol, state) => {
    for (const to of new Set(bySymbol.flat())) from[to]!.push(state);
  });
  const leading = new Set(loop.states);
  for (const state of leading) for (const each of from[state]!) leading.add(each);
  return leading;
}

/** The sets of states that a match may be in, numbered as they are met: where each leads is worked out once. */
class SetsOfStates {
  readonly #numbers = new Map<string, number>();
  readonly #states: (readonly number[])[] = [];
  readonly #after: number[][] = [];
  readonly #complete: boolean[] = [];

  constructor(private readonly automaton: Automaton) {}

  /** The number of a set; of the same states in another order, another one. */
  of(states: readonly number[]): number {
    const key = states.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#states.length;
    this.#numbers.set(key, number);
    this.#states.push(states);
    this.#after.push([]);
    this.#complete.push(states.some(each => this.automaton.complete[each]));
    return number;
  }

  /** Where a symbol surely leads from a set. */
  after(set: number, symbol: number): number {
    return (this.#after[set]![symbol] ??= this.of(
      [...new Set(this.#states[set]!.flatMap(each => this.automaton.surely[each]![symbol]!))].sort((a, b) => a - b),
    ));
  }

  /** Whether a match is complete in one of its states. */
  completes(set: number): boolean {
    return this.#complete[set]!;
  }

  /** Whether some text that follows completes no match from any of its states. */
  mayFail(set: number): boolean {
    const { surely, completeAtEnd } = this.automaton;
    const seen = new Set([set]);
    for (const at of seen) {
      if (seen.size > tooMany) throw new Error('too large to be judged');
      if (!this.#states[at]!.some(each => completeAtEnd[each])) return true;
      for (let symbol = 0; symbol < surely[0]!.length; symbol++) {
        const after = this.after(at, symbol);
        if (!this.completes(after)) seen.add(after);
      }
    }
    return false;
  }
}
