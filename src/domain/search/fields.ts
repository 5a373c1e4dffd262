// What of an entry is searched.
import { isFinding, type Library } from '../corpus/library';
import type { Finding, Passage } from '../corpus/types';
import { weights } from './weights';

export type Entry = Finding | Passage;

/** What of an entry is searched, and how much a word found there says. */
interface Field {
  readonly text: string;
  readonly weight: number;
  /** Many entries have the same: read once. */
  readonly shared: boolean;
}

/** The fields of an entry: our label and topics, its words, its theme's heading and its day's title. */
export function fieldsOf(entry: Entry, library: Library | undefined): Field[] {
  const fields: Field[] = [
    { text: entry.text, weight: 1, shared: false },
    { text: entry.label, weight: weights.field.label, shared: false },
  ];
  if (!isFinding(entry)) return fields;
  for (const topic of entry.topics) fields.push({ text: topic, weight: weights.field.topic, shared: true });
  fields.push({ text: entry.theme.heading, weight: weights.field.theme, shared: true });
  const day = library?.corpus(entry.corpus)?.days.find(({ number }) => number === entry.day);
  if (day) fields.push({ text: day.title, weight: weights.field.day, shared: true });
  return fields;
}
