/**
 * Whether the words around a mention say that it happened, and at the dialogue: not denied, not
 * supposed, not of another occasion or document. What is not asserted of the dialogue is no claim on it.
 */
import type { VerbForm } from './scale';
import { lazy } from '../../lazy';

const quantity = String.raw`(?:(?:the|a|an|any|all|every|most|merely|just) )*`;
const denied = new RegExp(
  String.raw`\b(?:no|not(?! (?:just|only|merely|simply|solely|alone)\b)|nor|neither|never|without|lack of|absence of|instead of|rather than|nobody but|far from|short of) (?:(?:being|been|having been|yet) )*${quantity}$`,
  'i',
);
/** "It is not said that States agreed", "the claim that …": said earlier in the clause, of what "that" begins. */
const disowned =
  /(?:\b(?:not|nothing|nowhere|never|neither|nor|cannot|false|wrong|untrue|incorrect|mistaken|misleading|claims?|claimed|alleged|allegation|believes?|assumes?|supposes?|pretends?)\b|n['’]t\b)/i;
/** Verbs by which one says something, what shows that it would be too much, and where it is said so. */
const stating = String.raw`(?:say|claim|write|report|conclude|suggest|infer|assert|announce|state|argue|maintain|imply|think|believe|declare|pretend)`;
const statingNow = String.raw`(?:saying|claiming|writing|reporting|concluding|suggesting|inferring|asserting|announcing|stating|arguing|maintaining|implying|declaring|pretending)`;
const overstated =
  String.raw`(?:too (?:much|far|strong|bold|early|soon|generous|hasty|simple|optimistic|easy)|exaggeration|overstate(?:s|ment)?|overreach|stretch|mistake|error|wrong|inaccurate|incorrect|inexact|misleading|misread(?:s|ing)?|untrue|false|` +
  String.raw`tempt(?:ing|ation|ed)|premature|hasty|rash|generous|unfair|dishonest|careless|unwarranted|unjustified|unfounded|impossible)`;
/**
 * "It would be too much to say that States agreed", "we should avoid saying that …": in the words right before the
 * mention.
 */
const toSayTooMuch = lazy(
  () =>
    new RegExp(
      String.raw`(?<!\b(?:no|hardly an|without) )\b${overstated}\b[^.;:]{0,60}? to ${stating} (?:that )?$` +
        String.raw`|\b(?:avoid|avoids|stops? short of|beware of|refrain from|refrains from|careful about|wary of|temptation of|far from) ${statingNow} (?:that )?$` +
        String.raw`|\b(?:hardly|scarcely|barely) (?:${stating}|says|claims|suggests|implies|means|states) (?:that )?$|\b(?:nobody|no one) (?:should|can|could|may|must|ought to) [^.;:]{0,40}? that $`,
      'i',
    ),
);
/** "To say that States agreed …": what is said of it follows. */
const sayingSo = lazy(
  () => new RegExp(String.raw`(?:^|[.;:(–—] ?|\b(?:but|and|so|yet) )(?:to ${stating}|${statingNow}) (?:that )?$`, 'i'),
);
const isTooMuch = new RegExp(
  String.raw`\b(?:(?:is|be|was|goes|go|going|are) (?:simply |plainly |far |an? |\w+ly ){0,2}(?:${overstated}|not)\b|(?:overstates?|exaggerates?|misreads?|misleads?|misrepresents?|distorts?|overreach(?:es)?)\b)`,
  'i',
);
const supposed = new RegExp(
  String.raw`\b(?:if|unless|whether|until|once|lest|should|would|could|might|may|can|will|shall|did|do|does|suppose|supposing|provided that|in case|so that|in order that|in the hope that|hope that|hoping that) ${quantity}$`,
  'i',
);
const that = /\bthat $/i;
const inverted = /(?:^|[.;:(–—] ?)(?:had|were) $/i;
/** "We propose that States agree": what is to be, in the base form of the verb. */
const wished =
  /\b(?:propos|request|recommend|urg|demand|insist|suggest|ask|essential|important|vital|crucial|imperative|necessary|critical|desirable|wish|call|requir|advis|time)/i;

/** "We seek the agreement of States", "a commitment by States is needed": what is still to come. */
const sought =
  /(?:\b(?:seek|seeks|seeking|need|needs|needing|require|requires|requiring|await|awaits|awaiting|obtain|secure|win|gain|build|towards?|pending|without|subject to|depends? on|rely on|count on|hope for|hopes for|calls? for|calling for|urges?|expects?|welcome any|invites?)) (?:(?:the|a|an|any|such|their|firm|strong|stronger|clear|renewed|new|full|broad|political|active|further|greater) )*$/i;
/** "With the support of UNODC, the project …": whoever is with the draft. */
const accompanied =
  /(?:^|[.;:,(*|\]>#]) ?with (?:(?:the|a|an|their|firm|strong|clear|renewed|full|broad|political|active) )*$/i;
const lacking =
  /^ (?:is|are|will be|would be|remains?) (?:still |also |\w+ly )?(?:needed|required|necessary|essential|crucial|key|vital|critical|indispensable|sought|lacking|missing|a (?:prerequisite|condition))\b/i;
/** "The attention given by States to … is low": what is the case today. */
const falling =
  /^[^.;:]* (?:is|are|remains?|stays?) (?:still |too |far |\w+ly ){0,2}(?:low|limited|insufficient|uneven|weak|small|inadequate|lacking|missing|rare|modest|scarce|absent)\b/i;
const nothing = /^ (?:nothing|no|neither|little|hardly)\b/i;

const titled = String.raw`(?:(?:the|its|their|our) )?(?:\d{4} )?(?:[\p{Lu}][\p{L}’'-]* (?:(?:for|of|on|and|the) )*)*`;
const documents =
  String.raw`(?:Compacts?|Declarations?|Agenda|Goals|SDGs|Conventions?|Protocols?|Covenants?|Charter|Agreement|Pact|Treaty|Resolution|resolution \S*\d|Framework|` +
  String.raw`General Assembly|Security Council|Human Rights Council|Review Forum|IMRF|COP ?\d*|Climate Change Conference|Marrakesh|international (?:\w{1,30} ){0,5}law)\b`;
const otherYear = String.raw`(?:19\d\d|20(?:[01]\d|2[013-9]))\b`;
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** "In its 2021 report", "at their own congress": somewhere of the speaker's own. */
const ownPapers = String.raw`(?:in|at|during|through|by) (?:its|their|our|his|her|an earlier|a recent|a later) (?:[\w-]{1,20} ){0,3}?(?:${otherYear}|(?:reports?|reviews?|submissions?|surveys?|stud(?:y|ies)|communiqu(?:e\b|é)s?|letters?|papers?|strategy|strategies|congress|summit|website|blog)\b)(?![^.;,]{0,30}\b(?:[Dd]ialogue|session|IDM)\b)`;
const joint = String.raw`(?:In|At|Under|Through|By|With|Since|During|Until|Before|Following|in|at|under|through|by|with|since|during|until|before|following|on)`;
/** "In the Global Compact, …": where it may begin, and the rest of it up to the mention. */
const opening = lazy(
  () =>
    new RegExp(String.raw`(?:^|[.;:,(] ?|\b(?:and|but|that|while|whereas|back|already|as early as) )${joint} `, 'gu'),
);
const opened = lazy(() => new RegExp(String.raw`^(?:${titled}${documents}|${otherYear})[^.;,]{0,40},? ?$`, 'u'));
/** "The New York Declaration, in which …", "the Compact, as …". */
const described = lazy(
  () =>
    new RegExp(
      String.raw`(?:${documents}|${otherYear})[^.;,]{0,60},? (?:(?:in|at|by|under|through|with|to|for) )?(?:which|that|where|when|which was|which were|was|were|as) $|${documents},? $`,
      'u',
    ),
);
const trailing = lazy(
  () =>
    new RegExp(
      String.raw`^ ?,? ?(?:(?:already|solemnly|as early as|back) )*(?:(?:${joint}|to) )?(?:${titled}${documents}|${otherYear})|^ ?,? ?in (?!Geneva|Plenary|Session|Panel|Day|${months})\p{Lu}\p{Ll}+,? (?:to|that|on)\b|^[^.;,]* (?:(?:in|since|before) ${otherYear}|for (?:years|decades|centuries|a long time)\b)|^ ?,? ?${ownPapers}`,
      'u',
    ),
);

/**
 * Whether what `text` says from `start` to `end` is asserted of the dialogue.
 *
 * @param named whether it is a noun: "the commitment of States"; `ofDialogue` where it is of people who are of the
 *   dialogue only
 * @param tense the reporting verb's
 */
export function asserted(
  text: string,
  start: number,
  end: number,
  named: boolean | 'ofDialogue',
  tense?: VerbForm['tense'],
): boolean {
  const after = oneBlank(text.slice(end, end + 160));
  const before = oneBlank(text.slice(Math.max(0, start - 240), start));
  return (
    !isLacking(before, after, named) &&
    !afterDialogue.test(before) &&
    !isCalledTooMuch(before, after) &&
    !isSupposed(before, tense) &&
    !elsewhere(before) &&
    !trailing().test(after)
  );
}

/** Whether it did nothing, or, of a noun, whether it is still to come: "a commitment by States is needed". */
function isLacking(before: string, after: string, named: boolean | 'ofDialogue'): boolean {
  if (nothing.test(after)) return true;
  if (!named) return false;
  const near = before.slice(-80);
  return lacking.test(after) || sought.test(near) || (named === true && accompanied.test(near));
}

/** Whether it would be too much to say so, as is said before or behind it. */
function isCalledTooMuch(before: string, after: string): boolean {
  return toSayTooMuch().test(before) || (sayingSo().test(before) && isTooMuch.test(after));
}

/** Whether it is denied, supposed or wished by the words before it. */
function isSupposed(before: string, tense: VerbForm['tense'] | undefined): boolean {
  if (denied.test(before) || supposed.test(before) || inverted.test(before)) return true;
  if (!that.test(before)) return false;
  const sentence = before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1);
  return disowned.test(sentence.slice(sentence.lastIndexOf(':') + 1)) || (tense === 'base' && wished.test(sentence));
}

/** "Since the Dialogue, …": what was said later was not said there. */
const afterDialogue =
  /(?:^|[.;:(–—,] ?|\b(?:and|but|that) )(?:(?:\w+ )?(?:since|after)|in the wake of) (?:the |this )?(?:\w+ ){0,2}(?:dialogue|idm|session)(?: [\w ]{0,30})?,? (?:the )?$/i;

/** Whether what somebody gives to a thing is told of as too little, from `at` on. */
export function falls(text: string, at: number): boolean {
  return falling.test(oneBlank(text.slice(at, at + 160)));
}

const someOther = lazy(() => new RegExp(String.raw`\b${otherYear}|${documents}`, 'u'));
const toDialogue = /\b(?:dialogue|idm|session|panels?|three days|first day|second day|third day|last day|online)\b/i;

/** "In Geneva.", "at Marrakesh on 10 December". */
const inTown = /\b(?:in|at) \p{Lu}\p{Ll}+(?: on \d|\.|,|$| in )/u;

/** One of those who spoke at the dialogue. */
const president = /president of the (?:united nations )?general assembly/gi;

/** Whether a sentence tells of another document, place or year, and not of the dialogue. */
export function otherPlace(sentence: string): boolean {
  const text = sentence.replace(president, 'president');
  return (
    !toDialogue.test(text) &&
    (someOther().test(text) ||
      inTown.test(text) ||
      /\b(?:last|this|next) (?:week|month|year|spring|summer|autumn|winter)\b|\byesterday\b/i.test(text))
  );
}

/** Whether a sentence tells of the dialogue. */
export function tellsOfDialogue(text: string): boolean {
  return toDialogue.test(text);
}

/** Whether another document or year is what the words before a mention speak of. */
function elsewhere(before: string): boolean {
  const told = described().exec(before);
  // "The Protocol builds on the Dialogue, where …".
  if (told && !/\b(?:dialogue|idm)\b/i.test(told[0])) return true;
  for (const { 0: words, index } of before.matchAll(opening()))
    if (opened().test(before.slice(index + words.length))) return true;
  return false;
}

/** More than one blank, or a blank of another kind: most texts have none. */
const blanks = /\s{2,}|[^\S ]/g;
/** Runs of blanks are one: the expressions here count on it. */
function oneBlank(text: string): string {
  return text.replace(blanks, ' ');
}
