/**
 * Who a claim says spoke, and with which verb: found by the shape of the words around a reporting
 * verb or noun ("States agreed", "the call by some speakers for", "as noted by participants",
 * "there was consensus that"). English only. What it does not recognize it leaves alone.
 */
import { placeOf, wordAt } from './claimWords';
import type { Range } from '../../text/ranges';
import { parted } from './apart';
import type { Carried } from './carried';
import { asserted } from './context';
import { Names } from './namedSpeakers';
import { Predicates } from './predicate';
import type { Scale, VerbForm } from './scale';
import { informs, remindedOf, takesUp } from './lexicon/verbs';
import { toldBefore } from './leads';
import { happenedThere, occasion, tells } from './present';
import { adverbs } from './lexicon/functionWords';
import { isGiven, nouns } from './lexicon/nouns';
import { voiceAt, type Quantity, type Voice } from './voices';
import { foundAt } from './rules/rules';
import type { Reading, Span } from './pattern';
import { taggedWords, type TaggedWords } from './tags';
import type { SpeakerMention } from './mention';

export type { Shape, SpeakerMention } from './mention';

/** What of the draft counts for a claim: whom it speaks for, and whom the claim goes on with. */
interface Around {
  readonly drafters?: readonly string[] | undefined;
  readonly carried?: Carried | undefined;
  /** Who is said before the claim to have said what it tells, if it says nothing else. */
  readonly lead?: Carried | undefined;
  /** Is told of every rule that finds something, or passes it over, and where: for tests. */
  readonly seen?: ((rule: string, place: Range) => void) | undefined;
}

/** The mentions of a speaker in `text` from `start` to `end`, in order. */
export function mentions(
  text: string,
  start: number,
  end: number,
  scale: Scale,
  { drafters = [], carried, lead, seen }: Around = {},
): SpeakerMention[] {
  const words = taggedWords(text, start, end, scale);
  const found = new Finder(words, scale, text, start, end, new Set(drafters), carried, seen).all();
  return lead && found.length === 0 ? toldBefore(lead, text, { start, end }) : found;
}

const ofDialogue = /^(?:participants|speakers|panelists|discussions)$/;
/** Whom somebody tells: "to the Council", behind "reported"; "members", behind "reminded". */
const audience = /^ (?:to|for|before) [^,.;:]{1,50}?(?= (?:that|how),?\s)/;
const listeners = /^ [^,.;:]{1,50}?(?= (?:that|how),?\s)/;
const listenersOf = /^ [^,.;:]{1,50}?(?= (?:of|about)\s)/;
/** "That", or "that at the Dialogue,", between somebody who tells and those they tell of. */
const toldBehind =
  /^(?: with \w+| in (?:this|that) (?:connection|context|regard|respect),?)? (?:that|how)(?:,? (?:at|in|during) [^,.;:]{3,60},?|,)? (?:the )?$/;
const publishedBehind = /^(?: \(\d{4}[^)]{0,40}\))?,(?: (?:the|some|many))? $/;
const namedBehind = /^(?: (?:of|about|on))?(?: (?:the|a|an|this))? $/;
const farthestTold = 90;
/** "… reaffirmed what participants had noted". */
const earlier = /\bwhat (?:the )?$/;
/** "The Ministers" are the "Foreign Ministers" of the title; "the States" may be others than its "Member States". */
const holdsOffice = /^(?:ministers|mayors|governors|ambassadors|leaders|heads|secretaries|rectors|bishops)$/;
/** People as they come to such a meeting, whoever sent them. */
const anybody =
  /^(?:the|all|and|other|experts?|officials?|practitioners?|professionals?|policymakers?|representatives?|delegates?|people|persons|men|women|guests?)$/;
/** "Now that the instrument has been adopted, …": of today. */
const nowThat = /\bnow that [^.;:,]{0,100}$/i;
const isPresent = /^(?:base|third|gerund)$/;
/** How many characters back a drafter's own verb is looked for. */
const reach = 400;

/**
 * Whether somebody only tells of what those named next have said: "the secretariat reminded members that participants
 * had called for …".
 */
function tellsOf(outer: SpeakerMention, of: Pick<SpeakerMention, 'voice' | 'shape'>, between: string): boolean {
  const base = outer.verb?.base ?? '';
  const spoke = ofDialogue.test(of.voice);
  const directly = of.shape === 'clause' ? listeners : listenersOf;
  const behind = between.replace(informs.has(base) && outer.shape === 'clause' ? directly : audience, '');
  if (!passesOn(outer, spoke, behind !== between || informs.has(base))) return false;
  if (of.shape === 'clause') return toldBehind.test(behind);
  const reminded = informs.has(base) || (outer.voice !== 'states' && (takesUp.has(base) || remindedOf.has(base)));
  return /^(?:noun|possessive)$/.test(of.shape) && spoke && reminded && namedBehind.test(behind);
}

/** Whether somebody may only tell of what was said, who is somebody else, or who tells others of it. */
function passesOn({ voice, verb }: SpeakerMention, spoke: boolean, toldOthers: boolean): boolean {
  if (voice === 'iom') return toldOthers || (verb?.band ?? 1) <= 1;
  return voice === 'others' || (voice === 'states' && spoke && (toldOthers || takesUp.has(verb?.base ?? '')));
}

/** Whether a mention is a noun, and if so, whether of those who are of the dialogue only. */
function nounKind({ shape, voice, action }: SpeakerMention): boolean | 'ofDialogue' {
  const noun = shape === 'noun' || shape === 'possessive' || (shape === 'consensus' && !action);
  return noun && /^(?:participants|speakers|panelists)$/.test(voice) ? 'ofDialogue' : noun;
}

class Finder {
  readonly #found: SpeakerMention[] = [];
  readonly #w: readonly string[];
  readonly #predicates: Predicates;
  readonly #reading: Reading;
  #from = 0;
  #saysThere: boolean | undefined;

  constructor(
    readonly words: TaggedWords,
    readonly scale: Scale,
    readonly text: string,
    readonly start: number,
    readonly end: number,
    readonly drafters: ReadonlySet<string>,
    readonly carried?: Carried,
    readonly seen?: Around['seen'],
  ) {
    this.#w = words.lower;
    this.#predicates = new Predicates(words, scale, text);
    this.#reading = {
      words,
      scale,
      text,
      names: new Names(words),
      predicates: this.#predicates,
      isThere: () => this.#isThere(),
      carried,
      spoken: () => this.#found.length > 0,
    };
  }

  /** Whether the claim says that it was at the dialogue: few rules ask. */
  #isThere(): boolean {
    return (this.#saysThere ??= occasion.test(this.text.slice(this.start, this.end)));
  }

  all(): SpeakerMention[] {
    let at = this.#goesOn() ?? 0;
    while (at < this.#w.length) {
      const next = this.#ruled(at);
      if (next === undefined) {
        at++;
        continue;
      }
      at = next;
      this.#from = next;
    }
    return this.#found;
  }

  /** What a rule finds; where the words it read end. */
  #ruled(at: number): number | undefined {
    const found = foundAt(this.#reading, at, this.#from);
    if (!found) return undefined;
    const { rule, mention, from, to, who, says, antecedent, predicate } = found;
    this.seen?.(rule.name, placeOf(this.words, from, to));
    if (predicate) this.seen?.(predicate.rule, placeOf(this.words, predicate.from, predicate.to));
    if (!mention) return to;
    this.#note(mention, from, to, who, says, antecedent);
    const tense = mention.verb?.tense;
    const noted = this.#found.at(-1)?.end === this.words.end[to - 1];
    return rule.goesOn && noted && tense ? this.#further(mention, to, tense) : to;
  }

  /** Notes a mention unless it stands within what another speaker is said to have said. */
  #note(
    named: Omit<SpeakerMention, 'start' | 'end' | 'subject' | 'action'>,
    from: number,
    to: number,
    subject: readonly [number, number],
    action?: readonly [number, number],
    antecedent?: string,
  ): number {
    // "The experts and officials who took the floor" are those who spoke.
    const mention = this.#areWhoSpoke(subject) ? { ...named, voice: 'speakers' as const } : named;
    const full = {
      subject: placeOf(this.words, ...subject),
      ...(action && action[1] > action[0] ? { action: placeOf(this.words, ...action) } : {}),
      ...mention,
      ...placeOf(this.words, from, to),
    };
    if (this.#isNoClaim(mention, subject, action)) return to;
    if (this.#ours(mention, full, subject, antecedent)) return to;
    if (!asserted(this.text, full.start, full.end, nounKind(full), mention.verb?.tense)) return to;
    const outer = this.#found.at(-1);
    if (outer && this.#isToldBy(outer, full)) this.#found.pop();
    else if (outer && this.#isWithin(outer, full)) return to;
    this.#found.push(full);
    return to;
  }

  /** Whether people of no one kind are named of whom no more is said than that they spoke there. */
  #areWhoSpoke([from, to]: Span): boolean {
    const who = this.#w.slice(from, to);
    return who.includes('and') && who.every(word => anybody.test(word)) && this.#predicates.areWhoSpoke(to);
  }

  /** Whether it is a title, or somebody speaks who may speak anywhere, and nothing says that it was at the dialogue. */
  #isNoClaim(
    mention: Omit<SpeakerMention, 'start' | 'end' | 'subject' | 'action'>,
    subject: readonly [number, number],
    action: readonly [number, number] | undefined,
  ): boolean {
    if (mention.verb && action && this.#isTitle(subject[0], action[0])) return true;
    if (mention.shape === 'passive' && nowThat.test(this.text.slice(this.start, this.words.start[subject[0]])))
      return true;
    const anywhere = mention.voice === 'others' && !mention.body && !mention.singled && !this.#isThere();
    return anywhere && !this.#toldThere(mention, subject);
  }

  /** "Our report All States Agree": behind small letters, a verb with a capital is a title's. */
  #isTitle(subject: number, verb: number): boolean {
    const begins = (at: number, pattern: RegExp): boolean => {
      const from = this.words.start[at] ?? 0;
      return pattern.test(this.text.slice(from, from + 2));
    };
    return (
      subject > 0 &&
      verb > subject &&
      begins(verb, /^\p{Lu}\p{Ll}/u) &&
      begins(subject, /^\p{Lu}/u) &&
      begins(subject - 1, /^\p{Ll}/u)
    );
  }

  /** "IOM reports that speakers …", "the newspaper wrote that participants …": it is the speakers who spoke. */
  #isToldBy(outer: SpeakerMention, { voice, shape, start, end }: SpeakerMention): boolean {
    if (!/^(?:clause|agent|according)$/.test(outer.shape)) return false;
    const between = start - outer.end < farthestTold ? this.text.slice(outer.end, start).replace(/\s+/g, ' ') : '';
    const tookUp =
      outer.shape === 'clause' &&
      ofDialogue.test(voice) &&
      earlier.test(between) &&
      /\bhad\s/.test(this.text.slice(start, end));
    // "According to IOM (2022), participants emphasized …": it published what they said.
    if (outer.shape === 'according')
      return outer.voice === 'iom' && ofDialogue.test(voice) && publishedBehind.test(between);
    return tookUp || tellsOf(outer, { voice, shape }, between);
  }

  /** Whether a mention is a part of what another speaker is said to have said. */
  #isWithin(outer: SpeakerMention, { shape, start }: SpeakerMention): boolean {
    return (
      outer.voice !== 'summary' &&
      shape !== 'further' &&
      !parted(this.text.slice(Math.max(outer.end, start - reach), start))
    );
  }

  /**
   * Whether the draft's own speak: those it names as its authors, or any who act as drafters do ("The Parties commit
   * themselves to …").
   */
  #ours(
    { voice, verb, shape }: Pick<SpeakerMention, 'voice' | 'verb' | 'shape'>,
    { start, end }: Range,
    [from, to]: Span,
    said = '',
  ): boolean {
    if (!/^(?:states|others|iom)$/.test(voice) || /^(?:noun|agent|consensus|according)$/.test(shape)) return false;
    if (this.#w[from] === 'any') return true;
    const clause = shape === 'clause';
    const draftersAct = clause && isPresent.test(verb?.tense ?? '') && this.#actsNow(voice, [from, to]);
    return (
      (draftersAct || this.#isDrafter(clause && voice === 'others', [from, to], said)) &&
      !happenedThere(this.text, start, end)
    );
  }

  /** Whether those who do something in the present are the drafters: "the Governments", and any who have signed a text. */
  #actsNow(voice: Voice, [from, to]: Span): boolean {
    const last = wordAt(this.#w, to - 1);
    return (
      /^(?:parties|signatories)$/.test(last) ||
      (voice === 'states' && this.#isDefinite(from) && !/^(?:community|membership)$/.test(last))
    );
  }

  /** Whether "the" or "these" stands before a speaker: "the ministers", "the interior ministers". */
  #isDefinite(from: number): boolean {
    for (let at = from; at >= 0 && at > from - 4; at--) {
      if (/^(?:the|these)$/.test(wordAt(this.#w, at))) return true;
      if (this.words.apart[at]) return false;
    }
    return false;
  }

  /** Whether the draft names a speaker as one for whom it speaks; others also by a part of their name. */
  #isDrafter(byPart: boolean, [from, to]: Span, said: string): boolean {
    if (this.drafters.size === 0) return false;
    const words = this.#w.slice(from, to);
    const own = (said || words.join(' ')).toLowerCase().replace(/^the /, '');
    return (
      this.drafters.has(own) ||
      words.some((_, index) => {
        const found = voiceAt(this.#w, from + index);
        return found && this.drafters.has(this.#w.slice(from + index, from + index + found.length).join(' '));
      }) ||
      ((byPart || holdsOffice.test(own)) &&
        [...this.drafters].some(each => each.startsWith(`${own} `) || each.endsWith(` ${own}`)))
    );
  }

  /**
   * Whether somebody who may speak elsewhere, too, is said to have spoken at the dialogue: one of those who were there,
   * of what is said there.
   */
  #toldThere({ shape, verb }: Pick<SpeakerMention, 'shape' | 'verb'>, [from, to]: readonly [number, number]): boolean {
    const present =
      /^(?:they|them|it|she|he|both|two)$/.test(wordAt(this.#w, to - 1)) ||
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
    const action = placeOf(this.words, goneOn.from, goneOn.to);
    if (!asserted(this.text, action.start, action.end, false, goneOn.verb.tense)) return undefined;
    const { voice, start, end, outside } = carried;
    const quantity = goneOn.all ? 'strong' : carried.quantity;
    const said = `${carried.said} … ${this.text.slice(action.start, action.end)}`;
    const mention = {
      voice,
      quantity,
      shape: 'clause' as const,
      rule: 'goes-on',
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

  /** Whether another speaker, or a noun that reports, stands at a word. */
  #endsFurther(at: number): boolean {
    const word = wordAt(this.#w, at);
    return (voiceAt(this.#w, at)?.voice ?? 'others') !== 'others' || (nouns.has(word) && !isGiven(word));
  }

  /** "… and called for": the same speaker goes on. */
  #further({ voice, quantity }: { voice: Voice; quantity: Quantity }, at: number, tense: VerbForm['tense']): number {
    let next = at;
    for (let index = at; index < this.#w.length; index++) {
      if (/[;:.!?]/.test(this.words.before[index] ?? '')) return next;
      if (this.#w[index] !== 'and' && this.#w[index] !== 'but') {
        if (index > at + 40 || this.#endsFurther(index)) return next;
        continue;
      }
      let verbAt = index + 1;
      while (adverbs.has(this.#w[verbAt] ?? '')) verbAt++;
      const verb = this.scale.at(this.#w, verbAt);
      if (!verb || verb.tense !== tense) continue;
      const to = verbAt + verb.words.length;
      this.#note({ voice, quantity, shape: 'further', verb, rule: 'further' }, verbAt, to, [verbAt, to], [verbAt, to]);
      next = to;
      index = to - 1;
    }
    return next;
  }
}
