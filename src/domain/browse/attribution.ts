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

/**
 * Under which speakers a finding is listed: under everyone it names; under `unnamed` only when no
 * sentence names anyone, since most findings have some such sentence.
 */
export function listedUnder(entry: Finding | Passage): readonly Who[] {
  const { named } = saidBy(entry);
  return named.length > 0 ? named : ['unnamed'];
}
