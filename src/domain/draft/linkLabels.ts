/** What a draft defines links for: `[label]: address`. Only with a definition are brackets a link; else they are words. */
import type { Range } from '../text/ranges';
import type { Block } from './block';
import type { Draft } from './draft';
import { WithBlocks } from './withBlocks';

/** A link's label as it is compared: case and runs of white space do not count. */
export function linkLabel(label: string): string {
  return label.trim().replace(/\s+/gu, ' ').toLowerCase();
}

const defined = new WeakMap<Draft, { readonly version: number; readonly labels: ReadonlySet<string> }>();

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
  const known = defined.get(draft);
  if (known?.version === draft.version) return known.labels;
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
  const same = known !== undefined && known.labels.size === labels.size && [...labels].every(label => known.labels.has(label));
  const result = same ? known.labels : labels;
  defined.set(draft, { version: draft.version, labels: result });
  return result;
}

const linksIn = new WithBlocks<{ readonly labels: ReadonlySet<string>; readonly links: readonly Range[] }>();
const noLinks: readonly Range[] = [];

/** The brackets of words that are a link by their own label, `[label]` alone; counted from the block's beginning. */
export function shortcutLinks(draft: Draft, block: Block): readonly Range[] {
  const labels = linkLabels(draft);
  if (labels.size === 0) return noLinks;
  const known = linksIn.get(block);
  if (known?.labels === labels) return known.links;
  const links = [...block.words.matchAll(/\[([^[\]]{1,200})\](?![[({:])/gu)].flatMap(({ 0: found, 1: label = '', index }) =>
    (labels.has(linkLabel(label)) ? [{ start: index, end: index + found.length }] : []));
  linksIn.set(block, { labels, links });
  return links;
}
