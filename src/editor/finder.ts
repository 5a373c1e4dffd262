import vscode = require('vscode');
import type { Library } from '../domain/corpus/library';
import type { Finding, Passage } from '../domain/corpus/types';
import { excerpt, SearchIndex, type Hit } from '../domain/search';
import type { Recent } from './recent';
import type { Candidate, Section } from './quickPick';

/** A row's excerpt is one line of the list. */
const excerptLength = 130;

/** More rows than this nobody reads, and a list gets slow. */
const mostRows = 200;

/** The search as lists want it: one for the tree's filter and the quick pick. */
export class Finder {
  #passages: SearchIndex<Passage> | undefined;

  /** @param findings the index that completion uses too */
  constructor(
    private readonly library: Library,
    private readonly findings: () => SearchIndex,
    private readonly recent: Recent,
  ) {}

  /** The ids of the findings and passages that a query finds. */
  find(query: string): ReadonlySet<string> {
    return new Set([...this.#findingHits(query), ...this.#passageHits(query)].map(({ finding }) => finding.id));
  }

  /** The list for a query: findings best first, then background; for an empty one the recently used, then all. */
  list(query: string): readonly Section[] {
    if (query === '') return this.#all();
    return [
      { candidates: this.#findingHits(query).slice(0, mostRows).map(found) },
      { title: vscode.l10n.t('background'), candidates: this.#passageHits(query).map(found) },
    ];
  }

  #findingHits(query: string): Hit[] {
    return this.findings().search(query, { limit: this.library.findings.length });
  }

  /** Passages have an index of their own: they are never ranked among the conclusions. */
  #passageHits(query: string): Hit<Passage>[] {
    const { passages } = this.library;
    this.#passages ??= SearchIndex.build(passages, this.library);
    return this.#passages.search(query, { limit: passages.length });
  }

  #all(): readonly Section[] {
    const recent = this.recent.ids.flatMap(id => this.library.resolve(id)?.entry ?? []);
    const others = (entries: readonly (Finding | Passage)[]): Candidate[] =>
      entries.filter(entry => !recent.includes(entry)).slice(0, mostRows).map(unsearched);
    return [
      { title: vscode.l10n.t('recently used'), candidates: recent.map(unsearched) },
      { title: vscode.l10n.t('conclusions'), candidates: others(this.library.findings) },
      { title: vscode.l10n.t('background'), candidates: others(this.library.passages) },
    ];
  }
}

function found(hit: Hit<Finding | Passage>): Candidate {
  return {
    entry: hit.finding,
    excerpt: excerpt(hit, excerptLength).text,
    ...(hit.sentence ? { sentence: hit.sentence } : {}),
  };
}

function unsearched(entry: Finding | Passage): Candidate {
  return { entry, excerpt: excerpt({ finding: entry, ranges: [] }, excerptLength).text };
}
