/**
 * The words by which a draft says whose a quotation is, in its language: the document's, somebody else's, or a title.
 * The lists are ours; in French and Spanish they are shorter, and what they do not know leaves a quotation the
 * source's.
 */
import type { Language } from '../corpus/types';
import { lazy } from '../lazy';

export interface Introductions {
  /** The document, and who speaks in it. */
  readonly documentary: RegExp;
  /**
   * Of another text, meeting or people, whatever it is called: "our survey of participants", "the session in Bonn last
   * year".
   */
  readonly elsewhere: RegExp;
  readonly saying: RegExp;
  /** "They" and "it" may well be the dialogue's. */
  readonly theirOwn: RegExp;
  /** All who were there, or States, before a verb that reports what was said at a meeting: "All noted". */
  readonly together: RegExp;
  /** Another text by its name or number: "article 13", "the Universal Declaration". */
  readonly instrument: RegExp;
  /** The drafter's own wording: "we translate it as", "proposed wording". */
  readonly worded: RegExp;
  /** Behind a quotation, of its words: "is ours", "means", "is missing here". */
  readonly asWords: RegExp;
  readonly titled: RegExp;
  /** What the words themselves are, right before them, and no title: "rests on one sentence: “…”". */
  readonly wording: RegExp;
  /** These name what no sentence of the document can be. */
  readonly surely: RegExp;
  /** Behind a quotation: "according to the summary", "as the summary says". */
  readonly afterDocument: RegExp;
  /** Whether a clause may begin with its verb, its subject unsaid. */
  readonly verbFirst: boolean;
  /** Behind a quotation: "one mother told us". */
  readonly saidAfter: RegExp;
}

const english = lazy((): Introductions => ({
  verbFirst: false,
  documentary:
    /\b(?:summary|conclusions?|source|findings?|dialogue|idm|session(?! \d)|participants?|speakers?|pane(?:l|ll)ists?|discussions?|consensus|iom|international organization for migration|document|text|the report(?! (?:of|by|on|from))|director general|deputy director general|council chairperson|president of the general assembly|the (?:english|original)(?: (?:text|version|wording|language))? (?:speaks?|says|has|reads|runs|writes|uses|puts))\b/iu,
  elsewhere:
    /\b(?:our|my|his|her) (?!reading|view|translation|opinion|words)|\b(?:focus group|workshop|interview|survey|questionnaire|letter|blog|speech|sermon|novel|poem)\b|\b(?:statements?|interventions?|remarks|testimony) (?:of|by|from) (?:the )?(?:delegations?|delegates?|representatives?|ministers?|ambassadors?|governments?|missions?|observers?)\b|\biom(?:['’]s)? (?:constitution|glossary|strategy|website|handbook|statistics|data)\b/iu,
  saying:
    /\b(?:sa(?:y|ys|id|ying)|told|tells?|wr(?:ite|ites|ote|itten)|as(?:k|ks|ked)|answer(?:s|ed)?|repl(?:y|ies|ied)|put(?:s)? it|call(?:s|ed)? (?:it|this|that|them|him|her|us|the)|complain(?:s|ed)?|reads?|held|holds|observ(?:es|ed)|remark(?:s|ed)?|claim(?:s|ed)?|argu(?:es|ed)|insist(?:s|ed)?|shout(?:s|ed)?|whisper(?:s|ed)?|explain(?:s|ed)?|speak(?:s|ing)? of|spoke of|stat(?:es|ed)|declar(?:es|ed)|quot(?:es|ed|ing)|cit(?:es|ed|ing)|recall(?:s|ed)?|remember(?:s|ed)?|add(?:s|ed)|warn(?:s|ed)?|not(?:es|ed)|describ(?:es|ed)|testif(?:ies|ied)|report(?:s|ed)|used to say|joked|sighed|cried|begged|pleaded|protest(?:s|ed)?|in the (?:words|phrase|language|formula|terms) of|according to|to quote|to borrow|to speak with|to say (?:it )?with|has it|proverb|adage|sang|sings?|chanted|preached)\b/iu,
  theirOwn: /^[\s,]*(?:(?:and|but|as|that|which|where) )?(?:they|it|who|which|we|also)\b/iu,
  together:
    /(?:^|\s)(?:all|everyone|everybody|(?:all )?(?:those )?present|(?:member )?states|governments|delegations|delegates) (?:(?:also|then|\w+ly) )?(?:noted|observed|stated|declared|remarked|warned|reported|argued|insisted)\b/iu,
  instrument:
    /^(?!\W*(?:in|under|with|for|to|by|on|at|as|since|through|beyond|following|implementing|applying)\b)[^]*(?:\b(?:articles?|targets?|goals?|SDGs?|objectives?|principles?|rules?|guidelines?|regulations?|resolutions?|preamble) (?:\d|[ivx]+\b)|\b(?:(?:Global|Marrakech) Compact(?! for Migration Implementation)|(?:Universal|New York|Progress|Cartagena) Declaration|\d{4} Agenda|Conventions?|Covenants?|Charter|Protocols?|Treaty|Constitution)\b)/iu,
  worded:
    /\b(?:translat\w*|render(?:s|ed|ing)?|replac\w+|substitut\w+|reword\w*|rephras\w+|paraphras\w+|abbreviat\w+|(?:we|i|authors|drafters|sponsors) (?:would )?(?:propose|suggest|prefer|write|wrote|mean|insert|add)|(?:old|new|proposed|suggested|amended|draft|our|alternative) (?:text|wording|language|paragraphs?|clauses?|version|formulation|sentence))\b/iu,
  asWords:
    /^[\s,”"]*(?:(?:is|are|was|were|remains?) (?:(?:not|never|only|just|also|still) )?(?:ours|our|mine|my|missing|absent|nowhere|a translation|a term|a phrase|a word|a slogan|a motto|a title|how we|what we|another)|means?|translates|would mean)\b/iu,
  titled:
    /\b(?:reports?|papers?|stud(?:y|ies)|books?|booklet|handbook|guide|guidelines|manual|toolkit|briefs?|briefing|notes?|memorandum|strategy|action plan|plan|programmes?|programs?|campaigns?|films?|documentary|videos?|events?|conference|workshop|seminar|webinar|panel(?: \d+)?|session \d+|chapter(?: \w+)?|section(?: \w+)?|article|editorial|op-ed|column|commentary|factsheet|fact sheet|dossier|feature|essay|poem|songs?|novel|keynote|lecture|address|speech|declaration|resolution|recommendation|comment|convention|objectives?(?: \d+)?|goals?(?: \d+)?|targets?(?: \d+)?|titles?|subtitle|themes?|mottos?|mottoes|slogans?|watchword|banners?|posters?|placards?|signs?|chants?|cry|hashtag|refrain|catchphrase|graffiti|mural|headlines?|headings?|projects?|initiatives?|exhibition|series|podcast|blog|post|page|website|newsletter|module|course|publication|pamphlet|leaflet|principles?|promise(?:s|d)?|pledge|call|entitled|titled|called|named|dubbed|known as|headed)\b/iu,
  wording: /\b(?:sentences?|passages?|paragraphs?|lines?|wording|words)\W*$/iu,
  surely:
    /\b(?:title|entitled|titled|mottos?|slogans?|watchword|banners?|posters?|placards?|chants?|cry|hashtag|refrain|catchphrase|graffiti|promise|headlines?|campaigns?|films?|songs?|poem|novel)\b/iu,
  afterDocument:
    /^[\s,]*(?:(?:as|so|thus|(?:that|this|such) (?:is|was)|in|from|of|says?|said|states?|stated|notes?|noted|reads?|runs|according to|the|its) )/iu,
  saidAfter:
    /^[\s,”"]*(?:(?:as|so) )?(?:[\p{L}\p{N}'’.-]+ ){1,6}(?:said|says|told|tells|wrote|writes|recalled|recalls|explained|explains|asked|asks|answered|put it|added|remembered|remembers|complained)\b/iu,
}));

/** The document's own name in drafts of other languages. */
const original =
  'iom|idm|summary of conclusions|international organization for migration|international dialogue on migration';

/** Whole words, with the letters of every alphabet. */
const words = (list: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${list})(?!\p{L})`, 'iu');
const trailing = (list: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${list})\P{L}*$`, 'iu');
const leading = (list: string): RegExp => new RegExp(String.raw`^[\s,”"»]*(?:${list})(?!\p{L})`, 'iu');

const french = lazy((): Introductions => {
  const said =
    "dit|disent|disait|disaient|déclare|déclarent|déclarait|déclaré|affirme|affirment|affirmait|affirmé|écrit|écrivent|écrivait|raconte|racontent|racontait|raconté|explique|expliquent|expliquait|expliqué|répond|répondait|répondu|répète|répétait|répété|rappelle|rappelait|confie|confiait|confié|ajoute|ajoutait|ajouté|témoigne|témoignait|résume|résumait|s['’]exclame|lance|souffle";
  return {
    verbFirst: false,
    documentary: words(
      `${original}|résumé|synthèse|conclusions?|source|constatations?|dialogue|DID|session(?! \\d)|participante?s?|orateurs?|oratrices?|intervenante?s?|panélistes?|débats?|discussions?|consensus|oim|organisation internationale pour les migrations|document|texte|directeur général|directrice générale`,
    ),
    elsewhere: words(
      '(?:notre|nos|mon|ma|mes) (?!lecture|avis|traduction|opinion)\\p{L}+|groupe de discussion|atelier|entretien|enquête|questionnaire|lettre|blog|discours|sermon|roman|poème',
    ),
    saying: words(
      `${said}|souligne|soulignent|souligné|note|notent|noté|selon|d['’]après|pour citer|pour reprendre les mots|dans les mots de|proverbe|adage|dicton|chante|chantaient|scandent|scandaient`,
    ),
    together: leading(
      '(?:tous|toutes|tout le monde|(?:les )?(?:états(?: membres)?|gouvernements|délégations|délégués)) (?:ont )?(?:déclaré|affirmé|souligné|noté|déclarent|affirment|soulignent|notent)',
    ),
    theirOwn: /^[\s,]*(?:(?:et|mais|comme|que|où) )?(?:ils|elles|il|elle|on|qui|nous|se|s['’])(?!\p{L})/iu,
    instrument: words(
      '(?:articles?|cibles?|objectifs?|principes?|règles?|résolutions?) \\d\\S*|pacte mondial|déclaration universelle|déclaration de new york|conventions?|pacte international|charte|protocoles?|traité|constitution',
    ),
    worded: words(
      'tradu[ic]\\p{L}+|rendons|rend|remplac\\p{L}+|reformul\\p{L}+|(?:nous|je) (?:proposons|propose|préférons|préfère|écrivons|écris)|(?:ancien|nouveau|nouvelle|notre) (?:texte|libellé|version|formulation)',
    ),
    asWords: leading(
      'est (?:de nous|notre|absente?|une? (?:traduction|terme|slogan|devise|titre))|sont (?:de nous|nos)|signifie|veut dire|manque',
    ),
    titled: words(
      "rapports?|études?|livre|guide|manuel|note|stratégie|plan(?: d['’]action)?|programmes?|campagnes?|film|documentaire|vidéo|événement|conférence|atelier|séminaire|webinaire|article|essai|poème|chanson|roman|déclaration|résolution|recommandation|convention|objectifs?(?: \\d+)?|cible(?: \\d+)?|titre|sous-titre|thème|devise|slogan|mot d['’]ordre|bannière|banderole|affiche|pancarte|projet|initiative|exposition|série|podcast|page|cours|publication|brochure|dépliant|principe|promesse|intitulée?s?|appelée?s?|nommée?s?|dénommée?s?|baptisée?s?",
    ),
    wording: trailing('phrases?|passages?|paragraphes?|alinéas?|lignes?|mots?'),
    surely: words(
      "titre|intitulée?s?|devise|slogan|mot d['’]ordre|bannière|banderole|affiche|pancarte|promesse|campagne|film|chanson|poème|roman",
    ),
    afterDocument: leading(
      "comme|ainsi|selon|d['’]après|dans|de|dit|disent|note|notent|indique|indiquent|peut-on lire",
    ),
    saidAfter: leading(`(?:(?:nous|me|m['’]|te|lui|leur|a|ont|avait) ?){0,3}(?:${said})`),
  };
});

const spanish = lazy((): Introductions => {
  const said =
    'dijo|dice|dicen|decía|decían|dijeron|dicho|declara|declaró|declararon|afirma|afirman|afirmó|afirmaron|escribe|escribió|escribieron|cuenta|cuentan|contó|contaba|contaron|explica|explicó|explicaba|responde|respondió|repite|repetía|recuerda|recordó|recordaba|confiesa|confesó|añade|añadió|agrega|agregó|resume|resumió|exclama|exclamó|relata|relató';
  return {
    verbFirst: true,
    documentary: words(
      `${original}|resumen|síntesis|conclusi(?:ón|ones)|fuente|constataciones|diálogo|sesión(?! \\d)|participantes?|oradora?s?|oradores|ponentes?|panelistas?|debates?|discusiones|consenso|oim|organización internacional para las migraciones|documento|texto|directora? general`,
    ),
    elsewhere: words(
      '(?:nuestr[oa]s?|mis?) (?!lectura|opinión|traducción)\\p{L}+|grupo focal|taller|entrevista|encuesta|cuestionario|carta|blog|discurso|sermón|novela|poema',
    ),
    saying: words(
      `${said}|señala|señalan|señaló|subraya|subrayó|según|para citar|en palabras de|refrán|proverbio|cantan|cantaban|corean|coreaban`,
    ),
    together: leading(
      '(?:todos|todas|todo el mundo|(?:los )?(?:estados(?: miembros)?|gobiernos|delegados)|(?:las )?delegaciones) (?:han )?(?:declararon|declarado|afirmaron|afirmado|señalaron|señalado|subrayaron|subrayado)',
    ),
    theirOwn: /^[\s,]*(?:(?:y|pero|como|que|donde) )?(?:ellos|ellas|él|ella|quien|quienes|se|nosotros)(?!\p{L})/iu,
    instrument: words(
      '(?:artículos?|metas?|objetivos?|principios?|reglas?|resoluci(?:ón|ones)) \\d\\S*|pacto mundial|declaración universal|declaración de nueva york|convenci(?:ón|ones)|convenios?|pacto internacional|carta|protocolos?|tratado|constitución',
    ),
    worded: words(
      'traduc\\p{L}+|sustitu\\p{L}+|reformul\\p{L}+|(?:nosotros )?(?:proponemos|preferimos|escribimos)|(?:antiguo|nuevo|nueva|nuestro|nuestra) (?:texto|redacción|versión|formulación)',
    ),
    asWords: leading(
      'es (?:nuestr[oa]|de nosotros|una? (?:traducción|término|lema|consigna|título))|son (?:nuestr[oa]s|de nosotros)|significa|quiere decir|falta',
    ),
    titled: words(
      'informes?|estudios?|libro|guía|manual|nota|estrategia|plan(?: de acción)?|programas?|campañas?|película|documental|v[ií]deo|evento|conferencia|taller|seminario|artículo|ensayo|poema|canción|novela|declaración|resolución|recomendación|convenio|convención|objetivos?(?: \\d+)?|meta(?: \\d+)?|título|subtítulo|tema|lema|consigna|eslogan|cartel|pancarta|proyecto|iniciativa|exposición|serie|página|curso|publicación|folleto|principio|promesa|titulad[oa]s?|llamad[oa]s?|denominad[oa]s?',
    ),
    wording: trailing('frases?|oraci(?:ón|ones)|pasajes?|párrafos?|líneas?|palabras?'),
    surely: words(
      'título|titulad[oa]s?|lema|consigna|eslogan|cartel|pancarta|promesa|campaña|película|canción|poema|novela',
    ),
    afterDocument: leading('como|así|según|en|de|dice|dicen|señala|señalan|indica|indican|se lee'),
    saidAfter: leading(`(?:(?:nos|me|le|les|ha|han|había) ){0,3}(?:${said})`),
  };
});

/** The introductions of a draft's language. */
export function introductionsIn(language: Language): Introductions {
  if (language === 'fr') return french();
  return language === 'es' ? spanish() : english();
}
