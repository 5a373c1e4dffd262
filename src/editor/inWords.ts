// The domain's codes as words in the reader's language.
import vscode = require('vscode');
import { oneSpeaker } from '../domain/browse/attribution';
import { isFinding } from '../domain/corpus/library';
import type { Finding, Passage, Sentence, Who } from '../domain/corpus/types';
import type { Refusal } from '../domain/insert/plan';
import { withCommas, withQuotationMarks } from './lists';
import { plural } from './plural';

/** The domain's codes in the reader's language. The words of the source never pass through here. */

/** "first" … "twentieth", which read better than numbers and are what a citation says. */
const ordinals = (): readonly string[] => [
  vscode.l10n.t('first'),
  vscode.l10n.t('second'),
  vscode.l10n.t('third'),
  vscode.l10n.t('fourth'),
  vscode.l10n.t('fifth'),
  vscode.l10n.t('sixth'),
  vscode.l10n.t('seventh'),
  vscode.l10n.t('eighth'),
  vscode.l10n.t('ninth'),
  vscode.l10n.t('tenth'),
  vscode.l10n.t('eleventh'),
  vscode.l10n.t('twelfth'),
  vscode.l10n.t('thirteenth'),
  vscode.l10n.t('fourteenth'),
  vscode.l10n.t('fifteenth'),
  vscode.l10n.t('sixteenth'),
  vscode.l10n.t('seventeenth'),
  vscode.l10n.t('eighteenth'),
  vscode.l10n.t('nineteenth'),
  vscode.l10n.t('twentieth'),
];

/** A number from 1 as an ordinal; past twenty the number itself with a sign. */
export function ordinalWord(number: number): string {
  return ordinals()[number - 1] ?? vscode.l10n.t('no. {0}', number);
}

export function dayName(day: number): string {
  return vscode.l10n.t('Day {0}', day);
}

/** Who spoke, in a word or two: the same words wherever a speaker is named. */
export function whoName(who: Who): string {
  switch (who) {
    case 'consensus among speakers':
      return vscode.l10n.t('consensus');
    case 'participants':
      return vscode.l10n.t('participants');
    case 'speakers':
      return vscode.l10n.t('speakers');
    case 'some speakers':
      return vscode.l10n.t('some speakers');
    case 'panelists':
      return vscode.l10n.t('panelists');
    case 'discussions':
      return vscode.l10n.t('discussions');
    case 'named':
      return vscode.l10n.t('a speaker by name');
    // “It was noted” names none, either.
    case 'passive':
    case 'unnamed':
      return vscode.l10n.t('no speaker named');
  }
}

/**
 * Who said an entry (or one of its sentences), for a list: first who stands for it, as `whoBriefly` says it, then
 * everyone else. Where not all of it is one speaker's, each is said to speak in a part.
 * @param told the sentence by which the entry was found
 */
export function whoSaid(entry: Finding | Passage | Sentence, told?: Sentence): string {
  const { who, partly, others } = oneSpeaker(entry, told);
  return partly ? withCommas([who, ...others].map(partlyBy)) : whoName(who);
}

/** The same where a row has room for a word or two: who stands for the entry, and whether all of it is theirs. */
export function whoBriefly(entry: Finding | Sentence, told?: Sentence): string {
  const { who, partly } = oneSpeaker(entry, told);
  return partly ? partlyBy(who) : whoName(who);
}

/** That nobody is named is no part that somebody has. */
function partlyBy(who: Who): string {
  return who === 'unnamed' || who === 'passive' ? whoName(who) : vscode.l10n.t('partly {0}', whoName(who));
}

/** Who spoke, as the name of a group. Two groups name no speaker: they must differ in the first letters. */
export function whoGroup(who: Who): string {
  return who === 'passive' ? vscode.l10n.t('“It was noted”') : whoName(who);
}

/** The words of a query that something was found without, as typed: in a row of a list. */
export function foundWithout(words: readonly string[]): string {
  return vscode.l10n.t('without {0}', withQuotationMarks(words));
}

/** That a finding has only one word in common with those of a draft: in a row of a list. */
export function onlyWordIn(word: string): string {
  return vscode.l10n.t('only the word “{0}” is in it', word);
}

function placeOfWhole(entry: Finding | Passage): string {
  if (isFinding(entry)) return vscode.l10n.t('Day {0}, {1} conclusion', entry.day, ordinalWord(entry.ordinal));
  const paragraph = ordinalWord(entry.paragraph);
  return entry.part === 'introduction'
    ? vscode.l10n.t('Introduction, {0} paragraph', paragraph)
    : vscode.l10n.t('Closing, {0} paragraph', paragraph);
}

/** Where an entry stands, in words a reader of the document can check: it has no numbers. */
export function placeOf(entry: Finding | Passage, sentence?: Sentence): string {
  const place = placeOfWhole(entry);
  return sentence === undefined
    ? place
    : vscode.l10n.t('{0}, {1} sentence', place, ordinalWord(entry.sentences.indexOf(sentence) + 1));
}

/** Day or part of the document: the short place for a list row. */
export function partOf(entry: Finding | Passage): string {
  if (isFinding(entry)) return dayName(entry.day);
  return entry.part === 'introduction' ? vscode.l10n.t('Introduction') : vscode.l10n.t('Closing');
}

/** Where background stands, for a row: "introduction 5", as it may be asked for. */
export function backgroundPlace({ part, paragraph }: Passage): string {
  return part === 'introduction'
    ? vscode.l10n.t('introduction {0}', paragraph)
    : vscode.l10n.t('closing {0}', paragraph);
}

/** Words at the beginning of a line. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** "1 conclusion", "12 conclusions". */
export function conclusionCount(count: number): string {
  return plural(count, { one: '{0} conclusion', other: '{0} conclusions' });
}

/** The same in fewer letters, for a row. */
export function findingCount(count: number): string {
  return plural(count, { one: '{0} finding', other: '{0} findings' });
}

/** Why a place of a draft takes no citation. */
export function refusalText(refusal: Refusal): string {
  switch (refusal) {
    case 'frontMatter':
      return vscode.l10n.t('A citation cannot stand in front matter.');
    case 'code':
      return vscode.l10n.t('A citation cannot stand in code.');
    case 'html':
      return vscode.l10n.t('A citation cannot stand in HTML.');
    case 'comment':
      return vscode.l10n.t('A citation cannot stand in a comment.');
    case 'math':
      return vscode.l10n.t('A citation cannot stand in a formula.');
    case 'linkDefinition':
      return vscode.l10n.t('A citation cannot stand in the definition of a link.');
    case 'table':
      return vscode.l10n.t('This table is laid out letter by letter: a citation would shift its columns.');
    case 'noWords':
      return vscode.l10n.t('There are no words here for a citation to stand beside.');
  }
}
