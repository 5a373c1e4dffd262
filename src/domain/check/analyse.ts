/** Checks one unit: its quotations, attributions and references. */
import { runBefore } from '../backwards';
import { readLabel } from '../citation/labels';
import { markAfterPunctuation } from '../citation/options';
import { recognizeNote } from '../citation/recognize';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import type { Draft } from '../draft/draft';
import type { AttributionJudge } from './attribution/judge';
import type { Cited, OwnNotes } from './cited';
import type { Fix } from './problem';
import { noFixes, type JudgedQuote, type LocalProblem, type UnitFacts } from './facts';
import { isLong, piecesOf } from './pieces';
import {
  behindLabel,
  indexOf,
  offsetAfter,
  offsetOf,
  part,
  ofGroup,
  partsOf,
  read,
  sentenceOf,
  type CitedGroup,
  type Parts,
  type Prose,
  type Quote,
} from './prose';
import { countWords, tokens } from './quote/tokens';
import { notJudged, quoteProblems, surelyFrom, verdictOf } from './quoteProblems';
import type { SourceIndex } from './quote/source';
import type { StrengthJudge } from './strength/strengthJudge';
import { paraphraseProblems } from './strength/problems';
import { withRows } from './rows';
import { attributionProblems, claimsIn, claimsOfDocuments, quotedProblems } from './spoken';
import { stemOf, type Stem } from './told';
import type { Range } from '../text/ranges';
import { unknownReference } from './unknownReference';
import type { Unit } from './units';
import { certain } from '../certain';
import { append } from '../longLists';
import { citedElsewhere, type ConclusionWords } from './otherFinding';

export interface Tools {
  readonly index: SourceIndex;
  readonly attributions: AttributionJudge;
  readonly strength: StrengthJudge;
  readonly conclusions: ConclusionWords;
}

/** What of the draft around a unit counts for it. */
export interface Surroundings {
  readonly draft: Draft;
  readonly language: Language;
  /** The ids cited by the paragraph that introduces a block quotation. */
  readonly introduced: readonly string[];
  readonly notes: OwnNotes;
  /** What the note cites by its label, or by its beginning, that the unit is a later paragraph of. */
  readonly inNote: readonly string[];
  /** Whom the draft speaks for. */
  readonly drafters: readonly string[];
  /** The speaker that the line before a list ends with, whose verbs the items begin with. */
  readonly stem: Stem | undefined;
}

/** Analyses a unit in steps: a long one in pieces, and of each piece one quotation or claim after the other. */
export function* analyse(tools: Tools, unit: Unit, around: Surroundings): Generator<void, UnitFacts> {
  const { draft, language, notes, drafters } = around;
  const { library } = tools.index;
  const parts = yield* partsOf(draft, unit, library, notes);
  const [first] = unit.blocks;
  if (first?.kind === 'html') return yield* analyseHtml(tools, unit, parts, language, drafters);
  const isOurs = ownNote(unit, library);
  const group = introducedBy(unit, parts, around.introduced);
  const found: Found = { quotes: [], problems: [] };
  let introduces: readonly string[] = [];
  let ends: Stem | undefined;
  for (const piece of piecesOf(unit, parts)) {
    if (piece.start > 0) yield;
    const prose = yield* readPiece(tools.index, unit, parts, piece, group, language);
    yield* isOurs ? ofOurNote(tools, prose, around, found) : ofWords(tools, prose, piece.start === 0, around, found);
    append(found.problems, referenceProblems(tools, prose, language));
    introduces = introducing(prose);
    ends = language === 'en' ? stemOf(tools.attributions, prose, drafters) : undefined;
  }
  const citations = parts.citations.all;
  return {
    citations,
    cites: yield* citesOf(citations, library),
    quotes: found.quotes,
    inNote: first?.exit.containers.some(({ type }) => type === 'footnote') === true,
    marks: yield* marksOf(citations),
    problems: sparing(citations, found.problems).sort((a, b) => a.start - b.start || a.end - b.end),
    introduces,
    ...(ends && { stem: ends }),
  };
}

/** Problems whose fixes leave alone what is named in running prose. */
function sparing(citations: readonly Cited[], problems: LocalProblem[]): LocalProblem[] {
  const named = citations.filter(each => each.named);
  if (named.length === 0) return problems;
  return problems.map(problem => ({
    ...problem,
    fixes: context =>
      problem
        .fixes(context)
        .filter(({ edits }) =>
          edits.every(edit =>
            named.every(({ start, end }) => edit.end <= context.base + start || context.base + end <= edit.start),
          ),
        ),
  }));
}

/** What was found in a unit so far. */
interface Found {
  readonly quotes: JudgedQuote[];
  readonly problems: LocalProblem[];
}

/** The citation that answers for a block quotation without one; of a long one all that stand in it do. */
function introducedBy(unit: Unit, parts: Parts, introduced: readonly string[]): CitedGroup | undefined {
  const ids =
    isLong(parts) && unit.quoted && introduced.length === 0
      ? [...new Set(parts.citations.all.flatMap(cited => cited.ids))]
      : introduced;
  return ids.length > 0 ? { citations: [], at: 0, ids, documents: [], mixed: false, ours: true } : undefined;
}

/** Reads a piece of a unit; of a block quotation under a label of the draft's own what is behind the label. */
function* readPiece(
  index: SourceIndex,
  unit: Unit,
  parts: Parts,
  { start, end }: Range,
  group: CitedGroup | undefined,
  language: Language,
): Generator<void, Prose> {
  const asWritten = withRows(read(unit, parts, start, end, group, language));
  const labelled = yield* behindItsLabel(index, asWritten);
  return labelled === 'aside'
    ? withRows(read(unit, parts, start, end, group, language, true))
    : (labelled ?? asWritten);
}

/**
 * The quotations of the draft's words, and what is claimed in them.
 *
 * @param isBeginning whether they are the unit's first, which a speaker above it may go on in
 */
function* ofWords(
  tools: Tools,
  prose: Prose,
  isBeginning: boolean,
  around: Surroundings,
  found: Found,
): Generator<void> {
  for (const quote of yield* expand(tools.index, prose)) yield* ofQuotation(tools, prose, quote, around, found);
  const { language, inNote, drafters } = around;
  if (language !== 'en' || prose.quoted) return;
  const claims = yield* claimsIn(prose, inNote, tools.attributions);
  const stem = isBeginning ? around.stem : undefined;
  const { problems, others, words } = yield* citedElsewhere(tools.conclusions, prose, claims);
  append(found.problems, problems);
  const spoken = yield* attributionProblems(tools.attributions, prose, others, { drafters, stem });
  const altered = yield* paraphraseProblems(tools.strength, prose, others, words);
  const ofDocuments = yield* claimsOfDocuments(prose, tools.attributions);
  append(found.problems, yield* paraphraseProblems(tools.strength, prose, ofDocuments));
  append(found.problems, ofNearest(spoken, altered));
  append(found.problems, altered);
}

/**
 * Problems of who spoke, of which those that are about a sentence that the draft alters, too, call it the nearest one:
 * its speakers do not say what the draft says.
 */
function ofNearest(spoken: readonly LocalProblem[], altered: readonly LocalProblem[]): readonly LocalProblem[] {
  const sentences = new Set(altered.map(({ data: { sentence } }) => sentence?.id));
  return sentences.size === 0
    ? spoken
    : spoken.map(each =>
        sentences.has(each.data.sentence?.id)
          ? { ...each, data: { ...each.data, nearest: true }, fixes: context => each.fixes(context).map(toNearest) }
          : each,
      );
}

/** The fix that quotes a sentence knows where that is only the nearest. */
const toNearest = (fix: Fix): Fix => (fix.kind === 'quoteSource' ? { ...fix, nearest: true } : fix);

/** One quotation: what it is, and what is wrong with it and with who is said above it to have spoken. */
function* ofQuotation(
  tools: Tools,
  prose: Prose,
  written: Quote,
  { inNote, language, stem }: Surroundings,
  found: Found,
): Generator<void> {
  const quote = inNote.length > 0 ? yield* quotedInNote(tools.index, prose, written, inNote) : written;
  const judged = yield* verdictOf(tools.index, prose, quote);
  const verdict = judged ?? notJudged(prose, quote);
  if (!verdict) return;
  found.quotes.push(judgedQuote(prose, quote, verdict));
  if (judged) append(found.problems, quoteProblems(tools.index, prose, quote, judged));
  if (language === 'en' && stem?.told && quote.marks === 'block')
    append(found.problems, quotedProblems(tools.attributions, prose, quote, stem));
  yield;
}

/** What a drafter adds to a note of ours: quotations, and claims in sentences of their own. */
function* ofOurNote(
  { index, attributions }: Tools,
  prose: Prose,
  { language, drafters }: Surroundings,
  { problems }: Found,
): Generator<void> {
  const cited = readLabel(prose.unit.blocks[0]?.label ?? '', index.library)?.ids ?? [];
  // What is quoted in the words of a style are titles.
  if (prose.quotes.length > 0 && !isAsWritten(index.library, prose, cited)) {
    yield;
    append(problems, yield* addedQuotations(index, prose, cited));
  }
  if (language !== 'en' || prose.sentenceEnds.length < 2) return;
  const claims = yield* claimsIn(prose, cited, attributions);
  append(problems, yield* attributionProblems(attributions, prose, claims, { drafters }));
}

/** Whether a note of ours has the words of a style and no more. */
const isAsWritten = (library: Library, { text }: Prose, cited: readonly string[]): boolean =>
  recognizeNote(library, cited, text.slice(text.indexOf(':') + 1).trim()).length > 0;

/**
 * An HTML block: its quotations and attributions, without fixes. Its notes and references are for the programs that
 * read them there.
 */
function* analyseHtml(
  tools: Tools,
  unit: Unit,
  parts: Parts,
  language: Language,
  drafters: readonly string[],
): Generator<void, UnitFacts> {
  const quotes: JudgedQuote[] = [];
  const problems: LocalProblem[] = [];
  let stem: Stem | undefined;
  for (const { start, end } of piecesOf(unit, parts)) {
    const prose = read(unit, parts, start, end, undefined, language);
    for (const quote of prose.quotes) {
      if (!quote.group) continue;
      const judged = yield* verdictOf(tools.index, prose, quote);
      const verdict = judged ?? notJudged(prose, quote);
      if (verdict) quotes.push(judgedQuote(prose, quote, verdict));
      if (judged) append(problems, quoteProblems(tools.index, prose, quote, judged));
      yield;
    }
    if (language !== 'en') continue;
    const claims = yield* claimsIn(prose, [], tools.attributions);
    const found = yield* attributionProblems(tools.attributions, prose, claims, { drafters, stem });
    append(problems, found);
    append(problems, yield* paraphraseProblems(tools.strength, prose, claims));
    stem = stemBelow(tools.attributions, prose, drafters, stem, found);
  }
  return {
    citations: parts.citations.all,
    cites: [],
    quotes,
    inNote: false,
    marks: [],
    introduces: [],
    problems: problems.map(each => ({ ...each, fixes: noFixes })).sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

/**
 * The speaker whose verbs the next stretch of an HTML block may begin with: the one this stretch ends with (`<dt>Member
 * States</dt>`), or the one that it goes on with itself, as the items of a list do.
 */
function stemBelow(
  attributions: AttributionJudge,
  prose: Prose,
  drafters: readonly string[],
  above: Stem | undefined,
  found: readonly LocalProblem[],
): Stem | undefined {
  const own = stemOf(attributions, prose, drafters);
  if (own) return { ...own, shown: 'upToVerb' };
  if (!above || above.told || attributions.verbAt(prose.view.chars, 0, above.present) === 0) return undefined;
  return {
    ...above,
    shown: above.shown === undefined || found.some(({ start }) => start === above.start) ? undefined : 'alone',
  };
}

function judgedQuote({ view }: Prose, { from, to, marks, group }: Quote, verdict: JudgedQuote['verdict']): JudgedQuote {
  return {
    start: offsetOf(view, from),
    end: offsetAfter(view, to),
    marks,
    text: view.chars.slice(from, to).trim(),
    cited: group?.ids ?? [],
    verdict,
    claimed: group !== undefined,
  };
}

/**
 * A quotation without a citation, in a later paragraph of a note: what the note cites answers for it if its words are
 * surely that one's.
 */
function* quotedInNote(index: SourceIndex, prose: Prose, quote: Quote, ids: readonly string[]): Generator<void, Quote> {
  if (quote.group) return quote;
  const cited = ofGroup(quote, { citations: [], at: 0, ids, documents: [], mixed: false, ours: true });
  const verdict = yield* verdictOf(index, prose, cited);
  return verdict?.kind === 'exact' || (verdict?.kind === 'altered' && verdict.similarity >= surelyFrom) ? cited : quote;
}

/**
 * The problems of what a drafter quotes in a note of ours, behind the style's words: those are titles, and no words of
 * a conclusion.
 */
function* addedQuotations(index: SourceIndex, prose: Prose, ids: readonly string[]): Generator<void, LocalProblem[]> {
  const found: LocalProblem[] = [];
  for (const each of prose.quotes) {
    const quote = yield* quotedInNote(index, prose, each, ids);
    const verdict = quote.group && (yield* verdictOf(index, prose, quote));
    if ((verdict?.kind === 'exact' || verdict?.kind === 'altered') && verdict.where.id !== undefined)
      append(found, quoteProblems(index, prose, quote, verdict));
  }
  return found;
}

/** So many citations are looked at in one step. */
const atOnce = 512;
/** So many characters before the first quotation of a block are more than a word or two. */
const fewWords = 15;

function* citesOf(citations: readonly Cited[], library: Library): Generator<void, UnitFacts['cites']> {
  const cites: UnitFacts['cites'][number][] = [];
  let seen = 0;
  for (const { form, ids, start, end, named } of citations) {
    if (++seen % atOnce === 0) yield;
    if (ids.length > 0 && !named)
      cites.push({
        start,
        end,
        form: form === 'narrative' ? 'pandoc' : form,
        entries: [...new Set(ids.map(id => library.resolve(id)?.entry.id ?? id))],
      });
  }
  return cites;
}

function* marksOf(citations: readonly Cited[]): Generator<void, UnitFacts['marks']> {
  const marks: UnitFacts['marks'][number][] = [];
  let seen = 0;
  for (const { label, start, end } of citations) {
    if (++seen % atOnce === 0) yield;
    if (label !== undefined) marks.push({ label, start, end });
  }
  return marks;
}

/** The first paragraph of a footnote of ours says what a style says, and quotes a title. */
export function ownNote(unit: Unit, library: Library): boolean {
  const [first] = unit.blocks;
  return (
    first?.kind === 'footnoteDefinition' && first.label !== undefined && readLabel(first.label, library) !== undefined
  );
}

/**
 * A block quotation with a label before the source's words, without the label; an aside of the draft's own where those
 * are not the source's, or nearly. Undefined where no label begins it.
 */
function* behindItsLabel(index: SourceIndex, prose: Prose): Generator<void, Prose | 'aside' | undefined> {
  const [first] = prose.whole ? [prose.whole] : prose.quotes;
  const quote = prose.quoted && first?.marks === 'block' ? behindLabel(prose, first) : undefined;
  if (!quote) return undefined;
  const verdict = yield* verdictOf(index, prose, quote);
  if (verdict?.kind !== 'exact' && !(verdict?.kind === 'altered' && verdict.similarity >= surelyFrom)) return 'aside';
  return { ...prose, ...(prose.whole ? { whole: quote } : { quotes: [quote] }) };
}

/** Whether a block quotation may be prose that quotes: it begins with words, has citations, and much of it is in marks. */
function mayQuote({ quotes, groups }: Prose, { from, to }: Quote): boolean {
  const inMarks = quotes.reduce((sum, quote) => sum + quote.to - quote.from, 0);
  return groups.length > 0 && (quotes[0]?.outerFrom ?? 0) > from + fewWords && inMarks > (to - from) / 4;
}

/** So many words in marks are a quotation, and no single term that is set apart. */
const leastMarked = 3;

/**
 * Whether the marks within a block quotation say what of it is quoted: words of the source, or nearly, stand in them, in
 * the draft's own marks. Where the source has marks there, too, it quotes, and the block is one quotation.
 */
function* saysWhatIsQuoted(index: SourceIndex, prose: Prose): Generator<void, boolean> {
  for (const quote of prose.quotes) {
    const quoted = part(prose.view, quote.from, quote.to);
    const head = quoted.chars.trim().slice(0, 40);
    if (index.texts.some(({ text }) => text.includes(`"${head}`) || text.includes(`“${head}`))) continue;
    if (countWords(tokens(quoted)) < leastMarked) continue;
    const verdict = yield* verdictOf(index, prose, quote);
    if (verdict?.kind === 'exact' || verdict?.kind === 'altered') return true;
    yield;
  }
  return false;
}

/** The quotations of a block quotation with marks in it: those in marks, or the whole. */
function* inBlock(index: SourceIndex, prose: Prose, whole: Quote): Generator<void, Prose['quotes']> {
  const verdict = yield* verdictOf(index, prose, whole);
  if (verdict?.kind === 'exact') return [whole];
  if (yield* saysWhatIsQuoted(index, prose)) return prose.quotes;
  const isNear = verdict?.kind === 'altered' && verdict.similarity >= surelyFrom;
  return isNear || !mayQuote(prose, whole) ? [whole] : prose.quotes;
}

/** The quotations of a unit; a block quotation that is exact only paragraph by paragraph is several. */
function* expand(index: SourceIndex, prose: Prose): Generator<void, Prose['quotes']> {
  const quotes = prose.whole ? yield* inBlock(index, prose, prose.whole) : prose.quotes;
  const [quote] = quotes;
  if (quotes.length !== 1 || quote?.marks !== 'block' || !quote.group) return quotes;
  const base = prose.unit.blocks[0]?.start ?? 0;
  const { view } = prose;
  const blocks = prose.unit.blocks.filter(
    block => block.kind !== 'blank' && block.end - base > (view.at[0] ?? 0) && block.start - base < view.end,
  );
  if (blocks.length < 2) return quotes;
  const whole = yield* verdictOf(index, prose, quote);
  if (!whole || whole.kind === 'exact') return quotes;
  yield;
  const pieces = blocks.flatMap(block => {
    let from = Math.max(quote.from, indexOf(view, block.start - base));
    let to = Math.min(quote.to, indexOf(view, block.end - base));
    while (to > from && prose.view.chars.charAt(to - 1) === ' ') to--;
    while (from < to && prose.view.chars.charAt(from) === ' ') from++;
    if (to <= from) return [];
    const own = prose.groups.filter(group => group.at >= from && group.at <= to && group.ours);
    const group =
      own.length > 0
        ? { ...certain(own[0]), ids: own.flatMap(each => each.ids), citations: own.flatMap(each => each.citations) }
        : certain(quote.group);
    return [{ ...quote, from, to, outerFrom: from, outerTo: to, group }];
  });
  for (const piece of pieces) {
    if ((yield* verdictOf(index, prose, piece))?.kind === 'exact') return pieces;
    yield;
  }
  return quotes;
}

function introducing(prose: Prose): readonly string[] {
  const last = prose.groups.at(-1);
  if (!last?.ours || last.byDay || prose.unit.quoted) return [];
  const { chars } = prose.view;
  const end = chars.trimEnd();
  return end.endsWith(':') &&
    sentenceOf(prose.sentenceEnds, last.at, chars, true) >= sentenceOf(prose.sentenceEnds, end.length - 1, chars, false)
    ? last.ids
    : [];
}

function referenceProblems(tools: Tools, prose: Prose, language: Language): LocalProblem[] {
  const { library } = tools.index;
  const found = prose.citations.flatMap(cited => unknownReference(library, prose.text, cited));
  if (!markAfterPunctuation(language)) return found;
  for (const group of prose.groups) {
    const swapped = beforePunctuation(prose.text, group);
    if (swapped) found.push(swapped);
  }
  return found;
}

/** An image is no exclamation, and `://` is of an address. */
const punctuation = /^(?:[.,;:?]|!(?!\[))+(?![\p{L}\p{N}/])/u;

/** Note marks before punctuation: in English they follow it (UN Editorial Manual, footnotes, chap. 9). */
function beforePunctuation(text: string, group: CitedGroup): LocalProblem | undefined {
  const marks = group.citations.filter(cited => cited.form === 'footnote');
  const [first] = marks;
  const last = marks.at(-1);
  if (!first || !last || !marks.some(cited => cited.ours) || marks.length !== group.citations.length) return undefined;
  const between = text.slice(first.start, last.end);
  if (between.replace(/\[\^[^[\]]*\]/g, '') !== '') return undefined;
  const after = punctuation.exec(text.slice(last.end, last.end + 12))?.[0];
  // `&copy;` is a character by its name.
  if (after?.startsWith(';') && /&#?\w{1,40}$/.test(text.slice(Math.max(0, first.start - 42), first.start)))
    return undefined;
  // Where punctuation stands before the marks too, what follows is something else.
  if (after === undefined || /[.,;:!?][”"’»)]*\s*$/.test(text.slice(Math.max(0, first.start - 8), first.start)))
    return undefined;
  if (!followsWords(text, first.start)) return undefined;
  const blanks = first.start - runBefore(text, first.start, /[ \t]/);
  // Punctuation cannot begin a line: there the drafter has to move the words.
  const lead = runBefore(text, first.start, /[ \t>]/);
  const begins = lead === 0 || text[lead - 1] === '\n';
  // Parentheses, brackets or braces right behind a mark are its link's, or its attributes; brackets before it may name
  // one.
  const taken =
    text[first.start - 1] === ']' ||
    /^(?:[({]|\[(?!\^))/.test(text.slice(last.end + after.length, last.end + after.length + 2));
  return {
    code: 'note-before-punctuation',
    start: first.start,
    end: last.end + after.length,
    severity: 'warning',
    data: { reference: between },
    fixes: ({ base }) =>
      begins || taken
        ? []
        : [
            {
              kind: 'swap',
              safe: marks.every(cited => cited.ours),
              edits: [
                { start: base + first.start - blanks, end: base + last.end + after.length, text: after + between },
              ],
            },
          ],
  };
}

/** What opens a line may be so long. */
const longestOpening = 200;

/**
 * Whether something that punctuation can follow stands before a place: it is not the beginning, nor after what opens or
 * divides.
 */
function followsWords(text: string, at: number): boolean {
  const from = Math.max(0, at - longestOpening);
  const near = text.slice(from, at);
  const words = (from > 0 ? near : near.replace(/^[^\p{L}\p{N}]*(?:\d{1,9}[.)])?[^\p{L}\p{N}]*/u, '')).trimEnd();
  return words !== '' && !/[([{“‘«„–—|^]$/u.test(words);
}
