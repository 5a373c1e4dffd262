// Which citations of a draft can be rewritten without loss.
import { inTextCitation, sourcesInOrder } from '../citation/cite';
import { toText } from '../citation/inline';
import type { Form, Style } from '../citation/options';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import type { Citation } from '../draft/citation';
import type { Draft } from '../draft/draft';
import { isByHand } from './byHand';
import { citedIds, onlyDocument, placeObstacle } from './citedIds';
import { Notes } from './notes';
import { ownWords } from './ownWords';
import { saidAround, saysMore } from './said';
import type { Obstacle, Said, Skipped, Unit } from './unit';

/** The citations of a draft that can be rewritten without loss, and those that cannot. */
interface Collected {
  readonly units: readonly Unit[];
  readonly skipped: readonly Skipped[];
  readonly notes: Notes;
}

export interface Scope {
  readonly start: number;
  readonly end: number;
}

/** To what citations are rewritten, and which of them. */
interface Wanted {
  readonly form: Form;
  readonly language: Language;
  /** Only the citations within; the whole draft when not given. */
  readonly range?: Scope;
  /** Only the citations in this form. */
  readonly from?: Form;
  /** Whether the words around pandoc citations are taken along. */
  readonly withWords?: boolean;
  /** The result need not be restyled back. */
  readonly oneWay?: boolean;
  /** Whether those in the drafter's own words are rewritten, too, that say nothing besides what they cite. */
  readonly byHand?: boolean;
  readonly placeInBraces?: boolean;
}

export function collect(draft: Draft, library: Library, wanted: Wanted): Collected {
  const notes = new Notes(draft, library, wanted.byHand === true);
  const collector = new Collector(draft, library, wanted, notes);
  const units: Unit[] = [];
  const skipped: Skipped[] = [];
  for (const group of groups(draft, wanted.range ?? { start: 0, end: draft.length })) {
    const form = formOf(group[0]);
    if (form === undefined || (wanted.from !== undefined && form !== wanted.from)) continue;
    // What is in the wanted form already, and has but one wording, is not touched.
    if (wanted.form === 'pandoc' && form === 'pandoc') continue;
    const unit = collector.unit(group, form);
    const obstacle = collector.obstacle(group, unit);
    if (obstacle === undefined) units.push(unit);
    else skipped.push({ start: unit.start, end: unit.end, text: draft.text.slice(unit.start, unit.end), ...obstacle });
  }
  return { units, skipped, notes };
}

class Collector {
  constructor(
    readonly draft: Draft,
    readonly library: Library,
    readonly wanted: Wanted,
    readonly notes: Notes,
  ) {}

  unit(group: Group, form: Form): Unit {
    const [first] = group;
    const { start, end } = first.group ?? first;
    const said = this.wanted.withWords === true && form === 'pandoc' ? saidAroundAll(this.draft, group) : undefined;
    return {
      start,
      end,
      form,
      cites: group.map(citation => citedIds(citation, this.library)),
      noted: this.draft.blockAt(start)?.inNote === true,
      ...(first.label !== undefined && this.notes.named.has(first.label) ? { label: first.label } : {}),
      ...(said?.some(saysMore) === true ? { said } : {}),
    };
  }

  /** Why the citations that stand together cannot be rewritten. */
  obstacle(group: Group, unit: Unit): Obstacle | undefined {
    for (const citation of group) {
      const obstacle = this.#obstacle(unit.said === undefined ? citation : withoutWords(citation), group.length);
      if (obstacle !== undefined) return obstacle;
    }
    return this.#handObstacle(group, unit);
  }

  /** @param together how many citations of ours stand in its bracket or parentheses */
  #obstacle(citation: Citation, together: number): Obstacle | undefined {
    const { form, unknown, group } = citation;
    if (unknown.length > 0) return { reason: 'unknown' };
    if (form === 'narrative') return { reason: 'narrative' };
    if (form === 'footnote') return this.notes.obstacle(citation) ?? this.#sentenceOrNote(citation);
    if (form === 'inText' && !onlyDocument(citation, this.library)) return { reason: 'ambiguous' };
    const place = placeObstacle(citation, this.library);
    const obstacle = wordsObstacle(citation) ?? (place && { reason: place });
    if (obstacle !== undefined) return obstacle;
    if (this.#isOfSentence(citation)) return { reason: 'narrative' };
    if (group !== undefined && group.count !== together) return { reason: 'bundle' };
    return this.#sentenceOrNote(citation);
  }

  /** Whether a citation in the text is a part of its sentence: "IOM (2022, …)". */
  #isOfSentence({ form, group, start }: Citation): boolean {
    return form === 'inText' && this.draft.text[group?.start ?? start] !== '(';
  }

  /** Why a bracket or parentheses in words of no style are left. */
  #handObstacle(group: Group, unit: Unit): Obstacle | undefined {
    const { wanted, draft, library } = this;
    if (unit.said !== undefined || !isByHand(draft, library, unit, wanted.language, wanted.placeInBraces))
      return undefined;
    const block = draft.blockAt(unit.start);
    const text = block?.words.slice(unit.start - block.start, unit.end - block.start) ?? '';
    const more = ownWords(library, text, group);
    if (more !== undefined) return { reason: 'ownWords', words: more };
    return wanted.oneWay === true || wanted.byHand === true ? undefined : { reason: 'byHand' };
  }

  /** What holds for every form: only a finding can be cited, and what marks a note within a note marks none. */
  #sentenceOrNote({ start, mentions, form }: Citation): Obstacle | undefined {
    if (mentions.some(({ sentence }) => sentence !== undefined)) return { reason: 'sentence' };
    return this.wanted.form === 'footnote' && form === 'footnote' && this.draft.blockAt(start)?.inNote === true
      ? { reason: 'inNote' }
      : undefined;
  }
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

/** What is said around a citation has no place in another form. */
function wordsObstacle({ prefix, suffix, suppressed }: Citation): Obstacle | undefined {
  if (prefix !== undefined) return { reason: 'prefix', words: prefix };
  if (suppressed === true) return { reason: 'prefix' };
  return suffix === undefined ? undefined : { reason: 'suffix', words: suffix };
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
