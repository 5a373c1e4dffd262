/** A scale of verbs as a person set it: anything may stand in a setting. */
import { defaultScale, type VerbScale } from './scale';

/** What is wrong with it. `band` counts from 1. */
export type ScaleFault =
  | { readonly kind: 'notBands' }
  | { readonly kind: 'count'; readonly bands: number; readonly wanted: number }
  | { readonly kind: 'band'; readonly band: number }
  | { readonly kind: 'verb'; readonly band: number; readonly verb: string }
  | { readonly kind: 'twice'; readonly verb: string };

export type ReadScale = { readonly scale?: VerbScale } | { readonly fault: ScaleFault };

/**
 * Reads a setting. Nothing set, or an empty list, is our own scale: no `scale` comes back. A scale has as many
 * bands as ours, since the fourth is that of calls and the fifth that of agreement.
 */
export function readScale(value: unknown): ReadScale {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return {};
  if (!Array.isArray(value)) return { fault: { kind: 'notBands' } };
  const wanted = defaultScale.length;
  if (value.length !== wanted) return { fault: { kind: 'count', bands: value.length, wanted } };
  const known = new Set<string>();
  const scale: string[][] = [];
  for (const [index, band] of value.entries() as IterableIterator<[number, unknown]>) {
    if (!Array.isArray(band)) return { fault: { kind: 'band', band: index + 1 } };
    const verbs: string[] = [];
    for (const entry of band as unknown[]) {
      const verb = typeof entry === 'string' ? entry.trim().toLowerCase().replaceAll(/\s+/g, ' ') : '';
      if (!/^[\p{L}'’-]+(?: [\p{L}'’-]+)*$/u.test(verb))
        return { fault: { kind: 'verb', band: index + 1, verb: String(entry) } };
      if (known.has(verb)) return { fault: { kind: 'twice', verb } };
      known.add(verb);
      verbs.push(verb);
    }
    scale.push(verbs);
  }
  return { scale };
}
