// The rules for attributions, as docs/attribution-rules.md has them: patterns, exceptions, and what each finds in its examples.
import { mentions } from '../../../src/domain/check/attribution/mentions';
import type { SpeakerMention } from '../../../src/domain/check/attribution/mention';
import { phrases } from '../../../src/domain/check/attribution/rules/phrases';
import type { Rule } from '../../../src/domain/check/attribution/rules/rule';
import { families } from '../../../src/domain/check/attribution/rules/rules';
import { Scale } from '../../../src/domain/check/attribution/scale';
import { wordTags } from '../../../src/domain/check/attribution/tags';

const scale = new Scale();

/** An example without its marks, and where these stood. */
export function unmarked(example: string): { readonly text: string; readonly start: number; readonly end: number } {
  return { text: example.replace(/[‹›]/g, ''), start: example.indexOf('‹'), end: example.indexOf('›') - 1 };
}

/** What a rule finds in a sentence. */
export const foundBy = ({ name }: Rule, text: string): SpeakerMention[] =>
  mentions(text, 0, text.length, scale).filter(({ rule }) => rule === name);

const quantities = { plain: '', weak: 'some', many: 'many', strong: 'all or most' } as const;

function outcome(rule: Rule, example: string): string {
  const [found] = foundBy(rule, unmarked(example).text);
  if (!found) return 'nothing';
  const who = [quantities[found.quantity], found.voice, found.of && `of ${found.of}`].filter(Boolean).join(' ');
  return `${who}${found.verb ? `: ${found.verb.base} (${found.verb.band})` : ''}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const inCode = (text: string): string => `\`${cell(oneLine(text))}\``;
const cell = (text: string): string => text.replaceAll('|', '\\|');

function section(rule: Rule): string {
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
${Object.entries(phrases)
  .filter(([name]) => !(name in wordTags))
  .map(([name, phrase]) => `| \`${name}\` | ${phrase.says} | ${'pattern' in phrase ? inCode(phrase.pattern) : ''} |`)
  .join('\n')}
${Object.entries(wordTags)
  .map(([name, { says, words }]) => `| \`${name}\` | ${says} | ${listed(words)} |`)
  .join('\n')}

${families.map(({ title, rules }) => `## ${title}\n\n${rules.map(section).join('\n\n')}`).join('\n\n')}
`;
}
