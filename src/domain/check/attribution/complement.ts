/** What follows a mention: a clause with "that", something to be done, somebody who is to do it, or a thing. */
import type { Mention } from './mentions';

export interface Complement {
  /** `infinitive`: "to expand …"; `addressed`: "cities to engage"; `none`: nothing that it governs. */
  readonly kind: 'that' | 'infinitive' | 'addressed' | 'thing' | 'none';
  /** How many characters lead to it: the occasion, a preposition, "to". They go with the verb. */
  readonly length: number;
  /** "at the Dialogue", where it stands between the verb and what follows; with the blank before it. */
  readonly occasion: string;
  /** "agreed they would": the clause lacks its "that". */
  readonly bare?: boolean;
}

const preposition = /^\s+(?:on|to|for|upon|about|at|over|regarding|concerning|around|towards?|in favour of|in support of|with|against|of|into)\b/i;
const occasions = /^(?:\s+(?:at|in|during|of)\s+(?:the\s+|this\s+)?(?:(?:first|IOM|2022|online)\s+)*(?:session|dialogue|meeting|conference|IDM|International Dialogue on Migration)\b(?:\s+2022|\s+in\s+(?:March\s+)?2022)?)+/i;
/** Verbs of what is to be done, in their base form. */
const bare = new Set((
  'accelerate accept achieve act adapt address adopt advance aid align allow apply approach assess assure avoid be begin boost bring build champion change close collaborate collect combat come commit complement '
  + 'connect consider continue cooperate create cut deal decide deliver design develop do draw empower enable end engage enhance ensure establish expand extend facilitate find focus foster fully fund give go guarantee guard harness '
  + 'have help hold identify impose implement improve include increase integrate introduce invest involve issue join jointly keep launch lead leave lift link make match maximize meet mobilize monitor move negotiate not offer open pay '
  + 'prevent prioritize promote protect provide pursue put raise reach realize recognize reduce reform reinforce remove request require respect respond review safeguard save scale secure seek set share shift show spare speed standardize step '
  + 'stop strengthen support sustain tackle take target train turn undercut unlock upskill use welcome widen work'
).split(' '));
const asks = /^(?:call on|call upon|urge|ask|request|invite|encourage|advise|remind|require|want|expect|appeal to|press|call for|call|calls|appeal|request)$/;

/** What a mention governs in `text`. @param nominal whether it is named by a noun */
export function complementOf(text: string, mention: Mention, nominal: boolean): Complement {
  const occasion = occasions.exec(text.slice(mention.end))?.[0] ?? '';
  const found = following(text.slice(mention.end + occasion.length), mention.verb?.base ?? '', nominal);
  return { ...found, occasion, length: occasion.length + found.length };
}

function following(after: string, base: string, nominal: boolean): Omit<Complement, 'occasion'> {
  if (/^\s+that\b/.test(after) || (nominal && /^\s+(?:is|was|has been)\s+that\b/.test(after))) return { kind: 'that', length: 0 };
  const notion = /^\s+the\s+(?:principle|idea|notion|fact|view|position)(?=\s+that\b)/.exec(after);
  if (notion) return { kind: 'that', length: notion[0].length };
  if (!nominal && /^\s+(?:they|it|there|he|she|we)\b/.test(after)) return { kind: 'that', length: 0, bare: true };
  const to = /^\s+to\s+(\p{L}+)/u.exec(after);
  if (to && bare.has(to[1]!.toLowerCase())) return { kind: 'infinitive', length: to[0].length - to[1]!.length - 1 };
  const next = /^\s+(\p{L}+)/u.exec(after)?.[1]?.toLowerCase();
  // "agreed to" is one verb: what follows may be what they would do.
  if (base.endsWith(' to') && next !== undefined && bare.has(next) && !/^\s+\p{L}+\s+(?:to|for|of)\b/u.test(after)) return { kind: 'infinitive', length: 0 };
  if (asks.test(base)) {
    const someone = /^((?:\s+(?:on|upon|to|for))?)\s+[^.,;:]{2,90}?\s+(?:not\s+)?to\s+(?:not\s+)?(\p{L}+)/u.exec(after);
    if (someone && bare.has(someone[2]!.toLowerCase())) return { kind: 'addressed', length: someone[1]!.length };
  }
  const link = preposition.exec(after)?.[0].length;
  if (link !== undefined) return { kind: 'thing', length: link };
  return { kind: nominal ? 'none' : 'thing', length: 0 };
}
