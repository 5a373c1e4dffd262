/** Honest quotations: every permitted change, and every typographic and Markdown variant. */
import { otherCase, part, trimEnd, words, type Make } from './quotations';

const hyphens = ['‐', '‑', '–', '−'];
const spaces = ['\u00a0', '\u2009', '\u202f', '  ', '\t'];

/** Words whose omission is graded, and so not plainly honest. */
const graded =
  /^(?:not|no|never|nor|neither|none|without|cannot|some|several|many|most|few|all|every|each|both|only|numerous|more|than|less|least|must|should|shall|may|might|can|could|will|would|needs?|needed|ought|imperative|critical|participants|speakers|panelists|discussions|consensus|noted|mentioned|emphasized|highlighted|underlined|insisted|called|expressed|pointed|reported|drew|almost|nearly|partly|half|majority|at|up)[.,]?$/i;

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
  spaceKind: (random, finding) =>
    part(random, finding.text, 6, 20)
      .join(' ')
      .replaceAll(' ', () => random.pick([' ', ...spaces])),
  wrapped: (random, finding) => wrapped(part(random, finding.text, 10, 50), '\n'),
  wrappedCrlf: (random, finding) => wrapped(part(random, finding.text, 10, 50), '\r\n'),
  wrappedInQuote: (random, finding) => wrapped(part(random, finding.text, 10, 50), '\n> '),
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
    list[at] =
      `[${list[at]}](${random.pick(['https://www.iom.int', 'https://x.org/a_(b)', '#note', 'a.md "a title"'])})`;
    return list.join(' ');
  },
  angleLink: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    const at = random.int(1, list.length - 2);
    list[at] = `[${list[at]}](<day 1.md> "a title")`;
    return list.join(' ');
  },
  referenceLink: (random, finding) => {
    const list = part(random, finding.text, 6, 20);
    const at = random.int(1, list.length - 2);
    list[at] = `[${list[at]}][iom]`;
    return list.join(' ');
  },
  escape: (random, finding) => {
    const quote = part(random, finding.text, 10, 50)
      .join(' ')
      .replaceAll('-', '\\-')
      .replaceAll('.', '\\.')
      .replaceAll(',', '\\,');
    return quote.includes('\\') ? quote : undefined;
  },
  entity: (random, finding) => {
    const quote = part(random, finding.text, 10, 30)
      .join(' ')
      .replace(' ', '&nbsp;')
      .replaceAll("'", '&rsquo;')
      .replaceAll('-', '&#8209;');
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
  softHyphen: (random, finding) =>
    part(random, finding.text, 6, 20)
      .map(word => word.replace(/(?<=\p{L}{4})(?=\p{L}{4})/u, '\u00ad'))
      .join(' '),
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
  stopAndEllipsis: (random, finding) => {
    if (finding.sentences.length < 2) return undefined;
    const next = words(finding.sentences[1]!.text);
    const left = next.slice(0, 2);
    return left.some(word => graded.test(word)) || next.length < 8
      ? undefined
      : `${finding.sentences[0]!.text}${random.pick([' . . . ', '.. ', '... ', ' … ', ' […] '])}${next.slice(2).join(' ')}`;
  },
  wrappedOnceMore: (random, finding) => {
    const [open, close] = random.pick([
      ['“', '”'],
      ['‘', '’'],
      ["'", "'"],
    ] as const);
    return `${open}${part(random, finding.text, 5, 20).join(' ')}${close}`;
  },
  bracketedWord: (_, finding) => {
    const first = finding.sentences.find(each => each.text.startsWith('A '))?.text;
    return first && `[a]${first.slice(1)}`;
  },
  correction: (_, finding) => {
    const corrected = finding.text
      .replace('antitrafficking', 'anti-trafficking')
      .replace(/to be assured$/, 'to be assured.')
      .replace('as well with national', 'as well as with national');
    return corrected === finding.text ? undefined : corrected;
  },
};

/** Words on lines of seven. */
function wrapped(all: readonly string[], lineBreak: string): string {
  const lines: string[] = [];
  for (let at = 0; at < all.length; at += 7) lines.push(all.slice(at, at + 7).join(' '));
  return lines.join(lineBreak);
}
