// Messages on attributions.
import vscode = require('vscode');
import type { Who } from '../../domain/corpus/types';
import type { ProblemData } from '../../domain/check/problem';
import { withOr } from '../lists';
import { whoName } from '../inWords';

/**
 * What is wrong with an attribution: what the draft says, what the source says, and what to do, each once. The source's
 * verbs stand in quotation marks, and so does what the draft may say: both are English words whatever language we
 * speak. Speaker and verb are named together: with the source's speaker alone, the draft's verb may still say too much.
 * What to do stands in a line of its own, since the editor cuts long lines. Where the sentence of the source has few of
 * the claim's words, it is said to be the nearest one, and not that it says this. Whether the source's verb fits the
 * draft's sentence is for a fix to find out, and for its title to say.
 */

/** Somebody else spoke than the draft says, or fewer of them. */
export function wrongSpeaker(data: ProblemData): string {
  if (data.continued) return continuedSpeech(data);
  if (data.nearest) return nearestSpeaker(data);
  return data.raised ? speakerAndVerb(data) : speakerOnly(data);
}

const whoIn = ({ sentence }: ProblemData): Who => (sentence?.who ?? 'unnamed') as Who;

/**
 * The source's speaker with its verbs, as a draft may write them; the speaker stands once: "“participants noted” or
 * “emphasized”".
 */
function wordingIn(data: ProblemData): string {
  const [first, ...others] = data.sentence?.verbs ?? [];
  const words = (): readonly string[] => {
    const who = whoIn(data);
    if (who === 'consensus among speakers') return ['there was consensus among speakers on'];
    return first === undefined ? [] : [`${before(who)}${first}`, ...others];
  };
  return withOr(words().map(each => vscode.l10n.t('“{0}”', each)));
}

/** What stands before the source's verb. */
function before(who: Who): string {
  switch (who) {
    case 'passive':
      return 'it was ';
    case 'named':
    case 'unnamed':
      return '';
    case 'discussions':
      return 'the discussions ';
    default:
      return `${who} `;
  }
}

function continuedSpeech(data: ProblemData): string {
  const { said = '' } = data;
  const who = whoName(whoIn(data));
  const what = data.nearest
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
  const remedy = data.raised
    ? vscode.l10n.t(
        'To say no more than the source, name no speaker, or use the weaker verb of that sentence: {0}.',
        wordingIn(data),
      )
    : vscode.l10n.t('To say no more than the source, name no speaker.');
  return `${what}\n${remedy}`;
}

/** Whether the draft has the source's speaker, but more of them ("all participants"), or a verb they cannot have. */
function namesThem(said: string, who: Who): boolean {
  return who !== 'named' && said.toLowerCase().replace('panellists', 'panelists').includes(who);
}

function speakerOnly(data: ProblemData): string {
  const { said = '' } = data;
  const who = whoIn(data);
  const wording = wordingIn(data);
  switch (who) {
    case 'unnamed':
      return vscode.l10n.t(
        'The draft says “{0}”. The source names no speaker here: the summary itself says it.\nName no speaker, or name the summary of conclusions.',
        said,
      );
    case 'passive':
      return vscode.l10n.t(
        'The draft says “{0}”. The source does not say who spoke: {1}.\nName no speaker.',
        said,
        wording,
      );
    case 'consensus among speakers':
      return vscode.l10n.t(
        'The draft says “{0}”. The source says that there was consensus among speakers.\nAttribute it to a consensus among speakers.',
        said,
      );
    case 'some speakers':
      return vscode.l10n.t(
        'The draft says “{0}”. In the source, only some speakers say this.\nAttribute it as the source does: {1}.',
        said,
        wording,
      );
    case 'named':
      return vscode.l10n.t(
        'The draft says “{0}”. The source names another speaker.\nName that speaker, and use the source’s verb: {1}.',
        said,
        wording,
      );
    default:
      return namesThem(said, who)
        ? vscode.l10n.t(
            'The draft says “{0}”. The source says only “{1}”.\nAttribute it as the source does: {2}.',
            said,
            who,
            wording,
          )
        : vscode.l10n.t(
            'The draft says “{0}”. In the source, “{1}” say this.\nAttribute it as the source does: {2}.',
            said,
            who,
            wording,
          );
  }
}

/** With the source's speaker alone, the draft would still say too much. */
function speakerAndVerb(data: ProblemData): string {
  const { said = '' } = data;
  const who = whoIn(data);
  const wording = wordingIn(data);
  switch (who) {
    case 'consensus among speakers':
    case 'named':
    case 'unnamed':
      return speakerOnly(data);
    case 'passive':
      return vscode.l10n.t(
        'The draft says “{0}”. The source does not say who spoke, and its verb is weaker: {1}.\nName no speaker, and use that verb.',
        said,
        wording,
      );
    case 'some speakers':
      return vscode.l10n.t(
        'The draft says “{0}”. In the source, only some speakers say this, and the verb is weaker.\nAttribute it as the source does: {1}.',
        said,
        wording,
      );
    default:
      return namesThem(said, who)
        ? vscode.l10n.t(
            'The draft says “{0}”. The source says only “{1}”, with a weaker verb.\nAttribute it as the source does: {2}.',
            said,
            who,
            wording,
          )
        : vscode.l10n.t(
            'The draft says “{0}”. In the source, “{1}” say this, and the verb is weaker.\nAttribute it as the source does: {2}.',
            said,
            who,
            wording,
          );
  }
}

/** Speakers without a word of quantity. */
const bare = /^(?:participants|speakers|panel(?:l)?ists|discussions)$/;

function nearestSpeaker(data: ProblemData): string {
  const { said = '' } = data;
  const who = whoIn(data);
  const wording = wordingIn(data);
  switch (who) {
    case 'unnamed':
      return vscode.l10n.t(
        'The draft says “{0}”. The nearest sentence of the source names no speaker: the summary itself says it.\nIf you mean that sentence, name no speaker, or name the summary of conclusions.',
        said,
      );
    case 'passive':
      return vscode.l10n.t(
        'The draft says “{0}”. The nearest sentence of the source does not say who spoke: {1}.\nIf you mean that sentence, name no speaker.',
        said,
        wording,
      );
    case 'consensus among speakers':
      return vscode.l10n.t(
        'The draft says “{0}”. The nearest sentence of the source says that there was consensus among speakers.\nIf you mean that sentence, attribute it to a consensus among speakers.',
        said,
      );
    case 'named':
      return vscode.l10n.t(
        'The draft says “{0}”. The nearest sentence of the source names another speaker.\nIf you mean that sentence, name that speaker, and use the source’s verb: {1}.',
        said,
        wording,
      );
    default:
      // "All participants" for "participants": it is not the name that is wrong.
      if (bare.test(who) && said.toLowerCase().includes(who))
        return vscode.l10n.t(
          'The draft says “{0}”. The nearest sentence of the source names “{1}”, and does not say how many of them.\nIf you mean that sentence, attribute it as the source does: {2}.',
          said,
          who,
          wording,
        );
      return vscode.l10n.t(
        'The draft says “{0}”. The nearest sentence of the source names “{1}”.\nIf you mean that sentence, attribute it as the source does: {2}.',
        said,
        who,
        wording,
      );
  }
}

/** The draft's verb is stronger than the source's. */
export function strongerVerb(data: ProblemData): string {
  const { said = '', nearest } = data;
  return nearest
    ? vscode.l10n.t(
        'The draft says “{0}”. The nearest sentence of the source has a weaker verb (by our own scale).\nIf you mean that sentence, attribute it as the source does: {1}.',
        said,
        wordingIn(data),
      )
    : vscode.l10n.t(
        'The draft says “{0}”. The source’s verb is weaker (by our own scale).\nAttribute it as the source does: {1}.',
        said,
        wordingIn(data),
      );
}
