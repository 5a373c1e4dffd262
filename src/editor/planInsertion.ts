// Planning an insertion, loaded with the first one.
import { lazy } from '../domain/lazy';

/** The plans of insertions: `planInsertion` and `insertedText`. */
export const insertions = lazy(() => require('../domain/insert/plan'));
