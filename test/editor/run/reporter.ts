// Tells the harness what happens, line by line, through the only way out that both extension hosts
// have: the console. The mark before each line tells ours from everyone else's.
import type { Runner, Test } from 'mocha';

const mark = '\u2502 ';
const say = (line: string): void => {
  // oxlint-disable-next-line no-console
  console.log(mark + line);
};

/** A mocha reporter: mocha calls it with `new`, and a function that listens is all it takes. */
export function harnessReporter(runner: Runner): void {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  let depth = 0;
  const indent = (): string => '  '.repeat(Math.max(0, depth - 1));
  runner.on('suite', suite => {
    depth += 1;
    if (suite.title) say(`${indent()}${suite.title}`);
  });
  runner.on('suite end', () => {
    depth -= 1;
  });
  runner.on('pass', (test: Test) => {
    passed += 1;
    const slow = (test.duration ?? 0) >= 1000 ? ` (${test.duration} ms)` : '';
    say(`${indent()}  ok ${test.title}${slow}`);
  });
  runner.on('pending', (test: Test) => {
    skipped += 1;
    say(`${indent()}  skipped ${test.title}`);
  });
  runner.on('fail', (test: Test, error: Error) => {
    failed += 1;
    say(`${indent()}  FAILED ${test.fullTitle()}`);
    for (const line of details(error).split('\n')) say(`${indent()}    ${line}`);
  });
  runner.on('end', () => say(`end ${passed} passed, ${failed} failed, ${skipped} skipped`));
}

function details(error: Error & { actual?: unknown; expected?: unknown }): string {
  const values =
    'actual' in error && 'expected' in error && error.actual !== undefined
      ? `\nactual:   ${shown(error.actual)}\nexpected: ${shown(error.expected)}`
      : '';
  const stack = (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 6)
    .join('\n');
  return `${error.message || String(error)}${values}\n${stack}`;
}

function shown(value: unknown): string {
  try {
    return typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value, undefined, 1) ?? String(value));
  } catch {
    return String(value);
  }
}
