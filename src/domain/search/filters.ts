/** The filters of a search while they are typed, `day:`, `theme:`, `by:`, `gcm:`, and the values there are for each. */
import { speakers } from '../browse/attribution';
import { objectiveLabel, objectiveTitle } from '../browse/objectives';
import type { Subject } from '../browse/rows';
import type { Library } from '../corpus/library';
import type { Who } from '../corpus/types';
import { fold, tokenize } from '../text/folded';
import { admission, narrows } from './narrowing';
import { parseQuery } from './query';
import { certain } from '../certain';

type Field = 'day' | 'theme' | 'by' | 'gcm';

/** What can stand behind a filter's colon. */
export interface FilterValue {
  /** The filter with its value as it is typed: `day:2`; for a theme `day:2 theme:3`. */
  readonly typed: string;
  /** The day of a theme: its count alone would be taken for a finding's number. */
  readonly day?: number;
  /** What it stands for. */
  readonly subject: Extract<Subject, { kind: 'day' | 'theme' | 'who' | 'objective' }>;
  /** How many findings it leaves. */
  readonly count: number;
}

/** A filter being typed at the end of a query. */
export interface FilterBegun {
  /** Where it starts in the query. */
  readonly start: number;
  readonly values: readonly FilterValue[];
}

interface Known extends FilterValue {
  /**
   * What is typed behind the colon, the words by which the search itself knows it there, and others that lead to it in
   * the list.
   */
  readonly value: string;
  readonly said: readonly string[];
  readonly words: readonly string[];
}

type Uncounted = Omit<Known, 'count'>;

const begun = /(?:^|\s)(day|theme|by|gcm|objective):([^\s:"“”]*)$/iu;
const known = new WeakMap<Library, Map<Field, readonly Known[]>>();

/**
 * The values for the filter that a query ends in; undefined where it ends in none, or where its value is typed already.
 */
export function filterBegun(library: Library, query: string): FilterBegun | undefined {
  const match = begun.exec(query);
  if (!match) return undefined;
  const asked = certain(match[1]).toLowerCase();
  const typed = fold(certain(match[2]));
  const values = valuesOf(library, asked === 'objective' ? 'gcm' : (asked as Field));
  const begins = (word: string): boolean => word.startsWith(typed);
  const fit =
    typed === '' ? values : values.filter(({ value, said, words }) => [value, ...said, ...words].some(begins));
  const chosen =
    fit.some(({ value }) => value === typed) || (typed !== '' && fit.length === 1 && certain(fit[0]).said.some(begins));
  if (chosen || values.length === 0) return undefined;
  // What no value is called gets them all: they show what may be asked for.
  return { start: query.length - match[0].trimStart().length, values: fit.length > 0 ? fit : values };
}

/**
 * Whether a query has filters and no words: then all that they leave is wanted, in the source's order. So many a filter's
 * value promises (`FilterValue.count`).
 */
export function onlyFilters(query: string): boolean {
  const { words, phrases, narrowing } = parseQuery(query);
  return words.length === 0 && phrases.length === 0 && narrows(narrowing);
}

function countOf(library: Library, filter: string): number {
  const admits = admission(parseQuery(filter).narrowing);
  return admits ? library.findings.filter(admits).length : 0;
}

/** The values of a filter that leave a finding. They are the library's, and found once: to count takes long in a large one. */
function valuesOf(library: Library, field: Field): readonly Known[] {
  const fields = known.get(library) ?? new Map<Field, readonly Known[]>();
  known.set(library, fields);
  const found = fields.get(field) ?? kept(library, all[field](library));
  fields.set(field, found);
  return found;
}

/** The values that each filter may have. */
const all: Readonly<Record<Field, (library: Library) => readonly Uncounted[]>> = {
  day: ({ corpora }) =>
    corpora
      .flatMap(corpus => corpus.days)
      .map(day => valueFor(`day:${day.number}`, { kind: 'day', day }, [], [day.title, day.label ?? ''])),
  theme: ({ corpora }) =>
    corpora
      .flatMap(corpus => corpus.themes)
      .map(({ day, ordinal, heading, label }) => ({
        ...valueFor(`day:${day} theme:${ordinal}`, { kind: 'theme', heading, label }, [heading], [label ?? '']),
        day,
      })),
  by: () => speakers.map(who => valueFor(`by:${speakerValue(who)}`, { kind: 'who', who }, [who], [])),
  gcm: () =>
    Array.from({ length: 23 }, (_none, index) => index + 1).map(objective => {
      const [title, label] = [objectiveTitle(objective) ?? '', objectiveLabel(objective) ?? ''];
      return valueFor(`gcm:${objective}`, { kind: 'objective', objective, title, label }, [], [title, label]);
    }),
};

/**
 * @param said texts that the search reads behind the colon, too. @param others texts that lead to the value in the list
 */
function valueFor(
  typed: string,
  subject: FilterValue['subject'],
  said: readonly string[],
  others: readonly string[],
): Uncounted {
  const words = (texts: readonly string[]): string[] => texts.flatMap(text => tokenize(text).map(({ word }) => word));
  return { typed, subject, value: typed.slice(typed.lastIndexOf(':') + 1), said: words(said), words: words(others) };
}

/** Each once, since several documents may have a day 1, and only what leaves findings. */
function kept(library: Library, values: readonly Uncounted[]): Known[] {
  const once = [...new Map(values.toReversed().map(value => [value.typed, value])).values()].toReversed();
  return once.map(value => ({ ...value, count: countOf(library, value.typed) })).filter(({ count }) => count > 0);
}

/** One word that names a speaker in a search. */
function speakerValue(who: Who): string {
  return who === 'unnamed' ? 'nobody' : certain(who.split(' ')[0]);
}
