// Who spoke in an entry, for lists and icons.
import type { Finding, Passage, Sentence, Who } from '../corpus/types';

/** Speakers from the broadest to the vaguest, which is also the order in which lists show them. */
export const speakers: readonly Who[] = [
  'consensus among speakers',
  'participants',
  'speakers',
  'some speakers',
  'panelists',
  'discussions',
  'named',
  'passive',
  'unnamed',
];

/** Who spoke in an entry, taken sentence by sentence. */
interface SaidBy {
  /** Everyone named, once each, in the order of the text; `passive` ("it was noted") included. */
  readonly named: readonly Who[];
  /** Whether at least one sentence names nobody. */
  readonly partlyUnnamed: boolean;
}

/** Attribution varies inside one finding, so nothing is made of it but the set of its sentences'. */
export function saidBy(entry: Finding | Passage | Sentence): SaidBy {
  const sentences = 'sentences' in entry ? entry.sentences : [entry];
  const all = sentences.map(sentence => sentence.attribution.who);
  const named = [...new Set(all)].filter(who => who !== 'unnamed');
  return { named, partlyUnnamed: all.includes('unnamed') };
}

/** Speakers from those on whom a draft may lean most to those on whom it may lean least. */
const byWeight: readonly Who[] = [
  'consensus among speakers',
  'named',
  'participants',
  'speakers',
  'panelists',
  'discussions',
  'some speakers',
];

/** The speaker who stands for an entry where a list has room for one. */
interface OneSpeaker {
  readonly who: Who;
  /** Whether other sentences have another speaker, or name none. */
  readonly partly: boolean;
  /** The speakers of the other sentences, once each, in the order of the text. */
  readonly others: readonly Who[];
}

/**
 * Who stands for an entry or a sentence: of several speakers the one on whom a draft may lean least, so that nobody
 * takes the words of some for everybody's. That "it was noted" names no speaker either.
 * @param told the sentence by which the entry was found, whose speaker stands for it then
 */
export function oneSpeaker(entry: Finding | Passage | Sentence, told?: Sentence): OneSpeaker {
  const { named, partlyUnnamed } = saidBy(entry);
  const speaking = named.filter(name => name !== 'passive');
  const who = told?.attribution.who ?? leastOf(speaking) ?? named[0] ?? 'unnamed';
  const others = speaking.filter(name => name !== who);
  const unnamed = partlyUnnamed || named.includes('passive');
  return { who, partly: others.length > 0 || (unnamed && speaking.length > 0), others };
}

function leastOf(speaking: readonly Who[]): Who | undefined {
  return speaking.toSorted((one, other) => byWeight.indexOf(other) - byWeight.indexOf(one))[0];
}

/**
 * Under which speakers a finding is listed: under everyone it names; under `unnamed` only when no
 * sentence names anyone, since most findings have some such sentence.
 */
export function listedUnder(entry: Finding | Passage): readonly Who[] {
  const { named } = saidBy(entry);
  return named.length > 0 ? named : ['unnamed'];
}
