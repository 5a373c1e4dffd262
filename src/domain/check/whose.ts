/**
 * Whose words a quotation beside a citation of ours says it is: the document's, somebody else's ("as one mother put
 * it"), or a title or motto ("the report “…”"). Read off the clause that introduces it and the words between it and the
 * citation. It decides only whether words that are unlike the source's are told of, never whether a quotation passes.
 */
import { otherPlace } from './attribution/context';
import type { CitedGroup, Prose, Quote } from './prose';
import { introductionsIn, type Introductions } from './introductions';
import { firstFrom } from '../text/sorted';
import { wordsIn } from '../text/words';
import { certain } from '../certain';

/**
 * `beside`: nothing introduces it, and its citation follows at once; `apart`: nothing does, and other words stand
 * between.
 */
export type Standing = 'document' | 'theirs' | 'title' | 'beside' | 'apart';

/** So much before and after a quotation is read. */
const farthest = 240;

/** A reference or remark of another's right after the words: "(interview 14, Hamburg)", "(woman, 27)". */
const parenthesis = /^[\s.,;:]*\((?!\s*(?:emphasis|italics|sic|our|my|translation|see|cf|\[))[^()]{2,120}\)/iu;
/** The line below a block quotation that says whose it is: "— IOM, 2022". */
const signed = /^[\s.,;:!?]*[–—][\s]*([^]*)$/u;
/** So much behind a quotation is read for what it says of its words. */
const farthestAsWords = 40;
/** Words that may stand between quotations of one citation: "and that", "as well as". */
const mostBetween = 3;

/** Whose words a quotation is said to be. */
export function standing(prose: Prose, quote: Quote, group: CitedGroup): Standing {
  const { chars } = prose.view;
  const says = introductionsIn(prose.language);
  // "@idm2022-1 says “…”": the citation itself is the subject.
  const subject =
    group.at < quote.outerFrom && group.citations[0]?.form === 'narrative' && group.at > quote.outerFrom - farthest;
  const before = masked(prose, Math.max(subject ? group.at : 0, quote.outerFrom - farthest), quote.outerFrom);
  const quoted = chars.slice(quote.from, quote.to);
  const said =
    prose.unit.blocks[0]?.kind === 'table'
      ? inCell(says, prose, quote, before)
      : introduction(says, before, quoted, subject);
  // What the sentence before says of the document leaves open whose words begin the next.
  const introduced = said === 'document' && /[.!?][”"’)]*\s*$/u.test(before) ? undefined : said;
  if (introduced === 'theirs' || introduced === 'document') return introduced;
  // "> “…”, a fisherman told us".
  const inner = quote.marks === 'block' ? quoted.slice(-farthest).search(/[”"»][^”"»]{0,80}$/u) : -1;
  if (inner >= 0 && says.saidAfter.test(quoted.slice(-farthest).slice(inner + 1))) return 'theirs';
  if (says.asWords.test(chars.slice(quote.outerTo, quote.outerTo + farthestAsWords))) return 'theirs';
  if (group.at >= quote.outerTo) {
    const following = masked(prose, quote.outerTo, Math.min(group.at, quote.outerTo + farthest));
    const signature = quote.marks === 'block' ? signed.exec(following)?.[1] : undefined;
    if (signature !== undefined)
      return signature.trim() === '' || says.documentary.test(signature) ? 'document' : (introduced ?? 'theirs');
    // The stop of the sentence before a citation behind it.
    const after = following.replace(/^[.,;:!?]\s+/u, '');
    const near = certain(after.split(/[.;!?]\s|\s[–—-]\s/u)[0]);
    const doc = says.documentary.test(near);
    if (parenthesis.test(after) && group.at > quote.outerTo + 2) return introduced ?? 'theirs';
    if (!doc && says.saidAfter.test(near)) return 'theirs';
    if (introduced) return introduced;
    if (doc && says.afterDocument.test(near) && near.length === after.length && words(near) <= 12) return 'document';
    return group.at <= quote.outerTo + farthest && near.length === after.length && words(near) <= mostBetween
      ? 'beside'
      : 'apart';
  }
  if (introduced) return introduced;
  // "IOM (2022) has “…”", and a citation before a colon.
  if (group.citations[0]?.form === 'narrative') return 'document';
  const between = masked(prose, Math.max(group.at, quote.outerFrom - farthest), quote.outerFrom);
  return quote.marks === 'block' || (words(between) <= mostBetween && quote.outerFrom - group.at < farthest)
    ? 'beside'
    : 'apart';
}

/**
 * What introduces a quotation in a table: the words before it in its cell; where there are none, the head of its
 * column, or else the cell before.
 */
function inCell(
  says: Introductions,
  { view: { chars, at }, text }: Prose,
  quote: Quote,
  before: string,
): ReturnType<typeof introduction> {
  const quoted = chars.slice(quote.from, quote.to);
  const cells = before.split('|');
  const own = certain(cells.at(-1));
  if (words(own) > 0) return introduction(says, own, quoted, false);
  const place = at[quote.outerFrom] ?? 0;
  const row = text.slice(text.lastIndexOf('\n', place) + 1, place);
  const head = cellsOf(text.slice(0, Math.max(0, text.indexOf('\n'))))[cellsOf(row).length - 1]?.split(',')[0] ?? '';
  const headed = introduction(says, head, quoted, false) ?? introduction(says, cells.at(-2) ?? '', quoted, false);
  // Words behind it in its cell may say something else: "“…”, a survivor told us".
  const alone = words(certain(chars.slice(quote.outerTo, quote.outerTo + farthest).split('|')[0])) === 0;
  return headed === 'document' && !alone ? undefined : headed;
}

/** The cells of a row, or of its beginning; the bar at its start opens the first. */
function cellsOf(row: string): string[] {
  return row
    .trimStart()
    .replace(/^\|/u, '')
    .split(/(?<!\\)\|/u);
}

/** The words of a stretch, those in quotation marks blanked out. */
function masked(prose: Prose, from: number, to: number): string {
  let result = '';
  let at = from;
  const { quotes } = prose;
  for (let index = firstFrom(quotes, from + 1, ({ outerTo }) => outerTo); index < quotes.length; index++) {
    const quote = certain(quotes[index]);
    if (quote.outerFrom >= to) break;
    result += `${prose.view.chars.slice(at, Math.max(at, quote.outerFrom))} `;
    at = Math.min(to, quote.outerTo);
  }
  return result + prose.view.chars.slice(at, to);
}

function words(text: string): number {
  return wordsIn(text).length;
}

/** What the clause right before a quotation says of its words; undefined where it says nothing. */
function introduction(
  { documentary, elsewhere, saying, theirOwn, together, instrument, worded, titled, surely, verbFirst }: Introductions,
  before: string,
  quoted: string,
  cited: boolean,
): 'document' | 'theirs' | 'title' | undefined {
  // "Member States" state nothing by their name.
  const clause =
    before
      .trimEnd()
      .replace(/\bStates\b/gu, 'Governments')
      .replace(/[:,]$/u, '')
      .split(/;$|[.;!?]\s|\s[–—]\s/u)
      .at(-1) ?? '';
  const segments = clause.split(
    /,\s|\s(?=(?:and|but|et|mais|y|pero) (?:the|a|an|our|my|one|as|in|that|its|to|le|la|les|un|une|el|los|las|una)\b)/u,
  );
  // "Merkel's “we can do this”": whose the words are.
  const owner = /([\p{L}\p{N} .-]{1,60})['’]s?$/u.exec(clause.slice(-62))?.[1];
  if (owner !== undefined) return documentary.test(owner) ? 'document' : 'theirs';
  for (const segment of segments.toReversed()) {
    const doc = documentary.test(segment) && !elsewhere.test(segment);
    if (saying.test(segment)) {
      if (doc) return 'document';
      if (theirOwn.test(segment) || (together.test(segment) && !elsewhere.test(clause) && !otherPlace(clause)))
        return documentary.test(clause) ? 'document' : undefined;
      // "Señaló que “…”": he, she, or the document.
      if (
        verbFirst &&
        certain(saying.exec(segment)).index < 2 &&
        !/^\s*(?:según|en palabras|para citar)/iu.test(segment)
      )
        return documentary.test(clause) ? 'document' : undefined;
      // A verb whose subject stands before the comma: "The summary, adopted in Geneva, calls it".
      const subjectless =
        /^\s*(?:[\p{L}]+ly )?\p{Ll}+(?:s|ed|d)? (?:it|this|that|of|out)?/u.test(segment) &&
        certain(saying.exec(segment)).index < 2;
      const says = cited || (documentary.test(clause) && !elsewhere.test(clause));
      return subjectless && says ? 'document' : 'theirs';
    }
    if (titled.test(segment.slice(-60)) && (surely.test(segment.slice(-60)) || /^\P{L}*\p{Lu}/u.test(quoted)))
      return 'title';
    if (doc) return 'document';
    if (instrument.test(segment) || (worded.test(segment) && !documentary.test(clause))) return 'theirs';
    if (segment.trim() !== '' && words(segment) > 2) return undefined;
  }
  return undefined;
}
