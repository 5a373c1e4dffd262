/**
 * Whether a draft tells what the source says, or says something in its own name beside a citation: what it demands, asks,
 * supposes, denies or has from others is no paraphrase.
 */
import { certain } from '../../certain';
import { runBefore } from '../../backwards';
import { lazy } from '../../lazy';
import { reportingForms } from '../../corpus/reportingVerbs';
import { claimWords } from '../attribution/claimWords';
import type { Range } from '../../text/ranges';
import type { Changed } from './changed';

/** So much of a sentence is read before what it says and behind. */
const farthest = 400;

/** We, this paper, our partners: words by which a draft speaks of itself. */
const ourselves =
  /\b(?:we|our|ours|us|I|my|mine|me)\b|\b(?:this|the present) (?:paper|brief|briefing|report|draft|document|statement|note|submission|chapter|study|resolution|proposal|plan|policy|strategy|programme|motion|bill|declaration|memorandum|position|article|section|delegation|government|ministry|committee|council|network|coalition|office)\b/i;
/** Who else may speak: those that have no capital, or one of the draft's own. */
const ownBody =
  /\b(?:authors?|undersigned|signatories|secretariat|coalition|network|committee|ministry|ministers|government|board|council|commission|delegation|parliament|court|law|laws|act|bill|constitution|treaty|convention|resolution|directive|regulation|contract|mandate|auditors?|lawyers?|experts?|critics?|researchers?|scholars?|survey|study|studies|research|ngos?|unions?|activists?|campaigners?)\b/i;
/** What a sentence begins with that decides or asks for something itself. */
const operative =
  /^\W*(?:\d{1,3}[.)]\s*)?(?:\(\w{1,3}\)\s*)?(?:further |also |strongly |again )?(?:decides?|calls?(?: up)?on|calls? for|urges?|requests?|demands?|insists?|recommends?|resolves?|declares?|affirms?|agrees?|proposes?|invites?|encourages?|directs?|instructs?|stresse?s?|emphasizes?|underlines?|reaffirms?|commits?|undertakes?|ensures?|pledges?|let|make|adopt|require|include)\b/i;
/** What makes it a question, a condition, a denial or a comparison, before what is said. */
const notAsserted =
  /\b(?:if|unless|whether|suppose|supposing|provided|in case|not|never|nor|neither|nobody|nothing|rather|instead|far from|beyond|den(?:y|ies|ied)|doubts?|doubted|wrong|wrongly|false|falsely|myth|pretends?|misreads?|misreading|contrary|more than saying|stops? short|goes further|going further|stronger|stricter|weaker|too weak|would have|used to|replace|amend|amended|instead of)\b|n['’]t\b/i;
/** What makes it plain that the dialogue did not speak of something; what it wants not to be is spoken of. */
const notSpokenOf =
  /\b(?:if|unless|whether|suppose|supposing|(?:do|does|did) not|(?:was|were|is|are) not|nobody|nothing|neither|nor|silent|silence|no mention|wrong|wrongly|false|falsely|myth|rather|instead|beyond|contrary|replace|amend)\b|(?:do|does|did|was|were|is|are)n['’]t\b/i;
/** A condition, wherever it stands. */
const supposes = /\b(?:if|unless|provided|otherwise|so long as|as long as)\b/i;
/** Behind these the draft draws a conclusion of its own. */
const concludes =
  /\b(?:therefore|thus|hence|consequently|accordingly|it follows|follows that|as a result|so that|which means|this means|meaning that|for (?:this|that) reason|(?:this|that) is why|in response|on this basis|in that spirit|to that end)\b|[,;] (?:so|and|but|yet|or|nor)\b/i;
/** A clause that only gives the reason or the contrast for what the draft says itself. */
const subordinate =
  /^\W*(?:while|whereas|although|though|even though|where|since|because|given|considering|in (?:the )?light of|in line with|in keeping with|building on|drawing on|inspired by|following|on the basis of|having|in view of|taking account of|beside|besides|apart from|beyond|unlike|like|in addition to|consistent with|in accordance with|with|guided by|taking up|as in|for reasons|in the spirit)\b/i;
/** Now, since then, in other places: other figures and quantities than the source's may be true. */
const otherwise =
  /\b(?:19\d\d|20(?!22)\d\d|since|now|nowadays|today|currently|later|latest|recent|recently|meanwhile|up from|down from|compared|updated?|as of|by the end of|ago|next|still ask|regions?|regional survey|subregion|continent|survey(?:ed)?|interview(?:ed|s)?|sample|respondents|those asked|elsewhere|here|city|town|district|province|clinics?)\b/i;

/** Who spoke at the dialogue, and the document. */
const dialogue = String.raw`(?:summary|conclusions?|document|source|dialogue|idm|session|participants?|speakers?|panel(?:l)?ists?|discussions?|finding)`;
const says = String.raw`(?:says?|said|states(?! (?:and|must|shall|should|have|are|need)\b)|stated|notes?|noted|concludes?|concluded|finds|found|reads?|records?|recorded|warns?|warned|holds?|held|adds?|added|makes? (?:it )?(?:clear|plain)|puts? it|put it|reports?|reported|observes?|observed|underlines?|underlined|emphasizes?|emphasized|stresse?s?|stressed|highlights?|highlighted|mentions?|mentioned|points? out|pointed out|recalls?|recalled|insists?|insisted|explains?|explained|argues?|argued|tells?|told|recommends?|recommended|wants?|wanted|is (?:blunt|clear|plain|explicit|firm))`;
const capital = lazy(() => /\p{Lu}/u);
/** The dialogue before what is said: "the summary says that", "according to participants", "per the summary,". */
const saidBefore = lazy(
  () =>
    new RegExp(
      String.raw`\b${dialogue}\b[^.,;:!?]{0,40}?\b${says}\b|\b(?:according to|per|in the words of) (?:[\p{L}’']{1,12} ){0,4}${dialogue}\b[^.;!?]{0,30},|\b${dialogue}\b[^.;!?]{0,30}, according to which\b|\b${dialogue}(?: (?:is|was|are|were) \p{L}{1,12})?:|\bit (?:was|is) (?:\p{L}{1,12} )?(?:noted|emphasized|underlined|said|stated|stressed|highlighted|mentioned|recalled)\b`,
      'iu',
    ),
);
/** The dialogue behind it: ", the summary says", ", as participants noted", "according to the summary". */
const saidBehind = lazy(
  () =>
    new RegExp(
      String.raw`, (?:as |so )?(?:[\p{L}’']{1,12} ){0,3}?${dialogue}\b(?: of \p{L}{1,12})? (?:also |thus )?${says}|\b(?:according to|in the words of) (?:[\p{L}’']{1,12} ){0,3}${dialogue}\b|\bunderlined by ${dialogue}`,
      'iu',
    ),
);

/** The document behind it, and no more: ", the summary says", "according to the summary". */
const documentBehind = lazy(
  () =>
    new RegExp(
      String.raw`^[^,;:]*, (?:so )?(?:the )?(?:summary|document|dialogue)(?: of conclusions)? ${says}|^[^,;:]*\baccording to the summary\b`,
      'iu',
    ),
);

/** Verbs by which others say, think or want something. */
const sayers = new Set(
  (
    'says said argues argue argued believes believe believed considers holds thinks think thought maintains maintained claims claimed contends ' +
    'contend contended asserts assert asserted estimates estimated warns warn warned fears feared explains explained writes wrote told tells decided'
  ).split(' '),
);
/** Those that do so if "that" follows: others "find solutions" and "report on progress". */
const sayersOfThat = new Set([
  ...reportingForms,
  ...(
    'consider considered hold held maintain claim find finds found show shows showed shown want wants wanted require requires required demand demands ' +
    'demanded declare declares declared conclude concludes concluded add adds added agrees agree agreed state stated expects expect expected tell fear explain ' +
    'estimate write decides decide'
  ).split(' '),
]);
const sayersPattern = /\p{L}+/gu;
const thatFollows = /^\W{0,2}(?:[\p{L}’']{1,14} ){0,3}that\b/u;
const ofDialogue = lazy(
  () => new RegExp(String.raw`\b${dialogue}\b|\bit (?:was|is|has been) (?:\p{L}{1,12} )?$|^\W*(?:the\W*)?$`, 'iu'),
);

/** Names that need not be of somebody else. */
const harmless = new Set(
  (
    'iom idm international dialogue migration summary conclusions conclusion member states state director general day session covid covax ' +
    'madam mister mr chair chairperson president excellencies excellency ladies gentlemen delegates colleagues un united nations compact global imrf ' +
    'forum review gcm ngos cop participants speakers panellists panelists marrakech glasgow sharm sheikh english introduction closing january february march'
  ).split(' '),
);

/** Whether a sentence speaks of the draft itself, or of those whose draft it is: "we", "this paper". */
export function speaksOfItself(masked: string, { start, end }: Range): boolean {
  return ourselves.test(masked.slice(start, Math.min(end, start + 2 * farthest)).replace(recalled, ''));
}
/** "We recall the warning in the conclusions that …": what follows is the source's. */
const recalled =
  /\b(?:we|i|(?:my|our) (?:delegation|government|organization)) (?:recall|note|underline|stress|endorse|share|echo|quote|welcome|repeat|reiterate)s? the (?:\w+ )?(?:warning|conclusion|finding|observation|statement|call|point|message|concern|reminder|insistence)(?: (?:in|of|from|at|by) the (?:\w+ ){0,2}(?:conclusions|summary|dialogue|session|participants|speakers))? that\b/i;

/** What stands around some words of a draft. */
interface Around {
  /** The sentence, and the claim that the citation answers for; words in quotation marks are blanked out. */
  readonly sentence: { readonly start: number; readonly end: number };
  readonly claim: { readonly start: number; readonly end: number };
  readonly start: number;
  readonly end: number;
}

/** Whether what is said is plainly told of the source, perhaps so, or the draft's own, or others'. */
type Whose = 'source' | 'unclear' | 'own';

/** @param known the words of what is cited, in lower case: names among them are nobody else's */
export function whose(masked: string, around: Around, kind: Changed['kind'], known: ReadonlySet<string>): Whose {
  const { sentence, claim, start, end } = around;
  const from = Math.max(sentence.start, start - farthest);
  const to = Math.min(sentence.end, end + farthest);
  // "We shall open a council, because the summary states that …": what the draft does itself stands before.
  const first = toldFrom(masked.slice(from, start)) + from;
  const whole = masked.slice(first, isTurned(kind) ? endOfTold(masked, end, to) : to);
  const ahead = masked.slice(Math.max(claim.start, from), start);
  const after = masked.slice(end, Math.min(claim.end, to));
  if (isOwn(whole, masked.slice(from, start), kind, known) || namesOthers(masked, around, known)) return 'own';
  if (othersSay(masked.slice(from, start), known)) return 'own';
  const speaks = spokenOf(kind, ahead, after);
  if (speaks !== undefined) return speaks ? 'source' : 'unclear';
  const told = toldBefore(ahead) || saidBehind().test(after);
  if (isCertain(kind) || told) return 'source';
  // Most of such a claim is the source's, wherever it stands in the sentence.
  if (kind !== 'modal') return 'unclear';
  if (subordinate.test(ahead) || concludes.test(ahead)) return 'own';
  return saidBefore().test(masked.slice(from, start)) ? 'own' : 'unclear';
}

/** Where the clause ends that tells what is told, and what somebody is said to say of it: the rest may be the draft's own. */
function endOfTold(masked: string, end: number, to: number): number {
  const rest = masked.slice(end, to);
  const mark = rest.search(/[,;:–—]/);
  return mark < 0 || saidByBody().test(rest.slice(mark)) ? to : end + mark;
}
const saidByBody = lazy(
  () =>
    new RegExp(
      String.raw`^. ?(?:as |so )?(?:the |our |this )?(?:[\p{L}’' ]{0,40} )?(?:${says}|believes?|thinks?)\b`,
      'iu',
    ),
);

/** What turns the source's words, or adds to them. */
const isTurned = (kind: Changed['kind']): boolean => !isCounted(kind) && kind !== 'modal';

/** Of what is counted or dated there is one right figure, whoever names it. */
const isCertain = (kind: Changed['kind']): boolean => isCounted(kind) || kind === 'date';

/** Of figures and quantities the draft may have others from elsewhere. */
const isCounted = (kind: Changed['kind']): boolean => kind === 'figure' || kind === 'quantity';

function isOwn(whole: string, ahead: string, kind: Changed['kind'], known: ReadonlySet<string>): boolean {
  return (
    ourselves.test(whole) ||
    speaksForBody(whole, kind, known) ||
    whole.includes('?') ||
    (isMilder(kind) ? notSpokenOf : notAsserted).test(ahead) ||
    (isCounted(kind) ? otherwise.test(whole) : operative.test(whole) || supposes.test(whole))
  );
}

/** Whether another than the dialogue may speak. Where a claim repeats the source's words, a body that the source names is none. */
function speaksForBody(whole: string, kind: Changed['kind'], known: ReadonlySet<string>): boolean {
  if (!isTurned(kind)) return ownBody.test(whole);
  return (whole.match(ownBodies()) ?? []).some(body => {
    const name = body.toLowerCase().replace(/s$/, '');
    return !known.has(body.toLowerCase()) && ![...known].some(word => word.startsWith(name));
  });
}
/** Bodies, and what a draft may tell the doings of: a pilot, a plan, a town. */
const ownBodies = lazy(
  () =>
    new RegExp(
      String.raw`${ownBody.source}|\b(?:pilots?|projects?|plans?|schemes?|programmes?|provinces?|districts?|clinics?|offices?|centres?|schools?|towns?|city|municipality|municipalities|agency|cabinet|region|embassy|police)\b`,
      'gi',
    ),
);

/** "The summary of conclusions states that". */
const saysThat = lazy(
  () => new RegExp(String.raw`\b(?:the|its|this) ${dialogue} ([\p{L}’' -]{0,40}?)\b${says} that\b`, 'iu'),
);
/** What parts no clause from the next. */
const noMark = /[^.,;:!?()]/;

/** Where the words begin by which the dialogue is said to say what follows; 0 where none stand right before it. */
function toldFrom(ahead: string): number {
  const from = runBefore(ahead, ahead.length, noMark);
  const found = saysThat().exec(ahead.slice(from));
  return found && !/\b(?:and|but|or)\b/i.test(found[1] ?? '') ? from + found.index : 0;
}

/** Whether the dialogue is said to say what follows, and nothing between draws another conclusion. */
function toldBefore(ahead: string): boolean {
  const found = saidBefore().exec(ahead);
  return found !== null && !subordinate.test(ahead) && !concludes.test(ahead.slice(found.index + found[0].length));
}

/** By these verbs, too, the dialogue says something: "called for fees to be cut to 3 per cent". */
const calledForBefore = lazy(
  () =>
    new RegExp(
      String.raw`\b${dialogue}\b[^.,;:!?]{0,40}?\b(?:called|pledged|committed|promised|asked|urged|demanded|agreed|wanted|proposed|recommended|requested|expects?|expected|estimated|expressed|set|drew|touched|speaks|spoke|sees|saw|names?|named|lists?|listed|counts?|counted|was)\b`,
      'iu',
    ),
);

/** Whether the dialogue is said to say what stands behind some words, and nothing between is another clause. */
function letsSay(ahead: string): boolean {
  const found = saidBefore().exec(ahead) ?? calledForBefore().exec(ahead);
  if (!found || subordinate.test(ahead)) return false;
  const between = ahead.slice(found.index + found[0].length);
  return !concludes.test(between) && !/,\s(?!and |or |to |until )/i.test(between);
}

/** What the dialogue wants not to be, it speaks of, too. */
const isMilder = (kind: Changed['kind']): boolean => kind === 'member' || kind === 'subject' || kind === 'condition';

/** "Participants called for", "speakers underlined that", and nothing behind that begins another clause. */
const asksFor = lazy(
  () =>
    new RegExp(
      String.raw`\b(?:participants|speakers|panel(?:l)?ists|dialogue|summary|conclusions?|session|idm)(?: (?:at|in|of) [\p{L}\d’' ]{1,30})?,? (?:also |all |had |have |has |themselves ){0,2}` +
        String.raw`(?:(?:called|calls?|asked|asks?|pleaded|pressed|pushed) for|(?:noted|notes?|pointed out|concluded|concludes?|said|says?|stated|states?) that|` +
        String.raw`(?:underlined|underlines?|emphasi[sz]ed|emphasi[sz]es?|stressed|stresses|insisted|insists|agreed|agrees?|demanded|demands?|recommended|recommends?|urged|urges?|requested|requests?)(?: that| the need for)?|` +
        String.raw`highlighted the need for|(?:proposed|endorsed|backed|supported)) (?<rest>.*)$`,
      'isu',
    ),
);
/** Words by which another clause begins, or something is set apart. */
const opensAnother =
  /[,;:()–—]|\b(?:when|while|after|before|as|where|whereas|in which|though|although|because|since|who|which|whom|whose|than|like|unlike|without|little|hardly|no|not|nothing|never mind|go|goes|going|then|until|differs?|differed|by|following|against|on top of|besides|beyond|regardless|familiar|gains|called|from)\b/i;

/** Behind these a draft sets a condition itself: "pathways, which States today open as they see fit, were needed". */
const opensOwn =
  /\b(?:who|which|than|now|today|cannot|be it|since|while|whereas|being|omit\w{0,4}|an end to|only)\b|[:()[\]–—~*_]|, an? \p{L}/iu;

/**
 * Whether the dialogue is said to have spoken of something that is not the source's, by what stands before and behind
 * it; undefined where that does not matter.
 */
function spokenOf(kind: Changed['kind'], ahead: string, after: string): boolean | undefined {
  if (kind === 'invented') return letsSay(ahead) || documentBehind().test(after);
  if (kind === 'subject') {
    const rest = asksFor().exec(ahead)?.groups?.['rest'];
    return rest !== undefined && !subordinate.test(ahead) && !opensAnother.test(rest);
  }
  if (kind !== 'member' && kind !== 'added') return undefined;
  const found = saidBefore().exec(ahead) ?? calledForBefore().exec(ahead);
  if (!found || subordinate.test(ahead)) return false;
  const between = ahead.slice(found.index + found[0].length);
  return !concludes.test(between) && !(kind === 'added' && opensOwn.test(between));
}

/** Whether a verb before says that somebody else says it. */
function othersSay(ahead: string, known: ReadonlySet<string>): boolean {
  for (const { 0: word, index } of ahead.matchAll(sayersPattern)) {
    const lower = word.toLowerCase();
    if (ofDialogue().test(ahead.slice(Math.max(0, index - 80), index))) continue;
    // "Prevalence estimates" are the source's own.
    if (sayers.has(lower) && !known.has(lower)) return true;
    if (sayersOfThat.has(lower) && thatFollows.test(ahead.slice(index + word.length, index + word.length + 60)))
      return true;
  }
  return false;
}

/** Whether a name stands in the claim that neither the source has there nor any report on it: "Norland", "UNICEF". */
function namesOthers(masked: string, { claim, end, start }: Around, known: ReadonlySet<string>): boolean {
  const from = Math.max(claim.start, start - farthest);
  const to = Math.min(claim.end, end + farthest);
  const { lower, start: starts, before } = claimWords(masked, from, to);
  return lower.some((word, at) => {
    // "COP26" is the name that was changed, and no body.
    if (/\d/.test(word) || !capital().test(masked.charAt(certain(starts[at])))) return false;
    if (at === 0 || /[.!?:|]|\n/.test(certain(before[at]))) return false;
    return !word.split('-').every(part => harmless.has(part) || known.has(part)) && !known.has(word);
  });
}
