/**
 * The sentences of a checked unit as the report shows them: where each stands in the draft, marks and markup included,
 * and whether a speaker was recognized in it. Kept with the unit's facts, so that after an edit only what it touched is
 * read again.
 */
import type { Language } from '../corpus/types';
import type { Draft } from '../draft/draft';
import type { Range } from '../text/ranges';
import { ownNote, type Tools } from './analyse';
import { mask } from './told';
import type { Analysed } from './checker';
import type { OwnNotes } from './cited';
import type { UnitFacts } from './facts';
import { namesAnyone } from './attribution/carried';
import { documentName } from './attribution/rewording/clauses';
import { piecesOf } from './pieces';
import { offsetAfter, offsetOf, partsOf, read, sentenceOf, type CitedGroup, type Prose } from './prose';
import { certain } from '../certain';

/** How far it was judged who is said to have spoken in a sentence that cites. */
export type Spoken =
  /** A speaker was recognized, and what is said of them was held against the source. */
  | 'compared'
  /**
   * The sentence says that the document itself states it, as a rewording of ours does; somebody said something, of which
   * too little is in what is cited; it names a speaker, of whom it does not say that they said this, or not in words
   * that were recognized; no speaker was recognized; the draft is not in English; it is a quotation; another source is
   * cited with it; no conclusion is cited.
   */
  | 'document'
  | 'unrelated'
  | 'notSaid'
  | 'noSpeaker'
  | 'language'
  | 'quotation'
  | 'mixed'
  | 'noConclusion';

/** What was compared of a sentence that cites. */
export interface SpokenOf {
  readonly spoken: Spoken;
  /** What is cited has hardly any of the sentence's words, so that what the sentence tells cannot have been compared. */
  readonly strange: boolean;
}

/**
 * A sentence; offsets from the beginning of its unit. It goes on to the next one, so that a note mark after its stop is
 * in it.
 */
interface ReadSentence extends Range {
  /** Undefined where it cites nothing. */
  readonly spoken: Spoken | undefined;
}

interface ReadUnit {
  readonly sentences: readonly ReadSentence[];
  /** Which sentence each citation of ours is in, by where it begins. */
  readonly sentenceOf: ReadonlyMap<number, number>;
  /** Where the citations begin that have hardly any of their sentence's words. */
  readonly strange: ReadonlySet<number>;
}

/** One of those who spoke, or none of them: "no participant said". */
const speaker = /\b(?:participants?|speakers?|panel(?:l)?ists?)\b/i;
const opening = /[*_~"“‘'«([]{0,8}$/u;

const kept = new WeakMap<UnitFacts, { readonly language: Language; readonly read: ReadUnit }>();

/**
 * Reads a unit's sentences, in steps: one after each piece, and after each sentence in which a speaker is looked for.
 */
export function* sentencesIn(
  { unit, facts }: Analysed,
  draft: Draft,
  tools: Tools,
  notes: OwnNotes,
  language: Language,
): Generator<void, ReadUnit> {
  const known = kept.get(facts);
  if (known?.language === language) return known.read;
  const { library } = tools.index;
  const sentences: ReadSentence[] = [];
  const places = new Map<number, number>();
  const strange = new Set<number>();
  if (!ownNote(unit, library)) {
    const parts = yield* partsOf(draft, unit, library, notes);
    const base = certain(unit.blocks[0]).start;
    // What opens emphasis or a quotation right before a word is of its sentence.
    const opened = (at: number): number =>
      at - certain(opening.exec(draft.slice(base + Math.max(0, at - 8), base + at)))[0].length;
    for (const { start, end } of piecesOf(unit, parts)) {
      yield;
      const prose = read(unit, parts, start, end);
      const spoken = new Spokenness(prose, tools, language);
      const { view, sentenceEnds: ends, groups } = prose;
      const first = sentences.length;
      for (const group of groups) {
        if (!group.ours) continue;
        const at = sentenceOf(ends, group.at, view.chars, group.citations[0]?.form !== 'narrative');
        for (const cited of group.citations) if (cited.ours) places.set(cited.start, first + at);
        if (spoken.of(at) === undefined) yield;
        spoken.cited(at, group.ids, group.mixed);
        for (const { start: cited } of spoken.strangeOf(at, group)) strange.add(cited);
      }
      let from = 0;
      for (const [at, to] of ends.entries()) {
        const text = view.chars.slice(from, to);
        const begins = opened(offsetOf(view, from + text.length - text.trimStart().length));
        from = to;
        const next =
          ends[at + 1] === undefined
            ? end
            : opened(offsetOf(view, to + certain(/^\s*/.exec(view.chars.slice(to, to + 200)))[0].length));
        sentences.push({ start: begins, end: Math.max(next, offsetAfter(view, to)), spoken: spoken.of(at) });
      }
    }
  }
  const done = { sentences, sentenceOf: places, strange };
  kept.set(facts, { language, read: done });
  return done;
}

/** Of these, what a sentence tells was held against nothing. */
const notHeld: ReadonlySet<Spoken> = new Set(['language', 'quotation', 'mixed', 'noConclusion']);

/** Which sentences of a piece cite, and what was looked at in them. */
class Spokenness {
  readonly #found = new Map<number, Spoken>();
  #masked: string | undefined;

  constructor(
    readonly prose: Prose,
    readonly tools: Tools,
    readonly language: Language,
  ) {}

  of(sentence: number): Spoken | undefined {
    return this.#found.get(sentence);
  }

  cited(sentence: number, ids: readonly string[], mixed: boolean): void {
    // Of two citations in a sentence the one that was compared tells more.
    if (this.#found.get(sentence) !== 'compared') this.#found.set(sentence, this.#look(sentence, ids, mixed));
  }

  /**
   * The citations of a group, if what they cite has hardly any of their sentence's words; in English, and where nothing
   * else is cited with them.
   */
  strangeOf(sentence: number, { ids, citations }: CitedGroup): CitedGroup['citations'] {
    if (notHeld.has(this.of(sentence) ?? 'noConclusion')) return [];
    const { start, end } = this.#rangeOf(sentence);
    return this.tools.attributions.isStrangeTo(this.prose.view.chars.slice(start, end), ids) ? citations : [];
  }

  #rangeOf(sentence: number): Range {
    const { sentenceEnds: ends, view } = this.prose;
    return { start: ends[sentence - 1] ?? 0, end: ends[sentence] ?? view.chars.length };
  }

  #look(sentence: number, ids: readonly string[], mixed: boolean): Spoken {
    const { prose } = this;
    const { chars } = prose.view;
    if (this.language !== 'en') return 'language';
    if (prose.quoted) return 'quotation';
    if (ids.length === 0) return 'noConclusion';
    if (mixed) return 'mixed';
    this.#masked ??= mask(prose);
    const { start, end } = this.#rangeOf(sentence);
    const mentioned = this.tools.attributions.mentioned(chars, this.#masked, { start, end, cited: ids });
    if (mentioned.some(({ verdict }) => verdict !== undefined)) return 'compared';
    if (mentioned.length > 0) return 'unrelated';
    const said = this.#masked.slice(start, end);
    if (said.toLowerCase().includes(`${documentName} states`)) return 'document';
    return namesAnyone(said) || speaker.test(said) ? 'notSaid' : 'noSpeaker';
  }
}
