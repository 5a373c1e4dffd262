// Messages on attributions.
import vscode = require('vscode');
import type { Who } from '../../domain/corpus/types';
import type { ProblemData } from '../../domain/check/problem';
import { withQuotationMarks } from '../lists';
import { whoName } from '../inWords';

/**
 * What is wrong with an attribution: what the draft says, what the source says, and what to do, each once. The source's
 * verbs stand in quotation marks, and so does what the draft may say: both are English words whatever language we
 * speak. Only the speaker is told to be written: whether the source's verb fits the draft's sentence is for a fix to
 * find out, and for its title to say.
 */

/** Somebody else spoke than the draft says, or fewer of them. */
export function wrongSpeaker({ said = '', sentence, continued }: ProblemData): string {
  const who = sentence?.who ?? 'unnamed';
  const verbs = withQuotationMarks(sentence?.verbs ?? []);
  if (continued) {
    return vscode.l10n.t(
      'The draft says “{0}”. The source names no speaker here: it goes on with what {1} said in the sentence before.',
      said,
      whoName(who as Who),
    );
  }
  switch (who) {
    case 'unnamed':
      return vscode.l10n.t(
        'The draft says “{0}”. The source names no speaker here: the summary itself says it. Name no speaker, or name the summary of conclusions.',
        said,
      );
    case 'passive':
      return vscode.l10n.t(
        'The draft says “{0}”. The source does not say who spoke ({1}). Name no speaker.',
        said,
        verbs,
      );
    case 'consensus among speakers':
      return vscode.l10n.t(
        'The draft says “{0}”. In the source, there was consensus among speakers. Say that, and no more.',
        said,
      );
    case 'some speakers':
      return vscode.l10n.t(
        'The draft says “{0}”. In the source, only some speakers say this ({1}). Write “some speakers”.',
        said,
        verbs,
      );
    case 'named':
      return vscode.l10n.t('The draft says “{0}”. The source names who spoke ({1}). Name that speaker.', said, verbs);
    default:
      return said.toLowerCase().replace('panellists', 'panelists').includes(who)
        ? vscode.l10n.t('The draft says “{0}”. The source says only “{1}”. Write “{1}”.', said, who)
        : vscode.l10n.t('The draft says “{0}”. In the source, “{1}” say this ({2}). Write “{1}”.', said, who, verbs);
  }
}

/** The draft's verb is stronger than the source's. */
export function strongerVerb({ said = '', sentence }: ProblemData): string {
  const verbs = sentence?.verbs ?? [];
  const words = withQuotationMarks(verbs.length > 0 ? verbs : [whoName('consensus among speakers')]);
  return vscode.l10n.t(
    'The draft says “{0}”, which is stronger than the source’s {1} (by our own scale). Use the source’s verb.',
    said,
    words,
  );
}
