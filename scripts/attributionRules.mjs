// `npm run attribution-rules` writes docs/attribution-rules.md anew from the code. Read every changed line before it is committed.
import { run } from '../test/host/processes.mjs';
import { root } from '../test/host/paths.mjs';

await run(process.execPath, ['esbuild.js', '--unit'], { cwd: root });
await run(process.execPath, ['node_modules/mocha/bin/mocha.js', 'out/unit/check/attributionRules.test.cjs'], {
  cwd: root,
  env: { ...process.env, UPDATE_EXPECTED: '1' },
});
