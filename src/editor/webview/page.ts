/** The page of a webview, before its script has filled it. It is pure, so that tests read what it allows. */

interface Page {
  /** The language of our words. */
  readonly language: string;
  readonly title: string;
  /** Addresses that the webview gives. */
  readonly styles: readonly string[];
  readonly script: string;
  /** Where the webview's own resources come from. */
  readonly source: string;
  /** Known to this page's script alone. */
  readonly nonce: string;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, mark => `&#${mark.charCodeAt(0)};`);

/**
 * The whole page: nothing is loaded or run but our styles and the one script. What a view shows comes by messages, and
 * is put in as text. `main` is what the script fills; `said` is heard by screen readers when it changes.
 */
export function pageOf({ language, title, styles, script, source, nonce }: Page): string {
  const policy = [
    `default-src 'none'`,
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return [
    '<!DOCTYPE html>',
    `<html lang="${escaped(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ...styles.map(style => `<link rel="stylesheet" href="${escaped(style)}">`),
    `<title>${escaped(title)}</title>`,
    '</head>',
    '<body>',
    '<main id="view"></main>',
    '<div id="said" class="unseen" role="status" aria-live="polite"></div>',
    `<script nonce="${nonce}" src="${escaped(script)}"></script>`,
    '</body>',
    '</html>',
  ].join('\n');
}
