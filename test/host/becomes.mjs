// Waiting for a state. In an editor nothing happens at once, least of all on a slow machine: what is read right after a
// key or a click may be what was there before, or something on the way. So a run reads until it sees what it expects.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { patience } from './slow.mjs';

function check(actual, expected, message) {
  if (typeof expected === 'function') expected(actual);
  else if (expected instanceof RegExp) assert.match(actual, expected, message);
  else assert.deepEqual(actual, expected, message);
}

/**
 * Reads until what is read is as expected, and gives it; when time is up, fails showing what was read last.
 * @template T
 * @param {() => T | Promise<T>} read may throw while there is nothing to be read
 * @param {T | RegExp | ((actual: T) => void)} expected the value, what matches it, or a function that throws unless it
 *   is right
 * @param {string} [message] what it means
 * @returns {Promise<T>}
 */
export async function becomes(read, expected, message, timeout = patience) {
  for (const end = Date.now() + timeout; ; await pause(50)) {
    try {
      const actual = await read();
      check(actual, expected, message);
      return actual;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/**
 * As `becomes`, and then it stays so: for where nothing more is to happen, and only time can show it.
 * @param {() => any} read
 * @param {any} expected
 * @param {string} [message]
 * @param {number} [milliseconds] longer than what is not to happen would take
 */
export async function stays(read, expected, message, milliseconds = 1500) {
  await becomes(read, expected, message);
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(100))
    check(await read(), expected, message);
}

/**
 * As `becomes`, once it has been so for a while on end: for where answers to earlier keys may still come, and change it
 * for a moment.
 * @param {() => any} read
 * @param {any} expected
 * @param {string} [message]
 * @param {number} [milliseconds] longer than an editor that has nothing else to do takes between two such answers
 */
export async function settles(read, expected, message, milliseconds = 600) {
  let since = Infinity;
  await becomes(
    async () => {
      const actual = await read();
      try {
        check(actual, expected, message);
      } catch (error) {
        since = Infinity;
        throw error;
      }
      since = Math.min(since, Date.now());
      return Date.now() - since >= milliseconds;
    },
    settled => assert.ok(settled, message ?? 'it never was so for long'),
  );
}

/**
 * Reads until what is read has been the same for a while, and gives it: for where what it becomes is not known
 * beforehand.
 */
export async function calms(read, milliseconds = 300) {
  let last = await read();
  await settles(
    async () => {
      const before = last;
      last = await read();
      return last === before;
    },
    true,
    'it never was the same for long',
    milliseconds,
  );
  return last;
}
