// Images in notes: pandoc says where they are for the text only, and Word takes a note that refers to nothing for
// damage.
import type { DocxParts } from './docx';

const notes = 'word/footnotes.xml';
const ofNotes = 'word/_rels/footnotes.xml.rels';
const ofText = 'word/_rels/document.xml.rels';

/**
 * The parts of a document in which what the notes refer to is said for the notes, too (ECMA-376, part 2: each part has
 * relations of its own).
 */
export function withNotesImages(parts: DocxParts): DocxParts {
  const [xml, known, all] = [parts.get(notes), parts.get(ofNotes), parts.get(ofText)];
  if (typeof xml !== 'string' || typeof known !== 'string' || typeof all !== 'string') return parts;
  const has = new Set(relationsIn(known).keys());
  const used = new Set([...xml.matchAll(/ r:(?:embed|link|id)="([^"]*)"/gu)].map(([, id = '']) => id));
  const missing = [...relationsIn(all)].filter(([id]) => used.has(id) && !has.has(id)).map(([, relation]) => relation);
  if (missing.length === 0) return parts;
  const end = known.lastIndexOf('</Relationships>');
  // Where there are none yet, pandoc writes `<Relationships … />`.
  const made =
    end < 0
      ? `${known.slice(0, known.lastIndexOf('/>')).trimEnd()}>${missing.join('')}</Relationships>`
      : known.slice(0, end) + missing.join('') + known.slice(end);
  return new Map(parts).set(ofNotes, made);
}

/** Relations by their numbers, each as it is written. */
function relationsIn(xml: string): Map<string, string> {
  return new Map(
    xml
      .split('<Relationship ')
      .slice(1)
      .map(piece => {
        const relation = `<Relationship ${piece.slice(0, piece.indexOf('>') + 1)}`;
        return [/ Id="([^"]*)"/u.exec(relation)?.[1] ?? '', relation];
      }),
  );
}
