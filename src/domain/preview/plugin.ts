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
 *
 * @param modelOf the model of an open draft with this very text, if there is one. VS Code parses a draft after every edit, be it previewed or
 *   not: read anew each time, a long one would hold up all else.
 */
export function findingsPlugin<Md>(
  md: Md,
  library: Library,
  settings: () => PreviewSettings,
  modelOf: (text: string) => Draft | undefined = () => undefined,
): Md {
  const it = md as unknown as MarkdownIt;
  it.core.ruler.before('normalize', 'idm_findings_start', state => {
    const { words, ...set } = settings();
    // The model of one that cites nothing need not be read for this.
    const draft =
      (mayCite(state.src, library) ? modelOf(state.src) : undefined) ?? Draft.of(citing(state.src, library), library);
    const { style, language, ...wishes } = draftRules(draft, { ...set, form: 'footnote' });
    const noted = notesOf(draft);
    startRun(state.env, {
      style,
      language,
      wishes: wishesIn(wishes),
      words: { ...englishWords, ...words },
      cites: draft.citations().length > 0,
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

/** What counts of a text: all of it, or the front matter of one that cites nothing of ours. */
function citing(src: string, library: Library): string {
  return mayCite(src, library) ? src : src.slice(0, scanFrontMatter(src).span?.end ?? 0);
}

const mayCite = (src: string, library: Library): boolean => recognizerOf(library).names.mayCite.test(src);
