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

/** A draft of some 3 KB with quotations, attributions and problems: versions of three drafts, each with a paragraph of its own. */
const version = number =>
  `${texts[number % texts.length]}\n\nThis is draft ${number}, and they said “local authorities could never work alone in ${number}” [@idm2022-1, day 3, conclusion 3].\n`;

/** The same, with no paragraph that another draft has. */
const unlike = number => version(number).replace(/(?<=\S)\n\n/gu, ` (${number})\n\n`);

async function measured({ host, floor, draft = version }) {
  const { vsix, runner } = await prepared();
  const shown = await window({ vsixes: [vsix], runner, host, plan: { role: 'workspace', floor } });
  try {
    for (let number = 0; number < count; number++) shown.write(`draft-${number}.md`, draft(number));
    const session = await shown.open();
    const answer = shown.next(message => message.workspace, session);
    const { workspace } = await progress(`${floor ? 'Reading' : 'Checking'} ${count} drafts`, () => answer);
    await session.close();
    return workspace;
  } finally {
    shown.close();
  }
}

export const benches = {
  async workspace({ host }) {
    const floor = await measured({ host, floor: true });
    const ours = await measured({ host, floor: false });
    const others = await measured({ host, floor: false, draft: unlike });
    const row = (what, { drafts, problems, took, busy, before, most, young, held, longest, report }) => [
      what,
      drafts,
      problems,
      ms(took),
      busy ? ms(busy) : '',
      before?.toFixed(0) ?? '',
      most?.toFixed(0) ?? '',
      young?.toFixed(0) ?? '',
      held?.toFixed(0) ?? '',
      ms(longest),
      Math.round(report / 1000),
    ];
    return [
      {
        title: `Checking a workspace of ${count} drafts of 3 KB (${host === 'web' ? 'web worker' : 'Node'} extension host)`,
        columns: [
          '',
          'drafts',
          'problems',
          'took',
          'of processor time',
          'memory before, MB',
          'most, MB',
          'room for young garbage, MB',
          'heap held in the end, MB',
          'longest stop of the host',
          'the report, KB',
        ],
        rows: [
          row('reading them only', floor),
          row('checking versions of three drafts', ours),
          row('checking drafts that share no paragraph', others),
        ],
        gates: [
          // A web worker cannot tell its processor time.
          { what: 'checking all drafts, s of processor time', measured: (ours.busy ?? ours.took) / 1000, limit: 25 },
          ...(ours.most === undefined
            ? []
            : [{ what: 'the most memory of the extension host, MB', measured: ours.most, limit: 300 }]),
          { what: 'the longest stop of the host, ms', measured: ours.longest, limit: 200 },
          { what: 'the report, KB', measured: ours.report / 1000, limit: 500 },
        ],
      },
    ];
  },
};
