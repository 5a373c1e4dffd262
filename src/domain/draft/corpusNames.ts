// What documents and their authors are called in drafts, and what a key or label names.
import { earlierNames } from '../citation/earlier/earlierNames';
import { readLabel } from '../citation/labels';
import { letterOf } from '../citation/letters';
import { namesOf } from '../citation/titles';
import { conclusionPlace, idAt, passagePlace } from '../corpus/ids';
import type { Library } from '../corpus/library';
import type { Corpus, Finding, Passage } from '../corpus/types';
import type { PlaceReference } from './locator';

/** What a key or a name with a locator points at. */
interface Pointed {
  readonly ids: readonly string[];
  readonly unknown: readonly PlaceReference[];
}

/** A citation key or footnote label that is ours, or evidently means to be. */
export interface Key {
  readonly corpus: string;
  /** The place the key itself names: `idm2022-1-d2c4`. */
  readonly mention?: PlaceReference;
  /** The background passage the key names, by number: `idm2022-1-b3`. */
  readonly passage?: number;
  /** What a footnote's label names besides: `idm2022-1-d1c2c3`. */
  readonly more?: readonly Key[];
}

const languages = ['en', 'fr', 'es'] as const;
/** A place within a corpus, after the corpus's id, and the number of a repeated note. */
const placeOfKey = /^(.+?)-(?:d(\d{1,6})c(\d{1,6})|b(\d{1,6}))(?:s(\d{1,6}))?(?:-\d{1,6})?$/u;
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&').replace(/\s+/gu, '\\s+');

/** What the detector knows of a library: how its corpora are called, and what they hold. */
export class Names {
  readonly #families: RegExp | undefined;
  /** Finds an organization's name, long or short, in any of its official languages. */
  readonly organization: RegExp;
  /** Matches, at a place, what names one document: its title, its session, or its brief name. */
  readonly title: RegExp;
  /**
   * Finds what the dialogue itself is called, "International Dialogue on Migration 2022" or "IDM 2022", with or without
   * the kind of document behind it: it names one of ours only with a place in it.
   */
  readonly series: RegExp;
  /** Whether a text may call the dialogue by its name: it has the number that the name of one has, its year. */
  readonly mayNameSeries: (text: string) => boolean;
  /** Matches, at a place, what kind of document one is: "summary of conclusions". */
  readonly kind: RegExp;
  /** Whether a text may hold a citation at all: a look that costs next to nothing. */
  readonly mayCite: RegExp;
  readonly #byOrganization = new Map<string, Corpus[]>();
  readonly #byTitle = new Map<string, Corpus[]>();
  readonly #bySeries = new Map<string, Corpus[]>();
  readonly #byKind = new Map<string, Corpus[]>();
  readonly #entries = new Map<string, Map<string, Finding | Passage>>();

  constructor(readonly library: Library) {
    const families = new Set(library.corpora.flatMap(({ id }) => /^\p{L}+/u.exec(id)?.[0] ?? []));
    this.#families =
      families.size === 0 ? undefined : new RegExp(`^(?:${[...families].map(escaped).join('|')})[-_]?\\d`, 'iu');
    for (const corpus of library.corpora) this.#learn(corpus);
    this.organization = finder([...this.#byOrganization.keys()], 'giu');
    const named = [...this.#byOrganization.keys(), ...this.#bySeries.keys()];
    const beginnings = new Set(named.map(name => escaped(/^\S*/u.exec(name)?.[0] ?? '')));
    this.mayCite = new RegExp(['@', '\\[\\^', ...beginnings].join('|'), 'iu');
    this.series = finder([...this.#bySeries.keys()], 'giu');
    const numbers = [...new Set([...this.#bySeries.keys()].map(name => /\s?\d+/u.exec(name)?.[0] ?? ''))];
    this.mayNameSeries = text => numbers.some(number => has(text, number));
    this.title = finder([...this.#byTitle.keys()], 'iuy');
    this.kind = finder([...this.#byKind.keys()], 'iuy');
  }

  /**
   * The corpora of an organization in a year; all of the organization's where no year is given. A letter behind the
   * year tells those apart that have letters; where the library has but one, the letter tells it from works we do not
   * know.
   */
  documents(organization: string, year?: number, letter = ''): readonly Corpus[] {
    const all = this.#byOrganization.get(fold(organization)) ?? [];
    const ofYear = year === undefined ? all : all.filter(corpus => corpus.document.year === year);
    if (letter === '' || ofYear.every(({ id }) => letterOf(this.library, id) === '')) return ofYear;
    return ofYear.filter(({ id }) => letterOf(this.library, id) === letter);
  }

  /** The corpora of a kind of document. */
  ofKind(kind: string): readonly Corpus[] {
    return this.#byKind.get(fold(kind)) ?? [];
  }

  titled(title: string): readonly Corpus[] {
    return this.#byTitle.get(fold(title)) ?? this.#bySeries.get(fold(title)) ?? [];
  }

  /** Reads a key: ours if a corpus has it, or if it is built as our keys are; undefined for all others. */
  key(key: string): Key | undefined {
    const place = placeOfKey.exec(key);
    const corpus = this.library.corpus(key) ? key : (place?.[1] ?? key);
    if (!this.library.corpus(corpus) && !this.#families?.test(corpus)) return undefined;
    if (!place || corpus === key) return { corpus: this.#nearest(corpus) };
    const sentence = place[5] === undefined ? {} : { sentence: Number(place[5]) };
    if (place[4] !== undefined)
      return { corpus, passage: Number(place[4]), mention: { paragraph: Number(place[4]), ...sentence } };
    return { corpus, mention: { day: Number(place[2]), conclusion: Number(place[3]), ...sentence } };
  }

  /** Reads a footnote's label, which may name several places and documents. */
  label(label: string): Key | undefined {
    const ids = readLabel(label, this.library)?.ids ?? [];
    if (ids.length < 2 && !this.library.corpus(ids[0] ?? '')) return this.key(label);
    const [first, ...more] = ids.flatMap(id => this.key(id) ?? []);
    return first === undefined || more.length < ids.length - 1 ? this.key(label) : { more, ...first };
  }

  /** What a key or label names. */
  pointed({ corpus, mention, passage, more = [] }: Key): Pointed {
    const own = this.resolve(corpus, mention ? [mention] : [], passage);
    const others = more.map(key => this.pointed(key));
    return {
      ids: [...new Set([own, ...others].flatMap(({ ids }) => ids))],
      unknown: [own, ...others].flatMap(({ unknown }) => unknown),
    };
  }

  /** What the places are in a corpus; sentences by their own id. */
  resolve(corpus: string, mentions: readonly PlaceReference[], passage?: number): Pointed {
    const ids: string[] = [];
    const unknown: PlaceReference[] = [];
    for (const mention of mentions) {
      if (mention.conclusion === undefined && mention.paragraph === undefined && this.#hasDay(corpus, mention))
        continue;
      const entry =
        passage === undefined
          ? this.#entry(corpus, mention)
          : this.library.resolve(idAt(corpus, passagePlace(passage)))?.entry;
      const id = entry && (mention.sentence === undefined ? entry.id : entry.sentences[mention.sentence - 1]?.id);
      if (id === undefined) unknown.push(mention);
      else if (!ids.includes(id)) ids.push(id);
    }
    return { ids, unknown };
  }

  /** A corpus's id in the case the library has it, so that `@IDM2022-1` is not unknown. */
  #nearest(corpus: string): string {
    return this.library.corpora.find(({ id }) => id.toLowerCase() === corpus.toLowerCase())?.id ?? corpus;
  }

  #hasDay(corpus: string, { day, part }: PlaceReference): boolean {
    return part !== undefined || this.library.corpus(corpus)?.days.some(({ number }) => number === day) === true;
  }

  #entry(corpus: string, mention: PlaceReference): Finding | Passage | undefined {
    let places = this.#entries.get(corpus);
    if (!places) {
      const known = this.library.corpus(corpus);
      places = new Map();
      for (const finding of known?.findings ?? []) places.set(conclusionPlace(finding.day, finding.ordinal), finding);
      for (const passage of known?.passages ?? []) places.set(`${passage.part}${passage.paragraph}`, passage);
      this.#entries.set(corpus, places);
    }
    return places.get(
      mention.conclusion === undefined
        ? `${mention.part}${mention.paragraph}`
        : conclusionPlace(mention.day ?? 0, mention.conclusion),
    );
  }

  #learn(corpus: Corpus): void {
    for (const language of languages) {
      const names = namesOf(corpus.document, language);
      for (const name of [names.organization, names.short, names.abbreviated, names.abbreviated.replaceAll('’', "'")])
        add(this.#byOrganization, name, corpus);
      const { session, document } = corpus.document.titles[language];
      add(this.#byKind, document, corpus);
      for (const series of [names.series, brieflyCalled(names)])
        for (const behind of ['', ' ', ', ', ': ', ' – '])
          add(this.#bySeries, behind === '' ? series : `${series}${behind}${document}`, corpus);
      for (const title of [
        names.full,
        names.heading,
        names.plain,
        names.brief,
        earlierNames(corpus.document, language).brief,
        names.sentence,
        `${names.series}: ${session}`,
        session,
        `${names.series}, ${document}`,
      ]) {
        add(this.#byTitle, title, corpus);
      }
    }
  }
}

/** What may stand before a number: a blank, or a break of the line. */
const blanks = [' ', '\n', '\r', '\t', '\u00A0', '\u202F', '\u2007', '\u2009'];

/** Whether a text has a number; one with a blank before it only behind a blank: "IDM 2022", not "@idm2022-1". */
function has(text: string, number: string): boolean {
  const digits = number.trimStart();
  return digits === number ? text.includes(number) : blanks.some(blank => text.includes(blank + digits));
}

/** "IDM 2022": the series by its initials. */
function brieflyCalled({ label, year }: ReturnType<typeof namesOf>): string {
  return label.slice(0, label.indexOf(String(year))) + String(year);
}

/** Names are compared without regard to case and blanks. */
function fold(name: string): string {
  return name.replace(/\s+/gu, ' ').trim().toLowerCase();
}

function add(map: Map<string, Corpus[]>, name: string, corpus: Corpus): void {
  const key = fold(name);
  const known = map.get(key);
  if (!known) map.set(key, [corpus]);
  else if (!known.includes(corpus)) known.push(corpus);
}

function finder(names: readonly string[], flags: string): RegExp {
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map(escaped);
  return longestFirst.length === 0
    ? /(?!)/gu
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, flags);
}
