/** The problems of one quotation, from its verdict. */
import { certain } from '../certain';
import type { Edit } from '../text/edits';
import type { Range } from '../text/ranges';
import { noFixes, type FixContext, type LocalProblem, type NotJudged } from './facts';
import { offsetAfter, offsetOf, part, type CitedGroup, type Prose, type Quote } from './prose';
import type { Fix } from './problem';
import { saysQuantity, turnsRound } from './quote/limit';
import { judge, judging, type Difference, type Omission, type Verdict, type Where } from './quote/judge';
import type { SourceIndex } from './quote/source';
import { countWords, tokens, type Token } from './quote/tokens';
import { isInOwnLanguage } from './quote/languages';
import { isName } from './quote/properNames';
import { standing, type Standing } from './whose';
import { visible, type Visible } from './quote/visible';
import { betweenBlanks } from '../text/words';
import { sentenceEnds } from '../text/sentences';

/** Quotations without a citation are looked at from so many words on. */
const leastUncited = 6;
/** Nobody quotes so many by mistake. */
const mostUncited = 2_000;
/** Altered words without a citation are a finding's from so many on. */
const leastAltered = 8;
/**
 * Words that may be somebody else's, or the drafter's own, count as a finding's, though altered, from this similarity
 * on.
 */
export const surelyFrom = 0.8;
/** From this similarity on an altered quotation of what is cited is meant to be the source's words. */
const sureFrom = 0.75;

/**
 * Judges a quotation, in steps where it is long. Without a citation of ours it has a verdict only if it comes from a
 * finding.
 */
export function* verdictOf(index: SourceIndex, prose: Prose, quote: Quote): Generator<void, Verdict | undefined> {
  const quoted = part(prose.view, quote.from, quote.to);
  const list = tokens(quoted);
  const words = countWords(list);
  if (words === 0 || isToBeCorrected(prose, quote)) return undefined;
  if (quote.group?.ours) return yield* citedVerdict(index, prose, quote, quoted, list, quote.group);
  // Somebody else's citation answers for its quotation.
  if (quote.group || words < leastUncited || words > mostUncited) return undefined;
  return yield* uncitedVerdict(index, prose, quote, quoted, list);
}

/** The verdict on a quotation without a citation: only if it surely comes from a finding. */
function* uncitedVerdict(
  index: SourceIndex,
  prose: Prose,
  quote: Quote,
  quoted: Visible,
  list: readonly Token[],
): Generator<void, Verdict | undefined> {
  // "…”; we share that view.[^…]": the citation after the semicolon answers for words that are its finding's.
  const later = citedLater(prose, quote);
  if (later && (yield* judging(index, prose.text, quoted, later.ids, list)).kind === 'exact') return undefined;
  const verdict = yield* judging(index, prose.text, quoted, [], list);
  if (verdict.kind !== 'otherFinding' && verdict.kind !== 'altered') return undefined;
  const words = countWords(list);
  if (verdict.kind === 'altered' && (verdict.similarity < surelyFrom || words < leastAltered)) return undefined;
  const { id } = verdict.where;
  return id !== undefined && comesFrom(id, words) ? verdict : undefined;
}

/** Why a quotation has no verdict; undefined where it is but a few words in marks. */
export function notJudged(prose: Prose, quote: Quote): NotJudged | undefined {
  const { group, from, to } = quote;
  const quoted = part(prose.view, from, to);
  const words = countWords(tokens(quoted));
  if (words === 0) return undefined;
  if (!group) return words < leastUncited ? undefined : { kind: 'notJudged', why: 'uncited' };
  if (group.ours && isName(quoted.chars)) return undefined;
  return { kind: 'notJudged', why: whyNotJudged(prose, quote, group, quoted) };
}

/** Why a quotation with a citation has no verdict. */
function whyNotJudged(prose: Prose, quote: Quote, group: CitedGroup, quoted: Visible): NotJudged['why'] {
  if (!group.ours || group.mixed) return 'otherSource';
  if (namesNothing(group)) return 'unknownSource';
  if (isInOwnLanguage(quoted.chars, prose.language)) return 'otherLanguage';
  const whose = standing(prose, quote, group);
  return whose === 'theirs' || whose === 'title' ? 'introduced' : 'apart';
}

/**
 * The verdict on what a citation of ours answers for; undefined where the citation names nothing there is, or a name is
 * put in marks.
 */
function* citedVerdict(
  index: SourceIndex,
  prose: Prose,
  quote: Quote,
  quoted: Visible,
  list: readonly Token[],
  group: CitedGroup,
): Generator<void, Verdict | undefined> {
  if (namesNothing(group)) return undefined;
  const verdict = yield* judging(index, prose.text, quoted, group.ids, list);
  const words = countWords(list);
  if (isName(quoted.chars) && anotherName(verdict, words)) return undefined;
  if (group.mixed && !surelyOurs(verdict)) return undefined;
  if (verdict.kind === 'unknown' && isInOwnLanguage(quoted.chars, prose.language)) return undefined;
  if (!meantAsOurs(verdict, words, () => standing(prose, quote, group))) return undefined;
  // What stands before the first day and behind the last is of no day: a day alone may be meant to have it.
  if (group.byDay && verdict.kind === 'otherFinding' && isBackground(verdict.where.id))
    return { ...verdict, kind: 'exact' };
  if (group.ids.length > 0) return verdict;
  // The document as a whole is cited: every conclusion of it is.
  if (verdict.kind === 'otherFinding') return { ...verdict, kind: 'exact' };
  return verdict.kind === 'altered' ? { ...verdict, cited: true } : verdict;
}

/** "For “all speakers called for” read “some speakers called for”": the first are the words that are wrong. */
const isCorrected =
  /^[\s,”"]*(?:(?:(?:should|must|ought to|is to) (?:be )?)?read|substitute|put|(?:should|must|is to) be (?:replaced|corrected))\b[^.;]{0,20}[“"«]/u;
const farthestCorrection = 60;
const isToBeCorrected = ({ view: { chars } }: Prose, { outerTo }: Quote): boolean =>
  isCorrected.test(chars.slice(outerTo, outerTo + farthestCorrection));

function namesNothing(group: CitedGroup): boolean {
  return group.ids.length === 0 && group.citations.some(cited => cited.ours && cited.unknown !== undefined);
}

/** Words of a finding that may be anybody's where they are introduced as somebody else's, or as a title. */
const fewWords = 6;
/**
 * From these similarities on altered words count as meant to be the source's though they stand apart from their
 * citation, or are introduced as another's.
 */
const apartFrom = 0.7;
const introducedFrom = 0.75;

/**
 * Whether words are offered as the source's, by how they are introduced and where they stand, and by how like its own
 * they are.
 */
function meantAsOurs(verdict: Verdict, words: number, whose: () => Standing): boolean {
  switch (verdict.kind) {
    case 'exact':
    case 'tooShort':
    case 'spans':
      return true;
    case 'otherFinding':
      return words >= fewWords || !/^(?:theirs|title)$/.test(whose());
    case 'altered': {
      if (verdict.similarity >= introducedFrom && words >= fewWords) return true;
      const by = whose();
      return by === 'document' || by === 'beside' || (by === 'apart' && verdict.similarity >= apartFrom);
    }
    case 'unknown':
      return /^(?:document|beside)$/.test(whose());
  }
}

/** Whether a name is another than the source's, and not one of those with a word altered. */
function anotherName(verdict: Verdict, words: number): boolean {
  if (verdict.kind !== 'altered') return verdict.kind === 'unknown' || verdict.kind === 'otherFinding';
  const altered = verdict.differences.reduce((sum, { text }) => sum + betweenBlanks(text).length, 0);
  return altered > words / 5;
}

/** The next citation of ours, where no more than semicolons part it from the quotation. */
function citedLater(prose: Prose, quote: Quote): CitedGroup | undefined {
  const group = prose.groups.find(({ at }) => at >= quote.outerTo);
  const between = group && prose.view.chars.slice(quote.outerTo, group.at);
  return between !== undefined && group?.ours && sentenceEnds(between).length === 1 ? group : undefined;
}

/** The background names titles and treaties that anyone may put in marks: of it more words are needed. */
function comesFrom(id: string, words: number): boolean {
  return !isBackground(id) || words >= 12;
}

function isBackground(id: string | undefined): boolean {
  return id !== undefined && /-b\d+$/.test(id);
}

/** Where somebody else is cited too, the words may be theirs: so they are unless they come from the source. */
function surelyOurs(verdict: Verdict): boolean {
  if (verdict.kind === 'altered') return verdict.cited || verdict.similarity >= surelyFrom;
  return verdict.kind !== 'unknown';
}

/** What there is to say of a quotation; offsets in the unit. */
export function quoteProblems(index: SourceIndex, prose: Prose, quote: Quote, verdict: Verdict): LocalProblem[] {
  const range = { start: offsetOf(prose.view, quote.from), end: offsetAfter(prose.view, quote.to) };
  const outer = { start: offsetOf(prose.view, quote.outerFrom), end: offsetAfter(prose.view, quote.outerTo) };
  const fixer = new QuoteFixer(index, prose, quote, range, outer);
  if (!quote.group) return uncited(verdict, outer, fixer);
  // Where a day alone is cited, no one conclusion is.
  const cited = quote.group.byDay ? [] : quote.group.ids;
  switch (verdict.kind) {
    case 'tooShort':
      return [];
    case 'exact':
      return parts(verdict, cited, fixer);
    case 'otherFinding':
      return [
        {
          code: 'quote-other-finding',
          ...outer,
          severity: 'warning',
          data: { cited, where: verdict.where, permitted: verdict.permitted },
          fixes: context => fixer.moveCitation(verdict.where.id, context),
        },
        ...parts(verdict, cited, fixer),
      ];
    case 'altered':
      if (isSaidToBeMended(prose, quote, verdict.differences)) return [];
      return [
        {
          code: 'quote-altered',
          ...placeOf(verdict.differences, range),
          severity: 'warning',
          data: { cited, where: verdict.where, differences: verdict.differences },
          fixes: context => fixer.altered(verdict, context),
        },
      ];
    case 'spans':
      return [
        {
          code: 'quote-spans',
          ...outer,
          severity: 'warning',
          data: { cited, pieces: verdict.where },
          fixes: context => fixer.paraphrase(context),
        },
      ];
    case 'unknown':
      return [
        {
          code: 'quote-unknown',
          ...outer,
          severity: 'warning',
          data: { cited, ...(verdict.nearest && { where: verdict.nearest }) },
          fixes: context => fixer.paraphrase(context),
        },
      ];
  }
}

/** The drafter says behind the words that a mark is theirs: "We have supplied one comma that the printed text has lost." */
const mended =
  /\b(?:supplied|added|inserted|restored|corrected|removed|dropped|put in)\b[^.;]{0,40}\b(?:comma|full stop|hyphen|apostrophe|misprint|typo|spelling|slip|letter)\b/i;
const farthestBehind = 240;

/** Whether nothing but marks and letters differ of which the draft says that it mended them. */
function isSaidToBeMended({ view }: Prose, { outerTo }: Quote, differences: readonly Difference[]): boolean {
  const isSmall = ({ text, source }: Difference): boolean =>
    lettersOf(text) === lettersOf(source) && differences.length < 3;
  const behind = view.chars.slice(outerTo, outerTo + farthestBehind).replace(/^[\s.,;]{1,4}/u, '');
  return differences.every(isSmall) && mended.test(certain(behind.split(/[.!?]\s/u)[0]));
}
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** A quotation of a finding that nothing cites. */
function uncited(verdict: Verdict, outer: Range, fixer: QuoteFixer): LocalProblem[] {
  if (verdict.kind !== 'otherFinding' && verdict.kind !== 'altered') return [];
  const { where } = verdict;
  return [
    {
      code: 'quote-uncited',
      ...outer,
      severity: 'information',
      data: { where, ...(verdict.kind === 'altered' && { differences: verdict.differences }) },
      fixes: context => (where.id === undefined ? [] : fixer.addCitation(where.id, context)),
    },
  ];
}

/** From the first difference to the last; the whole quotation where there is none. */
function placeOf(differences: readonly Difference[], quotation: Range): Range {
  const [first] = differences;
  const last = differences.at(-1);
  if (!first || !last) return quotation;
  return { start: Math.min(first.start, quotation.end), end: Math.max(last.end, first.end) };
}

const omissionSeverity = {
  negation: 'warning',
  quantifier: 'warning',
  modal: 'hint',
  attribution: 'hint',
  sentences: 'information',
  plain: undefined,
} as const satisfies Record<Omission['graveness'], string | undefined>;

function parts(
  verdict: Verdict & { kind: 'exact' | 'otherFinding' },
  cited: readonly string[],
  fixer: QuoteFixer,
): LocalProblem[] {
  const { where } = verdict;
  const restore = (context: FixContext): Fix[] => fixer.restore(where, context);
  const { limit } = verdict;
  return [
    ...(limit && !fixer.saysBefore(limit)
      ? [
          {
            code: 'quote-omission',
            start: limit.start,
            end: limit.end,
            severity: 'warning',
            data: { cited, where, omission: limit },
            fixes: context => fixer.begin(limit, context),
          } satisfies LocalProblem,
        ]
      : []),
    ...verdict.omissions.flatMap((omission): LocalProblem[] => {
      // What a bracket puts in place of the words is told of once.
      if (verdict.brackets.some(({ start, end, change }) => change && start === omission.start && end === omission.end))
        return [];
      const severity = omissionSeverity[omission.graveness];
      return severity
        ? [
            {
              code: 'quote-omission',
              start: omission.start,
              end: omission.end,
              severity,
              data: { cited, where, omission },
              fixes: restore,
            },
          ]
        : [];
    }),
    ...verdict.brackets
      .filter(
        ({ start, end, change }) =>
          change ||
          !verdict.omissions.some(each => each.start === start && each.end === end && omissionSeverity[each.graveness]),
      )
      .map((bracket): LocalProblem => ({
        code: 'quote-bracket',
        start: bracket.start,
        end: bracket.end,
        severity: bracket.change ? 'warning' : 'information',
        data: { cited, where, bracket },
        fixes: bracket.change ? restore : noFixes,
      })),
  ];
}

/** The fixes of one quotation. Each that restores words is tried before it is offered. */
class QuoteFixer {
  constructor(
    readonly index: SourceIndex,
    readonly prose: Prose,
    readonly quote: Quote,
    readonly range: Range,
    readonly outer: Range,
  ) {}

  /**
   * The source's words in place of the draft's, with the first letter's case and the stop or comma of the drafter's
   * kept.
   */
  restore(where: Where, { base }: FixContext): Fix[] {
    const { range, prose, quote } = this;
    if (prose.citations.some(cited => cited.start < range.end && cited.end > range.start) || where.text === '')
      return [];
    const mine = prose.view.chars.slice(quote.from, quote.to).trim();
    let words = where.text;
    if (mine.charAt(0) !== words.charAt(0) && mine.charAt(0).toLowerCase() === words.charAt(0).toLowerCase())
      words = mine.charAt(0) + words.slice(1);
    const stop = /[.,]$/.exec(mine)?.[0];
    if (stop && !/[.,;:!?]$/.test(words)) words += stop;
    if (quote.marks === 'straight') words = words.replaceAll('"', "'");
    words = words.replace(/[*_<`\\]/g, '\\$&');
    const lead =
      prose.text.slice(range.start, range.end).length - prose.text.slice(range.start, range.end).trimStart().length;
    const edit = { start: base + range.start + lead, end: base + range.end, text: words };
    return this.#exact(words) ? [{ kind: 'restore', to: words, safe: false, sure: true, edits: [edit] }] : [];
  }

  /** Whether the draft itself says what the quotation cuts off, or asserts nothing by its lack. */
  saysBefore({ text, governing }: Omission): boolean {
    const { outerFrom, outerTo } = this.quote;
    const { chars } = this.prose.view;
    const before = chars.slice(Math.max(0, outerFrom - 120), outerFrom);
    return governing === undefined
      ? saysQuantity(before, text)
      : !turnsRound(before, chars.slice(outerTo, outerTo + 120), governing);
  }

  /** The word of quantity at the beginning of the quotation, with the case that the quotation begins with. */
  begin({ start, end, leading = '', text }: Omission, { base }: FixContext): Fix[] {
    const { range, prose } = this;
    const mine = prose.text.slice(start, end);
    const [, ellipsis = '', letter = ''] =
      /^((?:\[\s*(?:…|\.{3})\s*\]|…|\.{3})?\s*)\[?(\p{L})\]?[\p{L}\p{M}\p{N}'’-]*$/u.exec(mine) ?? [];
    if (letter === '') return [];
    const upper = ellipsis === '' && letter !== letter.toLowerCase() && /^\p{Lu}/u.test(leading);
    const cased = (upper ? leading.charAt(0).toUpperCase() : leading.charAt(0).toLowerCase()) + leading.slice(1);
    const words = prose.text.slice(range.start, start) + cased + prose.text.slice(end, range.end);
    const verdict = judge(this.index, words, visible(words), this.quote.group?.ids ?? []);
    // Tried before it is offered: exact, and nothing cut off any more.
    if ((verdict.kind !== 'exact' && verdict.kind !== 'otherFinding') || verdict.limit || text === '') return [];
    return [
      {
        kind: 'restore',
        to: cased,
        safe: false,
        sure: true,
        edits: [{ start: base + start, end: base + end, text: cased }],
      },
    ];
  }

  altered(verdict: Verdict & { kind: 'altered' }, context: FixContext): Fix[] {
    // Words that are little like the source's may be anybody's: to put the source's for them is a guess.
    const sure = verdict.cited && verdict.similarity >= sureFrom;
    const fixes = this.restore(verdict.where, context).map(fix => ({ ...fix, sure }));
    if (!verdict.cited && verdict.where.id !== undefined && fixes.length > 0) {
      // The words are another finding's: restoring them alone would leave the citation wrong.
      const move = this.#recite(verdict.where.id, context);
      if (move && fixes[0]) fixes[0] = { ...fixes[0], edits: [...fixes[0].edits, ...move] };
      else fixes.length = 0;
    }
    const omitted = verdict.cited ? this.#markOmissions(verdict, context) : undefined;
    return [...fixes, ...(omitted ? [omitted] : []), ...this.paraphrase(context)];
  }

  /** […] wherever the draft leaves words out; only where that is all it does. */
  #markOmissions({ differences }: Verdict & { kind: 'altered' }, { base }: FixContext): Fix | undefined {
    const gaps = differences.map(each => each.gap);
    if (gaps.length === 0 || gaps.includes(undefined)) return undefined;
    const { start } = this.range;
    let words = this.prose.text.slice(start, this.range.end);
    for (const gap of (gaps as number[]).toReversed())
      words = `${words.slice(0, gap - start)} […]${words.slice(gap - start)}`;
    const verdict = judge(this.index, words, visible(words), this.quote.group?.ids ?? []);
    // Marked or not, what turns the sense round may not be left out.
    if (
      verdict.kind !== 'exact' ||
      verdict.limit ||
      verdict.omissions.some(each => omissionSeverity[each.graveness] === 'warning')
    )
      return undefined;
    return {
      kind: 'markOmission',
      safe: false,
      edits: (gaps as number[]).map(gap => ({ start: base + gap, end: base + gap, text: ' […]' })),
    };
  }

  /** @param id undefined for words of the source that nothing cites: a heading */
  moveCitation(id: string | undefined, context: FixContext): Fix[] {
    const edits = id === undefined ? undefined : this.#recite(id, context);
    return [
      ...(edits && id !== undefined ? [{ kind: 'moveCitation', to: id, safe: false, edits } as const] : []),
      ...this.paraphrase(context),
    ];
  }

  addCitation(id: string, context: FixContext): Fix[] {
    const at = context.base + (this.quote.marks === 'block' ? this.range.end : this.outer.end);
    return [{ kind: 'addCitation', to: id, safe: false, edits: context.cite(id, at) }];
  }

  /** Without its marks it is a paraphrase. */
  paraphrase({ base }: FixContext): Fix[] {
    const { range, outer, quote } = this;
    if (quote.marks === 'block') return [];
    return [
      {
        kind: 'paraphrase',
        safe: false,
        edits: [
          { start: base + outer.start, end: base + range.start, text: '' },
          { start: base + range.end, end: base + outer.end, text: '' },
        ],
      },
    ];
  }

  /** The citation the quotation belongs to, where it is alone and ours, with another finding in it. */
  #recite(id: string, { base, recite }: FixContext): readonly Edit[] | undefined {
    const [only, ...more] = this.quote.group?.citations ?? [];
    return only && more.length === 0 ? recite({ start: base + only.start, end: base + only.end }, id) : undefined;
  }

  #exact(words: string): boolean {
    return judge(this.index, words, visible(words), this.quote.group?.ids ?? []).kind !== 'altered';
  }
}
