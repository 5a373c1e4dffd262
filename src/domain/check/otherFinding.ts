// Whether what a claim tells, in the draft's own words, is in another conclusion than the one it cites.
import { certain } from '../certain';
import type { Library } from '../corpus/library';
import type { Finding, Sentence } from '../corpus/types';
import { greatest } from '../longLists';
import { rarity } from '../text/rarity';
import type { Range } from '../text/ranges';
import type { Claim } from './attribution/judge';
import { stem } from './attribution/relate';
import type { LocalProblem } from './facts';
import type { Fix } from './problem';
import type { Prose } from './prose';
import { speaksOfItself } from './strength/own';
import { read, toldIn, type Read } from './strength/words';
import { mask } from './told';
import { WorkInSteps } from '../workInSteps';

/**
 * What the words of a claim must weigh in another conclusion to be from there: by their rarity among all, beside what
 * they weigh in what is cited, in the next best, and in any. Of 2,309 claims of labelled drafts none that cites rightly has
 * so many words of another conclusion; of 120 claims with a wrong citation 98 have.
 */
const least = { words: 3, weight: 4, ofCited: 3, ofNext: 1.3, ofAll: 0.4 } as const;
/** Longer claims are lists or tables run together. */
const longest = 2_000;
/** So far back the parts of a sentence are read that semicolons part, and so many of them. */
const farthest = 600;
const mostParts = 4;
/** A claim that sets another conclusion apart, or says what is not there, cites this one for that. */
const setsApart =
  /\b(?:unlike|in contrast|as opposed to|whereas|the one on|(?:conclusion|finding)s? (?:on|about)|no mention|nobody|nothing(?! less)|wrong to|(?:next|following) (?:section|chapter|paragraph))\b/i;
/** A word that so many conclusions of a large library have tells none of them from the others. */
const mostHolders = 200;

const stemsOf = (text: string): ReadonlySet<string> => tellingStems(read(text, 0, text.length));

/** A conclusion with the stems that tell what it is about. */
interface Known {
  readonly finding: Finding;
  readonly stems: ReadonlySet<string>;
}

/** The conclusion that tells what a claim does. */
interface Telling {
  readonly finding: Finding;
  readonly sentence: Sentence;
}

/**
 * Names of what any draft on the subject refers to: the Global Compact for Safe, Orderly and Regular Migration, its
 * review forum, the Sustainable Development Goals, the dialogue itself.
 */
const ofNames: ReadonlySet<string> = new Set(
  (
    'global compact safe orderly regular migration international review forum 2030 agenda sustainable development goals ' +
    'united nations member states organization conference parties'
  )
    .split(' ')
    .map(stem),
);

/** The stems by which some words tell what they are about. */
function tellingStems(words: Read): ReadonlySet<string> {
  const stems = new Set(toldIn(words));
  for (const name of ofNames) stems.delete(name);
  return stems;
}

/** All conclusions of a library by the words that tell what they are about. */
export class ConclusionWords {
  readonly #holders = new Map<string, Known[]>();
  readonly #known = new Map<string, Known>();

  readonly #work = new WorkInSteps(this.#read());

  constructor(readonly library: Library) {}

  /** Reads the conclusions, one a step, when the first claim is held against them. */
  reading(): Generator<void, void> {
    return this.#work.steps();
  }

  *#read(): Generator<void, void> {
    for (const finding of this.library.findings) {
      const known = { finding, stems: stemsOf(finding.text) };
      this.#known.set(finding.id, known);
      for (const each of known.stems) {
        const holders = this.#holders.get(each);
        if (holders) holders.push(known);
        else this.#holders.set(each, [known]);
      }
      yield;
    }
  }

  /** The id of the conclusion or background paragraph that an id is of. */
  findingOf(id: string): string | undefined {
    return this.library.resolve(id)?.entry.id;
  }

  /** The conclusion that tells what some words do, if those that are cited do not. Undefined if no conclusion is cited. */
  tellingOf(stems: ReadonlySet<string>, cited: readonly string[]): Telling | undefined {
    const own = cited.flatMap(id => this.#known.get(this.findingOf(id) ?? '') ?? []);
    if (own.length < cited.length || own.length === 0) return undefined;
    const weights = new Map<Known, number>();
    let [ofAll, ofCited] = [0, 0];
    for (const word of stems) {
      const holders = this.#holders.get(word);
      if (!holders || holders.length > mostHolders) continue;
      const weight = rarity(this.#known.size, holders.length);
      ofAll += weight;
      if (own.some(each => each.stems.has(word))) ofCited += weight;
      for (const holder of holders) weights.set(holder, (weights.get(holder) ?? 0) + weight);
    }
    for (const each of own) weights.delete(each);
    return this.#telling(stems, [...weights], { ofAll, ofCited });
  }

  #telling(
    stems: ReadonlySet<string>,
    weights: readonly (readonly [known: Known, weight: number])[],
    { ofAll, ofCited }: { readonly ofAll: number; readonly ofCited: number },
  ): Telling | undefined {
    const weight = greatest(weights.map(([, each]) => each));
    const best = weights.find(([, each]) => each === weight)?.[0];
    if (!best) return undefined;
    const next = greatest(weights.map(([known, each]) => (known === best ? 0 : each)));
    const words = [...stems].filter(word => best.stems.has(word)).length;
    const isEnough =
      words >= least.words &&
      weight >= least.weight &&
      weight >= least.ofCited * ofCited &&
      weight >= least.ofNext * next &&
      weight >= least.ofAll * ofAll;
    if (!isEnough) return undefined;
    const { finding } = best;
    return { finding, sentence: sentenceWith(stems, finding) };
  }
}

/** The sentence of a conclusion that has most of some words. */
function sentenceWith(stems: ReadonlySet<string>, { sentences }: Finding): Sentence {
  const shared = sentences.map(({ text }) => [...stemsOf(text)].filter(word => stems.has(word)).length);
  return certain(sentences[shared.indexOf(greatest(shared))]);
}

/** What claims cite wrongly, and the claims that are left to be held against what they cite. */
interface Misplaced {
  readonly problems: readonly LocalProblem[];
  readonly others: readonly Claim[];
  /** The words of those that were read. */
  readonly words: ReadonlyMap<Claim, Read>;
}

/** Tells of each claim whether another conclusion says it, one a step. */
export function* citedElsewhere(
  conclusions: ConclusionWords,
  prose: Prose,
  claims: readonly Claim[],
): Generator<void, Misplaced> {
  const words = new Map<Claim, Read>();
  if (claims.length === 0) return { problems: [], others: claims, words };
  yield* conclusions.reading();
  const masked = mask(prose);
  const problems: LocalProblem[] = [];
  const others = new Set<Claim>();
  const excused: Excused[] = [];
  // The conclusion that is cited next to a claim may answer for it, too.
  const citedHere = new Set(claims.flatMap(({ cited }) => cited.map(id => conclusions.findingOf(id))));
  for (const [at, claim] of claims.entries()) {
    const told =
      mayBeElsewhere(claim) && !quotes(prose, masked, claim) ? read(masked, claim.start, claim.end) : undefined;
    if (told) words.set(claim, told);
    const found = told && toldElsewhere(conclusions, masked, claim, { told, floor: claims[at - 1]?.end ?? 0 });
    if (found && citedHere.has(found.finding.id)) excused.push({ claim, found });
    if (!found || citedHere.has(found.finding.id)) others.add(claim);
    else problems.push(problemOf(claim, certain(claim.citations), found, speaksOfItself(masked, claim)));
    yield;
  }
  for (const { claim, found } of exchangedOf(conclusions, excused)) {
    others.delete(claim);
    problems.push(problemOf(claim, certain(claim.citations), found, speaksOfItself(masked, claim)));
  }
  return { problems, others: [...others], words };
}

/** A claim that another conclusion tells, which is cited next to it. */
interface Excused {
  readonly claim: Claim;
  readonly found: Telling;
}

/** Those of which two have exchanged their citations: each tells what the other cites. */
function exchangedOf(conclusions: ConclusionWords, all: readonly Excused[]): Excused[] {
  const citesAndTells = ({ claim, found }: Excused): [cites: string, tells: string][] =>
    claim.cited.map(id => [conclusions.findingOf(id) ?? '', found.finding.id]);
  const known = new Set(all.flatMap(each => citesAndTells(each).map(([cites, tells]) => `${cites} ${tells}`)));
  return all.filter(each => citesAndTells(each).some(([cites, tells]) => known.has(`${tells} ${cites}`)));
}

/**
 * The conclusion that tells what a claim does. The citation answers for what stands before a semicolon, too: only if all
 * of it is there, the claim is misplaced.
 * @param floor where the claim before ends
 */
function toldElsewhere(
  conclusions: ConclusionWords,
  masked: string,
  { start, end, cited }: Claim,
  { told, floor }: { readonly told: Read; readonly floor: number },
): Telling | undefined {
  const found = conclusions.tellingOf(tellingStems(told), cited);
  if (!found) return undefined;
  const from = beforeSemicolons(masked, start, floor);
  if (setsApart.test(masked.slice(from, end))) return undefined;
  if (from === start) return found;
  const whole = conclusions.tellingOf(tellingStems(read(masked, from, end)), cited);
  return whole?.finding === found.finding ? found : undefined;
}

/** Where the parts of a sentence begin that end in a semicolon before a place; not before `floor`. */
function beforeSemicolons(text: string, start: number, floor: number): number {
  let from = start;
  for (let parts = 0; parts < mostParts && from > floor; parts++) {
    const base = Math.max(floor, from - farthest);
    const before = text.slice(base, from).trimEnd();
    if (!before.endsWith(';')) break;
    from = base + greatest(['.', '!', '?', ';', '\n'].map(sign => before.lastIndexOf(sign, before.length - 2))) + 1;
  }
  return from;
}

/** Whether a claim is told of one or more conclusions, and not only compared with them. */
function mayBeElsewhere({ start, end, uncited, byDay, compared, citations }: Claim): boolean {
  return !uncited && !byDay && !compared && citations !== undefined && end - start <= longest;
}

/** Whether some of a claim stands in quotation marks: that is judged as a quotation, and the rest introduces it. */
const quotes = ({ view: { chars } }: Prose, masked: string, { start, end }: Range): boolean =>
  masked.slice(start, end) !== chars.slice(start, end);

function problemOf(
  { cited }: Claim,
  citations: NonNullable<Claim['citations']>,
  { finding, sentence }: Telling,
  isOwn: boolean,
): LocalProblem {
  const { who, verbs } = sentence.attribution;
  const only = citations.length === 1 ? certain(citations[0]) : undefined;
  return {
    code: 'paraphrase-other-finding',
    start: certain(citations[0]).start,
    end: certain(citations.at(-1)).end,
    severity: isOwn ? 'information' : 'warning',
    data: { cited, suggestion: finding.id, sentence: { id: sentence.id, text: sentence.text, who, verbs } },
    fixes: ({ base, recite }): readonly Fix[] => {
      const edits = only && recite({ start: base + only.start, end: base + only.end }, finding.id);
      return edits ? [{ kind: 'moveCitation', to: finding.id, safe: false, edits }] : [];
    },
  };
}
