import { openSync, readSync } from 'node:fs';

/**
 * Milliseconds of processor time that this thread has taken: what else the machine does does not count, nor what the
 * engine does beside it, such as compiling. It is how long an extension host is held up where nothing else runs. Linux
 * tells of a thread; elsewhere it is the whole process's.
 */
export const threadTime: () => number = onLinux() ?? ofProcess;

function onLinux(): (() => number) | undefined {
  const told = Buffer.alloc(64);
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  try {
    const file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
    return () => {
      // Until a thread gives way, what is told of it may be some milliseconds old.
      Atomics.wait(nothing, 0, 0, 0.01);
      return Number.parseInt(told.toString('latin1', 0, readSync(file, told, 0, told.length, 0)), 10) / 1e6;
    };
  } catch {
    return undefined;
  }
}

function ofProcess(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
