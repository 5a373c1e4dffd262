/**
 * Whether a sentence lets others speak than it did, or more strongly. The order of speakers is ours, drawn from how the
 * source names them: nobody, panelists, some speakers, speakers, participants, the meeting, States, consensus. Verbs
 * are ordered by the check's scale.
 */
import type { AttributionJudge, Mentioned } from '../check/attribution/judge';
import type { SpeakerMention } from '../check/attribution/mentions';
import { decisionBand } from '../check/attribution/scale';
import type { Quantity, Voice } from '../check/attribution/voices';
import type { Sentence as SourceSentence } from '../corpus/types';
import { lazy } from '../lazy';
import type { Range } from '../text/ranges';
import type { Pair } from './pairs';
import type { Sentence } from './reading';
import { append } from '../longLists';

export interface AttributionSide extends Range {
  /** The words that name the speaker and the verb; undefined where no speaker is recognized. */
  readonly said?: string;
  /** What the check says of it. */
  readonly verdict?: Mentioned['verdict'];
}

export interface AttributionChange {
  /**
   * `otherwise`: stronger in one way and weaker in another, or a speaker that is no more and no less than the other.
   */
  readonly kind: 'strengthened' | 'weakened' | 'otherwise';
  readonly in: readonly ('speaker' | 'verb' | 'hedge')[];
  readonly before: AttributionSide;
  readonly after: AttributionSide;
  /** The source sentence it is about, and who speaks in it with which verbs. */
  readonly source?: {
    readonly id: string;
    readonly text: string;
    readonly who: string;
    readonly verbs: readonly string[];
  };
}

/**
 * How much a speaker stands for; none where no order is ours to say: IOM itself, or others than those of the dialogue.
 */
const ranks: Readonly<Partial<Record<Voice, number>>> = {
  summary: 0,
  passive: 0,
  panelists: 1,
  discussions: 2,
  speakers: 3,
  participants: 4,
  dialogue: 5,
  states: 6,
  support: 7,
  consensus: 8,
};
const more: Readonly<Record<Quantity, number>> = { scant: -1.8, weak: -1.5, plain: 0, many: 0.2, strong: 0.4 };
const ofMore: Readonly<Partial<Record<Voice, number>>> = { participants: 0.2, dialogue: 0.3, states: 0.4 };

function rankOf({ voice, quantity, of, verb, united }: SpeakerMention): number | undefined {
  // "It was agreed" is said of all.
  if (voice === 'passive' && (verb?.band ?? 0) >= decisionBand) return ranks.dialogue;
  const rank = ranks[voice];
  return rank === undefined
    ? undefined
    : Math.max(
        rank === 0 ? 0 : 0.5,
        rank + (rank === 0 ? 0 : more[quantity]) + (of ? (ofMore[of] ?? 0) : 0) + (united ? 0.4 : 0),
      );
}

const hedge = lazy(
  () =>
    /\b(?:reportedly|apparently|seemingly|arguably|perhaps|possibly|allegedly|seem(?:s|ed)?|appear(?:s|ed)?|tend(?:s|ed)?)\b/giu,
);

/** A mention with what of its sentence is needed to tell of it. */
interface Told extends Mentioned {
  readonly sentence?: SourceSentence;
  readonly words: string;
  readonly place: Range;
  readonly hedges: number;
}

/** The changes of who is said to have spoken, in the sentences that cite us in both versions; in steps. */
export function* attributionChanges(
  judge: AttributionJudge,
  pairs: readonly Pair[],
): Generator<void, AttributionChange[]> {
  const found: AttributionChange[] = [];
  for (const { before, after, alike } of pairs) {
    if (before.key === after.key || !answers(before) || !answers(after)) continue;
    yield;
    const old = toldIn(judge, before);
    const now = toldIn(judge, after);
    // Where the sentence was written anew, a speaker not recognized is no speaker left out.
    if (old.length > 0 && now.length > 0) append(found, compared(old, now, before, after));
    else if (alike >= 0.4)
      for (const each of [compareSides(strongest(old), strongest(now), before, after)]) if (each) found.push(each);
  }
  return found;
}

/** Whether what it says is said of what we cite alone. */
const answers = ({ references, said }: Sentence): boolean =>
  said !== undefined && references.some(({ mixed }) => !mixed);

function toldIn(judge: AttributionJudge, { said, references }: Sentence): Told[] {
  if (!said) return [];
  const { chars, from, to, place } = said;
  const masked = said.masked();
  const mentions = judge.mentioned(chars, masked, { start: from, end: to, cited: references.map(({ id }) => id) });
  return mentions.map((each, at) => {
    const { start, end } = each.mention;
    const around = masked.slice(
      mentions[at - 1]?.mention.end ?? from,
      Math.max(end, mentions[at + 1]?.mention.start ?? to),
    );
    return {
      ...each,
      words: chars.slice(start, end),
      place: place(start, end),
      hedges: around.match(hedge())?.length ?? 0,
    };
  });
}

function strongest(told: readonly Told[]): Told | undefined {
  return told.reduce<Told | undefined>(
    (best, each) => (best === undefined || strength(each) > strength(best) ? each : best),
    undefined,
  );
}

const strength = ({ mention }: Told): number => (rankOf(mention) ?? 0) * 10 + (mention.verb?.band ?? 0);

/** Compares the mentions of two sentences: the same words first, then the same speaker, then in order. */
function compared(
  before: readonly Told[],
  after: readonly Told[],
  one: Sentence,
  other: Sentence,
): AttributionChange[] {
  let old = [...before];
  let now = [...after];
  const couples: [Told, Told][] = [];
  const couple = (keyOf: (told: Told, at: number) => string): void => {
    const waiting = new Map<string, Told[]>();
    now.forEach((each, at) => waiting.set(keyOf(each, at), [...(waiting.get(keyOf(each, at)) ?? []), each]));
    old.forEach((each, at) => {
      const match = waiting.get(keyOf(each, at))?.shift();
      if (match) couples.push([each, match]);
    });
    old = old.filter(each => !couples.some(([mine]) => mine === each));
    now = now.filter(each => !couples.some(([, theirs]) => theirs === each));
  };
  couple(({ words }) => words.toLowerCase());
  couple(({ mention }) => `${mention.voice} ${mention.quantity}`);
  couple(({ mention }) => mention.verb?.base ?? '');
  couple((_told, at) => String(at));
  const found = couples.flatMap(([mine, theirs]) => compareSides(mine, theirs, one, other) ?? []);
  // A speaker more than before counts where it is more than all that spoke before; one fewer likewise.
  const [most, least] = [strongest(before), strongest(after)];
  const [oldRanks, nowRanks] = [
    new Set(couples.map(([mine]) => rankOf(mine.mention))),
    new Set(couples.map(([, theirs]) => rankOf(theirs.mention))),
  ];
  for (const each of now) {
    if (most && strength(each) > strength(most))
      append(found, [compareSides(most, each, one, other, nowRanks.has(rankOf(each.mention))) ?? []].flat());
  }
  for (const each of old) {
    if (least && strength(each) > strength(least))
      append(found, [compareSides(each, least, one, other, oldRanks.has(rankOf(each.mention))) ?? []].flat());
  }
  return found;
}

/** Something that two mentions differ in, and by how much the later says more. */
interface Way {
  readonly in: AttributionChange['in'][number];
  readonly by: number;
}

/**
 * What differs between two mentions; either may be none, of nobody. @param verbOnly whether what there is to say of the
 * speaker is said already
 */
function compareSides(
  old: Told | undefined,
  now: Told | undefined,
  one: Sentence,
  other: Sentence,
  verbOnly = false,
): AttributionChange | undefined {
  if (verbOnly && (now?.mention.verb?.band ?? 0) === (old?.mention.verb?.band ?? 0)) return undefined;
  const ways = [...(verbOnly ? [] : speakerWays(old, now)), ...verbWays(old, now), ...hedgeWays(old, now)];
  if (ways.length === 0) return undefined;
  return {
    kind: directionOf(ways.map(({ by }) => by)),
    in: ways.map(way => way.in),
    before: sideOf(old, one),
    after: sideOf(now, other),
    ...sourceOf(now?.sentence ? now : old),
  };
}

function speakerWays(old: Told | undefined, now: Told | undefined): Way[] {
  const [rank, rankNow] = [old ? rankOf(old.mention) : 0, now ? rankOf(now.mention) : 0];
  if (rank === undefined || rankNow === undefined)
    return old?.mention.voice === now?.mention.voice ? [] : [{ in: 'speaker', by: 0 }];
  return rank === rankNow ? [] : [{ in: 'speaker', by: rankNow - rank }];
}

function verbWays(old: Told | undefined, now: Told | undefined): Way[] {
  const [band, bandNow] = [old?.mention.verb?.band, now?.mention.verb?.band];
  return band === undefined || bandNow === undefined || band === bandNow ? [] : [{ in: 'verb', by: bandNow - band }];
}

function hedgeWays(old: Told | undefined, now: Told | undefined): Way[] {
  return old && now && (old.hedges === 0) !== (now.hedges === 0) ? [{ in: 'hedge', by: old.hedges - now.hedges }] : [];
}

/** The sentence of the source that a mention is about. */
function sourceOf(told: Told | undefined): Pick<AttributionChange, 'source'> {
  if (!told?.sentence || !told.attribution) return {};
  const { id, text } = told.sentence;
  const { who, verbs } = told.attribution;
  return { source: { id, text, who, verbs } };
}

function directionOf(steps: readonly number[]): 'strengthened' | 'weakened' | 'otherwise' {
  if (steps.every(by => by > 0)) return 'strengthened';
  return steps.every(by => by < 0) ? 'weakened' : 'otherwise';
}

function sideOf(told: Told | undefined, { start, end }: Sentence): AttributionSide {
  return told ? { ...told.place, said: told.words, ...(told.verdict && { verdict: told.verdict }) } : { start, end };
}
