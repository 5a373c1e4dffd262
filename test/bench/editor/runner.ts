// What the bench does inside the extension host. The harness tells it through files of the opened
// folder, the only way in that both hosts have; what it measured goes out through the console.
import * as vscode from 'vscode';

const mark = '\u2502 ';
const say = (value: object): void => {
  // oxlint-disable-next-line no-console
  console.log(mark + JSON.stringify(value));
};
const sleep = (ms: number): Promise<void> =>
  new Promise(resolve => {
    setTimeout(resolve, ms);
  });

interface Plan {
  readonly role: 'activation' | 'latency' | 'navigation' | 'workspace';
  /** The extensions to activate, in this order. */
  readonly ids?: readonly string[];
  /** Whether to register the floor: providers that return constants. */
  readonly floor?: boolean;
}

interface Turn {
  readonly number: number;
  readonly end?: boolean;
  readonly draft: string;
  readonly requests: readonly string[];
}

async function read<T>(name: string): Promise<T | undefined> {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
  try {
    return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))) as T;
  } catch {
    return undefined;
  }
}

export async function run(): Promise<void> {
  const plan = await read<Plan>('plan.json');
  if (plan?.role === 'activation') await activation(plan.ids ?? []);
  else if (plan?.role === 'navigation') await navigation(plan.floor ?? false);
  else if (plan?.role === 'workspace') await workspace(plan.floor ?? false);
  else await latency(plan?.floor ?? false);
}

/**
 * Milliseconds of processor time that this host has used: what other programs do at the time does not count. A web
 * worker cannot tell.
 */
function busy(): number {
  const { process } = globalThis as { process?: { cpuUsage?(): { user: number; system: number } } };
  const used = process?.cpuUsage?.();
  return used ? (used.user + used.system) / 1000 : Number.NaN;
}

/** Activates each extension and says how long that took, its code loaded included. */
async function activation(ids: readonly string[]): Promise<void> {
  // The host has just started: let what activates on startup be over.
  await sleep(1500);
  for (const id of ids) {
    const extension = vscode.extensions.getExtension(id);
    if (!extension) throw new Error(`${id} is not there`);
    if (extension.isActive) throw new Error(`${id} is active already: nothing to measure`);
    const began = performance.now();
    const busyBefore = busy();
    await extension.activate();
    say({ id, took: performance.now() - began, busy: busy() - busyBefore });
    await sleep(200);
  }
}

/** Memory of this host's process in MB, where there is a process. */
function memory(): number | undefined {
  const { process } = globalThis as { process?: { memoryUsage?: { rss?: () => number } } };
  const bytes = process?.memoryUsage?.rss?.();
  return bytes === undefined ? undefined : bytes / 1e6;
}

/** What of the heap of this host is young, in MB: room that the engine takes for garbage, the more the longer it works. */
function young(): number | undefined {
  const spaces = builtin<{ getHeapSpaceStatistics(): { space_name: string; space_size: number }[] }>('v8');
  const found = spaces?.getHeapSpaceStatistics().filter(({ space_name: name }) => name.startsWith('new_'));
  return found && found.reduce((sum, { space_size: size }) => sum + size, 0) / 1e6;
}

/** What the heap of this host holds once all garbage is collected, in MB. */
function held(): number | undefined {
  const vm = builtin<{ runInNewContext(code: string): () => void }>('vm');
  builtin<{ setFlagsFromString(flags: string): void }>('v8')?.setFlagsFromString('--expose-gc');
  const collect = vm?.runInNewContext('gc');
  for (let times = 0; times < 3; times++) collect?.();
  const { process } = globalThis as { process?: { memoryUsage?(): { heapUsed: number } } };
  return collect && process?.memoryUsage && process.memoryUsage().heapUsed / 1e6;
}

/** A module of Node, where there are such. */
function builtin<T>(name: string): T | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): unknown } };
  return process?.getBuiltinModule?.(name) as T | undefined;
}

/**
 * Checks all drafts of the workspace: how long it takes, what memory it needs, and how long it holds up the host at
 * once. The floor is to read them only.
 */
async function workspace(floor: boolean): Promise<void> {
  if (!floor) await vscode.extensions.getExtension('idm-findings.idm-findings')!.activate();
  await sleep(1500);
  const before = memory();
  let most = before;
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 20);
    last = now;
    const used = memory();
    if (used !== undefined && most !== undefined) most = Math.max(most, used);
  }, 20);
  const began = performance.now();
  const busyBefore = busy();
  const result = floor
    ? await readAll()
    : await vscode.commands.executeCommand<{ drafts: number; problems: number }>('idmFindings.checkWorkspace');
  const took = performance.now() - began;
  const used = busy() - busyBefore;
  clearInterval(timer);
  const kept = { young: young(), held: held() };
  const report = floor ? 0 : (await vscode.commands.executeCommand<string>('idmFindings.copyReport')).length;
  say({ workspace: { ...result, took, busy: used, before, most, ...kept, longest, report } });
}

/** What any extension that looks at all drafts does: they are found, read and decoded, one after the other. */
async function readAll(): Promise<{ drafts: number; problems: number }> {
  let drafts = 0;
  for (const uri of await vscode.workspace.findFiles('**/*.md')) {
    if (new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)).length > 0) drafts++;
  }
  return { drafts, problems: 0 };
}

async function latency(floor: boolean): Promise<void> {
  if (floor) registerFloor();
  else await vscode.extensions.getExtension('idm-findings.idm-findings')!.activate();
  say({ ready: true });
  let done = 0;
  for (;;) {
    const turn = await read<Turn>('turn.json');
    if (turn?.end) return;
    if (turn && turn.number > done) {
      done = turn.number;
      say({ turn: done, ...(await requests(turn)) });
    }
    await sleep(50);
  }
}

function registerFloor(): void {
  const items = Array.from(
    { length: 20 },
    (_item, index) => new vscode.CompletionItem(`@constant ${index}`, vscode.CompletionItemKind.Reference),
  );
  vscode.languages.registerCompletionItemProvider(
    { language: 'markdown' },
    { provideCompletionItems: () => items },
    '@',
    ' ',
  );
}

/**
 * Hovers over citations and follows them, as many as `asked` spread over a draft; then, of ours, all references twice.
 */
async function navigation(floor: boolean): Promise<void> {
  const asked = 200;
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const uri = vscode.Uri.joinPath(folder, 'cited.md');
  if (floor) {
    const selector = { language: 'markdown' };
    vscode.languages.registerHoverProvider(selector, { provideHover: () => new vscode.Hover('a constant') });
    vscode.languages.registerDefinitionProvider(selector, {
      provideDefinition: () => new vscode.Location(uri, new vscode.Position(0, 0)),
    });
  } else {
    await vscode.extensions.getExtension('idm-findings.idm-findings')!.activate();
  }
  const { document } = await vscode.window.showTextDocument(uri);
  const marks = [...document.getText().matchAll(/\[\^idm/g)].map(({ index }) => document.positionAt(index + 3));
  const hover: number[] = [];
  const definition: number[] = [];
  let source: vscode.LocationLink | undefined;
  // The first requests of each kind are over before any counts.
  for (let turn = -20; turn < asked; turn++) {
    const at = marks[Math.floor(((turn + 20) / (asked + 20)) * (marks.length - 1))]!;
    const began = performance.now();
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
    const between = performance.now();
    const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      uri,
      at,
    );
    if (hovers.length === 0 || found.length === 0) throw new Error(`Nothing at line ${at.line + 1}`);
    source ??= found.find(({ targetUri }) => targetUri?.scheme === 'idm-findings');
    if (turn < 0) continue;
    hover.push(between - began);
    definition.push(performance.now() - between);
  }
  const references: { took: number; places: number }[] = [];
  for (const { targetUri, targetRange } of source ? [source, source] : []) {
    const began = performance.now();
    await vscode.workspace.openTextDocument(targetUri);
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      targetUri,
      targetRange.start,
    );
    references.push({ took: performance.now() - began, places: places.length });
  }
  say({ hover, definition, references });
}

/** So many requests stand in the draft at once, each in a paragraph of its own. */
const block = 12;

/**
 * Writes the requests into the middle of the draft, a block at a time, and times the answer of all
 * providers at the end of each, as VS Code asks them. An edit for each would measure VS Code's own
 * Markdown parser instead, which reads a long draft anew after every change.
 */
async function requests({
  draft,
  requests: typed,
}: Turn): Promise<{ times: number[]; offered: number; seconds: number }> {
  const started = performance.now();
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, draft);
  const editor = await vscode.window.showTextDocument(uri);
  const { document } = editor;
  const line = Math.floor(document.lineCount / 2);
  const start = document.lineAt(line).range.end;
  const times: number[] = [];
  let offered = 0;
  let written = start;
  for (let from = 0; from < typed.length; from += block) {
    const words = typed.slice(from, from + block);
    const text = words.map(word => `\n\n${word}`).join('');
    await editor.edit(edit => edit.replace(new vscode.Range(start, written), text), {
      undoStopBefore: false,
      undoStopAfter: false,
    });
    written = document.positionAt(document.offsetAt(start) + text.length);
    for (const index of words.keys()) {
      const at = document.lineAt(line + 2 * (index + 1)).range.end;
      const began = performance.now();
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        at,
      );
      times.push(performance.now() - began);
      offered += list.items.length;
    }
  }
  await editor.edit(edit => edit.delete(new vscode.Range(start, written)));
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  return { times, offered, seconds: (performance.now() - started) / 1000 };
}
