// Texts that are cheap to write and may be hard to read: each is a shape that grows to any size.
import { library } from '../../../src/domain/corpus/bundled';

/** A text of about so many UTF-16 units. */
export type Shape = (size: number) => string;

const times =
  (piece: string) =>
  (size: number): string =>
    piece.repeat(Math.max(1, Math.floor(size / piece.length)));
/** A piece over and over between a beginning and an end that stay. */
const between =
  (begin: string, piece: string, end: string): Shape =>
  size =>
    begin + times(piece)(size) + end;
/** Openings nested as deep as the size allows, and as many closings. */
const nested =
  (open: string, middle: string, close: string): Shape =>
  size => {
    const count = Math.max(1, Math.floor(size / (open.length + close.length)));
    return open.repeat(count) + middle + close.repeat(count);
  };

const finding = library.findings[0]!;
const mark = '[^idm2022-1-d1c1]';
const key = '[@idm2022-1, day 1, conclusion 1]';
const note = `${mark}: Speakers.`;
const definition = '[^idm2022-1-d2c4]: IOM, “Dialogue”, day 2, fourth conclusion.';
const words = 'migrants and the need to protect them along the way ';

/** As many lines as fit into a text: whatever is made of each is a list as long. */
export const shortLines: Readonly<Record<string, Shape>> = {
  'headings without words': times('#\n'),
  'rules between nothing': times('---\n'),
  'items without words': times('-\n'),
  'lines of code': between('```\n', 'a\n', '```\n'),
  'indented lines of code': times('    a\n'),
  'quotations without words': times('>\n\n'),
  'rows of one bar': between('|a|\n|-|\n', '|\n', ''),
};

export const shapes: Readonly<Record<string, Shape>> = {
  // Characters of Markdown, alone.
  'opening brackets': between('a ', '[', ` ${key}.`),
  'brackets in brackets': nested('[', 'a', ']'),
  'link beginnings': between('a ', '[x](', `) ${key}.`),
  'image beginnings': between('a ', '![', ` ${key}.`),
  'opening parentheses': between('a ', '(', ` ${key}.`),
  stars: between('a ', '*', ` b ${key}.`),
  'stars around letters': between('', '*a ', `${key}.`),
  'emphasis in emphasis': nested('*a _b ', 'c', '_ d*'),
  underscores: between('a ', '_a', ` ${key}.`),
  tildes: between('a ', '~~a ', ` ${key}.`),
  backticks: size => Array.from({ length: Math.floor(Math.sqrt(size)) }, (_, at) => '`'.repeat(at + 1)).join(' a '),
  dollars: between('a ', '$a ', ` ${key}.`),
  backslashes: between('a ', '\\', ` ${key}.`),
  'hash signs before words': between('', '#', ' words'),
  'hash signs after words': between('# words ', '#', ' x'),
  'carets and brackets': between('a ', '^[', ` ${key}.`),
  'note marks begun': between('a ', '[^', ` ${key}.`),
  'angle brackets': between('a ', '<a ', ` ${key}.`),
  attributes: between('<a ', 'b="c" ', '\nx'),
  'comments begun': between('a ', '<!-- ', ` ${key}.`),
  'at signs': between('a ', '@a', ` ${key}.`),
  ampersands: between('a ', '&a;', ` ${key}.`),
  braces: between('a ', '{', ` ${key}.`),
  'exclamation marks': between(`Oui${' '}`, '!', ` ${mark}`),
  'full stops': between('a ', '.', ` ${mark}`),
  'blanks in a line': between('a', ' ', `b ${key}.`),
  'no-break spaces': between('a', '\u00a0', `b ${mark}`),
  digits: between('a ', '1', ` ${key}.`),
  capitals: between('', 'A', ` ${key}.`),
  'one long word': between('', 'abcdefghij', ` ${key}.`),
  'combining marks': between('a', '\u0301', ` ${key}.`),
  'long lower case': between('', 'İ', ` (IOM, 2022, day 1, first conclusion).`),

  // Lines and blocks.
  'blank lines': between(`a ${mark}`, '\n', `\n${note}\n`),
  'blank lines in a quotation': between(`> a ${mark}`, '\n> ', `\n\n${note}\n`),
  'table-like line of blanks': size => `a | b\n|-${' '.repeat(size)}x`,
  'table rows': between('| a | b |\n|---|---|\n', `| “so it is” said | ${key} |\n`, ''),
  'table cells': between('', '| a ', `|\n${'|-'.repeat(3)}|\n`),
  pipes: between('a ', '|', ` ${key}.`),
  'list items': times('- States agreed on it\n'),
  'list marks in a line': times('- '),
  'terms and definitions': times('Term\n\n:   what it means [@idm2022-1, day 2, conclusion 4]\n\n    - an item\n\n'),
  'definitions of one term': times(': what\n'),
  'lettered items': times('(a) States agreed on it\n\n    (i) at sea [@idm2022-1, day 2, conclusion 4]\n\n'),
  'lettered marks in a line': times('(a) '),
  'letters in letters': size =>
    Array.from({ length: Math.floor(Math.sqrt(size)) }, (_, at) => `${'    '.repeat(at)}(a) b\n\n`).join(''),
  'numbered list marks in a line': times('1. '),
  'lists in lists': size =>
    Array.from({ length: Math.floor(Math.sqrt(size)) }, (_, at) => `${'  '.repeat(at)}- a\n`).join(''),
  'quotation marks in a line': between('', '>', ` a ${key}.`),
  'lines of quotations one deeper each': size =>
    Array.from({ length: Math.floor(Math.sqrt(size)) }, (_, at) => `${'>'.repeat(at + 1)} a\n`).join(''),
  'lines of a quotation': between('', `> ${words}\n`, `>\n> ${key}\n`),
  headings: times('# States agreed\n\n'),
  'setext underlines': times('a\n=\n'),
  'open fences': times('```\n\n'),
  'fence in a paragraph': between('a\n', '`` ', '\n'),
  'fenced divs': times('::: {.note}\n'),
  'front matter never closed': between('---\n', 'a: b\n', ''),
  'front matter of one field': between('---\ntitle: ', 'a', '\n---\n'),
  'front matter of braces': between('---\nidm-findings: ', '{', '\n---\n'),
  'HTML blocks': times('<div>\na\n\n'),
  'HTML never closed': between('<pre>\n', 'a\n\n', ''),
  'comment never closed': between('<!--\n', 'a\n\n', ''),
  'comments one by one': times('<!-- a -->\n'),
  'disable comments': times('<!-- idm-findings-disable-next-line -->\n'),
  'disable comments never closed': times('<!-- idm-findings-disable-next-line '),
  'link definitions': times('[a]: /b\n'),
  'definitions of others': times('[^a]: x\n'),
  'definitions of ours': times(`${note}\n`),
  'definitions of ours with words': times(`${note}\n\n    More.\n\n`),
  'a definition of many paragraphs': between(note, '\n\n    More of it.', '\n'),
  'carriage returns': times('a\r'),

  // Citations.
  'citations in one paragraph': times(`Speakers called for it ${key}. `),
  'citations side by side': times('[@{idm2022-1}, day 1] '),
  'keys in one bracket': between('a [', '@idm2022-1, day 1, conclusion 1; ', '@smith].'),
  'keys of others in one bracket': between('a [', '@smith, p. 3; ', '@idm2022-1, day 1, conclusion 1].'),
  'brackets of citations never closed': times('[@idm2022-1, day 2, conclusion 4; '),
  'keys in the text': times('@idm2022-1 says so. '),
  'citations in parentheses': times('So it is (IOM, 2022, day 2, fourth conclusion). '),
  'parentheses of citations never closed': times('(IOM, 2022, day 2, fourth conclusion; x '),
  'names of the author': times('IOM, 2022, '),
  'places in one citation': between('a [@idm2022-1, day 1, conclusions ', '1, ', '2].'),
  'marks in one paragraph': between('', `So it is.${mark} `, `\n\n${note}\n`),
  'marks side by side': between('a', mark, `\n\n${note}\n`),
  'marks of one long note': size =>
    `${`a${mark} `.repeat(Math.floor(size / 40))}\n\n${mark}: ${'b '.repeat(Math.floor(size / 4))}\n`,
  'marks without definitions': times('So.[^idm2022-1-d2c4] '),
  'marks of others': between('', 'a[^x] ', '\n\n[^x]: y\n'),
  'paragraphs with a note each': times(`Speakers called for it.${mark}\n\n`),
  'paragraphs with a key each': times(`Speakers called for it ${key}.\n\n`),
  'marks in two styles': times(`So.${mark} So ${key}. So (IOM, 2022, day 2, fourth conclusion).\n\n`),
  'lists of sources': times('<!-- idm-findings-sources -->\na\n<!-- /idm-findings-sources -->\n\n'),
  'lists of sources begun': times('<!-- idm-findings-sources -->\n'),

  // Quotations and claims.
  'straight marks': between('', 'a "b ', key),
  'pairs of curly marks': between('', '“a b c d e f g” ', key),
  'quotation in quotation': nested('“a ', 'b', '”'),
  'opening curly marks': between('', '“a ', key),
  'French marks': between('', '« a b c d » ', key),
  apostrophes: between('', "'a ", key),
  'one long quotation': between('“', words, `” ${key}.`),
  'one long block quotation': between('> ', words, `\n>\n> ${key}\n`),
  'the source over and over in a block quotation': between('> ', `${finding.text} `, `\n>\n> ${key}\n`),
  'the source over and over in a quotation': between('“', `${finding.text} `, `” ${key}.`),
  'one long sentence': between('States agreed that ', words, `${key}.`),
  'sentences in one paragraph': times('States agreed that migrants need it. '),
  'sentences with a quotation each': times(`He said “it was never so noted at all” ${key}. `),
  'sentences about nothing': times('word word. '),
  'quotations and notes': between('', `“so it was said there”.${mark} `, `\n\n${note}\n`),
  ellipses: between('“', 'a […] ', `” ${key}.`),
  'bracketed letters': between('“', 'a[b]', `” ${key}.`),
  dashes: between('> a\n> ', '— A ', key),
  'lists of speakers': between('', 'States, ', `agreed on it ${key}.`),
  'speakers and speakers': between('', 'States and participants and ', `agreed on it ${key}.`),
  whereas: between('States agreed that x, ', 'whereas ', `Q States agreed that climate action matters ${key}.`),
  'speakers who agreed': between('', 'States agreed ', `a high-level panel ${key}.`),
  'calls by': between('', 'the call by ', `States for it ${key}.`),
  'names with capitals': between('In ', 'The Global United New ', `States agreed ${key}.`),
  verbs: between('States ', 'agreed, ', `${key}.`),
  'that that': between('States agreed ', 'that ', `${key}.`),
  'words to move': between('They ', 'also ', `agreed on it ${key}.`),

  // What stands open to the end, and what closes it there.
  'notes, many paragraphs': between('', 'Access[^idm2022-1-d2c4].\n\n', `${definition}\n`),
  'notes of the drafter’s own': size =>
    `${times('word[^n]. ')(size)}\n\n[^n]: See IOM, 2022, day 2, fourth conclusion.\n`,
  'a long note, marked often': size =>
    `${times('a[^idm2022-1-d2c4] ')(size / 2)}\n\n${definition}${times(' word')(size / 2)}\n`,
  'nested citations, closed': size =>
    `${times('(IOM, 2022, day 2, fourth conclusion; x ')(size)}${times(')')(size / 40)}`,
  'citations after a name, closed at the end': size =>
    `${times('IOM (2022, day 2, fourth conclusion ')(size)}${times(')')(size / 36)}`,
  'nested brackets, closed': size => `${times('[@idm2022-1, day 2, conclusion 4; ')(size)}${times(']')(size / 34)}`,
  'notes of the drafter’s own, many paragraphs': size =>
    `${times('word[^n].\n\n')(size)}[^n]: See IOM, 2022, day 2, fourth conclusion.\n`,
  'notes of many labels of the drafter’s own': size =>
    Array.from(
      { length: Math.ceil(size / 70) },
      (_, at) => `word[^n${at}].\n\n[^n${at}]: See IOM, 2022, day 2, fourth conclusion.\n\n`,
    ).join(''),
  'brackets in pairs': times('[x]'),
  'nested parentheses, closed': size => '('.repeat(size / 2) + ')'.repeat(size / 2),
  'parentheses with figures': times('(1'),
  'closing brackets': times(']'),
  links: times('[x](y) '),
  keys: times('@idm2022-1 '),
  'keys with open brackets': times('@idm2022-1 ['),
  addresses: times('a@b.org '),
  'names of the organization': times('IOM '),
  'names with blanks': size => `IOM${' '.repeat(size)}`,
  titles: times('IOM, International Dialogue on Migration 2022, '),
  'list marks in a row': times('<!-- idm-findings-sources -->'),
  'stops and blanks': times('. '),
  'escaped dollars': times('\\$'),
  'nested quotations': size =>
    Array.from({ length: Math.ceil(Math.sqrt(size)) }, (_, at) => '> '.repeat(at % 60)).join('a\n'),
  'a block quotation': times('> word word word\n'),
  lines: times('a\n'),
  ...shortLines,
  blanks: times(' '),
  tags: times('<a '),
  'open comments': times('<!--'),
  entities: times('&amp;'),
  prose: times('Participants noted that climate action matters to migrants. '),
  speakers: times('States, speakers, participants and governments agreed that '),
  numbers: times('1'),

  // Long drafts as people write them, and what they paste.
  'a paragraph of lines': times('States agreed that migrants need it, and so it was\n'),
  'a paragraph of lines, each with a claim': times(
    `All States agreed that climate action matters to migrants ${key}.\n`,
  ),
  'a paragraph of quoted words': times(`It was “a matter of great taste for everybody in the room” ${key}. `),
  'short paragraphs': times('a\n\n'),
  'paragraphs with a problem each': times(
    `All States agreed that climate action is “a matter of great taste for everybody” ${key}.\n\n`,
  ),
  'a problem and a comment that ignores it': times(
    `<!-- idm-findings-disable-next-line -->\nAll States agreed that climate action matters ${key}.\n\n`,
  ),
  'block quotations': times(`> “${finding.text.slice(0, 80)}” ${key}\n\n`),
  'a block quotation of paragraphs': times('> words of somebody else\n>\n'),
  'a block quotation of paragraphs, cited': between('', '> words of somebody else\n>\n', `> ${key}\n`),
  'lazy lines of quotations': times('> a\nb\n\n'),
  'a lazy line of a quotation after another': between('> a\n', 'b c\n', `${key}\n`),
  'tables of two rows': times(`| a | b |\n|---|---|\n| “so it is” said | ${key} |\n\n`),
  'rows of wide tables': between(
    `|${' a |'.repeat(40)}\n|${'---|'.repeat(40)}\n`,
    `|${' “so” States agreed |'.repeat(40)}\n`,
    '',
  ),
  'a row of a table without an end': size => `| a | b |\n|---|---|\n|${' States agreed |'.repeat(size / 16)}\n`,
  'lists forty deep': size => times(Array.from({ length: 40 }, (_, at) => `${'  '.repeat(at)}- a\n`).join(''))(size),
  'quotations in items': times('- > - > so it was said there\n'),
  'items left open': times('- “a\n'),
  'items of a speaker': between('Member States:\n\n', `- agreed that climate action matters ${key};\n`, ''),
  'items below what speakers called for': between(
    'What Member States called for:\n\n',
    `- climate action matters ${key};\n`,
    '',
  ),
  'items that end in a speaker': times(`- Member States called for:\n  - climate action ${key}\n`),
  'lines above block quotations': times(`Member States put it so:\n\n> Climate action matters ${key}\n\n`),
  'block quotations above citations': times(`> Climate action matters\n\n${key}\n\n`),
  'short sentences before others': between('', 'Member States were clear. Climate action matters. ', `${key}.`),
  'names before colons': between('', 'Governments: “climate action matters”. ', `${key}.`),
  'names behind dashes': times(`“Climate action matters” – Member States ${key}. `),
  'rows below what speakers called for': between(
    '| Member States called for | Where |\n|---|---|\n',
    `| climate action | ${key} |\n`,
    '',
  ),
  'a row of cells with citations': size => `| a | b |\n|---|---|\n|${` called for it ${key} |`.repeat(size / 50)}\n`,
  'items apart': times('- States agreed on it\n\n'),
  'items with paragraphs': between('- a\n\n', '  States agreed on it.\n\n', ''),
  tasks: times('- [ ] States agreed on it\n'),
  'numbered paragraphs': size =>
    Array.from({ length: Math.ceil(size / 40) }, (_, at) => `${at + 1}. States agreed on it.\n\n`).join(''),
  'headings with citations': times(`# States agreed on it ${key}\n\n`),
  'rules across': times('---\n\n'),
  'code of one line': times('    a\n\n'),
  'code with a tab': times('\ta\n'),
  tabs: times('\t'),
  'fences that close': times('```\na\n```\n\n'),
  'a fence that closes at the end': between('```\n', 'a\n\n', '```\n'),
  'code in a line': between('a ', '`b` ', `${key}.`),
  'display mathematics': times('$$\na\n$$\n\n'),
  'display mathematics of one line': times('$$a$$\n'),
  'display mathematics never closed': times('$$\na\n\n'),
  'a line of mathematics after another': between('$$\n', 'a + b\n', '$$\n'),
  'mathematics in a line': between('a ', '$b$ ', `${key}.`),
  'links with words': times('States [agreed on it](https://example.org/a "b") there. '),
  'links by reference': between('', '[a][b] ', '\n\n[b]: /c\n'),
  'links by their own label': between('', '[a] ', '\n\n[a]: /c\n'),
  'link definitions of many labels': size =>
    Array.from({ length: Math.ceil(size / 24) }, (_, at) => `[label ${at}]: /b\n`).join(''),
  'link definitions of many labels, used': size =>
    Array.from({ length: Math.ceil(size / 48) }, (_, at) => `See [label ${at}].\n\n[label ${at}]: /b\n\n`).join(''),
  'addresses in angle brackets': times('<https://example.org> '),
  'bare addresses': times('https://example.org/a_b_c '),
  wikilinks: times('[[a|b]] '),
  'attributes of words': times('[States]{.b} '),
  'short codes': times('{{< fig caption="States agreed" >}}\n\n'),
  'front matter of many fields': size =>
    `---\n${Array.from({ length: Math.ceil(size / 16) }, (_, at) => `field${at}: words\n`).join('')}---\n\nStates agreed ${key}.\n`,
  'front matter of a list': between('---\nkeywords:\n', '  - words\n', `---\n\nStates agreed ${key}.\n`),
  'front matter of one text': between(
    '---\nabstract: |\n',
    '  States agreed on it\n',
    `---\n\nStates agreed ${key}.\n`,
  ),
  'front matter of brackets': between('---\nkeywords: ', '[', '\n---\n'),
  'front matter of stars': between('---\n', '*', '\n---\n'),
  'TOML never closed': between('+++\n', 'a = "b"\n', ''),
  'one long comment': between('a <!-- ', 'b ', ' -->'),
  'a comment of many paragraphs': between('<!--\n', 'a\n\n', '-->\n'),
  'comments in a line': between('a ', '<!-- b --> ', `${key}.`),
  'HTML of one block': between('<div>\n', `<p>States agreed on it ${key}.</p>\n`, '</div>\n'),
  'HTML of many blocks': times(`<p>All States agreed that climate action matters ${key}.</p>\n\n`),
  'HTML in a line': between('a ', '<b>States</b> agreed ', `${key}.`),
  'HTML of one line': between('<p>', '<b>a</b> ', '</p>\n'),
  'lines that end as Windows has them': times(`States agreed on it ${key}.\r\n`),
  'paragraphs that end as Windows has them': times(`Speakers called for it.${mark}\r\n\r\n`),
  emoji: between('a ', '👩‍👩‍👧‍👦 ', `${key}.`),
  'emoji without blanks': between('a ', '😀', ` ${key}.`),
  'halves of characters': between('a ', '\ud83d', ` ${key}.`),
  'other halves of characters': between('a ', '\ude00 ', ` ${key}.`),
  'Chinese without blanks': between('', '移民问题对话', ` ${key}.`),
  'Chinese in quotation marks': between('', '“移民问题对话”', ` ${key}.`),
  Arabic: between('', 'الهجرة الدولية ', ` ${key}.`),
  'long words': between('', `${'abcdefghij'.repeat(40)} `, ` ${key}.`),
  'words with hyphens': between('', 'well-', `known ${key}.`),
  zeros: between('a ', '\0', ` ${key}.`),
  'separators of lines': between('a ', 'b\u2028', ` ${key}.`),
  'marks of byte order': times('\ufeff'),
  'labels of notes in a line': times('[^a]: '),
  'notes of many labels': size =>
    Array.from({ length: Math.ceil(size / 34) }, (_, at) => `word[^n${at}].\n\n[^n${at}]: Smith.\n\n`).join(''),
  'notes that say ibid': size =>
    Array.from({ length: Math.ceil(size / 34) }, (_, at) => `word[^n${at}].\n\n[^n${at}]: Ibid.\n\n`).join(''),
  'notes of ours and notes that say ibid': size =>
    Array.from({ length: Math.ceil(size / 60) }, (_, at) => `word${mark} word[^n${at}].\n\n[^n${at}]: Ibid.\n\n`).join(
      '',
    ) + note,
  'superscript marks and notes': size => {
    const notes = Math.ceil(size / 110);
    const raised = (at: number): string => String(at).replace(/\d/gu, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
    const lines = Array.from({ length: notes }, (_, at) => `${raised(at)} IOM, IDM 2022, day 1, first conclusion.\n`);
    return `${Array.from({ length: notes }, (_, at) => `States spoke on it.${raised(at)} `).join('')}\n\n${lines.join('')}`;
  },
  'French quotations': times(`Les États ont « convenu de cela » ${key}. `),
  'claims of many words': times(
    `The call by many States for a high-level panel on deaths in transit was echoed ${key}.\n\n`,
  ),
  'quotations of the source': times(`“${finding.text}”${mark}\n\n`),
  'quotations of another finding': times(`“${library.findings[9]!.text}” ${key}\n\n`),
  'quotations in one sentence': between('It was ', '“a matter of great taste for everybody”, ', `${key}.`),
  'quotations with a word changed': times(`“${finding.text.replace(/ the /u, ' a ')}”${mark}\n\n`),
  alerts: times('> [!NOTE]\n> States agreed on it\n\n'),
  'conflict marks': times('<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n'),
};
