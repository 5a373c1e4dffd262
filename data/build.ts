/**
 * Writes each corpus.json below data/ from its source.txt, document.json and labels.json,
 * and thesaurus.json and everyday.json from the lists of the same names.
 * With `--check` it writes nothing and fails if a committed corpus differs from what its source yields.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSummary, type Description, type LabelFile } from '../src/domain/corpus/parse';
import { Approximator } from '../src/domain/search/approximate';
import { packWords, readEveryday } from '../src/domain/search/everyday';
import { stem } from '../src/domain/search/stem';
import { compileThesaurus } from '../src/domain/search/thesaurus';
import { Vocabulary } from '../src/domain/search/vocabulary';

const check = process.argv.includes('--check');
let stale = 0;
const texts: string[] = [];

for (const name of readdirSync('data').sort()) {
  const folder = join('data', name);
  if (!existsSync(join(folder, 'source.txt'))) continue;
  try {
    const bytes = readFileSync(join(folder, 'source.txt'));
    const description = JSON.parse(readFileSync(join(folder, 'document.json'), 'utf8')) as Description;
    const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as LabelFile;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== description.document.sha256) {
      throw new Error(`source.txt has sha256 ${sha256}, document.json says ${description.document.sha256}`);
    }
    const { corpus } = parseSummary(bytes.toString('utf8'), description, labels);
    for (const { text, label, topics, theme } of corpus.findings) texts.push(text, label, theme.heading, ...topics);
    const json = JSON.stringify(corpus, null, 2) + '\n';
    const target = join(folder, 'corpus.json');
    if (!check) writeFileSync(target, json);
    else if (!existsSync(target) || readFileSync(target, 'utf8') !== json) {
      throw new Error('corpus.json is not what the source yields: run "npm run data" and commit it');
    }
    process.stdout.write(`${folder}: ${corpus.findings.length} findings, ${corpus.passages.length} passages\n`);
  } catch (error) {
    stale += 1;
    process.stderr.write(`${folder}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

/** Writes what is made of a list of ours, or checks it. */
function make(name: string, made: object): void {
  const target = `data/${name}.json`;
  const json = JSON.stringify({ note: `Made from ${name}.txt by "npm run data". It is ours, not any source's.`, ...made }, null, 2) + '\n';
  if (!check) writeFileSync(target, json);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== json) {
    stale += 1;
    process.stderr.write(`${target} is not what ${name}.txt yields: run "npm run data" and commit it\n`);
  }
}

const thesaurus = compileThesaurus(readFileSync('data/thesaurus.txt', 'utf8'));
make('thesaurus', thesaurus);

// What the library knows needs no mention, nor a word of another subject that is like none of the library's and begins none.
const vocabulary = new Vocabulary(thesaurus);
for (const text of texts) vocabulary.read(text);
const approximator = new Approximator(vocabulary);
const { other, every } = readEveryday(readFileSync('data/everyday.txt', 'utf8'));
const unknown = (word: string): boolean => vocabulary.stemFor(word) === undefined;
const misleading = (word: string): boolean =>
  vocabulary.startingWith(word).length > 0
  || [word, `${word}s`, `${word}ed`, `${word}ing`].some(form => [true, false].some(typing => approximator.alike(form, typing).length > 0));
// One stem for both, as of "refer" and "referee": better no word of every subject.
const ofOthers = new Set(other.map(stem));
make('everyday', {
  other: packWords(other.filter(word => unknown(word) && misleading(word))),
  every: packWords(every.filter(word => unknown(word) && !ofOthers.has(stem(word)))),
});
process.exitCode = stale > 0 ? 1 : 0;
