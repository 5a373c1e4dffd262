// What one rendering of the preview knows: settings, words, the draft's rules.
import type { Language } from '../corpus/types';
import type { Library } from '../corpus/library';
import type { Citation } from '../draft/citation';
import type { Style, Wishes } from '../citation/options';
import type { Repeats } from './repeats';

/** What the preview is set to, asked anew for every rendering; the draft's own rules come first. */
export interface PreviewSettings extends Wishes {
  readonly style: Style;
  /** Where the draft does not say it; `auto` is English then. */
  readonly language: Language | 'auto';
  /** The words around the citations, where they are not English. */
  readonly words?: Partial<PreviewWords>;
}

export interface PreviewWords {
  /** Hover on a key that names nothing. */
  readonly unknown: string;
  /** In place of a note printed before: the number of that note follows. */
  readonly again: string;
  /** Hover on a mark whose note is missing. */
  readonly undefined: string;
  readonly back: string;
}

export const englishWords: PreviewWords = {
  unknown: 'No such finding',
  again: 'See note',
  undefined: 'This note has no definition',
  back: 'Back to the text',
};

/** A footnote that cites us. */
export interface Noted {
  readonly ids: readonly string[];
  readonly length: number;
}

/** What one rendering gathers, kept on markdown-it's own environment of that rendering. */
export interface Run {
  readonly style: Style;
  readonly language: Language;
  readonly wishes: Wishes;
  readonly words: PreviewWords;
  /** Whether the draft cites us in any form: one that does not is left as it is. */
  readonly cites: boolean;
  /**
   * Whether the draft's footnotes are ours to render: it has marks or pandoc citations of ours, and no other plugin
   * does it.
   */
  readonly footnotes: boolean;
  /** Footnote definitions by label; the first of a label counts. */
  readonly definitions: Map<string, string>;
  /** The notes mentioned, in order: by label, or by the number of the one that is the same and printed already. */
  readonly notes: ({ readonly label: string } | { readonly same: number })[];
  readonly repeats: Repeats;
  /** What the footnotes of the draft cite, and how many characters each has, by label. */
  readonly noted: ReadonlyMap<string, Noted>;
  /** The citations found in each inline text, by where each or its bracket begins. */
  readonly inline: Map<string, ReadonlyMap<number, readonly Citation[]>>;
  /** The corpora that pandoc citations cite. */
  readonly cited: Set<string>;
  inNote: boolean;
}

const key = 'idmFindings';

/** Begins a rendering. */
export function startRun(env: Record<string, unknown>, run: Run): void {
  env[key] = run;
}

/** The rendering under way. */
export function runOf(env: Record<string, unknown>): Run | undefined {
  return env[key] as Run | undefined;
}

/** The verbatim words of what ids name, as a hover shows them. */
export function verbatim(library: Library, ids: readonly string[]): string {
  const texts = ids.flatMap(id => {
    const resolved = library.resolve(id);
    return resolved === undefined ? [] : [(resolved.sentence ?? resolved.entry).text];
  });
  return [...new Set(texts)].join('\n\n');
}
