// The HTML of marks and notes in the preview.
import { escapeHtml } from '../citation/inline';
import type { RenderRule, Token } from './markdownIt';

/** A footnote mark in the text, or its note's way back to it. */
export interface Mark {
  readonly number: number;
  readonly title: string;
  readonly unknown: boolean;
}

/** An element around what another plugin renders, or around words of the draft. */
export interface Wrapping {
  readonly className: string;
  readonly title: string;
  readonly text?: string;
}

function metaOf(tokens: readonly Token[], at: number): unknown {
  return tokens[at]?.meta ?? {};
}

function titled(title: string): string {
  return title === '' ? '' : ` title="${escapeHtml(title)}"`;
}

/** The HTML of marks and notes; every word that comes from a draft or a corpus is escaped. */
export const noteRenderers: Record<string, RenderRule> = {
  idm_findings_mark: (tokens, at) => {
    const { number, title, unknown } = metaOf(tokens, at) as Mark;
    return (
      `<sup class="idm-findings-note${unknown ? ' idm-findings-unknown' : ''}"${titled(title)}>` +
      `<a href="#idm-note-${number}" id="idm-mark-${number}" role="doc-noteref">${number}</a></sup>`
    );
  },
  // Marks side by side read as one number without it; a screen reader says the links one by one.
  idm_findings_between: () => '<sup class="idm-findings-between" aria-hidden="true">, </sup>',
  idm_findings_open: (tokens, at) => {
    const { className, title, text = '' } = metaOf(tokens, at) as Wrapping;
    return `<span class="${className}"${titled(title)}>${escapeHtml(text)}`;
  },
  idm_findings_close: () => '</span>',
  idm_findings_notes_open: () => '<section class="idm-findings-notes" role="doc-endnotes">\n<hr>\n<ol>\n',
  idm_findings_notes_close: () => '</ol>\n</section>\n',
  idm_findings_note_open: (tokens, at) => `<li id="idm-note-${(metaOf(tokens, at) as Mark).number}">`,
  idm_findings_note_close: () => '</li>\n',
  idm_findings_again: (tokens, at) => {
    const { number, title } = metaOf(tokens, at) as Mark;
    return `${escapeHtml(title)} <a href="#idm-note-${number}">${number}</a>`;
  },
  idm_findings_back: (tokens, at) => {
    const { number, title } = metaOf(tokens, at) as Mark;
    return ` <a href="#idm-mark-${number}" class="idm-findings-back" role="doc-backlink" title="${escapeHtml(title)}" aria-label="${escapeHtml(title)}">\u21a9\ufe0e</a>`;
  },
};
