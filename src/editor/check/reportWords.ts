/** The report's view in words: of the model of a draft, what its page shows. */
import vscode = require('vscode');
import { edited, differing, marked, type Marked } from '../../domain/check/comparison';
import { isRemark, type Code, type Problem } from '../../domain/check/problem';
import {
  codesOf,
  type ReportModel,
  type ToldCitation,
  type ToldProblem,
  type ToldQuotation,
} from '../../domain/check/reportModel';
import type { Spoken } from '../../domain/check/reportSentences';
import type { Library } from '../../domain/corpus/library';
import type { Language } from '../../domain/corpus/types';
import type { Range } from '../../domain/text/ranges';
import type { ShownDraft, ShownItem, ShownProblem, ShownText, Stretch } from '../../webview/reportMessages';
import { showingOf, type DraftFix } from './actions';
import { messageOf, place, places, short } from './messages';
import { citedAs, severityName, verdictText } from './reportText';
import { ruleName } from './ruleNames';
import { withCommas } from '../lists';
import { plain } from '../plain';
import { whoName } from '../inWords';
import { certain } from '../../domain/certain';

/** So much of a sentence is shown on each side of what is wrong in it. */
const around = 400;

/** How much of a draft is shown. */
export interface Limits {
  readonly problems: number;
  readonly items: number;
}

/** A draft to be told: its model, and how to read what the model's offsets are of. */
export interface Telling {
  readonly at: number;
  readonly model: ReportModel;
  readonly language: Language;
  /** The rules that are off for it. */
  readonly off: readonly Code[];
  text(range: Range): string;
  lineOf(offset: number): number;
  fixes(told: ToldProblem): readonly DraftFix[];
}

/** In steps: a fix reads the draft, and may take its time. */
export function* draftWords(library: Library, telling: Telling, limits: Limits): Generator<void, ShownDraft> {
  const { at, model, language, off } = telling;
  const problems: ShownProblem[] = [];
  for (const told of model.problems.slice(0, limits.problems)) {
    problems.push(problemWords(library, telling, told));
    yield;
  }
  const items: ShownItem[] = [];
  for (const item of model.items.slice(0, limits.items)) {
    items.push(itemWords(library, telling, item));
    if (items.length % 16 === 0) yield;
  }
  const more = (shown: number, all: number): string | undefined =>
    all > shown ? vscode.l10n.t('Show more ({0} left)', all - shown) : undefined;
  const moreProblems = more(problems.length, model.problems.length);
  const moreItems = more(items.length, model.items.length);
  return {
    at,
    notes: [
      ...(language === 'en'
        ? []
        : [vscode.l10n.t('The draft is not in English, so who is said to have spoken was not checked.')]),
      ...(off.length > 0 ? [vscode.l10n.t('The settings turn these rules off: {0}.', withCommas(off))] : []),
    ],
    problemsTitle: problemsTitle(model),
    problems,
    ...(moreProblems !== undefined && { moreProblems }),
    itemsTitle: vscode.l10n.t('Citations and quotations ({0})', model.items.length),
    items,
    ...(moreItems !== undefined && { moreItems }),
    none: {
      problems: noProblem(model),
      items: vscode.l10n.t('None.'),
    },
  };
}

/** How many problems there are, as the status bar has them; remarks apart. */
function problemsTitle({ problems }: ReportModel): string {
  const remarks = problems.filter(({ problem }) => isRemark(problem)).length;
  return remarks === 0
    ? vscode.l10n.t('Problems ({0})', problems.length)
    : vscode.l10n.t('Problems ({0}) and remarks ({1})', problems.length - remarks, remarks);
}

/** What is said where no problem is shown. */
function noProblem({ ignored, items }: ReportModel): string {
  if (ignored > 0)
    return vscode.l10n.t('No problem is left. Problems that comments in the draft ignore: {0}.', ignored);
  return items.length > 0
    ? vscode.l10n.t('No problem was found.')
    : vscode.l10n.t('There was nothing to check: no citation of the conclusions, and no quotation.');
}

function lineName(line: number): string {
  return vscode.l10n.t('Line {0}', line);
}

function problemWords(library: Library, telling: Telling, told: ToldProblem): ShownProblem {
  const { problem, key } = told;
  const fixes = telling.fixes(told);
  const shows = showingOf(problem);
  return {
    key,
    grade: problem.severity,
    gradeName: severityName(problem.severity),
    code: problem.code,
    rule: ruleName(problem.code),
    place: lineName(telling.lineOf(told.start)),
    message: plain(messageOf(library, problem, true)),
    texts: textsOf(library, telling, told, fixes),
    fixes: fixes.map(({ title }) => plain(title)),
    proposes: fixes[0] !== undefined && !fixes[0].ignores && fixes[0].declares !== true,
    ...(shows && { shows: { name: shows.title, id: shows.id } }),
  };
}

function textsOf(library: Library, telling: Telling, told: ToldProblem, fixes: readonly DraftFix[]): ShownText[] {
  const { data } = told.problem;
  const window = cut(told.sentence, told, around);
  const draft = telling.text(window).trimEnd();
  const wrong =
    (data.differences ?? []).length > 0 ? certain(data.differences) : [data.omission ?? data.bracket ?? told];
  const before = window.start > told.sentence.start ? '… ' : '';
  const after = window.end < told.sentence.end ? ' …' : '';
  const framed = (parts: Marked): Stretch[] => [before, ...stretches(parts), after].filter(each => each !== '');
  const own: ShownText = {
    kind: 'draft',
    label: vscode.l10n.t('The draft'),
    lang: telling.language,
    text: framed(
      marked(
        draft,
        wrong.map(({ start, end }) => ({ start: start - window.start, end: end - window.start })),
      ),
    ),
  };
  const [first] = fixes;
  const made =
    first && !first.ignores
      ? edited(draft, { start: window.start, end: window.start + draft.length }, first.edits)
      : undefined;
  const proposed: ShownText[] =
    made === undefined || made === draft
      ? []
      : [
          {
            kind: 'proposed',
            label: vscode.l10n.t('Proposed'),
            lang: telling.language,
            text: framed(marked(made, differing(made, draft))),
          },
        ];
  return [own, ...sourcesOf(library, telling, told), ...proposed];
}

/** The source's sentences that a problem is about. */
function sourcesOf(library: Library, telling: Telling, { problem }: ToldProblem): ShownText[] {
  const { data } = problem;
  if (data.sentence) {
    const { id, text, who } = data.sentence;
    const found = library.resolve(id);
    return [
      {
        kind: 'source',
        opens: id,
        lang: 'en',
        label: vscode.l10n.t(
          'The source: {0} ({1})',
          place(library, found?.entry.id),
          whoName((found?.sentence?.attribution.who ?? who) as never),
        ),
        text: stretches(marked(text, wordsAt(text, ofSource(problem)))),
      },
    ];
  }
  const stands = data.pieces ?? (data.where ? [data.where] : []);
  return stands.slice(0, 3).flatMap((where): ShownText[] => {
    const found = where.id === undefined ? undefined : library.resolve(where.id);
    if (!found) return [];
    const { text } = found.entry;
    const whole = sentencesRound(
      text,
      found.entry.sentences.map(each => each.text),
      where,
    );
    const shown = text.slice(whole.start, whole.end);
    const quoted = data.differences?.length
      ? telling.text({
          start: certain(data.differences[0]).start - around,
          end: certain(data.differences.at(-1)).end + around,
        })
      : undefined;
    // Only within what was compared: the rest of the sentence was not quoted.
    const within =
      quoted === undefined
        ? []
        : differing(where.text, quoted, true).map(({ start, end }) => ({
            start: start + where.start - whole.start,
            end: end + where.start - whole.start,
          }));
    const lost = [data.omission?.text, data.bracket?.replaced].flatMap(words => {
      const at = words ? shown.indexOf(words) : -1;
      return at < 0 ? [] : [{ start: at, end: at + certain(words).length }];
    });
    return [
      {
        kind: 'source',
        opens: found.sentence?.id ?? found.entry.id,
        lang: 'en',
        label: vscode.l10n.t('The source: {0}', place(library, where.id)),
        text: stretches(marked(shown, [...within, ...lost])),
      },
    ];
  });
}

/** The source's words that a problem is about: who speaks, or what stands where the draft says otherwise. */
function ofSource({ code, data: { sentence, instead, continued } }: Pick<Problem, 'code' | 'data'>): readonly string[] {
  // What the draft says is there already: nothing in the sentence is otherwise.
  if (code === 'paraphrase-other-finding') return [];
  if (code === 'paraphrase-altered') return instead?.split(' … ') ?? [];
  // Whoever speaks is named in the sentence before.
  return sentence && !continued ? [sentence.who, ...sentence.verbs] : [];
}

/** Where words stand in a source sentence: who speaks and with which verbs, or what a draft says otherwise. */
function wordsAt(text: string, sought: readonly string[]): Range[] {
  const lower = text.toLowerCase();
  return sought.flatMap(words => {
    const start = lower.indexOf(words.toLowerCase());
    return start < 0 ? [] : [{ start, end: start + words.length }];
  });
}

/** The whole sentences of an entry that a stretch of it touches. */
function sentencesRound(text: string, sentences: readonly string[], { start, end }: Range): Range {
  let at = 0;
  let from = start;
  let to = end;
  for (const sentence of sentences) {
    const begins = text.indexOf(sentence, at);
    if (begins < 0) continue;
    at = begins + sentence.length;
    if (begins <= start && at > start) from = begins;
    if (begins < end && at >= end) to = at;
  }
  return { start: from, end: to };
}

/** As much of a sentence as can be read beside another: whole, or what is round the problem. */
function cut(sentence: Range, { start, end }: Range, most: number): Range {
  const until = Math.min(end, start + most);
  return { start: Math.max(sentence.start, start - most), end: Math.min(sentence.end, until + most) };
}

const stretches = (parts: Marked): Stretch[] =>
  parts.map(({ text, differs }) => (differs ? { mark: plain(text) } : plain(text)));

function itemWords(
  library: Library,
  { language, off, text, lineOf }: Telling,
  item: ToldCitation | ToldQuotation,
): ShownItem {
  const told = item.kind === 'quotation' ? quotationWords(library, item) : citationWords(library, item, off);
  const { ignored } = item;
  return {
    key: item.key,
    lang: language,
    place: lineName(lineOf(item.start)),
    ...told,
    text: plain(short(item.kind === 'quotation' ? item.text : text(item), 160)),
    state: stateOf(item, told.state),
    // What is ignored is not certified: the reader is told.
    unjudged: [
      ...(ignored.length > 0
        ? [
            vscode.l10n.t(
              'A comment in the draft ignores a problem here ({0}).',
              withCommas(codesOf(ignored).map(ruleName)),
            ),
          ]
        : []),
      ...told.unjudged,
    ],
    problems: item.problems.map(({ key, problem }) => ({
      key,
      grade: problem.severity,
      gradeName: severityName(problem.severity),
      rule: ruleName(problem.code),
    })),
  };
}

function stateOf(
  { problems, ignored }: ToldCitation | ToldQuotation,
  otherwise: ShownItem['state'],
): ShownItem['state'] {
  if (problems.length > 0) return 'flagged';
  return ignored.length > 0 ? 'open' : otherwise;
}

type Verdictive = Pick<ShownItem, 'what' | 'verdict' | 'unjudged' | 'state'>;

function quotationWords(library: Library, { verdict, claimed, problems }: ToldQuotation): Verdictive {
  const what = vscode.l10n.t('Quotation');
  const words = verdictText(library, verdict, claimed);
  if (verdict.kind === 'notJudged' || verdict.kind === 'tooShort')
    return { what, verdict: vscode.l10n.t('Not checked'), unjudged: [unjudgedQuotation(verdict)], state: 'open' };
  return { what, verdict: capital(words), unjudged: [], state: problems.length > 0 ? 'flagged' : 'good' };
}

function unjudgedQuotation(
  verdict: Extract<ToldQuotation['verdict'], { readonly kind: 'notJudged' | 'tooShort' }>,
): string {
  if (verdict.kind === 'tooShort')
    return vscode.l10n.t('The words are too few to check, and they are not in what is cited.');
  switch (verdict.why) {
    case 'otherSource':
      return vscode.l10n.t('Another source is cited for these words.');
    case 'unknownSource':
      return vscode.l10n.t('What is cited for these words does not exist.');
    case 'introduced':
      return vscode.l10n.t('These words are introduced as somebody else’s, or as a title.');
    case 'apart':
      return vscode.l10n.t('These words are unlike the source’s, and are not next to their citation.');
    case 'otherLanguage':
      return vscode.l10n.t('These words are in the draft’s language; only the English version can be compared.');
    case 'uncited':
      return vscode.l10n.t('No source is cited for these words, and they are not recognized as the source’s.');
  }
}

function citationWords(
  library: Library,
  { ids, form, unknown, problems, ignored, spoken: judged, strange }: ToldCitation,
  off: readonly Code[],
): Verdictive {
  const cites = unknown
    ? vscode.l10n.t('something that does not exist')
    : places(library, ids) || vscode.l10n.t('the document as a whole');
  const why = judged === 'language' || off.includes('attribution-who') ? undefined : unjudgedSpeaker(judged);
  // A problem says where the words come from, if that is known.
  const apart = strange && problems.length === 0 ? [strangeWords(cites)] : [];
  const speaker = why === undefined || (judged === 'unrelated' && apart.length > 0) ? [] : [why];
  const isOpen = apart.length + speaker.length > 0 || judged === 'language' || off.includes('attribution-who');
  return {
    what: vscode.l10n.t('Citation, {0}', citedAs(form)),
    verdict:
      problems.length + ignored.length > 0
        ? vscode.l10n.t('Cites {0}', cites)
        : vscode.l10n.t('Cites {0}; no problem found', cites),
    unjudged: [...apart, ...speaker],
    state: isOpen ? 'open' : 'good',
  };
}

const strangeWords = (cites: string): string =>
  vscode.l10n.t('What the sentence says was not compared: hardly any of its words are in {0}.', cites);

/** Why the speaker was not checked; what is so of the whole draft, the report says once, above. */
function unjudgedSpeaker(judged: Exclude<Spoken, 'language'>): string | undefined {
  switch (judged) {
    case 'compared':
      return undefined;
    case 'document':
      return vscode.l10n.t('The speaker was not checked: the sentence names the document, not a speaker.');
    case 'unrelated':
      return vscode.l10n.t('The speaker was not checked: too few words of the sentence are in what it cites.');
    case 'notSaid':
      return vscode.l10n.t('The speaker was not checked: the check did not recognize in the sentence who said this.');
    case 'noSpeaker':
      return vscode.l10n.t('The speaker was not checked: none was recognized in the sentence.');
    case 'quotation':
      return vscode.l10n.t('The speaker was not checked: the sentence is a quotation.');
    case 'mixed':
      return vscode.l10n.t('The speaker was not checked: another source is cited with this one.');
    case 'noConclusion':
      return vscode.l10n.t('The speaker was not checked: no conclusion is cited here.');
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Where in the draft everything is that a model has a key for. */
export function placesOf({ problems, items }: ReportModel): Map<string, Range> {
  return new Map([...problems, ...items].map(({ key, start, end }) => [key, { start, end }]));
}
