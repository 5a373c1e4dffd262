// XML as a program reads it that takes it in, as far as it decides what that program opens.

/** A text with its numeric character references as characters (XML 1.0, 4.1): `u&#114;l(` is read as `url(`. */
export function withCharacters(xml: string): string {
  return xml.replace(/&#(x?)([\dA-Fa-f]+);/gu, (whole, hex: string, digits: string) => {
    const point = Number.parseInt(digits, hex === '' ? 10 : 16);
    return point > 0x10_ffff ? whole : String.fromCodePoint(point);
  });
}

/** A text without the comments and the marks of CDATA that may stand amid its words. */
export function withoutSeams(xml: string): string {
  return xml
    .replace(/<!\[CDATA\[|\]\]>/gu, '')
    .split('<!--')
    .map(afterComment)
    .join('');
}

/** What stands behind the comment that a text begins with; all of it where that is not closed. */
function afterComment(text: string, at: number): string {
  const end = at === 0 ? -1 : text.indexOf('-->');
  return end < 0 ? text : text.slice(end + 3);
}
