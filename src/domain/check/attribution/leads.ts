/**
 * Words that say who spoke and leave what they said to what follows: the line above a list or a block quotation ("What
 * Member States called for:"), the head of a column, and a short sentence before another ("Member States were clear.").
 */
import { certain } from '../../certain';
import { runBefore } from '../../backwards';
import type { Range } from '../../text/ranges';
import { stemIn, type Carried } from './carried';
import { claimWords } from './claimWords';
import { handles, plain } from './lexicon/verbs';
import { occasion } from './present';
import type { SpeakerMention } from './mention';
import { decisionBand } from './scale';
import { voiceAt } from './voices';

/** Who is said to have spoken in words before a claim; its own words are what they said. */
export type Told = Omit<SpeakerMention, 'start' | 'end' | 'subject' | 'action' | 'said' | 'outside' | 'lead'>;

/** What may stand between who spoke and what they said: "… the following:", "… the need for:". */
const leading = new Set(
  (
    'the a an these those this that it so thus such for of on to in with following as follows below next same three two four five six several need needs importance urgency necessity ' +
    'issues issue points point things areas matters measures actions action steps priorities priority demands concerns themes messages among others other inter alia particular namely ' +
    'together also way words terms plainly clearly simply briefly bluntly well best and again more'
  ).split(' '),
);
const circumstance = /^(?:at|in|during|throughout|on|before|from|when|while)$/;
/** Words with which a circumstance is one no longer, or is another's. */
const noCircumstance =
  /^(?:is|are|was|were|be|been|has|have|had|should|must|shall|will|would|could|can|may|might|which|who|what|whether|how|our|my|their|its|his|her|another|other|last|next|conclusions?|summary|findings?|sentence|passage|text|document|report|resolution|paper)$/;
const longestCircumstance = 9;
const letter = /\p{L}/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
/** What somebody agrees "to:" do is told of their own meeting, if nothing says that it was the dialogue. */
const ofTheDialogue = /^(?:participants|speakers|panelists|discussions)$/;

/** Whether nothing stands in some words but where it was, and "the following". */
function leadsOn(text: string): boolean {
  const { lower } = claimWords(text, 0, text.length);
  let at = 0;
  while (leading.has(lower[at] ?? '') && !circumstance.test(lower[at] ?? '')) at++;
  const rest = lower.slice(at);
  const [first] = rest;
  if (first === undefined) return true;
  if (!circumstance.test(first)) return false;
  return rest.length <= longestCircumstance && !rest.some(word => noCircumstance.test(word));
}

/** "What did Member States call for?" */
const whatDid = /^(\W*what )did /i;

/** The line above a list as it would state what it asks. */
export const asStatement = (line: string): string => line.replace(whatDid, '$1    ');

/**
 * Who is said to have spoken in a line that leaves what they said to what stands below.
 *
 * @param found the mentions in the line, in order
 * @param text the line, which ends at `end`
 */
export function leadIn(found: readonly SpeakerMention[], text: string, from: number, end: number): Carried | undefined {
  const last = found.at(-1);
  if (!last || /["“”„«»|]/.test(text.slice(from, end)) || !leadsOn(text.slice(last.end, end))) return undefined;
  const line = text.slice(from, end);
  const there = occasion.test(line) || /\b(?:dialogue|idm)\b/i.test(line);
  const spoken =
    /^(?:clause|further|according)$/.test(last.shape) ||
    last.of !== undefined ||
    (last.shape === 'noun' && ofTheDialogue.test(last.voice)) ||
    isAgentAlone(last, text, from) ||
    wasGiven.test(text.slice(last.start, last.end));
  if (!isOfDialogue(last, line, there, spoken)) return undefined;
  const tense = last.verb?.tense;
  // "… called for …, and emphasized:": the speaker stands before both.
  const begin = last.shape === 'further' ? (found.findLast(({ shape }) => shape === 'clause') ?? last) : last;
  return {
    voice: last.voice,
    quantity: last.quantity,
    start: begin.start,
    end: last.end,
    said: text.slice(begin.start, last.end),
    present: tense === 'base' || tense === 'third',
    told: toldBy(last),
  };
}

/** "Commitments made by Governments". */
const wasGiven = /\b(?:made|expressed|voiced|given|taken|raised|issued|undertaken|entered into)\b/i;
/** "Called for by Member States:", which says so of all that stands below. */
const isAgentAlone = ({ shape, start }: SpeakerMention, text: string, from: number): boolean =>
  shape === 'agent' && !letter.test(text.slice(from, start));
/** "According to the summary of conclusions, speakers called for:". */
const accordingTo =
  /^\W*(?:according to|as (?:recorded|noted|stated|reported) in) the (?:\w+ )?(?:summary|conclusions)(?: of [\w ]{1,40})?,/i;
/** "Since the Dialogue, States have called for:". */
const later = /\b(?:since|after|following|ahead of) (?:the |our )?(?:[\w’']+ )?(?:dialogue|idm|session)\b/i;

function isOfDialogue(
  { voice, of, verb, shape }: SpeakerMention,
  line: string,
  there: boolean,
  spoken: boolean,
): boolean {
  if (
    voice === 'summary' ||
    /\b(?:summary|conclusions?|findings?|our|my|we|you|your|its|their)\b/i.test(line.replace(accordingTo, '')) ||
    later.test(line)
  )
    return false;
  if (there) return true;
  if (!spoken || voice === 'dialogue' || (voice === 'consensus' && !of)) return false;
  const { base = '', band = 0 } = verb ?? {};
  return ofTheDialogue.test(voice)
    ? band <= decisionBand
    : (band < decisionBand || /^(?:consensus|agent)$/.test(shape)) && !handles.has(base);
}

function toldBy({ voice, quantity, of, verb, shape, united }: SpeakerMention): Told {
  return {
    voice,
    quantity,
    shape: shape === 'further' ? 'clause' : shape,
    ...(of && { of }),
    ...(verb && { verb }),
    ...(united && { united }),
  };
}

/** What may stand behind it: "… on this point", "the message from Governments was clear". */
const inThat =
  /^(?:(?:on|about|in) (?:this|that|it|one thing|this point|that point|the matter|the issue)|(?:was|were) (?:\w+ )?(?:clear|plain|simple|blunt|unequivocal|unambiguous|the same))?$/i;

/** The words that such a sentence ends with. */
const plainEnd =
  /^(?:clear|plain|blunt|explicit|unequivocal|unambiguous|emphatic|firm|adamant|outspoken|unanimous|one|mind|agreement|voice|plainly|clearly|doubt|it|simple|same|that|this|point|thing|matter|issue|dialogue|idm|session|panels?|plenary|all)$/i;

/** Whether a sentence may only say that somebody made a thing plain, by its last word. */
export function mayBePlain(sentence: string): boolean {
  const end = runBefore(sentence, sentence.length, /[\s.!:,]/);
  return plainEnd.test(sentence.slice(runBefore(sentence, end, letter), end));
}

/** Who is said in a short sentence to have made a thing plain: "Member States were clear." */
export function plainIn(
  found: readonly SpeakerMention[],
  text: string,
  from: number,
  end: number,
): Carried | undefined {
  const [only] = found;
  if (!only || found.length > 1 || !plain.has(only.verb?.base ?? '')) return undefined;
  const where = text
    .slice(only.end, end)
    .replace(occasion, '')
    .replace(/[\s,.!:]+/g, ' ')
    .trim();
  const before = text.slice(from, only.start).replace(occasion, '').replace(opening, '');
  if (!inThat.test(where) || letter.test(before)) return undefined;
  const { voice, quantity, start } = only;
  // How strongly they spoke of it stands in neither sentence.
  const told = { ...toldBy(only), ...(only.verb && { verb: { ...only.verb, band: 1 } }) };
  return { voice, quantity, start, end: only.end, said: text.slice(start, only.end), told };
}
const opening = /\b(?:and|but|yet|here|all|the|on this|on that)\b/gi;

/**
 * The mention that a claim has of who is said before it to have spoken; none where the claim itself says whose words it
 * tells, or of which document.
 */
export function toldBefore(
  { told, said, outside, further, start, end }: Carried,
  text: string,
  claim: Range,
): SpeakerMention[] {
  const own = text.slice(claim.start, claim.end);
  const { lower } = claimWords(own, 0, own.length);
  if (
    !told ||
    (!outside && drafters.test(own)) ||
    lower.some((_, at) => tellsItsOwn.test(voiceAt(lower, at)?.voice ?? ''))
  )
    return [];
  const first = claim.start + Math.max(0, own.search(letterOrDigit));
  const action = { start: first, end: claim.start + own.trimEnd().length };
  const place = outside || further ? { start: first, end: further ? action.end : first } : { start, end };
  return [{ ...told, ...place, subject: place, action, said, lead: true, ...(outside && { outside }) }];
}
/** What may open a sentence before who speaks in it: "Here are the Governments: “…”". */
const here = /^\W*(?:(?:and|but|then|now|or|here|hear) )*(?:(?:are|is|come|comes) )?/i;
/** What is asked of those who are named before a quotation is none of their words: "Governments: “countries must …”". */
const asksThem =
  /\b(?:states|countries|governments|authorities|cities|actors|nations)\b[^.;]{0,80}\b(?:must|should|shall|needs? to|have to|has to)\b/i;

/** Who speaks the words of a quotation that stands right behind their name and a colon: "Governments: “…”". */
export function spokenBy(masked: string, from: number, quoted: Range, text: string): Carried | undefined {
  const before = masked.slice(from, quoted.start);
  const colon = before.trimEnd().length - 1;
  if (before.charAt(colon) !== ':' || asksThem.test(text.slice(quoted.start, quoted.end))) return undefined;
  return sayer(masked, from + certain(here.exec(before))[0].length, from + colon);
}

/** Who is named behind a quotation and a dash: "“…” – Member States". */
export function signedBy(masked: string, from: number, end: number): Carried | undefined {
  const words = /^[\s.]{0,4}[–—]\s{0,4}([^–—.;:,([]{3,80})/.exec(masked.slice(from, end));
  if (words?.[1] === undefined) return undefined;
  const name = words[1];
  const start = from + words[0].length - name.length;
  return sayer(masked, start, start + name.trimEnd().length);
}

function sayer(text: string, from: number, end: number): Carried | undefined {
  const speaker = from < end ? stemIn(text, from, end) : undefined;
  if (!speaker || /^(?:discussions|iom)$/.test(speaker.voice)) return undefined;
  const { voice, quantity } = speaker;
  const verb = { base: 'state', band: 1, tense: 'past' as const };
  return { ...speaker, told: { voice, quantity, shape: 'clause', verb } };
}

/** After a short sentence the drafter may go on: "Ours is a region of transit, and …". */
const drafters = /\b(?:ours?|we|us|my|i)\b/i;
/** "(b)", "2.", "iii)": what opens an item in running text. */
export const opensItem = /^[\s,;]{0,8}(?:and\s)?\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[).]\s/i;

/** Where the line ends that "(a)" follows in running text: "Participants called for: (a) …". */
export function colonBeforeItem(text: string, from: number, end: number): number {
  const colon = text.slice(from, end).search(/:\s{0,4}\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[).]\s/i);
  return colon < 0 ? -1 : from + colon;
}

const tellsItsOwn = /^(?:summary|participants|speakers|panelists|discussions)$/;
