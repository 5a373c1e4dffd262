/**
 * Word forms: trafficker, trafficking and trafficked share a stem, and so do vaccinated and
 * vaccination. Light on purpose: a stem only has to be the same for forms that mean the same.
 */
import { certain } from '../certain';

/** Forms that no ending explains. */
const irregular = new Map(
  (
    'women woman,men man,children child,lives life,recognition recogniz,recognitions recogniz,people person,persons person,' +
    'criteria criterion,data datum,met meet,built build,lost loss,losing loss,lose loss,youths youth,young youth,' +
    'died death,dies death,die death,dying death,dead death,deaths death,taught teach,sought seek,fled flee,' +
    'deterring deterr,deter deterr,deters deterr,registry registr,registries registr,register registr,registers registr,' +
    'registered registr,registering registr,crises crisis,analyses analysis,bases basis,included inclus,include inclus,' +
    'includes inclus,excluded exclus,exclude exclus,excludes exclus,' +
    'stigma stigmatiz,stigmas stigmatiz,reduction reduc,reductions reduc,reunite reunif,reuniting reunif,reunited reunif,' +
    'reunion reunif,reunification reunif,reunify reunif,destinations destination,cautious caution,cautiously caution,' +
    'xenophobic xenophob,xenophobia xenophob,racist racism,racists racism,racial racism,unequal inequal,unequally inequal,' +
    'detention detain,detentions detain,retention retain,expulsion expel,provision provid,provisions provid,' +
    'decision decid,decisions decid,response respond,responses respond,responsive respond,healthy health,' +
    'digitization digital,digitize digital,digitized digital,digitizing digital,digitalization digital,digitalize digital,' +
    'digitalized digital,digitally digital,innovative innov,criminalized criminal,criminalize criminal,criminalizing criminal,' +
    'criminalization criminal,crime criminal,crimes criminal,gave give,given give,governance governanc,governances governanc,employee employ,employees employ'
  )
    .split(',')
    .map(pair => pair.split(' ') as [string, string]),
);

/**
 * Words that an ending would make one with a stranger: violence and violation, university and universal, trans and
 * transition. Each is its own stem, and so is its plural.
 */
for (const word of (
  'accordance accordingly accountability accountant activist activity affection allowance assistant associate author authority bestial booster bother business ' +
  'busy callous care career character characteristic civility cleaner clime collector commercial commissioner commune communal communication communist ' +
  'compete competition competitor complement complicated comprehension conference confederation confidence confident confidential cooper copper corporal corps ' +
  'counter courteous critic critical deliberate digit diversion doctorate documentation driver duplicity emergency employer engine engineer exclusive exclusion executive ' +
  'experiment factor factory flower formal formation former format foundation general generate generation generator generic generous goods governor handful hardship ' +
  'hospitable hospitality hostilities humanity identical imperial important incident incidental industrious informal informant initial initiate instability instance ' +
  'instrumental integrity intern internal international internship laboratory lively locals manner mechanic mechanical mentality minority mobile moth mother muster ' +
  'nationalism nationalist nationality negate novelist number officer official openness opportunist optional orderly organization oriental original panelist partial ' +
  'passive personal personality placate player polite portable position poster potential presentation priority procession professor publication publicity ' +
  'reasonable relative renewable residence respective scholar scholarship sect sector sensation sentence sentimental shoulder shower socialism socialist specialist statement ' +
  'tipper trader transistor transition university violence worker'
).split(' '))
  irregular.set(word, word);

/** Forms of those words that are no plurals. */
for (const pair of (
  'activation activat,accountable accountability,carefully careful,careful careful,careless careful,cared care,caring care,cares care,communicate communication,' +
  'communicated communication,communicating communication,communism communist,competing compete,competed compete,competitive competition,complicate complicated,' +
  'complication complicated,complementary complement,complemented complement,confidentially confidential,confidentiality confidential,critically critical,criticism critic,' +
  'combating combat,combated combat,driving drive,drives drive,drive drive,engineering engineer,formally formal,formality formal,formatting format,generally general,generated generate,' +
  'generating generate,identically identical,importance important,importantly important,imported import,importing import,informally informal,informality informal,' +
  'initially initial,initiated initiate,initiating initiate,initiation initiate,initiator initiate,interned intern,internally internal,internationally international,mechanically mechanical,' +
  'mentoring mentor,mentored mentor,mentors mentor,mentor mentor,numbered number,officially official,organizational organization,originality original,originally original,' +
  'partially partial,partly partial,personalized personal,savings savings,politely polite,portability portable,positioned position,positioning position,potentially potential,prioritize priority,' +
  'prioritizing priority,prioritization priority,resident residence,residents residence,residential residence,sectoral sector,sent send,sentenced sentence,transitional transition,unstable instability'
).split(',')) {
  const [form = '', own = ''] = pair.split(' ');
  irregular.set(form, own);
}

/** Endings by their last letter, longest first, with how many letters must remain and what stands in their place. */
const endings = new Map<string, (readonly [string, number, string])[]>();
for (const entry of (
  'ifications:3:if ification:3:if izations:3:iz ization:3:iz abilities:4: ibilities:4: ability:4: ibility:4: ' +
  'fulness:3: iveness:4: ousness:4: ations:4: atory:4: ation:4: ative:4: ators:4: ances:4: ences:4: ating:4: ' +
  'ments:4: ition:5: ities:5: ator:4: ance:4: ence:4: ated:4: ates:4: able:4: ible:4: ment:4: ness:4: ship:4: ' +
  'izes:3:iz ized:3:iz izer:3:iz izing:3:iz ize:3:iz ally:4: ying:3:y ied:3:y ' +
  'ity:5: ate:4: ive:4: ous:4: ant:6: ent:5: ees:4: ers:4: ors:4: ing:3: ism:5: ist:5: ial:4: ful:3: ' +
  'ify:3:if ly:4: ed:3: er:4: or:4: al:5: ee:4: ic:5: ia:6: ion:5:'
).split(' ')) {
  const [ending = '', rest = '0', instead = ''] = entry.split(':');
  const last = certain(ending.at(-1));
  endings.set(last, [...(endings.get(last) ?? []), [ending, Number(rest), instead]]);
}

/** The stem of a folded word; short words, numbers and words of other alphabets are their own. */
export function stem(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (word.length < 4 || word.length > 40 || !isPlain(word)) return word;
  let rest = singular(word);
  const again = irregular.get(rest);
  if (again !== undefined) return again;
  for (let round = 0; round < 3; round++) {
    const shorter = strip(rest);
    if (shorter === rest) break;
    rest = shorter;
  }
  if (rest.length > 4 && rest.endsWith('e')) rest = rest.slice(0, -1);
  else if (rest.length > 3 && rest.endsWith('y')) rest = `${rest.slice(0, -1)}i`;
  return irregular.get(rest) ?? rest;
}

/**
 * The stem of a folded word, unless it is short for so long a word: that leaves it by chance ("degredation" is no
 * degree).
 */
export function tellingStem(word: string): string | undefined {
  const shorter = stem(word);
  return shorter.length < word.length * 0.4 ? undefined : shorter;
}

const sibilants = ['sses', 'shes', 'ches', 'xes', 'zzes'];

export function singular(word: string): string {
  if (!word.endsWith('s')) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && sibilants.some(sibilant => word.endsWith(sibilant))) return word.slice(0, -2);
  return 'sui'.includes(word.at(-2) ?? ' ') ? word : word.slice(0, -1);
}

const doubling = new Set(['ing', 'ed', 'er', 'ers']);

function strip(word: string): string {
  for (const [ending, least, instead] of endings.get(certain(word.at(-1))) ?? []) {
    const length = word.length - ending.length;
    if (length < least || !word.endsWith(ending)) continue;
    const rest = word.slice(0, length);
    const last = certain(rest.at(-1));
    if (!hasVowel(rest) || rest + instead === word) continue;
    if (ending === 'ion' && last !== 's' && last !== 't') continue;
    // Planning, planned: the letter was doubled for the ending.
    const doubled = last === rest.at(-2) && 'bdgmnprt'.includes(last) && doubling.has(ending);
    return doubled ? rest.slice(0, -1) : rest + instead;
  }
  return word;
}

// Loops, not patterns: these run for every word of a library, and from the first one fast.

function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

function hasVowel(word: string): boolean {
  for (let at = 0; at < word.length; at++) if ('aeiouy'.includes(word.charAt(at))) return true;
  return false;
}
