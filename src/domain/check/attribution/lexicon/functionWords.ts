/** Lexicon: the words by whose order a claim's speaker and verb are recognized. English; ours. */

const list = (words: string): readonly string[] => words.split(' ');
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
export const adverbs = set(
  'also further furthermore again all both then thus therefore clearly strongly repeatedly unanimously broadly generally jointly firmly rightly collectively ' +
    'consistently explicitly duly particularly especially rather once similarly likewise equally widely largely universally specifically together additionally ' +
    'even openly publicly loudly moreover accordingly overwhelmingly categorically formally informally expressly too alike themselves itself alone now already subsequently finally ultimately eventually indeed',
);
export const auxiliaries = set('has have had did having');
export const postpositions = set(
  'of at in from during attending representing on present taking across participating gathered this throughout under with convened held meeting',
);
export const blockers = set(
  'should must is are was were be been that which and or may can could would will to shall need needs do does',
);
export const blocking = set(
  'of for by among between with to from on in including against within into upon towards than through requesting asking inviting urging encouraging helping',
);
export const insertions = set(
  'and including without with unanimously united above chiefly mainly mostly predominantly first not among such held convened notably led many most some none both in at on from as for also however too therefore meanwhile moreover furthermore while during gathered meeting particularly especially',
);
/** The drafter's own verbs: "…, and noting that …". */
export const drafter = new RegExp(
  String.raw`\b(?:noting|recalling|recogni[sz]ing|welcoming|emphasi[sz]ing|stressing|mindful|aware|reaffirming|acknowledging|considering|conscious|` +
    String.raw`observing|taking (?:note|into account)|bearing in mind|guided by|underlining|we|notes?|recalls?|welcomes?|recogni[sz]es?|takes? note)\b`,
  'i',
);
/** Names that may stand in "the States at the Dialogue" without its being another meeting. */
export const ours = set(
  'dialogue international migration idm iom organization session member states state online march february united nations day summary conclusions meeting conference the of at in 2022',
);
/** Words with which a heading says what is to be rather than what was: "Consensus on … must be sought". */
export const unspoken = set('should must is are would could will can may might remains remain has have');
/** Said of all of them: "unanimously called for". */
export const overall = set('unanimously universally overwhelmingly all largely uniformly');
/** Phrases that say it of all of them, wherever they stand by the verb. */
const unitedPhrases = [
  'with one voice',
  'with one accord',
  'in unison',
  'as one',
  'without exception',
  'by acclamation',
  'to a person',
  'in one voice',
  'speaking with one voice',
].map(phrase => phrase.split(' '));
const unitedBegin = new Set(unitedPhrases.map(([first]) => first));
/** How many words from `at` on say that it was all of them; 0 where none do. */
export function unitedAt(words: readonly string[], at: number): number {
  if (!unitedBegin.has(words[at] ?? '')) return 0;
  return unitedPhrases.find(phrase => phrase.every((word, index) => words[at + index] === word))?.length ?? 0;
}
/** Said of a passive without an agent: "was widely supported". */
export const widely = set('unanimously universally overwhelmingly widely broadly generally largely');
export const wide = set(
  'broad wide widespread strong overwhelming general unanimous universal full clear large considerable near-unanimous',
);
/** What says that a noun is of all of them: "the common view of". */
export const uniting = list(
  'unanimous common shared collective overwhelming general widespread universal joint agreed majority prevailing predominant',
);
/** "Common ground", "a shared understanding" are consensus. */
export const shared = list('common shared universal unanimous general');
export const ground = list('ground understanding view feeling opinion');
/** Verbs whose object support may be: "enjoyed the support of". */
export const holding = list('has had enjoys enjoyed commanded received won garnered attracted gained');
export const articles = list('a an the');
/** Behind these a clause may begin, with its subject: "…, that the Forum", "at the Dialogue the Forum". */
export const openers = list('that and but where while whereas as when what because since was dialogue session idm');
