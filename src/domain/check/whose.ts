/**
 * Whose words a quotation beside a citation of ours says it is: the document's, somebody else's ("as one mother put
 * it"), or a title or motto ("the report “…”"). Read off the clause that introduces it and the words between it and the
 * citation. It decides only whether words that are unlike the source's are told of, never whether a quotation passes.
 */
import { otherPlace } from './attribution/context';
import type { CitedGroup, Prose, Quote } from './prose';
import { introductionsIn, type Introductions } from './introductions';
import { isSlogan } from './slogans';
import { firstFrom } from '../text/sorted';
import { wordsIn } from '../text/words';
import { certain } from '../certain';

/**
 * `beside`: nothing introduces it, and its citation follows at once; `apart`: nothing does, and other words stand
 * between.
 */
export type Standing = 'document' | 'theirs' | 'title' | 'beside' | 'apart';

/** What the words that introduce a quotation say of it. */
type Introduced = 'document' | 'theirs' | 'title';

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
/** Words that say behind a quotation whose it is: "according to what the speakers concluded on the second day". */
const mostOfAccording = 12;

/** Whose words a quotation is said to be. */
export function standing(prose: Prose, quote: Quote, group: CitedGroup): Standing {
  const says = introductionsIn(prose.language);
  const introduced = introducedAs(says, prose, quote, group);
  if (introduced === 'theirs' || introduced === 'document') return introduced;
  if (isLinkText(prose, quote)) return 'theirs';
  if (isSlogan(prose.view.chars.slice(quote.from, quote.to))) return 'title';
  if (isSaidBehind(says, prose, quote) || isSaidAround(says, prose, quote, group)) return 'theirs';
  return group.at >= quote.outerTo
    ? beforeCitation(says, prose, quote, group, introduced)
    : (introduced ?? afterCitation(prose, quote, group));
}

/**
 * Whether the words in marks are all of a link's text, and so the name of a page: `[[“…”]]`, `[“…”](https://…)`, or
 * `[“…”]` with a definition; not of a link to the document.
 */
function isLinkText({ text, view: { at, chars } }: Prose, { outerFrom, outerTo }: Quote): boolean {
  const start = at[outerFrom];
  const last = at[outerTo - 1];
  if (start === undefined || last === undefined || text[start - 1] !== '[' || text[last + 1] !== ']') return false;
  if (text[start - 2] === '[' && text[last + 2] === ']') return true;
  // The brackets of a link are no words.
  if (chars[outerFrom - 1] === '[') return false;
  return !toDocument.test(text.slice(last + 2, last + 2 + farthest));
}
const toDocument = /^\((?:[^)]*\biom\.int\b|[^)]*\bidm|#)/iu;

/** Whose words they are by what stands before them in their sentence, or in their row. */
function introducedAs(says: Introductions, prose: Prose, quote: Quote, group: CitedGroup): Introduced | undefined {
  // "@idm2022-1 says “…”": the citation itself is the subject.
  const isSubject =
    group.at < quote.outerFrom &&
    group.at > quote.outerFrom - farthest &&
    (group.citations[0]?.form === 'narrative' || beginsSentence(prose, group.at));
  const before = masked(prose, Math.max(isSubject ? group.at : 0, quote.outerFrom - farthest), quote.outerFrom);
  if (prose.unit.blocks[0]?.kind === 'table') return inItsSentence(before, inCell(says, prose, quote, before));
  const quoted = prose.view.chars.slice(quote.from, quote.to);
  return inItsSentence(before, introduction(says, before, quoted, isSubject));
}

/** "[@idm2022-1, day 2, conclusion 3] warns of “…”". */
function beginsSentence({ sentenceEnds, view: { chars } }: Prose, at: number): boolean {
  const begin = sentenceEnds[firstFrom(sentenceEnds, at + 1, end => end) - 1] ?? 0;
  return !/[\p{L}\p{N}]/u.test(chars.slice(begin, at));
}

/** What the sentence before says of the document leaves open whose words begin the next. */
function inItsSentence(before: string, said: Introduced | undefined): Introduced | undefined {
  return said === 'document' && /[.!?][”"’)]*\s*$/u.test(before) ? undefined : said;
}

/** Whether somebody else is said to have spoken right behind the words, or behind those in marks that a block ends with. */
function isSaidBehind(says: Introductions, { view: { chars } }: Prose, quote: Quote): boolean {
  if (quote.marks === 'block') {
    // "> “…”, a fisherman told us".
    const end = chars.slice(quote.from, quote.to).slice(-farthest);
    const inner = end.search(/[”"»][^”"»]{0,80}$/u);
    if (inner >= 0 && says.saidAfter.test(end.slice(inner + 1))) return true;
  }
  return says.asWords.test(chars.slice(quote.outerTo, quote.outerTo + farthestAsWords));
}

/** Whether somebody is said behind the words to have said them, citation and all: "“…[^1] was new”, a colleague told us". */
function isSaidAround(
  { saidAfter, documentary }: Introductions,
  { view: { chars } }: Prose,
  { outerFrom, outerTo }: Quote,
  { at }: CitedGroup,
): boolean {
  if (at <= outerFrom || at > outerTo + 2) return false;
  const behind = certain(chars.slice(outerTo, outerTo + farthest).split(/[.;!?]/u)[0]);
  return saidAfter.test(behind) && !documentary.test(behind);
}

/** Whose words they are by what stands between them and a citation behind them. */
function beforeCitation(
  says: Introductions,
  prose: Prose,
  quote: Quote,
  group: CitedGroup,
  introduced: 'title' | undefined,
): Standing {
  const following = masked(prose, quote.outerTo, Math.min(group.at, quote.outerTo + farthest));
  const signer = quote.marks === 'block' ? signerOf(says, following) : undefined;
  if (signer) return signer === 'document' ? signer : (introduced ?? signer);
  // The stop of the sentence before a citation behind it.
  const after = following.replace(/^[.,;:!?]\s+/u, '');
  if (parenthesis.test(after) && group.at > quote.outerTo + 2) return introduced ?? 'theirs';
  const near = certain(after.split(/[.;!?]\s|\s[–—-]\s/u)[0]);
  if (says.saidAfter.test(near) && !says.documentary.test(near)) return 'theirs';
  if (introduced) return introduced;
  return near.length === after.length ? byWordsBetween(says, near, group.at - quote.outerTo) : 'apart';
}

/** Whose words they are by the words between them and their citation, where a clause holds them all. */
function byWordsBetween({ documentary, afterDocument }: Introductions, between: string, distance: number): Standing {
  const many = words(between);
  if (many <= mostOfAccording && documentary.test(between) && afterDocument.test(between)) return 'document';
  return many <= mostBetween && distance <= farthest ? 'beside' : 'apart';
}

/** Who signs a block quotation, by what follows it; undefined where nobody does. */
function signerOf({ documentary }: Introductions, following: string): 'document' | 'theirs' | undefined {
  const signature = signed.exec(following)?.[1];
  if (signature === undefined) return undefined;
  return signature.trim() === '' || documentary.test(signature) ? 'document' : 'theirs';
}

/** Whose words they are where their citation stands before them and nothing introduces them. */
function afterCitation(prose: Prose, quote: Quote, group: CitedGroup): Standing {
  // "IOM (2022) has “…”", and a citation before a colon.
  if (group.citations[0]?.form === 'narrative') return 'document';
  if (quote.marks === 'block') return 'beside';
  const between = masked(prose, Math.max(group.at, quote.outerFrom - farthest), quote.outerFrom);
  return words(between) <= mostBetween && quote.outerFrom - group.at < farthest ? 'beside' : 'apart';
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
): Introduced | undefined {
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
function introduction(says: Introductions, before: string, quoted: string, isCited: boolean): Introduced | undefined {
  const { documentary, instrument, worded } = says;
  const clause = lastClause(before);
  // "Merkel's “we can do this”": whose the words are.
  const owner = /['’]s?$/.test(clause.slice(-2)) ? owning.exec(clause.slice(-62))?.[1] : undefined;
  if (owner !== undefined) return documentary.test(owner) ? 'document' : 'theirs';
  for (const segment of segmentsOf(clause).toReversed()) {
    if (says.saying.test(segment)) return sayerOf(says, segment, clause, isCited);
    if (isTitled(says, segment, quoted)) return 'title';
    if (namesDocument(says, segment)) return 'document';
    if (instrument.test(segment) || (worded.test(segment) && !documentary.test(clause))) return 'theirs';
    if (words(segment) > 2) return undefined;
  }
  return undefined;
}

/** Whose something is, in words right before it. */
const owning = /([\p{L}\p{N} .-]{1,60})['’]s?$/u;

/** The clause that some words end with. */
function lastClause(before: string): string {
  return (
    before
      .trimEnd()
      // "Member States" state nothing by their name.
      .replace(/\bStates\b/gu, 'Governments')
      .replace(/[:,]$/u, '')
      .split(/;$|[.;!?]\s|\s[–—]\s/u)
      .at(-1) ?? ''
  );
}

/** The parts of a clause between its commas, and before "and" or "but" with a subject. */
function segmentsOf(clause: string): string[] {
  return clause.split(
    /,\s|\s(?=(?:and|but|et|mais|y|pero) (?:the|a|an|our|my|one|as|in|that|its|to|le|la|les|un|une|el|los|las|una)\b)/u,
  );
}

function namesDocument({ documentary, elsewhere }: Introductions, segment: string): boolean {
  return documentary.test(segment) && !elsewhere.test(segment);
}

/** Whether the words are a title or a motto: they are said to be one, or begin large where one may follow. */
function isTitled({ titled, surely, wording }: Introductions, segment: string, quoted: string): boolean {
  const end = segment.slice(-60);
  return !wording.test(end) && titled.test(end) && (surely.test(end) || /^\P{L}*\p{Lu}/u.test(quoted));
}

/**
 * Who says the words, by a segment with a verb that says so; undefined where it may be the dialogue.
 *
 * @param isCited whether a citation of the document is the subject
 */
function sayerOf(
  says: Introductions,
  segment: string,
  clause: string,
  isCited: boolean,
): 'document' | 'theirs' | undefined {
  if (namesDocument(says, segment)) return 'document';
  const { documentary, elsewhere } = says;
  const begins = certain(says.saying.exec(segment)).index < 2;
  if (isOfDialogue(says, segment, clause, begins)) return documentary.test(clause) ? 'document' : undefined;
  // A verb whose subject stands before the comma: "The summary, adopted in Geneva, calls it".
  const isSubjectless = begins && /^\s*(?:[\p{L}]+ly )?\p{Ll}+(?:s|ed|d)? (?:it|this|that|of|out)?/u.test(segment);
  return isSubjectless && (isCited || (documentary.test(clause) && !elsewhere.test(clause))) ? 'document' : 'theirs';
}

/** Whether those who say it may be the dialogue's: its speakers, all together, or nobody who is named. */
function isOfDialogue(
  { theirOwn, together, elsewhere, verbFirst }: Introductions,
  segment: string,
  clause: string,
  begins: boolean,
): boolean {
  if (theirOwn.test(segment) || (together.test(segment) && !elsewhere.test(clause) && !otherPlace(clause))) return true;
  // "Señaló que “…”": he, she, or the document.
  return verbFirst && begins && !/^\s*(?:según|en palabras|para citar)/iu.test(segment);
}
