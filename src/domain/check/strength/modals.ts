/** Modals: how binding, how certain or how hard a draft says something is, and how the source. */
import { certain } from '../../certain';
import type { Changed } from './changed';
import { before, behind, Phrases, shared, type Read, type Stretch } from './words';

/** What a modal says; `both` are duties and forecasts alike: "shall". */
type Class = 'possible' | 'advice' | 'need' | 'duty' | 'certain' | 'both' | 'hard' | 'barred';

const be = ['is', 'are', 'was', 'were', 'be'];
const forms = (words: readonly string[], rest: string): string => words.map(word => `${word} ${rest}`).join(', ');

const modals = new Phrases<Class>([
  ['possible', 'may, might, could, can'],
  ['advice', 'should, ought to'],
  ['need', 'need to, needs to, needed to'],
  ['both', `must, shall, ${forms(be, 'bound to')}`],
  [
    'duty',
    [
      'have to, has to, had to',
      ...['obliged', 'required', 'compelled', 'obligated', 'duty bound', 'duty-bound'].map(word =>
        forms(be, `${word} to`),
      ),
    ].join(', '),
  ],
  [
    'certain',
    [
      'will, would, inevitably, invariably, unavoidably, necessarily',
      ...['certain', 'sure', 'going'].map(word => forms(be, `${word} to`)),
    ].join(', '),
  ],
  ['hard', 'harder, difficult'],
  [
    'barred',
    [
      'cannot, can not, could not, can no longer, could no longer',
      "can't, couldn't, impossible",
      forms(be, 'unable to'),
      forms(be, 'not able to'),
    ].join(', '),
  ],
]);

/** Which of a draft's modals say more than one of the source's. */
const stronger: Readonly<Partial<Record<Class, readonly Class[]>>> = {
  possible: ['certain', 'both'],
  advice: ['duty', 'both'],
  hard: ['barred'],
  // The contrary: "could work alone" for "could not work alone".
  barred: ['possible'],
};
/** Which of the source's, elsewhere in what is cited, say as much as one of the draft's. */
const supports: Readonly<Partial<Record<Class, readonly Class[]>>> = {
  certain: ['certain', 'both'],
  both: ['both', 'duty', 'certain', 'need'],
  duty: ['both', 'duty', 'need'],
  barred: ['barred'],
  possible: ['possible'],
};

/** A modal with its verb. */
export interface Modal extends Stretch {
  readonly of: Class;
  /** The main verb. */
  readonly verb: number;
  readonly key: string;
  readonly passive: boolean;
}

/** What may stand between a modal and its verb. */
const between = new Set(
  'be been being also always all both continue continues to fully further therefore thus then only ever still'.split(
    ' ',
  ),
);
const negative = new Set(['not', 'never', 'no', 'hardly', 'neither', 'nor']);
const mostBetween = 5;
/** Verbs that say the same, and forms whose stem is another. */
const sameVerb = new Map(
  'taken take,involv inclus,reinforc strengthen,lead result,cooper work,collabor work,reach access,obtain access,rejoin reunif'
    .split(',')
    .map(pair => pair.split(' ') as [string, string]),
);

/** The modals among some words. */
export function modalsIn(words: Read): Modal[] {
  const found: Modal[] = [];
  for (let at = 0; at < words.lower.length; at++) {
    const modal = modals.at(words, at);
    if (!modal) continue;
    const from = at;
    const to = at + modal.length;
    at = to - 1;
    // "Not necessarily".
    if (certain(words.lower[from]).endsWith('ly') && negative.has(words.lower[from - 1] ?? '')) continue;
    const verb = verbBehind(words, to, modal.means === 'hard' || words.lower[from] === 'impossible');
    if (verb === undefined) continue;
    const key = certain(words.stems[verb]);
    found.push({
      from,
      to,
      of: modal.means,
      verb,
      key: sameVerb.get(key) ?? key,
      passive: words.lower.slice(to, verb).includes('be'),
    });
  }
  return found;
}

/** @param infinitive the verb stands behind "to", and before it may be whose it is: "harder for migrants to reunite" */
function verbBehind({ lower, parted }: Read, from: number, infinitive: boolean): number | undefined {
  if (infinitive) {
    const to = lower.indexOf('to', from);
    return to >= from && to - from < mostBetween && !parted[to] && to + 1 < lower.length ? to + 1 : undefined;
  }
  for (let at = from; at < Math.min(lower.length, from + mostBetween); at++) {
    if (parted[at] || negative.has(certain(lower[at]))) return undefined;
    if (!between.has(certain(lower[at])) && !certain(lower[at]).endsWith('ly')) return at;
  }
  return undefined;
}

/** So many words that tell anything are compared on each side: for the subject, and behind the verb. */
const subject = 4;
const ofSource = 8;
const rest = 8;

/** The modals of a draft that say more than those of one sentence of the source, of the same subject and verb. */
export function strongerModals(
  draft: Read,
  mine: readonly Modal[],
  source: Read,
  its: readonly Modal[],
  all: readonly Modal[],
): Changed[] {
  return its.flatMap(other => {
    const more = stronger[other.of];
    if (!more) return [];
    // A draft that has the source's modal, too, sets the two apart.
    if (
      other.of === 'barred'
        ? mine.some(({ of }) => of === 'barred')
        : draft.lower.includes(certain(source.lower[other.from]))
    )
      return [];
    return mine.flatMap(modal => {
      if (modal.key !== other.key || !more.includes(modal.of) || isHedged(draft, modal)) return [];
      if (all.some(each => each.key === modal.key && supports[modal.of]?.includes(each.of))) return [];
      const how = sameStatement(draft, modal, source, other);
      return how === undefined ? [] : [changed(draft, modal, source, other, how)];
    });
  });
}

/** What stands before a verb that is supposed, asked for, denied, or said of some things only. */
const notAsserted = new Set(
  'no nobody some few many half that which who where when whenever if whether unless how to not never hardly rarely sometimes often possibly perhaps potentially likely otherwise easily lest risk risks fear fears danger'.split(
    ' ',
  ),
);
const finite = /(?:[^s]s|ed)$/;

/** What a sentence of the source says may be, told as so: "results in" for "could result in". */
export function unhedged(draft: Read, source: Read, its: readonly Modal[]): Changed[] {
  const may = its.filter(({ of, verb }) => of === 'possible' && source.tells[verb]);
  if (may.length === 0 || draft.lower.some(word => hedging.test(word))) return [];
  return draft.stems.flatMap((stem, at) => {
    const key = sameVerb.get(stem) ?? stem;
    const other = may.find(each => each.key === key);
    if (!other || !draft.tells[at] || !finite.test(certain(draft.lower[at])) || draft.parted[at]) return [];
    if (draft.lower.slice(Math.max(0, at - mostBetween), at).some(word => notAsserted.has(word))) return [];
    const modal: Modal = { from: at, to: at + 1, of: 'certain', verb: at, key, passive: false };
    return sameStatement(draft, modal, source, other) === 'same'
      ? [{ kind: 'modal', said: modal, instead: { from: other.from, to: other.verb + 1 } } satisfies Changed]
      : [];
  });
}
/** A draft that hedges anywhere knows of it; what it says in other modals is held against the source's by those. */
const hedging =
  /^(?:may|might|could|can|cannot|would|should|will|must|shall|risk|risks|possible|possibly|potential|potentially|perhaps|likely|fear|fears|feared)$/;

/** "Often cannot access", "may be unable to access", "cannot easily access": no more than that it is hard. */
function isHedged({ lower }: Read, { of, from, to, verb }: Modal): boolean {
  if (of !== 'barred') return false;
  return (
    lower.slice(Math.max(0, from - 4), from).some(word => hedges.has(word)) ||
    lower.slice(to, verb).some(word => hedges.has(word) || word.endsWith('ly'))
  );
}
const hedges = new Set(
  'may might can could often sometimes frequently many some always almost nearly all too'.split(' '),
);

/** Whether both say the same of the same; `active` where the draft turns the source's passive. */
function sameStatement(draft: Read, modal: Modal, source: Read, other: Modal): 'same' | 'active' | undefined {
  const theirs = before(source, other.from, ofSource);
  const left = before(draft, modal.from, subject);
  const right = behind(draft, modal.verb + 1, rest);
  const theirRight = behind(source, other.verb + 1, Infinity);
  const ahead = shared(right, theirRight);
  const own = shared(left, theirs);
  if (right.length > 0 && (ahead + shared(right, theirs)) * 3 < right.length) return undefined;
  if (own >= 1 && ahead >= 1) return 'same';
  if (own >= 2 && right.length === 0) return 'same';
  // "Makes it impossible for migrants to reunite": the subject stands between.
  const within = shared(draft.stems.slice(modal.to, modal.verb), source.stems.slice(other.to, other.verb));
  if (other.of === 'hard' && within + own >= 1 && ahead >= 1) return 'same';
  return other.passive && !modal.passive && shared(right.slice(0, 4), theirs) >= 2 && ahead >= 1 ? 'active' : undefined;
}

function changed(draft: Read, modal: Modal, source: Read, other: Modal, how: 'same' | 'active'): Changed {
  const said = modal.to > modal.verb ? modal : { from: modal.from, to: modal.verb + 1 };
  // "May find it harder to access": the source's words begin before the hard ones.
  const find = source.lower.lastIndexOf('find', other.from);
  const found = other.of === 'hard' && find > 0 && find > other.from - 3;
  const first = found ? find - 1 : other.from;
  return {
    kind: 'modal',
    said,
    instead: {
      from: draft.lower[modal.from] === 'impossible' ? before1(source, other.from) : first,
      to: other.verb + 1,
    },
    fix: how === 'active' ? undefined : fixOf(draft, modal, source, other, first),
    loose: how === 'active' || draft.lower[modal.from] === 'shall' || strangers(draft, source) > mostStrangers,
  };
}

const before1 = ({ lower }: Read, at: number): number => (lower[at - 1] === 'more' ? at - 1 : at);

/** So many words of a claim may be none of the sentence's. */
const mostStrangers = 1;

/** How many words that tell anything in a claim a sentence has not. */
const strangers = ({ stems, tells }: Read, source: Read): number =>
  stems.filter((stem, at) => tells[at] === true && !source.stems.includes(stem)).length;

/** A modal stands for a modal, and "more difficult" for "impossible". */
function fixOf(draft: Read, modal: Modal, source: Read, other: Modal, first: number): Changed['fix'] {
  const impossible = draft.lower[modal.from] === 'impossible';
  if (other.of !== 'hard') return { draft: modal, source: { from: other.from, to: other.to } };
  if (impossible) return { draft: modal, source: { from: before1(source, other.from), to: other.to } };
  return first < other.from ? { draft: modal, source: { from: first, to: other.verb } } : undefined;
}
