// Which rows the list after `@` has, for findings that were found and before anything is typed.
import type { Finding, Passage, Sentence } from '../corpus/types';
import type { Kind } from '../insert/trigger';
import type { Hit as FindingHit } from '../search';
import { tokenize } from '../text/folded';
import { stem } from '../text/stem';
import type { Listed } from './listRow';

type Entry = Finding | Passage;
type Hit = FindingHit<Entry>;

/** As many of the findings used last as do not hide the others. */
const mostRecent = 5;

/** Rows for findings of which nothing says which sentence is wanted: to be quoted, each comes after its sentences. */
export function unasked(findings: readonly Entry[], kind: Kind, most: number): Listed[] {
  const shown = findings.slice(0, most);
  if (kind === 'citation') return shown.map(finding => ({ finding }));
  return shown
    .flatMap((finding): Listed[] =>
      isOneSentence(finding) ? [{ finding, quoted: true }] : [...sentencesOf(finding), { finding }],
    )
    .slice(0, most);
}

/**
 * Rows before anything is typed: the findings used last, marked as such, then the others in the source's order.
 * @param recent newest first
 */
export function untyped(recent: readonly Entry[], findings: readonly Entry[], kind: Kind, most: number): Listed[] {
  const first = recent.slice(0, mostRecent);
  const others = findings.filter(finding => !first.includes(finding)).slice(0, most);
  return [...unasked(first, kind, most).map(row => ({ ...row, recent: true })), ...unasked(others, kind, most)].slice(
    0,
    most,
  );
}

/**
 * Rows for what was found. To be quoted, the sentences that answer the query best come first, then the conclusions they
 * are from, then the other sentences of those. A sentence that has all that was typed word for word is wanted before any
 * other.
 * @param query what was typed: its own words are shown before those that mean the same
 */
export function offered(hits: readonly Hit[], kind: Kind, most: number, query = ''): Listed[] {
  const typed = new Set(tokenize(query).map(({ word }) => stem(word)));
  if (kind === 'citation') return hits.slice(0, most).map(hit => wholeRow(hit, typed));
  const run = runOf(query);
  const told = (hit: Hit): Sentence | undefined => hit.finding.sentences.find(each => hasRun(each, run)) ?? best(hit);
  if (!hits.some(hit => told(hit) !== undefined))
    return unasked(
      hits.map(({ finding }) => finding),
      kind,
      most,
    );
  // As many sentences as conclusions.
  const shown = hits.slice(0, Math.ceil(most / 2));
  const first = shown.flatMap((hit): Listed[] => {
    const { finding, ranges, without } = hit;
    const sentence = told(hit);
    if (sentence === undefined) return [];
    return [{ finding, ...(isOneSentence(finding) ? {} : { sentence }), quoted: true, ranges, typed, without }];
  });
  const isWordForWord = ({ finding, sentence }: Listed): number =>
    hasRun(sentence ?? finding.sentences[0], run) ? 0 : 1;
  first.sort((one, other) => isWordForWord(one) - isWordForWord(other));
  const whole = shown
    .filter(hit => told(hit) === undefined || !isOneSentence(hit.finding))
    .map(hit => wholeRow(hit, typed));
  const others = shown.flatMap(hit =>
    sentencesOf(hit.finding, { ranges: hit.ranges, typed }).filter(({ sentence }) => sentence !== told(hit)),
  );
  return [...first, ...whole, ...others].slice(0, most);
}

/** A row for all of a finding. */
function wholeRow(hit: Hit, typed: ReadonlySet<string>): Listed {
  const { finding, ranges, without } = hit;
  return { finding, told: best(hit), ranges, typed, without };
}

/** What was typed as a run of words, the last of which may not be finished; nothing for a single word, or for filters. */
function runOf(query: string): string {
  const words = tokenize(query).map(({ word }) => word);
  return words.length > 1 && !query.includes(':') ? ` ${words.join(' ')}` : '';
}

/** Whether a sentence has a run of words as it stands. */
const hasRun = (sentence: Sentence | undefined, run: string): boolean =>
  run !== '' &&
  sentence !== undefined &&
  ` ${tokenize(sentence.text)
    .map(({ word }) => word)
    .join(' ')}`.includes(run);

/** The sentence of a hit that answers most. */
function best({ sentence, best: answering }: Hit): Sentence | undefined {
  return sentence ?? answering;
}

/** Rows for the sentences of a finding that has several. */
function sentencesOf(finding: Entry, found: Pick<Listed, 'ranges' | 'typed'> = {}): Listed[] {
  if (isOneSentence(finding)) return [];
  return finding.sentences.map(sentence => ({ finding, sentence, quoted: true, ...found }));
}

/** Whether to quote its sentence is to quote all of it. */
function isOneSentence({ sentences }: Entry): boolean {
  return sentences.length < 2;
}
