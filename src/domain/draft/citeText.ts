// What stands behind a citation's key or name: its place and the words after that.
import { certain } from '../certain';
import { conclusionPlace } from '../corpus/ids';
import { plain, type Citation, type CitationForm, type CitationGroup } from './citation';
import { readLocator, type Locator, type PlaceReference } from './locator';
import type { Key, Names } from './corpusNames';

/** What stands after a key or name, read: its locator and the rest. */
interface Trail {
  readonly mentions: readonly PlaceReference[];
  readonly locator?: string;
  readonly suffix?: string;
  /** How far the locator reaches in the text; 0 when there is none. */
  readonly end: number;
}

const leading = /^\s*(?:[,:]\s*)?/u;
const inBraces = /^\{([^{}]*)\}/u;

/**
 * Reads what follows a key: ", day 2, conclusion 4, emphasis added", also with pandoc's braces.
 * @param written the same stretch as it stands in the draft, where `text` has characters blanked
 */
export function readTrail(text: string, key?: Key, written = text): Trail {
  const lead = certain(leading.exec(text))[0].length;
  const braced = inBraces.exec(text.slice(lead));
  const source = braced?.[1] ?? text.slice(lead);
  const found = readAfter(source, key);
  const read = braced?.[0].length ?? found?.end;
  const end = read === undefined ? 0 : lead + read;
  const locator = braced ? plain(source) : found && plain(source.slice(0, found.end));
  const suffix = plain(written.slice(end === 0 ? lead : end).replace(/^[\s,]+/u, ''));
  return {
    mentions: found?.mentions ?? mentionOf(key),
    ...(locator ? { locator } : {}),
    ...(suffix ? { suffix } : {}),
    end,
  };
}

/** The place that a key itself names, if any. */
function mentionOf(key: Key | undefined): readonly PlaceReference[] {
  return key?.mention ? [key.mention] : [];
}

/** A key that names a conclusion may be followed by which of its sentences: "@idm2022-1-d2c4, second sentence". */
function readAfter(text: string, key: Key | undefined): Locator | undefined {
  const { day, conclusion } = key?.mention ?? {};
  if (day === undefined || conclusion === undefined) return readLocator(text);
  const head = `${conclusionPlace(day, conclusion)}, `;
  const found = readLocator(head + text);
  return found && found.end > head.length ? { mentions: found.mentions, end: found.end - head.length } : undefined;
}

interface Parts {
  readonly start: number;
  readonly end: number;
  readonly form: CitationForm;
  readonly prefix?: string;
  readonly label?: string;
  readonly written?: string;
  readonly suppressed?: boolean;
  readonly group?: CitationGroup;
}

/** A citation by key or label, with what it points at looked up. */
export function keyed(names: Names, key: Key, parts: Parts, trail?: Trail): Citation {
  const mentions = trail?.mentions ?? [key, ...(key.more ?? [])].flatMap(({ mention }) => mention ?? []);
  return {
    start: parts.start,
    end: parts.end,
    form: parts.form,
    ...(trail ? names.resolve(key.corpus, mentions, key.passage) : names.pointed(key)),
    corpus: key.corpus,
    mentions,
    ...(trail?.locator ? { locator: trail.locator } : {}),
    ...(parts.prefix ? { prefix: parts.prefix } : {}),
    ...(trail?.suffix ? { suffix: trail.suffix } : {}),
    ...(parts.label === undefined ? {} : { label: parts.label }),
    ...(parts.written === undefined ? {} : { key: parts.written }),
    ...(parts.suppressed ? { suppressed: true } : {}),
    ...(parts.group ? { group: parts.group } : {}),
  };
}
