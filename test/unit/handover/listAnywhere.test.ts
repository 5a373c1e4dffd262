// The list of sources in any draft, or in what was written of it so far: the rest is what it was, and a second time
// there is nothing left to do.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cite } from '../../../src/domain/citation/cite';
import { forms, languages, styles } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { planSourceList } from '../../../src/domain/handover/sourceList';
import { applied } from '../../../src/domain/text/edits';
import { rendered } from '../../insertions/rendered';
import { property } from '../../property';
import { realDrafts } from '../realDrafts';

const id = 'idm2022-1-d3c8';
/** The list and its heading. */
const list =
  /(?:<h[1-6]>(?:Sources|Fuentes)<\/h[1-6]>)?<html_block><!-- idm-findings-sources -->[^]*?<!-- \/idm-findings-sources -->\s*<\/>/u;

/** Some readers take a note right below another line for more of its row, quotation or item, until the list parts them. */
const below = /\n(?!\[\^[^\]\n]+\]:)[^\n]*\S[^\n]*\n\[\^[^\]\n]+\]:/u;

/** What is rendered, without the list. Blanks at the end of code or HTML that is left open do not show. */
const apart = ({ body, notes }: ReturnType<typeof rendered>): unknown => ({
  notes,
  body: body.replace(list, '').replaceAll(/\s+<\/>/gu, '</>'),
});

describe('a list of sources in any draft', () => {
  let written = 0;
  const draftTo = fc
    .constantFrom(...realDrafts)
    .chain(({ text, places }) => fc.tuple(fc.constant(text), fc.constantFrom(...places), fc.nat(text.length)));
  property(
    'a list of sources changes nothing else of a draft, and is the same twice',
    fc.property(
      draftTo,
      fc.constantFrom(...forms),
      fc.constantFrom(...styles),
      fc.constantFrom(...languages),
      fc.boolean(),
      ([text, at, until], form, style, language, whole) => {
        const { text: citation, definitions } = cite(library, [id], { form, style, language });
        const notes = definitions.map(each => `\n\n[^${each.label}]: ${each.text}\n`).join('');
        const from = text.slice(0, at) + citation;
        const draft = whole
          ? from + text.slice(at) + notes
          : (from + notes + text.slice(at)).slice(0, Math.max(from.length + notes.length, until));
        const asked = { style, language, eol: draft.includes('\r\n') ? '\r\n' : '\n' };
        const { edit, refused } = planSourceList(Draft.of(draft, library), library, asked);
        if (edit === undefined) return;
        written++;
        const after = applied(draft, [edit]);
        const told = `${JSON.stringify(draft)} became ${JSON.stringify(after)}`;
        assert.equal(refused, undefined);
        assert.deepEqual(planSourceList(Draft.of(after, library), library, asked).edit, undefined, told);
        if (below.test(draft)) return;
        const is = rendered(after);
        assert.match(is.body, list, told);
        assert.deepEqual(apart(is), apart(rendered(draft)), told);
      },
    ),
    { runs: 300 },
  );

  it('was written in most', () => assert.ok(written > 100, `${written} lists written`));
});
