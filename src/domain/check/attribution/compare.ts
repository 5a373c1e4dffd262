/**
 * What a draft may say of a sentence, by how the sentence itself names its speaker. The table of
 * what is faithful is ours, drawn from the source's words; so is the scale of verbs.
 */
import type { Attribution } from '../../corpus/types';
import type { SpeakerMention } from './mentions';
import { callBand, decisionBand, type Scale } from './scale';

/** `continued`: the speaker named is the one whose reported speech the sentence goes on with. */
export type Finding = 'faithful' | 'who' | 'continued' | 'verb';

/** Compares one mention with one sentence's attribution. `before`: the attribution it continues, if any. */
export function compare(mention: SpeakerMention, source: Attribution, scale: Scale, before?: Attribution): Finding {
  if (source.who === 'unnamed') {
    if (before && named(mention, before) && agrees(mention)) return 'continued';
    return named(mention, source) ? 'faithful' : 'who';
  }
  if (!named(mention, source)) return 'who';
  return raisedBy(mention, source, scale) > 0 ? 'verb' : 'faithful';
}

const agrees = (mention: SpeakerMention): boolean =>
  mention.voice === 'participants' || mention.voice === 'speakers' || mention.voice === 'panelists';

/** Whether the draft names no one, and no more of them, than the source does. */
function named(mention: SpeakerMention, source: Attribution): boolean {
  const band = mention.verb?.band ?? 1;
  switch (mention.voice) {
    case 'summary':
    case 'passive':
      return true;
    case 'states':
    case 'iom':
    case 'others':
      return false;
    case 'support':
      return source.who === 'consensus among speakers';
    case 'consensus':
      return source.who === 'consensus among speakers' && (mention.of === undefined || mention.of === 'speakers');
    case 'dialogue':
      // A meeting may be said to have noted; it decided and called for nothing.
      return band < callBand && (source.who !== 'some speakers' || band < 1);
    case 'discussions':
      return band < decisionBand;
    case 'participants':
      // "Some participants" is no more than "speakers" or "some speakers" were.
      if (source.who === 'participants') return mention.quantity !== 'strong';
      return (
        ((source.who === 'speakers' || source.who === 'some speakers') && mention.quantity === 'weak') ||
        (source.who === 'discussions' && band < 1)
      );
    case 'speakers':
      if (source.who === 'consensus among speakers') return true;
      if (source.who === 'some speakers') return mention.quantity === 'weak';
      return (
        ((source.who === 'speakers' || source.who === 'panelists') && mention.quantity !== 'strong') ||
        (source.who === 'discussions' && band < 1)
      );
    case 'panelists':
      return source.who === 'panelists' && mention.quantity !== 'strong';
  }
}

/**
 * By how many bands the draft's verb stands above every verb of the source sentence; 0 where it does not, or where
 * nobody can say.
 */
export function raisedBy(mention: SpeakerMention, source: Attribution, scale: Scale): number {
  if (!mention.verb || mention.voice === 'summary') return 0;
  if (source.who === 'consensus among speakers') {
    // "Speakers were of one mind" is what a consensus among them is.
    if (/^(?:be |concur)/.test(mention.verb.base)) return 0;
    return (mention.voice !== 'consensus' ? mention.verb.band >= decisionBand : mention.shape === 'passive') ? 1 : 0;
  }
  const bands = source.verbs.map(verb => scale.band(verb));
  if (bands.length === 0 || bands.includes(undefined)) return 0;
  return Math.max(0, mention.verb.band - Math.max(...(bands as number[])));
}
