// What the rows of the list after `@` say.
import vscode = require('vscode');
import { listRow, type Listed } from '../domain/browse/listRow';
import { matchedWords } from '../domain/browse/matchedWords';
import { isFinding } from '../domain/corpus/library';
import { namesOf } from '../domain/citation/titles';
import type { Corpus } from '../domain/corpus/types';
import type { FilterValue } from '../domain/search/filters';
import { withCommas, withQuotationMarks } from './lists';
import { besideFinding, besideSentence } from './spoken';
import { filterDetails, filterMeaning, filterName } from './filterWords';
import { backgroundPlace, findingCount, foundWithout, whoBriefly } from './inWords';

/**
 * One row of the list: a finding or a sentence of it, a document to be cited as a whole, or a value of a filter being
 * typed.
 */
export type Choice = Listed | { readonly document: Corpus } | FilterChoice;

export interface FilterChoice {
  readonly filter: FilterValue;
  /** How many letters of it are typed already. */
  readonly before: number;
}

/** More words than these do not say any better why a finding was found. */
const mostMatched = 4;

/** A label that shows nothing: a word joiner has no width. */
const unseen = '\u2060';

/**
 * The texts of a row.
 * The editor makes letters of a label bold wherever they occur in the order of what was typed, also where nothing
 * matched there, but never what stands beside it. So only the number is the label, and behind a digit not even that.
 * @param typed what was typed so far, from the trigger on
 */
export function rowLabel(choice: Choice, typed: string): vscode.CompletionItemLabel {
  if ('filter' in choice) return filterLabel(choice.filter, typed.slice(typed.lastIndexOf(':') + 1).toLowerCase());
  if ('document' in choice)
    return { label: unseen, detail: vscode.l10n.t('The document as a whole'), description: choice.document.id };
  const { number, words, who } = listRow(choice, beside(choice));
  const isNumbered = number !== '' && !/\d$/u.test(typed);
  const name = isNumbered
    ? { label: number, detail: ` ${words}` }
    : { label: unseen, detail: `${number} ${words}`.trimStart() };
  return who === '' ? name : { ...name, description: who };
}

/**
 * Whoever used a finding not long ago knows who said it, and wonders why it is there. Of words to quote, who tells more.
 * Background has no number that says where it stands.
 */
function beside({ finding, sentence, told, quoted, recent }: Listed): string {
  if (!isFinding(finding)) return backgroundPlace(finding);
  if (recent && !quoted) return vscode.l10n.t('recently used');
  return sentence ? whoBriefly(sentence) : whoBriefly(finding, told);
}

/** What stands beside the list for the row in focus. */
export function rowDetails(choice: Choice): vscode.MarkdownString | string {
  if ('filter' in choice) return filterDetails(choice.filter);
  if ('document' in choice) return namesOf(choice.document.document, 'en').full;
  const { finding, sentence } = choice;
  const why = whyListed(choice);
  return sentence ? besideSentence(finding, sentence, why) : besideFinding(finding, why);
}

/** Why a row is there: the words by which it was found, those it was found without, or that it was used lately. */
function whyListed(listed: Listed): string {
  const words = matchedWords(listed, mostMatched);
  return withCommas([
    ...(words.length > 0 ? [vscode.l10n.t('found by {0}', withQuotationMarks(words))] : []),
    ...(listed.without ? [foundWithout(listed.without)] : []),
    ...(listed.recent ? [vscode.l10n.t('recently used')] : []),
  ]);
}

export function rowKind(choice: Choice): vscode.CompletionItemKind {
  if ('filter' in choice) return vscode.CompletionItemKind.EnumMember;
  return 'quoted' in choice ? vscode.CompletionItemKind.Text : vscode.CompletionItemKind.Reference;
}

/** @param begun what of the value is typed. Where another word of it led here, no letter of its name matched. */
function filterLabel(value: FilterValue, begun: string): vscode.CompletionItemLabel {
  const { typed, day, count } = value;
  const name = filterName(value);
  const matched = day === undefined ? typed.slice(typed.lastIndexOf(':') + 1).startsWith(begun) : begun === '';
  const means = filterMeaning(value);
  const detail = means === '' ? '' : ` ${means}`;
  return {
    ...(matched ? { label: name, detail } : { label: unseen, detail: `${name}${detail}` }),
    description: findingCount(count),
  };
}
