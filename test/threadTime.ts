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

/** What is shorter is taken for the processor's time as it is, in milliseconds: waiting is in it, but little. */
const short = 1;
/** So much time may pass until the thread's is asked for again, in milliseconds. */
const asked = 2;

/**
 * The same to be asked before and after each of many short stretches of work: between two answers lies no less than
 * the time the thread took, and hardly more. To ask the system each time would take longer than the work.
 */
export function timeOfStretches(): () => number {
  let told = 0;
  let thread = threadTime();
  let threadAt = performance.now();
  let last = threadAt;
  return () => {
    const now = performance.now();
    const passed = now - last;
    last = now;
    if (passed < short && now - threadAt < asked) return (told += passed);
    const before = thread;
    thread = threadTime();
    threadAt = performance.now();
    last = threadAt;
    return (told += Math.min(passed, thread - before));
  };
}
