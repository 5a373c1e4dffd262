// From citations to the source: definitions, links, highlights.
import vscode = require('vscode');
import type { Library } from '../../domain/corpus/library';
import { citedEntries } from '../../domain/draft/mentions';
import type { Citation } from '../../domain/draft/draft';
import { commands } from '../commands';
import { followed } from '../draftModel';
import type { Drafts } from '../drafts';
import { rangeIn } from '../ranges';
import type { Clicks } from './clicks';
import { citationAt, citationAtCursor, labelSpan, sourcePlaces } from './located';

/**
 * From a citation to the passage in the source, and nowhere else: of several targets VS Code shows the one in the same
 * document first, which would be the note. A click with Ctrl has no answer but the link's: the definition would open
 * over the draft.
 */
export class CitationDefinition implements vscode.DefinitionProvider {
  constructor(
    private readonly library: Library,
    private readonly drafts: Drafts,
    private readonly clicks: Clicks,
  ) {}

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.LocationLink[] | undefined> {
    const citation = citationAtCursor(this.drafts.of(document), document, position);
    if (!citation) return undefined;
    // The words of a note are read, not followed: its label is what leads to the source.
    const { start, end } = labelSpan(citation);
    const offset = document.offsetAt(position);
    if (offset < start || end < offset) return undefined;
    const originSelectionRange = rangeIn(document, { start, end });
    const links = sourcePlaces(this.library, citation).map(({ uri, range, whole }): vscode.LocationLink => ({
      originSelectionRange,
      targetUri: uri,
      targetRange: whole,
      targetSelectionRange: range,
    }));
    return links.length === 0 || (await this.clicks.asked()) ? undefined : links;
  }
}

/** From a footnote's mark to the note. */
export class NoteDeclaration implements vscode.DeclarationProvider {
  constructor(private readonly drafts: Drafts) {}

  provideDeclaration(document: vscode.TextDocument, position: vscode.Position): vscode.LocationLink[] | undefined {
    const draft = this.drafts.of(document);
    const citation = citationAtCursor(draft, document, position);
    if (citation?.form !== 'footnote') return undefined;
    const note = draft.footnoteDefinitions.find(({ label }) => label === citation.label);
    return (
      note && [
        {
          originSelectionRange: rangeIn(document, citation),
          targetUri: document.uri,
          targetRange: rangeIn(document, note),
          targetSelectionRange: rangeIn(document, { start: note.start, end: note.start + note.label.length + 3 }),
        },
      ]
    );
  }
}

/** A citation as a link to the first passage it cites; of a note its label. */
export class CitationLinks implements vscode.DocumentLinkProvider {
  readonly #targets = new Map<string, vscode.Uri | undefined>();

  constructor(
    private readonly library: Library,
    private readonly drafts: Drafts,
  ) {}

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    const draft = this.drafts.of(document);
    return followed()
      .referencesOf(draft)
      .flatMap(citation => {
        const target = this.#target(citation);
        if (!target) return [];
        const link = new vscode.DocumentLink(rangeIn(document, labelSpan(citation)), target);
        link.tooltip = vscode.l10n.t('Open in the Source');
        return [link];
      });
  }

  /** Opens the first passage cited, to be read beside the draft; made once for each. */
  #target(citation: Citation): vscode.Uri | undefined {
    const [id] = citation.ids;
    if (id === undefined || this.#targets.has(id)) return id === undefined ? undefined : this.#targets.get(id);
    const query = JSON.stringify([id]);
    const target =
      this.library.resolve(id) && vscode.Uri.from({ scheme: 'command', path: commands.followCitation, query });
    this.#targets.set(id, target);
    return target;
  }
}

/**
 * The other citations of what the citation under the cursor cites; definitions as what is written, markers as what is
 * read.
 */
export class CitationHighlights implements vscode.DocumentHighlightProvider {
  constructor(
    private readonly library: Library,
    private readonly drafts: Drafts,
  ) {}

  provideDocumentHighlights(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.DocumentHighlight[] | undefined {
    const draft = this.drafts.of(document);
    const citation = citationAtCursor(draft, document, position);
    if (!citation) return undefined;
    const ids = new Set(citedEntries(citation, this.library));
    if (ids.size === 0) return undefined;
    return followed()
      .referencesOf(draft)
      .filter(other => citedEntries(other, this.library).some(id => ids.has(id)))
      .map(
        other =>
          new vscode.DocumentHighlight(
            rangeIn(document, labelSpan(other)),
            other.form === 'footnoteDefinition'
              ? vscode.DocumentHighlightKind.Write
              : vscode.DocumentHighlightKind.Read,
          ),
      );
  }
}

/** The citation a request for references starts from in a draft. */
export function citedAt(
  library: Library,
  drafts: Drafts,
  document: vscode.TextDocument,
  position: vscode.Position,
): readonly string[] {
  const citation =
    citationAt(drafts.of(document), document, position) ?? citationAtCursor(drafts.of(document), document, position);
  return citation ? citedEntries(citation, library) : [];
}
