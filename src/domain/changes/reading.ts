/**
 * A version of a draft as it is compared with another: its sentences, each with the citations of ours and the
 * quotations in it. The words are those a reader sees: no marks, no markup. What cites and what is quoted is as the
 * check finds it.
 */
import { ownNote } from '../check/analyse';
import { mask } from '../check/told';
import type { Checker } from '../check/checker';
import { ownNotes, type CitedForm } from '../check/cited';
import type { JudgedQuote } from '../check/facts';
import { piecesOf } from '../check/pieces';
import { indexOf, offsetAfter, offsetOf, partsOf, read, sentenceOf, type Prose } from '../check/prose';
import type { Language } from '../corpus/types';
import type { Draft } from '../draft/draft';
import { lazy } from '../lazy';
import type { Range } from '../text/ranges';
import { joinedWord } from '../text/words';
import { certain } from '../certain';

/**
 * One thing that a citation cites. A note that cites three findings is three of these at one place; offsets are the
 * draft's.
 */
export interface Reference extends Range {
  /**
   * The id of what the library has, a document's own included; of what it has not, the words, after a question mark.
   */
  readonly id: string;
  readonly form: CitedForm;
  /** A footnote's label and the words of its definition, blanks made one. */
  readonly label?: string;
  readonly wording?: string;
  /** Whether another source is cited with it, so that it does not answer alone. */
  readonly mixed: boolean;
  /** How many of the sentence's words stand before it. */
  readonly after: number;
}

/** A quotation in its sentence; offsets are the draft's. */
export type Quotation = Pick<JudgedQuote, 'text' | 'cited' | 'verdict' | 'claimed'> & Range;

export interface Sentence extends Range {
  /** Its place among all sentences of the draft, from 0. */
  readonly index: number;
  /** Its words in lower case. */
  readonly words: readonly string[];
  /** The words as one text: two sentences with the same key say the same. */
  readonly key: string;
  /** As a reader sees it. */
  readonly text: string;
  readonly references: readonly Reference[];
  readonly quotations: readonly Quotation[];
  /** The prose it stands in, where it may say who spoke; its own words go `from` one character `to` another of it. */
  readonly said?: {
    readonly chars: string;
    readonly masked: () => string;
    readonly from: number;
    readonly to: number;
    place(from: number, to: number): Range;
  };
}

const word = lazy(() => new RegExp(joinedWord, 'gu'));

/**
 * Reads a version, in steps: one after each unit of the check.
 * @param language where it is not English, nobody is looked for who is said to have spoken
 */
export function* readVersion(checker: Checker, language: Language): Generator<void, Sentence[]> {
  const { draft, tools } = checker;
  const { library } = tools.index;
  const sentences: Sentence[] = [];
  const notes = yield* ownNotes(draft);
  const wordings = new Map<string, string>();
  for (const { label, text } of draft.footnoteDefinitions)
    if (!wordings.has(label)) wordings.set(label, text.replace(/\s+/gu, ' '));
  for (const analysed of checker.analysed(language)) {
    yield;
    if (!analysed || ownNote(analysed.unit, library)) continue;
    const { unit, base, facts } = analysed;
    const parts = yield* partsOf(draft, unit, library, notes);
    for (const { start, end } of piecesOf(unit, parts)) {
      const prose = read(unit, parts, start, end);
      const quotations = facts.quotes
        .filter(quote => quote.start >= start && quote.start < end)
        .map(({ text, cited, verdict, claimed, start: from, end: to }) => ({
          text,
          cited,
          verdict,
          claimed,
          start: base + from,
          end: base + to,
        }));
      for (const sentence of sentencesOf(draft, prose, base, {
        quotations,
        wordings,
        speaks: language === 'en' && (!unit.quoted || /^\s*\[!/.test(prose.view.chars)),
      })) {
        sentences.push({ ...sentence, index: sentences.length });
      }
    }
  }
  return sentences;
}

interface Known {
  readonly quotations: readonly Quotation[];
  readonly wordings: ReadonlyMap<string, string>;
  readonly speaks: boolean;
}

function sentencesOf(
  draft: Draft,
  prose: Prose,
  base: number,
  { quotations, wordings, speaks }: Known,
): Omit<Sentence, 'index'>[] {
  const { view, sentenceEnds: ends, groups } = prose;
  const { chars } = view;
  const references = groups.flatMap(group =>
    group.citations
      .filter(cited => cited.ours)
      .map(cited => {
        const at = indexOf(view, cited.start);
        return {
          cited,
          at,
          mixed: group.mixed,
          sentence: sentenceOf(ends, group.at, chars, group.citations[0]?.form !== 'narrative'),
        };
      }),
  );
  let masked: string | undefined;
  let from = 0;
  let nextReference = 0;
  let nextQuotation = 0;
  return ends.flatMap((to, index) => {
    const text = chars.slice(from, to);
    const first = from;
    from = to;
    const end = base + offsetAfter(view, to);
    const found = [...text.matchAll(word())];
    const own: Reference[] = [];
    for (; nextReference < references.length && certain(references[nextReference]).sentence <= index; nextReference++) {
      const { cited, at, mixed } = certain(references[nextReference]);
      const after = found.findIndex(match => first + match.index >= at);
      const wording = cited.label === undefined ? undefined : wordings.get(cited.label);
      for (const id of idsOf(draft, base, cited)) {
        own.push({
          id,
          start: base + cited.start,
          end: base + cited.end,
          form: cited.form,
          mixed,
          after: after < 0 ? found.length : after,
          ...(cited.label !== undefined && { label: cited.label }),
          ...(wording !== undefined && { wording }),
        });
      }
    }
    const quoted: Quotation[] = [];
    for (
      ;
      nextQuotation < quotations.length &&
      (certain(quotations[nextQuotation]).start < end || index === ends.length - 1);
      nextQuotation++
    )
      quoted.push(certain(quotations[nextQuotation]));
    if (found.length === 0 && own.length === 0) return [];
    const words = found.map(([each]) => each.toLowerCase());
    const blanks = text.length - text.trimStart().length;
    return [
      {
        start: base + offsetOf(view, first + blanks),
        end,
        words,
        key: words.join(' '),
        text: text.trim(),
        references: own,
        quotations: quoted,
        ...(speaks && {
          said: {
            chars,
            masked: () => (masked ??= mask(prose)),
            from: first,
            to,
            place: (begin: number, until: number) => ({
              start: base + offsetOf(view, begin),
              end: base + offsetAfter(view, until),
            }),
          },
        }),
      },
    ];
  });
}

/** What a citation cites, each once. */
function idsOf(draft: Draft, base: number, { ids, unknown, start, end }: Prose['citations'][number]): string[] {
  const known = [...new Set(ids)];
  if (unknown) return [...known, `?${unknown.reference}`];
  if (known.length > 0) return known;
  return [draft.citationsIn(base + start, base + end).find(each => each.start === base + start)?.corpus ?? ''];
}
