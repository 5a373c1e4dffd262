// The main gesture: something is inserted, and the drafter goes on typing. Nothing of ours may be complained of.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { check, prepare } from '../../../src/domain/check/check';
import {
  forms,
  languages,
  laterNotesDiffer,
  styles,
  type Form,
  type Style,
} from '../../../src/domain/citation/options';
import { readLabel } from '../../../src/domain/citation/labels';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft, type Block } from '../../../src/domain/draft/draft';
import { draftRules } from '../../../src/domain/rules/draftRules';
import { property } from '../../property';
import { Typist } from '../insert/typist';

const tools = prepare(library);
const folder = join('test', 'fixtures', 'drafts');
const drafts = readdirSync(folder)
  .filter(name => name.endsWith('.md') && name !== 'README.md')
  .map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const findings = [...library.findings, ...library.passages].map(({ id }) => id);

const given = fc.record({
  draft: fc.constantFrom(...drafts),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('citation', 'citation', 'quotation', 'blockQuotation' as const),
  ids: fc.oneof(
    fc.uniqueArray(fc.constantFrom(...findings), { minLength: 1, maxLength: 3 }),
    fc.constant(['idm2022-1']),
  ),
  form: fc.constantFrom(...forms),
  style: fc.constantFrom(...styles),
  language: fc.constantFrom('auto', ...languages),
  words: fc.constantFrom(
    '',
    '.',
    '. Next',
    ', and',
    ';',
    ': so',
    '! ',
    '?',
    ' and more',
    '”.',
    '"',
    '…',
    '...',
    '\n\nNew.',
  ),
  late: fc.nat(3),
});

/**
 * Whether a problem is of a claim or quotation of the drafter's that a citation was put to, and not of words that we
 * wrote.
 */
function isDrafters(
  problem: string,
  block: Block | undefined,
  {
    ids,
    draft,
    style,
    form,
  }: { readonly form: Form; readonly ids: readonly string[]; readonly draft: Draft; readonly style: Style },
): boolean {
  const labels = draft.footnoteDefinitions.map(({ label }) => label);
  const words = ids.flatMap(id => library.resolve(id)?.entry.text.slice(0, 30) ?? []);
  // A quotation of the drafter's that something is put into is judged as a whole.
  if (problem.startsWith('quote-') && block?.quoted) return true;
  if (words.some(each => problem.includes(each))) return false;
  // A note of another style was there before, if only words typed right below it made it another's.
  if (labels.some(label => problem.startsWith(`note-other-style ‹[^${label}]:`))) return true;
  // A note that comes before the first changes what that one is: style and notes are brought up to date by a fix.
  if (
    problem.startsWith('note-stale') &&
    laterNotesDiffer(style) &&
    labels.some(label => problem.startsWith(`note-stale ‹[^${label}]:`))
  )
    return true;
  // Where the drafter mixes forms, one more citation may be of another form than the finding's first.
  if (problem.startsWith('attribution-') || (problem.startsWith('form-mixed') && citesOtherwise(draft, form)))
    return true;
  return problem.startsWith('quote-') && /["“”«»„']/u.test(block?.text ?? '');
}

function citesOtherwise(draft: Draft, wanted: Form): boolean {
  return draft
    .citations()
    .some(({ form }) => form !== 'footnoteDefinition' && (form === 'narrative' ? 'pandoc' : form) !== wanted);
}

/** What is complained of, by code and words. */
function complaints(text: string, options: Parameters<typeof check>[2]): string[] {
  return check(text, tools, options).map(({ code, start, end }) => `${code} ‹${text.slice(start, end)}›`);
}

describe('what was inserted and typed on', () => {
  property(
    'has no problem that the drafter’s own words did not have',
    fc.property(given, ({ draft: { text }, place, kind, ids, words, late, ...settings }) => {
      fc.pre(kind === 'citation' || !ids.includes('idm2022-1'));
      const draft = Draft.of(text, library);
      const at = Math.round(place * text.length);
      fc.pre(
        draft.zoneAt(at) === 'prose' &&
          !(text[at - 1] === '\r' && text[at] === '\n') &&
          !/^[\uDC00-\uDFFF]/u.test(text.slice(at)),
      );
      // A stop at the beginning of a line is the drafter's slip, with a mark before it or without.
      const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).replace(/^[\s>]*\d+[.)]?/u, '');
      fc.pre(/[\p{L}\p{N}]/u.test(line) || !/^[.,;:!?]/u.test(words));
      // What is typed on in a block quotation is put into the source's mouth.
      fc.pre(kind !== 'blockQuotation' || /^$|^\.$|^\n/u.test(words));
      // Whoever writes into a note that we worded words it anew.
      fc.pre(
        !draft.footnoteDefinitions.some(
          ({ label, start, end }) => start <= at && at <= end && readLabel(label, library),
        ),
      );
      const rules = draftRules(draft, settings);
      const typist = new Typist(text, [at]).insert({ ids, kind, ...rules });
      const typed = typist.type(words, { language: rules.language, late }).text;
      const plain = new Typist(text, [at]).type(words).text;
      const own = complaints(plain, rules);
      const added = complaints(typed, rules).filter(each => {
        const known = own.indexOf(each);
        if (known >= 0) own.splice(known, 1);
        return known < 0 && !isDrafters(each, draft.blockAt(at), { ids, draft, style: rules.style, form: rules.form });
      });
      assert.deepEqual(added, [], `\n${typist.shown}`);
    }),
    { runs: 400 },
  );
});
