/**
 * Groups and persons who may have spoken under a name of their own, those that the source names as present among them:
 * in the conclusions none of them does. What they say elsewhere is no claim on the dialogue, so that less is taken for
 * one than of States.
 */
import type { VerbForm } from './scale';

const list = (names: string): readonly string[] =>
  names
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);

/** Whoever says something with a citation of ours is said to have said it there. */
export const presentNames = list(`
  un agencies, partner agencies, partner united nations agencies, specialized agencies, un entities, the un system, united nations entities,
  european union, the eu, european commission, african union, african union commission, au commission, the au,
  red cross, international committee of the red cross, icrc, red cross and red crescent, ifrc,
  undp, united nations development programme, unodc, united nations office on drugs and crime, world health organization, unhcr, unicef, ilo, ohchr,
  international labour organization, united nations children’s fund, united nations high commissioner for refugees,
  secretary-general, united nations secretary-general, un secretary-general, president of the general assembly, president of the united nations general assembly,
  president of the seventy-sixth session of the general assembly, president of the seventy-sixth session of the united nations general assembly, general assembly president,
  chairperson of the iom council, chair of the iom council, iom council chair, abdulla shahid, president shahid, rabab fatima, ambassador fatima, antónio vitorino,
  director general vitorino, catalina devandas aguilar, ambassador devandas,
  co-facilitators, cofacilitators, co-facilitator, cofacilitator, co-facilitators of the progress declaration, co-facilitators of the imrf progress declaration,
  cofacilitators of the progress declaration, cofacilitators of the imrf progress declaration,
  youth organizations, youth organisations, youth groups, youth delegates, youth leaders, young people, youth representatives,
  companies, private companies, private sector, private sector representatives, business representatives, diaspora members, members of diasporas, members of the diaspora,
  diaspora organizations, diaspora groups, diaspora representatives, diaspora leaders, diasporas, migrants themselves, migrant representatives, migrant organizations,
  migrant leaders, academic experts, academics, academia, researchers, experts, practitioners, policy experts,
  civil society, civil society organizations, civil society organisations, non-governmental organizations, non-governmental organisations, ngos, humanitarian organizations,
  moderators, the moderator, migrant youth, youth, observers, trade unions, employers, businesses, mayors, local authorities, cities, united nations system, united nations agencies,
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
  local communities, women migrants, migrant women, migrant workers, farmers, artists, athletes
`);

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
/** Countries by name: States, each for itself. */
export const countryNames: readonly string[] = countries;

/** "At the Dialogue", "in the second panel": where it was said. */
export const occasion =
  /\b(?:at|during|in|to|before) (?:(?:the|its|this|that|iom(?:['’]s)?|first|second|third|2022|opening|closing|online) ){0,4}(?:international )?(?:dialogue|idm|session|panels?|plenary)\b/i;

/**
 * Whether a clause itself says that it was at the dialogue: "At the Dialogue, the Mayors noted", "the Mayors noted at
 * the Dialogue".
 */
export function happenedThere(text: string, start: number, end: number): boolean {
  if (occasion.test(text.slice(start, end))) return true;
  const after = text.slice(end, end + 80);
  const next = occasion.exec(after);
  if (next && next.index <= 20 && !/[.,;:]/.test(after.slice(0, next.index))) return true;
  const clause =
    text
      .slice(Math.max(0, start - 160), start)
      .split(/[.;:]/)
      .at(-1)!
      .split(',')
      .filter(part => part.trim() !== '')
      .at(-1) ?? '';
  return occasion.test(clause);
}

/** Verbs by which somebody says something, and does nothing else by it. */
const saying =
  /^(?:note|mention|point out|point to|observe|say|state|remark|recall|refer to|acknowledge|recognize|report|report on|emphasize|underline|underscore|stress|highlight|draw attention to|call attention to|reiterate|reaffirm|affirm|warn|warn of|warn against|caution|call for|call on|call upon|urge|insist|insist on|insist upon|appeal|appeal for|demand|touch upon|touch on|argue for|speak of|speak for|speak in favour of|express commitment to|express support for|express concern|express the view|be of the view|conclude|agree|agree to|agree on|agree upon|propose|suggest|recommend|request)$/;

/** Whether a verb of theirs tells of the dialogue where nothing else does. */
export function tells({ base, tense }: VerbForm): boolean {
  return tense === 'past' && saying.test(base);
}
