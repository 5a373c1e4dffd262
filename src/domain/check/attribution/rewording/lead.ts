/** What a sentence may begin with before a claim, so that the claim can be worded anew after it. English; ours. */
import { lazy } from '../../../lazy';

export interface Lead {
  /**
   * `clause`: a sentence, or what follows "Noting that"; `document`: the drafter says that the document says it;
   * `noun`: what follows "Recalling" or "Recalling the"; `as`: "As States agreed", "As agreed by States".
   */
  readonly kind: 'clause' | 'document' | 'noun' | 'as';
  /** Whether it says that it was at the dialogue, or when: a document states nothing there. */
  readonly occasion: boolean;
  /** `as`: whether an auxiliary follows ("As was agreed by States"). */
  readonly passive?: boolean;
}

const joining =
  'furthermore|moreover|in addition|additionally|similarly|likewise|further|finally|indeed|thus|therefore|however|in particular|importantly|notably|for example|for instance|and|but|yet';
const manner = '(?: (?:also|further|furthermore|once again|with (?:appreciation|satisfaction|interest)))*';
const seen =
  'recalling|noting|recognizing|recognising|acknowledging|considering|observing|bearing in mind|taking into account|taking note|mindful|aware|conscious|underlining|highlighting';
const sees =
  'recalls?|notes?|recognizes?|recognises?|acknowledges?|observes?|takes? note|takes? into account|bears? in mind|(?:is|are|am) (?:aware|mindful)';
const drafters =
  '(?:we|i|our (?:organization|organisation|delegation|group|network|association|coalition)|this (?:paper|report|statement|brief|declaration|resolution|assembly|conference)|' +
  'the (?:general assembly|assembly|committee|council|conference|authors?|signatories|undersigned|present paper))';
const should =
  'it (?:should|must|may|can|will) (?:also )?be (?:recalled|noted|remembered|observed)|it is worth (?:noting|recalling)|it bears (?:noting|repeating)|let us (?:also )?(?:recall|note|remember)|we (?:would like|wish|want) to (?:recall|note)';
const records =
  '(?:in its summary of conclusions, iom|iom’?s? summary|the (?:iom )?(?:idm )?(?:summary|summary of conclusions|document|conclusions?|report)(?: of the (?:dialogue|idm|international dialogue on migration|session))?) (?:also |further )?(?:states?|notes?|records?|reports?|says?|shows?|indicates?|recalls?)';
const meeting =
  '(?:the )?(?:(?:first|iom|2022|online|recent) )*(?:session of the (?:iom )?(?:international )?(?:dialogue(?: on migration)?|idm)|international dialogue on migration|international dialogue|dialogue|idm|session)(?:,? (?:held )?(?:in )?(?:february[ –-]march |march )?2022)?';
const when = `(?:(?:at|during) ${meeting}|in (?:february |march )?2022)`;

const patterns = lazy(() => ({
  begins: /^\s*(?:[-*+•]|\(?(?:\d{1,3}|[a-z]{1,4})[.)]|>|\||\[[ x]\]|\[!\w+\]|#{1,6})\s+/iu,
  joining: new RegExp(`^(?:${joining}),?(?: |$)`, 'i'),
  says: new RegExp(
    `^(?:(?:${seen})${manner}|(?:${sees})${manner}|${drafters} (?:also |further )?(?:${sees})${manner}|(?:${should}))(?: the fact)? that(?:,? |$)`,
    'i',
  ),
  records: new RegExp(`^(?:${records}) that(?:,? |$)`, 'i'),
  noun: new RegExp(
    `^(?:(?:(?:${seen}|welcoming|echoing|heeding)${manner}(?: of)?|(?:${sees}|welcomes?|echoes|supports?)${manner}(?: of)?|${drafters} (?:also |further )?(?:${sees}|welcomes?|echo(?:es)?|supports?)${manner}(?: of)?) )(?:the )?$`,
    'i',
  ),
  when: new RegExp(`^${when},? $`, 'i'),
  as: /^(?:,? ?as)(?: it)?( was| were)? $/i,
}));

/**
 * Reads the words before a claim.
 *
 * @param text the sentence from its beginning to where the claim begins, or to the mention
 * @returns undefined where they are none of these: then nothing is certain
 */
export function leadOf(text: string): Lead | undefined {
  const { begins, joining: joins, says, records: recorded, noun, when: occasion, as } = patterns();
  let rest = text.replaceAll(/\s+/g, ' ').replace(/^ /, '');
  while (begins.test(rest)) rest = rest.replace(begins, '');
  rest = rest.replace(joins, '');
  if (noun.test(rest)) return { kind: 'noun', occasion: false };
  const document = recorded.test(rest);
  rest = document ? rest.replace(recorded, '') : rest.replace(says, '');
  rest = rest.replace(/^,? /, '');
  const found = as.exec(rest);
  if (found) return { kind: 'as', occasion: false, passive: found[1] !== undefined };
  if (rest === '') return { kind: document ? 'document' : 'clause', occasion: false };
  return occasion.test(rest) ? { kind: document ? 'document' : 'clause', occasion: true } : undefined;
}

const occasions =
  /^(?:\s+(?:at|in|during|of)\s+(?:the\s+|this\s+)?(?:(?:first|IOM|2022|online)\s+)*(?:session|dialogue|meeting|conference|IDM|International Dialogue on Migration)\b(?:\s+2022|\s+in\s+(?:March\s+)?2022)?)+/i;

/** " at the Dialogue", with the blank before it, if `text` begins so; else nothing. */
export function occasionAt(text: string): string {
  return occasions.exec(text)?.[0] ?? '';
}
