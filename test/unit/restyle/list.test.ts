// The list of sources takes the style that a restyling gives the citations.
import { strict as assert } from 'node:assert';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { planSourceList } from '../../../src/domain/handover/sourceList';
import { styles, type Style } from '../../../src/domain/citation/options';
import { planRestyle } from '../../../src/domain/restyle/restyle';
import { restyleDraft } from '../../../src/domain/restyle/wholeDraft';
import { applied } from '../../../src/domain/text/edits';

const rules = { language: 'en', eol: '\n' } as const;

/** A draft with one citation in a style, and the list of its sources if wanted. */
function draftIn(style: Style, listed: boolean): string {
  const { edits } = planRestyle(Draft.of('A [@idm2022-1, day 2, conclusion 4].\n\nB.\n', library), library, {
    form: 'footnote',
    style,
  });
  const text = applied('A [@idm2022-1, day 2, conclusion 4].\n\nB.\n', edits);
  if (!listed) return text;
  const { edit } = planSourceList(Draft.of(text, library), library, { ...rules, style });
  return applied(text, [edit!]);
}

const restyled = (text: string, style: Style): string => restyleDraft(library, text, { form: 'footnote', style }).text;

describe('the list of sources in a restyled draft', () => {
  for (const style of styles) {
    it(`has the style ${style}, and comes back as it was`, () => {
      const before = draftIn('un', true);
      const after = restyled(before, style);
      assert.equal(after, draftIn(style, true));
      assert.equal(restyled(after, 'un'), before);
      assert.equal(restyled(after, style), after);
    });
  }

  it('is not written where there was none', () => {
    assert.equal(restyled(draftIn('un', false), 'oscola'), draftIn('oscola', false));
  });

  it('is left alone where only a part of the draft is restyled', () => {
    const before = draftIn('un', true);
    const list = before.slice(before.indexOf('<!-- idm'), before.indexOf('/idm-findings-sources -->'));
    const range = { start: 0, end: before.indexOf('\n') };
    const { text } = restyleDraft(library, before, { form: 'footnote', style: 'oscola', range });
    assert.notEqual(text, before);
    assert.ok(text.includes(list), text);
  });

  it('has the front matter beside it name the style that all has now', () => {
    const named = `---\nidm-findings: { style: un }\n---\n\n${draftIn('un', true)}`;
    assert.equal(restyled(named, 'oscola'), `---\nidm-findings: { style: oscola }\n---\n\n${draftIn('oscola', true)}`);
  });

  it('is left alone where words of the drafter’s stand in it', () => {
    const mine = '- A source of mine.\n<!-- /idm-findings-sources -->';
    const before = draftIn('un', true).replace('<!-- /idm-findings-sources -->', mine);
    assert.ok(restyled(before, 'oscola').includes(mine));
    assert.ok(restyled(before, 'oscola').includes('[^idm2022-1-d2c4]: International Organization for Migration'));
    assert.equal(restyled(before, 'oscola').includes('(International Organization for Migration 2022) <'), false);
  });
});
