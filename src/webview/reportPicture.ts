/** The picture of the dialogue: a grid of days and themes, each finding a cell, walked by the arrow keys. */
import { element } from './dom';
import { useSign } from './icons';
import type { ShownCell, ShownPicture } from './reportMessages';

/** @param chosen the finding whose particulars are shown; `current` the cell that the tabulator key comes to */
export function picturePart(
  picture: ShownPicture,
  chosen: string | undefined,
  current: string | undefined,
): HTMLElement {
  const { title, figures, note, legend, days } = picture;
  const all = days.flatMap(({ themes }) => themes.flatMap(({ cells }) => cells));
  const stop = all.some(({ id }) => id === current) ? current : all[0]?.id;
  return element(
    'section',
    { 'data-key': 'picture', 'aria-labelledby': 'picture' },
    element('h2', { id: 'picture' }, title),
    element('p', { 'data-key': 'figures' }, figures),
    note === '' ? undefined : element('p', { 'data-key': 'note', class: 'quiet' }, note),
    element(
      'ul',
      { class: 'legend', role: 'list', 'data-key': 'legend' },
      legend.map(({ use, name }) =>
        element('li', { 'data-key': use }, element('span', { class: `swatch ${use}` }, useSign(use)), ' ', name),
      ),
    ),
    element(
      'div',
      { role: 'grid', 'data-key': 'grid', class: 'grid', 'aria-labelledby': 'picture' },
      days.flatMap(day => [
        element(
          'div',
          { role: 'row', class: 'day', 'data-key': `day ${day.key}` },
          element(
            'div',
            { role: 'rowheader' },
            element('strong', {}, day.name),
            ' ',
            element('span', { class: 'quiet' }, day.used),
          ),
        ),
        ...day.themes.flatMap(({ heading, used, cells }, at) => {
          const key = `${day.key} ${at}`;
          const shown = cells.find(({ id }) => id === chosen);
          return [
            element(
              'div',
              { role: 'row', class: 'theme', 'data-key': `theme ${key}` },
              element(
                'div',
                { role: 'rowheader', class: 'heading', 'data-key': 'heading' },
                element('span', { lang: 'en' }, heading),
                used === '' ? undefined : [' ', element('span', { class: 'quiet' }, used)],
              ),
              element(
                'div',
                { class: 'cells', role: 'presentation', 'data-key': 'cells' },
                cells.map(cell => cellPart(cell, cell.id === stop, cell.id === chosen)),
              ),
            ),
            ...(shown ? [particulars(shown, picture, key)] : []),
          ];
        }),
      ]),
    ),
  );
}

function cellPart(
  { id, number, label, name, use, count, who }: ShownCell,
  stop: boolean,
  chosen: boolean,
): HTMLElement {
  return element(
    'div',
    { role: 'gridcell', class: 'place', 'data-key': id },
    element(
      'button',
      {
        class: `cell ${use}`,
        'data-key': 'cell',
        'data-action': 'cell',
        'data-id': id,
        tabindex: stop ? 0 : -1,
        'aria-label': name,
        'aria-expanded': chosen ? 'true' : 'false',
        title: name,
        'data-vscode-context': JSON.stringify({
          webviewSection: 'finding',
          id,
          ids: [id],
          preventDefaultContextMenuItems: true,
        }),
      },
      element('span', { class: 'number' }, number, ' ', useSign(use), count),
      element('span', { class: 'topic' }, label),
      element('span', { class: 'who' }, who),
    ),
  );
}

/** What is known of a finding and what can be done with it, below its theme. */
function particulars(
  { id, label, spoken, name, particulars: about, places }: ShownCell,
  { ours, usedAt, actions, where }: ShownPicture,
  key: string,
): HTMLElement {
  return element(
    'div',
    { role: 'row', 'data-key': `shown ${key}`, class: 'shown' },
    element(
      'div',
      { role: 'gridcell', class: 'particulars', id: 'particulars', 'data-key': id, 'aria-label': name },
      element(
        'p',
        { 'data-key': 'label' },
        element('strong', {}, label),
        ' ',
        element('span', { class: 'quiet' }, `(${ours})`),
      ),
      element('p', { 'data-key': 'name', class: 'quiet' }, about),
      element(
        'blockquote',
        { 'data-key': 'words' },
        spoken.map(({ who, text }, at) =>
          element(
            'p',
            { 'data-key': `${at}` },
            who === '' ? undefined : element('em', {}, who, ' '),
            element('span', { lang: 'en' }, text),
          ),
        ),
      ),
      places.length === 0
        ? undefined
        : element(
            'p',
            { 'data-key': 'places', class: 'places' },
            element('span', { 'data-key': 'used', class: 'quiet' }, usedAt),
            places.map((place, at) =>
              element(
                'button',
                {
                  class: 'plain',
                  'data-key': `${at}`,
                  'data-action': 'place',
                  'data-draft': place.draft,
                  'data-at': place.at,
                  title: place.says,
                },
                place.worst && [useSign(place.worst), ' '],
                place.name,
                place.says && element('span', { class: 'unseen' }, `, ${place.says}`),
              ),
            ),
          ),
      element(
        'div',
        { 'data-key': 'fixes', class: 'fixes' },
        element(
          'button',
          {
            class: 'first',
            'data-key': 'cite',
            'data-action': 'finding',
            'data-id': id,
            'data-does': 'cite',
            title: where,
          },
          actions.cite,
        ),
        element(
          'button',
          { 'data-key': 'quote', 'data-action': 'finding', 'data-id': id, 'data-does': 'quote', title: where },
          actions.quote,
        ),
        element(
          'button',
          { 'data-key': 'open', 'data-action': 'finding', 'data-id': id, 'data-does': 'open' },
          actions.open,
        ),
        element('button', { 'data-key': 'close', 'data-action': 'close' }, actions.close),
      ),
    ),
  );
}

/**
 * Walks the grid: left and right through all findings, up and down by theme, to the beginning or the end of a theme,
 * and with the control key of all.
 * @returns the cell that gets the focus; undefined where the key is none of the grid's
 */
export function walked(
  grid: Element,
  from: Element,
  { key, ctrlKey, metaKey }: KeyboardEvent,
): HTMLElement | undefined {
  const rows = [...grid.querySelectorAll('.theme')].map(row => [...row.querySelectorAll<HTMLElement>('.cell')]);
  const all = rows.flat();
  const row = rows.findIndex(cells => cells.some(cell => cell === from));
  const column = rows[row]?.findIndex(cell => cell === from) ?? -1;
  if (row < 0) return undefined;
  const among = ctrlKey || metaKey ? all : rows[row];
  const near = (cells: readonly HTMLElement[] | undefined): HTMLElement | undefined =>
    cells?.[Math.min(column, cells.length - 1)];
  switch (key) {
    case 'ArrowRight':
      return all[Math.min(all.length - 1, all.findIndex(cell => cell === from) + 1)];
    case 'ArrowLeft':
      return all[Math.max(0, all.findIndex(cell => cell === from) - 1)];
    case 'ArrowDown':
      return near(rows[row + 1]);
    case 'ArrowUp':
      return near(rows[row - 1]);
    case 'Home':
      return among?.[0];
    case 'End':
      return among?.at(-1);
    default:
      return undefined;
  }
}
