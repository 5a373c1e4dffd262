// What of our rules may be written at a place of front matter.
import { certain } from '../certain';
import type { Draft } from '../draft/draft';
import type { Range } from '../text/ranges';
import { ruleField, ruleNames, ruleValues, type RuleName } from './declared';

/** What may be written at a cursor in front matter: the field of our rules, one of them, or a value of one. */
interface RuleChoices extends Range {
  readonly kind: 'field' | 'rule' | 'value';
  /** The rule whose values they are. */
  readonly rule?: RuleName;
  readonly choices: readonly string[];
}

const inBraces = /^ *["']?idm-findings["']?[ \t]{0,9}:[ \t]{0,9}\{([^{}]{0,200})$/u;
const fieldLine = /^ *["']?idm-findings["']?[ \t]{0,9}:[ \t]{0,9}(?:#.*)?$/u;
const valueAt = /(?:^|[ \t])["']?(style|form|language|accessed|authors)["']?[ \t]{0,9}:[ \t]{0,9}["']?([\w-]{0,40})$/u;

/**
 * What of our rules may be written at a place of YAML front matter; undefined elsewhere. What of a word stands there
 * already is replaced.
 */
export function ruleChoices(draft: Draft, offset: number): RuleChoices | undefined {
  const content = yamlAround(draft, offset);
  if (content === undefined) return undefined;
  const line = draft.lineAt(offset);
  const before = line.text.slice(0, offset - line.start);
  const rest = certain(/^[\w-]*/u.exec(line.text.slice(before.length)))[0];
  const at = (word: string): Range => ({ start: offset - word.length, end: offset + rest.length });
  const braces = inBraces.exec(before)?.[1];
  const own = braces === undefined ? before : braces.slice(braces.lastIndexOf(',') + 1);
  const indent = certain(/^ */u.exec(before))[0].length;
  const isInside = braces !== undefined || isBelowField(draft, content.start, line.start, indent);
  const named = isInside ? valueAt.exec(own) : null;
  if (named) {
    const [, rule, value] = named;
    const name = rule as RuleName;
    return { ...at(certain(value)), kind: 'value', rule: name, choices: ruleValues[name] };
  }
  const word = /^[ \t]*([\w-]*)$/u.exec(own)?.[1];
  if (word === undefined || /^\s*:/u.test(line.text.slice(before.length + rest.length))) return undefined;
  if (isInside) return { ...at(word), kind: 'rule', choices: rulesLeft(draft) };
  const isField = indent === 0 && ruleField.startsWith(word) && !hasField(draft);
  return isField ? { ...at(word), kind: 'field', choices: [ruleField] } : undefined;
}

function hasField({ frontMatter }: Draft): boolean {
  return frontMatter?.field(ruleField) !== undefined;
}

/** The rules that the draft does not name yet. */
function rulesLeft({ frontMatter }: Draft): readonly RuleName[] {
  const declared = frontMatter?.field(ruleField)?.value;
  const there = new Set(declared?.kind === 'fields' ? declared.fields.map(({ name }) => name) : []);
  return ruleNames.filter(name => !there.has(name));
}

/** The YAML between the marks of the front matter, if a place is in it. */
function yamlAround({ frontMatter }: Draft, offset: number): Range | undefined {
  if (frontMatter?.kind !== 'yaml') return undefined;
  const { content } = frontMatter.span;
  return offset >= content.start && offset <= content.end ? content : undefined;
}

/** Whether the nearest line above that is indented less is that of our field. */
function isBelowField(draft: Draft, from: number, lineStart: number, indent: number): boolean {
  if (indent === 0) return false;
  const above = draft.slice(from, lineStart).split(/\r?\n/u);
  const parent = above.findLast(
    line => line.trim() !== '' && !/^\s*#/u.test(line) && (/^ */u.exec(line)?.[0].length ?? 0) < indent,
  );
  return parent !== undefined && fieldLine.test(parent);
}
