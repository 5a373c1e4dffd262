import { languages } from '../citation/options';
import type { Language } from '../corpus/types';
import { FrontMatter } from '../markdown/frontMatter';
import type { Library } from '../corpus/library';
import { citations } from './citations';
import { footnotes, hasOtherFootnotes, notesOf } from './footnotes';
import { inTextForms } from './inText';
import type { MarkdownIt } from './markdownIt';
import { references } from './references';
import { Repeats } from './repeats';
import { englishWords, startRun, type PreviewSettings } from './run';

/**
 * The markdown-it plugin: renders the library's citations. A draft without any is rendered exactly
 * as without the plugin. Where another plugin renders footnotes, ours join its list of notes.
 */
export function findingsPlugin<Md>(md: Md, library: Library, settings: () => PreviewSettings): Md {
  const it = md as unknown as MarkdownIt;
  it.core.ruler.before('normalize', 'idm_findings_start', state => {
    const { style, language, words } = settings();
    const noted = notesOf(library, state.src);
    startRun(state.env, {
      style,
      language: language === 'auto' ? declaredLanguage(state.src) : language,
      words: { ...englishWords, ...words },
      footnotes: !hasOtherFootnotes(it) && noted.size > 0,
      noted,
      inline: new Map(),
      definitions: new Map(),
      notes: [],
      repeats: new Repeats(),
      cited: new Set(),
      inNote: false,
    });
  });
  citations(it, library);
  references(it, library);
  footnotes(it, library);
  inTextForms(it, library);
  return md;
}

/** The language that the front matter says (`lang: fr-CH`), else English. */
function declaredLanguage(src: string): Language {
  const declared = FrontMatter.of(src)?.language?.toLowerCase();
  return languages.find(language => declared?.startsWith(language)) ?? 'en';
}
