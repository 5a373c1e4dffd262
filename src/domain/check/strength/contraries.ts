/** The contrary of what the source says: "comprehensive" for "limited", "reduces" for "increases", "target" for "not target". */
import { certain } from '../../certain';
import { lazy } from '../../lazy';
import type { Changed } from './changed';
import { deniedReport, denialsIn, type Denied } from './deniedReports';
import { causesIn, exchanged } from './exchanged';
import { isToldPlainly } from './toldPlainly';
import { before, behind, Phrases, shared, type Read, type Stretch } from './words';
import { wishesIn, type Wish } from './wishes';
import { stem as stemOf } from '../attribution/relate';
import { append } from '../../longLists';

/** Words that say the contrary of each other: those before the bar, and those behind. */
const pairs = [
  'limited scarce scant insufficient inadequate incomplete patchy | non-existent nonexistent comprehensive complete sufficient ample adequate abundant plentiful extensive exhaustive',
  'integral essential central vital indispensable crucial important | marginal peripheral negligible unimportant futile useless obsolete outdated counterproductive irrelevant insignificant dispensable superfluous trivial incidental alien',
  'eager keen willing | reluctant unwilling hesitant loath disinclined',
  'increase increased increasing expand expanded enhance enhanced strengthen strengthened boost boosted extend extended improve improved raise raised widen widened heighten heightened broaden broadened maximize | scaled fewer reduce reduced reducing decrease decreased cut curtail curtailed restrict restricted shrink weaken weakened diminish diminished lower lowered lessen lessened narrow narrowed undermine undermined worsened minimize undercut drain draining',
  'exacerbate exacerbated aggravate aggravated deepen deepened | ease eased alleviate alleviated mitigate mitigated relieve relieved soften softened',
  'highlighted revealed illustrated | concealed hidden masked obscured',
  'protect protected protection | endanger endangered threaten threatened',
  'foster fostering encourage encouraged promote promoted | hinder hindered hamper hampered impede impeded obstruct obstructed discourage discouraged',
  'combat combating counteract | foster fostering encourage encouraged promote promoted feed',
  'difficult harder | easy easier simpler',
  'safe safer | dangerous unsafe',
  'better more greater larger growing increased increasing | worse poorer fewer smaller less lower shrinking dwindling',
  'most | least',
  'include included includes including inclusion inclusive account accounted assess assessing | exclude excluded excludes excluding exclusion disregard disregarded disregarding ignore ignored ignoring neglect neglected neglecting omit omitted indifferent',
  'equitable | inequitable unequal',
  'cautious prudent careful | halt halted ban banned suspend suspended rapid swift bold hasty reckless speedy incautious',
  'lack lacks lacked lacking | had possessed',
  'origin | destination',
  'driver drivers | effects consequences symptoms',
  'timely | belated untimely',
  'effective | ineffective',
  'transparent | opaque secret',
  'succeed succeeded success | fail failed failure',
  'progress advances | stall stalled stagnated deadlock setback setbacks regress standstill stagnation',
  'together collaboration cooperation jointly | alone separately singly isolation',
  'unlock unlocked unlocking | lock locked locking',
  'establishment establish established building build | dissolve dissolved dissolution abolish abolished abolition dismantling dismantle',
  'standardization standardize | diversification diversify',
  'coherence coherent | separation incoherence incoherent',
  'beyond | back',
  'towards | away',
  'solution | problem',
  'regardless irrespective | subject depending dependent conditional',
  'front | rear',
] as const;

/** The contraries of a stem. */
const contraries = lazy(() => {
  const found = new Map<string, Set<string>>();
  for (const pair of pairs) {
    const [some = [], others = []] = pair.split(' | ').map(words => words.split(' ').map(stemOf));
    for (const [mine, theirs] of [
      [some, others],
      [others, some],
    ] as const)
      for (const word of mine) found.set(word, new Set([...(found.get(word) ?? []), ...theirs]));
  }
  return found;
});

/** "Left out" says the same. */
const excluded = stemOf('excluded');

/** Words that deny, suppose or set apart. */
const negatives = lazy(
  () =>
    new Set(
      (
        'not no never none nobody nothing neither nor hardly barely scarcely cannot without rather instead far if unless whether lest than too lack lacks ' +
        'lacked lacking absence avoid avoids avoiding avoided stop stops stopped stopping cease ceased end ended spare spared exempt except exception against ' +
        'refrain waive waived drop dropped abandon abandoned abolish abolished only wrong deny denies denied prohibit forbid forbidden ' +
        'until less least few fewer myth would contrary expense otherwise'
      ).split(' '),
    ),
);
const isNegative = (word: string): boolean => negatives().has(word) || word.endsWith("n't");

/** So many words before one may deny it in the source. */
const farthest = 4;
const isDenied = ({ lower, parted }: Read, at: number): boolean => {
  for (let here = at - 1; here >= Math.max(0, at - farthest); here--) {
    if (denials.has(certain(lower[here]))) return true;
    if (parted[here + 1]) return false;
  }
  return false;
};
const denials = new Set('not no never neither nor without cannot lack lacks lacked lacking'.split(' '));

/** So many words that tell anything are compared on each side. */
const window = 5;
/** So many of the source's: a subject may stand far from what is said of it. */
const ofSource = 8;
const around = (words: Read, at: number): string[] => [...before(words, at, window), ...behind(words, at + 1, window)];

/** The next word that tells anything, if no mark parts them: what another belongs to. */
function headBehind(words: Read, at: number): string | undefined {
  for (let next = at + 1; next < words.lower.length && next < at + 4 && !words.parted[next]; next++)
    if (words.tells[next] && !ofTime.has(certain(words.lower[next])))
      return words.lower[next] === 'part' ? 'role' : words.stems[next];
  return undefined;
}

/** When something is so tells nothing of what it is. */
const ofTime = new Set('now still already alreadi yet today nowadays becom become'.split(' '));

/** What of a claim may turn a sentence into its contrary; found once, for all the sentences it is held against. */
interface Turns {
  readonly draft: Read;
  /** Where words stand that deny, suppose or set apart. */
  readonly negative: readonly number[];
  /** Where words stand that have contraries, and those. */
  readonly opposed: readonly { readonly at: number; readonly against: ReadonlySet<string> }[];
  /** Where phrases begin that deny the word behind them, and where that stands. */
  readonly denying: readonly { readonly from: number; readonly word: number }[];
  readonly hasNot: boolean;
  /** Where it says that speakers did not say something. */
  readonly denials: readonly Denied[];
  /** Where verbs stand that say what brings what about. */
  readonly causes: readonly number[];
  /** What it asks for. */
  readonly asks: () => readonly Wish[];
}

export function turnsIn(draft: Read): Turns {
  const { lower } = draft;
  const negative: number[] = [];
  const opposed: Turns['opposed'][number][] = [];
  const denying: Turns['denying'][number][] = [];
  for (let at = 0; at < lower.length; at++) {
    const word = certain(lower[at]);
    // "… and be heard at the review instead" denies nothing by itself.
    if (isNegative(word) && (word !== 'instead' || lower[at + 1] === 'of')) negative.push(at);
    const against = contrariesAt(draft, at);
    if (against) opposed.push({ at, against });
    const denied = deniedAt(draft, at);
    if (denied !== undefined) denying.push({ from: at, word: denied });
  }
  return {
    draft,
    negative,
    opposed,
    denying,
    hasNot: lower.includes('not'),
    denials: denialsIn(draft),
    causes: causesIn(draft),
    asks: lazy(() => wishesIn(draft)),
  };
}

/** The contraries of a word; "fewer than 144" is a matter of figures. */
function contrariesAt({ lower, stems }: Read, at: number): ReadonlySet<string> | undefined {
  const next = lower[at + 1];
  if (next === 'than') return undefined;
  const out = next === 'out' && /^(?:left|leave|leaves|leaving|shut|kept|locked)$/.test(certain(lower[at]));
  return contraries().get(out ? excluded : certain(stems[at]));
}

/** Where the word stands that a phrase denies which begins at a place. */
function deniedAt(draft: Read, from: number): number | undefined {
  const phrase = denies.at(draft, from);
  const word = phrase && nextAt(draft, from + phrase.length - 1);
  return phrase && word !== undefined && isRightBehind(draft, from + phrase.length, word) ? word : undefined;
}

/** A sentence of the source, with what it asks for. */
interface Source {
  readonly words: Read;
  readonly wishes: readonly Wish[];
  readonly asked: ReadonlySet<number>;
  readonly stems: ReadonlySet<string>;
}

/** What a draft says that is the contrary of one sentence of the source, where it tells what that sentence does. */
export function contraryTo(turns: Turns, sentence: Source, others: readonly Read[]): Changed[] {
  const denied = deniedReport(turns.draft, turns.denials, sentence.words);
  if (denied) return [denied];
  const swapped = exchanged(turns.draft, turns.causes, sentence.words);
  // "Predictability would increase access" supposes nothing.
  const supposes = turns.negative.some(at => turns.draft.lower[at] !== 'would' || !turns.causes.includes(at + 1));
  if (swapped.length > 0) return supposes ? [] : swapped.slice(0, 1);
  const { draft, asks } = turns;
  const { words: source, asked } = sentence;
  const denying = turns.negative.filter(at => !source.lower.includes(certain(draft.lower[at])));
  // What is asked for may well not be so: only what is asked, too, is against it; and a fact against a fact.
  const isAsked = ({ from, to }: Stretch): boolean =>
    asks().some(({ asks: wish, of }) => wish.from < from || of.includes(to - 1));
  const turned = [...contraryWords(turns, sentence), ...deniedWords(turns, sentence)].filter(
    ({ said, instead }) => instead && (isOfPlace(draft, said) || asked.has(instead.to - 1) === isAsked(said)),
  );
  if (denying.length === 0 && !turns.hasNot) {
    const without = withoutNot(draft, source);
    append(turned, without.length > 0 ? without : amongOthers(draft, source));
  }
  // Two that are turned cancel each other: "having papers reduces the risks" for "lacking papers increases" them.
  const [only, ...more] = turned;
  const again = (other: Changed): boolean => draft.stems[other.said.from] === draft.stems[only?.said.from ?? 0];
  if (only === undefined || !more.every(again) || saysSo(draft, source, others, only)) return [];
  const turning = new Set(draft.lower.slice(only.said.from, only.said.to));
  return denying.every(at => turning.has(certain(draft.lower[at]))) ? [only] : [];
}

/** "Countries of destination" are others, whether something is asked of them or told. */
const isOfPlace = ({ lower }: Read, { from }: Stretch): boolean =>
  /^(?:origin|destination)$/.test(certain(lower[from]));

/** What a draft says that they can do of whom the source says that they cannot, in however few words: "cities could work alone". */
export const ableAfterAll = ({ draft, negative: denying, hasNot }: Turns, source: Read): Changed[] =>
  denying.length > 0 || hasNot ? [] : withoutNot(draft, source);

/** Whether another sentence that is cited has the draft's word, and is as near to what the draft tells. */
function saysSo(draft: Read, source: Read, others: readonly Read[], { said }: Changed): boolean {
  const word = certain(draft.stems[said.from]);
  const told = draft.stems.filter((_, at) => draft.tells[at]);
  const near = shared(told, source.stems);
  return others.some(other => other !== source && other.stems.includes(word) && shared(told, other.stems) >= near);
}

const lacks = new Set('lack lacks lacked lacking without limited absence'.split(' '));

/** "Papers reduce the risks" is no contrary of "lacking papers increases the risks". */
const isOfLack = (draft: Read, source: Read, at: number): boolean =>
  !lacks.has(certain(source.lower[at])) &&
  source.lower.some(word => lacks.has(word)) &&
  !draft.lower.some(word => lacks.has(word));

function contraryWords({ draft, opposed }: Turns, { words: source, stems }: Source): Changed[] {
  const found: Changed[] = [];
  for (const { at, against } of opposed) {
    if (stems.has(certain(draft.stems[at]))) continue;
    const its = source.stems.findIndex(
      (other, where) =>
        against.has(other) &&
        !draft.stems.includes(other) &&
        !isOfLack(draft, source, where) &&
        !isDenied(source, where) &&
        !isReduced(source, where) &&
        isSame(draft, at, source, where),
    );
    if (its >= 0) found.push({ kind: 'contrary', said: { from: at, to: at + 1 }, instead: { from: its, to: its + 1 } });
  }
  return found;
}

/** So many words behind "countries of origin" tell what is said of them. */
const ofPlace = 3;

/** "Reduced the effectiveness of responses": they were ineffective. */
const isReduced = ({ lower }: Read, at: number): boolean =>
  lower.slice(Math.max(0, at - 3), at).some(word => /^(?:reduc|undermin|weaken|hamper|limit)/.test(word));

/** Whether two words are said of the same: of the same next word, or both of what stands before. */
function isSame(draft: Read, at: number, source: Read, its: number): boolean {
  const theirs = [...before(source, its, ofSource), ...behind(source, its + 1, ofSource)];
  const mine = around(draft, at);
  const [of, itsOf] = [headBehind(draft, at), headBehind(source, its)];
  const both = isPassive(draft, at) && isPassive(source, its);
  const unclear = of === undefined || itsOf === undefined;
  const ofSame =
    draft.lower[at - 1] === 'of' &&
    source.lower[its - 1] === 'of' &&
    draft.stems[at - 2] === source.stems[its - 2] &&
    shared(behind(draft, at + 1, ofPlace), behind(source, its + 1, ofPlace)) >= 2;
  const ofSubject = unclear ? of === itsOf && isOfSubject(draft, at, theirs) : false;
  const same = both
    ? shared(before(draft, at, window), before(source, its, 1)) > 0
    : ofSubject || ofSame || (!unclear && of === itsOf);
  return same && shared(mine, theirs) >= Math.min(2, mine.length);
}

/** "Must be enhanced", "should be left out": of these the subject is told. */
const isPassive = ({ lower }: Read, at: number): boolean => /^(?:be|been|being)$/.test(lower[at - 1] ?? '');

/** Whether what stands before a word, of which it is said, is among the source's. */
function isOfSubject(draft: Read, at: number, theirs: readonly string[]): boolean {
  const subject = before(draft, at, window).find(word => !ofTime.has(word));
  return subject !== undefined && theirs.includes(subject);
}

/** Phrases that deny what follows. */
const denies = new Phrases<'all'>([
  [
    'all',
    'not, never, no, no longer, hardly, far from, in place of, do without, remain without, remains without, remains without any, rather than, instead of, leave out, leaves out, leaving out, with the exception of, except',
  ],
]);

/** Between "not" and what it denies. */
const passedOver = new Set('a an the any be been being especially'.split(' '));
const isBetween = (word: string): boolean =>
  passedOver.has(word) || /^(?:very|well)$/.test(word) || (word !== 'only' && word.endsWith('ly'));
const isRightBehind = ({ lower }: Read, from: number, word: number): boolean =>
  word <= from + 2 && lower.slice(from, word).every(isBetween);

const mostBeforeAlone = 4;

/** "Not especially sensitive", "rather than transnational" for what the source says is so. */
function deniedWords({ draft, denying: all }: Turns, { words: source, wishes, stems }: Source): Changed[] {
  const denying = all.filter(({ from, word }) => {
    const first = certain(draft.lower[from]);
    // "Rather than irregular migrants alone": those, too.
    if (draft.lower.slice(word, word + mostBeforeAlone).some(each => /^(?:alone|only|solely)$/.test(each)))
      return false;
    if (first === 'no' && draft.lower[from + 1] !== 'longer' && !deniesOutright(draft, from, word)) return false;
    // "Many migrants do without health services" tells what is missing.
    if ((first === 'no' || first === 'do') && !isToldPlainly(draft, source, { from, to: word + 1 })) return false;
    return (first === 'with' || !source.lower.includes(first)) && stems.has(certain(draft.stems[word]));
  });
  if (denying.length === 0) return [];
  const markers = new Set(wishes.flatMap(({ asks: { from, to } }) => [from, to - 1]));
  return denying.flatMap(({ from, word }) => {
    const stem = certain(draft.stems[word]);
    const its = source.stems.findIndex(
      (other, where) =>
        other === stem &&
        (!markers.has(where) || (isNeed(stem) && isToldPlainly(draft, source, { from, to: word + 1 }))) &&
        !isBehindNot(source, stem) &&
        isSame(draft, word, source, where),
    );
    return its < 0
      ? []
      : [
          {
            kind: 'contrary' as const,
            said: { from, to: word + 1 },
            instead: { from: Math.max(0, its - 1), to: its + 1 },
          },
        ];
  });
}

/** "No significant progress", "no progress on upskilling"; not "no migrant is left behind", which says that all are in. */
const deniesOutright = (draft: Read, from: number, word: number): boolean =>
  headBehind(draft, word) !== undefined && !draft.lower.slice(from).some(each => lost.has(each));
const lost = new Set(
  'left leave behind exclude excludes excluding bar bars deny denies denied deprived excluded forgotten overlooked ignored neglected missed out without unless until'.split(
    ' ',
  ),
);

/** What is asked for by these is not, where they are denied: "were not needed". */
const needs = lazy(() => new Set(['needed', 'necessary', 'required', 'important', 'essential'].map(stemOf)));
const isNeed = (stem: string): boolean => needs().has(stem);

/** So many words behind "not" may be those of one list: "not migrants or the humanitarian organizations". */
const longestList = 14;

/** Whether a sentence denies a word anywhere. */
function isBehindNot({ lower, stems }: Read, stem: string): boolean {
  return lower.some((word, at) => denials.has(word) && stems.slice(at + 1, at + longestList).includes(stem));
}

/** So many words behind "not" are what is denied. */
const denied = 6;

/** So many words before "not" may be what it belongs to: "target networks not migrants". */
const mostBefore = 5;

const modal = new Set('could can should must would will may might to'.split(' '));

/** "Target migrants" for "target networks not migrants", "could work alone" for "could not work alone". */
function withoutNot(draft: Read, source: Read): Changed[] {
  if (!source.lower.includes('not')) return [];
  return source.lower.flatMap((word, at) => {
    if (word !== 'not' || /^(?:just|only|be)$/.test(source.lower[at + 1] ?? '')) return [];
    const verbs = source.lower
      .slice(Math.max(0, at - mostBefore), at)
      .filter((each, index) => modal.has(each) || source.tells[Math.max(0, at - mostBefore) + index]);
    const words = behind(source, at + 1, denied);
    const subject = before(source, at - 1, ofSource);
    const [mine] = draft.lower
      .flatMap((verb, here) => {
        const next = verbs.includes(verb) ? (nextAt(draft, here) ?? here) : here;
        const isSaid =
          next > here &&
          draft.lower.slice(here + 1, next).every(isBetween) &&
          words.includes(certain(draft.stems[next])) &&
          shared(behind(draft, here + 1, denied), words) >= 2 &&
          shared(before(draft, here, window).map(asCity), subject.map(asCity)) >= 1;
        return isSaid ? [{ here, next }] : [];
      })
      .toSorted((one, other) => one.next - one.here - (other.next - other.here));
    if (!mine) return [];
    return [
      {
        kind: 'contrary' as const,
        said: { from: mine.here, to: mine.next + 1 },
        instead: { from: at - 1, to: Math.min(at + 3, source.lower.length) },
      },
    ];
  });
}

/** Those who govern a place are one to another: "cities" for "local authorities". */
const governing = lazy(
  () => new Set('cities city municipalities municipality towns mayors authorities'.split(' ').map(stemOf)),
);
const asCity = (stem: string): string => (governing().has(stem) ? 'cities' : stem);

/** The verb that a modal asks for before "not": "should target networks not migrants". */
function verbAsked({ lower }: Read, not: number): number | undefined {
  for (let at = not - 1; at >= Math.max(1, not - mostBefore); at--) if (modal.has(certain(lower[at - 1]))) return at;
  return undefined;
}

/** "Target networks and migrants alike", "migrants should be targeted" for "target networks not migrants". */
function amongOthers(draft: Read, source: Read): Changed[] {
  if (!source.lower.includes('not')) return [];
  return source.lower.flatMap((word, not): Changed[] => {
    const its = word === 'not' ? verbAsked(source, not) : undefined;
    const at =
      its === undefined
        ? -1
        : draft.stems.findIndex((stem, where) => stem === source.stems[its] && isAsked(draft, where));
    if (its === undefined || at < 0) return [];
    const passive = isPassive(draft, at);
    const spared = behind(source, not + 1, ofSource);
    const pair = pairOf(draft, spared, passive ? { from: 0, to: at } : { from: at + 1, to: draft.lower.length });
    const targeted = source.stems.slice(its + 1, not);
    if (!pair || !(passive ? isSubject(draft, pair, at, targeted) : isInList(draft, at, pair.from))) return [];
    // "The aid budget should target …" is of something else.
    const who = before(source, its, 2);
    if (shared(passive ? behind(draft, at + 1, window) : before(draft, at, window), who) === 0) return [];
    return [{ kind: 'contrary', said: pair, instead: { from: not, to: Math.min(not + 5, source.lower.length) } }];
  });
}

/** "Should target", "should be targeted", and not "the target", "fear being targeted". */
const isAsked = ({ lower }: Read, at: number): boolean =>
  modal.has(lower[at - 1] ?? '') || (lower[at - 1] === 'be' && modal.has(lower[at - 2] ?? ''));

/** Whether some words are what a passive is said of: no mark stands between, and nothing that may be targeted. */
const isSubject = ({ parted, stems }: Read, { to }: Stretch, verb: number, targeted: readonly string[]): boolean =>
  !parted.slice(to, verb).includes(true) && !stems.slice(to, verb).some(stem => targeted.includes(stem));

/** What may stand before a member of a list. */
const beforeMember = new Set(
  'the any all also even at on both of those who let themselves be being well as'.split(' '),
);

/** Whether a word begins what a verb is said of, or goes on with it: "networks and the organizations". */
function isInList({ lower, before: marks }: Read, verb: number, member: number): boolean {
  let at = member;
  for (; at > verb + 1; at--) {
    if (certain(marks[at]).trim() === ',' || lower[at - 1] === 'and' || lower[at - 1] === 'or') break;
    if (!beforeMember.has(certain(lower[at - 1]))) return false;
  }
  return !lower.slice(verb + 1, at - 1).some(word => /^(?:that|which|while|where)$/.test(word));
}

/** Two words next to each other of those that tell anything, both among some, in their order. */
function pairOf({ stems, tells }: Read, some: readonly string[], { from, to }: Stretch): Stretch | undefined {
  let last = -1;
  for (let at = from; at < to; at++) {
    if (!tells[at]) continue;
    const [first, second] = [some.indexOf(stems[last] ?? ''), some.indexOf(certain(stems[at]))];
    if (first >= 0 && second > first) return { from: last, to: at + 1 };
    last = at;
  }
  return undefined;
}

/** The next word that tells anything, which no mark parts. */
function nextAt(words: Read, at: number): number | undefined {
  for (let here = at + 1; here < words.lower.length && !words.parted[here]; here++)
    if (words.tells[here] && words.lower[here] !== 'well') return here;
  return undefined;
}
