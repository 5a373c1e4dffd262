/** The page of the source: draws the document, and says what is searched, chosen and clicked. It makes no words. */
import { actions, announce, become, element, pageView } from './dom';
import { connect } from './host';
import { chosenIn, selectByWord, selectPlaces, wordsOf } from './readingSelection';
import { PagePlace } from './place';
import { barOf, toldOfId } from './readingBar';
import { articleOf, citedOf, foundOf, headOf } from './readingParts';
import type {
  Chosen,
  FoundRow,
  FromReading,
  ReadingState,
  ShownCited,
  ShownReading,
  ToReading,
} from './readingMessages';

const view = pageView();
let shown: ShownReading | undefined;
let cited: ShownCited = { entries: [] };
let chosen: Chosen | undefined;
/** The sentence under the pointer. */
let pointed: string | undefined;
let rows: readonly FoundRow[] = [];
let summary = '';
/** The row of the list that Enter goes to. */
let active = 0;
/** Whether the page was brought to where it was before. */
let placed = false;

const host = connect<ToReading, FromReading, ReadingState>(message => {
  switch (message.kind) {
    case 'document':
      return draw(message.shown);
    case 'go':
      return go(message);
    case 'cited':
      ({ cited } = message);
      return drawCited();
    case 'found':
      // An answer that comes late must not open the list again.
      if (!asked || message.query !== queryBox()?.value.trim()) return;
      ({ rows, summary } = message);
      active = 0;
      host.keep({ listed: true });
      drawFound();
      return announce(summary);
    case 'say':
      return announce(message.words);
  }
});

const pagePlace = new PagePlace({
  anchors: () => view.querySelectorAll<HTMLElement>('.sentence'),
  nameOf: ({ dataset }) => dataset['id'],
  keep: scrolled => host.keep({ scrolled }),
});

const queryBox = (): HTMLInputElement | null => document.querySelector<HTMLInputElement>('#query');
const byId = (id: string): HTMLElement | undefined =>
  [...view.querySelectorAll<HTMLElement>('[data-id]')].find(
    each => each.dataset['id'] === id && each.matches('.sentence, .entry'),
  );
const sentences = (): HTMLElement[] => [...view.querySelectorAll<HTMLElement>('.sentence')];

function draw(next: ShownReading): void {
  const same = shown?.corpus === next.corpus;
  shown = next;
  document.title = next.title;
  const kept = host.kept();
  host.keep({ corpus: next.corpus });
  if (same && view.childElementCount > 0) return;
  view.replaceChildren(headOf(next), articleOf(next), element('footer', { class: 'bar' }));
  sentences()[0]?.setAttribute('tabindex', '0');
  drawBar();
  measured.disconnect();
  const head = view.querySelector('.head');
  if (head) measured.observe(head);
  if (!placed) {
    placed = true;
    if (kept.corpus === next.corpus) restore(kept);
  }
}

/** Selects and searches again what was selected and searched when the page was hidden, and goes where it was. */
function restore({ chosen: before, query = '', listed, scrolled }: Partial<ReadingState>): void {
  if (before && 'from' in before) selectPlaces(view, before.from, before.to);
  if (before) choose(before);
  const box = queryBox();
  if (box && query !== '') {
    box.value = query;
    if (listed) search(query);
  }
  pagePlace.restore(scrolled);
}

/** What is gone to must not stand behind the head, whose lines may wrap. */
const measured = new ResizeObserver(([head]) => {
  document.documentElement.style.setProperty('--head', `${Math.ceil(head?.borderBoxSize[0]?.blockSize ?? 0) + 12}px`);
});

function drawCited(): void {
  const place = view.querySelector('.cites');
  if (place) become(place, citedOf(cited));
  for (const badge of view.querySelectorAll<HTMLElement>('.entry .cited')) badge.hidden = true;
  for (const { id, sign, words } of cited.entries) {
    const badge = byId(id)?.querySelector<HTMLElement>('.cited');
    if (!badge) continue;
    badge.hidden = false;
    badge.textContent = sign;
    badge.title = words;
    badge.setAttribute('aria-label', words);
  }
  for (const entry of view.querySelectorAll<HTMLElement>('.entry')) {
    entry.classList.toggle(
      'is-cited',
      cited.entries.some(({ id }) => id === entry.dataset['id']),
    );
  }
}

function drawFound(): void {
  const place = view.querySelector('#found');
  const box = queryBox();
  if (!place || !shown || !box) return;
  const open = box.value.trim() !== '' && summary !== '';
  become(place, foundOf(shown, rows, summary, active, open));
  box.setAttribute('aria-expanded', String(open && rows.length > 0));
  if (open && rows.length > 0) box.setAttribute('aria-activedescendant', `row-${active}`);
  else box.removeAttribute('aria-activedescendant');
  place.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
}

function drawBar(): void {
  const place = view.querySelector('.bar');
  if (place && shown) become(place, barOf(shown, chosen, pointed));
}

/** Goes to a passage, and chooses it. */
function go({ turn, id, focus }: { readonly turn?: number; readonly id?: string; readonly focus: boolean }): void {
  const place = id === undefined ? undefined : byId(id);
  pagePlace.left();
  if (id !== undefined && place) {
    getSelection()?.removeAllRanges();
    choose({ id });
    place.scrollIntoView({ block: place.clientHeight > window.innerHeight / 2 ? 'start' : 'center' });
    const at = place.matches('.sentence') ? place : place.querySelector<HTMLElement>('.sentence');
    if (at) rove(at, focus);
  } else if (id === undefined) window.scrollTo(0, 0);
  if (turn !== undefined) host.say({ kind: 'there', turn });
}

/** The one sentence that the tabulator key comes to. */
function rove(to: HTMLElement, focus: boolean): void {
  for (const each of view.querySelectorAll('.sentence[tabindex="0"]')) each.setAttribute('tabindex', '-1');
  to.setAttribute('tabindex', '0');
  if (focus) to.focus({ preventScroll: true });
}

function choose(next: Chosen | undefined): void {
  chosen = next;
  host.keep({ chosen: next });
  for (const each of view.querySelectorAll('.chosen')) each.classList.remove('chosen');
  if (next && 'id' in next) byId(next.id)?.classList.add('chosen');
  drawBar();
}

function jump(row: FoundRow | undefined): void {
  if (!row) return;
  closeFound();
  go({ id: row.id, focus: true });
}

/** Whether what is searched is to be listed: not any more once the list was closed. */
let asked = false;
let asking: number | undefined;

function search(query: string): void {
  asked = true;
  host.say({ kind: 'search', query });
}

function closeFound(): void {
  clearTimeout(asking);
  asked = false;
  rows = [];
  summary = '';
  host.keep({ query: queryBox()?.value.trim() ?? '', listed: false });
  drawFound();
}

actions(view, {
  part: clicked => {
    const place = document.getElementById(`block-${clicked.dataset['at']}`);
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
  },
  whole: clicked => {
    getSelection()?.removeAllRanges();
    choose({ id: clicked.dataset['id'] ?? '' });
  },
  sentence: clicked => {
    // Words that are being selected choose themselves.
    if (getSelection()?.type === 'Range') return;
    rove(clicked, true);
    choose({ id: clicked.dataset['id'] ?? '' });
  },
  does: clicked => {
    if (chosen) host.say({ kind: 'does', what: clicked.dataset['what'] as 'cite', chosen });
  },
  next: clicked =>
    host.say({ kind: 'next', ...(clicked.dataset['id'] === undefined ? {} : { id: clicked.dataset['id'] }) }),
  row: clicked => jump(rows[Number(clicked.dataset['at'])]),
});

// A click on a button leaves selected words selected, and the focus where it is.
view.addEventListener('mousedown', event => {
  if (event.target instanceof Element && event.target.closest('.bar button, .cited')) event.preventDefault();
});

document.addEventListener('selectionchange', () => {
  const selection = getSelection();
  if (!selection || selection.type !== 'Range') {
    if (chosen && 'from' in chosen) choose(undefined);
    return;
  }
  const selected = chosenIn(view, selection.getRangeAt(0));
  if (selected) choose(selected);
});

view.addEventListener('pointerover', ({ target }) => {
  const over = target instanceof Element ? target.closest<HTMLElement>('.sentence')?.dataset['id'] : undefined;
  if (over === pointed) return;
  if (pointed !== undefined) byId(pointed)?.removeAttribute('title');
  pointed = over;
  tellPointed();
  drawBar();
});

/** While the bar speaks of what is selected, who spoke in another sentence stands where the mouse rests. */
function tellPointed(): void {
  const told = shown && chosen && toldOfId(shown, pointed);
  if (told) byId(told.id)?.setAttribute('title', `${told.who}\n${told.place}`);
}

// A click beside the sentences selects nothing.
view.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || !target.closest('article') || target.closest('[data-action]')) return;
  if (chosen && 'id' in chosen) choose(undefined);
});

// With the keyboard the sentence in focus is the one that is meant.
view.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLElement) || !target.matches('.sentence')) return;
  if (
    !(chosen && 'id' in chosen && target.closest('.entry')?.getAttribute('data-id') === chosen.id) &&
    getSelection()?.type !== 'Range'
  ) {
    choose({ id: target.dataset['id'] ?? '' });
  }
});

view.addEventListener('input', ({ target }) => {
  if (target !== queryBox()) return;
  clearTimeout(asking);
  asking = setTimeout(() => {
    const query = queryBox()?.value.trim() ?? '';
    host.keep({ query });
    if (query === '') closeFound();
    else search(query);
  }, 120);
});

/** The list that the search opened, while it is open. */
const openList = (): HTMLElement | null => document.querySelector<HTMLElement>('#found:not([hidden])');

// A click or the focus elsewhere closes the list.
for (const kind of ['pointerdown', 'focusin'])
  document.addEventListener(kind, ({ target }) => {
    if (openList() && target instanceof Element && !target.closest('.search')) closeFound();
  });

// So does leaving the page; who comes back to the box, or to the page after another tab, has it again.
window.addEventListener('blur', () => {
  const list = openList();
  if (list) list.hidden = true;
});
view.addEventListener('focusin', ({ target }) => {
  if (target === queryBox()) drawFound();
});

const isCommand = ({ ctrlKey, metaKey }: KeyboardEvent): boolean => ctrlKey || metaKey;

document.addEventListener('keydown', event => {
  if (isCommand(event) && event.key.toLowerCase() === 'f') return toBox(event);
  const { target } = event;
  if (event.altKey || !(target instanceof HTMLElement)) return;
  const sentence = target.matches('.sentence');
  if (event.shiftKey) return sentence ? widen(event, target) : undefined;
  if (isCommand(event)) return;
  if (target === queryBox()) inBox(event);
  else if (event.key === 'Escape' && openList()) closeFound();
  else if (sentence) inText(event, target);
  else if (event.key === 'Escape' && target.closest('.bar'))
    view.querySelector<HTMLElement>('.sentence[tabindex="0"]')?.focus();
});

function toBox(event: KeyboardEvent): void {
  queryBox()?.select();
  queryBox()?.focus();
  event.preventDefault();
}

/** Selects a word more or less of a sentence: at its end, or at its beginning with the key for commands. */
function widen(event: KeyboardEvent, sentence: HTMLElement): void {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
  selectByWord(sentence, isCommand(event) ? 'beginning' : 'end', event.key === 'ArrowRight' ? 'forward' : 'backward');
  event.preventDefault();
}

function inBox(event: KeyboardEvent): void {
  if (event.key === 'Escape') {
    const box = queryBox();
    if (summary === '' && box) box.value = '';
    closeFound();
  } else if (event.key === 'Enter') jump(rows[active]);
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const query = queryBox()?.value.trim() ?? '';
    if (rows.length === 0) return query === '' ? undefined : search(query);
    active = (active + (event.key === 'ArrowDown' ? 1 : rows.length - 1)) % rows.length;
    drawFound();
  } else return;
  event.preventDefault();
}

function inText(event: KeyboardEvent, at: HTMLElement): void {
  const all = sentences();
  const to = { ArrowDown: all[all.indexOf(at) + 1], ArrowUp: all[all.indexOf(at) - 1], Home: all[0], End: all.at(-1) }[
    event.key
  ];
  if (to) {
    getSelection()?.removeAllRanges();
    rove(to, true);
    choose({ id: to.dataset['id'] ?? '' });
    to.scrollIntoView({ block: 'nearest' });
  } else if (event.key === 'ArrowLeft') choose({ id: at.closest<HTMLElement>('.entry')?.dataset['id'] ?? '' });
  else if (event.key === 'ArrowRight') choose({ id: at.dataset['id'] ?? '' });
  else if (event.key === 'Escape') {
    getSelection()?.removeAllRanges();
    choose(undefined);
  } else if (event.key === 'Enter' && chosen) view.querySelector<HTMLElement>('.bar .first')?.focus();
  else return;
  event.preventDefault();
}

// What the clipboard gets by the usual keys is the words alone: without our numbers, which are not selected (see the
// style).
document.addEventListener('copy', event => {
  const selection = getSelection();
  if (selection?.type !== 'Range' || !view.contains(selection.anchorNode) || document.activeElement === queryBox())
    return;
  event.clipboardData?.setData('text/plain', wordsOf(view, selection.getRangeAt(0)));
  event.preventDefault();
});
