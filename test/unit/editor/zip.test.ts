// The parts of a Word document come back from the file they are written to, and other programs read it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readDocx, writeDocx } from '../../../src/editor/word/zip';
import { docxParts } from '../../pandoc/docx';
import { property } from '../../property';

const xml = fc.tuple(
  fc.stringMatching(/^[a-z]{1,8}\/é?[a-z]{1,8}\.(?:xml|rels)$/u),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const bytes = fc.tuple(fc.stringMatching(/^media\/[a-z]{1,8}\.png$/u), fc.uint8Array({ maxLength: 300 }));

describe('the parts of a Word document', () => {
  property(
    'come back from the file they are written to, in their order',
    fc.property(fc.array(fc.oneof(xml, bytes), { maxLength: 6 }), given => {
      const parts = new Map<string, string | Uint8Array>(given);
      const back = readDocx(writeDocx(parts));
      assert.deepEqual([...back.keys()], [...parts.keys()]);
      for (const [name, part] of parts)
        assert.deepEqual(
          typeof part === 'string' ? part : [...part],
          typeof part === 'string' ? back.get(name) : [...(back.get(name) as Uint8Array)],
        );
    }),
  );

  it('are read by another reader, and make the same bytes each time', () => {
    const parts = new Map<string, string | Uint8Array>([
      ['[Content_Types].xml', '<a>é</a>'.repeat(50)],
      ['word/document.xml', ''],
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'idm-zip-'));
    try {
      writeFileSync(join(folder, 'x.docx'), writeDocx(parts));
      assert.deepEqual(docxParts(join(folder, 'x.docx')), parts);
    } finally {
      rmSync(folder, { recursive: true });
    }
    assert.deepEqual(writeDocx(parts), writeDocx(parts));
  });

  it('are read no further than asked, however well they are packed', () => {
    const file = writeDocx(
      new Map([
        ['a.xml', 'x'.repeat(1_000)],
        ['b.xml', 'x'.repeat(1_000)],
      ]),
    );
    assert.equal(readDocx(file, 2_000).size, 2);
    assert.throws(() => readDocx(file, 1_999));
    assert.throws(() => readDocx(file, 999));
  });

  it('are at most 5,000', () => {
    const file = (count: number): Uint8Array =>
      writeDocx(new Map(Array.from({ length: count }, (_each, at) => [`${at}.xml`, ''])));
    assert.equal(readDocx(file(5_000)).size, 5_000);
    assert.throws(() => readDocx(file(5_001)), RangeError);
  });

  it('are refused where there is no ZIP', () => {
    assert.throws(() => readDocx(new Uint8Array(10)));
    assert.throws(() => readDocx(new Uint8Array(1000)));
  });
});
