/** The words by whose order a claim's speaker and verb are recognized. English; ours. */
import { callBand } from './scale';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
export const adverbs = set(
  'also further furthermore again all both then thus therefore clearly strongly repeatedly unanimously broadly generally jointly firmly rightly collectively '
  + 'consistently explicitly duly particularly especially rather once similarly likewise equally widely largely universally specifically together additionally '
  + 'moreover accordingly overwhelmingly categorically formally informally expressly too alike themselves now already subsequently finally ultimately eventually indeed',
);
export const auxiliaries = set('has have had did having');
export const postpositions = set('of at in from during attending representing on present taking across participating gathered this throughout under with convened held meeting');
export const blockers = set('should must is are was were be been that which and or may can could would will to shall need needs do does');
export const blocking = set('of for by among between with to from on in including against within into upon towards than through requesting asking inviting urging encouraging helping');
export const insertions = set(
  'and including among such held convened notably led many most some none both in at on from as for also however too therefore meanwhile moreover furthermore while during gathered meeting particularly especially',
);
export const drafter = new RegExp(String.raw`\b(?:noting|recalling|recogni[sz]ing|welcoming|emphasi[sz]ing|stressing|mindful|aware|reaffirming|acknowledging|considering|conscious|`
  + String.raw`observing|taking (?:note|into account)|bearing in mind|guided by|underlining|we|notes?|recalls?|welcomes?|recogni[sz]es?|takes? note)\b[^.;]*$`, 'i');
export const nouns: Readonly<Record<string, number>> = {
  call: callBand, calls: callBand, appeal: callBand, appeals: callBand, plea: callBand, demand: 4, demands: 4, request: callBand, requests: callBand,
  recommendation: callBand, recommendations: callBand, view: 1, views: 1, opinion: 1, opinions: 1, emphasis: 2, insistence: callBand, commitment: callBand,
  commitments: callBand, pledge: 4, pledges: 4, agreement: 4, decision: 4, decisions: 4, resolve: 4, conviction: 2, determination: callBand, concern: 2,
  concerns: 2, statement: 1, statements: 1, observation: 1, observations: 1, suggestion: 1, proposal: 2, proposals: 2, acknowledgement: 1, acknowledgment: 1,
  recognition: 1, warning: 2, position: 1, assertion: 2, conclusion: 4, consensus: 4, support: 2, insight: 1, point: 1, remark: 1, remarks: 1, importance: 2,
  conclusions: 4, wish: 2, wishes: 2, desire: 2, hope: 2, hopes: 2, message: 1, stance: 1, backing: 2, endorsement: 4, adoption: 4, approval: 4, acceptance: 4, undertaking: 4, promise: 4, promises: 4, assurance: 3, assurances: 3, advice: 3, alarm: 2, feeling: 1, sentiment: 1, understanding: 1, unanimity: 4, expectation: 2,
};
/** Names that may stand in "the States at the Dialogue" without its being another meeting. */
export const ours = set('dialogue international migration idm iom organization session member states state online march february united nations day summary conclusions meeting conference the of at in 2022');
/** Words with which a heading says what is to be rather than what was: "Consensus on … must be sought". */
export const unspoken = set('should must is are would could will can may might remains remain has have');
/** Nouns that "of" binds to a speaker safely. */
export const ofNouns = set('call calls appeal appeals plea commitment commitments pledge pledges agreement decision decisions recommendation recommendations emphasis insistence view views determination resolve conviction consensus demand demands request requests opinion position statement conclusion proposal proposals suggestion wish wishes desire hope stance pleas undertaking promise promises feeling sentiment advice');
export const decidedBy: ReadonlySet<string> = new Set(['agree', 'agree on', 'agree upon', 'agree to', 'decide', 'decide on', 'decide upon', 'resolve', 'conclude', 'endorse', 'adopt', 'approve', 'pledge', 'accept']);
export const reached = set('reached achieved found built forged came arrived shared expressed established reaching produced yielded struck secured');
/** Verbs whose object reports: "expressed the view", "reached the conclusion". */
export const light = set(
  'reached achieved found built forged shared expressed established reaching voiced made issued gave adopted raised conveyed reiterated registered launched sounded '
  + 'produced yielded struck secured lent declared announced affirmed confirmed reaffirmed come came arrived held formed delivered took offered stated voices expresses makes shares',
);
/** Said of all of them: "unanimously called for". */
export const overall = set('unanimously universally overwhelmingly all largely uniformly');
/** Said of a passive without an agent: "was widely supported". */
export const widely = set('unanimously universally overwhelmingly widely broadly generally largely');
export const wide = set('broad wide widespread strong overwhelming general unanimous universal full clear large considerable near-unanimous');
