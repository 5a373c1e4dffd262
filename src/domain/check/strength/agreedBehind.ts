/** "This was agreed by all." behind what some are said to have asked for: the draft makes all of them agree. */
import type { Range } from '../../text/ranges';

/** So much behind a claim is looked at. */
const longest = 160;

const all = String.raw`(?:all|everyone|everybody|(?:every|each) (?:state|government|delegation|participant|speaker)|all (?:the )?(?:member states|states|governments|delegations|participants|speakers)|consensus|acclamation)`;
const did = '(?:agreed|adopted|endorsed|accepted|approved|supported|backed|decided)';
/** Its sentence ends here: "by all members of our coalition" is of others, "All agreed?" is asked. */
const ends = String.raw`(?: at the (?:dialogue|session|idm)| there| present| in the room)?(?=\s*\.(?:\s|$))`;
const agreement = new RegExp(
  String.raw`^ *(?:(?:this|that|it|all (?:of )?this|the (?:idea|proposal|call|demand|suggestion|recommendation|point|request)) (?:was|were) (?:formally |also )?` +
    String.raw`(?:${did}(?: on| upon| to)? (?:by ${all}|unanimously)|unanimously ${did}(?: on| upon)?)${ends}` +
    String.raw`|(?:all|everyone|everybody|all (?:the )?(?:states|member states|delegations|participants|speakers)) (?:agreed|concurred)(?: (?:with|to|on) (?:this|that|it))?${ends}` +
    String.raw`|(?:no (?:state|government|delegation|participant|speaker|one)|nobody) (?:objected|opposed (?:it|this|that)|disagreed)${ends})`,
  'iu',
);

/** Who spoke at the dialogue, and asked for something, right where a claim begins. */
const asserts =
  /^\W*(?:(?:at the (?:dialogue|session|idm)(?: of \d{4}| \d{4})?|in (?:march )?2022|there),? )?(?:some |several |many |most |a few |the )?(?:participants|speakers|panell?ists) (?:also |further )?(?:called|asked|emphasi[sz]ed|highlighted|underlined|stressed|drew|mentioned|urged|pointed|noted|insisted|expressed|proposed|recommended|wanted|reported|pushed|pleaded)\b/iu;

/**
 * Where the sentence behind a claim says that all agreed to it.
 * @param text prose as a reader sees it
 */
export function agreedBehind(text: string, { start, end }: Range): Range | undefined {
  if (!asserts.test(text.slice(start, end))) return undefined;
  const found = agreement.exec(text.slice(end, end + longest));
  if (!found) return undefined;
  const from = end + found[0].length - found[0].trimStart().length;
  return { start: from, end: end + found[0].trimEnd().length };
}

/** Words by which the source says itself that all agreed. */
export const tellsOfConsensus = /\b(?:consensus|agreed|unanimous)/iu;
