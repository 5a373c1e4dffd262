// What the API answers with: loaded when another extension first asks.
import {
  oneOf,
  record,
  requireBoolean,
  requireDay,
  requireOptions,
  requireText,
  requireTexts,
  stretch,
  wholeFrom,
} from './apiArguments';
import type { IdmFindingsApi } from './api';
import { codes, severities } from './domain/check/problem';
import { cite } from './domain/citation/cite';
import { forms, languages, positions, spanishQuotationMarks, styles, type Wishes } from './domain/citation/options';
import type { Library } from './domain/corpus/library';
import { citations } from './domain/draft/citations';
import { restyleDraft } from './domain/restyle/wholeDraft';
import type { SearchIndex } from './domain/search';

/** The API but for its version; arguments are checked, since they may come from JavaScript. */
export function createAnswers(
  library: Library,
  index: () => SearchIndex,
  check: IdmFindingsApi['check'],
): Omit<IdmFindingsApi, 'version'> {
  const style = oneOf(styles);
  const form = oneOf(forms);
  const language = oneOf(languages);
  const wishes = {
    accessed: requireDay,
    bluebookAbbreviations: requireBoolean,
    spanishMarks: oneOf(spanishQuotationMarks),
  } satisfies Record<keyof Wishes, unknown>;
  return {
    findings: () => library.findings,
    passages: () => library.passages,
    finding: id => {
      requireText('id', id);
      return library.resolve(id)?.entry;
    },
    search: (query, options) => {
      requireText('query', query);
      requireOptions('options', options, { limit: wholeFrom(0) });
      return index().search(query, options);
    },
    cite: (ids, options) => {
      requireTexts('ids', ids);
      requireOptions('options', options, {
        form,
        style,
        language,
        position: oneOf(positions),
        firstNote: wholeFrom(1),
        previousDay: wholeFrom(1),
        mention: wholeFrom(1),
        samePlace: requireBoolean,
        ...wishes,
        byTitle: requireTexts,
        firstNotes: record(
          library.corpora.map(({ id }) => id),
          wholeFrom(1),
        ),
      });
      return cite(library, ids, options);
    },
    check: (text, options) => {
      requireText('text', text);
      requireOptions('options', options, {
        form,
        style,
        language,
        ...wishes,
        languageId: requireText,
        severities: record(codes, oneOf(severities)),
      });
      return check(text, options);
    },
    citations: (text, options) => {
      requireText('text', text);
      requireOptions('options', options, { languageId: requireText });
      return citations(library, text, options);
    },
    restyle: (text, options) => {
      requireText('text', text);
      requireOptions('options', options ?? null, {
        form,
        style,
        language,
        ...wishes,
        from: form,
        eol: oneOf(['\n', '\r\n']),
        range: stretch,
        oneWay: requireBoolean,
        withWords: requireBoolean,
        byHand: requireBoolean,
        placeInBraces: requireBoolean,
      });
      form('options.form', options.form);
      style('options.style', options.style);
      return restyleDraft(library, text, options);
    },
  };
}
