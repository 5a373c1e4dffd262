/** What a claim lets somebody say: who spoke, by which verb, and where in the claim that stands. */
import type { Range } from '../../text/ranges';
import type { VerbForm } from './scale';
import type { Quantity, Voice } from './voices';

/** How the speaker is named. */
export type Shape = 'clause' | 'further' | 'noun' | 'possessive' | 'agent' | 'passive' | 'consensus' | 'according';

export interface SpeakerMention {
  readonly voice: Voice;
  readonly quantity: Quantity;
  /** Consensus of whom, where the draft says so. */
  readonly of?: Voice;
  readonly verb?: {
    readonly base: string;
    readonly band: number;
    readonly tense?: VerbForm['tense'];
    readonly words?: readonly string[];
  };
  readonly shape: Shape;
  /** The rule that found it. */
  readonly rule?: string;
  /** In a relative clause: "the States who called for". */
  readonly relative?: boolean;
  /** The verb says that it was all of them: "unanimously supported". */
  readonly united?: boolean;
  /** The whole phrase: speaker, verb. Offsets of the text given. */
  readonly start: number;
  readonly end: number;
  /** The speaker's own words in it. */
  readonly subject: Range;
  /** The verb's own words in it. */
  readonly action?: Range;
  /** What the draft says, where speaker and verb stand apart. */
  readonly said?: string;
  /** Named within others of the dialogue: "participants, led by the European Union, …". */
  readonly singled?: true;
  /** It is known by its capitals alone. */
  readonly body?: boolean;
  /** Where the speaker stands in the unit, if not in the text. */
  readonly outside?: Range;
  /** Speaker and verb stand before the claim, whose words are only what was said: "Member States called for: – …". */
  readonly lead?: true;
}
