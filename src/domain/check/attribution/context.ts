/**
 * Whether the words around a mention say that it happened, and at the dialogue: not denied, not
 * supposed, not of another occasion or document. What is not asserted of the dialogue is no claim on it.
 */
import type { VerbForm } from './scale';
import { lazy } from '../../lazy';

const quantity = String.raw`(?:(?:the|a|an|any|all|every|most|merely|just)\s+)*`;
const denied = new RegExp(String.raw`\b(?:no|not|nor|neither|never|without|lack of|absence of|instead of|rather than|nobody but|far from|short of)\s+(?:(?:being|been|having been|yet)\s+)*${quantity}$`, 'i');
/** "It is not said that States agreed", "the claim that …". */
const disowned = /(?:\b(?:not|nothing|nowhere|never|neither|nor|false|wrong|untrue|incorrect|mistaken|misleading|claims?|claimed|alleged|allegation|believes?|assumes?|supposes?|pretends?)\b|n['’]t\b)[^.;:]*\bthat\s+$/i;
const supposed = new RegExp(String.raw`\b(?:if|unless|whether|until|once|lest|should|would|could|might|may|can|will|shall|did|do|does|suppose|supposing|provided that|in case|so that|in order that|in the hope that|hope that|hoping that)\s+${quantity}$`, 'i');
const inverted = /(?:^|[.;:(–—]\s*)(?:had|were)\s+$/i;
/** "We propose that States agree": what is to be, in the base form of the verb. */
const wished = /\b(?:propos|request|recommend|urg|demand|insist|suggest|ask|essential|important|vital|crucial|imperative|necessary|critical|desirable|wish|call|requir|advis|time)\w*\b[^.;]*\bthat\s+$/i;

/** "We seek the agreement of States", "a commitment by States is needed": what is still to come. */
const sought = /(?:(?:^|[.;,(*]\s*)with|\b(?:seek|seeks|seeking|need|needs|needing|require|requires|requiring|await|awaits|awaiting|obtain|secure|win|gain|build|towards?|pending|without|subject to|depends? on|rely on|count on|hope for|hopes for|calls? for|calling for|urges?|expects?|welcome any|invites?))\s+(?:(?:the|a|an|any|such|their|firm|strong|stronger|clear|renewed|new|full|broad|political|active|further|greater)\s+)*$/i;
const lacking = /^\s+(?:is|are|will be|would be|remains?)\s+(?:still\s+|also\s+|\w+ly\s+)?(?:needed|required|necessary|essential|crucial|key|vital|critical|indispensable|sought|lacking|missing|a (?:prerequisite|condition))\b/i;
const nothing = /^\s+(?:nothing|no|neither)\b/i;

const name = String.raw`(?:(?:the|its|their|our)\s+)?(?:\d{4}\s+)?(?:[\p{Lu}][\p{L}’'-]*\s+(?:(?:for|of|on|and|the)\s+)*)*`;
const documents = String.raw`${name}(?:Compacts?|Declarations?|Agenda|Goals|SDGs|Conventions?|Protocols?|Covenants?|Charter|Agreement|Pact|Treaty|Resolution|resolution\s+\S*\d|Framework|`
  + String.raw`General Assembly|Security Council|Human Rights Council|Review Forum|IMRF|COP ?\d*|Climate Change Conference|Marrakesh|international (?:\w+ )*law)\b`;
const otherYear = String.raw`(?:19\d\d|20(?:[01]\d|2[013-9]))\b`;
const elsewhere = String.raw`(?:${documents}|${otherYear})`;
const joint = String.raw`(?:In|At|Under|Through|By|With|Since|During|Until|Before|Following|in|at|under|through|by|with|since|during|until|before|following|on)`;
/** "In the Global Compact, …", "the New York Declaration, in which …", "the Compact, as …". */
const leading = lazy(() => new RegExp(
  String.raw`(?:^|[.;:,(]\s*|\b(?:and|but|that|while|whereas|back|already|as early as)\s+)${joint}\s+${elsewhere}[^.;,]{0,40},?\s*$`
  + String.raw`|${elsewhere}[^.;,]{0,60},?\s+(?:(?:in|at|by|under|through|with|to|for)\s+)?(?:which|that|where|when|which was|which were|was|were|as)\s+$|${documents},?\s+$`, 'u',
));
const trailing = lazy(() => new RegExp(String.raw`^\s*,?\s*(?:(?:already|solemnly|as early as|back)\s+)*(?:(?:${joint}|to)\s+)?${elsewhere}|^[^.;,]*\s(?:(?:in|since|before)\s+${otherYear}|for (?:years|decades|centuries|a long time)\b)`, 'u'));

/**
 * Whether what `text` says from `start` to `end` is asserted of the dialogue.
 *
 * @param named whether it is a noun: "the commitment of States"
 * @param tense the reporting verb's
 */
export function asserted(text: string, start: number, end: number, named: boolean, tense?: VerbForm['tense']): boolean {
  const after = text.slice(end, end + 160);
  if (nothing.test(after) || (named && (lacking.test(after) || sought.test(text.slice(Math.max(0, start - 80), start))))) return false;
  const before = text.slice(Math.max(0, start - 240), start);
  if (denied.test(before) || supposed.test(before) || inverted.test(before) || disowned.test(before)) return false;
  if (tense === 'base' && wished.test(before)) return false;
  return !leading().test(before) && !trailing().test(after);
}
