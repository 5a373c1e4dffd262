// Two versions of a draft go the whole way to Word, in the manner of UN documents, and are made one document with
// tracked changes.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { languages, styles, type Form, type Style } from '../../src/domain/citation/options';
import type { Language } from '../../src/domain/corpus/types';
import { library } from '../../src/domain/corpus/bundled';
import { Draft } from '../../src/domain/draft/draft';
import type { DocxParts } from '../../src/domain/handover/docx';
import { inWord } from '../../src/domain/handover/writtenOut';
import { redline } from '../../src/domain/redline/redline';
import { nodeFiles } from '../../src/editor/word/files';
import { finish } from '../../src/editor/word/pandoc';
import { nodeProcesses } from '../../src/editor/word/processes';
import { property } from '../property';
import { drafts, edit, edited } from './edits';
import { said } from './tracked';
import { faults } from './valid';

const by = { author: 'A. Drafter', date: '2026-05-01T00:00:00Z' };
const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };

const folder = mkdtempSync(join(tmpdir(), 'idm changes '));
// One of the drafts names them.
for (const name of ['refs.bib', 'more.bib']) writeFileSync(join(folder, name), '@book{none, title = {None}}\n');
after(() => rmSync(folder, { recursive: true }));

async function word(text: string, style: Style = 'un', language: Language = 'en'): Promise<DocxParts> {
  const [processes, files] = [nodeProcesses(), nodeFiles()];
  assert.ok(processes && files);
  const finished = await finish(
    { processes, files, pandoc: 'pandoc', token },
    { folder, roots: [], un: true, ...inWord(Draft.of(text, library), library, { style, language }) },
  );
  if ('why' in finished) throw new Error(JSON.stringify(finished));
  assert.deepEqual(faults(finished.parts), []);
  return finished.parts;
}

/** Accepting all changes makes the new document, rejecting them the old one: in the text, headers and footers. */
function holds(old: DocxParts, made: DocxParts): DocxParts {
  const both = redline(old, made, by);
  assert.ok(both);
  judged(both, old, made);
  return both;
}

function judged(both: DocxParts, old: DocxParts, made: DocxParts): void {
  assert.deepEqual(faults(both), []);
  for (const name of both.keys()) {
    const [, part] = /^word\/(document\.xml|(?:header|footer)\d*\.xml)$/u.exec(name) ?? [];
    if (part === undefined) continue;
    assert.deepEqual(said(both, 'accepted', part), said(made, undefined, part), `${part}, accepted`);
    assert.deepEqual(said(both, 'rejected', part), said(old, undefined, part), `${part}, rejected`);
  }
}

const marks = (parts: DocxParts, name: string): number =>
  String(parts.get('word/document.xml')).split(`<w:${name} `).length - 1;

describe('two versions of a draft in the manner of UN documents, as one Word document', () => {
  const resolution = readFileSync('test/fixtures/word/resolution.md', 'utf8');

  it('is the new export where all is accepted, and the old one where all is rejected', async () => {
    const edits = [
      ['symbol: IDM/2022/L.3', 'symbol: IDM/2022/L.4'],
      ['To share the costs', 'To bear the costs together'],
      ['To fund search', 'To pay for search'],
      ['(i) To open', '(i) To warn nobody off;\n\n        (ii) To open'],
      ['2. *Requests*', '2. *Recommends* patience;\n\n3. *Requests*'],
      ['| Costs |', '| Boats | Owners |\n| Costs |'],
      ['## Annex', '## Annexes'],
      ['more regular pathways,[^idm2022-1-d1c4]', 'more regular pathways,'],
    ] as const;
    const changed = edits.reduce((text, [was, is]) => {
      assert.ok(text.includes(was), was);
      return text.replace(was, is);
    }, resolution);
    const [old, made] = [await word(resolution), await word(changed)];
    const both = holds(old, made);
    const header = [...both]
      .filter(([name]) => name.startsWith('word/header'))
      .map(([, xml]) => String(xml))
      .join('');
    assert.match(header, /IDM\/2022\/L\.<[\s\S]*<w:ins [^>]*><w:r><w:t[^>]*>4</u);
    holds(made, old);
  });

  const cites: readonly (readonly [Form, (place: string) => string])[] = [
    ['pandoc', place => `States share the costs [@idm2022-1, ${place}] of rescue.\n`],
    ['footnote', place => `States share the costs[^a] of rescue.\n\n[^a]: IOM, ${place}.\n`],
  ];
  for (const style of ['un', 'oscola', 'chicago-notes'] as const) {
    for (const [form, cited] of cites) {
      it(`has a changed citation as a deleted and an inserted note (${style}, ${form})`, async () => {
        const [old, made] = [
          await word(cited('day 2, conclusion 4'), style),
          await word(cited('day 2, conclusion 6'), style),
        ];
        const both = holds(old, made);
        assert.deepEqual([marks(both, 'del'), marks(both, 'ins')], [1, 1]);
      });
    }
  }

  // Each version goes through pandoc three times, so 60 edits are tried; `IDM_FINDINGS_REDLINE=100 node test/run.mjs
  // pandoc` tries 1,000 here, too.
  property(
    'accepting or rejecting all makes what the whole way to Word made of each version',
    fc.asyncProperty(
      fc.noShrink(fc.nat(drafts.length - 1)),
      fc.constantFrom(...styles),
      fc.constantFrom(...languages),
      fc.noShrink(fc.array(edit, { minLength: 10, maxLength: 10 })),
      async (which, style, language, edits) => {
        const text = drafts[which]!;
        const [old, made] = [await word(text, style, language), await word(edited(text, edits), style, language)];
        for (const [one, other] of [
          [old, made],
          [made, old],
        ] as const) {
          const both = redline(one, other, by);
          if (both) judged(both, one, other);
          else assert.deepEqual(said(one), said(other));
        }
      },
    ),
    { runs: Number(process.env['IDM_FINDINGS_REDLINE'] ?? 6), timeout: 900_000 },
  );
});
