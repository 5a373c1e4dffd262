/**
 * The clauses a draft may state of each sentence, as `data/…/clauses.txt` has them. The notation is explained there.
 */
import { certain } from '../../../certain';
import idm2022_1 from '../../../../../data/idm2022-1/clauses.txt';
import { lazy } from '../../../lazy';
import { normal } from './clauseWords';
import { betweenBlanks } from '../../../text/words';

/** One reading of a clause: which words it has, in order, after its speaker and verb. */
export interface Reading {
  /** As they are written, with the punctuation that follows them. */
  readonly words: readonly string[];
  /** The same as they are compared. */
  readonly normal: readonly string[];
  /** At which word a draft's words may begin. */
  readonly seams: ReadonlySet<number>;
  /** Before which word they may end. */
  readonly cuts: ReadonlySet<number>;
}

export interface Clause {
  /** "participants": who speaks; the document where the source names nobody. */
  readonly speaker: string;
  /**
   * Speaker, verb and what leads to the rest ("participants highlighted that"), in two parts: "also" goes between them.
   */
  readonly head: readonly [lead: string, verb: string];
  readonly readings: readonly Reading[];
}

export const documentName = 'the summary of conclusions';

const lines = lazy(() => {
  const found = new Map<string, string[]>();
  for (const line of idm2022_1.split('\n')) {
    const at = line.indexOf(':');
    if (at < 0 || line.startsWith('#')) continue;
    const id = `idm2022-1-${line.slice(0, at)}`;
    found.set(id, [...(found.get(id) ?? []), line.slice(at + 1).trim()]);
  }
  return found;
});
const read = new Map<string, readonly Clause[]>();

/** The clauses of a sentence, by its id; none where it cannot stand alone. */
export function clausesOf(sentence: string): readonly Clause[] {
  let clauses = read.get(sentence);
  if (!clauses) {
    clauses = (lines().get(sentence) ?? []).map(parse);
    read.set(sentence, clauses);
  }
  return clauses;
}

/** The ids of the sentences that have clauses. */
export function sentencesWithClauses(): readonly string[] {
  return [...lines().keys()];
}

function parse(line: string): Clause {
  const seam = line.indexOf('^');
  const [lead = '', verb = ''] = line
    .slice(0, seam)
    .replace('@', documentName)
    .replaceAll(/[<>]/g, '')
    .split('~')
    .map(part => part.trim());
  return {
    speaker: lead.replace(/^there was$|^it was$/, ''),
    head: [lead, verb],
    readings: expand(line.slice(seam)).map(reading),
  };
}

/** Every choice made: what may be left out is there or not, one of the alternatives is. */
function expand(text: string): string[] {
  const choice = /\[([^[\]]*)\]|\{([^{}]*)\}/.exec(text);
  if (!choice) return [text];
  const options = choice[1] === undefined ? certain(choice[2]).split('/') : [choice[1], ''];
  const rest = expand(text.slice(choice.index + choice[0].length));
  return options.flatMap(option => rest.map(after => `${text.slice(0, choice.index)}${option}${after}`));
}

function reading(text: string): Reading {
  const words: string[] = [];
  const seams = new Set<number>();
  const cuts = new Set<number>();
  for (const token of betweenBlanks(text.replaceAll(/[<>]/g, ''))) {
    if (token === '^') seams.add(words.length);
    else if (token === '|') cuts.add(words.length);
    else if (token === ',') words[words.length - 1] += ',';
    else words.push(token);
  }
  cuts.add(words.length);
  return { words, normal: words.map(normal), seams, cuts };
}
