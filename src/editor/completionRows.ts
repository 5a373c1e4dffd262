// What the rows of the list after `@` say.
import vscode = require('vscode');
import { listRow, type Listed } from '../domain/browse/listRow';
import { namesOf } from '../domain/citation/titles';
import type { Corpus } from '../domain/corpus/types';
import type { FilterValue } from '../domain/search/filters';
import { paragraph } from './markdown';
import { besideFinding, besideSentence } from './spoken';
import { meaning } from './tree/legend';
import { dayName, findingCount, foundWithout, whoBriefly, whoGroup, whoShort } from './inWords';

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
  const { number, words, who } = listRow(choice, whoBriefly(choice.sentence ?? choice.finding));
  const name = /\d$/u.test(typed)
    ? { label: unseen, detail: `${number} ${words}` }
    : { label: number, detail: ` ${words}` };
  return { ...name, description: who };
}

/** What stands beside the list for the row in focus. */
export function rowDetails(choice: Choice): vscode.MarkdownString | string {
  if ('filter' in choice) return filterDetails(choice.filter);
  if ('document' in choice) return namesOf(choice.document.document, 'en').full;
  const { finding, sentence, without } = choice;
  const words = sentence ? besideSentence(finding, sentence) : besideFinding(finding);
  return without ? words.appendMarkdown(`*${paragraph(foundWithout(without))}*\n`) : words;
}

export function rowKind(choice: Choice): vscode.CompletionItemKind {
  if ('filter' in choice) return vscode.CompletionItemKind.EnumMember;
  return 'quoted' in choice ? vscode.CompletionItemKind.Text : vscode.CompletionItemKind.Reference;
}

/** @param begun what of the value is typed. Where another word of it led here, no letter of its name matched. */
function filterLabel(value: FilterValue, begun: string): vscode.CompletionItemLabel {
  const { typed, day, count } = value;
  const name = day === undefined ? typed : dayName(day);
  const matched = day === undefined ? typed.slice(typed.lastIndexOf(':') + 1).startsWith(begun) : begun === '';
  const means = filterMeaning(value.subject);
  // “by:speakers speakers” would say it twice.
  const detail = typed.endsWith(`:${means}`) ? '' : ` ${means}`;
  return {
    ...(matched ? { label: name, detail } : { label: unseen, detail: `${name}${detail}` }),
    description: findingCount(count),
  };
}

/** What a value stands for, shortly. */
function filterMeaning(subject: FilterValue['subject']): string {
  switch (subject.kind) {
    case 'day':
      return subject.day.label ?? subject.day.title;
    case 'theme':
      return subject.label ?? subject.heading;
    case 'who':
      return subject.who === 'passive' ? whoGroup(subject.who) : whoShort(subject.who);
    case 'objective':
      return subject.label;
  }
}

/** The same in full: what the source says, or what is ours of it. */
function filterDetails({ subject }: FilterValue): string {
  switch (subject.kind) {
    case 'day':
      return subject.day.title;
    case 'theme':
      return subject.heading;
    case 'who':
      return meaning(subject.who);
    case 'objective':
      return vscode.l10n.t(
        'Objective {0} of the Global Compact: {1}. That a finding bears on it is our suggestion.',
        subject.objective,
        subject.title,
      );
  }
}
