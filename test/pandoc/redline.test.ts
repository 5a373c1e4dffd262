// Drafts before and after random edits go through pandoc to Word, and are made one document with tracked changes: accepting all is the new
// export, rejecting all the old one. `IDM_FINDINGS_REDLINE=100 node test/run.mjs pandoc` tries 1,000 edits.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { DocxParts } from '../../src/domain/handover/docx';
import { redline } from '../../src/domain/redline/redline';
import { readDocx } from '../../src/editor/word/zip';
import { property } from '../property';
import { said } from './tracked';

const drafts = readdirSync('test/fixtures/drafts').filter(name => name.endsWith('.md') && name !== 'README.md')
  .map(name => readFileSync(`test/fixtures/drafts/${name}`, 'utf8'));
const by = { author: 'A. Drafter', date: '2026-05-01T00:00:00Z' };
const changes = /<w:(?:del|ins|pPrChange) w:id="(\d+)" w:author="A. Drafter" w:date="2026-05-01T00:00:00Z"/gu;

/** What a draft gets besides words: notes, lists, cells, headings, images, links. */
const added = [
  'word', '*stress*', 'x[^idm2022-1-d2c4]', '^[A note of *mine*.]', '\n\nA paragraph more.\n\n', '\n\n# A heading\n\n', '\n\n1. one\n2. two\n\n', '\n\n- point\n\n',
  '\n\n| a | b |\n|---|---|\n| c | d |\n\n', '[link](https://example.org/)', '![i](data:image/png;base64,iVBORw0KGgo=)', '$a^2$', '\n\n> quoted\n\n', '\n', '“said”', ' ',
];
type Edit = readonly [at: number, removed: number, put: string];
const edit: fc.Arbitrary<Edit> = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.oneof(fc.nat(8), fc.nat(60)), fc.oneof(fc.constant(''), fc.constantFrom(...added)));

function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((made, [at, removed, put]) => {
    const start = Math.floor(at * made.length);
    return made.slice(0, start) + put + made.slice(start + removed);
  }, text);
}

describe('two exports as one Word document with tracked changes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'idm redline '));
  after(() => rmSync(folder, { recursive: true }));

  function word(text: string): DocxParts {
    const output = join(folder, 'draft.docx');
    const { status, stderr } = spawnSync('pandoc', ['-f', 'markdown-blank_before_header-blank_before_blockquote', '--to=docx', `--output=${output}`], { input: text, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return readDocx(readFileSync(output));
  }

  function holds(old: DocxParts, made: DocxParts): DocxParts | undefined {
    const both = redline(old, made, by);
    if (!both) {
      assert.deepEqual(said(old), said(made));
      return undefined;
    }
    assert.deepEqual(said(both, 'accepted'), said(made), 'accepted');
    assert.deepEqual(said(both, 'rejected'), said(old), 'rejected');
    const xml = [...both.values()].filter(part => typeof part === 'string').join('');
    const ids = [...xml.matchAll(changes)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length > 0);
    assert.equal(/<w:delText/u.test(xml.replace(/<w:del [^>]*>(?:(?!<\/w:del>)[\s\S])*<\/w:del>/gu, '')), false, 'deleted text that is not deleted');
    return both;
  }

  property('accepting a redline makes the new export, rejecting it the old one', fc.property(fc.noShrink(fc.nat(drafts.length - 1)), fc.noShrink(fc.array(edit, { minLength: 10, maxLength: 10 })), (which, edits) => {
    const text = drafts[which]!;
    const [old, made] = [word(text), word(edited(text, edits))];
    holds(old, made);
    holds(made, old);
  }), { runs: Number(process.env['IDM_FINDINGS_REDLINE'] ?? 4), timeout: 600_000 });

  it('has nothing to mark where nothing changed', () => {
    for (const text of drafts.slice(0, 3)) assert.equal(redline(word(text), word(text), by), undefined);
  });
});
