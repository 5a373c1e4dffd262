/** The rules in a draft's front matter that are none: a name or value that there is not. */
import type { Draft } from '../draft/draft';
import { declared } from '../rules/declared';
import { problem } from './noteChecker';
import type { Problem } from './problem';
import { nearWord } from './suggest';

export function unknownRules(draft: Draft): Problem[] {
  return declared(draft).faults.map(rule => {
    const suggestion = rule.kind === 'noFields' ? undefined : nearWord(rule.text, rule.expected);
    return problem(
      'front-matter-unknown',
      rule,
      'warning',
      { reference: rule.text, rule, ...(suggestion !== undefined && { suggestion }) },
      () =>
        suggestion === undefined
          ? []
          : [
              {
                kind: 'replaceReference',
                to: suggestion,
                safe: false,
                edits: [{ start: rule.start, end: rule.end, text: suggestion }],
              },
            ],
    );
  });
}
