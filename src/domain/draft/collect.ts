import type { Block } from './block';
import type { Citation } from './citation';
import type { Recognizer } from './recognizer';

/**
 * The citations of some blocks in the draft's offsets. A marker with a label of the drafter's own
 * counts where that label's definition, in any of the `all` blocks, is a reference to us.
 */
export function collectCitations(blocks: readonly Block[], recognizer: Recognizer, all: readonly Block[] = blocks): readonly Citation[] {
  const citations: Citation[] = [];
  let notes: ReadonlyMap<string, Citation> | undefined;
  for (const block of blocks) {
    const found = recognizer.in(block);
    for (const citation of found.citations) citations.push(citation);
    if (found.markers.length === 0) continue;
    notes ??= foreignNotes(all, recognizer);
    const before = citations.length;
    for (const { label, start, end } of found.markers) {
      const note = notes.get(label);
      if (!note) continue;
      const { group: _group, prefix: _prefix, suffix: _suffix, ...cited } = note;
      citations.push({ ...cited, start: start + block.start, end: end + block.start, form: 'footnote' });
    }
    if (citations.length > before) citations.sort((a, b) => a.start - b.start || b.end - a.end);
  }
  return citations;
}

/** The first definition of each label of the drafter's own that is a reference to us. */
function foreignNotes(blocks: readonly Block[], recognizer: Recognizer): ReadonlyMap<string, Citation> {
  const notes = new Map<string, Citation>();
  for (const block of blocks) {
    if (block.label === undefined || notes.has(block.label) || recognizer.names.label(block.label)) continue;
    const note = recognizer.in(block).citations.find(({ form }) => form === 'footnoteDefinition');
    if (note) notes.set(block.label, note);
  }
  return notes;
}
