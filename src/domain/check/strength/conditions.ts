/** Conditions of the source that a draft turns: "for humanitarian purposes and the police", "at all", "in a regular situation". */
import { lazy } from '../../lazy';
import type { Changed } from './changed';
import { greatest } from '../../longLists';
import { Phrases, shared, type Read, type Stretch } from './words';

interface Condition {
  /** Words of the source that set it, and a word that must be there, too. */
  readonly source: Phrases<true>;
  readonly of?: string;
  /** What of a draft turns it. */
  readonly turned: Phrases<true>;
  /** A draft with any of these says it, too: it is turned only by what "and" adds. */
  readonly said?: ReadonlySet<string>;
  /** A draft with any of these keeps it. */
  readonly kept: ReadonlySet<string>;
}

const phrases = (list: string): Phrases<true> => new Phrases([[true, list]]);
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const denials =
  'not never no none nobody neither nor without cannot except excluding rather instead wrong against despite';

const conditions = lazy((): readonly Condition[] => [
  {
    source: phrases('exclusive use, exclusive'),
    turned: phrases(
      'law enforcement, police, the police, immigration enforcement, immigration control, border control, border guards, border agency, border management, ' +
        'prosecution, prosecutors, intelligence services, deportation, commercial purposes, criminal investigations',
    ),
    kept: words(
      `${denials} only nothing unrelated than keep out between firewall firewalls separate separated separation apart`,
    ),
    said: words('exclusive exclusively'),
  },
  {
    source: phrases('as the only, the only'),
    of: 'not',
    turned: phrases(
      'at all, ever ask, never ask, ever request, never request, never be asked, never require, ever require, any proof, in any form',
    ),
    kept: words('only sole single exclusively alone alternative alternatives unless other'),
  },
  {
    source: phrases('regardless of, irrespective of'),
    of: 'status',
    turned: phrases(
      'in a regular situation, in regular situations, with regular status, with a regular status, with legal status, legally resident, lawfully resident, ' +
        'legal residents, lawful residents, residing legally, legally residing, residing lawfully, documented migrants, regular migrants, citizens and residents',
    ),
    kept: words(`${denials} regardless irrespective irregular undocumented whatever`),
  },
  {
    source: phrases('negotiate'),
    turned: phrases(
      'had adopted, have adopted, has adopted, was adopted, were adopted, adopted by, has been adopted, had been adopted, already adopted, had concluded, have concluded, has concluded, ' +
        'had signed, have signed, has signed, was signed, had ratified, have ratified, in force, entered into force',
    ),
    kept: words(
      `${denials} negotiate negotiated negotiating negotiation negotiations potential future once when until if would before`,
    ),
  },
]);

/** What waters down what is asked for, as drafters of compromises add it. */
const waterings = phrases(
  'resources permitting, where resources permit, if resources permit, as resources permit, where resources allow, if resources allow, as resources allow, ' +
    'subject to available resources, subject to the availability of resources, subject to resources, within available resources, within existing resources, ' +
    'as appropriate, where appropriate, if appropriate, when appropriate, where possible, if possible, when possible, whenever possible, wherever possible, as far as possible, ' +
    'where feasible, as feasible, if feasible, where practicable, to the extent possible, to the extent feasible, ' +
    'subject to national law, subject to national laws, subject to national legislation, where national law so provides, where national law allows, where national law permits, ' +
    'if they so wish, if they wish, if they so decide, as they see fit, at their discretion, on a voluntary basis',
);

/**
 * A condition that a draft adds to what somebody is said to have asked for, and that nothing cited sets.
 * @param sources all that is cited
 */
export function addedCondition(
  draft: Read,
  sources: readonly Read[],
): { readonly changed: Changed; readonly of: number } | undefined {
  const said = first(waterings, draft);
  if (!said || sources.some(source => first(waterings, source))) return undefined;
  const told = draft.stems.filter((_, at) => draft.tells[at] === true && (at < said.from || at >= said.to));
  const near = sources.map(source => shared(told, source.stems));
  const most = greatest(near);
  return most * 2 >= new Set(told).size
    ? { changed: { kind: 'added', said, loose: true }, of: near.indexOf(most) }
    : undefined;
}

/** Where a phrase stands first. */
function first(all: Phrases<true>, read: Read): Stretch | undefined {
  for (let at = 0; at < read.lower.length; at++) {
    const found = all.at(read, at);
    if (found) return { from: at, to: at + found.length };
  }
  return undefined;
}

/** A condition of a sentence of the source, and the words that set it, with two more to be shown. */
export interface SetCondition {
  readonly condition: Condition;
  readonly at: Stretch;
}

/** The conditions that a sentence of the source sets. */
export const conditionsIn = (source: Read): SetCondition[] =>
  conditions().flatMap(condition => {
    const at = first(condition.source, source);
    return at && (condition.of === undefined || source.lower.includes(condition.of))
      ? [{ condition, at: { from: at.from, to: Math.min(at.to + 2, source.lower.length) } }]
      : [];
  });

/** What of a draft turns a condition that a sentence of the source sets. */
export function turnedCondition(draft: Read, set: readonly SetCondition[]): Changed | undefined {
  for (const { condition, at } of set) {
    const said = first(condition.turned, draft);
    if (!said) continue;
    // "For humanitarian search and law enforcement purposes only" is not for the first only.
    // "And for law enforcement".
    const isAdded = draft.lower.slice(Math.max(0, said.from - 2), said.from).some(word => /^(?:and|or)$/.test(word));
    if (!isAdded && draft.lower.some(word => condition.said?.has(word))) continue;
    const to = isAdded ? said.to + 2 : said.to;
    if (draft.lower.some((word, here) => condition.kept.has(word) && (here < said.from || here >= to))) continue;
    return { kind: 'condition', said, instead: at };
  }
  return undefined;
}
