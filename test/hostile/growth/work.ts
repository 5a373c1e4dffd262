/**
 * How much is done in a step, counted and not timed: the same at every run and on any machine. The sources are built
 * anew with a counter in each function and in the body of each loop; what the engine's own functions go through, such
 * as a search in a text, counts by its length.
 */
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { parse, type Node } from 'acorn';
import { buildSync } from 'esbuild';
import type * as Stepping from './steps';
import type { Longest } from './steps';

interface Counter {
  /** What was done so far: about so many functions called and loops gone round. */
  done: number;
  /** Counts what is spread, or made a set or a map. */
  taken<T>(values: T): T;
}

/** What the engine goes through as fast as one function of ours is called. */
const charactersAtOnce = 32;
const itemsAtOnce = 16;

const counter: Counter = {
  done: 0,
  taken(values) {
    const { length, size } = (values ?? {}) as { readonly length?: number; readonly size?: number };
    counter.done += (length ?? size ?? 0) / (itemsAtOnce / 4);
    return values;
  },
};

/** What has been done since the program began, in the sources that `counting` loaded. */
const work = (): number => counter.done;

/** A step may do so much: it takes some milliseconds. */
export const mostWork = 150_000;

/** Measures the longest steps with a text in work. */
export function longestWork(keystrokes?: (length: number) => readonly number[]): (text: string) => readonly Longest[] {
  const { longestOf, stepsOf } = counting<typeof Stepping>('test/hostile/growth/steps.ts');
  return text => longestOf(counted(() => stepsOf(text, work, keystrokes?.(text.length))));
}

/** Loads a module of ours with all it imports, such that what it does is counted while `counted` runs. */
function counting<T>(file: string): T {
  const ours = createRequire(`${process.cwd()}/`);
  const { common } = ours('./esbuild.js') as { readonly common: object };
  const {
    outputFiles: [built],
  } = buildSync({
    ...common,
    entryPoints: [file],
    platform: 'node',
    packages: 'external',
    write: false,
    sourcemap: false,
  });
  (globalThis as { counter?: Counter }).counter = counter;
  const loaded: { exports: unknown } = { exports: {} };
  compileFunction(withCounters(built!.text), ['require', 'module', 'exports'], { filename: file })(
    ours,
    loaded,
    loaded.exports,
  );
  return loaded.exports as T;
}

/** Runs something while the engine's own functions are counted, too. */
function counted<T>(run: () => T): T {
  const restore = engineFunctions().map(([of, name, count]) => {
    const original = Reflect.getOwnPropertyDescriptor(of, name)!;
    const does = original.value as (...args: unknown[]) => unknown;
    Reflect.defineProperty(of, name, {
      ...original,
      value(this: { readonly length: number }, ...args: unknown[]) {
        const from = (this as { lastIndex?: number }).lastIndex;
        const result = Reflect.apply(does, this, args);
        counter.done += count(this, result, args, from ?? 0);
        return result;
      },
    });
    return () => Reflect.defineProperty(of, name, original);
  });
  try {
    return run();
  } finally {
    for (const again of restore) again();
  }
}

type Count = (self: { readonly length: number }, result: unknown, args: readonly unknown[], from: number) => number;

function engineFunctions(): readonly (readonly [of: object, name: string, count: Count])[] {
  const length = (value: unknown): number => (value as { readonly length?: number }).length ?? 0;
  const all = (names: string, of: object, count: Count) => names.split(' ').map(name => [of, name, count] as const);
  return [
    ...all(
      'toLowerCase toUpperCase normalize trim trimStart trimEnd repeat padEnd padStart',
      String.prototype,
      self => self.length / charactersAtOnce,
    ),
    ...all(
      'indexOf includes',
      String.prototype,
      (self, result, args) => lookedAt(self, result, Number(args[1] ?? 0)) / (4 * charactersAtOnce),
    ),
    ...all(
      'lastIndexOf',
      String.prototype,
      (self, result, args) => (Number(args[1] ?? self.length) - Number(result)) / (4 * charactersAtOnce),
    ),
    ...all('exec', RegExp.prototype, (self, result, args, from) => {
      const { sticky, global, multiline, source } = self as unknown as RegExp;
      const begun = sticky || global ? from : 0;
      const found = result as RegExpExecArray | null;
      // What begins at one place is looked for there only.
      const isBound = sticky || (source.startsWith('^') && !multiline);
      const missed = isBound ? 0 : Math.max(0, length(args[0]) - begun);
      return 1 / itemsAtOnce + (found ? found.index + found[0].length - begun : missed) / charactersAtOnce;
    }),
    ...all('slice concat splice', Array.prototype, (_, result) => length(result) / (4 * itemsAtOnce)),
    ...all(
      'join',
      Array.prototype,
      (self, result) => self.length / itemsAtOnce + length(result) / (4 * charactersAtOnce),
    ),
    ...all('sort toSorted reverse toReversed flat fill', Array.prototype, self => self.length / itemsAtOnce),
    ...all(
      'indexOf includes',
      Array.prototype,
      (self, result, args) =>
        ((typeof result === 'number' && result >= 0 ? result : self.length) - Number(args[1] ?? 0)) / (4 * itemsAtOnce),
    ),
  ];
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const loops = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement']);
const count = 'globalThis.counter.done++';
/** A loop that does nothing but look at one sign after the other goes on as fast as an expression does. */
const countOfSign = `globalThis.counter.done += 1 / ${charactersAtOnce / 4}`;

/** The same program, which counts. */
function withCounters(code: string): string {
  const opening: [at: number, text: string][] = [];
  const closing: [at: number, text: string][] = [];
  const around = ({ start, end }: Node, before: string, after: string, inner: () => void): void => {
    opening.push([start, before]);
    inner();
    closing.push([end, after]);
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) visitNode(value);
  };
  const visitBody = ({ type }: Parts, body: Parts, own: string): void => {
    if (body.type === 'BlockStatement') {
      opening.push([body.start + 1, `${own};`]);
      visitNode(body);
    } else if (functions.has(type)) around(body, `(${own},`, ')', () => visitNode(body));
    else around(body, `{${own};`, '}', () => visitNode(body));
  };
  const visitNode = (node: Parts): void => {
    for (const [name, part] of Object.entries(node)) {
      if (name === 'body' && isNode(part) && (functions.has(node.type) || loops.has(node.type))) {
        visitBody(node, part, countOf(node));
      } else if (isTaken(node, name) && isNode(part))
        around(part, 'globalThis.counter.taken(', ')', () => visitNode(part));
      else if (
        isCollection(node) &&
        name === 'arguments' &&
        Array.isArray(part) &&
        part.length === 1 &&
        isNode(part[0])
      ) {
        const [values] = part;
        around(values, 'globalThis.counter.taken(', ')', () => visitNode(values));
      } else visit(part);
    }
  };
  visit(parse(code, { ecmaVersion: 2024, sourceType: 'script' }));
  const parts: string[] = [];
  let at = 0;
  // Where one ends and another begins, the first is closed first.
  const inserted = [...closing, ...opening]
    .map(([place, text], order) => ({ place, text, order }))
    .toSorted((one, other) => one.place - other.place || one.order - other.order);
  for (const { place, text } of inserted) {
    parts.push(code.slice(at, place), text);
    at = place;
  }
  return parts.join('') + code.slice(at);
}

type Parts = Node & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
const countOf = (node: Parts): string => (loops.has(node.type) && looksAtSigns(node) ? countOfSign : count);

/** Whether a loop calls nothing but `charCodeAt`, and that. */
function looksAtSigns(loop: Parts): boolean {
  const called: unknown[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      if (value.type === 'CallExpression' || value.type === 'NewExpression') called.push(value['callee']);
      Object.values(value).forEach(visit);
    }
  };
  visit(loop);
  const names = called.map(callee => (callee as { property?: { name?: string } }).property?.name);
  return names.length > 0 && names.every(name => name === 'charCodeAt');
}

/** Of an array or in a call: the properties of an object that are spread are few. */
const isTaken = (node: Parts, name: string): boolean => node.type === 'SpreadElement' && name === 'argument';
const isCollection = (node: Parts): boolean =>
  node.type === 'NewExpression' && ['Set', 'Map'].includes((node['callee'] as { name?: string }).name ?? '');

/** How far `indexOf` or `includes` looked; the latter does not say where it found something. */
function lookedAt({ length }: { readonly length: number }, result: unknown, from: number): number {
  if (result === true) return 0;
  return (typeof result === 'number' && result >= 0 ? result : length) - from;
}
