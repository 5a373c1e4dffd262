// A style file of the drafter's own, in the export to Word: the place stands where each kind of style has it.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCsl } from '../../src/domain/citation/csl';
import { library } from '../../src/domain/corpus/bundled';
import { Draft } from '../../src/domain/draft/draft';
import { inWord } from '../../src/domain/handover/writtenOut';
import { nodeFiles } from '../../src/editor/word/files';
import { exportToWord, type Missed, type Refusal } from '../../src/editor/word/pandoc';
import { nodeProcesses } from '../../src/editor/word/processes';
import { docxParts } from './docx';

const processes = nodeProcesses();
const files = nodeFiles();
assert.ok(processes && files);

/**
 * A small style of our own: "AUTHOR PLACE <ADDRESS>" in the first note, "ibid", "ibid PLACE"; or "(AUTHOR YEAR,
 * PLACE)".
 */
function style(kind: 'note' | 'in-text'): string {
  const place = '<text variable="locator" prefix=" "/>';
  const note =
    `<choose><if position="ibid-with-locator"><text value="ibid"/>${place}</if><else-if position="ibid"><text value="ibid"/></else-if>` +
    `<else><names variable="author"/>${place}<text variable="URL" prefix=" &lt;" suffix="&gt;"/></else></choose>`;
  const inText = '<names variable="author"/><date variable="issued" prefix=" "><date-part name="year"/></date>';
  const layout =
    kind === 'note' ? `<layout suffix=".">${note}</layout>` : `<layout prefix="(" suffix=")">${inText}</layout>`;
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" class="${kind}" version="1.0" default-locale="en-GB"><info><title>T</title><id>t</id>` +
    `<updated>2026-01-01T00:00:00+00:00</updated></info><citation>${layout}</citation></style>\n`
  );
}

describe('a style file of the drafter’s own, in Word', () => {
  const address = library.corpora[0]?.document.url;
  const organization = 'International Organization for Migration';
  const cites =
    'A [@idm2022-1, day 2, conclusion 4]. B [@idm2022-1, day 2, conclusion 4]. C [@idm2022-1, {day 2, conclusion 5}].\n';
  let base: string;

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'idm-own-'));
    mkdirSync(join(base, 'drafts'));
  });
  afterEach(() => rmSync(base, { recursive: true }));

  async function word(
    text: string,
    own: string,
    csl?: string,
  ): Promise<{
    body: string;
    notes: string;
    refusal: Refusal | undefined;
    asked: readonly string[];
    missed: Missed | undefined;
  }> {
    const read = readCsl(own);
    const unusableStyle = 'kind' in read ? undefined : 'house.csl: no class';
    const output = join(base, 'draft.docx');
    const asked: string[] = [];
    let missed: Missed | undefined;
    const refusal = await exportToWord(processes!, files!, {
      pandoc: 'pandoc',
      ...inWord(
        Draft.of(text, library),
        library,
        { style: 'un', language: 'en' },
        'kind' in read ? read : undefined,
        unusableStyle !== undefined,
      ),
      unusableStyle,
      csl,
      output,
      folder: join(base, 'drafts'),
      roots: csl === undefined ? [] : [csl],
      token: { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) },
      tell: what => {
        missed = what;
      },
      askOutside: async paths => (asked.push(...paths), false),
    });
    const parts = existsSync(output) ? docxParts(output) : new Map<string, string>();
    const words = (name: string): string =>
      (parts.get(`word/${name}.xml`) ?? '')
        .replace(/<\/w:p>/gu, '\n')
        .replace(/<[^>]*>/gu, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>');
    return { body: words('document'), notes: words('footnotes'), refusal, asked, missed };
  }

  for (const from of ['the setting', 'the front matter'] as const) {
    it(`puts the place before the address in notes (${from})`, async () => {
      const own = style('note');
      const path = from === 'the setting' ? join(base, 'own.csl') : join(base, 'drafts', 'own.csl');
      writeFileSync(path, own);
      const { notes, refusal, asked } = await word(
        from === 'the setting' ? cites : `---\ncsl: own.csl\n---\n\n${cites}`,
        own,
        from === 'the setting' ? path : undefined,
      );
      assert.deepEqual([refusal, asked], [undefined, []]);
      const lines = notes
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '');
      assert.deepEqual(lines, [
        `${organization} day 2, conclusion 4 <${address}>.`,
        'Ibid.',
        'Ibid day 2, conclusion 5.',
      ]);
    });
  }

  it('leaves the place behind the year in the text', async () => {
    const own = style('in-text');
    writeFileSync(join(base, 'own.csl'), own);
    const { body, refusal } = await word(cites, own, join(base, 'own.csl'));
    assert.equal(refusal, undefined);
    assert.match(body, new RegExp(`^A \\(${organization} 2022, day 2, conclusion 4\\)\\. B`, 'u'));
  });

  it('is passed over where it is none, and that is said: the draft’s own style writes the notes', async () => {
    const broken = style('note').replace('class="note"', 'class="numeric"');
    writeFileSync(join(base, 'drafts', 'house.csl'), broken);
    const { notes, body, refusal, missed } = await word(`---\ncsl: house.csl\n---\n\n${cites}`, broken);
    assert.deepEqual([refusal, missed], [undefined, { warnings: ['house.csl: no class'], leftOut: [], raw: 0 }]);
    assert.match(
      notes,
      /^\s*International Organization for Migration, “International Dialogue on Migration 2022: .*day 2, fourth conclusion/mu,
    );
    assert.doesNotMatch(body, /\[@|2022, day/u);
  });

  it('gives way to the one that the draft names', async () => {
    writeFileSync(join(base, 'own.csl'), style('note'));
    writeFileSync(join(base, 'drafts', 'named.csl'), style('in-text'));
    const { body } = await word(`---\ncsl: named.csl\n---\n\n${cites}`, style('in-text'), join(base, 'own.csl'));
    assert.match(body, /\(International Organization for Migration 2022, day 2, conclusion 4\)/u);
  });
});
