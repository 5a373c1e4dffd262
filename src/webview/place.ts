/** Where a page is scrolled to: kept, and found again when the page is drawn anew. */
import type { Scrolled } from './envelope';

interface PlaceOptions {
  /** The elements to go by, in the order of the page; none where the page itself will do. */
  anchors(): Iterable<HTMLElement>;
  nameOf(anchor: HTMLElement): string | undefined;
  keep(place: Scrolled): void;
}

const page = document.documentElement;

export class PagePlace {
  /** Where the page is to be, until its reader moves it: what is drawn later above the place must not push it away. */
  #wanted: Scrolled | undefined;
  #waiting: number | undefined;

  constructor(private readonly options: PlaceOptions) {
    for (const act of ['wheel', 'pointerdown', 'touchstart', 'keydown'])
      window.addEventListener(act, () => this.left(), { capture: true, passive: true });
    window.addEventListener(
      'scroll',
      () => {
        if (this.#wanted) return;
        clearTimeout(this.#waiting);
        this.#waiting = setTimeout(() => this.options.keep(this.#now()), 200);
      },
      { passive: true },
    );
    new ResizeObserver(() => {
      if (this.#wanted) this.#to(this.#wanted);
    }).observe(document.body);
  }

  /** Goes to a place that was kept, and stays there while the page is still being drawn. */
  restore(place: Scrolled | undefined): void {
    this.#wanted = place;
    if (place) this.#to(place);
  }

  /** The page goes somewhere else. */
  left(): void {
    this.#wanted = undefined;
  }

  #to({ name, top }: Scrolled): void {
    const anchor =
      name === undefined ? page : [...this.options.anchors()].find(each => this.options.nameOf(each) === name);
    if (anchor) window.scrollBy(0, anchor.getBoundingClientRect().top - top);
  }

  /** The first element that ends within the window stays in it. */
  #now(): Scrolled {
    const anchor = [...this.options.anchors()].find(each => each.getBoundingClientRect().bottom > 0);
    const name = anchor && this.options.nameOf(anchor);
    return anchor && name !== undefined
      ? { name, top: anchor.getBoundingClientRect().top }
      : { top: page.getBoundingClientRect().top };
  }
}
