/**
 * A unit as it is read: visible words, citations, quotations, sentences, and which citation each
 * quotation belongs to. The rule is written down in docs/rules/README.md.
 */
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import type { Block, Draft, Zone } from '../draft/draft';
import { shortcutLinks } from '../draft/linkLabels';
import { merging } from '../merging';
import type { Range } from '../text/ranges';
import { firstAbove, firstFrom } from '../text/sorted';
import { brackets, citationsOf, type Cited, type OwnNotes } from './cited';
import { htmlProse } from './html';
import { sourceLine } from './quote/properNames';
import { visible, type Visible } from './quote/visible';
import { Ranges } from './sortedRanges';
import { proseKinds, type Unit } from './units';
import { withPointing } from './pointsBack';
import { sentenceEnds } from '../text/sentences';
import { certain } from '../certain';

export type Marks = 'curly' | 'straight' | 'french' | 'block';

/** Citations that stand together, with nothing but blanks and punctuation between them. */
export interface CitedGroup {
  readonly citations: readonly Cited[];
  /** Indexes of visible characters: where the first of the group stands, in order of the text. */
  readonly at: number;
  readonly ids: readonly string[];
  /** Whether a day alone is cited: the ids are all of that day. */
  readonly byDay?: boolean;
  /** The documents that are cited as a whole. */
  readonly documents: readonly string[];
  /** Whether somebody else's citation is among them. */
  readonly mixed: boolean;
  readonly ours: boolean;
}

/** A quotation; indexes of visible characters, `from` to `to` without its marks. */
export interface Quote {
  readonly from: number;
  readonly to: number;
  readonly outerFrom: number;
  readonly outerTo: number;
  readonly marks: Marks;
  readonly group?: CitedGroup;
}

export interface Prose {
  readonly unit: Unit;
  readonly language: Language;
  /** The unit's text; all offsets count in it. */
  readonly text: string;
  readonly view: Visible;
  readonly citations: readonly Cited[];
  readonly groups: readonly CitedGroup[];
  readonly quotes: readonly Quote[];
  /** Whether it is a block quotation, and not an aside of the draft's own in the shape of one. */
  readonly quoted: boolean;
  /** A block quotation that seems to be prose with quotations of its own, taken as one quotation. */
  readonly whole?: Quote;
  /** Visible-character indexes at which a sentence ends; the last is the end. */
  readonly sentenceEnds: readonly number[];
}

/** What a unit holds besides words, found once for all of it; offsets count in its text. */
export interface Parts {
  readonly text: string;
  readonly citations: Ranges<Cited>;
  /** The brackets around citations. */
  readonly around: Ranges<Range>;
  /** All that is no words of the draft. */
  readonly skip: Ranges<Range>;
}

/** A tag with quoted values; words struck out are read. */
const quotingTag = /^<(?!\/?(?:s|del|strike)\b)[^]*["“”„«»]/;
/** So many citations or other parts are looked at in one step. */
const atOnce = 512;

/** Finds the citations of a unit, and what of it is no words; in steps, where they are many. */
export function* partsOf(draft: Draft, unit: Unit, library: Library, notes: OwnNotes): Generator<void, Parts> {
  const base = unit.blocks[0]?.start ?? 0;
  const text = unit.blocks.map(block => block.text).join('');
  const citations: Cited[] = [];
  const hidden: Range[] = [];
  const around: Range[] = [];
  for (const [at, written] of unit.blocks.entries()) {
    if ((at + 1) % blocksAtOnce === 0) yield;
    const shift = written.start - base;
    const block = htmlProse(draft, written) ?? written;
    yield* draft.recognizer.steps(block);
    yield* block.findingZones();
    for (const found of yield* citationsOf(draft, block, library, notes))
      citations.push(shift === 0 ? found : { ...found, start: found.start + shift, end: found.end + shift });
    for (const { start, end } of brackets(draft, block)) around.push({ start: start + shift, end: end + shift });
    yield* hideMarkup(draft, block, shift, hidden);
    hideBeginning(block, shift, hidden);
  }
  yield;
  const others = yield* merging(hidden.sort(inOrder), around.sort(inOrder), inOrder);
  const skip = yield* merging<Range>(others, citations, inOrder);
  return { text, citations: new Ranges(citations), around: new Ranges(around), skip: new Ranges(skip) };
}

const inOrder = (a: Range, b: Range): number => a.start - b.start || b.end - a.end;

/** So many blocks are read in one step. */
const blocksAtOnce = 256;

/** Adds what within a block is no words: its zones, the brackets of its links, and what its lines begin with. */
function* hideMarkup(draft: Draft, block: Block, shift: number, hidden: Range[]): Generator<void> {
  let seen = 0;
  for (const zone of block.zones) {
    if (++seen % atOnce === 0) yield;
    if (isHidden(zone, block.text)) hidden.push({ start: zone.start + shift, end: zone.end + shift });
  }
  for (const { start, end } of shortcutLinks(draft, block)) {
    if (++seen % atOnce === 0) yield;
    hidden.push({ start: start + shift, end: start + shift + 1 }, { start: end + shift - 1, end: end + shift });
  }
  for (const { start, end } of block.prefixes) {
    if (++seen % atOnce === 0) yield;
    if (end > start) hidden.push({ start: start + shift, end: end + shift });
  }
}

/** Code that quotes, or that would be read as Markdown. */
const quotingCode = /["“”„«»@[\]\\]|&[a-z#]/;

/** Whether a stretch of a block is no words of the draft. */
function isHidden({ kind, start, end }: Zone, text: string): boolean {
  switch (kind) {
    case 'math':
    case 'attributes':
      return true;
    // Code within a quotation is its words in another face; code that quotes is no quotation of the draft's.
    case 'code':
      return quotingCode.test(text.slice(start, end));
    case 'html':
      return quotingTag.test(text.slice(start, end));
    default:
      return false;
  }
}

/** Adds what a block begins with and is no words: an alert's sign, a note's label; or all of it, if it is no prose. */
function hideBeginning({ kind, text, quoted, label }: Block, shift: number, hidden: Range[]): void {
  if (!proseKinds.has(kind)) hidden.push({ start: shift, end: shift + text.trimEnd().length });
  const sign = quoted ? (alert.exec(text.slice(0, longestLabel))?.[0].length ?? 0) : 0;
  if (sign > 0) hidden.push({ start: shift, end: shift + sign });
  if (label !== undefined) hidden.push({ start: shift, end: shift + text.indexOf(':') + 1 });
}

/**
 * Reads a unit, or a piece of one.
 *
 * @param from where the piece begins and, `to`, where it ends, in the unit's text
 * @param introduced the citation of the paragraph that introduces a block quotation
 * @param isOwn whether a block quotation is known to be an aside of the draft's own
 */
export function read(
  unit: Unit,
  { text, citations: all, around, skip }: Parts,
  from = 0,
  to = text.length,
  introduced?: CitedGroup,
  language: Language = 'en',
  isOwn = false,
): Prose {
  const isWhole = from === 0 && to === text.length;
  const within = <T extends Range>(ranges: Ranges<T>): readonly T[] =>
    isWhole ? ranges.all : ranges.touching(from, to);
  const citations = isWhole ? all.all : within(all).filter(({ start }) => start >= from);
  const view = visible(text, from, to, within(skip), 'words');
  const groups = groupsOf(view, text, citations, within(around));
  const pairs = marked(view.chars);
  const held = pairs.map(({ outerFrom, outerTo }) => ({ start: outerFrom, end: outerTo }));
  const ends = withPointing(view.chars, sentenceEnds(view.chars, { breaks: true, whole: held }));
  const quoted = unit.quoted && !isOwn && !isAside(view.chars, text.slice(from, from + longestLabel), groups);
  const block = quoted ? blockQuote(view, text, groups, pairs, introduced) : undefined;
  const quotes =
    block && !block.doubtful
      ? block.quotes
      : withGroups(pairs, bySentence(groups, ends, view.chars), ends, view.chars, introduced);
  return {
    unit,
    language,
    text,
    view,
    citations,
    groups,
    sentenceEnds: ends,
    quotes,
    quoted,
    ...(block?.doubtful && { whole: block.quotes[0] }),
  };
}

/** The visible characters from one index to another. */
export function part({ chars, at, end }: Visible, from: number, to: number): Visible {
  return { chars: chars.slice(from, to), at: at.slice(from, to), end: at[to] ?? end };
}

/** The offset in the unit of the visible character at an index. */
export function offsetOf(view: Visible, index: number): number {
  return view.at[index] ?? view.end;
}

/** The offset right after the visible character before an index. */
export function offsetAfter(view: Visible, index: number): number {
  return index > 0 ? (view.at[index - 1] ?? view.end - 1) + 1 : offsetOf(view, 0);
}

/** The index of the first visible character at an offset of the unit or after it. */
export function indexOf(view: Visible, offset: number): number {
  return firstFrom(view.at, offset, at => at);
}

function groupsOf(view: Visible, text: string, citations: readonly Cited[], around: readonly Range[]): CitedGroup[] {
  const lists: Cited[][] = [];
  let bracket = 0;
  /** Whether one bracket holds both: `[@smith, p. 3; @idm2022-1-d1c1]` is one citation of two works. */
  const together = (one: Cited, other: Cited): boolean => {
    while ((around[bracket]?.end ?? Infinity) <= one.start) bracket++;
    const here = around[bracket];
    return here !== undefined && here.start <= one.start && other.end <= here.end;
  };
  for (const cited of citations) {
    const last = lists.at(-1);
    const before = last?.at(-1);
    if (
      last &&
      before &&
      before.end <= cited.start &&
      cited.form !== 'narrative' &&
      (/^[\s.,;:^\])(]*$/.test(text.slice(before.end, cited.start)) || together(before, cited))
    )
      last.push(cited);
    else lists.push([cited]);
  }
  return lists.map(list => ({
    citations: list,
    at: indexOf(view, certain(list[0]).start),
    ids: [...new Set(list.flatMap(cited => cited.within ?? cited.ids))],
    ...(list.some(cited => cited.within) && { byDay: true }),
    documents: [...new Set(list.flatMap(({ document }) => document ?? []))],
    // Other people's in-text citations are not recognized: theirs is the rest of parentheses that are shared.
    mixed: list.some(cited => !cited.ours || (cited.form === 'inText' && cited.shared && list.length === 1)),
    ours: list.some(cited => cited.ours),
  }));
}

const letterOrDigit = /[\p{L}\p{N}]/u;

const closers: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '»': '«' };

/** The outermost quotations in marks. A mark that is never closed opens nothing. */
function marked(chars: string): Quote[] {
  if (!/["“”„«»]/.test(chars)) return [];
  const marks = new QuotationMarks(chars);
  for (const { 0: mark, index } of chars.matchAll(/["“”„«»]/g)) {
    if (mark === '"') marks.straight(index);
    else marks.paired(mark, index);
  }
  return outermost(withDraftsOwn(marks.pairs.sort(inTextOrder), marks.open, chars));
}

const inTextOrder = (a: Quote, b: Quote): number => a.outerFrom - b.outerFrom || b.outerTo - a.outerTo;

/** Pairs the quotation marks of a text, one after the other. */
class QuotationMarks {
  readonly pairs: Quote[] = [];
  /** The straight marks that are open. */
  readonly open: number[] = [];
  readonly #openPaired: { readonly mark: string; readonly at: number }[] = [];

  constructor(readonly chars: string) {}

  /** A straight mark: by what stands around it, it opens or closes. */
  straight(at: number): void {
    const last = this.open.at(-1);
    const before = this.chars[at - 1] ?? ' ';
    const after = this.chars[at + 1] ?? ' ';
    // Between a blank and a word it opens, be it within another: `"… states: "We invite …" …"`.
    const isNested = /[\s([]/.test(before) && letterOrDigit.test(after);
    if (last !== undefined && !isNested) this.#close(last, at, 'straight');
    else if (/\S/.test(after) && !letterOrDigit.test(before)) this.open.push(at);
  }

  /** A mark that has a shape for each side. */
  paired(mark: string, at: number): void {
    // A straight mark left open within does not keep it from closing: the source's own, cut in two.
    const top = this.#openPaired.at(-1);
    if (top && closers[top.mark]?.includes(mark)) this.#close(top.at, at, top.mark === '«' ? 'french' : 'curly');
    else if (mark !== '”' && mark !== '»') this.#openPaired.push({ mark, at });
  }

  #close(from: number, at: number, marks: Marks): void {
    this.pairs.push({ from: from + 1, to: at, outerFrom: from, outerTo: at + 1, marks });
    // What was left open within is not closed from outside.
    while ((this.open.at(-1) ?? -1) >= from) this.open.pop();
    while ((this.#openPaired.at(-1)?.at ?? -1) >= from) this.#openPaired.pop();
  }
}

/**
 * `"an occasion "to set out"`: of two straight marks that open in one sentence and one that closes, the first is the
 * draft's.
 *
 * @param open the straight marks that none closes
 */
function withDraftsOwn(pairs: Quote[], open: readonly number[], chars: string): Quote[] {
  const [from] = open;
  if (from === undefined || open.length > 1) return pairs;
  const at = pairs.findIndex(pair => pair.marks === 'straight' && pair.outerFrom > from);
  const pair = pairs[at];
  if (!pair || /[.!?…]["'’”)]*\s/.test(chars.slice(from, pair.outerFrom))) return pairs;
  return [
    ...pairs.slice(0, at).filter(({ outerTo }) => outerTo <= from),
    { ...pair, from: from + 1, outerFrom: from },
    ...pairs.slice(at + 1),
  ];
}

/** Those that stand in no other; they come in order. */
function outermost(pairs: readonly Quote[]): Quote[] {
  let end = -1;
  return pairs.filter(({ outerFrom, outerTo }) => {
    if (outerFrom < end) return false;
    end = outerTo;
    return true;
  });
}

/** The sentence a place is in; a citation after the sentence's stop belongs to it, as notes do in English. */
export function sentenceOf(ends: readonly number[], at: number, chars: string, trailing: boolean): number {
  const index = Math.min(
    firstAbove(ends, at, end => end),
    ends.length - 1,
  );
  if (!trailing || index === 0) return index;
  let next = certain(ends[index - 1]);
  while (next < at && /\s/.test(chars.charAt(next))) next++;
  return next < at ? index : index - 1;
}

/** Which citations stand in each sentence, in order. */
function bySentence(
  groups: readonly CitedGroup[],
  ends: readonly number[],
  chars: string,
): ReadonlyMap<number, readonly CitedGroup[]> {
  const found = new Map<number, CitedGroup[]>();
  for (const group of groups) {
    const sentence = sentenceOf(ends, group.at, chars, group.citations[0]?.form !== 'narrative');
    const here = found.get(sentence);
    if (here) here.push(group);
    else found.set(sentence, [group]);
  }
  return found;
}

/** The citation a quotation belongs to: the first after it in its sentence, else the last before it there. */
function withGroup(
  quote: Quote,
  groups: ReadonlyMap<number, readonly CitedGroup[]>,
  ends: readonly number[],
  chars: string,
): Quote {
  const here = groups.get(sentenceOf(ends, Math.max(quote.outerTo - 1, 0), chars, false)) ?? [];
  const before = firstAbove(here, quote.outerFrom, each => each.at);
  const group = here[firstAbove(here, quote.outerTo - 1, each => each.at)] ?? here[before - 1] ?? here[before];
  if (!group) return quote;
  return ofGroup(
    quote,
    foreign.test(chars.slice(quote.outerTo, Math.max(quote.outerTo, group.at))) ? { ...group, mixed: true } : group,
  );
}

/** A quotation with a citation. */
export function ofGroup({ from, to, outerFrom, outerTo, marks }: Quote, group: CitedGroup): Quote {
  return { from, to, outerFrom, outerTo, marks, group };
}

/**
 * Quotations with their citations. After one that has its own citation, another without may be anybody's.
 *
 * @param introduced the citation of those in a block quotation that holds none
 */
function withGroups(
  pairs: readonly Quote[],
  groups: ReadonlyMap<number, readonly CitedGroup[]>,
  ends: readonly number[],
  chars: string,
  introduced?: CitedGroup,
): Quote[] {
  let before: Quote | undefined;
  return pairs.map(pair => {
    const cited = withGroup(pair, groups, ends, chars);
    const quote = groups.size === 0 && introduced ? ofGroup(cited, introduced) : cited;
    const { group } = quote;
    const taken = group && before?.group?.at === group.at && before.outerTo <= group.at && group.at <= quote.outerFrom;
    if (!taken) before = quote;
    return taken ? { ...quote, group: { ...group, mixed: true } } : quote;
  });
}

/** Somebody else's reference in parentheses right after a quotation: "(A/RES/73/195, para. 24)", "(Smith, 2020)". */
const foreign =
  /^[\s.,;:]*\([^()]{0,200}?(?:\p{Lu}+\/[\p{L}\p{N}]|\b(?:19|20)\d\d\b|\b(?:arts?|articles?|paras?|paragraphs?|pp?|chap|vol|No|resolution|objective)\.?\s*\d)[^()]{0,200}\)/u;

/** "**Speaking note.** …": a label at the beginning, that no source's words have. */
const label = /^[\s>]*(?:\*\*|__)[^*_\n]{2,80}(?:[.:!?]\s{0,3}(?:\*\*|__)|(?:\*\*|__)\s{0,3}[.:–—])/;
const longestLabel = 200;
/** "Our own summary: …", "In short: …": by such words, in each language, a block is said to be the draft's own. */
const ownWords =
  /^\s*(?:(?:our|my|notre|nuestr[oa])\s[^:.!?“”«»"]{1,60}|(?:in|en)\s(?:(?:our|my|other|brief|short|sum|plain|nuestras|otras|d[’']autres|bref|resumen|résumé|breve|pocas)(?:\s(?:own\s)?(?:words|palabras|termes|mots))?|una palabra)|(?:summary|paraphrase|comment|commentary|résumé|commentaire|resumen|comentario)(?:\s[^:.!?“”«»"]{1,40})?)\s?:/iu;
/** "**Note.** …", "Key message: …", "💡 …": what begins many an aside, and no source's words. */
const callout =
  /^[\s>]*(?:\p{Extended_Pictographic}|(?:\*\*|__)[^*_\n]{2,80}(?:[.:!?]\s{0,3}(?:\*\*|__)|(?:\*\*|__)\s{0,3}(?:[.:–—]|\n))|[*_]{0,2}(?:n\.?b\.?|nota bene|(?:speaking |editor[’']s )?notes?|key (?:message|point|finding|takeaway|fact)s?|takeaways?|important|tip|warning|caution|remember|reminder|example|background|context|definition|box \d{1,2})[*_]{0,2}\s?[:.–—])/iu;

/**
 * A block quotation that begins as asides do, without its label: it is one if the words behind that are not the source's,
 * or nearly; undefined where it has no such label.
 */
export function behindLabel({ text, view }: Prose, block: Quote): Quote | undefined {
  const from = text.lastIndexOf('\n', (view.at[0] ?? 0) - 1) + 1;
  const led = callout.exec(text.slice(from, from + longestLabel));
  if (!led) return undefined;
  let first = indexOf(view, from + led[0].length);
  while (/\s/.test(view.chars.charAt(first))) first++;
  return first < block.to ? { ...block, from: first, outerFrom: first } : undefined;
}

/** "[!NOTE]", by which a block quotation is an alert of GitHub's. */
const alert = /^[\s>]*\[!\w{1,20}\]/;

/**
 * Whether a block quotation is an aside of the draft's own: an alert, words that are said to be the draft's, or words
 * under a label that go on behind their citation.
 */
function isAside(chars: string, text: string, groups: readonly CitedGroup[]): boolean {
  if (alert.test(text) || ownWords.test(chars.slice(0, longestLabel))) return true;
  const last = groups.findLast(group => group.ours);
  return (
    last !== undefined &&
    label.test(text) &&
    /^[\s.,;:!?]*(?:[\p{L}\p{N}][^\s]*\s+){2}/u.test(chars.slice(last.at, last.at + longestLabel))
  );
}

/** A block quotation as one quotation; `doubtful` where it may only hold prose with quotations of its own. */
function blockQuote(
  view: Visible,
  text: string,
  groups: readonly CitedGroup[],
  pairs: readonly Quote[],
  introduced: CitedGroup | undefined,
): { quotes: Quote[]; doubtful: boolean } | undefined {
  const { chars } = view;
  let from = chars.search(/\S/);
  let to =
    sourceLine(
      view,
      text,
      groups.map(group => group.at),
    ) ?? chars.trimEnd().length;
  if (from < 0) return { quotes: [], doubtful: false };
  const whole = pairs.find(
    pair => pair.outerFrom === from && chars.slice(pair.outerTo, to).replace(/[\s.,;]/g, '') === '',
  );
  const doubtful = !whole && pairs.length > 0 && (groups.length > 0 || introduced !== undefined);
  const outer = { outerFrom: from, outerTo: to };
  if (whole) ({ from, to } = whole);
  const own = groups.filter(group => group.ours);
  // A mark in the midst of the words is a note on them; at their end it says whose they are.
  const ending = groups.filter(group => group.at >= to);
  const others = ending.length > 0 || !introduced ? groups : [];
  const all = own.length > 0 ? own : others;
  const group =
    all.length === 0
      ? introduced
      : {
          citations: all.flatMap(each => each.citations),
          at: certain(all[0]).at,
          ids: [...new Set(all.flatMap(each => each.ids))],
          documents: [...new Set(all.flatMap(each => each.documents))],
          mixed: all.some(each => each.mixed),
          ours: all.some(each => each.ours),
        };
  return { quotes: [{ from, to, ...outer, marks: 'block', ...(group && { group }) }], doubtful };
}
