/** Uses the domain so that every expression it makes while it runs is made. */
import { readdirSync, readFileSync } from 'node:fs';
import { changesBetween } from '../../../src/domain/changes/changes';
import { AttributionJudge } from '../../../src/domain/check/attribution/judge';
import { check, prepare } from '../../../src/domain/check/check';
import { Checker } from '../../../src/domain/check/checker';
import { recite } from '../../../src/domain/check/recite';
import { forms, languages, styles } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { parseSummary, type Description, type LabelFile } from '../../../src/domain/corpus/parse';
import { Draft } from '../../../src/domain/draft/draft';
import { restyle } from '../../../src/domain/restyle/restyle';
import { SearchIndex } from '../../../src/domain/search/index';

const read = (file: string): string => readFileSync(file, 'utf8');
const draftsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .map(name => read(`${folder}/${name}`));

parseSummary(
  read('data/idm2022-1/source.txt'),
  JSON.parse(read('data/idm2022-1/document.json')) as Description,
  JSON.parse(read('data/idm2022-1/labels.json')) as LabelFile,
);

const tools = prepare(library);
for (const draft of draftsIn('test/fixtures/check')) {
  check(draft, tools);
  for (const form of forms)
    for (const style of styles) for (const language of languages) restyle(library, draft, { form, style, language });
}

for (const language of languages)
  check('So it is said: « nobody will ever have said these words » [@idm2022-1, day 2, conclusion 4].', tools, {
    style: 'un',
    form: 'footnote',
    language,
  });

for (const claim of [
  'The summary says that migrant youth must be included in all stages of policy',
  'Migrant youth must be included in all stages of policy, the summary says',
  'Migrant youth are now included in all stages of policy, the ministry says',
  'Speakers called for 40,000 migrant youth to be included in all stages of policy',
  '40,000 migrant youth should be included in all stages of policy, the summary says',
  'Participants called for an end to immigration detention',
])
  check(`${claim} [@idm2022-1, day 3, conclusion 4].`, tools);

for (const cited of ['(IOM, 2022, day 2, fourth conclusion)', '[@idm2022-1, day 2, conclusion 4]']) {
  const draft = Draft.of(`Access matters ${cited}.`, library);
  for (const citation of draft.citations())
    recite(draft, library, citation, 'idm2022-1-d2c5', { style: 'un', language: 'en' });
}

const judge = new AttributionJudge(library);
for (const line of [
  ...read('test/unit/check/attributions.txt').split('\n'),
  ...read('test/unit/check/attributions-cited.txt').split('\n'),
]) {
  const [id, , text] = line.split(' | ');
  if (text === undefined) continue;
  for (const wrong of judge.judge(text, text, { start: 0, end: text.length, cited: [`idm2022-1-${id}`] })) {
    wrong.reworded();
    wrong.quoted();
  }
}

judge.antecedent(['States met in the capital in 2018.'], 'On the second day, ');
judge.antecedent(['It was late.'], 'When States met, ');
judge.openedBy('Calling for more data at home, States left the Dialogue', {
  start: 0,
  end: 55,
  cited: ['idm2022-1-d2c4'],
});

const version = (text: string) => ({ checker: new Checker(Draft.of(text, library), tools), language: 'en' as const });
const saying = (verb: string): string =>
  `Speakers said that “local authorities could ${verb} work alone” [@idm2022-1, day 3, conclusion 3].`;
for (const steps = changesBetween(version(saying('not')), version(saying('never'))); !steps.next().done;);

const index = new SearchIndex(library);
for (const query of [
  'day 2 climate',
  'second conclusion',
  '"proof of legal identity"',
  'human mobility',
  'regular migration pathways',
])
  index.search(query);
