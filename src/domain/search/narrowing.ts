// Filters of a query: day, theme, speaker, objective, id.
import { namesSentence } from '../corpus/ids';
import { isFinding } from '../corpus/library';
import type { Sentence } from '../corpus/types';
import type { Entry } from './fields';
import { tokenize } from '../text/folded';
import type { Narrowing } from './query';
import { stem } from '../text/stem';

/** Whether a query narrows what may be found at all. */
export function narrows(narrowing: Narrowing): boolean {
  return Object.values(narrowing).some(list => list.length > 0);
}

/** A test for entries, the answers for repeated headings remembered; undefined when all are admitted. */
export function admission(narrowing: Narrowing): ((entry: Entry) => boolean) | undefined {
  if (!narrows(narrowing)) return undefined;
  const { days, ordinals, objectives, themes, speakers, ids } = narrowing;
  const wantedThemes = themes.map(theme => tokenize(theme).map(({ word }) => word));
  const headings = new Map<string, boolean>();
  const inTheme = (heading: string, ordinal: number): boolean => {
    const known = headings.get(heading);
    if (known !== undefined && !themes.some(theme => /^\d+$/u.test(theme))) return known;
    const words = tokenize(heading).map(({ word }) => word);
    const answer = wantedThemes.some(
      wanted =>
        wanted.length > 0 && wanted.every(word => word === String(ordinal) || words.some(said => saidIn(word, said))),
    );
    headings.set(heading, answer);
    return answer;
  };
  return entry => {
    if (ids.length > 0 && !ids.some(id => names(id, entry))) return false;
    if (speakers.length > 0 && !entry.sentences.some(sentence => speakers.some(by => spoke(by, sentence))))
      return false;
    const structured = days.length + ordinals.length + objectives.length + themes.length > 0;
    if (!isFinding(entry)) return !structured;
    return (
      (days.length === 0 || days.includes(entry.day)) &&
      (ordinals.length === 0 || ordinals.includes(entry.ordinal)) &&
      (objectives.length === 0 || objectives.some(objective => entry.objectives.includes(objective))) &&
      (themes.length === 0 || inTheme(entry.theme.heading, entry.theme.ordinal))
    );
  };
}

/** The sentence a query's id names, if it names one of this entry's. */
export function namedSentence({ ids }: Narrowing, entry: Entry): Sentence | undefined {
  return entry.sentences.find(({ id }) => ids.some(wanted => id === wanted || id.endsWith(`-${wanted}`)));
}

function names(id: string, entry: Entry): boolean {
  if (namesSentence(id)) return entry.sentences.some(sentence => sentence.id === id || sentence.id.endsWith(`-${id}`));
  return entry.id === id || entry.id.endsWith(`-${id}`);
}

function saidIn(word: string, said: string): boolean {
  return said.startsWith(word) || stem(said) === stem(word);
}

/**
 * "speakers" is not "some speakers", and "consensus" is enough for "consensus among speakers": the
 * whole name, or, where no name is that, its beginning as typed.
 */
function spoke(by: string, { attribution: { who } }: Sentence): boolean {
  if (by === 'nobody') return who === 'unnamed';
  return who === by || (who.startsWith(by) && !everyName.has(by)) || (by === 'panellists' && who === 'panelists');
}

const everyName = new Set([
  'participants',
  'speakers',
  'some speakers',
  'panelists',
  'discussions',
  'passive',
  'unnamed',
]);
