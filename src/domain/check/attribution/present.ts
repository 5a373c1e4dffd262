/** Where it was said: at the dialogue, or by a verb that tells of it where nothing else does. */
import { certain } from '../../certain';
import { saying } from './lexicon/verbs';
import type { VerbForm } from './scale';

/** "At the Dialogue", "in the second panel": where it was said. */
export const occasion =
  /\b(?:at|during|in|to|before) (?:(?:the|its|this|that|iom(?:['’]s)?|first|second|third|2022|opening|closing|online) ){0,4}(?:international )?(?:dialogue|idm|session|panels?|plenary)\b/i;

/**
 * Whether a clause itself says that it was at the dialogue: "At the Dialogue, the Mayors noted", "the Mayors noted at
 * the Dialogue".
 */
export function happenedThere(text: string, start: number, end: number): boolean {
  if (occasion.test(text.slice(start, end))) return true;
  const after = text.slice(end, end + 80);
  const next = occasion.exec(after);
  if (next && next.index <= 20 && !/[.,;:]/.test(after.slice(0, next.index))) return true;
  const clause =
    certain(
      text
        .slice(Math.max(0, start - 160), start)
        .split(/[.;:]/)
        .at(-1),
    )
      .split(',')
      .filter(part => part.trim() !== '')
      .at(-1) ?? '';
  return occasion.test(clause);
}

/** Whether a verb of theirs tells of the dialogue where nothing else does. */
export function tells({ base, tense }: VerbForm): boolean {
  return tense === 'past' && saying.has(base);
}
