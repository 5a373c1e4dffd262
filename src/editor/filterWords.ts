// What the values of a filter (`day:`, `theme:`, `by:`, `gcm:`) are called in lists, and what they mean.
import vscode = require('vscode');
import type { FilterValue } from '../domain/search/filters';
import { dayName, whoGroup, whoName } from './inWords';
import { meaning } from './tree/legend';

/** What a value is called: as it is typed, but a theme, whose count says nothing without its day, by that. */
export function filterName({ typed, day }: FilterValue): string {
  return day === undefined ? typed : dayName(day);
}

/** What a value stands for, shortly; nothing where its name says it: “by:speakers speakers” would say it twice. */
export function filterMeaning({ typed, subject }: FilterValue): string {
  const means = shortly(subject);
  return typed.endsWith(`:${means}`) ? '' : means;
}

function shortly(subject: FilterValue['subject']): string {
  switch (subject.kind) {
    case 'day':
      return subject.day.label ?? subject.day.title;
    case 'theme':
      return subject.label ?? subject.heading;
    case 'who':
      return subject.who === 'passive' ? whoGroup(subject.who) : whoName(subject.who);
    case 'objective':
      return subject.label;
  }
}

/** The same in full: what the source says, or what is ours of it. */
export function filterDetails({ subject }: FilterValue): string {
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
