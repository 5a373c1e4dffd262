/** The words of a pandoc bracket around a citation of ours, and how they stand around what is written in its place. */
import { toMarkdown, type Run } from '../citation/inline';
import type { Citation } from '../draft/citation';
import { readTrail } from '../draft/citeText';
import type { Draft } from '../draft/draft';
import type { Said } from './unit';

/** What stands before the key of a citation in a bracket and behind its place, as Markdown. */
export function saidAround(draft: Draft, { start, end, group, key = '' }: Citation): Said {
  const block = draft.blockAt(start);
  if (block === undefined) return { before: '', behind: '' };
  const alone = group?.count === 1 ? 1 : 0;
  // Without the marks of a quotation that begin its lines.
  const words = block.words.slice(start + alone - block.start, end - alone - block.start).replace(/\s+/gu, ' ');
  const at = words.indexOf(`@${key}`) >= 0 ? words.indexOf(`@${key}`) : words.indexOf(`@{${key}}`);
  if (at < 0) return { before: '', behind: '' };
  const trail = words.slice(at + key.length + (words[at + 1] === '{' ? 3 : 1));
  const behind = trail.slice(readTrail(trail, draft.recognizer.names.key(key)).end);
  return { before: words.slice(0, at).trim(), behind: behind.replace(/^[\s,]+/u, '').trim() };
}

/** A citation in the text, which comes in parentheses, without them and between the words said around it. */
export function inTextAs(cited: readonly Run[], said: Said = { before: '', behind: '' }): string {
  return joined(toMarkdown(cited).slice(1, -1), said);
}

/**
 * A note between the words said around it: it begins with a capital, and "Ibid." and "Id." do not where words stand
 * before them.
 */
export function noteAs(note: string, said: Said): string {
  const words = said.before === '' ? note : note.replace(/^\*?I(?:bid|d)\b/u, found => found.replace('I', 'i'));
  const text = joined(said.behind === '' ? words : words.replace(/\.$/u, ''), {
    ...said,
    before: said.before.replace(/^\p{Ll}/u, first => first.toUpperCase()),
  });
  return /[.!?]$/u.test(text) || /[.!?]\*$/u.test(text) ? text : `${text}.`;
}

function joined(cited: string, { before, behind }: Said): string {
  return `${before === '' ? '' : `${before} `}${cited}${behind === '' || /^[.;:)]/u.test(behind) ? '' : ', '}${behind}`;
}

/** Whether anything is said. */
export function saysMore(said: Said | undefined): said is Said {
  return said !== undefined && (said.before !== '' || said.behind !== '');
}
