/** What a matcher can be doing after each character: states, and where each character leads from each. */
import { graphOf, type Assertion, type Graph } from './steps';

export interface Automaton {
  /** Characters that the expression treats alike are one symbol: one of them stands for it. */
  readonly symbols: readonly string[];
  /** `next[state][symbol]`: the states it leads to, one entry for each way. */
  readonly next: readonly (readonly (readonly number[])[])[];
  /** Those of them that it leads to whatever else the text holds. */
  readonly surely: readonly (readonly (readonly number[])[])[];
  /**
   * How many characters the loop round a state's character reads at most: 0 in no loop, Infinity in an unbounded one.
   */
  readonly bound: readonly number[];
  /** Whether a match is complete there, whatever follows. */
  readonly complete: readonly boolean[];
  /** Whether it is where the text ends there. */
  readonly completeAtEnd: readonly boolean[];
  /** The states before the match begins: one for each kind of character before it. */
  readonly before: ReadonlySet<number>;
  readonly initial: number;
}

interface Path {
  /** The character it leads to; `undefined` where it accepts. */
  readonly read: number | undefined;
  readonly after: number;
  readonly assertions: readonly Assertion[];
}

/** A character as assertions see it. */
interface Symbol {
  readonly sample: string;
  readonly word: boolean;
  readonly newline: boolean;
}

const samples = [
  'a',
  'z',
  'A',
  'Z',
  '0',
  '9',
  '_',
  ' ',
  '\t',
  '\n',
  '\r',
  '-',
  '.',
  ',',
  '"',
  '“',
  '’',
  'é',
  'É',
  'ß',
  '²',
  '\u0301',
  '\u00a0',
  '\uffff',
  'Ж',
  '中',
];
const tooMany = 20_000;

/**
 * The automaton of an expression that is tried at every place of a text, as a search, a scan or a replacement tries it.
 *
 * Throws an error where it is too large to be judged.
 */
export function automatonOf(source: string, flags: string): Automaton {
  const graph = graphOf(source, flags);
  const behind = [
    ...new Set(
      graph.steps.flatMap(step =>
        step.kind === 'assert' && step.assertion.kind === 'behind' ? [step.assertion.raw] : [],
      ),
    ),
  ];
  const tests = new Tests(flags);
  const symbols = symbolsOf(graph, tests);
  const rules = new Rules(graph, tests, flags.includes('m'), behind);
  const states: { read: number; after: number; last: Symbol | undefined }[] = [];
  const known = new Map<string, number>();
  const stateOf = (read: number, after: number, last: Symbol | undefined): number => {
    const key = `${read}/${rules.kindOf(last)}`;
    const at = known.get(key) ?? states.push({ read, after, last }) - 1;
    known.set(key, at);
    return at;
  };
  const initial = stateOf(-1, graph.start, undefined);
  const next: number[][][] = [];
  const surely: number[][][] = [];
  for (let at = 0; at < states.length; at++) {
    if (at > tooMany) throw new Error('too large to be judged');
    const { read, after, last } = states[at]!;
    const ways = symbols.map(symbol =>
      rules.paths(after).flatMap(path => {
        if (path.read === undefined || !tests.match(graph.reads[path.read]!.raw, symbol.sample)) return [];
        const held = path.assertions.map(each => rules.holds(each, last, symbol));
        return held.includes(false)
          ? []
          : [{ to: stateOf(path.read, path.after, symbol), sure: !held.includes(undefined) }];
      }),
    );
    const waiting = symbols.map(symbol => (read < 0 ? [stateOf(-1, graph.start, symbol)] : []));
    next.push(ways.map((each, symbol) => [...waiting[symbol]!, ...each.map(({ to }) => to)]));
    surely.push(
      ways.map((each, symbol) => [...waiting[symbol]!, ...each.filter(({ sure }) => sure).map(({ to }) => to)]),
    );
  }
  return {
    symbols: symbols.map(({ sample }) => sample),
    next,
    surely,
    bound: states.map(({ read }) => (read < 0 ? Infinity : graph.reads[read]!.bound)),
    complete: states.map(
      ({ read, after }) =>
        read >= 0 && rules.paths(after).some(path => path.read === undefined && path.assertions.length === 0),
    ),
    completeAtEnd: states.map(
      ({ read, after }) =>
        read >= 0 &&
        rules.paths(after).some(path => path.read === undefined && path.assertions.every(({ kind }) => kind === 'end')),
    ),
    before: new Set(states.flatMap(({ read }, at) => (read < 0 ? [at] : []))),
    initial,
  };
}

/** Which characters a part of an expression reads, told by the engine itself. */
class Tests {
  readonly #flags: string;
  readonly #tests = new Map<string, RegExp>();
  readonly #answers = new Map<string, boolean>();

  constructor(flags: string) {
    this.#flags = flags.replace(/[gym]/g, '');
  }

  match(raw: string, sample: string): boolean {
    const key = `${raw}\u0000${sample}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const test = this.#tests.get(raw) ?? new RegExp(`^(?:${raw})$`, this.#flags);
    this.#tests.set(raw, test);
    const answer = test.test(sample);
    this.#answers.set(key, answer);
    return answer;
  }
}

const isWord = (symbol: Symbol | undefined): boolean => symbol?.word === true;

class Rules {
  readonly #paths = new Map<number, Path[]>();

  constructor(
    readonly graph: Graph,
    readonly tests: Tests,
    readonly multiline: boolean,
    readonly behind: readonly string[],
  ) {}

  /** What assertions can tell of the character before a place. */
  kindOf(last: Symbol | undefined): string {
    return last
      ? `${last.word}${last.newline}${this.behind.map(raw => this.tests.match(raw, last.sample)).join('')}`
      : 'none';
  }

  /** Whether an assertion holds between two characters; `undefined` where that depends on others. */
  holds(assertion: Assertion, last: Symbol | undefined, next: Symbol): boolean | undefined {
    switch (assertion.kind) {
      case 'start':
        return last === undefined || (this.multiline && last.newline);
      case 'end':
        return this.multiline && next.newline;
      case 'word':
        return isWord(last) !== next.word;
      case 'notWord':
        return isWord(last) === next.word;
      case 'behind':
        return (last !== undefined && this.tests.match(assertion.raw, last.sample)) !== assertion.negate;
      case 'ahead':
        return this.tests.match(assertion.raw, next.sample) !== assertion.negate;
      case 'unsure':
        return undefined;
    }
  }

  /** The ways from a step to the next characters. A turn of a loop that reads nothing is none. */
  paths(from: number): readonly Path[] {
    const known = this.#paths.get(from);
    if (known) return known;
    const found: Path[] = [];
    const visit = (at: number, assertions: readonly Assertion[], passed: ReadonlySet<number>): void => {
      const step = this.graph.steps[at]!;
      if (found.length > tooMany) throw new Error('too many ways to be judged');
      if (step.kind === 'read') found.push({ read: step.read, after: step.to, assertions });
      else if (step.kind === 'accept') found.push({ read: undefined, after: at, assertions });
      else if (step.kind === 'assert') visit(step.to, [...assertions, step.assertion], passed);
      else if (step.kind === 'choice' && !passed.has(at)) {
        for (const to of step.to) visit(to, assertions, to === step.turn ? new Set(passed).add(at) : passed);
      }
    };
    visit(from, [], new Set());
    this.#paths.set(from, found);
    return found;
  }
}

/** The characters to be told apart: those beside each border of what the expression names, and some of every kind. */
function symbolsOf(graph: Graph, tests: Tests): Symbol[] {
  const raws = new Set(graph.reads.map(({ raw }) => raw));
  for (const step of graph.steps) if (step.kind === 'assert' && 'raw' in step.assertion) raws.add(step.assertion.raw);
  const candidates = new Set(samples);
  const addBeside = (code: number): void => {
    for (const beside of [-1, 0, 1]) candidates.add(String.fromCodePoint(Math.max(0, code + beside)));
  };
  for (const raw of raws) {
    for (const character of raw) addBeside(character.codePointAt(0)!);
    for (const [, code] of raw.matchAll(/\\[ux]\{?([0-9a-fA-F]+)/g)) addBeside(parseInt(code!, 16));
  }
  const bySignature = new Map<string, Symbol>();
  for (const sample of candidates) {
    const symbol = { sample, word: /\w/.test(sample), newline: /[\n\r\u2028\u2029]/.test(sample) };
    const signature = `${symbol.word}${symbol.newline}${[...raws].map(raw => (tests.match(raw, sample) ? 1 : 0)).join('')}`;
    if (!bySignature.has(signature)) bySignature.set(signature, symbol);
  }
  return [...bySignature.values()];
}
