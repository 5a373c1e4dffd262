/** What the source asks for, said to be needed by nobody: "there is no need to improve data collection". */
import { certain } from '../../certain';
import type { Changed } from './changed';
import { isToldPlainly } from './toldPlainly';
import { before, behind, Phrases, shared, type Read, type Stretch } from './words';
import type { Wish } from './wishes';

/** What is not needed stands behind them. */
const unneeded = new Phrases<'of' | 'that'>([
  [
    'of',
    'no need for, no real need for, no further need for, little need for, no urgent need for, nobody needs, no one needs, nobody needed, no one needed, needs no, need no, needed no, ' +
      'can do without, could do without, need neither, needs neither, requires no, require no',
  ],
  [
    'that',
    'no need to, no real need to, no further need to, little need to, no urgent need to, does not need, do not need, did not need, need not, not necessary to, unnecessary to, superfluous to',
  ],
]);

/** Words of the source that only allow or foresee ask for nothing. */
const asksNothing = /^(?:could|may|might|will)$/;
/** A draft that asks for it, too, says that something else is not needed. */
const asks =
  /^(?:need|needs|needed|needing|should|must|called|call|calls|critical|important|attention|required|necessary|crucial|vital|imperative)$/;
/** "There is a need not to stop there". */
const isNoun = /^(?:a|the|an|any|real|urgent|clear|also|strong)$/;

/** So many words that tell anything are compared, and so many of them the source must ask for. */
const window = 6;
const fewest = 2;

/** What a draft says is not needed that a sentence of the source asks for; undefined where it says no such thing. */
export function saidUnneeded(draft: Read, source: Read, wishes: readonly Wish[]): Changed | undefined {
  const asking = wishes.filter(each => !asksNothing.test(certain(source.lower[each.asks.from])));
  if (asking.length === 0 || source.lower.includes('not')) return undefined;
  for (let at = 0; at < draft.lower.length; at++) {
    const found = unneeded.at(draft, at);
    if (!found || isNoun.test(draft.lower[at - 1] ?? '')) continue;
    const said = { from: at, to: at + found.length };
    const asksToo = draft.lower.some((word, here) => asks.test(word) && (here < said.from || here >= said.to));
    // "No need for data protection to suffer" is said of the suffering.
    const goesOn = found.means === 'of' && draft.lower.slice(said.to + 1).includes('to');
    if (asksToo || goesOn || !isToldPlainly(draft, source, said)) continue;
    const wish = asking.find(each => isSame(draft, said, source, each));
    if (wish) return { kind: 'contrary', said, instead: shown(source, wish.asks) };
  }
  return undefined;
}

/** Whether what is not needed is what the source asks for. */
function isSame(draft: Read, { from, to }: Stretch, source: Read, wish: Wish): boolean {
  const asked = wish.of.filter(one => !isLeftBehind(source, one)).map(one => certain(source.stems[one]));
  const its = before(source, wish.asks.from, window);
  const [mine, words] = [before(draft, from, window), behind(draft, to, window)];
  // "To improve data collection": of the data.
  const object = light.test(words[0] ?? '') ? words.slice(1) : words;
  if (!asked.includes(object[0] ?? '') || evils.has(object[0] ?? '')) return false;
  // "The use of data need not be assured": what is asked for stands before, in the source, too.
  if (isPassive(draft, to)) return shared([...mine, ...words], [...asked, ...its]) > fewest;
  // "Adaptation can do without financing".
  return shared(mine, its) > 0 || shared(object, asked) >= fewest;
}

/** "To move beyond recognizing vulnerabilities to maximize": what stands between is not asked for. */
function isLeftBehind({ lower }: Read, at: number): boolean {
  const beyond = lower.indexOf('beyond');
  return beyond >= 0 && at > beyond && at < lower.indexOf('to', beyond);
}

/** Stems of what the source asks to be fought, or says makes no difference: to do without it is what it wants. */
const evils = new Set(
  'smuggl traffick racism xenophobia segreg crime violenc exploit discrimin migratori statu'.split(' '),
);
/** Stems of verbs that say no more than that there is to be something, or more of it. */
const light = /^(?:improv|hav|provid|mak|ensur|strengthen|tak|seek|look|go|better|further|develop)$/;

/** What asks, and the next words, so that they can be read. */
const shown = ({ lower }: Read, { from, to }: Stretch): Stretch => ({ from, to: Math.min(to + 3, lower.length) });

const isPassive = ({ lower }: Read, at: number): boolean =>
  lower[at] === 'be' || (lower[at] === 'to' && lower[at + 1] === 'be');
