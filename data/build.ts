/**
 * Writes each corpus.json below data/ from its source.txt, document.json and labels.json,
 * and below data/made what ships of the lists thesaurus.txt, everyday.txt and languages.txt, and of the dictionary.
 * With `--check` it writes nothing and fails if a committed file differs from what its source yields.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSummary, type Description, type LabelFile } from '../src/domain/corpus/parse';
import { compileDictionary } from '../src/domain/search/dictionaryList';
import { compileEveryday } from '../src/domain/search/everydayList';
import { compileLanguages } from '../src/domain/search/languagesList';
import { compileVariants } from '../src/domain/text/variantsList';
import { compileThesaurus } from '../src/domain/search/thesaurus';

const check = process.argv.includes('--check');
let stale = 0;

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
function make(name: string, made: string): void {
  const target = `data/made/${name}.txt`;
  if (!check) writeFileSync(target, made);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== made) {
    stale += 1;
    process.stderr.write(`${target} is not what its source yields: run "npm run data" and commit it\n`);
  }
}

make('thesaurus', compileThesaurus(readFileSync('data/thesaurus.txt', 'utf8')));
make('everyday', compileEveryday(readFileSync('data/everyday.txt', 'utf8')));
make('languages', compileLanguages(readFileSync('data/languages.txt', 'utf8')));
const american = readFileSync('node_modules/dictionary-en/index.dic', 'utf8');
make('dictionary', compileDictionary(american));
make('variants', compileVariants(readFileSync('node_modules/dictionary-en-gb/index.dic', 'utf8'), american));
process.exitCode = stale > 0 ? 1 : 0;
