/** Consensus, agreement and wide support that a claim tells of, as nouns. */
import type { Names } from './namedSpeakers';
import type { FoundNoun } from './nominal';
import { otherOccasion } from './passive';
import { decisionBand } from './scale';
import { unspoken, wide } from './lexicon/functionWords';
import type { Quantity, Voice } from './voices';
import type { ClaimWords } from './claimWords';

export class Consensus {
  readonly #w: readonly string[];

  constructor(
    readonly words: ClaimWords,
    readonly names: Names,
  ) {
    this.#w = words.lower;
  }

  /**
   * @param lowest the first word that is not taken yet
   * @param met whether the claim says that it was at the dialogue
   */
  at(at: number, lowest: number, met: boolean): FoundNoun | undefined {
    return this.#agreed(at, lowest, met) ?? this.#support(at, lowest);
  }

  #agreed(at: number, lowest: number, met: boolean): FoundNoun | undefined {
    const word = this.#w[at];
    const shared =
      /^(?:ground|understanding|view|feeling|opinion)$/.test(word ?? '') &&
      /^(?:common|shared|universal|unanimous|general)$/.test(this.#w[at - 1] ?? '') &&
      at > lowest;
    if (word !== 'consensus' && word !== 'agreement' && word !== 'unanimity' && !shared) return undefined;
    let from = shared ? at - 1 : at;
    while (
      from > lowest &&
      at - from < 5 &&
      (wide.has(this.#w[from - 1]!) ||
        /^(?:a|an|the|strong|clear|emerging|growing|very|some)$/.test(this.#w[from - 1]!))
    )
      from--;
    if (
      /^(?:no|without|lack|any|not)$/.test(this.#w[from - 1] ?? '') ||
      (this.#w[from - 1] === 'of' && this.#w[from - 2] === 'lack')
    )
      return undefined;
    const lead = this.#w.slice(Math.max(lowest, from - 4), from).join(' ');
    const there =
      /there (?:was|is|were|has been|had been|exists|existed|emerged)(?: (?:now|already|also|thus|clearly|therefore))?$/.exec(
        lead,
      );
    const headed = at === 0 && word === 'consensus' && !this.#w.some(each => unspoken.has(each));
    let to = at + 1;
    let claimed = there !== null;
    if (there) from -= there[0].split(' ').length;
    else if (this.#w[from - 1] === 'by' && word === 'consensus' && !/^(?:the|an?)$/.test(this.#w[from]!)) {
      claimed = true;
      from--;
    }
    const after = this.#w.slice(to, to + 4).join(' ');
    const happened =
      /^(?:(?:that|which) )?(?:(?:view|position|was|is|were|has been|had been) (?:\w+ly )?(?:reached|achieved|found|established|expressed|evident|clear|forged|built|was|is)|emerged|exists|existed|developed|has emerged)\b/.exec(
        after,
      );
    if (happened && !met && otherOccasion(this.words, to + happened[0].split(' ').length)) return undefined;
    if (happened) {
      claimed = true;
      to += happened[0].split(' ').length;
    } else if (shared && /^(?:was|is) that\b/.test(after)) {
      claimed = true;
      to++;
    } else if (/^(?:reached|expressed|achieved|found)$/.test(this.#w[to] ?? '')) {
      if (!met && otherOccasion(this.words, to + 1)) return undefined;
      claimed = true;
      to++;
    }
    let of: Voice | undefined;
    let quantity: Quantity = 'plain';
    if (/^(?:among|amongst|of|between|by|from)$/.test(this.#w[to] ?? '')) {
      const named = this.names.named(to + 1);
      if (named) {
        claimed = true;
        of = named.voice;
        ({ quantity } = named);
        to = named.to;
      }
    }
    if (
      !claimed &&
      word === 'consensus' &&
      /^(?:that|on|to|around|regarding)$/.test(this.#w[to] ?? '') &&
      (from < at || headed)
    )
      claimed = true;
    if (!claimed && wide.has(this.#w[at - 1] ?? '') && /^(?:that|on)$/.test(this.#w[to] ?? '')) claimed = true;
    if (!claimed) return undefined;
    return {
      mention: {
        voice: 'consensus',
        quantity,
        shape: 'consensus',
        verb: { base: 'agree', band: decisionBand },
        ...(of && { of }),
      },
      from,
      to,
      subject: [from, to],
    };
  }

  /** "Broad support was expressed for …", "wide agreement" is consensus. */
  #support(at: number, lowest: number): FoundNoun | undefined {
    if (!/^(?:support|backing|endorsement|convergence)$/.test(this.#w[at] ?? '') || at === lowest) return undefined;
    let from = at;
    while (from > lowest && wide.has(this.#w[from - 1]!)) from--;
    const holder = this.#w[from - 1] === 'the' ? from - 2 : from - 1;
    const had =
      /^(?:has|had|enjoys|enjoyed|commanded|received|won|garnered|attracted|gained)$/.test(this.#w[holder] ?? '') &&
      holder >= lowest;
    if ((had || from < at) && /^(?:of|from|among|by)$/.test(this.#w[at + 1] ?? '')) {
      const named = this.names.named(at + 2);
      if (named && this.#w[from - 2] === 'there')
        return {
          mention: { ...named, quantity: 'strong', shape: 'clause', verb: { base: 'agree', band: decisionBand } },
          from: from - 2,
          to: named.to,
          subject: [at + 2, named.to],
          action: [from - 2, at + 1],
        };
      if (named)
        return {
          mention: { ...named, shape: 'noun', verb: { base: 'support', band: 2 } },
          from: had ? holder : from,
          to: named.to,
          subject: [at + 2, named.to],
          action: [from, at + 1],
        };
    }
    if (from === at) return undefined;
    const there = /there (?:was|is)$/.exec(this.#w.slice(Math.max(lowest, from - 2), from).join(' '));
    const after = /^(?:was|were|has been|among|from|by)\b/.test(this.#w.slice(at + 1, at + 3).join(' '));
    if (!there && !after && !had && !/^(?:the|noting|with)$/.test(this.#w[from - 1] ?? '')) return undefined;
    if (there) from -= 2;
    const expressed =
      /^(?:was|were|has been) (?:expressed|voiced|shown|given|registered)\b/
        .exec(this.#w.slice(at + 1, at + 4).join(' '))?.[0]
        .split(' ').length ?? 0;
    const to = at + 1 + expressed;
    return {
      mention: { voice: 'support', quantity: 'strong', shape: 'consensus', verb: { base: 'support', band: 2 } },
      from,
      to,
      subject: [from, to],
    };
  }
}
