/** A report of ours that was saved as a file is no draft: it repeats what drafts say, and nothing in it is its own. */

/** Stands at the end of every report. */
export const reportMark = '<!-- idm-findings-report -->';

/** Whether a text ends as our reports do; what is written below the mark makes a draft of it again. */
export function isOwnReport(text: string): boolean {
  return text.slice(-200).trimEnd().endsWith(reportMark);
}
