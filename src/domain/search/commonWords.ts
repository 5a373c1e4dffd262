const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words as they are compared (see fold) that say nothing about a subject: they never make a finding match. */
export const stopWords = list(
  'a about above after again against all also although am among amongst an and any are aren as at back be because been ' +
    'before being below between both but by can cannot could did do does doing don dont down during each either ever every few for ' +
    'from further had has have having he hence her here hers him his how however i if in into is it its itself just like may me ' +
    'might more most much must my neither no nor not of off on once only onto or other our ours out over own per rather same shall she ' +
    'should since so some such than that the their theirs them themselves then there thereby therefore these they this those ' +
    'though through throughout thus to too toward towards under until up upon us very via was we were what when where whereas ' +
    'whether which while who whoever whom whose why will with within without would yet you your yours etc ie eg vs let get got ' +
    'one ones something anything nothing someone anyone himself herself myself many said say says',
);

/**
 * Words of drafting and of every subject: verbs that open paragraphs, and general nouns. They count a
 * little, so that "role of mayors" is about mayors.
 */
export const weakWords = list(
  'recall recalling reaffirm reaffirms reaffirming note notes noting noted recognize recognizes recognizing acknowledge ' +
    'acknowledges acknowledging welcome welcomes welcoming emphasize emphasizes emphasizing emphasized stress stresses stressing ' +
    'stressed underline underlines underlining underlined underscore underscores underscoring urge urges urging encourage encourages ' +
    'encouraging invite invites inviting request requests requesting call calls calling called commit commits commitment committed pledge ' +
    'pledges resolve resolves resolved decide decides deciding express expresses expressing concern concerned concerning aware ' +
    'mindful convinced considering bearing mind deeply affirm affirms affirming reiterate reiterates reiterating highlight highlights ' +
    'highlighted highlighting mention mentioned mentions conclude concluded dialogue conclusion conclusions finding findings ' +
    'participant participants speaker speakers panelist panelists discussion discussions point pointed draw drew attention ' +
    'fewer less need needs needed needing important importance role roles way ways make makes making made take takes taken taking give ' +
    'gives given use uses used using ensure ensures ensuring promote promotes promoting improve improves improving improved ' +
    'strengthen strengthening enhance enhances enhancing enhanced increase increasing increased support supports supporting ' +
    'help helps helping better best good great greater new well able especially particular particularly including include includes included ' +
    'address addresses addressing addressed effort efforts action actions act measure measures step steps approach approaches ' +
    'issue issues matter matters problem problems challenge challenges thing things level levels different various several ' +
    'order regard regarding related relating relevant based become becomes come comes go goes going put set stand ready want ' +
    'wants wish find finding find facilitate facilitates facilitating provide provides providing provision further continue ' +
    'continued continuing develop developing appropriate necessary possible full fully still even always never together around across ' +
    'towards lead leads leading means mean current today time times year years number part parts ' +
    'anti counter multi non cross co re pre post socio inter intra semi sub trans ' +
    'state states member members country countries government governments national international global world nation nations united ' +
    'migrant migrants migration people leave leaves leaving left push pushes pushing keep keeps keeping bring brings bringing start starts ' +
    'started allow allows allowing enable enables enabling try tries trying show shows showing happen happens happened know known seek seeks ' +
    'seeking consider considers taken account accounts accounting present presents presented presenting pointer remain remains become among person persons everyone concerning ask asks asked tell tells',
);
