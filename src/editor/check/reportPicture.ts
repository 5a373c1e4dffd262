/** The picture of the dialogue in words: days, themes and findings, and how a draft or several use each. */
import vscode = require('vscode');
import { useOf, type Use, type Worst } from '../../domain/check/reportModel';
import type { Library } from '../../domain/corpus/library';
import type { Corpus, Finding } from '../../domain/corpus/types';
import type { ShownCell, ShownDay, ShownPicture } from '../../webview/reportMessages';
import type { UseLine } from './usePlaces';
import { withCommas } from '../lists';
import { plural } from '../plural';
import { turnsOf } from '../spoken';
import { dayName, whoSaid } from '../inWords';

/** So many places of a finding are named. */
export const mostPlaces = 12;

type Uses = ReadonlyMap<string, Use>;

/** A line of one of the drafts of the report. */
export interface PlaceInDraft extends UseLine {
  /** The draft's number in the report, and its name. */
  readonly draft: number;
  readonly name: string;
}

/** @param placesOf the lines on which a finding is used */
export function pictureWords(
  library: Library,
  uses: Uses,
  placesOf: (id: string) => readonly PlaceInDraft[],
): ShownPicture {
  const { findings, corpora } = library;
  const count = (kind: ShownCell['use']): number => findings.filter(({ id }) => useOf(uses.get(id)) === kind).length;
  const background = library.passages.filter(({ id }) => uses.has(id)).length;
  return {
    title: vscode.l10n.t('How the source is used'),
    figures: usedOf(findings, uses),
    note:
      background === 0
        ? ''
        : plural(background, {
            one: 'One paragraph of the introduction or the closing is used, too.',
            other: '{0} paragraphs of the introduction and the closing are used, too.',
          }),
    legend: [
      { use: 'flagged', name: vscode.l10n.t('Used, with a problem ({0})', count('flagged')) },
      { use: 'ignored', name: vscode.l10n.t('Used, with a problem that a comment ignores ({0})', count('ignored')) },
      { use: 'remarked', name: vscode.l10n.t('Used, with a remark only ({0})', count('remarked')) },
      { use: 'quoted', name: vscode.l10n.t('Quoted ({0})', count('quoted')) },
      { use: 'cited', name: vscode.l10n.t('Cited ({0})', count('cited')) },
      { use: 'unused', name: vscode.l10n.t('Not used ({0})', count('unused')) },
    ],
    days: corpora.flatMap(corpus =>
      corpus.days.map(({ number }) => dayWords(corpus, number, corpora.length > 1, uses, placesOf)),
    ),
    ours: vscode.l10n.t('our label'),
    usedAt: vscode.l10n.t('Used here:'),
    actions: {
      open: vscode.l10n.t('Open in the Source'),
      cite: vscode.l10n.t('Cite'),
      quote: vscode.l10n.t('Quote'),
      close: vscode.l10n.t('Close'),
    },
    where: vscode.l10n.t('Insert at the cursor of the draft you edited last'),
  };
}

function dayWords(
  corpus: Corpus,
  day: number,
  several: boolean,
  uses: Uses,
  placesOf: (id: string) => readonly PlaceInDraft[],
): ShownDay {
  const own = corpus.findings.filter(finding => finding.day === day);
  const themes = corpus.themes.filter(theme => theme.day === day);
  return {
    key: `${corpus.id} ${day}`,
    name: several ? withCommas([corpus.document.titles.en.session, dayName(day)]) : dayName(day),
    used: usedOf(own, uses),
    themes: themes.map(({ heading, ordinal }) => {
      const findings = own.filter(finding => finding.theme.ordinal === ordinal);
      return {
        heading,
        // A day's only theme has its figures already.
        used: themes.length === 1 ? '' : usedOf(findings, uses),
        cells: findings.map(finding => cellWords(finding, uses.get(finding.id), placesOf(finding.id))),
      };
    }),
  };
}

function cellWords(finding: Finding, use: Use | undefined, places: readonly PlaceInDraft[]): ShownCell {
  const { id, day, ordinal, label } = finding;
  const used = useWords(use);
  const often = Math.max(use?.cited ?? 0, use?.quoted ?? 0);
  return {
    id,
    number: `${day}.${ordinal}`,
    use: useOf(use),
    count: often > 1 ? vscode.l10n.t('{0}×', often) : '',
    who: whoSaid(finding),
    label,
    spoken: spokenIn(finding),
    used,
    name: vscode.l10n.t(
      'Day {0}, conclusion {1}, “{2}” (our label), {3}, {4}',
      day,
      ordinal,
      label,
      whoSaid(finding),
      used,
    ),
    particulars: vscode.l10n.t('Day {0}, conclusion {1}, {2}, {3}', day, ordinal, whoSaid(finding), used),
    places: places.map(placeWords),
  };
}

/** Who said what. Where the same speakers said all of it, they stand above the words already. */
function spokenIn(finding: Finding): ShownCell['spoken'] {
  const turns = turnsOf(finding);
  return turns.map(({ who, sentences }) => ({
    who: turns.length > 1 ? vscode.l10n.t('{0}:', who) : '',
    text: sentences.map(({ text }) => text).join(' '),
  }));
}

/** What the button says that leads to a line: the draft, the line and, for who does not see the sign, what is there. */
function placeWords({ draft, at, name, line, worst }: PlaceInDraft): ShownCell['places'][number] {
  return {
    name: vscode.l10n.t('{0}, line {1}', name, line),
    draft,
    at,
    ...(worst && { worst, says: worstName(worst) }),
  };
}

function worstName(worst: Worst): string {
  switch (worst) {
    case 'flagged':
      return vscode.l10n.t('with a problem');
    case 'ignored':
      return vscode.l10n.t('with a problem that a comment ignores');
    case 'remarked':
      return vscode.l10n.t('with a remark');
  }
}

/** How a finding is used, in words: "cited 2 times, quoted once, with 1 problem". */
function useWords(use: Use | undefined): string {
  if (useOf(use) === 'unused' || !use) return vscode.l10n.t('not used');
  return withCommas([
    ...(use.cited > 0 ? [plural(use.cited, { one: 'cited once', other: 'cited {0} times' })] : []),
    ...(use.quoted > 0 ? [plural(use.quoted, { one: 'quoted once', other: 'quoted {0} times' })] : []),
    ...(use.flagged > 0 ? [plural(use.flagged, { one: 'with {0} problem', other: 'with {0} problems' })] : []),
    ...(use.remarked > 0 ? [plural(use.remarked, { one: 'with {0} remark', other: 'with {0} remarks' })] : []),
    ...(use.ignored > 0
      ? [plural(use.ignored, { one: 'with {0} ignored problem', other: 'with {0} ignored problems' })]
      : []),
  ]);
}

function usedOf(findings: readonly Finding[], uses: Uses): string {
  return vscode.l10n.t(
    '{0} of {1} used',
    findings.filter(({ id }) => useOf(uses.get(id)) !== 'unused').length,
    findings.length,
  );
}
