// The forms of English verbs, as far as verbs that report have them.

export type Tense = 'base' | 'third' | 'past' | 'participle' | 'gerund';

const irregular: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  draw: ['drew', 'drawn'],
  say: ['said', 'said'],
  feel: ['felt', 'felt'],
  think: ['thought', 'thought'],
  hold: ['held', 'held'],
  find: ['found', 'found'],
  speak: ['spoke', 'spoken'],
  take: ['took', 'taken'],
  make: ['made', 'made'],
  seek: ['sought', 'sought'],
  undertake: ['undertook', 'undertaken'],
  stand: ['stood', 'stood'],
  leave: ['left', 'left'],
  bind: ['bound', 'bound'],
  lay: ['laid', 'laid'],
  swear: ['swore', 'sworn'],
  beg: ['begged', 'begged'],
  see: ['saw', 'seen'],
  come: ['came', 'come'],
  dwell: ['dwelt', 'dwelt'],
  put: ['put', 'put'],
  give: ['gave', 'given'],
};

const doubling = /^(?:commit|refer|put|admit|concur|regret|plan|permit)$/;

/** The forms of a verb's base, one word: base, third person, past, participle, gerund. */
export function conjugate(base: string): Readonly<Record<Tense, string>> {
  if (base === 'be') return { base: 'are', third: 'is', past: 'were', participle: 'been', gerund: 'being' };
  const doubled = doubling.test(base) ? base + base.slice(-1) : base;
  const [past, participle] = irregular[base] ?? [regularPast(doubled), regularPast(doubled)];
  const stem = /[^eo]e$/.test(base) && base !== 'agree' ? base.slice(0, -1) : doubled;
  return { base, third: thirdPerson(base), past, participle, gerund: `${stem}ing` };
}

function thirdPerson(base: string): string {
  if (/(?:s|sh|ch|x|z)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}
