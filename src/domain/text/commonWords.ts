// Words that say nothing, or little, about a subject.
import { lazy } from '../lazy';
import { stem } from './stem';

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
 * Words of drafting and of every subject, in any form: verbs that open paragraphs, and general nouns. They count a
 * little, so that "role of mayors" is about mayors.
 */
const weakStems = lazy(
  () =>
    new Set(
      (
        'recall reaffirm note acknowledge welcome emphasize stress underline underscore underscoring urge urging encourage ' +
        'invite request call pledge resolve concern aware mind convinced consider bearing deeply affirm reiterate highlight ' +
        'mention conclude dialogue conclusion find speaker panelist discussion point draw drew attention fewer less need ' +
        'important role way make making made take taken taking give use used using ensure promote improve strengthen enhance ' +
        'increase reduce support help better best good great new well able especially particular address effort action act measure step ' +
        'approach issue matter problem challenge thing level different various several regard related relevant based become come ' +
        'go goes going put set stand ready want wish facilitate provide further continue appropriate necessary possible full ' +
        'fully still even always never together around across towards mean current today time year number part anti counter ' +
        'multi non cross co re pre post socio inter intra semi sub trans state member country international global world united ' +
        'migrant migration people leave left push keep bring start allow enable try show happen know known account present among ' +
        'everyone ask tell combat fight tackle regardless irrespective'
      )
        .split(' ')
        .map(stem),
    ),
);

/** So are these, but not every word of their stems: "recognition" and "inclusion" say what a finding is about. */
const weakForms = list(
  'recognize recognizes recognizing include includes included including develop developing participant participants nation ' +
    'nations national order noted government governments seek seeks seeking commit commits commitment committed lead leads ' +
    'leading express expresses decide decides deciding remain remains',
);

/** Whether a folded word tells little of what is looked for. */
export function isWeak(word: string): boolean {
  return weakForms.has(word) || weakStems().has(stem(word));
}
