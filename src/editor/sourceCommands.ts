// Commands in the source as a text document: open, cite, quote.
import vscode = require('vscode');
import type { Library } from '../domain/corpus/library';
import type { Kind } from '../domain/insert/trigger';
import { selectedIn, type Selected } from '../domain/reading/sourceBlocks';
import { commands } from './commands';
import type { Inserter } from './insert';
import { registerCommand, showInformation } from './notify';
import { corpusOf, openSourceText, sourceText } from './source';

/** The source as a text document for everyone, and, in the source itself, citing the passage under the cursor. */
export function registerSourceCommands(inserter: Inserter): vscode.Disposable {
  const { library } = inserter;
  const insertHere = (kind: Kind) => async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const chosen = editor === undefined ? [] : chosenIn(library, editor, kind);
    if (chosen.length > 0)
      await inserter.insertInLast({ ids: chosen.map(({ id }) => id), kind, words: chosen.map(({ words }) => words) });
    else void showInformation(vscode.l10n.t('Put the cursor in a paragraph of the source first.'));
  };
  return vscode.Disposable.from(
    registerCommand(commands.openSourceText, (args?: { id?: unknown }) =>
      openSourceText(library, String(args?.id ?? library.corpora[0]?.id)),
    ),
    registerCommand(commands.citePassageHere, insertHere('citation')),
    registerCommand(commands.quotePassageHere, insertHere('quotation')),
  );
}

/**
 * What is quoted of a source editor: words that are selected, as they are; where none are, what the cursors stand in.
 */
function selectedAt(library: Library, { document, selections }: vscode.TextEditor): Selected[] {
  const corpus = library.corpus(corpusOf(library, document.uri) ?? '');
  if (!corpus) return [];
  const source = sourceText(corpus.id);
  return selections.flatMap(selection =>
    selection.isEmpty
      ? idsAt(library, { document, selections: [selection] }).map((id): Selected => ({ id }))
      : selectedIn(corpus, source, {
          start: document.offsetAt(selection.start),
          end: document.offsetAt(selection.end),
        }),
  );
}

/**
 * What the cursors of a source editor stand in. Words selected inside one sentence mean that
 * sentence; everything else means the whole findings and paragraphs touched.
 */
function idsAt(
  library: Library,
  { document, selections }: Pick<vscode.TextEditor, 'document' | 'selections'>,
): string[] {
  const corpusId = corpusOf(library, document.uri);
  const corpus = corpusId === undefined ? undefined : library.corpus(corpusId);
  if (!corpus) return [];
  const entries = [...corpus.findings, ...corpus.passages];
  return [
    ...new Set(
      selections.flatMap(selection => {
        const start = document.offsetAt(selection.start);
        const end = document.offsetAt(selection.end);
        const touched = entries.filter(entry => entry.start <= end && start <= entry.end);
        const [only] = touched;
        const sentence =
          touched.length === 1 && start < end
            ? only?.sentences.find(each => each.start <= start && end <= each.end)
            : undefined;
        return sentence ? [sentence.id] : touched.map(entry => entry.id);
      }),
    ),
  ];
}

function chosenIn(library: Library, editor: vscode.TextEditor, kind: Kind): readonly Selected[] {
  return kind === 'quotation' ? selectedAt(library, editor) : idsAt(library, editor).map(id => ({ id }));
}
