// Where drafts use a finding, by their lines.
import { worseOf, type UsePlace } from '../../domain/check/reportModel';

/** A line of a draft on which it uses a finding. */
export interface UseLine extends UsePlace {
  readonly line: number;
}

/** The lines of some places, in the draft's order, each once and with the worst that can be said of it. */
export function useLines(places: readonly UsePlace[], lineOf: (offset: number) => number): readonly UseLine[] {
  const lines = new Map<number, UseLine>();
  for (const place of places) {
    const line = lineOf(place.at);
    const before = lines.get(line);
    const worst = worseOf(before?.worst, place.worst);
    lines.set(line, { at: before?.at ?? place.at, line, ...(worst && { worst }) });
  }
  return [...lines.values()];
}

/** Those of some lines with something wrong, then the others: as many as are named. */
export function namedLines<L extends UseLine>(lines: readonly L[], most: number): readonly L[] {
  if (lines.length <= most) return lines;
  const isWrong = ({ worst }: L): boolean => worst !== undefined;
  return [...lines.filter(isWrong), ...lines.filter(line => !isWrong(line))].slice(0, most);
}
