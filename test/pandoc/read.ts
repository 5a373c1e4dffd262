// What pandoc makes of texts, read as for Word, as strings to compare.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reading } from '../../src/editor/word/pandoc';

const divider = 'idmfindingsdivider';

interface Node {
  readonly t: string;
  readonly c?: unknown;
}

/**
 * What pandoc makes of texts, each a string to compare: structure, words without white space, notes where their marks
 * are. A text that is there several times is read once.
 */
export function read(texts: readonly string[]): string[] {
  const distinct = [...new Set(texts)];
  const made = readEach(distinct);
  const byText = new Map(distinct.map((text, at) => [text, made[at] ?? '']));
  return texts.map(text => byText.get(text) ?? '');
}

function readEach(texts: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'idm insertions '));
  try {
    const between = join(folder, 'between.md');
    writeFileSync(between, `\n${divider}\n`);
    const files = texts.flatMap((text, at) => {
      const file = join(folder, `${at}.md`);
      writeFileSync(file, text);
      return [file, between];
    });
    const { stdout, stderr, status } = spawnSync(
      'pandoc',
      [
        '--file-scope',
        '--columns=100000',
        '-f',
        `${reading}-auto_identifiers-implicit_header_references-smart`,
        '-t',
        'json',
        ...files,
      ],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    assert.equal(status, 0, stderr);
    const made = (JSON.parse(stdout) as { blocks: Node[] }).blocks
      .map(written)
      .join('')
      .split(`<Para>${divider}</>`)
      .slice(0, -1);
    assert.equal(made.length, texts.length);
    return made;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function written(node: unknown): string {
  if (Array.isArray(node)) return node.map(written).join('');
  if (typeof node === 'string') return node.replace(/\s+/gu, '');
  if (typeof node !== 'object' || node === null || !('t' in node)) return '';
  const { t, c } = node as Node;
  if (t === 'Space' || t === 'SoftBreak') return '';
  // Signs of a text are none of ours.
  if (t === 'Str') return String(c).replace(/\s+/gu, '').replaceAll('<', '‹');
  if (t === 'Cite') {
    const [citations, words] = c as [{ citationId: string }[], Node[]];
    return `<Cite ${citations.map(({ citationId }) => citationId).join()}>${written(words)}</>`;
  }
  // Loose and tight lists differ in this alone.
  const name = t === 'Plain' ? 'Para' : t;
  const inner = written(c);
  return name === 'Para' && inner === '' ? '' : `<${name}>${inner}</>`;
}
