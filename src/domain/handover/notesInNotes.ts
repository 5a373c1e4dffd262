// Notes in notes, on their way to Word: Word has none, and takes a file that refers to one for damaged.
import { contents, isNode, words, type Json, type PandocDocument } from './pandocJson';

/**
 * A document in which a note that stands in another (`^[Theirs ^[and more].]`) stands there in parentheses. pandoc
 * would write the mark of a note that is nowhere in the file, and leave out its words.
 */
export function withoutNotesInNotes(document: PandocDocument): PandocDocument {
  return { ...document, blocks: plain(document.blocks, false) as readonly Json[] };
}

function plain(value: Json, inNote: boolean): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    return items.flatMap((item, at) =>
      inNote && isNode(item) && item.t === 'Note' ? inParentheses(item, items[at - 1]) : [plain(item, inNote)],
    );
  }
  const within = inNote || (isNode(value) && value.t === 'Note');
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item as Json, within)]));
}

function inParentheses(note: Json, before: Json | undefined): Json[] {
  const paragraphs = contents(note).map(block => {
    const inlines =
      isNode(block) && (block.t === 'Para' || block.t === 'Plain') ? contents(block) : [{ t: 'Str', c: words(block) }];
    return plain(inlines, true) as readonly Json[];
  });
  const apart = before !== undefined && !(isNode(before) && (before.t === 'Space' || before.t === 'SoftBreak'));
  return [
    ...(apart ? [{ t: 'Space' }] : []),
    { t: 'Str', c: '(' },
    ...paragraphs.flatMap((inlines, at) => [...(at === 0 ? [] : [{ t: 'Space' }]), ...inlines]),
    { t: 'Str', c: ')' },
  ];
}
