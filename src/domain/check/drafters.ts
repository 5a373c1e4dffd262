/**
 * Whom a draft speaks for: its own signatories. What they agree to or call for is the draft's, and no claim on the
 * dialogue. The front matter may say so (`idm-findings: { authors: [the Ministers] }`); else its authors, the title, the
 * genre and the opening words tell.
 */
import type { Block, Draft } from '../draft/draft';
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

/** "The Ministers, meeting in Nairobi, recalled …": not where they met at the dialogue. */
const met =
  /^\W{0,4}The ([^.;:,()–—]{3,120}),\s+(?:meeting|gathered|gathering|assembled|convened|having (?:met|gathered|assembled|convened))\s(?!.{0,80}\b(?:dialogue|idm)\b)/iu;

/** "Sponsors: Egypt, Mexico", "*Submitted by Norway and Ghana*", on a line of its own. */
const sponsors =
  /^\W{0,4}(?:(?:co-?)?sponsors?|signatories|authors?|(?:submitted|sponsored|co-?sponsored|tabled|drafted|presented|prepared|issued) by|on behalf of)\b[\s*_:]{1,8}([^.;:*_\n]{2,300})[.*_]{0,4}(?:\n|$)/i;

/** Names that have an "and" of their own: what stands before it, and behind it. */
const joinedNames = [
  ['Antigua', 'Barbuda'],
  ['Bosnia', 'Herzegovina'],
  ['Saint Kitts', 'Nevis'],
  ['Saint Vincent', 'the Grenadines'],
  ['Tom[eé]', 'Pr[ií]ncipe'],
  ['Trinidad', 'Tobago'],
  ['Great Britain', 'Northern Ireland'],
  ['Food', 'Agriculture'],
  ['Red Cross', 'Red Crescent'],
] as const;
/** What parts the names of several: a comma, or an "and" that is of no name. */
const betweenNames = new RegExp(
  String.raw`,|(?<!\b(?:${joinedNames.map(([before]) => before).join('|')})\s)\band\b` +
    String.raw`|\band\b(?!\s(?:${joinedNames.map(([, behind]) => behind).join('|')})(?!\p{L}))`,
  'iu',
);

/** The names, in lower case and without an article, of those a draft speaks for. */
export function draftersOf(draft: Draft): readonly string[] {
  const drafters = new Drafters();
  const { authors } = declared(draft).rules;
  for (const author of authors ?? []) drafters.addNamedIn(author);
  // Of the "Member States Research Unit" no Member State is meant.
  for (const author of authors ?? draft.frontMatter?.authors ?? []) drafters.add(author);
  for (const { kind, text } of draft.blocks.slice(0, mostBlocks))
    if (opensDraft.has(kind)) drafters.read(text.slice(0, mostCharacters).trim(), kind === 'heading');
  const title = draft.frontMatter?.title;
  if (title) drafters.addTitle(title);
  return drafters.names();
}

/** The blocks that say at the beginning of a draft whose it is. */
const opensDraft: ReadonlySet<Block['kind']> = new Set(['paragraph', 'heading', 'listItem']);

/** Gathers whom a draft speaks for, from its front matter and from one of its first blocks after the other. */
class Drafters {
  readonly #names = new Set<string>();
  /** How often each acts who may be one of the draft's own. */
  readonly #acts = new Map<string, number>();
  #isFirst = true;
  /** Whether a title tells that the draft records a meeting of its own. */
  #isRecord = false;

  /** Adds somebody by the whole name. */
  add(author: string): void {
    this.#names.add(
      author
        .trim()
        .toLowerCase()
        .replace(/^the\s+/, ''),
    );
  }

  /** Adds everybody named in some words who may speak. */
  addNamedIn(words: string): void {
    for (const name of namesIn(words)) this.#names.add(name);
  }

  /** Adds whom a title names: "Declaration of the Ministers". */
  addTitle(title: string): void {
    const found = genre.exec(title);
    if (!found) return;
    this.addNamedIn(title.slice(found.index));
    // "Statement of the Norwegian Refugee Council": a body that no list of ours has.
    const body = ofBody.exec(title.slice(found.index, found.index + mostCharacters))?.[1];
    if (body && namesIn(body).length === 0) this.#names.add(body.trim().toLowerCase());
    if (contract.test(title)) for (const party of parties) this.#names.add(party);
  }

  /** Reads one of the first blocks of the draft; they come in order. */
  read(text: string, isHeading: boolean): void {
    if (isHeading || (this.#isFirst && !/[.!?:;,]$/.test(text))) {
      this.addTitle(text);
      this.#isRecord ||= record.test(text);
    }
    this.#isFirst = false;
    for (const name of this.#actorsIn(text)) this.#acts.set(name, (this.#acts.get(name) ?? 0) + 1);
    this.addNamedIn(we.exec(text)?.[1] ?? opening.exec(text)?.[1] ?? '');
    for (const name of whoMet(text)) this.#names.add(name);
    for (const name of sponsorsIn(text)) this.add(name);
  }

  /** All that were found, those who act among them if they do so more than once. */
  names(): readonly string[] {
    for (const [name, times] of this.#acts) if (times >= leastActs) this.#names.add(name);
    return [...this.#names].toSorted();
  }

  /** Who acts in a block: in a record whoever does, elsewhere in numbered paragraphs those who cannot be the dialogue's. */
  #actorsIn(text: string): string[] {
    return this.#isRecord ? actorsIn(text, acting) : actorsIn(text, numbered).filter(name => !maySpeakThere.test(name));
  }
}

/** The names that a line of sponsors lists. */
function sponsorsIn(text: string): string[] {
  const listed = sponsors.exec(text)?.[1]?.split(betweenNames) ?? [];
  return listed.filter(name => name.trim() !== '');
}

/** Who met to adopt the draft, as a block of it opens; none who may be the dialogue's own. */
function whoMet(text: string): string[] {
  return namesIn(met.exec(text)?.[1] ?? '').filter(name => !maySpeakThere.test(name));
}

/** Who sentences begin with: "The Ministers agreed". */
function actorsIn(text: string, pattern: RegExp): string[] {
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
