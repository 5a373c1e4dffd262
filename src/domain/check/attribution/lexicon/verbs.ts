/**
 * Lexicon: reporting verbs. Each stands once, with the particle of what it takes ("agree", "agree on", "agree to"), in the
 * band of how strongly it speaks, and with what else it does. The scale is ours, not the United Nations': published
 * orders contradict each other. It is a setting, and only ever grounds a hint.
 */

/** Reporting verbs in bands, weakest first; base forms, with their particles. */
export type VerbScale = readonly (readonly string[])[];

/** What else may be so of a verb: each is said where its set is made, below. */
type Property =
  | 'saying'
  | 'takesUp'
  | 'informs'
  | 'remindedOf'
  | 'reasoned'
  | 'takesUpDocument'
  | 'decidedBy'
  | 'deeds'
  | 'binds'
  | 'handles'
  | 'plain'
  | 'idle';
type Verbs = Readonly<Record<string, readonly Property[]>>;

/** Weakest first: what was spoken of, what was said, what was stressed, what was called for, what was decided. */
const bands: readonly Verbs[] = [
  {
    discuss: ['handles'],
    'touch upon': ['saying'],
    'touch on': ['saying'],
    address: ['handles'],
    explore: ['handles'],
    examine: ['handles'],
    debate: [],
    review: ['handles'],
    'reflect on': [],
    'look at': [],
    'exchange views on': [],
    cover: [],
    share: ['handles'],
    consider: ['handles'],
  },
  {
    mention: ['saying', 'remindedOf'],
    note: ['saying', 'takesUp', 'takesUpDocument', 'handles'],
    'point out': ['saying', 'reasoned'],
    'point to': ['saying', 'takesUpDocument', 'handles'],
    observe: ['saying', 'takesUp'],
    'establish that': ['saying'],
    'establish the need': [],
    'establish the importance': [],
    'establish a link': [],
    'establish links': [],
    'establish a connection': [],
    'establish how': [],
    'establish what': [],
    'establish whether': [],
    'establish why': [],
    'rule out': [],
    say: ['saying'],
    state: ['saying'],
    remark: ['saying'],
    indicate: [],
    recall: ['saying', 'takesUp', 'takesUpDocument', 'handles'],
    'refer to': ['saying', 'takesUp', 'takesUpDocument', 'handles'],
    acknowledge: ['saying', 'takesUp', 'takesUpDocument', 'handles'],
    recognize: ['saying', 'takesUp', 'takesUpDocument', 'handles'],
    suggest: ['saying'],
    comment: [],
    cite: ['takesUpDocument', 'handles'],
    signal: [],
    raise: [],
    voice: [],
    express: [],
    report: ['saying', 'handles', 'remindedOf'],
    'report on': ['saying', 'handles', 'remindedOf'],
    explain: [],
    describe: [],
    present: ['handles', 'idle'],
    identify: ['handles', 'idle'],
    'take note of': ['takesUpDocument', 'handles'],
    feel: [],
    think: [],
    believe: [],
    hold: ['idle'],
    find: ['idle'],
    'speak of': ['saying'],
    'speak about': [],
    'express the view': ['saying'],
    'take the view': [],
    'share the view': [],
    'be of the view': ['saying'],
    'be of the opinion': [],
    'be aware': ['handles'],
    'come back to': [],
    'return to': [],
    'dwell on': [],
    'allude to': [],
    'make the point': [],
    'put it': ['plain'],
    'share experiences of': [],
    remind: ['informs', 'remindedOf'],
    realize: [],
    appreciate: ['takesUpDocument', 'handles'],
    add: ['handles'],
    ask: [],
    question: [],
    argue: [],
    concede: [],
    admit: [],
  },
  {
    emphasize: ['saying', 'reasoned'],
    underline: ['saying', 'reasoned'],
    underscore: ['saying'],
    stress: ['saying', 'reasoned'],
    highlight: ['saying', 'reasoned'],
    'draw attention to': ['saying', 'reasoned'],
    'call attention to': ['saying'],
    reiterate: ['saying', 'takesUp', 'handles'],
    reaffirm: ['saying', 'takesUp', 'takesUpDocument', 'handles'],
    affirm: ['saying', 'handles'],
    warn: ['saying', 'informs'],
    'warn of': ['saying'],
    'warn against': ['saying'],
    caution: ['saying'],
    maintain: [],
    welcome: ['takesUpDocument', 'handles', 'remindedOf'],
    support: ['takesUpDocument', 'handles', 'remindedOf', 'idle'],
    'express support for': ['saying'],
    'voice support for': [],
    'express concern': ['saying'],
    'raise concerns': [],
    'voice concern': [],
    'place emphasis on': [],
    'make clear': ['plain'],
    announce: ['saying'],
    propose: ['saying'],
    'put forward': [],
    regret: [],
    deplore: [],
    lament: [],
    applaud: ['remindedOf'],
    commend: ['remindedOf'],
    praise: [],
    'speak in favour of': ['saying'],
    assert: [],
    contend: [],
    claim: [],
    favour: [],
    back: [],
    prioritize: [],
    want: ['saying'],
    wish: [],
    'wish for': [],
    hope: [],
    'hope for': [],
    expect: [],
    advise: ['informs'],
    'argue for': ['saying'],
    'speak for': ['saying'],
    'speak out for': [],
    complain: [],
    'complain of': [],
    condemn: [],
    criticize: [],
    'be clear': ['plain'],
    'be plain': ['plain'],
    'be blunt': ['plain'],
    'be explicit': ['plain'],
    'be unequivocal': ['plain'],
    'be unambiguous': ['plain'],
    'be emphatic': ['plain'],
    'be firm': ['plain'],
    'be outspoken': ['plain'],
    'speak plainly': ['plain'],
    'speak clearly': ['plain'],
    'leave no doubt': ['plain'],
    'be convinced': [],
    'be concerned': [],
    'be in favour of': [],
    'stand behind': [],
    'stand by': [],
    'opt for': [],
    'see a need': [],
    'see the need': [],
    'rally behind': [],
    embrace: [],
    champion: [],
  },
  {
    'call for': ['saying', 'reasoned'],
    'call on': ['saying'],
    'call upon': ['saying'],
    urge: ['saying'],
    insist: ['saying', 'reasoned'],
    'insist on': ['saying', 'reasoned'],
    'insist upon': ['saying'],
    appeal: ['saying'],
    'appeal for': ['saying'],
    'appeal to': [],
    request: ['saying'],
    advocate: ['saying'],
    'advocate for': ['saying'],
    recommend: ['saying'],
    encourage: [],
    invite: [],
    'press for': ['saying'],
    'push for': ['saying'],
    'plead for': ['saying'],
    commit: ['binds'],
    'commit to': ['saying', 'binds'],
    'commit themselves to': ['saying', 'binds'],
    'express commitment to': ['saying'],
    'express their commitment to': [],
    'express determination': [],
    'be adamant': ['plain'],
    'be committed to': [],
    'stand committed to': [],
    'remain committed to': [],
    'stand ready to': [],
    exhort: [],
    implore: [],
    threaten: [],
    'beg for': [],
    'be determined to': [],
    'be resolved to': [],
    'issue a call for': [],
    'make a call for': [],
    'ask for': ['saying'],
    seek: [],
    promise: ['saying', 'binds'],
  },
  {
    agree: ['saying', 'takesUp', 'reasoned', 'decidedBy'],
    'agree on': ['saying', 'takesUp', 'reasoned', 'decidedBy'],
    'agree upon': ['saying', 'takesUp', 'reasoned', 'decidedBy'],
    'agree to': ['saying', 'takesUp', 'decidedBy', 'binds'],
    'agree with': ['takesUpDocument'],
    decide: ['reasoned', 'decidedBy', 'binds'],
    'decide on': ['decidedBy', 'binds'],
    'decide upon': ['decidedBy', 'binds'],
    'decide to': ['binds'],
    vote: ['binds'],
    'vote for': ['binds'],
    'vote to': ['binds'],
    'settle on': [],
    'sign up to': ['binds'],
    'subscribe to': ['binds'],
    demand: ['saying', 'reasoned'],
    resolve: ['decidedBy', 'binds'],
    'resolve to': ['binds'],
    pledge: ['saying', 'decidedBy', 'binds'],
    undertake: ['binds'],
    endorse: ['decidedBy'],
    adopt: ['decidedBy'],
    declare: [],
    determine: [],
    require: ['idle'],
    conclude: ['saying', 'takesUp', 'reasoned', 'decidedBy'],
    approve: ['decidedBy'],
    confirm: [],
    concur: ['takesUpDocument'],
    'be in agreement': ['plain'],
    'reach agreement': [],
    'reach consensus': [],
    'reach a consensus': [],
    'be unanimous': ['plain'],
    mandate: ['idle', 'binds'],
    proclaim: [],
    accept: ['decidedBy'],
    'be agreed': [],
    'be united in': [],
    'be united behind': [],
    'stand united behind': [],
    'be united': [],
    'stand united': [],
    'stand united in': [],
    'stand united on': [],
    vow: ['saying', 'binds'],
    consent: ['binds'],
    'consent to': ['binds'],
    'assent to': ['binds'],
    'sign off on': ['binds'],
    'rule that': ['binds'],
    'give their word': ['binds'],
    'bind themselves to': ['binds'],
    'lay down': ['binds'],
    swear: ['binds'],
    decree: ['binds'],
    stipulate: [],
    establish: ['deeds', 'binds'],
    prescribe: ['deeds', 'binds'],
    enact: ['deeds', 'binds'],
    guarantee: ['deeds', 'binds'],
    order: ['deeds', 'binds'],
    instruct: ['deeds', 'binds'],
    command: ['deeds', 'binds'],
    rule: ['deeds', 'binds'],
    'be of one mind': ['plain'],
    'be at one': ['plain'],
    'be as one': ['plain'],
  },
];

/** What reports without a place in the scale: verbs that tell others of it, and what stands for a verb. */
const unplaced: Verbs = {
  tell: ['informs'],
  inform: ['informs'],
  brief: ['informs'],
  'speak with one voice': ['plain'],
  message: ['plain'],
};

export const defaultScale: VerbScale = bands.map(verbs => Object.keys(verbs));

/** The band of a verb that reports agreement or decision: who agrees speaks for all. */
export const decisionBand = 4;
export const callBand = 3;

const every: readonly (readonly [verb: string, properties: readonly Property[]])[] = [...bands, unplaced].flatMap(
  verbs => Object.entries(verbs),
);
const those = (property: Property): ReadonlySet<string> =>
  new Set(every.flatMap(([verb, properties]) => (properties.includes(property) ? [verb] : [])));

/** Verbs by which somebody says something, and does nothing else by it. */
export const saying = those('saying');

/** By these verbs somebody takes up what others have said. */
export const takesUp = those('takesUp');

/** By these verbs somebody tells others of it, who are named right behind. */
export const informs = those('informs');

/** "Reminded members of the call by participants", "noted the participants’ call". */
export const remindedOf = those('remindedOf');

/** Verbs whose past is no participle of those named before it. */
export const reasoned = those('reasoned');

/** By these verbs somebody takes up what the document says. */
export const takesUpDocument = those('takesUpDocument');

/** Verbs whose passive says that all did it: "was agreed". */
export const decidedBy = those('decidedBy');

/** By these verbs somebody does something, elsewhere, more often than they say something. */
export const deeds = those('deeds');

/** By these verbs somebody is bound, or binds others: more than to agree, where the source only has a call. */
export const binds = those('binds');

/** By these verbs somebody handles what others have said, and need not have been there. */
export const handles = those('handles');

/** Verbs, and a noun, that say that somebody made a thing plain, and leave it to the next sentence which. */
export const plain = those('plain');

/** Participles that report nothing before "by": "a meeting held by IOM". */
export const idleParticiples = those('idle');
