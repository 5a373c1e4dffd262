/**
 * Who a claim says spoke, and with which verb: found by the shape of the words around a reporting
 * verb or noun ("States agreed", "the call by some speakers for", "as noted by participants",
 * "there was consensus that"). English only. What it does not recognize it leaves alone.
 */
import { decisionBand, type Scale, type VerbForm } from './scale';
import {
  adverbs, auxiliaries, blockers, blocking, decidedBy, drafter, insertions, nouns, ofNouns, postpositions, reached, wide,
} from './vocabulary';
import { quantityBefore, voiceAt, type Quantity, type Voice } from './voices';
import { claimWords, type ClaimWords } from './words';

/** How the speaker is named. */
export type Shape = 'clause' | 'further' | 'noun' | 'possessive' | 'agent' | 'passive' | 'consensus' | 'according';

export interface Mention {
  readonly voice: Voice;
  readonly quantity: Quantity;
  /** Consensus of whom, where the draft says so. */
  readonly of?: Voice;
  readonly verb?: { readonly base: string; readonly band: number; readonly tense?: VerbForm['tense'] };
  readonly shape: Shape;
  /** The whole phrase: speaker, verb. Offsets of the text given. */
  readonly start: number;
  readonly end: number;
  /** The speaker's own words in it. */
  readonly subject: { readonly start: number; readonly end: number };
  /** The verb's own words in it. */
  readonly action?: { readonly start: number; readonly end: number };
}

/** The mentions of a speaker in `text` from `start` to `end`, in order. */
export function mentions(text: string, start: number, end: number, scale: Scale): Mention[] {
  return new Finder(claimWords(text, start, end), scale, text).all();
}

interface Predicate {
  readonly from: number;
  readonly to: number;
  readonly verb: VerbForm;
  /** "reached consensus": of the subject. */
  readonly consensus: boolean;
}

class Finder {
  readonly #found: Mention[] = [];
  readonly #w: readonly string[];
  #from = 0;
  /** Whether the subject at hand is States. */
  #states = false;

  constructor(readonly words: ClaimWords, readonly scale: Scale, readonly text: string) {
    this.#w = words.lower;
  }

  all(): Mention[] {
    let at = 0;
    while (at < this.#w.length) {
      const next = this.#consensus(at) ?? this.#impersonal(at) ?? this.#support(at) ?? this.#according(at) ?? this.#noun(at) ?? this.#agent(at) ?? this.#speaker(at);
      if (next === undefined) {
        at++;
        continue;
      }
      at = next;
      this.#from = next;
    }
    return this.#found;
  }

  /** Notes a mention unless it stands within what another speaker is said to have said. */
  #note(mention: Omit<Mention, 'start' | 'end' | 'subject' | 'action'>, from: number, to: number, subject: readonly [number, number], action?: readonly [number, number]): number {
    const place = ([first, last]: readonly [number, number]) => ({ start: this.words.start[first]!, end: this.words.end[last - 1]! });
    const outer = this.#found.at(-1);
    const full = { ...mention, ...place([from, to]), subject: place(subject), ...(action && action[1] > action[0] ? { action: place(action) } : {}) };
    if (outer && outer.voice !== 'summary' && mention.shape !== 'further') {
      const between = this.text.slice(outer.end, full.start);
      const apart = /[,;:.(–—]\s*(?:(?:and|while|whereas|but|as|with|where|although|yet|in which|at which|the|a|an)\s*)*$/i.test(between)
        || /\s(?:and|while|whereas|but|as)\s+(?:the\s+|a\s+)?$/i.test(between)
        // The drafter speaks again: "…, and noting that …", "we note that …".
        || drafter.test(between);
      if (!apart) return to;
    }
    this.#found.push(full);
    return to;
  }

  #joined(at: number): boolean {
    return !/[,;:.!?()]/.test(this.words.before[at] ?? '');
  }

  /** A speaker's name from `at` on, after words of quantity. */
  #named(at: number): { voice: Voice; quantity: Quantity; from: number; to: number } | undefined {
    for (let head = at; head < Math.min(at + 8, this.#w.length); head++) {
      if (head > at && !this.#joined(head)) return undefined;
      const found = voiceAt(this.#w, head);
      if (found) {
        const { quantity, from } = quantityBefore(this.#w, head, at);
        return from <= at ? { voice: found.voice, quantity, from: at, to: head + found.length } : undefined;
      }
      // The words before the name may only be its quantity and modifiers.
      if (quantityBefore(this.#w, head + 1, at).from > at && head > at) return undefined;
    }
    return undefined;
  }

  #consensus(at: number): number | undefined {
    const word = this.#w[at];
    if (word !== 'consensus' && word !== 'agreement' && word !== 'unanimity') return undefined;
    let from = at;
    while (from > this.#from && at - from < 5 && (wide.has(this.#w[from - 1]!) || /^(?:a|an|the|strong|clear|emerging|growing|very|some)$/.test(this.#w[from - 1]!))) from--;
    if (/^(?:no|without|lack|any|not)$/.test(this.#w[from - 1] ?? '') || this.#w[from - 1] === 'of' && this.#w[from - 2] === 'lack') return undefined;
    const lead = this.#w.slice(Math.max(this.#from, from - 4), from).join(' ');
    const there = /there (?:was|is|were|has been|had been|exists|existed|emerged)(?: (?:now|already|also|thus|clearly|therefore))?$/.exec(lead);
    let to = at + 1;
    let claimed = there !== null;
    if (there) from -= there[0].split(' ').length;
    else if (this.#w[from - 1] === 'by' && word === 'consensus') {
      claimed = true;
      from--;
    }
    const after = this.#w.slice(to, to + 4).join(' ');
    const happened = /^(?:(?:was|is|were|has been|had been) (?:\w+ly )?(?:reached|achieved|found|established|expressed|evident|clear|forged|built)|emerged|exists|existed|developed|has emerged)/.exec(after);
    if (happened) {
      claimed = true;
      to += happened[0].split(' ').length;
    } else if (/^(?:reached|expressed|achieved|found)$/.test(this.#w[to] ?? '')) {
      claimed = true;
      to++;
    }
    let of: Voice | undefined;
    let quantity: Quantity = 'plain';
    if (/^(?:among|amongst|of|between|by|from)$/.test(this.#w[to] ?? '')) {
      const named = this.#named(to + 1);
      if (named) {
        claimed = true;
        of = named.voice;
        ({ quantity } = named);
        to = named.to;
      }
    }
    if (!claimed && word === 'consensus' && /^(?:that|on|to|around|regarding)$/.test(this.#w[to] ?? '') && from < at) claimed = true;
    if (!claimed && wide.has(this.#w[at - 1] ?? '') && /^(?:that|on)$/.test(this.#w[to] ?? '')) claimed = true;
    if (!claimed) return undefined;
    return this.#note({ voice: 'consensus', quantity, shape: 'consensus', verb: { base: 'agree', band: decisionBand }, ...(of && { of }) }, from, to, [from, to]);
  }

  /** "It was noted that …", "it was agreed by States that …". */
  #impersonal(at: number): number | undefined {
    if (this.#w[at] !== 'it') return undefined;
    const lead = /^(?:was|is|has been|had been)/.exec(this.#w.slice(at + 1, at + 3).join(' '))?.[0];
    if (!lead) return undefined;
    let verbAt = at + 1 + lead.split(' ').length;
    while (adverbs.has(this.#w[verbAt] ?? '')) verbAt++;
    const verb = this.scale.at(this.#w, verbAt);
    if (!verb || (verb.tense !== 'past' && verb.tense !== 'participle')) return undefined;
    const to = verbAt + verb.words.length;
    if (this.#w[to] === 'by') {
      const named = this.#named(to + 1);
      if (named) return this.#note({ ...named, shape: 'agent', verb }, at, named.to, [to, named.to], [verbAt, to]);
    }
    if (verb.band >= decisionBand) return this.#note({ voice: 'consensus', quantity: 'plain', shape: 'passive', verb }, at, to, [at, to]);
    return this.#note({ voice: 'passive', quantity: 'plain', shape: 'passive', verb }, at, to, [at, to], [verbAt, to]);
  }

  /** "Broad support was expressed for …", "wide agreement" is consensus. */
  #support(at: number): number | undefined {
    if (!/^(?:support|backing|endorsement|convergence)$/.test(this.#w[at] ?? '') || at === this.#from) return undefined;
    let from = at;
    while (from > this.#from && wide.has(this.#w[from - 1]!)) from--;
    if (from === at) return undefined;
    const there = /there (?:was|is)$/.exec(this.#w.slice(Math.max(this.#from, from - 2), from).join(' '));
    const after = /^(?:was|were|has been|among|from|by)\b/.test(this.#w.slice(at + 1, at + 3).join(' '));
    if (!there && !after && !/^(?:the|noting|with)$/.test(this.#w[from - 1] ?? '')) return undefined;
    if (there) from -= 2;
    return this.#note({ voice: 'support', quantity: 'strong', shape: 'consensus', verb: { base: 'support', band: 2 } }, from, at + 1, [from, at + 1]);
  }

  #according(at: number): number | undefined {
    const lead = /^(?:according to|in the (?:view|opinion|words|eyes) of)\b/.exec(this.#w.slice(at, at + 4).join(' '))?.[0].split(' ').length;
    const named = lead && this.#named(at + lead);
    if (!lead || !named) return undefined;
    return this.#note({ ...named, shape: 'according', verb: { base: 'state', band: 1 } }, at, named.to, [at + lead, named.to]);
  }

  /** "The call by some speakers for …", "the view expressed by participants that …". */
  #noun(at: number): number | undefined {
    const word = this.#w[at]!;
    const band = Object.hasOwn(nouns, word) ? nouns[word] : undefined;
    if (band === undefined) return undefined;
    let by = at + 1;
    if (/^(?:made|expressed|voiced|issued|raised|shared|reached|given|put|placed|attached|advanced|offered|conveyed|stated|adopted|taken|set|outlined)$/.test(this.#w[by] ?? '')) by++;
    if (this.#w[by] === 'forward' || this.#w[by] === 'out') by++;
    const link = this.#w[by];
    const direct = by === at + 1;
    if (link !== 'by' && !(direct && (link === 'from' || link === 'among')) && !(direct && link === 'of' && ofNouns.has(word))) return undefined;
    const named = this.#named(by + 1);
    if (!named) return undefined;
    const united = /^(?:unanimous|common|shared|collective|overwhelming|general|widespread|universal|joint)$/.test(this.#w[at - 1] ?? '');
    const quantity = united ? 'strong' : named.quantity;
    const from = united ? at - 1 : at;
    return this.#note({ ...named, quantity, shape: 'noun', verb: { base: word, band } }, from, named.to, [by + 1, named.to], [from, at + 1]);
  }

  /** "… noted by participants", "as agreed by States", "as agreed at the dialogue". */
  #agent(at: number): number | undefined {
    const verb = this.scale.at(this.#w, at);
    if (!verb || (verb.tense !== 'past' && verb.tense !== 'participle')) return undefined;
    const to = at + verb.words.length;
    const as = this.#w[at - 1] === 'as';
    const link = this.#w[to];
    if (link === 'by' || (as && /^(?:at|in|during)$/.test(link ?? ''))) {
      const named = this.#named(to + 1);
      if (named) return this.#note({ ...named, shape: 'agent', verb }, at, named.to, [to + 1, named.to], [at, to]);
    }
    const passive = /^(?:was|were|been)$/.test(this.#w[at - 1] ?? '') || (adverbs.has(this.#w[at - 1] ?? '') && /^(?:was|were|been)$/.test(this.#w[at - 2] ?? ''));
    if (verb.band >= decisionBand && decidedBy.has(verb.base) && (passive || as)) {
      return this.#note({ voice: 'consensus', quantity: 'plain', shape: 'passive', verb }, at, to, [at, to]);
    }
    return undefined;
  }

  /** "States agreed", "speakers at the session also called for", "participants’ call for". */
  #speaker(at: number): number | undefined {
    const found = voiceAt(this.#w, at);
    if (!found) return undefined;
    const { quantity, from } = quantityBefore(this.#w, at, this.#from);
    const lead = this.#w[from - 1] ?? '';
    const opened = from > 0 && !this.#joined(from) ? '' : lead;
    let to = at + found.length;
    // "… of States", "our Government", "we, the Member States": nobody is said to have spoken by this name.
    if ((blocking.has(opened) && this.#w[to] !== 'who') || /^(?:our|my|your|we)$/.test(lead)) return this.words.possessive[to - 1] ? undefined : to;
    const subject = { voice: found.voice, quantity };
    if (this.words.possessive[to - 1]) return this.#possessive(subject, from, to);
    // "Participants and speakers", "States and other stakeholders": the first name stands for all, unless another claims more.
    const also = this.#joined(to) && /^(?:and|or)$/.test(this.#w[to] ?? '') ? this.#named(to + 1) : undefined;
    if (also) {
      to = also.to;
      if (also.voice === 'states' || also.voice === 'iom') subject.voice = also.voice;
    }
    this.#states = subject.voice === 'states';
    const verb = this.#verbAfter(to);
    if (!verb) return undefined;
    const mention = verb.consensus
      ? { quantity, voice: 'consensus' as const, of: subject.voice, shape: 'consensus' as const }
      : { ...subject, shape: 'clause' as const };
    const next = this.#note({ ...mention, verb: verb.verb }, from, verb.to, [from, to], [verb.from, verb.to]);
    const noted = this.#found.at(-1)?.end === this.words.end[verb.to - 1];
    return noted && !verb.consensus ? this.#further(subject, next, verb.verb.tense) : next;
  }

  #possessive(subject: { voice: Voice; quantity: Quantity }, from: number, to: number): number | undefined {
    for (let at = to; at < Math.min(to + 3, this.#w.length) && this.#joined(at); at++) {
      const band = Object.hasOwn(nouns, this.#w[at]!) ? nouns[this.#w[at]!] : undefined;
      if (band !== undefined) return this.#note({ ...subject, shape: 'possessive', verb: { base: this.#w[at]!, band } }, from, at + 1, [from, to], [at, at + 1]);
    }
    return undefined;
  }

  /** The reporting verb of a subject that ends before `at`. */
  #verbAfter(at: number): Predicate | undefined {
    let begin = at;
    if (this.#w[at] === 'who') return this.#finite(at, false);
    if (/,/.test(this.words.before[at] ?? '') && insertions.has(this.#w[at] ?? '')) {
      const limit = Math.min(at + 16, this.#w.length);
      for (begin = at + 1; begin < limit && !/,/.test(this.words.before[begin]!); begin++);
      if (begin >= limit) return undefined;
      return this.#finite(begin, true);
    }
    const direct = this.#joined(at) ? this.#finite(at, false) : undefined;
    if (direct || !postpositions.has(this.#w[at] ?? '')) return direct;
    for (begin = at + 1; begin < Math.min(at + 12, this.#w.length); begin++) {
      if (!this.#joined(begin) || blockers.has(this.#w[begin]!)) return undefined;
      const found = this.#finite(begin, true);
      if (found) return found;
    }
    return undefined;
  }

  /** A finite reporting verb at `at`, after adverbs and auxiliaries; apart from its subject a bare base form is no verb. */
  #finite(at: number, apart: boolean): Predicate | undefined {
    let verbAt = at;
    while (adverbs.has(this.#w[verbAt] ?? '') || auxiliaries.has(this.#w[verbAt] ?? '') || (/^(?:who|were)$/.test(this.#w[verbAt] ?? '') && this.#w[verbAt + 1] === 'all')) verbAt++;
    if (this.#w[verbAt] === 'who') verbAt++;
    while (adverbs.has(this.#w[verbAt] ?? '') || auxiliaries.has(this.#w[verbAt] ?? '')) verbAt++;
    // "reached (a broad) consensus"
    if (reached.has(this.#w[verbAt] ?? '')) {
      for (let noun = verbAt + 1; noun < verbAt + 5; noun++) {
        if (/^(?:consensus|agreement)$/.test(this.#w[noun] ?? '')) {
          const verb: VerbForm = { words: [], base: 'agree', band: decisionBand, tense: 'past' };
          return { from: at, to: noun + 1, verb, consensus: true };
        }
      }
    }
    const verb = this.scale.at(this.#w, verbAt);
    if (!verb) return undefined;
    if (apart && (verb.tense === 'base' || verb.tense === 'gerund') && verb.words.length === 1) return undefined;
    // "countries address …" and "States support …" are what is said, not who says it.
    if (verb.tense === 'base' && (verb.band === 0 || /^(?:support|welcome|adopt|identify|raise|share|present|seek|require|accept|hold|find)$/.test(verb.base))) return undefined;
    if (this.#w[verbAt + verb.words.length] === 'by') return undefined;
    // "Member States recognize …" is how the drafters themselves speak.
    if (verb.tense === 'base' && verb.band === 1 && this.#states) return undefined;
    return { from: at, to: verbAt + verb.words.length, verb, consensus: false };
  }

  /** "… and called for": the same speaker goes on. */
  #further(subject: { voice: Voice; quantity: Quantity }, at: number, tense: VerbForm['tense']): number {
    let next = at;
    for (let index = at; index < this.#w.length; index++) {
      if (/[;:.!?]/.test(this.words.before[index]!)) return next;
      if (this.#w[index] !== 'and' && this.#w[index] !== 'but') {
        if (index > at + 40 || voiceAt(this.#w, index) || nouns[this.#w[index]!]) return next;
        continue;
      }
      let verbAt = index + 1;
      while (adverbs.has(this.#w[verbAt] ?? '')) verbAt++;
      const verb = this.scale.at(this.#w, verbAt);
      if (!verb || verb.tense !== tense) continue;
      const to = verbAt + verb.words.length;
      this.#note({ ...subject, shape: 'further', verb }, verbAt, to, [verbAt, to], [verbAt, to]);
      next = to;
      index = to - 1;
    }
    return next;
  }
}
