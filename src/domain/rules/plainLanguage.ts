// The language that a draft is plainly written in, by its first words.
import type { Language } from '../corpus/types';
import type { Block, Draft } from '../draft/draft';
import { WithBlocks } from '../draft/withBlocks';
import { wordsIn } from '../text/words';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Small words that sentences of a language are full of, and those of the others are not. The last ones are of languages
 * that no citation is written in, and that are near to French or Spanish.
 */
const small = {
  en: set('the of and to for that with is are was were be been by from their which should must have has this it'),
  fr: set(
    'les des du et au aux dans pour qui est sont ont été cette ces leur leurs avec sur une ne pas par qu nous ainsi être',
  ),
  es: set('el los las del y con su sus más también fue fueron está están sin pero hay muy desde hasta cuando'),
  others: set(
    'os da dos das em uma não são ao aos com pelo pela foi il gli della delle dei degli di che nel nella sono è anche più ' +
      'els amb dels és pels și este din pentru und der die ist nicht het een van',
  ),
} as const;
type Kind = keyof typeof small;
const kinds = ['en', 'fr', 'es', 'others'] as const satisfies readonly Kind[];

/** How many words a stretch has, and how many of them are small words of each kind. */
type Counts = Readonly<Record<Kind | 'words', number>>;

/** So many characters of a draft are read, behind its front matter. */
const read = 6_000;
/** A language is certain with so many of its small words at least … */
const fewest = 4;
/** … which are one of so many words, … */
const oneOf = 8;
/** … and one of another language's comes at most with so many of them. */
const forEach = 6;

const told: ReadonlySet<Block['kind']> = new Set(['paragraph', 'heading', 'listItem']);
/** Quotations may be in the source's language. */
const quoted = /[“"«][^“”"«»]{0,300}[”"»]/gu;
const counted = new WithBlocks<Counts>();

/**
 * French or Spanish, where the first words of a draft are plainly in that language and no other; undefined where they are
 * not, and where its front matter names any language. Work is bounded: what was counted of a block is kept with it.
 */
export function plainLanguage(draft: Draft): Language | undefined {
  if (draft.language !== undefined) return undefined;
  const start = draft.frontMatter?.span.end ?? 0;
  const sum = { words: 0, en: 0, fr: 0, es: 0, others: 0 };
  for (const block of draft.blocksIn(start, start + read)) {
    if (!told.has(block.kind) || block.inNote || block.quoted) continue;
    const counts = countsIn(block);
    sum.words += counts.words;
    for (const kind of kinds) sum[kind] += counts[kind];
  }
  const language = sum.fr > sum.es ? 'fr' : 'es';
  const own = sum[language];
  const other = sum.en + sum.fr + sum.es + sum.others - own;
  return own >= fewest && own * oneOf >= sum.words && other * forEach <= own ? language : undefined;
}

function countsIn(block: Block): Counts {
  const known = counted.get(block);
  if (known) return known;
  const words = wordsIn(block.text.slice(0, read).normalize('NFC').toLowerCase().replace(quoted, ' '));
  const many = (kind: Kind): number => words.filter(word => small[kind].has(word)).length;
  const counts = { words: words.length, en: many('en'), fr: many('fr'), es: many('es'), others: many('others') };
  counted.set(block, counts);
  return counts;
}
