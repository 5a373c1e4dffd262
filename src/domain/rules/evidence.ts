// The styles, forms and languages that a draft's own citations use.
import { forms, languages, styles, type Form, type Style } from '../citation/options';
import { parseLocator } from '../citation/locator';
import type { Language } from '../corpus/types';
import type { Block, Citation, Draft } from '../draft/draft';
import { bitOf, findingBeginnings, wordingsOfInText, wordingsOfNote, type Wordings } from './beginnings';

type Counts<T> = ReadonlyMap<T, number>;

/** How often the citations of a draft use each form, style and language. */
export interface Evidence {
  readonly forms: Counts<Form>;
  readonly styles: Counts<Style>;
  readonly languages: Counts<Language>;
  /** Those of the places in pandoc citations, which are keys for programs first. */
  readonly keyLanguages: Counts<Language>;
}

/** What one block says, and how often. */
interface Said {
  readonly forms: Counts<Form>;
  readonly wordings: Counts<Wordings>;
  readonly keys: Counts<Language>;
}

const nothing: Said = { forms: new Map(), wordings: new Map(), keys: new Map() };
const tally = Symbol('what the citations use');

/**
 * What a draft's citations use: counted when first asked for, and after edits for the blocks that they touched only.
 */
export function evidenceIn(draft: Draft): Evidence {
  const counted = tallyOf(draft);
  for (const steps = counted.counting(); !steps.next().done;);
  return counted;
}

/** Counts in steps what `evidenceIn` would count at once. The draft must not change meanwhile. */
export function* countingEvidence(draft: Draft): Generator<void, void> {
  yield* draft.reading();
  yield* tallyOf(draft).counting();
}

const tallyOf = (draft: Draft): Tally => draft.kept(tally, () => new Tally(draft));

/** So many blocks, or citations of a block, are counted in one step. */
const blocksAtOnce = 128;
const citationsAtOnce = 64;

class Tally implements Evidence {
  readonly forms = new Map<Form, number>();
  readonly styles = new Map<Style, number>();
  readonly languages = new Map<Language, number>();
  readonly keyLanguages = new Map<Language, number>();
  readonly #said = new WeakMap<Block, Said>();
  /**
   * The blocks that there were when it began, of which those from an index on are still to be counted, be they there or
   * not.
   */
  #first: readonly Block[];
  #next = 0;
  /** The blocks that came or went since it was last counted. */
  readonly #waiting = new Map<Block, 1 | -1>();

  constructor(readonly draft: Draft) {
    this.#first = draft.blocks;
    draft.follow(({ removed, added }) => {
      for (const block of removed) this.#changed(block, -1);
      for (const block of added) this.#changed(block, 1);
    });
  }

  *counting(): Generator<void, void> {
    yield* this.draft.reading();
    let counted = 0;
    // Between two steps another may have counted a block.
    for (let block = this.#first[this.#next]; block; block = this.#first[this.#next]) {
      const said = yield* this.#saidIn(block);
      if (this.#first[this.#next] !== block) continue;
      this.#next++;
      this.#count(said, 1);
      if (++counted % blocksAtOnce === 0) yield;
    }
    this.#first = [];
    for (const [block, times] of this.#waiting) {
      const said = yield* this.#saidIn(block);
      if (this.#waiting.get(block) !== times) continue;
      this.#waiting.delete(block);
      this.#count(said, times);
      if (++counted % blocksAtOnce === 0) yield;
    }
  }

  /** What came and went before it was counted need not be. */
  #changed(block: Block, times: 1 | -1): void {
    if (this.#waiting.has(block)) this.#waiting.delete(block);
    else this.#waiting.set(block, times);
  }

  #count({ forms: used, wordings, keys }: Said, times: 1 | -1): void {
    for (const [language, count] of keys) add(this.keyLanguages, language, times * count);
    for (const [form, count] of used) add(this.forms, form, times * count);
    for (const [wording, count] of wordings) {
      for (const style of styles)
        if (languages.some(language => (wording & bitOf(style, language)) !== 0))
          add(this.styles, style, times * count);
      for (const language of languages)
        if (styles.some(style => (wording & bitOf(style, language)) !== 0))
          add(this.languages, language, times * count);
    }
  }

  *#saidIn(block: Block): Generator<void, Said> {
    yield* this.draft.recognizer.steps(block);
    const { citations } = this.draft.recognizer.in(block);
    if (citations.length === 0) return nothing;
    let said = this.#said.get(block);
    if (said === undefined) this.#said.set(block, (said = yield* this.#read(block, citations)));
    return said;
  }

  *#read(block: Block, citations: readonly Citation[]): Generator<void, Said> {
    const used = new Map<Form, number>();
    const wordings = new Map<Wordings, number>();
    const keys = new Map<Language, number>();
    let read = 0;
    yield* findingBeginnings(this.draft.recognizer.names.library);
    for (const citation of citations) {
      if (++read % citationsAtOnce === 0) yield;
      const form = formOf(citation, block);
      if (form !== undefined && !block.inNote) add(used, form, 1);
      const wording = this.#wordingOf(citation, block);
      if (wording !== 0) add(wordings, wording, 1);
      const key =
        form === 'pandoc' && citation.locator !== undefined ? parseLocator(citation.locator)?.language : undefined;
      if (key !== undefined) add(keys, key, 1);
    }
    return { forms: used, wordings, keys };
  }

  #wordingOf(citation: Citation, block: Block): Wordings {
    const { library } = this.draft.recognizer.names;
    const { form, group, start, end } = citation;
    const words = block.words.slice(start - block.start, end - block.start);
    if (form === 'footnoteDefinition') return wordingsOfNote(library, words.trim());
    if (form !== 'inText' || (group === undefined && !words.startsWith('('))) return 0;
    return wordingsOfInText(library, words.replace(/^\(/u, ''));
  }
}

/** The form a citation stands for; none for one that is part of the sentence's own words. */
function formOf({ form, start, group, locator }: Citation, block: Block): Form | undefined {
  switch (form) {
    case 'footnote':
      return 'footnote';
    case 'pandoc':
      return 'pandoc';
    // A key alone may be what is typed to find a finding.
    case 'narrative':
      return locator === undefined ? undefined : 'pandoc';
    case 'inText':
      return block.text[(group?.start ?? start) - block.start] === '(' ? 'inText' : undefined;
    case 'footnoteDefinition':
      return undefined;
  }
}

function add<T>(counts: Map<T, number>, value: T, times: number): void {
  const count = (counts.get(value) ?? 0) + times;
  if (count === 0) counts.delete(value);
  else counts.set(value, count);
}

/**
 * The value used most; where several are used as often, the one preferred if it is among them, else the first there is.
 */
export function mostUsed<T extends Form | Style | Language>(
  counts: ReadonlyMap<T, number>,
  choices: readonly T[],
  preferred: T,
): T | undefined {
  const most = Math.max(0, ...counts.values());
  if (most === 0) return undefined;
  return counts.get(preferred) === most ? preferred : choices.find(choice => counts.get(choice) === most);
}

/** What a draft's citations use most of each, where they use any. */
export function mostUsedIn(
  { forms: form, styles: style, languages: language }: Evidence,
  preferred: { readonly form: Form; readonly style: Style; readonly language: Language },
): { readonly form: Form | undefined; readonly style: Style | undefined; readonly language: Language | undefined } {
  return {
    form: mostUsed(form, forms, preferred.form),
    style: mostUsed(style, styles, preferred.style),
    language: mostUsed(language, languages, preferred.language),
  };
}
