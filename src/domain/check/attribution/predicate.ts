/** The reporting verb that a subject governs: after adverbs, auxiliaries, asides and what says who the subject is. */
import { wholeAt } from './subject';
import type { Carried } from './carried';
import { Names } from './namedSpeakers';
import type { Reading } from './pattern';
import { light } from './lexicon/nouns';
import { doneAt } from './rules/verbs';
import type { Scale, VerbForm } from './scale';
import { adverbs, auxiliaries, blockers, insertions, overall, postpositions } from './lexicon/functionWords';
import type { TaggedWords } from './tags';
import { pastOccasion } from './verbParts';
import { voiceAt } from './voices';
import { apart, wordAt } from './claimWords';

/** A finite reporting verb; `from` and `to` are indexes of words. */
export interface Predicate {
  readonly from: number;
  readonly to: number;
  readonly verb: VerbForm;
  /** "reached consensus": of the subject. */
  readonly consensus: boolean;
  /** "unanimously supported": it is said of all of them. */
  readonly all: boolean;
  /** In a relative clause: "those who stressed". */
  readonly relative?: boolean;
  /** The verb rule that found it. */
  readonly rule: string;
}

const farthest = 12;
const subordinating =
  /^(?:when|whenever|while|because|since|although|though|if|unless|until|how|why|what|where|as|so|after|once)$/;
const longestAside = 24;
/** "(read: Member States)", "– i.e. Member States –". */
const equates = /^(?:read|e|viz|meaning)$/;
const longestDescription = 12;
/** Said of all who speak. */
const spokeThere =
  /^who (?:(?:took|had) the floor|spoke|intervened|contributed|w(?:as|ere) (?:present|there|in the room)|(?:attended|addressed) the (?:dialogue|session|meeting|panels?))(?: |$)/;
const longestPresence = 6;

/** What an aside begins with that says who somebody is. */
const describing =
  /^(?:the|a|an|all|themselves|about|i|namely|among|(?:vice-|deputy-)?(?:president|chair(?:person|man|woman)?)|head|director|deputy|minister|secretary(?:-general)?|ambassador|spokesperson|commissioner|representatives?|founder|member|permanent|then|former)$/;
const comma = /,/;
const closingBracket = /\)/;
const dash = /[–—]|\s--?\s/;
/** What opens an aside after a subject besides a preposition: "drawn from …", "meeting …", "who …". */
const opening = /^(?:who|whose|which|whom|it|according|so|\p{L}+(?:ed|ing|wn))$/u;
/** An aside that says where it is read. */
const telling =
  /^(?:the|this|its) (?:\S+ ){0,3}?(?:summary|record|document|text|report|paper|conclusions?) (?:tells?|told|says?|said|shows?|records?|recorded|notes?|states?|reads|adds?|has it|puts it)(?: us| readers)?$|^(?:we|one) (?:reads?|learns?|are told|is told|were told)(?: (?:there|here))?$/;
/** "The summary that IOM published notes": what is published is no speaker. */
const participle =
  /^(?!(?:published|issued|released|prepared|circulated|compiled|drafted)$)(?:\p{L}{2,}(?:ed|ing|wn)|met)$/u;

/** What closes an aside that the marks before a word open; none where they open none. */
function closingOf(before: string): RegExp | undefined {
  return before.includes('(') ? closingBracket : [dash, comma].find(each => each.test(before));
}

/** The tenses of a verb whose subject stands elsewhere. */
function tensesOf(opens = false, present = false): RegExp {
  if (opens) return /^gerund$/;
  return present ? /^(?:past|base|third)$/ : /^past$/;
}

export class Predicates {
  readonly #w: readonly string[];

  readonly #reading: Reading;

  constructor(
    readonly words: TaggedWords,
    readonly scale: Scale,
    text: string,
  ) {
    this.#w = words.lower;
    this.#reading = {
      words,
      scale,
      text,
      names: new Names(words),
      predicates: this,
      isThere: () => false,
      spoken: () => false,
    };
  }

  /** Whether nothing but blanks separates the word at `at` from the one before. */
  joined(at: number): boolean {
    return !apart(this.words.before[at]);
  }

  /** The reporting verb of a subject that ends before `at`. @param states whether the subject is States */
  after(at: number, states: boolean): Predicate | undefined {
    if (this.#last?.at !== at || this.#last.states !== states)
      this.#last = { at, states, found: this.#after(at, states) };
    return this.#last.found;
  }
  /** What was found last: several rules ask for the same. */
  #last: { readonly at: number; readonly states: boolean; readonly found: Predicate | undefined } | undefined;

  #after(end: number, states: boolean): Predicate | undefined {
    const whole = end + wholeAt(this.words, end);
    const at = this.#pastPresence(this.#w[whole] === 'alone' && this.joined(whole) ? whole + 1 : whole);
    const relative = (this.#w[at] === 'who' ? this.finite(at, false, states) : undefined) ?? this.#relative(at, states);
    return relative ? { ...relative, relative: true } : this.#scan(at, states);
  }

  /** Whether "who took the floor" stands behind a subject. */
  areWhoSpoke(at: number): boolean {
    return this.#pastPresence(at) > at;
  }

  /** Behind "who took the floor", "who were present", which says of speakers no more than that they spoke there. */
  #pastPresence(at: number): number {
    if (this.#w[at] !== 'who') return at;
    const words = spokeThere.exec(this.#w.slice(at, at + longestPresence).join(' '));
    return words ? at + words[0].trim().split(' ').length : at;
  }

  /** The verb that a claim begins with, whose subject stands elsewhere: after "and", "on the last day," or "having". */
  goingOn({
    voice,
    present,
    participle: opens,
  }: Pick<Carried, 'voice' | 'present' | 'participle'>): Predicate | undefined {
    const at = this.#pastLinks();
    const having = this.#w[0] === 'having';
    // "On the last day, called for …".
    const aside = !having && at > 0 && comma.test(this.words.before[at] ?? '');
    const from = aside ? this.#nextComma(at) : at;
    if (from === undefined) return undefined;
    const found = this.finite(from, false, voice === 'states');
    const tenses = having ? /^(?:past|participle)$/ : tensesOf(opens, present);
    if (!found || !tenses.test(found.verb.tense) || found.consensus) return undefined;
    return { ...found, all: found.all || this.#w.slice(0, from).some(word => overall.has(word)) };
  }

  /** Where the words end that only link a claim to the one before: "and", "but also", "having". */
  #pastLinks(): number {
    let at = 0;
    while (/^(?:and|but|also|then|having)$/.test(this.#w[at] ?? '') || adverbs.has(this.#w[at] ?? '')) at++;
    return at;
  }

  /** The word behind the next comma, if nothing else parts the words up to it. */
  #nextComma(from: number): number | undefined {
    let at = from + 1;
    for (; at < from + 10 && !comma.test(this.words.before[at] ?? ''); at++) if (!this.joined(at)) return undefined;
    return at;
  }

  #scan(at: number, states: boolean): Predicate | undefined {
    for (let here = at; here < Math.min(at + farthest, this.#w.length); here++) {
      if (!this.joined(here)) return this.#addedTo(here, states) ?? this.#pastAside(here, states);
      const found = this.finite(here, here > at, states) ?? (here > at ? this.#cleftAt(here, states) : undefined);
      if (found) return found;
      // "Governments listened when speakers called for …": another clause, of others.
      if (subordinating.test(wordAt(this.#w, here))) return undefined;
      if (
        here === at
          ? !(postpositions.has(wordAt(this.#w, here)) || participle.test(wordAt(this.#w, here)) || this.#cameTo(here))
          : blockers.has(wordAt(this.#w, here))
      )
        return undefined;
    }
    return undefined;
  }

  /** "The panellists of the second day, who expressed …". */
  #addedTo(at: number, states: boolean): Predicate | undefined {
    if (this.#w[at] !== 'who' || !comma.test(this.words.before[at] ?? '')) return undefined;
    const found = this.finite(at + 1, true, states);
    return found?.verb.tense === 'past' ? { ...found, relative: true } : undefined;
  }

  /** "The delegations to the first session of the Dialogue". */
  #cameTo(at: number): boolean {
    return this.#w[at] === 'to' && [2, 3, 4, 5, 6].some(ahead => voiceAt(this.#w, at + ahead)?.voice === 'dialogue');
  }

  /** The verb after an aside in commas, dashes or parentheses that opens before `at`. */
  #pastAside(at: number, states: boolean): Predicate | undefined {
    const closes = closingOf(this.words.before[at] ?? '');
    if (!closes || (closes === comma && !this.#opensAside(at, states))) return undefined;
    // "It was States, not participants, that called for …".
    const cleft = this.#w[at] === 'not' && this.#cleft(at);
    for (let end = at + 1; end < Math.min(at + longestAside, this.#w.length); end++) {
      const between = this.words.before[end] ?? '';
      if (/[;:!?|]|\.\s/.test(between) && !equates.test(wordAt(this.#w, end - 1))) return undefined;
      const who = /^(?:that|who)$/.test(wordAt(this.#w, end)) && cleft ? 1 : 0;
      const found = closes.test(between) ? this.finite(end + who, true, states) : undefined;
      if (found) return found;
    }
    return undefined;
  }

  /** Whether the words behind a comma are an aside, not the next clause or the next of a list. */
  #opensAside(at: number, states: boolean): boolean {
    const word = wordAt(this.#w, at);
    return (
      insertions.has(word) || opening.test(word) || this.#singles(at) || this.#describes(at, states) || this.#tells(at)
    );
  }

  /** "States, the largest group in the room, called for …": what they are, in few words and without a verb. */
  #describes(at: number, states: boolean): boolean {
    if (!describing.test(this.#w[at] ?? '')) return false;
    let to = at + 1;
    while (to < at + longestDescription && to < this.#w.length && this.joined(to) && !blockers.has(wordAt(this.#w, to)))
      to++;
    return (
      to < this.#w.length &&
      comma.test(this.words.before[to] ?? '') &&
      this.finite(to, true, states)?.verb.tense === 'past'
    );
  }

  /** "States, the record tells us, …", "…, we read, …". */
  #tells(at: number): boolean {
    let to = at + 1;
    while (to < at + 8 && to < this.#w.length && this.joined(to)) to++;
    return telling.test(this.#w.slice(at, to).join(' '));
  }

  /** "Participants, States in particular, …". */
  #singles(at: number): boolean {
    for (let here = at + 1; here < at + 5 && this.joined(here); here++) {
      if (
        /^(?:in particular|above all|among them|first among|especially\b.*|foremost\b.*|included\b.*)$/.test(
          this.#w.slice(here, here + 2).join(' '),
        )
      )
        return voiceAt(this.#w, here - 1) !== undefined || voiceAt(this.#w, at) !== undefined;
    }
    return false;
  }

  /** "States, which at the Dialogue called for …"; a relative clause without the occasion may tell of any other. */
  #relative(at: number, states: boolean): Predicate | undefined {
    if (!/^(?:which|who|that)$/.test(this.#w[at] ?? '')) return undefined;
    if (/^(?:at|in|during)$/.test(this.#w[at + 1] ?? '')) {
      for (let here = at + 2; here < at + 6; here++) {
        const occasion = voiceAt(this.#w, here);
        if (occasion?.voice === 'dialogue') return this.finite(here + occasion.length, true, states);
      }
    }
    const found = this.finite(at + 1, true, states);
    if (found && (this.#namesOccasion(found) || (this.#w[at] === 'that' && this.#cleft(at)))) return found;
    return found &&
      this.#w[at] === 'that' &&
      /^(?:call|urge|stress|emphasi[sz]e|underline|insist|highlight|demand|speak)/.test(found.verb.base)
      ? found
      : undefined;
  }

  /** Whether "it was" stands before a subject that ends before `at`, with nothing between that parts them. */
  #cleft(at: number): boolean {
    for (let here = at - 1; here > 0 && at - here < farthest; here--) {
      if (this.#w[here] === 'was' && this.#w[here - 1] === 'it') return true;
      if (!this.joined(here)) return false;
    }
    return false;
  }

  /** "It was the companies on the panels that called for …". */
  #cleftAt(at: number, states: boolean): Predicate | undefined {
    if (!/^(?:that|who)$/.test(wordAt(this.#w, at)) || !this.#cleft(at)) return undefined;
    const found = this.finite(at + 1, true, states);
    return found && { ...found, relative: true };
  }

  /** "Called at the Dialogue for": whether where it was stands within the verb, or right behind it. */
  #namesOccasion({ from, to }: Predicate): boolean {
    const within = this.#w.slice(from, to).some((_, index) => voiceAt(this.#w, from + index)?.voice === 'dialogue');
    return within || pastOccasion(this.words, to) > to;
  }

  /**
   * A finite reporting verb at `at`, after adverbs and auxiliaries; apart from its subject a bare base form is no verb.
   */
  finite(at: number, detached: boolean, states: boolean): Predicate | undefined {
    let verbAt = at;
    while (this.#leads(verbAt)) verbAt++;
    const done = doneAt(this.#reading, verbAt, at, { detached, states });
    if (!done) return undefined;
    const { verb, to, rule, consensus = false } = done;
    const all = done.all === true || (verbAt > at && this.#w.slice(at, verbAt).some(word => overall.has(word)));
    return { from: at, to, verb, consensus, all, rule };
  }

  #leads(at: number): boolean {
    return leads(this.#w, at);
  }
}

function leads(lower: readonly string[], at: number): boolean {
  const word = lower[at] ?? '';
  return adverbs.has(word) || auxiliaries.has(word) || word === 'who' || (word === 'were' && lower[at + 1] === 'all');
}

/** Words that begin what is said to have been done, and are no reporting verbs. */
const standIns =
  /^(?:is|are|was|were|spoke|spoken|speaking|speaks?|told|informed|reminded|assured|warned|brought|left)$/;

/** Whether some words, in lower case, may begin with a finite reporting verb: to be asked before more is read. */
export function mayBegin(lower: readonly string[], scale: Scale): boolean {
  if (scale.begins(lower[0] ?? '')) return true;
  let at = 0;
  while (leads(lower, at)) at++;
  const word = lower[at] ?? '';
  return scale.begins(word) || light.has(word) || standIns.test(word) || lower[at - 1] === 'had';
}
