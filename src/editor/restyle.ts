// The command that rewrites a draft's citations.
import vscode = require('vscode');
import { inTextCitation, noteRuns, pandocCitation, sourcesOf } from '../domain/citation/cite';
import { runs, toText } from '../domain/citation/inline';
import { forms, styles, wishesIn, type Form, type Style } from '../domain/citation/options';
import type { Library } from '../domain/corpus/library';
import type { Draft } from '../domain/draft/draft';
import type { Range } from '../domain/text/ranges';
import { countHeld } from '../domain/restyle/held';
import type { Skipped } from '../domain/restyle/unit';
import { planDraftRestyle, type DraftRestylePlan } from '../domain/restyle/wholeDraft';
import { commands } from './commands';
import { applied as isApplied, eolOf, hindrance, workspaceEdit } from './draftEdit';
import type { Drafts } from './drafts';
import { confirmed } from './restylePreview';
import { listLeft, tellHeld, tellLeft } from './restyleReport';
import { pickOne, registerCommand, showInformation, showWarning } from './notify';
import { placesInBraces } from './ownStyle';
import { offersMarkdown } from './plainText';
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
  const restyler = new Restyler(library, drafts);
  return vscode.Disposable.from(
    registerCommand(commands.restyleDraft, (given: RestyleArguments = {}) => restyler.restyle(given)),
    registerCommand(commands.showNotRestyled, () => restyler.showLeft()),
  );
}

/** How a draft is restyled, or was last. */
interface Way extends Wanted {
  /** Whether the changes are shown for confirmation first. */
  readonly preview: boolean;
}

/** What a restyling came to. */
interface Restyled {
  readonly applied: boolean;
  readonly skipped: readonly Skipped[];
}

class Restyler {
  /** How each draft was restyled last, for what that left. */
  readonly #last = new WeakMap<vscode.TextDocument, Way>();
  /** What was written into the front matter of each draft, to be taken out again when it is not needed. */
  readonly #written = new WeakMap<vscode.TextDocument, Set<string>>();

  constructor(
    readonly library: Library,
    readonly drafts: Drafts,
  ) {}

  #target(): ReturnType<Drafts['lastTarget']> {
    const target = this.drafts.lastTarget();
    if (!target) void showInformation(vscode.l10n.t('No Markdown draft is open.'));
    return target;
  }

  async restyle(given: RestyleArguments): Promise<Restyled | undefined> {
    if (offersMarkdown(this.drafts, () => this.restyle(given))) return undefined;
    const target = this.#target();
    if (!target) return undefined;
    const { document, version, selections } = target;
    const wanted = await choose(document, this.drafts.of(document), this.library, given);
    if (!wanted || !(await isEditable(document, version))) return undefined;
    const [selection] = selections;
    const range = selection && selectedIn(document, selection);
    const way = { ...wanted, preview: isPreviewed(given) };
    this.#last.set(document, way);
    const { plan, ways } = await this.#planned(document, way, range ? { range } : {});
    const { edits, skipped } = plan;
    const applied = edits.length === 0 || (await this.#apply(document, plan, way, ways));
    if (plan.style === 'refused' || (edits.length === 0 && skipped.length === 0))
      void showInformation(unchangedWords(plan, wanted, range === undefined));
    if (!applied) return { applied, skipped };
    if (skipped.length > 0) void this.#tellLeft(document, way, skipped, range === undefined);
    return { applied: edits.length > 0, skipped };
  }

  /** Lists what restyling the draft last active left, or would leave, as it is. */
  async showLeft(): Promise<void> {
    const target = this.#target();
    if (!target) return;
    const { document } = target;
    const { form, style } = rulesOf(document, this.drafts.of(document));
    await this.#listLeft(document, this.#last.get(document) ?? { form, style, preview: true });
  }

  async #tellLeft(document: vscode.TextDocument, way: Way, skipped: readonly Skipped[], whole: boolean): Promise<void> {
    const byHand = whole ? countByHand(skipped) : 0;
    const answer = await tellLeft(skipped.length, byHand);
    if (answer === 'restyle') await this.#restyleByHand(document, way);
    // After the rewriting the places have moved; the words are the same.
    const words = new Set(skipped.map(({ text }) => text));
    if (answer === 'show') await this.#listLeft(document, way, whole ? () => true : ({ text }) => words.has(text));
  }

  async #listLeft(
    document: vscode.TextDocument,
    way: Way,
    isMeant: (skipped: Skipped) => boolean = () => true,
  ): Promise<void> {
    const { plan } = await this.#planned(document, way, {});
    const answer = await listLeft(document, plan.skipped.filter(isMeant), countByHand(plan.skipped));
    if (answer === 'restyle') await this.#restyleByHand(document, way);
  }

  /** Restyles the citations and notes, too, that are worded by hand and say nothing besides what they cite. */
  async #restyleByHand(document: vscode.TextDocument, way: Way): Promise<void> {
    if (!(await isEditable(document, document.version))) return;
    const { plan, ways } = await this.#planned(document, way, { byHand: true });
    const from = vscode.l10n.t('Worded by hand');
    if (plan.edits.length > 0) await this.#apply(document, plan, way, { ...ways, from });
  }

  async #planned(
    document: vscode.TextDocument,
    wanted: Wanted,
    more: { readonly range?: Range; readonly byHand?: true },
  ): Promise<{ readonly plan: DraftRestylePlan; readonly ways: { readonly from: string; readonly way: string } }> {
    const draft = this.drafts.of(document);
    const { language, ...ruled } = rulesOf(document, draft);
    const placeInBraces = await placesInBraces(document, draft);
    const { form, style } = wanted;
    const plan = planDraftRestyle(draft, this.library, {
      form,
      style,
      ...wishesIn(ruled),
      language,
      eol: eolOf(document),
      placeInBraces,
      settings: ruleSettings(document),
      written: this.#writtenIn(document),
      ...more,
    });
    const styled = plan.style === 'recorded' || style !== ruled.style;
    return { plan, ways: { from: wayName(ruled, styled), way: wayName(wanted, styled) } };
  }

  #writtenIn(document: vscode.TextDocument): Set<string> {
    const written = this.#written.get(document) ?? new Set();
    this.#written.set(document, written);
    return written;
  }

  /** @returns whether the edits were made */
  async #apply(
    document: vscode.TextDocument,
    { edits, written }: DraftRestylePlan,
    { preview }: Way,
    ways: { readonly from: string; readonly way: string },
  ): Promise<boolean> {
    if (written !== undefined) this.#writtenIn(document).add(written);
    const applied = preview
      ? await confirmed(this.library, document, edits, ways)
      : await isApplied(document, workspaceEdit(document, edits));
    if (applied) tellHeld(countHeld(edits));
    else if (!preview)
      void showWarning(vscode.l10n.t('{0} Nothing was restyled.', vscode.l10n.t('The draft cannot be edited.')));
    return applied;
  }
}

/** Whether a draft takes edits; else it is said why not. */
async function isEditable(document: vscode.TextDocument, version: number): Promise<boolean> {
  const why = await hindrance(document, version);
  if (why !== undefined) void showWarning(vscode.l10n.t('{0} Nothing was restyled.', why));
  return why === undefined;
}

const countByHand = (skipped: readonly Skipped[]): number => skipped.filter(({ reason }) => reason === 'byHand').length;

/**
 * What is selected; undefined where nothing is, or all but blanks: whoever selects all means the draft, with its list of
 * sources.
 */
function selectedIn(document: vscode.TextDocument, { start, end, isEmpty }: vscode.Selection): Range | undefined {
  if (isEmpty) return undefined;
  const range = { start: document.offsetAt(start), end: document.offsetAt(end) };
  const text = document.getText();
  return `${text.slice(0, range.start)}${text.slice(range.end)}`.trim() === '' ? undefined : range;
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
