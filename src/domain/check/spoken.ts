/**
 * The claims in a stretch of prose, and whom each lets speak: also where the speaker stands apart from the verb, in the
 * cell before, before a quotation, at the head of a list, in the clause or the sentence before.
 */
import type { Carried } from './attribution/carried';
import { colonBeforeItem, opensItem, signedBy, spokenBy } from './attribution/leads';
import { farRaised } from './attribution/compare';
import type { AttributionJudge, Claim, Misattribution } from './attribution/judge';
import type { SpeakerMention } from './attribution/mentions';
import type { LocalProblem } from './facts';
import { lazy } from '../lazy';
import type { Range } from '../text/ranges';
import { firstAbove, firstFrom } from '../text/sorted';
import { indexOf, offsetAfter, offsetOf, sentenceOf, type CitedGroup, type Prose, type Quote } from './prose';
import { rewordEdit } from './rewordEdit';
import { claimOfRow, columnHead, mask, sentencesBefore, tellsOfWho, type Stem } from './told';
import { betweenBlanks } from '../text/words';
import { certain } from '../certain';
import { append } from '../longLists';

/** What of the draft around a stretch of prose counts for who is said to have spoken in it. */
interface Spoken {
  readonly drafters: readonly string[];
  readonly stem?: Stem | undefined;
}

/** The attributions in a stretch of prose that are not the source's; in steps, one for each claim. */
export function* attributionProblems(
  attributions: AttributionJudge,
  prose: Prose,
  claims: readonly Claim[],
  { drafters, stem }: Spoken,
): Generator<void, LocalProblem[]> {
  if (claims.length === 0) return [];
  const { chars } = prose.view;
  const masked = opened(attributions, prose, mask(prose));
  const wrong: Misattribution[] = [];
  let before: Claim | undefined;
  for (const claim of claims) {
    const carried = carriedInto(attributions, chars, masked, claim, before, stem);
    const lead = leadInto(attributions, prose, masked, { ...claim, drafters }, before, stem);
    before = { drafters, ...(carried && { carried }), ...(lead && { lead }), ...claim };
    append(wrong, attributions.judge(chars, masked, before));
    yield;
  }
  return problemsOf(prose, wrong, stem);
}

/**
 * The problem of a block quotation whose words the line above it says are others' ("Member States put it like this:");
 * none where that line does not say who spoke.
 */
export function quotedProblems(
  attributions: AttributionJudge,
  prose: Prose,
  { from, to, group }: Quote,
  stem: Stem,
): LocalProblem[] {
  if (!group?.ours || group.mixed || group.ids.length === 0) return [];
  const { chars } = prose.view;
  const lead = { ...stem, outside: { start: stem.start, end: stem.end } };
  const masked = ' '.repeat(chars.length);
  return problemsOf(prose, attributions.judge(chars, masked, { start: from, end: to, cited: group.ids, lead }), stem);
}

function problemsOf(prose: Prose, wrong: readonly Misattribution[], stem: Stem | undefined): LocalProblem[] {
  const { chars } = prose.view;
  return wrong.map(
    ({ code, continued, raised, nearest, mention, sentence, attribution, reworded, quoted }, at): LocalProblem => {
      const { start, end } = placeOf(
        prose,
        mention,
        wrong.slice(0, at).some(each => speakerAt(each.mention) === speakerAt(mention)),
        mention.outside && !stem ? 'upToVerb' : stem?.shown,
      );
      const found = lazy(() =>
        [
          { kind: 'reword' as const, fix: reworded() },
          { kind: 'quoteSource' as const, fix: quoted() },
        ].flatMap(({ kind, fix }) => {
          const edit = fix && rewordEdit(prose, fix);
          return edit ? [{ kind, to: kind === 'reword' ? fix.words : sentence.text, edit }] : [];
        }),
      );
      return {
        code,
        start,
        end,
        severity: severityOf({ code, raised, continued }),
        data: {
          said: mention.said ?? chars.slice(mention.start, mention.end),
          ...maybeAuthor(chars, mention),
          continued,
          ...(nearest && { nearest }),
          ...(raised > 0 && { raised: true }),
          sentence: { id: sentence.id, text: sentence.text, who: attribution.who, verbs: attribution.verbs },
        },
        fixes: ({ base }) =>
          found().map(({ kind, to, edit }) => ({
            kind,
            to,
            safe: false,
            sure: kind === 'reword',
            ...(kind === 'quoteSource' && nearest && { nearest }),
            edits: [{ ...edit, start: base + edit.start, end: base + edit.end }],
          })),
      };
    },
  );
}

/** The longest name of one who signs a draft. */
const longestAuthor = 80;

/** Whom a draft with authors of its own may mean: “the Ministers”, “the Governments”, and nobody who spoke at the dialogue alone. */
function maybeAuthor(
  chars: string,
  { voice, outside, subject, shape, singled }: SpeakerMention,
): { mayBeAuthor?: string } {
  if (!/^(?:states|others)$/.test(voice) || !/^(?:clause|further)$/.test(shape) || outside || singled) return {};
  const { start, end } = subject;
  const named = /^the\s+(.*)$/isu.exec(chars.slice(start, end))?.[1] ?? chars.slice(start, end);
  const isDefinite = named.length < end - start || /\bthe\s+$/iu.test(chars.slice(Math.max(0, start - 5), start));
  const words = named.replace(/\s+/gu, ' ').trim();
  return isDefinite && words !== '' && words.length <= longestAuthor ? { mayBeAuthor: `the ${words}` } : {};
}

/** Where a speaker stands: those above a list, or at the head of a column, in a text of their own. */
const speakerAt = ({ outside, start, lead }: SpeakerMention): string =>
  lead && outside ? `above ${outside.start}` : `${start}`;

/**
 * Where a problem is shown: on the speaker and verb; where they stand apart, on the speaker, or on the verb if the
 * speaker has a problem already. A speaker above a list is told of once; what further items say is shown on their
 * verbs. Where the verb stands above, too, the items that are wrong behind one that is not are shown themselves.
 */
function placeOf(
  { view }: Prose,
  mention: SpeakerMention,
  told: boolean,
  shown: Stem['shown'],
): { start: number; end: number } {
  const { outside, action } = mention;
  const verb = action && { start: offsetOf(view, action.start), end: offsetAfter(view, action.end) };
  if (mention.lead && outside && verb) return told || shown !== 'upToVerb' ? verb : outside;
  if (outside && verb)
    return shown === undefined ? verb : { start: outside.start, end: shown === 'alone' ? outside.end : verb.end };
  if (told && verb && mention.said !== undefined) return verb;
  return { start: offsetOf(view, mention.start), end: offsetAfter(view, mention.end) };
}

/** "Participants at the session[^1] called for …": the verb comes after the citation. */
const predicate = /^\s*(?:(?:also|further|all|then|\w+ly)\s+)?(?:have|has|had|drew|said|\w+ed)\b/;

/** "According to the summary[^1], States …", "In the conclusions of day 2 (…), speakers …". */
const tellsWhere =
  /^\W*(?:according to|as (?:stated|noted|recorded|reported|set out|summari[sz]ed) in|in|per|following)\s[^.;:]*\b(?:summary|conclusions?|document|record|text|outcomes?|report|dialogue|idm|session)\b[\s\w]{0,20}$/i;

/** "[see also @…]", "(cf. IOM, 2022, …)". */
const toCompare = /[[(]\s*(?:see|cf\.?|compare)\s/i;

/** What a style says in a note. */
const isReference =
  /^\s*(?:(?:available at|ibid|accessed|https?:)\b|[^.]{0,200}\b(?:conclusion|dialogue on migration) \d)/i;

const opensWithThat = /^\s{0,2}that\s/;
/** The claims of so many citations are found in one step. */
const claimsAtOnce = 64;

/**
 * The clauses with a citation of ours, in steps: from the sentence's beginning or the citation before, up to the citation.
 *
 * @param inNote the ids that answer for the sentences without a citation
 */
export function* claimsIn(
  prose: Prose,
  inNote: readonly string[],
  attributions: AttributionJudge,
): Generator<void, readonly Claim[]> {
  const found = yield* claimsCiting(prose, attributions, ({ ids }) => ids);
  if (inNote.length === 0) return found;
  append(found, claimsWithoutCitation(prose, inNote));
  return found.sort((one, other) => one.start - other.start);
}

/** What is claimed with citations of a document as a whole. */
export const claimsOfDocuments = (prose: Prose, attributions: AttributionJudge): Generator<void, Claim[]> =>
  claimsCiting(prose, attributions, ({ ids, documents }) => (ids.length === 0 ? documents : []));

/** @param citedBy what of a group of citations is cited for a claim; nothing where it has none */
function* claimsCiting(
  prose: Prose,
  attributions: AttributionJudge,
  citedBy: (group: CitedGroup) => readonly string[],
): Generator<void, Claim[]> {
  const isTable = prose.unit.blocks[0]?.kind === 'table';
  const found: Claim[] = [];
  for (const [at, group] of prose.groups.entries()) {
    if ((at + 1) % claimsAtOnce === 0) yield;
    const cited = group.ours && !group.mixed ? citedBy(group) : [];
    if (cited.length === 0) continue;
    const place = placeOfClaim(prose, at, group);
    // "Does the first conclusion say that all States agreed?" says nothing.
    if (group.citations.every(({ named }) => named) && asks(prose, place.sentence)) continue;
    const claim = isTable ? claimInTable(prose, attributions, group, place) : claimInText(prose, group, place);
    if (claim) found.push({ ...claim, cited });
  }
  return found;
}

const asks = ({ view: { chars } }: Prose, { start, end }: Range): boolean => chars.slice(start, end).includes('?');

/** Where the claim of a citation may stand. */
interface ClaimPlace {
  /** The sentence of the citation. */
  readonly sentence: Range;
  /** Where the claim begins: with the sentence, or behind the citation before. */
  readonly start: number;
  /** The citations before and behind. */
  readonly before: CitedGroup | undefined;
  readonly next: CitedGroup | undefined;
}

function placeOfClaim(
  { view: { chars }, sentenceEnds: ends, groups }: Prose,
  at: number,
  group: CitedGroup,
): ClaimPlace {
  const sentence = sentenceOf(ends, group.at, chars, !isNarrative(group));
  const begin = sentence > 0 ? certain(ends[sentence - 1]) : 0;
  const before = groups[at - 1];
  // "The dialogue decided[^1] that …": who spoke stands before the citation between.
  const goesOn = before !== undefined && opensWithThat.test(chars.slice(before.at, before.at + 8));
  return {
    sentence: { start: begin, end: certain(ends[sentence]) },
    start: before && before.at > begin && !goesOn ? before.at : begin,
    before,
    next: groups[at + 1],
  };
}

const isNarrative = ({ citations: [first] }: CitedGroup): boolean => first?.form === 'narrative';

/** The claim of a citation in running text; undefined where nothing is said. */
function claimInText(prose: Prose, group: CitedGroup, place: ClaimPlace): Claim | undefined {
  const { sentence } = place;
  const told = beforeSignal(prose, place.start, group.at, place.before);
  const start = told?.start ?? place.start;
  const end = told?.end ?? endOfClaim(prose, group, place);
  if (end <= start) return undefined;
  return {
    start,
    end,
    cited: group.ids,
    ...ofCitation(prose, group, told?.compared === true),
    sentence: { start: Math.min(sentence.start, start), end: told?.end ?? sentence.end },
  };
}

/** The claim of a citation in a table: in its cell, or in the cells before; undefined where nothing is said. */
function claimInTable(
  prose: Prose,
  attributions: AttributionJudge,
  group: CitedGroup,
  place: ClaimPlace,
): Claim | undefined {
  const { sentence } = place;
  const end = endOfClaim(prose, group, place);
  const start = place.start === sentence.start ? rowFrom(prose, attributions, place.start, end) : place.start;
  const row = claimOfRow(attributions, prose, { start, end }, group.at);
  if (!row && end <= start) return undefined;
  return {
    start: row?.start ?? start,
    end: row?.end ?? end,
    cited: group.ids,
    ...ofCitation(prose, group, false),
    sentence: row ?? { start: Math.min(sentence.start, start), end: sentence.end },
  };
}

/** What a claim has by its citations: where they stand, whether a day alone is cited, and whether only to be compared. */
function ofCitation(
  { text }: Prose,
  { byDay, citations }: CitedGroup,
  isCompared: boolean,
): Pick<Claim, 'citations' | 'byDay' | 'compared'> {
  const { start, end } = certain(citations[0]);
  const compared = isCompared || toCompare.test(text.slice(Math.max(0, start - 24), end).slice(0, 60));
  return { citations, ...(byDay && { byDay: true }), ...(compared && { compared: true }) };
}

/** Where a claim ends: at its citation; or with the sentence, where the citation stands before what it is cited for. */
function endOfClaim({ view: { chars } }: Prose, group: CitedGroup, { start, sentence, next }: ClaimPlace): number {
  if (next && next.at < sentence.end) return group.at;
  return leadsClaim(chars, start, group, sentence.end) ? sentence.end : group.at;
}

/** Whether a citation stands right behind the speaker, or is the speaker: it has its claim behind it. */
function leadsClaim(chars: string, start: number, group: CitedGroup, stop: number): boolean {
  if (isNarrative(group)) return true;
  const before = chars.slice(start, group.at);
  const ahead = betweenBlanks(before).length;
  if (ahead < 4) return true;
  if (ahead >= 10) return false;
  const isBeforeComma = /^\s*,/.test(chars.slice(group.at, group.at + 4));
  return (isBeforeComma && tellsWhere.test(before)) || predicate.test(chars.slice(group.at, stop));
}

/** The sentences of a note without a citation: what the note cites answers for them. */
function claimsWithoutCitation(
  { view: { chars }, sentenceEnds: ends, groups }: Prose,
  ids: readonly string[],
): Claim[] {
  const cited = new Set(groups.map(group => sentenceOf(ends, group.at, chars, !isNarrative(group))));
  return ends.flatMap((end, sentence) => {
    const start = ends[sentence - 1] ?? 0;
    return !cited.has(sentence) && end > start && !isReference.test(chars.slice(start, end))
      ? [{ start, end, cited: ids, uncited: true, sentence: { start, end } }]
      : [];
  });
}

/** "…; see @…", "…. See also IOM, 2022, …": words that lead from a claim to what supports it. */
const signal = /(?:^\s*|[.;,:–—]\s*|\()(?:see(?: also)?|cf\.?) ?$/i;
/** The last letters of such words: all others are told by one look. */
const endsSignal = new Set(['e', 'E', 'o', 'O', 'f', 'F', '.']);
/** So long are such words at most, with what stands before them. */
const longestSignal = 16;

/**
 * The claim before words such as "see" that a citation follows: of the same sentence, or of the one before where the
 * citation has a sentence of its own.
 */
function beforeSignal(
  { view: { chars }, sentenceEnds: ends }: Prose,
  start: number,
  at: number,
  before: CitedGroup | undefined,
): (Range & { readonly compared: boolean }) | undefined {
  if (!endsSignal.has(chars.charAt(chars.charAt(at - 1) === ' ' ? at - 2 : at - 1))) return undefined;
  const near = Math.max(start, at - longestSignal);
  const found = signal.exec(chars.slice(near, at));
  if (!found) return undefined;
  const end = near + found.index;
  const compared = !/see\s*$/i.test(found[0]);
  if (/[\p{L}\p{N}]/u.test(chars.slice(start, end))) return { start, end, compared };
  const sentence = firstFrom(ends, start, each => each);
  const from = sentence > 0 ? certain(ends[sentence - 1]) : 0;
  if (ends[sentence] !== start || (before && before.at >= from)) return undefined;
  return { start: from, end: start, compared };
}

/** So many cells before its own a claim may begin, and some. */
const farthestCell = 6;

/**
 * Where the claim of a cell begins: in the cell before where it has no words, and before that where a cell begins with
 * its verb.
 */
function rowFrom(
  { view, text, sentenceEnds: ends }: Prose,
  attributions: AttributionJudge,
  start: number,
  end: number,
): number {
  // Of a long row, no more is looked at than the cells that may have the claim.
  const first = Math.max(0, firstAbove(ends, start, each => each) - farthestCell);
  const near = first > 0 ? offsetOf(view, certain(ends[first - 1])) : 0;
  const line = text.slice(near, Math.max(0, offsetOf(view, Math.max(0, end - 1)) - 1) + 1).lastIndexOf('\n');
  const row = line < 0 && first > 0 ? certain(ends[first - 1]) : indexOf(view, near + line + 1);
  const cells = ends.slice(
    firstFrom(ends, row + 1, each => each),
    firstFrom(ends, end, each => each),
  );
  const empty = (from: number, to: number): boolean => !/[\p{L}\p{N}]/u.test(view.chars.slice(from, to));
  let at = cells.filter(each => each <= start).length;
  let from = Math.max(start, row);
  const back = (): void => {
    at--;
    from = at > 0 ? certain(cells[at - 1]) : row;
  };
  if (at > 0 && from !== row && empty(from, end)) back();
  // "| Member States | agreed | on a panel |".
  const before = cells[at - 2] ?? row;
  const verbEnd = at > 0 && from !== row ? attributions.verbAt(view.chars, before, true) : 0;
  if (verbEnd > 0 && empty(verbEnd, from)) back();
  if (at > 0 && from !== row && attributions.verbAt(view.chars, from, true) > 0) back();
  return Math.min(from, start);
}

/**
 * The masked words, with the verb in view that a partial quotation begins with ("Member States “called for …”"), and
 * without the bar between a speaker's cell and a verb's.
 */
function opened(attributions: AttributionJudge, prose: Prose, masked: string): string {
  const {
    view: { chars },
    quotes,
    unit,
  } = prose;
  let words = masked;
  for (const { from, to: close, outerFrom, marks, group } of quotes) {
    if (marks === 'block' || !group?.ours || !wordBefore.test(chars.slice(Math.max(0, outerFrom - 3), outerFrom)))
      continue;
    const to = attributions.verbAt(chars, from, true);
    if (to > 0 && attributions.tellsOf(chars.slice(to, close), group.ids))
      words = words.slice(0, outerFrom) + ' '.repeat(from - outerFrom) + chars.slice(from, to) + words.slice(to);
  }
  if (unit.blocks[0]?.kind !== 'table') return words;
  const present = tellsOfWho(prose);
  return words.replace(/\|/g, (bar, at: number) => (attributions.verbAt(words, at + 1, present) > 0 ? ' ' : bar));
}

/**
 * Whom a claim goes on with: the subject of the clause before, of a participle, or of the line above a list; or "they"
 * of the sentence before.
 */
function carriedInto(
  attributions: AttributionJudge,
  chars: string,
  masked: string,
  claim: Claim,
  before: Claim | undefined,
  stem: Stem | undefined,
): Carried | undefined {
  const words = masked.slice(claim.start, claim.end);
  const sentence = claim.sentence ?? claim;
  if (claim.start === 0 && stem && attributions.verbAt(masked, 0, stem.present) > 0)
    return { ...stem, outside: { start: stem.start, end: stem.end } };
  if (opensWithHaving.test(words)) return attributions.subjectAt(masked, claim);
  const doing = attributions.openedBy(masked, claim);
  if (doing) return doing;
  if (before && before.sentence?.start === sentence.start && /^[\s,;]*(?:and|but)\b/.test(words))
    return attributions.subjectOf(masked, before);
  const they = /\b(?:they|of them)\b/i.exec(words) ?? bothAtOnce.exec(words);
  if (they)
    return attributions.antecedent(
      sentencesBefore(chars, sentence.start),
      masked.slice(sentence.start, claim.start + they.index).slice(-200),
      bothAtOnce.test(they[0]),
    );
  if (claim.start === sentence.start && beginsWithIt.test(words.slice(0, 80)))
    return attributions.single(sentencesBefore(chars, sentence.start));
  return undefined;
}

/**
 * Who is said before a claim to have said what it tells: in the line above its list, at the head of its column, or in
 * the short sentence before its own.
 */
function leadInto(
  attributions: AttributionJudge,
  prose: Prose,
  masked: string,
  claim: Claim,
  before: Claim | undefined,
  stem: Stem | undefined,
): Carried | undefined {
  const { start, sentence = claim } = claim;
  if (sentence.start === 0 && stem?.told) return { ...stem, outside: { start: stem.start, end: stem.end } };
  if (prose.unit.blocks[0]?.kind === 'table') return columnHead(attributions, prose, claim);
  const sayer = besideQuotation(prose, masked, claim);
  if (sayer) return sayer;
  if (opensItem.test(masked.slice(start, start + 16))) return before?.lead && { ...before.lead, further: true };
  const colon = colonBeforeItem(masked, start, claim.end);
  return colon > 0
    ? attributions.leadIn(masked, start, colon, claim.drafters ?? [])
    : sentenceBefore(attributions, prose, masked, claim, before);
}

/** Who spoke in the short sentence before a claim that begins its own. */
function sentenceBefore(
  attributions: AttributionJudge,
  { sentenceEnds: ends }: Prose,
  masked: string,
  { start, sentence, drafters = [] }: Claim,
  before: Claim | undefined,
): Carried | undefined {
  if (start === 0 || (sentence && start !== sentence.start)) return undefined;
  // What the sentence before says of a citation of its own is whole.
  if (before && !before.uncited && before.sentence?.end === start) return undefined;
  const from = ends[firstFrom(ends, start, each => each) - 1] ?? 0;
  return start - from > longestLead ? undefined : attributions.plainIn(masked, from, start, drafters);
}
const longestLead = 160;

/** Who is named before a quotation with a colon, or behind it with a dash; in a list they may be those it is for. */
function besideQuotation(
  { unit, quotes, view: { chars, at }, text }: Prose,
  masked: string,
  claim: Claim,
): Carried | undefined {
  const quote = quotes[firstFrom(quotes, claim.start, ({ outerFrom }) => outerFrom)];
  if (!quote || quote.outerFrom >= claim.end || unit.blocks[0]?.kind !== 'paragraph' || unit.blocks[0].continues)
    return undefined;
  const first = claim.start + Math.max(0, masked.slice(claim.start, quote.outerFrom).search(letter));
  const label = /[*_]/.test(text.charAt((at[first] ?? 0) - 1));
  const quoted = { start: quote.outerFrom, end: quote.outerTo };
  return (
    (label ? undefined : spokenBy(masked, claim.start, quoted, chars)) ?? signedBy(masked, quote.outerTo, claim.end)
  );
}

const letter = /\p{L}/u;
/** What a partial quotation stands behind: its subject. */
const wordBefore = /[\p{L},]\s*$/u;
/** "Having agreed that …". */
const opensWithHaving = /^[^\p{L}]*having\s/iu;

/** "Both called for …", "The two called for …". */
const bothAtOnce = /^[^\p{L}]*(?:both|the two|these two) \p{Ll}/iu;

/** "It drew attention to …", "On the second day, she called for …". */
const beginsWithIt = /^[^\p{L}]*(?:(?:on|at|in|during)\s[^,.;]{1,50}?,?\s)?(?:it|she|he)\s/iu;

function severityOf({
  code,
  raised,
  continued,
}: Pick<Misattribution, 'code' | 'raised' | 'continued'>): LocalProblem['severity'] {
  if (code === 'attribution-verb' && raised < farRaised) return 'hint';
  return continued ? 'information' : 'warning';
}
