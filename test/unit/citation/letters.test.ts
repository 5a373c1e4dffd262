// Two documents of one author and year are told apart by letters, wherever a citation or a list writes the year.
import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it-15';
import { check, prepare } from '../../../src/domain/check/check';
import { bibliography, entryText } from '../../../src/domain/citation/bibliography';
import { cite, definitionText } from '../../../src/domain/citation/cite';
import { letterOf } from '../../../src/domain/citation/letters';
import { forms, languages, styles } from '../../../src/domain/citation/options';
import { recognizeNote } from '../../../src/domain/citation/recognize';
import { library as bundled } from '../../../src/domain/corpus/bundled';
import { Library } from '../../../src/domain/corpus/library';
import { Draft } from '../../../src/domain/draft/draft';
import { planSourceList } from '../../../src/domain/handover/sourceList';
import { findingsPlugin } from '../../../src/domain/preview/plugin';
import { applied } from '../../../src/domain/text/edits';
import { restyle } from '../../../src/domain/restyle/restyle';
import { corpusOf, idm, library as others, summary, twoOfOneYear as two } from './fixture';

const ids = ['idm2022-1-d1c3', 'idm2022-2-d1c3'];
const lettered = ['un', 'iom', 'chicago-author-date', 'apa'] as const;
const titled = ['chicago-notes', 'oscola', 'bluebook'] as const;
const citationsIn = (text: string, library: Library = two) =>
  Draft.of(text, library)
    .citations()
    .map(({ ids: cited, corpus, unknown }) => [cited.join(' '), corpus, unknown.length]);

describe('several documents in French', () => {
  it('have a no-break space before the semicolon, and are read with and without it', () => {
    for (const style of styles) {
      for (const form of ['footnote', 'inText'] as const) {
        const {
          text,
          definitions: [definition],
        } = cite(two, ids, { form, style, language: 'fr' });
        const words = definition?.text ?? text;
        assert.equal(words.split('\u00a0; ').length, 2, words);
        const draft = `---\nlang: fr\n---\n\nAinsi ${text}.\n${definition ? `\n[^${definition.label}]: ${words}\n` : ''}`;
        for (const written of [draft, draft.replace('\u00a0; ', '; '), draft.replace('\u00a0; ', '\u202f; ')]) {
          assert.deepEqual(
            check(Draft.of(written, two), prepare(two), { style, language: 'fr' }).map(({ code }) => code),
            [],
            written,
          );
          assert.deepEqual(restyle(two, written, { form, style, language: 'fr' }).skipped, []);
        }
        assert.equal(
          restyle(two, draft.replace('\u00a0; ', '; '), { form, style, language: 'fr' }).text.split('\u00a0; ').length,
          2,
        );
      }
    }
  });

  it('have none in pandoc’s brackets, which pandoc parts itself', () => {
    assert.doesNotMatch(cite(two, ids, { form: 'pandoc', language: 'fr' }).text, /\u00a0;/u);
  });
});

describe('letters behind the year', () => {
  it('are given to documents of one author and year only, in the order of their titles', () => {
    assert.deepEqual(
      ['idm2022-1', 'idm2022-2', 'nobody'].map(id => letterOf(two, id)),
      ['a', 'b', ''],
    );
    assert.deepEqual(
      ['idm2022-1', 'bad2022-1'].map(id => letterOf(others, id)),
      ['', ''],
    );
    assert.deepEqual(
      bundled.corpora.map(({ id }) => letterOf(bundled, id)),
      bundled.corpora.map(() => ''),
    );
    const next = new Library([
      ...two.corpora,
      corpusOf('idm2023-1', { ...idm, year: 2023 }, [1], { introduction: 0, closing: 0 }),
    ]);
    assert.equal(letterOf(next, 'idm2023-1'), '');
  });

  it('go on with aa behind z', () => {
    const many = new Library(
      Array.from({ length: 28 }, (_, at) => corpusOf(`idm2022-${at + 10}`, idm, [1], { introduction: 0, closing: 0 })),
    );
    assert.deepEqual(
      [10, 35, 36, 37].map(at => letterOf(many, `idm2022-${at}`)),
      ['a', 'z', 'aa', 'ab'],
    );
    assert.deepEqual(citationsIn('A (IOM, 2022ab, day 1, first conclusion).', many), [
      ['idm2022-37-d1c1', 'idm2022-37', 0],
    ]);
    const listed = bibliography(many, many.corpora.map(({ id }) => ({ ids: [], corpus: id })).toReversed(), 'iom').map(
      ({ corpus }) => corpus,
    );
    assert.deepEqual(
      listed,
      many.corpora.map(({ id }) => id),
    );
  });

  it('stand in the text, in notes and in the list of author-date styles, the same in each', () => {
    for (const style of lettered) {
      for (const language of languages) {
        const text = cite(two, ids, { form: 'inText', style, language }).text;
        const list = bibliography(two, [{ ids: ids.toReversed() }], style, language);
        assert.deepEqual(text.match(/2022[a-z]*/gu), ['2022a', '2022b'], text);
        assert.deepEqual(
          list.map(entry => [entry.corpus, /\b2022[a-z]*/u.exec(entryText(entry))?.[0]]),
          [
            ['idm2022-1', '2022a'],
            ['idm2022-2', '2022b'],
          ],
        );
        if (style !== 'un')
          assert.deepEqual(definitionText(two, ids, { style, language }).match(/2022[a-z]*/gu), ['2022a', '2022b']);
      }
    }
  });

  it('stand nowhere in styles that name the title, nor for pandoc, which gives its own', () => {
    const written = [
      ...languages.flatMap(language =>
        titled.flatMap(style => [
          cite(two, ids, { form: 'inText', style, language }).text,
          definitionText(two, ids, { style, language }),
          ...bibliography(two, [{ ids }], style, language).map(entryText),
        ]),
      ),
      ...languages.flatMap(language => [
        cite(two, ids, { form: 'pandoc', language }).text,
        definitionText(two, ids, { style: 'un', language }),
      ]),
    ];
    assert.deepEqual(
      written.filter(text => /2022[a-z]/u.test(text)),
      [],
    );
  });

  const rows: [string, string | undefined, string?][] = [
    ['(IOM, 2022b, day 1, third conclusion)', 'idm2022-2', 'idm2022-2-d1c3'],
    ['(IOM, 2022a, day 1, third conclusion)', 'idm2022-1', 'idm2022-1-d1c3'],
    ['IOM (2022b, day 1, third conclusion)', 'idm2022-2', 'idm2022-2-d1c3'],
    ['(OIM, 2022b, jour 1, troisième conclusion)', 'idm2022-2', 'idm2022-2-d1c3'],
    ['(OIM, 2022b, día 1, tercera conclusión)', 'idm2022-2', 'idm2022-2-d1c3'],
    ['(International Organization for Migration 2022b, day 1, conclusion 3)', 'idm2022-2', 'idm2022-2-d1c3'],
    ['(IOM, 2022b, summary of conclusions)', 'idm2022-2', ''],
    ['(IOM, 2022, day 1, third conclusion)', undefined, ''],
  ];
  for (const [text, corpus, id] of rows) {
    it(`${text} is ${corpus ?? 'either document'}`, () =>
      assert.deepEqual(citationsIn(`A ${text}.`), [[id, corpus, 0]]));
  }

  it('name nothing that is there where no document has them, and do not matter where there is one document', () => {
    assert.deepEqual(citationsIn('A (IOM, 2022c, day 1, third conclusion).'), [['', undefined, 1]]);
    assert.deepEqual(citationsIn('A (IOM, 2022c, day 1, third conclusion).', bundled), [
      ['idm2022-1-d1c3', 'idm2022-1', 0],
    ]);
  });

  it('are seen in the preview, in the text and in its list', () => {
    const seen = (style: 'apa' | 'bluebook'): readonly string[] =>
      findingsPlugin(new MarkdownIt(), two, () => ({ style, language: 'en' }))
        .render(
          'A [@idm2022-2, day 1, conclusion 3]. B [-@idm2022-2, day 1, conclusion 3]. @idm2022-2 [day 1, conclusion 4]. @idm2022-1.',
        )
        .replace(/<[^>]*>|International Dialogue on Migration 2022|February.*? 2022|October.*? 2022/gu, '')
        .match(/2022\w*/gu) ?? [];
    assert.deepEqual(seen('apa'), ['2022b', '2022b', '2022b', '2022a', '2022a', '2022b']);
    assert.deepEqual(seen('bluebook'), ['2022', '2022', '2022', '2022', '2022']);
  });

  it('let citations in the text be restyled, and come back', () => {
    for (const style of styles) {
      for (const language of languages) {
        const words = (cited: readonly string[]): string => cite(two, cited, { form: 'pandoc', language }).text;
        const pandoc = `---\nlang: ${language}\n---\n\nA ${words(ids)}. B ${words(['idm2022-2-d1c4'])}. C ${words(['idm2022-2'])}.`;
        const told = restyle(two, pandoc, { form: 'inText', style });
        assert.deepEqual(told.skipped, [], `${style}: ${told.text}`);
        assert.deepEqual(
          restyle(two, told.text, { form: 'pandoc', style }),
          { text: pandoc, skipped: [] },
          `${style} ${language}`,
        );
      }
    }
  });

  it('leave what is inserted without a problem, which is read as what it cites', () => {
    const tools = prepare(two);
    for (const style of styles) {
      for (const language of languages) {
        for (const form of forms) {
          for (const cited of [...ids.map(id => [id]), ids, ['idm2022-2']]) {
            const { text, definitions } = cite(two, cited, { form, style, language });
            const draft = `---\nlang: ${language}\n---\n\nA ${text} goes on.\n${definitions.map(each => `\n[^${each.label}]: ${each.text}\n`).join('')}`;
            assert.deepEqual(
              check(Draft.of(draft, two), tools, { style, form, language }).map(({ code }) => code),
              [],
              draft,
            );
            const read = Draft.of(draft, two)
              .citations()
              .filter(each => each.form !== 'footnoteDefinition')
              .flatMap(each => (each.ids.length > 0 ? each.ids : [each.corpus ?? '']));
            assert.deepEqual(read, cited, draft);
          }
        }
      }
    }
  });

  it('are missed in notes and lists that were written before there was a second document, which are ours all the same', () => {
    const one = new Library([summary]);
    for (const style of lettered.filter(each => each !== 'un')) {
      const before = definitionText(one, 'idm2022-1-d2c4', { style });
      assert.deepEqual(
        recognizeNote(two, ['idm2022-1-d2c4'], before)
          .map(each => [each.style, each.earlier])
          .find(([known]) => known === style),
        [style, true],
        before,
      );
      const stale = check(Draft.of(`A.[^idm2022-1-d2c4]\n\n[^idm2022-1-d2c4]: ${before}\n`, two), prepare(two), {
        style,
        form: 'footnote',
        language: 'en',
      });
      assert.deepEqual(
        stale.map(({ code }) => code),
        ['note-stale'],
        before,
      );
      const how = { style, language: 'en', eol: '\n' } as const;
      const draft = `A [@idm2022-1, day 2, conclusion 4].\n`;
      const listed = applied(
        draft,
        [planSourceList(Draft.of(draft, one), one, how).edit].flatMap(edit => edit ?? []),
      );
      const planned = planSourceList(Draft.of(listed, two), two, how);
      assert.equal(planned.refused, undefined);
      assert.match(
        applied(
          listed,
          [planned.edit].flatMap(edit => edit ?? []),
        ),
        /2022a/u,
      );
    }
  });
});
