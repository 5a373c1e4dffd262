/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program without a shell: nothing in its arguments is ever interpreted. It is not started in
 * the draft's folder, where Windows would look for the program first.
 */
export interface Processes {
  /**
   * @param input what the program reads from its standard input
   * @throws {NotFoundError} when there is no such program; any other error of starting it
   */
  run(file: string, args: readonly string[], options: RunOptions): Promise<Ended>;
}

/** What cancels a run: VS Code's `CancellationToken` is one. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): unknown };
}

interface RunOptions {
  readonly input: string;
  readonly token: Cancellation;
  /** Variables of the environment that differ from ours. */
  readonly env?: Readonly<Record<string, string>>;
}

export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}

/** The little of Node's `child_process` that is used: src/ has no Node types, since it also runs in web workers. */
interface Stream {
  setEncoding(encoding: 'utf8'): void;
  on(event: 'data', listener: (chunk: string) => void): void;
}

interface Child {
  readonly stdin: { end(text: string): void; on(event: 'error', listener: () => void): void };
  readonly stdout: Stream;
  readonly stderr: Stream;
  on(event: 'error', listener: (error: Error & { readonly code?: string }) => void): void;
  on(event: 'close', listener: (code: number | null) => void): void;
  kill(): void;
}

type Environment = Readonly<Record<string, string | undefined>>;

interface ChildProcess {
  spawn(file: string, args: readonly string[], options: { shell: false; windowsHide: true; env: Environment }): Child;
}

/** Node's processes where the extension runs in Node; undefined in a web worker. Loaded when first asked for. */
export function nodeProcesses(): Processes | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const module = process?.getBuiltinModule?.('node:child_process') as ChildProcess | undefined;
  return module === undefined ? undefined : { run: (file, args, options) => run(module, file, args, options) };
}

/** Whether there are processes at all, without loading them. */
export function hasProcesses(): boolean {
  const { process } = globalThis as { process?: { getBuiltinModule?: unknown } };
  return typeof process?.getBuiltinModule === 'function';
}

function run(
  { spawn }: ChildProcess,
  file: string,
  args: readonly string[],
  { input, token, env }: RunOptions,
): Promise<Ended> {
  const { process } = globalThis as { process?: { env?: Environment } };
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { shell: false, windowsHide: true, env: { ...process?.env, ...env } });
    const stdout = gather(child.stdout);
    const stderr = gather(child.stderr);
    const cancelling = token.onCancellationRequested(() => child.kill());
    child.on('error', error => {
      cancelling.dispose();
      reject(error.code === 'ENOENT' ? new NotFoundError(file, { cause: error }) : error);
    });
    child.on('close', code => {
      cancelling.dispose();
      resolve({ code, stdout: stdout(), stderr: stderr() });
    });
    // A program that ends without reading its input is judged by how it ends.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

function gather(stream: Stream): () => string {
  const chunks: string[] = [];
  stream.setEncoding('utf8');
  stream.on('data', chunk => chunks.push(chunk));
  return () => chunks.join('');
}
