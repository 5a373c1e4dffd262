import vscode = require('vscode');
import type { ProblemData } from '../../domain/check/problem';
import { whoName } from '../words';

/** What is wrong with an attribution: what the draft says, what the source says, and what to do, each once. */

/** Somebody else spoke than the draft says, or fewer of them. */
export function wrongSpeaker({ said = '', sentence, continued }: ProblemData): string {
  const who = sentence?.who ?? 'unnamed';
  const verbs = saying(sentence?.verbs ?? []);
  if (continued) return vscode.l10n.t('The draft says “{0}”. The source names no speaker here, but goes on with what {1} said in the sentence before.', said, whoName(who as 'speakers'));
  switch (who) {
    case 'unnamed':
      return vscode.l10n.t('The draft says “{0}”. In the source, no speaker is named: the summary says it. Write “the summary of conclusions states”.', said);
    case 'passive':
      return vscode.l10n.t('The draft says “{0}”. The source does not say who {1}. Name no speaker.', said, verbs);
    case 'consensus among speakers':
      return vscode.l10n.t('The draft says “{0}”. In the source, there was consensus among speakers on this. Say so, and no more.', said);
    case 'some speakers':
      return vscode.l10n.t('The draft says “{0}”. In the source, only some speakers {1}. Write “some speakers”.', said, verbs);
    case 'named':
      return vscode.l10n.t('The draft says “{0}”. In the source, a speaker it names {1}. Name that speaker.', said, verbs);
    default:
      return said.toLowerCase().replace('panellists', 'panelists').includes(who)
        ? vscode.l10n.t('The draft says “{0}”. The source says only “{1}”. Write “{1}”.', said, who)
        : vscode.l10n.t('The draft says “{0}”. In the source, {1} {2}. Write “{1}”.', said, whoName(who as 'speakers'), verbs);
  }
}

/** The draft's verb is stronger than the source's. */
export function strongerVerb({ said = '', sentence }: ProblemData): string {
  const words = sentence?.verbs.join('”, “') || whoName('consensus among speakers');
  return vscode.l10n.t('The draft says “{0}”, which is stronger than the source’s “{1}” (by our own scale). Use the source’s verb.', said, words);
}

/** "called for this", "pointed this out", "mentioned and highlighted this"; the verbs are the source's own. */
function saying(verbs: readonly string[]): string {
  const [only] = verbs;
  if (verbs.length === 1 && only?.endsWith(' out')) return `${only.slice(0, -' out'.length)} this out`;
  return `${verbs.join(' and ')} this`;
}
