// What an insertion must be, by what it renders to: the draft as it was, with our words, mark and note in it.
import { inTextCitation, pandocCitation, sourcesInOrder, definitionText } from '../../src/domain/citation/cite';
import { labelOf } from '../../src/domain/citation/labels';
import { toText } from '../../src/domain/citation/inline';
import { quotationMarks } from '../../src/domain/citation/options';
import { library } from '../../src/domain/corpus/bundled';
import { Draft } from '../../src/domain/draft/draft';
import { applied, type Edit } from '../../src/domain/text/edits';
import { inSentence } from '../../src/domain/corpus/inSentence';
import { quotedText, type Request } from '../../src/domain/insert/plan';
import { mark, rendered, tidy } from './rendered';

/** The text without white space. */
export const packed = (text: string): string => text.replace(/\s+/gu, '');

/** All that the citation of a request may look like in the page, and its words. */
export function signs(request: Request): { readonly marks: readonly string[]; readonly words: readonly string[] } {
  const { style, language } = request;
  const ids = request.ids.map(id => library.resolve(id)!.entry.id);
  const sources = sourcesInOrder(library, ids);
  const marks = [
    mark(labelOf(ids[0]!)),
    mark(labelOf(ids[0]!, 2)),
    packed(pandocCitation(sources, language)),
    packed(toText(inTextCitation(library, sources, style, language))),
    packed(definitionText(library, ids[0]!, { style, language }).replace(/\.$/u, '')),
  ];
  const [id] = request.ids;
  const text = quotedText(library, id!);
  // Within a sentence they begin small.
  const quoted = [text, inSentence(library, id!, text)].map(packed);
  return { marks, words: [...quoted, ...quoted.map(each => each.replace(/\.$/u, ''))] };
}

/** A finding that a draft cites in no form. */
export function freshId(text: string): string {
  const words = packed(text);
  const fresh = library.findings
    .toReversed()
    .find(
      ({ id }) =>
        !text.includes(id) &&
        !signs({ ids: [id], kind: 'citation', form: 'inText', style: 'un', language: 'en' }).marks.some(each =>
          words.includes(each),
        ),
    );
  return fresh?.id ?? library.findings[0]!.id;
}

/** What drafts render to before anything is put in, the same ones many times over. */
const untouched = new Map<string, Rendered>();

function renderedBefore(text: string, loose: boolean): Rendered {
  const key = `${loose} ${text}`;
  const known = untouched.get(key);
  if (known !== undefined) return known;
  // Who tries drafts of every shape tries none of them twice.
  if (untouched.size > 500) untouched.clear();
  const made = rendered(text, loose);
  untouched.set(key, made);
  return made;
}

/** Takes the one occurrence of the first of some strings out of a text; undefined where none or several occur. */
function without(text: string, strings: readonly string[]): string | undefined {
  for (const string of strings) {
    const at = text.indexOf(string);
    if (at >= 0)
      return text.includes(string, at + string.length)
        ? undefined
        : tidy(text.slice(0, at) + text.slice(at + string.length));
  }
  return undefined;
}

/**
 * Why what an insertion made of a draft is wrong, or undefined where all is right: the rest renders as it did, our
 * citation is seen once, its note is there once and says what it must, and the words are the source's.
 *
 * @param base the draft as it was before what asks for the insertion was typed
 * @param word stands in it for what was typed, where that changed the draft
 */
export function wrong(
  text: string,
  edits: readonly Edit[],
  request: Request,
  base = text,
  word?: string,
): string | undefined {
  const after = applied(text, edits);
  const misplaced = wrongEdits(text, edits, after);
  if (misplaced !== undefined) return misplaced;

  const block = request.kind === 'blockQuotation';
  const was = withoutWord(base === text ? renderedBefore(text, block) : rendered(base, block), word);
  const is = rendered(after, block);
  const { marks, words } = signs(request);
  const ours = is.notes.find(([label]) => marks.includes(mark(label)) && !was.notes.some(([other]) => other === label));
  const all = ({ body, notes }: Rendered): string =>
    `${body}\u2042${notes.map(([label, says]) => `${label}:${says}`).join('\u2042')}`;
  const before = all(was);
  const whole = all({ body: is.body, notes: is.notes.filter(note => note !== ours) });

  const cited = without(whole, marks);
  if (cited === undefined && whole === before && isUnread(after, edits)) return undefined;
  if (cited === undefined) return `the citation is not seen once:\n${whole}`;
  const isMark = whole.includes(mark(labelOf(library.resolve(request.ids[0]!)!.entry.id)));
  const note = isMark && request.form === 'footnote' ? wrongNote(after, request, marks, was, ours) : undefined;
  if (note !== undefined) return note;
  if (request.kind === 'citation') return cited === before ? undefined : difference(before, cited);
  return wrongWords(before, cited, request, words);
}

/** Why edits are wrong by themselves. */
function wrongEdits(text: string, edits: readonly Edit[], after: string): string | undefined {
  let from = 0;
  for (const edit of edits) {
    if (edit.start < from || edit.end < edit.start || edit.end > text.length) return 'edits overlap or lie outside';
    from = edit.end;
  }
  if (undone(after, text, edits) !== text) return 'cannot be undone';
  const endsLine = (whole: string): boolean => /\r\n$|\n$/u.test(whole);
  return text !== '' && endsLine(text) !== endsLine(after) ? 'the final line break changed' : undefined;
}

/** Why the note of an insertion is wrong: it is reached, defined once, and says what it must. */
function wrongNote(
  after: string,
  request: Request,
  marks: readonly string[],
  was: Rendered,
  ours: Rendered['notes'][number] | undefined,
): string | undefined {
  if (ours === undefined && !was.notes.some(([label]) => marks.includes(mark(label)))) return 'the note is not reached';
  const definitions = Draft.of(after, library).footnoteDefinitions.filter(({ label }) => marks.includes(mark(label)));
  if (definitions.length !== 1) return `${definitions.length} definitions`;
  return ours && packed(ours[1]) !== `<p>${packed(definitionText(library, request.ids[0]!, request))}</p>`
    ? `the note says ${ours[1]}`
    : undefined;
}

/** Why the words of a quotation, or what stands around them, are wrong. `cited`: all that is rendered, without the citation. */
function wrongWords(before: string, cited: string, request: Request, words: readonly string[]): string | undefined {
  const block = request.kind === 'blockQuotation';
  const { open, close } = quotationMarks(request.language, request);
  const enclosed = words.map(each => packed(open) + each + packed(close));
  // Within a sentence, and in French and Spanish, the source's stop stands outside.
  const stopped = enclosed.filter(each => !each.endsWith(`.${packed(close)}`)).map(each => `${each}.`);
  const quoted = [...enclosed, ...(block ? words.map(each => `<blockquote><p>${each}</p></blockquote>`) : [])];
  const bare = without(cited, quoted);
  if (bare === undefined) return `the words are not seen once:\n${cited}`;
  if (bare === before || without(cited, stopped) === before) return undefined;
  const at = quoted.map(each => cited.indexOf(each)).find(index => index >= 0) ?? 0;
  // Where a paragraph was divided.
  const joined = bare.slice(0, at).replace(/<\/p>$/u, '') + bare.slice(at).replace(/^<p>/u, '');
  return block && joined === before ? undefined : difference(before, bare);
}

function withoutWord(whole: Rendered, word: string | undefined): Rendered {
  if (word === undefined) return whole;
  const out = (html: string): string => tidy(html.replaceAll(word, ''));
  return { body: out(whole.body), notes: whole.notes.map(([label, says]) => [label, out(says)]) };
}

/** Whether an edit is in a note that no mark leads to: nobody sees it. */
function isUnread(after: string, [edit]: readonly Edit[]): boolean {
  return Draft.of(after, library).blockAt(edit?.start ?? 0)?.inNote === true;
}

type Rendered = ReturnType<typeof rendered>;

/** What undoing edits makes of the text after them. */
function undone(after: string, before: string, edits: readonly Edit[]): string {
  let shift = 0;
  const inverse = edits.map(({ start, end, text }) => {
    const edit = { start: start + shift, end: start + shift + text.length, text: before.slice(start, end) };
    shift += text.length - (end - start);
    return edit;
  });
  return applied(after, inverse);
}

/** The first place where two strings differ, with what stands around. */
function difference(was: string, is: string): string {
  let at = 0;
  while (at < was.length && was[at] === is[at]) at += 1;
  return `the rest changed:\n  was …${was.slice(Math.max(0, at - 60), at + 80)}…\n  is  …${is.slice(Math.max(0, at - 60), at + 80)}…`;
}
