/** What the source says somebody said, and a draft that they did not: "did not call for a panel", "rejected a panel". */
import { certain } from '../../certain';
import { reportingForms } from '../../corpus/reportingVerbs';
import { stem } from '../attribution/relate';
import type { Changed } from './changed';
import { behind, type Read } from './words';

/** Those who speak in the document. */
const speakers = /^(?:speakers?|participants?|panel(?:l)?ists?)$/;
const did = /^(?:did|do|does|have|has|had)$/;
const didNot = /^(?:didn|don|doesn|haven|hasn|hadn)['’]t$/;
/** Verbs by which somebody is against a thing. */
const against = new Set(
  'rejected reject rejects refused opposed oppose opposes declined dismissed resisted'.split(' '),
);
/** With these a draft tells whom it leaves out, or what they said instead. */
const limits = new Set(
  'some but others other only all every merely just instead rather until unless without alone fewer less though although'.split(
    ' ',
  ),
);
/** So many words stand between a subject and what it did not do. */
const farthest = 6;

/** Whoever is against these is for what the source calls for. */
const evils = new Set(
  'racism xenophobia discrimination segregation crime violence trafficking smuggling deterrence stigmatization exclusion inequality inequalities'.split(
    ' ',
  ),
);
/** So many words tell what was called for, in a draft, and in the source. */
const ofDraft = 2;
const ofSource = 6;

/** What a draft says that speakers did not do: where its verb stands, and where what denies it begins. */
export interface Denied {
  readonly from: number;
  readonly at: number;
}

/** Where a draft denies that speakers said something; found once, for all the sentences it is held against. */
export function denialsIn({ lower }: Read): readonly Denied[] {
  const found: Denied[] = [];
  for (let at = 0; at < lower.length; at++) {
    const from = denies(lower, at);
    if (from !== undefined && lower.slice(Math.max(0, from - farthest), from).some(each => speakers.test(each)))
      found.push({ from, at });
  }
  return found.length > 0 && lower.some(word => limits.has(word)) ? [] : found;
}

/** The first of these denials that is of what a sentence's speakers said. */
export function deniedReport(draft: Read, denials: readonly Denied[], source: Read): Changed | undefined {
  if (denials.length === 0 || !source.lower.some(word => speakers.test(word))) return undefined;
  for (const { from, at } of denials) {
    const word = certain(draft.lower[at]);
    const its = against.has(word)
      ? source.lower.findIndex(each => reportingForms.has(each))
      : source.stems.indexOf(stem(word));
    if (its < 0 || source.lower.slice(Math.max(0, its - 3), its).includes('not')) continue;
    if (isOfSame(draft, at, source, its) && !goesOn(draft, at))
      return { kind: 'contrary', said: { from, to: at + 1 }, instead: { from: its, to: endOfVerb(source, its) } };
  }
  return undefined;
}

/** Whether what is denied is what the source's verb governs. */
function isOfSame(draft: Read, at: number, source: Read, its: number): boolean {
  const mine = behind(draft, at + 1, ofDraft);
  const object = behind(source, its + 1, ofSource);
  return (
    mine.length === ofDraft &&
    mine.every(each => object.includes(each)) &&
    !draft.lower.slice(at).some(each => evils.has(each))
  );
}

/** Whether what they did say follows: "did not demand data, they drew attention to …", "… : planning was to be inclusive". */
const goesOn = ({ lower, before: marks }: Read, at: number): boolean =>
  lower.some((word, here) => here > at && (reportingForms.has(word) || /[:;]/.test(marks[here] ?? '')));

/** "Called for", "drew attention to": the verb with what belongs to it. */
function endOfVerb({ lower }: Read, its: number): number {
  let end = its + 1;
  while (end < its + 3 && /^(?:attention|for|to|out|on|upon)$/.test(lower[end] ?? '')) end++;
  return end;
}

/** Where "did not call", of which the verb stands at a word, begins; the verb itself where it is against a thing. */
function denies(lower: readonly string[], at: number): number | undefined {
  const word = certain(lower[at]);
  if (against.has(word)) return /^(?:not|never)$/.test(lower[at - 1] ?? '') ? undefined : at;
  if (!reportingForms.has(word)) return undefined;
  if (didNot.test(lower[at - 1] ?? '')) return at - 1;
  if (!/^(?:not|never)$/.test(lower[at - 1] ?? '')) return undefined;
  if (did.test(lower[at - 2] ?? '')) return at - 2;
  return lower[at - 1] === 'never' ? at - 1 : undefined;
}
