// What an insertion writes at one place.
import { cite, definitionText } from '../citation/cite';
import { markAfterPunctuation, quotationMarks, stopInside } from '../citation/options';
import { inSentence, isWithinSentence } from '../corpus/inSentence';
import type { Library } from '../corpus/library';
import type { Block, Draft } from '../draft/draft';
import type { Edit } from '../text/edits';
import { blockPlace } from './block';
import { wouldTakeIn } from './emptyItem';
import { isDrawn, isRow } from './lines';
import type { NoteLabels } from './noteLabels';
import { onLazyLine, ownLines, type OwnLines } from './ownLines';
import { markPlace, textPlace, type Place } from './places';
import { blockAtLine, refusalOf, type Refusal } from './refusal';
import type { Request, Target } from './request';
import { insideOf, stretchOf, type Stretch } from './stretch';
import { certain } from '../certain';

/**
 * What is written at one place: the edit that holds it, then what it leaves; and where in it the cursor is afterwards.
 */
export interface Written {
  readonly edits: readonly Edit[];
  readonly caret: number;
}

/** What goes on with a sentence, or ends it: then a quotation before it needs no stop of its own. */
const following = /^[ \t”’»"'*_]{0,20}[.,;:!?)]|^\s*\p{Ll}/u;

type Wanted = Request & { readonly eol: '\n' | '\r\n' };

/** Where something is written for a target, whatever it is. */
export type Site =
  /** In a bracket that holds citations already. */
  | { readonly at: 'bracket'; readonly target: Target }
  /** On lines of its own. */
  | { readonly at: 'ownLines'; readonly own: OwnLines }
  /** In a block with words in it: on lines of its own, if those are quoted. */
  | { readonly at: 'block' | 'words'; readonly stretch: Stretch; readonly inNote: boolean };

/** The place of a target by its surroundings, the same for all that may be written there; why nothing may. */
export function siteOf(draft: Draft, target: Target, request: Omit<Wanted, 'ids'>): Site | Refusal {
  if (target.bundled) return { at: 'bracket', target };
  const block = blockAtLine(draft, target.start);
  if (block === 'open') return 'code';
  return block === undefined ? atEmptyLine(draft, target.start, request) : inBlock(draft, block, target, request);
}

function atEmptyLine(draft: Draft, offset: number, request: Omit<Wanted, 'ids'>): Site | Refusal {
  const own = ownLines(draft, offset, request.eol);
  if (own === 'table') return own;
  if (!('behind' in own)) return { at: 'ownLines', own };
  const { behind } = own;
  const refusal = refusalOf(behind);
  if (refusal !== undefined) return refusal;
  const at = behind.start + behind.text.trimEnd().length;
  return inBlock(draft, behind, { start: at, end: at }, request);
}

/** In a block with words in it. */
function inBlock(draft: Draft, block: Block, target: Target, request: Omit<Wanted, 'ids'>): Site | Refusal {
  const { kind } = request;
  const refusal = refusalOf(block);
  if (refusal !== undefined && !(kind === 'blockQuotation' && block.kind === 'thematicBreak')) return refusal;
  if (isDrawn(draft, block)) return 'table';
  if (wouldTakeIn(draft, block)) return 'noWords';
  const { start, end } = widened(draft, target, request);
  const stretch = stretchOf(draft, block, start, Math.min(end, block.end));
  const own = kind === 'blockQuotation' && start < end ? onLazyLine(draft, stretch, request.eol) : undefined;
  if (own !== undefined) return { at: 'ownLines', own };
  const inNote = block.inNote || insideOf(stretch.notes, stretch.start) !== undefined;
  if (kind === 'blockQuotation' && block.kind !== 'table' && !isRow(block, stretch.start))
    return { at: 'block', stretch, inNote };
  return isPicture(stretch) ? 'noWords' : { at: 'words', stretch, inNote };
}

/** Parentheses, brackets and quotation marks right around a cursor become those of what is written. */
function widened(draft: Draft, { start, end }: Target, { kind, form }: Omit<Wanted, 'ids'>): Target {
  if (kind === 'quotation') return withQuotationMarks(draft, start, end) ?? { start, end };
  if (kind !== 'citation') return { start, end };
  const around = draft.slice(Math.max(0, start - 1), start) + draft.slice(end, end + 1);
  const isOwn = (form === 'inText' && around === '()') || (form === 'pandoc' && around === '[]');
  // Those of a link stay its own.
  const isLink =
    /[\]!]$/u.test(draft.slice(Math.max(0, start - 2), Math.max(0, start - 1))) ||
    /^[([{]/u.test(draft.slice(end + 1, end + 2));
  return isOwn && !isLink ? { start: start - 1, end: end + 1 } : { start, end };
}

function withQuotationMarks(draft: Draft, start: number, end: number): Target | undefined {
  if (draft.slice(Math.max(0, start - 1), start) === '“') {
    if (end > start && draft.slice(end - 1, end) === '”') return { start: start - 1, end };
    if (draft.slice(end, end + 1) === '”') return { start: start - 1, end: end + 1 };
  }
  // In French an editor or a drafter may have put blanks inside.
  const opened = /«[ \u00a0\u202f]?$/u.exec(draft.slice(Math.max(0, start - 2), start))?.[0].length;
  const closed = /^[ \u00a0\u202f]?»/u.exec(draft.slice(end, end + 2))?.[0].length;
  return opened === undefined || closed === undefined ? undefined : { start: start - opened, end: end + closed };
}

/** What an insertion writes at a site; why nothing, where it may not. */
export function written(
  draft: Draft,
  library: Library,
  site: Site,
  request: Wanted,
  notes: NoteLabels,
): Written | Refusal {
  if (site.at === 'bracket') {
    const { start, end } = site.target;
    const text = cite(library, request.ids, { ...request, form: 'pandoc' }).text.slice(1, -1);
    return { edits: [{ start, end, text }], caret: text.length };
  }
  const writer = new Writer(draft, library, request, notes);
  if (site.at === 'ownLines') return writer.own(site.own);
  const { stretch, inNote } = site;
  return (site.at === 'block' ? writer.block(stretch, inNote) : writer.inline(stretch, inNote)) ?? 'noWords';
}

/** The words a quotation of an id quotes: the source's, verbatim. */
export function quotedText(library: Library, id: string): string {
  const resolved = certain(library.resolve(id));
  return (resolved.sentence ?? resolved.entry).text;
}

/** What stands around a quotation in its sentence. */
interface Beside {
  /** Whether the sentence goes on behind: then it has its stop there. */
  readonly goesOn: boolean;
  /** Whether the sentence began before it. */
  readonly within: boolean;
  /** What stands right behind, and goes before the mark. */
  readonly punctuation: string;
}

/** The words before a place: of a table, those of its cell. */
function wordsBefore({ block, text }: Stretch, at: number): string {
  const before = text.slice(0, at);
  return block.kind === 'table' ? before.slice(before.lastIndexOf('|') + 1) : before;
}

class Writer {
  constructor(
    readonly draft: Draft,
    readonly library: Library,
    readonly request: Wanted,
    readonly notes: NoteLabels,
  ) {}

  /** On lines of its own. */
  own({ start, end, lead, trail, prefix, inNote }: OwnLines): Written {
    const words = this.#ownWords(prefix, inNote);
    return { edits: [{ start, end, text: lead + words + trail }], caret: lead.length + words.length };
  }

  #ownWords(prefix: string, inNote: boolean): string {
    const { kind, ids, eol } = this.request;
    if (kind === 'citation') return this.#citation(inNote);
    if (kind === 'quotation') return this.#quotations(inNote, { goesOn: false, within: false, punctuation: '' });
    return ids
      .map((id, at) => `> ${this.#quoted(at)}${this.#cited(id, inNote)}`)
      .join(eol + prefix.trimEnd() + eol + prefix);
  }

  /** Among the words of a block. */
  inline(stretch: Stretch, inNote: boolean): Written | undefined {
    const { request } = this;
    const { kind, form } = request;
    const isMark = form === 'footnote' && !inNote;
    const afterPunctuation = markAfterPunctuation(request.language);
    if (kind === 'citation') {
      if (isMark) {
        const place = markPlace(stretch, '[^x]', request.language);
        return place && this.#at(stretch, place, this.#withoutRepeat(stretch, place, this.notes.citation(request.ids)));
      }
      const place = textPlace(
        stretch,
        form === 'pandoc' ? '[@x, 1]' : '(x)',
        form === 'pandoc' ? 'bracket' : 'words',
        request.language,
      );
      return place && this.#at(stretch, place, this.#citation(inNote));
    }
    const { open, close } = quotationMarks(request.language, request);
    const inText = form === 'pandoc' ? ' [@x, 1]' : ' (x)';
    const sample = `${open}x${close}${isMark ? '[^x]' : inText}`;
    const place = textPlace(stretch, sample, 'words', request.language);
    if (!place) return undefined;
    const rest = stretch.text.slice(place.end, place.end + 40);
    const jumped = isMark && afterPunctuation ? (/^[.,;:!?…]{1,10}(?![({[])/u.exec(rest)?.[0] ?? '') : '';
    return this.#at(
      stretch,
      { ...place, end: place.end + jumped.length },
      this.#quotations(inNote, {
        goesOn: following.test(rest),
        within: isWithinSentence(wordsBefore(stretch, place.start)),
        punctuation: jumped,
      }),
    );
  }

  /** As a block of its own. */
  block(stretch: Stretch, inNote: boolean): Written | undefined {
    const { draft, request } = this;
    const place = blockPlace(
      draft,
      stretch,
      request,
      request.ids.map((id, at) => this.#quoted(at) + this.#cited(id, inNote)),
    );
    return place && this.#at(stretch, place, '');
  }

  /**
   * A quotation that is a part of a sentence begins small, and the stop stands outside of it. Where it always does, it
   * stands behind the citation (see `stopInside`).
   */
  #quotations(inNote: boolean, { goesOn, within, punctuation }: Beside): string {
    const { request, library } = this;
    const { open, close } = quotationMarks(request.language, request);
    const stopBehind = !stopInside(request.language, request.form === 'footnote' && !inNote);
    return request.ids
      .map((id, index) => {
        const last = index === request.ids.length - 1;
        const part = within && index === 0;
        const text = part ? inSentence(library, id, this.#quoted(index)) : this.#quoted(index);
        const words = stopBehind || (last && (goesOn || part)) ? text.replace(/\.$/u, '') : text;
        const stop = words !== text && !(last && goesOn) ? '.' : '';
        const cited = this.#cited(id, inNote);
        return `${open}${words}${close}${last ? punctuation : ''}${stopBehind ? cited + stop : stop + cited}`;
      })
      .join(' ');
  }

  /** What is quoted of the id at this place of the request. */
  #quoted(at: number): string {
    const { library, request } = this;
    return request.words?.[at] ?? quotedText(library, certain(request.ids[at]));
  }

  /** A footnote can have no footnotes: there the source is written out. */
  #citation(inNote: boolean): string {
    const { request, library } = this;
    return inNote && request.form === 'footnote'
      ? definitionText(library, request.ids, request).replace(/\.$/u, '')
      : this.notes.citation(request.ids);
  }

  /** The citation of what is quoted, as it follows the quotation. */
  #cited(id: string, inNote: boolean): string {
    const { request, library } = this;
    if (request.form !== 'footnote') return ` ${this.notes.citation([id])}`;
    return inNote ? ` ${cite(library, [id], { ...request, form: 'inText' }).text}` : this.notes.citation([id]);
  }

  /** A mark that stands right there already is not written a second time. */
  #withoutRepeat({ block }: Stretch, { start, end }: Place, mark: string): string {
    const around = [
      block.text.slice(Math.max(0, start - mark.length), start),
      block.text.slice(end, end + mark.length),
    ];
    return around.includes(mark) ? '' : mark;
  }

  #at({ block }: Stretch, { start, end, before, after, punctuation = '', taken }: Place, words: string): Written {
    const head = before + words + punctuation;
    const edit = { start: start + block.start, end: end + block.start, text: head + after };
    return {
      edits: taken ? [edit, { start: taken.start + block.start, end: taken.end + block.start, text: '' }] : [edit],
      caret: head.length,
    };
  }
}

/** Whether an image stands alone: with anything beside it, it is no figure any more. */
function isPicture({ text, atoms }: Stretch): boolean {
  const words = text.trim();
  return words.startsWith('![') && atoms.some(({ start, end }) => text.slice(start, end) === words);
}
