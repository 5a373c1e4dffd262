// What a row of the list after `@` says, short enough for its width.
import type { Finding, Sentence } from '../corpus/types';
import type { Range } from '../text/ranges';
import { knownBy } from './tellingWords';
import { certain } from '../certain';

/** One row of the list after `@`: a finding, or one of its sentences, to be cited or quoted. */
export interface Listed {
  readonly finding: Finding;
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
  /** Day and count, by our count: "1.4". */
  readonly number: string;
  /** Our label, or words of the source in quotation marks. */
  readonly words: string;
  /** Who spoke; empty where the words begin with that. */
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
/** Stands for the words between the beginning and what is shown of the rest. */
const omission = ' … ';
/** Who spoke, said later than this, may not be shown. */
const latestSpeaker = 12;

/**
 * The texts of a row.
 * @param who who spoke, in words
 */
export function listRow(listed: Listed, who: string): ListRow {
  const { finding } = listed;
  const number = `${finding.day}.${finding.ordinal}`;
  const spoken = listed.quoted ? speakerEnd(listed) : 0;
  // Where the words themselves say who spoke, they have the room.
  const beside = spoken > 0 ? '' : who;
  const room = Math.max(fewest, Math.floor(rowRoom - gap - number.length - whoSize * beside.length));
  const words = listed.quoted ? sourceWords(listed, room, spoken) : shortened(finding.label, room);
  return { number, words, who: beside };
}

/** Where the words that say who spoke end, if a sentence begins with them, so that its row shows them; else 0. */
function speakerEnd({ finding, sentence = certain(finding.sentences[0]) }: Listed): number {
  const { who } = sentence.attribution;
  if (who === 'unnamed' || who === 'passive' || who === 'named') return 0;
  const said = who === 'consensus among speakers' ? 'consensus' : who;
  const at = sentence.text.toLowerCase().indexOf(said);
  return at < 0 || at > latestSpeaker ? 0 : at + said.length;
}

/**
 * The words of the source by which a drafter knows what would be inserted, in quotation marks: how the sentence begins,
 * and what it was found by, or what tells it from others, where that comes later.
 * @param spoken up to where the beginning says who spoke
 */
function sourceWords(
  { finding, sentence = certain(finding.sentences[0]), ranges = [], typed = none }: Listed,
  room: number,
  spoken: number,
): string {
  const at = startOf(finding, sentence);
  const found = { ranges: ranges.map(({ start, end }) => ({ start: start - at, end: end - at })), typed };
  const limits = { room: room - '“…”'.length, gap: omission.length, least: spoken };
  const parts = knownBy(finding, sentence, found, limits);
  const shown = parts.map(({ start, end }) => sentence.text.slice(start, end)).join(omission);
  const words = certain(parts[0]).start === 0 ? shown : `${omission.trimStart()}${shown}`;
  // Where only the full stop follows, nothing is left out.
  return /^\p{P}?$/u.test(sentence.text.slice(parts.at(-1)?.end)) ? `“${words}”` : `“${words}…”`;
}

/** Where a sentence begins in its finding's text. */
export function startOf({ text, sentences }: Finding, sentence: Sentence): number {
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
