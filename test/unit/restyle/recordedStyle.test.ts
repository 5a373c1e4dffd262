// The style that a draft's front matter is given where its citations do not show it.
import { strict as assert } from 'node:assert';
import { check, prepare } from '../../../src/domain/check/check';
import { definitionText } from '../../../src/domain/citation/cite';
import { forms, styles, type Form, type Style } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { planSourceList } from '../../../src/domain/handover/sourceList';
import { planDraftRestyle } from '../../../src/domain/restyle/wholeDraft';
import { draftRules, type RuleSettings } from '../../../src/domain/rules/draftRules';
import { applied } from '../../../src/domain/text/edits';

const tools = prepare(library);
const settings: RuleSettings = { form: 'footnote', style: 'un', language: 'auto' };
const pandoc = 'A [@idm2022-1, day 2, conclusion 4].\n\nB [@idm2022-1, day 2, conclusion 5].\n';

function restyled(text: string, form: Form, style: Style): { text: string; style: string | undefined } {
  const plan = planDraftRestyle(Draft.of(text, library), library, { form, style, settings });
  return { text: applied(text, plan.edits), style: plan.style };
}
const styleOf = (text: string): Style => draftRules(Draft.of(text, library), settings).style;

describe('the style of a draft whose citations do not show it', () => {
  it('is recorded in the front matter, which a draft without gets', () => {
    assert.deepEqual(restyled(pandoc, 'pandoc', 'oscola'), {
      text: `---\nidm-findings:\n  style: oscola\n---\n\n${pandoc}`,
      style: 'recorded',
    });
  });

  it('is recorded beside what the front matter says', () => {
    assert.equal(
      restyled(`---\ntitle: T\nidm-findings:\n  form: footnote\n---\n\n${pandoc}`, 'pandoc', 'oscola').text,
      `---\ntitle: T\nidm-findings:\n  style: oscola\n  form: pandoc\n---\n\n${pandoc}`,
    );
    assert.equal(
      restyled(`---\nidm-findings: { style: un }\n---\n\n${pandoc}`, 'pandoc', 'oscola').text,
      `---\nidm-findings: { style: oscola }\n---\n\n${pandoc}`,
    );
  });

  it('is recorded with the list of sources in that style', () => {
    const { edit } = planSourceList(Draft.of(pandoc, library), library, { style: 'un', language: 'en', eol: '\n' });
    const { text } = restyled(applied(pandoc, [edit!]), 'pandoc', 'oscola');
    assert.match(text, /^---\nidm-findings:\n {2}style: oscola\n---\n/u);
    assert.match(text, /^- .* \(International Organization for Migration 2022\) /mu);
  });

  for (const style of styles)
    for (const form of forms)
      for (const from of forms)
        it(`is followed after restyling from ${from} to ${form} in ${style}, and recorded but once`, () => {
          const draft = restyled(pandoc, from, 'chicago-notes').text;
          const { text } = restyled(draft, form, style);
          assert.equal(styleOf(text), style);
          assert.deepEqual(restyled(text, form, style), { text, style: undefined });
          assert.equal(text.split('style: ').length <= 2, true, text);
        });

  it('is not recorded where the draft follows it already, or cites nothing', () => {
    assert.deepEqual(restyled(pandoc, 'pandoc', 'un'), { text: pandoc, style: undefined });
    assert.deepEqual(restyled('Words.\n', 'pandoc', 'oscola'), { text: 'Words.\n', style: undefined });
  });

  describe('there and back', () => {
    /** Restyles one draft again and again, as the editor does. */
    function thereAndBack(text: string, ways: readonly (readonly [Form, Style])[], set = settings): string[] {
      const written = new Set<string>();
      const texts = [text];
      for (const [form, style] of ways) {
        const draft = Draft.of(texts.at(-1)!, library);
        const plan = planDraftRestyle(draft, library, { form, style, settings: set, written });
        if (plan.written !== undefined) written.add(plan.written);
        texts.push(applied(draft.text, plan.edits));
      }
      return texts;
    }
    const heads = [
      '',
      '\uFEFF',
      '---\ntitle: T\n---\n\n',
      '---\ntitle: T\nidm-findings:\n  form: pandoc\n  accessed: 2026-11-01\n---\n',
      '---\nidm-findings:\ntitle: T # mine\n---\n',
      '---\nidm-findings:\n---\n',
      '---\nidm-findings: { form: pandoc }\n---\n',
      '---\nidm-findings:\n  style:\n---\n',
      '---\n# nothing yet\n---\n',
    ];
    for (const head of heads)
      for (const eol of ['\n', '\r\n'])
        it(`gives the same text: ${JSON.stringify(head + eol)}`, () => {
          const text = `${head}${pandoc}`.replaceAll('\n', eol);
          const [, there, on, back] = thereAndBack(text, [
            ['pandoc', 'oscola'],
            ['pandoc', 'chicago-notes'],
            ['pandoc', 'un'],
          ]);
          assert.equal(styleOf(there!), 'oscola');
          assert.equal(styleOf(on!), 'chicago-notes');
          assert.equal(back, text);
        });

    it('takes the record out where the notes show the style', () => {
      const [, there, notes] = thereAndBack(pandoc, [
        ['pandoc', 'oscola'],
        ['footnote', 'oscola'],
      ]);
      assert.match(there!, /^---\nidm-findings:/u);
      assert.equal(notes, restyled(pandoc, 'footnote', 'oscola').text);
    });

    it('leaves what the drafter wrote, or changed', () => {
      const own = `---\nidm-findings:\n  style: oscola\n---\n\n${pandoc}`;
      assert.equal(thereAndBack(own, [['pandoc', 'un']]).at(-1), own.replace('oscola', 'un'));
      const written = new Set(['---\nidm-findings:\n  style: iom\n---\n\n']);
      const plan = planDraftRestyle(Draft.of(own, library), library, {
        form: 'pandoc',
        style: 'un',
        settings,
        written,
      });
      assert.equal(applied(own, plan.edits), own.replace('oscola', 'un'));
      const more = `---\nidm-findings:\n  style: oscola\nlang: en\n---\n\n${pandoc}`;
      const kept = planDraftRestyle(Draft.of(more, library), library, {
        form: 'pandoc',
        style: 'un',
        settings,
        written: new Set(['---\nidm-findings:\n  style: oscola\n---\n\n']),
      });
      assert.equal(applied(more, kept.edits), more.replace('oscola', 'un'));
    });

    it('keeps the record where other settings would have another style', () => {
      const [, there, back] = thereAndBack(
        pandoc,
        [
          ['pandoc', 'oscola'],
          ['pandoc', 'un'],
        ],
        { ...settings, style: 'iom' },
      );
      assert.equal(styleOf(there!), 'oscola');
      assert.equal(back, there!.replace('oscola', 'un'));
    });
  });

  it('is refused where the front matter cannot be edited', () => {
    const toml = `+++\ntitle = "T"\n+++\n\n${pandoc}`;
    assert.deepEqual(restyled(toml, 'pandoc', 'oscola'), { text: toml, style: 'refused' });
  });

  it('is recorded where citations in another style were left alone, so that what was restyled is not taken for wrong', () => {
    const note = (ordinal: string): string =>
      `IOM, International Dialogue on Migration 2022, First session, Conclusions and recommendations, day 1, ${ordinal} conclusion`;
    const mixed =
      'A.[^1] B.[^2] C.[^idm2022-1-d1c4]\n\n' +
      `[^1]: ${note('first')}.\n[^2]: See ${note('second')}; and Smith (2020).\n` +
      `[^idm2022-1-d1c4]: ${definitionText(library, ['idm2022-1-d1c4'], { style: 'un', language: 'en' })}\n`;
    for (const style of styles) {
      const { text } = restyled(mixed, 'footnote', style);
      assert.equal(styleOf(text), style, text);
      const problems = check(text, tools, draftRules(Draft.of(text, library), settings));
      assert.deepEqual(
        problems.filter(({ start, end }) => text.slice(start, end).includes('idm2022-1-d1c4')).map(({ code }) => code),
        [],
        text,
      );
    }
  });

  it('is not recorded where all citations were left alone', () => {
    const own = 'A [see @idm2022-1, day 2, conclusion 4].\n';
    assert.deepEqual(restyled(own, 'footnote', 'oscola'), { text: own, style: undefined });
  });
});
