// Who said a sentence of the source, and with which verb.
import { pastPhrases } from './reportingVerbs';
import type { Attribution, Who } from './types';
import { certain } from '../certain';

const reporting = pastPhrases.join('|');
const verbAfter = String.raw`(?:\s+(?:also|further|thus))*\s+(${reporting})\b`;

/** Subjects the conclusions use, the narrower before the wider. */
const subjects: readonly (readonly [Who, RegExp])[] = [
  ['some speakers', new RegExp(String.raw`\bsome speakers${verbAfter}`, 'iu')],
  ['participants', new RegExp(String.raw`\bparticipants${verbAfter}`, 'iu')],
  ['speakers', new RegExp(String.raw`\bspeakers${verbAfter}`, 'iu')],
  ['panelists', new RegExp(String.raw`\bpanelists${verbAfter}`, 'iu')],
  ['discussions', new RegExp(String.raw`\bdiscussions${verbAfter}`, 'iu')],
];

const consensus = /\bconsensus among speakers\b/iu;
const passive = new RegExp(String.raw`\b(?:it was|was also|were also)\s+(${reporting})\b`, 'iu');
const they = new RegExp(String.raw`\bthey${verbAfter}`, 'iu');
const coordinated = new RegExp(String.raw`,? and(?: also)? (${reporting})\b`, 'giu');
/** Not in "a shared understanding" or "as called for by". */
const anyVerb = new RegExp(String.raw`(?<!\b(?:a|an|the|as) )\b(${reporting})\b`, 'giu');

const present = /\b(?:is|are|has|have|must|should|needs? to|will|may|can|makes|increases|presents|requires)\b/iu;
const reportedPast = /\b(?:was|were|had)\b/iu;

/**
 * Who spoke in each sentence of one conclusion or paragraph, as the source words it.
 *
 * An unnamed sentence in the past tense of reported speech goes on with the sentence before it
 * ("Additional efforts were thus needed"): `continues` is then that sentence's index.
 *
 * @param background whether this is a paragraph around the conclusions, where people speak by name
 */
export function attribute(
  sentences: readonly string[],
  background = false,
): (Omit<Attribution, 'continues'> & { continues?: number })[] {
  const result: (Omit<Attribution, 'continues'> & { continues?: number })[] = [];
  let reporter: { who: Who; index: number } | undefined;
  sentences.forEach((text, index) => {
    const found = speaker(text, reporter?.who, background);
    if (found.who !== 'unnamed') {
      reporter = { who: found.who, index };
      result.push(found);
    } else if (!background && reporter && reportedPast.test(text) && !present.test(text)) {
      result.push({ ...found, continues: reporter.index });
    } else {
      reporter = undefined;
      result.push(found);
    }
  });
  return result;
}

function speaker(text: string, before: Who | undefined, background: boolean): { who: Who; verbs: string[] } {
  if (consensus.test(text)) return { who: 'consensus among speakers', verbs: [] };
  for (const [who, pattern] of subjects) {
    const match = pattern.exec(text);
    if (match) return { who, verbs: verbsFrom(text, match) };
  }
  const pronoun = they.exec(text);
  if (pronoun && before) return { who: before, verbs: verbsFrom(text, pronoun) };
  if (background) {
    const verbs = [...text.matchAll(anyVerb)].map(match => certain(match[1]).toLowerCase());
    return { who: verbs.length > 0 ? 'named' : 'unnamed', verbs };
  }
  const match = passive.exec(text);
  return match ? { who: 'passive', verbs: [certain(match[1]).toLowerCase()] } : { who: 'unnamed', verbs: [] };
}

/** The verb of a match, and those coordinated with it ("mentioned … and highlighted that"). */
function verbsFrom(text: string, match: RegExpExecArray): string[] {
  const rest = text.slice(match.index + match[0].length);
  return [certain(match[1]), ...[...rest.matchAll(coordinated)].map(next => certain(next[1]))].map(verb =>
    verb.toLowerCase(),
  );
}
