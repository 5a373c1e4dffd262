/** The citations in a block, ours and other people's: both answer for what is quoted before them. */
import type { Library } from '../corpus/library';
import { isBareNote, type Recognized } from '../draft/recognizer';
import { WithBlocks } from '../draft/withBlocks';
import { merging } from '../merging';
import type { Block, Citation, Draft } from '../draft/draft';
import type { Range } from '../text/ranges';
import { namedPlaces } from './namedPlaces';
import type { Missing } from './suggest';
import { beginsNotes, notesOf, superscriptsIn } from './superscripts';

export type CitedForm = 'footnote' | 'pandoc' | 'narrative' | 'inText';

/** One citation; offsets count from the beginning of the unit it stands in. */
export interface Cited extends Range {
  readonly form: CitedForm;
  /** What of the library it names; empty for other people's and for what does not exist. */
  readonly ids: readonly string[];
  /** Where it names a day and no conclusion of it: that day's. */
  readonly within?: readonly string[];
  /** Where it names a document and no place of it: that document. */
  readonly document?: string;
  /** Whether it is meant to be one of ours. */
  readonly ours: boolean;
  /** A footnote's label. */
  readonly label?: string;
  /** The bracket or parentheses it shares with others. */
  readonly shared: boolean;
  /** It means to be ours and names what does not exist. */
  readonly unknown?: Unknown;
  /** Named in running prose: it is checked, and never edited. */
  readonly named?: boolean;
  /** More than the reference stands in it, or less: "see", "emphasis added", a key without its author. */
  readonly annotated: boolean;
}

/** A reference to what does not exist. */
export interface Unknown extends Missing {
  /** As it stands: a footnote's label, or the whole citation. */
  readonly reference: string;
  readonly locator?: string | undefined;
}

/** What the drafter's own notes cite: their definition is a reference to us, or "ibid" after one. */
export interface OwnNotes {
  /** By their labels. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** Those that superscript digits number, by these; nothing for another work's, or where two have the number. */
  readonly raised: ReadonlyMap<string, readonly string[]>;
}

const cites = new WithBlocks<readonly string[]>();

/** So many definitions are read in one step. */
const atOnce = 64;
/** So many blocks are passed in one step. */
const passedAtOnce = 4_000;

/** The drafter's own notes that cite us, in steps. */
export function* ownNotes(draft: Draft): Generator<void, OwnNotes> {
  let read = 0;
  let passed = 0;
  const notes = new Map<string, readonly string[]>();
  const raised = new Map<string, readonly string[]>();
  for (const block of draft.blocks) {
    if (++passed % passedAtOnce === 0) yield;
    if (beginsNotes(block))
      for (const { number, ids } of yield* notesOf(draft, block)) raised.set(number, raised.has(number) ? [] : ids);
    if (block.label === undefined || notes.has(block.label)) continue;
    let ids = cites.get(block);
    if (!ids) {
      const own = draft.recognizer.names.label(block.label) !== undefined;
      yield* draft.recognizer.steps(block);
      ids = own ? [] : citedByNote(draft.recognizer.in(block).citations, block);
      cites.set(block, ids);
      if (++read % atOnce === 0) yield;
    }
    if (ids.length > 0) notes.set(block.label, ids);
  }
  for (const [label, { ids }] of yield* draft.findingIbids()) if (ids.length > 0) notes.set(label, ids);
  return { labels: notes, raised };
}

/** What a note with a label of the drafter's own cites: it is a reference to us, or nothing but keys of ours. */
function citedByNote(
  citations: readonly Citation[],
  { text, label = '', zones, start: base }: Block,
): readonly string[] {
  const definition = citations.find(({ form }) => form === 'footnoteDefinition');
  if (definition) return definition.ids;
  const [first] = citations;
  const last = citations.at(-1);
  if (!first || !last || citations.some(({ form }) => form !== 'pandoc' && form !== 'narrative')) return [];
  const keys = zones.filter(({ kind, start }) => kind === 'citationKey' && /^-?@/u.test(text.slice(start, start + 2)));
  if (keys.length > citations.length) return [];
  const before = text.slice(text.indexOf('[^') + label.length + 4, (first.group?.start ?? first.start) - base);
  const after = text.slice((last.group?.end ?? last.end) - base);
  return isBareNote(before, after) ? [...new Set(citations.flatMap(({ ids }) => ids))] : [];
}

/** So many citations, marks or keys are looked at in one step. */
const manyAtOnce = 512;

/** The citations of one block, in order, found in steps; offsets count from its beginning. */
export function* citationsOf(draft: Draft, block: Block, library: Library, notes: OwnNotes): Generator<void, Cited[]> {
  const { citations, markers } = draft.recognizer.in(block);
  const own = yield* ownIn(citations, block, library);
  const marks = yield* marksOf(markers, notes);
  const known = yield* merging(own, marks, inOrder);
  const raised = superscriptsIn(block, notes.raised);
  const others = yield* otherKeysIn(block, known);
  const all = yield* merging(known, raised.length === 0 ? others : yield* merging(raised, others, inOrder), inOrder);
  const named = namedPlaces(block, draft.recognizer.names, all);
  return named.length === 0 ? all : yield* merging(all, named, inOrder);
}

const inOrder = (a: Cited, b: Cited): number => a.start - b.start || b.end - a.end;

/** The citations of ours that are not notes. */
function* ownIn(citations: readonly Citation[], block: Block, library: Library): Generator<void, Cited[]> {
  const own: Cited[] = [];
  let seen = 0;
  for (const citation of citations) {
    if (++seen % manyAtOnce === 0) yield;
    if (citation.form !== 'footnoteDefinition') own.push(ours(citation, block, library));
  }
  return own;
}

/** The marks of the drafter's own notes, and of other people's. */
function* marksOf(markers: Recognized['markers'], notes: OwnNotes): Generator<void, Cited[]> {
  const marks: Cited[] = [];
  for (const { label, start, end } of markers) {
    const ids = notes.labels.get(label) ?? [];
    marks.push({ start, end, form: 'footnote', ids, ours: ids.length > 0, label, shared: false, annotated: false });
    if (marks.length % manyAtOnce === 0) yield;
  }
  return marks;
}

/** The keys of other people's citations: those that stand in none of the citations known. */
function* otherKeysIn({ zones, text }: Block, known: readonly Cited[]): Generator<void, Cited[]> {
  const keys: Cited[] = [];
  let next = 0;
  let seen = 0;
  for (const { kind, start, end } of zones) {
    if (kind !== 'citationKey') continue;
    if (++seen % manyAtOnce === 0) yield;
    while ((known[next]?.end ?? Infinity) < end) next++;
    // A definition's own label cites nothing.
    if ((known[next]?.start ?? Infinity) > start && text.charAt(start) === '@')
      keys.push({ start, end, form: 'pandoc', ids: [], ours: false, shared: true, annotated: false });
  }
  return keys;
}

/** A citation of ours as the check takes it. */
function ours(citation: Citation, block: Block, library: Library): Cited {
  const { form, ids, corpus, label, group, prefix, suffix, suppressed, unknown: places } = citation;
  const within = ids.length === 0 && places.length === 0 ? ofDays(citation, library) : [];
  const isWhole = ids.length + places.length + citation.mentions.length === 0;
  const document = isWhole && corpus !== undefined && library.corpus(corpus) ? corpus : undefined;
  const start = citation.start - block.start;
  const end = citation.end - block.start;
  const unknown = unknownIn(citation, block, library);
  return {
    start,
    end,
    form: form === 'footnoteDefinition' ? 'footnote' : form,
    ids,
    ...(within.length > 0 && { within }),
    ...(document !== undefined && { document }),
    ours: true,
    shared: (group?.count ?? 1) > 1,
    annotated: prefix !== undefined || suffix !== undefined || suppressed === true,
    ...(label !== undefined && { label }),
    ...(unknown && { unknown }),
  };
}

/** What a citation names that does not exist: places of a document, or a document that the library has not. */
function unknownIn(citation: Citation, block: Block, library: Library): Unknown | undefined {
  const { form, ids, corpus, label, key, locator, unknown: places } = citation;
  const lacksDocument = ids.length === 0 && corpus !== undefined && !library.corpus(corpus);
  if (places.length === 0 && !lacksDocument) return undefined;
  return {
    reference: label ?? block.text.slice(citation.start - block.start, citation.end - block.start),
    key: label ?? (form === 'inText' ? '' : (key ?? '')),
    locator,
    corpus,
    places,
  };
}

/** The conclusions of the days that a citation names. */
function ofDays({ corpus, mentions }: Citation, library: Library): readonly string[] {
  const days = new Set(mentions.map(({ day }) => day));
  if (days.size === 0 || days.has(undefined)) return [];
  return library.findings.filter(finding => finding.corpus === corpus && days.has(finding.day)).map(({ id }) => id);
}

/** The whole bracket or parentheses around citations, to be left out of the words around them. */
export function brackets(draft: Draft, block: Block): Range[] {
  return draft.recognizer
    .in(block)
    .citations.flatMap(({ group }) =>
      group ? [{ start: group.start - block.start, end: group.end - block.start }] : [],
    );
}
