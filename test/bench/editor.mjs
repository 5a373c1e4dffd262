// Measured inside VS Code: activation beside an empty extension's and a yardstick's, and completion beside a provider
// that returns twenty constants (the floor). Each is a window of its own, so that the floor bears
// nothing of ours; the runs take turns, so that a slow moment meets all alike.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleSuite } from '../host/bundle.mjs';
import { root } from '../host/paths.mjs';
import { discard, scratch, sweep } from '../host/processes.mjs';
import { progress, say } from '../host/progress.mjs';
import { startServer } from '../host/server.mjs';
import { openSession } from '../host/session.mjs';
import { limit, packageVsix, startLimit } from '../../scripts/package.mjs';
import { emptyId, emptyVsix, largeVsix, yardstickId, yardstickVsix } from './editor/packages.mjs';
import { median, ms, percentile } from './stats.mjs';

const ourId = 'idm-findings.idm-findings';
const mark = '\u2502 ';
const drafts = { 'draft-1KB.md': 1 << 10, 'draft-1MB.md': 1 << 20 };
const manyFindings = 10_000;

/**
 * Without these VS Code reads a draft anew for its folding, outline and links a quarter of a second after an edit. Of 1
 * MB each reading holds up the extension host for some hundred milliseconds, whoever offers completions: its Markdown
 * support parses the text there, three times for one edit, and sends all tokens to another process. A floor that is
 * through with twelve requests before that quarter is over is hardly ever met by it, and who takes a little longer
 * always is: that would be measured, and not the answers.
 */
const notReadAnew = {
  'editor.folding': false,
  'editor.stickyScroll.enabled': false,
  'editor.links': false,
  'breadcrumbs.enabled': false,
};

/** What is built once for all of them. */
export async function prepared() {
  sweep();
  const runner = await bundleSuite({
    entry: join(root, 'test', 'bench', 'editor', 'runner.ts'),
    into: join(root, 'out', 'bench', 'runner'),
  });
  return { runner, ...(await packageVsix()) };
}

/**
 * The benches inside VS Code, by name.
 * @type {Record<string, (options: { runs: number, host: 'node' | 'web' }) => Promise<import('./stats.mjs').Report[]>>}
 */
export const benches = {
  async activation(options) {
    const made = await prepared();
    return [
      {
        title: 'Size',
        columns: ['', 'bytes', 'at most'],
        rows: [
          ['VSIX', made.size, limit],
          ['read at activation', made.bundle, startLimit],
        ],
      },
      await activation({ ...made, ...options }),
    ];
  },
  completion: async options => [await latency({ ...(await prepared()), ...options })],
};

/** A server with extensions, and a window on it that runs the bench's module. `set`: settings besides those of every bench. */
export async function window({ vsixes, runner, host, plan = undefined, set = {}, timeout = 1_200_000 }) {
  const folder = scratch();
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace, { recursive: true });
  const ids = [ourId, emptyId, yardstickId, 'idm-findings.idm-findings-tests'];
  // VS Code's own word suggestions take longer than any provider in a long draft, and would hide both.
  const settings = {
    'files.autoSave': 'off',
    'editor.wordBasedSuggestions': 'off',
    ...set,
    ...(host === 'web' ? { 'remote.extensionKind': Object.fromEntries(ids.map(id => [id, ['web']])) } : {}),
  };
  const server = await startServer({ folder, vsix: vsixes, settings, driven: true });
  const write = (name, text) => {
    // Renamed into place, so that it is never read half written.
    writeFileSync(join(workspace, `${name}.new`), text);
    renameSync(join(workspace, `${name}.new`), join(workspace, name));
  };
  if (plan) write('plan.json', JSON.stringify(plan));
  const listeners = new Set();
  const onLine = text => {
    for (const line of text.split('\n').filter(part => part.includes(mark))) {
      const json = line.slice(line.indexOf(mark) + mark.length).replace(/\s+%c.*$/, '');
      for (const listener of listeners) listener(JSON.parse(json));
    }
  };
  return {
    write,
    /** Opens the window (once more); gives the session. */
    open: () => openSession({ server, runner, workspace, timeout, onLine }),
    /** The next message that passes. */
    next: (wanted, session) =>
      new Promise((resolve, reject) => {
        const listener = message => {
          if (wanted(message)) {
            listeners.delete(listener);
            resolve(message);
          }
        };
        listeners.add(listener);
        session.ended.then(
          code => reject(new Error(`The window ended (${code}) before it answered.\n${server.log()}`)),
          reject,
        );
      }),
    listen: listener => {
      listeners.add(listener);
    },
    close: () => {
      server.stop();
      discard(folder);
    },
  };
}

async function activation({ vsix, runner, host }) {
  const ids = [ourId, yardstickId, emptyId];
  const measured = Object.fromEntries(ids.map(id => [id, { took: [], busy: [] }]));
  const shown = await window({ vsixes: [vsix, await yardstickVsix(), await emptyVsix()], runner, host });
  try {
    shown.listen(({ id, took, busy }) => {
      if (!id) return;
      measured[id].took.push(took);
      // A web worker cannot tell: there the time on the clock has to do.
      measured[id].busy.push(busy ?? took);
    });
    await progress('Activation, twelve fresh extension hosts', async () => {
      for (let run = 0; run < 12; run++) {
        // Each goes first, second and third in turn: what is activated first finds less code compiled.
        const order = ids.map((_id, at) => ids[(at + run) % ids.length]);
        shown.write('plan.json', JSON.stringify({ role: 'activation', ids: order }));
        const session = await shown.open();
        const code = await session.ended;
        await session.close();
        if (code !== 0) throw new Error(`Activation ended with code ${code}.`);
      }
    });
  } finally {
    shown.close();
  }
  const row = (name, { busy, took }) => [
    name,
    ms(median(busy)),
    ms(median(took)),
    ms(Math.min(...took)),
    ms(Math.max(...took)),
    took.length,
  ];
  return {
    title: `Activation (${host === 'web' ? 'web worker' : 'Node'} extension host)`,
    columns: ['extension', 'processor time, median', 'on the clock, median', 'least', 'most', 'runs'],
    rows: [
      row('IDM Findings', measured[ourId]),
      row('one that only loads markdown-it (the yardstick)', measured[yardstickId]),
      row('an empty one', measured[emptyId]),
    ],
    gates: [
      {
        what: "median processor time of activation over the yardstick's",
        measured: median(measured[ourId].busy) / median(measured[yardstickId].busy),
        limit: 2,
      },
    ],
  };
}

/** Plain prose of about a size, with an empty place in the middle. */
function prose(size) {
  const line = 'The delegation set out its position at some length, and returned to it in the afternoon.';
  return `${Array.from({ length: Math.max(2, Math.floor(size / (line.length + 2))) }, () => line).join('\n\n')}\n`;
}

/** What a drafter would have typed at moments spread over real queries. */
function typedQueries() {
  const queries = JSON.parse(readFileSync(join(root, 'test', 'fixtures', 'search', 'queries.json'), 'utf8'))
    .map(({ query }) => query)
    .filter(query => !/[.,;!?"<>|`\\]/.test(query) && query.length < 75);
  const moments = queries.flatMap(query =>
    [Math.ceil(query.length / 3), Math.ceil((2 * query.length) / 3), query.length].map(
      end => `@${query.slice(0, end)}`,
    ),
  );
  const step = moments.length / 240;
  return Array.from(
    { length: Math.min(240, moments.length) },
    (_item, index) => moments[Math.floor(index * Math.max(1, step))],
  ).filter(Boolean);
}

async function latency({ vsix, runner, host, runs }) {
  const contenders = [
    { name: 'twenty constants (the floor)', vsixes: [], plan: { role: 'latency', floor: true } },
    { name: 'IDM Findings', vsixes: [vsix], plan: { role: 'latency' } },
    {
      name: `IDM Findings with ${manyFindings} findings`,
      vsixes: [await largeVsix(manyFindings)],
      plan: { role: 'latency' },
    },
  ];
  const requests = typedQueries();
  const open = [];
  try {
    for (const contender of contenders) {
      const shown = await window({ vsixes: contender.vsixes, runner, host, plan: contender.plan, set: notReadAnew });
      open.push({
        ...contender,
        shown,
        results: Object.fromEntries(Object.keys(drafts).map(name => [name, []])),
        offered: 0,
      });
      for (const [name, size] of Object.entries(drafts)) shown.write(name, prose(size));
      const session = await shown.open();
      open.at(-1).session = session;
      await shown.next(message => message.ready, session);
    }
    let number = 0;
    const turn = async (one, draft, list) => {
      number += 1;
      const answer = one.shown.next(message => message.turn === number, one.session);
      one.shown.write('turn.json', JSON.stringify({ number, draft, requests: list }));
      return answer;
    };
    for (const one of open) await turn(one, 'draft-1KB.md', requests.slice(0, 20));
    await progress(
      `Completion, ${runs} runs of ${requests.length} requests for each of ${open.length} in ${Object.keys(drafts).length} drafts`,
      async () => {
        for (let run = 0; run < runs; run++) {
          for (const draft of Object.keys(drafts)) {
            for (const one of run % 2 === 0 ? open : open.toReversed()) {
              const { times, offered, seconds } = await turn(one, draft, requests);
              say(
                `run ${run + 1}: ${draft}, ${one.name}: p50 ${ms(percentile(times, 0.5))}, in ${seconds.toFixed(0)} s`,
              );
              one.results[draft].push({ p50: percentile(times, 0.5), p95: percentile(times, 0.95) });
              one.offered += offered;
            }
          }
        }
      },
    );
  } finally {
    for (const { shown, session } of open) {
      await session?.close();
      shown.close();
    }
  }
  const rows = [];
  const gates = [];
  for (const draft of Object.keys(drafts)) {
    const of = one => ({
      p50: median(one.results[draft].map(({ p50 }) => p50)),
      p95: median(one.results[draft].map(({ p95 }) => p95)),
    });
    const floor = of(open[0]);
    for (const one of open) {
      const { p50, p95 } = of(one);
      rows.push([
        `${draft}: ${one.name}`,
        ms(p50),
        `${(p50 / floor.p50).toFixed(2)} ×`,
        ms(p95),
        `${(p95 / floor.p95).toFixed(2)} ×`,
      ]);
      if (one !== open[0])
        gates.push({ what: `p50 of ${one.name} over the floor's, ${draft}`, measured: p50 / floor.p50, limit: 1.5 });
    }
  }
  return {
    title: `Completion (${host === 'web' ? 'web worker' : 'Node'} extension host): medians over ${runs} interleaved runs of ${requests.length} requests`,
    columns: ['draft and provider', 'p50', 'of the floor', 'p95', 'of the floor'],
    rows,
    notes: [
      `Items offered a request, on average: ${open.map(one => `${one.name} ${(one.offered / (runs * requests.length * Object.keys(drafts).length)).toFixed(1)}`).join('; ')}.`,
      'VS Code reads no folding, outline and links meanwhile: with 1 MB each reading holds up the host whoever offers completions.',
      'To reach: p50 at most 1.25 × and p95 at most 1.5 × the floor. Both are noisy on a machine that does other work, so only a p50 above 1.5 × fails the bench.',
    ],
    gates,
  };
}
