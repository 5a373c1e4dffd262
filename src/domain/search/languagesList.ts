// The list of French and Spanish terms: as people write it, and as it ships.

/** A language as it ships. */
export interface LanguageList {
  /** Folded words that say nothing. */
  readonly silent: readonly string[];
  /** Short words that are English, too. */
  readonly shared: readonly string[];
  readonly groups: readonly LanguageGroup[];
}

/** Terms, each in its folded words without those that say nothing, and what they stand for. */
interface LanguageGroup {
  readonly terms: readonly (readonly string[])[];
  readonly english: string;
}

/** A word where it stands: "l’" of "l’identité" is one of its own. */
export interface ForeignToken {
  readonly word: string;
  readonly typed: string;
}

const anyWord =
  /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu)['’ʼ](?=\p{L})|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*/giu;

/** The words of a text that may be French or Spanish, in order. */
export function foreignTokens(text: string): ForeignToken[] {
  return Array.from(text.matchAll(anyWord), ([typed]) => ({ word: foldedForeign(typed), typed }));
}

/** A word without accents, in small letters. British and American spelling are of English alone. */
function foldedForeign(typed: string): string {
  return typed
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ]+/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

/**
 * What plural and feminine forms of a folded French or Spanish word have in common: "ciudades" and "ciudad", "nationaux"
 * and "nationale", "travailleuses" and "travailleurs". Of no use but to compare.
 */
export function rootOf(word: string): string {
  let root = word.endsWith('aux') && !word.endsWith('eaux') && word.length > 5 ? `${word.slice(0, -3)}al` : word;
  if (/[^s]s$|[^o]ux$/u.test(root) && root.length > 3) root = root.slice(0, -1);
  if (root.endsWith('euse')) return `${root.slice(0, -2)}r`;
  if (root.endsWith('if')) return `${root.slice(0, -1)}v`;
  if (root.length < 6 || !'aeo'.includes(root.at(-1) ?? ' ')) return root;
  const shorter = root.slice(0, root.endsWith('ee') && root.length > 6 ? -2 : -1);
  // "Européenne", "personnelle".
  return root.endsWith('e') && /(?:nn|ll|tt)$/u.test(shorter) ? shorter.slice(0, -1) : shorter;
}

/**
 * Reads the list as people write it. Of terms that are forms of one another the longest is kept: half-typed words are
 * compared with it.
 */
export function languagesOf(source: string): LanguageList[] {
  return source
    .split('\n[')
    .slice(1)
    .map(part => {
      const lines = part.split('\n').slice(1);
      const marked = (sign: string): string[] =>
        lines
          .filter(line => line.startsWith(sign))
          .flatMap(line => foreignTokens(line.slice(1)).map(token => token.word));
      const silent = [...new Set(marked('-'))];
      return { silent, shared: marked('!'), groups: lines.flatMap(line => groupOf(line, silent) ?? []) };
    });
}

function groupOf(line: string, silent: readonly string[]): LanguageGroup | undefined {
  const [list = '', english] = line.split('>');
  if (line.startsWith('#') || english === undefined) return undefined;
  const terms = new Map<string, readonly string[]>();
  for (const term of list.split('=')) {
    const words = foreignTokens(term)
      .map(token => token.word)
      .filter(each => !silent.includes(each));
    const roots = words.map(rootOf).join(' ');
    if (roots.length > 0 && lengthOf(terms.get(roots)) < lengthOf(words)) terms.set(roots, words);
  }
  return { terms: [...terms.values()], english: english.trim() };
}

const lengthOf = (words: readonly string[] = []): number => words.join('').length;

/**
 * Makes of the list what ships: for each language a line of the words that say nothing, one of those that are English,
 * too, and a line for each group (the English, `>`, its terms); languages are parted by an empty line.
 */
export function compileLanguages(source: string): string {
  return languagesOf(source)
    .map(({ silent, shared, groups }) =>
      [
        silent.join(' '),
        shared.join(' '),
        ...groups.map(({ terms, english }) => `${english}>${terms.map(term => term.join(' ')).join('=')}`),
      ].join('\n'),
    )
    .join('\n\n');
}

/** Reads what ships. */
export function readLanguages(compiled: string): LanguageList[] {
  return compiled.split('\n\n').map(part => {
    const [silent = '', shared = '', ...groups] = part.split('\n');
    return {
      silent: silent.split(' '),
      shared: shared.split(' '),
      groups: groups.map(line => {
        const [english = '', terms = ''] = line.split('>');
        return { english, terms: terms.split('=').map(term => term.split(' ')) };
      }),
    };
  });
}
