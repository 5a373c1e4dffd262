// Words of the source as a part of a sentence has them.
import type { Library } from './library';

/** First words of sentences that are never names. */
const common = new Set(
  (
    'a an the this that these those there it its he she they we in on at to for from with without as by of along among while although though however moreover ' +
    'furthermore more most some many several all both each no not if when where since because given after before during despite ahead ' +
    'participants speakers panelists panellists discussions speaking'
  ).split(' '),
);
const firstWord = /^\p{Lu}\p{Ll}*(?=[\s,;-])/u;

/**
 * Words of the source with a small first letter, as a quotation has that is a part of its sentence: of the letters that
 * is the one that may change in a quotation (UN Editorial Manual, domain of quotations). The capital stays where the
 * words do not begin a sentence of the source, since it is a name's there, and where nothing shows that the first word
 * is none.
 *
 * @param id of a finding, passage or sentence that the words are of
 */
export function inSentence(library: Library, id: string, words: string): string {
  const found = library.resolve(id);
  const [first] = firstWord.exec(words) ?? [];
  if (!found || first === undefined) return words;
  const head = words.slice(0, 60);
  if (!found.entry.sentences.some(({ text }) => text.startsWith(head) || head.startsWith(text))) return words;
  const small = first.toLowerCase();
  const { findings, passages } = found.corpus;
  const isCommon =
    common.has(small) ||
    [...findings, ...passages].some(({ text }) => text.includes(` ${small} `) || text.includes(` ${small},`));
  return isCommon ? small.charAt(0) + words.slice(1) : words;
}

/** What ends no sentence: words, and the brackets behind words. */
const goesOn = /[\p{L}\p{N}\])’%]$/u;
/** What stands behind the last word of a sentence or in it: marks of notes, citations, emphasis. */
const behind = /(?:\[\^[^\s[\]]{1,200}\]|\[@[^[\]]{1,300}\]|[*_~]{1,3}|\s)$/u;

/** A box to tick, a callout's kind, "(a)": no words of the sentence. */
const label = /^\s{0,20}(?:\[(?:[ xX]|!\w{1,20})\]|\(?(?:\d{1,3}|\p{L}{1,4})[.)])\s{0,20}(?=\S|$)/u;

/** Whether what is written behind these words of a paragraph is a part of their sentence: "The summary states that". */
export function isWithinSentence(before: string): boolean {
  let words = before.slice(-600).replace(label, '');
  for (let last = ''; last !== words; words = words.replace(behind, '')) last = words;
  return goesOn.test(words) || /\bthat,$/iu.test(words);
}
