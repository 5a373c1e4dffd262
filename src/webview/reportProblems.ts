/** The problems, and the citations and quotations with their verdicts, as elements of the page. */
import { element } from './dom';
import { sign } from './icons';
import type { ShownDraft, ShownItem, ShownProblem, ShownText, Stretch } from './reportMessages';

/** A stretch that differs is marked by more than colour. */
const words = (text: readonly Stretch[]): (string | Node)[] =>
  text.map(each => (typeof each === 'string' ? each : element('mark', {}, each.mark)));

/** What is told of one draft. @param level of its headings */
export function draftPart(draft: ShownDraft, level: 'h2' | 'h3'): HTMLElement[] {
  const { at } = draft;
  const more = (what: string, name: string | undefined): HTMLElement[] =>
    name === undefined
      ? []
      : [
          element(
            'button',
            { class: 'more', 'data-key': `more ${what}`, 'data-action': 'more', 'data-draft': at, 'data-what': what },
            name,
          ),
        ];
  return [
    ...draft.notes.map((note, index) =>
      element('p', { class: 'note', 'data-key': `note ${index}` }, sign('information'), ' ', note),
    ),
    element(
      'section',
      { 'data-key': 'problems', 'aria-labelledby': `problems-${at}` },
      element(level, { id: `problems-${at}` }, draft.problemsTitle),
      draft.problems.length === 0
        ? element('p', { 'data-key': 'none', class: 'quiet', tabindex: -1 }, draft.none.problems)
        : element(
            'ul',
            { 'data-key': 'list', class: 'problems', role: 'list' },
            draft.problems.map(each => problemPart(at, each)),
          ),
      more('problems', draft.moreProblems),
    ),
    element(
      'section',
      { 'data-key': 'items', 'aria-labelledby': `items-${at}` },
      element(level, { id: `items-${at}` }, draft.itemsTitle),
      draft.items.length === 0
        ? element('p', { 'data-key': 'none', class: 'quiet' }, draft.none.items)
        : element(
            'ul',
            { 'data-key': 'list', class: 'items', role: 'list' },
            draft.items.map(each => itemPart(at, each)),
          ),
      more('items', draft.moreItems),
    ),
  ];
}

function problemPart(
  draft: number,
  { key, grade, gradeName, code, rule, place, message, texts, fixes, proposes, shows }: ShownProblem,
): HTMLElement {
  return element(
    'li',
    { class: `problem ${grade}`, 'data-key': key },
    element(
      'div',
      { 'data-key': 'head', class: 'head' },
      element('span', { class: 'grade' }, sign(grade), ' ', gradeName),
      element(
        'button',
        { class: 'plain', 'data-key': 'go', 'data-action': 'go', 'data-draft': draft, 'data-of': key },
        place,
      ),
      element('span', { class: 'rule quiet', title: code }, rule),
    ),
    element('p', { 'data-key': 'message', class: 'message' }, message),
    element(
      'div',
      { 'data-key': 'texts', class: `texts of-${texts.length}` },
      texts.map((text, at) => textPart(draft, key, text, at)),
    ),
    element('div', { 'data-key': 'fixes', class: 'fixes' }, fixButtons(draft, key, fixes, proposes, shows)),
  );
}

/** What can be done about a problem; what shows the source stands before what ignores the problem. */
function fixButtons(
  draft: number,
  key: string,
  fixes: readonly string[],
  proposes: boolean,
  shows: ShownProblem['shows'],
): readonly HTMLElement[] {
  const buttons = fixes.map((name, at) =>
    element(
      'button',
      {
        'data-key': `${at}`,
        class: at === 0 && proposes ? 'first' : undefined,
        'data-action': 'fix',
        'data-draft': draft,
        'data-of': key,
        'data-fix': at,
        'data-name': name,
      },
      name,
    ),
  );
  if (!shows) return buttons;
  const open = element(
    'button',
    { 'data-key': 'shows', 'data-action': 'open', 'data-id': shows.id, class: proposes ? undefined : 'first' },
    shows.name,
  );
  return buttons.toSpliced(Math.max(0, buttons.length - 1), 0, open);
}

/** The drafter's sentence leads to its place, and the source's into the source. */
function textPart(draft: number, key: string, { kind, label, lang, text, opens }: ShownText, at: number): HTMLElement {
  const toSource = kind === 'source' && opens !== undefined ? { 'data-action': 'open', 'data-id': opens } : undefined;
  const leads = kind === 'draft' ? { 'data-action': 'go', 'data-draft': draft, 'data-of': key } : toSource;
  return element(
    'div',
    { class: `text ${kind}`, 'data-key': `${kind} ${at}` },
    element(
      'div',
      { class: 'label', 'data-key': 'label' },
      leads && kind === 'source' ? element('button', { class: 'plain', 'data-key': 'open', ...leads }, label) : label,
    ),
    element('blockquote', { 'data-key': 'words', lang, ...(kind === 'draft' ? leads : {}) }, words(text)),
  );
}

function itemPart(
  draft: number,
  { key, what, place, text, lang, state, verdict, problems, unjudged }: ShownItem,
): HTMLElement {
  return element(
    'li',
    { class: `item ${state}`, 'data-key': key },
    element(
      'div',
      { 'data-key': 'head', class: 'head' },
      element(
        'button',
        { class: 'plain', 'data-key': 'go', 'data-action': 'go', 'data-draft': draft, 'data-of': key },
        place,
      ),
      element('span', { class: 'quiet' }, what),
    ),
    element('q', { 'data-key': 'words', lang }, text),
    element(
      'div',
      { 'data-key': 'verdict', class: 'verdict' },
      problems.length === 0 ? [sign(state === 'good' ? 'good' : 'open'), ' '] : undefined,
      verdict,
    ),
    ...problems.map(each =>
      element(
        'div',
        { 'data-key': `problem ${each.key}`, class: 'verdict' },
        sign(each.grade),
        ' ',
        element('span', { class: 'grade' }, each.gradeName),
        ': ',
        each.rule,
      ),
    ),
    ...unjudged.map((why, at) => element('div', { 'data-key': `unjudged ${at}`, class: 'verdict quiet' }, why)),
  );
}
