// Every weight of the search, and what it weighs. `npm run bench -- ablation` shows what each earns on the kept queries.

/** How much a word tells by where an entry has it; its own words count 1. */
interface FieldWeights {
  /** Our label. */
  label: number;
  /** One of our topics. */
  topic: number;
  /** The heading of its theme, which other findings have, too. */
  theme: number;
  /** The title of its day. */
  day: number;
}

/** How well something answers a word of a query; the word itself does by 1. */
interface AnswerWeights {
  /** Another form of the word. */
  form: number;
  /** A term that means the same, by the thesaurus. */
  concept: number;
  /** What a term of several words means. */
  named: number;
  /** A form of the word's part: of "anti-trafficking", "trafficking". */
  part: number;
  /** At most so much of a part, where the whole word is known, too. */
  apart: number;
  /** The word written together with its neighbour: "cop27" for "COP 27". */
  joined: number;
  /** Each of two words that somebody wrote as one. */
  half: number;
  /** What a word means alone, of what it means within a term of several words. */
  aside: number;
  /** How steeply a meaning counts less the commoner it is than the word. */
  common: number;
  /** A word that begins as the typed one does: at least, and for the share of it that is typed. */
  beginning: number;
  begun: number;
  /** Of both, where the typed letters are a word already. */
  finished: number;
  /** What a word means that begins so; less where the library has others that begin so, and not this one. */
  begunMeaning: number;
  strangeMeaning: number;
  /** A word that the typed one may be a slip of, by how alike they are; its forms; what it means. */
  alike: number;
  alikeForm: number;
  alikeMeaning: number;
}

/** What a word of a query is worth beside the others: the more, the rarer it is. */
interface WorthWeights {
  /** One that nothing answers, of what the rarest known one is worth. */
  unknown: number;
  /** A word of every subject, or of drafting. */
  weak: number;
  /** No word is worth less. */
  least: number;
}

/** How an entry's score comes of its answers. */
interface ScoreWeights {
  /** Of what a further answer to the same word is worth: the entry says it in more ways than one. */
  further: number;
  /** How much of a word counts as answered beyond the weight of the answer: a synonym ranks lower, but answers. */
  covers: number;
  /** Of the score, whatever share of the query is answered; the rest goes with that share. */
  uncovered: number;
  /** What weighs up long entries: a bound that grows with the words up to three times `damped`. */
  damping: number;
  dampingByLength: number;
  damped: number;
  /** What is added for words in one sentence, close together, and as a run just as they were typed. */
  together: number;
  adjacent: number;
  asTyped: number;
  /** A second sentence of a draft that an entry supports, of its own score. */
  second: number;
}

/** What is too little to be a hit. */
interface LeastWeights {
  /** The share of the query's worth that an entry must answer, and what each doubtful word adds. */
  share: number;
  doubt: number;
  /** The same for a query of more than six words: a sentence of a draft says more than any finding. */
  longShare: number;
  longDoubt: number;
  /** Of the best hit's score. */
  faintest: number;
}

export const weights: {
  readonly field: FieldWeights;
  readonly answer: AnswerWeights;
  readonly worth: WorthWeights;
  readonly score: ScoreWeights;
  readonly least: LeastWeights;
} = {
  field: { label: 2.2, topic: 1.3, theme: 0.3, day: 0.15 },
  answer: {
    form: 0.93,
    concept: 0.66,
    named: 0.8,
    part: 0.9,
    apart: 0.6,
    joined: 1,
    half: 0.75,
    aside: 0.3,
    common: 0.8,
    beginning: 0.5,
    begun: 0.4,
    finished: 0.6,
    begunMeaning: 0.55,
    strangeMeaning: 0.3,
    alike: 0.95,
    alikeForm: 0.86,
    alikeMeaning: 0.6,
  },
  worth: { unknown: 0.6, weak: 0.22, least: 0.05 },
  score: {
    further: 0.25,
    covers: 1.25,
    uncovered: 0.35,
    damping: 0.7,
    dampingByLength: 0.5,
    damped: 90,
    together: 0.4,
    adjacent: 0.8,
    asTyped: 1.6,
    second: 0.15,
  },
  least: { share: 0.25, doubt: 0.45, longShare: 0.2, longDoubt: 0.14, faintest: 0.3 },
};
