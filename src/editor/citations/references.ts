// From the source, or a citation, to all drafts that cite the same.
import vscode = require('vscode');
import type { Library } from '../../domain/corpus/library';
import type { Range } from '../../domain/text/ranges';
import type { Drafts } from '../drafts';
import { showProgress } from '../notify';
import { corpusOf } from '../source';
import { citedAt } from './navigation';
import type { WorkspaceCitations } from './workspaceCitations';

/** A search that is over by then shows no progress: most are. */
const patience = 400;

/**
 * From a passage of the source, or from a citation of it, every place in the workspace's drafts
 * that cites it, a note once. In the source's headings: what cites anything below them.
 */
export class CitationReferences implements vscode.ReferenceProvider {
  constructor(
    private readonly library: Library,
    private readonly drafts: Drafts,
    private readonly workspace: WorkspaceCitations,
  ) {}

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    _context: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[] | undefined> {
    const corpus = corpusOf(this.library, document.uri);
    const entries =
      corpus === undefined
        ? citedAt(this.library, this.drafts, document, position)
        : this.#inSource(corpus, document.offsetAt(position));
    if (entries.length === 0) return undefined;
    return withProgress(token, (inner, report) =>
      this.workspace.citing(new Set(entries), { token: inner, onProgress: report }),
    );
  }

  #inSource(corpusId: string, offset: number): readonly string[] {
    const corpus = this.library.corpus(corpusId);
    if (!corpus) return [];
    const holds = ({ start, end }: Range): boolean => start <= offset && offset <= end;
    const entry = [...corpus.findings, ...corpus.passages].find(holds);
    if (entry) return [entry.id];
    const theme = corpus.themes.find(holds);
    if (theme)
      return corpus.findings
        .filter(finding => finding.day === theme.day && finding.theme.ordinal === theme.ordinal)
        .map(({ id }) => id);
    const day = corpus.days.find(holds);
    return day ? corpus.findings.filter(finding => finding.day === day.number).map(({ id }) => id) : [];
  }
}

/** Runs a search; if it takes long, with a progress notification that can cancel it. */
async function withProgress<T>(
  token: vscode.CancellationToken,
  work: (token: vscode.CancellationToken, report: (done: number, all: number) => void) => Promise<T>,
): Promise<T> {
  const source = new vscode.CancellationTokenSource();
  const listener = token.onCancellationRequested(() => source.cancel());
  let state = { done: 0, all: 0 };
  let show: ((done: number, all: number) => void) | undefined;
  const result = work(source.token, (done, all) => {
    state = { done, all };
    show?.(done, all);
  });
  const timer = setTimeout(() => {
    void showProgress(vscode.l10n.t('Looking for citations in the workspace’s drafts'), async (tell, cancelled) => {
      cancelled.onCancellationRequested(() => source.cancel());
      let shown = 0;
      show = (done, all) => {
        const percent = Math.floor((100 * done) / Math.max(all, 1));
        if (percent > shown) tell(percent - shown, vscode.l10n.t('{0} of {1}', done, all));
        shown = Math.max(shown, percent);
      };
      show(state.done, state.all);
      await result.catch(() => undefined);
    });
  }, patience);
  try {
    return await result;
  } finally {
    clearTimeout(timer);
    listener.dispose();
    source.dispose();
  }
}
