// References to what does not exist: what they were probably to name, or what the source has instead.
import { certain } from '../certain';
import { labelOf, readLabel } from '../citation/labels';
import { isCitable, isFinding, type Library } from '../corpus/library';
import type { PlaceReference } from '../draft/draft';
import type { Edit } from '../text/edits';
import type { Cited, Unknown } from './cited';
import { noFixes, type FixContext, type LocalProblem } from './facts';
import type { Fix } from './problem';
import { limitOf, suggest, suggestLabel, type Suggestion } from './suggest';

/** A citation in the text of a unit. */
interface Reference {
  readonly library: Library;
  readonly text: string;
  readonly cited: Cited;
  readonly unknown: Unknown;
}

/**
 * A citation of what does not exist. Where only a name is misspelt, the fix is what was probably meant. Where a place
 * does not exist nobody can tell which was meant: the problem says what the source has, and the drafter chooses.
 */
export function unknownReference(library: Library, text: string, cited: Cited): LocalProblem[] {
  const { start, end, unknown, label } = cited;
  if (!unknown) return [];
  const reference = { library, text, cited, unknown };
  const limit = limitOf(library, { ...unknown, key: missingOf(library, label) ?? unknown.key });
  const near = suggest(library, unknown);
  const guess = label === undefined ? (near?.ids[0] ?? near?.corpus) : (suggestLabel(library, label) ?? near?.ids[0]);
  const suggestion = limit === undefined ? guess : undefined;
  return [
    {
      code: 'ref-unknown',
      start,
      end,
      severity: 'error',
      data: {
        reference: unknown.reference,
        ...(suggestion !== undefined && { suggestion }),
        ...(limit && { limit }),
      },
      fixes: cited.named
        ? noFixes
        : context => (limit ? choosing(reference, context) : replacing(reference, suggestion, near, context)),
    },
  ];
}

/** The first finding of a label of several that does not exist. */
function missingOf(library: Library, label: string | undefined): string | undefined {
  const ids = (label === undefined ? undefined : readLabel(label, library)?.ids) ?? [];
  return ids.length < 2 ? undefined : ids.find(id => !isCitable(library, id));
}

function replacing(
  reference: Reference,
  suggestion: string | undefined,
  near: Suggestion | undefined,
  context: FixContext,
): Fix[] {
  if (suggestion === undefined) return [];
  const edits = editsFor(reference, near, suggestion, context);
  const to = reference.cited.label === undefined ? (edits[0]?.text ?? '') : suggestion;
  return edits.length === 0 ? [] : [{ kind: 'replaceReference', to, safe: false, edits }];
}

/** The fix that waits for a finding to be chosen; none where the citation cannot be changed alone. */
function choosing(reference: Reference, context: FixContext): Fix[] {
  const { library, cited } = reference;
  const choose = (id: string): readonly Edit[] => {
    const corpus = library.resolve(id)?.corpus.id;
    if (corpus === undefined) return [];
    const others = (cited.label === undefined ? undefined : readLabel(cited.label, library)?.ids) ?? [];
    const label = labelOf([
      ...new Set([...(others.length > 1 ? others.filter(each => isCitable(library, each)) : []), id]),
    ]);
    return editsFor(reference, { corpus, ids: [id], exact: false }, label, context);
  };
  const [any] = library.findings;
  if (any === undefined || choose(any.id).length === 0) return [];
  const formed = (id: string): readonly Edit[] => context.inUsedForm(choose(id), context.base + cited.start, id);
  return [{ kind: 'chooseReference', safe: false, edits: [], choose: formed }];
}

/** The edits that name something else: no more is changed than is wrong: the document's key, the place, or else all of it. */
function editsFor(
  { library, text, cited, unknown }: Reference,
  near: Suggestion | undefined,
  label: string,
  { base, relabel, reference: write, locate }: FixContext,
): readonly Edit[] {
  const { start, end, form, ids } = cited;
  const { key, locator } = unknown;
  const replace = (from: number, until: number, to: string): readonly Edit[] => [
    { start: base + from, end: base + until, text: to },
  ];
  const within = (words: string | undefined): number => {
    const at = words ? text.indexOf(words, start) : -1;
    return at >= 0 && at + certain(words).length <= end ? at : -1;
  };
  if (cited.label !== undefined) return relabel({ start: base + start, end: base + end }, cited.label, label);
  if (!near) return [];
  const right = near.ids.every((id, index) => isPlace(library, id, unknown.places[index]));
  const keyAt = library.corpus(key) ? -1 : within(key && `@${key}`);
  if (keyAt >= 0 && right) return replace(keyAt + 1, keyAt + 1 + key.length, near.corpus);
  const placeAt = library.corpus(unknown.corpus ?? '') ? within(locator) : -1;
  if (placeAt >= 0)
    return replace(placeAt, placeAt + certain(locator).length, locate([...ids, ...near.ids], certain(locator)));
  const whole = wholeBracket(text, start, end);
  if (
    near.ids.length === 0 ||
    cited.shared ||
    cited.annotated ||
    (!/[([]/.test(text.charAt(whole.start)) && form === 'inText')
  )
    return [];
  return replace(whole.start, whole.end, write([...ids, ...near.ids], form));
}

/** Whether an id is at the very place that is named. */
function isPlace(library: Library, id: string, place: PlaceReference | undefined): boolean {
  const entry = library.resolve(id)?.entry;
  if (!entry || !place) return false;
  return isFinding(entry)
    ? entry.day === place.day && entry.ordinal === place.conclusion
    : entry.part === place.part && entry.paragraph === place.paragraph;
}

/** A citation's extent with the bracket around it, where the citation alone was given. */
function wholeBracket(text: string, start: number, end: number): { start: number; end: number } {
  const opens = text.charAt(start - 1);
  const closes = text.charAt(end);
  return (opens === '[' && closes === ']') || (opens === '(' && closes === ')')
    ? { start: start - 1, end: end + 1 }
    : { start, end };
}
