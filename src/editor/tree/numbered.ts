// A finding's name where there is little room.
import { isFinding } from '../../domain/corpus/library';
import type { Finding, Passage } from '../../domain/corpus/types';

/**
 * "1.4 Pathways to undercut smuggling": day and count first, which nothing then cuts off, and our label. Background has
 * no number.
 */
export function numbered(entry: Finding | Passage): string {
  return isFinding(entry) ? `${entry.day}.${entry.ordinal} ${entry.label}` : entry.label;
}
