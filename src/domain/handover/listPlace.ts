// Where in a draft its list of sources goes.
import type { Language } from '../corpus/types';
import type { Block, Draft } from '../draft/draft';
import { FrontMatter } from '../markdown/frontMatter';
import { openAtEnd } from '../markdown/openAtEnd';
import { isPlaceHolder } from '../restyle/held';
import { certain } from '../certain';
import { least } from '../longLists';

/** The heading of a list of sources. */
const headings: Readonly<Record<Language, string>> = { en: 'Sources', fr: 'Sources', es: 'Fuentes' };

/** The words of the heading that a list of sources gets. */
export function listHeading(language: Language): string {
  return headings[language];
}

/** What drafters call such a list, in our languages, without accents. */
const names = new Set([
  'sources',
  'list of sources',
  'references',
  'list of references',
  'bibliography',
  'works cited',
  'sources and references',
  'liste des sources',
  'bibliographie',
  'references bibliographiques',
  'fuentes',
  'lista de fuentes',
  'referencias',
  'lista de referencias',
  'bibliografia',
  'referencias bibliograficas',
]);

/** Where a new list of sources goes. */
interface ListPlace {
  /** The end of what it follows. */
  readonly at: number;
  /** The heading that it needs, as Markdown; none where it stands under one that is there. */
  readonly heading?: string;
}

/**
 * The place of a new list of sources: at the end of the section that is called so, else before the notes that end the
 * draft and their heading, before what is open there, under a heading of its own. Undefined where what is open begins
 * the draft.
 */
export function placeForList(draft: Draft, language: Language): ListPlace | undefined {
  const { blocks } = draft;
  const open = openAtEnd(blocks);
  if (open === 0) return undefined;
  const end = beforeNotes(blocks, open);
  const own = blocks.findLastIndex((block, at) => at < open && isTopHeading(block) && names.has(nameOf(block)));
  if (own >= 0) {
    const level = levelOf(certain(blocks[own]));
    const next = blocks.findIndex(
      (block, at) => at > own && at < open && isTopHeading(block) && levelOf(block) <= level,
    );
    return { at: endOf(blocks, beforeNotes(blocks, next < 0 ? open : next, own + 1)) };
  }
  return { at: endOf(blocks, end), heading: `${'#'.repeat(newLevel(blocks))} ${headings[language]}` };
}

/** The index where the notes begin that stand last before `end`, with a heading that has nothing else below it. */
function beforeNotes(blocks: readonly Block[], end: number, from = 0): number {
  let at = end;
  while (at > from && isAfterword(certain(blocks[at - 1]))) at--;
  const hasNotes = blocks.slice(at, end).some(isNote);
  if (!hasNotes) return end;
  const before = blocks[at - 1];
  return before !== undefined && at > from && isTopHeading(before) ? at - 1 : at;
}

const isNote = (block: Block): boolean => block.exit.containers[0]?.type === 'footnote';

/** Notes, and what may stand between them. */
function isAfterword(block: Block): boolean {
  return (
    block.kind === 'blank' ||
    isNote(block) ||
    isPlaceHolder(block) ||
    (block.kind === 'linkDefinition' && block.exit.containers.length === 0)
  );
}

/**
 * Where the last line of words before an index ends, its blanks included: a definition that is just begun, `: `, has no
 * other words. An empty `>` is of its quotation.
 */
function endOf(blocks: readonly Block[], index: number): number {
  const last = blocks.slice(0, index).findLast(({ kind, text }) => kind !== 'blank' || text.trim() !== '');
  if (last === undefined) return 0;
  const words = last.text.trimEnd().length;
  return last.start + words + (/^[ \t]*/u.exec(last.text.slice(words))?.[0].length ?? 0);
}

function isTopHeading(block: Block): boolean {
  return (
    block.kind === 'heading' &&
    block.exit.containers.length === 0 &&
    !block.quoted &&
    !block.inNote &&
    /^(?: {0,3}[^\s>])/u.test(block.text)
  );
}

function levelOf({ text }: Block): number {
  const marks = /^ {0,3}(#{1,6})(?:\s|$)/u.exec(text)?.[1];
  return marks?.length ?? (/\n {0,3}=+\s*$/u.test(text) ? 1 : 2);
}

/** A heading's words alone: without marks, number, attributes and emphasis. */
function nameOf({ text }: Block): string {
  const [line = ''] = text.slice(0, 200).trim().split(/\r?\n/u);
  return line
    .replace(/^#{1,6}\s/u, '')
    .replace(/\s#{1,100}\s*$/u, '')
    .replace(/\{[^{}]*\}\s*$/u, '')
    .replace(/[*_:]/gu, '')
    .trim()
    .replace(/^(?:\d{1,3}(?:\.\d{1,3}){0,5}\.?|[IVX]{1,6}\.)\s/u, '')
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/**
 * The level of the draft's sections: of its highest headings, but for one that is the title alone. Front matter may have
 * a title besides; then the draft repeats it where its first words are the only heading of the first level.
 */
function newLevel(blocks: readonly Block[]): number {
  const levels = blocks.filter(isTopHeading).map(levelOf);
  const hasTitle = FrontMatter.of(blocks[0]?.text ?? '')?.title !== undefined;
  if (levels.length === 0) return hasTitle ? 1 : 2;
  const highest = least(levels);
  const isTitle =
    highest === 1 && levels.filter(level => level === 1).length === 1 && (!hasTitle || beginsWithTitle(blocks));
  if (!isTitle) return highest;
  const below = levels.filter(level => level > 1);
  return below.length === 0 ? 2 : least(below);
}

/** Whether the first words of a draft, behind front matter and comments, are a heading of the first level. */
function beginsWithTitle(blocks: readonly Block[]): boolean {
  const first = blocks.find(({ kind }) => !unseen.has(kind));
  return first !== undefined && isTopHeading(first) && levelOf(first) === 1;
}

const unseen: ReadonlySet<Block['kind']> = new Set(['frontMatter', 'blank', 'comment', 'linkDefinition']);
