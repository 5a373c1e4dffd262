// The text of a draft that may not be open.
import vscode = require('vscode');

/** Why a file is not read: it is gone or may not be read, is no regular file, is too large, or holds no text. */
export type Unread = 'gone' | 'noFile' | 'tooLarge' | 'noText';

/** A file's bytes, or why there are none. */
export type Read = { readonly bytes: Uint8Array } | { readonly unread: Unread };

/** A longer file is none that a person writes: a draft of 1 MB has some 500 pages. In bytes. */
const largest = 4 * 1024 * 1024;

/**
 * Reads a file that may be a draft. It is decoded only when it is its turn, so that many texts do not wait in memory.
 */
export async function readDraft(uri: vscode.Uri): Promise<Read> {
  const { fs } = vscode.workspace;
  try {
    const { type, size } = await fs.stat(uri);
    // A pipe or a device would never end.
    if ((type & vscode.FileType.File) === 0) return { unread: 'noFile' };
    return size > largest ? { unread: 'tooLarge' } : { bytes: await fs.readFile(uri) };
  } catch {
    return { unread: 'gone' };
  }
}

/** The text of a file's bytes, decoded as VS Code would on opening it (also UTF-16, with or without its mark). */
export async function decoded(
  uri: vscode.Uri,
  bytes: Uint8Array,
): Promise<{ readonly text: string } | { readonly unread: Unread }> {
  if (bytes.length > largest) return { unread: 'tooLarge' };
  if (isUtf8(uri, bytes)) return { text: new TextDecoder().decode(bytes) };
  // It refuses what holds no text.
  return vscode.workspace.decode(bytes, { uri }).then(
    text => ({ text }),
    () => ({ unread: 'noText' as const }),
  );
}

/** Whether VS Code would take the bytes for UTF-8: what it says itself takes a way to another process for each file. */
function isUtf8(uri: vscode.Uri, bytes: Uint8Array): boolean {
  const files = vscode.workspace.getConfiguration('files', { uri, languageId: 'markdown' });
  if (files.get('encoding') !== 'utf8' || files.get('autoGuessEncoding') === true) return false;
  const utf16 = (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe);
  return !utf16 && !bytes.includes(0);
}
