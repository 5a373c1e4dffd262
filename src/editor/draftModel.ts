// The model of a draft and the rules that are read off it, loaded with the first draft.
import { lazy } from '../domain/lazy';

/** The incremental model of a draft: `Draft`. */
export const draftModel = lazy(() => require('../domain/draft/draft'));

/** What a draft's citations are written by: `draftRules`. */
export const rulesOfDrafts = lazy(() => require('../domain/rules/draftRules'));

/** What a draft's citations, and the places named in its sentences, lead to: `referencesOf`, `referencesIn`, `preparingReferences`. */
export const followed = lazy(() => require('../domain/check/followed'));
