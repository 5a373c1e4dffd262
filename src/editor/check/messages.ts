// Messages on problems, and the names of fixes.
import vscode = require('vscode');
import { readLabel } from '../../domain/citation/labels';
import { isFinding, type Library } from '../../domain/corpus/library';
import type { Added, Code, Fix, FixKind, Problem, ProblemData } from '../../domain/check/problem';
import type { Limit } from '../../domain/check/suggest';
import type { Bracket } from '../../domain/check/quote/judge';
import { withCommas, withSemicolons } from '../lists';
import { placeOf } from '../inWords';
import { nestedMarks } from '../nestedMarks';
import { wrongSpeaker, strongerVerb } from './attributionMessages';
import { otherStyle, unknownRule } from './ruleMessages';
import { certain } from '../../domain/certain';

/** The check's codes and data in the reader's language. No message claims more than was compared. */

/**
 * What a problem is, in a sentence or two, in one line.
 * @param beside the source's sentence is shown beside it
 */
export function messageOf(library: Library, problem: Problem, beside = false): string {
  return messageLines(library, problem, beside).replaceAll('\n', ' ');
}

/** The same where lines are cut and not wrapped: what to do, and the source's words, each begin a line. */
export function messageLines(library: Library, problem: Problem, beside = false): string {
  return messages[problem.code](problem.data, library, beside);
}

type Message = (data: ProblemData, library: Library, beside: boolean) => string;

const messages: Readonly<Record<Code, Message>> = {
  'quote-altered': (data, library) =>
    vscode.l10n.t('The quotation differs from {0}: {1}.', place(library, data.where?.id), differences(data)),
  'quote-other-finding': otherFinding,
  'quote-spans': ({ pieces }, library) =>
    vscode.l10n.t(
      'The quotation joins {0} as if they were one text.',
      places(
        library,
        pieces?.map(piece => piece.id ?? ''),
      ),
    ),
  'quote-unknown': ({ where }, library) =>
    where
      ? vscode.l10n.t(
          'No conclusion has these words.\nThe nearest is {0}: “{1}”',
          place(library, where.id),
          short(where.text),
        )
      : vscode.l10n.t('No conclusion has these words, or any like them.'),
  'quote-uncited': (data, library) =>
    data.differences
      ? vscode.l10n.t(
          'This quotation has no citation. It comes from {0}, with changes.',
          place(library, data.where?.id),
        )
      : vscode.l10n.t('This quotation has no citation. It comes from {0}.', place(library, data.where?.id)),
  'quote-omission': omission,
  'quote-bracket': bracketed,
  'attribution-who': (data, _library, beside) => withSource(wrongSpeaker(data), data, beside),
  'attribution-verb': (data, _library, beside) => withSource(strongerVerb(data), data, beside),
  'paraphrase-altered': (data, _library, beside) => withSource(otherwise(data), data, beside),
  'paraphrase-other-finding': (data, library, beside) => withSource(saidElsewhere(data, library), data, beside),
  'ref-unknown': unknownPlace,
  'note-undefined': ({ reference = '', suggestion }) =>
    suggestion === undefined
      ? vscode.l10n.t('The note “{0}” has no definition.', reference)
      : vscode.l10n.t('The note “{0}” has no definition. Did you mean “{1}”?', reference, suggestion),
  'note-unused': ({ reference = '' }) => vscode.l10n.t('Nothing in the draft refers to the note “{0}”.', reference),
  'note-duplicate': ({ reference = '' }) =>
    vscode.l10n.t(
      'The note “{0}” is defined more than once.\nPrograms differ in which definition they show: keep one.',
      reference,
    ),
  'note-stale': ({ expected }) =>
    vscode.l10n.t('The note is not worded as its style requires here.\nIt should be: “{0}”', short(expected)),
  'note-other-style': data => otherStyle(data, short(data.expected)),
  'note-edited': ({ expected }) =>
    vscode.l10n.t(
      'This note seems to have been edited by hand: no style words it this way.\nIn the draft’s style it would be: “{0}”',
      short(expected),
    ),
  'note-before-punctuation': () =>
    vscode.l10n.t('In English a footnote mark follows punctuation (UN Editorial Manual).'),
  'form-mixed': ({ cited }, library) =>
    vscode.l10n.t(
      'The draft cites {0} in another form further up.\nUse one form throughout.',
      place(library, cited?.[0]),
    ),
  'disable-unused': ({ reference }) =>
    reference
      ? vscode.l10n.t('The comment ignores problems that are not here: {0}.\nRemove these names from it.', reference)
      : vscode.l10n.t('The comment ignores problems, but there are none here. Remove it.'),
  'front-matter-unknown': data => unknownRule(data, short(data.rule?.text, 60)),
};

function otherFinding({ cited, where }: ProblemData, library: Library): string {
  if (cited?.length === 0)
    return vscode.l10n.t('The draft cites another day, but these words are in {0}.', place(library, where?.id));
  return vscode.l10n.t(
    'The draft cites {0}, but these words are in {1}.',
    places(library, cited),
    place(library, where?.id),
  );
}

function saidElsewhere({ cited, suggestion }: ProblemData, library: Library): string {
  return vscode.l10n.t(
    'The draft cites {0}, but what it says here is in {1}.',
    places(library, cited),
    place(library, suggestion),
  );
}

function unknownPlace({ limit, suggestion, reference = '' }: ProblemData, library: Library): string {
  if (limit) return limitWords(limit);
  if (suggestion === undefined) return vscode.l10n.t('“{0}” does not exist in the source.', reference);
  return library.corpus(suggestion)
    ? vscode.l10n.t('“{0}” does not exist in the source.\nDid you mean {1}?', reference, suggestion)
    : vscode.l10n.t(
        '“{0}” does not exist in the source.\nDid you mean {1} ({2})?',
        reference,
        places(library, readLabel(suggestion, library)?.ids ?? [suggestion]),
        suggestion,
      );
}

/** What the draft's own words say otherwise than the source, or add to it. */
const otherwise = ({ said = '', instead, added = 'figure' }: ProblemData): string =>
  instead === undefined
    ? additionWords(added, said)
    : vscode.l10n.t('The draft says “{0}”. The source says “{1}”.', said, instead);

function additionWords(added: Added, said: string): string {
  switch (added) {
    case 'figure':
      return vscode.l10n.t('The draft says “{0}”. Nothing that is cited has this figure.', said);
    case 'subject':
      return vscode.l10n.t('The draft says “{0}”. Nothing that is cited speaks of this.', said);
    case 'condition':
      return vscode.l10n.t('The draft says “{0}”. Nothing that is cited sets this condition.', said);
    case 'agreement':
      return vscode.l10n.t('The draft says “{0}”. Nothing that is cited says that all agreed.', said);
  }
}

function withSource(words: string, { sentence }: ProblemData, beside: boolean): string {
  return beside ? words : vscode.l10n.t('{0}\nSource: “{1}”', words, short(sentence?.text));
}

/** What the source has, where a place is cited that it has not. */
function limitWords(limit: Limit): string {
  switch (limit.kind) {
    case 'day':
      return vscode.l10n.t('There is no day {0}: the source has days 1 to {1}.', limit.number, limit.last);
    case 'conclusion':
      return limit.day === undefined
        ? vscode.l10n.t('There is no conclusion {0}: the source has {1} conclusions.', limit.number, limit.last)
        : vscode.l10n.t(
            'There is no conclusion {0} of day {1}: day {1} has {2} conclusions.',
            limit.number,
            limit.day,
            limit.last,
          );
    case 'paragraph':
      return vscode.l10n.t('There is no paragraph {0}: the background has {1} there.', limit.number, limit.last);
  }
}

/** What a fix does, for the light bulb. */
export function titleOf(library: Library, fix: Fix): string {
  return fix.nearest ? nearestQuoted(fix.to) : titles[fix.kind](fix.to, library);
}

/** So much of the nearest sentence is shown before it is put in the place of the draft's. */
const longestNearest = 60;

const nearestQuoted = (sentence = ''): string =>
  vscode.l10n.t('Quote the nearest sentence instead: “{0}”', short(sentence, longestNearest));

const titles: Readonly<Record<FixKind, (to: string | undefined, library: Library) => string>> = {
  restore: () => vscode.l10n.t('Restore the source’s words'),
  markOmission: () => vscode.l10n.t('Mark the omission with […]'),
  moveCitation: (to, library) => vscode.l10n.t('Cite {0} instead', place(library, to)),
  addCitation: (to, library) => vscode.l10n.t('Cite {0}', place(library, to)),
  paraphrase: () => vscode.l10n.t('Remove the quotation marks'),
  reword: (to = '') => vscode.l10n.t('Word it as the source does: “{0}”', to),
  nameAuthor: (to = '') => vscode.l10n.t('Say that the draft speaks for “{0}”', to),
  quoteSource: () => vscode.l10n.t('Quote the source’s sentence instead'),
  replaceReference: (to = '') => vscode.l10n.t('Change to {0}', to),
  chooseReference: () => vscode.l10n.t('Choose the Finding…'),
  define: () => vscode.l10n.t('Add the note’s definition'),
  writeNote: () => vscode.l10n.t('Add the note'),
  removeDefinition: () => vscode.l10n.t('Remove the definition'),
  refresh: () => vscode.l10n.t('Reword the note in the draft’s style'),
  swap: () => vscode.l10n.t('Put the mark after the punctuation'),
  removeComment: () => vscode.l10n.t('Remove the comment'),
  removeCodes: (to = '') => vscode.l10n.t('Remove {0} from the comment', to),
};

/** Where an entry stands, short enough for a sentence. */
export function place(library: Library, id: string | undefined): string {
  const found = id === undefined ? undefined : library.resolve(id);
  if (!found) return vscode.l10n.t('the source’s headings');
  const words = placeOf(found.entry);
  return isFinding(found.entry) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

export function places(library: Library, ids: readonly string[] | undefined): string {
  return withSemicolons([...new Set((ids ?? []).map(id => place(library, id)))]);
}

/** At most so many differences are spelt out. */
const shown = 3;

function bracketed({ bracket }: ProblemData): string {
  if (bracket?.change) return changed(bracket);
  if (bracket?.replaced)
    return vscode.l10n.t('The words in brackets are not the source’s, which says “{0}” there.', bracket.replaced);
  return vscode.l10n.t('The words in brackets are not the source’s, which has no words there.');
}

function differences({ differences: list = [] }: ProblemData): string {
  const words = list.slice(0, shown).map(difference => {
    const [text, source] = [nestedMarks(difference.text), nestedMarks(difference.source)];
    if (text === '') return vscode.l10n.t('left out “{0}”', source);
    if (source === '') return vscode.l10n.t('added “{0}”', text);
    return vscode.l10n.t('“{0}” instead of “{1}”', text, source);
  });
  const more = list.length - shown;
  if (words.length === 0) return vscode.l10n.t('its parts are not in the source’s order');
  return withCommas(more > 0 ? [...words, vscode.l10n.t('and {0} more', more)] : words);
}

/** What the words in brackets change, and what the source has in their place. */
function changed({ change, text, replaced }: Bracket): string {
  const what = {
    negation: vscode.l10n.t('The words in brackets add a negation: “{0}”.', text),
    quantifier: vscode.l10n.t('The words in brackets change how many are meant: “{0}”.', text),
    modal: vscode.l10n.t('The words in brackets change how binding it is: “{0}”.', text),
    speaker: vscode.l10n.t('The words in brackets name a speaker whom the source does not name here: “{0}”.', text),
  };
  return replaced === ''
    ? vscode.l10n.t('{0}\nThe source has no words there.', what[certain(change)])
    : vscode.l10n.t('{0}\nThe source says “{1}” there.', what[certain(change)], replaced);
}

function omission({ omission: left }: ProblemData): string {
  const text = short(left?.text);
  if (left?.leading !== undefined)
    return vscode.l10n.t(
      'The quotation leaves out “{0}” at its beginning: the source says “{1}”.\nQuote that word, too, or say it before the quotation.',
      text,
      left.leading,
    );
  switch (left?.graveness) {
    case 'negation':
      return vscode.l10n.t('The quotation leaves out a negation: “{0}”', text);
    case 'quantifier':
      return vscode.l10n.t('The quotation leaves out a word of quantity: “{0}”', text);
    case 'modal':
      return vscode.l10n.t('The quotation leaves out a word that says how binding it is: “{0}”', text);
    case 'attribution':
      return vscode.l10n.t('The quotation leaves out who said it: “{0}”', text);
    default:
      return vscode.l10n.t('The quotation leaves out whole sentences: “{0}”', text);
  }
}

/** So much of a text as a message can hold. */
export function short(text = '', length = 220): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= length) return plain;
  const blank = plain.lastIndexOf(' ', length);
  return `${plain.slice(0, blank > 0 ? blank : length)} …`;
}
