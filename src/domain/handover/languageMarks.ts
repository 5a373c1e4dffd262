// Which language a Word document's words are in: pandoc sets the document's own only, as the draft writes it ("fr"),
// and none of a part.
import type { Library } from '../corpus/library';
import type { Language } from '../corpus/types';
import { wordsIn } from '../text/words';
import type { DocxParts } from './docx';
import { contents, isNode, strings, type Json, type Node, type PandocDocument } from './pandocJson';
import { certain } from '../certain';
import { greatest } from '../longLists';

/** The languages as Word names them where the draft says no region. */
const tags: Readonly<Record<string, string>> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES' } satisfies Record<
  Language,
  string
>;

/** A character style that stands for a language until pandoc has written the document. */
const mark = 'language-';

/** Words of the sources, and their language. */
export interface Verbatim {
  readonly tag: string;
  /** Whether all these words are the source's, in its order; what "…" leaves out may be anything. */
  readonly said: (words: string) => boolean;
  /** No longer words are. */
  readonly longest: number;
}

/** Recognizes the words of a library's documents, which are in English. A word alone is anybody's. */
export function verbatimIn(library: Library): Verbatim {
  const texts = library.corpora.flatMap(({ findings, passages }) =>
    [...findings, ...passages].map(({ text }) => ` ${folded(text)} `),
  );
  return {
    tag: tags['en'] ?? 'en',
    // Twice the longest: blanks, marks and what is put in brackets come on top.
    longest: 2 * Math.max(0, greatest(texts.map(({ length }) => length))),
    said(words) {
      const parts = words
        .split(/…|\.\.\./u)
        .map(folded)
        .filter(part => part !== '');
      return (
        parts.some(part => part.includes(' ')) && texts.some(text => parts.every(part => text.includes(` ${part} `)))
      );
    },
  };
}

const folded = (words: string): string => wordsIn(words.normalize('NFC').toLowerCase()).join(' ');

/**
 * A document in which each part that is not in its language is marked, for `withRunLanguages` to find: what the draft
 * marks itself (`lang`), and quotations of the sources, in quotation marks or as blocks.
 * @param language the draft's, where its front matter has no `lang`
 */
export function withLanguageMarks(
  document: PandocDocument,
  language: Language,
  verbatim: Verbatim | undefined,
): PandocDocument {
  const [named = ''] = strings(document.meta['lang'] ?? null);
  const own = (named === '' ? language : named).toLowerCase().split(/[-_]/u)[0];
  const quoted = verbatim !== undefined && !verbatim.tag.startsWith(`${own}-`) ? verbatim : undefined;
  const blocks = document.blocks.map(block => marked(block, undefined, quoted));
  const meta =
    named === '' ? { ...document.meta, lang: { t: 'MetaString', c: tags[language] ?? language } } : document.meta;
  return { ...document, meta, blocks };
}

/** @param spoken the language of what it stands in, where that is another than the document's */
function marked(value: Json, spoken: string | undefined, verbatim: Verbatim | undefined): Json {
  if (isNode(value)) return value.c === undefined ? value : markedNode(value, value.c, spoken, verbatim);
  if (!Array.isArray(value)) return value;
  const items = value as readonly Json[];
  return (verbatim === undefined ? items : inQuotes(items, verbatim)).map(item =>
    isMark(item) ? item : marked(item, spoken, verbatim),
  );
}

/** @param held what the node holds */
function markedNode(node: Json & Node, held: Json, spoken: string | undefined, verbatim: Verbatim | undefined): Json {
  const { t } = node;
  const within = (inner: Json, now = spoken): Json => marked(inner, now, verbatim);
  switch (t) {
    case 'Note':
      return { t, c: marked(held, undefined, verbatim) };
    case 'Div': {
      const [attributes, inner] = pairIn(node);
      return { t, c: [attributes, within(inner, languageOf(attributes) ?? spoken)] };
    }
    case 'Span': {
      const [attributes, inner] = pairIn(node);
      return { t, c: [withLanguage(attributes), within(inner)] };
    }
    case 'BlockQuote':
      return { t, c: contentsOf(held).map(block => within(block, says(verbatim, block) ? verbatim.tag : spoken)) };
    case 'Quoted': {
      const [kind, inner] = pairIn(node);
      return { t, c: [kind, says(verbatim, inner) ? [span(verbatim.tag, contentsOf(within(inner)))] : within(inner)] };
    }
    case 'Para':
    case 'Plain':
    case 'Header':
      return { t, c: spoken === undefined ? within(held) : spokenWords(t, within(held), spoken) };
    default:
      return { t, c: within(held) };
  }
}

/** What a node that has attributes or a kind holds: these, and its words. */
function pairIn(node: Json): readonly [Json, Json] {
  const [first = null, second = null] = contents(node);
  return [first, second];
}

/** What a block of words holds, all its words marked. */
function spokenWords(type: 'Para' | 'Plain' | 'Header', held: Json, tag: string): Json {
  const parts = contentsOf(held);
  // A heading holds its level and attributes before its words.
  return type === 'Header' ? [...parts.slice(0, 2), [span(tag, contentsOf(parts[2] ?? null))]] : [span(tag, parts)];
}

/**
 * Inlines with a span round what stands in « » or “ ” that pandoc did not read as a quotation, where the sources say
 * it. Of quotation marks within others the innermost count.
 */
function inQuotes(inlines: readonly Json[], verbatim: Verbatim): readonly Json[] {
  const result: Json[] = [];
  /** Where in the result the last mark stands that opens. */
  let open: number | undefined;
  for (const inline of inlines) {
    let rest = textOf(inline);
    if (rest === undefined || !/[«“»”]/u.test(rest)) {
      result.push(inline);
      continue;
    }
    for (let at = rest.search(/[«“»”]/u); at >= 0; at = rest.search(/[«“»”]/u)) {
      if (/[«“]/u.test(rest[at] ?? '')) {
        if (at > 0) result.push({ t: 'Str', c: rest.slice(0, at) });
        // The mark and what follows on it, up to the next one.
        const next = rest.slice(at + 1).search(/[«“»”]/u);
        const end = next < 0 ? rest.length : at + 1 + next;
        open = result.length;
        result.push({ t: 'Str', c: rest.slice(at, end) });
        rest = rest.slice(end);
        continue;
      }
      result.push({ t: 'Str', c: rest.slice(0, at + 1) });
      rest = rest.slice(at + 1);
      const inside = open === undefined ? [] : result.slice(open);
      if (open !== undefined && says(verbatim, inside)) result.splice(open, inside.length, span(verbatim.tag, inside));
      open = undefined;
    }
    if (rest !== '') result.push({ t: 'Str', c: rest });
  }
  return result;
}

function textOf(inline: Json | undefined): string | undefined {
  return inline !== undefined && isNode(inline) && inline.t === 'Str' ? String(inline.c) : undefined;
}

/** Whether the sources say what stands in blocks or inlines. */
function says(verbatim: Verbatim | undefined, value: Json): verbatim is Verbatim {
  const words = verbatim && saidIn(value, verbatim.longest);
  return words !== undefined && words.length <= certain(verbatim).longest && certain(verbatim).said(words);
}

/**
 * The words of blocks or inlines, without notes and citations.
 * @param most no more is read than shows that there are more: what stands in quotations within quotations is asked for
 *   at each of them
 */
function saidIn(value: Json, most: number): string {
  if (Array.isArray(value)) return joined(value as readonly Json[], most);
  if (!isNode(value) || value.t === 'Note' || value.t === 'Cite') return '';
  if (['Space', 'SoftBreak', 'LineBreak'].includes(value.t)) return ' ';
  const { c = null } = value;
  if (typeof c === 'string') return c;
  const words = joined(Array.isArray(c) ? (c as readonly Json[]) : [], most);
  return value.t === 'Para' || value.t === 'Plain' ? `${words} ` : words;
}

function joined(items: readonly Json[], most: number): string {
  let words = '';
  for (const item of items) {
    if (!Array.isArray(item) && !isNode(item)) continue;
    words += saidIn(item, most - words.length);
    if (words.length > most) break;
  }
  return words;
}

const contentsOf = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

function span(tag: string, inlines: readonly Json[]): Json {
  return { t: 'Span', c: [['', [], [['custom-style', mark + tag]]], inlines] };
}

/** Whether an inline is marked already. */
function isMark(inline: Json): boolean {
  const [attributes = null] = isNode(inline) && inline.t === 'Span' ? contents(inline) : [];
  return contentsOf(contentsOf(attributes)[2] ?? null).some(pair => String(contentsOf(pair)[1] ?? '').startsWith(mark));
}

/** A span's attributes, marked with the language that they name. */
function withLanguage(attributes: Json): Json {
  const tag = languageOf(attributes);
  const [id = '', classes = [], pairs = []] = contentsOf(attributes);
  return tag === undefined || contentsOf(pairs).some(pair => contentsOf(pair)[0] === 'custom-style')
    ? attributes
    : [id, classes, [...contentsOf(pairs), ['custom-style', mark + tag]]];
}

/** The language that attributes name, where it is one that Word may be told. */
function languageOf(attributes: Json): string | undefined {
  const pair = contentsOf(contentsOf(attributes)[2] ?? null).find(each => contentsOf(each)[0] === 'lang');
  const named = String(contentsOf(pair ?? null)[1] ?? '');
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/iu.test(named) ? (tags[named] ?? named) : undefined;
}

/** The parts of a Word document with the marks made languages of their words, and its own language as Word names it. */
export function withRunLanguages(parts: DocxParts): DocxParts {
  return new Map(
    [...parts].map(([name, part]): [string, string | Uint8Array] => {
      if (typeof part !== 'string') return [name, part];
      if (name === 'word/styles.xml') return [name, withOwnLanguage(withoutMarks(part))];
      return [name, /^word\/(?:document|footnotes|endnotes)\.xml$/u.test(name) ? inRuns(part) : part];
    }),
  );
}

function inRuns(xml: string): string {
  const opens = '<w:rPr>';
  const closes = '</w:rPr>';
  return xml
    .split(opens)
    .map(piece => {
      const [style, tag = ''] = /^\s{0,20}<w:rStyle w:val="language-([a-z\d-]{2,40})" ?\/>/iu.exec(piece) ?? [];
      const end = piece.indexOf(closes);
      return style === undefined || end < 0
        ? piece
        : `${piece.slice(style.length, end)}<w:lang w:val="${tag}" />${piece.slice(end)}`;
    })
    .join(opens);
}

/** Without the styles that stood for languages. */
function withoutMarks(xml: string): string {
  const closes = '</w:style>';
  return xml
    .split('<w:style ')
    .map(piece => {
      const end = piece.indexOf(closes);
      return end >= 0 && piece.slice(0, piece.indexOf('>')).includes(`w:styleId="${mark}`)
        ? piece.slice(end + closes.length)
        : `<w:style ${piece}`;
    })
    .join('')
    .slice('<w:style '.length);
}

/** The language of the document with a region, as Word's lists of languages have it. */
function withOwnLanguage(xml: string): string {
  return xml.replace(
    /(<w:lang (?:[^>]{0,100} )?w:val=")(en|fr|es)"/gu,
    (_whole, before: string, tag: string) => `${before}${tags[tag] ?? tag}"`,
  );
}
