// The drafter's own Word template, read and looked through before pandoc gets it.
import { ownTemplate } from '../../domain/handover/template/ownTemplate';
import type { LocalFiles } from './files';
import { readDocx, writeDocx } from './zip';

/** Why a template was not used. */
export type TemplateFault = 'missing' | 'tooLarge' | 'outside' | 'noDocx' | 'outward';

/** A file that holds more than this, unpacked, is no template. */
const largest = 64 * 1024 * 1024;

/**
 * The bytes of a template as pandoc gets it: its styles, page, headers and footers.
 * @param named the file, relative to the folder
 * @param anywhere whether it may lie outside the folder and the roots: a setting may say so, a draft may not
 */
export async function readTemplate(
  files: LocalFiles,
  named: string,
  folder: string,
  roots: readonly string[],
  anywhere: boolean,
): Promise<Uint8Array | TemplateFault> {
  const file = await files.read(named, folder, roots);
  if (typeof file === 'string') return file;
  if (file.outside && !anywhere) return 'outside';
  try {
    const parts = ownTemplate(readDocx(file.bytes, largest));
    return typeof parts === 'string' ? parts : writeDocx(parts);
  } catch {
    return 'noDocx';
  }
}
