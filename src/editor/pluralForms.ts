/**
 * Texts that count something. English has two forms, one and other; Arabic has six, Russian four. Each form of each
 * language is a text of its own for translators, with a key that names its grammatical number, so that a translation
 * gives the forms its language has and leaves the others out. scripts/textsOfCode.mjs writes these keys down.
 */

export interface PluralTexts {
  /** The whole sentence for one, with or without its number, {0}. */
  readonly one: string;
  /** The whole sentence for any other number, {0}. */
  readonly other: string;
}

/** What `l10n.t` is asked for. */
interface Form {
  readonly message: string;
  readonly comment: string;
}

const rules = new Map<string, Intl.PluralRules>();

function numberIn(language: string, count: number): Intl.LDMLPluralRule {
  const found = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, found);
  return found.select(count);
}

function formOf(texts: PluralTexts, number: Intl.LDMLPluralRule): Form {
  return {
    message: number === 'one' ? texts.one : texts.other,
    comment: `Plural form “${number}”; {0} is the number.`,
  };
}

/** The key of a text in a translation, as VS Code makes it. */
function keyOf({ message, comment }: Form): string {
  return `${message}/${comment}`;
}

/**
 * The form for a number: in the language of a translation, if it has this text, else in English.
 * @param translation its texts by their keys
 */
export function pluralForm(
  texts: PluralTexts,
  count: number,
  language: string,
  translation: Readonly<Record<string, string>> | undefined,
): Form {
  const forms = [numberIn(language, count), 'other' as const].map(number => formOf(texts, number));
  return forms.find(form => translation?.[keyOf(form)] !== undefined) ?? formOf(texts, numberIn('en', count));
}
