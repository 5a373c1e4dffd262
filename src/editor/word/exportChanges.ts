// "Export to Word with Changes Since…": the draft and an earlier version of it as one Word document with tracked
// changes.
import vscode = require('vscode');
import type { Library } from '../../domain/corpus/library';
import { Draft } from '../../domain/draft/draft';
import type { DraftChecks } from '../check/draftChecks';
import { commands } from '../commands';
import type { Drafts } from '../drafts';
import { chooseEarlierVersion } from '../earlierVersion';
import { gitUserName } from '../git';
import { registerCommand, showInformation, showProgress } from '../notify';
import { pandocPath, wordAuthor } from '../settings';
import {
  allowed,
  askOutside,
  askWhere,
  draftForWord,
  sayExported,
  readyToExport,
  refusalWords,
  refuse,
  sayHowToGet,
  sayWhatIsLeft,
  type ExportArguments,
} from './exportWord';
import { lookOf } from './look';
import { mayGoOn } from './lookFirst';
import { finish, save, type DraftMadeWord, type Finished, type Missed, type Refusal, type Tools } from './pandoc';
import { NotFoundError } from './processes';

interface ChangesArguments extends ExportArguments {
  /** `commit`, `saved`, or the address of a file. Asked for when not said. */
  readonly since?: unknown;
}

/**
 * Offered where the export to Word is (exportWord.ts). Nothing is written where nothing differs, nor before all is
 * done.
 */
export function registerExportChanges(library: Library, drafts: Drafts, checks: DraftChecks): vscode.Disposable {
  return registerCommand(commands.exportWordChanges, async (given: ChangesArguments = {}) => {
    const ready = await readyToExport(drafts);
    if (typeof ready === 'string') return refuse(ready);
    const { processes, files, document } = ready;
    const earlier = await chooseEarlierVersion(document, vscode.l10n.t('Show in Word what changed since'), given.since);
    if (!earlier || (given.output === undefined && !(await mayGoOn(checks, document)))) return false;
    // As it is now: who types on while it is exported has a document of the draft as it was.
    const draft = drafts.of(document);
    const look = await lookOf(files, document, draft);
    if (typeof look === 'string') return refuse(look);
    const made = await draftForWord(document, draft, library);
    if (typeof made === 'string') return refuse(made);
    sayWhatIsLeft(document, made);
    const old = await draftForWord(document, Draft.of(earlier.text, library), library);
    if (typeof old === 'string') return refuse(old);
    const by = { author: await authorOf(document), date: new Date().toISOString().replace(/\.\d+(?=Z)/u, '') };

    const pandoc = pandocPath();
    const askOnce = askingOnce();
    let both: Finished | Refusal | undefined;
    try {
      both = await showProgress(vscode.l10n.t('Exporting to Word…'), (_tell, token) =>
        withChanges(
          { processes, files, pandoc, token },
          { ...old, ...look, askOutside: askOnce },
          { ...made, ...look, askOutside: askOnce },
          by,
        ),
      );
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      void sayHowToGet(pandoc);
      return false;
    }
    if (!both) {
      void showInformation(
        vscode.l10n.t('Nothing was written: there is no change to show since the earlier version ({0}).', earlier.name),
      );
      return false;
    }
    if ('why' in both) return refuse(refusalWords(both));
    const output = await whereTo(document, given);
    if (!output) return false;
    let missed: Missed | undefined;
    const refusal = await save(files, output.fsPath, both, what => {
      missed = what;
    });
    if (refusal) return refuse(refusalWords(refusal));
    void sayExported(output, missed);
    return true;
  });
}

/** The file that is written: as it is given, if it may be, else as the drafter says. */
async function whereTo(document: vscode.TextDocument, given: ChangesArguments): Promise<vscode.Uri | undefined> {
  return given.output instanceof vscode.Uri
    ? allowed(given.output, given.overwrite)
    : askWhere(document, name => vscode.l10n.t('{0} with changes', name));
}

/** Both versions as one document; undefined where they do not differ. What is missing in either is said. */
async function withChanges(
  tools: Tools,
  old: DraftMadeWord,
  made: DraftMadeWord,
  by: { readonly author: string; readonly date: string },
): Promise<Finished | Refusal | undefined> {
  // The present version first: what it takes in from elsewhere is asked first.
  const after = await finish(tools, made);
  if ('why' in after) return after;
  const before = await finish(tools, old);
  if ('why' in before) return before;
  const { redline } = require('../../domain/redline/redline');
  let parts: ReturnType<typeof redline>;
  try {
    parts = redline(before.parts, after.parts, by);
  } catch (error) {
    throw new Error(
      vscode.l10n.t(
        'The two versions could not be compared: {0}',
        error instanceof Error ? error.message : String(error),
      ),
      { cause: error },
    );
  }
  return parts && { parts, missed: together(before.missed, after.missed) };
}

function together(before: Missed, after: Missed): Missed {
  return {
    warnings: [...new Set([...after.warnings, ...before.warnings])],
    leftOut: [...new Map([...after.leftOut, ...before.leftOut].map(each => [each.name, each])).values()],
    raw: Math.max(after.raw, before.raw),
  };
}

/** Asks about files from elsewhere, and not again about the same ones for the other version. */
function askingOnce(): (paths: readonly string[]) => Promise<boolean | undefined> {
  let asked: { readonly paths: readonly string[]; readonly answer: boolean | undefined } | undefined;
  return async paths => {
    if (!asked || !paths.every(path => asked?.paths.includes(path))) asked = { paths, answer: await askOutside(paths) };
    return asked.answer;
  };
}

/** Who is said to have made the changes: as the setting says, else git, else nobody by name. */
async function authorOf(document: vscode.TextDocument): Promise<string> {
  // XML has no control characters.
  return (
    (wordAuthor(document) ?? (await gitUserName(document.uri)) ?? '').replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim() ||
    'Author'
  );
}
