// All texts that a user sees are written down, can be translated, and are whole sentences.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import manifest from '../../../package.json';

interface Text {
  readonly file: string;
  readonly place: string;
  readonly messages: readonly (string | undefined)[];
  readonly comments: readonly (string | undefined)[];
  readonly note?: string;
  readonly args: readonly string[];
  readonly plural: boolean;
  readonly glued: boolean;
}

interface Texts {
  textsIn(file: string, typescript: string): Text[];
  codeTexts(root: string): Text[];
  bundle(texts: readonly Text[]): string;
  textFiles(): Record<string, string>;
}

/** Texts that the code puts together with other words, and why it may. */
const gluedFor: Readonly<Record<string, string>> = {
  'Don’t show this hint again': 'the markup of a link',
  check: 'a part of a file name',
};

const load = async (name: string): Promise<Texts> =>
  (await import(pathToFileURL(resolve('scripts', name)).href)) as Texts;

describe('the texts', () => {
  let all: readonly Text[];
  let tools: Texts;
  before(async () => {
    tools = { ...(await load('textsOfCode.mjs')), ...(await load('texts.mjs')) };
    all = tools.codeTexts('.');
  });

  it('are written down as they are, to be read and to be translated', () => {
    for (const [file, text] of Object.entries(tools.textFiles())) {
      const written = readFileSync(file, 'utf8').split('\n');
      const differing = text.split('\n').flatMap((line, at) => (line === written[at] ? [] : [`${at + 1}: ${line}`]));
      assert.deepEqual(
        differing.slice(0, 3),
        [],
        `${differing.length} lines of ${file} differ: write it anew with "npm run texts", and read what changed`,
      );
      assert.equal(text.split('\n').length, written.length);
    }
  });

  it('are written out where they are asked for, with comments that are', () => {
    assert.ok(all.length > 400, `${all.length} found`);
    assert.deepEqual(
      all
        .filter(({ messages, comments }) => [...messages, ...comments].includes(undefined))
        .map(({ file, place }) => `${file} ${place}`),
      [],
    );
  });

  it('have every placeholder that something is put in for, and no other', () => {
    const wrong = all.flatMap(({ file, messages, args, plural }) =>
      messages
        .filter(message => {
          const named = new Set([...message!.matchAll(/\{(\d+)\}/gu)].map(match => Number(match[1])));
          // A sentence about one thing may leave its number out.
          const needed = args.map((_, at) => at).filter(at => !(plural && at === 0 && message === messages[0]));
          return needed.some(at => !named.has(at)) || [...named].some(at => at >= args.length);
        })
        .map(message => `${file}: ${message!}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('are not put together with other words', () => {
    assert.deepEqual(
      all
        .filter(({ glued, messages }) => glued && gluedFor[messages[0]!] === undefined)
        .map(({ file, messages }) => `${file}: ${messages[0]!}`),
      [],
    );
    assert.deepEqual(
      Object.keys(gluedFor).filter(message => !all.some(({ glued, messages }) => glued && messages[0] === message)),
      [],
      'each exception is one still',
    );
  });

  describe('as users read them', () => {
    const manifestWords = (): string[] =>
      Object.values(JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>);
    /** Every text, without code, commands and addresses: those are names. */
    const read = (): string[] =>
      [...all.flatMap(({ messages }) => messages.map(String)), ...manifestWords()].map(text =>
        text.replace(/`+[^`]*`+|\]\([^)]*\)|<!--.*?-->/gu, ''),
      );
    /** Where a word of the glossary's last column is meant in another way. */
    const meant = [
      'Bibliography File',
      'reference document',
      'own bibliography',
      '(images, a bibliography',
      'superscript comma',
      'Go to Definition, References',
      'Find All References',
      "a resolution's",
      'mention, note, point out',
    ];
    /** The paragraphs of what users read besides: without code, addresses and quotations, which may say anything. */
    const paragraphs = (): string[] =>
      [
        'README.md',
        'CHANGELOG.md',
        ...['reading', 'report', 'word', 'changes'].map(name => `docs/${name}.md`),
        ...readdirSync('docs/rules').map(name => `docs/rules/${name}`),
      ].flatMap(file => {
        const [text = ''] = readFileSync(file, 'utf8').split('\n## 0.1.0');
        return text.replace(/```[^]*?```|`[^`\n]*`|\]\([^)]*\)|“[^”]*”|"[^"\n]*"/gu, '').split('\n');
      });

    it('have one word for one thing, by the glossary of ARCHITECTURE.md', () => {
      const [, glossary = ''] = readFileSync('ARCHITECTURE.md', 'utf8').split('## Glossary');
      const rows = [...glossary.split('\n## ')[0]!.matchAll(/^\| ([^|]+) \| [^|]+ \| ([^|]+) \|$/gmu)].slice(1);
      assert.ok(rows.length > 15, `${rows.length} rows`);
      const wrong = rows.flatMap(([, term, words]) =>
        words!.split(', ').flatMap(word => {
          const found = new RegExp(`\\b${word}\\b`, 'iu');
          return [...read(), ...paragraphs()]
            .filter(text => found.test(meant.reduce((rest, phrase) => rest.replace(phrase, ''), text)))
            .map(text => `“${word}” for “${term!}”: ${text}`);
        }),
      );
      assert.deepEqual(wrong, []);
    });

    it('are each once in the changelog, which many write', () => {
      const text = readFileSync('CHANGELOG.md', 'utf8').split('\n## 0.1.0')[0]!;
      const stretches = Array.from({ length: text.length - 60 }, (_, at) => text.slice(at, at + 60));
      const seen = new Set<string>();
      assert.equal(
        stretches.find(stretch => seen.size === seen.add(stretch).size),
        undefined,
      );
    });

    it('have typographic signs, and neither “please” nor “e.g.”', () => {
      assert.deepEqual(
        read().filter(text => /\.\.\.|\w'\w|"|\be\.g\.|\bi\.e\.|\bplease\b|\(s\)/iu.test(text)),
        [],
      );
      const { days, themes, findings, passages } = JSON.parse(
        readFileSync('data/idm2022-1/labels.json', 'utf8'),
      ) as Record<string, object>;
      const labels = JSON.stringify([days, themes, findings, passages]);
      assert.doesNotMatch(labels, /\w'\w|\w' /u, 'nor the labels');
    });
  });

  it('come with a note for translators where they are hardly more than placeholders, and no note is left over', () => {
    const letters = (message: string): number => message.replace(/\{\d+\}|\P{L}/gu, '').length;
    // What the number of a plural is, its key says.
    const bare = all.filter(
      ({ note, args, messages, plural }) =>
        note === undefined &&
        args.length > (plural ? 1 : 0) &&
        (letters(messages.at(-1)!) < 12 || messages.at(-1)!.startsWith('{0} ')),
    );
    assert.deepEqual(
      bare.map(({ messages }) => messages.at(-1)),
      [],
      'write a note in l10n/notes.json',
    );
    const notes = JSON.parse(readFileSync('l10n/notes.json', 'utf8')) as object;
    assert.deepEqual(
      Object.keys(notes).filter(message => !all.some(({ messages }) => messages.at(-1) === message)),
      [],
    );
  });

  it('choose their grammatical number as the language does', () => {
    const files = readdirSync('src/editor', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
    const english = /=== 1\s*\?[^;:]*l10n\.t\(|\(s\)/u;
    assert.deepEqual(
      files.filter(name => english.test(readFileSync(resolve('src/editor', name), 'utf8'))),
      [],
      'use plural() of src/editor/plural.ts',
    );
  });

  it('list things as the language does', () => {
    const files = readdirSync('src/editor', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
    const english = /\.join\('(?:, |; | and | or |”, “)'\)/u;
    // The policy of a page is a list for a browser.
    assert.deepEqual(
      files.filter(
        name => name !== 'webview/page.ts' && english.test(readFileSync(resolve('src/editor', name), 'utf8')),
      ),
      [],
      'use src/editor/lists.ts',
    );
  });

  it('are looked for in translations as soon as there is one', () => {
    const translated = readdirSync('l10n').some(name => /^bundle\.l10n\..+\.json$/u.test(name));
    assert.equal(
      'l10n' in manifest,
      translated,
      '"l10n": "./l10n" in package.json, and ./l10n in .vscodeignore; without translations VS Code would look in vain',
    );
    assert.ok(existsSync('l10n/bundle.l10n.json'));
  });

  describe('of a file', () => {
    const found = (code: string): Pick<Text, 'place' | 'messages' | 'comments' | 'args' | 'glued'>[] =>
      tools
        .textsIn('x.ts', code)
        .map(({ place, messages, comments, args, glued }) => ({ place, messages, comments, args, glued }));

    it('are found with their places, comments and what is put in', () => {
      assert.deepEqual(
        found(`
        function told(name: string): string { return vscode.l10n.t('Hello, {0}', name as string); }
        const other = (): string => l10n.t({ message: 'Bye', comment: ['to a friend'] });
        function many(n: number) { return plural(n, { one: 'One', other: '{0} of {1}' }, 7); }
        function made(words: string) { return l10n.t(words); }
      `),
        [
          { place: 'told', messages: ['Hello, {0}'], comments: [], args: ['name'], glued: false },
          { place: 'other', messages: ['Bye'], comments: ['to a friend'], args: [], glued: false },
          { place: 'many', messages: ['One', '{0} of {1}'], comments: [], args: ['n', '7'], glued: false },
          { place: 'made', messages: [undefined], comments: [], args: [], glued: false },
        ],
      );
    });

    it('are glued in a template and with a plus, however they are chosen', () => {
      const glued = (code: string): boolean[] => found(code).map(each => each.glued);
      assert.deepEqual(glued("x = `${l10n.t('a')}.`"), [true]);
      assert.deepEqual(glued("x = `${y ? l10n.t('a') : l10n.t('b')}.`"), [true, true]);
      assert.deepEqual(glued("x = l10n.t('a') + y"), [true]);
      assert.deepEqual(glued("x = y + (z || l10n.t('a'))"), [true]);
      assert.deepEqual(glued("x = y ? l10n.t('a') : f(l10n.t('b'))"), [false, false]);
      assert.deepEqual(glued("x = `${f(l10n.t('a'))}.`"), [false]);
    });

    it('make a key for every grammatical number that a language may have', () => {
      const keys = Object.keys(
        JSON.parse(
          tools.bundle(
            tools.textsIn(
              'x.ts',
              "plural(n, { one: 'a', other: 'b' }); l10n.t('c'); l10n.t({ message: 'c', comment: 'd' })",
            ),
          ),
        ) as object,
      );
      assert.deepEqual(keys, [
        'a/Plural form “one”; {0} is the number.',
        ...['few', 'many', 'other', 'two', 'zero'].map(each => `b/Plural form “${each}”; {0} is the number.`),
        'c',
        'c/d',
      ]);
    });
  });
});
