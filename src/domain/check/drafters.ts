/**
 * Whom a draft speaks for: its own signatories. What they agree to or call for is the draft's, and no claim on the
 * dialogue. The front matter may say so (`idm-findings: { authors: [the Ministers] }`); else its authors, the title, the
 * genre and the opening words tell.
 */
import type { Draft } from '../draft/draft';
import { declared } from '../rules/declared';
import { voiceAt } from './attribution/voices';
import { claimWords } from './attribution/claimWords';

/** So many blocks, and of each so many characters, are read for it. */
const mostBlocks = 24;
const mostCharacters = 600;
const genre =
  /\b(?:declaration|communiqu(?:e\b|é(?!\p{L}))|statement|position|memorandum|agreement|protocol|treaty|convention|charter|resolution|submission|manifesto|plan of action|outcome document|decision|recommendation)(?!\p{L})/iu;
/** What tells of a meeting of the draft's own, in the past tense: "The Ministers decided". */
const record =
  /\b(?:communiqu(?:e\b|é(?!\p{L}))|minutes\b|(?:summary |verbatim )?records? of\b|proceedings\b|report of the (?:\p{L}+ ){0,5}(?:meeting|session|conference|summit|workshop|committee)\b|(?:chair|co-chairs?)['’]s? summary\b|conclusions of the (?:\p{L}+ ){0,5}(?:meeting|summit|conference|council)\b|outcome document)/iu;
/** "The Ministers decided": who acts in such a draft. */
const acting = /(?:^|[.!?;:]\s+|\n)(?:\W{0,4}\d{1,3}[.)]\s+|[-*+]\s+)?The ([^.;:,()–—]{3,80})/gu;
/** "9. The Ministers agreed": the paragraphs of such a text have numbers. */
const numbered = /^\W{0,4}\d{1,3}\\?[.)]\s+The ([^.;:,()–—]{3,80})/gu;
/** Those who may be the dialogue's own: a numbered list may tell what they said there. */
const maySpeakThere = /\b(?:states|governments|countries|delegations|members|iom|organization|secretariat)$/;
/** So often somebody acts in it who is one of its own. */
const leastActs = 2;
const contract = /\b(?:memorandum of understanding|agreement|protocol|treaty|convention|charter|arrangement)\b/i;
const ofBody = /\b(?:of|by|from) (?:the )?(\p{Lu}[^.;:,()–—]{2,100})/u;
const parties = ['parties', 'states parties', 'contracting parties', 'high contracting parties', 'signatories'];
/** "We, the Ministers responsible for migration, …". */
const we = /\bWe,\s+(?:the\s+)?([^,.;:]{3,160})[,.;:\n]/;
/** "*The Heads of State and Government*," on a line of its own. */
const opening = /^\W{0,4}The ([^.;:,*_]{3,120})[*_]{0,3},[*_]{0,3}$/;

/** "Sponsors: Egypt, Mexico", "*Submitted by Norway and Ghana*", on a line of its own. */
const sponsors =
  /^\W{0,4}(?:(?:co-?)?sponsors?|signatories|authors?|(?:submitted|sponsored|co-?sponsored|tabled|drafted|presented|prepared|issued) by|on behalf of)\b[\s*_:]{1,8}([^.;:*_\n]{2,300})[.*_]{0,4}(?:\n|$)/i;

/** The names, in lower case and without an article, of those a draft speaks for. */
export function draftersOf(draft: Draft): readonly string[] {
  const names = new Set<string>();
  const add = (words: string): void => namesIn(words).forEach(name => names.add(name));
  const addAuthor = (author: string): unknown =>
    names.add(
      author
        .trim()
        .toLowerCase()
        .replace(/^the\s+/, ''),
    );
  const { authors } = declared(draft).rules;
  authors?.forEach(add);
  // Of the "Member States Research Unit" no Member State is meant.
  (authors ?? draft.frontMatter?.authors ?? []).forEach(addAuthor);
  let first = true;
  let records = false;
  const acts = new Map<string, number>();
  for (const { kind, text: all } of draft.blocks.slice(0, mostBlocks)) {
    const text = all.slice(0, mostCharacters).trim();
    if (kind !== 'paragraph' && kind !== 'heading' && kind !== 'listItem') continue;
    const titled = kind === 'heading' || (first && !/[.!?:;,]$/.test(text));
    first = false;
    if (titled) addTitle(text, names, add);
    records ||= titled && record.test(text);
    const numberedActs = records ? [] : actorsIn(text, numbered).filter(name => !maySpeakThere.test(name));
    for (const name of numberedActs) acts.set(name, (acts.get(name) ?? 0) + 1);
    if (records) for (const name of actorsIn(text)) acts.set(name, (acts.get(name) ?? 0) + 1);
    const own = we.exec(text)?.[1] ?? opening.exec(text)?.[1];
    if (own) add(own);
    const bringing = sponsors.exec(text)?.[1];
    if (bringing)
      bringing
        .split(/,|;|\band\b/)
        .filter(name => name.trim() !== '')
        .forEach(addAuthor);
  }
  const title = draft.frontMatter?.title;
  if (title) addTitle(title, names, add);
  for (const [name, times] of acts) if (times >= leastActs) names.add(name);
  return [...names].toSorted();
}

function addTitle(title: string, names: Set<string>, add: (words: string) => void): void {
  const found = genre.exec(title);
  if (!found) return;
  add(title.slice(found.index));
  // "Statement of the Norwegian Refugee Council": a body that no list of ours has.
  const body = ofBody.exec(title.slice(found.index, found.index + mostCharacters))?.[1];
  if (body && namesIn(body).length === 0) names.add(body.trim().toLowerCase());
  if (contract.test(title)) parties.forEach(party => names.add(party));
}

/** Who sentences begin with: "The Ministers agreed". */
function actorsIn(text: string, pattern = acting): string[] {
  return [...text.matchAll(pattern)].flatMap(([, words = '']) => {
    const { lower } = claimWords(words, 0, words.length);
    const found = voiceAt(lower, 0);
    return found && ['states', 'others', 'iom'].includes(found.voice) ? [lower.slice(0, found.length).join(' ')] : [];
  });
}

/** Everybody named in some words who may speak. */
function namesIn(text: string): string[] {
  const { lower } = claimWords(text, 0, text.length);
  const names: string[] = [];
  for (let at = 0; at < lower.length; at++) {
    const found = voiceAt(lower, at);
    if (!found) continue;
    if (['states', 'others', 'iom'].includes(found.voice)) names.push(lower.slice(at, at + found.length).join(' '));
    at += found.length - 1;
  }
  return names;
}
