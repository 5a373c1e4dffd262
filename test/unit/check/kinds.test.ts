/**
 * The labelled drafts in test/fixtures/check/kinds, kind by kind: each is reported as its label says, but for those
 * known to be wrong.
 */
import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { definitionText } from '../../../src/domain/citation/cite';
import { readLabel } from '../../../src/domain/citation/labels';
import { check, prepare } from '../../../src/domain/check/check';
import type { Problem } from '../../../src/domain/check/problem';
import { library } from '../../../src/domain/corpus/bundled';

const tools = prepare(library);
const folder = 'test/fixtures/check/kinds';

interface Item {
  readonly label: string;
  readonly text: string;
}

function itemsOf(kind: string): Item[] {
  return readFileSync(`${folder}/${kind}.txt`, 'utf8')
    .split(/\n\n+/)
    .slice(1)
    .map(item => {
      const at = item.indexOf('\n');
      return {
        label: item.slice(2, at),
        text: item
          .slice(at + 1)
          .trimEnd()
          .replaceAll('⏎', '\n'),
      };
    });
}

/** The draft with the notes of ours that it lacks, unless that is what is wrong with it. */
function draftOf({ label, text }: Item): string {
  if (label.startsWith('note-')) return `${text}\n`;
  const labels = new Set([...text.matchAll(/\[\^([^\s\]]+)\](?!:)/g)].map(match => match[1]!));
  const lacking = [...labels].filter(each => readLabel(each, library) !== undefined && !text.includes(`[^${each}]:`));
  return (
    [text, ...lacking.map(each => `[^${each}]: ${definitionText(library, readLabel(each, library)!.ids)}`)].join(
      '\n\n',
    ) + '\n'
  );
}

const ofWords = (each: Problem): boolean => /^(?:quote|attribution|paraphrase)-/.test(each.code);
const shown = (text: string, { code, severity, start, end }: Problem): string =>
  `${severity} ${code} ‹${text.slice(start, end).replaceAll('\n', '⏎')}›`;

/** Whether a problem touches the words, wherever they stand. */
function touches(text: string, { start, end }: Problem, words: string): boolean {
  const [lower, sought] = [text.toLowerCase(), words.toLowerCase()];
  for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + 1))
    if (start < at + words.length && end > at) return true;
  return false;
}

/** What is wrong with what is reported of an item; undefined where nothing is. */
function wrong(item: Item): string | undefined {
  const text = draftOf(item);
  const all = check(text, tools);
  const found = item.label.startsWith('ok') ? all.filter(ofWords) : all;
  const told = `\n    → ${found.map(each => shown(text, each)).join('; ') || 'nothing'}`;
  if (item.label.startsWith('ok')) {
    const most = item.label.includes('information at most') ? ['information', 'hint'] : [];
    return found.every(each => most.includes(each.severity)) ? undefined : told;
  }
  const [expected = '', why = ''] = item.label.split(' — ');
  // Of those that only explain, a bracket is an information.
  const ofVerb = /^(?:attribution-verb|paraphrase-)/.test(expected)
    ? /^(?:warning|information|hint)\b/.exec(why)?.[0]
    : undefined;
  const severity = expected.startsWith('quote-bracket') ? 'warning' : ofVerb;
  return expected.split(' | ').every(each => {
    const [code, words] = [each.slice(0, each.indexOf(': ')), each.slice(each.indexOf(': ') + 2)];
    return found.some(
      problem =>
        problem.code === code &&
        (severity === undefined || problem.severity === severity) &&
        touches(text, problem, words),
    );
  })
    ? undefined
    : told;
}

/** UPDATE_KNOWN=kind,kind writes their lists anew, to be read before they are committed. */
function writeKnown(list: string, items: readonly Item[]): void {
  if (items.length === 0) rmSync(list, { force: true });
  else
    writeFileSync(
      list,
      '% known to be wrong, by the beginning of the draft\n' +
        items.map(({ text }) => `${text.replaceAll('\n', '⏎').slice(0, 160)}\n`).join(''),
    );
}

describe('labelled drafts, kind by kind', () => {
  for (const name of readdirSync(folder)
    .filter(file => file.endsWith('.txt') && !file.endsWith('.known.txt'))
    .toSorted()) {
    const kind = name.slice(0, -'.txt'.length);
    it(kind, () => {
      const items = itemsOf(kind);
      assert.ok(items.length >= 30, `${items.length} items`);
      const list = `${folder}/${kind}.known.txt`;
      const failed = items.flatMap(item => {
        const told = wrong(item);
        return told === undefined ? [] : [{ item, told }];
      });
      if (process.env['UPDATE_KNOWN']?.split(',').includes(kind))
        writeKnown(
          list,
          failed.map(({ item }) => item),
        );
      const known = existsSync(list)
        ? readFileSync(list, 'utf8')
            .split('\n')
            .filter(line => line && !line.startsWith('%'))
        : [];
      const isKnown = (item: Item): boolean => known.some(line => item.text.replaceAll('\n', '⏎').startsWith(line));
      if (process.env['KINDS']) {
        const faulty = items.filter(({ label }) => !label.startsWith('ok')).length;
        const missed = failed.filter(({ item }) => !item.label.startsWith('ok')).length;
        console.log(
          `      ${kind}: ${failed.length - missed} false alarms in ${items.length - faulty}, ${missed} missed in ${faulty}`,
        );
      }
      assert.deepEqual(
        failed.filter(({ item }) => !isKnown(item)).map(({ item, told }) => `${item.label}\n    ${item.text}${told}`),
        [],
      );
      assert.deepEqual(
        known.filter(line => !failed.some(({ item }) => item.text.replaceAll('\n', '⏎').startsWith(line))),
        [],
      );
    });
  }
});
