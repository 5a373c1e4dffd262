// Citations in a drafter's own words, which restyling leaves alone.
import { inTextCitation, pandocCitation, sourcesInOrder } from '../citation/cite';
import { earlierInText, earlierPandoc, earlierStyles } from '../citation/earlier/wordings';
import { toMarkdown } from '../citation/inline';
import { languages, styles } from '../citation/options';
import type { Language } from '../corpus/types';
import type { Library } from '../corpus/library';
import type { Draft } from '../draft/draft';
import type { Unit } from './unit';

const written = new WeakMap<Library, Map<string, ReadonlySet<string>>>();
/** So many citations' wordings are remembered. */
const mostKnown = 500;

/**
 * Whether the words of a citation in brackets or parentheses are none that a style writes or wrote, or of brackets,
 * another language's: then nothing can give them again.
 * @param braces whether places in braces come back in braces
 */
export function isByHand(draft: Draft, library: Library, unit: Unit, language: Language, braces = false): boolean {
  const words = draft.slice(unit.start, unit.end);
  return (
    unit.form !== 'footnote' &&
    !wordings(library, unit, language).has(compared(braces ? words.replace(/, \{([^{}]{0,300})\}/gu, ', $1') : words))
  );
}

/** Older versions, and many a drafter, write no blank before a semicolon in French. */
function compared(words: string): string {
  return words.replace(/[ \u00a0\u202f];/gu, ';');
}

function wordings(library: Library, { form, cites }: Unit, language: Language): ReadonlySet<string> {
  const known = written.get(library) ?? new Map<string, ReadonlySet<string>>();
  written.set(library, known);
  const key = `${form} ${language} ${cites.map(ids => ids.join('+')).join(' ')}`;
  let words = known.get(key);
  if (words === undefined) {
    if (known.size > mostKnown) known.clear();
    const sources = cites.flatMap(ids => sourcesInOrder(library, ids));
    words = new Set(
      form === 'pandoc'
        ? [pandocCitation(sources, language), earlierPandoc(sources, language)]
        : languages.flatMap(each =>
            [
              ...styles.map(style => toMarkdown(inTextCitation(library, sources, style, each))),
              toMarkdown(inTextCitation(library, sources, 'bluebook', each, { bluebookAbbreviations: true })),
              ...earlierStyles.map(style => earlierInText(sources, style, each)),
            ].map(compared),
          ),
    );
    known.set(key, words);
  }
  return words;
}
