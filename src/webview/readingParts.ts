/** The parts of the page of the source, as elements. */
import { element, type Child } from './dom';
import type { FoundRow, ShownBlock, ShownCited, ShownReading } from './readingMessages';

/** The search, the parts of the document, and what the draft cites: in view wherever one reads. */
export function headOf({ words, parts }: ShownReading): HTMLElement {
  return element(
    'header',
    { class: 'head' },
    element(
      'div',
      { class: 'search', role: 'search' },
      element('input', {
        id: 'query',
        type: 'search',
        role: 'combobox',
        'aria-label': words.search,
        placeholder: words.search,
        spellcheck: 'false',
        autocomplete: 'off',
        'aria-expanded': 'false',
        'aria-controls': 'found',
        'aria-autocomplete': 'list',
      }),
      element('div', { id: 'found', hidden: true }),
    ),
    element(
      'nav',
      { 'aria-label': words.parts },
      parts.map(({ at, name, title }) =>
        element('button', { class: 'plain', 'data-action': 'part', 'data-at': at, title }, name),
      ),
    ),
    citedOf({ entries: [] }),
  );
}

export function citedOf({ summary, next }: ShownCited): HTMLElement {
  return element(
    'div',
    { class: 'cites', hidden: summary === undefined },
    element('span', { class: 'quiet', 'data-key': 'summary' }, summary),
    next === undefined ? undefined : element('button', { 'data-key': 'next', 'data-action': 'next' }, next),
  );
}

/** What a search found, as a list under its box. */
export function foundOf(
  { words }: ShownReading,
  rows: readonly FoundRow[],
  summary: string,
  active: number,
  open: boolean,
): HTMLElement {
  return element(
    'div',
    { id: 'found', hidden: !open },
    element('p', { class: 'quiet', 'data-key': 'summary' }, summary),
    element(
      'ul',
      { role: 'listbox', 'aria-label': words.results, 'data-key': 'rows' },
      rows.map(({ id, label, description, excerpt, marks }, at) =>
        element(
          'li',
          {
            id: `row-${at}`,
            role: 'option',
            'aria-selected': String(at === active),
            class: at === active ? 'active' : undefined,
            'data-key': id,
            'data-action': 'row',
            'data-at': at,
          },
          element('div', {}, element('strong', {}, label), ' ', element('span', { class: 'quiet' }, description)),
          element('div', { class: 'source' }, markedIn(excerpt, marks)),
        ),
      ),
    ),
  );
}

/** A text with the words marked that matched. */
function markedIn(text: string, marks: FoundRow['marks']): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let from = 0;
  for (const { start, end } of marks) {
    parts.push(text.slice(from, start), element('mark', {}, text.slice(start, end)));
    from = end;
  }
  return [...parts, text.slice(from)];
}

/**
 * The document: days and themes as sections with their headings. Its words stand in elements that say of which block
 * they are.
 */
export function articleOf(shown: ShownReading): HTMLElement {
  const ours = element(
    'aside',
    { class: 'ours quiet' },
    element('p', {}, shown.words.ours),
    element('p', {}, shown.words.keys),
  );
  const article = element('article', { lang: 'en' });
  let [day, section]: [HTMLElement, HTMLElement] = [article, article];
  let list: HTMLElement | undefined;
  let told = false;
  const opened = (block: ShownBlock, tag: 'h2' | 'h3'): HTMLElement =>
    element('section', { 'aria-labelledby': `block-${block.at}` }, line(tag, block));
  const put: Readonly<Record<ShownBlock['role'], (block: ShownBlock) => void>> = {
    title: block => article.append(line(article.childElementCount === 0 ? 'h1' : 'p', block, 'title')),
    rule: () => {
      article.append(ours, element('hr'));
      told = true;
    },
    day: block => {
      day = appended(article, opened(block, 'h2'));
      section = day;
    },
    theme: block => (section = appended(day, opened(block, 'h3'))),
    panelDay: block => section.append(line('h4', block)),
    panel: block => {
      list ??= appended(section, element('ul', { class: 'panels' }));
      list.append(line('li', block));
    },
    paragraph: block => section.append(line('p', block, 'indented')),
    finding: block => section.append(entryOf(shown, block)),
    passage: block => {
      section = article;
      section.append(entryOf(shown, block));
    },
  };
  for (const block of shown.blocks) {
    if (block.role !== 'panel') list = undefined;
    put[block.role](block);
  }
  if (!told) article.prepend(ours);
  return article;
}

function appended<T extends HTMLElement>(parent: HTMLElement, child: T): T {
  parent.append(child);
  return child;
}

function line(tag: 'h1' | 'h2' | 'h3' | 'h4' | 'p' | 'li', { at, text, role }: ShownBlock, name?: string): HTMLElement {
  // Those that buttons lead to can have the focus.
  return element(
    tag,
    {
      id: `block-${at}`,
      class: `source ${name ?? ''}`.trim(),
      'data-words': at,
      tabindex: role === 'day' ? -1 : undefined,
    },
    text,
  );
}

/** A conclusion or paragraph: in the margin its count, which chooses it whole, and how often the draft cites it. */
function entryOf({ words }: ShownReading, { at, role, entry, text }: ShownBlock): HTMLElement {
  if (!entry) return element('p', { 'data-words': at }, text);
  const { id, margin, label, place } = entry;
  const whole = role === 'finding' ? words.wholeFinding : words.wholeParagraph;
  return element(
    'div',
    { id: `block-${at}`, class: `entry ${role}`, 'data-id': id, role: 'group', 'aria-label': place, tabindex: -1 },
    element(
      'div',
      { class: 'margin' },
      element(
        'button',
        {
          class: 'count',
          'data-action': 'whole',
          'data-id': id,
          title: `${label}\n${whole}`,
          'aria-label': `${label}: ${whole}`,
          tabindex: -1,
        },
        margin,
      ),
      element('button', { class: 'cited', 'data-action': 'next', 'data-id': id, hidden: true }),
    ),
    element(
      'p',
      { class: 'source', 'data-words': at },
      entry.sentences.flatMap((sentence, number): Child[] => [
        ...(number === 0 ? [] : [' ']),
        element(
          'span',
          {
            id: sentence.id,
            class: 'sentence',
            'data-id': sentence.id,
            'data-action': 'sentence',
            tabindex: -1,
            role: 'group',
            'aria-roledescription': words.sentenceRole,
            'aria-labelledby': sentence.id,
            'aria-description': sentence.who,
          },
          sentence.text,
        ),
      ]),
    ),
  );
}
