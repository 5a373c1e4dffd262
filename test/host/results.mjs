// What the suite's reporter (test/editor/run/reporter.ts) says, as lines that begin with a mark.
const mark = '\u2502 ';

/**
 * Shows the reporter's lines as they come, and keeps the last one's numbers.
 * @param {boolean} verbose shows everything else that is printed too
 */
export function counter(verbose) {
  let result;
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
        if (end) result = { passed: Number(end[1]), failed: Number(end[2]), skipped: Number(end[3]) };
        else console.log(`    ${said}`);
      }
    },
    result: () => result,
  };
}
