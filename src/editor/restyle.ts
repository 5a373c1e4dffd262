import vscode = require('vscode');
import { inTextCitation, noteRuns, pandocCitation, sourcesOf } from '../domain/citation/cite';
import { runs, toText } from '../domain/citation/inline';
import { forms, styles, wishesIn, type Form, type Style } from '../domain/citation/options';
import type { Library } from '../domain/corpus/library';
import type { Draft } from '../domain/draft/draft';
import { planRestyle } from '../domain/restyle/restyle';
import { followRules } from '../domain/rules/follow';
import { commands } from './commands';
import { applied as isApplied, hindrance, workspaceEdit } from './draftEdit';
import type { Drafts } from './drafts';
import { confirmed } from './restylePreview';
import { reportSkipped } from './restyleReport';
import { pickOne, registerCommand, showInformation, showWarning } from './notify';
import { placesInBraces } from './ownStyle';
import { rulesOf } from './settings';
import { formName, styleName } from './styleNames';
import { withOr } from './lists';

/** What the command takes; without form and style it asks for them. */
interface RestyleArguments {
  readonly form?: unknown;
  readonly style?: unknown;
  /** Whether the changes are shown for confirmation first: when not said, only if something was asked. */
  readonly preview?: unknown;
}

/** Rewrites the citations of the draft last active, or of what is selected there, as one undo step. */
export function registerRestyle(library: Library, drafts: Drafts): vscode.Disposable {
  return registerCommand(commands.restyleDraft, async (given: RestyleArguments = {}) => {
    const target = drafts.lastTarget();
    if (!target) {
      void showInformation(vscode.l10n.t('No Markdown draft is open.'));
      return undefined;
    }
    const { document, version, selections } = target;
    const wanted = await choose(document, drafts.of(document), library, given);
    if (!wanted) return undefined;
    const why = await hindrance(document, version);
    if (why !== undefined) {
      void showWarning(vscode.l10n.t('{0} Nothing was rewritten.', why));
      return undefined;
    }
    const [selection] = selections;
    const draft = drafts.of(document);
    const { language, ...ruled } = rulesOf(document, draft);
    const wishes = wishesIn(ruled);
    const placeInBraces = await placesInBraces(document, draft);
    const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    const whole = selection === undefined || selection.isEmpty;
    const { edits: rewritten, skipped } = planRestyle(draft, library, {
      ...wanted, ...wishes, language, eol, placeInBraces,
      ...(whole ? {} : { range: { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) } }),
    });
    // A draft that names its form and style goes on naming those it has.
    const edits = [...(whole ? followRules(draft, wanted, eol) : []), ...rewritten];
    const preview = given.preview === undefined ? given.form === undefined || given.style === undefined : given.preview === true;
    const applied = edits.length === 0 || await (preview ? confirmed(document, edits) : isApplied(document, workspaceEdit(document, edits)));
    const force = async (): Promise<void> => {
      const { edits: more } = planRestyle(drafts.of(document), library, { ...wanted, ...wishes, language, eol, placeInBraces, oneWay: true });
      await isApplied(document, workspaceEdit(document, more));
    };
    if (edits.length === 0 && skipped.length === 0) {
      void showInformation(vscode.l10n.t('Every citation has this form and style already.'));
    }
    if (!applied && !preview) void showWarning(vscode.l10n.t('{0} Nothing was rewritten.', vscode.l10n.t('The draft cannot be edited.')));
    if (applied && skipped.length > 0) void reportSkipped(document, skipped, edits.length > 0, force);
    return { applied: applied && edits.length > 0, skipped };
  });
}

async function choose(document: vscode.TextDocument, draft: Draft, library: Library, given: RestyleArguments): Promise<{ form: Form; style: Style } | undefined> {
  const now = rulesOf(document, draft);
  const { language } = now;
  const wishes = wishesIn(now);
  // A finding the draft cites, as far as it cites any.
  const id = draft.citations().find(({ ids }) => ids.length > 0)?.ids[0] ?? library.findings[0]?.id ?? '';
  const example = (how: { readonly form: Form; readonly style: Style }): string => toText(how.form === 'inText'
    ? inTextCitation(library, sourcesOf(library, [id]), how.style, language, wishes)
    : how.form === 'footnote' ? noteRuns(library, [id], { ...wishes, style: how.style, language }) : runs(pandocCitation(sourcesOf(library, [id]), language)));
  const form = given.form === undefined
    ? await pick(forms, formName, each => example({ form: each, style: now.style }), now.form, vscode.l10n.t('Rewrite the citations in this form'))
    : known(forms, given.form, vscode.l10n.t('“{0}” is not a citation form: use footnote, pandoc or inText.', String(given.form)));
  if (form === undefined) return undefined;
  if (form === 'pandoc' && given.style === undefined) return { form, style: now.style };
  const style = given.style === undefined
    ? await pick(styles, styleName, each => example({ form: form === 'pandoc' ? 'footnote' : form, style: each }), now.style, vscode.l10n.t('Rewrite the citations in this style'))
    : known(styles, given.style, vscode.l10n.t('“{0}” is not a citation style: use {1}.', String(given.style), withOr(styles)));
  return style === undefined ? undefined : { form, style };
}

function known<T extends string>(choices: readonly T[], value: unknown, refusal: string): T {
  const found = choices.find(choice => choice === value);
  if (found === undefined) throw new Error(refusal);
  return found;
}

async function pick<T extends string>(choices: readonly T[], name: (choice: T) => string, example: (choice: T) => string, now: T, title: string): Promise<T | undefined> {
  const items = choices.map(choice => ({
    choice, label: name(choice), detail: example(choice), ...(choice === now ? { description: vscode.l10n.t('current') } : {}),
  }));
  return (await pickOne(items, title))?.choice;
}
