// A sample of restylings read by pandoc before and after: but for our citations and notes, pandoc's document is the
// same.
import assert from 'node:assert/strict';
import { forms, styles } from '../../src/domain/citation/options';
import { library } from '../../src/domain/corpus/bundled';
import { Draft } from '../../src/domain/draft/draft';
import { applied } from '../../src/domain/text/edits';
import { planInsertion } from '../../src/domain/insert/plan';
import { restyle } from '../../src/domain/restyle/restyle';
import { draftsToEdit } from '../insertions/drafts';
import { freshId } from '../insertions/taken';
import { read } from './read';

/** So many offsets lie between two where a citation is put in to be restyled. */
const stride = Number(process.env['IDM_FINDINGS_PANDOC_STRIDE'] ?? 97);

/** What our citations are in pandoc's document, by the words that say what is cited, in any style. */
const ours = new RegExp(
  [
    `<Cite idm2022-1(?:,idm2022-1)*>(?:[^<>]|<\\w+>[^<>]*</>)*</>`,
    String.raw`\[\^idm2022[^\]]*\]`,
    String.raw`\((?:IOM|OIM|(?:<Emph>)?Id|Ibid|InternationalOrg|Organisationinter|Organizacióninter)[^()]*(?:\([^()]*\)[^()]*)*\)`,
    '<Raw(?:Block|Inline)>html<!--idm-findings-note[^>]*--></>',
  ].join('|'),
  'giu',
);

/**
 * How a note begins that cites as we do: with the organization, or by saying that it is the same as before; or all of
 * it did.
 */
const says =
  /^<Note><Para>(?:<\w+>|[“‘«,])*(?:\.?<\/>|InternationalOrg|Organisationinter|Organizacióninter|IOM|OIM|Ibid|Id\.|InternationalDialogue|Dialogueinter|DiálogoInter)/iu;

/** A document without our notes and citations. */
function bare(whole: string): string {
  const document = whole.replace(ours, '');
  let left = '';
  let from = 0;
  for (const { index } of document.matchAll(/<Note>/gu)) {
    if (index < from) continue;
    let depth = 0;
    let end = index;
    for (const { 0: tag, index: at } of document.slice(index).matchAll(/<\/>|<[A-Z]\w*[^<>]*>/gu)) {
      depth += tag === '</>' ? -1 : 1;
      end = index + at + tag.length;
      if (depth === 0) break;
    }
    left += document.slice(from, says.test(document.slice(index, end)) ? index : end);
    from = end;
  }
  return (left + document.slice(from)).replace(/<Para><\/>/gu, '');
}

/**
 * A row of asterisks right below words opens emphasis to pandoc, which the italics of a citation in the text may close.
 */
const opensEmphasis = 'thematic-breaks.md';

describe('restylings read by pandoc', function () {
  this.timeout(300_000);
  for (const [number, [name, text]] of draftsToEdit().entries()) {
    it(`leave ${name} as it is`, () => {
      const id = freshId(text);
      const tried: { readonly told: string; readonly before: string; readonly after: string }[] = [];
      for (let at = number % stride; at <= text.length; at += stride) {
        const from = forms[at % forms.length] ?? 'footnote';
        const plan = planInsertion(Draft.of(text, library), library, [{ start: at, end: at }], {
          ids: [id],
          kind: 'citation',
          form: from,
          style: 'un',
          language: 'en',
        });
        const before = applied(text, plan.edits);
        for (const form of forms) {
          if (name === opensEmphasis && form === 'inText') continue;
          const style = styles[(at + forms.indexOf(form)) % styles.length] ?? 'un';
          tried.push({
            told: `${from} to ${form}, ${style}, at ${at}`,
            before,
            after: restyle(library, before, { form, style }).text,
          });
        }
      }
      const changed = tried.filter(({ before, after }) => before !== after);
      const all = read(changed.flatMap(({ before, after }) => [before, after])).map(bare);
      const failures = changed.flatMap(({ told }, index) => {
        const [was = '', is = ''] = all.slice(2 * index);
        let from = 0;
        while (from < was.length && was[from] === is[from]) from += 1;
        return was === is
          ? []
          : [
              `${told}:\n  was …${was.slice(Math.max(0, from - 60), from + 100)}\n  is  …${is.slice(Math.max(0, from - 60), from + 100)}`,
            ];
      });
      assert.deepEqual(failures, []);
    });
  }
});
