/** All rules for attributions, in the order in which they are tried at a word. */
import type { SpeakerMention } from '../mention';
import { pattern, type Match, type Pattern, type Reading, type Span } from '../pattern';
import { accordingRules, agentRules, impersonalRules } from './agents';
import { consensusRules } from './consensus';
import { nounRules } from './nouns';
import { phrases } from './phrases';
import type { Rule } from './rule';

/** The rules by what they are about. */
export const families: readonly { readonly title: string; readonly rules: readonly Rule[] }[] = [
  { title: 'Consensus and support', rules: consensusRules },
  { title: 'Verbs without a subject', rules: impersonalRules },
  { title: 'Speakers the draft agrees with', rules: accordingRules },
  { title: 'Nouns', rules: nounRules },
  { title: 'Passive verbs', rules: agentRules },
];

export const rules: readonly Rule[] = families.flatMap(family => family.rules);

interface Compiled extends Pattern {
  readonly rule: Rule;
}
const compiled: readonly Compiled[] = rules.map(rule => ({ rule, ...pattern(rule.pattern, phrases) }));

/** The rules that may begin with a word: few, for most words of a text none but those that need a verb. */
const ofAnyWord = compiled.filter(({ first }) => typeof first !== 'object');
const byWord = new Map<string, readonly Compiled[]>();
for (const word of new Set(compiled.flatMap(({ first }) => (typeof first === 'object' ? [...first] : []))))
  byWord.set(
    word,
    compiled.filter(({ first }) => typeof first !== 'object' || first.has(word)),
  );

/** What a rule found: the mention without its places, and these as indexes of words. */
export interface RuleFound {
  readonly mention: Omit<SpeakerMention, 'start' | 'end' | 'subject' | 'action'>;
  readonly from: number;
  readonly to: number;
  readonly who: Span;
  readonly says?: Span;
}

/** What the first rule that fits finds at a word. @param lowest the first word that is not taken yet */
export function foundAt(reading: Reading, at: number, lowest: number): RuleFound | undefined {
  const { lower, verbs, speakers } = reading.words;
  for (const { rule, first, match } of byWord.get(lower[at]!) ?? ofAnyWord) {
    if ((first === 'verb' && !verbs[at]) || (first === 'speaker' && !speakers[at])) continue;
    const found = match(reading, at, lowest);
    if (found && !rule.unless?.some(({ is }) => is(found))) return told(rule, found);
  }
  return undefined;
}

function told(rule: Rule, match: Match): RuleFound {
  const { speaker, verb, noun, spans } = match;
  const given = typeof rule.gives === 'function' ? rule.gives(match) : rule.gives;
  const [from, to] = spans.all ?? [match.from, match.to];
  const says = spans.says ?? (given.shape === 'noun' && noun !== undefined ? ([from, noun + 1] as const) : undefined);
  return {
    mention: {
      voice: speaker?.voice ?? 'passive',
      quantity: speaker?.quantity ?? 'plain',
      ...(verb && { verb }),
      ...given,
      rule: rule.name,
    },
    from,
    to,
    who: spans.who ?? [from, to],
    ...(says && { says }),
  };
}
