/** What a draft lets the dialogue speak of, and nothing that is cited does: a member of a list, a subject. */
import { certain } from '../../certain';
import { lazy } from '../../lazy';
import { greatest } from '../../longLists';
import { stem as stemOf } from '../attribution/relate';
import type { Changed } from './changed';
import { hasWord } from './toldPlainly';
import { Phrases, shared, type Read, type Stretch } from './words';

/** A strange word or member, and which of what is cited tells most of what the draft does. */
interface Strange {
  readonly changed: Changed;
  readonly of: number;
}

/** A member of a list, with the stems that tell it from others. */
interface Member extends Stretch {
  readonly stems: readonly string[];
}

/** So long are members of a list. */
const longestMember = 5;
/** Words of many members, by which they are not told from each other. */
const common = lazy(
  () =>
    new Set(
      'person persons people migrant migrants group groups such other others including those like'
        .split(' ')
        .map(stemOf),
    ),
);

/** Stretches that commas, "and" and "or" part, with the words that tell anything in them. */
function membersOf({ lower, before, stems, tells }: Read): Member[] {
  const found: Member[] = [];
  let from = 0;
  for (let at = 1; at <= lower.length; at++) {
    const isJoint = lower[at] === 'and' || lower[at] === 'or';
    if (at < lower.length && !isJoint && !/[,;:.()]/.test(certain(before[at]))) continue;
    const telling = stems.slice(from, at).filter((stem, index) => tells[from + index] && !common().has(stem));
    if (telling.length > 0) found.push({ from, to: at, stems: telling });
    from = isJoint ? at + 1 : at;
  }
  return found;
}

/** So many members must be the source's, for a list to be told after it. */
const leastShared = 3;

/** Groups that no word for those of the source means. */
const groups = lazy(
  () =>
    new Set(
      'stateless detention detained detainees prisoners refugees indigenous homeless veterans students workers orphans victims survivors fishers farmers seafarers'
        .split(' ')
        .map(stemOf),
    ),
);

/** A group that a draft adds to a list of the source, or puts in another's place. */
function strangeMember(draft: Read, sources: readonly Read[]): Stretch | undefined {
  if (!draft.stems.some(stem => groups().has(stem))) return undefined;
  const members = membersOf(draft);
  if (members.length <= leastShared) return undefined;
  const known = (stem: string): boolean => sources.some(source => source.stems.includes(stem));
  const isShort = ({ from, to }: Member): boolean => to - from <= longestMember;
  for (let at = 1; at + 1 < members.length; at++) {
    const member = certain(members[at]);
    if (!isShort(member) || member.stems.some(known)) continue;
    const around = [...members.slice(Math.max(0, at - 4), at), ...members.slice(at + 1, at + 5)];
    const same = around.filter(each => isShort(each) && each.stems.every(known));
    const nextTo = [members[at - 1], members[at + 1]];
    if (same.length < leastShared || !nextTo.every(each => each && same.includes(each))) continue;
    if (member.stems.some(stem => groups().has(stem))) return { from: firstTelling(draft, member), to: member.to };
  }
  return undefined;
}

/** Where the words of a member begin, over "such as" and the like. */
function firstTelling({ tells, lower }: Read, { from, to }: Stretch): number {
  let at = from;
  while (at < to - 1 && (tells[at] !== true || /^(?:such|including|like)$/.test(certain(lower[at])))) at++;
  return at;
}

/** So many of a claim's words must be those of one sentence, for its others to be strange; and so many may be. */
const leastKnown = 4;
const mostStrange = 3;
/** So many words that stand elsewhere may be the draft's own. */
const mostOthers = 1;
/** Fields of policy that no word of the source means. */
const fields = lazy(
  () =>
    new Set(
      (
        'agriculture agricultural farming defence defense military security housing mining corruption biodiversity biological tourism cultural religious ' +
        'terrorism terrorist drugs taxation tax trade energy transport transportation fisheries fishing sport sports arms weapons cybersecurity nuclear overpopulation indigenous'
      )
        .split(' ')
        .map(stemOf),
    ),
);

/** What may stand before a member of a list, and in it. */
const inMember = /^(?:in|with|the|for|from|of|on|a|an|young|new)$/;

/**
 * Words that a draft puts into a list of a sentence that it tells otherwise as it stands: "security and development
 * plans" for "humanitarian and development plans". Only fields that the source does not speak of: other words may well
 * mean what its own do.
 */
function strangeInList(draft: Read, sources: readonly Read[]): Stretch | undefined {
  // Most claims name no such field: what else is asked takes far longer.
  if (!draft.stems.some(stem => fields().has(stem))) return undefined;
  const near = sharedWith(draft, sources);
  const source = sources[near.indexOf(greatest(near))];
  if (!source || greatest(near) < leastKnown) return undefined;
  const strange = draft.lower.flatMap((word, at) =>
    draft.tells[at] && !sources.some(each => hasWord(each, word)) ? [at] : [],
  );
  const listed = strange.filter(at => isListed(draft, at, strange, source));
  if (listed.some(at => mayBeVerb(draft, at))) return undefined;
  const [first] = listed;
  const last = listed.at(-1);
  if (
    first === undefined ||
    last === undefined ||
    last - first > mostStrange ||
    strange.length - listed.length > mostOthers
  )
    return undefined;
  return listed.some(at => fields().has(certain(draft.stems[at]))) ? { from: first, to: last + 1 } : undefined;
}

/** "And strengthening their ability", "and supports cohesive societies": what goes on with a verb is no list. */
const mayBeVerb = ({ lower, parted, tells }: Read, at: number): boolean =>
  /(?:ing|ed)$/.test(certain(lower[at])) ||
  (/[^s]s$/.test(certain(lower[at])) &&
    at + 1 < lower.length &&
    parted[at + 1] !== true &&
    (tells[at + 1] === true ||
      /^(?:the|a|an|their|its|them|this|that|these|those|all|every)$/.test(certain(lower[at + 1]))));

/**
 * Whether a word is a member of a list, alone or with other strange words, next to one of the source's, or follows
 * "including" as a member of the source's does.
 */
function isListed(draft: Read, at: number, strange: readonly number[], source: Read): boolean {
  const { lower, before, tells } = draft;
  const from = memberFrom(draft, at, strange);
  let to = at + 1;
  while (strange.includes(to) && (before[to] ?? '') === ' ') to++;
  const isOurs = (here: number): boolean => tells[here] === true && !strange.includes(here);
  const isJoint = (here: number): boolean => /^(?:and|or)$/.test(lower[here] ?? '');
  const isComma = (here: number): boolean => here > 0 && (before[here] ?? '').trim() === ',';
  if (isComma(from)) return isOurs(from - 1) && (isJoint(to) || isComma(to));
  if (isJoint(from - 1)) return isOurs(from - 2) || strange.includes(from - 2);
  return (isJoint(to) && isOurs(to + 1)) || (lower[from - 1] === 'including' && source.lower.includes('including'));
}

/** Where a member of a list begins that has a strange word. */
function memberFrom({ lower, before }: Read, at: number, strange: readonly number[]): number {
  let from = at;
  while (
    from > 0 &&
    (inMember.test(certain(lower[from - 1])) || strange.includes(from - 1)) &&
    !certain(before[from]).includes(',')
  )
    from--;
  return from;
}

/** Subjects of the field that a paraphrase of another subject hardly names. */
const subjects = new Phrases<'subject'>([
  [
    'subject',
    [
      'remittances, remittance, remittance costs, remittance fees',
      'immigration detention, detention, detention centres, detained',
      'deportation, deportations, deported, pushbacks, push-backs, pushback, readmission, refoulement, non-refoulement',
      'asylum, statelessness, naturalization, dual nationality, voting rights, right to vote',
      'recruitment fees, recruitment agencies, minimum wage, minimum wages, trade unions, domestic workers, seasonal workers, child labour, child marriage',
      'tuition fees, language courses',
      'border walls, border fences, quotas, amnesty, climate passport, climate passports, climate visa, climate visas, visa-free travel',
      'carbon tax, carbon taxes, debt relief, global fund, trust fund, travel costs, airfares',
    ].join(', '),
  ],
]);

/** So much of what a claim tells may be the source's, for all of it to be of another subject: one word in three. */
const mostKnown = 1 / 3;

/** A subject that a draft lets the dialogue speak of, and that nothing cited has. */
function strangeSubject(draft: Read, sources: readonly Read[]): Stretch | undefined {
  for (let at = 0; at < draft.lower.length; at++) {
    const phrase = subjects.at(draft, at);
    if (!phrase) continue;
    const words = draft.stems.slice(at, at + phrase.length);
    if (sources.some(source => words.some(word => source.stems.includes(word)))) continue;
    return isElse(draft, sources) ? { from: at, to: at + phrase.length } : undefined;
  }
  return undefined;
}

/** How many of the words by which a draft tells anything each source has. */
function sharedWith(draft: Read, sources: readonly Read[]): number[] {
  const told = draft.stems.filter((_, at) => draft.tells[at]);
  return sources.map(source => shared(told, source.stems));
}

/** Whether little of what a draft tells is in what it cites. */
function isElse(draft: Read, sources: readonly Read[]): boolean {
  const told = new Set(draft.stems.filter((_, at) => draft.tells[at]));
  return greatest(sharedWith(draft, sources)) <= told.size * mostKnown;
}

/** The first of what is cited nowhere. @param sources all that is cited */
export function strangeIn(draft: Read, sources: readonly Read[]): Strange | undefined {
  const member = strangeMember(draft, sources) ?? strangeInList(draft, sources);
  const said = member ?? strangeSubject(draft, sources);
  if (!said) return undefined;
  const near = sharedWith(draft, sources);
  return { changed: { kind: member ? 'member' : 'subject', said, loose: true }, of: near.indexOf(greatest(near)) };
}
