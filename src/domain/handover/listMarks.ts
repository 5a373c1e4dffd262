/** The comments that stand around a list of sources that we wrote, so that it is found again. */
import { bibliography, withoutAccess } from '../citation/bibliography';
import { toMarkdown } from '../citation/inline';
import { languages, styles } from '../citation/options';
import { Library } from '../corpus/library';
import type { Block, Draft } from '../draft/draft';
import type { Range } from '../text/ranges';
import { certain } from '../certain';

export const listOpens = '<!-- idm-findings-sources -->';
export const listCloses = '<!-- /idm-findings-sources -->';

/** What a draft holds of a list of ours. */
type ListFound =
  | { readonly kind: 'none' }
  /**
   * From its opening mark to the end of its closing one; `lead` is what its lines begin with, in a quotation or a list
   * item.
   */
  | ({ readonly kind: 'list'; readonly lead: string } & Range)
  /** A mark whose counterpart is missing: where the list ends, or began, nobody knows. */
  | ({ readonly kind: 'unpaired' } & Range)
  /** Words between the marks that we did not write. */
  | ({ readonly kind: 'foreign' } & Range);

/** The list of ours in a draft: the first, but a fault wherever there is one. Marks in code are shown, and no marks. */
export function findList(draft: Draft, library: Library): ListFound {
  const marks = draft.blocks.flatMap(marksOf);
  let list: ListFound = { kind: 'none' };
  for (let at = 0; at < marks.length; at += 2) {
    const [open, close] = marks.slice(at, at + 2) as [Mark, Mark?];
    if (!open.opens || close?.opens !== false) return { kind: 'unpaired', start: open.start, end: open.end };
    const words = foreignWords(draft, open.end, close.start, library);
    if (words) return { kind: 'foreign', ...words };
    const line = draft.text.slice(draft.text.lastIndexOf('\n', open.start - 1) + 1, open.start);
    if (list.kind === 'none') list = { kind: 'list', start: open.start, end: close.end, lead: leadOf(line) };
  }
  return list;
}

/** What lines below a mark begin with: behind words, what those begin with. */
function leadOf(before: string): string {
  const [opening = ''] = /^[> \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t][> \t]*)*/u.exec(before) ?? [];
  return (opening === before ? opening : certain(/^[> \t]*/u.exec(before))[0]).replace(/[^>\s]/gu, ' ');
}

interface Mark extends Range {
  readonly opens: boolean;
}

/** The marks in a block: comments of their own, and not words in a longer one. */
function marksOf(block: Block): Mark[] {
  if (!block.text.includes('idm-findings-sources -->')) return [];
  return block.zones.flatMap(({ kind, start, end }): Mark[] => {
    if (kind !== 'comment' || (start === 0 && beginsInside(block))) return [];
    const words = block.text.slice(start, end);
    const from = words.indexOf('<!--');
    const mark = words.slice(from);
    return mark === listOpens || mark === listCloses
      ? [{ start: block.start + start + from, end: block.start + end, opens: mark === listOpens }]
      : [];
  });
}

/** Whether a block begins in what is open before it: what a quotation or list item leaves open ends with it. */
const beginsInside = ({ entry, exit }: Block): boolean =>
  entry.opaque !== undefined && entry.containers.length <= exit.containers.length;

/** The first line between the marks that is no entry of ours, whatever the style and language. */
function foreignWords(draft: Draft, start: number, end: number, library: Library): Range | undefined {
  const known = entriesOf(library);
  const items = draft.blocksIn(start, Math.max(start, end - 1)).flatMap(block => {
    const from = Math.max(start, block.start);
    const to = Math.min(end, block.end);
    return [{ from, to, words: block.words.slice(from - block.start, to - block.start), block }];
  });
  for (const { from, to, words, block } of items) {
    if (/^[>\s]*$/u.test(words) || (block.kind === 'listItem' && known.has(plain(words)))) continue;
    const at = from + words.length - words.trimStart().length;
    return { start: at, end: Math.max(at, from + words.slice(0, to - from).trimEnd().length) };
  }
  return undefined;
}

const known = new WeakMap<Library, ReadonlySet<string>>();

/**
 * Every entry we would write, and those of each document alone: without the letter that tells it from another of its
 * author and year.
 */
function entriesOf(library: Library): ReadonlySet<string> {
  let entries = known.get(library);
  if (!entries) {
    const all = library.corpora.map(({ id }) => ({ ids: [], corpus: id }));
    const held = [library, ...library.corpora.map(corpus => new Library([corpus]))];
    entries = new Set(
      held.flatMap(one =>
        [...styles.map(style => ({ style })), { style: 'bluebook', bluebookAbbreviations: true } as const].flatMap(
          ({ style, ...wishes }) =>
            languages.flatMap(language =>
              bibliography(one, all, style, language, wishes).map(({ runs }) => plain(toMarkdown(runs))),
            ),
        ),
      ),
    );
    known.set(library, entries);
  }
  return entries;
}

/**
 * An entry as it is compared: formatters change blanks and the mark of emphasis; the date of access is the drafter's.
 */
function plain(words: string): string {
  return withoutAccess(words.replace(/\s+/gu, ' ')).trim().replaceAll('_', '*');
}
