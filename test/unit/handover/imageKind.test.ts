import assert from 'node:assert/strict';
import { imageKind } from '../../../src/domain/handover/imageKind';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, letter => letter.charCodeAt(0));

describe('an image for Word', () => {
  it('is known by its bytes, not by its name', () => {
    const kinds = [
      '\x89PNG\r\n\x1A\n…',
      '\xFF\xD8\xFF\xE0',
      'GIF89a',
      'BM1234',
      'II*\0',
      'MM\0*',
      `${'\0'.repeat(40)} EMF`,
      'RIFF1234WEBP',
    ].map(text => imageKind(bytes(text)));
    assert.deepEqual(kinds, [
      'image/png',
      'image/jpeg',
      'image/gif',
      'image/bmp',
      'image/tiff',
      'image/tiff',
      'image/x-emf',
      'image/webp',
    ]);
    for (const text of [
      '',
      'root:x:0:0',
      '%PDF-1.4',
      'PK\x03\x04',
      '<html><body/></html>',
      '<?xml version="1.0"?><x/>',
      ' EMF',
      'WEBP',
    ])
      assert.equal(imageKind(bytes(text)), undefined, text);
  });

  it('may be an SVG image that needs nothing else', () => {
    for (const inner of [
      '',
      '<use href="#a"/>',
      '<rect fill="url(#a)"/>',
      '<image xlink:href="data:image/png;base64,AA"/>',
      '<text>src and href, says url</text>',
    ]) {
      assert.equal(
        imageKind(bytes(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`)),
        'image/svg+xml',
        inner,
      );
    }
    for (const inner of [
      '<image href="a.png"/>',
      '<a xlink:href="http://x">b</a>',
      '<style>@import url(x)</style>',
      '<script/>',
      '<svg:script/>',
      '<foreignObject/>',
      '<rect fill="url( \'//x\' )"/>',
      '<image href="data:image/svg+xml,x"/>',
      `<image src${'\n'.repeat(500)}="x"/>`,
      '<rect fill="u&#114;l(http://x)"/>',
      '<rect fill="&#x0000000075;rl(//x)"/>',
      '<image><set attributeName="hr&#101;f" to="//x"/></image>',
      '<style>a{fill:u<!-- -->rl(//x)}</style>',
      '<style>a{fill:u<![CDATA[rl(//x)]]>}</style>',
      '<style><![CDATA[@imp]]>ort "x"</style>',
    ]) {
      assert.equal(imageKind(bytes(`<svg>${inner}</svg>`)), 'outward', inner);
    }
  });
});
