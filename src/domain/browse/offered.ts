// Which rows the list after `@` has, for findings that were found and before anything is typed.
import type { Finding, Sentence } from '../corpus/types';
import type { Kind } from '../insert/trigger';
import type { Hit } from '../search';
import type { Listed } from './listRow';

/** Rows for findings of which nothing says which sentence is wanted: to be quoted, each is followed by its sentences. */
export function unasked(findings: readonly Finding[], kind: Kind, most: number): Listed[] {
  const rows = findings.slice(0, most).map((finding): Listed => ({ finding }));
  return kind === 'citation' ? rows : rows.flatMap(row => [row, ...sentencesOf(row.finding)]).slice(0, most);
}

/**
 * Rows for what was found. To be quoted, the sentences that answer the query best come first, then the conclusions they
 * are from, then the other sentences of those.
 */
export function offered(hits: readonly Hit[], kind: Kind, most: number): Listed[] {
  if (kind === 'citation') return hits.slice(0, most).map(({ finding, without }) => ({ finding, without }));
  if (!hits.some(hit => told(hit) !== undefined)) return unasked(hits.map(({ finding }) => finding), kind, most);
  // As many sentences as conclusions.
  const shown = hits.slice(0, Math.ceil(most / 2));
  const first = shown.flatMap((hit): Listed[] => {
    const { finding, ranges, without } = hit;
    const sentence = told(hit);
    if (sentence === undefined) return [];
    return [{ finding, ...(finding.sentences.length > 1 ? { sentence } : {}), quoted: true, ranges, without }];
  });
  const whole = shown.filter(hit => told(hit) === undefined || hit.finding.sentences.length > 1).map(({ finding, without }): Listed => ({ finding, without }));
  const others = shown.flatMap(hit => sentencesOf(hit.finding, hit.ranges).filter(({ sentence }) => sentence !== told(hit)));
  return [...first, ...whole, ...others].slice(0, most);
}

/** The sentence of a hit that is wanted most. */
function told({ sentence, best }: Hit): Sentence | undefined {
  return sentence ?? best;
}

/** Rows for the sentences of a finding that has several. */
function sentencesOf(finding: Finding, ranges: Hit['ranges'] = []): Listed[] {
  if (finding.sentences.length < 2) return [];
  return finding.sentences.map(sentence => ({ finding, sentence, quoted: true, ranges }));
}
