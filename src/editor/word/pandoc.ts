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
}

/**
 * Writes a draft as a Word document: pandoc reads it in its sandbox, where it can fetch nothing;
 * only what it read, found free of remote addresses, is then written.
 *
 * @returns undefined when it is done
 * @throws {NotFoundError} when there is no pandoc
 */
export async function exportToWord(processes: Processes, asked: WordExport): Promise<Refusal | undefined> {
  const { pandoc, text, folder, output, sources, listed, token } = asked;
  const read = await processes.run(pandoc, ['--sandbox', '--from=markdown', '--to=json'], { input: text, token });
  if (token.isCancellationRequested) return { why: 'cancelled' };
  if (read.code !== 0) return refusalOf(read);
  const { json, remote } = prepareDocument(read.stdout, sources, listed);
  if (remote.length > 0) return { why: 'remote', addresses: remote };
  const args = ['--from=json', '--to=docx', '--citeproc', `--resource-path=${folder}`, `--output=${output}`];
  const written = await processes.run(pandoc, args, { input: json, token });
  if (token.isCancellationRequested) return { why: 'cancelled' };
  return written.code === 0 ? undefined : refusalOf(written);
}

function refusalOf({ code, stderr }: Ended): Refusal {
  if (code === 6 || /unrecognized option|unknown option/iu.test(stderr)) return { why: 'tooOld' };
  return { why: 'failed', message: stderr.trim().slice(0, 2_000) || `pandoc: ${code ?? 'killed'}` };
}
