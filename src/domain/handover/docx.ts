// What is done to a draft on its way to Word: to what pandoc read before it writes, and to the parts of the file it
// wrote.
import type { Language } from '../corpus/types';
import { withNotesApart } from './adjacentNotes';
import { withLanguageMarks, withRunLanguages, type Verbatim } from './languageMarks';
import { withNotesImages } from './notesImages';
import { withoutNotesInNotes } from './notesInNotes';
import type { PandocDocument } from './pandocJson';
import { withStyleFirst } from './styleFirst';
import { withUnLayout } from './template/unLayout';
import { withDateInHeader, withResolutionStyles } from './template/unParagraphs';

/** The parts of a DOCX file by their names, in the file's order: text where a part is XML, bytes where it is not. */
export type DocxParts = ReadonlyMap<string, string | Uint8Array>;

/** What the steps may be told about the draft. */
export interface HandedOver {
  /** The draft's language, as its rules say. */
  readonly language: Language;
  /** The sources' words, to say in which language a quotation is. */
  readonly verbatim?: Verbatim;
  /** Whether it is laid out in the manner of UN documents. */
  readonly un?: boolean;
}

/** Changes what pandoc read, before it writes Word: a document that refers to no file. */
type DocumentStep = (document: PandocDocument, draft: HandedOver) => PandocDocument;
/** Changes the parts of the Word document that pandoc wrote of a document. */
type DocxStep = (parts: DocxParts, draft: HandedOver, document: PandocDocument) => DocxParts;

/** In this order. Each takes what the one before made. */
const documentSteps: readonly DocumentStep[] = [
  withoutNotesInNotes,
  withNotesApart,
  (document, { un, language }) => (un === true ? withDateInHeader(withResolutionStyles(document, language)) : document),
  (document, { language, verbatim }) => withLanguageMarks(document, language, verbatim),
];
const docxSteps: readonly DocxStep[] = [
  (parts, { un }) => (un === true ? withUnLayout(parts) : parts),
  withRunLanguages,
  withStyleFirst,
  withNotesImages,
];

/** What pandoc is to write. */
export function beforeWriting(document: PandocDocument, draft: HandedOver): PandocDocument {
  return documentSteps.reduce((made, step) => step(made, draft), document);
}

/** What pandoc wrote of a document, as it is handed over. */
export function afterWriting(parts: DocxParts, draft: HandedOver, document: PandocDocument): DocxParts {
  return docxSteps.reduce((made, step) => step(made, draft, document), parts);
}
