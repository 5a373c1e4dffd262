// The styles, forms and languages that a draft's own citations use.
import { forms, languages, styles, type Form, type Style } from '../citation/options';
import { parseLocator } from '../citation/locator';
import type { Language } from '../corpus/types';
import type { Block, Citation, Draft } from '../draft/draft';
import { WithBlocks } from '../draft/withBlocks';
import { bitOf, findingBeginnings, wordingsOfInText, wordingsOfNote, type Wordings } from './beginnings';
import { append, greatest } from '../longLists';

type Counts<T> = ReadonlyMap<T, number>;

/** How often the citations of a draft use each form, style and language. */
interface Evidence {
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

/** After an edit, or several, that make more blocks than this, all of the draft are passed to find those. */
const cameAtMost = 4_096;

/** What was counted of a block. */
const counted = new WithBlocks<Said>();

class Tally implements Evidence {
  readonly forms = new Map<Form, number>();
  readonly styles = new Map<Style, number>();
  readonly languages = new Map<Language, number>();
  readonly keyLanguages = new Map<Language, number>();
  /** The blocks that came since it was last counted, which may have gone again; undefined where it may be any. */
  #came: Block[] | undefined;
  /** The blocks that went since, of those that were counted. */
  #went: Block[] = [];
  /** So many blocks were counted and not taken out of the counts again. */
  #counted = 0;

  constructor(readonly draft: Draft) {
    draft.follow(({ removed, added }) => {
      if (this.#counted > 0) for (const block of removed) if (counted.get(block)) this.#went.push(block);
      if (this.#came && this.#came.length + added.length <= cameAtMost) append(this.#came, added);
      else this.#came = undefined;
    });
  }

  *counting(): Generator<void, void> {
    yield* this.draft.reading();
    const { version } = this.draft;
    let passed = 0;
    for (let block = this.#went.pop(); block; block = this.#went.pop()) {
      this.#count(counted.get(block) ?? nothing, -1);
      this.#counted--;
      if (++passed % blocksAtOnce === 0) yield;
    }
    for (const block of this.#came ?? this.draft.blocks) {
      yield* this.#countIn(block);
      if (++passed % blocksAtOnce === 0) yield;
    }
    if (version === this.draft.version) this.#came = [];
  }

  *#countIn(block: Block): Generator<void, void> {
    if (counted.get(block)) return;
    const said = yield* this.#saidIn(block);
    // Between two steps it may have gone, or another may have counted it.
    if (said === nothing || !block.isInDraft || counted.get(block)) return;
    counted.set(block, said);
    this.#count(said, 1);
    this.#counted++;
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
    return citations.length === 0 ? nothing : yield* this.#read(block, citations);
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
  const most = Math.max(0, greatest(counts.values()));
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
