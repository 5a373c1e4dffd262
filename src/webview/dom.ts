/** Making and changing a page's elements: text is only ever text, and what has the focus keeps it. */

/** What an element may be given: no handler and no markup can be written as an attribute here. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
export type Child = Node | string | undefined | readonly Child[];

/** What a page shows stands in this element: the extension writes it into every page. */
export function pageView(): HTMLElement {
  const view = document.getElementById('view');
  if (!view) throw new Error('The page has no element for what it shows.');
  return view;
}

const svg = 'http://www.w3.org/2000/svg';

/**
 * An element. Attributes that are undefined or false are left out; `true` is an empty one. Children that are strings
 * become text. What a click does is named by `data-action` and heard in one place (`actions`): so elements can be
 * exchanged freely.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children);
}

/** An element of a drawing. */
export function drawing(
  tag: 'svg' | 'path' | 'circle',
  attributes: Attributes,
  ...children: readonly Child[]
): SVGElement {
  return filled(document.createElementNS(svg, tag), attributes, children);
}

function filled<T extends Element>(made: T, attributes: Attributes, children: readonly Child[]): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false && !name.startsWith('on'))
      made.setAttribute(name, value === true ? '' : String(value));
  }
  append(made, children);
  return made;
}

function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined) continue;
    if (typeof child === 'string' || child instanceof Node) parent.append(child);
    else append(parent, child as readonly Child[]);
  }
}

/** Which element it is among its like: those with the same key are the same one, before and after. */
const keyOf = (node: Node): string | null =>
  node instanceof Element ? (node.getAttribute('data-key') ?? (node.id || null)) : null;

const alike = (one: Node, other: Node): boolean => one.nodeName === other.nodeName && keyOf(one) === keyOf(other);

/**
 * Makes an element as another one is, by changing no more than differs: what stays keeps its focus, its selection and
 * its scrolling. Elements with a `data-key` are followed when they move. What a person has opened (`details`) stays as
 * it is.
 */
export function become(shown: Element, wanted: Element): void {
  takeAttributes(shown, wanted);
  dropGone(shown, wanted);
  const keyed = new Map(
    Array.from(shown.childNodes).flatMap(node => {
      const key = keyOf(node);
      return key === null ? [] : [[key, node] as const];
    }),
  );
  let at: ChildNode | null = shown.firstChild;
  for (const next of Array.from(wanted.childNodes)) {
    const key = keyOf(next);
    const same: ChildNode | null | undefined = key === null ? at : keyed.get(key);
    if (same && alike(same, next)) {
      if (same === at) at = at.nextSibling;
      // Moving an element would take its focus away: what stands before it goes instead, where it is the one with the
      // focus.
      else if (same.contains(document.activeElement)) {
        moveBehind(shown, at, same);
        at = same.nextSibling;
      } else shown.insertBefore(same, at);
      if (same instanceof Element) become(same, next as Element);
      else if (same.nodeValue !== next.nodeValue) same.nodeValue = next.nodeValue;
    } else shown.insertBefore(next, at);
  }
  while (at !== null) {
    const gone: ChildNode = at;
    at = at.nextSibling;
    gone.remove();
  }
}

/**
 * Takes out the keyed elements that are not wanted any more, before what stays finds its place: what follows them is
 * then there already, and is not moved. Browsers keep a page where it is by elements that stay.
 */
function dropGone(shown: Element, wanted: Element): void {
  const kept = new Set(Array.from(wanted.childNodes, keyOf));
  for (const node of Array.from(shown.childNodes)) {
    const key = keyOf(node);
    if (key !== null && !kept.has(key)) node.remove();
  }
}

/** Gives an element the attributes of another, but for whether a person has opened it. */
function takeAttributes(shown: Element, wanted: Element): void {
  for (const { name } of Array.from(shown.attributes))
    if (!wanted.hasAttribute(name) && name !== 'open') shown.removeAttribute(name);
  for (const { name, value } of wanted.attributes) {
    if (shown.getAttribute(name) !== value && !(name === 'open' && shown.nodeName === 'DETAILS'))
      shown.setAttribute(name, value);
  }
}

/** Moves the children from one on up to another to the end; those without a key, which nobody looks for, go. */
function moveBehind(parent: Element, from: ChildNode | null, to: ChildNode): void {
  let at = from;
  while (at !== null && at !== to) {
    const moved: ChildNode = at;
    at = at.nextSibling;
    if (keyOf(moved) === null) moved.remove();
    else parent.append(moved);
  }
}

/**
 * Does what the `data-action` of a clicked element names. Buttons and links are clicked by Enter and the space bar,
 * too, as browsers do.
 * @param root where clicks are heard
 */
export function actions(
  root: Element,
  does: Readonly<Record<string, (clicked: HTMLElement, event: Event) => void>>,
): void {
  root.addEventListener('click', event => {
    const clicked = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
    const action = clicked?.dataset['action'];
    if (clicked && action !== undefined) does[action]?.(clicked, event);
  });
}

/** Says something to who listens to the page, without moving the focus. Said twice, it is heard twice. */
export function announce(words: string): void {
  const place = document.getElementById('said');
  if (!place) return;
  place.textContent = '';
  // A live region is heard when it changes after it was empty.
  requestAnimationFrame(() => {
    place.textContent = words;
  });
}
