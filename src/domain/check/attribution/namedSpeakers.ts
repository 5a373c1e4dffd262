/** Speakers as they are named: with their quantity, and with those named beside them. */
import { quantityBefore, voiceAt, type Quantity, type Voice } from './voices';
import { apart, type ClaimWords } from './claimWords';

export interface Named {
  readonly voice: Voice;
  readonly quantity: Quantity;
  /** Indexes of words: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** So many names are read beside one another, "States and participants and …": the rest add nothing to who spoke. */
const mostBeside = 12;
const links = /^(?:and|or|as well as|together with|along with|but (?:also|equally|likewise))\b/;

export class Names {
  readonly #w: readonly string[];

  constructor(readonly words: ClaimWords) {
    this.#w = words.lower;
  }

  /** Whether nothing but blanks separates the word at `at` from the one before. */
  joined(at: number): boolean {
    return !apart(this.words.before[at]);
  }

  /** Where the run of words without punctuation begins that `at` is in, as far as a name reaches back. */
  opening(at: number, lowest: number): number {
    let from = at;
    while (from > lowest && at - from < 8 && this.joined(from)) from--;
    return from;
  }

  /**
   * A speaker's name from `at` on, after words of quantity, with those named beside it ("by speakers and participants
   * alike").
   */
  named(at: number, more = mostBeside): Named | undefined {
    for (let head = at; head < Math.min(at + 8, this.#w.length); head++) {
      if (head > at && !this.joined(head)) return undefined;
      const found = voiceAt(this.#w, head);
      if (found) {
        // "In IOM's summary", "the call by participants' groups": another has the name.
        if (this.words.possessive[head + found.length - 1]) return undefined;
        const { quantity, from } = quantityBefore(this.#w, head, at);
        return from <= at
          ? this.beside({ voice: found.voice, quantity, from: at, to: head + found.length }, more)
          : undefined;
      }
      // The words before the name may only be its quantity and modifiers.
      if (quantityBefore(this.#w, head + 1, at).from > at && head > at) return undefined;
    }
    return undefined;
  }

  /** The first name stands for all, unless another claims more: "States and other stakeholders". */
  beside<T extends { voice: Voice; quantity: Quantity; to: number }>(named: T, more = mostBeside): T {
    const { to } = named;
    if (more === 0 || this.words.possessive[to - 1] || !this.joined(to)) return named;
    const link = this.#linkAt(to);
    if (link === 0) return named;
    if (this.#areTheirOwn(to + link)) return { ...named, to: to + link + 2 };
    const also = this.named(to + link, more - 1);
    if (!also || this.words.possessive[also.to - 1]) return named;
    const widest = (['states', 'iom', 'participants'] as const).find(
      voice => voice === named.voice || voice === also.voice,
    );
    return {
      ...named,
      voice: widest ?? named.voice,
      to: /^(?:alike|both)$/.test(this.#w[also.to] ?? '') ? also.to + 1 : also.to,
    };
  }

  /** How many words at a place link one name to the next: "and", "as well as". */
  #linkAt(at: number): number {
    const link = links.exec(this.#w.slice(at, at + 3).join(' '));
    return link ? link[0].split(' ').length : 0;
  }

  /** "States and their partners": others who are none but theirs. */
  #areTheirOwn(at: number): boolean {
    return (
      /^(?:its|their|other)$/.test(this.#w[at] ?? '') &&
      /^(?:partners|members|organizations|entities)$/.test(this.#w[at + 1] ?? '')
    );
  }
}
