// Property tests that are the same at every run: each runs from the seeds kept in test/seeds.json. `npm run fuzz` runs
// the same properties from fresh seeds.
import fc from 'fast-check';
import kept from './seeds.json';

/** What fast-check needs to run one failing case again. */
interface Counterexample {
  readonly seed: number;
  readonly path: string;
}

/** A fresh seed, where `npm run fuzz` asks for one. */
const fresh = process.env['IDM_FINDINGS_FUZZ_SEED'];
/** How many times as many cases a fuzzing round tries as a test does. */
const more = 4;

/** Every bundle of tests has its own copy of this module, and titles must differ across all of them. */
const titles: Set<string> = ((globalThis as { propertyTitles?: Set<string> }).propertyTitles ??= new Set());

/**
 * A mocha test that a property holds: first for each counterexample once found for it, then for `runs` cases from the
 * kept seeds, the same ones at every run: one from each, where there are to be fewer than there are seeds. The title
 * names the property in test/seeds.json, so no two share one.
 */
export function property<Ts>(
  title: string,
  holds: fc.IRawProperty<Ts>,
  { runs = 200, timeout = 60_000 }: { readonly runs?: number; readonly timeout?: number } = {},
): void {
  if (titles.has(title)) throw new Error(`Two properties are called "${title}".`);
  titles.add(title);
  it(`${title} [property]`, async function () {
    this.timeout(fresh === undefined ? timeout : timeout * more);
    if (fresh !== undefined) return assertHolds(title, holds, { seed: Number(fresh), numRuns: runs * more });
    const { [title]: found = [] } = kept.counterexamples as Readonly<
      Record<string, readonly Counterexample[] | undefined>
    >;
    for (const counterexample of found) await assertHolds(title, holds, { ...counterexample, numRuns: 1 });
    const each = Math.ceil(runs / kept.seeds.length);
    for (const seed of kept.seeds.slice(0, runs)) await assertHolds(title, holds, { seed, numRuns: each });
  });
}

async function assertHolds<Ts>(
  title: string,
  holds: fc.IRawProperty<Ts>,
  parameters: fc.Parameters<Ts>,
): Promise<void> {
  const details: fc.RunDetails<Ts> = await fc.check(holds, parameters);
  if (!details.failed) return;
  const { seed, counterexamplePath: path } = details;
  console.log(`COUNTEREXAMPLE ${JSON.stringify({ title, seed, path })}`);
  throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
}
