// A check of a workspace of five thousand drafts, inside VS Code: how long it takes, the most memory the extension host
// needs, and the longest it is held up at once.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.mjs';
import { progress } from '../host/progress.mjs';
import { prepared, window } from './editor.mjs';
import { ms } from './stats.mjs';

const count = 5000;
const folder = join(root, 'test', 'fixtures', 'check');
const texts = readdirSync(folder)
  .filter(name => name.endsWith('.md'))
  .sort()
  .map(name => readFileSync(join(folder, name), 'utf8'));

/** A draft of some 3 KB with quotations, attributions and problems, of which no two are the same. */
const draft = number =>
  `${texts[number % texts.length]}\n\nThis is draft ${number}, and they said “local authorities could never work alone in ${number}” [@idm2022-1, day 3, conclusion 3].\n`;

export const benches = {
  async workspace({ host }) {
    const { vsix, runner } = await prepared();
    const shown = await window({ vsixes: [vsix], runner, host, plan: { role: 'workspace' } });
    let measured;
    try {
      for (let number = 0; number < count; number++) shown.write(`draft-${number}.md`, draft(number));
      const session = await shown.open();
      const answer = shown.next(message => message.workspace, session);
      measured = (await progress(`Checking ${count} drafts`, () => answer)).workspace;
      await session.close();
    } finally {
      shown.close();
    }
    const { drafts, problems, took, before, most, longest, report } = measured;
    return [
      {
        title: `Checking a workspace of ${count} drafts of 3 KB (${host === 'web' ? 'web worker' : 'Node'} extension host)`,
        columns: [
          'drafts',
          'problems',
          'took',
          'memory before, MB',
          'most, MB',
          'longest stop of the host',
          'the report, KB',
        ],
        rows: [
          [
            drafts,
            problems,
            ms(took),
            before?.toFixed(0) ?? '',
            most?.toFixed(0) ?? '',
            ms(longest),
            Math.round(report / 1000),
          ],
        ],
        gates: [
          { what: 'checking all drafts, s', measured: took / 1000, limit: 25 },
          ...(most === undefined
            ? []
            : [{ what: 'the most memory of the extension host, MB', measured: most, limit: 300 }]),
          { what: 'the longest stop of the host, ms', measured: longest, limit: 200 },
          { what: 'the report, KB', measured: report / 1000, limit: 500 },
        ],
      },
    ];
  },
};
