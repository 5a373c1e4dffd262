/**
 * What a draft defines links for: `[label]: address`. Only with a definition are brackets a link; else they are words.
 */
import type { Range } from '../text/ranges';
import type { Block } from './block';
import type { Draft } from './draft';
import { WithBlocks } from './withBlocks';

/** A link's label as it is compared: case and runs of white space do not count. */
export function linkLabel(label: string): string {
  return label.trim().replace(/\s+/gu, ' ').toLowerCase();
}

const defined = Symbol('what the draft defines links for');

const inBlocks = new WithBlocks<readonly string[]>();
const none: readonly string[] = [];

/** What a block defines a link for. */
function labelsIn(block: Block): readonly string[] {
  if (block.kind !== 'linkDefinition') return none;
  const known = inBlocks.get(block);
  if (known) return known;
  const found = [linkLabel(/^\[((?:\\.|[^\\[\]]){1,999})\]:/u.exec(block.words.trimStart())?.[1] ?? '')];
  inBlocks.set(block, found);
  return found;
}

/** So many blocks are passed, and so many definitions read, in one step. */
const blocksAtOnce = 8_000;
const definitionsAtOnce = 256;

/** What a draft defines links for. */
export function linkLabels(draft: Draft): ReadonlySet<string> {
  const steps = findingLinkLabels(draft);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same in steps; the draft must not change meanwhile. */
export function* findingLinkLabels(draft: Draft): Generator<void, ReadonlySet<string>> {
  const known = draft.kept<{ version: number; labels: ReadonlySet<string> }>(defined, () => ({
    version: -1,
    labels: new Set(),
  }));
  if (known.version === draft.version) return known.labels;
  const labels = new Set<string>();
  let passed = 0;
  let read = 0;
  // Asked at each keystroke: most drafts define no links.
  for (const block of draft.blocks) {
    if (++passed % blocksAtOnce === 0) yield;
    if (block.kind !== 'linkDefinition') continue;
    for (const label of labelsIn(block)) labels.add(label);
    if (++read % definitionsAtOnce === 0) yield;
  }
  const same = known.labels.size === labels.size && [...labels].every(label => known.labels.has(label));
  if (!same) known.labels = labels;
  known.version = draft.version;
  return known.labels;
}

interface Links {
  readonly labels: ReadonlySet<string>;
  readonly links: readonly Range[];
  /** Which brackets they are: the same for the same brackets of a block. */
  readonly named: string;
}

const linksIn = new WithBlocks<Links>();
const noLinks: readonly Range[] = [];
/** So many brackets of a block are looked at in one step. */
const bracketsAtOnce = 1_000;

/** The brackets of words that are a link by their own label, `[label]` alone; counted from the block's beginning. */
export function shortcutLinks(draft: Draft, block: Block): readonly Range[] {
  const steps = findingShortcutLinks(draft, block);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value?.links ?? noLinks;
}

/**
 * The same in steps, and what tells these brackets from others of the block; nothing in a draft that defines no links.
 */
export function* findingShortcutLinks(draft: Draft, block: Block): Generator<void, Links | undefined> {
  const labels = yield* findingLinkLabels(draft);
  if (labels.size === 0) return undefined;
  const known = linksIn.get(block);
  if (known?.labels === labels) return known;
  const links: Range[] = [];
  let named = '';
  let seen = 0;
  for (const { 0: found, 1: label = '', index } of block.words.matchAll(/\[([^[\]]{1,200})\](?![[({:])/gu)) {
    if (++seen % bracketsAtOnce === 0) yield;
    if (!labels.has(linkLabel(label))) continue;
    links.push({ start: index, end: index + found.length });
    named += `[${index}`;
  }
  const made = { labels, links, named };
  linksIn.set(block, made);
  return made;
}
