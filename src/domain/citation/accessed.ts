// The day on which the drafter looked at a document's page: said by the drafter, never made up.
import type { Style } from './options';

/** The styles whose notes print it: OSCOLA ("<address> accessed 1 May 2026"). */
export function notesPrintAccessed(style: Style): boolean {
  return style === 'oscola';
}

/**
 * A day as ISO 8601 has it, "2026-05-01", blanks around it left out. @returns undefined for anything else, a day that
 * no calendar has included
 */
export function accessDate(text: unknown): string | undefined {
  const day = typeof text === 'string' ? /^\d{4}-\d{2}-\d{2}$/u.exec(text.trim())?.[0] : undefined;
  if (day === undefined) return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}
