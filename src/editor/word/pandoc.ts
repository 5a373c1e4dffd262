import { prepareDocument } from '../../domain/handover/pandocDocument';
import type { Cancellation, Ended, Processes } from './processes';

/** Why a draft was not exported. */
export type Refusal =
  | { readonly why: 'cancelled' }
  /** pandoc would fetch these. */
  | { readonly why: 'remote'; readonly addresses: readonly string[] }
  /** It does not know what it is told: older than 2.15. */
  | { readonly why: 'tooOld' }
  | { readonly why: 'failed'; readonly message: string };

export interface WordExport {
  /** The executable. */
  readonly pandoc: string;
  readonly text: string;
  /** The draft's folder: images and bibliographies are found from there. */
  readonly folder: string;
  readonly output: string;
  /** Bibliographic data of the sources cited, as CSL-JSON. */
  readonly sources: string;
  /** Whether the draft has a list of sources of its own. */
  readonly listed: boolean;
  readonly token: Cancellation;
  /** Told what pandoc could not do although it wrote the document: citations and images it did not find. */
  readonly warn?: (warnings: readonly string[]) => void;
}

/**
 * pandoc's way to the network ends at a port that does not exist: so it fetches nothing, whatever the
 * files that a draft refers to may name in turn (a dependent CSL style names its parent's address).
 */
const nowhere = 'http://127.0.0.1:0';
const offline = Object.fromEntries(['http_proxy', 'https_proxy', 'no_proxy'].flatMap(name => {
  const value = name === 'no_proxy' ? '' : nowhere;
  return [[name, value], [name.toUpperCase(), value]];
}));

/**
 * Writes a draft as a Word document: pandoc reads it in its sandbox, where it can fetch nothing;
 * only what it read, found free of remote addresses, is then written, offline.
 *
 * @returns undefined when it is done
 * @throws {NotFoundError} when there is no pandoc
 */
export async function exportToWord(processes: Processes, asked: WordExport): Promise<Refusal | undefined> {
  const { pandoc, text, folder, output, sources, listed, token, warn } = asked;
  const read = await processes.run(pandoc, ['--sandbox', '--from=markdown', '--to=json'], { input: text, token, env: offline });
  if (token.isCancellationRequested) return { why: 'cancelled' };
  if (read.code !== 0) return refusalOf(read);
  const { json, remote } = prepareDocument(read.stdout, sources, listed);
  if (remote.length > 0) return { why: 'remote', addresses: remote };
  const args = ['--from=json', '--to=docx', '--citeproc', `--resource-path=${folder}`, `--output=${output}`];
  const written = await processes.run(pandoc, args, { input: json, token, env: offline });
  if (token.isCancellationRequested) return { why: 'cancelled' };
  if (written.code !== 0) return refusalOf(written);
  const warnings = [...written.stderr.matchAll(/^\[WARNING\] (.*)/gmu)].map(([, words = '']) => words.trim());
  if (warnings.length > 0) warn?.([...new Set(warnings)]);
  return undefined;
}

function refusalOf({ code, stderr }: Ended): Refusal {
  if (code === 6 || /unrecognized option|unknown option/iu.test(stderr)) return { why: 'tooOld' };
  const [, address] = /^Could not fetch ([a-z][a-z0-9+.-]*:\S+)/imu.exec(stderr) ?? [];
  if (address !== undefined) return { why: 'remote', addresses: [address] };
  return { why: 'failed', message: stderr.trim().slice(0, 2_000) || `pandoc: ${code ?? 'killed'}` };
}
