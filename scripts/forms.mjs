// `npm run forms` writes docs/citation-forms.md anew from the code. Read every changed line before it is committed.
import { run } from '../test/host/processes.mjs';
import { root } from '../test/host/paths.mjs';

await run(process.execPath, ['scripts/unitTest.mjs', 'test/unit/citation/forms.test.ts'], {
  cwd: root,
  env: { ...process.env, UPDATE_EXPECTED: '1' },
});
