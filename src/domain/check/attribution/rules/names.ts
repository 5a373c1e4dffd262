/** What patterns name in capitals and is about subjects: their names, what belongs to these, and their verbs. */
import { wordAt } from '../claimWords';
import { certain } from '../../../certain';
import { bodyAt } from '../bodies';
import type { NameFound, Phrases, Read, Reading } from '../pattern';
import { attributive, led, sentBy, someOf } from '../subject';
import { quantityBefore, type Quantity, type Voice } from '../voices';

/** Words before a quantity that say there were more. */
const exceeded = /\b(?:not (?:just|only|merely|simply|solely)|(?<!\b(?:no|not) )more than)$/;

/** "Not only two or", before "three speakers". */
const exceededRange = /\bnot (?:just|only|merely|simply) \S+ (?:or|to)$/;

function nameAt(reading: Reading, at: number, lowest: number): NameFound | undefined {
  if (reading.lastName?.at !== at || reading.lastName.lowest !== lowest)
    reading.lastName = { at, lowest, name: readName(reading, at, lowest) };
  return reading.lastName.name;
}

/** Words before a quantity that say there were no more. */
const limited = /(?:^|(?<!\bnot )\b)(?:only|just|merely|barely)$|\b(?:no more than|not more than|at most|at the most)$/;
/** Of "two or three" the first, before the second. */
const range = /\b(?:one|two|three|four) (?:or|to)$/;

/**
 * How many there were, by the words around a quantity too: "not just some" and "more than a few" were more than that,
 * "only some" were few, "one speaker after another" were many.
 */
function amountOf({ lower }: Reading['words'], quantity: Quantity, counted: number, to: number): Quantity {
  if (quantity !== 'weak' && quantity !== 'scant') return quantity;
  const lead = lower.slice(Math.max(0, counted - 3), counted).join(' ');
  if (exceeded.test(lead) || exceededRange.test(lower.slice(Math.max(0, counted - 5), counted).join(' ')))
    return 'plain';
  if (quantity === 'weak') return limited.test(lead) || range.test(lead) ? 'scant' : quantity;
  if (lower[to] === 'after' && /^(?:another|the)$/.test(lower[to + 1] ?? '')) return 'many';
  return lead.endsWith('at least') ? 'weak' : quantity;
}

/** A speaker's name that is none of another word's. */
function readName(reading: Reading, at: number, lowest: number): NameFound | undefined {
  const { words, text, names } = reading;
  const own = words.speakers[at];
  if (!own) return undefined;
  const { quantity, from: counted } = quantityBefore(words.lower, at, names.opening(at, lowest));
  if (own.length === 1 && attributive(words, text, at, counted)) return undefined;
  // "Representatives of some 150 governments"; "a group of participants" are some of them.
  const envoys = words.lower[counted - 1] === 'of' && sentBy.test(words.lower[counted - 2] ?? '');
  const part = envoys && quantity === 'plain' && someOf.test(wordAt(words.lower, counted - 2));
  const stated = amountOf(words, quantity, counted, at + own.length);
  return {
    voice: own.voice,
    quantity: part ? 'weak' : stated,
    more: stated === 'plain' && quantity !== 'plain',
    counted,
    from: envoys ? counted - 2 : counted,
    to: at + own.length,
  };
}

/** "Member States' representatives" are subjects themselves. */
const sent =
  /^(?:representatives?|delegates?|officials|ministers?|delegations?|experts|envoys?|ambassadors?|governments?)$/;

type Kind = 'plain' | 'owner' | 'subject';

/** Where a name of a kind ends. */
function nameOf(kind: Kind, voice?: Voice): Read {
  return (reading, at, found) => {
    const name = nameAt(reading, at, found.lowest);
    if (!name) return -1;
    const owns = reading.words.possessive[name.to - 1] === true;
    const itself = owns && sent.test(reading.words.lower[name.to] ?? '');
    if (kind === 'owner' ? !owns || itself : owns && (kind === 'plain' || !itself)) return -1;
    if (kind !== 'subject') {
      if (voice && name.voice !== voice) return -1;
      found.name = name;
      return name.to;
    }
    const all = reading.names.beside({ ...name, to: itself ? name.to + 1 : name.to });
    if (voice && all.voice !== voice) return -1;
    found.name = name;
    found.speaker = all;
    return all.to;
  };
}

/** The verb of who was named before. */
function predicate(reachesConsensus: boolean): Read {
  return ({ predicates }, at, found) => {
    const own = predicates.after(at, found.speaker?.voice === 'states');
    if (!own || own.consensus !== reachesConsensus) return -1;
    found.predicate = own;
    found.verb = own.verb;
    return own.to;
  };
}

/** Whom a word of the claim means that was named before it, where nobody has spoken in it yet. */
function known(single: boolean): Read {
  return ({ carried, spoken }, at, found) => {
    if (!carried?.they || (carried.single === true) !== single || spoken()) return -1;
    found.known = carried;
    found.speaker = { voice: carried.voice, quantity: carried.quantity, from: at - 1, to: at };
    return at;
  };
}

const belongs: Read = ({ words }, at, found) => {
  found.led = led(words, at, certain(found.speaker).to, found.lowest, found.predicate?.relative === true);
  return found.led.begin;
};

export const namePhrases = {
  NAME: { says: 'a speaker’s name', read: nameOf('plain'), first: 'speaker' },
  MEETING: { says: 'the dialogue’s name', read: nameOf('plain', 'dialogue'), first: 'speaker' },
  DOCUMENT: { says: 'the document’s name', read: nameOf('plain', 'summary'), first: 'speaker' },
  OWNER: { says: 'a name with an apostrophe: “participants’”', read: nameOf('owner'), first: 'speaker' },
  SUBJECT: { says: 'a name, with those named beside it', read: nameOf('subject'), first: 'speaker' },
  CONCLUSIONS: { says: 'the same of the document', read: nameOf('subject', 'summary'), first: 'speaker' },
  HOW_MANY: {
    says: 'before a name: its words of quantity, and whom they send',
    read: (_, _at, found) => certain(found.name).from,
  },
  BELONGS: { says: 'before that: what belongs to the subject, such as “with one voice”', read: belongs },
  CAPITALS: {
    says: 'at the beginning of a clause: a body or person that no list has, known by capitals',
    read: ({ words, text, isThere }, at, found) => {
      const own = bodyAt(words, text, at, { there: isThere() });
      if (own) found.body = [own.from, own.to];
      return own?.to ?? -1;
    },
    first: 'clause',
  },
  PREDICATE: { says: 'the reporting verb of a subject, after what may stand between', read: predicate(false) },
  AGREES: { says: 'the same, by which they reach consensus', read: predicate(true) },
  THEY_MEAN: { says: 'it is known whom “they” means, and nobody has spoken yet', read: known(false) },
  IT_MEANS: { says: 'the same of “it”, “she” and “he”', read: known(true) },
  SO_MANY: {
    says: 'words of quantity',
    read: ({ words }, at, found) => {
      const { quantity, from } = quantityBefore(words.lower, at, found.lowest);
      found.ofThem = quantity;
      return from < at ? from : -1;
    },
  },
  UNQUOTED: {
    says: 'no quotation mark',
    read: ({ words }, at) => (/["“”«»]/.test(words.before[at] ?? '') ? -1 : at),
  },
  WORD: { says: 'any word', read: ({ words }, at) => (at < words.lower.length ? at + 1 : -1) },
} as const satisfies Phrases;
