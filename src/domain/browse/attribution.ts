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
export interface SaidBy {
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

/** Who spoke, in the order of lists: who is named first, and whether that holds for a part only. */
export interface FirstSpeaker {
  readonly who: Who;
  /** Whether other sentences have another speaker, or name none. */
  readonly partly: boolean;
  /** The speakers of the other sentences, once each, in the order of the text. */
  readonly others: readonly Who[];
}

/** Who spoke in an entry or a sentence. That "it was noted" names no speaker either. */
export function firstSpeaker(entry: Finding | Passage | Sentence): FirstSpeaker {
  const { named, partlyUnnamed } = saidBy(entry);
  const [who, ...others] = named.filter(name => name !== 'passive');
  if (who === undefined) return { who: named[0] ?? 'unnamed', partly: false, others: [] };
  return { who, partly: partlyUnnamed || others.length > 0 || named.includes('passive'), others };
}

/**
 * Under which speakers a finding is listed: under everyone it names; under `unnamed` only when no
 * sentence names anyone, since most findings have some such sentence.
 */
export function listedUnder(entry: Finding | Passage): readonly Who[] {
  const { named } = saidBy(entry);
  return named.length > 0 ? named : ['unnamed'];
}
