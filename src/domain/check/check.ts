/**
 * Checks a draft against the source: quotations, attributions and references.
 *
 * The contract for quotations is the UN Editorial Manual's: exact reproduction, but for the initial
 * letter's case, final punctuation, the source's note marks and listed typographical errors
 * (https://www.un.org/dgacm/en/node/4440). What is compared is said in docs/rules.
 */
import type { Library } from '../corpus/library';
import { Draft } from '../draft/draft';
import { draftRules } from '../rules/draftRules';
import { AttributionJudge } from './attribution/judge';
import type { VerbScale } from './attribution/scale';
import { wishesIn } from '../citation/options';
import type { Tools } from './analyse';
import { Checker, type CheckOptions } from './checker';
import { ConclusionWords } from './otherFinding';
import type { Problem } from './problem';
import { SourceIndex } from './quote/source';
import { StrengthJudge } from './strength/strengthJudge';

/** What a check needs of a library, made once; the library's texts are read with the first check, in its steps. */
export function prepare(library: Library, scale?: VerbScale): Tools {
  return {
    index: new SourceIndex(library),
    attributions: new AttributionJudge(library, scale),
    strength: new StrengthJudge(library),
    conclusions: new ConclusionWords(library),
  };
}

/**
 * All problems of a draft, in order. Offsets are UTF-16 units; any text is a draft, nothing is thrown.
 * @param options what counts whatever the draft says; the rest is as the draft's own rules are, in UN style where it
 *   has none
 */
export function check(draft: string | Draft, tools: Tools, options: Partial<CheckOptions> = {}): Problem[] {
  const model = typeof draft === 'string' ? Draft.of(draft, tools.index.library) : draft;
  const rules = draftRules(model, { style: 'un', form: 'footnote', language: 'auto' });
  const { style = rules.style, form = rules.form, language = rules.language, severities } = options;
  return new Checker(model, tools).check({
    style,
    form,
    language,
    ...wishesIn({ ...wishesIn(rules), ...wishesIn(options) }),
    ...(severities && { severities }),
  });
}
