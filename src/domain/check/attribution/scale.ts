/** Reporting verbs looked up: their forms, and their bands by our scale or that of the setting. */
import { conjugate, type Tense } from '../../text/conjugate';
import { betweenBlanks } from '../../text/words';
import { defaultScale, type VerbScale } from './lexicon/verbs';

export { callBand, decisionBand, defaultScale, type VerbScale } from './lexicon/verbs';

/** A verb as it was found, its base and band. */
export interface VerbForm {
  readonly words: readonly string[];
  readonly base: string;
  readonly band: number;
  readonly tense: Tense;
}

/** Looks reporting verbs up by their first word, longest form first; British spellings included. */
export class Scale {
  readonly #forms = new Map<string, VerbForm[]>();

  /** @param bands verbs placed otherwise than in our scale, or added to it; the others stay where ours has them */
  constructor(bands: VerbScale = []) {
    const placed = new Map(
      [defaultScale, bands].flatMap(scale => scale.flatMap((verbs, band) => verbs.map(verb => [verb, band] as const))),
    );
    for (const [entry, band] of placed) {
      for (const verb of new Set([entry, entry.replace(/iz(e)/, 'is$1'), entry.replace('favour', 'favor')]))
        this.#add(verb.split(' '), entry, band);
    }
    for (const forms of this.#forms.values()) forms.sort((a, b) => b.words.length - a.words.length);
  }

  #add([head, ...particles]: string[], base: string, band: number): void {
    if (!head) return;
    const forms = conjugate(head);
    for (const [tense, form] of Object.entries(forms) as [Tense, string][]) {
      // "As speakers put it" tells of what they did.
      if (tense === 'base' && form === forms.past) continue;
      const list = this.#forms.get(form) ?? [];
      list.push({ words: [form, ...particles], base, band, tense });
      this.#forms.set(form, list);
    }
    if (head === 'be')
      this.#forms.set('was', [
        ...(this.#forms.get('was') ?? []),
        { words: ['was', ...particles], base, band, tense: 'past' },
      ]);
  }

  /** Whether a reporting verb may begin with a word in lower case. */
  begins(word: string): boolean {
    return this.#forms.has(word);
  }

  /** The reporting verb whose words begin at `at`; `words` in lower case. */
  at(words: readonly string[], at: number): VerbForm | undefined {
    return this.#forms
      .get(words[at] ?? '')
      ?.find(form => form.words.every((word, offset) => words[at + offset] === word));
  }

  /** The base of a verb in the source's own form ("called for"); undefined if the scale lacks it. */
  base(verb: string): string | undefined {
    return this.at(betweenBlanks(verb.toLowerCase()), 0)?.base;
  }

  /** The band of a verb in the source's own form ("called for"); undefined if the scale lacks it. */
  band(verb: string): number | undefined {
    const words = betweenBlanks(verb.toLowerCase());
    return this.at(words, 0)?.band;
  }
}
