// A draft's style, form and language, from wherever they are known.
import { languages, wishesIn, type Form, type Style, type Wishes } from '../citation/options';
import type { Language } from '../corpus/types';
import type { Draft } from '../draft/draft';
import { declared } from './declared';
import { evidenceIn, mostUsed, mostUsedIn } from './evidence';
import { plainLanguage } from './plainLanguage';

/**
 * What the settings say; `auto` leaves the language to the draft, which is English where neither its citations nor its
 * words are plainly in another.
 */
export interface RuleSettings extends Wishes {
  readonly form: Form;
  readonly style: Style;
  readonly language: Language | 'auto';
}

/** How the citations of a draft are written; the date of access is there only where the drafter said one. */
export interface DraftRules extends Wishes {
  readonly form: Form;
  readonly style: Style;
  readonly language: Language;
}

/**
 * The rules a draft follows, and everything that is written into it or said about it: each from the draft's front
 * matter (`idm-findings`; the language from `lang`, too), else what most of its own citations use, else the settings.
 * Where several are used equally often the setting decides, if it is one of them. The language of pandoc citations
 * counts where nothing else says one, and that of the draft's words where no citation does. After an edit this costs what the
 * blocks do that it touched.
 */
export function draftRules(draft: Draft, settings: RuleSettings): DraftRules {
  const { rules } = declared(draft);
  const isOpen = settings.language === 'auto' && rules.language === undefined;
  const language = settings.language === 'auto' ? 'en' : settings.language;
  const set = { ...settings, language: (isOpen ? plainLanguage(draft) : undefined) ?? language } as const;
  const evidence = evidenceIn(draft);
  const used = mostUsedIn(evidence, set);
  const inKeys = settings.language === 'auto' ? mostUsed(evidence.keyLanguages, languages, set.language) : undefined;
  return {
    form: rules.form ?? used.form ?? set.form,
    style: rules.style ?? used.style ?? set.style,
    language: rules.language ?? used.language ?? inKeys ?? set.language,
    ...wishesIn({ ...settings, accessed: rules.accessed ?? settings.accessed }),
  };
}
