// The rules that a draft's front matter declares.
import { accessDate } from '../citation/accessed';
import { forms, languages, styles, type Form, type Style } from '../citation/options';
import type { Language } from '../corpus/types';
import type { Draft } from '../draft/draft';
import type { FrontMatter, FrontMatterField, FrontMatterValue } from '../markdown/frontMatter';
import type { Range } from '../text/ranges';

/**
 * The field of a draft's front matter that holds its rules: `idm-findings: { style, form, language, accessed, authors
 * }`.
 */
export const ruleField = 'idm-findings';

/** What each rule may be, where there is a list of it: the date of access may be any day, and authors anybody. */
export const ruleValues = { style: styles, form: forms, language: languages, accessed: [], authors: [] } as const;
export type RuleName = keyof typeof ruleValues;
export const ruleNames = ['style', 'form', 'language', 'accessed', 'authors'] as const satisfies readonly RuleName[];

/** What a draft's front matter says about its citations; a value that there is not counts as not said. */
interface DeclaredRules {
  readonly style?: Style | undefined;
  readonly form?: Form | undefined;
  readonly language?: Language | undefined;
  /** The day the drafter looked at the document's page, ISO 8601. */
  readonly accessed?: string | undefined;
  /** Whom the draft speaks for, as it names them: "the Ministers". */
  readonly authors?: readonly string[] | undefined;
}

/** Something in the front matter's rules that is none: a name or value that there is not, or no fields at all. */
export interface RuleFault extends Range {
  readonly kind: 'name' | 'value' | 'noFields';
  /** As it stands. */
  readonly text: string;
  /** The rule whose value it is. */
  readonly rule?: RuleName;
  /** What may stand there. */
  readonly expected: readonly string[];
}

interface Declared {
  readonly rules: DeclaredRules;
  readonly faults: readonly RuleFault[];
}

const none: Declared = { rules: {}, faults: [] };
const read = new WeakMap<FrontMatter, Declared>();

/** What a draft's front matter says, `lang: fr-CH` included, and what of it cannot be followed. */
export function declared({ frontMatter }: Draft): Declared {
  if (frontMatter === undefined) return none;
  const known = read.get(frontMatter) ?? readRules(frontMatter);
  read.set(frontMatter, known);
  return known;
}

/** One of our languages, where a tag such as `fr-CH` or `es_AR` names one. */
function languageNamed(tag: string | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split(/[-_]/u)[0];
  return languages.find(language => language === primary);
}

function readRules(frontMatter: FrontMatter): Declared {
  const value = frontMatter.field(ruleField)?.value;
  const language = languageNamed(frontMatter.language);
  const source = ({ start, end }: Range): string => frontMatter.text.slice(start, end);
  if (value === undefined) return { rules: { language }, faults: [] };
  if (value.kind !== 'fields') {
    const { start, end } = value;
    return {
      rules: { language },
      faults: [{ kind: 'noFields', start, end, text: source(value), expected: ruleNames }],
    };
  }
  const faults = value.fields.flatMap(field => faultIn(field, source) ?? []);
  const text = (name: RuleName): string | undefined => {
    const found = value.fields.find(field => field.name === name)?.value;
    return found?.kind === 'text' ? found.text : undefined;
  };
  return {
    rules: {
      style: styles.find(style => style === text('style')),
      form: forms.find(form => form === text('form')),
      language: languageNamed(text('language')) ?? language,
      accessed: accessDate(text('accessed')),
      authors: authorsIn(value.fields.find(field => field.name === 'authors')?.value),
    },
    faults,
  };
}

/** One name, or a list of names; undefined where it is neither. */
function authorsIn(value: FrontMatterValue | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const names = value.kind === 'list' ? value.items : [value];
  const texts = names.flatMap(name => (name.kind === 'text' && name.text.trim() !== '' ? [name.text.trim()] : []));
  return texts.length > 0 && texts.length === names.length ? texts : undefined;
}

function faultIn({ name, key, value }: FrontMatterField, source: (range: Range) => string): RuleFault | undefined {
  const rule = ruleNames.find(known => known === name);
  if (rule === undefined) return { kind: 'name', start: key.start, end: key.end, text: name, expected: ruleNames };
  if (value === undefined) return undefined;
  const expected: readonly string[] = ruleValues[rule];
  const text = value.kind === 'text' ? value.text : undefined;
  const right =
    rule === 'authors'
      ? authorsIn(value) !== undefined
      : text !== undefined &&
        (expected.includes(text) ||
          (rule === 'language' && languageNamed(text) !== undefined) ||
          (rule === 'accessed' && accessDate(text) !== undefined));
  return right
    ? undefined
    : { kind: 'value', rule, start: value.start, end: value.end, text: text ?? source(value), expected };
}
