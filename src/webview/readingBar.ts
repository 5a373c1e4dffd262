/** The bar of the page of the source: who spoke in what is selected or pointed at, and what can be done with it. */
import { element } from './dom';
import type { Chosen, ShownBlock, ShownReading } from './readingMessages';

/** So many speakers have a line of their own. */
const mostLines = 3;

type Entry = NonNullable<ShownBlock['entry']>;
/** Whose words they are, and where they stand. */
type Told = Pick<Entry, 'id' | 'who' | 'place'>;

/** A conclusion or paragraph of which something is selected, and those of its sentences of which something is. */
interface Touched {
  readonly entry: Entry;
  readonly role: ShownBlock['role'];
  readonly sentences: readonly Told[];
}

/**
 * Speaks of what is selected, and with nothing selected of what is pointed at: so that its words and its buttons are
 * about the same.
 */
export function barOf(shown: ShownReading, chosen: Chosen | undefined, pointed: string | undefined): HTMLElement {
  const { words } = shown;
  const touched = chosen ? touchedBy(shown, chosen) : [];
  const told = chosen
    ? touched.flatMap(each => toldOf(each, chosen))
    : [toldOfId(shown, pointed)].filter(each => each !== undefined);
  const hint = chosen ? words.notCitable : words.hint;
  return element(
    'footer',
    { class: 'bar', 'data-chosen': chosen !== undefined },
    element(
      'div',
      { class: 'who', 'data-key': 'who' },
      told
        .slice(0, mostLines)
        .map(({ id, who, place }) =>
          element(
            'div',
            { 'data-key': id },
            element('strong', { 'data-key': 'name' }, who),
            ' ',
            element('span', { class: 'quiet', 'data-key': 'place' }, place),
          ),
        ),
      told.length > mostLines ? element('div', { class: 'quiet', 'data-key': 'more' }, '…') : undefined,
      told.length === 0 ? element('span', { class: 'quiet', 'data-key': 'hint' }, hint) : undefined,
    ),
    chosen &&
      element(
        'div',
        { class: 'does', role: 'toolbar', 'aria-label': words.actions, 'data-key': 'does' },
        element('span', { class: 'quiet', 'data-key': 'what' }, nameOf(shown, chosen, touched)),
        touched.length === 0
          ? undefined
          : [
              element(
                'button',
                { class: 'first', 'data-key': 'quote', 'data-action': 'does', 'data-what': 'quote' },
                words.quote,
              ),
              element('button', { 'data-key': 'cite', 'data-action': 'does', 'data-what': 'cite' }, words.cite),
            ],
        element('button', { 'data-key': 'copy', 'data-action': 'does', 'data-what': 'copy' }, words.copy),
      ),
  );
}

/** Who spoke in a sentence and where it stands, for what is pointed at while something else is selected. */
export function toldOfId({ blocks }: ShownReading, id: string | undefined): Told | undefined {
  if (id === undefined) return undefined;
  for (const { entry } of blocks) {
    if (entry?.id === id) return entry;
    const sentence = entry?.sentences.find(each => each.id === id);
    if (sentence) return sentence;
  }
  return undefined;
}

function touchedBy({ blocks }: ShownReading, chosen: Chosen): Touched[] {
  return blocks.flatMap(({ at, role, text, entry }): Touched[] => {
    if (!entry) return [];
    if ('id' in chosen) {
      const sentences = entry.sentences.filter(({ id }) => entry.id === chosen.id || id === chosen.id);
      return sentences.length === 0 ? [] : [{ entry, role, sentences }];
    }
    const { from, to } = chosen;
    if (at < from.block || to.block < at) return [];
    const start = at === from.block ? from.at : 0;
    const end = at === to.block ? to.at : text.length;
    let next = 0;
    const sentences = entry.sentences.filter(sentence => {
      const own = next;
      next += sentence.text.length + 1;
      // The blank between sentences is selected with one of them at times.
      return own < end && start < own + sentence.text.length;
    });
    return sentences.length === 0 ? [] : [{ entry, role, sentences }];
  });
}

/** Of all sentences who spoke in the whole, of some who spoke in each. */
function toldOf({ entry, sentences }: Touched, chosen: Chosen): readonly Told[] {
  const whole = 'id' in chosen ? chosen.id === entry.id : sentences.length === entry.sentences.length;
  return whole && ('id' in chosen || sentences.length > 1) ? [entry] : sentences;
}

/** What the buttons are for, with its number or those of its first and last conclusion. */
function nameOf({ words }: ShownReading, chosen: Chosen, touched: readonly Touched[]): string {
  const [first, last] = [touched[0], touched.at(-1)];
  const whole = 'id' in chosen && first?.entry.id === chosen.id;
  const part = whole ? words[first.role === 'finding' ? 'finding' : 'paragraph'] : words.sentence;
  const name = 'id' in chosen ? part : words.words;
  if (!first || !last || first.role !== 'finding' || last.role !== 'finding') return name;
  const [from, to] = [first.entry.margin, last.entry.margin];
  return `${name} (${from === to ? from : `${from}–${to}`})`;
}
