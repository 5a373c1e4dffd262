// The rules for attributions, as docs/attribution-rules.md has them: patterns, exceptions, and what each finds in its examples.
import { antecedentIn, singleIn } from '../../../src/domain/check/attribution/carried';
import { mentions } from '../../../src/domain/check/attribution/mentions';
import type { SpeakerMention } from '../../../src/domain/check/attribution/mention';
import type { Phrases } from '../../../src/domain/check/attribution/pattern';
import { phrases } from '../../../src/domain/check/attribution/rules/phrases';
import type { Rule, VerbRule } from '../../../src/domain/check/attribution/rules/rule';
import { verbPhrases } from '../../../src/domain/check/attribution/rules/verbPhrases';
import { verbRules } from '../../../src/domain/check/attribution/rules/verbs';
import { families } from '../../../src/domain/check/attribution/rules/rules';
import { Scale } from '../../../src/domain/check/attribution/scale';
import { wordTags } from '../../../src/domain/check/attribution/tags';

const scale = new Scale();

/** An example without its marks. */
export const unmarked = (example: string): string => example.replace(/[‹›]/g, '');

/** What a rule finds, or passes over, in the last sentence of a text, after those before. */
export function readBy(
  { name }: Rule | VerbRule,
  text: string,
): { readonly places: string[]; readonly found: SpeakerMention[] } {
  const start = text.indexOf('. ') + 1;
  const before = text.slice(0, start);
  const carried = before === '' ? undefined : (singleIn(before) ?? antecedentIn(before));
  const places: string[] = [];
  const found = mentions(text, start, text.length, scale, {
    carried,
    seen: (rule, { start: from, end }) => {
      if (rule === name) places.push(text.slice(from, end));
    },
  });
  return {
    places,
    found: verbRules.some(each => each.name === name) ? found : found.filter(({ rule }) => rule === name),
  };
}

const quantities = { plain: '', scant: 'one or a few', weak: 'some', many: 'many', strong: 'all or most' } as const;

function outcome(rule: Rule | VerbRule, example: string): string {
  const [found] = readBy(rule, unmarked(example)).found;
  if (!found) return 'nobody: passed over';
  const who = [quantities[found.quantity], found.voice, found.of && `of ${found.of}`].filter(Boolean).join(' ');
  return `${who}${found.verb ? `: ${found.verb.base} (${found.verb.band})` : ''}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const inCode = (text: string): string => `\`${cell(oneLine(text))}\``;
const cell = (text: string): string => text.replaceAll('|', '\\|');

function section(rule: Rule | VerbRule): string {
  const unless = rule.unless?.map(({ says }) => `- Not where ${says}.`) ?? [];
  return [
    `### ${rule.name}`,
    '',
    rule.says,
    '',
    '```text',
    oneLine(rule.pattern),
    '```',
    '',
    ...(unless.length > 0 ? [...unless, ''] : []),
    '| finds | who, and the verb or noun with its band |',
    '|---|---|',
    ...rule.matches.map(each => `| ${cell(each)} | ${outcome(rule, each)} |`),
    '',
    '| finds nothing |',
    '|---|',
    ...rule.misses.map(each => `| ${cell(each)} |`),
  ].join('\n');
}

const listed = (words: readonly string[]): string => {
  const all = [...new Set(words)].sort();
  return all.length > 12 ? `${all.slice(0, 12).join(', ')} … (${all.length})` : all.join(', ');
};

const named = (all: Phrases): string =>
  Object.entries(all)
    .filter(([name]) => !(name in wordTags))
    .map(([name, phrase]) => `| \`${name}\` | ${phrase.says} | ${'pattern' in phrase ? inCode(phrase.pattern) : ''} |`)
    .join('\n');

/** The whole file. */
export function rulesTable(): string {
  return `# How attributions are found

Made by \`npm run attribution-rules\` from \`src/domain/check/attribution/rules\`: change the rules there, never this page. The examples are
the rules' tests. A rule finds a speaker with what is said to have been said; whether that is right, the source decides (\`compare.ts\`).

A pattern is read word by word. \`by|from\` is one of these words, \`(a b / c)\` the first of these sequences that fits, \`x?\` is optional, \`x*3\` up to three,
\`~x\` has no mark before it, \`...9 x\` is the first x within nine words, \`&x\` follows here, \`!x\` does not, \`y << x\` is x behind y. \`who:\`,
\`says:\` and \`all:\` name the speaker's words, the verb's or noun's, and the whole where it is not all that was read. What capitals mean:

| tag | | words |
|---|---|---|
${named({ ...verbPhrases, ...phrases })}
${Object.entries(wordTags)
  .map(([name, { says, words }]) => `| \`${name}\` | ${says} | ${listed(words)} |`)
  .join('\n')}

${families.map(({ title, rules }) => `## ${title}\n\n${rules.map(section).join('\n\n')}`).join('\n\n')}

## Verbs of subjects

Tried behind a subject, after adverbs and auxiliaries, and after asides (\`predicate.ts\`): \`PREDICATE\` and \`AGREES\` above.

${verbRules.map(section).join('\n\n')}
`;
}
