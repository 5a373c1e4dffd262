// Drafts of every shape with notes, and the order in which pandoc and we count these.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { library } from '../../src/domain/corpus/bundled';
import { Draft } from '../../src/domain/draft/draft';
import { noteOrder } from '../../src/domain/draft/noteOrder';
import { setApart } from '../../src/domain/handover/apart';
import { reading } from '../../src/editor/word/pandoc';

const tag = /xq\d+x/u;

/** A draft in which every definition and every note in place begins with a word of its own, whatever it stands in. */
export function tagged(text: string): string {
  let count = 0;
  return text.replace(
    /^(.*\[\^[^\s[\]]+\]:)(?=[ \t]+\S)|\^\[(?=[^\s^])/gmu,
    opening => `${opening}${opening.endsWith(':') ? ' ' : ''}xq${count++}x `,
  );
}

/** The words that our notes begin with, in order, as far as we say we know. */
export function counted(text: string): { readonly notes: readonly string[]; readonly certain: boolean } {
  const draft = Draft.of(text, library);
  const { marks, uncertainFrom } = noteOrder(draft);
  const first = new Map(draft.footnoteDefinitions.toReversed().map(each => [each.label, each.text]));
  const notes = marks
    .filter(({ start }) => start < uncertainFrom)
    .map(
      ({ label, start }) =>
        tag.exec(label === undefined ? text.slice(start, start + 14) : (first.get(label) ?? ''))?.[0] ?? '?',
    );
  return { notes, certain: uncertainFrom === Infinity };
}

/**
 * The words that the notes of drafts begin with in pandoc's reading of what we hand over, in order; a note in a note is
 * none.
 */
export function countedByPandoc(texts: readonly string[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'idm notes '));
  try {
    const found: string[][] = [];
    const between = join(folder, 'between.md');
    writeFileSync(between, '\nidmdivider\n');
    const files = texts.flatMap((text, at) => {
      const file = join(folder, `${at}.md`);
      writeFileSync(file, setApart(Draft.of(text, library)));
      return [file, between];
    });
    const { stdout, stderr, status } = spawnSync('pandoc', ['--file-scope', '-f', reading, '-t', 'json', ...files], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    assert.equal(status, 0, stderr);
    let notes: string[] = [];
    for (const block of (JSON.parse(stdout) as { blocks: unknown[] }).blocks) {
      if (JSON.stringify(block) === '{"t":"Para","c":[{"t":"Str","c":"idmdivider"}]}') {
        found.push(notes);
        notes = [];
      } else collect(block, notes);
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function collect(node: unknown, notes: string[]): void {
  if (Array.isArray(node)) for (const each of node) collect(each, notes);
  if (typeof node !== 'object' || node === null) return;
  const { t, c } = node as { t?: string; c?: unknown };
  if (t === 'Note') notes.push(tag.exec(JSON.stringify(c))?.[0] ?? '?');
  else if (t !== undefined) collect(c, notes);
}

/** Where the two differ: undefined where what we say we know is so. */
export function difference(text: string, byPandoc: readonly string[]): string | undefined {
  const { notes, certain } = counted(text);
  const known = certain ? byPandoc : byPandoc.slice(0, notes.length);
  return notes.join() === known.join() ? undefined : `ours ${notes.join()}\nis   ${byPandoc.join()}\n${text}`;
}

const label = fc.constantFrom('1', '2', '3', '4', '5', 'idm2022-1-d2c4');
const mark = label.map(each => `[^${each}]`);
const shapes: readonly ((mark: string, other: string) => string)[] = [
  m => `words.${m}`,
  m => `words${m} and more`,
  () => 'words only',
  m => `*emphasis${m}*`,
  m => `**x${m}** y`,
  () => 'w^[in place]',
  m => `w^[in place ${m} more]`,
  () => 'w^[in place ^[and in it] more]',
  m => `\`code ${m}\``,
  m => `$x${m}$`,
  m => `<!-- ${m} -->`,
  m => `[link ${m}](https://a.example)`,
  m => `![alt ${m}](a.png)`,
  m => `<span>s${m}</span>`,
  m => `\\${m}`,
  m => `[s${m}]{.smallcaps}`,
  m => `H~${m}~`,
  m => `a^${m}^`,
  () => 'x[^undefined]',
  m => `[@smith ${m}]`,
  m => `[@smith, p. 3]${m}`,
  m => `(${m})`,
  m => `"${m}"`,
  m => `a@b.example${m}`,
  m => `https://a.example/${m}`,
  m => `<https://a.example/${m}>`,
  m => `[${m}]`,
  m => `~~${m}~~`,
  (m, o) => `w.${m}${o}`,
  (m, o) => `w.${m}, ${o}`,
  m => `w ${m}: x`,
  m => `w^[see [link](https://a.example) and \`]\` ${m}]`,
  () => 'w ^ [no note]',
  () => '`^[code]`',
  () => '\\^[no note]',
  m => `[ref ${m}][r]`,
  m => `![im ${m}][r]`,
  m => `w^[open ${m}`,
  m => `a | b${m}`,
  m => `^${m}`,
  m => `[a]: ${m}`,
  m => `<b title="${m}">`,
  m => `{${m}}`,
  m => `w${m}(x)`,
  m => `w${m}[x]`,
  m => `w[x]${m}`,
  () => 'w^[*a] b*]',
  m => `*a ${m} b`,
  () => 'w^[a [b] c]',
];
/** Nine in ten are shapes that every reader reads alike. */
const shape = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...shapes.slice(0, 6)) },
  { weight: 1, arbitrary: fc.constantFrom(...shapes) },
);
const inline = fc
  .array(
    fc.tuple(shape, mark, mark).map(([made, m, o]) => made(m, o)),
    { minLength: 1, maxLength: 3 },
  )
  .map(parts => parts.join(' '));

const indented = (lines: readonly string[], first: string, rest: string): string[] =>
  lines.map((line, at) => {
    if (at === 0) return first + line;
    return line === '' ? '' : rest + line;
  });
const parted = (blocks: readonly (readonly string[])[], empty: boolean): string[] =>
  blocks.flatMap((block, at) => (at === 0 || !empty ? block : ['', ...block]));

const { blocks } = fc.letrec<{ block: string[]; blocks: string[] }>(tie => ({
  blocks: fc
    .tuple(fc.array(tie('block'), { minLength: 1, maxLength: 3, depthIdentifier: 'blocks' }), fc.boolean())
    .map(([each, empty]) => parted(each, empty)),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'blocks' },
    { weight: 20, arbitrary: fc.array(inline, { minLength: 1, maxLength: 2 }) },
    { weight: 3, arbitrary: inline.map(words => [`# ${words}`]) },
    { weight: 3, arbitrary: inline.map(words => [words, '---']) },
    { weight: 3, arbitrary: inline.map(words => [words, ': definition of it']) },
    {
      weight: 3,
      arbitrary: fc.tuple(inline, inline).map(([a, b]) => ['', '| a | b |', '|---|---|', `| ${a} | ${b} |`, '']),
    },
    { weight: 1, arbitrary: fc.tuple(inline, inline).map(([a, b]) => ['', `| ${a}`, `| ${b}`, '']) },
    { weight: 1, arbitrary: inline.map(words => ['', '<div>', words, '</div>', '']) },
    { weight: 1, arbitrary: inline.map(words => ['', '<div>', '', words, '', '</div>', '']) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(label, fc.constantFrom('<div>', '~~~', '```', '> ', '    '))
        .map(([name, opening]) => ['', opening, '', `[^${name}]: hidden`, '']),
    },
    { weight: 1, arbitrary: inline.map(words => ['', `<p>${words}</p>`, '']) },
    { weight: 1, arbitrary: inline.map(words => ['', '<table><tr><td>', words, '</td></tr></table>', '']) },
    { weight: 3, arbitrary: inline.map(words => ['', '<!--', words, '-->', '']) },
    { weight: 3, arbitrary: inline.map(words => ['', '```', words, '```', '']) },
    { weight: 1, arbitrary: inline.map(words => ['', `    ${words}`, '']) },
    { weight: 1, arbitrary: inline.map(words => ['', `$$ ${words} $$`, '']) },
    { weight: 1, arbitrary: inline.map(words => ['', `![${words}](a.png)`, '']) },
    { weight: 1, arbitrary: inline.map(words => ['', '| a | b |', '|---|---|', '| 1 | 2 |', '', `: ${words}`, '']) },
    {
      weight: 1,
      arbitrary: inline.map(words => ['', `  a      ${words}`, '  ------ ------------', `  1      ${words}`, '']),
    },
    {
      weight: 1,
      arbitrary: inline.map(words => ['', '+---+---+', '| a | b |', '+===+===+', `| ${words} | x |`, '+---+---+', '']),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(label, tie('blocks'))
        .map(([name, lines]) => ['', ...indented(lines as string[], `[^${name}]: `, '    '), '']),
    },
    { weight: 3, arbitrary: tie('blocks').map(lines => (lines as string[]).map(line => `> ${line}`.trimEnd())) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom('- ', '1. ', '(a) ', 'a. ', '#. ', '(@) ', '(@x) ', '10. ', '*   '),
          fc.array(tie('blocks'), { minLength: 1, maxLength: 2 }),
          fc.boolean(),
        )
        .map(([marker, items, empty]) =>
          parted(
            (items as string[][]).map(lines =>
              indented(lines, marker, ' '.repeat(marker.startsWith('(@') ? 4 : marker.length)),
            ),
            empty,
          ),
        ),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(inline, tie('blocks'))
        .map(([term, lines]) => ['', term, '', ...indented(lines as string[], ':   ', '    '), '']),
    },
    { weight: 3, arbitrary: tie('blocks').map(lines => ['', '::: note', ...(lines as string[]), ':::', '']) },
  ) as fc.Arbitrary<string[]>,
}));

/** A draft: blocks, then the definitions of most labels. */
export const draftWithNotes: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(blocks, { minLength: 1, maxLength: 3 }),
    fc.subarray(['1', '2', '3', '4', '5', 'idm2022-1-d2c4'], { minLength: 3 }),
    fc.boolean(),
  )
  .map(([all, labels, second]) =>
    tagged(
      `${parted(all, true).join('\n')}\n\n${labels.map(each => `[^${each}]: Of ${each}.${second && each === '2' ? '\n\n    And more.' : ''}`).join('\n')}\n\n[r]: https://a.example\n`,
    ),
  );
