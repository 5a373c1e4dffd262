/**
 * What the report's page and the extension say to each other. Every word shown is made by the extension, in the
 * reader's language.
 */
import type { Message, Scrolled } from './envelope';

/** A stretch of text, marked where it differs from what stands beside it. */
export type Stretch = string | { readonly mark: string };

export type Grade = 'error' | 'warning' | 'information' | 'hint';

/** One of the texts that stand side by side. */
export interface ShownText {
  readonly kind: 'draft' | 'source' | 'proposed';
  readonly label: string;
  /** The language of the text. */
  readonly lang: string;
  readonly text: readonly Stretch[];
  /** The id of the source's sentence, where a click opens it. */
  readonly opens?: string;
}

export interface ShownProblem {
  readonly key: string;
  readonly grade: Grade;
  readonly gradeName: string;
  readonly code: string;
  /** The rule's name. */
  readonly rule: string;
  readonly place: string;
  readonly message: string;
  readonly texts: readonly ShownText[];
  /** What its buttons do, in words. The last ignores it, where it can be ignored. */
  readonly fixes: readonly string[];
  /** Whether the first is what we propose; else the button that shows the source is the main one. */
  readonly proposes: boolean;
  /** A button that opens the passage of the source, before the one that ignores. */
  readonly shows?: { readonly name: string; readonly id: string };
}

/** A citation or quotation with its verdict. */
export interface ShownItem {
  readonly key: string;
  /** "Citation, footnote". */
  readonly what: string;
  readonly place: string;
  readonly text: string;
  readonly lang: string;
  readonly state: 'good' | 'flagged' | 'open';
  readonly verdict: string;
  readonly problems: readonly {
    readonly key: string;
    readonly grade: Grade;
    readonly gradeName: string;
    /** The rule's name: what the problem is stands above, among the problems. */
    readonly rule: string;
  }[];
  /** What was not judged, and why, and what a comment ignores: a sentence each. */
  readonly unjudged: readonly string[];
}

/** What is told of one draft. */
export interface ShownDraft {
  /** Its place in the report, from 0. */
  readonly at: number;
  /** What is said of it as a whole. */
  readonly notes: readonly string[];
  readonly problemsTitle: string;
  readonly problems: readonly ShownProblem[];
  /** What the button says that shows more of them, where there are more. */
  readonly moreProblems?: string;
  readonly itemsTitle: string;
  readonly items: readonly ShownItem[];
  readonly moreItems?: string;
  /** What is said where there are none. */
  readonly none: { readonly problems: string; readonly items: string };
}

/** One of the drafts of a workspace, which is told when it is opened. */
export interface ShownRow {
  readonly at: number;
  readonly name: string;
  readonly figures: string;
  readonly grade?: Grade;
  readonly told?: ShownDraft;
}

/** What is wrong where a finding is used, from the worst on. */
type WorstUse = 'flagged' | 'ignored' | 'remarked';
export type UseKind = WorstUse | 'quoted' | 'cited' | 'unused';

export interface ShownCell {
  readonly id: string;
  /** Our count, "2.4". */
  readonly number: string;
  /** "Day 2, conclusion 4, “Services in a pandemic” (our label), some speakers, cited twice". */
  readonly name: string;
  /** The same where the label stands beside it. */
  readonly particulars: string;
  readonly use: UseKind;
  /** How often it is used, short: "2×". */
  readonly count: string;
  readonly who: string;
  /** Our own short name for it. */
  readonly label: string;
  /** The source's words, with who said them; `who` is empty where one speaker said all of it. */
  readonly spoken: readonly { readonly who: string; readonly text: string }[];
  readonly used: string;
  /** Where drafts use it: what the button says, the draft's place in the report, the offset, and what is wrong there. */
  readonly places: readonly {
    readonly name: string;
    readonly draft: number;
    readonly at: number;
    readonly worst?: WorstUse;
    readonly says?: string;
  }[];
}

export interface ShownDay {
  readonly key: string;
  readonly name: string;
  readonly used: string;
  readonly themes: readonly { readonly heading: string; readonly used: string; readonly cells: readonly ShownCell[] }[];
}

export interface ShownPicture {
  readonly title: string;
  readonly figures: string;
  readonly note: string;
  readonly legend: readonly { readonly use: UseKind; readonly name: string }[];
  readonly days: readonly ShownDay[];
  /** Our labels are said to be ours. */
  readonly ours: string;
  /** Before the places where a finding is used. */
  readonly usedAt: string;
  readonly actions: Readonly<Record<'open' | 'cite' | 'quote' | 'close', string>>;
  /** Where citations and quotations go. */
  readonly where: string;
}

export interface ShownReport {
  readonly title: string;
  readonly figures: readonly string[];
  readonly status?: {
    readonly words: string;
    readonly action?: { readonly does: 'again' | 'openDraft'; readonly name: string };
  };
  readonly tools: readonly { readonly does: 'copy' | 'save' | 'again'; readonly name: string }[];
  /** The one draft, or the drafts of the workspace. */
  readonly draft?: ShownDraft;
  readonly rows?: {
    readonly title: string;
    readonly list: readonly ShownRow[];
    readonly more?: string;
    readonly loading: string;
  };
  readonly picture?: ShownPicture;
  /** What is kept while the window is loaded again: which report this is. */
  readonly kept: KeptReport;
}

/** Which report a page shows. */
export type KeptReport = { readonly draft: string } | { readonly workspace: true };

/** What the page keeps besides. */
export interface ReportState {
  readonly report: KeptReport;
  readonly scrolled: Scrolled;
}

export type ToReport =
  | { readonly kind: 'report'; readonly report: ShownReport }
  | { readonly kind: 'say'; readonly words: string };

export type FromReport = Message &
  (
    | { readonly kind: 'go'; readonly draft: number; readonly key: string }
    | { readonly kind: 'place'; readonly draft: number; readonly at: number }
    | {
        readonly kind: 'fix';
        readonly draft: number;
        readonly key: string;
        readonly fix: number;
        readonly name: string;
      }
    | { readonly kind: 'more'; readonly draft: number; readonly what: 'problems' | 'items' | 'rows' }
    | { readonly kind: 'row'; readonly draft: number }
    | { readonly kind: 'finding'; readonly id: string; readonly does: 'open' | 'cite' | 'quote' }
    | { readonly kind: 'copy' | 'save' | 'again' | 'openDraft' }
  );
