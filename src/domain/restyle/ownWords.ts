// What a citation in a drafter's own words says besides what it cites.
import { earlierNames } from '../citation/earlier/earlierNames';
import { ordinalNumber, ordinalPattern } from '../citation/ordinals';
import { languages } from '../citation/options';
import { namesOf } from '../citation/titles';
import type { Library } from '../corpus/library';
import type { Corpus } from '../corpus/types';
import type { Citation } from '../draft/citation';
import { readLocator } from '../draft/locator';
import { lazy } from '../lazy';

/** No longer words are looked through: they say more than a citation does. */
const longest = 2000;

/** The document that a citation names, by which key if by one, and its place. */
type Cited = Pick<Citation, 'corpus' | 'locator'> & { readonly key?: string | undefined };

/** Words between those of names and titles, and what a note says that cites as the one before it. */
const joints: ReadonlySet<string> = new Set(['and', 'the', 'of', 'on', 'in', 'at']);
const others = ['ibid', 'ibidem', 'id', 'recommendations'];

/** Addresses, words, and signs that say something. */
const tokens = /https?:\/\/[^\s<>(),]{1,300}|[\p{L}\p{N}]+|[?!#$%&@^~+=|\0]/gu;
const words = /[\p{L}\p{N}]+/gu;

/** What stands where something was taken out that is known. */
const cut = '\0';

/**
 * The first words that some citations say besides the names, titles, dates, session and address of their documents and
 * the places that they cite; undefined where there are none, so that another wording says just the same.
 *
 * @param text their words, all of them
 */
export function ownWords(library: Library, text: string, citations: readonly Cited[]): string | undefined {
  let rest = text.replaceAll(cut, '?').replace(/\s+/gu, ' ').trim();
  if (rest.length > longest) return rest;
  const corpora = citations.map(({ corpus = '' }) => library.corpus(corpus)).filter(found => found !== undefined);
  for (const { key, locator } of citations) {
    for (const each of key === undefined ? [] : [`@{${key}}`, `@${key}`]) rest = rest.replace(each, cut);
    if (locator === undefined) continue;
    const place = locator.slice(0, readLocator(locator)?.end);
    if (!rest.includes(place)) return rest;
    rest = rest.replace(place, cut);
  }
  for (const corpus of corpora) rest = withoutDetails(rest, corpus);
  return unknownIn(rest, new Set(corpora.flatMap(corpus => [...vocabularyOf(corpus)])));
}

/** The first run of words that are none of a vocabulary; small words within it are its own. */
function unknownIn(text: string, known: ReadonlySet<string>): string | undefined {
  let start: number | undefined;
  let end = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const word = token.toLowerCase();
    if (token !== cut && !known.has(word)) {
      start ??= index;
      end = index + token.length;
    } else if (start !== undefined && !joints.has(word)) break;
  }
  return start === undefined ? undefined : text.slice(start, end);
}

/** Without the document's dates, its address, and which session of the dialogue it is of. */
function withoutDetails(text: string, { id, document }: Corpus): string {
  let rest = text.replaceAll(document.url, cut);
  for (const language of languages) {
    const { dates, monthFirst } = namesOf(document, language);
    for (const each of [dates, monthFirst])
      rest = rest.replaceAll(each, cut).replaceAll(each.replaceAll('–', '-'), cut);
  }
  return rest.replace(session(), (whole: string, ordinal: string | undefined, number: string | undefined) => {
    const counted = ordinal === undefined ? Number(number) : ordinalNumber(ordinal.toLowerCase(), 'en');
    return id.endsWith(`-${counted}`) ? cut : whole;
  });
}

const session = lazy(
  () =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:(${ordinalPattern('en')}) session|session (\\d{1,2}))(?![\\p{L}\\p{N}])`, 'giu'),
);

const made = new WeakMap<Corpus, ReadonlySet<string>>();

/** The words of a document's names and titles, in every language, and its year. */
function vocabularyOf(corpus: Corpus): ReadonlySet<string> {
  let known = made.get(corpus);
  if (known === undefined) {
    const { document } = corpus;
    const names = languages.flatMap(language => {
      const { organization, short, abbreviated, full, brief, label, kind, venue, place } = namesOf(document, language);
      return [
        organization,
        short,
        abbreviated,
        full,
        brief,
        label,
        kind,
        venue,
        place,
        earlierNames(document, language).full,
        document.titles[language].session,
      ];
    });
    const said = [...names, String(document.year), ...joints, ...others].join(' ').toLowerCase();
    known = new Set(said.match(words));
    made.set(corpus, known);
  }
  return known;
}
