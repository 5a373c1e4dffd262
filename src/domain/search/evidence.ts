// What in an entry's text answers a query.
import type { Sentence } from '../corpus/types';
import type { Range } from '../text/ranges';
import type { Slot } from './expand';
import type { Entry } from './fields';
import type { Places, Vocabulary } from './vocabulary';
import { certain } from '../certain';
import { greatest } from '../longLists';
import { weights } from './weights';

/** An entry's text and our label as they were read: where the terms stand, and the sentences. */
export interface Reading {
  readonly marks: Places;
  readonly label: Places;
  readonly sentences: readonly Range[];
}

/** What words of a query tell together beside what each tells alone, of the query's worth. */
interface Together {
  /** What one sentence answers, 0 to 1. */
  readonly together: number;
  /** Words that stand side by side as in the query, 0 to 1. */
  readonly adjacent: number;
  /** Common words that stand beside a match as they were typed, 0 to 1. */
  readonly asTyped: number;
}

/** What in an entry's text answers a query. */
interface Evidence extends Together {
  readonly ranges: readonly Range[];
  /** The one sentence that says all that the text says of the query, where the text has several. */
  readonly sentence?: Sentence;
  /** The sentence that answers most of the query, if any answers some of it. */
  readonly best?: Sentence;
}

/** Reads the text of an entry; what was kept of it is not read again. */
export function read(
  entry: Entry,
  vocabulary: Vocabulary,
  kept: Pick<Reading, 'marks' | 'label'> | undefined,
): Reading {
  let from = 0;
  const sentences = entry.sentences.map(({ text }) => {
    const start = Math.max(from, entry.text.indexOf(text, from));
    from = start + text.length;
    return { start, end: from };
  });
  return { ...(kept ?? { marks: vocabulary.read(entry.text), label: vocabulary.read(entry.label) }), sentences };
}

/** Which slots each term answers, and how well. */
type Wanted = ReadonlyMap<
  number,
  readonly { readonly slot: number; readonly weight: number; readonly meant: boolean }[]
>;

export function wantedBy(slots: readonly Slot[]): Wanted {
  const wanted = new Map<number, { slot: number; weight: number; meant: boolean }[]>();
  slots.forEach(({ answers }, slot) => {
    for (const { term, weight, meant } of answers) {
      const list = wanted.get(term);
      if (list) list.push({ slot, weight, meant });
      else wanted.set(term, [{ slot, weight, meant }]);
    }
  });
  return wanted;
}

/** How much more an entry scores for words that stand together in it. */
export function closeness({ together, adjacent, asTyped }: Together): number {
  const { score } = weights;
  return 1 + score.together * together + score.adjacent * adjacent + score.asTyped * asTyped;
}

/** What the words of a query may tell together at most, wherever they stand. */
export function mostTogether(slots: readonly Slot[]): Omit<Together, 'together'> {
  const worth = worthOf(slots);
  let adjacent = 0;
  for (let slot = 1; slot < slots.length; slot++)
    adjacent += (certain(slots[slot - 1]).worth + certain(slots[slot]).worth) / 2;
  let beside = 0;
  for (const slot of slots) for (const common of slot.beside) beside += common.worth;
  return { adjacent: adjacent / worth, asTyped: Math.min(1, beside / worth) };
}

function worthOf(slots: readonly Slot[]): number {
  return slots.reduce((sum, slot) => sum + slot.worth, 0) || 1;
}

/** Looks at where in a text the words of a query stand. `phrases` are ranges that matched already. */
export function gather(
  entry: Entry,
  { marks, label, sentences }: Reading,
  slots: readonly Slot[],
  wanted: Wanted,
  phrases: readonly Range[],
): Evidence {
  const worth = worthOf(slots);
  const best = sentences.map(() => new Float32Array(slots.length));
  const whole = new Float32Array(slots.length);
  const ranges: Range[] = [...phrases];
  const places: number[][] = slots.map(() => []);
  let current = 0;
  for (let at = 0; at < marks.terms.length; at++) {
    const found = wanted.get(certain(marks.terms[at]));
    if (!found) continue;
    const start = certain(marks.starts[at]);
    current = sentenceAt(sentences, start, current);
    for (const { slot, weight, meant } of found) {
      whole[slot] = Math.max(certain(whole[slot]), weight);
      const inSentence = best[current];
      if (inSentence) inSentence[slot] = Math.max(certain(inSentence[slot]), weight);
      // What several slots together mean stands nowhere of its own.
      if (!meant || found.length === 1) certain(places[slot]).push(certain(marks.places[at]));
    }
    ranges.push({ start, end: certain(marks.ends[at]) });
  }
  const value = (answered: Float32Array): number =>
    slots.reduce((sum, slot, index) => sum + slot.worth * certain(answered[index]), 0) / worth;
  const values = best.map(value);
  const sentence = single(entry, sentences, values, value(whole), phrases);
  return {
    ranges: merged(ranges),
    ...(sentence ? { sentence } : {}),
    ...bestOf(entry, sentences, values, phrases),
    together: Math.max(0, greatest(values)),
    adjacent:
      slots.length < 2
        ? 0
        : Math.max(adjacency(slots, places), adjacency(slots, placesIn(label, slots, wanted))) / worth,
    asTyped: Math.min(1, commonBeside(slots, places, marks) / worth),
  };
}

/** Where in our label the answers to each slot stand. */
function placesIn(marks: Places, slots: readonly Slot[], wanted: Wanted): number[][] {
  const places: number[][] = slots.map(() => []);
  for (let at = 0; at < marks.terms.length; at++) {
    const found = wanted.get(certain(marks.terms[at]));
    if (found)
      for (const { slot, meant } of found)
        if (!meant || found.length === 1) certain(places[slot]).push(certain(marks.places[at]));
  }
  return places;
}

function sentenceAt(sentences: readonly Range[], offset: number, near: number): number {
  let at = offset >= (sentences[near]?.start ?? 0) ? near : 0;
  while (at < sentences.length - 1 && certain(sentences[at]).end <= offset) at++;
  return at;
}

/** The one sentence that holds all phrases and as much of the query as the whole text does. */
function single(
  entry: Entry,
  sentences: readonly Range[],
  values: readonly number[],
  whole: number,
  phrases: readonly Range[],
): Sentence | undefined {
  if (sentences.length < 2) return undefined;
  const fit = sentences.flatMap((range, index) => {
    const holds = phrases.every(phrase => phrase.start >= range.start && phrase.end <= range.end);
    const answers = whole === 0 ? phrases.length > 0 : certain(values[index]) >= whole * 0.97;
    return holds && answers ? [index] : [];
  });
  return fit.length === 1 ? entry.sentences[certain(fit[0])] : undefined;
}

/** The sentence that holds most phrases and, of several, answers most of the query; the first of equals. */
function bestOf(
  entry: Entry,
  sentences: readonly Range[],
  values: readonly number[],
  phrases: readonly Range[],
): { best?: Sentence } {
  let best: Sentence | undefined;
  let most = 0;
  sentences.forEach((range, index) => {
    const held = phrases.filter(phrase => phrase.start >= range.start && phrase.end <= range.end).length;
    // No sentence answers more than the whole query, which counts 1.
    const worth = 2 * held + certain(values[index]);
    if (worth > most) [best, most] = [entry.sentences[index], worth];
  });
  return best ? { best } : {};
}

/** The worth of slots whose words follow one another in the text as they do in the query. */
function adjacency(slots: readonly Slot[], places: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let slot = 1; slot < slots.length; slot++) {
    const apart = certain(slots[slot]).place - certain(slots[slot - 1]).place;
    let nearest = Infinity;
    for (const before of certain(places[slot - 1])) {
      for (const after of certain(places[slot])) {
        if (after !== before) nearest = Math.min(nearest, Math.abs(after - before - apart) + (after < before ? 1 : 0));
      }
    }
    if (nearest <= 5) sum += ((certain(slots[slot - 1]).worth + certain(slots[slot]).worth) / 2) * (1 - nearest / 6);
  }
  return sum;
}

/** The worth of the common words that stand where the query has them. */
function commonBeside(slots: readonly Slot[], places: readonly (readonly number[])[], marks: Places): number {
  let sum = 0;
  slots.forEach(({ beside }, slot) => {
    const own = certain(places[slot]);
    if (own.length > 0) for (const common of beside) if (standsBeside(common, own, marks)) sum += common.worth;
  });
  return sum;
}

function standsBeside({ term, apart }: Slot['beside'][number], places: readonly number[], marks: Places): boolean {
  for (let at = marks.terms.indexOf(term); at >= 0; at = marks.terms.indexOf(term, at + 1))
    if (places.includes(certain(marks.places[at]) - apart)) return true;
  return false;
}

/** The ranges in order, those that touch or overlap made one. */
export function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && range.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else result.push({ start: range.start, end: range.end });
  }
  return result;
}
