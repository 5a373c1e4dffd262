// The search as lists and the sidebar's filter want it.
import vscode = require('vscode');
import type { Library } from '../domain/corpus/library';
import { namesOf } from '../domain/citation/titles';
import type { Corpus, Finding, Passage } from '../domain/corpus/types';
import type { Hit, SearchIndex } from '../domain/search';
import { backgroundNamed } from '../domain/search/background';
import { documentsFound } from '../domain/search/documents';
import type { Recent } from './recent';
import type { Candidate, Section } from './quickPick';
import { backgroundIndex, excerptOf } from './searchIndex';

/** A row's excerpt is one line of the list: so many letters fit into a quick pick, beside the buttons of the row in focus. */
const excerptLength = 80;

/** More rows than this nobody reads, and a list gets slow. */
const mostRows = 200;

/** As many findings that bear on a sentence as can be weighed at a glance. */
const mostBearing = 5;

/** The search as lists want it: one for the tree's filter and the quick pick. */
export class Finder {
  /** @param findings the index that completion uses too */
  constructor(
    private readonly library: Library,
    private readonly findings: () => SearchIndex,
    private readonly recent: Recent,
  ) {}

  /** The ids of the findings, passages and documents that a query finds. */
  find(query: string): ReadonlySet<string> {
    const entries = [...this.#findingHits(query), ...this.#passageHits(query)].map(({ finding }) => finding.id);
    return new Set([...entries, ...documentsFound(this.library, query).map(({ corpus }) => corpus.id)]);
  }

  /**
   * The list for a query: findings best first, then background; for an empty one the recently used, then all. A
   * document comes last, or first where its name is asked for.
   */
  list(query: string): readonly Section[] {
    if (query === '') return this.#all();
    const documents = documentsFound(this.library, query);
    return [
      { candidates: documents.flatMap(({ corpus, first }) => (first ? [whole(corpus)] : [])) },
      {
        candidates: this.#findingHits(query, true)
          .slice(0, mostRows)
          .map(hit => found(hit, query)),
      },
      { title: vscode.l10n.t('background'), candidates: this.#passageHits(query, true).map(hit => found(hit, query)) },
      {
        title: vscode.l10n.t('the document'),
        candidates: documents.flatMap(({ corpus, first }) => (first ? [] : [whole(corpus)])),
      },
    ];
  }

  /** The list where nothing is searched, with what bears on some words of a draft before all else. */
  listFor(words: string): readonly Section[] {
    const bearing = this.findings().support(words, { limit: mostBearing });
    return [
      { title: vscode.l10n.t('bears on your sentence'), candidates: bearing.map(hit => found(hit, words)) },
      ...this.#all(),
    ];
  }

  #findingHits(query: string, typing = false): Hit[] {
    return this.findings().search(query, { limit: this.library.findings.length, typing });
  }

  #passageHits(query: string, typing = false): Hit<Passage>[] {
    const named = backgroundNamed(this.library, query);
    if (named.length > 0) return named.map(finding => ({ finding, score: 1, ranges: [] }));
    const { passages } = this.library;
    return backgroundIndex(this.library).search(query, { limit: passages.length, typing });
  }

  #all(): readonly Section[] {
    const recent = this.recent.ids.flatMap(id => this.library.resolve(id)?.entry ?? []);
    const others = (entries: readonly (Finding | Passage)[]): Candidate[] =>
      entries
        .filter(entry => !recent.includes(entry))
        .slice(0, mostRows)
        .map(unsearched);
    return [
      { title: vscode.l10n.t('recently used'), candidates: recent.map(unsearched) },
      { title: vscode.l10n.t('conclusions'), candidates: others(this.library.findings) },
      { title: vscode.l10n.t('background'), candidates: others(this.library.passages) },
      { title: vscode.l10n.t('the document'), candidates: this.library.corpora.map(whole) },
    ];
  }
}

/**
 * A row for what was found, with the words around what matched.
 * @param query what was searched
 */
export function found(hit: Hit<Finding | Passage>, query: string): Candidate {
  const { text, ranges } = excerptOf(hit, excerptLength, query);
  return {
    id: hit.finding.id,
    entry: hit.finding,
    excerpt: text,
    marks: ranges,
    ...(hit.sentence ? { sentence: hit.sentence } : {}),
    ...(hit.without ? { without: hit.without } : {}),
    ...(hit.only === undefined ? {} : { only: hit.only }),
  };
}

function whole(corpus: Corpus): Candidate {
  return { id: corpus.id, document: corpus, excerpt: namesOf(corpus.document, 'en').full };
}

function unsearched(entry: Finding | Passage): Candidate {
  return { id: entry.id, entry, excerpt: excerptOf({ finding: entry, ranges: [] }, excerptLength).text };
}
