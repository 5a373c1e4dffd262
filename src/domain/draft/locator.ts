// The places that a citation in a draft names, read in three languages.
import { locatorTokens, type Token, type Unit } from './locatorTokens';

/**
 * A place in the document as a person wrote it. What is missing was not said: "day 2" alone names
 * no conclusion, "conclusion 4" alone no day.
 */
export interface PlaceReference {
  readonly day?: number;
  readonly conclusion?: number;
  readonly part?: 'introduction' | 'closing';
  readonly paragraph?: number;
  /** Which sentence of it, from 1. */
  readonly sentence?: number;
}

/** A locator as read: the places it names, and where it ends in the text. */
export interface Locator {
  readonly mentions: readonly PlaceReference[];
  readonly end: number;
}

/** What may stand between the phrases of a locator. */
const between: ReadonlySet<Token['type']> = new Set(['comma', 'and', 'filler', 'sign', 'preposition', 'to']);

/** No range names more places than this; a wider one is a slip or hostile. */
const maxRange = 50;

/**
 * Reads the locator that a text begins with, as people write it, in English, French or Spanish:
 * "day 2, fourth and sixth conclusions", "Day 2, conclusions 4–6", "conclusion 4 of day 2",
 * "second day, conclusion 4, second sentence", "introduction, paragraph 2", "D2.C4". Undefined when
 * it begins with none. More forgiving than `parseLocator`, which reads only what we write.
 */
export function readLocator(text: string): Locator | undefined {
  const reader = new LocatorReader(locatorTokens(text));
  reader.read();
  return reader.result;
}

interface Numbers {
  readonly values: readonly number[];
  readonly ordinal: boolean;
  readonly next: number;
}

class LocatorReader {
  readonly #mentions: {
    day?: number;
    conclusion?: number;
    part?: 'introduction' | 'closing';
    paragraph?: number;
    sentence?: number;
  }[] = [];
  #day: number | undefined;
  #part: 'introduction' | 'closing' | undefined;
  #at = 0;
  #end = 0;
  /** Where in the list the places begin that a following sentence count belongs to. */
  #last = 0;

  constructor(readonly tokens: readonly Token[]) {}

  get result(): Locator | undefined {
    if (this.#mentions.length > 0) return { mentions: this.#mentions, end: this.#end };
    if (this.#day !== undefined) return { mentions: [{ day: this.#day }], end: this.#end };
    return this.#part === undefined ? undefined : { mentions: [{ part: this.#part }], end: this.#end };
  }

  read(): void {
    while (this.tokens[this.#at]?.type === 'preposition' || this.#skipFillers(this.#at) > this.#at) this.#at++;
    while (this.#at < this.tokens.length) {
      const before = this.#at;
      if (!this.#phrase()) {
        const type = this.tokens[before]?.type;
        // A locator begins with a count or a part, not with a joint or filler.
        if (this.#end === 0 || type === undefined || !between.has(type)) return;
        this.#at = before + 1;
      }
    }
  }

  /** "day 2", "fourth and sixth conclusions", "introduction", "D2C4", "no. 4". */
  #phrase(): boolean {
    const token = this.tokens[this.#at];
    switch (token?.type) {
      case 'place':
        return this.#readPlace(token);
      case 'part':
        return this.#readPart(token.part);
      case 'unit':
        return this.#counted(token.unit, this.#numbers(this.#skipFillers(this.#at + 1), token.unit === 'day'));
      // "day 2, no. 4": what a day has is conclusions.
      case 'sign':
        return this.#day !== undefined && this.#counted('conclusion', this.#numbers(this.#at + 1, false));
      // Only an ordinal counts before its unit: "2 days" are how many, not which.
      case 'number':
        return token.ordinal && this.#ordinals();
      default:
        return false;
    }
  }

  /** "D2C4" */
  #readPlace({ day, number, sentence }: Token & { readonly type: 'place' }): boolean {
    this.#last = this.#mentions.length;
    this.#mentions.push({ day, conclusion: number, ...(sentence === undefined ? {} : { sentence }) });
    return this.#advance(this.#at + 1);
  }

  /** "fourth and sixth conclusions" */
  #ordinals(): boolean {
    const numbers = this.#numbers(this.#at, false);
    if (numbers === undefined) return false;
    const unit = this.tokens[numbers.next];
    return unit?.type === 'unit' && this.#counted(unit.unit, { ...numbers, next: numbers.next + 1 });
  }

  /** Takes numbers for those of a unit, and goes on behind them. */
  #counted(unit: Unit, numbers: Pick<Numbers, 'values' | 'next'> | undefined): boolean {
    return numbers !== undefined && this.#count(unit, numbers.values) && this.#advance(numbers.next);
  }

  #advance(next: number): boolean {
    this.#end = this.tokens[next - 1]?.end ?? this.#end;
    this.#at = next;
    return true;
  }

  #skipFillers(from: number): number {
    let at = from;
    while (this.tokens[at]?.type === 'filler' || this.tokens[at]?.type === 'sign') at++;
    return at;
  }

  /** A list of numbers of one kind: "4", "4 and 6", "4, 5 and 6", "4–6", "fourth to sixth". */
  #numbers(from: number, single: boolean): Numbers | undefined {
    const first = this.tokens[from];
    if (first?.type !== 'number') return undefined;
    const values = [first.value];
    let next = from + 1;
    for (
      let more = single ? undefined : this.#another(next, first.ordinal);
      more;
      more = this.#another(next, first.ordinal)
    ) {
      const last = values.at(-1) ?? 0;
      if (!more.range) values.push(more.value);
      else if (more.value > last && more.value - last <= maxRange) {
        for (let value = last + 1; value <= more.value; value++) values.push(value);
      } else break;
      next = more.next;
    }
    return { values, ordinal: first.ordinal, next };
  }

  /** The number that goes on with a list: after a comma, "and", or a dash. */
  #another(
    from: number,
    ordinal: boolean,
  ): { readonly value: number; readonly range: boolean; readonly next: number } | undefined {
    const range = this.tokens[from]?.type === 'to';
    let at = range ? from + 1 : from;
    if (!range) while (this.tokens[at]?.type === 'comma' || this.tokens[at]?.type === 'and') at++;
    if (at === from) return undefined;
    at = this.#skipFillers(at);
    const number = this.tokens[at];
    if (number?.type !== 'number' || number.ordinal !== ordinal) return undefined;
    // "conclusion 4, 2 sentences": the number belongs to what follows.
    if (!ordinal && this.tokens[at + 1]?.type === 'unit') return undefined;
    return { value: number.value, range, next: at + 1 };
  }

  #count(unit: Unit, values: readonly number[]): boolean {
    switch (unit) {
      case 'day':
        return values.length === 1 && this.#readDay(values[0] ?? 0);
      case 'sentence':
        return this.#readSentences(values);
      case 'conclusion':
        this.#part = undefined;
        this.#last = this.#mentions.length;
        for (const conclusion of values)
          this.#mentions.push(this.#day === undefined ? { conclusion } : { day: this.#day, conclusion });
        return true;
      case 'paragraph':
        this.#last = this.#mentions.length;
        for (const paragraph of values)
          this.#mentions.push(this.#part === undefined ? { paragraph } : { part: this.#part, paragraph });
        return true;
    }
  }

  /** A day counts for what follows, and for conclusions before it that have none: "conclusion 4 of day 2". */
  #readDay(day: number): boolean {
    const waiting = this.#mentions.filter(mention => mention.conclusion !== undefined && mention.day === undefined);
    for (const mention of waiting) mention.day = day;
    this.#day = day;
    this.#part = undefined;
    return true;
  }

  #readPart(part: 'introduction' | 'closing'): boolean {
    for (const mention of this.#mentions)
      if (mention.paragraph !== undefined && mention.part === undefined) mention.part = part;
    this.#part = part;
    this.#day = undefined;
    return this.#advance(this.#at + 1);
  }

  #readSentences(values: readonly number[]): boolean {
    const places = this.#mentions.slice(this.#last);
    const [place] = places;
    if (places.length !== 1 || !place || place.sentence !== undefined) return false;
    const [first, ...others] = values;
    if (first !== undefined) place.sentence = first;
    for (const sentence of others) this.#mentions.push({ ...place, sentence });
    return true;
  }
}
