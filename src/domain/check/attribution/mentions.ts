/**
 * Who a claim says spoke, and with which verb: found by the shape of the words around a reporting
 * verb or noun ("States agreed", "the call by some speakers for", "as noted by participants",
 * "there was consensus that"). English only. What it does not recognize it leaves alone.
 */
import type { Range } from '../../text/ranges';
import { parted } from './apart';
import type { Carried } from './carried';
import { bodyAt } from './bodies';
import { asserted } from './context';
import { Names } from './namedSpeakers';
import { Predicates } from './predicate';
import { decisionBand, type Scale, type VerbForm } from './scale';
import { decidedBy, deeds, informs, reasoned, remindedOf, takesUp } from './lexicon/verbs';
import { toldBefore } from './leads';
import { happenedThere, occasion, tells } from './present';
import { attributive, led, singledOut, strangers } from './subject';
import { adverbs, blocking } from './lexicon/functionWords';
import { isGiven, nouns } from './lexicon/nouns';
import { quantityBefore, voiceAt, type Quantity, type Voice } from './voices';
import { foundAt } from './rules/rules';
import type { Reading } from './pattern';
import { taggedWords, type TaggedWords } from './tags';
import type { SpeakerMention } from './mention';

export type { Shape, SpeakerMention } from './mention';

/** What of the draft counts for a claim: whom it speaks for, and whom the claim goes on with. */
export interface Around {
  readonly drafters?: readonly string[] | undefined;
  readonly carried?: Carried | undefined;
  /** Who is said before the claim to have said what it tells, if it says nothing else. */
  readonly lead?: Carried | undefined;
}

/** The mentions of a speaker in `text` from `start` to `end`, in order. */
export function mentions(
  text: string,
  start: number,
  end: number,
  scale: Scale,
  { drafters = [], carried, lead }: Around = {},
): SpeakerMention[] {
  const words = taggedWords(text, start, end, scale);
  const found = new Finder(words, scale, text, start, end, new Set(drafters), carried).all();
  return lead && found.length === 0 ? toldBefore(lead, text, { start, end }) : found;
}

const ofDialogue = /^(?:participants|speakers|panelists|discussions)$/;
/** Whom somebody tells: "to the Council", behind "reported"; "members", behind "reminded". */
const audience = /^ (?:to|for|before) [^,.;:]{1,50}?(?= (?:that|how),?\s)/;
const listeners = /^ [^,.;:]{1,50}?(?= (?:that|how),?\s)/;
const listenersOf = /^ [^,.;:]{1,50}?(?= (?:of|about)\s)/;
/** "That", or "that at the Dialogue,", between somebody who tells and those they tell of. */
const toldBehind = /^(?: with \w+)? (?:that|how)(?:,? (?:at|in|during) [^,.;:]{3,60},?|,)? (?:the )?$/;
const namedBehind = /^(?: (?:of|about|on))?(?: (?:the|a|an|this))? $/;
const farthestTold = 90;
/** "… reaffirmed what participants had noted". */
const earlier = /\bwhat (?:the )?$/;
/** What a text is called that all have agreed on. */
const agreedOn = /^(?:agreed|adopted|endorsed|approved|negotiated|accepted|joint|unanimous)$/;

/** "Said the speakers who called for it, some but not all". */
const notAll =
  /^[^.;,(–—]{0,30}[,(–—]\s?(?:(?:though|but|if|and)\s)?(?:some|several|a few|not all|not many|at least some)\b/i;
const farthestAfter = 60;
/** Words before a quantity that say there were more. */
const exceeded = /\b(?:not (?:just|only|merely|simply|solely)|(?<!\b(?:no|not) )more than)$/;

const isPresent = /^(?:base|third|gerund)$/;
/** How many characters back a drafter's own verb is looked for. */
const reach = 400;

/**
 * Whether somebody only tells of what those named next have said: "the secretariat reminded members that participants
 * had called for …".
 */
function tellsOf(
  { voice, verb, shape }: SpeakerMention,
  of: Pick<SpeakerMention, 'voice' | 'shape'>,
  between: string,
): boolean {
  const base = verb?.base ?? '';
  const spoke = ofDialogue.test(of.voice);
  const directly = of.shape === 'clause' ? listeners : listenersOf;
  const behind = between.replace(informs.has(base) && shape === 'clause' ? directly : audience, '');
  const toldOthers = behind !== between || informs.has(base);
  const passesOn =
    voice === 'others' ||
    (voice === 'iom' && (toldOthers || (verb?.band ?? 1) <= 1)) ||
    (voice === 'states' && spoke && (toldOthers || takesUp.has(base)));
  if (!passesOn) return false;
  if (of.shape === 'clause') return toldBehind.test(behind);
  const noun = of.shape === 'noun' || of.shape === 'possessive';
  return (
    noun &&
    spoke &&
    (informs.has(base) || (voice !== 'states' && (takesUp.has(base) || remindedOf.has(base)))) &&
    namedBehind.test(behind)
  );
}

class Finder {
  readonly #found: SpeakerMention[] = [];
  readonly #w: readonly string[];
  readonly #names: Names;
  readonly #predicates: Predicates;
  readonly #reading: Reading;
  #from = 0;
  /** Whether the claim says that it was at the dialogue. */
  readonly #there: boolean;

  constructor(
    readonly words: TaggedWords,
    readonly scale: Scale,
    readonly text: string,
    start: number,
    end: number,
    readonly drafters: ReadonlySet<string>,
    readonly carried?: Carried,
  ) {
    this.#there = occasion.test(text.slice(start, end));
    this.#w = words.lower;
    this.#names = new Names(words);
    this.#predicates = new Predicates(words, scale);
    this.#reading = { words, text, names: this.#names, predicates: this.#predicates, there: this.#there };
  }

  all(): SpeakerMention[] {
    let at = this.#goesOn() ?? 0;
    while (at < this.#w.length) {
      const next = this.#ruled(at) ?? this.#they(at) ?? this.#body(at) ?? this.#speaker(at);
      if (next === undefined) {
        at++;
        continue;
      }
      at = next;
      this.#from = next;
    }
    return this.#found;
  }

  /** What a rule finds. */
  #ruled(at: number): number | undefined {
    const found = foundAt(this.#reading, at, this.#from);
    return found && this.#note(found.mention, found.from, found.to, found.who, found.says);
  }

  /** Notes a mention unless it stands within what another speaker is said to have said. */
  #note(
    mention: Omit<SpeakerMention, 'start' | 'end' | 'subject' | 'action'>,
    from: number,
    to: number,
    subject: readonly [number, number],
    action?: readonly [number, number],
  ): number {
    const place = ([first, last]: readonly [number, number]) => ({
      start: this.words.start[first]!,
      end: this.words.end[last - 1]!,
    });
    const outer = this.#found.at(-1);
    const full = {
      subject: place(subject),
      ...(action && action[1] > action[0] ? { action: place(action) } : {}),
      ...mention,
      ...place([from, to]),
    };
    const noun =
      mention.shape === 'noun' || mention.shape === 'possessive' || (mention.shape === 'consensus' && !action);
    const anywhere = mention.voice === 'others' && !mention.body && !mention.singled && !this.#there;
    if (anywhere && !this.#toldThere(mention, subject)) return to;
    if (this.#ours(mention, full, subject)) return to;
    const named = noun && /^(?:participants|speakers|panelists)$/.test(mention.voice) ? 'ofDialogue' : noun;
    if (!asserted(this.text, full.start, full.end, named, mention.verb?.tense)) return to;
    // "IOM reports that speakers …", "the newspaper wrote that participants …": it is the speakers who spoke.
    const between =
      outer && full.start - outer.end < farthestTold ? this.text.slice(outer.end, full.start).replace(/\s+/g, ' ') : '';
    const tookUp =
      ofDialogue.test(mention.voice) && earlier.test(between) && /\bhad\s/.test(this.text.slice(full.start, full.end));
    if (
      outer &&
      /^(?:clause|agent)$/.test(outer.shape) &&
      (tellsOf(outer, mention, between) || (tookUp && outer.shape === 'clause'))
    )
      this.#found.pop();
    else if (outer && outer.voice !== 'summary' && mention.shape !== 'further') {
      if (!parted(this.text.slice(Math.max(outer.end, full.start - reach), full.start))) return to;
    }
    this.#found.push(full);
    return to;
  }

  /**
   * Whether the draft's own speak: those it names as its authors, or any who act as drafters do ("The Parties commit
   * themselves to …").
   */
  #ours(
    { voice, verb, shape }: Pick<SpeakerMention, 'voice' | 'verb' | 'shape'>,
    { start, end }: Range,
    [from, to]: readonly [number, number],
    said = '',
  ): boolean {
    if (
      (voice !== 'states' && voice !== 'others' && voice !== 'iom') ||
      /^(?:noun|agent|consensus|according)$/.test(shape)
    )
      return false;
    if (this.#w[from] === 'any') return true;
    // Those who have signed something are of a text that is none of the dialogue's.
    if (
      shape === 'clause' &&
      /^(?:parties|signatories)$/.test(this.#w[to - 1]!) &&
      isPresent.test(verb?.tense ?? '') &&
      !happenedThere(this.text, start, end)
    )
      return true;
    if (
      shape === 'clause' &&
      /^(?:the|these)$/.test(this.#w[from]!) &&
      voice === 'states' &&
      !/^(?:community|membership)$/.test(this.#w[to - 1]!) &&
      isPresent.test(verb?.tense ?? '') &&
      !happenedThere(this.text, start, end)
    )
      return true;
    if (this.drafters.size === 0) return false;
    const names = this.#w.slice(from, to).some((_, index) => {
      const found = voiceAt(this.#w, from + index);
      return (
        found !== undefined && this.drafters.has(this.#w.slice(from + index, from + index + found.length).join(' '))
      );
    });
    const own = (said || this.#w.slice(from, to).join(' ')).toLowerCase().replace(/^the /, '');
    const named =
      shape === 'clause' &&
      voice === 'others' &&
      [...this.drafters].some(each => each.startsWith(`${own} `) || each.endsWith(` ${own}`));
    return (names || named || this.drafters.has(own)) && !happenedThere(this.text, start, end);
  }

  /**
   * Whether somebody who may speak elsewhere, too, is said to have spoken at the dialogue: one of those who were there,
   * of what is said there.
   */
  #toldThere({ shape, verb }: Pick<SpeakerMention, 'shape' | 'verb'>, [from, to]: readonly [number, number]): boolean {
    const present =
      /^(?:they|them|it|she|he)$/.test(this.#w[to - 1]!) ||
      this.#w.slice(from, to).some((_, index) => {
        const found = voiceAt(this.#w, from + index);
        return found?.voice === 'others' && found.anywhere !== true;
      });
    return (
      present &&
      (shape === 'according' ||
        shape === 'noun' ||
        shape === 'possessive' ||
        (verb?.tense !== undefined &&
          (nouns.has(verb.base) || tells({ ...verb, tense: shape === 'agent' ? 'past' : verb.tense, words: [] }))))
    );
  }

  /** "… and insisted on …", "Having agreed that …": the speaker stands before or behind. */
  #goesOn(): number | undefined {
    const { carried } = this;
    if (!carried || carried.they) return undefined;
    const goneOn = this.#predicates.goingOn(carried);
    if (!goneOn) return undefined;
    const action = { start: this.words.start[goneOn.from]!, end: this.words.end[goneOn.to - 1]! };
    if (!asserted(this.text, action.start, action.end, false, goneOn.verb.tense)) return undefined;
    const { voice, quantity, start, end, outside } = carried;
    const said = `${carried.said} … ${this.text.slice(action.start, action.end)}`;
    const mention = {
      voice,
      quantity,
      shape: 'clause' as const,
      verb: goneOn.verb,
      start,
      end,
      subject: { start, end },
      action,
      said,
      ...(outside && { outside }),
    };
    if (!this.#ours(mention, mention, [0, 0], carried.said)) this.#found.push(mention);
    this.#from = goneOn.to;
    return this.#further({ voice, quantity }, goneOn.to, goneOn.verb.tense);
  }

  /** "They called for …", "all of them called for …". */
  #they(at: number): number | undefined {
    const { carried } = this;
    const ofThem =
      this.#w[at] === 'them' && this.#w[at - 1] === 'of' ? quantityBefore(this.#w, at - 1, this.#from) : undefined;
    if (carried?.single) return this.#it(at, carried);
    if (!carried?.they || !(this.#w[at] === 'they' || (ofThem && ofThem.from < at - 1))) return undefined;
    const verb = this.#predicates.after(at + 1, carried.voice === 'states');
    if (verb?.verb.tense !== 'past' || verb.consensus || this.#found.length > 0) return undefined;
    const from = ofThem?.from ?? at;
    const place = { start: this.words.start[from]!, end: this.words.end[verb.to - 1]! };
    if (this.#ours({ voice: carried.voice, verb: verb.verb, shape: 'clause' }, place, [from, at + 1], carried.said))
      return verb.to;
    const quantity = ofThem && carried.quantity !== 'weak' ? ofThem.quantity : carried.quantity;
    return this.#note(
      { voice: carried.voice, quantity: verb.all ? 'strong' : quantity, shape: 'clause', verb: verb.verb },
      from,
      verb.to,
      [from, at + 1],
      [verb.from, verb.to],
    );
  }

  /** "It called for …", of a body or person named in the sentence before. */
  #it(at: number, { voice, quantity, said }: Carried): number | undefined {
    if (!/^(?:it|she|he)$/.test(this.#w[at]!) || this.#found.length > 0) return undefined;
    const found = this.#predicates.after(at + 1, false);
    if (
      !found ||
      found.consensus ||
      found.relative ||
      !tells(found.verb) ||
      takesUp.has(found.verb.base) ||
      /^ha(?:s|ve|d)$/.test(this.#w[found.from]!)
    )
      return undefined;
    const place = { start: this.words.start[at]!, end: this.words.end[found.to - 1]! };
    if (this.#ours({ voice, verb: found.verb, shape: 'clause' }, place, [at, at + 1], said)) return found.to;
    return this.#note(
      { voice, quantity, shape: 'clause', verb: found.verb },
      at,
      found.to,
      [at, at + 1],
      [found.from, found.to],
    );
  }

  /** "The Global Forum of Mayors called for": a body that no list has, by its capitals. */
  #body(at: number): number | undefined {
    const body = bodyAt(this.words, this.text, at, { there: this.#there });
    if (!body) return undefined;
    const verb = this.#predicates.after(body.to, false);
    if (
      !verb ||
      (verb.relative && this.#w[body.from - 1] !== 'was') ||
      verb.consensus ||
      !(tells(verb.verb) || nouns.has(verb.verb.base)) ||
      /^ha(?:s|ve|d)$/.test(this.#w[verb.from]!)
    )
      return undefined;
    // Whoever notes or recalls elsewhere what the dialogue concluded cites it as we do.
    if (
      !this.#there &&
      (takesUp.has(verb.verb.base) ||
        /^(?:at|in|during|on) (?:its|their|his|her|an?|another)$/.test(this.#w.slice(verb.to, verb.to + 2).join(' ')))
    )
      return undefined;
    const mention = {
      voice: 'others' as const,
      quantity: 'plain' as const,
      shape: 'clause' as const,
      verb: verb.verb,
      body: true,
    };
    return this.#note(mention, body.from, verb.to, [body.from, body.to], [verb.from, verb.to]);
  }

  /** "States agreed", "speakers at the session also called for", "participants’ call for". */
  #speaker(at: number): number | undefined {
    // "All agreed that …", where the word stands alone.
    const alone =
      this.#w[at] === 'all' &&
      (at === 0 || !this.#names.joined(at) || /^(?:that|as|and|but)$/.test(this.#w[at - 1]!)) &&
      this.scale.at(this.#w, at + 1)?.tense === 'past';
    const found = alone ? { voice: 'participants' as const, length: 1 } : voiceAt(this.#w, at);
    if (!found) return undefined;
    const before = quantityBefore(this.#w, at, this.#names.opening(at, this.#from));
    // "Representatives of some 150 governments".
    const envoys =
      this.#w[before.from - 1] === 'of' &&
      /^(?:representatives?|delegates?|officials|ministers|envoys|delegations?|spokesperson|head|groups?|coalition|alliance|network)$/.test(
        this.#w[before.from - 2] ?? '',
      );
    if (found.length === 1 && attributive(this.words, this.text, at, before.from)) return undefined;
    // "A group of participants" are some of them.
    const part =
      envoys &&
      /^(?:groups?|coalition|alliance|network)$/.test(this.#w[before.from - 2] ?? '') &&
      before.quantity === 'plain';
    // "Not just some speakers" and "more than a few speakers" were more than that.
    const more =
      before.quantity === 'weak' && exceeded.test(this.#w.slice(Math.max(0, before.from - 3), before.from).join(' '));
    const stated = more ? 'plain' : before.quantity;
    const quantity: Quantity = part ? 'weak' : stated;
    let from = envoys ? before.from - 2 : before.from;
    const lead = this.#w[from - 1] ?? '';
    const opened = from > 0 && !this.#names.joined(from) ? '' : lead;
    const to = at + found.length;
    // "… of States", "our Government", "we, the Member States": nobody is said to have spoken by this name.
    const spoken =
      this.#w[to] === 'who' ||
      (/^(?:which|that)$/.test(this.#w[to] ?? '') && !/^(?:by|of|between|among)$/.test(opened));
    const possessive = this.words.possessive[to - 1] === true;
    // "At the Dialogue in 2022 the Mayors noted …": that is where.
    if (found.voice === 'dialogue' && !possessive && /^(?:at|during|before|after|since)$/.test(opened)) return to;
    if (
      (!possessive && !more && blocking.has(opened) && !spoken && !this.#since(from, to)) ||
      /^(?:our|my|your|we)$/.test(lead)
    )
      return possessive ? undefined : to;
    // "Member States' representatives" are subjects themselves.
    const sent =
      /^(?:representatives?|delegates?|officials|ministers?|delegations?|experts|envoys?|ambassadors?|governments?)$/.test(
        this.#w[to] ?? '',
      );
    if (possessive && !sent) return this.#possessive({ voice: found.voice, quantity }, from, to);
    // "The conclusions adopted by Member States call for …": that is whose they are said to be.
    if (found.voice === 'summary' && this.#isDecided(to)) return to;
    const named = this.#names.beside({ voice: found.voice, quantity, to: possessive ? to + 1 : to });
    const verb = this.#predicates.after(named.to, named.voice === 'states');
    // "The Ministers agree with the participants that …": it is the participants who are said to have said it.
    if (verb && /^(?:agree|agree with|concur)$/.test(verb.verb.base) && this.#agreesWith(verb.to)) return undefined;
    // What experts say today they do not say of the dialogue.
    if (
      !verb ||
      (found.voice === 'others' && (verb.verb.tense !== 'past' || /^ha(?:s|ve|d)$/.test(this.#w[verb.from]!)))
    )
      return undefined;
    // "… national governments (2020) finds …": not its verb.
    if (verb.verb.tense === 'third' && this.#w[named.to - 1]!.endsWith('s')) return undefined;
    if (strangers(this.words, this.text, named.to, verb.from)) return verb.to;
    // What States guarantee or order is a fact; those who only spoke are said to have spoken so.
    if (deeds.has(verb.verb.base) && !ofDialogue.test(named.voice)) return verb.to;
    const aside = this.text.slice(this.words.end[named.to - 1], this.words.start[verb.from]);
    const all =
      verb.all ||
      /\b(?:with one (?:voice|accord)|in unison|as one|to a person|unanimously|without exception|by acclamation)\b/i.test(
        aside,
      );
    const { united, hedged, begin } = led(this.words, from, named.to, this.#from, verb.relative === true);
    from = begin;
    const single = /^(?:participants|speakers|panelists)$/.test(named.voice)
      ? singledOut(this.words, named.to, verb.from)
      : undefined;
    const agreed = named.voice === 'summary' && agreedOn.test(this.#w[from - 1] ?? '');
    if (agreed) from--;
    // "Those speakers who called for …" are some of them.
    const some =
      hedged === true ||
      notAll.test(this.text.slice(this.words.end[verb.to - 1], this.words.end[verb.to - 1]! + farthestAfter)) ||
      (verb.relative === true && quantity === 'plain' && this.#w.slice(from, named.to).includes('those'));
    const partial: Quantity = some ? 'weak' : quantity;
    const amount: Quantity = united || all ? 'strong' : partial;
    const subject = { voice: agreed ? ('consensus' as const) : (single ?? named.voice), quantity: amount };
    const mention = verb.consensus
      ? { quantity, voice: 'consensus' as const, of: subject.voice, shape: 'consensus' as const }
      : {
          ...subject,
          shape: 'clause' as const,
          ...(single && { singled: true as const }),
          ...(all && { united: true }),
          ...(verb.relative && begin === before.from && { relative: true }),
        };
    const last = begin < before.from && verb.relative ? named.to + 1 : named.to;
    const next = this.#note(
      { ...mention, verb: verb.verb },
      from,
      verb.to,
      [from, last],
      [Math.max(verb.from, last), verb.to],
    );
    const noted = this.#found.at(-1)?.end === this.words.end[verb.to - 1];
    return noted && !verb.consensus ? this.#further(subject, next, verb.verb.tense) : next;
  }

  /** Whether somebody is said to have agreed on what is named before `at`: "…, agreed by States". */
  #isDecided(at: number): boolean {
    const verb = this.scale.at(this.#w, at);
    if (!verb || verb.band < decisionBand || !decidedBy.has(verb.base)) return false;
    const by = at + verb.words.length;
    return this.#w[by] === 'by' && this.#names.named(by + 1) !== undefined;
  }

  /**
   * "…, for participants agreed on …": the clause gives the reason, and its verb can be no participle ("for States
   * invited to …").
   */
  #since(from: number, to: number): boolean {
    if (this.#w[from - 1] !== 'for' || from < 2 || this.#names.joined(from - 1)) return false;
    const verb = this.scale.at(this.#w, to);
    return verb?.tense === 'past' && reasoned.has(verb.base);
  }

  /** Whether what follows "agree", "agree with", "agree that" or "agree:" is the dialogue's people. */
  #agreesWith(at: number): boolean {
    const joins = /^(?:with|that)$/.test(this.#w[at] ?? '');
    if (!joins && this.#w[at - 1] !== 'with' && !this.words.before[at]?.includes(':')) return false;
    const other = this.#names.named(joins ? at + 1 : at);
    return other !== undefined && /^(?:participants|speakers|panelists|discussions|summary)$/.test(other.voice);
  }

  #possessive(subject: { voice: Voice; quantity: Quantity }, from: number, to: number): number | undefined {
    for (let at = to; at < Math.min(to + 3, this.#w.length) && this.#names.joined(at); at++) {
      // "The Secretary-General's “decade of action” and the conclusions": these are not theirs.
      if (/["“”«»]/.test(this.words.before[at]!) || /^(?:and|or|the|an?|of|in|on|to|for)$/.test(this.#w[at]!))
        return undefined;
      const band = nouns.get(this.#w[at]!);
      const agreed = /^(?:consensus|agreement|unanimity)$/.test(this.#w[at]!);
      if (agreed)
        return this.#note(
          {
            voice: 'consensus',
            of: subject.voice,
            quantity: subject.quantity,
            shape: 'consensus',
            verb: { base: 'agree', band: decisionBand },
          },
          from,
          at + 1,
          [from, at + 1],
        );
      if (band !== undefined)
        return this.#note(
          { ...subject, shape: 'possessive', verb: { base: this.#w[at]!, band } },
          from,
          at + 1,
          [from, to],
          [at, at + 1],
        );
    }
    return undefined;
  }

  /** "… and called for": the same speaker goes on. */
  #further(subject: { voice: Voice; quantity: Quantity }, at: number, tense: VerbForm['tense']): number {
    let next = at;
    for (let index = at; index < this.#w.length; index++) {
      if (/[;:.!?]/.test(this.words.before[index]!)) return next;
      if (this.#w[index] !== 'and' && this.#w[index] !== 'but') {
        if (
          index > at + 40 ||
          (voiceAt(this.#w, index)?.voice ?? 'others') !== 'others' ||
          (nouns.has(this.#w[index]!) && !isGiven(this.#w[index]!))
        )
          return next;
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
