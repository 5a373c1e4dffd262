/** What the page of the source shows, in words. */
import vscode = require('vscode');
import { isFinding } from '../../domain/corpus/library';
import { namesOf } from '../../domain/citation/titles';
import type { Corpus, Finding, Passage, Sentence } from '../../domain/corpus/types';
import type { Block } from '../../domain/reading/sourceBlocks';
import type { FoundRow, ReadingWords, ShownBlock, ShownReading } from '../../webview/readingMessages';
import type { Candidate } from '../quickPick';
import { numbered } from '../tree/numbered';
import { dayName, foundWithout, partOf, placeOf, sentenceCase, whoName, whoSaid } from '../inWords';

/** A document as the page shows it. */
export function shownReading(corpus: Corpus, blocks: readonly Block[]): ShownReading {
  return {
    corpus: corpus.id,
    title: titleOf(corpus),
    words: words(),
    blocks: blocks.flatMap((block, at): ShownBlock[] => {
      const { role, text, entry } = block;
      if (role === 'mark' || role === 'markup') return [];
      return [{ at, role, text, ...(entry ? { entry: shownEntry(entry) } : {}) }];
    }),
    parts: partsOf(corpus, blocks),
  };
}

export function titleOf({ document }: Corpus): string {
  return vscode.l10n.t('{0}: Source', namesOf(document, 'en').label);
}

function shownEntry(entry: Finding | Passage): NonNullable<ShownBlock['entry']> {
  return {
    id: entry.id,
    margin: isFinding(entry) ? `${entry.day}.${entry.ordinal}` : '¶',
    label: numbered(entry),
    place: placeOf(entry),
    who: sentenceCase(whoSaid(entry)),
    sentences: entry.sentences.map(sentence => ({
      id: sentence.id,
      text: sentence.text,
      who: whoSpoke(entry, sentence),
      place: placeOf(entry, sentence),
    })),
  };
}

/** Who spoke in a sentence; where it names nobody, that, and whose report it may go on with. */
function whoSpoke(entry: Finding | Passage, { attribution }: Sentence): string {
  if (attribution.who !== 'unnamed') return sentenceCase(whoName(attribution.who));
  const before = entry.sentences.find(({ id }) => id === attribution.continues);
  return before === undefined
    ? sentenceCase(whoName('unnamed'))
    : vscode.l10n.t(
        'No speaker named: it goes on with what {0} said in the sentence before.',
        whoName(before.attribution.who),
      );
}

function partsOf(corpus: Corpus, blocks: readonly Block[]): ShownReading['parts'] {
  const passage = (part: Passage['part']): number =>
    blocks.findIndex(({ entry }) => entry && !isFinding(entry) && entry.part === part);
  const named = [
    { at: passage('introduction'), name: vscode.l10n.t('Introduction'), title: vscode.l10n.t('Introduction') },
    ...corpus.days.map(({ number, text }) => ({
      at: blocks.findIndex(({ role, day }) => role === 'day' && day === number),
      name: dayName(number),
      title: text,
    })),
    { at: passage('closing'), name: vscode.l10n.t('Closing'), title: vscode.l10n.t('Closing') },
  ];
  return named.filter(({ at }) => at >= 0);
}

/** A row of the list of what a search found; a document as a whole has no place to go to. */
export function foundRow(candidate: Candidate): FoundRow[] {
  if (!('entry' in candidate)) return [];
  const { id, entry, sentence, excerpt, marks = [], without } = candidate;
  // A conclusion's number says its day.
  const part = isFinding(entry) ? [] : [partOf(entry)];
  return [
    {
      id: sentence?.id ?? id,
      label: numbered(entry),
      description: [whoSaid(sentence ?? entry), ...part, ...(without ? [foundWithout(without)] : [])].join(' · '),
      excerpt,
      marks,
    },
  ];
}

function words(): ReadingWords {
  const { l10n } = vscode;
  return {
    search: l10n.t('Search the source'),
    results: l10n.t('What the search found'),
    parts: l10n.t('Parts of the document'),
    ours: l10n.t(
      'The document has no numbering of its own: the numbers in the margin are ours, and so is the reading of who spoke. Words set like these are ours; all other words are the document’s own.',
    ),
    keys: l10n.t(
      'In the text, the up and down arrow keys go from sentence to sentence; the left one selects the whole paragraph, the right one the sentence again. Shift with left or right selects words and moves their end; with Ctrl or Cmd as well, it moves their beginning. Enter goes to the buttons, Escape back.',
    ),
    hint: l10n.t('Point at a sentence to see who spoke. Click it, or select words, to cite or quote them.'),
    sentence: l10n.t('Selected sentence'),
    words: l10n.t('Selected words'),
    finding: l10n.t('Selected conclusion'),
    paragraph: l10n.t('Selected paragraph'),
    notCitable: l10n.t('Headings can be copied, but not cited.'),
    cite: l10n.t('Cite'),
    quote: l10n.t('Quote'),
    copy: l10n.t('Copy with Citation'),
    actions: l10n.t('Use the selection'),
    sentenceRole: l10n.t('sentence'),
    wholeFinding: l10n.t('Select the whole conclusion'),
    wholeParagraph: l10n.t('Select the whole paragraph'),
  };
}
