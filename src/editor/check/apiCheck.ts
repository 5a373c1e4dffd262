// The check that other extensions are offered.
import { check } from '../../domain/check/check';
import { wishesIn } from '../../domain/citation/options';
import type { CheckOptions } from '../../domain/check/checker';
import type { FixKind, Problem } from '../../domain/check/problem';
import type { Library } from '../../domain/corpus/library';
import { Draft } from '../../domain/draft/draft';
import type { Edit } from '../../domain/text/edits';
import { checkSettings } from './checkSettings';
import type { DraftChecks } from './draftChecks';
import { messageOf, titleOf } from './messages';

/** What may be told of a text that is checked; for the rest the settings count. */
export interface CheckTextOptions extends Partial<CheckOptions> {
  readonly languageId?: string;
}

/** A problem found in a text, with its message and its fixes in the reader's language. */
export interface CheckedProblem extends Omit<Problem, 'fixes'> {
  readonly message: string;
  readonly fixes: readonly {
    readonly kind: FixKind;
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly Edit[];
  }[];
}

/** Checks a text as if it were a draft of the workspace. */
export function checkText(
  library: Library,
  checks: DraftChecks,
  text: string,
  given: CheckTextOptions = {},
): CheckedProblem[] {
  const draft = Draft.of(text, library);
  const settings = checkSettings(given.languageId === undefined ? undefined : { languageId: given.languageId }, draft);
  const {
    style = settings.style,
    form = settings.form,
    language = settings.language,
    severities = settings.severities,
  } = given;
  return check(draft, checks.tools, {
    style,
    form,
    language,
    ...wishesIn({ ...wishesIn(settings), ...wishesIn(given) }),
    ...(severities && { severities }),
  }).map(problem => {
    const { code, start, end, severity, data } = problem;
    return {
      code,
      start,
      end,
      severity,
      data,
      message: messageOf(library, problem),
      // One that waits for a choice is the editor's.
      fixes: problem.fixes
        .filter(fix => fix.choose === undefined)
        .map(fix => ({
          kind: fix.kind,
          title: titleOf(library, fix),
          safe: fix.safe,
          edits: fix.edits,
        })),
    };
  });
}
