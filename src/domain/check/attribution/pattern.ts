/**
 * The language that rules for attributions are written in, and what reads claims by it. A pattern is read word by word
 * from the word it is tried at:
 *
 *     by|from          one of these words                    (a b / c)   one of these sequences, the first that fits
 *     TAG              a word with this tag, or a phrase     x?  x*3     if it is there; up to three of it
 *     ~x               x, with no mark before it             ...9 x      the first x within nine words without a mark
 *     &x  !x           x follows here; does not              name:x      x is who spoke, says, or the whole mention
 *     y << x           before x, read from right to left: y
 *
 * Nothing is tried twice: what “?” and “*” can take they take. So a pattern costs as many steps as it names words.
 */
import type { Carried } from './carried';
import type { Names, Named } from './namedSpeakers';
import type { Predicate, Predicates } from './predicate';
import type { Scale, VerbForm } from './scale';
import type { Led } from './subject';
import { bits, wordTags, type TaggedWords, type WordTag } from './tags';
import type { Quantity, Voice } from './voices';

/** A claim as the rules read it. */
export interface Reading {
  readonly words: TaggedWords;
  readonly scale: Scale;
  readonly text: string;
  readonly names: Names;
  readonly predicates: Predicates;
  /** Whether the claim says that it was at the dialogue. */
  readonly isThere: () => boolean;
  /** Whom the claim goes on with: "they" of the sentence before. */
  readonly carried?: Carried | undefined;
  /** Whether somebody has spoken in it already. */
  readonly spoken: () => boolean;
  /** The name that was read last: several rules ask for the same. */
  lastName?: { readonly at: number; readonly lowest: number; readonly name: NameFound | undefined };
}

/** Indexes of words: the first, and the one after the last. */
export type Span = readonly [from: number, to: number];
type SpanName = 'who' | 'says' | 'all' | 'done';

/** A speaker's name, without those named beside it. */
export interface NameFound {
  readonly voice: Voice;
  readonly quantity: Quantity;
  /** Whether they were more than the words of quantity say. */
  readonly more: boolean;
  /** Where its words of quantity begin, and where whoever is sent by those begins: "representatives of some States". */
  readonly counted: number;
  readonly from: number;
  /** The word behind the name itself. */
  readonly to: number;
}

/** What is found while a pattern is read. */
interface Found {
  /** The first word that what stands before may take. */
  lowest: number;
  spans: Readonly<Partial<Record<SpanName, Span>>>;
  speaker?: Named;
  name?: NameFound;
  /** What belongs to the name and stands before it. */
  led?: Led;
  /** The quantity of "most of them". */
  ofThem?: Quantity;
  /** Whom "they" means. */
  known?: Carried;
  body?: Span;
  verb?: VerbForm;
  predicate?: Predicate;
  /** Where the noun stands that reports. */
  noun?: number;
  /** It is said of all of them. */
  all?: boolean;
  /** A verb that is looked for apart from its subject, or of States. */
  detached?: boolean;
  states?: boolean;
}

/** What a pattern has found. */
export interface Match extends Readonly<Found> {
  readonly reading: Reading;
  /** The word the rule was tried at. */
  readonly at: number;
  /** Indexes of words: the first, what stands before included, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Reads from a word on, or up to it; where it came to, or -1. It notes what it found, if it fits. */
export type Read = (reading: Reading, at: number, found: Found) => number;
/**
 * Which words it may begin with: words of the language, those with a verb, a speaker's name or the beginning of a clause,
 * or any.
 */
type First = ReadonlySet<string> | Kind | undefined;
export type Kind = 'verb' | 'speaker' | 'clause';
interface Step {
  readonly read: Read;
  readonly first: First;
  /** Whether it may take no word at all. */
  readonly empty?: boolean;
  /** Whether it notes what it finds; and whether it may have noted something where it does not fit. */
  readonly notes: boolean;
  readonly leaves: boolean;
}
type Direction = 1 | -1;

/** What is more than a word, or no word of a list: a pattern of its own, or read by code that knows it. */
type Phrase = { readonly says: string } & (
  | { readonly pattern: string }
  | { readonly read: Read; readonly first?: Exclude<First, undefined> }
);
export type Phrases = Readonly<Record<string, Phrase>>;

export interface Pattern {
  /** Which words it may begin with; any, where nothing is said. */
  readonly first: First;
  /** @param lowest the first word that is not taken yet */
  readonly match: (reading: Reading, at: number, lowest: number, known?: Partial<Found>) => Match | undefined;
}

const token = /\.{3}\d+|[()/~&!?]|\*\d+|[\p{L}\p{N}'_|-]+:?/gu;

/** The parts of a pattern as it is written. */
function tokens(source: string): readonly string[] {
  const found = source.match(token) ?? [];
  if (found.join('') !== source.replace(/\s/g, '')) throw new Error(`“${source}” cannot be read`);
  return found;
}

const none: Found['spans'] = {};

const isTag = (name: string): name is WordTag => name in bits;

class Compiler {
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(
    readonly source: string,
    readonly phrases: Phrases,
    readonly direction: Direction,
  ) {
    this.#tokens = tokens(source);
  }

  whole(): Step {
    const step = this.#sequence();
    if (this.#next < this.#tokens.length)
      throw new Error(`“${this.source}”: “${this.#tokens[this.#next]}” is too much`);
    return step;
  }

  #takes(...any: readonly string[]): string | undefined {
    const own = this.#tokens[this.#next];
    if (own === undefined || !any.includes(own)) return undefined;
    this.#next++;
    return own;
  }

  #sequence(): Step {
    const steps: Step[] = [];
    while (this.#next < this.#tokens.length && !/^[)/]$/.test(this.#tokens[this.#next] ?? '')) steps.push(this.#item());
    if (this.direction < 0) steps.reverse();
    const [only] = steps;
    return only && steps.length === 1 ? only : inTurn(steps);
  }

  #item(): Step {
    const own = this.#tokens[this.#next] ?? '';
    if (own.startsWith('...')) {
      this.#next++;
      return within(Number(own.slice(3)), this.#item());
    }
    if (/^[a-z]+:$/.test(own)) {
      this.#next++;
      return named(own.slice(0, -1) as SpanName, this.#item());
    }
    const looks = this.#takes('&', '!');
    if (looks) return looking(looks === '&', this.#item());
    if (this.#takes('~')) return joined(this.#item());
    return this.#repeated(this.#atom());
  }

  #atom(): Step {
    if (!this.#takes('(')) return this.#one(this.#tokens[this.#next++] ?? '');
    const choices = [this.#sequence()];
    while (this.#takes('/')) choices.push(this.#sequence());
    if (!this.#takes(')')) throw new Error(`“${this.source}” lacks a bracket`);
    const [only] = choices;
    return only && choices.length === 1 ? only : either(choices);
  }

  #repeated(step: Step): Step {
    if (this.#takes('?')) return upTo(1, step);
    const own = this.#tokens[this.#next] ?? '';
    if (!own.startsWith('*')) return step;
    this.#next++;
    return upTo(Number(own.slice(1)), step);
  }

  /** One word, or what code reads under a name. */
  #one(written: string): Step {
    const phrase = this.phrases[written];
    if (phrase)
      return 'read' in phrase
        ? { read: phrase.read, first: phrase.first, notes: true, leaves: false }
        : new Compiler(phrase.pattern, this.phrases, this.direction).whole();
    const all = written.split('|');
    const wrong = all.find(each => !/^[\p{Ll}\p{N}'-]+$/u.test(each) && !isTag(each));
    if (wrong !== undefined || written === '') throw new Error(`“${this.source}”: there is no tag “${wrong ?? ''}”`);
    const tags = all.filter(isTag);
    const mask = tags.reduce((sum, tag) => sum | bits[tag], 0);
    const own = new Set(all.filter(each => !isTag(each)));
    const first = new Set([...own, ...tags.flatMap((tag): readonly string[] => wordTags[tag].words)]);
    const fits = ({ words }: Reading, at: number): boolean =>
      at < words.lower.length && (((words.tags[at] ?? 0) & mask) !== 0 || own.has(words.lower[at] ?? ''));
    const read: Read =
      this.direction > 0
        ? (reading, at) => (fits(reading, at) ? at + 1 : -1)
        : (reading, at, { lowest }) => (at > lowest && fits(reading, at - 1) ? at - 1 : -1);
    return { read, first, notes: false, leaves: false };
  }
}

/** All of some, one after another. */
function inTurn(steps: readonly Step[]): Step {
  const needed = steps.findIndex(({ empty }) => !empty);
  const firsts = steps.slice(0, needed + 1).map(({ first }) => first);
  const only = firsts.length === 1 ? firsts[0] : undefined;
  return {
    first: firsts.every(first => first instanceof Set) ? new Set(firsts.flatMap(first => [...first])) : only,
    empty: needed < 0,
    notes: steps.some(({ notes }) => notes),
    leaves: steps.some(({ notes, leaves }, at) => leaves || (notes && steps.slice(at + 1).some(({ empty }) => !empty))),
    read(reading, at, found) {
      let here = at;
      for (const { read } of steps) {
        here = read(reading, here, found);
        if (here < 0) return -1;
      }
      return here;
    },
  };
}

/** What a step finds is only kept where it fits. */
function tried({ read, leaves }: Step, reading: Reading, at: number, found: Found): number {
  if (!leaves) return read(reading, at, found);
  const own = { ...found };
  const to = read(reading, at, own);
  if (to >= 0) Object.assign(found, own);
  return to;
}

/** The first of some that fits. */
function either(choices: readonly Step[]): Step {
  const firsts = choices.map(({ first }) => first);
  return {
    first: firsts.every(first => first instanceof Set) ? new Set(firsts.flatMap(first => [...first])) : undefined,
    empty: choices.some(({ empty }) => empty),
    notes: choices.some(({ notes }) => notes),
    leaves: false,
    read(reading, at, found) {
      for (const choice of choices) {
        const to = tried(choice, reading, at, found);
        if (to >= 0) return to;
      }
      return -1;
    },
  };
}

/** As often as it fits, up to a number. */
function upTo(most: number, step: Step): Step {
  return {
    first: step.first,
    empty: true,
    notes: step.notes,
    leaves: false,
    read(reading, at, found) {
      let here = at;
      for (let times = 0; times < most; times++) {
        const next = tried(step, reading, here, found);
        if (next < 0) break;
        here = next;
      }
      return here;
    },
  };
}

/** The first that fits within so many words that no mark parts. */
function within(most: number, step: Step): Step {
  return {
    first: undefined,
    notes: step.notes,
    leaves: false,
    read(reading, at, found) {
      const { apart } = reading.words;
      for (let here = at; here < Math.min(at + most, apart.length) && !apart[here]; here++) {
        const to = tried(step, reading, here, found);
        if (to >= 0) return to;
      }
      return -1;
    },
  };
}

/** Whether it stands there, or does not; nothing is taken. What is only looked at may be a part of what is taken already. */
function looking(there: boolean, { read }: Step): Step {
  return {
    first: undefined,
    empty: true,
    notes: false,
    leaves: false,
    read(reading, at, found) {
      const own = { ...found };
      own.lowest = 0;
      return read(reading, at, own) >= 0 === there ? at : -1;
    },
  };
}

function named(name: SpanName, { read, first, leaves }: Step): Step {
  return {
    first,
    notes: true,
    leaves,
    read(reading, at, found) {
      const to = read(reading, at, found);
      if (to >= 0 && to !== at) found.spans = { ...found.spans, [name]: [Math.min(at, to), Math.max(at, to)] };
      return to;
    },
  };
}

/** With no mark between it and the word before it; read from right to left, the word behind it. */
function joined({ read, first, notes, leaves }: Step): Step {
  return {
    first,
    notes,
    leaves,
    read: (reading, at, found) => (reading.words.apart[at] ? -1 : read(reading, at, found)),
  };
}

/**
 * @param phrases what its names in capitals mean that are no tags
 * @throws where it cannot be read
 */
export function pattern(source: string, phrases: Phrases): Pattern {
  const [body = '', lead] = source.split('<<').toReversed();
  const { first, read } = new Compiler(body, phrases, 1).whole();
  const before = lead === undefined ? undefined : new Compiler(lead, phrases, -1).whole();
  return {
    first,
    match(reading, at, lowest, known) {
      const found: Found = { spans: none, lowest, ...known };
      const to = read(reading, at, found);
      const from = to >= 0 && before ? before.read(reading, at, found) : Math.min(at, to);
      return from < 0 ? undefined : { reading, at, from, to, ...found };
    },
  };
}
