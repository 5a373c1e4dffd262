/** Holds what a cited clause says, in the draft's own words, against the figures, quantities and modals of the source. */
import { runBefore } from '../../backwards';
import { certain } from '../../certain';
import type { Library } from '../../corpus/library';
import type { Sentence } from '../../corpus/types';
import type { Claim } from '../attribution/judge';
import type { Added } from '../problem';
import type { Changed } from './changed';
import { changedFigures, figuresIn, otherAttendance, type Figure } from './figures';
import { modalsIn, strongerModals, unhedged, type Modal } from './modals';
import { whose } from './own';
import { agreedBehind, tellsOfConsensus } from './agreedBehind';
import { addedCondition, conditionsIn, turnedCondition, type SetCondition } from './conditions';
import { ableAfterAll, contraryTo, turnsIn } from './contraries';
import { saidUnneeded } from './unneeded';
import { leftOut, takenInBy, type TakenIn } from './leftOut';
import { isMeasured, mayBeOwn } from './deeds';
import { inventedFigure } from './invented';
import { hasDigits, otherDates, otherNumbers } from './numbered';
import { changedQuantities, quantitiesIn, type Quantity } from './quantities';
import { strangeIn } from './strange';
import { deedsOf, toldAsDone, wishesIn, type Wish } from './wishes';
import { common, isAbout, read, shared, toldIn, type Read } from './words';
import { lazy } from '../../lazy';
import { append, greatest } from '../../longLists';

/** Words of a draft that say otherwise than the source; offsets of the text given. */
export interface Overstatement {
  readonly start: number;
  readonly end: number;
  /** The source's words in their place; none where it has nothing of the kind. */
  readonly instead?: string;
  /** What they add, where the source has nothing in their place. */
  readonly added?: Added;
  readonly sentence: Sentence;
  /** Nobody is said to have said it, so that it may be what the draft itself holds; or it claims less than the source. */
  readonly unclear: boolean;
  /** What makes it the source's; `words` is how it reads then. */
  readonly fix?: { readonly start: number; readonly end: number; readonly text: string; readonly words: string };
}

interface Known {
  readonly sentence: Sentence;
  readonly words: Read;
  readonly figures: readonly Figure[];
  readonly quantities: readonly Quantity[];
  readonly modals: readonly Modal[];
  readonly wishes: readonly Wish[];
  readonly conditions: readonly SetCondition[];
  readonly takenIn: readonly TakenIn[];
  /** The words that it asks for, by where they stand. */
  readonly asked: ReadonlySet<number>;
  readonly stems: ReadonlySet<string>;
  /** The stems of what it tells as so, and does not only ask for. */
  readonly facts: ReadonlySet<string>;
}

interface Found {
  readonly changed: Changed;
  readonly sentence: Known;
}

interface KnownEntry {
  /** Whether it is a document as a whole, whose sentences are of many things. */
  readonly whole: boolean;
  readonly sentences: readonly Known[];
  readonly lower: ReadonlySet<string>;
}

/**
 * A word that a figure, a quantity or a modal has: most claims have none, and need not be held against those. Only
 * "many" may be lost without one.
 */
const mayDiffer =
  /\d|\b(?:all|every|each|most|majority|many|numerous|number|numbers|some|several|various|certain|few|handful|any|minority|little|limited|scant|none|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[mb]illion|must|shall|have|has|had|obliged|required|compelled|obligated|duty|bound|will|would|sure|going|cannot|can|can['’]t|couldn['’]t|could|impossible|unable|able|only|sole|single)\b/i;

export class StrengthJudge {
  /** What is cited, read when it is first held against a draft. */
  readonly #known = new Map<string, KnownEntry>();

  constructor(readonly library: Library) {}

  /**
   * What a claim says otherwise than what it cites.
   *
   * @param text prose as a reader sees it
   * @param masked the same with quoted words blanked out: others judge those
   * @param listed whether it stands in a list, table or heading, where what stands above may ask for it or wish it
   * @param words its words, if they were read already
   */
  judge(
    text: string,
    masked: string,
    claim: Claim,
    { listed = false, words: alreadyRead }: { readonly listed?: boolean; readonly words?: Read | undefined } = {},
  ): Overstatement[] {
    if (claim.compared || claim.uncited) return [];
    const all = this.#cited(claim.cited);
    const places = all.filter(({ whole }) => !whole);
    const entries = places.length > 0 ? places : all;
    const [only, ...more] = entries;
    const sentences = only && more.length === 0 ? only.sentences : entries.flatMap(each => each.sentences);
    if (sentences.length === 0) return [];
    const from = claim.end - claim.start < longestFigure ? withCellBefore(text, claim.start) : claim.start;
    const draft = lazy(() => (alreadyRead && from === claim.start ? alreadyRead : read(text, from, claim.end)));
    const own = text.slice(claim.start, claim.end);
    const found = (places.length > 0 ? against(sentences, own, draft) : againstDocument(sentences, own, draft)).filter(
      isFirst,
    );
    if (found.length === 0) return [];
    const lower = new Set(entries.flatMap(each => [...each.lower]));
    return found.flatMap(({ changed, sentence }): Overstatement[] => {
      const { said, instead, also, kind, loose, weaker = false, fix } = changed;
      const start = certain(draft().start[said.from]);
      const end = certain(draft().end[said.to - 1]);
      if (masked.slice(start, end) !== text.slice(start, end)) return [];
      // "May be used by the police, too" is not said by the police.
      const its =
        kind === 'condition' || kind === 'added'
          ? new Set([...lower, ...draft().lower.slice(said.from, said.to)])
          : lower;
      const voice = whose(masked, { sentence: claim.sentence ?? claim, claim, start, end }, kind, its);
      if (voice === 'own' || (loose && voice === 'unclear')) return [];
      const words = [instead, also]
        .flatMap(each => (each ? [wordsOf(sentence.sentence.text, sentence.words, each)] : []))
        .join(' … ');
      return [
        {
          start,
          end,
          ...(words === '' ? { added: additionOf(kind) } : { instead: words }),
          sentence: sentence.sentence,
          unclear: weaker || isUnclear(voice, listed, { changed, draft: draft(), sentence }),
          ...(fix && { fix: { ...putting(draft(), sentence, fix, { start, end, text }) } }),
        },
      ];
    });
  }

  /**
   * "This was agreed by all." right behind a claim, where nothing it cites tells of that.
   * @param text prose as a reader sees it
   */
  agreedBehind(text: string, claim: Claim): Overstatement | undefined {
    if (claim.compared || claim.uncited || claim.byDay) return undefined;
    const told = claim.sentence ?? claim;
    // Whoever spoke in the sentences before may be those who agree.
    const said = text.slice(0, told.start).trim() === '' ? agreedBehind(text, told) : undefined;
    if (!said) return undefined;
    const sentences = this.#cited(claim.cited).flatMap(({ whole, sentences: own }) => (whole ? [] : own));
    if (sentences.length === 0 || sentences.some(({ sentence }) => tellsOfConsensus.test(sentence.text)))
      return undefined;
    const { stems } = read(text, claim.start, claim.end);
    const near = sentences.map(each => shared(stems, each.words.stems));
    return {
      ...said,
      sentence: certain(sentences[near.indexOf(greatest(near))]).sentence,
      unclear: false,
      added: 'agreement',
    };
  }

  #cited(ids: readonly string[]): KnownEntry[] {
    const found: KnownEntry[] = [];
    for (const id of ids) {
      const entry = this.#known.get(id) ?? this.#read(id);
      if (entry) found.push(entry);
    }
    return found;
  }

  /** Reads what is cited; undefined where there is none such. */
  #read(id: string): KnownEntry | undefined {
    const told = this.#sentencesOf(id);
    if (!told) return undefined;
    const sentences = told.map(known);
    const made = {
      whole: this.library.corpus(id) !== undefined,
      sentences,
      lower: new Set(sentences.flatMap(each => each.words.lower.flatMap(word => word.split('-').concat(word)))),
    };
    this.#known.set(id, made);
    return made;
  }

  /** The sentences of a place, or of a whole document; undefined where there is none such. */
  #sentencesOf(id: string): readonly Sentence[] | undefined {
    const resolved = this.library.resolve(id);
    if (resolved) return resolved.sentence ? [resolved.sentence] : resolved.entry.sentences;
    const corpus = this.library.corpus(id);
    return corpus && [...corpus.passages, ...corpus.findings].flatMap(({ sentences }) => sentences);
  }
}

/** What a draft adds by a change that has nothing of the source in its place. */
function additionOf(kind: Changed['kind']): Added {
  if (kind === 'added') return 'condition';
  return kind === 'member' || kind === 'subject' ? 'subject' : 'figure';
}

/** What is not as in the places that are cited. */
function against(sentences: readonly Known[], own: string, draft: () => Read): Found[] {
  const losable = sentences.some(each => each.quantities.some(({ of }) => of === 'many'));
  const counts = losable || mayDiffer.test(own);
  const mayTurn = own.length <= longestTurned;
  return [...(counts ? counted(draft(), sentences) : []), ...(mayTurn ? turned(draft(), sentences) : [])];
}

/** Figures of a part of the meeting, of what is still to come, or of another event. */
const ofOther =
  /\b(?:day|days|among|amongst|of them|of these|part of|side events?|conferences?|workshops?|consultations?|webinars?|seminars?|round ?tables?|trainings?|will|african|asian|european|american|arab|pacific|caribbean)\b/i;
/** What is counted stands right behind a figure, or behind one word more: "900 registered participants". */
const mostBetween = 2;

/**
 * What is not as in a document that is cited as a whole: its figures and dates only, since of all else it says many
 * things, and so may the draft.
 */
function againstDocument(sentences: readonly Known[], own: string, draft: () => Read): Found[] {
  if (!mayDiffer.test(own) || own.length > longestTurned) return [];
  const words = draft();
  const figures = figuresIn(words);
  const isThere = ({ value, noun }: Figure): boolean => {
    const counts = words.stems.slice(noun.from, noun.to);
    return sentences.some(each =>
      each.figures.some(
        its =>
          its.value === value && each.words.stems.slice(its.noun.from, its.noun.to).some(one => counts.includes(one)),
      ),
    );
  };
  const strange = ofOther.test(own) ? [] : figures.filter(each => !isThere(each));
  const told = toldIn(words);
  return sentences.flatMap(sentence =>
    [
      ...changedFigures(words, strange, sentence.words, sentence.figures).filter(({ said }) => {
        const figure = figures.find(({ from, nearFrom }) => from === said.from || nearFrom === said.from);
        return figure !== undefined && said.to - figure.noun.from <= mostBetween;
      }),
      ...(isAbout(told, sentence.stems) ? otherDates(words, sentence.words) : []),
      ...otherAttendance(words, strange, sentence.words, sentence.figures),
    ].map(changed => ({ changed, sentence })),
  );
}

/** A claim so short may be a figure alone, or with a few words. */
const longestFigure = 120;
/** So far back the cell before a figure is read. */
const longestCell = 200;

/** Where the cell before a claim begins, in the same row of a table: a figure alone is of what stands there. */
function withCellBefore(text: string, start: number): number {
  if (!text.slice(start - 1, start + 2).includes('|')) return start;
  const near = text.slice(Math.max(0, start - longestCell), start);
  const row = near.slice(near.lastIndexOf('\n') + 1);
  const line = row.slice(0, runBefore(row, row.length, /[\s|]/));
  const bar = line.lastIndexOf('|');
  return line === '' ? start : start - near.length + near.lastIndexOf('\n') + 1 + bar + 1;
}

function known(sentence: Sentence): Known {
  const words = read(sentence.text, 0, sentence.text.length);
  const wishes = wishesIn(words);
  const asked = new Set(wishes.flatMap(({ of }) => of));
  return {
    sentence,
    words,
    figures: figuresIn(words),
    quantities: quantitiesIn(words),
    modals: modalsIn(words),
    wishes,
    conditions: conditionsIn(words),
    takenIn: takenInBy(words),
    asked,
    stems: new Set(words.stems),
    facts: new Set(words.stems.filter((_, at) => words.tells[at] === true && !asked.has(at))),
  };
}

const wordsOf = (text: string, words: Read, { from, to }: { from: number; to: number }): string =>
  text.slice(words.start[from], words.end[to - 1]);

/** A claim that is longer is no sentence of anybody's. */
const longestTurned = 2_000;

/** Whether what is found may be what the draft holds itself, or be no more than a wish that it knows of. */
function isUnclear(
  voice: ReturnType<typeof whose>,
  listed: boolean,
  { changed, draft, sentence }: { readonly changed: Changed; readonly draft: Read; readonly sentence: Known },
): boolean {
  const { kind, said } = changed;
  if (kind === 'wish' && isMeasured(draft, said)) return true;
  if (voice !== 'unclear') return false;
  return listed || !isSure(changed, draft, sentence) || (kind === 'wish' && mayBeOwn(draft, said));
}

/** So many words of a claim may be none of the source's, beside what it turns. */
const mostStrange = 1;

/**
 * Whether enough of a claim is the source's for it to tell of the source even where nobody is said to have said it: all
 * but one word, or half of what turns a wish or a fact.
 */
function isSure(changed: Changed, draft: Read, { stems }: Known): boolean {
  const { kind, said, plain = false } = changed;
  if (!mayBeSure.has(kind) || isOfSome(changed, draft)) return false;
  const around = draft.stems.filter((_, at) => draft.tells[at] === true && (at < said.from || at >= said.to));
  const strange = around.filter(stem => !stems.has(stem)).length;
  return strange <= mostStrange || (kind !== 'number' && !plain && strange * 2 <= around.length);
}

const mayBeSure: ReadonlySet<Changed['kind']> = new Set(['wish', 'contrary', 'condition', 'number']);

/** "States which had robust systems": of those only. */
const isOfSome = ({ kind, said: { from } }: Changed, { lower }: Read): boolean =>
  kind === 'contrary' && relative.test(lower[from - 1] ?? '') && owns.test(lower[from] ?? '');
const relative = /^(?:who|which|that)$/;
const owns = /^(?:had|have|has|possess(?:ed|es)?)$/;

/** Whether a stretch was not found before: each is told once. */
const isFirst = ({ changed: { said } }: Found, at: number, found: readonly Found[]): boolean =>
  !found.slice(0, at).some(({ changed: before }) => before.said.from < said.to && said.from < before.said.to);

/** So many turns of a claim are shown. */
const mostTurned = 5;

/** What a draft turns into its contrary or into a fact, and the figures that it adds. */
function turned(draft: Read, sentences: readonly Known[]): Found[] {
  const told = toldIn(draft);
  const reads = sentences.map(each => each.words);
  const turns = lazy(() => turnsIn(draft));
  const found = sentences.flatMap(sentence =>
    common(told, sentence.stems) > 0 || isBarred(sentence)
      ? turnsOf(draft, sentence, { told, turns, reads }).map(changed => ({
          changed,
          sentence,
        }))
      : [],
  );
  append(found, doneIn(draft, sentences));
  const invented = inventedFigure(draft, reads) ?? strangeIn(draft, reads) ?? addedCondition(draft, reads);
  if (invented) found.push({ changed: invented.changed, sentence: certain(sentences[invented.of]) });
  return found.slice(0, mostTurned);
}

/** "Could not work alone". */
const isBarred = ({ modals }: Known): boolean => modals.some(({ of }) => of === 'barred');

/** What of a draft turns one sentence. @param told the stems by which it tells anything */
function turnsOf(
  draft: Read,
  cited: Known,
  {
    told,
    turns,
    reads,
  }: {
    readonly told: ReadonlySet<string>;
    readonly turns: () => ReturnType<typeof turnsIn>;
    readonly reads: readonly Read[];
  },
): Changed[] {
  const { words, conditions, wishes, takenIn, modals } = cited;
  const whole =
    common(told, cited.stems) > 0
      ? (turnedCondition(draft, conditions) ?? saidUnneeded(draft, words, wishes))
      : undefined;
  if (whole) return [whole];
  if (!isAbout(told, cited.stems)) return isBarred(cited) ? ableAfterAll(turns(), words) : [];
  const out = leftOut(draft, words, takenIn);
  return [
    ...(hasDigits(draft) ? [...otherNumbers(draft, words), ...otherDates(draft, words)] : []),
    ...unhedged(draft, words, modals),
    ...(out ? [out] : []),
    ...contraryTo(turns(), cited, reads),
  ];
}

/** The figures, quantities and modals of a draft that are not the source's. */
function counted(draft: Read, sentences: readonly Known[]): Found[] {
  const found: Found[] = [];
  const figures = sentences.some(each => each.figures.length > 0) ? figuresIn(draft) : [];
  const quantities = sentences.some(each => each.quantities.length > 0) ? quantitiesIn(draft) : [];
  const modals = sentences.some(each => each.modals.length > 0) ? modalsIn(draft) : [];
  const all = modals.length > 0 ? sentences.flatMap(each => each.modals) : [];
  const stemsOf = (words: Read, { noun }: Quantity): string[] => words.stems.slice(noun.from, noun.to);
  for (const sentence of sentences) {
    const { words } = sentence;
    if (figures.length > 0)
      for (const changed of changedFigures(draft, figures, words, sentence.figures)) found.push({ changed, sentence });
    for (const changed of changedQuantities(draft, quantities, words, sentence.quantities)) {
      const mine = quantities.find(({ from }) => from === changed.said.from);
      const supported =
        mine &&
        sentences.some(other =>
          other.quantities.some(
            each => each.of === mine.of && stemsOf(other.words, each).some(one => stemsOf(draft, mine).includes(one)),
          ),
        );
      if (!supported) found.push({ changed, sentence });
    }
    if (modals.length > 0)
      for (const changed of strongerModals(draft, modals, words, sentence.modals, all))
        found.push({ changed, sentence });
  }
  return found;
}

/** Whether one of some sets has a word, without making a set of them all: few words are asked for. */
const allOf = (sets: readonly ReadonlySet<string>[]): Pick<ReadonlySet<string>, 'has'> => ({
  has: word => sets.some(each => each.has(word)),
});

/** What a draft tells as done, and the source only asks for. */
function doneIn(draft: Read, sentences: readonly Known[]): Found[] {
  const deeds = sentences.some(each => each.wishes.length > 0) ? deedsOf(draft) : [];
  if (deeds.length === 0) return [];
  const facts = allOf(sentences.map(each => each.facts));
  const cited = allOf(sentences.map(each => each.stems));
  const found: Found[] = [];
  for (const sentence of sentences)
    for (const changed of toldAsDone(draft, deeds, sentence.words, sentence.wishes, facts, cited))
      found.push({ changed, sentence });
  return found;
}

/** The edit that puts the source's words in the place of the draft's, and how what is shown reads then. */
function putting(
  draft: Read,
  { sentence, words }: Known,
  { draft: mine, source }: NonNullable<Changed['fix']>,
  shown: { start: number; end: number; text: string },
): { start: number; end: number; text: string; words: string } {
  const put = wordsOf(sentence.text, words, source).replace(/^\p{Lu}/u, letter => letter.toLowerCase());
  const start = certain(draft.start[mine.from]);
  const empty = mine.to === mine.from;
  const end = empty ? start : certain(draft.end[mine.to - 1]);
  const large = !empty && /^\p{Lu}/u.test(shown.text.slice(start, end));
  const text = (large ? put.charAt(0).toUpperCase() + put.slice(1) : put) + (empty ? ' ' : '');
  return {
    start,
    end,
    text,
    words:
      shown.text.slice(Math.min(start, shown.start), start) + text + shown.text.slice(end, Math.max(end, shown.end)),
  };
}
