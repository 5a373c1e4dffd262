// Which citations of a draft can be rewritten without loss.
import { inTextCitation, sourcesInOrder } from '../citation/cite';
import { toText } from '../citation/inline';
import { readLabel } from '../citation/labels';
import type { Form, Style } from '../citation/options';
import { recognizeNote } from '../citation/recognize';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import type { Citation } from '../draft/citation';
import type { Draft, FootnoteDefinition } from '../draft/draft';
import { saidAround, saysMore } from './said';
import type { Said, Skipped, SkipReason, Unit } from './unit';

/** The citations of a draft that can be rewritten without loss, and those that cannot. */
interface Collected {
  readonly units: readonly Unit[];
  readonly skipped: readonly Skipped[];
  /** The first definition of each label. */
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** What the notes cite that have labels of the drafter's own, and words of ours, by label. */
  readonly named: ReadonlyMap<string, readonly string[]>;
}

export interface Scope {
  readonly start: number;
  readonly end: number;
}

/**
 * @param from only the citations in this form
 * @param withWords whether the words around pandoc citations are taken along
 */
export function collect(
  draft: Draft,
  library: Library,
  target: Form,
  scope: Scope,
  from?: Form,
  withWords = false,
): Collected {
  const definitions = firstDefinitions(draft);
  const named = namedByDrafter(draft, library, definitions);
  const units: Unit[] = [];
  const skipped: Skipped[] = [];
  for (const group of groups(draft, scope)) {
    const [first] = group;
    const form = formOf(first);
    if (form === undefined || (from !== undefined && form !== from)) continue;
    // What is in the wanted form already, and has but one wording, is not touched.
    if (target === 'pandoc' && form === 'pandoc') continue;
    const { start, end } = first.group ?? first;
    const said = withWords && form === 'pandoc' ? saidAroundAll(draft, group) : undefined;
    const reason = group
      .map(citation =>
        obstacle(said ? withoutWords(citation) : citation, group.length, draft, library, target, {
          definitions,
          named,
        }),
      )
      .find(found => found !== undefined);
    if (reason === undefined) {
      units.push({
        start,
        end,
        form,
        cites: group.map(citation => citedIds(citation, library)),
        noted: draft.blockAt(start)?.inNote === true,
        ...(first.label !== undefined && named.has(first.label) ? { label: first.label } : {}),
        ...(said?.some(saysMore) ? { said } : {}),
      });
    } else skipped.push({ start, end, text: draft.text.slice(start, end), reason });
  }
  return { units, skipped, definitions, named };
}

/**
 * What the notes cite that have labels of the drafter's own and are worded as some style does, by label; none that is
 * defined twice.
 */
function namedByDrafter(
  draft: Draft,
  library: Library,
  definitions: ReadonlyMap<string, FootnoteDefinition>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  const times = new Map<string, number>();
  for (const { label } of draft.footnoteDefinitions) times.set(label, (times.get(label) ?? 0) + 1);
  for (const citation of draft.citations()) {
    const { form, label, unknown } = citation;
    if (form !== 'footnote' || label === undefined || seen.has(label)) continue;
    seen.add(label);
    const definition = definitions.get(label);
    if (definition === undefined || unknown.length > 0 || times.get(label) !== 1) continue;
    if (readLabel(label, library) !== undefined) continue;
    const ids = [...new Set(citedIds(citation, library))];
    if (isUnedited(definition, library, ids)) found.set(label, ids);
  }
  return found;
}

function firstDefinitions({ footnoteDefinitions }: Draft): ReadonlyMap<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  for (const definition of footnoteDefinitions)
    if (!definitions.has(definition.label)) definitions.set(definition.label, definition);
  return definitions;
}

/** The form that a citation is written in; none of a note's definition, whose marks have one. */
function formOf({ form }: Citation): Form | undefined {
  if (form === 'footnoteDefinition') return undefined;
  return form === 'narrative' ? 'pandoc' : form;
}

/** What is said around citations, if a note can say it: a note can have no notes. */
function saidAroundAll(draft: Draft, group: readonly Citation[]): readonly Said[] | undefined {
  const said = group.map(citation => saidAround(draft, citation));
  return said.some(({ before, behind }) => /\[\^|\^\[/u.test(before + behind)) ? undefined : said;
}

/** A citation as if nothing were said around it. */
function withoutWords({ prefix: _prefix, suffix: _suffix, ...citation }: Citation): Citation {
  return citation;
}

type Group = [Citation, ...Citation[]];

/** Citations in one bracket or parentheses together; each footnote mark by itself. */
function groups(draft: Draft, scope: Scope): Group[] {
  const found: Group[] = [];
  let end = 0;
  for (const citation of draft.citations()) {
    if (citation.start < scope.start || citation.end > scope.end) continue;
    const last = found.at(-1);
    const same = citation.group !== undefined && last?.[0].group?.start === citation.group.start;
    if (same) last?.push(citation);
    // One citation inside another, such as a key in an in-text form, is the outer one's business.
    else if (citation.start >= end) found.push([citation]);
    if (citation.form !== 'footnoteDefinition') end = Math.max(end, citation.group?.end ?? citation.end);
  }
  return found;
}

function citedIds({ ids, corpus }: Citation, library: Library): string[] {
  const entries = ids.flatMap(id => library.resolve(id)?.entry.id ?? []);
  return entries.length === 0 && corpus !== undefined ? [corpus] : entries;
}

/** @param together how many citations of ours stand in its bracket or parentheses */
function obstacle(
  citation: Citation,
  together: number,
  draft: Draft,
  library: Library,
  target: Form,
  notes: Pick<Collected, 'definitions' | 'named'>,
): SkipReason | undefined {
  if (citation.unknown.length > 0) return 'unknown';
  if (citation.form === 'narrative') return 'narrative';
  if (citation.form === 'footnote')
    return noteObstacle(citation, library, notes) ?? sentenceOrNote(citation, draft, target);
  if (citation.form === 'inText' && !onlyDocument(citation, library)) return 'ambiguous';
  const reason = wordsObstacle(citation) ?? placeObstacle(citation, library);
  if (reason !== undefined) return reason;
  if (citation.form === 'inText' && draft.text[citation.group?.start ?? citation.start] !== '(') return 'narrative';
  if (citation.group !== undefined && citation.group.count !== together) return 'bundle';
  return sentenceOrNote(citation, draft, target);
}

/** What is said around a citation has no place in another form. */
function wordsObstacle({ prefix, suffix, suppressed }: Citation): SkipReason | undefined {
  if (prefix !== undefined || suppressed === true) return 'prefix';
  return suffix === undefined ? undefined : 'suffix';
}

/** Only a place of the source, or a document that the library holds, can be cited in another form. */
function placeObstacle({ mentions, ids, corpus = '' }: Citation, library: Library): SkipReason | undefined {
  if (mentions.some(({ conclusion, paragraph }) => conclusion === undefined && paragraph === undefined))
    return 'wholeDocument';
  return ids.length === 0 && library.corpus(corpus) === undefined ? 'unknown' : undefined;
}

function noteObstacle(
  citation: Citation,
  library: Library,
  { definitions, named }: Pick<Collected, 'definitions' | 'named'>,
): SkipReason | undefined {
  const { label = '' } = citation;
  if (named.has(label)) return undefined;
  const ids = readLabel(label, library)?.ids;
  if (
    ids === undefined ||
    ids.join() !== [...new Set(citation.ids.length === 0 ? ids : citedIds(citation, library))].join()
  )
    return 'editedNote';
  const definition = definitions.get(label);
  return definition === undefined || isUnedited(definition, library, ids) ? undefined : 'editedNote';
}

/**
 * Whether a definition's words are ours: looked at once, however many marks it has. The ids are those of its label; of an
 * "ibid" under a label of the drafter's own, those that the note before tells.
 */
const unedited = new WeakMap<FootnoteDefinition, { readonly of: string; readonly isOurs: boolean }>();

export function isUnedited(definition: FootnoteDefinition, library: Library, ids: readonly string[]): boolean {
  const of = ids.join('+');
  const known = unedited.get(definition);
  if (known?.of === of) return known.isOurs;
  const isOurs = recognizeNote(library, ids, definition.text).length > 0;
  unedited.set(definition, { of, isOurs });
  return isOurs;
}

/** Whether the words of an in-text citation name one document of the library only. */
function onlyDocument({ year, letter, corpus: id }: Citation, library: Library): boolean {
  const cited = id === undefined ? undefined : library.corpus(id);
  if (cited === undefined) return false;
  if (year === undefined || letter !== undefined) return true;
  return !library.corpora.some(
    ({ id: other, document }) =>
      other !== cited.id && document.year === year && document.organization === cited.document.organization,
  );
}

/** What holds for every form: only a finding can be cited, and what marks a note within a note marks none. */
function sentenceOrNote({ start, mentions, form }: Citation, draft: Draft, target: Form): SkipReason | undefined {
  if (mentions.some(({ sentence }) => sentence !== undefined)) return 'sentence';
  return target === 'footnote' && form === 'footnote' && draft.blockAt(start)?.inNote === true ? 'inNote' : undefined;
}

/** Whether an in-text citation of these ids would leave open which document is meant. */
export function isAmbiguousInText(library: Library, ids: readonly string[], style: Style, language: Language): boolean {
  return sourcesInOrder(library, ids).some(({ corpus, entries }) => {
    const text = toText(inTextCitation(library, [{ corpus, entries }], style, language));
    return library.corpora.some(
      other =>
        other.id !== corpus.id &&
        toText(inTextCitation(library, [{ corpus: other, entries }], style, language)) === text,
    );
  });
}
