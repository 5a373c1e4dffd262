// Drafts before and after random edits go through pandoc to Word, and are made one document with tracked changes:
// accepting all is the new export, rejecting all the old one. `IDM_FINDINGS_REDLINE=100 node test/run.mjs pandoc` tries
// 1,000 edits.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { DocxParts } from '../../src/domain/handover/docx';
import { redline } from '../../src/domain/redline/redline';
import { readDocx } from '../../src/editor/word/zip';
import { property } from '../property';
import { drafts, edit, edited } from './edits';
import { said } from './tracked';
import { faults } from './valid';

const by = { author: 'A. Drafter', date: '2026-05-01T00:00:00Z' };
const changes = /<w:(?:del|ins|pPrChange) w:id="(\d+)" w:author="A. Drafter" w:date="2026-05-01T00:00:00Z"/gu;

describe('two exports as one Word document with tracked changes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'idm redline '));
  after(() => rmSync(folder, { recursive: true }));

  function word(text: string): DocxParts {
    const output = join(folder, 'draft.docx');
    const { status, stderr } = spawnSync(
      'pandoc',
      ['-f', 'markdown-blank_before_header-blank_before_blockquote', '--to=docx', `--output=${output}`],
      { input: text, encoding: 'utf8' },
    );
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
    // What pandoc itself leaves damaged is mended before it writes (`beforeWriting`), not here.
    const known = new Set([...faults(old), ...faults(made)]);
    assert.deepEqual(
      faults(both).filter(fault => !known.has(fault)),
      [],
    );
    const xml = [...both.values()].filter(part => typeof part === 'string').join('');
    assert.ok([...xml.matchAll(changes)].length > 0);
    return both;
  }

  property(
    'accepting a redline makes the new export, rejecting it the old one',
    fc.property(
      fc.noShrink(fc.nat(drafts.length - 1)),
      fc.noShrink(fc.array(edit, { minLength: 10, maxLength: 10 })),
      (which, edits) => {
        const text = drafts[which]!;
        const [old, made] = [word(text), word(edited(text, edits))];
        holds(old, made);
        holds(made, old);
      },
    ),
    { runs: Number(process.env['IDM_FINDINGS_REDLINE'] ?? 10), timeout: 600_000 },
  );

  it('has nothing to mark where nothing changed', () => {
    for (const text of drafts.slice(0, 3)) assert.equal(redline(word(text), word(text), by), undefined);
  });
});
