/** The attributions in one stretch of prose, each held against the source sentence its claim is about. */
import { certain } from '../../certain';
import { inSentence } from '../../corpus/inSentence';
import type { Library } from '../../corpus/library';
import { isFinding } from '../../corpus/library';
import type { Attribution, Sentence } from '../../corpus/types';
import type { Range } from '../../text/ranges';
import {
  antecedentBefore,
  antecedentIn,
  namesAnyone,
  namesOthers,
  namesSpeakers,
  openedBy,
  singleIn,
  subjectAfter,
  type Carried,
} from './carried';
import { tellsOfDialogue } from './context';
import { compare, farRaised, raisedBy, type Finding } from './compare';
import { asStatement, leadIn, mayBePlain, plainIn } from './leads';
import { mentions, type SpeakerMention } from './mentions';
import { mayBegin, Predicates } from './predicate';
import { occasion } from './present';
import { Relater, stems, type Related } from './relate';
import { isGiven, nouns } from './lexicon/nouns';
import { takesUpDocument } from './lexicon/verbs';
import { claimWords } from './claimWords';
import { tagged, taggedWords } from './tags';
import { callBand, Scale, type VerbScale } from './scale';
import { quoteInstead } from './rewording/quoteInstead';
import type { Rewording } from './rewording/placed';
import { reword } from './rewording/reword';
import type { Stated } from './rewording/stated';

/** A claim: the clause with a citation, in `text`, with the ids the citation names. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  readonly cited: readonly string[];
  /** What answers for it is the note it stands in: words quoted there would lack a citation. */
  readonly uncited?: boolean;
  /** A day alone is cited: what it is about may be several of that day's sentences. */
  readonly byDay?: boolean | undefined;
  /** The citations that it has; none where the note it stands in answers for it. Offsets in the unit. */
  readonly citations?: readonly Range[];
  /** The citation is there to be compared: "see", "cf.". */
  readonly compared?: boolean;
  /** Whom the draft speaks for, by name. */
  readonly drafters?: readonly string[] | undefined;
  /** Whom it goes on with, where it does not name its speaker itself. */
  readonly carried?: Carried | undefined;
  /** Who is said before it to have said what it tells, where it names nobody itself. */
  readonly lead?: Carried | undefined;
  /** The sentence it stands in; without it, the claim is all of it. */
  readonly sentence?: Range;
}

export interface Misattribution {
  readonly code: 'attribution-who' | 'attribution-verb';
  /** The source goes on with this speaker's speech without naming them: naming them is defensible. */
  readonly continued: boolean;
  /** By how many bands of the scale the verb is stronger; also where the speaker is wrong. */
  readonly raised: number;
  /** The sentence has too few of the claim's words to be surely the one that is meant: it is only the nearest. */
  readonly nearest: boolean;
  readonly mention: SpeakerMention;
  readonly sentence: Sentence;
  /** The attribution the message shows: the sentence's own, or the one it continues. */
  readonly attribution: Attribution;
  /** The claim as the source words it, where that is certain to be right. */
  readonly reworded: () => Rewording | undefined;
  /** The source's sentence in place of the claim, where it is certain how far the claim goes. */
  readonly quoted: () => Rewording | undefined;
}

/** Whom a claim lets speak, and what the source sentence it is about says of that. */
export interface Mentioned {
  readonly mention: SpeakerMention;
  readonly sentence?: Sentence;
  readonly attribution?: Attribution;
  readonly verdict?: Finding;
}

/** A mention as it is held against the sentences cited. */
interface Held {
  readonly text: string;
  readonly masked: string;
  readonly claim: Claim;
  readonly mention: SpeakerMention;
  /** The words that it governs, if not all of the claim. */
  readonly about: string | undefined;
  readonly sentences: readonly Sentence[];
  /** Whether it is the claim's only one. */
  readonly alone: boolean;
}

/** What comparing a mention with one sentence came to. */
interface Comparison {
  readonly result: Finding;
  readonly sentence: Sentence;
  readonly attribution: Attribution;
}

/** The first of the sentences related to a claim; none where a mention is right for any of them. */
function nearestWrong(related: readonly Comparison[]): Comparison | undefined {
  const [nearest] = related;
  const isRight = ({ result }: Comparison): boolean =>
    result === 'faithful' || (result === 'continued' && nearest?.result !== 'continued');
  return related.some(isRight) ? undefined : nearest;
}

/** What a verb has for its object, up to a stop, or a comma behind which a new clause begins. */
const objectOf = (rest: string): string =>
  certain(
    rest
      .replace(/^\W*/, '')
      .split(/[;:–—]|\.\s|,\s(?=(?:and|but|while|whereas|as|which|who|where|when|although|because|so|yet)\b)/)[0],
  );
/** So many words tell what somebody's call is for. */
const wantedWords = 4;
/** "… on the first day": when it was, and not what. */
const onDay = /^\s+(?:on|of) (?:the )?(?:\w+ day|day \w+)\b/i;
/** "UNHCR stressed, citing the Dialogue, that …": it takes up what the dialogue concluded. */
const inLineWith =
  /\b(?:citing|quoting|with reference to|referring to|in line with|in keeping with|following|drawing on|building on|echoing|recalling)\s(?:\w+\s){0,4}(?:dialogue|idm|summary|session|conclusions?)\b/i;
/** "The Network reported in our survey …": it was not at the dialogue. */
const ownOccasion =
  /\b(?:in|at|during|before|to) (?:our|my|his|her|(?:their|its) (?:own )?(?:survey|study|report|letter|statement|paper|annual|congress|conference|assembly|meeting|website))\b/i;
/** Words for what the summary holds. */
const aboutDocument = /\b(?:conclusions?|findings?|summary|statement|sentence|passage|paragraph)\b/i;
/** "… the statement in the summary that", "… with interest the conclusion that": what it is that they take up. */
const ofDocument =
  /^(?: \S+){0,4} (?:the|this|that) (?:\S+ ){0,2}(?:conclusions?|findings?|summary|statement|sentence|passage|paragraph|proposition|observation)\b/i;
/** What is to be done, and not only said. */
const demand = /\b(?:must|shall|should|ought to)\b/i;
/** The same in the source, which also calls for things, and names what is needed or important. */
const demandOfSource =
  /\b(?:must|shall|should|ought to|needs?|needed|necess\w+|call\w*|recommend\w*|urg\w+|requir\w+|importan\w+|priorit\w+|essential|key|commit\w*|consensus|to be)\b/i;
/** A sentence with fewer words that tell anything tells too little to be missed. */
const leastToCompare = 3;
/** A longer one is no sentence. */
const longestToCompare = 2_000;
/** So much must the words weigh that a sentence shares with a conclusion: a rare one, or two that are not. */
const leastShared = 1.5;
/** So much of what the nearest sentence shares with a claim. */
const nearlyAll = 0.75;
/** A sentence that has so much of what a claim tells says the same. */
const sameFrom = 0.6;
/** So many commas are tried for the subject behind a participle. */
const mostCommas = 6;
/** A claim on a day is about a sentence from so many words on that they share. */
const leastOfDay = 3;
/** "…, an idea of some speakers": whose it was. */
const theirIdea =
  /\b(?:idea|call|proposal|demand|point|wish|concern) (?:of|by|from) (?:the |some |several )?(?:participants|speakers|panel(?:l)?ists)\b/i;
/** "… long before some speakers did", "much as participants had": who else did it. */
const asOthersDid =
  /\b(?:as|before|after|like|unlike|than|since) (?:the |some |several )?(?:participants|speakers|panel(?:l)?ists)(?: (?:at|in|of) the (?:\p{L}+ ){0,3}(?:dialogue|session))? (?:did|had|do|have|has|were)\b|\b(?:before|after|since) (?:the |some |several )?(?:participants|speakers|panel(?:l)?ists) (?:called|noted|mentioned|emphasized|drew|pointed|underlined|spoke)\b/iu;
/** "… the idea of a panel, which had been put forward there by some speakers". */
const putForwardBy =
  /\b(?:which|that) (?:was|were|(?:had|has|have) been) (?:\w+ ){1,4}by (?:the |some |several )?(?:participants|speakers|panel(?:l)?ists)\b/i;
/** "…, for which some speakers called". */
const whichTheySaid = /\b(?:which|whom)\s(?:the\s|some\s|several\s)?(?:participants|speakers|panel(?:l)?ists)\s/i;
/** Words in quotation marks, those of a quotation that a stop has parted from its end too. */
const quotedWords = /[“"][^”"]*[”"]?/gu;

/** "…, for which" before who is said to have done it. */
const ofWhich = /\b(?:which|that|whom)\s+(?:the\s+)?$/;
/** So much behind a noun is read for what it is of. */
const farthestObject = 80;
/** So much text before and after a sentence may count for what is said in it. */
const around = 400;
/** So much of a sentence is read for whether it tells of the dialogue. */
const longestSentence = 800;

/**
 * Whether words that look like a verb begin something else: "States must …", "Champion countries", "Suggested wording",
 * "Asked why …, he …".
 */
function isNoVerb([verb = '', next = '']: readonly string[]): boolean {
  if (/^states?$/.test(verb)) return next !== 'that';
  if (/^(?:suggested|proposed|requested|recommended|expected|agreed|asked|stated)$/.test(verb))
    return /^(?:wording|texts?|language|amendments?|titles?|reading|answers?|questions?|actions?|measures?|next|steps?|responses?|why|how|when|whether|about|by|if|conclusions?|outcomes?|changes?)$/.test(
      next,
    );
  return (
    nounsToo.test(verb) &&
    !/^(?:that|the|an?|on|upon|for|to|of|their|its|his|her|how|all|more|better|greater|stronger|this|these)$/.test(next)
  );
}
/** Forms of verbs that are nouns or adjectives as well. */
const nounsToo =
  /^(?:champion|request|demand|question|comment|report|present|back|address|cover|share|review|debate|claim|voice|signal|note|mention|stress|appeal|vote|hope|wish|favour|advocate|promise|undertake|mandate|cite|warn|plan|host|pledge|resolve|highlight)s?$/;

/** What a claim tells: its words without the speaker and the verb. */
const apartFrom = (text: string, { start, end }: Claim, mention: SpeakerMention): string =>
  `${text.slice(start, Math.max(start, mention.start))} ${text.slice(mention.end, end)}`;

const longWords = /\p{L}{4,}/gu;

/** A cell of a table, whatever bars stand before its first word: no verb goes on in the next. */
const upToBar = /^[^\p{L}]*[^|]*/u;

export class AttributionJudge {
  readonly #relater: Relater;
  readonly #scale: Scale;

  constructor(
    readonly library: Library,
    scale?: VerbScale,
  ) {
    this.#relater = new Relater(library);
    this.#scale = new Scale(scale);
  }

  /** Reads the findings in steps; what is asked before that reads them all at once. */
  reading(): Generator<void, void> {
    return this.#relater.reading();
  }

  /** Whether some words begin with those of a sentence that is cited. */
  tellsOf(words: string, cited: readonly string[]): boolean {
    const count = Math.min(5, stems(words).size);
    return this.#sentences(cited).some(sentence => this.#relater.begins(words, sentence, 5) >= nearlyAll * count);
  }

  /**
   * Whether what is cited has hardly any of the words that a sentence tells anything by; not of a sentence that has
   * hardly any itself.
   */
  isStrangeTo(sentence: string, cited: readonly string[]): boolean {
    const sentences = this.#sentences(cited);
    return (
      sentences.length > 0 &&
      sentence.length <= longestToCompare &&
      stems(sentence).size >= leastToCompare &&
      this.#relater.weightIn(sentence, sentences) < leastShared
    );
  }

  /**
   * Where the reporting verb ends that stands at a place of a text, in the past tense, or in the present, too; 0 where
   * none does.
   */
  verbAt(text: string, at: number, present = false): number {
    const untagged = claimWords(text, at, at + certain(upToBar.exec(text.slice(at, at + 60)))[0].length);
    const { lower } = untagged;
    // "Having called for …" has its subject behind it.
    if (lower[0] === 'having' || isNoVerb(lower) || !mayBegin(lower, this.#scale)) return 0;
    const words = tagged(untagged, this.#scale);
    const verb = new Predicates(words, this.#scale, text).finite(0, false, false);
    if (
      !verb ||
      (verb.verb.words.length === 0 && !nouns.has(verb.verb.base)) ||
      !(present ? /^(?:past|base|third)$/ : /^past$/).test(verb.verb.tense) ||
      /[^\s|“”"«»]/.test(words.before[0] ?? '')
    )
      return 0;
    return certain(words.end[verb.to - 1]);
  }

  /** A speaker who stands at the head of a column, with what a cell below begins with: "called for …". */
  goingOn(speaker: Carried | undefined, text: string, at: number): Carried | undefined {
    if (!speaker || this.verbAt(text, at) === 0) return undefined;
    const words = taggedWords(text, at, Math.min(text.length, at + 60), this.#scale);
    const verb = new Predicates(words, this.#scale, text).finite(0, false, false)?.verb;
    const { voice, quantity, said } = speaker;
    return (
      verb && {
        ...speaker,
        said: `${said} … ${verb.words.join(' ')}`,
        told: { voice, quantity, shape: 'clause', verb },
      }
    );
  }

  /** The speaker that a claim ends with, for another that goes on with it. */
  subjectOf(masked: string, claim: Claim): Carried | undefined {
    const last = mentions(masked, claim.start, claim.end, this.#scale, claim).findLast(each => each.shape === 'clause');
    if (!last || last.voice === 'summary' || last.voice === 'others' || last.outside) return undefined;
    const { voice, quantity, subject } = last;
    return { voice, quantity, ...subject, said: masked.slice(subject.start, subject.end) };
  }

  /**
   * The speaker behind a participle that opens a claim, "Calling for …, States left the Dialogue"; none where nothing
   * tells of the dialogue.
   */
  openedBy(masked: string, claim: Claim): Carried | undefined {
    const { end } = claim.sentence ?? claim;
    const words = claimWords(masked, claim.start, Math.min(claim.end, claim.start + 60));
    if (this.#scale.at(words.lower, 0)?.tense !== 'gerund') return undefined;
    const found = openedBy(masked, claim.start, end);
    const said = masked.slice(claim.start, Math.min(claim.end, found?.start ?? claim.end));
    // "Emphasizing that participants called for …, States left": they take up what others said.
    if (
      !found ||
      namesSpeakers(said) ||
      aboutDocument.test(said) ||
      !tellsOfDialogue(masked.slice(found.start, Math.min(end, found.start + longestSentence)))
    )
      return undefined;
    // "Calling on States to act, participants emphasized …": that is what they are said to have said.
    const next = taggedWords(masked, found.end, Math.min(end, found.end + 80), this.#scale);
    return found.start < claim.end && new Predicates(next, this.#scale, masked).after(0, found.voice === 'states')
      ? undefined
      : found;
  }

  /** The speaker behind "Having agreed that …,"; none where what others said is taken up. */
  subjectAt(masked: string, { start, end, sentence }: Claim): Carried | undefined {
    const said = masked.slice(start, end);
    const behind = namesSpeakers(said) ? undefined : subjectAfter(masked, end, sentence?.end ?? end);
    return behind ?? this.#subjectWithin(masked, start, end);
  }

  /**
   * The same where it stands in the claim itself, of a verb that asks or decides: "Having agreed that …, States cannot
   * now …".
   */
  #subjectWithin(masked: string, start: number, end: number): Carried | undefined {
    const { lower } = claimWords(masked, start, Math.min(end, start + 80));
    const having = lower.indexOf('having');
    const verb = [1, 2].map(ahead => this.#scale.at(lower, having + ahead)).find(Boolean);
    if (having < 0 || (verb?.band ?? 0) < callBand) return undefined;
    for (
      let comma = masked.indexOf(', ', start), seen = 0;
      comma >= 0 && comma < end && seen < mostCommas;
      comma = masked.indexOf(', ', comma + 1), seen++
    ) {
      if (namesSpeakers(masked.slice(start, comma))) return undefined;
      const found = subjectAfter(masked, comma + 1, end);
      if (found) return found;
    }
    return undefined;
  }

  /** Who is said to have spoken in a line that leaves what they said to what stands below. */
  leadIn(masked: string, from: number, end: number, drafters: readonly string[]): Carried | undefined {
    const line = masked.slice(0, from) + asStatement(masked.slice(from, end)) + masked.slice(end);
    return leadIn(mentions(line, from, end, this.#scale, { drafters }), line, from, end);
  }

  /** Who is said in the sentence before a claim to have made plain what it tells. */
  plainIn(masked: string, from: number, end: number, drafters: readonly string[]): Carried | undefined {
    // Most sentences say more, and end otherwise.
    if (!mayBePlain(masked.slice(from, end))) return undefined;
    return plainIn(mentions(masked, from, end, this.#scale, { drafters }), masked, from, end);
  }

  /** Whom "it", "she" or "he" means at the beginning of a sentence, after the one before. */
  single(sentences: readonly string[]): Carried | undefined {
    return singleIn(sentences[0] ?? '');
  }

  /** Whom "they" means after some sentences, the last of them first, and the words before it in its own. */
  antecedent(sentences: readonly string[], before: string, both = false): Carried | undefined {
    if (namesAnyone(before)) return namesAnyone(sentences[0] ?? '') ? undefined : antecedentBefore(before);
    // "They" of the sentence before means who is named before that.
    // Whom its quotation names is none of those who spoke.
    const named = sentences.find(
      sentence => !/^\W*they\b/i.test(sentence) || namesOthers(sentence.replace(quotedWords, ' ')),
    );
    // "States met at COP27. In the Dialogue, they agreed …": where they spoke is said anew.
    return antecedentIn(named ?? '', { both, there: tellsOfDialogue(before) });
  }

  /**
   * @param text prose as a reader sees it
   * @param masked the same with quoted words blanked out: they are the source's, not the draft's
   */
  judge(text: string, masked: string, claim: Claim): Misattribution[] {
    const sentences = this.#sentences(claim.cited);
    if (sentences.length === 0) return [];
    const found = this.#heldAgainst(masked, claim);
    const wrong: Misattribution[] = [];
    let headWrong = false;
    let whole: readonly Related[] | undefined;
    found.forEach((mention, at) => {
      // "All participants noted … and emphasized …": the speaker is said to be wrong once.
      if (mention.shape !== 'further') headWrong = false;
      const about = found.length === 1 ? undefined : this.#about(text, claim, mention, found[at - 1], found[at + 1]);
      const related =
        about === undefined
          ? (whole ??= this.#relater.relate(text.slice(claim.start, claim.end), sentences))
          : this.#relater.relate(about, sentences);
      // "States noted … and agreed on …": once the speaker is said to be wrong, of what they did next only a verb far
      // too strong is told.
      const nearest = nearestWrong(
        related.map(({ sentence }) =>
          headWrong ? this.#compareVerb(mention, sentence) : this.#compare(mention, sentence),
        ),
      );
      const held: Held = { text, masked, claim, mention, about, sentences, alone: found.length === 1 };
      if (!nearest || this.#saysNothingWrong(held, nearest.sentence)) return;
      headWrong ||= nearest.result === 'who';
      wrong.push(this.#misattribution(held, nearest));
    });
    return wrong;
  }

  /**
   * The mentions of a claim that are held against the source. Where those of the dialogue are named too, others stand
   * beside it: "Trade unions urged … and participants called for …".
   */
  #heldAgainst(masked: string, claim: Claim): readonly SpeakerMention[] {
    const all = mentions(masked, claim.start, claim.end, this.#scale, claim);
    const beside = all.some(({ voice }) => voice !== 'others' && voice !== 'summary');
    return beside ? all.filter(({ voice }) => voice !== 'others') : all;
  }

  /** Whether a mention that no sentence related to its claim bears out says nothing wrong of the nearest all the same. */
  #saysNothingWrong({ text, masked, claim, mention, about, sentences }: Held, nearest: Sentence): boolean {
    const told = about ?? text.slice(claim.start, claim.end);
    const byOthers = mention.voice === 'others' && !mention.singled;
    return (
      this.#content(text, mention, nearest) ||
      this.#takesUp(text, mention) ||
      this.#leaves(text, mention, claim) ||
      this.#objectElsewhere(text, mention, nearest, sentences, claim) ||
      (byOthers && !this.#tellsOfIt(text, masked, claim, mention, nearest)) ||
      this.#saidElsewhere(told, mention, nearest, sentences) ||
      (claim.byDay === true && this.#alsoSaid(told, mention, nearest, sentences))
    );
  }

  #misattribution(held: Held, { result, sentence, attribution }: Comparison): Misattribution {
    const { text, masked, claim, mention, about, sentences, alone } = held;
    const stated: Stated = {
      text,
      mention,
      from: claim.sentence?.start ?? claim.start,
      to: claim.sentence?.end ?? claim.end,
      end: claim.end,
    };
    const continued = result === 'continued';
    // What stands in two places, or half in a quotation, is the drafter's to put right.
    const apart = mention.said !== undefined || /[“”"«»„|]/.test(text.slice(mention.start, mention.end));
    const quotation = (): Rewording | undefined =>
      quoteInstead(stated, sentence, alone, sentences, inSentence(this.library, sentence.id, sentence.text));
    return {
      code: result === 'verb' ? 'attribution-verb' : 'attribution-who',
      continued,
      raised: raisedBy(mention, attribution, this.#scale),
      nearest: this.#isOnlyNear(sentence, about ?? apartFrom(text, claim, mention)),
      mention,
      sentence,
      attribution,
      reworded: () => (continued || apart ? undefined : this.#tried(reword(stated, sentence), text, masked, claim)),
      quoted: () => (claim.uncited || apart ? undefined : this.#tried(quotation(), text, masked, claim)),
    };
  }

  /**
   * Every mention of a speaker in a claim, right or wrong, with the source sentence that what it says is about, where
   * one is.
   * @param text prose as a reader sees it
   * @param masked the same with quoted words blanked out
   */
  mentioned(text: string, masked: string, claim: Claim): Mentioned[] {
    const sentences = this.#sentences(claim.cited);
    const found = mentions(masked, claim.start, claim.end, this.#scale, claim);
    return found.map((mention, at) => {
      const about = found.length === 1 ? undefined : this.#about(text, claim, mention, found[at - 1], found[at + 1]);
      const results = this.#relater
        .relate(about ?? text.slice(claim.start, claim.end), sentences)
        .map(({ sentence }) => this.#compare(mention, sentence));
      const first = results.find(({ result }) => result === 'faithful') ?? results[0];
      return {
        mention,
        ...(first && {
          sentence: first.sentence,
          attribution: first.sentence.attribution,
          verdict: first.result,
        }),
      };
    });
  }

  /** A fix that leaves nothing to say of what it writes: it is tried on the sentence and what stands around it. */
  #tried(fix: Rewording | undefined, text: string, masked: string, claim: Claim): Rewording | undefined {
    if (!fix) return undefined;
    const { start, end } = claim.sentence ?? claim;
    const from = Math.max(0, start - around);
    const to = end + around;
    const longer = fix.text.length - (fix.end - fix.start);
    const put = (where: string, words: string): string =>
      where.slice(from, fix.start) + words + where.slice(fix.end, to);
    const moved: Claim = {
      start: claim.start - from,
      end: claim.end - from + longer,
      cited: claim.cited,
      ...(claim.byDay && { byDay: true }),
      ...(claim.uncited && { uncited: true }),
      drafters: claim.drafters,
      ...(claim.carried?.they && { carried: claim.carried }),
      sentence: { start: start - from, end: end - from + longer },
    };
    const unquoted = fix.text.replace(/“[^“”]*”/g, quotation => `“${' '.repeat(quotation.length - 2)}”`);
    const left = this.judge(put(text, fix.text), put(masked, unquoted), moved);
    return left.some(
      ({ mention }) => mention.start < fix.start - from + fix.text.length && mention.end > fix.start - from,
    )
      ? undefined
      : fix;
  }

  /**
   * Whether others, who speak of much, are said to have said what the source's sentence says: their verb has its words
   * for an object, or it was at the dialogue.
   */
  #tellsOfIt(text: string, masked: string, claim: Claim, mention: SpeakerMention, sentence: Sentence): boolean {
    if (
      claim.compared ||
      ownOccasion.test(text.slice(mention.start, claim.end)) ||
      inLineWith.test(text.slice(mention.end, Math.min(mention.end + 240, claim.end)))
    )
      return false;
    if (!mention.body && mention.shape !== 'clause' && mention.shape !== 'according') return true;
    const behind = objectOf(text.slice(mention.end, Math.min(mention.end + 200, claim.end)));
    // "…, as the European Union highlighted": what it said stands before.
    const object =
      stems(behind).size < 2 ? text.slice(Math.max(claim.start, mention.start - 200), mention.start) : behind;
    // "The Network welcomed the conclusion that …": what it spoke of is the document.
    if (aboutDocument.test(object)) return false;
    if (!mention.body && mention.shape === 'clause' && occasion.test(masked.slice(claim.start, claim.end))) return true;
    return (
      this.#relater.begins(object, sentence, stems(behind).size < 2 ? 12 : 6) >=
      (mention.body || mention.shape === 'according' ? 3 : 2)
    );
  }

  /** Whether States, or IOM, only take up what the document says: "Ministers welcomed the conclusion that …". */
  #takesUp(text: string, { voice, verb, end }: SpeakerMention): boolean {
    return (
      (voice === 'states' || voice === 'iom') &&
      takesUpDocument.has(verb?.base ?? '') &&
      ofDocument.test(text.slice(end, end + 120).replace(/\s+/g, ' '))
    );
  }

  /**
   * Whether what the source says is left to those who said it: "it called for it before some speakers did", "all noted
   * the panel for which some speakers called".
   */
  #leaves(text: string, mention: SpeakerMention, { end }: Claim): boolean {
    const behind = text.slice(mention.end, end);
    if (/^(?:states|others|iom)$/.test(mention.voice) && putForwardBy.test(behind)) return true;
    if (/^(?:others|iom)$/.test(mention.voice) && (asOthersDid.test(behind) || theirIdea.test(behind))) return true;
    const given = /^(?:noun|possessive)$/.test(mention.shape) && (mention.verb?.band ?? 0) < callBand;
    return (given || takesUpDocument.has(mention.verb?.base ?? '')) && whichTheySaid.test(text.slice(mention.end, end));
  }

  /**
   * "Governments' calls for digitization" where the source itself speaks of such calls, a decision to do something
   * else: what is said, not who said it.
   */
  #content(text: string, mention: SpeakerMention, sentence: Sentence): boolean {
    if (
      mention.shape !== 'possessive' &&
      (mention.shape !== 'noun' || /\b(?:by|from)\s/.test(text.slice(mention.start, mention.end)))
    )
      return false;
    // "The decision of States to close borders" is none on what the sentence goes on to say.
    const to = /^\s+to\s/.exec(text.slice(mention.end, mention.end + 8));
    if (to && !this.#relater.touches(text.slice(mention.end + to[0].length, mention.end + 120), sentence, 2))
      return true;
    const noun = mention.verb?.base ?? '';
    // "The importance that States attached to": the source speaks of importance, too, but not of theirs.
    if (isGiven(noun)) return false;
    return (
      sentence.attribution.verbs.every(verb => !verb.includes(noun)) &&
      new RegExp(`\\b${noun}\\b`, 'i').test(sentence.text)
    );
  }

  /** Whether a sentence has too few of a claim's words to say the same, or demands nothing where the claim does. */
  #isOnlyNear(sentence: Sentence, claim: string): boolean {
    return this.#relater.has(sentence, claim) < sameFrom || (demand.test(claim) && !demandOfSource.test(sentence.text));
  }

  /**
   * Whether another of the sentences has the claim's speaker and its verb, and nearly all of its words that the nearest
   * has: few words are near to many.
   */
  #saidElsewhere(claim: string, mention: SpeakerMention, nearest: Sentence, sentences: readonly Sentence[]): boolean {
    const { verb } = mention;
    if (!verb) return false;
    const own = (sentence: Sentence): boolean =>
      sentence.attribution.verbs.some(each => this.#scale.base(each) === verb.base);
    const others = sentences.filter(
      sentence => sentence !== nearest && own(sentence) && this.#compare(mention, sentence).result === 'faithful',
    );
    if (others.length === 0) return false;
    const most = this.#relater.shared(claim, nearest);
    return others.some(sentence => this.#relater.shared(claim, sentence) >= nearlyAll * most);
  }

  /**
   * "The attention drawn by participants to data protection came with a reminder that …": what they drew attention to is
   * another sentence's, and rightly said to be theirs.
   */
  #objectElsewhere(
    text: string,
    mention: SpeakerMention,
    nearest: Sentence,
    sentences: readonly Sentence[],
    { end }: Claim,
  ): boolean {
    if (!/^(?:noun|possessive)$/.test(mention.shape) || mention.outside) return false;
    const behind = text.slice(mention.end, Math.min(end, mention.end + farthestObject));
    if (this.#wantedElsewhere(behind.replace(onDay, ''), mention, nearest, sentences)) return true;
    const verb = /\b(?:is|was|are|were|has|had|came|comes|will|must|should|went|goes|led|leads)\b/.exec(behind);
    if (!verb) return false;
    const object = behind.slice(0, verb.index);
    const count = stems(object).size;
    return (
      count > 0 &&
      sentences.some(
        sentence =>
          sentence !== nearest &&
          this.#relater.begins(object, sentence, count) === count &&
          this.#relater.begins(object, nearest, count) < count &&
          this.#compare(mention, sentence).result === 'faithful',
      )
    );
  }

  /**
   * "The speakers’ wish on the first day for partnerships", beside what another conclusion says: another sentence has
   * more of the first words of what is wanted, and rightly has it of them.
   */
  #wantedElsewhere(
    wanted: string,
    mention: SpeakerMention,
    nearest: Sentence,
    sentences: readonly Sentence[],
  ): boolean {
    const count = this.#relater.begins(wanted, nearest, wantedWords);
    return sentences.some(
      sentence =>
        sentence !== nearest &&
        this.#relater.begins(wanted, sentence, wantedWords) > Math.max(count, 2) &&
        this.#compare(mention, sentence).result === 'faithful',
    );
  }

  /**
   * Whether a claim on a whole day is about several sentences, or too little about any: the speaker is right for one
   * that has half of the words that the nearest has.
   */
  #alsoSaid(claim: string, mention: SpeakerMention, nearest: Sentence, sentences: readonly Sentence[]): boolean {
    const most = this.#relater.shared(claim, nearest);
    return (
      this.#relater.begins(claim, nearest, Infinity) < leastOfDay ||
      sentences.some(
        sentence =>
          sentence !== nearest &&
          this.#relater.shared(claim, sentence) >= most / 2 &&
          this.#compare(mention, sentence).result === 'faithful',
      )
    );
  }

  #compare(mention: SpeakerMention, sentence: Sentence): Comparison {
    const { attribution } = sentence;
    const before =
      attribution.continues === undefined
        ? undefined
        : this.library.resolve(attribution.continues)?.sentence?.attribution;
    const result = compare(mention, attribution, this.#scale, before);
    return { result, sentence, attribution: (result === 'continued' && before) || attribution };
  }

  /** The same for the verb alone: whether it is plainly another. */
  #compareVerb(mention: SpeakerMention, sentence: Sentence): Comparison {
    const { attribution } = sentence;
    return {
      result: raisedBy(mention, attribution, this.#scale) >= farRaised ? 'verb' : 'faithful',
      sentence,
      attribution,
    };
  }

  /**
   * The words one of several mentions governs: those after it, or before it where it closes a clause; undefined: all of
   * the claim.
   */
  #about(
    text: string,
    claim: Claim,
    mention: SpeakerMention,
    previous: SpeakerMention | undefined,
    next: SpeakerMention | undefined,
  ): string | undefined {
    const after = text.slice(mention.end, next?.start ?? claim.end);
    const before = text.slice(previous?.end ?? claim.start, mention.start);
    if (mention.shape === 'agent') return `${before} ${after}`;
    // "The Forum, which States had requested, …": that is what they requested.
    if (ofWhich.test(before.slice(-20)) && /^\s*[,;:)–—]/.test(after)) return before;
    // "While no one objected to the agenda, …": that is all it was.
    if (mention.rule === 'nobody-dissented' && /\p{L}{4,}/u.test(after)) return after;
    const wordy = (words: string): boolean => (words.match(longWords)?.length ?? 0) > 2;
    if (wordy(after)) return after;
    // "By consensus, the session recognized …": what follows is said of both.
    return wordy(before) ? `${before} ${after}` : undefined;
  }

  /** Sentences of the cited findings; of the background paragraphs nothing is claimed. */
  #sentences(cited: readonly string[]): Sentence[] {
    const found = new Map<string, Sentence>();
    for (const id of cited) {
      const resolved = this.library.resolve(id);
      if (!resolved || !isFinding(resolved.entry)) continue;
      for (const sentence of resolved.sentence ? [resolved.sentence] : resolved.entry.sentences)
        found.set(sentence.id, sentence);
    }
    return [...found.values()];
  }
}
