// What a row of the list after `@` says, short enough for its width.
import { isFinding } from '../corpus/library';
import type { Finding, Passage, Sentence } from '../corpus/types';
import type { Range } from '../text/ranges';
import { knownBy } from './tellingWords';
import { certain } from '../certain';

/** One row of the list after `@`: a finding, or one of its sentences, to be cited or quoted. */
export interface Listed {
  readonly finding: Finding | Passage;
  readonly sentence?: Sentence;
  /** Whether the row stands for the source's words, and shows some of them in place of our label. */
  readonly quoted?: boolean;
  /** The sentence by which it was found, whose speaker is named in the row of a whole finding. */
  readonly told?: Sentence | undefined;
  /** Why it was found: offsets into the finding's text. */
  readonly ranges?: readonly Range[];
  /** The stems of the words by which it was asked for. */
  readonly typed?: ReadonlySet<string>;
  /** The words of the query that no finding answers, where there are some. */
  readonly without?: readonly string[] | undefined;
  /** Whether it is there because the drafter used it not long ago. */
  readonly recent?: boolean;
}

/** A row as it is shown: nothing of it is cut at the editor's usual width and size of letters. */
interface ListRow {
  /** Day and count, by our count: "1.4"; background has none. */
  readonly number: string;
  /** Our label, or words of the source in quotation marks. */
  readonly words: string;
  /** Who spoke, or where it stands. */
  readonly who: string;
}

/**
 * As many letters as fit into a row of the list, which is 430 pixels wide, with its icon and the arrow of the row in
 * focus.
 */
export const rowRoom = 44;
/** How large who spoke is written there, beside the other letters. */
export const whoSize = 0.85;
/** The blank between the number and the words. */
const gap = 1;
/** Words of the source that tell less than these are not worth a row. */
const fewest = 8;
const none: ReadonlySet<string> = new Set();
/** Stands for the words before what is shown of a sentence. */
const omission = '… ';

/**
 * The texts of a row.
 * @param who who spoke, or where it stands, in words
 */
export function listRow(listed: Listed, who: string): ListRow {
  const { finding } = listed;
  const number = isFinding(finding) ? `${finding.day}.${finding.ordinal}` : '';
  const room = Math.max(fewest, Math.floor(rowRoom - gap - number.length - whoSize * who.length));
  const words = listed.quoted ? sourceWords(listed, room) : shortened(finding.label, room);
  return { number, words, who };
}

/**
 * The words of the source by which a drafter knows what would be inserted, in quotation marks: what the sentence was
 * found by, or what tells it from others. Who spoke, with which most sentences begin, stands beside them.
 */
function sourceWords(
  { finding, sentence = certain(finding.sentences[0]), ranges = [], typed = none }: Listed,
  room: number,
): string {
  const at = startOf(finding, sentence);
  const found = { ranges: ranges.map(({ start, end }) => ({ start: start - at, end: end - at })), typed };
  const { start, end } = knownBy(finding, sentence, found, { room: room - '“…”'.length, gap: omission.length });
  const words = `${start === 0 ? '' : omission}${sentence.text.slice(start, end)}`;
  // Where only the full stop follows, nothing is left out.
  return /^\p{P}?$/u.test(sentence.text.slice(end)) ? `“${words}”` : `“${words}…”`;
}

/** Where a sentence begins in its finding's text. */
export function startOf({ text, sentences }: Finding | Passage, sentence: Sentence): number {
  let from = 0;
  for (const one of sentences) {
    const start = text.indexOf(one.text, from);
    if (one === sentence) return start;
    from = start + one.text.length;
  }
  return 0;
}

/** A text cut at a word. */
function shortened(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = text.slice(0, room - 1);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > room / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}
