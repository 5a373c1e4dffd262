/**
 * Attributions in nouns: "the call by some speakers for …", "the importance that States attached to …", "mention was
 * made by donors".
 */
import type { SpeakerMention } from './mentions';
import type { Names, Named } from './namedSpeakers';
import { callBand, decisionBand } from './scale';
import { given, nouns, ofNouns } from './lexicon/nouns';
import type { ClaimWords } from './claimWords';

/** A mention with the words it is made of: indexes of the first, and after the last. */
export interface FoundNoun {
  readonly mention: Omit<SpeakerMention, 'start' | 'end' | 'subject' | 'action'>;
  readonly from: number;
  readonly to: number;
  readonly subject: readonly [number, number];
  readonly action?: readonly [number, number];
}

const givenTo =
  /^(?:attached|gave|given|paid|drew|drawn|placed|put|laid|assigned|accorded|devoted|attributed|made|lent|expressed|voiced|shown|showed)$/;
const took =
  /^(?:made|took|gave|issued|expressed|voiced|reached|adopted|placed|put|laid|raised|conveyed|launched|sounded|reiterated|offered)$/;
const participles =
  /^(?:made|expressed|voiced|issued|raised|shared|reached|given|put|placed|attached|advanced|offered|conveyed|stated|held|adopted|taken|set|outlined|shown|displayed|drawn|paid|laid|launched|reiterated|sounded|went|came)$/;

export class Nominal {
  readonly #w: readonly string[];

  constructor(
    readonly words: ClaimWords,
    readonly names: Names,
  ) {
    this.#w = words.lower;
  }

  /** @param lowest the first word that is not taken yet */
  at(at: number, lowest: number): FoundNoun | undefined {
    const word = this.#w[at]!;
    const attached = given.get(word);
    if (attached !== undefined) {
      const found = this.#given(at, attached) ?? this.#givenBy(at, attached);
      if (found) return found;
    }
    const band = nouns.get(word);
    if (band === undefined) return undefined;
    return this.#told(at, band, lowest) ?? this.#origin(at) ?? this.#madeBy(at, band) ?? this.#of(at, band);
  }

  #noun(
    named: Named,
    word: string,
    band: number,
    from: number,
    to: number,
    subject: readonly [number, number],
  ): FoundNoun {
    return {
      mention: { voice: named.voice, quantity: named.quantity, shape: 'noun', verb: { base: word, band } },
      from,
      to,
      subject,
      action: [from, from + 1],
    };
  }

  /** "The importance that States attached to", "the attention delegations drew to". */
  #given(at: number, band: number): FoundNoun | undefined {
    const named = this.#names(/^(?:that|which)$/.test(this.#w[at + 1] ?? '') ? at + 2 : at + 1);
    if (!named) return undefined;
    let verb = named.to;
    while (
      /^(?:had|also|all|both|together|repeatedly|rightly|at|during|in|the|dialogue|session)$/.test(
        this.#w[verb] ?? '',
      ) &&
      verb < named.to + 4
    )
      verb++;
    return givenTo.test(this.#w[verb] ?? '')
      ? this.#noun(named, this.#w[at]!, band, at, verb + 1, [named.from, named.to])
      : undefined;
  }

  /**
   * "The priority given by Governments to", "the attention drawn to data by Member States", "mention was made by donor
   * countries".
   */
  #givenBy(at: number, band: number): FoundNoun | undefined {
    let verb = at + 1;
    while (/^(?:was|were|been|has|had|is|also|being)$/.test(this.#w[verb] ?? '') && verb < at + 4) verb++;
    if (!givenTo.test(this.#w[verb] ?? '') || !this.names.joined(verb)) return undefined;
    for (let by = verb + 1; by < Math.min(verb + 12, this.#w.length) && this.names.joined(by); by++) {
      if (this.#w[by] !== 'by') continue;
      const named = this.#names(by + 1);
      if (named) return this.#noun(named, this.#w[at]!, band, at, named.to, [by + 1, named.to]);
    }
    return undefined;
  }

  #names(at: number): Named | undefined {
    return this.names.joined(at) ? this.names.named(at) : undefined;
  }

  /**
   * "The view expressed by participants that …", "the decision taken at the dialogue", "the observation of Member
   * States".
   */
  #of(at: number, band: number): FoundNoun | undefined {
    const word = this.#w[at]!;
    let by = at + 1;
    if (participles.test(this.#w[by] ?? '')) by++;
    if (/^(?:forward|out|forth)$/.test(this.#w[by] ?? '')) by++;
    const link = this.#w[by];
    const direct = by === at + 1;
    const taken = band >= decisionBand && /^(?:at|in|during)$/.test(link ?? '');
    if (
      link !== 'by' &&
      !taken &&
      !((direct || /^(?:went|came)$/.test(this.#w[at + 1]!)) && (link === 'from' || link === 'among')) &&
      !(direct && link === 'of' && ofNouns.has(word))
    )
      return undefined;
    const named = this.names.named(by + 1);
    // "The concern of those speakers who called for …": what they did is told behind.
    if (this.#w[named?.to ?? -1] === 'who' && link === 'of') return undefined;
    // A "conclusion of the session" is what the document is made of.
    if (
      !named ||
      (taken && named.voice !== 'dialogue') ||
      (named.voice === 'dialogue' && word.startsWith('conclusion'))
    )
      return undefined;
    const united =
      /^(?:unanimous|common|shared|collective|overwhelming|general|widespread|universal|joint|agreed|majority|prevailing|predominant)$/.test(
        this.#w[at - 1] ?? '',
      );
    const quantity = united ? 'strong' : named.quantity;
    const from = united ? at - 1 : at;
    return {
      mention: { voice: named.voice, quantity, shape: 'noun', verb: { base: word, band } },
      from,
      to: named.to,
      subject: [by + 1, named.to],
      action: [from, at + 1],
    };
  }

  /** "A commitment was made by States", "a decision was taken". */
  #told(at: number, band: number, lowest: number): FoundNoun | undefined {
    const done = /^(?:was|were|has been|have been) (?:made|taken|given|issued|adopted|voiced)\b/
      .exec(this.#w.slice(at + 1, at + 4).join(' '))?.[0]
      .split(' ').length;
    if (done === undefined) return undefined;
    const to = at + 1 + done;
    const from = at > lowest && /^(?:an?|the)$/.test(this.#w[at - 1]!) ? at - 1 : at;
    const named = this.#w[to] === 'by' ? this.names.named(to + 1) : undefined;
    if (named)
      return {
        mention: { voice: named.voice, quantity: named.quantity, shape: 'clause', verb: { base: this.#w[at]!, band } },
        from,
        to: named.to,
        subject: [to + 1, named.to],
        action: [at, to],
      };
    if (band < decisionBand || this.#w[to] === 'by') return undefined;
    return {
      mention: { voice: 'consensus', quantity: 'plain', shape: 'consensus', verb: { base: 'agree', band } },
      from,
      to,
      subject: [from, to],
    };
  }

  /** "The call for … came from States". */
  #origin(at: number): FoundNoun | undefined {
    if ((nouns.get(this.#w[at]!) ?? 0) < callBand) return undefined;
    let lowest = at + 1;
    if (participles.test(this.#w[lowest] ?? '')) lowest++;
    for (let came = lowest; came < Math.min(at + 14, this.#w.length) && this.names.joined(came); came++) {
      if (!/^(?:came|comes)$/.test(this.#w[came]!) || this.#w[came + 1] !== 'from') continue;
      const named = this.names.named(came + 2);
      return (
        named && {
          mention: {
            voice: named.voice,
            quantity: named.quantity,
            shape: 'noun',
            verb: { base: 'come from', band: 1 },
          },
          from: came,
          to: named.to,
          subject: [came + 2, named.to],
        }
      );
    }
    return undefined;
  }

  /** "From Member States came a strong call for …", from the "from" on. */
  cameFrom(at: number): FoundNoun | undefined {
    const named = this.#w[at] === 'from' ? this.#names(at + 1) : undefined;
    if (!named || !/^(?:came|comes)$/.test(this.#w[named.to] ?? '')) return undefined;
    for (let noun = named.to + 1; noun < named.to + 5 && this.names.joined(noun); noun++) {
      const band = nouns.get(this.#w[noun] ?? '');
      if (band !== undefined) return this.#noun(named, this.#w[noun]!, band, at, noun + 1, [named.from, named.to]);
    }
    return undefined;
  }

  /** "The pledge that governments made", "the concern States expressed". */
  #madeBy(at: number, band: number): FoundNoun | undefined {
    const named = this.#names(/^(?:that|which)$/.test(this.#w[at + 1] ?? '') ? at + 2 : at + 1);
    if (!named || !took.test(this.#w[named.to] ?? '')) return undefined;
    return this.#noun(named, this.#w[at]!, band, at, named.to + 1, [named.from, named.to]);
  }
}
