// The entry that VS Code calls in its extension host (Node or web worker): mocha's browser build,
// since a worker has no Node, and our reporter.
import { harnessReporter } from './reporter';

/** Set by the bundler: which tests to run (a regular expression; all, where empty). */
declare const TEST_GREP: string;
/** Set by the bundler: requires every suite of this folder, after mocha's globals exist. */
declare const requireSuites: () => void;

export async function run(): Promise<void> {
  const global = globalThis as unknown as { mocha: BrowserMocha; Mocha: typeof Mocha };
  // @ts-expect-error The browser build has no types of its own; it sets globals.
  await import('mocha/mocha.js');
  const { mocha } = global;
  mocha.setup({ ui: 'bdd', timeout: 240_000, slow: 1000, reporter: harnessReporter });
  if (TEST_GREP) mocha.grep(new RegExp(TEST_GREP, 'i'));
  requireSuites();
  // Not the browser build's own `run`: it reads the page's address, and here is no page.
  const failures = await new Promise<number>(resolve => {
    global.Mocha.prototype.run.call(mocha as never, resolve);
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}

interface BrowserMocha {
  setup(options: { ui: string; timeout: number; slow: number; reporter: unknown }): void;
  grep(pattern: RegExp): void;
}
