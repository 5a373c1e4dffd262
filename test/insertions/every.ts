// `npm run insertions [FOLDER/] [NAME …]`: inserts at every offset of the drafts in test/fixtures/drafts or another
// folder (those whose names hold a NAME), every kind and form, and prints what went wrong. Minutes, where the sample in
// `npm test` takes seconds.
import { forms, languages } from '../../src/domain/citation/options';
import { library } from '../../src/domain/corpus/bundled';
import { Draft } from '../../src/domain/draft/draft';
import { planInsertion, type Request } from '../../src/domain/insert/plan';
import { draftsToEdit } from './drafts';
import { freshId, wrong } from './taken';

const kinds = ['citation', 'quotation', 'blockQuotation'] as const;
const folder = process.argv.slice(2).find(each => each.endsWith('/'));
const names = process.argv.slice(2).filter(each => each !== folder);
const total = { tried: 0, refused: 0, failed: 0 };
for (const [name, text] of draftsToEdit(folder)) {
  if (names.length > 0 && !names.some(part => name.includes(part))) continue;
  const draft = Draft.of(text, library);
  const id = freshId(text);
  for (let at = 0; at <= text.length; at += 1) {
    for (const kind of kinds) {
      for (const form of forms) {
        // The languages in turn: they differ in where marks stand to punctuation.
        const request: Request = {
          ids: [id],
          kind,
          form,
          style: 'un',
          language: languages[at % languages.length] ?? 'en',
        };
        const { edits, refused } = planInsertion(draft, library, [{ start: at, end: at }], request);
        total.tried += 1;
        if (refused.length > 0) {
          total.refused += 1;
          continue;
        }
        const why = wrong(text, edits, request);
        if (why === undefined) continue;
        total.failed += 1;
        console.log(
          `${name}, offset ${at}, ${kind}, ${form}: ${JSON.stringify(`${text.slice(Math.max(0, at - 40), at)}¦${text.slice(at, at + 40)}`)}\n${why}\n`,
        );
      }
    }
  }
}
console.log(`Insertions: ${total.tried} tried, ${total.refused} refused with a reason, ${total.failed} failed.`);
if (total.failed > 0) process.exitCode = 1;
