// What a row of the list after `@` says, short enough for its width.
import type { Finding, Sentence, Who } from '../corpus/types';
import { excerpt } from '../search/excerpt';
import type { Range } from '../text/ranges';
import { saidBy } from './attribution';

/** One row of the list after `@`: a finding, or one of its sentences, to be cited or quoted. */
export interface Listed {
  readonly finding: Finding;
  readonly sentence?: Sentence;
  /** Whether the row stands for the source's words, and shows some of them in place of our label. */
  readonly quoted?: boolean;
  /** Why it was found: offsets into the finding's text. */
  readonly ranges?: readonly Range[];
  /** The words of the query that no finding answers, where there are some. */
  readonly without?: readonly string[] | undefined;
}

/** Who spoke, where there is room for one: who is named first, and how many others are. */
export interface FirstSpeaker {
  readonly who: Who;
  readonly others: number;
}

/** A row as it is shown: nothing of it is cut at the editor's usual width and size of letters. */
export interface ListRow {
  /** Day and count, by our count: "1.4". */
  readonly number: string;
  /** Our label, or words of the source in quotation marks. */
  readonly words: string;
  readonly who: string;
}

/** As many letters as fit into a row of the list, which is 430 pixels wide, with its icon and the arrow of the row in focus. */
export const rowRoom = 46;
/** What stands between the number, the words and who spoke. */
const gaps = 2;
/** Words of the source that tell less than these are not worth a row. */
const fewest = 8;

/** Who spoke in an entry or a sentence. */
export function firstSpeaker(entry: Finding | Sentence): FirstSpeaker {
  const { named: [who, ...others] } = saidBy(entry);
  return { who: who ?? 'unnamed', others: others.length };
}

/**
 * The texts of a row.
 * @param who who spoke, in words
 */
export function listRow(listed: Listed, who: string): ListRow {
  const { finding } = listed;
  const number = `${finding.day}.${finding.ordinal}`;
  const room = Math.max(fewest, rowRoom - gaps - number.length - who.length);
  return { number, words: listed.quoted ? sourceWords(listed, room) : shortened(finding.label, room), who };
}

/** The words of the source that show why the row is there, in quotation marks. */
function sourceWords({ finding, sentence, ranges = [] }: Listed, room: number): string {
  const span = sentence ? spanIn(finding, sentence) : { start: 0, end: finding.text.length };
  const inside = ranges.filter(({ start, end }) => start >= span.start && end <= span.end);
  const from = span.start + (inside.length > 0 ? 0 : afterReporting(sentence ?? finding.sentences[0]!));
  const text = finding.text.slice(from, span.end);
  const shifted = inside.map(({ start, end }) => ({ start: start - from, end: end - from }));
  // An excerpt keeps two letters at either end for blanks and ellipses; without the blanks the quotation marks fit.
  const { text: shown } = excerpt({ finding: { text }, ranges: shifted }, room);
  return `“${shown.replace('… ', '…').replace(' …', '…')}”`;
}

/** Where a sentence stands in its finding's text. */
function spanIn({ text, sentences }: Finding, sentence: Sentence): Range {
  let from = 0;
  for (const one of sentences) {
    const start = text.indexOf(one.text, from);
    from = start + one.text.length;
    if (one === sentence) return { start, end: from };
  }
  return { start: 0, end: text.length };
}

/** Where the words begin that tell a sentence from others: "Speakers highlighted that" says only who spoke. */
function afterReporting({ text, attribution: { verbs: [verb] } }: Sentence): number {
  if (verb === undefined) return 0;
  const at = text.toLowerCase().indexOf(verb);
  return at < 0 ? 0 : at + verb.length + (/^\s+(?:that\s+)?/u.exec(text.slice(at + verb.length))?.[0].length ?? 0);
}

/** A text cut at a word. */
function shortened(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = text.slice(0, room - 1);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > room / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}
