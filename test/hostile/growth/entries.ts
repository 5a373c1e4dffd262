// Every way a text comes into the domain.
import MarkdownIt from 'markdown-it-14';
import footnotes from 'markdown-it-footnote';
import { citedGrouping } from '../../../src/domain/browse/cited';
import { check, prepare } from '../../../src/domain/check/check';
import { Checker, type CheckOptions } from '../../../src/domain/check/checker';
import { fixAll } from '../../../src/domain/check/fixAll';
import { forms, type Form } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import type { Language } from '../../../src/domain/corpus/types';
import { Draft } from '../../../src/domain/draft/draft';
import { mentionsOf, wordsBefore } from '../../../src/domain/draft/mentions';
import { plainDraft, standalone } from '../../../src/domain/handover/copy';
import { planSourceList } from '../../../src/domain/handover/sourceList';
import { planInsertion, type Request } from '../../../src/domain/insert/plan';
import { triggerAt } from '../../../src/domain/insert/trigger';
import { findingsPlugin } from '../../../src/domain/preview/plugin';
import { planRestyle } from '../../../src/domain/restyle/restyle';
import { SearchIndex } from '../../../src/domain/search/index';

/** One way in: makes, untimed, the work that is measured. */
export type Entry = (text: string) => () => unknown;

export const options: CheckOptions = { style: 'un', form: 'footnote', language: 'en' };
export const tools = prepare(library);
const index = SearchIndex.build(library.findings, library);

/** Some places of a draft: its ends, its middle, and next to them. */
export const places = (length: number): number[] =>
  [...new Set([0, 1, length >> 1, (length >> 1) + 1, length - 1, length])].filter(at => at >= 0 && at <= length);

const drained = <T>(steps: Generator<unknown, T>): T => {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
};

/** Work on a draft that is open. */
const open =
  (work: (draft: Draft) => unknown): Entry =>
  text => {
    const draft = Draft.of(text, library);
    return () => work(draft);
  };

const insertion = (kind: Request['kind'], form: Form, language: Language): Entry =>
  open(draft =>
    places(draft.length).map(at =>
      planInsertion(draft, library, [{ start: at, end: at }], {
        ids: ['idm2022-1-d2c4'],
        kind,
        form,
        style: 'un',
        language,
      }),
    ),
  );

const typed = (draft: Draft, each: (at: number) => unknown): void => {
  for (const at of places(draft.length)) {
    draft.apply([{ start: at, end: at, text: 'x' }]);
    each(at);
  }
};

/** @param ours whether our own plugin is used, besides the one for footnotes that pandoc's readers know */
function rendering(withFootnotes: boolean, ours: boolean): Entry {
  const md = new MarkdownIt({ html: true, linkify: true });
  if (withFootnotes) md.use(footnotes as (md: unknown) => void);
  if (ours) findingsPlugin(md, library, () => ({ style: 'un', language: 'auto' }));
  return text => () => md.render(text, {});
}

export const entries: Readonly<Record<string, Entry>> = {
  opening: text => () => Draft.of(text, library).citations(),
  definitions: open(draft => draft.footnoteDefinitions),
  'keystroke, read': text => {
    const draft = Draft.of(text, library);
    draft.citations();
    return () =>
      typed(draft, at => {
        const line = draft.lineAt(at + 1);
        return [
          draft.zoneAt(at + 1),
          triggerAt(line.text, at + 1 - line.start, () => false),
          draft.citationsIn(at, at + 1),
        ];
      });
  },
  check: text => () => check(text, tools, options),
  'keystroke, checked': text => {
    const draft = Draft.of(text, library);
    const checker = new Checker(draft, tools);
    checker.check(options);
    return () => typed(draft, () => checker.check(options));
  },
  fixes: text => {
    const problems = check(text, tools, options);
    return () => problems.slice(0, 30).map(problem => problem.fixes);
  },
  'fix all': text => {
    const draft = Draft.of(text, library);
    const problems = check(draft, tools, options);
    return () => drained(fixAll(draft, problems, again => new Checker(again, tools).steps(options)));
  },
  ...Object.fromEntries(
    forms.map(form => [
      `restyle, ${form}`,
      open(draft =>
        planRestyle(draft, library, {
          form,
          style: form === 'footnote' ? 'chicago-notes' : 'apa',
          byHand: form === 'inText',
        }),
      ),
    ]),
  ),
  ...Object.fromEntries(
    forms.map(form => [`insert, ${form}`, insertion('citation', form, form === 'footnote' ? 'fr' : 'en')]),
  ),
  'insert a quotation': insertion('quotation', 'footnote', 'en'),
  'insert a block quotation': insertion('blockQuotation', 'pandoc', 'en'),
  hover: open(draft => places(draft.length).map(at => [draft.zoneAt(at), draft.citationAt(at)])),
  'counts of the tree': open(draft => {
    const mentions = mentionsOf(draft.citations(), library);
    return citedGrouping(id =>
      (mentions.get(id) ?? []).map(citation => ({ citation, before: wordsBefore(draft, citation, 60) })),
    ).rows(library);
  }),
  'copy as text': text => () => plainDraft(library, text, 'un', 'en'),
  'copy a part': open(draft => standalone(draft, 0, draft.length >> 1)),
  'list of sources': open(draft => planSourceList(draft, library, { style: 'un', language: 'en', eol: '\n' })),
  preview: rendering(false, true),
  'preview beside footnotes': rendering(true, true),
  search: text => () => index.search(text, { limit: 12 }),
  support: text => () => index.support(text, { limit: 8 }),
};

/** What the preview takes without our plugin: growth that is markdown-it's own is not ours to mend. */
export const yardsticks: Readonly<Record<string, Entry>> = {
  preview: rendering(false, false),
  'preview beside footnotes': rendering(true, false),
};
