import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCsl } from '../../../src/domain/citation/csl';
import { property } from '../../property';

const style = (
  attributes: string,
  inside = '<info><title>My House</title></info><citation><layout/></citation>',
): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!-- ours -->\n<style xmlns="http://purl.org/net/xbiblio/csl" ${attributes} version="1.0">\n${inside}\n</style>\n`;

describe('a style file of the drafter’s own', () => {
  it('says whether it cites in notes', () => {
    assert.deepEqual(readCsl(style('class="note"')), { kind: 'note', title: 'My House' });
    assert.deepEqual(readCsl(`\uFEFF${style("default-locale='fr-FR' class='in-text'")}`), {
      kind: 'in-text',
      title: 'My House',
    });
    assert.deepEqual(readCsl(style('class="note"', '<citation/>')), { kind: 'note' });
  });

  it('says so however its root element is written', () => {
    const roots = [
      'class="note" version="1.0"',
      "version='1.0' class='note'",
      'class = "note"',
      'class\n  =\n\t"note"\n',
      'xml:lang="de"\n\n\tclass="note"',
      'x="a > b" class="note"',
      `x='say "class"' class="note"`,
      'subclass="in-text" class="note"',
      'x:class="in-text" class="note"',
      'title=\'class="in-text"\' class="note"',
      'class=" note "',
    ];
    for (const attributes of roots)
      assert.deepEqual(
        readCsl(style(attributes).replace(' version="1.0">', '>')),
        { kind: 'note', title: 'My House' },
        attributes,
      );
    assert.deepEqual(
      readCsl('<cs:style xmlns:cs="http://purl.org/net/xbiblio/csl" class="note"><cs:citation/></cs:style>'),
      { kind: 'note' },
    );
  });

  const rows: [string, string, ReturnType<typeof readCsl>][] = [
    ['no XML', 'class: note', { fault: 'noXml', line: 1 }],
    ['nothing', '\n\n', { fault: 'noXml', line: 3 }],
    [
      'a doctype',
      '<?xml version="1.0"?>\n<!DOCTYPE style SYSTEM "file:///etc/passwd"><style class="note"></style>',
      { fault: 'doctype', line: 2 },
    ],
    ['another root', '<!-- class="note" -->\n\n<html class="note"></html>', { fault: 'noStyle', line: 3 }],
    ['a locale', '<locale xml:lang="fr"></locale>', { fault: 'noStyle', line: 1 }],
    ['no class', style(''), { fault: 'noClass', line: 3 }],
    ['a class that only stands in another attribute', style(`title='class="note"'`), { fault: 'noClass', line: 3 }],
    ['a class in no quotation marks', style('class=note'), { fault: 'noClass', line: 3 }],
    ['a class that there is not', style('class="numeric"'), { fault: 'noClass', line: 3 }],
    [
      'a style that only names another',
      style('class="note"', '<info><link href="http://www.zotero.org/styles/x" rel="independent-parent"/></info>'),
      { fault: 'dependent', line: 3 },
    ],
    ['no citation', style('class="note"', ''), { fault: 'noCitation', line: 3 }],
    ['one cut short', style('class="note"').slice(0, -10), { fault: 'cutShort', line: 4 }],
    ['one too large', ' '.repeat(1_000_001), { fault: 'tooLarge', line: 1 }],
  ];
  for (const [what, text, wanted] of rows) it(`is not ${what}`, () => assert.deepEqual(readCsl(text), wanted));

  property(
    'is read or refused, whatever stands in it',
    fc.property(
      fc.array(
        fc.constantFrom(
          '<style',
          ' class="note"',
          '>',
          '<!--',
          '-->',
          '<?',
          '?>',
          '</style>',
          '<citation>',
          '\n',
          ' ',
          'x',
          '<',
        ),
        { maxLength: 40 },
      ),
      pieces => {
        const read = readCsl(pieces.join(''));
        assert.ok('kind' in read || read.line >= 1);
      },
    ),
    { runs: 200 },
  );
});
