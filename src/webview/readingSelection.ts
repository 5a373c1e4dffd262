/** What is selected in the page of the source, as places in the flowing texts of its blocks. */
import type { Chosen, Place } from './readingMessages';

/** The elements with the words of blocks that a selection touches, and from where to where in each. */
function touched(
  view: Element,
  range: Range,
): { readonly words: HTMLElement; readonly from: number; readonly to: number }[] {
  return [...view.querySelectorAll<HTMLElement>('[data-words]')]
    .filter(words => range.intersectsNode(words))
    .map(words => {
      const length = words.textContent?.length ?? 0;
      return {
        words,
        from: words.contains(range.startContainer) ? before(words, range.startContainer, range.startOffset) : 0,
        to: words.contains(range.endContainer) ? before(words, range.endContainer, range.endOffset) : length,
      };
    })
    .filter(({ from, to }) => from < to);
}

/** How many characters of an element's text stand before a place in it. */
function before(words: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(words);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** What a selection chooses; nothing where it holds no words of the document. */
export function chosenIn(view: Element, range: Range): Extract<Chosen, { readonly from: Place }> | undefined {
  const parts = touched(view, range);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return undefined;
  const blockOf = (words: HTMLElement): number => Number(words.dataset['words']);
  return { from: { block: blockOf(first.words), at: first.from }, to: { block: blockOf(last.words), at: last.to } };
}

/** Selects words again that were selected. */
export function selectPlaces(view: Element, from: Place, to: Place): void {
  const start = nodeAt(view, from);
  const end = nodeAt(view, to);
  if (start && end) getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}

/** The text node that a place of the document is in. */
function nodeAt(view: Element, { block, at }: Place): { readonly node: Node; readonly offset: number } | undefined {
  const words = view.querySelector(`[data-words="${Number(block)}"]`);
  if (!words) return undefined;
  const texts = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = node.nodeValue ?? '';
    if (left <= length) return { node, offset: left };
    left -= length;
  }
  return undefined;
}

/** The selected words of the document, a line for each block. */
export function wordsOf(view: Element, range: Range): string {
  return touched(view, range)
    .map(({ words, from, to }) => (words.textContent ?? '').slice(from, to))
    .join('\n\n');
}

/**
 * Selects words of a sentence by keyboard: first from its beginning on, then a word more or less.
 * @param edge which end moves
 */
export function selectByWord(sentence: HTMLElement, edge: 'beginning' | 'end', way: 'forward' | 'backward'): void {
  const selection = getSelection();
  if (!selection) return;
  const { anchorNode, anchorOffset, focusNode, focusOffset, type } = selection;
  if (type !== 'Range' || !anchorNode || !focusNode || !sentence.contains(anchorNode)) {
    selection.collapse(sentence, 0);
    selection.modify('extend', 'forward', 'word');
  } else if (edge === 'end') selection.modify('extend', way, 'word');
  else {
    selection.collapse(anchorNode, anchorOffset);
    selection.modify('move', way, 'word');
    selection.setBaseAndExtent(selection.anchorNode ?? anchorNode, selection.anchorOffset, focusNode, focusOffset);
  }
}
