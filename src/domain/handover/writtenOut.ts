// A draft as it goes to pandoc: its pandoc citations written out in the style that the draft follows.
import { corporaCited } from '../citation/bibliography';
import type { CslStyle } from '../citation/csl';
import { exportSources } from '../citation/exports';
import { isAuthorDate, wishesIn, type Form, type Style } from '../citation/options';
import type { Library } from '../corpus/library';
import { Draft } from '../draft/draft';
import { applied } from '../edits';
import { planRestyle } from '../restyle/restyle';
import type { DraftRules } from '../rules/draftRules';
import { setApart } from './apart';
import { bracedPlaces } from './bracedPlaces';
import type { HandedOver } from './docx';
import { verbatimIn } from './languageMarks';
import { hasSourceList, planSourceList } from './sourceList';

/** What an export to Word takes of a draft itself. */
export interface DraftInWord extends HandedOver {
  /** The draft as pandoc is to read it. */
  readonly text: string;
  /** Bibliographic data of the sources cited, as CSL-JSON. */
  readonly sources: string;
}

/**
 * A draft as it goes to Word, by its rules.
 * @param own the style file of the drafter's own, where one is named: pandoc then writes every pandoc citation, in notes with the place as its locator
 */
export function inWord(draft: Draft, library: Library, rules: Omit<DraftRules, 'form'>, own?: Pick<CslStyle, 'kind'>): DraftInWord {
  return {
    text: setApart(Draft.of(own?.kind === 'note' ? applied(draft.text, bracedPlaces(draft)) : own ? draft.text : writtenOut(draft, library, rules), library)),
    sources: exportSources(corporaCited(library, draft.citations()), 'csl-json', rules),
    language: rules.language,
    verbatim: verbatimIn(library),
  };
}

/**
 * A draft with its pandoc citations of our documents written out, for pandoc to read: as notes, or in the text where the style is author–date. What
 * stands in another form stays word for word; so do other people's citations, and those of ours that only pandoc can write (`[see @idm2022-1; @smith, p. 3]`).
 * Where some were written out and the draft has no list of sources, it gets one in the style, where the command for it would put it.
 *
 * @returns the text as it was, where the draft names a style of its own for pandoc (`csl`)
 */
export function writtenOut(draft: Draft, library: Library, { style, language, ...wishes }: Omit<DraftRules, 'form'>): string {
  if (!draft.citations().some(({ form }) => form === 'pandoc' || form === 'narrative') || namesStyle(draft)) return draft.text;
  const { edits } = planRestyle(draft, library, { form: writtenForm(style), style, language, ...wishesIn(wishes), from: 'pandoc', oneWay: true });
  if (hasSourceList(draft, library) || listsNone(draft)) return applied(draft.text, edits);
  const made = Draft.of(applied(draft.text, edits), library);
  const { edit } = planSourceList(made, library, { style, language, eol: draft.eol, ...wishesIn(wishes) });
  return edit === undefined ? made.text : applied(made.text, [edit]);
}

/** The form in which a style cites where pandoc is not asked to. */
function writtenForm(style: Style): Form {
  return isAuthorDate(style) ? 'inText' : 'footnote';
}

/** Whether pandoc is told a style of the drafter's own: it then writes every citation. */
export function namesStyle({ frontMatter }: Draft): boolean {
  return frontMatter?.field('csl') !== undefined || frontMatter?.field('citation-style') !== undefined;
}

/** Whether the draft wants no list of sources. */
function listsNone({ frontMatter }: Draft): boolean {
  const value = frontMatter?.field('suppress-bibliography')?.value;
  return value?.kind === 'text' && value.text === 'true';
}
