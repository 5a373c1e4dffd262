/** What the source only asks for, and a draft tells as done, or as so already. */
import { certain } from '../../certain';
import { lazy } from '../../lazy';
import { reportingForms } from '../../corpus/reportingVerbs';
import type { Changed } from './changed';
import { before, behind, Phrases, shared, type Read, type Stretch } from './words';

/** What a sentence of the source asks for. */
export interface Wish {
  /** The words that ask: "should", "need for", "called for". */
  readonly asks: Stretch;
  /** What is asked for: the words that tell anything, by where they stand. */
  readonly of: readonly number[];
}

/** `ahead`: what is asked for stands before. */
const asking = new Phrases<'behind' | 'ahead'>([
  [
    'behind',
    [
      'should, must, shall, ought to, have to, has to, had to, will, could, may, might',
      'need to, needs to, needed to, need for, needs for',
      'call for, calls for, called for, calling for',
      'commitment to, committed to, committed themselves to',
      'importance of, important to, important that, crucial to, crucial that, essential to, essential that, vital to, vital that',
      'imperative to, imperative that, critical to, critical that, necessary to, necessary that, urgent to, urgency of',
      'recommended that, encouraged the, urged the, in favour of, in support of',
    ].join(', '),
  ],
  ['ahead', 'needed, required, necessary, called for'],
]);
/** "Is needed", "were also needed": behind these the words stand ahead of what asks for them. */
const copulas = new Set('is are was were be been'.split(' '));
/** A clause that begins with one of these tells how things are: it ends what is asked for. */
const tellsAsSo = new Set('who which whose where because while since although though'.split(' '));
/** Before "that", what follows is still asked for. */
const asksThat = new Set(
  'ensure ensures ensuring ensured assure imperative critical important essential crucial vital necessary so recommended'.split(
    ' ',
  ),
);

/** "Such as", "as well as", "as part of". */
const goesOnAs = new Set('such well an part regards'.split(' '));

const endsClause = /[;:.!?()—]/;

/** Whether what was asked for ends before a word. */
function ends({ lower, before: marks }: Read, at: number): boolean {
  const word = certain(lower[at]);
  if (endsClause.test(certain(marks[at])) || tellsAsSo.has(word)) return true;
  if (word === 'as')
    return goesOnAs.has(lower[at - 1] ?? '') || goesOnAs.has(lower[at + 1] ?? '') ? false : lower[at + 1] !== 'a';
  if (word === 'that') return !asksThat.has(lower[at - 1] ?? '');
  return (word === 'and' || word === 'but') && reportingForms.has(lower[at + 1] ?? '');
}

/** What a sentence asks for. */
export function wishesIn(words: Read): Wish[] {
  const { lower, tells } = words;
  const found: Wish[] = [];
  const telling = (from: number, to: number): number[] => {
    const all: number[] = [];
    for (let at = from; at < to; at++) if (tells[at]) all.push(at);
    return all;
  };
  for (let at = 0; at < lower.length; at++) {
    const phrase = asking.at(words, at);
    if (!phrase) continue;
    const asks = { from: at, to: at + phrase.length };
    if (phrase.means === 'behind') {
      let end = asks.to;
      while (end < lower.length && !ends(words, end)) end++;
      found.push({ asks, of: telling(asks.to, end) });
    } else if (lower.slice(Math.max(0, at - 2), at).some(word => copulas.has(word))) {
      let first = at;
      while (first > 0 && !ends(words, first) && lower[first - 1] !== 'that') first--;
      let end = asks.to;
      while (end < lower.length && !ends(words, end)) end++;
      found.push({ asks, of: [...telling(first, at), ...telling(asks.to, end)] });
    }
    at = asks.to - 1;
  }
  return found;
}

/** What a draft tells as done: "have been standardized", "are now in place", "already take part", "the existing panel". */
interface Deed extends Stretch {
  /** The word that tells what is done. */
  readonly verb: number;
  /** Nothing but that it is so is told: "has been achieved", "is in place". */
  readonly light: boolean;
  /** It is told in the present, and not said to be so by now. */
  readonly plain?: boolean;
}

const perfect = new Set(['have', 'has', 'had']);
const present = new Set(['is', 'are', 'was', 'were']);
const byNow = new Set('now already today currently finally meanwhile nowadays fully long since'.split(' '));
/** Behind an auxiliary these say that it is not so, or not wholly. */
const negative = new Set(
  (
    'not never no hardly barely scarcely yet to neither nor only rarely seldom insufficiently poorly partly partially inadequately unevenly increasingly ' +
    'slowly gradually less too little few often sometimes largely mostly still being'
  ).split(' '),
);
/** Behind a verb these say so, too. */
const tooLittle = new Set('less little least insufficiently only partly partially nowhere nothing no'.split(' '));
/** Verbs that have no ending of the participle. */
const irregularParticiples = new Set(
  (
    'been become begun brought built cut done found given gone got grown held kept laid led left lent made met paid put risen seen set shown shrunk ' +
    'taken undercut understood won written'
  ).split(' '),
);
const isParticiple = (word: string): boolean => irregularParticiples.has(word) || /[^e]ed$/.test(word);
/** What tells only that something is so by now. */
const light = new Set(
  (
    'achieved attained accomplished established created introduced adopted made taken put set realized completed secured reached met assured ensured ' +
    'implemented launched built formed founded fulfilled guaranteed place force available operational reality rule norm existence given provided running ' +
    'standard practice routine fruit obtained gained received won acquired'
  ).split(' '),
);
/** What these are followed by is what is done: "have stopped requesting", "have begun to include". */
const begins = new Set('stopped ceased begun started managed succeeded'.split(' '));

/** So many words may stand between an auxiliary and its verb. */
const mostBetween = 5;
const passedOver = new Set('by at last in up and both all the of bearing better more well at least far'.split(' '));

interface Behind {
  readonly at: number;
  readonly passive: boolean;
}

/** The verb behind an auxiliary, over "now", "already", "fully been". */
function verbBehind({ lower, parted, tells }: Read, from: number): Behind | undefined {
  let passive = false;
  for (let at = from; at < Math.min(lower.length, from + mostBetween); at++) {
    const word = certain(lower[at]);
    if (negative.has(word)) return undefined;
    if (word === 'been' || word === 'become') passive = true;
    else if (parted[at] && !byNow.has(word)) return undefined;
    else if (passedOver.has(word) || byNow.has(word) || word.endsWith('ly')) continue;
    else return tells[at] || irregularParticiples.has(word) || light.has(word) ? { at, passive } : undefined;
  }
  return undefined;
}

/** Words that an object or a complement begins with: behind these a verb in the past is none that goes with a noun. */
const opens = new Set(
  'the a an their its his her our this that these those some many more to together towards up out at with without from into fully all both'.split(
    ' ',
  ),
);
/** Words before a noun: behind them a participle goes with it. */
const ofNoun = new Set('the a an and or of for in on with more better such these those their its by new to'.split(' '));
const existing = new Set('existing current present'.split(' '));

/** What a word tells as done, if it begins what does. */
function deedAt(words: Read, at: number): Deed | undefined {
  const word = certain(words.lower[at]);
  // "Cities that have engaged …": some have, not all.
  if ((perfect.has(word) || present.has(word)) && ofSome.has(words.lower[at - 1] ?? '') && !words.parted[at - 1])
    return undefined;
  if (perfect.has(word) || present.has(word)) return withAuxiliary(words, at);
  if (words.parted[at + 1]) return undefined;
  if ((word === 'already' || word === 'now') && words.tells[at + 1] === true)
    return { from: at, to: at + 2, verb: at + 1, light: false };
  return existing.has(word) ? withNoun(words, at) : inThePast(words, at);
}

const ofSome = new Set('who which that'.split(' '));

/** "Have been standardized", "are now in place". */
function withAuxiliary(words: Read, at: number): Deed | undefined {
  const verb = verbBehind(words, at + 1);
  if (!verb) return undefined;
  // "Has been strengthened less than …", "has been given too little weight".
  if (words.lower.slice(verb.at + 1, verb.at + 3).some(word => tooLittle.has(word))) return undefined;
  const isDone = present.has(certain(words.lower[at])) || verb.passive || isParticiple(certain(words.lower[verb.at]));
  const plain = present.has(certain(words.lower[at])) && !words.lower.slice(at, verb.at).some(word => byNow.has(word));
  return isDone ? { ...deed(words, at, verb), plain } : undefined;
}

/** "The existing panel". */
function withNoun(words: Read, at: number): Deed | undefined {
  const noun = nounBehind(words, at);
  return noun === undefined ? undefined : { from: at, to: noun + 1, verb: noun, light: false };
}

/** What is called by these does something itself: "the dialogue established a panel". */
const meeting = new Set('dialogue session idm'.split(' '));
/** What else they do is told of who speaks: "the dialogue adopted". */
const founded = new Set('established created founded launched introduced'.split(' '));

/** "Countries improved their registers": no participle that goes with a noun. */
function inThePast({ lower, tells }: Read, at: number): Deed | undefined {
  const word = certain(lower[at]);
  if (!isParticiple(word) || tells[at] !== true || !opens.has(lower[at + 1] ?? '')) return undefined;
  const subject = lower[at - 1] ?? '';
  return (tells[at - 1] === true || (meeting.has(subject) && founded.has(word))) && !ofNoun.has(subject)
    ? { from: at, to: at + 1, verb: at, light: light.has(word) }
    : undefined;
}

/** The last of the next words that tell anything. */
function nounBehind({ lower, parted, tells }: Read, at: number): number | undefined {
  let last: number | undefined;
  for (let here = at + 1; here < lower.length && here < at + 4 && !parted[here] && tells[here]; here++) last = here;
  return last;
}

/** What some words tell as done, or as so by now. */
function deedsIn(words: Read): Deed[] {
  const found: Deed[] = [];
  for (let at = 0; at < words.lower.length; at++) {
    const told = deedAt(words, at);
    if (told) found.push(told);
  }
  return found;
}

function deed({ lower, tells }: Read, from: number, { at }: Behind): Deed {
  const word = certain(lower[at]);
  if (!begins.has(word)) return { from, to: at + 1, verb: at, light: light.has(word) };
  let verb = at + 1;
  while (verb < lower.length && verb < at + 3 && tells[verb] !== true) verb++;
  return { from, to: Math.min(verb + 1, lower.length), verb, light: false };
}

/** Wherever these stand, a claim asks, supposes or expects. */
const asksOrSupposes = lazy(
  () =>
    new Set(
      (
        'should must shall ought until once when whenever if whether unless called calling urge urges urged urging want wants wanted ' +
        'ask asks asked asking imperative recommend recommends recommended hope hopes hoped hoping where only ideally outcome outcomes target targets vision ' +
        'aspiration aspirations task tasks sure what how subject imagine imagining imagined dream question whatever milestone milestones benchmark benchmarks scenario'
      ).split(' '),
    ),
);
/** Before what is told, these ask for it, expect it or put it off. */
const asksBefore = lazy(
  () =>
    new Set(
      (
        'need needs needed call calls commit commits committed commitment importance important emphasis critical crucial essential vital necessary ensure ' +
        'ensures ensuring goal goals aim aims aimed objective objectives wish wishes wished expect expects expected demand demands demanded request requests ' +
        'recommendation recommendations advocate advocates advocated propose proposes proposed seek seeks sought require requires required plea appeal ' +
        'appeals insist insists insisted favour far still intend intends pledge pledges pledged lack initiatives efforts progress'
      ).split(' '),
    ),
);
/** In the same clause before what is told, these deny it. */
const deniesBefore = new Set(
  'not never no none nobody neither nor hardly without would could may might can'.split(' '),
);

/** What may be spoken of, and asks for nothing where the source speaks of it, too. */
const topics = new Set('goal goals objective objectives progress efforts initiatives lack'.split(' '));

/** Whether a claim tells what it does as a fact, from what stands before. */
function isFact({ lower, parted }: Read, { from }: Deed, source: Read): boolean {
  let clause = from;
  while (clause > 0 && !parted[clause]) clause--;
  const needs = (at: number): boolean => /^needs?$/.test(certain(lower[at])) && lower[at + 1] === 'of';
  // "Sustainable Development Goals" are those of the source.
  const isOfSource = (word: string): boolean => topics.has(word) && source.lower.includes(word);
  return !lower
    .slice(0, from)
    .some(
      (word, at) =>
        (asksBefore().has(word) && !needs(at) && !isOfSource(word)) || (at >= clause && deniesBefore.has(word)),
    );
}

/** What is asked to be made is not there yet. */
const makes = new Set(['establish', 'creat', 'build', 'set', 'introduc']);

/** So many words that tell anything are compared before what is done and behind it. */
const ahead = 5;
const rest = 8;
/** Forms of one verb that no stem shows, and verbs that say the same. */
const sameVerb = new Map(
  'taken take,took take,participat inclus,particip inclus,involv inclus,join inclus,digit digital,went go,found find,met meet'
    .split(',')
    .map(pair => pair.split(' ') as [string, string]),
);

/** What tells a verb from others: its stem, or that of one that says the same. */
function keyOf({ lower, stems }: Read, at: number): string {
  const word = certain(lower[at]);
  if (/^(?:take|takes|took|taken)$/.test(word) && lower.slice(at + 1, at + 4).includes('part')) return 'inclus';
  return (sameVerb.get(word) ?? sameVerb.get(certain(stems[at])) ?? certain(stems[at])).replace(/e$/, '');
}

/** So many deeds of a claim are held against a sentence. */
const mostDeeds = 8;

/** "Was addressed on the second day of the dialogue": spoken of, and not done. */
function isSpokenOf({ lower }: Read, verb: number): boolean {
  return (
    /^(?:addressed|discussed|raised|put|considered|mentioned|highlighted|emphasi[sz]ed|noted|called|taken)$/.test(
      lower[verb] ?? '',
    ) && lower.some(word => /^(?:dialogue|session|day|panels?|speakers?|participants?|panel(?:l)?ists?)$/.test(word))
  );
}

/** Words that are only asked for one by one. */
type Words = Pick<ReadonlySet<string>, 'has'>;

/** What a claim tells as done; nothing where it asks or supposes. */
export function deedsOf(draft: Read): readonly Deed[] {
  return draft.lower.some(word => asksOrSupposes().has(word)) ? [] : deedsIn(draft);
}

/**
 * What a draft tells as done where a sentence of the source only asks for it.
 *
 * @param facts the stems of what the source tells as so, in all that is cited
 * @param cited the stems of all that is cited
 */
export function toldAsDone(
  draft: Read,
  deeds: readonly Deed[],
  source: Read,
  wishes: readonly Wish[],
  facts: Words,
  cited: Words,
): Changed[] {
  const found = deeds.filter(({ verb }) => !isSpokenOf(draft, verb)).slice(0, mostDeeds);
  return found.flatMap(done => {
    const key = keyOf(draft, done.verb);
    const first = draft.lower[done.from] ?? '';
    // The source speaks of what exists itself, or asks for more of it.
    if (existing.has(first) && (source.lower.includes(first) || !source.stems.some(stem => makes.has(stem)))) return [];
    if (!isFact(draft, done, source)) return [];
    const subject = before(draft, done.from, ahead);
    const within = behindWithin(draft, done.verb + 1);
    const object = within.length > 0 ? within : behind(draft, done.verb + 1, rest);
    const near = new Set([...subject, ...object]);
    const common = shared([...near], source.stems);
    const known = [...near].filter(stem => cited.has(stem)).length;
    if (common < 2 || known * 2 < near.size) return [];
    for (const wish of wishes) {
      const at = wishedAt(source, wish, done, { key, subject, object }, facts);
      if (at !== undefined)
        return [
          changed(
            done,
            wish,
            at,
            (known * 3 < near.size * 2 && common < 4) || (done.plain === true && !isModal(source, wish)),
          ),
        ];
    }
    return [];
  });
}

/** The stems that tell anything behind a word, up to a mark. */
function behindWithin(words: Read, from: number): string[] {
  let end = from;
  while (end < words.lower.length && !words.parted[end]) end++;
  return behind(words, from, rest).slice(0, words.tells.slice(from, end).filter(Boolean).length);
}

/** Where a wish names what is told as done. */
function wishedAt(
  source: Read,
  { of }: Wish,
  done: Deed,
  { key, subject, object }: { key: string; subject: readonly string[]; object: readonly string[] },
  facts: Words,
): number | undefined {
  const same = of.find(at => keyOf(source, at) === key);
  if (same !== undefined && !facts.has(key)) {
    return same;
  }
  if (!done.light) return undefined;
  const nearest = [...subject.slice(0, 3), ...object.slice(0, 1)].find(stem => !facts.has(stem));
  return nearest === undefined ? undefined : of.find(at => source.stems[at] === nearest);
}

/** "Are included" is against "should be included"; what is called for may well be so. */
const isModal = ({ lower }: Read, { asks }: Wish): boolean =>
  /^(?:should|must|shall|ought|needs?)$/.test(lower[asks.from] ?? '');

/** So many words of the source are shown as they stand; of more, what asks and the word meant. */
const mostShown = 10;

function changed(done: Deed, { asks }: Wish, at: number, loose: boolean): Changed {
  const [from, to] = at < asks.from ? [at, asks.to] : [asks.from, at + 1];
  const far = to - from > mostShown;
  const word = { from: at, to: at + 1 };
  const [first, second] = at < asks.from ? [word, asks] : [asks, word];
  return {
    kind: 'wish',
    said: { from: done.from, to: done.to },
    instead: far ? first : { from, to },
    ...(far && { also: second }),
    loose,
    ...(done.plain === true && { plain: true }),
  };
}
