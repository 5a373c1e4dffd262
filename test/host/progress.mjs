// What a person sees while something long goes on.

export const heading = text => console.log(`\n=== ${text}`);
export const say = text => console.log(`    ${text}`);

/**
 * Says what is being done, then now and then that it still is.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function progress(what, work) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  say(`${what} …`);
  let told = 0;
  const timer = setInterval(() => {
    // Every 5 s at first, then more rarely.
    if (seconds() - told < Math.max(5, told / 4)) return;
    told = seconds();
    say(`${what}: still going, ${told} s`);
  }, 1000);
  try {
    const result = await work();
    say(`${what}: done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
