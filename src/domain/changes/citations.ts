/**
 * What became of each citation: by what it cites and the words around it, whatever its form, its style and its note's
 * label.
 */
import type { CitedForm } from '../check/cited';
import { differences } from '../differences';
import type { Range } from '../text/ranges';
import type { Pair } from './pairs';
import type { Reference, Sentence } from './reading';
import { certain } from '../certain';

/** Where something stands in one version: its offsets, and the words of its sentence. */
interface Place extends Range {
  readonly text: string;
}

export type CitationChange =
  | { readonly kind: 'added'; readonly ids: readonly string[]; readonly after: Place }
  | { readonly kind: 'removed'; readonly ids: readonly string[]; readonly before: Place }
  /** Its sentence stands elsewhere, it stands elsewhere in its sentence, or in another sentence. */
  | {
      readonly kind: 'moved';
      readonly how: 'sentence' | 'within' | 'other';
      readonly ids: readonly string[];
      readonly before: Place;
      readonly after: Place;
    }
  /** The same place of the draft cites something else. */
  | {
      readonly kind: 'replaced';
      readonly from: readonly string[];
      readonly ids: readonly string[];
      readonly before: Place;
      readonly after: Place;
    }
  /** It cites the same in another form, or in a note worded otherwise. */
  | {
      readonly kind: 'restyled';
      readonly how: 'form' | 'wording';
      readonly forms: readonly [before: CitedForm, after: CitedForm];
      readonly ids: readonly string[];
      readonly before: Place;
      readonly after: Place;
    };

interface Placed {
  readonly reference: Reference;
  readonly sentence: Sentence;
}

/** So many words before a citation tell its place where its sentence was divided or joined with another. */
const telling = 4;
/** Longer sentences are not compared word by word: where a citation stands in them is not judged. */
const longest = 400;

/** The changes of the citations, in the order of the later version; what is gone stands where it stood. */
export function citationChanges(
  before: readonly Sentence[],
  after: readonly Sentence[],
  pairs: readonly Pair[],
): CitationChange[] {
  const found: CitationChange[] = [];
  const gone: Placed[] = [];
  const come: Placed[] = [];
  const paired = new Set<Sentence>();
  /** What a sentence has for what another cited there before. */
  const rests: { readonly old: Placed[]; readonly new: Placed[] }[] = [];
  for (const pair of pairs) {
    paired.add(pair.before).add(pair.after);
    if (pair.before.references.length + pair.after.references.length === 0) continue;
    const rest = inPair(pair, found);
    if (rest.old.length + rest.new.length > 0) rests.push(rest);
  }
  const divided = new Set<Placed>();
  const all = {
    old: [...rests.flatMap(rest => rest.old), ...unpaired(before, paired)],
    new: [...rests.flatMap(rest => rest.new), ...unpaired(after, paired)],
  };
  // Where a sentence was divided, or joined with the next, the citation still follows the same words.
  matched(
    all.old,
    all.new,
    ({ reference, sentence }) => signature(reference, sentence),
    (old, now) => {
      divided.add(old).add(now);
      restyled(old, now, found);
    },
  );
  for (const rest of rests) {
    const old = rest.old.filter(each => !divided.has(each));
    const now = rest.new.filter(each => !divided.has(each));
    const common = Math.min(old.length, now.length);
    for (let at = 0; at < common; at++) {
      divided.add(certain(old[at])).add(certain(now[at]));
      found.push({
        kind: 'replaced',
        from: [certain(old[at]).reference.id],
        ids: [certain(now[at]).reference.id],
        before: placeOf(certain(old[at])),
        after: placeOf(certain(now[at])),
      });
    }
  }
  for (const each of all.old) if (!divided.has(each)) gone.push(each);
  for (const each of all.new) if (!divided.has(each)) come.push(each);
  const moved = new Set<Placed>();
  matched(
    inOrder(gone),
    inOrder(come),
    ({ reference }) => reference.id,
    (old, now) => {
      moved.add(old).add(now);
      found.push({ kind: 'moved', how: 'other', ids: [now.reference.id], before: placeOf(old), after: placeOf(now) });
    },
  );
  for (const each of gone)
    if (!moved.has(each)) found.push({ kind: 'removed', ids: [each.reference.id], before: placeOf(each) });
  for (const each of come)
    if (!moved.has(each)) found.push({ kind: 'added', ids: [each.reference.id], after: placeOf(each) });
  return joined(found);
}

const inOrder = (placed: readonly Placed[]): Placed[] =>
  placed.toSorted((a, b) => a.sentence.index - b.sentence.index || a.reference.start - b.reference.start);

const unpaired = (sentences: readonly Sentence[], paired: ReadonlySet<Sentence>): Placed[] =>
  sentences.flatMap(sentence =>
    paired.has(sentence) ? [] : sentence.references.map(reference => ({ reference, sentence })),
  );

function placeOf({ reference, sentence }: Placed): Place {
  return { start: reference.start, end: reference.end, text: sentence.text };
}

/** Pairs the first of a key with the first of it, and so on; those without a key are left. */
function matched(
  old: readonly Placed[],
  now: readonly Placed[],
  keyOf: (placed: Placed) => string | undefined,
  pair: (old: Placed, now: Placed) => void,
): void {
  const waiting = new Map<string, Placed[]>();
  for (const each of now) {
    const key = keyOf(each);
    if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), each]);
  }
  for (const each of old) {
    const key = keyOf(each);
    const other = key === undefined ? undefined : waiting.get(key)?.shift();
    if (other) pair(each, other);
  }
}

function signature({ id, after }: Reference, { words }: Sentence): string | undefined {
  return after < telling ? undefined : `${id} ${words.slice(after - telling, after).join(' ')}`;
}

/** What of a pair cites the same; what is left of each side. */
function inPair(
  { before, after, moved, alike }: Pair,
  found: CitationChange[],
): { readonly old: Placed[]; readonly new: Placed[] } {
  const old = before.references.map(reference => ({ reference, sentence: before }));
  const now = after.references.map(reference => ({ reference, sentence: after }));
  const taken = new Set<Placed>();
  const gaps = gapsOf(before, after);
  matched(
    old,
    now,
    ({ reference }) => reference.id,
    (one, other) => {
      taken.add(one).add(other);
      const within =
        alike > 0 && gaps !== undefined && gaps.before(one.reference.after) !== gaps.after(other.reference.after);
      if (moved || within)
        found.push({
          kind: 'moved',
          how: moved ? 'sentence' : 'within',
          ids: [one.reference.id],
          before: placeOf(one),
          after: placeOf(other),
        });
      restyled(one, other, found);
    },
  );
  return { old: old.filter(each => !taken.has(each)), new: now.filter(each => !taken.has(each)) };
}

function restyled(one: Placed, other: Placed, found: CitationChange[]): void {
  const { form, wording } = one.reference;
  const now = other.reference;
  if (form === now.form && wording === now.wording) return;
  found.push({
    kind: 'restyled',
    how: form === now.form ? 'wording' : 'form',
    forms: [form, now.form],
    ids: [now.id],
    before: placeOf(one),
    after: placeOf(other),
  });
}

/**
 * Which of the words that both sentences have a place stands after, in either; undefined where they are too long to
 * compare.
 */
function gapsOf(
  before: Sentence,
  after: Sentence,
): { before(at: number): number; after(at: number): number } | undefined {
  if (before.key === after.key) return { before: at => at, after: at => at };
  if (before.words.length > longest || after.words.length > longest) return undefined;
  // The same of two ways to compare is taken whichever version comes first.
  const turned = before.key > after.key;
  const common = turned
    ? commonWords(after.words, before.words).map(([one, other]) => [other, one] as const)
    : commonWords(before.words, after.words);
  const count =
    (side: 0 | 1) =>
    (at: number): number =>
      common.filter(pair => pair[side] < at).length;
  return { before: count(0), after: count(1) };
}

/** The words that both have, in the order of both, as pairs of places. */
function commonWords(one: readonly string[], other: readonly string[]): (readonly [number, number])[] {
  return differences(one, other).flatMap(({ old, made }) =>
    old === undefined || made === undefined ? [] : [[old, made] as const],
  );
}

/** Changes of one citation that are of one kind are one: a note that cites three findings is added once. */
function joined(changes: readonly CitationChange[]): CitationChange[] {
  const found = new Map<string, CitationChange>();
  for (const change of changes) {
    const places = [place(change, 'before'), place(change, 'after')].map(each => each?.start ?? '').join('-');
    const key = `${change.kind} ${'how' in change ? change.how : ''} ${places}`;
    const known = found.get(key);
    const ids = [...new Set([...(known?.ids ?? []), ...change.ids])];
    found.set(
      key,
      change.kind === 'replaced'
        ? { ...change, ids, from: [...new Set([...(known?.kind === 'replaced' ? known.from : []), ...change.from])] }
        : { ...change, ids },
    );
  }
  return [...found.values()];
}

function place(change: CitationChange, side: 'before' | 'after'): Place | undefined {
  return side in change ? (change as { readonly before?: Place; readonly after?: Place })[side] : undefined;
}
