import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => [name.replaceAll('\\', '/'), readFileSync(join('src', name), 'utf8')]),
);

/** The files that hold an expression, besides those that may. */
const holding = (expression: RegExp, ...may: string[]): string[] =>
  [...sources].filter(([name, text]) => expression.test(text) && !may.includes(name)).map(([name]) => name);

describe('text that is not ours', () => {
  it('gets into notifications, lists and logs through one module only', () => {
    const only = 'editor/notify.ts';
    assert.match(sources.get(only) ?? '', /showErrorMessage\(unlinked/u);
    assert.deepEqual(holding(/\bshow(?:Error|Warning|Information)Message\b/u, only), []);
    assert.deepEqual(
      holding(/\bshowQuickPick\b|\bwindow\.withProgress\b|\bsetStatusBarMessage\b|\bshowInputBox\b/u, only),
      [],
    );
    assert.deepEqual(
      holding(
        /commands\.registerCommand\b|\bregisterTextEditorCommand\b|registerCommand[^;\n]*\}\s*=\s*(?:vscode\.)?commands\b/u,
        only,
      ),
      [],
    );
    assert.deepEqual(holding(/\bcreateQuickPick\b/u, 'editor/quickPick.ts'), []);
    assert.deepEqual(holding(/\bcreateOutputChannel\b|\bconsole\s*\./u), []);
  });

  it('is in no Markdown that may run commands but those named there, nor in any with HTML or icons', () => {
    assert.deepEqual(holding(/\bsupportHtml\b|\bsupportThemeIcons\b/u), []);
    assert.deepEqual(holding(/\bisTrusted\s*[=:](?!=)(?!\s*\{ enabledCommands \})/u), []);
    assert.deepEqual(holding(/\bnew (?:vscode\.)?MarkdownString\((?!\)|escapeMarkdown\()/u), []);
  });
});
