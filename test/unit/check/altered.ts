/** Altered quotations: every kind of meaningful alteration. */
import { inner, otherCase, part, trimEnd, words, type Make } from './quotations';

const swaps: readonly (readonly [RegExp, string])[] = [
  [/\bsome\b/i, 'many'],
  [/\bmany\b/i, 'some'],
  [/\ball\b/, 'some'],
  [/\bmore\b/, 'fewer'],
  [/\bevery\w*\b/, 'most'],
];
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/\bneed\b/, 'necessity'],
  [/\bmust\b/, 'should'],
  [/\bshould\b/, 'could'],
  [/\bmigrants\b/, 'people'],
  [/\bcalled for\b/, 'demanded'],
  [/\bStates\b/, 'Governments'],
  [/\bimportan(?:ce|t)\b/, 'vital'],
  [/\baccess to\b/, 'use of'],
  [/\bemphasized\b/, 'agreed'],
  [/\bcountries\b/, 'nations'],
  [/\bmentioned\b/, 'stressed'],
  [/\bincluding\b/, 'especially'],
  [/\bskills\b/, 'talents'],
  [/\brights\b/, 'freedoms'],
];
const negatable = /\b(?:is|are|was|were|should|must|could|can|has|have|will|had)\b(?! not)/;

export const alteredKinds: Readonly<Record<string, Make>> = {
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
  ellipsisOverQuantity: (random, finding) => {
    const sentence = finding.sentences.find(each =>
      /\w \w+ (?:some|many|more|all|both|million|billion) \w+ \w/.test(each.text),
    )?.text;
    const list = sentence && words(sentence);
    const at = list
      ? list.findIndex((word, index) => index > 1 && /^(?:some|many|more|all|both|million|billion)$/.test(word))
      : -1;
    if (!list || at < 2 || at > list.length - 3) return undefined;
    return [
      ...list.slice(0, at - random.int(0, 1)),
      random.pick(['…', '[...]', '(…)']),
      ...list.slice(at + random.int(1, 2)),
    ].join(' ');
  },
  ellipsisOverNegation: (random, finding) => {
    const sentence = finding.sentences.find(each => /\b(?:not|without|cannot)\b/.test(each.text))?.text;
    const list = sentence && words(sentence);
    const at = list ? list.findIndex(word => /^(?:not|without|cannot)$/.test(word)) : -1;
    if (!list || at < 2 || at > list.length - 2) return undefined;
    return [
      ...list.slice(0, at - random.int(0, 1)),
      random.pick(['…', '[...]', '(…)']),
      ...list.slice(at + random.int(1, 2)),
    ].join(' ');
  },
  negatedInWord: (random, finding) => {
    const prefixed = random.pick([
      '[ir]regular',
      '[un]safe',
      '[in]equitable',
      '[in]effective',
      '[un]important',
      '[dis]respect',
      'should[n’t]',
      'could[n’t]',
      'must[n’t]',
      'need[less]',
    ]);
    const word = prefixed.replace(/\[[^\]]*\]/, '');
    const sentence = finding.sentences.find(each => new RegExp(`\\b${word}\\b`).test(each.text))?.text;
    return sentence?.replace(new RegExp(`\\b${word}\\b`), prefixed);
  },
  hyphenToDash: (random, finding) => {
    const sentence = finding.sentences.find(each => /\p{L}-\p{L}/u.test(each.text))?.text;
    return sentence?.replace(/(?<=\p{L})-(?=\p{L})/u, random.pick([' - ', ' – ', ' — ', ' ', '']));
  },
  dashAdded: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    list.splice(random.int(1, list.length - 1), 0, random.pick(['–', '—', '-', '&ndash;', '--']));
    return list.join(' ');
  },
  exclaimed: (random, finding) =>
    trimEnd(part(random, finding.text, 6, 20).join(' ')) + random.pick(['!', '?', ';', ':', '?!']),
  duplicated: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    const at = random.int(0, list.length - 1);
    list.splice(at, 0, list[at]!);
    return list.join(' ');
  },
  homoglyph: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    const at = list.findIndex(word => /[aeo]/.test(word));
    list[at] = list[at]!.replace(/[aeo]/, letter => ({ a: 'а', e: 'е', o: 'о' })[letter]!);
    return list.join(' ');
  },
  bracketInsertion: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    list.splice(
      random.int(1, list.length - 1),
      0,
      random.pick(['[not]', '[fully]', '[never]', '[all]', '[legally binding]']),
    );
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
