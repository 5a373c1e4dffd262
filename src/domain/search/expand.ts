// Each word of a query with all that answers it.
import {
  addAlike,
  addBeginnings,
  addForms,
  addHalves,
  addMeanings,
  Answers,
  type Answer,
  type Holdings,
} from './answers';
import { isWeak, stopWords } from '../text/commonWords';
import { rankingRarity } from '../text/rarity';
import { everyday } from './everyday';
import type { Everyday } from './everydayList';
import type { QueryWord } from './query';
import { affixes, type Vocabulary } from './vocabulary';
import { certain } from '../certain';
import { weights } from './weights';

/** One word of the query, and all that answers it, best first. */
export interface Slot {
  readonly place: number;
  /** How much the word tells: its rarity, little for words of every subject. */
  readonly worth: number;
  /** It is a word of every subject: alone it makes no finding match, if the query has others. */
  readonly weak: boolean;
  readonly answers: readonly Answer[];
  /** Common words typed beside it: they find nothing, but where one stands beside an answer, it is as typed. */
  readonly beside: readonly Neighbour[];
  /** How doubtful it is that the library knows the word: 0 it does, 1 it does not, 2 it is of other subjects. */
  readonly doubt: number;
  /** Why nothing answers the word, where nothing does. */
  readonly unanswered?: Unanswered;
  /** It is still being typed, and may become a word that the library holds, misspelt: "negota" of "negotations". */
  readonly becoming?: true;
  /** The word as it was typed. */
  readonly typed: string;
}

/** A word that nothing answers: of other subjects, of every subject, a name, or on no list. */
type Unanswered = Everyday | 'unknown';

/** A common word before (-1) or after (1) another, and how much finding it there tells: its rarity. */
interface Neighbour {
  readonly term: number;
  readonly apart: -1 | 1;
  readonly worth: number;
}

const mostEndings = 40;

/** Finds what answers each word of a query, and what each word is worth. */
export function expand(typed: readonly QueryWord[], holdings: Holdings): Slot[] {
  const words = withPrefixesJoined(typed, holdings);
  const runs = meaningsOfRuns(words, holdings);
  const seen = new Set<number | string>();
  return words.flatMap((word, index) => {
    const stem = holdings.vocabulary.stemFor(word.word) ?? word.word;
    if (seen.has(stem)) return [];
    seen.add(stem);
    return slotOf(word, answering(word, certain(runs[index]), holdings), words.length > 1, holdings) ?? [];
  });
}

/** What was found for a word. */
interface Answering {
  readonly answers: readonly Answer[];
  /** How many entries hold an answer, counted generously. */
  readonly frequency: number;
  /** How many hold the word itself or its meaning; 0 where it is only taken for another word. */
  readonly solid: number;
  /** How doubtful it is that the answers are what was meant. */
  readonly doubt: number;
  /** What a word is that the library does not hold, if it is spelt rightly. */
  readonly common: Everyday | undefined;
}

/** Asks in this order: for the word itself, what it means, what it may become, and what it may be misspelt for. */
function answering(word: QueryWord, run: Run, holdings: Holdings): Answering {
  const found = new Answers(holdings);
  const frequency = run.estranged ? 0 : addItself(word, run, found, holdings);
  // A word that is whole and rightly spelt is not the beginning of another.
  const common = found.empty ? commonness(word.word, run, holdings) : undefined;
  const itself = frequency || found.frequency;
  if (!run.estranged && (word.typing || (found.empty && !common))) addBeginnings(word, found, holdings);
  const doubt = found.empty && !common ? addMisspelt(word, run, found, holdings) : 0;
  const apart = !found.empty;
  for (const concept of run.concepts) found.add(concept, weights.answer.named);
  return {
    answers: found.sorted(),
    frequency: found.frequency,
    solid: itself === 0 && !apart ? found.frequency : itself,
    doubt,
    common,
  };
}

/** Adds a word's own forms and what it means; returns how many entries hold the forms. */
function addItself(word: QueryWord, { named }: Run, found: Answers, holdings: Holdings): number {
  // The beginning of a word may be the stem of another by chance: "regul" is regular before it is regulation.
  if (word.typing && holdings.vocabulary.get(word.word) === undefined && isBeginning(word.word, holdings)) return 0;
  // A common word is there as what it may become, or abbreviates: "who".
  if (!stopWords.has(word.word)) addForms(word, found, holdings);
  const { frequency } = found;
  addMeanings(word, found, holdings, frequency, named ? weights.answer.aside : 1);
  return frequency;
}

/** Adds what an unknown word may be misspelt for; returns how doubtful that is. */
function addMisspelt(word: QueryWord, run: Run, found: Answers, holdings: Holdings): number {
  addHalves(word.word, found, holdings);
  if (found.empty) addAlike(word, found, holdings);
  if (run.concepts.size > 0) return 0;
  // A short word one letter off is as likely another word.
  return word.word.length < 6 ? 0.8 : 0.4;
}

/**
 * A word with what answers it; undefined for one that may be unfinished, means nothing yet, and so says nothing either.
 * @param accompanied whether the query has other words
 */
function slotOf(word: QueryWord, found: Answering, accompanied: boolean, holdings: Holdings): Slot | undefined {
  const { answers, frequency, solid, common } = found;
  const { size } = holdings;
  const nothing = answers.length === 0;
  if (nothing && word.typing && saysNothingYet(word.word)) return undefined;
  const weak = isWeakHere(word, found, accompanied, holdings);
  const known = nothing ? 0 : rankingRarity(size, Math.min(size, solid || frequency));
  const worth = nothing ? rankingRarity(size, 0.5) * weights.worth.unknown : Math.max(known, weights.worth.least);
  return {
    place: word.place,
    worth: worth * (weak ? weights.worth.weak : 1),
    weak,
    answers,
    beside: neighbours(word, holdings),
    doubt: nothing ? doubtOfNothing(common) : found.doubt,
    typed: word.typed,
    ...(nothing ? missing(word, common ?? everyday(word.word) ?? 'unknown', holdings) : {}),
  };
}

const doubtOfNothing = (common: Everyday | undefined): number => (common === 'other subjects' ? 2 : 1);

/** Whether a word of a query makes no finding match alone: a number, an initial, a word of every subject. */
function isWeakHere(
  { word, weak, typing }: QueryWord,
  { answers, solid, common }: Answering,
  accompanied: boolean,
  { vocabulary }: Holdings,
): boolean {
  if (weak || /^\d+$/u.test(word)) return true;
  if (accompanied && typing && word.length < 3 && vocabulary.get(word) === undefined) return true;
  if (answers.length === 0) return common === 'every subject';
  return solid === 0 && meansWeak(answers, vocabulary);
}

/** A prefix and its word, where the library knows them joined, are one word however they were typed: socio-economic. */
function withPrefixesJoined(words: readonly QueryWord[], { vocabulary, frequency }: Holdings): QueryWord[] {
  const result: QueryWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const [prefix, word] = [certain(words[at]), words[at + 1]];
    const joined =
      word?.place === prefix.place + 1 && affixes.includes(prefix.word)
        ? vocabulary.get(prefix.word + word.word)
        : undefined;
    if (joined === undefined || frequency(certain(vocabulary.stemOf[joined])) === 0) {
      result.push(prefix);
      continue;
    }
    result.push({
      ...certain(word),
      word: certain(vocabulary.words[joined]),
      place: prefix.place,
      joined: [],
      before: prefix.before,
      weak: false,
    });
    at++;
  }
  return result;
}

/** Whether an unfinished word may become a common one: "wit" of "persons with disabilities". */
function saysNothingYet(word: string): boolean {
  return word.length < 3 || [...stopWords].some(common => common.startsWith(word));
}

/** Why nothing answers a word, and whether what is typed next may change that. */
function missing(
  { word, typing }: QueryWord,
  unanswered: Unanswered,
  { vocabulary, approximator, frequency }: Holdings,
): Pick<Slot, 'unanswered' | 'becoming'> {
  const held = (term: number): boolean => frequency(certain(vocabulary.stemOf[term])) > 0;
  return unanswered === 'unknown' && typing && approximator.begins(word, held)
    ? { unanswered, becoming: true }
    : { unanswered };
}

/** Whether some word that the library holds begins so. */
function isBeginning(word: string, { vocabulary, frequency }: Holdings): boolean {
  return (
    word.length >= 3 && vocabulary.startingWith(word).some(term => frequency(certain(vocabulary.stemOf[term])) > 0)
  );
}

/** Whether a word misspelt or unfinished can only be one of every subject: "migrnts". */
function meansWeak(answers: readonly Answer[], { words }: Vocabulary): boolean {
  const likely = answers.filter(
    ({ term, weight }) => words[term] !== '' && weight >= certain(answers[0]).weight * 0.95,
  );
  return likely.length > 0 && likely.every(({ term }) => isWeak(certain(words[term])));
}

function neighbours({ before, after }: QueryWord, { vocabulary, size, frequency }: Holdings): Neighbour[] {
  const found: Neighbour[] = [];
  for (const [word, apart] of [
    [before, -1],
    [after, 1],
  ] as const) {
    const term = word === undefined ? undefined : vocabulary.get(word);
    const holders = term === undefined ? 0 : frequency(certain(vocabulary.stemOf[term]));
    if (holders > 0) found.push({ term: certain(term), apart, worth: rankingRarity(size, holders) });
  }
  return found;
}

/**
 * What a word is that nothing answers, if it is spelt rightly: one that is on no list, but in terms of several words,
 * says little.
 */
function commonness(word: string, run: Run, { vocabulary }: Holdings): Everyday | undefined {
  if (run.estranged) return 'other subjects';
  return everyday(word) ?? (vocabulary.stemFor(word) === undefined ? undefined : 'every subject');
}

/** What two or more words side by side mean, as it bears on one of them. */
interface Run {
  /** What they mean together. */
  readonly concepts: Set<number>;
  /**
   * They mean something together, which tells more than what the word alone means: "certificate" in "health
   * certificate".
   */
  named: boolean;
  /** Together they are no longer themselves: "drivers" of trucks are no drivers of migration. */
  estranged: boolean;
}

/** What two or more words side by side mean, common ones among them ("loss of life"), for each of those words. */
function meaningsOfRuns(words: readonly QueryWord[], holdings: Holdings): Run[] {
  const { concepts, strangers } = holdings.vocabulary;
  const runs = words.map((): Run => ({ concepts: new Set(), named: false, estranged: false }));
  for (const all of new Set(words.map(word => word.all))) {
    const at = new Map(words.flatMap((word, index) => (word.all === all ? [[word.place, index] as const] : [])));
    const meant = all.map((said, place) => {
      const known = holdings.vocabulary.stemFor(said);
      const index = at.get(place);
      return known === undefined && index !== undefined ? stemsMeant(certain(words[index]), holdings) : [known ?? -1];
    });
    const mark = (concept: number, first: number, last: number): void => {
      if (first === last) return;
      for (const [place, index] of at) {
        if (place < first || place > last) continue;
        const run = certain(runs[index]);
        run.named = true;
        if (strangers.has(concept)) run.estranged = true;
        else run.concepts.add(concept);
      }
    };
    const stems = meant.map(([first = -1]) => first);
    concepts.find(stems, mark, true);
    // Only the last word may have several: it may not be finished.
    for (const other of meant.at(-1)?.slice(1) ?? []) concepts.find([...stems.slice(0, -1), other], mark, true);
  }
  return runs;
}

/** The stem of a word; of an unfinished one those it may become, of a misspelt one that of the word most like it. */
function stemsMeant({ word, typing }: QueryWord, { vocabulary, approximator }: Holdings): number[] {
  const known = vocabulary.stemFor(word);
  if (known !== undefined) return [known];
  if (typing && word.length >= 3) {
    const stems = new Set(
      vocabulary
        .startingWith(word)
        .slice(0, mostEndings)
        .map(term => certain(vocabulary.stemOf[term])),
    );
    if (stems.size > 0) return [...stems];
  }
  const [alike] = approximator.find(word, typing);
  return alike ? [certain(vocabulary.stemOf[alike.term])] : [];
}
