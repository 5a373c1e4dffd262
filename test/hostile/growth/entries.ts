/** What is done with a draft: each takes a text and does it. */
import MarkdownIt from 'markdown-it-14';
import { citedGrouping } from '../../../src/domain/browse/cited';
import { forms } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { mentionsOf, wordsBefore } from '../../../src/domain/draft/mentions';
import { standalone } from '../../../src/domain/handover/copy';
import { planSourceList } from '../../../src/domain/handover/sourceList';
import { planInsertion } from '../../../src/domain/insert/plan';
import { triggerAt } from '../../../src/domain/insert/trigger';
import { findingsPlugin } from '../../../src/domain/preview/plugin';
import { planRestyle } from '../../../src/domain/restyle/restyle';
import { SearchIndex } from '../../../src/domain/search/index';

const index = new SearchIndex(library);
const preview = findingsPlugin(new MarkdownIt({ html: true, linkify: true }), library, () => ({ style: 'un', language: 'auto' }));
const plain = new MarkdownIt({ html: true, linkify: true });

/** A draft as it is when a text is opened. */
export const opened = (text: string): Draft => Draft.of(text, library);

/** What is done with a draft once it is open. */
export const entries: Readonly<Record<string, (draft: Draft) => unknown>> = {
  open: draft => Draft.of(draft.text, library),
  citations: draft => draft.citations(),
  definitions: draft => draft.footnoteDefinitions,
  hover: draft => draft.citationAt(draft.length >> 1),
  tree: draft => {
    const mentions = mentionsOf(draft.citations(), library);
    return citedGrouping(id => (mentions.get(id) ?? []).map(citation => ({ citation, before: wordsBefore(draft, citation, 60) }))).rows(library);
  },
  keystroke: draft => {
    const at = draft.length >> 1;
    draft.apply([{ start: at, end: at, text: 'x' }]);
    const line = draft.lineAt(at + 1);
    return [draft.zoneAt(at + 1), triggerAt(line.text, at + 1 - line.start, () => false), draft.citationsIn(at, at + 1)];
  },
  ...Object.fromEntries(forms.map(form => [`restyle ${form}`, (draft: Draft) => planRestyle(draft, library, { form, style: 'un' })])),
  copy: draft => standalone(draft, 0, draft.length >> 1),
  list: draft => planSourceList(draft, library, { style: 'un', language: 'en', eol: '\n' }),
  ...Object.fromEntries(forms.map(form => [`insert ${form}`, (draft: Draft) => planInsertion(draft, library, [{ start: draft.length >> 1, end: draft.length >> 1 }], { ids: ['idm2022-1-d2c4'], kind: 'citation', form, style: 'un', language: 'fr' })])),
  search: draft => index.search(draft.text),
  support: draft => index.support(draft.text),
  preview: draft => preview.render(draft.text),
  'markdown-it alone': draft => plain.render(draft.text),
};
