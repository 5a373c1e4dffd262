/**
 * Lexicon: who may be said to have spoken, as drafters name them, and the words of quantity that stand before a name.
 * English; ours.
 */
import { cardinals } from '../../../text/cardinals';

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

/** How many of them: `scant` is one or a few, `weak` is "some", `strong` is "most" and more. */
export type Quantity = 'plain' | 'scant' | 'weak' | 'many' | 'strong';

/**
 * Groups and persons who may have spoken under a name of their own, those that the source names as present among them:
 * in the conclusions none of them does. What they say elsewhere is no claim on the dialogue, so that less is taken for
 * one than of States.
 */
const list = (names: string): readonly string[] =>
  names
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);

/** Whoever says something with a citation of ours is said to have said it there. */
const presentNames = list(`
  un agencies, partner agencies, partner united nations agencies, specialized agencies, un entities, the un system, united nations entities,
  european union, the eu, european commission, african union, african union commission, au commission, the au,
  red cross, international committee of the red cross, icrc, red cross and red crescent, ifrc,
  undp, united nations development programme, unodc, united nations office on drugs and crime, world health organization, unhcr, unicef, ilo, ohchr,
  international labour organization, united nations children’s fund, united nations high commissioner for refugees,
  secretary-general, united nations secretary-general, un secretary-general, president of the general assembly, president of the united nations general assembly,
  president of the seventy-sixth session of the general assembly, president of the seventy-sixth session of the united nations general assembly, general assembly president,
  chairperson of the iom council, chair of the iom council, iom council chair, abdulla shahid, president shahid, rabab fatima, ambassador fatima, antónio vitorino,
  director general vitorino, director general antónio vitorino, deputy director general pope, deputy director general amy pope, amy pope, catalina devandas aguilar, ambassador devandas,
  co-facilitators, cofacilitators, co-facilitator, cofacilitator, co-facilitators of the progress declaration, co-facilitators of the imrf progress declaration,
  cofacilitators of the progress declaration, cofacilitators of the imrf progress declaration,
  youth organizations, youth organisations, youth groups, youth delegates, youth leaders, young people, youth representatives,
  companies, private companies, private sector, private sector representatives, business representatives, diaspora members, members of diasporas, members of the diaspora,
  diaspora organizations, diaspora groups, diaspora representatives, diaspora leaders, diasporas, migrants themselves, migrant representatives, migrant organizations,
  migrant leaders, academic experts, academics, academia, researchers, experts, practitioners, policy experts,
  civil society, civil society organizations, civil society organisations, non-governmental organizations, non-governmental organisations, ngos, humanitarian organizations,
  lone voice, single voice, moderators, the moderator, migrant youth, youth, observers, trade unions, employers, businesses, mayors, local authorities, cities, united nations system, united nations agencies,
  diplomats, negotiators, consuls, consular officers, consular officials, permanent missions, civil servants, members of delegations, members of the delegations, members of government delegations,
  members of diaspora communities, members of diaspora groups, members of diaspora organizations, members of the diasporas, members of the diaspora community, diaspora communities, diaspora associations,
  representatives of the diaspora, representatives of diasporas, representatives of diaspora organizations, representatives of migrants, representatives of migrant organizations, migrant associations,
  members of civil society, representatives of civil society, representatives of civil society organizations, civil society representatives, ngo representatives, representatives of non-governmental organizations,
  representatives of youth, representatives of youth organizations, young migrants, young delegates, young speakers, representatives of the private sector, members of the private sector, business leaders, the business community,
  industry representatives, technology companies, representatives of companies, employer representatives, union representatives, labour unions,
  representatives of united nations agencies, representatives of un agencies, representatives of international organizations, heads of agencies, humanitarian agencies, humanitarian actors, humanitarian workers,
  group of 77, group of 77 and china, african group, group of african states, group of latin american and caribbean states, arab group, asia-pacific group, eu member states, small island developing states,
  least developed countries, landlocked developing countries,
  representatives of cities, representatives of local authorities, city leaders, members of academia, representatives of academia, academic institutions, think tanks, academic speakers, scientists
`);

/** Whoever may speak anywhere: only "at the Dialogue" is it there. */
export const anywhere = list(`
  migrants, refugees, authorities, regional organizations, regional organisations, international organizations, international organisations,
  organizations, agencies, donors, parliamentarians, women’s organizations, faith-based organizations, foundations, universities, scholars, activists,
  city representatives, city networks, networks of cities, municipalities, mayors’ networks, unions, workers, workers’ organizations, employers’ organizations, chambers of commerce, families, communities, survivors,
  survivors of trafficking, victims of trafficking, lawyers, judges, teachers, journalists, health workers, religious leaders, faith leaders, community leaders, host communities,
  co-chairs, cochairs, co-chairpersons, one trade unionist, one company, one minister, one health minister, one mayor, one ambassador, one expert, one ngo,
  local communities, women migrants, migrant women, migrant workers, farmers, artists, athletes, persons with disabilities, people with disabilities, disabled people,
  older persons, older people, older migrants, migrant children, migrant mothers, young women, asylum seekers, displaced persons, internally displaced persons, returnees,
  stateless persons, indigenous peoples, irregular migrants, undocumented migrants, families of missing migrants, families of the missing, relatives of missing migrants
`);

/** Countries by name: States, each for itself. */
const countries = list(`
  afghanistan, albania, algeria, andorra, angola, antigua and barbuda, argentina, armenia, australia, austria, azerbaijan, the bahamas, bahrain, bangladesh, barbados,
  belarus, belgium, belize, benin, bhutan, bolivia, bosnia and herzegovina, botswana, brazil, brunei, bulgaria, burkina faso, burundi, cabo verde, cambodia, cameroon,
  canada, central african republic, chad, chile, china, colombia, comoros, congo, costa rica, côte d’ivoire, croatia, cuba, cyprus, czechia, denmark, djibouti,
  dominican republic, ecuador, egypt, el salvador, equatorial guinea, eritrea, estonia, eswatini, ethiopia, fiji, finland, france, gabon, the gambia, germany, ghana,
  greece, guatemala, guinea, guinea-bissau, guyana, haiti, holy see, honduras, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, jamaica, japan,
  kazakhstan, kenya, kiribati, kuwait, kyrgyzstan, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, madagascar, malawi, malaysia, maldives,
  mali, malta, mauritania, mauritius, mexico, micronesia, moldova, monaco, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nauru, nepal, netherlands,
  new zealand, nicaragua, niger, nigeria, north macedonia, norway, oman, pakistan, palau, panama, papua new guinea, paraguay, peru, philippines, poland, portugal, qatar,
  republic of korea, romania, russian federation, rwanda, saint lucia, samoa, san marino, saudi arabia, senegal, serbia, seychelles, sierra leone, singapore, slovakia,
  slovenia, solomon islands, somalia, south africa, south sudan, spain, sri lanka, sudan, suriname, sweden, switzerland, syria, tajikistan, thailand, timor-leste, togo,
  tonga, trinidad and tobago, tunisia, türkiye, turkey, turkmenistan, tuvalu, uganda, ukraine, united arab emirates, united kingdom, united republic of tanzania, tanzania,
  united states, united states of america, uruguay, uzbekistan, vanuatu, venezuela, viet nam, vietnam, yemen, zambia, zimbabwe
`);

/** What a draft calls the document. */
const documentNames = [
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
];

/** The names of each voice, in lower case. */
export const speakers: Readonly<Partial<Record<Voice, readonly string[]>>> = {
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
    'one delegate',
    'lone delegate',
    'single delegate',
    'lone delegation',
    'single delegation',
    'single state',
    'single government',
    'lone state',
    'lone government',
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
  others: [...presentNames, ...countries, ...anywhere],
  summary: [
    ...documentNames,
    // Its publisher's, too: "according to the IOM summary", "IOM’s conclusions".
    ...[...documentNames, 'paper', 'record', 'publication', 'outcome document'].flatMap(name => [
      `iom ${name}`,
      `idm ${name}`,
      `dialogue ${name}`,
    ]),
  ],
};

/** Words of quantity: most of them, and more. */
export const strong = new Set([
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
export const many = new Set(['many', 'numerous', 'countless', 'multiple']);
/** One of them, or a few. */
export const scant = new Set([
  'one',
  'single',
  'lone',
  'lonely',
  'sole',
  'solitary',
  'few',
  'couple',
  'handful',
  'minority',
]);
/** Some of them. */
export const weak = new Set(['some', 'several', 'certain', 'various', 'number', 'a', 'individual', ...cardinals]);
/** What may stand among words of quantity and before a name, and says nothing of how many. */
export const modifiers = new Set([
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
