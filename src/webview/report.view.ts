/** The report's page: draws what the extension tells, and says what is clicked. It knows no rule and makes no words. */
import { actions, announce, become, element, pageView } from './dom';
import { connect } from './host';
import { sign } from './icons';
import { PagePlace } from './place';
import type { FromReport, ReportState, ShownReport, ShownRow, ToReport } from './reportMessages';
import { draftPart } from './reportProblems';
import { heldIn } from './reportWalk';
import { picturePart, walked } from './reportPicture';

const view = pageView();
let report: ShownReport | undefined;
/** The finding whose particulars are open, and the cell that the tabulator key comes to. */
let chosen: string | undefined;
let current: string | undefined;
/** Whether the page was brought to where it was before. */
let placed = false;

const host = connect<ToReport, FromReport, ReportState>(message => {
  switch (message.kind) {
    case 'report':
      ({ report } = message);
      host.keep({ report: report.kept });
      draw();
      break;
    case 'say':
      announce(message.words);
  }
});

const pagePlace = new PagePlace({
  anchors: () => [],
  nameOf: () => undefined,
  keep: scrolled => host.keep({ scrolled }),
});

function draw(): void {
  if (!report) return;
  const { title, figures, status, tools, draft, rows, picture } = report;
  const wanted = element(
    'main',
    { id: 'view' },
    element(
      'header',
      { 'data-key': 'header' },
      element('h1', { 'data-key': 'title' }, title),
      status &&
        element(
          'div',
          { class: 'status', role: 'status', 'data-key': 'status' },
          sign('information'),
          ' ',
          status.words,
          ' ',
          status.action &&
            element('button', { 'data-key': 'action', 'data-action': status.action.does }, status.action.name),
        ),
      ...figures.map((each, at) => element('p', { 'data-key': `figure ${at}` }, each)),
      tools.length > 0
        ? element(
            'div',
            { class: 'fixes', 'data-key': 'tools' },
            tools.map(({ does, name }) => element('button', { 'data-key': does, 'data-action': does }, name)),
          )
        : undefined,
    ),
    draft && draftPart(draft, 'h2'),
    rows &&
      element(
        'section',
        { 'data-key': 'rows', 'aria-labelledby': 'rows' },
        element('h2', { id: 'rows' }, rows.title),
        rows.list.map(row => rowPart(row, rows.loading)),
        rows.more === undefined
          ? undefined
          : element(
              'button',
              { class: 'more', 'data-key': 'more', 'data-action': 'more', 'data-draft': 0, 'data-what': 'rows' },
              rows.more,
            ),
      ),
    picture && picturePart(picture, chosen, current),
  );
  const held = heldIn(view);
  become(view, wanted);
  held?.follow();
  if (!placed) {
    placed = true;
    pagePlace.restore(host.kept().scrolled);
  }
}

function rowPart({ at, name, figures, grade, told }: ShownRow, loading: string): HTMLElement {
  return element(
    'details',
    { class: 'row', 'data-key': `row ${at}`, 'data-row': at, open: at === 0 },
    element(
      'summary',
      { 'data-key': 'summary' },
      sign(grade ?? 'good'),
      ' ',
      element('strong', {}, name),
      ' ',
      element('span', { class: 'quiet' }, figures),
    ),
    element(
      'div',
      { class: 'told', 'data-key': 'told' },
      told ? draftPart(told, 'h3') : element('p', { 'data-key': 'loading', class: 'quiet' }, loading),
    ),
  );
}

/** A number that an element carries. */
const numberOf = ({ dataset }: HTMLElement, name: string): number => Number(dataset[name] ?? 0);
const of = ({ dataset }: HTMLElement): { readonly draft: number; readonly key: string } => ({
  draft: Number(dataset['draft'] ?? 0),
  key: dataset['of'] ?? '',
});

/** Opens or closes the particulars of a finding; closed by the keyboard, its cell has the focus again. */
function choose(id: string | undefined): void {
  const before = chosen;
  chosen = id === before ? undefined : id;
  current = id ?? before;
  draw();
  if (chosen === undefined && before !== undefined) cellOf(before)?.focus();
}

const cellOf = (id: string): HTMLElement | undefined =>
  [...view.querySelectorAll<HTMLElement>('.cell')].find(cell => cell.dataset['id'] === id);

actions(view, {
  // Words that are being selected lead nowhere.
  go: clicked => {
    if (getSelection()?.type !== 'Range' || clicked.tagName === 'BUTTON') host.say({ kind: 'go', ...of(clicked) });
  },
  fix: clicked =>
    host.say({ kind: 'fix', ...of(clicked), fix: numberOf(clicked, 'fix'), name: clicked.dataset['name'] ?? '' }),
  open: clicked => host.say({ kind: 'finding', id: clicked.dataset['id'] ?? '', does: 'open' }),
  finding: clicked =>
    host.say({ kind: 'finding', id: clicked.dataset['id'] ?? '', does: (clicked.dataset['does'] ?? 'open') as 'open' }),
  place: clicked => host.say({ kind: 'place', draft: numberOf(clicked, 'draft'), at: numberOf(clicked, 'at') }),
  cell: clicked => choose(clicked.dataset['id']),
  close: () => choose(undefined),
  more: clicked =>
    host.say({
      kind: 'more',
      draft: numberOf(clicked, 'draft'),
      what: (clicked.dataset['what'] ?? 'items') as 'items',
    }),
  copy: () => host.say({ kind: 'copy' }),
  save: () => host.say({ kind: 'save' }),
  again: () => host.say({ kind: 'again' }),
  openDraft: () => host.say({ kind: 'openDraft' }),
});

view.addEventListener('keydown', event => {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return;
  const grid = target.closest('.grid');
  if (!grid || event.altKey) return;
  if (event.key === 'Escape' && chosen !== undefined) choose(undefined);
  else {
    const next = target.matches('.cell') ? walked(grid, target, event) : undefined;
    if (!next) return;
    for (const cell of grid.querySelectorAll<HTMLElement>('.cell[tabindex="0"]')) cell.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    current = next.dataset['id'];
  }
  event.preventDefault();
});

// A draft of the workspace is told when its part is opened.
view.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    const at = Number(target.dataset['row']);
    if (report?.rows?.list.some(row => row.at === at && !row.told)) host.say({ kind: 'row', draft: at });
  },
  true,
);
