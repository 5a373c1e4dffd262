/** A view in a tab of its own, beside the draft: made once, shown again, and restored with its window. */
import vscode = require('vscode');
import type { Message, PageSays } from '../../webview/envelope';
import type { Beside } from '../besideDraft';
import { pageOf } from './page';
import { languageOfTexts } from '../plural';

/** What a view is, and what it does with what its page says. */
export interface PanelOptions<Heard extends Message> {
  /** Its type, as saved windows name it; `onWebviewPanel:TYPE` in package.json activates the extension for it. */
  readonly type: string;
  /** `src/webview/NAME.view.ts` is its script, `media/NAME.css` its style. */
  readonly name: string;
  /** The extension's folder. */
  readonly extension: vscode.Uri;
  /** The page was drawn and knows nothing yet: tell it what it is to show. */
  ready(): void;
  /** A message of the page. It is our script that says it, but it is read as if anybody had. */
  hear(message: Heard): unknown;
  /** It came into view or went out of it. What is posted while it is hidden is lost, so nothing need be made then. */
  turned?(visible: boolean): void;
  closed?(): void;
}

/** How long VS Code may take to notice that a view has the focus: it looks every 250 milliseconds. */
const noticing = 400;

/** A nonce nobody can guess: letters and digits only. */
function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The tabs of a view that VS Code kept while its window was loaded again and hands over only when they come into view:
 * until then nothing else is known of them. One in view is handed over as it is.
 */
function keptTabs(type: string): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input, isActive }) => !isActive && input instanceof vscode.TabInputWebview && isOfType(input, type));
}

/** VS Code tells the type of a view with a beginning of its own. */
function isOfType({ viewType }: vscode.TabInputWebview, type: string): boolean {
  return viewType === type || viewType.endsWith(`-${type}`);
}

/** As narrow as VS Code makes a column (220 pixels), or nearly: a part of it may be outside the window. */
const cramped = 250;
/** Where a column has this width, two have room. */
const roomy = 2 * cramped;

/** Whether the window has no room for two columns: what a page last told of its width. */
let narrow = false;

export class Panel<Said extends Message, Heard extends Message> implements vscode.Disposable {
  #panel: vscode.WebviewPanel | undefined;
  /** Whether its page is drawn and hears. */
  #hears = false;
  /** The draft's column, while the one beside it was made for this view. */
  #madeBeside: vscode.ViewColumn | undefined;

  constructor(readonly options: PanelOptions<Heard>) {}

  get open(): boolean {
    return this.#panel !== undefined;
  }

  get visible(): boolean {
    return this.#panel?.visible === true;
  }

  /**
   * Shows the view under this title, where it is or else beside.
   * @param focus whether the keyboard goes there too: only where somebody asked for it
   * @param beside where it is opened: beside the draft, whose column is not covered; over it, where the window has no
   *   room for two columns
   */
  show(title: string, focus = false, beside: Beside = { column: vscode.ViewColumn.Beside }): void {
    const { draft } = beside;
    const groups = vscode.window.tabGroups.all.length;
    const over = narrow && groups === 1 && draft !== undefined;
    this.#showIn(title, focus || over, over ? draft : beside.column, over ? undefined : draft);
    this.#madeBeside = beside.column > groups && !over ? draft : undefined;
  }

  /** @param covers the column that is not covered */
  #showIn(title: string, focus: boolean, column: vscode.ViewColumn, covers: vscode.ViewColumn | undefined): void {
    if (this.#panel) {
      this.#panel.title = title;
      const { visible, viewColumn } = this.#panel;
      // In view already, it stays where its reader put it.
      if (!visible || focus)
        this.#panel.reveal(!visible && viewColumn !== undefined && viewColumn === covers ? column : undefined, !focus);
      if (this.#hears) this.options.ready();
      return;
    }
    const kept = keptTabs(this.options.type);
    this.adopt(
      vscode.window.createWebviewPanel(this.options.type, title, { viewColumn: column, preserveFocus: !focus }),
      title,
    );
    if (kept.length > 0) void vscode.window.tabGroups.close(kept, true);
  }

  /**
   * Takes over a panel that VS Code kept while its window was loaded again. Of two of one kind the earlier one goes:
   * the view itself stays open.
   */
  adopt(panel: vscode.WebviewPanel, title = panel.title): void {
    const earlier = this.#panel;
    const { name, extension } = this.options;
    const media = vscode.Uri.joinPath(extension, 'media');
    const dist = vscode.Uri.joinPath(extension, 'dist');
    const { webview } = panel;
    this.#panel = panel;
    this.#hears = false;
    earlier?.dispose();
    panel.title = title;
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, 'view-light.svg'),
      dark: vscode.Uri.joinPath(media, 'view-dark.svg'),
    };
    webview.options = {
      enableScripts: true,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: [media, dist],
    };
    const address = (...at: [vscode.Uri, string]): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(...at)).toString();
    webview.onDidReceiveMessage((message: unknown) => this.#heard(panel, message));
    panel.onDidChangeViewState(() => {
      // Hidden, its page is gone; drawn again, it says that it is ready.
      if (panel === this.#panel && !panel.visible) this.#hears = false;
      this.options.turned?.(panel.visible);
    });
    panel.onDidDispose(() => this.#closed(panel));
    webview.html = pageOf({
      language: languageOfTexts(),
      title,
      styles: [address(media, 'view.css'), address(media, `${name}.css`)],
      script: address(dist, `view-${name}.js`),
      source: webview.cspSource,
      nonce: newNonce(),
    });
  }

  /**
   * Says something to the page. What it cannot hear now is not kept: when it is drawn again, it says that it is ready.
   */
  say(message: Said): void {
    if (this.#panel && this.#hears) void this.#panel.webview.postMessage(message);
  }

  /**
   * Waits until VS Code has noticed that its page was clicked in. What is shown before gets the keys, but then VS Code
   * takes the view for the active editor, and saves or closes that.
   */
  async noticed(): Promise<void> {
    const panel = this.#panel;
    if (!panel || panel.active) return;
    let listener: vscode.Disposable | undefined;
    await new Promise<void>(resolve => {
      listener = panel.onDidChangeViewState(() => {
        if (panel.active) resolve();
      });
      setTimeout(resolve, noticing);
    });
    listener?.dispose();
  }

  rename(title: string): void {
    if (this.#panel && this.#panel.title !== title) this.#panel.title = title;
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #heard(panel: vscode.WebviewPanel, message: unknown): unknown {
    if (panel !== this.#panel || typeof message !== 'object' || message === null || !('kind' in message))
      return undefined;
    const said = message as Heard | PageSays;
    if (said.kind !== 'ready') return this.options.hear(said as Heard);
    this.#hears = true;
    this.#measured(panel, (said as PageSays).width);
    return this.options.ready();
  }

  /** Goes to the draft's column, where the one made for it is too narrow: a tab there can be read. */
  #measured(panel: vscode.WebviewPanel, width: number): void {
    const draft = this.#madeBeside;
    this.#madeBeside = undefined;
    if (width >= roomy) narrow = false;
    if (draft === undefined || !(width > 0 && width <= cramped)) return;
    narrow = true;
    panel.reveal(draft, false);
  }

  #closed(panel: vscode.WebviewPanel): void {
    if (panel !== this.#panel) return;
    this.#panel = undefined;
    this.#hears = false;
    this.options.closed?.();
  }
}
