// The command that rewrites a draft's citations.
import vscode = require('vscode');
import { inTextCitation, noteRuns, pandocCitation, sourcesOf } from '../domain/citation/cite';
import { runs, toText } from '../domain/citation/inline';
import { forms, styles, wishesIn, type Form, type Style } from '../domain/citation/options';
import type { Library } from '../domain/corpus/library';
import type { Draft } from '../domain/draft/draft';
import type { Range } from '../domain/text/ranges';
import { planRestyle } from '../domain/restyle/restyle';
import { planDraftRestyle, type DraftRestylePlan } from '../domain/restyle/wholeDraft';
import { commands } from './commands';
import { applied as isApplied, eolOf, hindrance, workspaceEdit } from './draftEdit';
import type { Drafts } from './drafts';
import { confirmed } from './restylePreview';
import { reportSkipped } from './restyleReport';
import { pickOne, registerCommand, showInformation, showWarning } from './notify';
import { placesInBraces } from './ownStyle';
import { ruleSettings, rulesOf } from './settings';
import { formName, styleName, wayName } from './styleNames';
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
      void showWarning(vscode.l10n.t('{0} Nothing was restyled.', why));
      return undefined;
    }
    const [selection] = selections;
    const draft = drafts.of(document);
    const { language, ...ruled } = rulesOf(document, draft);
    const wishes = wishesIn(ruled);
    const placeInBraces = await placesInBraces(document, draft);
    const eol = eolOf(document);
    const range = selection && selectedIn(document, selection);
    const whole = range === undefined;
    const plan = planDraftRestyle(draft, library, {
      ...wanted,
      ...wishes,
      language,
      eol,
      placeInBraces,
      settings: ruleSettings(document),
      ...(whole ? {} : { range }),
    });
    const { edits, skipped } = plan;
    const preview = isPreviewed(given);
    const styled = plan.style === 'recorded' || wanted.style !== ruled.style;
    const ways = { from: wayName(ruled, styled), way: wayName(wanted, styled) };
    const apply = (): Promise<boolean> =>
      preview ? confirmed(library, document, edits, ways) : isApplied(document, workspaceEdit(document, edits));
    const applied = edits.length === 0 || (await apply());
    const force = async (): Promise<void> => {
      const { edits: more } = planRestyle(drafts.of(document), library, {
        ...wanted,
        ...wishes,
        language,
        eol,
        placeInBraces,
        oneWay: true,
      });
      await isApplied(document, workspaceEdit(document, more));
    };
    if (plan.style === 'refused' || (edits.length === 0 && skipped.length === 0))
      void showInformation(unchangedWords(plan, wanted, whole));
    if (!applied) {
      if (!preview)
        void showWarning(vscode.l10n.t('{0} Nothing was restyled.', vscode.l10n.t('The draft cannot be edited.')));
      return { applied, skipped };
    }
    if (skipped.length > 0) void reportSkipped(document, skipped, edits.length > 0, force);
    return { applied: edits.length > 0, skipped };
  });
}

/** What is selected; undefined where nothing is. */
function selectedIn(document: vscode.TextDocument, { start, end, isEmpty }: vscode.Selection): Range | undefined {
  return isEmpty ? undefined : { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** Whether the changes are shown for confirmation first. */
function isPreviewed({ form, style, preview }: RestyleArguments): boolean {
  return preview === undefined ? form === undefined || style === undefined : preview === true;
}

/** Why nothing was restyled, or the style was not. */
function unchangedWords({ style }: DraftRestylePlan, wanted: Wanted, whole: boolean): string {
  const name = styleName(wanted.style);
  if (style === 'refused')
    return vscode.l10n.t(
      'Pandoc citations do not show a style, and the front matter of this draft cannot be changed to say “{0}”.',
      name,
    );
  return wanted.form === 'pandoc' && !whole
    ? vscode.l10n.t(
        'Pandoc citations do not show a style. To give this draft the style “{0}”, select nothing and restyle all of it.',
        name,
      )
    : vscode.l10n.t('Every citation has this form and style already.');
}

interface Wanted {
  readonly form: Form;
  readonly style: Style;
}

/**
 * Asks for what is not given. With nothing given the first list has the forms and the styles, so that either is found
 * by its name.
 */
async function choose(
  document: vscode.TextDocument,
  draft: Draft,
  library: Library,
  given: RestyleArguments,
): Promise<Wanted | undefined> {
  const form =
    given.form === undefined
      ? undefined
      : known(
          forms,
          given.form,
          vscode.l10n.t('“{0}” is not a citation form: use footnote, pandoc or inText.', String(given.form)),
        );
  const style =
    given.style === undefined
      ? undefined
      : known(
          styles,
          given.style,
          vscode.l10n.t('“{0}” is not a citation style: use {1}.', String(given.style), withOr(styles)),
        );
  const now = rulesOf(document, draft);
  const example = exampleOf(draft, library, now);
  if (form !== undefined && style !== undefined) return { form, style };
  if (form !== undefined) return withStyle(form, now, example);
  if (style !== undefined) return withForm(style, now, example);
  const current = now.form === 'pandoc' ? 'footnote' : now.form;
  const items: readonly (vscode.QuickPickItem & Partial<Wanted>)[] = [
    { label: vscode.l10n.t('Forms'), kind: vscode.QuickPickItemKind.Separator },
    ...forms.map(each => ({ ...formItem(each, now.form), detail: example({ form: each, style: now.style }) })),
    { label: vscode.l10n.t('Styles'), kind: vscode.QuickPickItemKind.Separator },
    ...styles.map(each => ({ ...styleItem(each, now.style), detail: example({ form: current, style: each }) })),
  ];
  const chosen = await pickOne(items, vscode.l10n.t('Restyle the citations: choose another form or style'));
  if (chosen?.style !== undefined) return withForm(chosen.style, now, example);
  return chosen?.form === undefined ? undefined : withStyle(chosen.form, now, example);
}

type Example = (how: Wanted) => string;

/** How a finding that the draft cites, as far as it cites any, would be cited. */
function exampleOf(draft: Draft, library: Library, rules: ReturnType<typeof rulesOf>): Example {
  const { language } = rules;
  const wishes = wishesIn(rules);
  const id = draft.citations().find(({ ids }) => ids.length > 0)?.ids[0] ?? library.findings[0]?.id ?? '';
  return ({ form, style }) => {
    if (form === 'footnote') return toText(noteRuns(library, [id], { ...wishes, style, language }));
    const sources = sourcesOf(library, [id]);
    if (form === 'inText') return toText(inTextCitation(library, sources, style, language, wishes));
    return toText(runs(pandocCitation(sources, language)));
  };
}

async function withForm(style: Style, now: Wanted, example: Example): Promise<Wanted | undefined> {
  const items = currentFirst(forms, now.form).map(form => ({
    ...formItem(form, now.form),
    detail: example({ form, style }),
  }));
  const chosen = await pickOne(items, vscode.l10n.t('{0}: choose the form', styleName(style)));
  return chosen && { form: chosen.form, style };
}

/** Pandoc citations do not show a style: the draft's stays. */
async function withStyle(form: Form, now: Wanted, example: Example): Promise<Wanted | undefined> {
  if (form === 'pandoc') return { form, style: now.style };
  const items = currentFirst(styles, now.style).map(style => ({
    ...styleItem(style, now.style),
    detail: example({ form, style }),
  }));
  const chosen = await pickOne(items, vscode.l10n.t('{0}: choose the style', formName(form)));
  return chosen && { form, style: chosen.style };
}

const styleItem = (style: Style, now: Style): vscode.QuickPickItem & Pick<Wanted, 'style'> => ({
  style,
  label: styleName(style),
  ...marked(style === now),
});
const formItem = (form: Form, now: Form): vscode.QuickPickItem & Pick<Wanted, 'form'> => ({
  form,
  label: formName(form),
  ...marked(form === now),
});
const marked = (current: boolean): Pick<vscode.QuickPickItem, 'description'> =>
  current ? { description: vscode.l10n.t('current') } : {};

/** Enter keeps it. */
function currentFirst<T>(choices: readonly T[], current: T): readonly T[] {
  return [current, ...choices.filter(choice => choice !== current)];
}

function known<T extends string>(choices: readonly T[], value: unknown, refusal: string): T {
  const found = choices.find(choice => choice === value);
  if (found === undefined) throw new Error(refusal);
  return found;
}
