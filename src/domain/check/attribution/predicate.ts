/** The reporting verb that a subject governs: after adverbs, auxiliaries, asides and what says who the subject is. */
import type { Carried } from './carried';
import { decisionBand, type Scale, type VerbForm } from './scale';
import { adverbs, auxiliaries, blockers, insertions, overall, postpositions, unitedAt } from './lexicon/functionWords';
import { light, nouns, reached } from './lexicon/nouns';
import { voiceAt } from './voices';
import { apart, type ClaimWords } from './claimWords';

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
}

const farthest = 12;
const subordinating =
  /^(?:when|whenever|while|because|since|although|though|if|unless|until|how|why|what|where|as|so|after|once)$/;
const longestAside = 24;
/** "(read: Member States)", "– i.e. Member States –". */
const equates = /^(?:read|e|viz|meaning)$/;
const longestDescription = 9;
const comma = /,/;
const dash = /[–—]|\s--?\s/;
/** What opens an aside after a subject besides a preposition: "drawn from …", "meeting …", "who …". */
const opening = /^(?:who|whose|which|whom|it|according|so|\p{L}+(?:ed|ing|wn))$/u;
/** An aside that says where it is read. */
const telling =
  /^(?:the|this|its) (?:\S+ ){0,3}?(?:summary|record|document|text|report|paper|conclusions?) (?:tells?|told|says?|said|shows?|records?|recorded|notes?|states?|reads|adds?|has it|puts it)(?: us| readers)?$|^(?:we|one) (?:reads?|learns?|are told|is told|were told)(?: (?:there|here))?$/;
const participle = /^(?:\p{L}{2,}(?:ed|ing|wn)|met)$/u;

/** The tenses of a verb whose subject stands elsewhere. */
function tensesOf(opens = false, present = false): RegExp {
  if (opens) return /^gerund$/;
  return present ? /^(?:past|base|third)$/ : /^past$/;
}

export class Predicates {
  readonly #w: readonly string[];

  constructor(
    readonly words: ClaimWords,
    readonly scale: Scale,
  ) {
    this.#w = words.lower;
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

  #after(at: number, states: boolean): Predicate | undefined {
    const relative = (this.#w[at] === 'who' ? this.finite(at, false, states) : undefined) ?? this.#relative(at, states);
    return relative ? { ...relative, relative: true } : this.#scan(at, states);
  }

  /** The verb that a claim begins with, whose subject stands elsewhere: after "and", "on the last day," or "having". */
  goingOn({
    voice,
    present,
    participle: opens,
  }: Pick<Carried, 'voice' | 'present' | 'participle'>): Predicate | undefined {
    let at = 0;
    while (/^(?:and|but|also|then|having)$/.test(this.#w[at] ?? '') || adverbs.has(this.#w[at] ?? '')) at++;
    const having = this.#w[0] === 'having';
    const tenses = having ? /^(?:past|participle)$/ : tensesOf(opens, present);
    if (!having && at > 0 && comma.test(this.words.before[at] ?? '')) {
      const from = at;
      for (at++; at < from + 10 && !comma.test(this.words.before[at] ?? ''); at++)
        if (!this.joined(at)) return undefined;
    }
    const found = this.finite(at, false, voice === 'states');
    if (!found || !tenses.test(found.verb.tense) || found.consensus) return undefined;
    return { ...found, all: found.all || this.#w.slice(0, at).some(word => overall.has(word)) };
  }

  #scan(at: number, states: boolean): Predicate | undefined {
    for (let here = at; here < Math.min(at + farthest, this.#w.length); here++) {
      if (!this.joined(here)) return this.#pastAside(here, states);
      const found = this.finite(here, here > at, states);
      if (found) return found;
      // "Governments listened when speakers called for …": another clause, of others.
      if (subordinating.test(this.#w[here]!)) return undefined;
      if (
        here === at
          ? !(postpositions.has(this.#w[here]!) || participle.test(this.#w[here]!) || this.#cameTo(here))
          : blockers.has(this.#w[here]!)
      )
        return undefined;
    }
    return undefined;
  }

  /** "The delegations to the first session of the Dialogue". */
  #cameTo(at: number): boolean {
    return this.#w[at] === 'to' && [2, 3, 4, 5, 6].some(ahead => voiceAt(this.#w, at + ahead)?.voice === 'dialogue');
  }

  /** The verb after an aside in commas, dashes or parentheses that opens before `at`. */
  #pastAside(at: number, states: boolean): Predicate | undefined {
    const before = this.words.before[at]!;
    const bracket = before.includes('(');
    const sign = [dash, comma].find(each => each.test(before));
    const closes = bracket ? /\)/ : sign;
    if (
      !closes ||
      (closes === comma &&
        !insertions.has(this.#w[at]!) &&
        !opening.test(this.#w[at]!) &&
        !this.#singles(at) &&
        !this.#describes(at, states) &&
        !this.#tells(at))
    )
      return undefined;
    // "It was States, not participants, that called for …".
    const cleft = this.#w[at] === 'not' && this.#cleft(at);
    for (let end = at + 1; end < Math.min(at + longestAside, this.#w.length); end++) {
      const between = this.words.before[end]!;
      if (/[;:!?|]|\.\s/.test(between) && !equates.test(this.#w[end - 1]!)) return undefined;
      const who = /^(?:that|who)$/.test(this.#w[end]!) && cleft ? 1 : 0;
      const found = closes.test(between) ? this.finite(end + who, true, states) : undefined;
      if (found) return found;
    }
    return undefined;
  }

  /** "States, the largest group in the room, called for …": what they are, in few words and without a verb. */
  #describes(at: number, states: boolean): boolean {
    if (!/^(?:the|a|an|all|themselves|about|i|namely|among)$/.test(this.#w[at] ?? '')) return false;
    let to = at + 1;
    while (to < at + longestDescription && to < this.#w.length && this.joined(to) && !blockers.has(this.#w[to]!)) to++;
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
    for (let here = at - 1; here > 0 && at - here < 9; here--) {
      if (this.#w[here] === 'was' && this.#w[here - 1] === 'it') return true;
      if (!this.joined(here)) return false;
    }
    return false;
  }

  /** "Called at the Dialogue for": whether where it was stands within the verb, or right behind it. */
  #namesOccasion({ from, to }: Predicate): boolean {
    const within = this.#w.slice(from, to).some((_, index) => voiceAt(this.#w, from + index)?.voice === 'dialogue');
    return within || this.#pastOccasion(to) > to;
  }

  /**
   * A finite reporting verb at `at`, after adverbs and auxiliaries; apart from its subject a bare base form is no verb.
   */
  finite(at: number, detached: boolean, states: boolean): Predicate | undefined {
    let verbAt = at;
    while (this.#leads(verbAt)) verbAt++;
    const all = this.#w.slice(at, verbAt).some(word => overall.has(word));
    const agreed = /^(?:is|are|was|were) in (?:\w+ )?(?:\w+ )?(?:agreement|consensus|accord|unanimity)\b/
      .exec(this.#w.slice(verbAt, verbAt + 5).join(' '))?.[0]
      .split(' ').length;
    if (agreed)
      return {
        from: at,
        to: verbAt + agreed,
        verb: { words: [], base: 'be in agreement', band: decisionBand, tense: 'past' },
        consensus: false,
        all,
      };
    const oneVoice = this.#oneVoice(verbAt);
    if (oneVoice > 0)
      return {
        from: at,
        to: oneVoice,
        verb: { words: [], base: 'speak with one voice', band: decisionBand, tense: 'past' },
        consensus: false,
        all: true,
      };
    const told = this.#toldDialogue(verbAt);
    if (told > 0)
      return { from: at, to: told, verb: { words: [], base: 'state', band: 1, tense: 'past' }, consensus: false, all };
    const message = this.#message(verbAt);
    if (message)
      return {
        from: at,
        to: message + 1,
        verb: { words: [], base: this.#w[message]!, band: nouns.get(this.#w[message]!)!, tense: 'past' },
        consensus: false,
        all,
      };
    const noun = this.#light(verbAt);
    if (noun) {
      const word = this.#w[noun]!;
      const consensus = /^(?:consensus|agreement|unanimity)$/.test(word) && reached.has(this.#w[verbAt]!);
      const own = this.scale.at(this.#w, verbAt);
      const together = /^(?:reached|reaching|come|came|arrived|achieved|found|built|forged)$/.test(this.#w[verbAt]!);
      const band = together ? decisionBand : Math.max(nouns.get(word)!, own?.words.length === 1 ? own.band : 0);
      const verb: VerbForm = {
        words: [],
        base: consensus ? 'agree' : word,
        band: consensus ? decisionBand : band,
        tense: 'past',
      };
      return {
        from: at,
        to: noun + 1,
        verb,
        consensus,
        all: all || this.#w.slice(verbAt, noun).some(each => /^(?:unanimous|universal|overwhelming)$/.test(each)),
      };
    }
    const whole = this.scale.at(this.#w, verbAt);
    const split = whole && whole.words.length > 1 ? undefined : this.#split(verbAt);
    if (split) return { ...split, from: at, all: all || split.all };
    const verb = whole ?? this.#stranded(at, verbAt);
    if (!verb) return undefined;
    const { tense, band, base, words } = verb;
    if (detached && (tense === 'base' || tense === 'gerund') && words.length === 1) return undefined;
    // "are concerned" tells of now.
    if (base.startsWith('be ') && band < decisionBand && tense !== 'past') return undefined;
    // "Delegations wishing to co-sponsor …" are some who are spoken of.
    if (tense === 'gerund' && /^(?:wish|want|hope|expect|seek|oppose)\b/.test(base)) return undefined;
    // "countries address …" and "States support …" are what is said, not who says it.
    if (
      tense === 'base' &&
      (band === 0 ||
        /^(?:support|welcome|adopt|identify|raise|share|present|seek|require|accept|hold|find|want|hope|expect|wish|vote)\b/.test(
          base,
        ))
    )
      return undefined;
    const to = verbAt + words.length;
    if (this.#w[to] === 'by') {
      // "The session recognized by acclamation …".
      return /^(?:consensus|acclamation|unanimity)$/.test(this.#w[to + 1] ?? '')
        ? { from: at, to: to + 2, verb: { ...verb, band: decisionBand }, consensus: false, all: true }
        : undefined;
    }
    // "Member States recognize …" is how the drafters themselves speak.
    if (tense === 'base' && band === 1 && states) return undefined;
    // "were unanimous in demanding".
    const gerund = base.startsWith('be ') ? this.scale.at(this.#w, this.#w[to] === 'in' ? to + 1 : to) : undefined;
    if (gerund?.tense === 'gerund')
      return {
        from: at,
        to: to + (this.#w[to] === 'in' ? 1 : 0) + gerund.words.length,
        verb: { ...verb, band: decisionBand },
        consensus: false,
        all: true,
      };
    const united = unitedAt(this.#w, to);
    return { from: at, to: to + united, verb, consensus: false, all: all || united > 0 };
  }

  /** "for which they called": the verb's particle stands before the subject. */
  #stranded(at: number, verbAt: number): VerbForm | undefined {
    for (let which = at - 1; which > 0 && at - which < 6; which--) {
      if (!/^(?:which|whom)$/.test(this.#w[which]!)) continue;
      const whole = [this.#w[verbAt] ?? '', this.#w[which - 1]!];
      const verb = this.scale.at(whole, 0);
      return verb?.words.length === 2 ? { ...verb, words: whole.slice(0, 1) } : undefined;
    }
    return undefined;
  }

  /** "called repeatedly for", "called, at the Dialogue and after, for": the particle stands apart. */
  #split(at: number): Omit<Predicate, 'from'> | undefined {
    const adverb = (index: number): boolean =>
      adverbs.has(this.#w[index] ?? '') || (this.#w[index] ?? '').endsWith('ly');
    const head = this.#w[at + 1] === 'attention' ? 2 : 1;
    let particle = at + head;
    let united = false;
    for (
      let more = 0;
      this.joined(particle) && (adverb(particle) || (more = unitedAt(this.#w, particle)) > 0);
      particle += Math.max(1, more)
    )
      united ||= more > 0;
    if (comma.test(this.words.before[particle] ?? '')) {
      for (particle++; particle < at + farthest && !comma.test(this.words.before[particle] ?? ''); particle++)
        if (!this.joined(particle)) return undefined;
    }
    particle = this.#pastOccasion(particle);
    if (particle === at + head || !/^(?:for|on|upon|to|out|of|against)$/.test(this.#w[particle] ?? ''))
      return undefined;
    const verb = this.scale.at([...this.#w.slice(at, at + head), this.#w[particle]!], 0);
    const all = united || this.#w.slice(at + head, particle).some(word => overall.has(word));
    return verb?.words.length === head + 1 && verb.tense !== 'gerund'
      ? { to: particle + 1, verb, consensus: false, all }
      : undefined;
  }

  /** Where "told the Dialogue" ends, if it begins at `at`; else 0. */
  #toldDialogue(at: number): number {
    if (!/^(?:told|informed|reminded|assured|warned)$/.test(this.#w[at] ?? '')) return 0;
    const to = this.#w[at + 1] === 'the' ? at + 2 : at + 1;
    const found = voiceAt(this.#w, to);
    return found && /^(?:dialogue|participants)$/.test(found.voice) && !this.words.possessive[to + found.length - 1]
      ? to + found.length
      : 0;
  }

  /** "Had one message:", "had a clear demand:": where the noun stands, before what is said. */
  #message(at: number): number | undefined {
    if (this.#w[at - 1] !== 'had' && !/^(?:brought|left)$/.test(this.#w[at] ?? '')) return undefined;
    for (let noun = at; noun < at + 5 && this.joined(noun); noun++) {
      if (
        /^(?:messages?|requests?|demands?|pleas?|wish|wishes|appeals?|calls?|concerns?|recommendations?)$/.test(
          this.#w[noun] ?? '',
        )
      )
        return this.words.before[noun + 1]?.includes(':') ? noun : undefined;
    }
    return undefined;
  }

  /** Where "spoke with one voice" ends, if it begins at `at`; else 0. */
  #oneVoice(at: number): number {
    const to = /^(?:were|are|was)$/.test(this.#w[at] ?? '') ? at + 1 : at;
    if (!/^(?:spoke|spoken|speaking|speak|speaks)$/.test(this.#w[to] ?? '')) return 0;
    const united = unitedAt(this.#w, to + 1);
    return united > 0 ? to + 1 + united : 0;
  }

  /** Where "at the Dialogue", "in the second panel" ends, if it begins at `at`. */
  #pastOccasion(at: number): number {
    if (!/^(?:at|in|during|throughout)$/.test(this.#w[at] ?? '') || !this.joined(at)) return at;
    for (let here = at + 1; here < at + 6 && this.joined(here); here++) {
      const found = voiceAt(this.#w, here);
      if (found?.voice === 'dialogue' || /^(?:panels?|online)$/.test(this.#w[here] ?? ''))
        return here + (found?.length ?? 1);
    }
    return at;
  }

  #leads(at: number): boolean {
    const word = this.#w[at] ?? '';
    return (
      adverbs.has(word) || auxiliaries.has(word) || word === 'who' || (word === 'were' && this.#w[at + 1] === 'all')
    );
  }

  /** "expressed their strong conviction", "reached the conclusion": where the noun that reports stands. */
  #light(at: number): number | undefined {
    if (!light.has(this.#w[at] ?? '')) return undefined;
    const led = /^(?:come|came|arrived)$/.test(this.#w[at]!);
    if (led && !/^(?:to|at)$/.test(this.#w[at + 1] ?? '')) return undefined;
    for (
      let noun = at + (led ? 2 : 1);
      noun < Math.min(at + 5, this.#w.length) && this.joined(noun) && !blockers.has(this.#w[noun]!);
      noun++
    ) {
      if (/^(?:of|for|to|on|at|in|by|no|not)$/.test(this.#w[noun]!)) return undefined;
      if (nouns.has(this.#w[noun]!)) return noun;
    }
    return undefined;
  }
}
