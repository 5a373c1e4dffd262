// The settings that only the check reads.
import vscode = require('vscode');
import { readScale, type ReadScale, type ScaleFault } from '../../domain/check/attribution/scaleSetting';
import type { CheckOptions } from '../../domain/check/checker';
import { codes, defaultSeverities, severities, type Code, type Severity } from '../../domain/check/problem';
import type { Draft } from '../../domain/draft/draft';
import { read, rulesOf } from '../settings';

/** Whether drafts are checked as they are written. */
export function checksDrafts(document: vscode.ConfigurationScope | undefined): boolean {
  return read(document, 'check.enabled') !== false;
}

/** How a draft is checked. What is not a severity or a list of verbs counts as not set. */
export function checkSettings(document: vscode.ConfigurationScope | undefined, draft: Draft): CheckOptions {
  const table = read(document, 'check.severities');
  const set = codes.flatMap(code => {
    const value = severityOf(table, code);
    return value === undefined ? [] : [[code, value] as const];
  });
  return {
    ...rulesOf(document, draft),
    severities: Object.fromEntries(set.filter(([code, value]) => value !== defaultSeverities[code])),
  };
}

/** The rules that settings turn off. */
export const rulesOff = ({ severities: set = {} }: CheckOptions): readonly Code[] =>
  codes.filter(code => set[code] === 'off');

function severityOf(table: unknown, code: Code): Severity | undefined {
  if (typeof table !== 'object' || table === null) return undefined;
  return severities.find(severity => severity === (table as Partial<Record<Code, unknown>>)[code]);
}

/** The scale of reporting verbs as set, weakest band first, or what is wrong with it. */
export function verbScale(): ReadScale {
  return readScale(read(undefined, 'check.verbScale'));
}

/** What is wrong with a scale of verbs, in words. */
export function scaleFault(fault: ScaleFault): string {
  const { l10n } = vscode;
  switch (fault.kind) {
    case 'notBands':
      return l10n.t('it is not a list of bands of verbs');
    case 'count':
      return l10n.t('it has {0} bands, and needs {1}', fault.bands, fault.wanted);
    case 'band':
      return l10n.t('band {0} is not a list of verbs', fault.band);
    case 'verb':
      return l10n.t('“{1}” in band {0} is not a verb in its base form', fault.band, fault.verb);
    case 'twice':
      return l10n.t('“{0}” is in it twice', fault.verb);
  }
}
