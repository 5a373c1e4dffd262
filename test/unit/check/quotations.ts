/**
 * A seeded generator of quotations a drafter could write: honest ones (every permitted change and
 * every typographic and Markdown variant) and altered ones (every kind of meaningful alteration).
 */
import type { Finding } from '../../../src/domain/corpus/types';

export interface Sample {
  readonly kind: string;
  /** What stands between the quotation marks. */
  readonly quote: string;
  readonly cited: string;
  /** Words the source has in the cited finding's place, for a failing test's message. */
  readonly from: string;
}

export class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }

  /** A number from 0 to 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(list: readonly T[]): T {
    const value = list[Math.floor(this.next() * list.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }
}

const words = (text: string): string[] => text.split(' ');
const inner = (word: string): boolean => !/[.,;:()]$/.test(word);

/** A part of the finding, from `least` words on, that begins and ends within it. */
function part(random: Random, text: string, least: number, most: number): string[] {
  const all = words(text);
  const length = Math.min(all.length, random.int(least, most));
  const start = random.int(0, all.length - length);
  return all.slice(start, start + length);
}

const trimEnd = (text: string): string => text.replace(/[.,;:]$/, '');
const otherCase = (text: string): string => {
  const first = text.charAt(0);
  return (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + text.slice(1);
};
const hyphens = ['‐', '‑', '–', '−'];
const spaces = ['\u00a0', '\u2009', '\u202f', '  ', '\t'];

/** Words whose omission is graded, and so not plainly honest. */
const graded = /^(?:not|no|never|nor|neither|none|without|cannot|some|several|many|most|few|all|every|each|both|only|numerous|more|than|less|least|must|should|shall|may|might|can|could|will|would|needs?|needed|ought|imperative|critical|participants|speakers|panelists|discussions|consensus|noted|mentioned|emphasized|highlighted|underlined|insisted|called|expressed|pointed|reported|drew|almost|nearly|partly|half|majority|at|up)[.,]?$/i;

type Make = (random: Random, finding: Finding) => string | undefined;

export const honestKinds: Readonly<Record<string, Make>> = {
  whole: (_, finding) => finding.text,
  sentence: (random, finding) => random.pick(finding.sentences).text,
  part: (random, finding) => part(random, finding.text, 4, 30).join(' '),
  partWithoutStop: (random, finding) => trimEnd(part(random, finding.text, 4, 30).join(' ')),
  initialCase: (random, finding) => otherCase(part(random, finding.text, 5, 20).join(' ')),
  bracketedCase: (random, finding) => {
    const quote = part(random, finding.text, 5, 20).join(' ');
    return /^\p{L}\p{L}/u.test(quote) ? `[${otherCase(quote.charAt(0))}]${quote.slice(1)}` : undefined;
  },
  ownStop: (random, finding) => `${trimEnd(part(random, finding.text, 5, 20).join(' '))}.`,
  ownComma: (random, finding) => `${trimEnd(part(random, finding.text, 5, 20).join(' '))},`,
  curlyApostrophe: (random, finding) => part(random, finding.text, 12, 60).join(' ').replaceAll("'", '’'),
  hyphenKind: (random, finding) => {
    const quote = part(random, finding.text, 12, 60).join(' ');
    return quote.includes('-') ? quote.replaceAll('-', random.pick(hyphens)) : undefined;
  },
  spaceKind: (random, finding) => part(random, finding.text, 6, 20).join(' ').replaceAll(' ', () => random.pick([' ', ...spaces])),
  wrapped: (random, finding) => part(random, finding.text, 10, 50).map((word, at) => (at > 0 && at % 7 === 0 ? `\n${word}` : at > 0 ? ` ${word}` : word)).join(''),
  wrappedCrlf: (random, finding) => part(random, finding.text, 10, 50).map((word, at) => (at > 0 && at % 7 === 0 ? `\r\n${word}` : at > 0 ? ` ${word}` : word)).join(''),
  wrappedInQuote: (random, finding) => part(random, finding.text, 10, 50).map((word, at) => (at > 0 && at % 7 === 0 ? `\n> ${word}` : at > 0 ? ` ${word}` : word)).join(''),
  wrappedAtHyphen: (random, finding) => {
    const quote = part(random, finding.text, 10, 50).join(' ');
    return quote.includes('-') ? quote.replace(/(?<=\p{L})-(?=\p{L})/u, '-\n') : undefined;
  },
  emphasis: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    const at = random.int(0, list.length - 3);
    const mark = random.pick(['*', '**', '_', '__', '***']);
    list[at] = mark + list[at];
    list[at + 2] += mark;
    return list.join(' ');
  },
  emphasisInWord: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    const at = list.findIndex(word => /^\p{L}{6}/u.test(word));
    if (at < 0) return undefined;
    list[at] = `${list[at]?.slice(0, 3)}**${list[at]?.slice(3, 5)}**${list[at]?.slice(5)}`;
    return list.join(' ');
  },
  link: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    const at = random.int(1, list.length - 2);
    list[at] = `[${list[at]}](${random.pick(['https://www.iom.int', 'https://x.org/a_(b)', '#note', 'a.md "a title"'])})`;
    return list.join(' ');
  },
  referenceLink: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    const at = random.int(1, list.length - 2);
    list[at] = `[${list[at]}][iom]`;
    return list.join(' ');
  },
  escape: (random, finding) => {
    const quote = part(random, finding.text, 10, 50).join(' ').replaceAll('-', '\\-').replaceAll('.', '\\.').replaceAll(',', '\\,');
    return quote.includes('\\') ? quote : undefined;
  },
  entity: (random, finding) => {
    const quote = part(random, finding.text, 10, 30).join(' ').replace(' ', '&nbsp;').replaceAll("'", '&rsquo;').replaceAll('-', '&#8209;');
    return quote.includes('&') ? quote : undefined;
  },
  html: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    const at = random.int(1, list.length - 2);
    list[at] = `<em>${list[at]}</em>`;
    return list.join(' ');
  },
  span: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    const at = random.int(1, list.length - 2);
    list[at] = `[${list[at]}]{.smallcaps}`;
    return list.join(' ');
  },
  comment: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    const at = random.int(1, list.length - 2);
    list[at] += ' <!-- check this -->';
    return list.join(' ');
  },
  noteMark: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    list[random.int(1, list.length - 1)] += '[^7]';
    return list.join(' ');
  },
  softHyphen: (random, finding) => part(random, finding.text, 6, 20).map(word => word.replace(/(?<=\p{L}{4})(?=\p{L}{4})/u, '\u00ad')).join(' '),
  ligature: (random, finding) => {
    const quote = part(random, finding.text, 8, 50).join(' ').replace('fi', 'ﬁ').replace('ff', 'ﬀ');
    return /[ﬁﬀ]/.test(quote) ? quote : undefined;
  },
  ellipsis: (random, finding) => {
    const sentence = words(random.pick(finding.sentences).text);
    if (sentence.length < 14) return undefined;
    const from = random.int(4, sentence.length - 7);
    const to = from + random.int(1, 3);
    const left = sentence.slice(from, to);
    if (left.some(word => graded.test(word))) return undefined;
    const mark = random.pick(['…', '...', '[…]', '[...]', '(…)', '(...)', '. . .']);
    return [...sentence.slice(0, from), mark, ...sentence.slice(to)].join(' ');
  },
  outerEllipsis: (random, finding) => {
    const list = part(random, finding.text, 5, 20);
    return `${random.pick(['… ', '…', '[…] ', '...'])}${trimEnd(list.join(' '))}${random.pick([' …', '…', ' […]', '...'])}`;
  },
  correction: (_, finding) => {
    const corrected = finding.text.replace('antitrafficking', 'anti-trafficking').replace(/to be assured$/, 'to be assured.')
      .replace('as well with national', 'as well as with national');
    return corrected === finding.text ? undefined : corrected;
  },
};

const swaps: readonly (readonly [RegExp, string])[] = [
  [/\bsome\b/i, 'many'], [/\bmany\b/i, 'some'], [/\ball\b/, 'some'], [/\bmore\b/, 'fewer'], [/\bevery\w*\b/, 'most'],
];
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/\bneed\b/, 'necessity'], [/\bmust\b/, 'should'], [/\bshould\b/, 'could'], [/\bmigrants\b/, 'people'], [/\bcalled for\b/, 'demanded'],
  [/\bStates\b/, 'Governments'], [/\bimportan(?:ce|t)\b/, 'vital'], [/\baccess to\b/, 'use of'], [/\bemphasized\b/, 'agreed'], [/\bcountries\b/, 'nations'],
  [/\bmentioned\b/, 'stressed'], [/\bincluding\b/, 'especially'], [/\bskills\b/, 'talents'], [/\brights\b/, 'freedoms'],
];
const negatable = /\b(?:is|are|was|were|should|must|could|can|has|have|will|had)\b(?! not)/;

export const alteredKinds: Readonly<Record<string, (random: Random, finding: Finding, others: readonly Finding[]) => string | undefined>> = {
  negationDropped: (_, finding) => {
    const sentence = finding.sentences.find(each => /\bnot\b|without /.test(each.text))?.text;
    return sentence?.replace(/ not\b|\bwithout (?=\w)/, '');
  },
  negationAdded: (random, finding) => {
    const sentence = random.pick(finding.sentences).text;
    return negatable.test(sentence) ? sentence.replace(negatable, '$& not') : undefined;
  },
  quantifierSwapped: (random, finding) => {
    const [from, to] = random.pick(swaps);
    const sentence = finding.sentences.find(each => from.test(each.text))?.text;
    return sentence?.replace(from, to);
  },
  quantifierAdded: (random, finding) => {
    const sentence = finding.sentences.find(each => /^(?:Participants|Speakers)/.test(each.text))?.text;
    return sentence && `${random.pick(['All', 'Most', 'Many'])} ${otherCase(sentence)}`;
  },
  numberChanged: (random, finding) => {
    const sentence = finding.sentences.find(each => /\d/.test(each.text))?.text;
    return sentence?.replace(/\d+/, number => String(Number(number) + random.int(1, 9)));
  },
  numberAdded: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    list.splice(random.int(1, list.length - 1), 0, String(random.int(2, 90)));
    return list.join(' ');
  },
  clauseReordered: (random, finding) => {
    const clauses = random.pick(finding.sentences).text.split(/(?<=,) /);
    if (clauses.length < 2 || clauses.some(clause => words(clause).length < 3)) return undefined;
    return [...clauses.slice(1), clauses[0]].join(' ');
  },
  fragmentsReversed: (random, finding) => {
    const all = words(finding.text);
    const middle = random.int(6, all.length - 6);
    const mark = random.pick(['…', '...', '[…]', '(...)']);
    return [...all.slice(middle, middle + 6), mark, ...all.slice(middle - 6, middle)].join(' ');
  },
  ellipsisOverNegation: (random, finding) => {
    const sentence = finding.sentences.find(each => /\b(?:not|without|cannot)\b/.test(each.text))?.text;
    const list = sentence && words(sentence);
    const at = list ? list.findIndex(word => /^(?:not|without|cannot)$/.test(word)) : -1;
    if (!list || at < 2 || at > list.length - 2) return undefined;
    return [...list.slice(0, at - random.int(0, 1)), random.pick(['…', '[...]', '(…)']), ...list.slice(at + random.int(1, 2))].join(' ');
  },
  bracketInsertion: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    list.splice(random.int(1, list.length - 1), 0, random.pick(['[not]', '[fully]', '[never]', '[all]', '[legally binding]']));
    return list.join(' ');
  },
  synonym: (random, finding) => {
    const [from, to] = random.pick(synonyms);
    const sentence = finding.sentences.find(each => from.test(each.text))?.text;
    return sentence?.replace(from, to);
  },
  wordCut: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    const at = random.int(1, list.length - 2);
    list.splice(at, 1);
    const quote = list.join(' ');
    return finding.text.includes(quote) ? undefined : quote;
  },
  cutInWord: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    const last = list.at(-1)!.replace(/\W+$/, '');
    if (last.length < 6) return undefined;
    list[list.length - 1] = last.slice(0, -random.int(2, 3));
    return finding.text.includes(`${list.join(' ')} `) ? undefined : list.join(' ');
  },
  cutInCompound: (_, finding) => {
    const found = /\b\p{L}+-(\p{L}+(?: \p{L}+){4})\b/u.exec(finding.text)?.[1];
    return found && !new RegExp(`(?<!-)\\b${found}`, 'u').test(finding.text) ? found : undefined;
  },
  spliced: (random, finding, others) => {
    const other = random.pick(others);
    return `${trimEnd(words(finding.text).slice(0, random.int(5, 12)).join(' '))} ${trimEnd(words(other.text).slice(3, random.int(9, 18)).join(' '))}`;
  },
  splicedWithEllipsis: (random, finding, others) => {
    const other = random.pick(others);
    return `${words(finding.text).slice(0, random.int(5, 12)).filter(inner).join(' ')} … ${words(other.text).slice(3, random.int(9, 18)).join(' ')}`;
  },
  wrongFinding: (random, finding, others) => {
    const quote = part(random, random.pick(others).text, 5, 25).join(' ');
    return finding.text.includes(trimEnd(quote)) ? undefined : quote;
  },
  tenseChanged: (_, finding) => {
    const sentence = finding.sentences.find(each => /\b(?:were|was)\b/.test(each.text))?.text;
    return sentence?.replace(/\bwere\b/, 'are').replace(/\bwas\b/, 'is');
  },
  caseChanged: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    const at = random.int(1, list.length - 1);
    const changed = otherCase(list[at]!);
    if (changed === list[at]) return undefined;
    list[at] = changed;
    return list.join(' ');
  },
  struck: (_, finding) => (/\bnot\b/.test(finding.text) ? finding.text.replace(/\bnot\b/, '~~not~~') : undefined),
};

/** `count` samples of each kind, as far as the findings allow; each finding in turn. */
export function samples(
  kinds: typeof alteredKinds | typeof honestKinds, findings: readonly Finding[], count: number, seed: number,
): Sample[] {
  const random = new Random(seed);
  const made: Sample[] = [];
  for (const [kind, make] of Object.entries(kinds) as [string, (typeof alteredKinds)[string]][]) {
    const seen = new Set<string>();
    for (let turn = 0; turn < 40 * count && seen.size < count; turn++) {
      const finding = random.pick(findings);
      const quote = make(random, finding, findings.filter(other => other !== finding));
      if (quote === undefined || quote === finding.text && kind !== 'whole' || seen.has(quote + finding.id)) continue;
      seen.add(quote + finding.id);
      made.push({ kind, quote, cited: finding.id, from: finding.text });
    }
  }
  return made;
}
