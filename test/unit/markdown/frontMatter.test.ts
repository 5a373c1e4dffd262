import assert from 'node:assert/strict';
import fc from 'fast-check';
import { library } from '../../../src/domain/corpus/bundled';
import { applied } from '../../../src/domain/text/edits';
import { Draft } from '../../../src/domain/draft/draft';
import { FrontMatter, readYaml } from '../../../src/domain/markdown/frontMatter';
import { addToField, setField, type FrontMatterEdit } from '../../../src/domain/markdown/frontMatterEdit';
import { property } from '../../property';

describe('front matter', () => {
  const kinds: [string, string | undefined][] = [
    ['---\nlang: fr\n---\n', 'yaml'],
    ['\uFEFF---\nlang: fr\n...\nText', 'yaml'],
    ['---  \r\nlang: fr\r\n---', 'yaml'],
    ['---\n---\n', 'yaml'],
    ['---\n\nlang: fr\n---\n', undefined],
    ['---\nlang: fr\n', undefined],
    ['\n---\nlang: fr\n---\n', undefined],
    ['+++\nlang = "fr"\n+++\n', 'toml'],
    ['+++\nlang = "fr"\n---\n', undefined],
    ['+++\n\n+++', 'toml'],
    ['% Title\n  goes on\n% Author\n% Date\n\nText', 'titleBlock'],
    ['%\n% Author', 'titleBlock'],
    ['%20 of all', undefined],
    ['', undefined],
  ];
  for (const [text, kind] of kinds) {
    it(`${JSON.stringify(text)} is ${kind ?? 'none'}`, () => {
      assert.equal(FrontMatter.of(text)?.kind, kind);
      assert.equal(Draft.of(text, library).frontMatter?.kind, kind);
    });
  }

  it('ends where the text begins', () => {
    for (const head of ['---\na: b\n---\n', '+++\na = 1\n+++\n', '% T\n  t\n% A\n% D\n']) {
      assert.equal(Draft.of(`${head}% Text\n`, library).blocks[0]?.text, head);
    }
  });

  const titles: [string, string | undefined][] = [
    ['---\nlang: en\ntitle: "A: *b*"\n---\n', 'A: *b*'],
    ['---\ntitle: >\n  A\n  b\n---\n', 'A b\n'],
    ['---\nsub:\n  title: A\n---\n', undefined],
    ['+++\r\nlang = "en"\r\ntitle = "A = b" # ours\r\n+++\r\n', 'A = b'],
    ["+++\ntitle = 'A'\n+++\n", 'A'],
    ['+++\nsubtitle = "A"\n+++\n', undefined],
    ['{\n"title": "A"\n}\n', 'A'],
    ['{\n"title": ["A"],\n}\n', undefined],
    ['{\n"title": 1\n}\n', undefined],
    ['% A\n  b\n% C\n  d\n', 'A b'],
    ['%\n% C\n', undefined],
  ];
  for (const [text, title] of titles) {
    it(`${JSON.stringify(text)} has ${title === undefined ? 'no title' : `the title ${JSON.stringify(title)}`}`, () => {
      assert.equal(FrontMatter.of(text)?.title, title);
    });
  }

  const authors: [string, readonly string[]][] = [
    ['---\nauthor: Ana Pérez\n---\n', ['Ana Pérez']],
    ['---\nauthors: [Ghana, Norway]\nsponsors:\n  - Mexico\n---\n', ['Ghana', 'Norway', 'Mexico']],
    [
      '---\nauthor:\n  - name: Ana Pérez\n    email: ana@example.org\n    affiliation: Caritas\n---\n',
      ['Ana Pérez', 'Caritas'],
    ],
    ['---\nsub:\n  author: Ghana\n---\n', []],
    ['% A\n  b\n% C; D\n  E\n% 2026\n', ['C', 'D', 'E']],
    ['% A\n  b\n', []],
  ];
  for (const [text, names] of authors) {
    it(`${JSON.stringify(text)} is by ${names.join(', ') || 'nobody it names'}`, () => {
      assert.deepEqual(FrontMatter.of(text)?.authors, names);
    });
  }

  it('reads fields, with their places, whatever the rest is', () => {
    const text =
      '---\ntitle: "a\nidm-findings: # remark\n  style: apa # another\n  form: "pandoc"\n  other: [a, b]\nlang: \'fr-CH\'\n---\n';
    const front = FrontMatter.of(text)!;
    assert.equal(front.language, 'fr-CH');
    const value = front.field('idm-findings')?.value;
    assert.ok(value?.kind === 'fields');
    assert.deepEqual(
      value.fields.map(({ name }) => name),
      ['style', 'form', 'other'],
    );
    const places = value.fields.map(field => [
      text.slice(field.key.start, field.key.end),
      field.value && text.slice(field.value.start, field.value.end),
    ]);
    assert.deepEqual(places, [
      ['style', 'apa'],
      ['form', '"pandoc"'],
      ['other', '[a, b]'],
    ]);
  });

  for (const text of [
    'lang: no',
    '"lang" : no # x',
    '  title: x\n  lang: no',
    '{ title: x, lang: no }',
    '# c\n\nlang:\n  no',
    'title: |\n  x\n\n  lang: fr\nlang: no',
    `lang: no\n${'# remark\n'.repeat(500)}`,
    '- x\nlang: no',
  ]) {
    it(`reads the language of ${JSON.stringify(text)}`, () =>
      assert.equal(FrontMatter.of(`---\n${text}\n---\n`)?.language, 'no'));
  }

  for (const text of [
    'title: x\n  lang: fr',
    'x:\n  lang: fr',
    'lang: *a',
    'lang: [fr]',
    'lang: "a b"',
    `lang: ${'['.repeat(900)}`,
    `lang: ${'x'.repeat(1000)}`,
    '# lang: fr',
    'language',
  ]) {
    it(`reads no language in ${JSON.stringify(text.slice(0, 40))}`, () =>
      assert.equal(FrontMatter.of(`---\n${text}\n---\n`)?.language, undefined));
  }
});

function written(text: string, found: FrontMatterEdit): string {
  assert.ok(!('refused' in found), `refused: ${JSON.stringify(found)}`);
  return found.edit ? applied(text, [found.edit]) : text;
}

describe('the bibliography file in the front matter', () => {
  const rows: [string, string][] = [
    ['Text', '---\nbibliography: f.json\n---\n\nText'],
    ['---\ntitle: T\n---\n\nText', '---\ntitle: T\nbibliography: f.json\n---\n\nText'],
    ['---\nbibliography: a.bib\nlang: en\n---\n', '---\nbibliography: [a.bib, f.json]\nlang: en\n---\n'],
    ['---\nbibliography: [a.bib, b.bib]\n---\n', '---\nbibliography: [a.bib, b.bib, f.json]\n---\n'],
    [
      '---\nbibliography:\n  - a.bib\n  - b.bib\ntitle: T\n...\n',
      '---\nbibliography:\n  - a.bib\n  - b.bib\n  - f.json\ntitle: T\n...\n',
    ],
    ['---\nbibliography:\n---\n', '---\nbibliography:\n  - f.json\n---\n'],
    ['---\nbibliography: # none yet\nx: y\n---\n', '---\nbibliography: # none yet\n  - f.json\nx: y\n---\n'],
    ['---\nbibliography: ~ # none\n---\n', '---\nbibliography: f.json # none\n---\n'],
    ['---\nbibliography: []\n---\n', '---\nbibliography: [f.json]\n---\n'],
    [
      '---\nbibliography: [a.bib, # one\n  b.bib,\n]\nx: y\n---\n',
      '---\nbibliography: [a.bib, # one\n  b.bib, f.json,\n]\nx: y\n---\n',
    ],
    ['---\nbibliography: a.bib # mine\n---\n', '---\nbibliography: [a.bib, f.json] # mine\n---\n'],
    ['---\nbibliography: ["a #1.bib", b.bib] # c\n---\n', '---\nbibliography: ["a #1.bib", b.bib, f.json] # c\n---\n'],
    ["---\nbibliography: 'a, b.bib'\n---\n", "---\nbibliography: ['a, b.bib', f.json]\n---\n"],
    ['---\nbibliography: a, b.bib\n---\n', '---\nbibliography: ["a, b.bib", f.json]\n---\n'],
    ['---\nbibliography: >\n  a.bib\nx: y\n---\n', '---\nbibliography: [a.bib, f.json]\nx: y\n---\n'],
    ['---\nbibliography:\n  a.bib\n---\n', '---\nbibliography:\n  [a.bib, f.json]\n---\n'],
    [
      '---\nbibliography:\n# one\n- a.bib # two\n\n- b.bib # three\n---\n',
      '---\nbibliography:\n# one\n- a.bib # two\n\n- b.bib # three\n- f.json\n---\n',
    ],
    ['---\nbibliography: ""\n"x": y\n---\n', '---\nbibliography: f.json\n"x": y\n---\n'],
    ['---\n"bibliography" : a.bib\n---\n', '---\n"bibliography" : [a.bib, f.json]\n---\n'],
    ['\uFEFF---\ntitle: T\n---\n', '\uFEFF---\ntitle: T\nbibliography: f.json\n---\n'],
    ['---\n\nA rule.\n\n---\n', '---\nbibliography: f.json\n---\n\n---\n\nA rule.\n\n---\n'],
    ['Text\n\n---\nx: y\n---\n', '---\nbibliography: f.json\n---\n\nText\n\n---\nx: y\n---\n'],
    ['---\n# only a remark\n---\n', '---\n# only a remark\nbibliography: f.json\n---\n'],
    ['---\n---\nText', '---\nbibliography: f.json\n---\nText'],
    [
      '---\n  title: T\n  note: |+\n    words\n\n---\n',
      '---\n  title: T\n  note: |+\n    words\n\n  bibliography: f.json\n---\n',
    ],
  ];
  for (const [text, wanted] of rows) {
    it(JSON.stringify(text), () => {
      for (const eol of ['\n', '\r\n']) {
        const given = text.replaceAll('\n', eol);
        const named = written(given, addToField(given, 'bibliography', 'f.json', eol));
        assert.equal(named, wanted.replaceAll('\n', eol));
        assert.deepEqual(
          addToField(named, 'bibliography', 'f.json', eol),
          { edit: undefined },
          'a second time nothing changes',
        );
      }
    });
  }

  for (const text of [
    'bibliography: ./f.json',
    'bibliography: [a.bib, "f.json"] # x',
    "bibliography:\n- 'f.json' # x",
    'bibliography:\n  [a.bib,\n  f.json]',
    'bibliography: |\n  f.json',
  ]) {
    it(`is not named again: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(addToField(`---\n${text}\n---\n`, 'bibliography', 'f.json', '\n'), { edit: undefined });
    });
  }
});

describe('a field of ours in the front matter', () => {
  const rows: [string, string][] = [
    ['Text', '---\nidm-findings:\n  style: apa\n---\n\nText'],
    ['---\ntitle: T\n---\n', '---\ntitle: T\nidm-findings:\n  style: apa\n---\n'],
    [
      '---\nidm-findings:\n  style: un # ours\n  form: pandoc\n---\n',
      '---\nidm-findings:\n  style: apa # ours\n  form: pandoc\n---\n',
    ],
    [
      '---\nidm-findings:\n  # remark\n  form: pandoc\nlang: fr\n---\n',
      '---\nidm-findings:\n  # remark\n  style: apa\n  form: pandoc\nlang: fr\n---\n',
    ],
    ['---\nidm-findings: # c\nlang: fr\n---\n', '---\nidm-findings: # c\n  style: apa\nlang: fr\n---\n'],
    ['---\nidm-findings: { form: pandoc } # c\n---\n', '---\nidm-findings: { style: apa, form: pandoc } # c\n---\n'],
    ['---\nidm-findings: {}\n---\n', '---\nidm-findings: {style: apa}\n---\n'],
    ['---\nidm-findings: { style: "un" }\n---\n', '---\nidm-findings: { style: "apa" }\n---\n'],
    ['---\nidm-findings:\n  style: # which?\n---\n', '---\nidm-findings:\n  style: apa # which?\n---\n'],
    [
      '---\n  idm-findings:\n      form: pandoc\n---\n',
      '---\n  idm-findings:\n      style: apa\n      form: pandoc\n---\n',
    ],
  ];
  for (const [text, wanted] of rows) {
    it(JSON.stringify(text), () => {
      for (const eol of ['\n', '\r\n']) {
        const given = text.replaceAll('\n', eol);
        assert.equal(
          written(given, setField(given, ['idm-findings', 'style'], 'apa', eol)),
          wanted.replaceAll('\n', eol),
        );
      }
    });
  }

  it('quotes a value that would mean something else', () => {
    assert.equal(
      written('---\na: b\n---\n', setField('---\na: b\n---\n', ['a'], 'no: #"x"', '\n')),
      '---\na: "no: #\\"x\\""\n---\n',
    );
  });
});

describe('front matter that is left alone', () => {
  const rows: [string, string][] = [
    ['+++\ntitle = "T"\n+++\n', 'toml'],
    ['% Title\n', 'titleBlock'],
    ['---\ntitle: "T\n---\n', 'broken'],
    ['---\nHello world\n---\n', 'broken'],
    ['---\n- a\n---\n', 'broken'],
    [`---\na: ${'['.repeat(20_000)}\n---\n`, 'broken'],
    ['---\nbibliography: &b [a.bib]\nother: *b\nidm-findings: words\n---\n', 'unsafe'],
    ['---\nbibliography: *b\nidm-findings: *b\n---\n', 'unsafe'],
    ['---\nbibliography: {a: b}\nidm-findings: [a]\n---\n', 'unsafe'],
    ['---\n{ title: T }\n---\n', 'unsafe'],
  ];
  for (const [text, refused] of rows) {
    it(`${refused}: ${JSON.stringify(text.slice(0, 60))}`, () => {
      assert.deepEqual(addToField(text, 'bibliography', 'f.json', '\n'), { refused });
      assert.deepEqual(setField(text, ['idm-findings', 'style'], 'apa', '\n'), { refused });
    });
  }
});

const piece = fc.constantFrom(
  'bibliography:',
  'idm-findings:',
  'style:',
  ' ',
  '  ',
  '\n',
  '\n',
  '- ',
  'a',
  'a.bib',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '"',
  "'",
  '#',
  ' # c',
  '|',
  '>',
  '&x ',
  '*x',
  '!!str ',
  '? ',
  ': ',
  '\t',
  'é',
  '"b"',
  '%',
  '\r\n',
);

describe('any front matter', () => {
  property(
    'an edit of front matter changes that one thing',
    fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, nested) => {
      const text = `---\n${pieces.join('')}\n---\nText [^a]\n`;
      const result = nested
        ? setField(text, ['idm-findings', 'style'], 'apa', '\n')
        : addToField(text, 'bibliography', 'f.json', '\n');
      if ('refused' in result || result.edit === undefined) return;
      const after = applied(text, [result.edit]);
      const [before, front] = [text, after].map(each => FrontMatter.of(each));
      if (before === undefined) return assert.equal(after.endsWith(text), true);
      assert.equal(after.slice(front!.span.end), text.slice(before.span.end));
      const remarks = (each: string): string[] => [...each.matchAll(/ # c/gu)].map(String);
      assert.deepEqual(remarks(after), remarks(text));
      const { content } = front!.span;
      const data = readYaml(after.slice(content.start, content.end)).data()!;
      assert.ok(
        nested
          ? (data['idm-findings'] as { style: string }).style === 'apa'
          : [data['bibliography']].flat().includes('f.json'),
      );
    }),
    { runs: 3000 },
  );
});
