/** Which sentence of a finding a claim is about: the one whose rarer words it shares most. */
import type { Library } from '../../corpus/library';
import type { Sentence } from '../../corpus/types';
import { reportingForms } from '../../corpus/reportingVerbs';
import { stopWords } from '../../text/commonWords';
import { foldOnce } from '../../text/folded';
import { stem as stemOf } from '../../text/stem';
import { rarity } from '../../text/rarity';
import { wordsIn } from '../../text/words';
import { WorkInSteps } from '../../workInSteps';

/** Words that tell nothing of what a sentence is about: those of every text, of reporting, and of every dialogue. */
const idle = new Set([
  ...stopWords,
  ...reportingForms,
  ...(
    'others many need needs needed ' +
    'participants participant speakers speaker panelists panellists discussions session dialogue meeting summary conclusions conclusion states member state ' +
    'governments delegations delegates countries international community consensus agreed agreeing agree recommended recommends recommend recognizing recognizes decided attention welcoming welcomes taking take view views importance important including ' +
    'furthermore moreover iom idm migration organization'
  ).split(' '),
]);

interface Known {
  readonly stem: string;
  /** Whether it tells nothing of what a sentence is about. */
  readonly idle: boolean;
}

/** So many words are remembered: a draft's words are the same over and over. */
const mostKnown = 20_000;
/** Longer ones are not: they are no words. */
const longestKnown = 40;
/**
 * A longer word is copied letter by letter to be remembered: an engine may keep it as a part of the text it was cut out of,
 * and with it the text of a draft that was closed.
 */
const longestCopied = 12;
const known = new Map<string, Known>();

function readWord(word: string): Known {
  let found = known.get(word);
  if (found !== undefined) return found;
  const own = word.length > longestCopied && word.length <= longestKnown ? word.split('').join('') : word;
  const folded = foldOnce(own);
  found = { stem: stemOf(folded), idle: word.length < 3 || idle.has(folded) };
  if (word.length > longestKnown) return found;
  if (known.size >= mostKnown) known.clear();
  known.set(own, found);
  return found;
}

/** What is left of a word when its ending and spelling do not matter. */
export function stem(word: string): string {
  return readWord(word).stem;
}

/** One claim is held against many sentences, one after the other. */
let last: { readonly text: string; readonly stems: ReadonlySet<string> } = { text: '', stems: new Set() };

/** The stems in a text that tell what it is about. */
export function stems(text: string): ReadonlySet<string> {
  if (text === last.text) return last.stems;
  const found = stemsIn(text);
  if (text.length <= longestClaim) last = { text, stems: found };
  return found;
}

/** What is longer is not remembered. */
const longestClaim = 2_000;

function stemsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of wordsIn(text)) {
    const read = readWord(word);
    if (!read.idle) found.add(read.stem);
  }
  return found;
}

const none: ReadonlySet<string> = new Set();

/** A sentence and how much a claim shares with it. */
export interface Related {
  readonly sentence: Sentence;
  readonly score: number;
}

export class Relater {
  /**
   * Of each sentence of a finding; read again when it is first asked for, since those of a great library are many
   * objects.
   */
  readonly #stems = new Map<string, ReadonlySet<string> | undefined>();
  readonly #count = new Map<string, number>();
  readonly #weights = new Map<string, number>();
  #sentences = 0;
  readonly #work: WorkInSteps;

  constructor(library: Library) {
    this.#work = new WorkInSteps(this.#read(library));
  }

  /** Reads the findings, one a step: whoever asks before that waits for all of them. */
  reading(): Generator<void, void> {
    return this.#work.steps();
  }

  *#read(library: Library): Generator<void, void> {
    for (const finding of library.findings) {
      for (const sentence of finding.sentences) {
        this.#sentences++;
        this.#stems.set(sentence.id, undefined);
        for (const each of stemsIn(sentence.text)) this.#count.set(each, (this.#count.get(each) ?? 0) + 1);
      }
      yield;
    }
    for (const [each, count] of this.#count) this.#weights.set(each, rarity(this.#sentences, count));
  }

  /** None for a sentence of no finding. */
  #stemsOf(sentence: Sentence): ReadonlySet<string> {
    this.#work.finish();
    const kept = this.#stems.get(sentence.id);
    if (kept || !this.#stems.has(sentence.id)) return kept ?? none;
    const found = stemsIn(sentence.text);
    this.#stems.set(sentence.id, found);
    return found;
  }

  #weight(each: string): number {
    this.#work.finish();
    return this.#weights.get(each) ?? 0;
  }

  /** Whether the first words of a text that tell anything, `count` of them, are a sentence's too. */
  touches(text: string, sentence: Sentence, count: number): boolean {
    return this.begins(text, sentence, count) > 0;
  }

  /** How many of the first words of a text that tell anything, `count` of them, are a sentence's too. */
  begins(text: string, sentence: Sentence, count: number): number {
    return [...stems(text)].slice(0, count).filter(each => this.#stemsOf(sentence).has(each)).length;
  }

  /** Which part of the words that tell anything in a claim a sentence has, from 0 to 1; 1 where none does. */
  has(sentence: Sentence, claim: string): number {
    const mine = [...stems(claim)];
    const its = this.#stemsOf(sentence);
    return mine.length === 0 ? 1 : mine.filter(each => its.has(each)).length / mine.length;
  }

  /** How much of what a claim tells a sentence has. */
  shared(claim: string, sentence: Sentence): number {
    const mine = stems(claim);
    let shared = 0;
    for (const each of this.#stemsOf(sentence)) if (mine.has(each)) shared += this.#weight(each);
    return shared;
  }

  /** How much of what a text tells several sentences have between them. */
  weightIn(text: string, sentences: readonly Sentence[]): number {
    let weight = 0;
    for (const each of stems(text))
      if (sentences.some(sentence => this.#stemsOf(sentence).has(each))) weight += this.#weight(each);
    return weight;
  }

  /**
   * The sentences a claim may be about, best first: the best one and those nearly as good. Empty if
   * it shares too little with any to be related, or exactly as much with two.
   */
  relate(claim: string, sentences: readonly Sentence[]): Related[] {
    const mine = stems(claim);
    const scored = sentences
      .map(sentence => {
        let shared = 0;
        let all = 0;
        for (const each of this.#stemsOf(sentence)) {
          const weight = this.#weight(each);
          all += weight;
          if (mine.has(each)) shared += weight;
        }
        return { sentence, shared, score: shared / Math.max(1, all) ** 0.25 };
      })
      .sort((a, b) => b.score - a.score);
    const [best, second] = scored;
    if (!best || best.shared < (sentences.length === 1 ? 1.5 : 2.5)) return [];
    if (second && best.score - second.score < 0.02 * best.score) return [];
    return scored.filter(each => each.score >= 0.8 * best.score).map(({ sentence, score }) => ({ sentence, score }));
  }
}
