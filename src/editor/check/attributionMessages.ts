// Messages on attributions.
import vscode = require('vscode');
import type { Who } from '../../domain/corpus/types';
import type { ProblemData } from '../../domain/check/problem';
import { withQuotationMarks } from '../lists';
import { whoName } from '../inWords';

/**
 * What is wrong with an attribution: what the draft says, what the source says, and what to do, each once. The source's
 * verbs stand in quotation marks, and so does what the draft may say: both are English words whatever language we
 * speak. Where the sentence of the source has few of the claim's words, it is said to be the nearest one, and not that
 * it says this. Whether the source's verb fits the draft's sentence is for a fix to find out, and for its title to say.
 */

/** Somebody else spoke than the draft says, or fewer of them. */
export function wrongSpeaker(data: ProblemData): string {
  if (data.continued) return continuedSpeech(data);
  if (data.nearest) return nearestSpeaker(data);
  return data.raised ? speakerAndVerb(data) : speakerOnly(data);
}

const whoIn = ({ sentence }: ProblemData): string => sentence?.who ?? 'unnamed';
const verbsIn = ({ sentence }: ProblemData): string => withQuotationMarks(sentence?.verbs ?? []);

function continuedSpeech(data: ProblemData): string {
  const { said = '' } = data;
  const who = whoName(whoIn(data) as Who);
  return data.nearest
    ? vscode.l10n.t(
        'The draft says “{0}”. The nearest sentence of the source names no speaker: it goes on with what {1} said in the sentence before.',
        said,
        who,
      )
    : vscode.l10n.t(
        'The draft says “{0}”. The source names no speaker here: it goes on with what {1} said in the sentence before.',
        said,
        who,
      );
}

/** Whether the draft has the source's speaker, but more of them ("all participants"), or a verb they cannot have. */
function namesThem(said: string, who: string): boolean {
  return who !== 'named' && said.toLowerCase().replace('panellists', 'panelists').includes(who);
}

function speakerOnly(data: ProblemData): string {
  const { said = '' } = data;
  const who = whoIn(data);
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
        verbsIn(data),
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
        verbsIn(data),
      );
    case 'named':
      return vscode.l10n.t(
        'The draft says “{0}”. The source names who spoke ({1}). Name that speaker.',
        said,
        verbsIn(data),
      );
    default:
      return namesThem(said, who)
        ? vscode.l10n.t('The draft says “{0}”. The source says only “{1}”. Write “{1}”.', said, who)
        : vscode.l10n.t(
            'The draft says “{0}”. In the source, “{1}” say this ({2}). Write “{1}”.',
            said,
            who,
            verbsIn(data),
          );
  }
}

/** With the source's speaker alone, the draft would still say too much. */
function speakerAndVerb(data: ProblemData): string {
  const { said = '' } = data;
  const who = whoIn(data);
  const verbs = verbsIn(data);
  switch (who) {
    case 'consensus among speakers':
      return speakerOnly(data);
    case 'passive':
      return vscode.l10n.t(
        'The draft says “{0}”. The source does not say who spoke, and its verb is weaker: {1}. Name no speaker, and use the source’s verb.',
        said,
        verbs,
      );
    case 'some speakers':
      return vscode.l10n.t(
        'The draft says “{0}”. In the source, only some speakers say this, and the verb is weaker: {1}. Write “some speakers”, and use the source’s verb.',
        said,
        verbs,
      );
    default:
      return namesThem(said, who)
        ? vscode.l10n.t(
            'The draft says “{0}”. The source says only “{1}”, with a weaker verb: {2}. Use the source’s verb.',
            said,
            who,
            verbs,
          )
        : vscode.l10n.t(
            'The draft says “{0}”. In the source, “{1}” say this, and the verb is weaker: {2}. Write “{1}”, and use the source’s verb.',
            said,
            who,
            verbs,
          );
  }
}

function nearestSpeaker(data: ProblemData): string {
  const { said = '' } = data;
  const who = whoIn(data);
  switch (who) {
    case 'unnamed':
      return vscode.l10n.t(
        'The draft says “{0}”. The nearest sentence of the source names no speaker: the summary itself says it. If you mean that sentence, name no speaker, or name the summary of conclusions.',
        said,
      );
    case 'passive':
      return vscode.l10n.t(
        'The draft says “{0}”. The nearest sentence of the source does not say who spoke ({1}). If you mean that sentence, name no speaker.',
        said,
        verbsIn(data),
      );
    case 'consensus among speakers':
      return vscode.l10n.t(
        'The draft says “{0}”. The nearest sentence of the source says that there was consensus among speakers. If you mean that sentence, say that, and no more.',
        said,
      );
    case 'named':
      return vscode.l10n.t(
        'The draft says “{0}”. The nearest sentence of the source names who spoke ({1}). If you mean that sentence, name that speaker.',
        said,
        verbsIn(data),
      );
    default:
      return vscode.l10n.t(
        'The draft says “{0}”. The nearest sentence of the source has “{1}”, with the verb {2}. If you mean that sentence, write that.',
        said,
        who,
        verbsIn(data),
      );
  }
}

/** The draft's verb is stronger than the source's. */
export function strongerVerb({ said = '', sentence, nearest }: ProblemData): string {
  const verbs = sentence?.verbs ?? [];
  const words = withQuotationMarks(verbs.length > 0 ? verbs : [whoName('consensus among speakers')]);
  return nearest
    ? vscode.l10n.t(
        'The draft says “{0}”. The nearest sentence of the source has a weaker verb (by our own scale): {1}. If you mean that sentence, use its verb.',
        said,
        words,
      )
    : vscode.l10n.t(
        'The draft says “{0}”, which is stronger than the source’s {1} (by our own scale). Use the source’s verb.',
        said,
        words,
      );
}
