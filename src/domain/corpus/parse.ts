// A summary of conclusions as a corpus.
import { attribute } from './attribution';
import { conclusionPlace, idAt, passagePlace, sentenceId } from './ids';
import { accounted, readItems, SourceError, type Item, type Role, type Segment } from './segments';
import { splitSentences, verbatim } from './sentences';
import type {
  Corpus,
  Day,
  Defect,
  DocumentMetadata,
  Finding,
  Labels,
  Panel,
  Passage,
  Sentence,
  ThemeHeading,
} from './types';
import { betweenBlanks } from '../text/words';
import { isFinished } from '../text/sentences';
import { certain } from '../certain';

/** What is known of a summary besides its text. */
export interface Description {
  readonly id: string;
  readonly document: DocumentMetadata;
  /** Defects of the text, each found by words that occur once in it. */
  readonly defects: readonly { readonly find: string; readonly note: string; readonly correction?: string }[];
}

/**
 * Our labels by id: `d1c1` for conclusions, `b1` for background paragraphs, `d1` for days and `d1t1` for themes, which
 * need none.
 */
export interface LabelFile {
  readonly days?: Readonly<Record<string, string>>;
  readonly themes?: Readonly<Record<string, string>>;
  readonly findings: Readonly<Record<string, Labels>>;
  readonly passages: Readonly<Record<string, string>>;
}

/**
 * Turns the text of a summary of conclusions into a corpus.
 *
 * Expected: title lines up to a rule (`--`); introductory paragraphs, among them a list of panels
 * under `Day N:`; then, for each day, `Day N: title`, themes headed `The need …`, and their
 * conclusions; then closing paragraphs. A conclusion may lack its bullet mark (not the last of all: it would be the
 * first closing paragraph), and a day's heading may share a line with its first theme.
 *
 * @returns the corpus, and the segments that account for every non-blank character of the source
 * @throws SourceError naming the line, where the text is not built so
 */
export function parseSummary(
  source: string,
  description: Description,
  labels: LabelFile,
): { corpus: Corpus; segments: Segment[] } {
  const segments: Segment[] = [];
  const note = (role: Role, start: number, end: number) => segments.push({ role, start, end });
  const items = readItems(source);
  const rule = items.findIndex(item => source.slice(item.start, item.end) === '--');
  if (rule < 0) throw new SourceError('no rule "--" ends the title', source, 0);
  items.slice(0, rule).forEach(item => note('title', item.start, item.end));
  note('rule', certain(items[rule]).start, certain(items[rule]).end);

  const body = items.slice(rule + 1);
  const first = body.findIndex(item => dayHeading.test(source.slice(item.start, item.end)));
  if (first < 0) throw new SourceError('no heading "Day N: title" starts the conclusions', source, source.length);
  const last = body.findLastIndex(item => item.mark);
  if (last < first)
    throw new SourceError('no list of conclusions after this heading', source, certain(body[first]).start);
  const closing = body.findIndex((item, index) => index > last && !item.mark);

  if (closing >= 0) checkClosing(source, body.slice(closing), body[closing - 1]);

  const panels = readPanels(source, body.slice(0, first), note);
  const conclusions = readConclusions(
    source,
    body.slice(first, closing < 0 ? undefined : closing),
    description.id,
    labels,
    note,
  );
  const passages = [
    ...readPassages(source, body.slice(0, first), 'introduction', note),
    ...readPassages(source, closing < 0 ? [] : body.slice(closing), 'closing', note),
  ].map((passage, index) => withId(source, passage, index + 1, description.id, labels));
  const keys = new Set([
    ...[...conclusions.findings, ...passages].map(({ id }) => id.slice(description.id.length + 1)),
    ...conclusions.days.map(({ number }) => `d${number}`),
    ...conclusions.themes.map(({ day, ordinal }) => `d${day}t${ordinal}`),
  ]);
  for (const key of Object.values(labels).flatMap(each => (typeof each === 'object' ? Object.keys(each) : []))) {
    if (!keys.has(key))
      throw new SourceError(`a label for ${key}, which the text does not have`, source, source.length);
  }
  return {
    corpus: {
      id: description.id,
      document: description.document,
      ...conclusions,
      panels,
      passages,
      defects: description.defects.map(defect => locate(source, defect)),
    },
    segments: accounted(source, segments),
  };
}

type Note = (role: Role, start: number, end: number) => void;

const dayHeading = /^(?:<\w+>|\*\*|__|#+ )*(Day (\d+): ([^<\n*_]*[^<\s*_]))(?:<\/\w+>|\*\*|__)*\s*/u;
const panelDay = /^(?:<u>)?Day (\d+)(?:<\/u>)?:$/u;
const panelTitle = /^Panel (\d+): (.+)$/su;

function readPanels(source: string, items: readonly Item[], note: Note): Panel[] {
  const panels: Panel[] = [];
  let day = 0;
  for (const item of items) {
    const text = verbatim(source, item.start, item.end);
    const heading = panelDay.exec(text);
    if (heading) {
      day = Number(heading[1]);
      note('panelDay', item.start, item.end);
    } else if (item.mark) {
      const panel = panelTitle.exec(text);
      if (!panel || day === 0)
        throw new SourceError(
          'a list item that is no panel of a day, and no heading "Day N: title" before it',
          source,
          item.start,
        );
      note('panelMark', item.mark.start, item.mark.end);
      note('panel', item.start, item.end);
      panels.push({ day, ordinal: Number(panel[1]), title: certain(panel[2]), text, start: item.start, end: item.end });
    }
  }
  return panels;
}

interface Conclusions {
  readonly days: Day[];
  readonly themes: ThemeHeading[];
  readonly findings: Finding[];
}

function checkOrder(source: string, days: readonly Day[], number: number, start: number): void {
  const before = days.at(-1)?.number ?? 0;
  if (number <= before) throw new SourceError('days that are not in order', source, start);
}

function readConclusions(
  source: string,
  items: readonly Item[],
  corpus: string,
  labels: LabelFile,
  note: Note,
): Conclusions {
  const days: Day[] = [];
  const themes: ThemeHeading[] = [];
  const findings: Finding[] = [];
  for (const [index, item] of items.entries()) {
    let { start } = item;
    const heading = item.mark ? null : dayHeading.exec(source.slice(start, item.end));
    if (heading) {
      checkTheme(source, themes, findings, start);
      checkOrder(source, days, Number(heading[2]), start);
      days.push({ ...readDay(start, heading, note), ...labelOf(labels.days, `d${heading[2]}`) });
      start += heading[0].length;
      if (start >= item.end) continue;
    }
    const day = certain(days.at(-1)).number;
    const text = verbatim(source, start, item.end);
    if (!item.mark && text.startsWith('The need ')) {
      checkTheme(source, themes, findings, start);
      note('themeHeading', start, item.end);
      const ordinal = themes.filter(theme => theme.day === day).length + 1;
      themes.push({
        day,
        ordinal,
        heading: text,
        ...labelOf(labels.themes, `d${day}t${ordinal}`),
        text,
        start,
        end: item.end,
      });
      continue;
    }
    const theme = themes.at(-1);
    if (theme?.day !== day) throw new SourceError('a conclusion without a theme', source, start);
    checkConclusion(source, item, start, items[index - 1]);
    const ordinal = findings.filter(finding => finding.day === day).length + 1;
    const key = conclusionPlace(day, ordinal);
    const label = labels.findings[key];
    if (!label) throw new SourceError(`no label for ${key}`, source, start);
    if (item.mark) note('mark', item.mark.start, item.mark.end);
    note('finding', start, item.end);
    const id = idAt(corpus, key);
    findings.push({
      id,
      corpus,
      day,
      ordinal,
      theme: { ordinal: theme.ordinal, heading: theme.heading },
      text,
      start,
      end: item.end,
      sentences: readSentences(source, id, start, item.end),
      ...label,
    });
  }
  checkTheme(source, themes, findings, items.at(-1)?.end ?? 0);
  return { days, themes, findings };
}

function labelOf(labels: Readonly<Record<string, string>> | undefined, key: string): { label?: string } {
  const label = labels?.[key];
  return label === undefined ? {} : { label };
}

/** @throws SourceError where the last theme has no conclusion yet */
function checkTheme(source: string, themes: readonly ThemeHeading[], findings: readonly Finding[], at: number): void {
  const theme = themes.at(-1);
  if (theme && !findings.some(({ start }) => start > theme.start))
    throw new SourceError('a theme without conclusions before this', source, at);
}

/**
 * A page break or a lost mark is seen through only where nothing else can be meant.
 *
 * @throws SourceError where it could be
 */
function checkConclusion(source: string, { mark, end }: Item, start: number, before: Item | undefined): void {
  if (source.slice(start, end).endsWith(':'))
    throw new SourceError('a conclusion that leads in to a list', source, start);
  if (mark) return;
  if (!isFinished(source.slice(start, end))) throw new SourceError('neither a heading nor a sentence', source, start);
  checkBreak(source, start, before);
}

function checkBreak(source: string, at: number, before: Item | undefined): void {
  if (before?.mark && !isFinished(source.slice(before.start, before.end)))
    throw new SourceError('it may go on with the conclusion before, which breaks off', source, at);
}

/** @throws SourceError where what stands after the last list belongs to the conclusions */
function checkClosing(source: string, items: readonly Item[], before: Item | undefined): void {
  const day = items.find(({ start, end }) => dayHeading.test(source.slice(start, end)));
  if (day) throw new SourceError('a day without conclusions', source, day.start);
  checkBreak(source, items[0]?.start ?? 0, before);
}

/** A day's heading, which the source may put between tags (`<u>`) or other marks. */
function readDay(start: number, heading: RegExpExecArray, note: Note): Day {
  const text = certain(heading[1]);
  const from = start + heading[0].indexOf(text);
  if (from > start) note('markup', start, from);
  note('dayHeading', from, from + text.length);
  const end = start + heading[0].trimEnd().length;
  if (end > from + text.length) note('markup', from + text.length, end);
  return { number: Number(heading[2]), title: certain(heading[3]), text, start: from, end: from + text.length };
}

type Paragraph = Pick<Passage, 'part' | 'paragraph' | 'start' | 'end'>;

/** Every paragraph of prose counts; one that only leads in to a list is no passage. */
function readPassages(source: string, items: readonly Item[], part: Passage['part'], note: Note): Paragraph[] {
  const passages: Paragraph[] = [];
  let paragraph = 0;
  for (const { mark, start, end } of items) {
    if (mark || panelDay.test(source.slice(start, end))) continue;
    paragraph += 1;
    if (source.slice(start, end).endsWith(':')) {
      note('listLead', start, end);
      continue;
    }
    note('passage', start, end);
    passages.push({ part, paragraph, start, end });
  }
  return passages;
}

function withId(source: string, paragraph: Paragraph, ordinal: number, corpus: string, labels: LabelFile): Passage {
  const key = passagePlace(ordinal);
  const label = labels.passages[key];
  if (!label) throw new SourceError(`no label for ${key}`, source, paragraph.start);
  const id = idAt(corpus, key);
  return {
    id,
    corpus,
    ordinal,
    ...paragraph,
    label,
    text: verbatim(source, paragraph.start, paragraph.end),
    sentences: readSentences(source, id, paragraph.start, paragraph.end, true),
  };
}

function readSentences(source: string, id: string, start: number, end: number, background = false): Sentence[] {
  const spans = splitSentences(source, start, end);
  const attributions = attribute(
    spans.map(span => span.text),
    background,
  );
  return spans.map((span, index) => {
    const { continues, ...attribution } = certain(attributions[index]);
    return {
      id: sentenceId(id, index + 1),
      ...span,
      attribution: continues === undefined ? attribution : { ...attribution, continues: sentenceId(id, continues + 1) },
    };
  });
}

function locate(source: string, { find, ...defect }: Description['defects'][number]): Defect {
  // However the lines end.
  const pattern = new RegExp(
    betweenBlanks(find)
      .map(word => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'))
      .join('\\s+'),
    'gu',
  );
  const [only, second] = source.matchAll(pattern);
  if (!only || second) throw new SourceError(`a defect's words must occur once: "${find}"`, source, second?.index ?? 0);
  const { index: start, 0: words } = only;
  return { text: verbatim(source, start, start + words.length), start, end: start + words.length, ...defect };
}
