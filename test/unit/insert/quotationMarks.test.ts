// Quotations as French and Spanish write them: their marks, the citation before the closing stop; and checked at once,
// they are clean.
import assert from 'node:assert/strict';
import { check, prepare } from '../../../src/domain/check/check';
import { forms, languages, quotation, type Form, type SpanishMarks } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import type { Language } from '../../../src/domain/corpus/types';
import { Draft } from '../../../src/domain/draft/draft';
import { planInsertion } from '../../../src/domain/insert/plan';

const tools = prepare(library);
const c1s2 = 'idm2022-1-d1c1s2';
const words = library.resolve(c1s2)!.sentence!.text.replace(/\.$/u, '');
const mark = '[^idm2022-1-d1c1]';
/** As a part of a sentence. */
const small = `s${words.slice(1)}`;

/** The draft after quoting ids where the bar stands, or over what two bars enclose. */
function quoted(
  draft: string,
  language: Language,
  form: Form = 'footnote',
  ids: readonly string[] = [c1s2],
  spanishMarks: SpanishMarks = 'curly',
): string {
  const start = draft.indexOf('‸');
  const last = draft.lastIndexOf('‸');
  const text = draft.replaceAll('‸', '');
  const end = last === start ? start : last - 1;
  const { edits } = planInsertion(Draft.of(text, library), library, [{ start, end }], {
    ids,
    kind: 'quotation',
    form,
    style: 'un',
    language,
    spanishMarks,
  });
  return edits.toReversed().reduce((so, edit) => so.slice(0, edit.start) + edit.text + so.slice(edit.end), text);
}

const firstLine = (...asked: Parameters<typeof quoted>): string | undefined => quoted(...asked).split('\n')[0];

describe('the marks of an inserted quotation', () => {
  it('are « » with no-break spaces in French, the citation before the stop', () => {
    assert.equal(firstLine('Ainsi :‸\n', 'fr'), `Ainsi : «\u00a0${words}\u00a0»${mark}.`);
    assert.equal(firstLine('‸\n', 'fr'), `«\u00a0${words}\u00a0»${mark}.`);
    assert.equal(
      firstLine('Ainsi :‸\n', 'fr', 'inText'),
      `Ainsi : «\u00a0${words}\u00a0» (OIM, 2022, jour 1, première conclusion).`,
    );
    assert.equal(
      firstLine('Ainsi :‸\n', 'fr', 'pandoc'),
      `Ainsi : «\u00a0${words}\u00a0» [@idm2022-1, jour 1, conclusion 1].`,
    );
  });

  it('are “ ” in Spanish, the citation before the stop', () => {
    assert.equal(firstLine('Así:‸\n', 'es'), `Así: “${words}”${mark}.`);
  });

  it('are « » in Spanish where the drafter wishes so, and in no other language', () => {
    assert.equal(firstLine('Así:‸\n', 'es', 'footnote', [c1s2], 'angle'), `Así: «${words}»${mark}.`);
    for (const marks of ['“‸”', '«‸»', '« ‸ »', '«‸fea‸»'])
      assert.equal(firstLine(`Así ${marks}.\n`, 'es', 'footnote', [c1s2], 'angle'), `Así «${small}»${mark}.`, marks);
    assert.equal(firstLine('Thus:‸\n', 'en', 'footnote', [c1s2], 'angle'), `Thus: “${words}.”${mark}`);
    assert.equal(firstLine('Ainsi :‸\n', 'fr', 'footnote', [c1s2], 'angle'), `Ainsi : «\u00a0${words}\u00a0»${mark}.`);
  });

  it('are the same where a quotation is copied', () => {
    for (const language of languages)
      assert.equal(
        quotation(`${words}.`, mark, { language, spanishMarks: 'angle' }),
        firstLine('‸\n', language, 'footnote', [c1s2], 'angle'),
      );
  });

  it('are “ ” in English, the citation behind the stop', () => {
    assert.equal(firstLine('Thus:‸\n', 'en'), `Thus: “${words}.”${mark}`);
  });

  it('have no stop of their own where the sentence goes on', () => {
    assert.equal(firstLine('Ainsi‸, disent-ils.\n', 'fr'), `Ainsi «\u00a0${small}\u00a0»${mark}, disent-ils.`);
    assert.equal(firstLine('Ainsi‸.\n', 'fr'), `Ainsi «\u00a0${small}\u00a0»${mark}.`);
  });

  it('take the place of French marks that stand there already', () => {
    for (const blank of ['', ' ', '\u00a0', '\u202f'])
      assert.equal(firstLine(`Ainsi «${blank}‸${blank}».\n`, 'fr'), `Ainsi «\u00a0${small}\u00a0»${mark}.`);
  });

  it('stand around each of several, which are apart by stops', () => {
    assert.match(
      firstLine('Ainsi :‸\n', 'fr', 'footnote', [c1s2, 'idm2022-1-d2c4s1']) ?? '',
      /^Ainsi : «\u00a0[^»]*\u00a0»\[\^[^\]]+\]\. «\u00a0[^»]*\u00a0»\[\^[^\]]+\]\.$/u,
    );
  });

  const ids = [...library.corpora].flatMap(({ findings, passages }) =>
    [...findings, ...passages].flatMap(({ id, sentences }) => [id, ...sentences.map(each => each.id)]),
  );
  const problems = (id: string, language: Language, form: Form, marks?: SpanishMarks): string[] => {
    const text = quoted('La fin.\n\n‸\n', language, form, [id], marks);
    return check(text, tools, { language, form, style: 'un' }).map(
      ({ code, start, end }) => `${id} ${language} ${form}: ${code} ${text.slice(start, end)}`,
    );
  };

  it('are clean for a check at once: every sentence and conclusion in French', () => {
    assert.deepEqual(
      ids.flatMap(id => problems(id, 'fr', 'footnote')),
      [],
    );
  });

  it('are clean for a check at once: every sentence and conclusion in Spanish, in « »', () => {
    assert.deepEqual(
      ids.flatMap(id => problems(id, 'es', 'footnote', 'angle')),
      [],
    );
  });

  it('are clean for a check at once in every language and form', () => {
    const some = ids.filter((_, at) => at % 20 === 0);
    assert.deepEqual(
      some.flatMap(id => languages.flatMap(language => forms.flatMap(form => problems(id, language, form)))),
      [],
    );
  });
});
