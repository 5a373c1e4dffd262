/** Changes of a restyling that are left out: no mark loses its note. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { property } from '../../property';
import { library } from '../../../src/domain/corpus/bundled';
import { styles } from '../../../src/domain/citation/options';
import { Draft } from '../../../src/domain/draft/draft';
import { applied } from '../../../src/domain/text/edits';
import { missingDefinitions } from '../../../src/domain/restyle/partly';
import { planRestyle, restyle } from '../../../src/domain/restyle/restyle';

const inPandoc =
  'A [@idm2022-1, day 2, conclusion 4].\n\nB [@idm2022-1, day 1, conclusion 1; @idm2022-1, day 1, conclusion 3], again [@idm2022-1, day 2, conclusion 4].[^a]\n\n- C [@idm2022-1, day 3, conclusion 1]\n\n[^a]: Theirs.\n';

/** The marks of ours that no definition belongs to. */
function undefinedMarks(text: string): string[] {
  const draft = Draft.of(text, library);
  const defined = new Set(draft.footnoteDefinitions.map(({ label }) => label));
  return draft
    .citations()
    .flatMap(({ form, label }) => (form === 'footnote' && label !== undefined && !defined.has(label) ? [label] : []));
}

describe('a restyling of which some changes are left out', () => {
  let lost = 0;
  property(
    'leaves no mark without its note',
    fc.property(
      fc.constantFrom(...styles),
      fc.constantFrom('footnote', 'pandoc', 'inText'),
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      (style, form, taken) => {
        const before = form === 'footnote' ? inPandoc : restyle(library, inPandoc, { form: 'footnote', style }).text;
        const { edits } = planRestyle(Draft.of(before, library), library, { form, style, language: 'en', eol: '\n' });
        const some = applied(
          before,
          edits.filter((_edit, at) => taken[at] === true),
        );
        if (undefinedMarks(some).length > 0) lost += 1;
        const now = Draft.of(some, library);
        const more = missingDefinitions(
          now,
          Draft.of(applied(before, edits), library),
          Draft.of(before, library),
          '\n',
        );
        assert.deepEqual(undefinedMarks(applied(some, more)), [], some);
      },
    ),
    { runs: 300 },
  );
  it('had notes to bring back', () => assert.ok(lost > 30, `${lost} drafts`));

  it('adds nothing where all are taken', () => {
    const draft = Draft.of(restyle(library, inPandoc, { form: 'footnote', style: 'un' }).text, library);
    assert.deepEqual(missingDefinitions(draft, draft, Draft.of(inPandoc, library), '\n'), []);
  });
});
