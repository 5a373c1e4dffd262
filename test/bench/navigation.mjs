// Measured inside VS Code: hover and definition on citations of a long draft, beside providers that return a constant
// (the floor), and all references of a passage over a workspace of a thousand drafts.
import { progress } from '../host/progress.mjs';
import { prepared, window } from './editor.mjs';
import { median, ms, percentile } from './stats.mjs';

const line = 'The delegation set out its position at some length, and returned to it in the afternoon. ';
const note = '[^idm2022-1-d2c4]: International Organization for Migration, day 2, fourth conclusion.';
const cited = count =>
  `${Array.from({ length: count }, () => `${line.repeat(5)}Access.[^idm2022-1-d2c4]`).join('\n\n')}\n\n${note}\n`;
const workspaceDrafts = 1000;

export const benches = {
  async navigation({ host }) {
    const { vsix, runner } = await prepared();
    const measured = {};
    for (const [name, vsixes] of [
      ['floor', []],
      ['ours', [vsix]],
    ]) {
      const shown = await window({ vsixes, runner, host, plan: { role: 'navigation', floor: name === 'floor' } });
      try {
        shown.write('cited.md', cited(2000));
        if (name === 'ours')
          for (let number = 0; number < workspaceDrafts; number++) shown.write(`draft-${number}.md`, cited(11));
        const session = await shown.open();
        const answer = shown.next(message => message.hover, session);
        measured[name] = await progress(
          `Hover, definition${name === 'ours' ? ', references' : ' of the floor'}`,
          () => answer,
        );
        await session.close();
      } finally {
        shown.close();
      }
    }
    const { floor, ours } = measured;
    const row = what => [
      what,
      ms(percentile(floor[what], 0.5)),
      ms(percentile(ours[what], 0.5)),
      `${(percentile(ours[what], 0.5) / percentile(floor[what], 0.5)).toFixed(2)} ×`,
    ];
    const over = what => ({
      what: `p50 of ${what} over the floor's`,
      measured: median(ours[what]) / median(floor[what]),
      limit: 1.5,
    });
    return [
      {
        title: 'Hover and definition in 1 MB with 2,000 citations: p50 of 200 requests',
        columns: ['', 'a constant (the floor)', 'IDM Findings', 'of the floor'],
        rows: [row('hover'), row('definition')],
        gates: [over('hover'), over('definition')],
      },
      {
        title: `All references of a passage over ${workspaceDrafts} drafts of 5 KB`,
        columns: ['', 'took', 'places'],
        rows: ours.references.map(({ took, places }, at) => [
          at === 0 ? 'first' : 'again, nothing changed',
          ms(took),
          places,
        ]),
        gates: [{ what: 'the first search, ms', measured: ours.references[0].took, limit: 2000 }],
      },
    ];
  },
};
