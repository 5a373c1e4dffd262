// A draft's way to Word: prepared (read by pandoc, made to refer to no file), written by pandoc, finished by us, saved.
import { afterWriting, beforeWriting, type DocxParts, type HandedOver } from '../../domain/handover/docx';
import {
  isRemote,
  selfContained,
  takenIn,
  withoutStyle,
  withSources,
  withStyle,
} from '../../domain/handover/pandocDocument';
import { isTooDeep, readDocument, type PandocDocument } from '../../domain/handover/pandocJson';
import { idsOf, withOneList } from '../../domain/handover/referenceList';
import { mastheadOf, unTemplate } from '../../domain/handover/template/unTemplate';
import type { LocalFiles } from './files';
import type { Cancellation, Ended, Processes } from './processes';
import { Taking, type LeftOut } from './taking';
import { readDocx, writeDocx } from './zip';

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
  /** A style file that could not be used; in pandoc's own words, citations it did not find. */
  readonly warnings: readonly string[];
  readonly leftOut: readonly { readonly name: string; readonly why: LeftOut }[];
  /** Pieces of raw Word that were dropped. */
  readonly raw: number;
}

/** What each step of an export is done with. */
export interface Tools {
  readonly processes: Processes;
  readonly files: LocalFiles;
  /** The executable. */
  readonly pandoc: string;
  readonly token: Cancellation;
}

/** A draft that is to be prepared. */
export interface DraftForWord extends Partial<HandedOver> {
  /** As `inWord` makes it of a draft. */
  readonly text: string;
  /** The draft's folder: images and bibliographies are found from there. */
  readonly folder: string;
  /** Folders besides it whose files may be taken in unasked. */
  readonly roots: readonly string[];
  /** Bibliographic data of the sources cited, as CSL-JSON. */
  readonly sources: string;
  /** The path of a style for pandoc to write citations in, where the draft names none itself. */
  readonly csl?: string | undefined;
  /** In words, why the style file that the draft names cannot be used: pandoc is not told of it, and this is said. */
  readonly unusableStyle?: string | undefined;
  /** Asked whether files from elsewhere are to be taken in; undefined to export nothing. */
  readonly askOutside?: (paths: readonly string[]) => PromiseLike<boolean | undefined>;
}

/**
 * A draft as pandoc read it, citations written out. It refers to no file, and nothing in it is raw; images are in it as
 * `data:` addresses.
 */
interface Prepared {
  readonly document: PandocDocument;
  readonly missed: Missed;
}

/** A Word document as pandoc wrote it. */
interface Written {
  readonly parts: DocxParts;
  /** pandoc's own words. */
  readonly warnings: readonly string[];
}

/** A draft and how it is to look. */
export interface DraftMadeWord extends DraftForWord {
  /** The bytes of a Word document whose styles and page it takes. */
  readonly reference?: Uint8Array | undefined;
}

/** A Word document as it is handed over. */
export interface Finished {
  readonly parts: DocxParts;
  readonly missed: Missed;
}

export interface WordExport extends DraftMadeWord {
  /** The executable. */
  readonly pandoc: string;
  readonly output: string;
  readonly token: Cancellation;
  /** Told what is missing in a document that was written. */
  readonly tell?: (missed: Missed) => void;
}

/**
 * pandoc's way to the network ends at a port that does not exist: so it fetches nothing, whatever the
 * files that a draft refers to may name in turn (a dependent CSL style names its parent's address).
 */
const nowhere = 'http://127.0.0.1:0';
const offline = Object.fromEntries(
  ['http_proxy', 'https_proxy', 'no_proxy'].flatMap(name => {
    const value = name === 'no_proxy' ? '' : nowhere;
    return [
      [name, value],
      [name.toUpperCase(), value],
    ];
  }),
);

/**
 * How pandoc reads a draft: as the preview does, a heading or a quotation needs no empty line before it. Lists, notes,
 * tables and thematic breaks get theirs before (`setApart`): with `lists_without_preceding_blankline` a line that
 * happens to begin with a year and a full stop would become a list too, which the preview reads as running text. What
 * looks like a command of TeX is words, as in the preview: `C:\path` would be lost, and with it the note's mark behind
 * it.
 */
export const reading = 'markdown-blank_before_header-blank_before_blockquote-raw_tex';

/**
 * Exports a draft as a Word document. The file is written when all is done, so that it is never half of one.
 *
 * @returns undefined when it is done
 * @throws {NotFoundError} when there is no pandoc
 */
export async function exportToWord(
  processes: Processes,
  files: LocalFiles,
  asked: WordExport,
): Promise<Refusal | undefined> {
  const { pandoc, output, token, tell } = asked;
  const finished = await finish({ processes, files, pandoc, token }, asked);
  if ('why' in finished) return finished;
  return token.isCancellationRequested ? { why: 'cancelled' } : save(files, output, finished, tell);
}

/**
 * Writes a finished document over what was there.
 * @param tell told what is missing in a document that was written
 * @returns undefined when it is done
 */
export async function save(
  files: LocalFiles,
  output: string,
  { parts, missed }: Finished,
  tell?: (missed: Missed) => void,
): Promise<Refusal | undefined> {
  const failed = await files.save(output, writeDocx(parts));
  if (failed !== undefined) return { why: 'failed', message: failed };
  if (missed.warnings.length + missed.leftOut.length + missed.raw > 0) tell?.(missed);
  return undefined;
}

/**
 * Makes a draft a Word document, all steps done, and saves nothing.
 * @throws {NotFoundError} when there is no pandoc
 */
export async function finish(tools: Tools, asked: DraftMadeWord): Promise<Finished | Refusal> {
  const { language = 'en', verbatim, un = false, reference } = asked;
  const prepared = await prepare(tools, asked);
  if ('why' in prepared) return prepared;
  const draft: HandedOver = { language, un, ...(verbatim === undefined ? {} : { verbatim }) };
  const document = beforeWriting(prepared.document, draft);
  const written = await write(tools, document, un ? writeDocx(unTemplate(mastheadOf(prepared.document))) : reference);
  if ('why' in written) return written;
  return {
    parts: afterWriting(written.parts, draft, document),
    missed: { ...prepared.missed, warnings: [...new Set([...prepared.missed.warnings, ...written.warnings])] },
  };
}

/**
 * Reads a draft for Word. pandoc reads the draft in its sandbox, where it can open and fetch nothing. What the draft
 * names we read ourselves and hand over: bibliographies and styles as copies, images as their bytes. So what pandoc
 * then writes, offline, refers to no file. (The sandbox is of no use there: Debian's pandoc cannot write Word in it,
 * and no pandoc finds the drafter's own reference document.)
 *
 * @throws {NotFoundError} when there is no pandoc
 */
async function prepare(tools: Tools, asked: DraftForWord): Promise<Prepared | Refusal> {
  const { files, token } = tools;
  const { text, sources, language = 'en' } = asked;
  const read = await runPandoc(tools, ['--sandbox', `--from=${reading}`, '--to=json'], text);
  if (token.isCancellationRequested) return { why: 'cancelled' };
  if (read.code !== 0) return refusalOf(read);
  if (isTooDeep(read.stdout)) return { why: 'tooDeep' };
  const own = asked.unusableStyle === undefined ? read.stdout : withoutStyle(read.stdout);
  const draft = asked.csl === undefined ? own : withStyle(own, asked.csl);
  const named = takenIn(draft);
  const remote = [...named.files, ...named.images].filter(isRemote);
  if (remote.length > 0) return { why: 'remote', addresses: remote.map(address => address.trim()) };

  const taking = new Taking(files, asked);
  await taking.read([...named.files, ...named.images]);
  const taken = await mayTake(taking.outside(), asked);
  if (taken === undefined || token.isCancellationRequested) return { why: 'cancelled' };

  // What a bibliography brings in turn was not asked about.
  const allowed = (name: string): boolean => taken && (named.files.includes(name) || named.images.includes(name));
  const copies = await files.copies();
  const inOwnNames = (words: string): string => taking.named(words, copies.folder);
  try {
    const cited = await runPandoc(
      tools,
      ['--from=json', '--to=json', '--citeproc', `--resource-path=${copies.folder}`],
      withSources(draft, await taking.copied(named, copies, allowed), sources, { language }),
    );
    if (token.isCancellationRequested) return { why: 'cancelled' };
    if (cited.code !== 0) return refusalOf({ ...cited, stderr: inOwnNames(cited.stderr) });
    if (isTooDeep(cited.stdout)) return { why: 'tooDeep' };
    // A bibliography may have brought more images, from wherever it came.
    const images = takenIn(cited.stdout).images;
    await taking.read(images.filter(image => !isRemote(image)));
    const { json, raw } = selfContained(
      withOneList(cited.stdout, { language, ownStyle: named.styles.length > 0, keys: idsOf(sources) }),
      taking.images(images, allowed),
    );
    const leftOut = [...taking.leftOut].map(([name, why]) => ({ name, why }));
    return {
      document: readDocument(json),
      missed: {
        warnings: [
          ...(asked.unusableStyle === undefined ? [] : [asked.unusableStyle]),
          ...warningsIn(inOwnNames(cited.stderr)),
        ],
        leftOut,
        raw,
      },
    };
  } finally {
    await copies.dispose();
  }
}

/** Whether files from outside the draft's folder and the workspace are taken in; undefined where the drafter gives up. */
async function mayTake(
  outside: ReturnType<Taking['outside']>,
  { askOutside }: DraftForWord,
): Promise<boolean | undefined> {
  return outside.length > 0 && askOutside ? askOutside(outside) : false;
}

/**
 * Has pandoc write a document as Word, offline.
 * @param document one that refers to no file
 * @param reference the bytes of a Word document whose styles and page it takes; pandoc's own, or the one in the
 *   drafter's pandoc folder, when not given
 * @throws {NotFoundError} when there is no pandoc
 */
async function write(tools: Tools, document: PandocDocument, reference?: Uint8Array): Promise<Written | Refusal> {
  const { files, token } = tools;
  const copies = await files.copies();
  try {
    const output = copies.path('docx');
    const like = reference && (await copies.add({ path: 'reference.docx', bytes: reference }));
    const args = [
      '--from=json',
      '--to=docx',
      `--resource-path=${copies.folder}`,
      `--output=${output}`,
      ...(like === undefined ? [] : [`--reference-doc=${like}`]),
    ];
    const written = await runPandoc(tools, args, JSON.stringify(document));
    if (token.isCancellationRequested) return { why: 'cancelled' };
    if (written.code !== 0) return refusalOf(written);
    return { parts: readDocx(await copies.bytes(output)), warnings: warningsIn(written.stderr) };
  } finally {
    await copies.dispose();
  }
}

function runPandoc({ processes, pandoc, token }: Tools, args: readonly string[], input: string): Promise<Ended> {
  return processes.run(pandoc, args, { input, token, env: offline });
}

function warningsIn(words: string): string[] {
  return [...new Set([...words.matchAll(/^\[WARNING\] (.*)/gmu)].map(([, said = '']) => said.trim()))];
}

function refusalOf({ code, stderr }: Ended): Refusal {
  if (code === 6 || /unrecognized option|unknown option/iu.test(stderr)) return { why: 'tooOld' };
  const [, address] = /^Could not fetch ([a-z][a-z0-9+.-]*:\S+)/imu.exec(stderr) ?? [];
  if (address !== undefined) return { why: 'remote', addresses: [address] };
  return { why: 'failed', message: stderr.trim().slice(0, 2_000) || `pandoc: ${code ?? 'killed'}` };
}
