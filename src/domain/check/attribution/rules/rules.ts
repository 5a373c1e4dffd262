/** All rules for attributions, in the order in which they are tried at a word. */
import type { SpeakerMention } from '../mention';
import type { Match, Reading, Span } from '../pattern';
import { accordingRules, agentRules, impersonalRules } from './agents';
import { consensusRules } from './consensus';
import { nounRules } from './nouns';
import { phrases } from './phrases';
import type { Predicate } from '../predicate';
import { givenBy, type Rule } from './rule';
import { triedAt } from './tried';
import { bodyRules, pronounRules, subjectRules } from './subjects';

/** The rules by what they are about. */
export const families: readonly { readonly title: string; readonly rules: readonly Rule[] }[] = [
  { title: 'Consensus and support', rules: consensusRules },
  { title: 'Verbs without a subject', rules: impersonalRules },
  { title: 'Speakers the draft agrees with', rules: accordingRules },
  { title: 'Nouns', rules: nounRules },
  { title: 'Passive verbs', rules: agentRules },
  { title: 'Subjects named in the sentence before', rules: pronounRules },
  { title: 'Bodies that no list has', rules: bodyRules },
  { title: 'Subjects', rules: subjectRules },
];

export const rules: readonly Rule[] = families.flatMap(family => family.rules);

const tried = triedAt(rules, phrases);

/** What a rule found; places are indexes of words. */
interface RuleFound {
  readonly rule: Rule;
  /** The mention without its places; none where the words are passed over. */
  readonly mention?: Omit<SpeakerMention, 'start' | 'end' | 'subject' | 'action'>;
  readonly from: number;
  readonly to: number;
  readonly who: Span;
  readonly says?: Span | undefined;
  /** Its verb, where the rule has a subject. */
  readonly predicate?: Predicate | undefined;
  /** The words by which "they" were named before. */
  readonly antecedent?: string | undefined;
}

/** What the first rule that fits finds at a word. @param lowest the first word that is not taken yet */
export function foundAt(reading: Reading, at: number, lowest: number): RuleFound | undefined {
  for (const { rule, match } of tried(reading.words, at)) {
    const found = match(reading, at, lowest);
    if (!found) continue;
    const exception = rule.unless?.find(({ is }) => is(found));
    if (exception?.passedOver) return { rule, from: at, to: found.to, who: [at, found.to] };
    if (!exception) return told(rule, found);
  }
  return undefined;
}

function told(rule: Rule, match: Match): RuleFound {
  const [from, to] = match.spans.all ?? [match.from, match.to];
  const given = givenBy(rule, match);
  if (given === 'nobody') return { rule, from: match.at, to, who: [match.at, to] };
  const { voice, quantity } = match.speaker ?? nobodyNamed;
  const verb = match.verb && { verb: match.verb };
  return {
    rule,
    mention: { rule: rule.name, voice, quantity, ...verb, ...given },
    from,
    to,
    antecedent: match.known?.said,
    predicate: match.predicate,
    ...(rule.places?.(match) ?? {
      who: match.spans.who ?? [from, to],
      says: match.spans.says ?? saidIn(match, from, given.shape),
    }),
  };
}
const nobodyNamed = { voice: 'passive', quantity: 'plain' } as const;

/** Where what was said stands, if the pattern does not say: the verb of a subject, or a noun with what belongs to it. */
function saidIn({ predicate, noun }: Match, from: number, shape: SpeakerMention['shape']): Span | undefined {
  if (predicate) return [predicate.from, predicate.to];
  return shape === 'noun' && noun !== undefined && noun >= from ? [from, noun + 1] : undefined;
}
