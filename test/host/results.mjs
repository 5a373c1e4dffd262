// What the suite's reporter (test/editor/run/reporter.ts) says, as lines that begin with a mark.
const mark = '\u2502 ';

/**
 * A test that failed, and why.
 * @typedef {{ name: string, message: string }} Failure
 */

/**
 * Shows the reporter's lines as they come, and keeps the last one's numbers and the failures.
 * @param {boolean} verbose shows everything else that is printed too
 */
export function counter(verbose) {
  let result;
  /** @type {Failure[]} */
  const failures = [];
  /** How far the last failure's line is indented, while lines follow that say what failed: these are further. */
  let indent;
  const keep = said => {
    const own = said.search(/\S/);
    if (indent !== undefined && own > indent) {
      failures.at(-1).message += `${said.trim()}\n`;
      return;
    }
    const failed = /^\s*FAILED (.*)/.exec(said);
    indent = failed ? own : undefined;
    if (failed) failures.push({ name: failed[1], message: '' });
  };
  return {
    take(text, type = 'log') {
      for (const line of text.split('\n')) {
        const at = line.indexOf(mark);
        if (at < 0) {
          if (verbose) console.log(`    (${type}) ${line}`);
          continue;
        }
        const said = line.slice(at + mark.length).replace(/\s+%c.*$/, '');
        const end = /^end (\d+) passed, (\d+) failed, (\d+) skipped/.exec(said);
        if (end) result = { passed: Number(end[1]), failed: Number(end[2]), skipped: Number(end[3]), failures };
        else console.log(`    ${said}`);
        keep(said);
      }
    },
    result: () => result,
  };
}

/**
 * All failures together, for whoever sees only the end of a log.
 * @param {Failure[]} failures
 */
export function listed(failures) {
  return failures.map(({ name, message }) => `    - ${name}\n      ${firstLines(message)}\n`).join('');
}

/** A message's first lines: an assertion says below the first what it expected. */
function firstLines(message) {
  const lines = message.split('\n').filter(line => line.trim() !== '' && !/^\s+at /.test(line));
  return lines.slice(0, 8).join('\n      ').slice(0, 600);
}
