// The citations of a draft's blocks, put together.
import type { Block } from './block';
import type { Citation } from './citation';
import type { Labels } from './labels';
import type { Recognizer } from './recognizer';

/**
 * The citations of some blocks in the draft's offsets. A marker with a label of the drafter's own
 * counts where that label's definition, anywhere in the draft, is a reference to us.
 * @param labels where notes are defined: asked for where there is a mark or a note
 * @param ibids what the notes cite that say "ibid" alone, by label: asked for where there is one
 */
export function collectCitations(
  blocks: readonly Block[],
  recognizer: Recognizer,
  labels: () => Labels,
  ibids: () => ReadonlyMap<string, Citation>,
): readonly Citation[] {
  const citations: Citation[] = [];
  const notes = new Map<string, Citation | undefined>();
  for (const block of blocks) {
    const found = recognizer.in(block);
    const ibid = block.label !== undefined && labels().isIbid(block.label) ? ibids().get(block.label) : undefined;
    if (found.markers.length === 0 && ibid === undefined) {
      for (const citation of found.citations) citations.push(citation);
      continue;
    }
    const own = [...(ibid ? [ibid] : []), ...found.citations];
    for (const { label, start, end } of found.markers) {
      if (!notes.has(label))
        notes.set(label, labels().isIbid(label) ? ibids().get(label) : foreignNote(label, recognizer, labels()));
      const note = notes.get(label);
      if (!note) continue;
      const { group: _group, prefix: _prefix, suffix: _suffix, ...cited } = note;
      own.push({ ...cited, start: start + block.start, end: end + block.start, form: 'footnote' });
    }
    if (own.length > found.citations.length) own.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const citation of own) citations.push(citation);
  }
  return citations;
}

/** The first definition of a label of the drafter's own that is a reference to us. */
function foreignNote(label: string, recognizer: Recognizer, labels: Labels): Citation | undefined {
  if (recognizer.names.label(label)) return undefined;
  for (const block of labels.definitions(label)) {
    const note = recognizer.in(block).citations.find(({ form }) => form === 'footnoteDefinition');
    if (note) return note;
  }
  return undefined;
}
