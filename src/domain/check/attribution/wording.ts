/** A mention worded as the source words it: the fix of an attribution. */
import type { Attribution } from '../../corpus/types';
import type { Mention } from './mentions';

/** A replacement of a stretch of the text the mention was found in. */
export interface Rewording {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const names: Readonly<Record<Attribution['who'], string | undefined>> = {
  'consensus among speakers': 'speakers', participants: 'participants', speakers: 'speakers', 'some speakers': 'some speakers',
  panelists: 'panellists', discussions: undefined, passive: undefined, unnamed: undefined, named: undefined,
};
const document = 'the summary of conclusions';
/** Verbs that "that" can follow; "called for" is not one. */
const takesThat = /^(?:mentioned|noted|highlighted|emphasized|underlined|pointed out)$/;
const nouns: readonly (readonly [RegExp, string])[] = [
  [/^called/, 'call'], [/^(?:emphasized|underlined|highlighted|stressed)/, 'emphasis'], [/^expressed commitment/, 'commitment'], [/^insisted/, 'insistence'],
];

/**
 * How the source would put it: who spoke, and with the source's verb where the draft's is stronger.
 *
 * @param text what the mention was found in
 * @param stronger whether the draft's verb is stronger than the source's
 */
export function reword(text: string, mention: Mention, source: Attribution, stronger: boolean): Rewording {
  const said = text.slice(mention.start, mention.end);
  const after = text.slice(mention.end);
  const that = /^\s+that\b/.test(after);
  const linked = /^\s+(?:on|to|for|upon|in favour of)\b/.exec(after)?.[0].length ?? 0;
  const at = (start: number, end: number, words: string): Rewording => ({ start, end, text: cased(text, start, words) });
  const whole = (words: string): Rewording => at(mention.start, mention.end, words);
  /** Also replaces the preposition that the draft's verb took: "agreed on". */
  const linking = (words: string): Rewording => at(mention.start, mention.end + linked, words);
  const subject = (words: string): Rewording => at(mention.subject.start, mention.subject.end, words);
  const nominal = mention.shape === 'noun' || (mention.shape === 'consensus' && /^(?:the|an?)\b|^(?:\w+ )?\w+$/i.test(said) && !/reached|achieved|emerged|there|was/i.test(said));
  const impersonal = /^it\b/i.test(said);
  const aside = /^\s*[,;.]/.test(after) || /\bas\s+$/i.test(text.slice(0, mention.start));

  const who = names[source.who];
  if (who === undefined) {
    if (mention.shape === 'according') return subject(document);
    if (mention.shape === 'possessive') return whole(`the statement in ${document}`);
    if (nominal) return whole(`${/^the\b/i.test(said) ? 'the ' : ''}statement in ${document}`);
    if (!impersonal && (mention.shape === 'agent' || mention.shape === 'passive')) return whole(`stated in ${document}`);
    if (that || aside) return whole(`${document} states`);
    return linking(source.who === 'discussions' ? 'the discussions touched upon' : `${document} refers to`);
  }
  if (source.who === 'consensus among speakers') {
    if (mention.shape === 'according') return subject(who);
    if (mention.shape === 'possessive') return whole('the consensus among speakers');
    if (nominal) return whole(`${/^the\b/i.test(said) ? 'the ' : ''}consensus among speakers`);
    if (!impersonal && (mention.shape === 'agent' || mention.shape === 'passive')) return whole('the subject of consensus among speakers');
    return that ? whole('there was consensus among speakers') : linking('there was consensus among speakers on');
  }
  const verb = (that ? source.verbs.find(each => takesThat.test(each)) ?? 'noted' : source.verbs[0]) ?? 'mentioned';
  const noun = nouns.find(([pattern]) => pattern.test(verb))?.[1] ?? 'mention';
  if (nominal) {
    const article = /^(the|an?)\b/i.test(said) ? 'the ' : '';
    return stronger || mention.shape === 'consensus' || mention.quantity === 'strong' ? whole(`${article}${noun} by ${who}`) : subject(who);
  }
  switch (mention.shape) {
    case 'possessive':
      return whole(`${who}’ ${stronger ? noun : said.split(/\s/).at(-1)}`);
    case 'according':
      return subject(who);
    case 'further':
      return whole(mention.voice === source.who ? verb : `${who} ${verb}`);
    case 'agent':
      if (impersonal) return whole(`${who} ${verb}`);
      return stronger || mention.voice === 'dialogue' ? whole(`${verb} by ${who}`) : subject(who);
    case 'passive':
      if (!impersonal) return whole(`${verb} by ${who}`);
      break;
    case 'clause':
      if (!stronger) return subject(who);
      break;
    default:
  }
  return that || aside ? whole(`${who} ${verb}`) : linking(`${who} ${verb}`);
}

/** A capital where a sentence starts, and only there: "States" has one anywhere. */
function cased(text: string, at: number, words: string): string {
  const starts = /(?:^|[.!?]\s+|\n\s*)$/.test(text.slice(0, at)) && /^\p{Lu}/u.test(text.slice(at));
  return starts ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
