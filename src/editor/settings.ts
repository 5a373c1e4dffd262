import * as vscode from 'vscode';
import { forms, languages, styles, type Form, type Style } from '../domain/citation/options';
import type { VerbScale } from '../domain/check/attribution/scale';
import type { CheckOptions } from '../domain/check/checker';
import { codes, defaultSeverities, severities } from '../domain/check/problem';
import type { Language } from '../domain/corpus/types';

/** The section every setting of ours begins with. */
export const section = 'idmFindings';

/** How citations are written in a draft: read at the moment of use, never kept. */
export interface CitationSettings {
  readonly form: Form;
  readonly style: Style;
}

export function citationSettings(document?: vscode.ConfigurationScope): CitationSettings {
  return {
    form: oneOf(forms, read(document, 'citation.form'), 'footnote'),
    style: oneOf(styles, read(document, 'citation.style'), 'un'),
  };
}

/**
 * The language a draft is written in.
 * @param declared what the draft's own front matter says, for `auto`
 */
export function draftLanguage(document: vscode.ConfigurationScope | undefined, declared: string | undefined): Language {
  const setting = read(document, 'draft.language');
  const wanted = setting === 'auto' || typeof setting !== 'string' ? declared ?? 'en' : setting;
  return oneOf(languages, wanted.toLowerCase().split(/[-_]/u)[0], 'en');
}

/** The pandoc to run: a setting of the machine, which no workspace can change. */
export function pandocPath(): string {
  const path = vscode.workspace.getConfiguration(section).get('pandoc.path');
  return typeof path === 'string' && path.trim() !== '' ? path.trim() : 'pandoc';
}

function read(document: vscode.ConfigurationScope | undefined, key: string): unknown {
  return vscode.workspace.getConfiguration(section, document).get(key);
}

/** A setting may hold anything a person typed: what is not one of the choices counts as not set. */
function oneOf<T extends string>(choices: readonly T[], value: unknown, otherwise: T): T {
  return choices.find(choice => choice === value) ?? otherwise;
}

/** How a draft is checked. What is not a severity or a list of verbs counts as not set. */
export function checkSettings(document: vscode.ConfigurationScope | undefined, declared: string | undefined): CheckOptions {
  const set = codes.flatMap(code => {
    const value = severities.find(severity => severity === read(document, `check.${code}`));
    return value === undefined ? [] : [[code, value] as const];
  });
  return {
    ...citationSettings(document),
    language: draftLanguage(document, declared),
    severities: Object.fromEntries(set.filter(([code, value]) => value !== defaultSeverities[code])),
  };
}

/** The scale of reporting verbs as set, weakest band first; undefined for our own. */
export function verbScale(): VerbScale | undefined {
  const value = read(undefined, 'check.verbScale');
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const bands = value.map((band: unknown) => (Array.isArray(band) ? band.filter((verb): verb is string => typeof verb === 'string') : []));
  return bands.some(band => band.length > 0) ? bands : undefined;
}
