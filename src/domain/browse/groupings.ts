// The ways to arrange the findings in the sidebar: by day and theme, by speaker, by objective.
import type { Library } from '../corpus/library';
import type { Corpus, Finding, Passage } from '../corpus/types';
import { listedUnder, speakers } from './attribution';
import { objectiveLabel, objectiveTitle } from './objectives';
import { leaves, plant, type Row, type Sketch } from './rows';

/** One way to arrange the findings. */
export interface Grouping {
  readonly id: string;
  /** Whether the groups are our suggestion, and not what the source says. */
  readonly ours?: boolean;
  /**
   * The tree's top rows: groups without a finding are left out; background comes last, but for the document as a whole.
   * @param keep Ids of the findings, passages and documents wanted; all where left out.
   */
  rows(library: Library, keep?: ReadonlySet<string>): readonly Row[];
}

type Arrange = (findings: readonly Finding[], corpus: Corpus) => readonly Sketch[];

/**
 * A grouping of each corpus's findings, with its background after them. The corpora themselves
 * become rows when there is more than one.
 */
function grouping(id: string, arrange: Arrange): Grouping {
  return {
    id,
    rows(library, keep) {
      const kept = (entry: Finding | Passage): boolean => keep === undefined || keep.has(entry.id);
      const perCorpus = library.corpora.map((corpus): Sketch => ({
        key: corpus.id,
        subject: { kind: 'corpus', corpus },
        children: [
          ...arrange(corpus.findings.filter(kept), corpus),
          {
            key: 'background',
            subject: { kind: 'background' } as const,
            children: leaves(corpus.passages.filter(kept)),
          },
          ...(keep === undefined || keep.has(corpus.id)
            ? [{ key: 'document', subject: { kind: 'document', corpus } as const }]
            : []),
        ],
      }));
      const sketches = library.corpora.length > 1 ? perCorpus : perCorpus.flatMap(corpus => corpus.children ?? []);
      return plant(withRows(sketches), keep ? `${id}?` : id);
    },
  };
}

/** The sketches that can be cited or have one below them that can, at every depth. */
function withRows(sketches: readonly Sketch[]): readonly Sketch[] {
  return sketches
    .map(sketch => (sketch.children ? { ...sketch, children: withRows(sketch.children) } : sketch))
    .filter(
      ({ subject, children }) => subject.kind === 'entry' || subject.kind === 'document' || (children ?? []).length > 0,
    );
}

/** Day, theme, finding: as the source has them. */
export const byTheme = grouping('theme', (findings, corpus) =>
  corpus.days.map(day => ({
    key: `day${day.number}`,
    subject: { kind: 'day', day },
    children: corpus.themes
      .filter(theme => theme.day === day.number)
      .map(theme => ({
        key: `theme${theme.ordinal}`,
        subject: { kind: 'theme', heading: theme.heading, label: theme.label },
        children: leaves(
          findings.filter(({ day: number, theme: { ordinal } }) => number === day.number && ordinal === theme.ordinal),
        ),
      })),
  })),
);

/** Who said it: a finding that names several speakers is listed under each of them. */
export const bySpeaker = grouping('who', findings =>
  speakers.map(who => ({
    key: who,
    subject: { kind: 'who', who },
    children: leaves(findings.filter(finding => listedUnder(finding).includes(who))),
  })),
);

/** The objectives of the Global Compact that we suggest: a finding is listed under each of its own. */
export const byObjective: Grouping = {
  ours: true,
  ...grouping('objective', findings => {
    const numbers = [...new Set(findings.flatMap(finding => finding.objectives))].sort((a, b) => a - b);
    return [
      ...numbers.map((objective): Sketch => ({
        key: `objective${objective}`,
        subject: {
          kind: 'objective',
          objective,
          title: objectiveTitle(objective) ?? '',
          label: objectiveLabel(objective) ?? '',
        },
        children: leaves(findings.filter(finding => finding.objectives.includes(objective))),
      })),
      {
        key: 'none',
        subject: { kind: 'noObjective' },
        children: leaves(findings.filter(finding => finding.objectives.length === 0)),
      },
    ];
  }),
};

/** The groupings on offer; the first is the one a new user sees. */
export const groupings: readonly Grouping[] = [byTheme, bySpeaker, byObjective];
