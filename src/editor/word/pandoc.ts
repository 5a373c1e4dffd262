import { isRemote, selfContained, takenIn, withSources } from '../../domain/handover/pandocDocument';
import { isTooDeep } from '../../domain/handover/pandocJson';
import type { LocalFiles } from './files';
import type { Cancellation, Ended, Processes } from './processes';
import { Taking, type LeftOut } from './taking';

/** Why a draft was not exported. */
export type Refusal =
  | { readonly why: 'cancelled' }
  /** pandoc would fetch these. */
  | { readonly why: 'remote'; readonly addresses: readonly string[] }
  /** It does not know what it is told: older than 2.15. */
  | { readonly why: 'tooOld' }
  /** Quotations in quotations, or the like, without end. */
  | { readonly why: 'tooDeep' }
  | { readonly why: 'failed'; readonly message: string };

/** What is not in the Word document as the draft has it, although it was written. */
export interface Missed {
  /** pandoc's own words: citations it did not find. */
  readonly warnings: readonly string[];
  readonly leftOut: readonly { readonly name: string; readonly why: LeftOut }[];
  /** Pieces of raw Word that were dropped. */
  readonly raw: number;
}

export interface WordExport {
  /** The executable. */
  readonly pandoc: string;
  readonly text: string;
  /** The draft's folder: images and bibliographies are found from there. */
  readonly folder: string;
  /** Folders besides it whose files may be taken in unasked. */
  readonly roots: readonly string[];
  readonly output: string;
  /** Bibliographic data of the sources cited, as CSL-JSON. */
  readonly sources: string;
  /** Whether the draft has a list of sources of its own. */
  readonly listed: boolean;
  readonly token: Cancellation;
  /** Asked whether files from elsewhere are to be taken in; undefined to export nothing. */
  readonly askOutside?: (paths: readonly string[]) => PromiseLike<boolean | undefined>;
  /** Told what is missing in a document that was written. */
  readonly tell?: (missed: Missed) => void;
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
 * How pandoc reads a draft: as the preview does, a heading or a quotation needs no empty line before it. A list still does:
 * with `lists_without_preceding_blankline` a line that happens to begin with a year and a full stop would become a list too,
 * which the preview reads as running text.
 */
const reading = 'markdown-blank_before_header-blank_before_blockquote';

/**
 * Writes a draft as a Word document. pandoc reads the draft in its sandbox, where it can open and fetch nothing. What the draft
 * names we read ourselves and hand over: bibliographies and styles as copies, images as their bytes. So what pandoc then
 * writes, offline, refers to no file. (The sandbox is of no use there: Debian's pandoc cannot write Word in it, and
 * no pandoc finds the drafter's own reference document.)
 *
 * @returns undefined when it is done
 * @throws {NotFoundError} when there is no pandoc
 */
export async function exportToWord(processes: Processes, files: LocalFiles, asked: WordExport): Promise<Refusal | undefined> {
  const { pandoc, text, output, sources, listed, token, tell } = asked;
  const run = (args: readonly string[], input: string): Promise<Ended> => processes.run(pandoc, args, { input, token, env: offline });
  const read = await run(['--sandbox', `--from=${reading}`, '--to=json'], text);
  if (token.isCancellationRequested) return { why: 'cancelled' };
  if (read.code !== 0) return refusalOf(read);
  if (isTooDeep(read.stdout)) return { why: 'tooDeep' };
  const named = takenIn(read.stdout);
  const remote = [...named.files, ...named.images].filter(isRemote);
  if (remote.length > 0) return { why: 'remote', addresses: remote.map(address => address.trim()) };

  const taking = new Taking(files, asked);
  await taking.read([...named.files, ...named.images]);
  const outside = taking.outside();
  const taken = outside.length > 0 && asked.askOutside ? await asked.askOutside(outside) : false;
  if (taken === undefined || token.isCancellationRequested) return { why: 'cancelled' };

  // What a bibliography brings in turn was not asked about.
  const allowed = (name: string): boolean => taken && (named.files.includes(name) || named.images.includes(name));
  const copies = await files.copies();
  const own = (words: string): string => taking.named(words, copies.folder);
  try {
    const cited = await run(['--from=json', '--to=json', '--citeproc', `--resource-path=${copies.folder}`],
      withSources(read.stdout, await taking.copied(named.files, copies, allowed), sources, listed));
    if (token.isCancellationRequested) return { why: 'cancelled' };
    if (cited.code !== 0) return refusalOf({ ...cited, stderr: own(cited.stderr) });
    if (isTooDeep(cited.stdout)) return { why: 'tooDeep' };
    // A bibliography may have brought more images, from wherever it came.
    const images = takenIn(cited.stdout).images;
    await taking.read(images.filter(image => !isRemote(image)));
    const { json, raw } = selfContained(cited.stdout, taking.images(images, allowed));
    const written = await run(['--from=json', '--to=docx', `--resource-path=${copies.folder}`, `--output=${output}`], json);
    if (token.isCancellationRequested) return { why: 'cancelled' };
    if (written.code !== 0) return refusalOf({ ...written, stderr: own(written.stderr) });
    const warnings = [...own(`${cited.stderr}\n${written.stderr}`).matchAll(/^\[WARNING\] (.*)/gmu)].map(([, words = '']) => words.trim());
    const leftOut = [...taking.leftOut].map(([name, why]) => ({ name, why }));
    if (warnings.length + leftOut.length + raw > 0) tell?.({ warnings: [...new Set(warnings)], leftOut, raw });
  } finally {
    await copies.dispose();
  }
  return undefined;
}

function refusalOf({ code, stderr }: Ended): Refusal {
  if (code === 6 || /unrecognized option|unknown option/iu.test(stderr)) return { why: 'tooOld' };
  const [, address] = /^Could not fetch ([a-z][a-z0-9+.-]*:\S+)/imu.exec(stderr) ?? [];
  if (address !== undefined) return { why: 'remote', addresses: [address] };
  return { why: 'failed', message: stderr.trim().slice(0, 2_000) || `pandoc: ${code ?? 'killed'}` };
}
