// A slow machine on a fast one, to find what waits for too little: IDM_FINDINGS_SLOW=4 gives the browser and VS Code's
// server, with its extension host, a quarter of their time.

/** How many times slower an editor is than it could be. */
export const slow = Math.max(1, Number(process.env.IDM_FINDINGS_SLOW) || 1);

/** How long a state is waited for, in milliseconds: far longer than it takes where nothing is wrong. */
export const patience = 30_000 * slow;

/** How long a process runs before it is halted, in milliseconds: about as long as systems let one run on. */
const turn = 10;

/**
 * Halts a process, and all that it starts, most of the time, until it ends; not on Windows, which cannot.
 * @param {import('node:child_process').ChildProcess} child the first of a group of processes
 */
export function slowed(child) {
  if (slow === 1 || process.platform === 'win32') return;
  const tell = (signal, next, milliseconds) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(-child.pid, signal);
      setTimeout(next, milliseconds).unref();
    } catch {
      // It has ended.
    }
  };
  const halt = () => tell('SIGSTOP', goOn, turn * (slow - 1));
  const goOn = () => tell('SIGCONT', halt, turn);
  goOn();
}
