/** Lexicon: nouns that report, how strongly, and the verbs that go with them. English; ours. */

const list = (words: string): readonly string[] => words.split(' ');
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Nouns that report, and how strongly, by the band of the scale. */
export const nouns: ReadonlyMap<string, number> = new Map(
  [
    '',
    'view views opinion opinions statement statements observation observations suggestion acknowledgement acknowledgment recognition position insight point remark remarks message stance feeling sentiment reminder reminders finding',
    'emphasis conviction concern concerns proposal proposals warning assertion support importance wish wishes desire hope hopes backing alarm expectation',
    'call calls appeal appeals plea request requests recommendation recommendations insistence commitment commitments determination assurance assurances advice',
    'demand demands pledge pledges agreement decision decisions resolve conclusion consensus conclusions endorsement adoption approval acceptance undertaking promise promises unanimity',
  ].flatMap((words, band) =>
    words
      .split(' ')
      .filter(Boolean)
      .map(word => [word, band]),
  ),
);

/** Nouns that "of" binds to a speaker safely. */
export const ofNouns = set(
  'message messages call calls appeal appeals plea commitment commitments pledge pledges agreement decision decisions recommendation recommendations emphasis insistence view views determination resolve conviction consensus demand demands request requests opinion position statement conclusion proposal proposals suggestion wish wishes desire hope stance pleas undertaking promise promises feeling sentiment advice observation observations statement remark reminder warning concern concerns support insistence assertion acknowledgement acknowledgment recognition assurance approval endorsement request',
);

/** What somebody gave, attached, drew or made, and how strongly that speaks. */
export const given: ReadonlyMap<string, number> = new Map([
  ['importance', 2],
  ['priority', 2],
  ['emphasis', 2],
  ['attention', 2],
  ['weight', 2],
  ['value', 2],
  ['significance', 2],
  ['urgency', 2],
  ['prominence', 2],
  ['stress', 2],
  ['focus', 2],
  ['consideration', 0],
  ['mention', 1],
  ['reference', 1],
  ['interest', 2],
  ['backing', 2],
]);
/** Whether it is what somebody gives to a thing, and not what they say of it. */
export const isGiven = (noun: string): boolean => given.has(noun);

/** Verbs whose object reports: "expressed the view", "reached the conclusion". */
export const light = set(
  'reached achieved found built forged shared expressed established reaching voiced made issued gave adopted raised conveyed reiterated registered launched sounded ' +
    'produced yielded struck secured lent declared announced affirmed confirmed reaffirmed come came arrived held formed delivered took offered stated voices expresses makes shares',
);
/** Verbs that make "consensus" a thing of the subject's: "reached consensus". */
export const reached = set(
  'reached achieved found built forged came arrived shared expressed established reaching produced yielded struck secured',
);

/** By these somebody gave it: "the importance that States attached to". */
export const gave = list(
  'attached gave given paid drew drawn placed put laid assigned accorded devoted attributed made lent expressed voiced shown showed',
);
/** By these somebody came out with a noun that reports: "the pledge that governments made". */
export const took = list(
  'made took gave issued expressed voiced reached adopted placed put laid raised conveyed launched sounded reiterated offered',
);
/** Participles of such verbs: "the view expressed by". */
export const made = list(
  'made expressed voiced issued raised shared reached given put placed attached advanced offered conveyed stated held adopted taken set outlined shown displayed drawn paid laid launched reiterated sounded went came',
);

/** Agreement by name. */
export const agreement = list('consensus agreement unanimity');
/** Support by name. */
export const support = list('support backing endorsement convergence');
