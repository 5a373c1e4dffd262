/** Whether a claim tells a sentence of the source as it stands, and does not weigh, suppose or answer it. */
import { lazy } from '../../lazy';
import type { Read, Stretch } from './words';

/** Words with which a draft does more than tell what a sentence says, by what they do. */
const telling = {
  denies:
    'not nobody none no never neither nor nothing without cannot hardly barely scarcely wrong wrongly counter contrary against short odds',
  amounts:
    'too enough more than only alone even still just all both also alike equally own again already twice first longer beyond some many few half',
  setsApart: 'rather instead otherwise likewise other others another although though but however yet while whereas',
  supposes: 'whether if unless until would hence therefore thus',
  isAnothers:
    'argument arguments claim claims view views idea notion belief who whom those see sees saw seen feel feels felt',
} as const;
const weighing = lazy(() => new Set(Object.values(telling).flatMap(words => words.split(' '))));

/** What any telling of a sentence may add: that there is to be something, or more of it, and how. */
const light =
  /^(?:improv|hav|provid|mak|ensur|strengthen|tak|seek|look|develop|need)\w*$|^(?:go|better|further)$|(?<!^(?:cost|time|ear|dai|dead|friend|on|like|fami|supp|rep|app))ly$/;

/** Words that begin alike are forms of one. */
const sameBeginning = 5;

/** @param said what turns the sentence: that is not looked at */
export function isToldPlainly(draft: Read, source: Read, said: Stretch): boolean {
  return draft.lower.every((word, at) => {
    if (at >= said.from && at < said.to) return true;
    const weighs = (weighing().has(word) || word.endsWith("n't")) && !source.lower.includes(word);
    return !weighs && (draft.tells[at] !== true || light.test(word) || hasWord(source, word));
  });
}

/** Whether a text has a word, or another form of it: "discrimination" for "non-discriminatory". */
export function hasWord({ lower }: Read, word: string): boolean {
  const begin = word.slice(0, sameBeginning);
  return lower.some(each => each.split('-').some(part => part.startsWith(begin)));
}
