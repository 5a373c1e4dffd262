/** The picture of the dialogue in words: days, themes and findings, and how a draft or several use each. */
import vscode = require('vscode');
import { useOf, type Use } from '../../domain/check/reportModel';
import type { Library } from '../../domain/corpus/library';
import type { Corpus, Finding } from '../../domain/corpus/types';
import type { ShownCell, ShownDay, ShownPicture } from '../../webview/reportMessages';
import { lineName } from './reportWords';
import { withCommas } from '../lists';
import { plural } from '../plural';
import { turnsOf } from '../spoken';
import { dayName, whoBriefly, whoSaid } from '../inWords';

/** So many places of a finding are named. */
const mostPlaces = 12;

type Uses = ReadonlyMap<string, Use>;

/**
 * @param lineOf the line of a place in the draft; without it, the uses are those of many drafts and no places are named
 */
export function pictureWords(library: Library, uses: Uses, lineOf?: (offset: number) => number): ShownPicture {
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
      { use: 'quoted', name: vscode.l10n.t('Quoted ({0})', count('quoted')) },
      { use: 'cited', name: vscode.l10n.t('Cited ({0})', count('cited')) },
      { use: 'unused', name: vscode.l10n.t('Not used ({0})', count('unused')) },
    ],
    days: corpora.flatMap(corpus =>
      corpus.days.map(({ number }) => dayWords(corpus, number, corpora.length > 1, uses, lineOf)),
    ),
    ours: vscode.l10n.t('our label'),
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
  lineOf?: (offset: number) => number,
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
        cells: findings.map(finding => cellWords(finding, uses.get(finding.id), lineOf)),
      };
    }),
  };
}

function cellWords(finding: Finding, use: Use | undefined, lineOf?: (offset: number) => number): ShownCell {
  const { id, day, ordinal, label } = finding;
  const used = useWords(use);
  const often = Math.max(use?.cited ?? 0, use?.quoted ?? 0);
  return {
    id,
    number: `${day}.${ordinal}`,
    use: useOf(use),
    count: often > 1 ? vscode.l10n.t('{0}×', often) : '',
    who: whoBriefly(finding),
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
    places: lineOf ? placesOf(use?.places ?? [], lineOf) : [],
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

/** One place for each line. */
function placesOf(places: readonly number[], lineOf: (offset: number) => number): ShownCell['places'] {
  const byLine = new Map<string, number>();
  for (const at of places) {
    const name = lineName(lineOf(at));
    if (!byLine.has(name)) byLine.set(name, at);
  }
  return [...byLine].slice(0, mostPlaces).map(([name, at]) => ({ name, at }));
}

/** How a finding is used, in words: "cited 2 times, quoted once, with 1 problem". */
function useWords(use: Use | undefined): string {
  if (useOf(use) === 'unused' || !use) return vscode.l10n.t('not used');
  return withCommas([
    ...(use.cited > 0 ? [plural(use.cited, { one: 'cited once', other: 'cited {0} times' })] : []),
    ...(use.quoted > 0 ? [plural(use.quoted, { one: 'quoted once', other: 'quoted {0} times' })] : []),
    ...(use.flagged > 0 ? [plural(use.flagged, { one: 'with {0} problem', other: 'with {0} problems' })] : []),
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
