/**
 * How strongly a reporting verb speaks. The scale is ours, not the United Nations': published orders
 * contradict each other. It is a setting, and only ever grounds a hint.
 */
import { conjugate, type Tense } from '../../text/conjugate';
import { betweenBlanks } from '../../text/words';

/** Reporting verbs in bands, weakest first; base forms, with their particles. */
export type VerbScale = readonly (readonly string[])[];

export const defaultScale: VerbScale = [
  [
    'discuss',
    'touch upon',
    'touch on',
    'address',
    'explore',
    'examine',
    'debate',
    'review',
    'reflect on',
    'look at',
    'exchange views on',
    'cover',
    'share',
    'consider',
  ],
  [
    'mention',
    'note',
    'point out',
    'point to',
    'observe',
    'say',
    'state',
    'remark',
    'indicate',
    'recall',
    'refer to',
    'acknowledge',
    'recognize',
    'suggest',
    'comment',
    'cite',
    'signal',
    'raise',
    'voice',
    'express',
    'report',
    'report on',
    'explain',
    'describe',
    'present',
    'identify',
    'take note of',
    'feel',
    'think',
    'believe',
    'hold',
    'find',
    'speak of',
    'speak about',
    'express the view',
    'take the view',
    'share the view',
    'be of the view',
    'be of the opinion',
    'be aware',
    'come back to',
    'return to',
    'dwell on',
    'allude to',
    'make the point',
    'share experiences of',
    'remind',
    'realize',
    'appreciate',
    'add',
    'ask',
    'question',
    'argue',
    'concede',
    'admit',
  ],
  [
    'emphasize',
    'underline',
    'underscore',
    'stress',
    'highlight',
    'draw attention to',
    'call attention to',
    'reiterate',
    'reaffirm',
    'affirm',
    'warn',
    'warn of',
    'warn against',
    'caution',
    'maintain',
    'welcome',
    'support',
    'express support for',
    'voice support for',
    'express concern',
    'raise concerns',
    'voice concern',
    'place emphasis on',
    'make clear',
    'propose',
    'regret',
    'deplore',
    'lament',
    'applaud',
    'commend',
    'praise',
    'speak in favour of',
    'assert',
    'contend',
    'claim',
    'favour',
    'back',
    'prioritize',
    'want',
    'wish',
    'wish for',
    'hope',
    'hope for',
    'expect',
    'advise',
    'argue for',
    'speak for',
    'speak out for',
    'complain',
    'complain of',
    'condemn',
    'criticize',
    'be clear',
    'be convinced',
    'be concerned',
    'be in favour of',
    'stand behind',
    'stand by',
    'opt for',
    'see a need',
    'see the need',
    'rally behind',
    'embrace',
    'champion',
  ],
  [
    'call for',
    'call on',
    'call upon',
    'urge',
    'insist',
    'insist on',
    'insist upon',
    'appeal',
    'appeal for',
    'appeal to',
    'request',
    'advocate',
    'advocate for',
    'recommend',
    'encourage',
    'invite',
    'press for',
    'push for',
    'plead for',
    'commit',
    'commit to',
    'commit themselves to',
    'express commitment to',
    'express their commitment to',
    'express determination',
    'be adamant',
    'be committed to',
    'be determined to',
    'be resolved to',
    'issue a call for',
    'make a call for',
    'ask for',
    'seek',
    'promise',
  ],
  [
    'agree',
    'agree on',
    'agree upon',
    'agree to',
    'agree with',
    'decide',
    'decide on',
    'decide upon',
    'decide to',
    'vote',
    'vote for',
    'vote to',
    'settle on',
    'sign up to',
    'subscribe to',
    'demand',
    'resolve',
    'resolve to',
    'pledge',
    'undertake',
    'endorse',
    'adopt',
    'declare',
    'determine',
    'require',
    'conclude',
    'approve',
    'confirm',
    'concur',
    'be in agreement',
    'reach agreement',
    'reach consensus',
    'reach a consensus',
    'be unanimous',
    'mandate',
    'proclaim',
    'accept',
    'be agreed',
    'be united in',
    'be united behind',
    'stand united behind',
    'be united',
    'be of one mind',
    'be at one',
    'be as one',
  ],
];

/** The band of a verb that reports agreement or decision: who agrees speaks for all. */
export const decisionBand = 4;
export const callBand = 3;

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
    for (const [tense, form] of Object.entries(conjugate(head)) as [Tense, string][]) {
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
