// The preview's markdown-it plugin.
import { Draft } from '../draft/draft';
import { recognizerOf } from '../draft/recognizer';
import { scanFrontMatter } from '../markdown/frontMatter';
import { wishesIn } from '../citation/options';
import { draftRules } from '../rules/draftRules';
import type { Library } from '../corpus/library';
import { citations } from './pandocCitations';
import { definitionLists } from './definitions';
import { footnotes, hasOtherFootnotes, notesOf } from './footnotes';
import { inTextForms } from './inTextForms';
import { letteredLists } from './lists';
import type { MarkdownIt } from './markdownIt';
import { references } from './references';
import { Repeats } from './repeats';
import { englishWords, runOf, startRun, type PreviewSettings } from './run';

/**
 * The markdown-it plugin: renders the library's citations. A draft without any is rendered exactly
 * as without the plugin. Where another plugin renders footnotes, ours join its list of notes.
 */
export function findingsPlugin<Md>(md: Md, library: Library, settings: () => PreviewSettings): Md {
  const it = md as unknown as MarkdownIt;
  it.core.ruler.before('normalize', 'idm_findings_start', state => {
    const { words, ...set } = settings();
    const mayCite = recognizerOf(library).names.mayCite.test(state.src);
    const draft = Draft.of(mayCite ? state.src : frontMatterOf(state.src), library);
    const { style, language, ...wishes } = draftRules(draft, { ...set, form: 'footnote' });
    const noted = notesOf(draft);
    startRun(state.env, {
      style,
      language,
      wishes: wishesIn(wishes),
      words: { ...englishWords, ...words },
      cites: mayCite && draft.citations().length > 0,
      // Others' notes too, where all that cites us is a pandoc citation.
      footnotes:
        !hasOtherFootnotes(it) &&
        draft.citations().some(({ form }) => form === 'footnote' || form === 'pandoc' || form === 'narrative'),
      noted,
      inline: new Map(),
      definitions: new Map(),
      notes: [],
      repeats: new Repeats(),
      cited: new Set(),
      inNote: false,
    });
  });
  definitionLists(it, env => runOf(env)?.cites === true);
  letteredLists(it, env => runOf(env)?.cites === true);
  citations(it, library);
  references(it, library);
  footnotes(it, library);
  inTextForms(it, library);
  return md;
}

/** The front matter of a text, all that counts of one that cites nothing of ours. */
function frontMatterOf(src: string): string {
  return src.slice(0, scanFrontMatter(src).span?.end ?? 0);
}
