// The verbs with which a summary of conclusions reports what was said.
import { conjugate } from '../text/conjugate';

/** A verb's base with its particles, and whether its past form is an adjective elsewhere: "a shared responsibility". */
interface ReportingVerb {
  readonly base: string;
  readonly adjective?: true;
}

/** A phrase comes before the verb it begins with, so that the longest is found. */
const verbs: readonly ReportingVerb[] = [
  { base: 'call upon' },
  { base: 'call on' },
  { base: 'call for' },
  { base: 'draw attention to' },
  { base: 'express commitment to' },
  { base: 'express' },
  { base: 'insist on' },
  { base: 'insist' },
  { base: 'point out' },
  { base: 'report on' },
  { base: 'report' },
  { base: 'touch upon' },
  { base: 'highlight' },
  { base: 'emphasize' },
  { base: 'mention' },
  { base: 'underline' },
  { base: 'underscore' },
  { base: 'stress' },
  { base: 'note' },
  { base: 'recall' },
  { base: 'reiterate' },
  { base: 'acknowledge', adjective: true },
  { base: 'recognize', adjective: true },
  { base: 'recommend', adjective: true },
  { base: 'suggest', adjective: true },
  { base: 'propose', adjective: true },
  { base: 'urge' },
  { base: 'agree', adjective: true },
  { base: 'share', adjective: true },
  { base: 'applaud' },
];

const firstWord = ({ base }: ReportingVerb): string => base.split(' ', 1).join('');

/** The verbs as a summary has them, in the past: "called for". */
export const pastPhrases: readonly string[] = verbs.map(({ base }) => {
  const [head = '', ...particles] = base.split(' ');
  return [conjugate(head).past, ...particles].join(' ');
});

/** Their first words in the past, adjectives included: they report right behind a speaker. */
export const reportingWords: ReadonlySet<string> = new Set(verbs.map(verb => conjugate(firstWord(verb)).past));

/** Those that report wherever they stand. */
export const onlyReporting: ReadonlySet<string> = new Set(
  verbs.filter(({ adjective }) => !adjective).map(verb => conjugate(firstWord(verb)).past),
);

/** The first words of the same in every form: they tell nothing of a sentence's subject. */
export const reportingForms: ReadonlySet<string> = new Set(
  verbs.filter(({ adjective }) => !adjective).flatMap(verb => Object.values(conjugate(firstWord(verb)))),
);
