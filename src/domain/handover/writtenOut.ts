// A draft as it goes to pandoc: its pandoc citations written out in the style that the draft follows.
import { corporaCited } from '../citation/bibliography';
import type { CslStyle } from '../citation/csl';
import { exportSources } from '../citation/exports';
import { isAuthorDate, wishesIn, type Form, type Style, type Wishes } from '../citation/options';
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import { Draft } from '../draft/draft';
import { applied } from '../text/edits';
import { planRestyle, type RestyleOptions } from '../restyle/restyle';
import type { DraftRules } from '../rules/draftRules';
import type { Range } from '../text/ranges';
import { setApart } from './apart';
import { bracedPlaces } from './bracedPlaces';
import type { HandedOver } from './docx';
import { verbatimIn } from './languageMarks';
import { marksInNotes, withNotesInPlace } from './marksInNotes';
import { hasSourceList, planSourceList } from './sourceList';

/** What an export to Word takes of a draft itself. */
export interface DraftInWord extends HandedOver {
  /** The draft as pandoc is to read it. */
  readonly text: string;
  /** The citations of ours that pandoc writes in a style of its own, in the draft's offsets. */
  readonly left: readonly Range[];
  /** The marks in notes that Word shows as they stand, likewise. */
  readonly marksLeft: readonly Range[];
  /** Bibliographic data of the sources cited, as CSL-JSON. */
  readonly sources: string;
}

/**
 * A draft as it goes to Word, by its rules.
 * @param own the style file of the drafter's own, where one is named: pandoc then writes every pandoc citation, in
 *   notes with the place as its locator
 * @param passedOver whether the style file that the draft itself names cannot be used
 */
export function inWord(
  draft: Draft,
  library: Library,
  rules: Omit<DraftRules, 'form'>,
  own?: Pick<CslStyle, 'kind'>,
  passedOver = false,
): DraftInWord {
  const unstyled = own?.kind === 'note' ? applied(draft.text, bracedPlaces(draft)) : draft.text;
  const made = own ? unstyled : writtenOut(draft, library, rules, passedOver);
  return {
    text: setApart(Draft.of(withNotesInPlace(Draft.of(made, library), library), library)),
    left: own ? [] : leftToPandoc(draft, library, rules, passedOver),
    marksLeft: marksInNotes(draft, library).left,
    sources: exportSources(corporaCited(library, draft.citations()), 'csl-json', rules),
    language: rules.language,
    verbatim: verbatimIn(library),
  };
}

/**
 * A draft with its pandoc citations of our documents written out, for pandoc to read: as notes, or in the text where
 * the style is author-date. What stands in another form stays word for word; so do other people's citations, and those
 * of ours that only pandoc can write (`[@idm2022-1; @smith, p. 3]`). Words around ours (`[see @idm2022-1, day 2,
 * conclusion 4, emphasis added]`) stand around what is written. Where some were written out and the draft has no list
 * of sources, it gets one in the style, where the command for it would put it.
 *
 * @param passedOver whether the style of its own that the draft names for pandoc (`csl`) cannot be used
 * @returns the text as it was, where the draft names one that can
 */
export function writtenOut(
  draft: Draft,
  library: Library,
  { style, language, ...wishes }: Omit<DraftRules, 'form'>,
  passedOver = false,
): string {
  if (!citesForPandoc(draft) || (namesStyle(draft) && !passedOver)) return draft.text;
  const { edits } = planRestyle(draft, library, asWritten(style, language, wishes));
  if (hasSourceList(draft, library) || listsNone(draft)) return applied(draft.text, edits);
  const made = Draft.of(applied(draft.text, edits), library);
  const { edit } = planSourceList(made, library, { style, language, eol: draft.eol, ...wishesIn(wishes) });
  return edit === undefined ? made.text : applied(made.text, [edit]);
}

/**
 * The citations of ours in brackets that pandoc will write in a style of its own, in the draft's offsets: those that
 * share theirs with another author's (pandoc alone knows his work, and one bracket is one note), those without the
 * author, a day without a conclusion, and those where writing them out would change what stands beside them. None where
 * pandoc writes all citations, since the draft names its style, unless that is passed over. What no document has is the
 * check's business.
 */
export function leftToPandoc(
  draft: Draft,
  library: Library,
  { style, language }: Omit<DraftRules, 'form'>,
  passedOver = false,
): readonly Range[] {
  if (!citesForPandoc(draft) || (namesStyle(draft) && !passedOver)) return [];
  return planRestyle(draft, library, asWritten(style, language, {})).skipped.filter(
    ({ reason }) => reason !== 'narrative' && reason !== 'unknown',
  );
}

function citesForPandoc(draft: Draft): boolean {
  return draft.citations().some(({ form }) => form === 'pandoc' || form === 'narrative');
}

function asWritten(style: Style, language: Language, wishes: Wishes): RestyleOptions {
  return {
    form: writtenForm(style),
    style,
    language,
    ...wishesIn(wishes),
    from: 'pandoc',
    oneWay: true,
    withWords: true,
  };
}

/** The form in which a style cites where pandoc is not asked to. */
function writtenForm(style: Style): Form {
  return isAuthorDate(style) ? 'inText' : 'footnote';
}

/** Whether pandoc is told a style of the drafter's own: it then writes every citation. */
function namesStyle({ frontMatter }: Draft): boolean {
  return frontMatter?.field('csl') !== undefined || frontMatter?.field('citation-style') !== undefined;
}

/** Whether the draft wants no list of sources. */
function listsNone({ frontMatter }: Draft): boolean {
  const value = frontMatter?.field('suppress-bibliography')?.value;
  return value?.kind === 'text' && value.text === 'true';
}
