/**
 * Bodies and persons whom no list of ours has, told by their capitals: "the Global Forum of Mayors", "NRC", "Ms. Pope".
 * Only one that stands where a clause's subject does is recognized, and only the verb behind it makes it a speaker.
 */
import { voiceAt } from './voices';
import { apart, type ClaimWords, wordAt } from './claimWords';
import { beginsClause, type TaggedWords } from './tags';

/** The indexes of a body's first word and of the one after its last, its article included. */
interface Body {
  readonly from: number;
  readonly to: number;
}

const title = /^(?:mr|ms|mrs|dr|prof|professor|ambassador|minister|president|mayor|senator|sister|father|bishop)$/;
const linking = /^(?:of|for|on|and|the|de|du|des|del|la|in|to|against|without)$/;
/** What texts, meetings, their parts, times and places are called: they speak for nobody who was there. */
const noSpeaker = new Set(
  (
    'summary conclusions conclusion compact declaration agenda convention protocol charter resolution strategy plan framework goals goal act law directive note paper study review report reports book ' +
    'guide guidelines pact treaty covenant constitution code policy agreement day days panel panels session sessions dialogue dialogues conference meeting meetings summit week month year section chapter annex part article ' +
    'objective objectives theme topic item table figure box finding findings paragraph question answer speaker speakers participant participants panelist panelists panellist panellists discussion discussions ' +
    'covid january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday ' +
    'gcm imrf sdg sdgs idm iom covax un-habitat us uk eu cop26 cop27 id ids'
  ).split(' '),
);
/** Words that may have a capital only because a sentence begins with them. */
const openings = new Set(
  (
    'in at on last yesterday when as while however thus later today recently like unlike with for and but our my their his her its this that these those both some many all most every each no not ' +
    'if since after before during although because where what who which whose whatever even only also then there here it he she they we i you one two three another other others several few such ' +
    'recalling noting recognizing emphasizing stressing welcoming having calling given following according to by from under through throughout between among earlier finally first second third moreover furthermore ' +
    'indeed so yet or nor neither either once still now perhaps rather quite well how why'
  ).split(' '),
);
/** Offices and bodies whose name may be one word, where it is said that they spoke at the dialogue. */
const office =
  /^(?:council|chair|chairperson|committee|commission|board|assembly|union|forum|network|alliance|secretary|president|rapporteur|ambassador|minister|mayor|bank)$/;
const longest = 9;

/**
 * The body or person named from a word on, where it begins a clause, or is an agent behind "by", and no known speaker's
 * name ends it. `there`: the claim is of the dialogue.
 */
export function bodyAt(
  words: TaggedWords,
  text: string,
  at: number,
  { agent = false, there = false } = {},
): Body | undefined {
  if (!agent && !beginsClause(words, at)) return undefined;
  const { lower, before } = words;
  const article = lower[at] === 'the';
  const start = article ? at + 1 : at;
  if (article && apart(before[start])) return undefined;
  const name = nameFrom(words, text, start, article);
  if (!name) return undefined;
  const enough = isToldAlone(words, text, start, there && article) ? 1 : 2;
  if (name.capitals < enough || isKnown(lower, start, name.to)) return undefined;
  return { from: at, to: name.to };
}

/** A name as it is told by its capitals: where it ends, and how many of its words have one. */
interface Name {
  readonly to: number;
  readonly capitals: number;
}

/**
 * The words with capitals from one on, and the small ones that link them; none where one of them can be no part of a
 * speaker's name. `article`: "the" stands before them.
 */
function nameFrom(words: TaggedWords, text: string, start: number, article: boolean): Name | undefined {
  const { lower, before, possessive } = words;
  let to = start;
  let capitals = 0;
  for (let at = start; at < Math.min(start + longest, lower.length); at++) {
    if (at > start && apart(before[at]) && !isBehindTitle(words, at)) break;
    if (isCapital(text, words, at)) {
      if (isNoSpeaker(lower, at) || (at === start && !article && isOpening(text, words, at))) return undefined;
      to = at + 1;
      capitals++;
    } else if (!linking.test(wordAt(lower, at))) break;
    if (possessive[at]) return undefined;
  }
  return { to, capitals };
}

/** "Ms. Pope": a full stop that ends no sentence. Behind the first word of a name only. */
function isBehindTitle({ lower, before }: ClaimWords, at: number): boolean {
  return title.test(wordAt(lower, at - 1)) && /^\.?\s$/.test(before[at] ?? '');
}

/** "The Global Compact", but not "the Friends of the Compact". */
function isNoSpeaker(lower: readonly string[], at: number): boolean {
  return noSpeaker.has(wordAt(lower, at)) && !linking.test(wordAt(lower, at - 1));
}

/** Whether the first word of a name may have its capital from the sentence that it begins. */
function isOpening(text: string, words: ClaimWords, at: number): boolean {
  return openings.has(wordAt(words.lower, at)) && !isHealthBody(text, words, at);
}

/** Whether the words are a known speaker's name, or one of the dialogue's begins or ends them. */
function isKnown(lower: readonly string[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const known = voiceAt(lower, at);
    if (!known) continue;
    const begins = at === from;
    const ends = at + known.length === to;
    if ((begins && ends) || ((begins || ends) && known.voice !== 'others')) return true;
  }
  return false;
}

/** Whether one word is name enough: "NRC", or "the Council" where an office may be meant. */
function isToldAlone(words: ClaimWords, text: string, at: number, mayBeOffice: boolean): boolean {
  return isAcronym(text, words, at) || (mayBeOffice && office.test(wordAt(words.lower, at)));
}

function isCapital(text: string, { start }: ClaimWords, at: number): boolean {
  const from = start[at];
  if (from === undefined) return false;
  const code = text.charCodeAt(from);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text.slice(from, from + 2));
}

/** WHO, which is no "who" unless all around it has capitals. */
function isHealthBody(text: string, words: ClaimWords, at: number): boolean {
  return (
    text.slice(words.start[at], words.end[at]) === 'WHO' &&
    at + 1 < words.lower.length &&
    !isAcronym(text, words, at + 1)
  );
}

function isAcronym(text: string, { start, end }: ClaimWords, at: number): boolean {
  return /^\p{Lu}{2,8}$/u.test(text.slice(start[at], end[at]));
}
