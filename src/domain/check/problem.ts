/** What a check says: codes and data. The words for a reader are the editor layer's. */
import type { Style } from '../citation/options';
import type { Language } from '../corpus/types';
import type { RuleFault } from '../rules/declared';
import type { Edit } from '../text/edits';
import type { Permitted } from './quote/align';
import type { Limit } from './suggest';
import type { Bracket, Difference, Omission, Where } from './quote/judge';

export const codes = [
  'quote-altered',
  'quote-other-finding',
  'quote-spans',
  'quote-unknown',
  'quote-uncited',
  'quote-omission',
  'quote-bracket',
  'attribution-who',
  'attribution-verb',
  'paraphrase-altered',
  'paraphrase-other-finding',
  'ref-unknown',
  'note-undefined',
  'note-unused',
  'note-duplicate',
  'note-stale',
  'note-other-style',
  'note-edited',
  'note-before-punctuation',
  'form-mixed',
  'disable-unused',
  'front-matter-unknown',
] as const;
export type Code = (typeof codes)[number];

export const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type Severity = (typeof severities)[number];

/**
 * The severity of each code where nothing is set. Omissions, brackets and attributions are graded
 * one by one; the value here is their gravest, and a setting replaces the grade.
 */
export const defaultSeverities: Readonly<Record<Code, Exclude<Severity, 'off'>>> = {
  'quote-altered': 'warning',
  'quote-other-finding': 'warning',
  'quote-spans': 'warning',
  'quote-unknown': 'warning',
  'quote-uncited': 'information',
  'quote-omission': 'warning',
  'quote-bracket': 'warning',
  'attribution-who': 'warning',
  'attribution-verb': 'warning',
  'paraphrase-altered': 'warning',
  'paraphrase-other-finding': 'warning',
  'ref-unknown': 'error',
  'note-undefined': 'error',
  'note-unused': 'information',
  'note-duplicate': 'warning',
  'note-stale': 'information',
  'note-other-style': 'hint',
  'note-edited': 'hint',
  'note-before-punctuation': 'warning',
  'form-mixed': 'hint',
  'disable-unused': 'information',
  'front-matter-unknown': 'warning',
};

export type FixKind =
  | 'restore'
  | 'markOmission'
  | 'moveCitation'
  | 'addCitation'
  | 'paraphrase'
  | 'reword'
  | 'nameAuthor'
  | 'quoteSource'
  | 'replaceReference'
  | 'chooseReference'
  | 'define'
  | 'writeNote'
  | 'removeDefinition'
  | 'refresh'
  | 'swap'
  | 'removeComment'
  | 'removeCodes';

export interface Fix {
  readonly kind: FixKind;
  /** What the fix puts in, where its words need it: the id, the reference, the wording. */
  readonly to?: string;
  /** Cannot be wrong: "fix all" does it. */
  readonly safe: boolean;
  /** Right as far as it goes, though its author is to see it first: it is the one an editor proposes. */
  readonly sure?: boolean;
  /** The sentence that it puts in is only the nearest, and may be about something else. */
  readonly nearest?: boolean;
  /** None where the drafter chooses first. */
  readonly edits: readonly Edit[];
  /** The edits once a finding is chosen. */
  choose?(id: string): readonly Edit[];
}

/** What a paraphrase may add that nothing cited has. */
export type Added = 'figure' | 'subject' | 'condition' | 'agreement';

/** What a message needs to be worded, and other programs to act on. */
export interface ProblemData {
  /** The ids that the citation names. */
  readonly cited?: readonly string[];
  readonly where?: Where;
  /** The pieces of a quotation that spans several. */
  readonly pieces?: readonly Where[];
  /** The document's ranges are in the draft's offsets. */
  readonly differences?: readonly Difference[];
  readonly omission?: Omission;
  readonly bracket?: Bracket;
  readonly permitted?: readonly Permitted[];
  /** Whom the draft lets speak, or what it says otherwise than the source, in its own words. */
  readonly said?: string;
  /** What the source says in their place. */
  readonly instead?: string;
  /** What the draft adds, where the source has nothing in its place. */
  readonly added?: Added;
  /** The source sentence, and who speaks in it with which verbs. */
  readonly sentence?: {
    readonly id: string;
    readonly text: string;
    readonly who: string;
    readonly verbs: readonly string[];
  };
  /** The speaker as the draft names it, where it may be one of those the draft speaks for: “the Ministers”. */
  readonly mayBeAuthor?: string;
  readonly continued?: boolean;
  /** That sentence is the nearest one, and may not be the one that the draft means. */
  readonly nearest?: boolean;
  /** The draft's verb is stronger than the sentence's. */
  readonly raised?: boolean;
  /** A reference, note label or list of codes as it stands. */
  readonly reference?: string;
  readonly suggestion?: string;
  /** What the source has, where a place is named that it has not. */
  readonly limit?: Limit;
  /** What a note should say, or the other form a finding is cited in. */
  readonly expected?: string;
  /** The style and language a note is worded in, and those of the draft. */
  readonly worded?: { readonly style: Style; readonly language: Language };
  readonly rules?: { readonly style: Style; readonly language: Language };
  /** What in the front matter is no rule. */
  readonly rule?: RuleFault;
}

export interface Problem {
  readonly code: Code;
  /** UTF-16 offsets in the draft; `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly severity: Exclude<Severity, 'off'>;
  readonly data: ProblemData;
  readonly fixes: readonly Fix[];
}

/** Whether it is only a remark: information or a hint. */
export function isRemark({ severity }: Pick<Problem, 'severity'>): boolean {
  return severity === 'information' || severity === 'hint';
}
