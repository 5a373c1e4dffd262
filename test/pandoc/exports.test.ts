// The exported sources, read by pandoc: the same document comes out of each format, and its title as each kind of style
// wants it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportEndings, exportSources } from '../../src/domain/citation/exports';
import type { Language } from '../../src/domain/corpus/types';
import { library } from '../unit/citation/fixture';

const languages: readonly Language[] = ['en', 'fr', 'es'];
const accessed = '2026-05-01';
const corpora = library.corpora.slice(0, 1);
const inTitleCase =
  'International Dialogue on Migration 2022: Global Compact for Migration Implementation in Practice: Successes, Challenges and Innovative Approaches: Summary of Conclusions';
const inSentenceCase =
  'International Dialogue on Migration 2022: Global Compact for Migration implementation in practice: Successes, challenges and innovative approaches: Summary of conclusions';

function pandoc(input: string, ...options: string[]): string {
  const { stdout, stderr, status } = spawnSync('pandoc', [...options, '--wrap=none'], { input, encoding: 'utf8' });
  assert.deepEqual([status, stderr], [0, '']);
  return stdout;
}

/** A style of our own that prints the title in a case, and nothing else. */
function style(textCase: string): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info>' +
    `<citation><layout><text variable="title"${textCase}/></layout></citation><bibliography><layout><text variable="title"${textCase}/></layout></bibliography></style>`
  );
}

describe('the exported sources, read by pandoc', () => {
  const readable = new Set(spawnSync('pandoc', ['--list-input-formats'], { encoding: 'utf8' }).stdout.split('\n'));
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'idm-exports-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  for (const language of languages) {
    it(`are the same from CSL-JSON and biblatex (${language})`, () => {
      const options = { language, accessed };
      const json = exportSources(corpora, 'csl-json', options);
      assert.deepEqual(JSON.parse(pandoc(json, '--from=csljson', '--to=csljson')), JSON.parse(json));
      assert.deepEqual(
        JSON.parse(pandoc(exportSources(corpora, 'biblatex', options), '--from=biblatex', '--to=csljson')),
        JSON.parse(json),
      );
    });

    // Since version 3.
    if (readable.has('ris'))
      it(`are the same document from RIS (${language})`, () => {
        const [read] = JSON.parse(
          pandoc(exportSources(corpora, 'ris', { language, accessed }), '--from=ris', '--to=csljson'),
        ) as [Record<string, unknown>];
        const [wanted] = JSON.parse(exportSources(corpora, 'csl-json', { language, accessed })) as [
          Record<string, unknown>,
        ];
        for (const field of ['type', 'publisher', 'URL']) assert.deepEqual(read[field], wanted[field], field);
      });
  }

  it('print with the capitals that a style makes, and with no more where it makes none', () => {
    for (const format of ['csl-json', 'biblatex'] as const) {
      const file = join(folder, `sources.${exportEndings[format]}`);
      const printed = (textCase: string, language: Language): string => {
        writeFileSync(file, exportSources(corpora, format, { language }));
        writeFileSync(join(folder, 'style.csl'), style(textCase));
        return (
          pandoc(
            '[@idm2022-1]',
            '--citeproc',
            `--bibliography=${file}`,
            `--csl=${join(folder, 'style.csl')}`,
            '--to=plain',
          ).split('\n')[0] ?? ''
        );
      };
      assert.equal(printed(' text-case="title"', 'en'), inTitleCase);
      assert.equal(printed('', 'en'), inSentenceCase);
      assert.equal(printed(' text-case="title"', 'es'), printed('', 'es'));
      assert.equal(printed(' text-case="title"', 'fr'), printed('', 'fr'));
    }
  });
});
