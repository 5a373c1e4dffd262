/**
 * The claims in a stretch of prose, and whom each lets speak: also where the speaker stands apart from the verb, in the
 * cell before, before a quotation, at the head of a list, in the clause or the sentence before.
 */
import { stemIn, type Carried } from './attribution/carried';
import { farRaised, type AttributionJudge, type Claim, type Misattribution } from './attribution/judge';
import type { SpeakerMention } from './attribution/mentions';
import type { LocalProblem } from './facts';
import { runBefore } from '../backwards';
import { lazy } from '../lazy';
import { firstFrom } from '../text/sorted';
import { indexOf, offsetAfter, offsetOf, sentenceOf, type Prose } from './prose';
import { rewordEdit } from './rewordEdit';
import { betweenBlanks } from '../text/words';

/**
 * A speaker at the end of a unit, "Member States:", whose verbs stand in the items below; its place counts from the
 * unit's beginning.
 */
export type Stem = Carried;

/** What heads a list of what somebody is to do. */
export const isToBeDone = (heading: string): boolean => toBeDone.test(heading);

/** The speaker a unit ends with: "Participants:", "At the Dialogue, States". */
export function stemOf(prose: Prose): Stem | undefined {
  const {
    view: { chars },
    unit,
    sentenceEnds,
  } = prose;
  const kind = unit.blocks[0]?.kind;
  if (unit.quoted || kind === 'table' || kind === 'listItem') return undefined;
  const end = runBefore(chars, chars.length, /[\s:–—]/);
  if (/[.!?;,”"»)]/.test(chars.charAt(end - 1))) return undefined;
  const from = Math.max(sentenceEnds.at(-2) ?? 0, end - 200);
  const stem = stemIn(chars, from, end);
  return stem && { ...stem, start: offsetOf(prose.view, stem.start), end: offsetAfter(prose.view, stem.end) };
}

/** What of the draft around a stretch of prose counts for who is said to have spoken in it. */
export interface Spoken {
  /** The ids that answer for the sentences without a citation. */
  readonly inNote: readonly string[];
  readonly drafters: readonly string[];
  readonly stem?: Stem | undefined;
}

/** The attributions in a stretch of prose that are not the source's; in steps, one for each claim. */
export function* attributionProblems(
  attributions: AttributionJudge,
  prose: Prose,
  { inNote, drafters, stem }: Spoken,
): Generator<void, LocalProblem[]> {
  if (inNote.length === 0 && !prose.groups.some(group => group.ours && group.ids.length > 0)) return [];
  const { chars } = prose.view;
  const masked = opened(attributions, prose, mask(prose));
  const wrong: Misattribution[] = [];
  let before: Claim | undefined;
  for (const claim of claims(prose, inNote, attributions)) {
    const carried = carriedInto(attributions, chars, masked, claim, before, stem);
    before = { drafters, ...(carried && { carried }), ...claim };
    wrong.push(...attributions.judge(chars, masked, before));
    yield;
  }
  return wrong.map(
    ({ code, continued, raised, mention, sentence, attribution, reworded, quoted }, at): LocalProblem => {
      const { start, end } = placeOf(
        prose,
        mention,
        wrong.slice(0, at).some(each => each.mention.start === mention.start),
        stem?.shown,
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
        severity: code === 'attribution-verb' && raised < farRaised ? 'hint' : continued ? 'information' : 'warning',
        data: {
          said: mention.said ?? chars.slice(mention.start, mention.end),
          continued,
          sentence: { id: sentence.id, text: sentence.text, who: attribution.who, verbs: attribution.verbs },
        },
        fixes: ({ base }) =>
          found().map(({ kind, to, edit }) => ({
            kind,
            to,
            safe: false,
            sure: kind === 'reword',
            edits: [{ ...edit, start: base + edit.start, end: base + edit.end }],
          })),
      };
    },
  );
}

/**
 * Where a problem is shown: on the speaker and verb; where they stand apart, on the speaker, or on the verb if the
 * speaker has a problem already. A speaker above a list is told of once; what further items say is shown on their
 * verbs.
 */
function placeOf(
  { view }: Prose,
  mention: SpeakerMention,
  told: boolean,
  shown: Stem['shown'],
): { start: number; end: number } {
  const { outside, action } = mention;
  const verb = action && { start: offsetOf(view, action.start), end: offsetAfter(view, action.end) };
  if (outside && verb)
    return shown === undefined ? verb : { start: outside.start, end: shown === 'alone' ? outside.end : verb.end };
  if (told && verb && mention.said !== undefined) return verb;
  return { start: offsetOf(view, mention.start), end: offsetAfter(view, mention.end) };
}

/** Quoted words are the source's own: blanked out, character for character. */
export function mask(prose: Prose): string {
  const { chars } = prose.view;
  let end = 0;
  const masked = prose.quotes.map(({ from, to }) => {
    const words = chars.slice(end, from) + chars.slice(from, to).replace(/[^\s]/g, ' ');
    end = to;
    return words;
  });
  return masked.join('') + chars.slice(end);
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

/**
 * The clauses with a citation of ours: from the sentence's beginning or the citation before, up to the citation.
 *
 * @param inNote the ids that answer for the sentences without a citation
 */
function claims(prose: Prose, inNote: readonly string[], attributions: AttributionJudge): Claim[] {
  const table = prose.unit.blocks[0]?.kind === 'table';
  const { chars } = prose.view;
  const { sentenceEnds: ends, groups } = prose;
  const found: Claim[] = [];
  groups.forEach((group, at) => {
    if (!group.ours || group.mixed || group.ids.length === 0) return;
    const narrative = group.citations[0]?.form === 'narrative';
    const sentence = sentenceOf(ends, group.at, chars, !narrative);
    const begin = sentence > 0 ? ends[sentence - 1]! : 0;
    const before = groups[at - 1];
    const start = before && before.at > begin ? before.at : begin;
    const next = groups[at + 1];
    const stop = ends[sentence]!;
    // A citation right after the speaker, or as the speaker, has its claim after it.
    const ahead = betweenBlanks(chars.slice(start, group.at)).length;
    const leads =
      narrative ||
      ahead < 4 ||
      (ahead < 10 &&
        /^\s*,/.test(chars.slice(group.at, group.at + 4)) &&
        tellsWhere.test(chars.slice(start, group.at))) ||
      (ahead < 10 && predicate.test(chars.slice(group.at, stop)));
    const end = leads && (!next || next.at >= stop) ? stop : group.at;
    const from = table && start === begin ? rowFrom(prose, attributions, start, end) : start;
    const compared = toCompare.test(
      prose.text.slice(Math.max(0, group.citations[0]!.start - 24), group.citations[0]!.end).slice(0, 60),
    );
    if (end > from)
      found.push({
        start: from,
        end,
        cited: group.ids,
        ...(group.byDay && { byDay: true }),
        ...(compared && { compared }),
        sentence: { start: Math.min(begin, from), end: stop },
      });
  });
  if (inNote.length === 0) return found;
  const cited = new Set(
    groups.map(({ at, citations: [first] }) => sentenceOf(ends, at, chars, first?.form !== 'narrative')),
  );
  ends.forEach((end, sentence) => {
    const start = ends[sentence - 1] ?? 0;
    if (!cited.has(sentence) && end > start && !isReference.test(chars.slice(start, end)))
      found.push({ start, end, cited: inNote, uncited: true, sentence: { start, end } });
  });
  return found.sort((one, other) => one.start - other.start);
}

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
  const row = indexOf(view, text.lastIndexOf('\n', Math.max(0, offsetOf(view, Math.max(0, end - 1)) - 1)) + 1);
  const cells = ends.slice(
    firstFrom(ends, row + 1, each => each),
    firstFrom(ends, end, each => each),
  );
  const empty = (from: number, to: number): boolean => !/[\p{L}\p{N}]/u.test(view.chars.slice(from, to));
  let at = cells.filter(each => each <= start).length;
  let from = Math.max(start, row);
  const back = (): void => {
    at--;
    from = at > 0 ? cells[at - 1]! : row;
  };
  if (at > 0 && from !== row && empty(from, end)) back();
  if (at > 0 && from !== row && attributions.verbAt(view.chars, from, true) > 0) back();
  return Math.min(from, start);
}

/** What heads a table of what is to be done, by whom. */
const toBeDone =
  /\b(?:actions?|tasks?|recommend\w*|responsib\w*|next|steps?|should|to[ -]?do|follow-?up|measures?|deadlines?|by when|asks?|roles?|proposals?|activit\w*|targets?)\b/i;

/** Whether a table tells what somebody says, and not what they are to do: then its verbs may stand in the present. */
function tellsOfWho({ text }: Prose): boolean {
  return !toBeDone.test(text.slice(0, Math.min(300, text.indexOf('\n') + 1)));
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
    if (marks === 'block' || !group?.ours || !/[\p{L},]\s*$/u.test(chars.slice(Math.max(0, outerFrom - 3), outerFrom)))
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
  if (/^[^\p{L}]*having\s/iu.test(words)) return attributions.subjectAt(masked, claim);
  const doing = attributions.openedBy(masked, claim);
  if (doing) return doing;
  if (before && before.sentence?.start === sentence.start && /^[\s,;]*(?:and|but)\b/.test(words))
    return attributions.subjectOf(masked, before);
  const they = /\b(?:they|of them)\b/i.exec(words);
  if (they)
    return attributions.antecedent(
      sentencesBefore(chars, sentence.start),
      masked.slice(sentence.start, claim.start + they.index).slice(-200),
    );
  if (claim.start === sentence.start && beginsWithIt.test(words.slice(0, 80)))
    return attributions.single(sentencesBefore(chars, sentence.start));
  return undefined;
}

/** "It drew attention to …", "On the second day, she called for …". */
const beginsWithIt = /^[^\p{L}]*(?:(?:on|at|in|during)\s[^,.;]{1,50}?,?\s)?(?:it|she|he)\s/iu;

/** So much before a sentence is read for whom its "they" means, and so many sentences of it. */
const farthestBack = 600;
const mostBack = 3;

/** The sentences before a place, the last first. */
function sentencesBefore(chars: string, at: number): string[] {
  const found: string[] = [];
  const near = chars.slice(Math.max(0, at - farthestBack), at);
  // Another cell of a table names nobody for this one.
  let earlier = near.slice(near.lastIndexOf('|') + 1).trimEnd();
  while (earlier !== '' && found.length < mostBack) {
    const stop = Math.max(...['.', '!', '?'].map(sign => earlier.lastIndexOf(sign, earlier.length - 2)));
    found.push(earlier.slice(stop + 1));
    earlier = earlier.slice(0, stop + 1).trimEnd();
  }
  return found;
}
