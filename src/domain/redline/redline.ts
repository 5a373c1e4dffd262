// Two exports of a draft as one Word document with tracked changes.
import type { DocxParts } from '../handover/docx';
import { mergedBlocks, wholeBlocks } from './blocks';
import type { Comparison } from './comparison';
import { Marks } from './paragraph';
import { footnotes, numbered, Side } from './side';
import { Taking } from './taking';
import { child, element, elements, writtenPart, type XmlElement } from './xml';

const main = 'word/document.xml';

/**
 * One Word document of two: accepting all its changes makes the new one, rejecting them the old one, in text,
 * properties of runs and paragraphs, lists, tables and notes. A note that differs is a deleted and an inserted one.
 * What Word cannot track is the new document's: bookmarks, the page, styles of the same name, headers with images.
 *
 * @param by who changed it, and when (ISO 8601, as Word has it: `2026-05-01T00:00:00Z`)
 * @returns undefined where they do not differ
 * @throws when a part of either is no well-formed XML
 */
export function redline(
  old: DocxParts,
  made: DocxParts,
  by: { readonly author: string; readonly date: string },
): DocxParts | undefined {
  const media = numbered();
  const [before, after] = [new Side(old, media), new Side(made, media)];
  const taking = new Taking(before, after);
  const marks = new Marks(escaped(by.author), escaped(by.date));
  const inserted = new Set<string>();
  const comparing = (part: string): Comparison => ({
    old: before,
    made: after,
    taking,
    marks,
    part,
    noted: id => inserted.add(id),
  });
  const parts = new Map(made);
  const page = (root: XmlElement | undefined): XmlElement[] => elements(root, 'w:sectPr');
  const flowing = (root: XmlElement | undefined): XmlElement[] =>
    elements(root).filter(({ name }) => name !== 'w:sectPr');
  for (const name of made.keys()) {
    if (name !== main && !/^word\/(?:header|footer)\d*\.xml$/u.test(name)) continue;
    const [was, is] = [before.root(name), after.root(name)];
    if (!was || !is) continue;
    if (name === main) {
      const [oldBody, body] = [child(was, 'w:body'), child(is, 'w:body')];
      const whole = element('w:body', {}, [
        ...mergedBlocks(flowing(oldBody), flowing(body), comparing(name)),
        ...page(body),
      ]);
      parts.set(name, writtenPart({ ...is, children: is.children.map(each => (each === body ? whole : each)) }));
    } else
      parts.set(name, writtenPart({ ...is, children: mergedBlocks(elements(was), elements(is), comparing(name)) }));
  }
  if (marks.count === 0) return undefined;
  const notes = after.root(footnotes);
  if (notes)
    parts.set(
      footnotes,
      writtenPart({ ...notes, children: withNotes(elements(notes), inserted, taking, comparing(footnotes)) }),
    );
  return taking.partsWith(parts);
}

/** The notes, those that are new marked as inserted, and those of the old document that are gone, marked as deleted. */
function withNotes(
  notes: readonly XmlElement[],
  inserted: ReadonlySet<string>,
  taking: Taking,
  comparison: Comparison,
): XmlElement[] {
  return [
    ...notes.map(note =>
      inserted.has(note.attributes.get('w:id') ?? '')
        ? { ...note, children: wholeBlocks(elements(note), 'inserted', comparison, true) }
        : note,
    ),
    ...[...taking.notes].map(([id, note]) =>
      element('w:footnote', { 'w:id': id }, wholeBlocks(elements(note), 'deleted', comparison, true)),
    ),
  ];
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');
}
