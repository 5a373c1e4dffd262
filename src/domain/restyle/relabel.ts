/**
 * Renaming the label of a note of ours: a label says what its note cites, so another one of ours makes the note cite
 * that.
 */
import { definitionText } from '../citation/cite';
import { readLabel } from '../citation/labels';
import { laterNotesDiffer, type Style, type Wishes } from '../citation/options';
import { nearestNote, recognizeNote } from '../citation/recognize';
import { isCitable, type Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import { Draft, type Citation, type FootnoteDefinition } from '../draft/draft';
import { applied, joined, type Edit } from '../text/edits';
import { certain } from '../certain';

/**
 * Why a label keeps its name: the new one names nothing that can be cited, or is in use; the note was edited by hand,
 * so that its words cannot follow; or other notes refer back to it.
 */
export type RelabelFault = 'namesNothing' | 'taken' | 'edited' | 'referred';

/** In which of the styles that could have worded a note it is reworded. */
interface RelabelOptions extends Wishes {
  readonly style: Style;
  readonly language: Language;
}

/**
 * The edits that give a note of ours another label, at every mark and at its definition; where that label names
 * something else, the note's words name it, too. Nothing else of the draft cites anything else afterwards.
 *
 * @param label one of ours that the draft has
 */
export function relabelled(
  draft: Draft,
  library: Library,
  label: string,
  name: string,
  options: RelabelOptions,
): readonly Edit[] | RelabelFault {
  if (name === label) return [];
  const old = readLabel(label, library)?.ids ?? [];
  const ids = readLabel(name, library)?.ids;
  if (ids === undefined || !ids.every(id => isCitable(library, id))) return 'namesNothing';
  const citations = draft.citations();
  const definitions = draft.footnoteDefinitions.filter(definition => definition.label === label);
  if (
    citations.some(citation => citation.label === name) ||
    draft.footnoteDefinitions.some(definition => definition.label === name)
  )
    return 'taken';
  const words =
    ids.join() === old.join() ? [] : definitions.map(definition => reworded(definition, library, old, ids, options));
  const fault = words.find(each => typeof each === 'string');
  if (typeof fault === 'string') return fault;
  const edits = joined([
    ...citations
      .filter(citation => citation.label === label)
      .map(({ start }): Edit => ({ start: start + 2, end: start + 2 + label.length, text: name })),
    ...words.flatMap(each => (typeof each === 'string' ? [] : [each])),
  ]);
  const after = Draft.of(applied(draft.text, edits), library).citations();
  return citesTheSame(citations, after, label, name) ? edits : 'referred';
}

/** Why no label that says something else can be given to a note of ours, whichever it is; undefined where one can. */
export function keptLabel(
  draft: Draft,
  library: Library,
  label: string,
  options: RelabelOptions,
): Extract<RelabelFault, 'edited' | 'referred'> | undefined {
  const old = readLabel(label, library)?.ids.join();
  const other = library.findings.find(({ id }) => id !== old && !draft.text.includes(id));
  const edits = other && relabelled(draft, library, label, other.id, options);
  return edits === 'edited' || edits === 'referred' ? edits : undefined;
}

/** A note's words made those of what its new label names. */
function reworded(
  { label, start, end, text }: FootnoteDefinition,
  library: Library,
  old: readonly string[],
  ids: readonly string[],
  options: RelabelOptions,
): Edit | RelabelFault {
  const worded = nearestNote(recognizeNote(library, old, text), options);
  if (worded === undefined) return 'edited';
  const { style, language, position } = worded;
  // Other notes may say "ibid" or give this one's number.
  if (laterNotesDiffer(style) || position !== 'first') return 'referred';
  const { accessed } = options;
  return {
    start: start + label.length + 4,
    end,
    text: ` ${definitionText(library, ids, { style, language, ...(accessed === undefined ? {} : { accessed }) })}`,
  };
}

/** Whether all citations but those of the label cite what they did. */
function citesTheSame(before: readonly Citation[], after: readonly Citation[], label: string, name: string): boolean {
  return (
    before.length === after.length &&
    before.every((citation, at) => {
      const now = certain(after[at]);
      const isRenamed = citation.label === label;
      return (
        citation.form === now.form &&
        now.label === (isRenamed ? name : citation.label) &&
        (isRenamed || citation.ids.join() === now.ids.join())
      );
    })
  );
}
