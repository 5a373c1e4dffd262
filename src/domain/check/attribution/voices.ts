/** Who may be said to have spoken, as drafters name them. */
import { anywhere, countryNames, presentNames } from './present';

/** Whom a draft lets speak. `summary` is the document itself, and is always right. */
export type Voice =
  | 'states'
  | 'iom'
  | 'dialogue'
  | 'participants'
  | 'speakers'
  | 'panelists'
  | 'discussions'
  | 'consensus'
  | 'support'
  | 'others'
  | 'passive'
  | 'summary';

/** How many of them: `weak` is "some" and less than it, `strong` is "most" and more. */
export type Quantity = 'plain' | 'weak' | 'many' | 'strong';

const phrases: Readonly<Partial<Record<Voice, readonly string[]>>> = {
  states: [
    'states',
    'member states',
    'states members',
    'states parties',
    'participating states',
    'participating governments',
    'participating countries',
    'governments',
    'government',
    'countries',
    'nations',
    'delegations',
    'delegates',
    'government delegates',
    'government delegations',
    'government representatives',
    'state representatives',
    'government participants',
    'representatives of governments',
    'representatives of states',
    'representatives of member states',
    'representatives of countries',
    'representatives from governments',
    'ministers',
    'heads of state and government',
    'heads of state',
    'parties',
    'signatories',
    'international community',
    'world community',
    'one delegation after another',
    'delegation after delegation',
    'delegate after delegate',
    'minister after minister',
    'country after country',
    'government after government',
    'state after state',
    'one state after another',
    'global community',
    'community of states',
    'community of nations',
    'the membership',
    'policymakers',
    'policy makers',
    'leaders',
    'world leaders',
    'countries of origin',
    'countries of destination',
    'countries of transit',
    'donor countries',
    'donor governments',
    'donor states',
    'host countries',
    'host governments',
    'national authorities',
    'state authorities',
    'high-level policymakers',
    'heads of government',
    'ministries',
    'ministers of foreign affairs',
    'foreign ministers',
    'united nations member states',
    'heads of delegation',
    'heads of delegations',
    'ambassadors',
    'permanent representatives',
    'government officials',
    'officials',
    'representatives of the governments',
    'representatives of the states',
    'representatives of the member states',
    'government experts',
    'government speakers',
    'member countries',
    'member countries of iom',
    'member governments',
    'countries represented',
    'member states of the organization',
    'member states of iom',
    'states members of iom',
    'states members of the organization',
    'one state',
    'one member state',
    'one government',
    'one country',
    'one delegation',
    'another state',
    'another government',
    'another delegation',
    'each state',
    'every state',
    'each government',
    'every government',
    'each delegation',
    'every delegation',
    'each member state',
    'every member state',
  ],
  iom: [
    'iom',
    'international organization for migration',
    'the organization',
    'iom secretariat',
    'the secretariat',
    'iom council',
    'director general',
    'deputy director general',
  ],
  dialogue: [
    'dialogue',
    'international dialogue on migration',
    'international dialogue',
    'idm',
    'session',
    'meeting',
    'conference',
    'event',
    'gathering',
    'summit',
    'workshop',
    'plenary',
    'panels',
    'sessions',
    'idm session',
    'idm 2022',
  ],
  participants: [
    'participants',
    'participant',
    'attendees',
    'those present',
    'those attending',
    'those taking part',
    'those who took part',
    'stakeholders',
    'everyone',
    'everybody',
    'all present',
    'those who attended',
    'all those present',
  ],
  speakers: ['speakers', 'speaker', 'keynote speakers', 'interveners'],
  panelists: [
    'panelists',
    'panellists',
    'panelist',
    'panellist',
    'panel members',
    'panel speakers',
    'panel participants',
  ],
  discussions: [
    'discussions',
    'discussion',
    'debate',
    'debates',
    'exchanges',
    'deliberations',
    'exchange of views',
    'conversations',
  ],
  others: [...presentNames, ...countryNames, ...anywhere],
  summary: [
    'summary',
    'summary of conclusions',
    'conclusions',
    'conclusion',
    'document',
    'text',
    'findings',
    'outcome',
    'outcomes',
    'summary document',
    'report',
    'paragraph',
    'source',
  ],
};

interface Phrase {
  readonly words: readonly string[];
  readonly voice: Voice;
  /** Whether it may be anybody, anywhere. */
  readonly anywhere: boolean;
}

const elsewhereToo = new Set(anywhere);
const byFirst = new Map<string, Phrase[]>();
for (const [voice, list] of Object.entries(phrases) as [Voice, readonly string[]][]) {
  for (const phrase of list) {
    const words = phrase
      .replaceAll('’', "'")
      .split(' ')
      .map(word => word.replace(/'s?$/, ''));
    const known = byFirst.get(words[0]!) ?? [];
    known.push({ words, voice, anywhere: elsewhereToo.has(phrase) });
    byFirst.set(words[0]!, known);
  }
}
for (const known of byFirst.values()) known.sort((a, b) => b.words.length - a.words.length);

/** The voice named at word `at` (lower case): how many words name it. */
export function voiceAt(
  words: readonly string[],
  at: number,
): { readonly voice: Voice; readonly length: number; readonly anywhere?: boolean } | undefined {
  // "The United States" is one of them.
  if (words[at] === 'states' && words[at - 1] === 'united') return undefined;
  const found = byFirst
    .get(words[at] ?? '')
    ?.find(phrase => phrase.words.every((word, offset) => words[at + offset] === word));
  return found && { voice: found.voice, length: found.words.length, anywhere: found.anywhere };
}

const strong = new Set([
  'all',
  'most',
  'majority',
  'every',
  'nearly',
  'almost',
  'virtually',
  'overwhelming',
  'vast',
  'unanimously',
  'whole',
  'entire',
  'everyone',
]);
const many = new Set(['many', 'numerous', 'countless', 'multiple']);
const weak = new Set([
  'some',
  'several',
  'few',
  'certain',
  'various',
  'number',
  'couple',
  'one',
  'two',
  'three',
  'a',
  'individual',
  'handful',
  'minority',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
]);
const modifiers = new Set([
  'the',
  'these',
  'those',
  'this',
  'that',
  'its',
  'of',
  'large',
  'great',
  'wide',
  'range',
  'first',
  'concerned',
  'relevant',
  'attending',
  'other',
  'invited',
  'distinguished',
  'high-level',
  '2022',
  'an',
  'both',
  'their',
  'online',
  'entire',
  'key',
  'iom',
  'iom’s',
  "iom's",
  'un',
  'united',
  'nations',
  'different',
  'participating',
  'developing',
  'featured',
  'listed',
  'assembled',
  'world',
  'approximately',
  'general',
  'recent',
  'very',
  'same',
  'opening',
  'closing',
  'international',
  'eleven',
  'twelve',
  'fifteen',
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
  'hundred',
  'dozen',
  'dozens',
  'hundreds',
]);

/** "In March 2022 States agreed": the year is the date's. */
function dated(words: readonly string[], at: number): boolean {
  return (
    /^20\d\d$/.test(words[at]!) &&
    /^(?:in|since|of|by|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
      words[at - 1] ?? '',
    )
  );
}

/** The quantity that stands before the word at `at`, and the word where the whole phrase begins. */
export function quantityBefore(
  words: readonly string[],
  at: number,
  lowest: number,
): { readonly quantity: Quantity; readonly from: number } {
  let from = at;
  let quantity: Quantity = /^every(?:one|body)$|^all$/.test(words[at] ?? '') ? 'strong' : 'plain';
  while (from > lowest && at - from < 6) {
    const word = words[from - 1]!;
    if (strong.has(word)) quantity = 'strong';
    else if (many.has(word) && quantity !== 'strong') quantity = 'many';
    else if (weak.has(word)) {
      if (quantity === 'plain') quantity = 'weak';
    } else if (!modifiers.has(word) && !/^\d+$/.test(word)) break;
    from--;
  }
  // A preposition or demonstrative that only led to the phrase is not part of it.
  while (from < at && (words[from] === 'of' || words[from] === 'that' || dated(words, from))) from++;
  return { quantity, from };
}
